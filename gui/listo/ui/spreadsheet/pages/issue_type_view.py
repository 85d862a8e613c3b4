"""What the problems page shows of one issue type: heading, rows, and what is said once none are left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from listo.core.texts import Texts
from listo.core.worker.results import IssueGroup, Overview, Problem, ProblemPage
from listo.ui import style
from listo.ui.spreadsheet.tables.problems_model import ProblemRole, ProblemsModel
from listo.ui.spreadsheet.tables.problems_table import ProblemsTable
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import ModelIndex

_LONGEST_ANSWER = 220
"""Letters, so that the rows below keep their room also in a small window."""


class IssueTypeHeading(QWidget):
    """What is wrong, why, and what VTEX would answer; above, which issue type of how many it is."""

    lookupRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error_id: str | None = None
        self._brief = False
        self.badge = parts.label("caption", wraps=False)
        self._badge_picture = parts.picture("error-solid", "error", 16)
        self.position = parts.label("quiet", wraps=False)
        self.unlock = parts.label("strong")
        self.ignored = parts.button("link")
        self.title = parts.label("title")
        self.fix, self.why = parts.label(selectable=True), parts.label(selectable=True)
        self.answer = parts.label("quiet", selectable=True)
        self.why_button = parts.button("link", "chevron-right")
        self.why_button.setCheckable(True)
        self._lookup = parts.button("link")
        self.decisions = parts.button("link")
        self._build()

    def _build(self) -> None:
        self.above = QWidget()
        """The line above the title, for the page to put beside its switch."""
        self.above.setLayout(
            parts.row(
                *(self._badge_picture, self.badge, 10, self.position, 10),
                *(parts.grow(self.unlock), 10, self.ignored),
                gap=6,
            )
        )
        self._links = QWidget()
        self._links.setLayout(parts.row(self.why_button, self._lookup, None, self.decisions, gap=16))
        self.setLayout(parts.column(self.title, self.fix, self.answer, self._links, self.why, gap=6))
        self.why_button.toggled.connect(self._on_why)
        self._lookup.clicked.connect(lambda: self.lookupRequested.emit(self._error_id))
        self.why.hide()

    def _on_why(self, shown: bool) -> None:
        self.why.setVisible(shown and bool(self.why.text()) and not self._brief)
        style.set_icon(self.why_button, "chevron-down" if shown else "chevron-right", "accent")

    def set_shown(self, *, shown: bool) -> None:
        """Show or hide it, with the line above."""
        for part in (self, self.above):
            part.setVisible(shown)

    def set_brief(self, brief: bool) -> None:
        """Say only what is wrong and what to do, while something else needs the room."""
        self._brief = brief
        self._links.setVisible(not brief)
        self.answer.setVisible(bool(self.answer.text()) and not brief)
        self._on_why(self.why_button.isChecked())

    def show_issue_type(self, group: IssueGroup, texts: Texts) -> None:
        """Say everything about that issue type."""
        style.set_icon(self._badge_picture, *parts.SEVERITY_ICONS[group.severity], 16)
        self.badge.setText(texts.say(f"severity.{group.severity}"))
        self.title.setText(texts.check(group.code, "title", count=group.count))
        self.fix.setText(texts.check(group.code, "fix", count=group.count))
        self.why.setText(texts.check(group.code, "why", count=group.count))
        self._error_id = group.error_id
        self._lookup.setVisible(group.error_id is not None)
        self.set_brief(self._brief)
        self.retranslate()

    def show_answer(self, message: str) -> None:
        """Say what VTEX would answer; what is very long is cut, and whole in the tip."""
        said = parts.shortened(message, _LONGEST_ANSWER)
        self.answer.setText(self.tr("VTEX would answer: “{message}”").format(message=said) if said else "")
        self.answer.setToolTip(parts.literal(message) if len(message) > _LONGEST_ANSWER else "")
        self.answer.setVisible(bool(message) and not self._brief)

    def show_position(self, number: int, total: int, ignored: int) -> None:
        """Say which issue type of how many it is, and how many problems of all types are ignored."""
        self.position.setText(self.tr("{place} of {all}").format(place=number, all=total))
        self.ignored.setVisible(ignored > 0)
        self.ignored.setText(self.tr("%Ln set aside", "", ignored))

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
        self.decisions.setText(self.tr("Remembered choices…"))
        self._on_why(self.why_button.isChecked())


class SheetProblemsDelegate(QStyledItemDelegate):
    """Draws a problem of the whole sheet as a line with its shape, on up to three lines of text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(200, 3 * option.fontMetrics.lineSpacing() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        problem: Problem | None = index.data(ProblemRole.PROBLEM)
        painter.save()
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
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(32, 4, 0, -4), int(flags), message)


