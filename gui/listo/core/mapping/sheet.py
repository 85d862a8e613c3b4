"""The category-and-attribute mapping sheet, as columns of text that checks read and fixes change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol, get_args

from listo.core.workbooks.model import Cell, CellKind

Column = Literal[
    "CategoryID",
    "VariationTheme",
    "Type",
    "VTEXSpecification",
    "AmazonSpecification",
    "VTEXValue",
    "AmazonValue",
]
COLUMNS: tuple[Column, ...] = get_args(Column)
"""The seven columns in the order A to G of VTEX's template."""


NewRow = tuple[int, Sequence[str], Mapping[Column, CellKind]]
"""A row to put in: its number, its seven texts, and its dates and errors by column."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the sheet's header stands and what each of its cells was taken for.

    `row` is Excel's number, None where no header was found. `places` gives for each of the seven
    that are there its column counted from 0; `texts` the header's cells as they stand;
    `duplicated` the columns (from 0) that name one of the seven a second time; `extra` those that
    name none of the seven and are not empty.
    """

    row: int | None
    places: Mapping[Column, int] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    duplicated: Mapping[int, Column] = field(default_factory=dict)
    extra: tuple[int, ...] = ()


class MappingSheet:
    """The rows below the header, by column.

    `row_numbers[i]` is Excel's number of the i-th data row; `column(name)[i]` its text as it
    stands. Trailing blank rows are not part of the sheet, blank rows in between are. A column that
    the sheet lacks reads as empty everywhere; `header.places` tells.

    A row keeps its number while the sheet is worked on: one that is taken out leaves a gap, one that
    is put in has a number that no other row has.
    """

    def __init__(
        self,
        name: str,
        header: Header,
        row_numbers: list[int],
        columns: dict[Column, list[str]],
        kinds: dict[tuple[int, Column], CellKind] | None = None,
        others: tuple[str, ...] = (),
        merged: Mapping[tuple[int, Column], str] | None = None,
    ) -> None:
        self.name = name
        self.merged = merged or {}
        """By Excel's number of a row and column: what an empty cell shows that is merged with one above."""
        self.others = others
        """The names of the other mapping sheets of the workbook, which are not worked on."""
        self.header = header
        self.row_numbers = row_numbers
        self._columns = columns
        self.kinds = kinds or {}
        """The cells that are not plain, by (index into the data rows, column)."""

    def __len__(self) -> int:
        """Return how many data rows there are."""
        return len(self.row_numbers)

    def column(self, name: Column) -> list[str]:
        """Return the texts of a column, one per data row; the list is the sheet's own, to be read only."""
        return self._columns[name]

    def has(self, name: Column) -> bool:
        """Return whether the sheet has that column."""
        return name in self.header.places

    def row(self, index: int) -> tuple[str, ...]:
        """Return the seven texts of the data row `index` (from 0), in the order of `COLUMNS`."""
        return tuple(self._columns[name][index] for name in COLUMNS)

    def rows_at(self, indices: Sequence[int]) -> Iterator[tuple[str, ...]]:
        """Return the texts of several data rows likewise."""
        return zip(*(map(self._columns[name].__getitem__, indices) for name in COLUMNS), strict=True)

    def index_of(self, row_number: int) -> int:
        """Return the index of the data row that Excel numbers `row_number`.

        Raises KeyError where there is no such data row.
        """
        index = self.find_row(row_number)
        if index is None:
            raise KeyError(row_number)
        return index

    def find_row(self, row_number: int) -> int | None:
        """Return the index of the data row that Excel numbers so, None where there is none."""
        numbers = self.row_numbers
        index = row_number - numbers[0] if numbers else 0
        if 0 <= index < len(numbers) and numbers[index] == row_number:  # nearly always: no gap before it
            return index
        index = bisect_left(numbers, row_number)
        return index if index < len(numbers) and numbers[index] == row_number else None

    def has_row(self, row_number: int) -> bool:
        """Return whether there is a data row that Excel numbers so."""
        return self.find_row(row_number) is not None

    def kind(self, index: int, name: Column) -> CellKind | None:
        """Return what the cell is if it is a date or an error, else None."""
        return self.kinds.get((index, name))

    def kinds_of(self, index: int) -> dict[Column, CellKind]:
        """Return the columns in which a row has a date or an error, and which of the two."""
        return {name: kind for name in COLUMNS if (kind := self.kinds.get((index, name)))}

    def set_text(self, index: int, name: Column, text: str, kind: CellKind | None = None) -> None:
        """Put `text` in a cell: plain text, or what `kind` says (to take back a change of such a cell)."""
        self._columns[name][index] = text
        self.kinds.pop((index, name), None)
        if kind is not None:
            self.kinds[index, name] = kind

    def remove_row(self, row_number: int) -> None:
        """Take a data row out; those around it keep their numbers. KeyError where there is no such row."""
        index = self.index_of(row_number)
        del self.row_numbers[index]
        for texts in self._columns.values():
            del texts[index]
        self._move_kinds(index, -1)

    def insert_row(
        self, row_number: int, texts: Sequence[str], kinds: Mapping[Column, CellKind] | None = None
    ) -> None:
        """Put a row of seven texts in under a number that is free. ValueError where it is not."""
        index = bisect_left(self.row_numbers, row_number)
        if self.has_row(row_number):
            raise ValueError(f"row {row_number} is there already")
        self.row_numbers.insert(index, row_number)
        for name, text in zip(COLUMNS, texts, strict=True):
            self._columns[name].insert(index, text)
        self._move_kinds(index, 1)
        self.kinds.update({(index, name): kind for name, kind in (kinds or {}).items()})

    def remove_rows(self, row_numbers: Collection[int]) -> None:
        """Take data rows out in one pass; KeyError where there is no such row."""
        gone = {self.index_of(number) for number in row_numbers}
        if gone:
            self._arrange([index for index in range(len(self)) if index not in gone])

    def insert_rows(self, rows: Iterable[NewRow]) -> None:
        """Put rows in, each as `insert_row` does, in one pass. ValueError where a number is not free."""
        new = list(rows)
        if taken := [number for number, *_ in new if self.has_row(number)]:
            raise ValueError(f"row {taken[0]} is there already")
        for number, texts, kinds in new:
            self.kinds.update({(len(self), name): kind for name, kind in kinds.items()})
            self.row_numbers.append(number)
            for name, text in zip(COLUMNS, texts, strict=True):
                self._columns[name].append(text)
        if new:
            self._arrange(sorted(range(len(self)), key=self.row_numbers.__getitem__))

    def _arrange(self, at: Sequence[int]) -> None:
        """Have those of the rows alone, by their indices, in that order."""
        self.kinds = self._kinds_at(at)
        self.row_numbers[:] = [self.row_numbers[index] for index in at]
        for texts in self._columns.values():
            texts[:] = [texts[index] for index in at]

    def _move_kinds(self, index: int, by: int) -> None:
        if not self.kinds:
            return
        gone = index if by < 0 else None
        self.kinds = {
            (at + by if at >= index else at, name): kind
            for (at, name), kind in self.kinds.items()
            if at != gone
        }

    def says_the_same(self, other: MappingSheet) -> bool:
        """Return whether another state of the sheet has the same rows, texts and header."""
        rows = self.row_numbers == other.row_numbers and self.kinds == other.kinds
        return rows and self.header == other.header and self._columns == other._columns

    def copy(self) -> MappingSheet:
        """Return a sheet of the same content that can be changed on its own."""
        columns = {name: list(texts) for name, texts in self._columns.items()}
        return MappingSheet(
            self.name,
            self.header,
            list(self.row_numbers),
            columns,
            dict(self.kinds),
            self.others,
            self.merged,
        )

    def select_rows(self, row_numbers: Sequence[int]) -> MappingSheet:
        """Return a sheet of those of the rows that are there, in that order: ascending."""
        if len(row_numbers) >= len(self) and list(row_numbers) == self.row_numbers:
            return self
        at = self._indices(row_numbers)
        numbers = [self.row_numbers[index] for index in at]
        columns: dict[Column, list[str]] = {
            name: [texts[index] for index in at] for name, texts in self._columns.items()
        }
        return MappingSheet(
            self.name, self.header, numbers, columns, self._kinds_at(at), self.others, self.merged
        )

    def _indices(self, row_numbers: Iterable[int]) -> list[int]:
        """Return where those of the rows stand that are there."""
        if not self.row_numbers:
            return []
        first, last = self.row_numbers[0], self.row_numbers[-1]
        if last - first + 1 == len(self.row_numbers):  # no gaps: no need to look for each
            return [number - first for number in row_numbers if first <= number <= last]
        return [bisect_left(self.row_numbers, number) for number in row_numbers if self.has_row(number)]

    def _kinds_at(self, at: Sequence[int]) -> dict[tuple[int, Column], CellKind]:
        if not self.kinds:
            return {}
        if len(self.kinds) < len(at):
            new = {index: place for place, index in enumerate(at)}
            return {(new[old], name): kind for (old, name), kind in self.kinds.items() if old in new}
        cells = ((new, old, name) for new, old in enumerate(at) for name in COLUMNS)
        return {(new, name): self.kinds[old, name] for new, old, name in cells if (old, name) in self.kinds}

    def header_text(self, name: Column) -> str:
        """Return the header of a column as it stands; KeyError where the sheet lacks the column."""
        return self.header.texts[self.header.places[name]]

    def set_header(self, name: Column, text: str) -> None:
        """Write another header over a column that the sheet has; the column stays what it was taken for."""
        texts = list(self.header.texts)
        texts[self.header.places[name]] = text
        self.header = replace(self.header, texts=tuple(texts))

    def cell(self, index: int, name: Column) -> Cell:
        """Return where in the file a cell stands; KeyError where the sheet lacks the column."""
        return Cell(self.row_numbers[index] - 1, self.header.places[name])

    def header_cell(self, name: Column) -> Cell:
        """Return where in the file the header of a column stands; KeyError where the sheet lacks it."""
        if self.header.row is None:
            raise KeyError(name)
        return Cell(self.header.row - 1, self.header.places[name])

    def present(self) -> Iterable[Column]:
        """Return those of the seven columns that the sheet has, in the template's order."""
        return (name for name in COLUMNS if self.has(name))


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
