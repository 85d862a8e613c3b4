"""The pages of the steps, which of them is shown, and where the person is, as worker and window keep it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from listo.core.texts import Texts
from listo.core.wizard_state import STEPS, AdminStep, Step, StepStatus, WizardState
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import JobFacts
from listo.ui.spreadsheet.pages.files_page import FilesPage
from listo.ui.spreadsheet.progress import SkuGroup
from listo.ui.spreadsheet.sidebar import WITHOUT_WORK, IssueTypesModel, Sidebar
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import WindowState

if TYPE_CHECKING:  # what is not seen at the start is loaded after it
    from listo.core.worker.results import Overview, WizardView
    from listo.ui.spreadsheet.pages.columns_page import ColumnsPage
    from listo.ui.spreadsheet.pages.draft_page import DraftPage
    from listo.ui.spreadsheet.pages.output_files import OpenPrinter
    from listo.ui.spreadsheet.pages.problem_actions import FindPanel, View
    from listo.ui.spreadsheet.pages.problems_page import AnswerLookup, ProblemsPage
    from listo.ui.spreadsheet.pages.send_page import SendPage
    from listo.ui.spreadsheet.pages.sheet_page import WholeSheetPage
    from listo.ui.spreadsheet.pages.skus_page import SkusPage

_REST_MS = 150
"""How long the person rests at a cell before it is kept: longer than a key takes that is held down."""

_OPEN, _VIEW = "spreadsheet-open", "spreadsheet-view"

MADE_LATER = ("find_panel", "problems", "sheet", "columns", "send", "skus", "draft")
"""The pages that are made while the first file is read, in this order."""

_DRAWN_MS = 30
"""Milliseconds until the first picture is drawn where a file is read from the start on: it takes 25."""

PageT = TypeVar("PageT", bound=QWidget)
FollowerT = TypeVar("FollowerT", "SkusPage", "SendPage", "DraftPage")


class PageStack(QStackedWidget):
    """Shows the page of one step; the problems by type or in the whole sheet, with find and replace above.

    At the start only the page of the files is made. The others follow one by one while the first file is
    read, each once nothing else waits; whoever asks for one before has it made at once.
    """

    stepShown = Signal()
    made = Signal(str, object)
    """A page was made: its name, and itself, which is not to be had by the name before the signal ends."""

    def __init__(
        self,
        work: Work,
        issue_types: IssueTypesModel,
        texts: Texts,
        *,
        answer: AnswerLookup,
        needs: Callable[[], Counter[str]],
        open_printer: OpenPrinter | None,
        state: WindowState | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self.issue_types, self._texts = work, issue_types, texts
        self._answer, self._open_printer, self._state = answer, open_printer, state
        self.step: Step = "files"
        self.view: View = "issue-types"
        self.is_drafting = False
        """Whether the draft is shown, which belongs to the step of the files."""
        self._views, self._working = QStackedWidget(), QWidget()
        self._above = parts.column(self._views, gap=0)
        self._working.setLayout(self._above)
        self.files = FilesPage(work, texts, needs, self)
        for page in (self.files, self._working):
            self.addWidget(page)
        self._missing = list(MADE_LATER)
        self._makes_next = QTimer(self, singleShot=True)
        self._makes_next.timeout.connect(self._make_next)
        work.begun.connect(self._on_begun)

    # -- the pages ---------------------------------------------------------------------------------

    def _on_begun(self, job: JobFacts) -> None:
        if job.makes_sheet and self._missing:
            self._makes_next.start(_DRAWN_MS)

    def _make_next(self) -> None:
        """Make one page, and come back for the others after what the person does meanwhile."""
        getattr(self, self._missing.pop(0))
        if self._missing:
            self._makes_next.start(0)

    def _made(self, name: str, page: PageT) -> PageT:
        self.made.emit(name, page)
        return page

    def _is_made(self, name: str) -> bool:
        return name in vars(self)

    @cached_property
    def find_panel(self) -> FindPanel:
        """Find and replace, above the problems."""
        from listo.ui.spreadsheet.pages.problem_actions import FindPanel

        panel = FindPanel(self._work)
        self._above.insertWidget(0, panel)
        return self._made("find_panel", panel)

    @cached_property
    def problems(self) -> ProblemsPage:
        """The problems by type."""
        from listo.ui.spreadsheet.pages.problems_page import ProblemsPage

        page = ProblemsPage(self._work, self.issue_types, self._texts, self._answer)
        self._views.insertWidget(0, page)
        return self._made("problems", page)

    @cached_property
    def sheet(self) -> WholeSheetPage:
        """The problems in the whole sheet."""
        from listo.ui.spreadsheet.pages.sheet_page import WholeSheetPage

        page = WholeSheetPage(self._work, self.issue_types, self._texts, state=self._state)
        self._views.addWidget(page)
        self._made("sheet", page)
        if self._work.overview is not None:
            page.begin(self._work.overview)
        return page

    @cached_property
    def columns(self) -> ColumnsPage:
        """Which column of the file is which."""
        from listo.ui.spreadsheet.pages.columns_page import ColumnsPage

        page = ColumnsPage(self._work)
        self.addWidget(page)
        return self._made("columns", page)

    @cached_property
    def skus(self) -> SkusPage:
        """What becomes of each SKU."""
        from listo.ui.spreadsheet.pages.skus_page import SkusPage

        return self._followed("skus", SkusPage(self._work, self._texts, self._state))

    @cached_property
    def send(self) -> SendPage:
        """What was changed, the copy, and what to do with it."""
        from listo.ui.spreadsheet.pages.send_page import SendPage

        page = SendPage(self._work, self._texts, self._open_printer, self._state)
        return self._followed("send", page)

    @cached_property
    def draft(self) -> DraftPage:
        """The draft, in place of the files."""
        from listo.ui.spreadsheet.pages.draft_page import DraftPage

        return self._followed("draft", DraftPage(self._work, self._texts))

    def _followed(self, name: str, page: FollowerT) -> FollowerT:
        """Put a page in its place, with the work as it is where there is any."""
        self.addWidget(page)
        self._made(name, page)
        if self._work.overview is not None:
            page.update_to(self._work.overview)
        return page

    # -- what is shown -----------------------------------------------------------------------------

    def show_draft(self) -> None:
        """Show the draft in place of the files."""
        self.step, self.is_drafting = "files", True
        self.setCurrentWidget(self.draft)
        self.stepShown.emit()
        self.draft.refresh()

    def show_step(self, step: Step) -> None:
        """Show that step's page, as things are now."""
        self.step, self.is_drafting = step, False
        self.setCurrentWidget(self._page_of(step))
        self.stepShown.emit()
        self._refresh()

    def _page_of(self, step: Step) -> QWidget:
        match step:
            case "problems":
                self._views.setCurrentWidget(self._view_page())
                return self._working
            case "columns":
                return self.columns
            case "skus":
                return self.skus
            case "send":
                return self.send
            case _:
                return self.files

    def _refresh(self) -> None:
        match self.step:
            case "columns":
                self.columns.refresh()
            case "problems" if self.view == "sheet":
                self.sheet.refresh()
            case "skus":
                self.skus.refresh()
            case "send":
                self.send.refresh()

    def show_view(self, view: View) -> None:
        """Show the problems by type or in the whole sheet, once their step is shown."""
        self.view = view
        self._views.setCurrentWidget(self._view_page())

    def take(self, overview: Overview, *, fresh: bool) -> None:
        """Show the work as it is now; `fresh` when it comes from other files or was read again."""
        self.files.set_overview(overview)
        (self.problems.begin if fresh else self.problems.update_to)(overview)
        if self._is_made("sheet"):
            (self.sheet.begin if fresh else self.sheet.update_to)(overview)
        for page in self._followers():
            page.update_to(overview)
        if self._is_made("find_panel"):
            self.find_panel.refresh()
        if self.step in ("skus", "send"):
            self._refresh()

    def _followers(self) -> Iterator[DraftPage | SkusPage | SendPage]:
        """Yield those of these pages that are made; the others have the work as it is once they are."""
        if self._is_made("draft"):
            yield self.draft
        if self._is_made("skus"):
            yield self.skus
        if self._is_made("send"):
            yield self.send

    def forget_rows(self) -> None:
        """Treat all rows as out of date: a new process counts its revisions from the start."""
        self.problems.forget_rows()
        if self._is_made("sheet"):
            self.sheet.model.revision = -1
        if self._is_made("skus"):
            self.skus.model.revision = -1
        if self._is_made("send"):
            self.send.changes.forget_rows()

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language, at once."""
        self._texts = texts
        self.files.set_texts(texts)
        if self._is_made("problems"):
            self.problems.set_texts(texts)
        if self._is_made("sheet"):
            self.sheet.set_texts(texts)
        for page in self._followers():
            page.set_texts(texts)

    def issue_type(self) -> str:
        """Return the issue type that is shown, empty where it is none alone."""
        return self.problems.code if self.view == "issue-types" else self.sheet.model.code or ""

    def _view_page(self) -> ProblemsPage | WholeSheetPage:
        return self.sheet if self.view == "sheet" else self.problems

    def current_cell(self) -> tuple[int | None, str | None]:
        """Return Excel's number of the row that the keyboard is on among the problems, and the column."""
        return self._view_page().current_cell() or (None, None)

    def open_find_panel(self, *, everywhere: bool) -> None:
        """Open find and replace for what the cell says that the keyboard is on, in its column or in all."""
        text, column = self._view_page().current_text()
        self.find_panel.open_for(text, "" if everywhere else column)

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next on the page."""
        match self.step:
            case "files" if self.is_drafting:
                self.draft.focus_first()
            case "files":
                self.files.focus_first()
            case "columns":
                self.columns.focus_first()
            case "problems":
                self._view_page().focus_first()
            case "skus":
                self.skus.focus_first()
            case "send":
                self.send.focus_first()


class StepTracker(QObject):
    """How the steps stand; the worker, which keeps it, is told of every move and asked for nothing."""

    changed = Signal()
    """The steps stand otherwise."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._view: WizardView | None = None
        self._cell: tuple[str | None, int | None, str | None] = (None, None, None)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.flush)

    def take(self, view: WizardView) -> None:
        """Take what the worker knows now."""
        self._view = view
        self.changed.emit()

    @property
    def state(self) -> WizardState:
        """Where the person is, as far as it is kept."""
        return self._view.state if self._view else WizardState()

    def steps(self) -> tuple[StepStatus, ...]:
        """Return how all steps stand."""
        return self._view.steps if self._view else WITHOUT_WORK

    def is_open(self, step: Step) -> bool:
        """Return whether one can go to a step."""
        return any(status.step == step and status.condition != "closed" for status in self.steps())

    def go(self, step: Step) -> None:
        """Tell that the person went to a step."""
        if self._view is not None and self.state.step != step:
            self._work.start(Jobs.go, step).on_success(self.take)

    def look_at(self, issue_type: str, row: int | None, column: str | None) -> None:
        """Tell at which issue type and cell the person looks, once they rest there."""
        self._cell = (issue_type or None, row, column or None)
        self._rest.start()

    def flush(self) -> None:
        """Tell it now, where there is something new to tell."""
        self._rest.stop()
        known = (self.state.issue_type, self.state.row, self.state.column)
        if self._view is not None and self._cell[0] is not None and self._cell != known:
            self._work.start(Jobs.look_at, *self._cell).on_success(self.take)

    def stop(self) -> None:
        """Stop telling where the person looks: the window closes or shows another tab."""
        self._rest.stop()

    def check_item(self, step: AdminStep, done: bool) -> None:
        """Tell that a step in the Admin is done, or is not after all."""
        self._work.start(Jobs.tick, step, done).on_success(self.take)


