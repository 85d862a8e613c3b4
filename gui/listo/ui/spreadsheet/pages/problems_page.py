"""The problems on one page: what is certain first, then each kind with its rows, decision by decision."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from listo.core.edits.history import Edit
from listo.core.texts import Language, Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import IssueGroup, Overview, Problem, ProblemPage
from listo.ui.language import Translated
from listo.ui.spreadsheet.pages.corrections_card import CorrectionsCard
from listo.ui.spreadsheet.pages.issue_section import IssueSection, IssueTypeEnding
from listo.ui.spreadsheet.pages.problem_actions import IgnoreDialog, ProblemActionBar, ViewSwitch
from listo.ui.spreadsheet.sidebar import IssueTypesModel
from listo.ui.spreadsheet.tables.problems_table import ProblemsTable
from listo.ui.spreadsheet.tables.table_parts import PAGE_SIZE, Pages, fill_names, message_of
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.actions import bind

AnswerLookup = Callable[[str, Language], str | None]
"""What VTEX would answer for an error id, in a language, where that is known."""

_MADE_AT_ONCE = 4
"""Kinds that are made before the page is seen: as many as share a screen; the others follow one by one."""

_ABOVE = 16
"""Pixels that are left above a kind that is gone to."""

_BELOW_ROWS = 140
"""Pixels that a list shown whole leaves of the page for its heading and what stands below it."""


class ProblemsPage(Translated, QWidget):
    """Every kind of problem with its rows, and everything that can be done about the one at hand.

    One kind is at hand, `code`, and one of its rows: what the bar at the foot speaks of, and where the next
    decision is looked for.
    """

    issueTypeShown = Signal(str)
    currentProblemChanged = Signal()
    rowAdded = Signal()
    """A row is being put in below the last one."""
    lookupRequested = Signal(str)
    draftRequested = Signal()
    """The rows of the categories that have none are to be drafted."""
    filesWanted = Signal()
    """They cannot be: an Amazon file is to be added first."""
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
        self._is_centered = False
        """Whether the row at hand is to be brought into the middle once it is here."""
        self._wants_focus = False
        """Whether the keyboard is to go to the rows at hand once they are here."""
        self._sections: dict[str, IssueSection] = {}
        self.corrections, self.ending = CorrectionsCard(work), IssueTypeEnding()
        self.switch, self.bar = ViewSwitch("issue-types"), ProblemActionBar(work)
        self.summary = parts.label("quiet", wraps=False)
        self.ignored, self.decisions = parts.button("link"), parts.button("link")
        self._makes_more = QTimer(self, singleShot=True, interval=0)
        self._looks = QTimer(self, singleShot=True, interval=0)
        self._chains = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._retranslate()

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        above, links = parts.FlowLayout(gap=16, last_right=True), QWidget()
        links.setLayout(parts.row(self.ignored, self.decisions, gap=16))
        for part in (self.summary, links, self.switch):
            above.addWidget(part)
        above.setContentsMargins(24, 12, 24, 8)
        self._kinds = parts.column(gap=12)
        inside = parts.column(self.corrections, self._kinds, self.ending, None, gap=12)
        inside.setContentsMargins(24, 0, 24, 24)
        self.area = parts.scrolled(inside)
        self._inside = self.area.widget() or QWidget()
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = parts.frame("foot")
        foot = parts.column(self.bar)
        foot.setContentsMargins(24, 10, 24, 12)
        self._foot.setLayout(foot)
        whole = parts.column(above, self.area, self._foot, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.ending.hide()

    def _connect(self) -> None:
        self._makes_more.timeout.connect(self._make_next)
        self._looks.timeout.connect(self._look)
        self._chains.timeout.connect(self._chain)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._looks.start())
        bar.rangeChanged.connect(lambda _least, _most: self._looks.start())
        self.ending.go_on.clicked.connect(self._on_ending)
        for over in (self._work.failed, self._work.cancelled):
            over.connect(self._stop_waiting)
        self._connect_bar()
        bind(self, "previous-kind", lambda: self.step(-1))
        bind(self, "next-kind", lambda: self.step(1))
        bind(self, "next-decision", lambda: self.decide(1))
        bind(self, "previous-decision", lambda: self.decide(-1))
        bind(self, "ignore-problem", self.ask_to_ignore)

    def _connect_bar(self) -> None:
        self.bar.use_alike.clicked.connect(self._on_use_alike)
        self.bar.edit.clicked.connect(self._on_edit)
        self.bar.delete.clicked.connect(self._on_delete)
        self.bar.add.clicked.connect(self._on_add)
        self.bar.ignore.clicked.connect(self.ask_to_ignore)
        self.bar.next.clicked.connect(lambda: self.decide(1))

    # -- what the tab tells ------------------------------------------------------------------------

    def begin(self, overview: Overview) -> None:
        """Begin with other files: forget which issue types were done, and show the first."""
        self._issue_types.begin(overview.groups, overview.wizard.state.met)
        is_new = overview.wizard.state.issue_type is None
        if is_new or self._issue_types.row_of(self.code) is None:
            self.code = ""
        for section in self._sections.values():
            section.needs_rows = True
        self.update_to(overview)
        if is_new:
            self.area.verticalScrollBar().setValue(0)

    def update_to(self, overview: Overview) -> None:
        """Take the groups as they are after a change."""
        self._overview = overview
        self.bar.history.update_to(overview)
        self._issue_types.update(overview.groups)
        had_focus = self.corrections.has_focus()
        self.corrections.update_to(overview.groups, overview.revision)
        self._wants_focus |= had_focus and self.corrections.isHidden()
        for section in self._sections.values():
            section.needs_rows |= section.model.revision != overview.revision
            if not section.needs_rows:  # asked for what was so already
                section.model.stop_waiting()
        self._choose_kind()
        self._refresh()

    def _choose_kind(self) -> None:
        """Have a kind at hand that has a problem left, the next one where the last is done.

        Where it was done elsewhere, as by answers of a draft, the person comes to the first of all.
        """
        group = self.group()
        if group is not None and group.count:
            return
        remaining, is_seen = self._issue_types.remaining(), group is not None and self.isVisible()
        following = self._issue_types.next_after(self.code) if is_seen else None
        code = following or next(iter(remaining), self.code)
        if code != self.code:
            self._set_issue_type(code)
            self._is_centered = is_seen  # else it is the first of all, at the top of the page

    def forget_rows(self) -> None:
        """Treat all rows as out of date."""
        for section in self._sections.values():
            section.model.revision = -1
            section.needs_rows = True

    def show_issue_type(self, code: str) -> None:
        """Show that issue type from its first row on, at the top of the page."""
        if self._issue_types.row_of(code) is None:
            return
        section = self._section_of(code)
        if code != self.code and not section.is_done:
            self._set_issue_type(code)
        section.unfold()
        self._refresh()
        if not section.needs_rows and section.model.peek(self._index) is not None:
            self._restore_row(section)
        self._scroll_to_top_of(section)

    def show_problem(self, code: str, row_number: int, index: int) -> None:
        """Show that issue type, at Excel's row, which has that index in the list."""
        if self._issue_types.row_of(code) is None:
            return
        if code != self.code:
            self._set_issue_type(code)
        self._go_to(index, row_number or None)

    def _go_to(self, index: int, row_number: int | None) -> None:
        """Bring a problem of the kind at hand into the middle, once it is here."""
        section = self._section_of(self.code)
        section.unfold()
        self._index, self._row_number, self._is_centered = index, row_number, True
        if section.needs_rows or section.model.peek(index) is None:
            self._refresh()
            self._ask_for_rows(self.code, Pages.start_of(index))
        else:
            self._restore_row(section)

    def current_cell(self) -> tuple[int, str] | None:
        """Return Excel's number of the row that the keyboard is on, and the column concerned."""
        problem = self.current_problem()
        if problem is None or problem.row is None:
            return None
        return problem.row, problem.finding.column or ""

    def current_text(self) -> tuple[str, str]:
        """Return what the cell concerned says that the keyboard is on, and its column; empty without one."""
        problem = self.current_problem()
        return (problem.finding.value, problem.finding.column or "") if problem else ("", "")

    def current_problem(self) -> Problem | None:
        """Return the problem of a table that is at hand."""
        section = self._sections.get(self.code)
        return section.current_problem() if section else None

    def _set_issue_type(self, code: str) -> None:
        before = self._sections.get(self.code)
        if before is not None and before.table is not None and not before.table.hasFocus():
            before.table.clearSelection()
        self.code, self._index, self._row_number = code, 0, None
        self.issueTypeShown.emit(code)

    # -- from one to the next ----------------------------------------------------------------------

    def step(self, direction: Literal[-1, 1]) -> None:
        """Show the next issue type (1) or the one before (-1) that is not done."""
        types = self._issue_types
        code = types.next_after(self.code) if direction > 0 else types.previous_before(self.code)
        if code is not None:
            self.show_issue_type(code)
            self.focus_rows()

    def decide(self, direction: Literal[-1, 1]) -> None:
        """Go to the next decision (1) or the one before (-1), in this kind or another."""
        if not self._issue_types.remaining():
            self._on_ending()
            return
        section = self._sections.get(self.code)
        if section is not None and section.offers_rows():  # one decision for all of its problems
            self._go_to_kind(direction)
            self.focus_rows()
            return
        if not self._has_rows_focus():  # it was not looked at yet
            self._go_to(self._index, self._row_number)
            self.focus_rows()
            return
        given = self.code, self._index, direction
        request = self._work.start(Jobs.next_decision, *given)
        request.on_success(partial(self._show_decision, self.code, direction))

    def _show_decision(
        self, code: str, direction: Literal[-1, 1], found: tuple[int, int | None] | None
    ) -> None:
        if code != self.code:
            return
        if found is not None:
            self._go_to(*found)
        else:
            self._go_to_kind(direction)
        self.focus_rows()

    def _go_to_kind(self, direction: Literal[-1, 1]) -> None:
        """Go to the first problem of the next kind, or to the last of the one before; after all, around."""
        types, remaining = self._issue_types, self._issue_types.remaining()
        if direction > 0:
            code = types.next_after(self.code) or remaining[0]
        else:
            code = types.previous_before(self.code) or remaining[-1]
        row = types.row_of(code)
        count = 0 if row is None else types.items[row].group.count
        self._set_issue_type(code)
        self._go_to(0 if direction > 0 else max(count - 1, 0), None)

    def _on_left(self, section: IssueSection, direction: int) -> None:
        """Go on by an arrow key beyond the rows of a kind, where there is another one that way."""
        types = self._issue_types
        way: Literal[-1, 1] = 1 if direction > 0 else -1
        code = types.next_after(section.code) if way > 0 else types.previous_before(section.code)
        if code is not None:
            self.code = section.code
            self._go_to_kind(way)
            self.focus_rows()

    def _has_skus(self) -> bool:
        return self._overview is not None and self._overview.skus.states is not None

    def _on_ending(self) -> None:
        if self._has_skus():
            self.skusRequested.emit()
        else:
            self.reviewRequested.emit()

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        if self._issue_types.remaining():
            self.focus_rows()
        elif not self.ending.focus_first():
            self.switch.sheet.setFocus()

    def focus_rows(self) -> None:
        """Give the keyboard to the rows of the kind at hand, at once or when they come."""
        section = self._sections.get(self.code)
        self._wants_focus = True
        if section is not None and section.has_body() and not section.is_done:
            section.focus()
            self._wants_focus = False

    # -- the kinds on the page ---------------------------------------------------------------------

    def section(self, code: str = "") -> IssueSection | None:
        """Return what shows a kind, by default the one at hand; None where there is none yet."""
        return self._sections.get(code or self.code)

    def _section_of(self, code: str) -> IssueSection:
        """Return what shows a kind, made now if it was not."""
        found = self._sections.get(code)
        if found is None:
            found = self._sections[code] = self._make_section(code)
        return found

    def _make_section(self, code: str) -> IssueSection:
        made = IssueSection(self._work, code)
        made.rowsWanted.connect(self._ask_for_rows)
        made.bodyMade.connect(self._connect_body)
        made.rowsOffered.connect(self._bring_into_sight)
        made.heading.lookupRequested.connect(self.lookupRequested)
        made.draftWanted.connect(self.draftRequested)
        made.filesWanted.connect(self.filesWanted)
        order = [item.code for item in self._issue_types.items]
        self._kinds.insertWidget(sum(known in self._sections for known in order[: order.index(code)]), made)
        self._chains.start()
        self._show_section(made)
        return made

    def _put_in_order(self) -> None:
        """Have the kinds that are made stand as in the list: other files may have put it in another order."""
        made = [self._sections[item.code] for item in self._issue_types.items if item.code in self._sections]
        for place, section in enumerate(made):
            if self._kinds.indexOf(section) != place:
                self._kinds.insertWidget(place, section)
                self._chains.start()

    def _chain(self) -> None:
        """Have the Tab key go through the kinds from above to below, in whatever order they were made."""
        made = (self._sections[item.code] for item in self._issue_types.items if item.code in self._sections)
        stops = [stop for part in (self.corrections, *made) for stop in parts.tab_stops(part)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect_body(self, section: IssueSection) -> None:
        self._chains.start()
        view = section.view()
        view.entered.connect(partial(self._on_entered, section))
        if (table := section.table) is None:
            return
        table.editsRequested.connect(partial(self._on_edits, section))
        table.alikeRequested.connect(self._on_alike)
        table.chosenRequested.connect(partial(self._on_chosen, section))
        table.currentProblemChanged.connect(partial(self._on_current, section))
        table.ignoreRequested.connect(self.ask_to_ignore)
        table.leftAt.connect(partial(self._on_left, section))
        table.row_actions.rowAdded.connect(self.rowAdded)

    def _make_next(self) -> None:
        """Make the next kind that is not on the page yet, and come back for the others."""
        missing = [item.code for item in self._issue_types.items if item.code not in self._sections]
        if missing:
            self._section_of(missing[0])
            self._makes_more.start()
        else:
            self._looks.start()

    def _refresh(self) -> None:
        """Show every kind as it stands now."""
        known = {item.code for item in self._issue_types.items}
        for code in [code for code in self._sections if code not in known]:
            gone = self._sections.pop(code)
            self._kinds.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for item in self._issue_types.items[:_MADE_AT_ONCE]:
            self._section_of(item.code)
        self._put_in_order()
        for section in self._sections.values():
            self._show_section(section)
        self._makes_more.start()
        self._say()
        self._ask_at_hand()
        self._looks.start()

    def _show_section(self, section: IssueSection) -> None:
        row = self._issue_types.row_of(section.code)
        if row is None:
            return
        item, types = self._issue_types.items[row], self._issue_types
        had_focus = section.has_focus() and not item.group.count
        draftable = self._overview.draftable if self._overview else 0
        section.show_group(item.group, item.title, self._texts, draftable)
        section.heading.show_unlock(types.unlock_words(item.group), types.unlock_hint(item.group))
        self._say_answer(section)
        self._wants_focus |= had_focus

    def _look(self) -> None:
        """Ask for the rows of the kind at hand, and of those that are in sight or soon will be."""
        if not self.isVisible():
            return
        self._ask_at_hand()
        height = self.area.viewport().height()
        for section in self._sections.values():
            section.set_most_high(max(height - _BELOW_ROWS, 0))
            top = self._place_of(section)
            is_near = -height < top + section.height() and top < 2 * height
            if is_near and section.needs_rows and not section.is_done:
                section.needs_rows = False
                self._ask_for_rows(section.code, 0)
        if self._wants_focus:
            self.focus_first()

    def _ask_at_hand(self) -> None:
        section = self._sections.get(self.code)
        if section is not None and section.needs_rows and not section.is_done and self.isVisible():
            section.needs_rows = False
            self._ask_for_rows(section.code, Pages.start_of(self._index))

    def _place_of(self, section: IssueSection) -> int:
        """Return how far below the top of what is in sight a kind begins, in pixels."""
        return section.mapTo(self._inside, QPoint()).y() - self.area.verticalScrollBar().value()

    def _scroll_to_top_of(self, section: IssueSection) -> None:
        self._settle_heights()
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + self._place_of(section) - _ABOVE)

    def _bring_into_sight(self, section: IssueSection) -> None:
        """Bring the row at hand into sight below its heading, or into the middle where both have no room."""
        self._settle_heights()
        self._chains.start()
        if section.has_body() and section.view().is_scrolled:
            view = section.view()
            view.scrollTo(view.currentIndex(), view.ScrollHint.PositionAtCenter)
        bar, height = self.area.verticalScrollBar(), self.area.viewport().height()
        row, top = section.rect_of_current(), self._place_of(section)
        fits = row.bottom() + 2 * _ABOVE <= height
        bar.setValue(bar.value() + (top - _ABOVE if fits else top + row.center().y() - height // 2))

    def _settle_heights(self) -> None:
        """Have the page as high as it has to be, before something on it is gone to."""
        inside, box = self._inside, self._inside.layout()
        if box is not None:
            box.activate()
            height = max(box.totalHeightForWidth(inside.width()), self.area.viewport().height())
            inside.resize(inside.width(), height)
            box.activate()

    # -- rows -------------------------------------------------------------------------------------

    def _ask_for_rows(self, code: str, start: int) -> None:
        self._work.look(Jobs.problem_page, self.show_page, code, start, PAGE_SIZE)

    def group(self) -> IssueGroup | None:
        """Return the issue type at hand as it stands now; a count of 0 when it is done."""
        row = self._issue_types.row_of(self.code)
        return None if row is None else self._issue_types.items[row].group

    def show_page(self, page: ProblemPage) -> None:
        """Show the rows of a kind; of that at hand, with the keyboard where it was or on the next problem."""
        section = self._sections.get(page.code)
        if section is None:
            return
        if page.revision == section.model.revision and page.code == section.model.code:
            section.model.accept_page(page)
        else:
            section.show_page(page)
        if page.code == self.code:
            self._restore_row(section)
        self._say_answer(section)

    def _restore_row(self, section: IssueSection) -> None:
        known = None if self._row_number is None else section.model.row_of(self._row_number)
        section.go_to(self._index if known is None else known)
        if self._is_centered:
            self._is_centered = False
            self._bring_into_sight(section)
            has_keyboard = self._wants_focus or section.has_focus()
            if section.lacks_rows() and has_keyboard and not section.offers_rows():
                section.ask_for_missing_rows(None)
        if self._wants_focus:
            self.focus_rows()
        self._on_current(section)

    def _stop_waiting(self) -> None:
        for section in self._sections.values():
            section.model.stop_waiting()

    def _has_rows_focus(self) -> bool:
        """Return whether the keyboard is on the rows at hand, or in the cell of them that is edited."""
        section = self._sections.get(self.code)
        if section is None or not section.has_body():
            return False
        within = section.view().focusWidget()
        return within is not None and within.hasFocus()

    def _on_entered(self, section: IssueSection, by_hand: bool) -> None:
        """Have the kind at hand where the person brought the keyboard."""
        if section.code != self.code:
            if not by_hand:
                return
            self._set_issue_type(section.code)
        if not section.view().currentIndex().isValid():
            section.go_to(self._index)
        self._on_current(section)

    def _on_edits(self, section: IssueSection, edits: tuple[Edit, ...]) -> None:
        section.model.wait_for({edit.row for edit in edits})
        self._work.change(Jobs.apply, edits)

    def _on_alike(self, row: int, column: str, text: str) -> None:
        self._work.change(Jobs.apply_alike, row, column, text)

    def _on_chosen(
        self, section: IssueSection, ranges: tuple[tuple[int, int], ...], text: str | None
    ) -> None:
        self._work.change(Jobs.apply_chosen, section.code, ranges, text, section.model.revision)

    def ask_to_ignore(self) -> None:
        """Ask for a reason to ignore the selected problems, or the line of a whole sheet."""
        group, section = self.group(), self._sections.get(self.code)
        ranges = section.chosen() if section else ()
        if group is None or section is None or not ranges:
            return
        some = sum(last - first + 1 for first, last in ranges)
        dialog = IgnoreDialog(min(some, group.count), group.count, parent=self)
        dialog.agreed.connect(partial(self._on_ignore, self.code, ranges, section.model.revision))
        dialog.open()

    def _on_ignore(
        self, code: str, ranges: tuple[tuple[int, int], ...], revision: int, reason: str, whole_type: bool
    ) -> None:
        if whole_type:
            self._work.change(Jobs.ignore_type, code, reason)
        else:
            self._work.change(Jobs.ignore_chosen, code, ranges, reason, revision)

    @property
    def table(self) -> ProblemsTable | None:
        """The table of the kind at hand; None until its rows are here, or where it has none."""
        section = self._sections.get(self.code)
        return section.table if section else None

    def _on_use_alike(self) -> None:
        table = self.table
        if table is not None and table.chosen_count() > 1:
            table.use_for_chosen()
        elif table is not None:
            table.use_for_alike(table.currentIndex().row())

    def _on_delete(self) -> None:
        if self.table is not None:
            self.table.row_actions.delete()

    def _on_add(self) -> None:
        section = self._sections.get(self.code)
        if section is not None and self.current_problem() is not None:
            section.ask_for_missing_rows(self._index)

    def _on_edit(self) -> None:
        if self.table is not None:
            self.table.setFocus()
            self.table.edit_current()

    def _on_current(self, section: IssueSection) -> None:
        if section.code != self.code:
            return
        if section.has_body() and section.view().currentIndex().isValid():
            self._index = section.view().currentIndex().row()
        problem = section.current_problem()
        self._row_number = problem.row if problem else None
        self._say_current()
        self._say_answer(section)
        self.currentProblemChanged.emit()

    # -- words ------------------------------------------------------------------------------------

    def _say_current(self) -> None:
        """Say of the problem at hand what is wrong, and offer what can be done."""
        problem, section, group = self.current_problem(), self._sections.get(self.code), self.group()
        self.bar.message.setText(message_of(self._texts, problem.finding) if problem else "")
        self.bar.show_issue_type(can_ignore=group is not None and group.count > 0)
        self.bar.show_problem(problem, section.table.chosen_count() if section and section.table else 0)

    def _say_answer(self, section: IssueSection) -> None:
        """Say what VTEX would answer to the problem at hand, or to the first of a kind."""
        problem = section.current_problem() if section.code == self.code else None
        problem = problem or section.model.first()
        row = self._issue_types.row_of(section.code)
        group = None if row is None else self._issue_types.items[row].group
        error_id = (problem.finding.error_id if problem else None) or (group.error_id if group else None)
        answer = self._answer(error_id, self._texts.language) if error_id else None
        section.heading.show_answer(fill_names(answer, problem) if answer else "")

    def _say(self) -> None:
        """Say how much is left, or that nothing is."""
        remaining = self._issue_types.remaining()
        problems = sum(item.group.count for item in self._issue_types.items)
        kinds = self.tr("%Ln kind(s)", "", len(remaining))
        left = self.tr("%Ln problem(s)", "", problems)
        self.summary.setText(f"{left} · {kinds}" if remaining else "")
        self.summary.setVisible(bool(remaining))
        ignored = self._overview.ignored if self._overview else 0
        self.ignored.setVisible(ignored > 0)
        self.ignored.setText(self.tr("%Ln set aside", "", ignored))
        self.bar.set_over(over=not remaining)
        is_over = self._overview is not None and self._overview.mapping is not None and not remaining
        self.ending.setVisible(is_over)
        if is_over and self._overview is not None:
            self.ending.show_all_done(self._overview, self.addable)
        self._say_current()

    def _retranslate(self) -> None:
        self._issue_types.retranslate()
        self.decisions.setText(self.tr("Remembered choices…"))
        self.bar.retranslate()
        for section in self._sections.values():
            self._show_section(section)
            section.retranslate(self._texts)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._looks.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_at_hand()
        self._looks.start()
