"""A workbook as text: what every reader gives and everything above works on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

CellKind = Literal["date", "error"]
"""What a cell is that is not plain text: Excel made it a date, or it shows an error such as `#N/A`."""


class Cell(NamedTuple):
    """The place of a cell: both count from 0, so row 0 is Excel's row 1 and column 0 its column A."""

    row: int
    column: int


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


def makes_new_workbook(workbook: Workbook) -> bool:
    """Return whether a copy can only be a new Excel workbook: the sheets without formatting."""
    return workbook.format not in ("xlsx", "csv")
