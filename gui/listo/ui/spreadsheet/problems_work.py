"""Between the problems page and the worker."""

from __future__ import annotations

from PySide6.QtCore import QObject

from listo.core.worker.jobs import Jobs
from listo.ui.spreadsheet.pages.problems_page import ProblemsPage
from listo.ui.spreadsheet.tables.paged_model import PAGE_SIZE
from listo.ui.spreadsheet.work import Work


class ProblemsWork(QObject):
    """Brings the rows of the kind at hand, and has done what is asked for on them."""

    def __init__(self, page: ProblemsPage, work: Work) -> None:
        super().__init__(page)
        self._page, self._work = page, work
        page.pageWanted.connect(self._on_page_wanted)
        page.editsRequested.connect(lambda edits: work.change(Jobs.apply, edits))
        page.alikeRequested.connect(self._on_alike)
        page.suggestionsRequested.connect(lambda code: work.change(Jobs.apply_suggestions, code))
        page.chosenRequested.connect(self._on_chosen)
        page.leaveRequested.connect(self._on_leave)
        page.leaveKindRequested.connect(lambda code, reason: work.change(Jobs.ignore_type, code, reason))
        page.undoRequested.connect(work.undo)
        page.redoRequested.connect(work.redo)
        for over in (work.failed, work.cancelled):
            over.connect(page.fail)

    def _on_page_wanted(self, code: str, start: int) -> None:
        self._work.look(Jobs.problem_page, self._page.show_page, code, start, PAGE_SIZE)

    def _on_alike(self, row: int, column: str, text: str) -> None:
        self._work.change(Jobs.apply_alike, row, column, text)

    def _on_chosen(
        self, code: str, places: tuple[tuple[int, int], ...], text: str | None, revision: int
    ) -> None:
        self._work.change(Jobs.apply_chosen, code, places, text, revision)

    def _on_leave(self, code: str, places: tuple[tuple[int, int], ...], reason: str, revision: int) -> None:
        self._work.change(Jobs.ignore_chosen, code, places, reason, revision)
