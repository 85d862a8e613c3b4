"""A workbook as text: what every reader gives and everything above works on; and the names of cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

CellKind = Literal["date", "error", "formula"]
"""What a cell is that is not plain text.

Excel made it a `date`, or it shows an `error` such as `#N/A`; a `formula` has no result in the file, as
programs leave it that write formulas and do not work them out.
"""

RowProgress = Callable[[int, int], None]
"""Is told how many rows are done of how many; what it raises ends the work."""

ROWS_BETWEEN_REPORTS = 2_000
"""How often it is told: every 10 to 20 ms, measured with ten columns."""

_REFERENCE = re.compile(rb"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


class Cell(NamedTuple):
    """The place of a cell: both count from 0, so row 0 is Excel's row 1 and column 0 its column A."""

    row: int
    column: int


Edits = Mapping[str, Mapping[Cell, str]]
"""For the name of a sheet the new text of each cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: every row from Excel's row 1 on, as text as Excel shows it (`212`, never `212.0`).

    Rows may be of different lengths; nothing is cut off but empty rows at the end. `kinds` names
    only the cells that are not plain. `hidden` is true for hidden and very hidden sheets.
    """

    name: str
    rows: Sequence[Sequence[str]]
    kinds: Mapping[Cell, CellKind] = field(default_factory=dict)
    hidden: bool = False

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell (counted from 0), empty outside the sheet."""
        if row >= len(self.rows):
            return ""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file as read: its sheets in their order, and what writing it back needs to know.

    `format` is the kind of file by content, whatever its name says. `encoding`, `delimiter` and
    `line_end` are those of a text file, empty for the others. `digest` is the SHA-256 of a file that a
    copy is spliced from, empty where it is not known.
    """

    path: Path
    format: Literal["xlsx", "xls", "ods", "xlsb", "csv"]
    tables: tuple[Table, ...]
    encoding: str = ""
    delimiter: str = ""
    line_end: str = ""
    byte_order_mark: bool = False
    digest: bytes = b""

    def table(self, name: str) -> Table | None:
        """Return the sheet of that name, without regard to case and blanks around it, or None."""
        wanted = name.strip().casefold()
        return next((table for table in self.tables if table.name.strip().casefold() == wanted), None)


def drop_empty_rows(rows: list[list[str]], kinds: Mapping[Cell, CellKind]) -> None:
    """Take the rows off the end that show nothing, but for those with a formula that has no result."""
    formulas = (cell.row for cell, kind in kinds.items() if kind == "formula")
    last = max(formulas, default=-1)
    while len(rows) > last + 1 and not any(rows[-1]):
        rows.pop()


def makes_new_workbook(workbook: Workbook) -> bool:
    """Return whether a copy can only be a new Excel workbook: the sheets without formatting."""
    return workbook.format not in ("xlsx", "csv")


# Cells and areas by the names that Excel gives them


class Area(NamedTuple):
    """A rectangle of cells, both corners belonging to it."""

    first: Cell
    last: Cell

    def holds(self, cell: Cell) -> bool:
        """Return whether the cell lies in it."""
        first, last = self
        return first.row <= cell.row <= last.row and first.column <= cell.column <= last.column

    @property
    def reference(self) -> bytes:
        """What the area is called, such as `A1:G10`."""
        return f"{reference(self.first)}:{reference(self.last)}".encode()


def area_of(text: bytes) -> Area:
    """Return the area that a reference such as `A1:G10` or `B7` names."""
    first, _, last = text.partition(b":")
    return Area(cell_at(first), cell_at(last or first))


def cell_at(reference: bytes) -> Cell:
    """Return the place that a reference such as `B7` names. Raises ValueError where it names none."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError(f"not a cell: {reference!r}")
    return Cell(int(found[2]) - 1, column_number(found[1]))


def column_number(letters: bytes) -> int:
    """Return the column, counted from 0, that Excel calls by these letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1


@cache
def column_letters(column: int) -> str:
    """Return the letters by which Excel calls a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def reference(cell: Cell) -> str:
    """Return the name of a cell, such as `B7`."""
    return f"{column_letters(cell.column)}{cell.row + 1}"
