"""Where the mapping sheet is in a workbook: which sheet, which row is the header, which column is which.

As it is recognised, by the names that people and VTEX's own articles give to the seven columns, as each sheet
could be laid out, or as a person has chosen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, reduce
from itertools import islice

from listo.core.errors import InputError
from listo.core.mapping.cell_text import is_blank
from listo.core.mapping.sheet import COLUMNS, Column, Header, MappingSheet
from listo.core.workbooks.model import CellKind, Table, Workbook

SPECIFIC: frozenset[Column] = frozenset(
    {"VTEXSpecification", "AmazonSpecification", "VTEXValue", "AmazonValue"},
)
"""The columns whose names no other kind of file has."""

_SPELLINGS: Mapping[Column, str] = {
    "CategoryID": """
        category; category code; category number; id category; vtex category; vtex category id
        global category; global category id; id global category; vtex global category; vtex global category id
        categoria; categoria id; código categoria; id categoria; categoria vtex; id categoria vtex
        categoria global; id categoria global; categoria global vtex; id categoria global vtex""",
    "VariationTheme": """
        theme; theme variation; variation; variations theme; variation themes
        tema; tema variação; tema variações; tema variación; tema variaciones""",
    "Type": "kind; types; tipo; tipos",
    "VTEXSpecification": """
        vtex spec; vtex specs; vtex specifications; vtex specification name; specification vtex
        vtex field; vtex field name; vtex attribute; vtex attribute name
        especificação vtex; especificações vtex; especificación vtex; especificaciones vtex
        campo vtex; atributo vtex; nome campo vtex; nombre campo vtex""",
    "AmazonSpecification": """
        amazon spec; amazon specs; amazon specifications; amazon specification name; specification amazon
        amazon field; amazon field name; amazon attribute; amazon attribute name
        especificação amazon; especificações amazon; especificación amazon; especificaciones amazon
        campo amazon; atributo amazon; nome atributo amazon; nombre atributo amazon""",
    "VTEXValue": "vtex values; value vtex; vtex value name; vtex field value; valor vtex; valores vtex",
    "AmazonValue": "amazon values; value amazon; amazon value name; valor amazon; valores amazon",
}

_LINKS = frozenset(
    {"da", "das", "de", "del", "do", "dos", "em", "en", "la", "las", "na", "no", "of", "the", "in"}
)
"""Words that people put between the others: `ID da categoria`, `Valor en Amazon`."""

_LIKENESS = 88.0
"""How alike (0 to 100) a slip of the pen is: one letter mistaken in `VTEXValue`, of nine, leaves 88.9."""


def match_headers(texts: Sequence[str]) -> list[Column | None]:
    """Return for each cell of a row the column that it names, None where it names none."""
    return [_known().get(_folded(text)) if text else None for text in texts]


def may_name_columns(texts: Sequence[str]) -> bool:
    """Return whether a row can name one of the `SPECIFIC` columns: quick, for rows of a thousand cells."""
    plain = unicodedata.normalize("NFKD", "".join(texts)).casefold()
    return _SPECIFIC_WORD.search(plain) is not None


def match_misspelt_headers(texts: Sequence[str]) -> list[Column | None]:
    """Return the same for a row known to be the header, where slips (`AmazonSpecfication`) count too."""
    exact = match_headers(texts)
    free = [column for column in COLUMNS if column not in exact]
    return [
        column or (_nearest(_folded(text), free) if text.strip() else None)
        for text, column in zip(texts, exact, strict=True)
    ]


_WORDS = re.compile(r"[^\W_]+")
_SPECIFIC_WORD = re.compile("|".join(r"[\W_]*".join(word) for word in ("vtex", "amazon")))


@cache
def _known() -> dict[str, Column]:
    known = {_folded(column): column for column in COLUMNS}
    for column, spellings in _SPELLINGS.items():
        for line in spellings.splitlines():
            known |= {_folded(spelling): column for spelling in line.split(";") if spelling.strip()}
    return known


def _nearest(folded: str, columns: Sequence[Column]) -> Column | None:
    from rapidfuzz import fuzz

    likeness = {column: fuzz.ratio(folded, _folded(column)) for column in columns}
    best = max(likeness, key=likeness.__getitem__, default=None)
    return best if best and likeness[best] >= _LIKENESS else None


def _folded(text: str) -> str:
    """Return the letters and digits alone, without case, accents, and the words that only link others."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return "".join(word for word in _WORDS.findall(plain) if word not in _LINKS)


