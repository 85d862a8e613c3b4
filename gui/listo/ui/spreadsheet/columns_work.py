"""Between the columns page and the worker."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from listo.core.mapping.sheet import Column
from listo.core.worker.jobs import Jobs
from listo.ui.spreadsheet.pages.columns_page import ColumnsPage
from listo.ui.spreadsheet.work import Work


class ColumnsWork(QObject):
    """Brings how the sheet is laid out, or would be, and has it laid out so."""

    shaped = Signal(object)
    """The Overview of the work in the new layout."""

    def __init__(self, page: ColumnsPage, work: Work) -> None:
        super().__init__(page)
        self._page, self._work = page, work
        page.shapeWanted.connect(self._on_shape_wanted)
        page.shapeChosen.connect(self._on_shape_chosen)
        page.resetRequested.connect(lambda: work.start(Jobs.reset_layout).on_success(self.shaped.emit))

    def _on_shape_wanted(self, sheet: str | None, header_row: int | None) -> None:
        self._work.start(Jobs.layout, sheet, header_row).on_success(self._page.show_shape)

    def _on_shape_chosen(self, sheet: str, header_row: int, places: Mapping[Column, int]) -> None:
        self._work.start(Jobs.set_layout, sheet, header_row, places).on_success(self.shaped.emit)
