"""The second step: the problems, one kind at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from listo.core.jobs.model import Group, Overview, Page, Problem
from listo.core.texts import Language, Texts
from listo.ui import style
from listo.ui.models.kinds import KindsModel
from listo.ui.models.paged import Index
from listo.ui.models.pages import Pages
from listo.ui.models.problems import ProblemsModel, Role, best_suggestion
from listo.ui.widgets import parts
from listo.ui.wizard.history_bar import HistoryBar
from listo.ui.wizard.leave_dialog import LeaveDialog
from listo.ui.wizard.problems_table import ProblemsTable
from listo.ui.wizard.seen import with_blanks_seen
from listo.ui.wizard.view_switch import ViewSwitch

Answer = Callable[[str, Language], str | None]
"""What VTEX would answer for an error id, in a language, where that is known."""


class LineDelegate(QStyledItemDelegate):
    """Draws a problem of the whole sheet as a line with its shape, on up to three lines of text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 3 * option.fontMetrics.lineSpacing() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        problem: Problem | None = index.data(Role.PROBLEM)
        painter.save()
        painter.setPen(style.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if problem is not None:
            area = option.rect.adjusted(12, 0, -12, 0)
            place = QRect(area.left(), area.center().y() - 10, 20, 20)
            parts.severity_icon(problem.finding.severity).paint(painter, place)
            painter.setPen(style.colour("text"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(32, 4, 0, -4), int(flags), str(index.data(Role.MESSAGE)))
        painter.restore()


class _Heading(QWidget):
    """What is wrong, why, and what VTEX would answer."""

    lookupRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error_id: str | None = None
        self.badge = parts.label("caption", wraps=False)
        self._badge_picture = parts.picture("error-solid", "error", 16)
        self.position = parts.label("quiet", wraps=False)
        self.left = parts.button("link")
        self.title = parts.label("title")
        self.fix, self.why = parts.label(selectable=True), parts.label(selectable=True)
        self.answer = parts.label("quiet", selectable=True)
        self._why_button = parts.button("link", "chevron-right")
        self._why_button.setCheckable(True)
        self._lookup = parts.button("link")
        self.decisions = parts.button("link")
        self._build()

    def _build(self) -> None:
        self.above = QWidget()
        """The line above the title, for the page to put beside its switch."""
        self.above.setLayout(
            parts.row(self._badge_picture, self.badge, 10, self.position, 10, self.left, gap=6)
        )
        links = parts.row(self._why_button, self._lookup, None, self.decisions, gap=16)
        self.setLayout(parts.column(self.title, self.fix, self.answer, links, self.why, gap=6))
        self._why_button.toggled.connect(self._on_why)
        self._lookup.clicked.connect(lambda: self.lookupRequested.emit(self._error_id))
        self.why.hide()

    def _on_why(self, shown: bool) -> None:
        self.why.setVisible(shown and bool(self.why.text()))
        style.set_icon(self._why_button, "chevron-down" if shown else "chevron-right", "accent")

    def show_kind(self, group: Group, texts: Texts, answer: str | None) -> None:
        """Say everything about that kind."""
        style.set_icon(self._badge_picture, *parts.SEVERITY_ICONS[group.severity], 16)
        self.badge.setText(texts.say(f"severity.{group.severity}"))
        self.title.setText(texts.check(group.code, "title", count=group.count))
        self.fix.setText(texts.check(group.code, "fix", count=group.count))
        self.why.setText(texts.check(group.code, "why", count=group.count))
        self.answer.setText(
            self.tr("VTEX would answer: “{message}”").format(message=answer) if answer else ""
        )
        self.answer.setVisible(bool(answer))
        self._error_id = group.error_id
        self._lookup.setVisible(group.error_id is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the words of now."""
        self._why_button.setText(self.tr("Why?"))
        self._lookup.setText(self.tr("About this error"))
        self.decisions.setText(self.tr("Remembered choices…"))
        self._on_why(self._why_button.isChecked())


class _Ending(QFrame):
    """What stands in the table's place when there is nothing to show in it."""

    pressed = Signal()
    filesWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title, self.words = parts.label("section"), parts.label("quiet")
        self.go_on = parts.button("primary", "arrow-right")
        self.add = parts.button("link")
        for made in (self.title, self.words):
            made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.go_on.clicked.connect(self.pressed)
        self.add.clicked.connect(self.filesWanted)
        picture = parts.row(None, parts.picture("right-solid", "right", 40), None)
        inside = parts.column(
            None,
            picture,
            self.title,
            self.words,
            parts.row(None, self.add, None),
            8,
            parts.row(None, self.go_on, None),
            None,
        )
        inside.setContentsMargins(32, 32, 32, 32)
        self.setLayout(inside)


class ProblemsPage(QWidget):
    """The kind of problem at hand, its rows, and everything that can be done about them.

    `pageWanted(code, start)` asks for rows; `show_page` and `add_page` bring them.
    """

    pageWanted = Signal(str, int)
    editsRequested = Signal(tuple)
    alikeRequested = Signal(int, str, str)
    suggestionsRequested = Signal(str)
    # A revision is no C int: it grows beyond one.
    chosenRequested = Signal(str, tuple, object, object)
    """Of which kind, (first, last) of the rows, what to put there (None: suggestions), at which revision."""
    leaveRequested = Signal(str, tuple, str, object)
    """Of which kind, (first, last) of the rows, the reason, at which revision."""
    leaveKindRequested = Signal(str, str)
    leftRequested = Signal()
    decisionsRequested = Signal()
    undoRequested = Signal()
    redoRequested = Signal()
    filesRequested = Signal()
    reviewRequested = Signal()
    kindShown = Signal(str)
    lookupRequested = Signal(str)
    viewChosen = Signal(str)

    def __init__(
        self, kinds: KindsModel, texts: Texts, answer: Answer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kinds, self._texts, self._answer = kinds, texts, answer
        self._overview: Overview | None = None
        self.addable = 0
        self.code = ""
        self._place = 0
        self._row_number: int | None = None
        self.model = ProblemsModel(self._message, self)
        self.table = ProblemsTable(self.model)
        self.lines = QListView()
        self.switch = ViewSwitch("kinds")
        self.heading = _Heading()
        self.ending = _Ending()
        self._build()
        self._connect()
        self._retranslate()

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.lines.setModel(self.model)
        self.lines.setItemDelegate(LineDelegate(self.lines))
        self.lines.setUniformItemSizes(True)
        self.body = QStackedWidget()
        for widget in (self.table, self.lines, self.ending):
            self.body.addWidget(widget)
        self.message = parts.label(selectable=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build_buttons()
        said = parts.row(parts.grow(self.message), self.edit, self.leave, gap=4)
        for button in (self.edit, self.leave):
            said.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        doing = parts.row(self.use_all, self.use_alike, None, self.history)
        top = parts.column(parts.row(self.heading.above, None, self.switch, gap=16), self.heading, gap=6)
        self._going = QWidget()
        self._going.setLayout(parts.row(None, self.back, self.next))
        inside = parts.column(top, self.body, said, doing, self._going, gap=12)
        inside.setStretch(1, 1)
        inside.setContentsMargins(24, 20, 24, 16)
        self.setLayout(inside)
        self._fix_message_height()

    def _build_buttons(self) -> None:
        self.use_all = parts.button("primary")
        self.use_alike = parts.button()
        self.edit, self.leave = parts.button("quiet", "edit"), parts.button("quiet", "minus")
        self.history = HistoryBar()
        self.back, self.next = parts.button("quiet", "chevron-left"), parts.button("", "chevron-right")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def _fix_message_height(self) -> None:
        """Keep room for two lines, so that nothing moves when the sentence is longer."""
        self.message.setFixedHeight(2 * self.message.fontMetrics().lineSpacing() + 4)

    def _connect(self) -> None:
        self.model.pageWanted.connect(self._on_page_wanted)
        self.table.editsRequested.connect(self._on_edits)
        self.table.alikeRequested.connect(self.alikeRequested)
        self.table.chosenRequested.connect(self._on_chosen)
        self.table.currentProblemChanged.connect(self._on_current)
        self.use_all.clicked.connect(lambda: self.suggestionsRequested.emit(self.code))
        self.use_alike.clicked.connect(self._on_use_alike)
        self.edit.clicked.connect(self._on_edit)
        self.leave.clicked.connect(self.ask_to_leave)
        self.table.leaveRequested.connect(self.ask_to_leave)
        self.heading.left.clicked.connect(self.leftRequested)
        self.heading.decisions.clicked.connect(self.decisionsRequested)
        self.history.undoRequested.connect(self.undoRequested)
        self.history.redoRequested.connect(self.redoRequested)
        self.switch.chosen.connect(self.viewChosen)
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(self._on_next)
        self.ending.pressed.connect(self._on_ending)
        self.ending.filesWanted.connect(self.filesRequested)
        self.heading.lookupRequested.connect(self.lookupRequested)
        ways = {"Alt+Left": lambda: self.step(-1), "Alt+Right": lambda: self.step(1)}
        for key, slot in {**ways, "Ctrl+L": self.ask_to_leave}.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- what the tab tells ------------------------------------------------------------------------

    def begin(self, overview: Overview) -> None:
        """Begin with other files: forget which kinds were done, and show the first."""
        self._kinds.begin(overview.groups, overview.way.journey.met)
        if self._kinds.place_of(self.code) is None:
            self.code = ""
        self.update_to(overview)

    def update_to(self, overview: Overview) -> None:
        """Take the groups as they are after a change."""
        self._overview = overview
        self.history.update_to(overview)
        if overview.revision == self.model.revision:  # asked for what was so already
            self.model.stop_waiting()
        self._kinds.update(overview.groups)
        if not self.code and self._kinds.kinds:
            self._set_kind(self._kinds.kinds[0].group.code)
        self._refresh()

    def show_kind(self, code: str) -> None:
        """Show that kind of problem from its first row on."""
        if code != self.code and self._kinds.place_of(code) is not None:
            self._set_kind(code)
            self._refresh()

    def show_problem(self, code: str, row_number: int, place: int) -> None:
        """Show that kind of problem, at Excel's row, which stands at that place in the list."""
        if self._kinds.place_of(code) is None:
            return
        if code != self.code:
            self._set_kind(code)
            self.model.clear()
        self._place, self._row_number = place, row_number or None
        if self.model.peek(place) is None:
            self._refresh()
        else:
            self._restore_place()

    def place(self) -> tuple[int, str] | None:
        """Return Excel's number of the row that the keyboard is on, and the column concerned."""
        problem = self.table.current_problem()
        finding = problem.finding if problem else None
        return (finding.row, finding.column or "") if finding and finding.row is not None else None

    def _set_kind(self, code: str) -> None:
        self.code, self._place, self._row_number = code, 0, None
        self.kindShown.emit(code)

    def step(self, way: int) -> None:
        """Show the next kind (1) or the one before (-1) that is not done."""
        place = self._kinds.place_of(self.code)
        if place is None:
            return
        ahead = self._kinds.kinds[place + 1 :] if way > 0 else reversed(self._kinds.kinds[:place])
        code = next((kind.group.code for kind in ahead if not kind.done), None)
        if code is not None:
            self.show_kind(code)
            self.focus_first()

    def _on_next(self) -> None:
        if self._is_last():
            self.reviewRequested.emit()
        else:
            self.step(1)

    def _is_last(self) -> bool:
        place = self._kinds.place_of(self.code)
        return place is not None and all(kind.done for kind in self._kinds.kinds[place + 1 :])

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        widget = self.body.currentWidget()
        if widget is self.ending:
            self.ending.go_on.setFocus()
        elif widget is not None:
            widget.setFocus()

    # -- rows -------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        group = self.group()
        if group is not None and group.count:
            self._place = min(self._place, group.count - 1)
            self.pageWanted.emit(self.code, Pages.start_of(self._place))
        else:
            self._show_ending()
        self._say_heading()
        self._label_buttons()

    def group(self) -> Group | None:
        """Return the kind at hand as it stands now; a count of 0 when it is done."""
        place = self._kinds.place_of(self.code)
        return None if place is None else self._kinds.kinds[place].group

    def show_page(self, page: Page) -> None:
        """Show the rows of the kind at hand, with the keyboard where it was or on the next problem."""
        if page.code != self.code:
            return
        if page.revision == self.model.revision and page.code == self.model.code:
            self.model.accept_page(page)
            return
        had_focus = any(w.hasFocus() for w in (self.table, self.lines, self.ending.go_on))
        scrolled = self.table.verticalScrollBar().value() if page.code == self.model.code else 0
        self.model.show_page(page)
        self._show_rows(page, had_focus=had_focus)
        self.table.verticalScrollBar().setValue(scrolled)
        self._restore_place()

    def _show_rows(self, page: Page, *, had_focus: bool) -> None:
        whole_sheet = bool(page.problems) and page.problems[0].finding.row is None
        view = self.lines if whole_sheet else self.table
        self.body.setCurrentWidget(view if page.total else self.ending)
        self.message.setVisible(not whole_sheet)
        if had_focus and page.total:
            view.setFocus()

    def _restore_place(self) -> None:
        known = None if self._row_number is None else self.model.place_of(self._row_number)
        self.table.go_to(self._place if known is None else known)
        self._on_current()

    def fail(self) -> None:
        """The change that was asked for did not happen."""
        self.model.stop_waiting()

    def _on_page_wanted(self, start: int) -> None:
        self.pageWanted.emit(self.code, start)

    def _on_edits(self, edits: tuple[object, ...]) -> None:
        self.model.wait_for({edit.row for edit in edits})  # type: ignore[attr-defined]
        self.editsRequested.emit(edits)

    def _on_chosen(self, places: tuple[tuple[int, int], ...], text: str | None) -> None:
        self.chosenRequested.emit(self.code, places, text, self.model.revision)

    def ask_to_leave(self) -> None:
        """Ask for a reason to leave the selected problems as they are, or the line of a whole sheet."""
        group, places = self.group(), self._chosen()
        if group is None or not places:
            return
        some = sum(last - first + 1 for first, last in places)
        code, revision = self.code, self.model.revision
        dialog = LeaveDialog(some, group.count, parent=self)
        dialog.agreed.connect(
            lambda reason, every: (
                self.leaveKindRequested.emit(code, reason)
                if every
                else self.leaveRequested.emit(code, places, reason, revision)
            )
        )
        dialog.open()

    def _chosen(self) -> tuple[tuple[int, int], ...]:
        shown = self.body.currentWidget()
        if shown is self.lines and self.lines.currentIndex().isValid():
            return ((self.lines.currentIndex().row(),) * 2,)
        return self.table.chosen() if shown is self.table else ()

    def _on_use_alike(self) -> None:
        if self.table.chosen_count() > 1:
            self.table.use_for_chosen()
        else:
            self.table.use_for_alike(self.table.currentIndex().row())

    def _on_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._place = self.table.currentIndex().row()
        problem = self.table.current_problem()
        self._row_number = problem.finding.row if problem else None
        self.message.setText(self._message(problem) if problem else "")
        self._label_buttons()

    def _message(self, problem: Problem) -> str:
        from listo.core.checks import say

        return say(self._texts, problem.finding)

    def _on_edit(self) -> None:
        self.table.setFocus()
        self.table.edit_current()

    # -- words ------------------------------------------------------------------------------------

    def _say_heading(self) -> None:
        group, place = self.group(), self._kinds.place_of(self.code)
        for part in (self.heading, self.heading.above):
            part.setVisible(group is not None and group.count > 0)
        if group is None or place is None:
            return
        answer = self._answer(group.error_id, self._texts.language) if group.error_id else None
        self.heading.show_kind(group, self._texts, answer)
        position = self.tr("{place} of {all}").format(place=place + 1, all=len(self._kinds.kinds))
        self.heading.position.setText(position)
        left = self._overview.left if self._overview else 0
        self.heading.left.setVisible(left > 0)
        self.heading.left.setText(self.tr("%Ln set aside", "", left))

    def _show_ending(self) -> None:
        had_focus = self.table.hasFocus() or self.lines.hasFocus() or self.use_all.hasFocus()
        self.model.clear()
        self.body.setCurrentWidget(self.ending)
        self.message.hide()
        self._say_ending()
        if had_focus:
            self.ending.go_on.setFocus()

    def _say_ending(self) -> None:
        if self._overview is None:
            return
        left = [kind for kind in self._kinds.kinds if not kind.done]
        self.ending.add.setVisible(not left and self.addable > 0)
        self.ending.add.setText(self.tr("Add a reference…"))
        if left:
            self.ending.title.setText(self.tr("Nothing of this kind is left"))
            self.ending.words.setText(self.tr("%Ln kind(s) of problem to go", "", len(left)))
            self.ending.go_on.setText(self.tr("Next kind"))
            return
        self.ending.title.setText(self._clear_sentence(self._overview))
        self.ending.words.setText(self._unchecked_sentence(self._overview))
        changed = self._overview.changed_cells
        self.ending.go_on.setText(self.tr("Review %Ln change(s)", "", changed))
        self.ending.go_on.setVisible(changed > 0)

    def _clear_sentence(self, overview: Overview) -> str:
        return self.tr("No problem found by the %Ln check(s) that ran", "", len(overview.checks_run))

    def _unchecked_sentence(self, overview: Overview) -> str:
        if not overview.checks_skipped:
            return self.tr("Every check had what it needs.")
        return self.tr("%Ln check(s) did not run for want of a reference", "", len(overview.checks_skipped))

    def _on_ending(self) -> None:
        left = next((kind.group.code for kind in self._kinds.kinds if not kind.done), None)
        if left is None:
            self.reviewRequested.emit()
            return
        ahead = self._kinds.kinds[(self._kinds.place_of(self.code) or 0) :]
        self.show_kind(next((kind.group.code for kind in ahead if not kind.done), left))
        self.focus_first()

    def _label_buttons(self) -> None:
        group = self.group()
        fixable = group.with_suggestion if group else 0
        self.use_all.setVisible(fixable > 0)
        self.use_all.setText(self.tr("Use all %Ln suggestion(s)", "", fixable))
        self._label_alike()
        self._label_ways()

    def _label_alike(self) -> None:
        problem = self.table.current_problem() if self.body.currentWidget() is self.table else None
        best = best_suggestion(problem) if problem else None
        self.use_alike.setVisible(problem is not None and best is not None)
        editable = (
            problem is not None and problem.finding.row is not None and problem.finding.column is not None
        )
        self.edit.setVisible(editable)
        self.edit.setText(self.tr("Edit"))
        self.leave.setVisible(self.body.currentWidget() is not self.ending)
        self.leave.setText(self.tr("Leave as it is…"))
        self.leave.setToolTip(self.tr("Set it aside, with a reason if you like (Ctrl+L)"))
        self.edit.setToolTip(self.tr("Edit the cell by hand (F2)"))
        if self.table.chosen_count() > 1:
            self.use_alike.setText(self.tr("Use for the %Ln selected", "", self.table.chosen_count()))
            self.use_alike.setToolTip(self.tr("Enter: each gets its suggestion"))
        elif problem is not None and best is not None:
            old, new = with_blanks_seen(problem.finding.value), with_blanks_seen(best)
            words = self.tr("“{new}” for every “{old}”") if old else self.tr("“{new}” for all that are empty")
            self.use_alike.setText(
                _button_text(words.format(new=parts.shortened(new), old=parts.shortened(old)))
            )
            self.use_alike.setToolTip(self.tr("Ctrl+Enter: all alike"))

    def _label_ways(self) -> None:
        place = self._kinds.place_of(self.code) or 0
        self.back.setEnabled(any(not kind.done for kind in self._kinds.kinds[:place]))
        self.back.setText(self.tr("Previous kind"))
        self.next.setText(self.tr("On to the review") if self._is_last() else self.tr("Next kind"))
        self.back.setToolTip(self.tr("Alt+Left"))
        self.next.setToolTip(self.tr("Alt+Right"))
        self._going.setVisible(self.body.currentWidget() is not self.ending)

    def _retranslate(self) -> None:
        self._kinds.retranslate()
        self.lines.setAccessibleName(self.tr("Problems of the whole sheet"))
        self.table.retranslate()
        self.heading.retranslate()
        self._say_heading()
        self._say_ending()
        self._on_current()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            self._fix_message_height()
        super().changeEvent(event)


def _button_text(text: str) -> str:
    return text.replace("&", "&&")