LAST_HEADER_ROW = 200
"""How far down a header is looked for: title rows are few, and data never looks like a header."""

_CERTAIN = 3
"""How many of the seven must be there, one of them a VTEX or Amazon column: no other file has that."""


_ROWS_ALIKE = 1
"""Rows by which sheets may differ and count as equally long: a row that was just added decides nothing."""


@dataclass(frozen=True, slots=True)
class MappingLayout:
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


def find_mapping(workbook: Workbook, sheet: str | None = None) -> MappingSheet | None:
    """Return the mapping sheet of a workbook, or None where no sheet of it is one.

    With `sheet` only that one is looked at. A sheet (or a whole workbook) with nothing in it at all
    is an empty mapping sheet without a header. Of several, one with rows below its header comes
    first, then the one with the most of the seven columns, then one that is not hidden, then the one
    with the most rows, the first of those that are alike: a single row more makes no sheet the longer one.
    It knows the `others` that a person sees and that have rows.
    Raises InputError `sheet-not-found` where no sheet of that name is there.
    """
    tables = workbook.tables if sheet is None else (find_table(workbook, sheet),)
    found = [mapping for table in workbook.tables if (mapping := _in_table(table)) is not None]
    hidden = {table.name for table in workbook.tables if table.hidden}
    names = {table.name for table in tables}
    chosen = _chosen([one for one in found if one.name in names], hidden)
    if chosen is not None:
        chosen.others = _others(found, chosen, hidden)
        return chosen
    if tables and not any(table.rows for table in tables):
        return MappingSheet(tables[0].name, Header(row=None), [], {column: [] for column in COLUMNS})
    return None


def _others(found: Iterable[MappingSheet], chosen: MappingSheet, hidden: Collection[str]) -> tuple[str, ...]:
    return tuple(one.name for one in found if one.name != chosen.name and len(one) and one.name not in hidden)


def _chosen(found: Sequence[MappingSheet], hidden: Collection[str]) -> MappingSheet | None:
    """Return the sheet that people work on, of those found."""
    if not found:
        return None

    def rank(one: MappingSheet) -> tuple[bool, int, bool]:
        return len(one) > 0, len(one.header.places), one.name not in hidden

    best = max(map(rank, found))
    first, *others = (one for one in found if rank(one) == best)
    for one in others:
        if len(one) > len(first) + _ROWS_ALIKE:
            first = one
    return first


def find_table(workbook: Workbook, name: str) -> Table:
    """Return the sheet of that name. Raises InputError `sheet-not-found`."""
    table = workbook.table(name)
    if table is None:
        sheets = ", ".join(table.name for table in workbook.tables)
        raise InputError("sheet-not-found", file=workbook.path.name, sheet=name, sheets=sheets)
    return table


def _in_table(table: Table) -> MappingSheet | None:
    row = find_header_row(table)
    return None if row is None else build_sheet(table, row, read_header(table.rows[row], row))


def find_header_row(table: Table) -> int | None:
    """Return the row (from 0) that names the most of the seven columns, the uppermost of equals."""
    best, most = None, _CERTAIN - 1
    for row, texts in enumerate(islice(table.rows, LAST_HEADER_ROW)):
        named = {column for column in match_headers(texts) if column} if may_name_columns(texts) else set()
        if len(named) > most and named & SPECIFIC:
            best, most = row, len(named)
    return best


def read_header(texts: Sequence[str], row: int) -> Header:
    """Return what the cells of a row (from 0) that is the header are taken for."""
    columns = match_misspelt_headers(texts)
    places = {column: _place(column, columns, texts) for column in COLUMNS if column in columns}
    taken = set(places.values())
    named = enumerate(columns)
    return Header(
        row=row + 1,
        places=places,
        texts=tuple(texts),
        duplicated={place: column for place, column in named if column and place not in taken},
        extra=tuple(
            place for place, column in enumerate(columns) if not column and not is_blank(texts[place])
        ),
    )


def _place(column: Column, columns: Sequence[Column | None], texts: Sequence[str]) -> int:
    """Return where the column stands: where its exact name is, else where it is first named."""
    places = [place for place, named in enumerate(columns) if named == column]
    return next((place for place in places if texts[place] == column), places[0])


