"""Between the whole-sheet page and the worker."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from listo.core.worker.model import SheetPage
from listo.ui.spreadsheet.pages.sheet_page import WholeSheetPage
from listo.ui.spreadsheet.tables.paged_model import PAGE_SIZE
from listo.ui.spreadsheet.work import Work


class SheetWork(QObject):
    """Brings the rows and places that the page wants, and has done what is asked for on it."""

    def __init__(self, page: WholeSheetPage, work: Work) -> None:
        super().__init__(page)
        self._page, self._work = page, work
        page.pageWanted.connect(self._on_page_wanted)
        page.spotWanted.connect(self._on_spot_wanted)
        page.editsRequested.connect(lambda edits: work.change("apply", edits=edits))
        page.leaveRequested.connect(
            lambda findings, reason: work.change("leave", findings=findings, reason=reason)
        )
        page.undoRequested.connect(work.undo)
        page.redoRequested.connect(work.redo)

    def _on_page_wanted(self, start: int, code: str | None) -> None:
        show = partial(self._show_page, code)
        self._work.look("sheet_page", show, start=start, limit=PAGE_SIZE, code=code)

    def _show_page(self, code: str | None, page: SheetPage) -> None:
        self._page.show_page(page, code)

    def _on_spot_wanted(self, row: int, column: str, way: int, code: str | None) -> None:
        self._work.start("spot", self._page.go_to, row=row, column=column, way=way, code=code)
