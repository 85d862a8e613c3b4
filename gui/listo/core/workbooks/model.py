"""A workbook as text, as every reader gives it and all above take it; names of cells; what a sheet can hold.

The limits of a sheet are Excel's own, and ours for hostile files.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Generic, Literal, NamedTuple, TypeVar

from listo.core.errors import InputError

CellKind = Literal["date", "error", "formula"]
"""What a cell is that is not plain text.

Excel made it a `date`, or it shows an `error` such as `#N/A`; a `formula` has no result in the file, as
programs leave it that write formulas and do not work them out.
"""

Format = Literal["xlsx", "xls", "ods", "xlsb", "csv"]
"""A kind of file, whatever its name."""

RowProgress = Callable[[int, int], None]
"""Is told how many rows are done of how many; what it raises ends the work."""

ROWS_BETWEEN_REPORTS = 2_000
"""How often it is told: every 10 to 20 ms, measured with ten columns."""

_Content = TypeVar("_Content")

_REFERENCE = re.compile(rb"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


class Cell(NamedTuple):
    """The place of a cell: both count from 0, so row 0 is Excel's row 1 and column 0 its column A."""

    row: int
    column: int


Edits = Mapping[str, Mapping[Cell, str]]
"""For the name of a sheet the new text of each cell."""


class CodedTexts(NamedTuple):
    """What stands in a column: for each row its place in `values`, where a text may be twice."""

    values: Sequence[str]
    codes: Sequence[int]


class ColumnChoice(NamedTuple):
    """A part of a sheet: the columns at these places, from a row on; all counted from 0."""

    first_row: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: every row from Excel's row 1 on, as text as Excel shows it (`212`, never `212.0`).

    Rows may be of different lengths; nothing is cut off but empty rows at the end. `kinds` names
    only the cells that are not plain. `hidden` is true for hidden and very hidden sheets. `merged` are the
    areas whose cells are shown as one, of which the first alone holds a text; of Excel's XML only.
    Where some columns of a sheet were chosen, `columns` has these by place, without the rows that show
    nothing, and `rows` has but the first rows.
    """

    name: str
    rows: Sequence[Sequence[str]]
    kinds: Mapping[Cell, CellKind] = field(default_factory=dict)
    hidden: bool = False
    merged: Sequence[Area] = ()
    columns: Mapping[int, CodedTexts] | None = None

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


ChooseColumns = Callable[[Workbook], ColumnChoice | None]
"""Says which part of a workbook's only sheet is to be read, by its first rows; None where all of it is."""

ROWS_TO_CHOOSE_BY = 2_000
"""How many: as many as are looked at, at most, to tell what a file is."""


_MOST_NUMBERED = 100_000
"""Different cells of a column that are numbered, in 17 MB; beyond that each row keeps its text."""


