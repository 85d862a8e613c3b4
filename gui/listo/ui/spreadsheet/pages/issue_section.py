"""One kind of problem on the page: what is wrong and what to do, its rows, and one line once it is done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import IssueGroup, Overview, Problem, ProblemPage
from listo.ui import style
from listo.ui.spreadsheet.pages.corrections_card import MissingRowsCard
from listo.ui.spreadsheet.tables.problems_model import ProblemRole, ProblemsModel
from listo.ui.spreadsheet.tables.problems_table import ProblemsTable
from listo.ui.spreadsheet.tables.table_parts import LACKING_ROWS, draw_lines, message_of, wrapped
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import FlowLayout, ModelIndex

_LONGEST_ANSWER = 220
"""Letters, so that the rows below keep their room also in a small window."""

_ROWS, _ALL_AT_ONCE = 8, 12
"""Rows that are seen of a longer list, and how long one may be to be seen whole: kinds share a screen."""

_LINES = 4
"""Likewise of problems of the whole sheet, where they take as many lines of text as they may."""

_TEXT_LINES = 3
"""Lines of text of such a problem at most: the longest message takes three at 900 pixels."""

_MEASURED, _LONGEST = 200, 8
"""Of how many such problems the texts are looked at, and how many of these, the longest, are laid out."""

_BESIDE_LINE, _AROUND_LINE = 56, 20
"""Pixels beside such a text, with its shape, and above and below it."""

_IN_CARD = 16
"""Pixels around what is in the frame of a kind."""

_DRAFTABLE = "category-unmapped"
"""The check of which the rows can be drafted."""

_DELETABLE = ("row-blank", "row-duplicate")
"""Checks of which all rows can go at once."""


class IssueTypeHeading(QWidget):
    """What is wrong, how much hangs on it, what to do, what VTEX would answer, and why."""

    lookupRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error_id: str | None = None
        self._badge_picture = parts.picture("error-solid", "error", 20)
        self.badge = parts.label("caption", wraps=False)
        self.unlock = parts.label("strong", wraps=False)
        self.title = parts.label("section")
        self.fix, self.why = parts.label(selectable=True), parts.label(selectable=True)
        self.answer = parts.label("quiet", selectable=True)
        self.why_button = parts.button("link", "chevron-right")
        self.why_button.setCheckable(True)
        self._lookup, self.all_columns = parts.button("link"), parts.button("link")
        self.all_columns.setCheckable(True)
        self.fold = parts.button("quiet", "chevron-down")
        self.fold.setCheckable(True)
        self._more = QWidget()
        self._build()

    def _build(self) -> None:
        facts = FlowLayout(gap=12)
        for part in (self.badge, self.unlock, self.why_button, self._lookup, self.all_columns):
            facts.addWidget(part)
        above = parts.row(self._badge_picture, parts.grow(self.title), self.fold, gap=8)
        self._more.setLayout(parts.column(facts, self.why, self.fix, self.answer, gap=4))
        self.setLayout(parts.column(above, self._more, gap=4))
        self.why_button.toggled.connect(self._on_why)
        self._lookup.clicked.connect(lambda: self.lookupRequested.emit(self._error_id))
        self.why.hide()

    def _on_why(self, shown: bool) -> None:
        self.why.setVisible(shown and bool(self.why.text()))
        style.set_icon(self.why_button, "chevron-down" if shown else "chevron-right", "accent")

    def set_folded(self, folded: bool) -> None:
        """Say only what is wrong, or all of it."""
        self._more.setVisible(not folded)
        style.set_icon(self.fold, "chevron-right" if folded else "chevron-down")

    def show_issue_type(self, group: IssueGroup, texts: Texts) -> None:
        """Say everything about that issue type."""
        style.set_icon(self._badge_picture, *parts.SEVERITY_ICONS[group.severity], 20)
        self.badge.setText(texts.say(f"severity.{group.severity}"))
        self.title.setText(texts.check(group.code, "title", count=group.count))
        self.fix.setText(texts.check(group.code, "fix", count=group.count))
        self.why.setText(texts.check(group.code, "why", count=group.count))
        self._error_id = group.error_id
        self._lookup.setVisible(group.error_id is not None)
        self.retranslate()

    def show_answer(self, message: str) -> None:
        """Say what VTEX would answer; what is very long is cut, and whole in the tip."""
        said = parts.shortened(message, _LONGEST_ANSWER)
        self.answer.setText(self.tr("VTEX would answer: “{message}”").format(message=said) if said else "")
        self.answer.setToolTip(parts.literal(message) if len(message) > _LONGEST_ANSWER else "")
        self.answer.setVisible(bool(message))

    def show_unlock(self, words: str, hint: str) -> None:
        """Say how many SKUs mending this type sets free, and in the tip what that means."""
        self.unlock.setText(words)
        self.unlock.setToolTip(parts.literal(hint))
        self.unlock.setAccessibleDescription(hint)
        self.unlock.setVisible(bool(words))

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.why_button.setText(self.tr("Why?"))
        self._lookup.setText(self.tr("About this error"))
        folding = self.tr("Show the rows") if self.fold.isChecked() else self.tr("Fold it up")
        self.fold.setToolTip(parts.literal(folding))
        self.fold.setAccessibleName(f"{folding}: {self.title.text()}")
        self._on_why(self.why_button.isChecked())


class SheetProblemsDelegate(QStyledItemDelegate):
    """Draws a problem of the whole sheet with its shape, on up to three lines of text; the tip has all."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        view = self.parent()
        return QSize(200, view.line_height() if isinstance(view, SheetProblemsList) else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        problem: Problem | None = index.data(ProblemRole.PROBLEM)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # the one that is left as it is, if any
            painter.fillRect(option.rect, style.colour("accent-tint"))
        painter.setPen(style.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if problem is not None:
            self._draw(
                painter, option.rect.adjusted(12, 0, -12, 0), problem, str(index.data(ProblemRole.MESSAGE))
            )
        painter.restore()

    def _draw(self, painter: QPainter, area: QRect, problem: Problem, message: str) -> None:
        icon = QRect(area.left(), area.center().y() - 10, 20, 20)
        parts.severity_icon(problem.finding.severity).paint(painter, icon)
        painter.setPen(style.colour("text"))
        draw_lines(painter, area.adjusted(_BESIDE_LINE - 24, 4, 0, -4), message)


class SheetProblemsList(QListView):
    """Stands in the table's place where an issue type has no rows."""

    entered = Signal(bool)
    """The keyboard came here; whether by the person's hand, and not because it was here before."""
    fitted = Signal()
    """It is of another width, so that it may need another height."""

    def __init__(self, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = model
        self.is_scrolled = False
        """Whether its lines scroll by themselves, and not with the page alone."""
        self.setModel(model)
        self.setItemDelegate(SheetProblemsDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def chosen(self) -> tuple[tuple[int, int], ...]:
        """Return (first, last) of the line that the keyboard is on, as the table does of its rows."""
        return ((self.currentIndex().row(),) * 2,) if self.currentIndex().isValid() else ()

    def height_for(self, lines: int) -> int:
        """Return how high it is with so many lines in sight, in pixels."""
        return lines * self.line_height() + 2

    def lines_in_sight(self) -> int:
        """Return how many lines of a longer list are seen: more where each takes less."""
        return max(_LINES, _LINES * self._height_of(_TEXT_LINES) // self.line_height())

    def line_height(self) -> int:
        """Return how high each line is, in pixels: all alike, as the longest text needs that is here."""
        here = range(min(self._problems.rowCount(), _MEASURED))
        texts = [
            str(self._problems.index(row, 0).data(ProblemRole.MESSAGE))
            for row in here
            if self._problems.peek(row) is not None
        ]
        width, longest = self.viewport().width() - _BESIDE_LINE, sorted(texts, key=len)[-_LONGEST:]
        lines = (len(wrapped(text, self.font(), width)) for text in longest)
        return self._height_of(min(max(lines, default=_TEXT_LINES), _TEXT_LINES))

    def _height_of(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + _AROUND_LINE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.fitted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.is_scrolled:
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(event.reason() != Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("Problems of the whole sheet"))


class IssueSection(QFrame):
    """A kind of problem: its heading and rows in a frame, or one line that says that it is done.

    The rows are shown by a table that is made when they come into sight; until then room is kept for it. Of a
    long list the first rows are in sight, and all of them, in a table that scrolls, where that is asked for.
    """

    rowsWanted = Signal(str, int)
    """The code, and the start of a page of its problems that is looked at and not here."""
    rowsOffered = Signal(object)
    """This section: the rows that are missing are shown, to be added."""
    bodyMade = Signal(object)
    """This section: its table was made."""
    draftWanted = Signal()
    filesWanted = Signal()

    def __init__(self, work: Work, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code, self.is_done = code, False
        self.needs_rows = True
        """Whether what it shows is out of date."""
        self._work = work
        self._group: IssueGroup | None = None
        self._texts = Texts("en")
        self._all_shown, self._most_high, self._draftable = False, 0, 0
        self.model = ProblemsModel(self._message, self)
        self.model.pageWanted.connect(lambda start: self.rowsWanted.emit(self.code, start))
        self.heading = IssueTypeHeading()
        self.table: ProblemsTable | None = None
        self.lines: SheetProblemsList | None = None
        self._about_sheet = False
        self._body = QWidget()
        self.use_all, self.delete_all = parts.button(), parts.button("", "trash")
        self.add_all, self.draft_all = parts.button("", "plus"), parts.button("", "edit")
        self.missing_rows: MissingRowsCard | None = None
        self.show_all, self.all_columns = parts.button("link"), self.heading.all_columns
        self.done_words = parts.label("right")
        self._done, self._open = QWidget(), QWidget()
        self._build()

    def _build(self) -> None:
        self._rows = parts.column(gap=0)
        self._body.setLayout(self._rows)
        self._below = FlowLayout(gap=12)
        for part in (self.use_all, self.delete_all, self.add_all, self.draft_all, self.show_all):
            self._below.addWidget(part)
        self._foot = QWidget()
        self._foot.setLayout(self._below)
        inside = self._inside = parts.column(self.heading, self._body, self._foot, gap=8)
        inside.setContentsMargins(_IN_CARD, 12, _IN_CARD, 12)
        self._open.setLayout(inside)
        done = parts.row(parts.picture("right-solid", "right", 20), parts.grow(self.done_words), gap=8)
        done.setContentsMargins(_IN_CARD, 8, _IN_CARD, 8)
        self._done.setLayout(done)
        self._done.hide()
        self.setProperty("role", "card")
        self.setLayout(parts.column(self._open, self._done, gap=0))
        self.heading.fold.toggled.connect(self._on_folded)
        self.show_all.clicked.connect(self._on_show_all)
        self.all_columns.toggled.connect(self._on_all_columns)
        self.use_all.clicked.connect(lambda: self._work.change(Jobs.apply_suggestions, self.code))
        self.add_all.clicked.connect(lambda: self.ask_for_missing_rows(None))
        self.draft_all.clicked.connect(self._on_draft)
        self.delete_all.clicked.connect(lambda: self._work.change(Jobs.delete_rows_of, self.code))

    # -- what the page tells -----------------------------------------------------------------------

    def show_group(self, group: IssueGroup, title: str, texts: Texts, draftable: int = 0) -> None:
        """Say how the kind stands; with no problem left, in one line under the `title` that it had.

        `draftable` is of how many categories without rows these can be drafted.
        """
        self._group, self._texts, self._draftable = group, texts, draftable
        self.is_done = not group.count
        if self.is_done:
            parts.let_go(self)
        self._open.setVisible(not self.is_done)
        self._done.setVisible(self.is_done)
        style.set_role(self, "done" if self.is_done else "card")
        if self.missing_rows is not None:
            self.missing_rows.close_up()
        if self.is_done:
            self.done_words.setText(self.tr("Done: {title}").format(title=title))
            self.model.clear()
            return
        self.heading.show_issue_type(group, texts)
        self._label_buttons()
        self.fit()

    def show_page(self, page: ProblemPage) -> None:
        """Show these rows, scrolled to where they were."""
        self.needs_rows = False
        self._about_sheet = bool(page.problems) and page.problems[0].finding.row is None
        self._make_body()
        view = self.view()
        scrolled, had_focus = view.verticalScrollBar().value(), view.hasFocus()
        self.model.show_page(page)
        view.verticalScrollBar().setValue(scrolled)
        if had_focus:
            view.setFocus()
        self._label_buttons()
        self.fit()

    def _make_body(self) -> None:
        if self._about_sheet and self.lines is None:
            self.lines = SheetProblemsList(self.model)
            self._rows.addWidget(self.lines)
            self.lines.fitted.connect(self.fit)
        elif not self._about_sheet and self.table is None:
            self.table = ProblemsTable(self._work, self.model)
            self._rows.addWidget(self.table)
            self.table.fitted.connect(self.fit)
            self.table.addRequested.connect(self.ask_for_missing_rows)
        else:
            return
        self.view().show()  # at once, so that it can have the keyboard
        self._retranslate_body()
        self.bodyMade.emit(self)

    def ask_for_missing_rows(self, place: int | None) -> None:
        """Show the rows that are missing, of all problems or of that in one line, to add them."""
        if self.missing_rows is None:
            self.missing_rows = MissingRowsCard(self._work, self.code)
            self._inside.addWidget(self.missing_rows)
            self.missing_rows.opened.connect(lambda: self.rowsOffered.emit(self))
            self.missing_rows.closed.connect(self.focus)
        self.missing_rows.open_for(place)

    def view(self) -> ProblemsTable | SheetProblemsList:
        """Return what shows the rows; it must be made."""
        found = self.lines if self._about_sheet else self.table
        assert found is not None
        return found

    def has_body(self) -> bool:
        """Return whether the rows have been here."""
        return (self.lines if self._about_sheet else self.table) is not None

    def is_folded(self) -> bool:
        """Return whether only the heading is seen."""
        return self.heading.fold.isChecked()

    def unfold(self) -> None:
        """Show the rows too."""
        self.heading.fold.setChecked(False)

    def offers_rows(self) -> bool:
        """Return whether the rows that are missing are shown, to be added."""
        return self.missing_rows is not None and not self.missing_rows.isHidden()

    def lacks_rows(self) -> bool:
        """Return whether its problems are that rows are missing."""
        return self.code in LACKING_ROWS

    def focus(self) -> None:
        """Give the keyboard to the rows to be added where they are shown, else to the rows."""
        if self.missing_rows is not None and self.offers_rows():
            self.missing_rows.focus_first()
        elif self.has_body() and not self.is_done:
            self.view().setFocus()

    def has_focus(self) -> bool:
        """Return whether the keyboard is on its rows or below them."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus()

    def current_problem(self) -> Problem | None:
        """Return the problem of the table that the keyboard is on, None where there is no table."""
        return self.table.current_problem() if self.table is not None and not self._about_sheet else None

    def chosen(self) -> tuple[tuple[int, int], ...]:
        """Return (first, last) of what is selected."""
        return self.view().chosen() if self.has_body() else ()

    def go_to(self, place: int) -> None:
        """Put the keyboard's place on a line."""
        if self._about_sheet and self.lines is not None:
            self.lines.setCurrentIndex(self.model.index(min(place, self.model.rowCount() - 1), 0))
        elif self.table is not None:
            self.table.go_to(place)

    def rect_of_current(self) -> QRect:
        """Return where the line at hand is, in this section's measures; where the rows begin without one.

        Where rows are shown to be added, it is there.
        """
        if self.missing_rows is not None and self.offers_rows():
            return QRect(self.missing_rows.mapTo(self, QPoint()), self.missing_rows.size())
        if not self.has_body():
            return QRect(self._body.mapTo(self, self._body.rect().topLeft()), QSize(1, 1))
        view = self.view()
        area = view.visualRect(view.currentIndex())
        return QRect(view.viewport().mapTo(self, area.topLeft()), area.size())

    # -- its height --------------------------------------------------------------------------------

    def set_most_high(self, height: int) -> None:
        """Let rows that are all shown take no more than so many pixels, beyond which they scroll."""
        if height != self._most_high:
            self._most_high = height
            self.fit()

    def fit(self) -> None:
        """Give the rows the height that they need, or keep it for them."""
        if self._group is None or self.is_done:
            return
        if not self.has_body():
            self._body.setFixedHeight(min(self._group.count, _ROWS) * (self.fontMetrics().height() + 18) + 48)
            return
        view, total = self.view(), self.model.rowCount()
        first = view.lines_in_sight() if isinstance(view, SheetProblemsList) else _ROWS
        whole = total <= (first if self._about_sheet else _ALL_AT_ONCE)
        height = view.height_for(total if whole else first)
        if self._all_shown and not whole:
            height = max(height, min(view.height_for(total), self._most_high))
        view.is_scrolled = self._all_shown and view.height_for(total) > height
        policy = Qt.ScrollBarPolicy
        view.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if view.is_scrolled else policy.ScrollBarAlwaysOff
        )
        if self._body.height() != height or self._body.minimumHeight() != height:
            self._body.setFixedHeight(height)
        self.show_all.setVisible(not whole)
        self._show_foot()

    def _show_foot(self) -> None:
        every = (self.use_all, self.delete_all, self.add_all, self.draft_all, self.show_all)
        some = any(not part.isHidden() for part in every)
        self._foot.setVisible(some and not self.is_folded())

    def _on_draft(self) -> None:
        (self.draftWanted if self._draftable else self.filesWanted).emit()

    def _on_show_all(self) -> None:
        self._all_shown = not self._all_shown
        self._label_buttons()
        self.fit()

    def _on_folded(self, folded: bool) -> None:
        self.heading.set_folded(folded)
        self._body.setVisible(not folded)
        self._show_foot()
        self.heading.retranslate()

    def _on_all_columns(self, shown: bool) -> None:
        if self.table is not None:
            self.table.show_all_columns(shown)
        self._label_buttons()

    # -- words -------------------------------------------------------------------------------------

    def _message(self, problem: Problem) -> str:
        return message_of(self._texts, problem.finding)

    def _label_buttons(self) -> None:
        group = self._group
        if group is None:
            return
        fixable, rows = group.with_suggestion, self.model.rowCount() or group.count
        self.use_all.setVisible(fixable > 1)
        self.use_all.setText(self.tr("Use all %Ln suggestion(s)", "", fixable))
        self.delete_all.setVisible(group.code in _DELETABLE and group.count > 1)
        self.delete_all.setText(self.tr("Delete %Ln row(s)", "", group.count))
        self.add_all.setVisible(group.code in LACKING_ROWS)
        add = self.tr("Add the %Ln row(s)…", "", group.count)
        self.add_all.setText(add if group.code == "value-unmapped" else self.tr("Add the missing rows…"))
        self.draft_all.setVisible(group.code == _DRAFTABLE)
        self.draft_all.setText(
            self.tr("Draft the rows of the %Ln categor(y/ies)", "", self._draftable)
            if self._draftable
            else self.tr("Add an Amazon file")
        )
        self.show_all.setText(
            self.tr("Show fewer rows") if self._all_shown else self.tr("Show all %Ln row(s)", "", rows)
        )
        self.all_columns.setVisible(not self._about_sheet and self.has_body())
        self.all_columns.setText(
            self.tr("Only what matters") if self.all_columns.isChecked() else self.tr("All columns")
        )

    def retranslate(self, texts: Texts) -> None:
        """Show the words in the current language; the page says the rest."""
        self._texts = texts
        self._retranslate_body()
        self._label_buttons()

    def _retranslate_body(self) -> None:
        for view in (self.lines, self.table):
            if view is not None:
                view.retranslate()


class IssueTypeEnding(QFrame):
    """Says that all kinds are done, and how many checks that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title, self.words = parts.label("section"), parts.label("quiet")
        self.go_on = parts.button("primary", "arrow-right")
        self.add_missing = parts.button("link")
        for made in (self.title, self.words):
            made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build()

    def _build(self) -> None:
        self._picture = parts.picture("right-solid", "right", 40)
        picture = parts.row(None, self._picture, None)
        add, go_on = parts.row(None, self.add_missing, None), parts.row(None, self.go_on, None)
        inside = parts.column(None, picture, self.title, self.words, add, 8, go_on, None)
        inside.setContentsMargins(32, 32, 32, 32)
        self.setLayout(inside)

    def show_all_done(self, overview: Overview, addable: int) -> None:
        """Say that all issue types are done; `addable` checks would run if a reference were added."""
        uncovered = len(overview.coverage.uncovered)
        self.add_missing.setVisible(addable + uncovered > 0)
        self.add_missing.setText(self.tr("Add what is missing…"))
        ran = len(overview.checks_in_effect)
        self.title.setText(self.tr("No problem found by the %Ln check(s) that ran", "", ran))
        self.words.setText(self._unchecked_sentence(len(overview.checks_skipped), uncovered))
        self.go_on.setText(self.tr("Review %Ln change(s)", "", overview.changed_cells))
        self.go_on.setVisible(overview.changed_cells > 0)
        if overview.checks_skipped or uncovered:  # half the checks cannot say that all is well
            style.set_icon(self._picture, "info-solid", "accent", 40)
        else:
            style.set_icon(self._picture, "right-solid", "right", 40)

    def focus_first(self) -> bool:
        """Give the keyboard to what is next; return whether there is anything."""
        shown = [each for each in (self.go_on, self.add_missing) if not each.isHidden()]
        if shown:
            shown[0].setFocus()
        return bool(shown)

    def _unchecked_sentence(self, skipped: int, uncovered: int) -> str:
        did_not_run = self.tr(
            "%Ln check(s) did not run because a file, a column or a choice is missing", "", skipped
        )
        not_checked = self.tr(
            "%Ln categor(y/ies) not checked for attributes and values: no Amazon file", "", uncovered
        )
        lacks = [words for words, count in ((did_not_run, skipped), (not_checked, uncovered)) if count]
        return "\n".join(lacks) or self.tr("Every check had what it needed.")
