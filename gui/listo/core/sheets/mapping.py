"""The category-and-attribute mapping sheet, as columns of text that checks read and fixes change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

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
    """

    def __init__(
        self,
        name: str,
        header: Header,
        row_numbers: list[int],
        columns: dict[Column, list[str]],
        kinds: dict[tuple[int, Column], CellKind] | None = None,
    ) -> None:
        self.name = name
        self.header = header
        self.row_numbers = row_numbers
        self._columns = columns
        self.kinds = kinds or {}
        """The cells that are dates or errors, by (index into the data rows, column)."""

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

    def index_of(self, row_number: int) -> int:
        """Return the index of the data row that Excel numbers `row_number`.

        Raises KeyError where there is no such data row.
        """
        index = row_number - self.row_numbers[0] if self.row_numbers else -1
        if not (0 <= index < len(self.row_numbers)) or self.row_numbers[index] != row_number:
            raise KeyError(row_number)
        return index

    def kind(self, index: int, name: Column) -> CellKind | None:
        """Return what the cell is if it is a date or an error, else None."""
        return self.kinds.get((index, name))

    def set_text(self, index: int, name: Column, text: str, kind: CellKind | None = None) -> None:
        """Put `text` in a cell: plain text, or what `kind` says (to take back a change of such a cell)."""
        self._columns[name][index] = text
        self.kinds.pop((index, name), None)
        if kind is not None:
            self.kinds[index, name] = kind

    def header_text(self, name: Column) -> str:
        """Return the header of a column as it stands; KeyError where the sheet lacks the column."""
        return self.header.texts[self.header.places[name]]

    def set_header(self, name: Column, text: str) -> None:
        """Write another header over a column that the sheet has; the column stays what it was taken for."""
        texts = list(self.header.texts)
        texts[self.header.places[name]] = text
        self.header = replace(self.header, texts=tuple(texts))

    def place(self, index: int, name: Column) -> Cell:
        """Return where in the file a cell stands; KeyError where the sheet lacks the column."""
        return Cell(self.row_numbers[index] - 1, self.header.places[name])

    def header_place(self, name: Column) -> Cell:
        """Return where in the file the header of a column stands; KeyError where the sheet lacks it."""
        if self.header.row is None:
            raise KeyError(name)
        return Cell(self.header.row - 1, self.header.places[name])

    def present(self) -> Iterable[Column]:
        """Return those of the seven columns that the sheet has, in the template's order."""
        return (name for name in COLUMNS if self.has(name))


def edits_for_file(
    sheet: MappingSheet,
    texts: Mapping[tuple[int, Column], str],
    headers: Mapping[Column, str] | None = None,
) -> dict[Cell, str]:
    """Return new texts by their place in the file, for writing a copy of the workbook.

    `texts` are by index into the data rows and column, `headers` by column. Raises KeyError for a
    column that the sheet lacks.
    """
    edits = {sheet.header_place(name): text for name, text in (headers or {}).items()}
    edits |= {sheet.place(index, name): text for (index, name), text in texts.items()}
    return edits
