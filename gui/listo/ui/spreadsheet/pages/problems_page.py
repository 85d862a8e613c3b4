"""The second step: the problems, one issue type at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from listo.core.edits.history import Edit
from listo.core.texts import Language, Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import IssueGroup, Overview, Problem, ProblemPage
from listo.ui.language import Translated
from listo.ui.spreadsheet.pages.issue_type_view import IssueTypeHeading, IssueTypeView
from listo.ui.spreadsheet.pages.problem_actions import IgnoreDialog, ProblemActionBar, ViewSwitch
from listo.ui.spreadsheet.sidebar import IssueTypesModel
from listo.ui.spreadsheet.tables.problems_model import ProblemsModel
from listo.ui.spreadsheet.tables.table_parts import PAGE_SIZE, Pages, fill_names, message_of, missing_row
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.actions import bind

AnswerLookup = Callable[[str, Language], str | None]
"""What VTEX would answer for an error id, in a language, where that is known."""

_LOW = 36
"""Lines of text: in a page that is lower the heading says less, so that the rows keep their room."""


class ProblemsPage(Translated, QWidget):
    """The issue type at hand, its rows, and everything that can be done about them."""

    issueTypeShown = Signal(str)
    reviewRequested = Signal()
    skusRequested = Signal()
    """The person is through with the problems, and wants to see what that makes of the SKUs."""

    def __init__(
        self,
        work: Work,
        issue_types: IssueTypesModel,
        texts: Texts,
        answer: AnswerLookup,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._issue_types, self._texts, self._answer = work, issue_types, texts, answer
        self._overview: Overview | None = None
        self.addable = 0
        self.code = ""
        self._index = 0
        self._row_number: int | None = None
        self.model = ProblemsModel(self._message, self)
        self.body = IssueTypeView(work, self.model)
        self.table, self.lines, self.ending = self.body.table, self.body.lines, self.body.ending
        self.switch = ViewSwitch("issue-types")
        self.heading, self.bar = IssueTypeHeading(), ProblemActionBar(work)
        self.back, self.next = parts.button("quiet", "chevron-left"), parts.button("", "chevron-right")
        self._build()
        self._connect()
        self._retranslate()

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._steps = QWidget()
        self._steps.setLayout(parts.row(None, self.back, self.next))
        # Not the height of the ending, which is seen without what stands around a table.
        self.body.setMinimumHeight(self.table.minimumSizeHint().height())
        above = parts.row(parts.grow(self.heading.above), self.switch, gap=16)
        top = parts.column(above, self.heading, gap=6)
        inside = parts.column(top, self.body, self.bar, self._steps, gap=12)
        inside.setStretch(1, 1)
        inside.setContentsMargins(24, 20, 24, 16)
        self.setLayout(inside)

    def _connect(self) -> None:
        self.model.pageWanted.connect(self._ask_for_rows)
        self.table.editsRequested.connect(self._on_edits)
        self.table.alikeRequested.connect(self._on_alike)
        self.table.chosenRequested.connect(self._on_chosen)
        self.table.currentProblemChanged.connect(self._on_current)
        self.table.ignoreRequested.connect(self.ask_to_ignore)
        self.ending.go_on.clicked.connect(self._on_ending)
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(self._on_next)
        for over in (self._work.failed, self._work.cancelled):
            over.connect(self.model.stop_waiting)
        self._connect_bar()
        bind(self, "previous-kind", lambda: self.step(-1))
        bind(self, "next-kind", lambda: self.step(1))
        bind(self, "ignore-problem", self.ask_to_ignore)

    def _connect_bar(self) -> None:
        self.bar.use_all.clicked.connect(lambda: self._work.change(Jobs.apply_suggestions, self.code))
        self.bar.use_alike.clicked.connect(self._on_use_alike)
        self.bar.edit.clicked.connect(self._on_edit)
        self.bar.delete.clicked.connect(self.table.row_actions.delete)
        self.bar.add.clicked.connect(self._on_add)
        self.bar.ignore.clicked.connect(self.ask_to_ignore)

    # -- what the tab tells ------------------------------------------------------------------------

    def begin(self, overview: Overview) -> None:
        """Begin with other files: forget which issue types were done, and show the first."""
        self._issue_types.begin(overview.groups, overview.wizard.state.met)
        is_new = overview.wizard.state.issue_type is None
        if is_new or self._issue_types.row_of(self.code) is None:
            self.code = ""
        self.update_to(overview)

    def update_to(self, overview: Overview) -> None:
        """Take the groups as they are after a change."""
        self._overview = overview
        self.bar.history.update_to(overview)
        if overview.revision == self.model.revision:  # asked for what was so already
            self.model.stop_waiting()
        self._issue_types.update(overview.groups)
        if not self.code and self._issue_types.items:
            self._set_issue_type(self._issue_types.items[0].code)
        self._refresh()

    def show_issue_type(self, code: str) -> None:
        """Show that issue type from its first row on."""
        if code != self.code and self._issue_types.row_of(code) is not None:
            self._set_issue_type(code)
            self._refresh()

    def show_problem(self, code: str, row_number: int, index: int) -> None:
        """Show that issue type, at Excel's row, which has that index in the list."""
        if self._issue_types.row_of(code) is None:
            return
        if code != self.code:
            self._set_issue_type(code)
            self.model.clear()
        self._index, self._row_number = index, row_number or None
        if self.model.peek(index) is None:
            self._refresh()
        else:
            self._restore_row()

    def current_cell(self) -> tuple[int, str] | None:
        """Return Excel's number of the row that the keyboard is on, and the column concerned."""
        problem = self.table.current_problem()
        finding = problem.finding if problem else None
        return (finding.row, finding.column or "") if finding and finding.row is not None else None

    def current_text(self) -> tuple[str, str]:
        """Return what the cell concerned says that the keyboard is on, and its column; empty without one."""
        problem = self.table.current_problem()
        return (problem.finding.value, problem.finding.column or "") if problem else ("", "")

    def _set_issue_type(self, code: str) -> None:
        self.code, self._index, self._row_number = code, 0, None
        self.issueTypeShown.emit(code)

    def step(self, direction: Literal[-1, 1]) -> None:
        """Show the next issue type (1) or the one before (-1) that is not done."""
        types = self._issue_types
        code = types.next_after(self.code) if direction > 0 else types.previous_before(self.code)
        if code is not None:
            self.show_issue_type(code)
            self.focus_first()

    def _on_next(self) -> None:
        if self._issue_types.next_after(self.code) is not None:
            self.step(1)
        elif self._has_skus():
            self.skusRequested.emit()
        else:
            self.reviewRequested.emit()

    def _has_skus(self) -> bool:
        return self._overview is not None and self._overview.skus.states is not None

    def _on_ending(self) -> None:
        remaining = self._issue_types.remaining()
        if not remaining:
            self.reviewRequested.emit()
            return
        self.show_issue_type(self._issue_types.next_after(self.code) or remaining[0])
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
            self._index = min(self._index, group.count - 1)
            self._ask_for_rows(Pages.start_of(self._index))
        else:
            self._show_ending()
        self._say_heading()
        self._label_buttons()

    def _ask_for_rows(self, start: int) -> None:
        self._work.look(Jobs.problem_page, self.show_page, self.code, start, PAGE_SIZE)

    def group(self) -> IssueGroup | None:
        """Return the issue type at hand as it stands now; a count of 0 when it is done."""
        row = self._issue_types.row_of(self.code)
        return None if row is None else self._issue_types.items[row].group

    def show_page(self, page: ProblemPage) -> None:
        """Show the rows of the issue type at hand, with the keyboard where it was or on the next problem."""
        if page.code != self.code:
            return
        if page.revision == self.model.revision and page.code == self.model.code:
            self.model.accept_page(page)
            return
        self.body.show_page(page)
        self.bar.message.setVisible(not self.body.is_whole_sheet())
        self._restore_row()

    def _restore_row(self) -> None:
        known = None if self._row_number is None else self.model.row_of(self._row_number)
        self.table.go_to(self._index if known is None else known)
        self._on_current()

    def _on_edits(self, edits: tuple[Edit, ...]) -> None:
        self.model.wait_for({edit.row for edit in edits})
        self._work.change(Jobs.apply, edits)

    def _on_alike(self, row: int, column: str, text: str) -> None:
        self._work.change(Jobs.apply_alike, row, column, text)

    def _on_chosen(self, ranges: tuple[tuple[int, int], ...], text: str | None) -> None:
        self._work.change(Jobs.apply_chosen, self.code, ranges, text, self.model.revision)

    def ask_to_ignore(self) -> None:
        """Ask for a reason to ignore the selected problems, or the line of a whole sheet."""
        group, ranges = self.group(), self.body.chosen()
        if group is None or not ranges:
            return
        some = sum(last - first + 1 for first, last in ranges)
        dialog = IgnoreDialog(some, group.count, parent=self)
        dialog.agreed.connect(partial(self._on_ignore, self.code, ranges, self.model.revision))
        dialog.open()

    def _on_ignore(
        self, code: str, ranges: tuple[tuple[int, int], ...], revision: int, reason: str, whole_type: bool
    ) -> None:
        if whole_type:
            self._work.change(Jobs.ignore_type, code, reason)
        else:
            self._work.change(Jobs.ignore_chosen, code, ranges, reason, revision)

    def _on_use_alike(self) -> None:
        if self.table.chosen_count() > 1:
            self.table.use_for_chosen()
        else:
            self.table.use_for_alike(self.table.currentIndex().row())

    def _on_add(self) -> None:
        if (problem := self.table.current_problem()) is not None:
            self.table.row_actions.insert(missing_row(problem.finding))

    def _on_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._index = self.table.currentIndex().row()
        problem = self.table.current_problem()
        self._row_number = problem.finding.row if problem else None
        self.bar.message.setText(self._message(problem) if problem else "")
        if (group := self.group()) is not None:
            self._say_answer(group)
        self._label_buttons()

    def _message(self, problem: Problem) -> str:
        return message_of(self._texts, problem.finding)

    def _on_edit(self) -> None:
        self.table.setFocus()
        self.table.edit_current()

    # -- words ------------------------------------------------------------------------------------

    def _say_heading(self) -> None:
        group, row = self.group(), self._issue_types.row_of(self.code)
        self.heading.set_shown(shown=group is not None and group.count > 0)
        if group is None or row is None:
            return
        self.heading.show_issue_type(group, self._texts)
        self._say_answer(group)
        ignored = self._overview.ignored if self._overview else 0
        types = self._issue_types
        self.heading.show_unlock(types.unlock_words(group), types.unlock_hint(group))
        self.heading.show_position(row + 1, len(self._issue_types.items), ignored)

    def _say_answer(self, group: IssueGroup) -> None:
        """Say what VTEX would answer to the problem at hand."""
        answer = self._answer(group.error_id, self._texts.language) if group.error_id else None
        problem = self.table.current_problem() or self.model.first()
        self.heading.show_answer(fill_names(answer, problem) if answer else "")

    def _show_ending(self) -> None:
        pressed = self.bar.use_all.hasFocus()
        self.body.show_ending()
        self.bar.message.hide()
        self._say_ending()
        if pressed:
            self.body.focus_first()

    def _say_ending(self) -> None:
        remaining = len(self._issue_types.remaining())
        if remaining:
            self.ending.show_issue_type_done(remaining)
        elif self._overview is not None:
            self.ending.show_all_done(self._overview, self.addable)

    def _label_buttons(self) -> None:
        group = self.group()
        self.bar.show_issue_type(group.with_suggestion if group else 0, can_ignore=not self.body.is_over())
        self.bar.show_problem(self.body.current_problem(), self.table.chosen_count())
        self._label_steps()

    def _label_steps(self) -> None:
        last = self._issue_types.next_after(self.code) is None
        self.back.setEnabled(self._issue_types.previous_before(self.code) is not None)
        self.back.setText(self.tr("Previous kind"))
        end = self.tr("Go to your SKUs") if self._has_skus() else self.tr("Go to the review")
        self.next.setText(end if last else self.tr("Next kind"))
        self.back.setToolTip(self.tr("Alt+Left"))
        self.next.setToolTip(self.tr("Alt+Right"))
        self._steps.setVisible(not self.body.is_over())

    def _retranslate(self) -> None:
        self._issue_types.retranslate()
        self.body.retranslate()
        self.heading.retranslate()
        self._say_heading()
        self._say_ending()
        self._on_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heading.set_brief(self.height() < _LOW * self.fontMetrics().lineSpacing())
