"""Which sheet, which header row, which column is which: the proposals, and a layout that a person chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from listo.core.mapping.cleaning import is_blank
from listo.core.mapping.finding import below, header_of, header_row_of
from listo.core.mapping.headers import recognise
from listo.core.mapping.mapping import COLUMNS, Column, Header, MappingSheet
from listo.core.workbooks.model import Table, Workbook


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet of a workbook may be laid out.

    `header_row` is Excel's number, None where no row names the columns; `places` gives the place (from 0) of
    each of the seven that was found; `doubtful` are those that were recognised only by a likeness.
    """

    sheet: str
    hidden: bool
    header_row: int | None = None
    places: Mapping[Column, int] = field(default_factory=dict)
    doubtful: tuple[Column, ...] = ()
    twice: tuple[Column, ...] = ()
    rows: int = 0

    @property
    def missing(self) -> tuple[Column, ...]:
        """The columns that were not found."""
        return tuple(name for name in COLUMNS if name not in self.places)


def layouts(workbook: Workbook) -> tuple[Layout, ...]:
    """Return how each sheet of a workbook may be laid out, in their order."""
    return tuple(layout_of(table) for table in workbook.tables)


def layout_of(table: Table, header_row: int | None = None) -> Layout:
    """Return how a sheet may be laid out; with a header row (Excel's number), by what stands in it."""
    row = header_row_of(table) if header_row is None else header_row - 1
    if row is None or not 0 <= row < len(table.rows):
        return Layout(table.name, table.hidden)
    texts = table.rows[row]
    header, sure = header_of(texts, row), recognise(texts)
    found = Layout(
        table.name,
        table.hidden,
        row + 1,
        header.places,
        tuple(name for name in header.places if name not in sure),
        tuple(dict.fromkeys(header.duplicated.values())),
    )
    return replace(found, rows=len(below(table, row, header))) if header.places else found


def laid_out(
    workbook: Workbook, sheet: str, header_row: int, places: Mapping[Column, int]
) -> MappingSheet | None:
    """Return a sheet with its header in that row (Excel's number) and each column in its place (from 0).

    None where the workbook has no such sheet or row, or a place counts twice or lies outside of the sheet.
    """
    table = workbook.table(sheet)
    if table is None or not 1 <= header_row <= len(table.rows) or not places:
        return None
    width = max(map(len, table.rows))
    if len(set(places.values())) < len(places) or not all(0 <= place < width for place in places.values()):
        return None
    return below(table, header_row - 1, _header(table, header_row, places))


def _header(table: Table, header_row: int, places: Mapping[Column, int]) -> Header:
    texts = list(table.rows[header_row - 1])
    texts += [""] * (1 + max(places.values()) - len(texts))
    taken = set(places.values())
    others = (place for place in range(len(texts)) if place not in taken and not is_blank(texts[place]))
    in_order = {name: places[name] for name in COLUMNS if name in places}
    return Header(header_row, in_order, tuple(texts), extra=tuple(others))
