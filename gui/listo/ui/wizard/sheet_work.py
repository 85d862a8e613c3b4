"""Between the whole-sheet page and the worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from listo.core.jobs.model import SheetPage
from listo.ui.models.pages import PAGE_SIZE
from listo.ui.wizard.sheet_page import WholeSheetPage


class SheetWork(QObject):
    """Asks for the rows and places that the page wants; `is_current` says whether an answer is of now."""

    def __init__(
        self,
        page: WholeSheetPage,
        start: Callable[..., Any],
        change: Callable[..., None],
        is_current: Callable[[int], bool],
    ) -> None:
        super().__init__(page)
        self._page, self._start, self._is_current = page, start, is_current
        page.pageWanted.connect(self._on_page_wanted)
        page.spotWanted.connect(self._on_spot_wanted)
        page.editsRequested.connect(lambda edits: change("apply", edits=edits))

    def _on_page_wanted(self, start: int, code: str | None) -> None:
        self._start("sheet_page", partial(self._on_page, code), start=start, limit=PAGE_SIZE, code=code)

    def _on_page(self, code: str | None, page: SheetPage) -> None:
        if self._is_current(page.revision):
            self._page.show_page(page, code)

    def _on_spot_wanted(self, row: int, column: str, way: int, code: str | None) -> None:
        self._start("spot", self._page.go_to, row=row, column=column, way=way, code=code)