class ColumnBuilder(Generic[_Content]):
    """What stands in one column, numbered as long as many rows have the same.

    `read` returns the texts of cells as they stand in the file, and raises what taking them then raises.
    """

    def __init__(self, read: Callable[[Sequence[_Content]], list[str]]) -> None:
        self._read = read
        self._numbers: _Numbers[_Content] = _Numbers()
        self._codes = array("i")
        self._own: list[str] | None = None
        """The text of each row, once they are not numbered."""

    def take(self, cells: Sequence[_Content]) -> None:
        """Add what stands in the next rows."""
        if self._own is not None:
            self._own += self._read(cells)
            return
        self._codes.extend(map(self._numbers.__getitem__, cells))
        if len(self._numbers) > min(_MOST_NUMBERED, len(self._codes) // 2 + 1):
            self._own = list(map(self._values().__getitem__, self._codes))

    def _values(self) -> list[str]:
        cells = list(self._numbers)
        starts = range(0, len(cells), ROWS_BETWEEN_REPORTS)  # one that is written otherwise delays no more
        parts = (cells[start : start + ROWS_BETWEEN_REPORTS] for start in starts)
        return [text for part in parts for text in self._read(part)]

    def texts(self) -> CodedTexts:
        """Return the column."""
        if self._own is not None:
            return CodedTexts(self._own, range(len(self._own)))
        return CodedTexts(self._values(), self._codes)


class _Numbers(dict[_Content, int]):
    """Each different cell with its number, from 0."""

    def __missing__(self, cell: _Content) -> int:
        """Number what has not been met before."""
        self[cell] = number = len(self)
        return number


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


@lru_cache(maxsize=1024)  # as many columns as most sheets have
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


MOST_ROWS = 1_048_576
"""The rows of a sheet of Excel's. Source: Microsoft, "Excel specifications and limits"."""

MOST_COLUMNS = 16_384
"""The columns of a sheet of Excel's, up to XFD. Source: as above."""

LONGEST_TEXT = 32_767
"""How many UTF-16 units a cell of Excel's holds. Source: as above."""

LONGEST_SHEET_NAME = 31
"""How many characters Excel takes for the name of a sheet. Source: ECMA-376 part 1, 18.2.19, and as above."""

BLOCK = 1 << 20
"""How much of a file is held at a time: with 64 KB to 4 MB saving takes the same time, measured."""

MOST_BYTES = 1 << 30
"""What a file may unpack to: 28 columns of all of Excel's rows, at 37 bytes a cell of XML, measured."""

BYTES_OF_A_PLACE = 32
"""What calamine 0.9 sets aside for every place in a sheet, filled or not, measured."""

BYTES_IN_A_LIST = 8
"""What our own lists take for a place in which nothing stands."""

_MOST_ROOM = 512 << 20
"""What the places that a file's sheets span may take: all of Excel's rows in 16 columns, by calamine."""

_ROOM_ON_ANY_MACHINE = 256 << 20
"""What there is room for on any machine: eight columns of all the rows that Excel has."""

MOST_SLOW_CELLS = 1_500_000
"""Cells, records or elements that are looked at one by one: in 3 to 5 µs each on a busy machine, measured."""


def checked_row(row: int) -> int:
    """Return the row, counted from 0. Raises ValueError where no sheet has that many."""
    if row >= MOST_ROWS:
        raise ValueError(f"no such row: {row}")
    return row


class TooLargeError(ValueError):
    """What stands in a file would take so many bytes, given by the only argument, that it is not read."""


class Room:
    """What the sheets of one file may take together; they are stored in `size` bytes, unpacked.

    Each of its methods raises TooLargeError where that is passed.
    """

    def __init__(self, size: int) -> None:
        self._most = min(_MOST_ROOM, max(_ROOM_ON_ANY_MACHINE, BYTES_OF_A_PLACE * size))
        self._taken = self._cells = self._read = 0
        self._size = max(_ROOM_ON_ANY_MACHINE, size)

    def has(self, places: int) -> bool:
        """Return whether there is room for so many places of calamine's more."""
        return self._taken + places * BYTES_OF_A_PLACE <= self._most

    def take(self, places: int, each: int = BYTES_OF_A_PLACE) -> None:
        """Make room for places, filled or not; far more than a file can fill are nobody's work."""
        self._taken += places * each
        if self._taken > self._most:
            raise TooLargeError(self._taken)

    def take_bytes(self, size: int) -> None:
        """Make room for what takes so many bytes."""
        self.take(size, 1)

    def take_cells(self, cells: int) -> None:
        """Note that so many cells, records or elements are looked at one by one."""
        self._cells += cells
        if self._cells > MOST_SLOW_CELLS:
            raise TooLargeError(self._cells * BYTES_OF_A_PLACE)

    def take_part(self, size: int) -> None:
        """Note that a sheet of that size is read: many that name one part take more than the file holds."""
        self._read += size
        if self._read > self._size:
            raise TooLargeError(self._read)


def is_too_long(text: str) -> bool:
    """Say whether a text is longer than Excel holds in a cell; emoji and their like count twice."""
    return len(text) > LONGEST_TEXT // 2 and len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_TEXT


def too_large(path: Path, size: int) -> InputError:
    """Return the error for a file that would take `size` bytes once unpacked."""
    return InputError("file-too-large", file=path.name, size=_size_text(size))


def _size_text(size: int) -> str:
    megabytes = -(-size // 1_000_000)
    return f"{megabytes} MB" if megabytes < 10_000 else f"{-(-size // 1_000_000_000)} GB"
