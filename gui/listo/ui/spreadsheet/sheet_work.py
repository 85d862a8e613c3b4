"""Between the whole-sheet page and the worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from listo.core.worker.jobs import Jobs
from listo.core.worker.results import SheetPage
from listo.ui.spreadsheet.pages.sheet_page import WholeSheetPage
from listo.ui.spreadsheet.tables.paged_model import PAGE_SIZE
from listo.ui.spreadsheet.work import Work

if TYPE_CHECKING:
    from listo.core.worker.seeking import Direction

if TYPE_CHECKING:
    from listo.core.worker.seeking import Direction


class SheetWork(QObject):
    """Brings the rows and places that the page wants, and has done what is asked for on it."""

    def __init__(self, page: WholeSheetPage, work: Work) -> None:
        super().__init__(page)
        self._page, self._work = page, work
        page.pageWanted.connect(self._on_page_wanted)
        page.spotWanted.connect(self._on_spot_wanted)
        page.editsRequested.connect(lambda edits: work.change(Jobs.apply, edits))
        page.leaveRequested.connect(lambda findings, reason: work.change(Jobs.ignore, findings, reason))
        page.undoRequested.connect(work.undo)
        page.redoRequested.connect(work.redo)

    def _on_page_wanted(self, start: int, code: str | None) -> None:
        show = partial(self._show_page, code)
        self._work.look(Jobs.sheet_page, show, start, PAGE_SIZE, code)

    def _show_page(self, code: str | None, page: SheetPage) -> None:
        self._page.show_page(page, code)

    def _on_spot_wanted(self, row: int, column: str, direction: Direction, code: str | None) -> None:
        self._work.start(Jobs.find_next, row, column, direction, code).on_success(self._page.go_to)