class SheetProblemsList(QListView):
    """Stands in the table's place where an issue type has no rows."""

    def __init__(self, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(SheetProblemsDelegate(self))
        self.setUniformItemSizes(True)

    def chosen(self) -> tuple[tuple[int, int], ...]:
        """Return (first, last) of the line that the keyboard is on, as the table does of its rows."""
        return ((self.currentIndex().row(),) * 2,) if self.currentIndex().isValid() else ()

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("Problems of the whole sheet"))


class IssueTypeEnding(QFrame):
    """Says that an issue type is done, or all of them and how many checks that means."""

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
        picture = parts.row(None, parts.picture("right-solid", "right", 40), None)
        add, go_on = parts.row(None, self.add_missing, None), parts.row(None, self.go_on, None)
        inside = parts.column(None, picture, self.title, self.words, add, 8, go_on, None)
        inside.setContentsMargins(32, 32, 32, 32)
        self.setLayout(inside)

    def show_issue_type_done(self, remaining: int) -> None:
        """Say that the issue type is done, and how many others are not."""
        self.add_missing.hide()
        self.title.setText(self.tr("Nothing of this kind is left"))
        self.words.setText(self.tr("%Ln kind(s) of problem left", "", remaining))
        self.go_on.setText(self.tr("Next kind"))
        self.go_on.show()

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

    def _unchecked_sentence(self, skipped: int, uncovered: int) -> str:
        did_not_run = self.tr(
            "%Ln check(s) did not run because a file, a column or a choice is missing", "", skipped
        )
        not_checked = self.tr(
            "%Ln categor(y/ies) not checked for attributes and values: no Amazon file", "", uncovered
        )
        lacks = [words for words, count in ((did_not_run, skipped), (not_checked, uncovered)) if count]
        return "\n".join(lacks) or self.tr("Every check had what it needed.")


class IssueTypeView(QStackedWidget):
    """Shows one of three: the table of rows, the lines about the whole sheet, or the ending."""

    def __init__(self, work: Work, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.table, self.lines, self.ending = (
            ProblemsTable(work, model),
            SheetProblemsList(model),
            IssueTypeEnding(),
        )
        for widget in (self.table, self.lines, self.ending):
            self.addWidget(widget)

    def is_over(self) -> bool:
        """Return whether the ending is shown."""
        return self.currentWidget() is self.ending

    def is_whole_sheet(self) -> bool:
        """Return whether the lines are shown."""
        return self.currentWidget() is self.lines

    def _rows(self) -> ProblemsTable | SheetProblemsList:
        return self.lines if self.is_whole_sheet() else self.table

    def has_focus(self) -> bool:
        """Return whether the keyboard is here."""
        return any(widget.hasFocus() for widget in (self.table, self.lines, self.ending.go_on))

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        (self.ending.go_on if self.is_over() else self._rows()).setFocus()

    def show_page(self, page: ProblemPage) -> None:
        """Show these rows, scrolled to where the issue type was, with the keyboard where it is."""
        had_focus = self.has_focus()
        bar = self.table.verticalScrollBar()
        scrolled = bar.value() if page.code == self._model.code else 0
        self._model.show_page(page)
        about_sheet = bool(page.problems) and page.problems[0].finding.row is None
        shown = self.lines if about_sheet else self.table
        self.setCurrentWidget(shown if page.total else self.ending)
        if had_focus and page.total:
            shown.setFocus()
        bar.setValue(scrolled)

    def show_ending(self) -> None:
        """Show that nothing of the issue type is left."""
        had_focus = self.has_focus()
        self._model.clear()
        self.setCurrentWidget(self.ending)
        if had_focus:
            self.focus_first()

    def current_problem(self) -> Problem | None:
        """Return the problem of the table that the keyboard is on, None where the table is not shown."""
        return self.table.current_problem() if self.currentWidget() is self.table else None

    def chosen(self) -> tuple[tuple[int, int], ...]:
        """Return (first, last) of what is selected."""
        return () if self.is_over() else self._rows().chosen()

    def retranslate(self) -> None:
        """Show the words in the current language; the page does so for the ending."""
        self.lines.retranslate()
        self.table.retranslate()
