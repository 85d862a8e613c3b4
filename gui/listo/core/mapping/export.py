"""Changes of a mapping sheet by their places in its file, for writing a copy of the workbook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from listo.core.mapping.sheet import Column, MappingSheet
from listo.core.workbooks.model import Cell


class ChangedCell(Protocol):
    """A cell of the sheet and its new text; `row` is Excel's number, the header's for a header cell."""

    @property
    def row(self) -> int:
        """Excel's number of the row."""

    @property
    def column(self) -> Column:
        """The column of the sheet."""

    @property
    def after(self) -> str:
        """What the cell is to say."""


def edits_for_file(sheet: MappingSheet, changes: Iterable[ChangedCell]) -> dict[Cell, str]:
    """Return what changed cells are to say, by their place in the file that `sheet` was read from.

    Raises KeyError for a row or a column that the sheet lacks.
    """
    return {_place(sheet, change.row, change.column): change.after for change in changes}


def _place(sheet: MappingSheet, row: int, column: Column) -> Cell:
    if row == sheet.header.row:
        return sheet.header_cell(column)
    return sheet.cell(sheet.index_of(row), column)