def build_sheet(table: Table, header_row: int, header: Header) -> MappingSheet:
    """Return the mapping sheet whose header is that row (from 0); it must have one of the columns."""
    first = header_row + 1
    columns = _columns(table.rows[first:], header)
    length = max(_length(columns), _last_formula(table, header) - header_row)
    for texts in columns.values():
        del texts[length:]
    numbers = list(range(first + 1, first + 1 + length))
    kinds = _kinds(table, header, first, length)
    merged = _merged(table, header, range(first, first + length))
    return MappingSheet(table.name, header, numbers, columns, kinds, merged=merged)


def _merged(table: Table, header: Header, rows: range) -> dict[tuple[int, Column], str]:
    """Return what empty cells show because they are merged with the one above, by row number and column."""
    names = {place: column for column, place in header.places.items()}
    return {
        (row + 1, names[first.column]): table.text(*first)
        for first, last in table.merged
        if first.column in names and first.row in rows and first not in table.kinds
        for row in range(first.row + 1, min(last.row, rows[-1]) + 1)
        if not is_blank(table.text(*first)) and is_blank(table.text(row, first.column))
    }


def _columns(rows: Sequence[Sequence[str]], header: Header) -> dict[Column, list[str]]:
    width = 1 + max(header.places.values())
    if any(len(row) < width for row in rows):
        blank = [""] * width  # one for all empty rows: there may be a million of them
        rows = [row if len(row) >= width else [*row, *blank[len(row) :]] if row else blank for row in rows]
    columns: dict[Column, list[str]] = {column: [""] * len(rows) for column in COLUMNS}
    for column, place in header.places.items():
        columns[column] = [row[place] for row in rows]
    return columns


def _length(columns: dict[Column, list[str]]) -> int:
    """Return how many rows there are up to the last one that is not blank."""
    return reduce(_last_filled, columns.values(), 0)


def _last_formula(table: Table, header: Header) -> int:
    """Return the last row (from 0) with a formula of one of the seven that has no result, else -1."""
    places = set(header.places.values())
    formulas = (c.row for c, kind in table.kinds.items() if kind == "formula" and c.column in places)
    return max(formulas, default=-1)


def _last_filled(least: int, texts: Sequence[str]) -> int:
    for index in range(len(texts), least, -1):
        if not is_blank(texts[index - 1]):
            return index
    return least


def _kinds(table: Table, header: Header, first: int, length: int) -> dict[tuple[int, Column], CellKind]:
    names = {place: column for column, place in header.places.items()}
    return {
        (cell.row - first, names[cell.column]): kind
        for cell, kind in table.kinds.items()
        if first <= cell.row < first + length and cell.column in names
    }


def find_layouts(workbook: Workbook) -> tuple[MappingLayout, ...]:
    """Return how each sheet of a workbook may be laid out, in their order."""
    return tuple(find_layout(table) for table in workbook.tables)


def find_layout(table: Table, header_row: int | None = None) -> MappingLayout:
    """Return how a sheet may be laid out; with a header row (Excel's number), by what stands in it."""
    row = find_header_row(table) if header_row is None else header_row - 1
    if row is None or not 0 <= row < len(table.rows):
        return MappingLayout(table.name, table.hidden)
    texts = table.rows[row]
    header, sure = read_header(texts, row), match_headers(texts)
    found = MappingLayout(
        table.name,
        table.hidden,
        row + 1,
        header.places,
        tuple(name for name in header.places if name not in sure),
        tuple(dict.fromkeys(header.duplicated.values())),
    )
    return replace(found, rows=len(build_sheet(table, row, header))) if header.places else found


def apply_layout(
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
    chosen = build_sheet(table, header_row - 1, _header(table, header_row, places))
    hidden = {one.name for one in workbook.tables if one.hidden}
    found = (mapping for one in workbook.tables if (mapping := _in_table(one)) is not None)
    chosen.others = _others(found, chosen, hidden)
    return chosen


def _header(table: Table, header_row: int, places: Mapping[Column, int]) -> Header:
    texts = list(table.rows[header_row - 1])
    texts += [""] * (1 + max(places.values()) - len(texts))
    taken = set(places.values())
    others = (place for place in range(len(texts)) if place not in taken and not is_blank(texts[place]))
    in_order = {name: places[name] for name in COLUMNS if name in places}
    return Header(header_row, in_order, tuple(texts), extra=tuple(others))
