"""The second step: the problems, one kind at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from listo.core.texts import Language, Texts
from listo.core.worker.results import Edit, IssueGroup, Overview, Problem, ProblemPage
from listo.ui.spreadsheet.pages.issue_type_view import KindBody, KindHeading
from listo.ui.spreadsheet.pages.problem_actions import LeaveDialog, MendingBar, ViewSwitch
from listo.ui.spreadsheet.tables.findings import fill, row_lacking, say
from listo.ui.spreadsheet.tables.issue_types_model import KindsModel
from listo.ui.spreadsheet.tables.paged_model import Pages
from listo.ui.spreadsheet.tables.problems_model import ProblemsModel
from listo.ui.widgets import parts, shortcuts

Answer = Callable[[str, Language], str | None]
"""What VTEX would answer for an error id, in a language, where that is known."""

_LOW = 36
"""Lines of text: in a page that is lower the heading says less, so that the rows keep their room."""


class ProblemsPage(QWidget):
    """The kind of problem at hand, its rows, and everything that can be done about them.

    `pageWanted(code, start)` asks for rows; `show_page` brings them.
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
    rowRequested = Signal(dict)
    """What is known of a row that the sheet lacks, by column."""
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
        self.body = KindBody(self.model)
        self.table, self.lines, self.ending = self.body.table, self.body.lines, self.body.ending
        self.switch = ViewSwitch("kinds")
        self.heading, self.bar = KindHeading(), MendingBar()
        self.back, self.next = parts.button("quiet", "chevron-left"), parts.button("", "chevron-right")
        self._build()
        self._connect()
        self._retranslate()

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._ways = QWidget()
        self._ways.setLayout(parts.row(None, self.back, self.next))
        top = parts.column(parts.row(self.heading.above, None, self.switch, gap=16), self.heading, gap=6)
        inside = parts.column(top, self.body, self.bar, self._ways, gap=12)
        inside.setStretch(1, 1)
        inside.setContentsMargins(24, 20, 24, 16)
        self.setLayout(inside)

    def _connect(self) -> None:
        self.model.pageWanted.connect(lambda start: self.pageWanted.emit(self.code, start))
        self.table.editsRequested.connect(self._on_edits)
        self.table.alikeRequested.connect(self.alikeRequested)
        self.table.chosenRequested.connect(self._on_chosen)
        self.table.currentProblemChanged.connect(self._on_current)
        self.table.leaveRequested.connect(self.ask_to_leave)
        self.switch.chosen.connect(self.viewChosen)
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(self._on_next)
        self._connect_bar()
        self._connect_words()
        ways = ("Alt+Left", lambda: self.step(-1)), ("Alt+Right", lambda: self.step(1))
        shortcuts.bind(self, *ways, ("Ctrl+L", self.ask_to_leave))

    def _connect_bar(self) -> None:
        self.bar.use_all.clicked.connect(lambda: self.suggestionsRequested.emit(self.code))
        self.bar.use_alike.clicked.connect(self._on_use_alike)
        self.bar.edit.clicked.connect(self._on_edit)
        self.bar.delete.clicked.connect(self.table.row_actions.delete)
        self.bar.add.clicked.connect(self._on_add)
        self.bar.leave.clicked.connect(self.ask_to_leave)
        self.bar.history.undoRequested.connect(self.undoRequested)
        self.bar.history.redoRequested.connect(self.redoRequested)

    def _connect_words(self) -> None:
        self.heading.left.clicked.connect(self.leftRequested)
        self.heading.decisions.clicked.connect(self.decisionsRequested)
        self.heading.lookupRequested.connect(self.lookupRequested)
        self.ending.pressed.connect(self._on_ending)
        self.ending.filesWanted.connect(self.filesRequested)

    # -- what the tab tells ------------------------------------------------------------------------

    def begin(self, overview: Overview) -> None:
        """Begin with other files: forget which kinds were done, and show the first."""
        self._kinds.begin(overview.groups, overview.wizard.state.met)
        unseen = overview.wizard.state.issue_type is None
        if unseen or self._kinds.place_of(self.code) is None:
            self.code = ""
        self.update_to(overview)

    def update_to(self, overview: Overview) -> None:
        """Take the groups as they are after a change."""
        self._overview = overview
        self.bar.history.update_to(overview)
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
        code = self._kinds.after(self.code) if way > 0 else self._kinds.before(self.code)
        if code is not None:
            self.show_kind(code)
            self.focus_first()

    def _on_next(self) -> None:
        if self._kinds.after(self.code) is None:
            self.reviewRequested.emit()
        else:
            self.step(1)

    def _on_ending(self) -> None:
        left = self._kinds.left()
        if not left:
            self.reviewRequested.emit()
            return
        self.show_kind(self._kinds.after(self.code) or left[0])
        self.focus_first()

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        self.body.focus_first()

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

    def group(self) -> IssueGroup | None:
        """Return the kind at hand as it stands now; a count of 0 when it is done."""
        place = self._kinds.place_of(self.code)
        return None if place is None else self._kinds.kinds[place].group

    def show_page(self, page: ProblemPage) -> None:
        """Show the rows of the kind at hand, with the keyboard where it was or on the next problem."""
        if page.code != self.code:
            return
        if page.revision == self.model.revision and page.code == self.model.code:
            self.model.accept_page(page)
            return
        self.body.show_page(page)
        self.bar.message.setVisible(not self.body.is_whole_sheet())
        self._restore_place()

    def _restore_place(self) -> None:
        known = None if self._row_number is None else self.model.place_of(self._row_number)
        self.table.go_to(self._place if known is None else known)
        self._on_current()

    def fail(self) -> None:
        """The change that was asked for did not happen."""
        self.model.stop_waiting()

    def _on_edits(self, edits: tuple[Edit, ...]) -> None:
        self.model.wait_for({edit.row for edit in edits})
        self.editsRequested.emit(edits)

    def _on_chosen(self, places: tuple[tuple[int, int], ...], text: str | None) -> None:
        self.chosenRequested.emit(self.code, places, text, self.model.revision)

    def ask_to_leave(self) -> None:
        """Ask for a reason to leave the selected problems as they are, or the line of a whole sheet."""
        group, places = self.group(), self.body.chosen()
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

    def _on_use_alike(self) -> None:
        if self.table.chosen_count() > 1:
            self.table.use_for_chosen()
        else:
            self.table.use_for_alike(self.table.currentIndex().row())

    def _on_add(self) -> None:
        if (problem := self.table.current_problem()) is not None:
            self.rowRequested.emit(row_lacking(problem.finding))

    def _on_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._place = self.table.currentIndex().row()
        problem = self.table.current_problem()
        self._row_number = problem.finding.row if problem else None
        self.bar.message.setText(self._message(problem) if problem else "")
        if (group := self.group()) is not None:
            self._say_answer(group)
        self._label_buttons()

    def _message(self, problem: Problem) -> str:
        return say(self._texts, problem.finding)

    def _on_edit(self) -> None:
        self.table.setFocus()
        self.table.edit_current()

    # -- words ------------------------------------------------------------------------------------

    def _say_heading(self) -> None:
        group, place = self.group(), self._kinds.place_of(self.code)
        self.heading.set_shown(shown=group is not None and group.count > 0)
        if group is None or place is None:
            return
        self.heading.show_kind(group, self._texts)
        self._say_answer(group)
        left = self._overview.ignored if self._overview else 0
        self.heading.show_position(place + 1, len(self._kinds.kinds), left)

    def _say_answer(self, group: IssueGroup) -> None:
        """Say what VTEX would answer to the problem at hand."""
        answer = self._answer(group.error_id, self._texts.language) if group.error_id else None
        problem = self.table.current_problem() or self.model.first()
        self.heading.show_answer(fill(answer, problem) if answer else "")

    def _show_ending(self) -> None:
        pressed = self.bar.use_all.hasFocus()
        self.body.show_ending()
        self.bar.message.hide()
        self._say_ending()
        if pressed:
            self.body.focus_first()

    def _say_ending(self) -> None:
        left = len(self._kinds.left())
        if left:
            self.ending.show_kind_done(left)
        elif self._overview is not None:
            self.ending.show_all_done(self._overview, self.addable)

    def _label_buttons(self) -> None:
        group = self.group()
        self.bar.show_kind(group.with_suggestion if group else 0, can_leave=not self.body.is_over())
        self.bar.show_problem(self.body.current_problem(), self.table.chosen_count())
        self._label_ways()

    def _label_ways(self) -> None:
        last = self._kinds.after(self.code) is None
        self.back.setEnabled(self._kinds.before(self.code) is not None)
        self.back.setText(self.tr("Previous kind"))
        self.next.setText(self.tr("Go to the review") if last else self.tr("Next kind"))
        self.back.setToolTip(self.tr("Alt+Left"))
        self.next.setToolTip(self.tr("Alt+Right"))
        self._ways.setVisible(not self.body.is_over())

    def _retranslate(self) -> None:
        self._kinds.retranslate()
        self.body.retranslate()
        self.heading.retranslate()
        self._say_heading()
        self._say_ending()
        self._on_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heading.set_brief(self.height() < _LOW * self.fontMetrics().lineSpacing())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
