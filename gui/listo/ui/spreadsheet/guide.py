"""Where the person goes on the path, and where they stand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from listo.core.wizard_state import STEPS, Step
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview
from listo.ui.spreadsheet.pages.problem_actions import View
from listo.ui.spreadsheet.path_pages import PathPages
from listo.ui.spreadsheet.places import Places
from listo.ui.spreadsheet.sidebar import Rail
from listo.ui.spreadsheet.traveller import Traveller
from listo.ui.spreadsheet.work import Work
from listo.ui.window_state import WindowState


class Guide(QObject):
    """Goes to a step, a view or a problem: the page, the rail and what is kept of it go together.

    `state` is where it is kept between two runs of the program how the person looks at the work.
    """

    def __init__(self, pages: PathPages, rail: Rail, work: Work, state: WindowState | None) -> None:
        super().__init__(pages)
        self._pages, self._rail, self._work = pages, rail, work
        self._places = Places(state)
        self.traveller = Traveller(work, self)
        self.traveller.moved.connect(self._show_stations)
        rail.stepChosen.connect(self._on_step_chosen)
        rail.kindChosen.connect(self._on_kind_chosen)
        rail.referencesWanted.connect(lambda: self.go_to("files"))
        self._connect_problems()
        self._connect_steps()

    def _connect_problems(self) -> None:
        page, sheet = self._pages.problems, self._pages.sheet
        page.filesRequested.connect(lambda: self.go_to("files"))
        page.reviewRequested.connect(lambda: self.go_to("review"))
        page.leftRequested.connect(self._on_left_wanted)
        page.kindShown.connect(self._rail.show_kind)
        page.viewChosen.connect(lambda _view: self.show_in_sheet())
        sheet.viewChosen.connect(lambda _view: self.show_view("kinds"))
        sheet.kindRequested.connect(self._on_problem_wanted)
        sheet.filterChanged.connect(self._mark_kind)
        self._pages.finding.closed.connect(self._focus_page)
        for moved in (page.table.currentProblemChanged, sheet.table.currentCellChanged):
            moved.connect(self._tell_place)

    def _connect_steps(self) -> None:
        pages = self._pages
        pages.files.goOn.connect(self._on_files_done)
        pages.columns.goOn.connect(lambda: self.go_to("problems"))
        pages.review.saveRequested.connect(lambda: self.go_to("save"))
        pages.review.problemsRequested.connect(lambda: self.go_to("problems"))
        pages.save.goOn.connect(lambda: self.go_to("afterwards"))
        pages.afterwards.saveRequested.connect(lambda: self.go_to("save"))
        pages.afterwards.ticked.connect(lambda step, done: self.traveller.tick(step, done=done))

    # -- going -------------------------------------------------------------------------------------

    def can_go_to(self, step: Step) -> bool:
        """Return whether one can go to a step."""
        return self.traveller.is_open(step)

    def go_to(self, step: Step) -> None:
        """Show that step's page, where one can go there."""
        if not self.can_go_to(step):
            return
        self.traveller.go(step)
        self._pages.show_step(step)
        self._rail.show_step(step)
        if step == "problems":
            self._mark_kind()
        self._focus_page()

    def show_view(self, view: View) -> None:
        """Show the problems by kind or in the whole sheet."""
        self._pages.show_view(view)
        self._places.set_view(view)
        self.go_to("problems")

    def show_in_sheet(self) -> None:
        """Show the whole sheet, at the cell of the problem at hand."""
        row, column = self._pages.problems.place() or (None, "")
        self.show_view("sheet")
        if row is not None:
            self._pages.sheet.aim_at(row, column)

    def show_other_view(self) -> None:
        """Change between one kind of problem at a time and the whole sheet."""
        if self._pages.step == "problems":
            self.show_view("kinds") if self._pages.view == "sheet" else self.show_in_sheet()

    def show_problem(self, code: str, row: int, place: int) -> None:
        """Show that kind of problem, at Excel's row, which stands at that place in the list."""
        self._pages.problems.show_problem(code, row, place)
        self.show_view("kinds")

    def _on_problem_wanted(self, code: str, row: int, column: str) -> None:
        show = partial(self.show_problem, code, row)
        self._work.start(Jobs.index_of, code, row, column).on_success(show)

    def _on_files_done(self) -> None:
        doubts = self._work.overview.doubts if self._work.overview else ()
        self.go_to("columns" if doubts else "problems")

    def _on_left_wanted(self) -> None:
        self._pages.review.show_left(shown=True)
        self.go_to("review")

    def _on_step_chosen(self, step: str) -> None:
        self.go_to(next(known for known in STEPS if known == step))

    def _on_kind_chosen(self, code: str) -> None:
        page = self._pages
        (page.sheet.show_only if page.view == "sheet" else page.problems.show_kind)(code)

    def _focus_page(self) -> None:
        if not self._rail.has_focus():
            self._pages.focus_first()

    # -- standing ----------------------------------------------------------------------------------

    def take(self, overview: Overview) -> None:
        """Take what the worker knows of the way, before the pages take the work."""
        self.traveller.take(overview.wizard)
        self._places.set_open_session(overview.session if overview.mapping else None)

    def stay(self) -> None:
        """Show in the rail where the person stands, after the pages took the work."""
        self._rail.show_step(self._pages.step)
        self._mark_kind()

    def open_session(self) -> int | None:
        """Return the work that was open last, None where there was none."""
        return self._places.open_session()

    def return_to(self, overview: Overview) -> None:
        """Go where the person stood in this work."""
        journey = overview.wizard.state
        row, column, code = journey.row or 0, journey.column or "", journey.issue_type or ""
        self._pages.show_view(self._places.view())
        if self._pages.view == "sheet":
            self._pages.problems.show_kind(code)
            self._pages.sheet.aim_at(row, column)
        elif self._pages.kinds.place_of(code) is not None:
            # Not as on the way: the place may come when another step is shown, which then stays.
            show = partial(self._pages.problems.show_problem, code, row)
            self._work.start(Jobs.index_of, code, row, column).on_success(show)
        self.go_to(journey.step if self.can_go_to(journey.step) else "problems")

    def _tell_place(self) -> None:
        """Tell which cell the person looks at, unless no work is open yet."""
        if self._pages.step == "problems" and self._work.overview is not None:
            self.traveller.look_at(self._pages.problems.code, *self._pages.place())

    def _mark_kind(self) -> None:
        """Mark in the rail the kind that the page shows."""
        self._rail.show_kind(self._pages.kind())

    def _show_stations(self) -> None:
        self._rail.set_stations(self.traveller.stations())
