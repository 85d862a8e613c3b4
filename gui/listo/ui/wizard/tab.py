"""The tab itself: it asks the worker, and hands what comes back to the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from listo.core.errors import InputError
from listo.core.jobs.model import ChangesPage, LeftPage, Overview, Page
from listo.core.journey import STEPS, Station, Step
from listo.core.sheets import Column
from listo.core.texts import Language, Texts
from listo.ui.dialogs.decisions import DecisionsDialog
from listo.ui.models.kinds import KindsModel
from listo.ui.models.pages import PAGE_SIZE
from listo.ui.state import State
from listo.ui.widgets import parts
from listo.ui.wizard.afterwards_page import AfterwardsPage
from listo.ui.wizard.banner import Banner
from listo.ui.wizard.busy import BusyPanel
from listo.ui.wizard.columns_page import ColumnsPage
from listo.ui.wizard.file_changes import FileChanges
from listo.ui.wizard.files_page import OFFERED, FilesPage
from listo.ui.wizard.find_panel import FindPanel
from listo.ui.wizard.mending_work import MendingWork
from listo.ui.wizard.places import Places
from listo.ui.wizard.problems_page import Answer, ProblemsPage
from listo.ui.wizard.rail import Rail, StepState
from listo.ui.wizard.reporting import Reporting
from listo.ui.wizard.review_page import ReviewPage
from listo.ui.wizard.save_page import SavePage
from listo.ui.wizard.sheet_page import WholeSheetPage
from listo.ui.wizard.sheet_work import SheetWork
from listo.ui.wizard.traveller import Traveller
from listo.ui.wizard.view_switch import View

_LONG = frozenset({"open", "remove", "resume", "sample", "save", "take_up_new_file", "set_shape"})
_LOOKING = frozenset(
    [
        "page",
        "sheet_page",
        "spot",
        "place",
        "sought",
        "changes",
        "left",
        "accepted_values",
        "find",
        "shape",
        "deletion",
    ]
)
_TELLING = frozenset(["go", "look_at", "tick", "to_reprocess"])
"""Jobs that bring what is looked at or keep where the person is: nobody waits for them with a bar."""


class Starter(Protocol):
    """What the tab needs of the runner: a job by name, answered by the signals of the task it returns.

    `resumed` brings the Overview of work that was opened again in a new process.
    """

    resumed: Any

    def start(self, job: str, /, **arguments: Any) -> Any:
        """Begin a job and return its task."""


class _Awaited(QObject):
    """A task that runs, and what is to happen when it ends; it goes with the tab that asked."""

    ended = Signal(object)

    def __init__(self, job: str, task: Any, then: Callable[[Any], None], parent: SpreadsheetTab) -> None:
        super().__init__(parent)
        self.job, self.task, self.target = job, task, Path()
        self._then, self._tab = then, parent
        task.progressed.connect(self._on_progressed)
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)

    def _on_progressed(self, stage: str, done: int, total: int) -> None:
        self._tab.show_progress(stage, done, total)

    def _on_succeeded(self, answer: object) -> None:
        self.ended.emit(self)
        self._then(answer)

    def _on_failed(self, error: object) -> None:
        self.ended.emit(self)
        self._tab.show_failure(self.job, self.target, error)

    def _on_cancelled(self) -> None:
        self.ended.emit(self)
        self._tab.show_cancelled()


def _no_answer(_error_id: str, _language: Language) -> str | None:
    return None


def needs_of_checks() -> Counter[str]:
    """Return how many of the checks that Listo has need each of the files that can be added."""
    from listo.core.checks import CHECKS

    return Counter(need for check in CHECKS for need in map(str, check.needs) if need in OFFERED)


class SpreadsheetTab(QWidget):
    """*Check my spreadsheet*, from the dropped files to the saved copy.

    `answer` gives what VTEX would say for an error id, where that is known. Every change of the
    work comes as an Overview from the worker; the pages draw it and keep nothing else. `state` is where it
    is kept at which place the person stands.
    """

    noticeRequested = Signal(str)
    sessionChanged = Signal()
    lookupRequested = Signal(str)

    def __init__(
        self,
        runner: Starter,
        texts: Texts,
        parent: QWidget | None = None,
        *,
        answer: Answer = _no_answer,
        needs: Callable[[], Counter[str]] = needs_of_checks,
        open_printer: Callable[[], Starter] | None = None,
        state: State | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._texts, self._needs = runner, texts, needs
        self._awaited: list[_Awaited] = []
        self._recovering = False
        self._sought: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self.overview: Overview | None = None
        self.step: Step = "files"
        self.kinds = KindsModel(self._title_of, self)
        self.rail = Rail(self.kinds)
        self.banner, self.busy = Banner(), BusyPanel()
        self.files = FilesPage(texts, needs)
        self.problems = ProblemsPage(self.kinds, texts, answer)
        self.columns, self.afterwards = ColumnsPage(), AfterwardsPage()
        self.sheet = WholeSheetPage(self.kinds, texts)
        self.view: View = "kinds"
        self.review, self.save = ReviewPage(texts), SavePage()
        self.finding = FindPanel()
        self._mending_work = MendingWork(
            self.problems,
            self.sheet,
            self.finding,
            self._start,
            self._change,
            lambda: self._show_view("sheet"),
        )
        self._sheet_work = SheetWork(self.sheet, self._start, self._change, self._is_current)
        self.reporting = Reporting(
            self.save.report, self._start, self._wait, lambda: self._texts.language, open_printer
        )
        self._places = Places(state)
        self.traveller = Traveller(self._start, self)
        self._build()
        self.changes = FileChanges(self.banner, self._banner_place.show, self)
        self._connect()
        self.go_to("files")

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.pages, self.views = QStackedWidget(), QStackedWidget()
        for view in (self.problems, self.sheet):
            self.views.addWidget(view)
        self._working = QWidget()
        self._working.setLayout(parts.column(self.finding, self.views, gap=0))
        for page in (self.files, self.columns, self._working, self.review, self.save, self.afterwards):
            self.pages.addWidget(page)
        self._banner_place = QWidget()
        place = parts.row(self.banner)
        place.setContentsMargins(24, 16, 24, 0)
        self._banner_place.setLayout(place)
        self._banner_place.hide()
        self.rail.add_foot(self.busy)
        side = parts.column(self._banner_place, self.pages, gap=0)
        side.setStretch(1, 1)
        whole = parts.row(self.rail, side, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._runner.resumed.connect(self._on_resumed_by_itself)
        self.rail.stepChosen.connect(self._on_step_chosen)
        self.rail.kindChosen.connect(self._on_kind_chosen)
        self.rail.referencesWanted.connect(lambda: self.go_to("files"))
        self.banner.closed.connect(self._banner_place.hide)
        for panel in (self.busy, self.files.zone.busy):
            panel.cancelRequested.connect(self.cancel)
        self.changes.takeUpRequested.connect(self._on_take_up)
        self.traveller.moved.connect(self._show_states)
        self._connect_files()
        self._connect_problems()
        self._connect_end()
        self._connect_keys()

    def _connect_files(self) -> None:
        self.files.filesChosen.connect(self.open_files)
        self.files.sampleRequested.connect(self.load_sample)
        self.files.removeRequested.connect(self._on_remove)
        self.files.goOn.connect(self._on_files_done)
        self.columns.shapeWanted.connect(self._on_shape_wanted)
        self.columns.shapeChosen.connect(self._on_shape_chosen)
        self.columns.resetRequested.connect(lambda: self._start("reset_shape", self._on_shaped))
        self.columns.goOn.connect(lambda: self.go_to("problems"))

    def _connect_problems(self) -> None:
        page = self.problems
        page.pageWanted.connect(self._on_problems_wanted)
        page.editsRequested.connect(lambda edits: self._change("apply", edits=edits))
        page.alikeRequested.connect(self._on_alike)
        page.suggestionsRequested.connect(lambda code: self._change("apply_suggestions", code=code))
        page.chosenRequested.connect(self._on_chosen)
        page.undoRequested.connect(self.undo)
        page.redoRequested.connect(self.redo)
        page.filesRequested.connect(lambda: self.go_to("files"))
        page.reviewRequested.connect(lambda: self.go_to("review"))
        page.kindShown.connect(self.rail.show_kind)
        page.table.currentProblemChanged.connect(self._tell_place)
        page.lookupRequested.connect(self.lookupRequested)
        page.viewChosen.connect(lambda _view: self.show_in_sheet())
        page.leftRequested.connect(self._on_left_wanted)
        page.decisionsRequested.connect(self.show_decisions)
        self._connect_sheet()

    def _connect_sheet(self) -> None:
        self.finding.closed.connect(self._focus_page)
        self.sheet.table.currentCellChanged.connect(self._tell_place)
        self.sheet.viewChosen.connect(lambda _view: self.show_kinds())
        self.sheet.kindRequested.connect(self._on_problem_wanted)
        self.sheet.filterChanged.connect(self._mark_kind)
        self.sheet.undoRequested.connect(self.undo)
        self.sheet.redoRequested.connect(self.redo)

    def _connect_end(self) -> None:
        self.review.pageWanted.connect(self._on_changes_wanted)
        self.review.revertRequested.connect(lambda cells: self._change("revert", cells=cells))
        self.review.leftWanted.connect(self._on_left_page_wanted)
        self.review.takeUpRequested.connect(lambda findings: self._change("take_up", findings=findings))
        self.review.saveRequested.connect(lambda: self.go_to("save"))
        self.review.problemsRequested.connect(lambda: self.go_to("problems"))
        self.save.deletionWanted.connect(lambda: self._start("deletion", self.save.show_deletion))
        self.save.nameWanted.connect(self._on_name_wanted)
        self.save.saveRequested.connect(self._on_save)
        self.save.goOn.connect(lambda: self.go_to("afterwards"))
        self.afterwards.ticked.connect(lambda step, done: self.traveller.tick(step, done=done))
        self.afterwards.saveRequested.connect(lambda: self.go_to("save"))

    def _connect_keys(self) -> None:
        standard = QKeySequence.StandardKey
        keys = (
            (QKeySequence(standard.Undo), self.undo),
            (QKeySequence(standard.Redo), self.redo),
            (QKeySequence("F6"), self._on_other_view),
            (QKeySequence("Ctrl+H"), self.find_and_replace),
            (QKeySequence(standard.Find), self.find_and_replace),
        )
        for key, slot in keys:
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- what the window asks -----------------------------------------------------------------------

    def open_files(self, paths: list[Path]) -> None:
        """Take files as if they had been dropped here: each is recognised by what is in it."""
        if paths:
            self.go_to("files")
            self._start("open", self._on_files, paths=tuple(paths))

    def resume(self, session: int, path: Path | None = None) -> None:
        """Go on with stored work; `path` is where its file is now, if it was moved."""
        self._start("resume", self._on_resumed, session=session, path=path)

    def show_checks(self, codes: tuple[str, ...], captured: Mapping[str, str]) -> None:
        """Show what these checks found, at a row that has one of the captured texts; once there is a file."""
        self._sought = (codes, tuple(captured.values()))
        if self.traveller.is_open("problems"):
            self._show_sought()
        else:
            self.go_to("files")

    def load_sample(self) -> None:
        """Open the sample that comes with the program."""
        self._start("sample", self._on_files)

    def _show_sought(self) -> None:
        (codes, texts), self._sought = self._sought, ((), ())
        self.go_to("problems")
        if codes:
            self._start("sought", self._on_sought, codes=codes, texts=texts)

    def _on_sought(self, found: tuple[str, int, int] | None) -> None:
        if found is None:
            self.noticeRequested.emit(self.tr("Your spreadsheet has no problem of that kind."))
        else:
            self._show_view("kinds")
            self.problems.show_problem(*found)

    def undo(self) -> None:
        """Take the last step back, where there is one."""
        if self.overview is not None and self.overview.undo is not None:
            self._change("undo")

    def redo(self) -> None:
        """Make the step again that was taken back last, where there is one."""
        if self.overview is not None and self.overview.redo is not None:
            self._change("redo")

    def cancel(self) -> None:
        """Stop what is being done."""
        for awaited in list(self._awaited):
            awaited.task.cancel()

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language, at once."""
        self._texts = texts
        self.files.set_texts(texts)
        self.problems.set_texts(texts)
        self.sheet.set_texts(texts)
        self.review.set_texts(texts)
        self._show_states()

    # -- the place where the person stands ------------------------------------------------------------

    def go_on(self) -> None:
        """Open the work again that was open last, where it stood; nothing where there was none."""
        session = self._places.open_session()
        if session is not None and self.overview is None and not self._awaited:
            self.resume(session)

    def _tell_place(self) -> None:
        """Tell where the person looks; while the work comes in, nobody looks anywhere."""
        if self.step == "problems" and self.overview is not None:
            here = self.sheet.place() if self.view == "sheet" else self.problems.place()
            self.traveller.look_at(self.problems.code, *(here or (None, None)))

    def _go_to_place(self, overview: Overview) -> None:
        """Go where the person stood in this work."""
        journey = overview.way.journey
        row, column, code = journey.row or 0, journey.column or "", journey.kind or ""
        if self._places.view() == "sheet":
            self.problems.show_kind(code)
            self._show_view("sheet")
            self.sheet.aim_at(row, column)
        elif self._has_kind(code):
            self._on_problem_wanted(code, row, column)
        self.go_to(journey.step if self.traveller.is_open(journey.step) else "problems")

    def _has_kind(self, code: str) -> bool:
        return self.kinds.place_of(code) is not None

    def hideEvent(self, event: QHideEvent) -> None:
        self.traveller.stop()
        self.finding.stop()
        super().hideEvent(event)

    # -- steps ------------------------------------------------------------------------------------

    def go_to(self, step: Step) -> None:
        """Show that step's page."""
        if not self.traveller.is_open(step):
            return
        self.step = step
        self.traveller.go(step)
        self.pages.setCurrentIndex(STEPS.index(step))
        self.rail.show_step(step)
        if step == "problems":
            self._mark_kind()
            self.sheet.refresh() if self.view == "sheet" else None
        if step == "columns":
            self._on_shape_wanted(None, None)
        if step == "review":
            self.review.refresh()
        if step == "save":
            self.save.refresh()
        if step == "afterwards":
            self._start("to_reprocess", self.afterwards.show_reprocess)
        self._focus_page()

    def show_in_sheet(self) -> None:
        """Show the whole sheet, at the cell of the problem at hand."""
        problem = self.problems.table.current_problem()
        self._show_view("sheet")
        if problem is not None and problem.finding.row is not None:
            self.sheet.aim_at(problem.finding.row, problem.finding.column or "")

    def show_kinds(self) -> None:
        """Show one kind of problem at a time."""
        self._show_view("kinds")

    def _on_problem_wanted(self, code: str, row: int, column: str) -> None:
        self._start("place", partial(self._show_problem, code, row), code=code, row=row, column=column)

    def _show_problem(self, code: str, row: int, place: int) -> None:
        self.problems.show_problem(code, row, place)
        self._show_view("kinds")

    def _show_view(self, view: View) -> None:
        self.view = view
        self._places.set_view(view)
        self.views.setCurrentWidget(self.sheet if view == "sheet" else self.problems)
        self.go_to("problems")

    def find_and_replace(self) -> None:
        """Open the panel to find and replace, for the cell at hand."""
        if self.step == "problems":
            self._mending_work.open_panel(in_sheet=self.view == "sheet")

    def show_decisions(self) -> None:
        """Show what was chosen before and is proposed again."""
        shop = self.overview.shop if self.overview and self.overview.mapping else None
        dialog = DecisionsDialog(self._runner, shop, self)
        dialog.shopChosen.connect(lambda name: self._on_shop_chosen(dialog, name))
        dialog.finished.connect(self._look_again)
        dialog.open()

    def _on_shop_chosen(self, dialog: DecisionsDialog, name: str) -> None:
        self._change("set_shop", shop=name)
        dialog.refresh()

    def _look_again(self) -> None:
        """Ask for the problems anew: other suggestions may come first now."""
        self.problems.model.revision = -1
        if self.overview is not None and self.overview.mapping:
            self.problems.update_to(self.overview)

    def _on_other_view(self) -> None:
        if self.step == "problems":
            self.show_kinds() if self.view == "sheet" else self.show_in_sheet()

    def _focus_page(self) -> None:
        shown = self.pages.currentWidget()
        page: Any = self.views.currentWidget() if shown is self._working else shown
        if not self.rail.has_focus():
            page.focus_first()

    def _on_step_chosen(self, step: str) -> None:
        self.go_to(next(known for known in STEPS if known == step))

    def _on_kind_chosen(self, code: str) -> None:
        if self.view == "sheet":
            self.sheet.show_only(code)
        else:
            self.problems.show_kind(code)

    def _mark_kind(self) -> None:
        """Mark in the rail the kind that the page shows."""
        self.rail.show_kind(self.problems.code if self.view == "kinds" else self.sheet.model.code or "")

    def _show_states(self) -> None:
        self.rail.set_states(tuple(self._state(step) for step in STEPS))
        self.rail.set_addable(self._addable())

    def _addable(self) -> int:
        """Return how many of the checks that did not run would, if the person added a reference."""
        if self.overview is None or self.overview.mapping is None:
            return 0
        known = self._needs()
        return sum(need in known for _code, need in self.overview.checks_skipped)

    def _state(self, step: Step) -> StepState:
        station = self.traveller.station(step)
        return StepState(
            step,
            done=station.state in ("done", "not-needed"),
            open=station.state != "closed",
            note=self._note(station),
        )

    def _note(self, station: Station) -> str:
        """Say how much of a step is done, or is there."""
        if not station.total:
            return ""
        if station.step in ("columns", "review"):
            return self.locale().toString(station.total)
        done, total = self.locale().toString(station.done), self.locale().toString(station.total)
        return self.tr("{done} of {total}").format(done=done, total=total)

    # -- jobs -------------------------------------------------------------------------------------

    def _start(self, job: str, then: Callable[[Any], None], **arguments: Any) -> _Awaited:
        return self._wait(job, self._runner.start(job, **arguments), then)

    def _wait(self, job: str, task: Any, then: Callable[[Any], None]) -> _Awaited:
        """Show that a task is under way until it ends."""
        awaited = _Awaited(job, task, then, self)
        awaited.ended.connect(self._on_ended)
        self._awaited.append(awaited)
        if job in _LONG and self.step == "files":
            self.files.zone.set_busy(busy=True)
        elif job not in _LOOKING | _TELLING:
            self.busy.begin()
        return awaited

    def _change(self, job: str, **arguments: Any) -> None:
        self._start(job, self._on_changed, **arguments)

    def _on_ended(self, awaited: _Awaited) -> None:
        self._awaited.remove(awaited)
        awaited.deleteLater()
        if not any(other.job in _LONG for other in self._awaited):
            self.files.zone.set_busy(busy=False)
        if not self._awaited:
            self.busy.end()

    def show_progress(self, stage: str, done: int, total: int) -> None:
        """Show how far the work is."""
        self.busy.progress(stage, done, total)
        self.files.zone.busy.progress(stage, done, total)

    def show_cancelled(self) -> None:
        """Say that the work was stopped and everything is as it was."""
        self.problems.fail()
        self.noticeRequested.emit(self.tr("Stopped. Everything is as it was."))

    def show_failure(self, job: str, target: Path, error: object) -> None:
        """Say what did not work, and that nothing is lost."""
        self.problems.fail()
        if isinstance(error, InputError):
            self._show_input_error(job, target, error)
        elif job == "print_report":
            self._say(self.tr("The PDF could not be made. Your work is safe; the report to read still can."))
        elif self._recovering or self.overview is None or self.overview.session is None:
            self._recovering = False
            self._say(
                self.tr("Something went wrong in Listo. Your work is stored; open it again from Recent.")
            )
        else:
            self._recover()

    def _show_input_error(self, job: str, target: Path, error: InputError) -> None:
        if job == "save" and error.code == "file-exists":
            self.save.ask_to_replace(target)
        elif job == "report" and error.code == "file-exists":
            self.reporting.ask_to_replace(target)
        elif error.code == "file-changed-while-reading" and job == "save":
            self.changes.say()
        else:
            self._say(self._texts.input_error(error))

    def _recover(self) -> None:
        self._recovering = True
        self._say(self.tr("Something went wrong in Listo. Your work is safe; it is being opened again…"))
        session = self.overview.session if self.overview else None
        if session is not None:
            self._start("resume", self._on_recovered, session=session)

    def _say(self, sentence: str) -> None:
        self.banner.say(sentence)
        self._banner_place.show()

    # -- answers ----------------------------------------------------------------------------------

    def _on_files(self, overview: Overview) -> None:
        self.banner.dismiss()
        self._forget_rows()
        self._take(overview, fresh=True)
        if self._sought[0] and self.traveller.is_open("problems"):
            self._show_sought()
        else:
            self.go_to("files")
            self.files.focus_first()

    def _on_resumed(self, overview: Overview) -> None:
        self.banner.dismiss()
        self._forget_rows()
        self._take(overview, fresh=True)
        self._go_to_place(overview)
        self.changes.say_what_fits(overview)

    def _on_take_up(self) -> None:
        self.traveller.keep()
        self._start("take_up_new_file", self._on_resumed)

    def _on_resumed_by_itself(self, overview: Overview) -> None:
        self._forget_rows()
        self._take(overview, fresh=False)

    def _forget_rows(self) -> None:
        """Take no row for one of now: another process counts its revisions from the start."""
        for model in (self.problems.model, self.sheet.model, self.review.model, self.review.left_model):
            model.revision = -1

    def _on_recovered(self, overview: Overview) -> None:
        self._recovering = False
        self._forget_rows()
        self._take(overview, fresh=False)
        self.banner.say(self.tr("Something went wrong in Listo. Your work is back as it was."), severe=False)

    def _on_changed(self, overview: Overview) -> None:
        self.banner.dismiss()
        before = {group.code: group.count for group in self.overview.groups} if self.overview else {}
        self._take(overview, fresh=False)
        self._show_what_appeared(before)

    def _show_what_appeared(self, before: dict[str, int]) -> None:
        """Go to the kind that an undo brought back, if the one at hand was not touched by it."""
        now = {group.code: group.count for group in self.overview.groups} if self.overview else {}
        grown = [code for code, count in now.items() if count > before.get(code, 0)]
        touched = now.get(self.problems.code, 0) != before.get(self.problems.code, 0)
        if not grown or self.problems.code in grown:
            return
        if not touched and self.view == "kinds":
            self.problems.show_kind(grown[0])
        elif len(now) > len(before):
            self.noticeRequested.emit(self.tr("New: {title}").format(title=self.kinds.title_of(grown[0])))

    def _on_saved(self, overview: Overview) -> None:
        self.banner.dismiss()
        self._take(overview, fresh=False)
        self.go_to("save")

    def _take(self, overview: Overview, *, fresh: bool) -> None:
        self.overview = overview
        self.traveller.take(overview.way)
        self._places.set_open_session(overview.session if overview.mapping else None)
        self.changes.follow(overview, fresh=fresh)
        self.files.set_overview(overview)
        self.problems.addable = self._addable()
        (self.problems.begin if fresh else self.problems.update_to)(overview)
        (self.sheet.begin if fresh else self.sheet.update_to)(overview)
        self.review.update_to(overview)
        self.save.update_to(overview)
        self.afterwards.update_to(overview)
        self.finding.refresh()
        self._show_states()
        self.rail.show_step(self.step)
        self._mark_kind()
        if self.step == "review":
            self.review.refresh()
        if self.step == "save":
            self.save.refresh()
        self.sessionChanged.emit()

    # -- what the pages ask -------------------------------------------------------------------------

    def _on_remove(self, path: Path) -> None:
        self._start("remove", self._on_files, path=path)

    def _on_problems_wanted(self, code: str, start: int) -> None:
        self._start("page", self._on_problems_page, code=code, start=start, limit=PAGE_SIZE)

    def _is_current(self, revision: int) -> bool:
        return self.overview is not None and revision >= self.overview.revision

    def _on_problems_page(self, page: Page) -> None:
        if self._is_current(page.revision):
            self.problems.show_page(page)

    def _on_files_done(self) -> None:
        doubts = self.overview.doubts if self.overview else ()
        self.go_to("columns" if doubts else "problems")

    def _on_shape_wanted(self, sheet: str | None, header_row: int | None) -> None:
        self._start("shape", self.columns.show_shape, sheet=sheet, header_row=header_row)

    def _on_shape_chosen(self, sheet: str, header_row: int, places: Mapping[Column, int]) -> None:
        self._start("set_shape", self._on_shaped, sheet=sheet, header_row=header_row, places=places)

    def _on_shaped(self, overview: Overview) -> None:
        self.banner.dismiss()
        self._forget_rows()
        self._take(overview, fresh=True)
        self.go_to("columns" if self.step == "columns" and overview.doubts else "problems")
        self.changes.say_what_fits(overview)

    def _on_changes_wanted(self, start: int) -> None:
        self._start("changes", self._on_changes_page, start=start, limit=PAGE_SIZE)

    def _on_changes_page(self, page: ChangesPage) -> None:
        if self._is_current(page.revision):
            self.review.show_page(page)

    def _on_left_page_wanted(self, start: int) -> None:
        self._start("left", self._on_left_page, start=start, limit=PAGE_SIZE)

    def _on_left_page(self, page: LeftPage) -> None:
        if self._is_current(page.revision):
            self.review.show_left_page(page)

    def _on_alike(self, row: int, column: str, text: str) -> None:
        self._change("apply_alike", row=row, column=column, text=text)

    def _on_chosen(
        self, code: str, places: tuple[tuple[int, int], ...], text: str | None, revision: int
    ) -> None:
        self._change("apply_chosen", code=code, places=places, text=text, revision=revision)

    def _on_left_wanted(self) -> None:
        self.review.show_left(shown=True)
        self.go_to("review")

    def _on_name_wanted(self) -> None:
        # The word goes into the name: mapping-corrected.xlsx
        self._start("proposed_name", self.save.ask_where, word=self.tr("corrected"))

    def _on_save(self, target: Path, overwrite: bool) -> None:
        awaited = self._start("save", self._on_saved, target=target, overwrite=overwrite)
        awaited.target = target

    def _title_of(self, code: str, count: int) -> str:
        return self._texts.check(code, "title", count=count)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_states()
        super().changeEvent(event)