class KeptView:
    """What the window itself keeps: which work was open last, and in which view; nothing without a state."""

    def __init__(self, state: WindowState | None) -> None:
        self._state = state

    def open_session(self) -> int | None:
        """Return the work that was open last, None where there was none."""
        found = self._state.get_state(_OPEN) if self._state is not None else None
        return found if isinstance(found, int) else None

    def set_open_session(self, session: int | None) -> None:
        """Keep which work is open."""
        if self._state is not None and session != self.open_session():
            self._state.set_state(_OPEN, session)

    def view(self) -> View:
        """Return how the problems were looked at last."""
        found = self._state.get_state(_VIEW) if self._state is not None else None
        return "sheet" if found == "sheet" else "issue-types"

    def set_view(self, view: View) -> None:
        """Keep how the problems are looked at."""
        if self._state is not None and view != self.view():
            self._state.set_state(_VIEW, view)


class Navigation(QObject):
    """Goes to a step, a view or a problem: the page, the sidebar and what is kept of it go together.

    `state` is where it is kept between two runs of the program how the person looks at the work.
    """

    def __init__(self, pages: PageStack, sidebar: Sidebar, work: Work, state: WindowState | None) -> None:
        super().__init__(pages)
        self._pages, self._sidebar, self._work = pages, sidebar, work
        self._kept = KeptView(state)
        self.tracker = StepTracker(work, self)
        self.tracker.changed.connect(self._show_steps)
        self._connect_sidebar()
        self._connect_files()
        pages.made.connect(self._connect)

    def _connect_sidebar(self) -> None:
        self._sidebar.stepChosen.connect(self._on_step_chosen)
        self._sidebar.issueTypeChosen.connect(self._on_issue_type_chosen)
        self._sidebar.add_missing.clicked.connect(self._go_to_files)

    def _connect_files(self) -> None:
        pages = self._pages
        pages.files.go_on.clicked.connect(self._on_files_done)
        pages.files.draft.begun.connect(self._begin_draft)
        pages.files.draft.resumed.connect(self._resume_draft)

    def _connect(self, name: str, page: QWidget) -> None:
        """Connect a page that was just made."""
        connects: dict[str, Callable[[Any], None]] = {
            "find_panel": self._connect_find_panel,
            "problems": self._connect_problems,
            "sheet": self._connect_sheet,
            "columns": self._connect_columns,
            "skus": self._connect_skus,
            "draft": self._connect_draft,
            "send": self._connect_send,
        }
        connects[name](page)

    def _connect_find_panel(self, panel: FindPanel) -> None:
        panel.closed.connect(self._focus_page)
        panel.cellRequested.connect(self._show_cell)

    def _connect_problems(self, page: ProblemsPage) -> None:
        page.ending.add_missing.clicked.connect(self._go_to_files)
        page.filesWanted.connect(self._go_to_files)
        page.draftRequested.connect(self._begin_draft)
        page.reviewRequested.connect(lambda: self.go_to("send"))
        page.skusRequested.connect(lambda: self.go_to("skus"))
        page.ignored.clicked.connect(self._show_ignored)
        page.issueTypeShown.connect(self._sidebar.show_issue_type)
        page.switch.chosen.connect(lambda _view: self.show_in_sheet())
        page.rowAdded.connect(self._show_last_row)
        page.currentProblemChanged.connect(self._track_cell)

    def _connect_sheet(self, sheet: WholeSheetPage) -> None:
        sheet.switch.chosen.connect(lambda _view: self.show_view("issue-types"))
        sheet.issueTypeRequested.connect(self._find_problem)
        sheet.filterChanged.connect(self._mark_issue_type)
        sheet.table.row_actions.rowAdded.connect(self._show_last_row)
        sheet.table.currentCellChanged.connect(self._track_cell)

    def _connect_columns(self, page: ColumnsPage) -> None:
        page.goOn.connect(lambda: self.go_to("problems"))

    def _connect_skus(self, page: SkusPage) -> None:
        page.rowRequested.connect(self._show_cell)
        page.add.clicked.connect(self._go_to_files)
        page.go_on.clicked.connect(lambda: self.go_to("send"))

    def _connect_draft(self, page: DraftPage) -> None:
        page.shown.connect(self.show_draft)
        page.filesWanted.connect(self._go_to_files)
        page.problemsWanted.connect(lambda: self.go_to("problems"))

    def _connect_send(self, page: SendPage) -> None:
        page.remaining.look.clicked.connect(lambda: self.go_to("problems"))
        page.remaining.skus.clicked.connect(lambda: self.show_group("held-up"))
        page.remaining.add.clicked.connect(self._go_to_files)
        page.admin.itemChecked.connect(self.tracker.check_item)

    # -- going -------------------------------------------------------------------------------------

    def can_go_to(self, step: Step) -> bool:
        """Return whether one can go to a step."""
        return self.tracker.is_open(step)

    def go_to(self, step: Step) -> None:
        """Show that step's page, where one can go there."""
        if not self.can_go_to(step):
            return
        self.tracker.go(step)
        self._pages.show_step(step)
        self._sidebar.show_step(step)
        if step == "problems":
            self._mark_issue_type()
        self._focus_page()

    def show_draft(self) -> None:
        """Show the draft, or what is asked before it."""
        self.tracker.go("files")
        self._pages.show_draft()
        self._sidebar.show_step("files")
        self._focus_page()

    def show_view(self, view: View) -> None:
        """Show the problems by type or in the whole sheet."""
        self.choose_view(view)
        self.go_to("problems")

    def choose_view(self, view: View) -> None:
        """Have the problems shown in that view whenever their step is."""
        self._pages.show_view(view)
        self._kept.set_view(view)

    def show_in_sheet(self) -> None:
        """Show the whole sheet, at the cell of the problem at hand."""
        cell = self._pages.problems.current_cell()
        self.show_view("sheet")
        if cell is not None:
            self._pages.sheet.go_to_cell(*cell)

    def show_other_view(self) -> None:
        """Change between one issue type at a time and the whole sheet."""
        if self._pages.step == "problems":
            self.show_view("issue-types") if self._pages.view == "sheet" else self.show_in_sheet()

    def show_problem(self, code: str, row: int, index: int) -> None:
        """Show that issue type, at Excel's row, which has that index in its list."""
        self._pages.problems.show_problem(code, row, index)
        self.show_view("issue-types")

    def show_rows(self, column: str, texts: Collection[str], row: int) -> None:
        """Show in the whole sheet only the rows whose cell in a column says one of the texts, at one of them.

        `row` is Excel's number of that one.
        """
        self.show_view("sheet")
        from listo.core.worker.results import ColumnFilter, RowQuery

        only = ColumnFilter(column, values=tuple(texts))
        self._pages.sheet.show_only_rows(RowQuery(filters=(only,)), row, column)

    def show_group(self, group: SkuGroup) -> None:
        """Show the SKUs of one part of the strip."""
        self._pages.skus.show_group(group)
        self.go_to("skus")

    def show_sku(self, sku: str) -> None:
        """Show what becomes of a SKU."""
        self.go_to("skus")
        self._pages.skus.show_sku(sku)

    def _find_problem(self, code: str, row: int, column: str) -> None:
        show = partial(self.show_problem, code, row)
        self._work.start(Jobs.index_of, code, row, column).on_success(show)

    def _show_cell(self, row: int, column: str) -> None:
        self.show_view("sheet")
        self._pages.sheet.go_to_cell(row, column)

    def _show_last_row(self) -> None:
        self.show_view("sheet")
        self._pages.sheet.go_to_end()

    def _show_ignored(self) -> None:
        self.go_to("send")
        self._pages.send.changes.show_ignored(shown=True)

    def _go_to_files(self) -> None:
        self.go_to("files")

    def _begin_draft(self) -> None:
        self._pages.draft.begin()

    def _resume_draft(self) -> None:
        self._pages.draft.resume()

    def _on_files_done(self) -> None:
        doubts = self._work.overview.doubts if self._work.overview else ()
        self.go_to("columns" if doubts else "problems")

    def _on_step_chosen(self, step: str) -> None:
        self.go_to(next(known for known in STEPS if known == step))

    def _on_issue_type_chosen(self, code: str) -> None:
        page = self._pages
        (page.sheet.show_only if page.view == "sheet" else page.problems.show_issue_type)(code)

    def _focus_page(self) -> None:
        if not self._sidebar.has_focus():
            self._pages.focus_first()

    # -- where the person is -------------------------------------------------------------------------

    def take(self, overview: Overview) -> None:
        """Take how the steps stand, before the pages take the work."""
        self.tracker.take(overview.wizard)
        self._kept.set_open_session(overview.session if overview.mapping else None)

    def mark_position(self) -> None:
        """Show in the sidebar where the person is, after the pages took the work."""
        self._sidebar.show_step(self._pages.step)
        self._mark_issue_type()

    def open_session(self) -> int | None:
        """Return the work that was open last, None where there was none."""
        return self._kept.open_session()

    def return_to(self, overview: Overview) -> None:
        """Go where the person was in this work."""
        state = overview.wizard.state
        row, column, code = state.row or 0, state.column or "", state.issue_type or ""
        self._pages.show_view(self._kept.view())
        if self._pages.view == "sheet":
            self._pages.problems.show_issue_type(code)
            self._pages.sheet.go_to_cell(row, column)
        elif self._pages.issue_types.row_of(code) is not None:
            # Not by `show_problem`: the index may come when another step is shown, which then stays.
            show = partial(self._pages.problems.show_problem, code, row)
            self._work.start(Jobs.index_of, code, row, column).on_success(show)
        if state.step == "files" and state.draft is not None:
            self.show_draft()
        else:
            self.go_to(state.step if self.can_go_to(state.step) else "problems")

    def _track_cell(self) -> None:
        """Tell which cell the person looks at, unless no work is open yet."""
        if self._pages.step == "problems" and self._work.overview is not None:
            self.tracker.look_at(self._pages.problems.code, *self._pages.current_cell())

    def _mark_issue_type(self) -> None:
        """Mark in the sidebar the issue type that the page shows."""
        self._sidebar.show_issue_type(self._pages.issue_type())

    def _show_steps(self) -> None:
        self._sidebar.set_steps(self.tracker.steps())
