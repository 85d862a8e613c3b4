"""VTEX's catalogue exports: products and SKUs, SKU specifications, product specifications.

Three languages, columns left out or in another order, headers decorated, older field names: a column
is known by the words of its header, whatever their order (`ID SKU`, `SKU ID *`, `SkuId`). Each distinct text
of a column is read once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Literal, cast

from listo.core import resources
from listo.core.references.columns import (
    CodedColumn,
    join_column,
    own_column,
    same_in_all,
    text_column,
    tidy_column,
)
from listo.core.references.names import MOST_HEADER_LETTERS, are_normal, fold_header, normalize_value
from listo.core.workbooks.model import Table, Workbook

ExportKind = Literal["vtex-products", "vtex-sku-specifications", "vtex-product-specifications"]
ExportColumn = Literal[
    "product-id",
    "product-name",
    "product-active",
    "product-reference",
    "brand-id",
    "brand",
    "department-id",
    "department",
    "category-id",
    "category",
    "trade-policies",
    "global-category-id",
    "global-category",
    "show-on-site",
    "sku-id",
    "sku-name",
    "sku-reference",
    "sku-activate",
    "sku-active",
    "bundle",
    "ean",
    "manufacturer-code",
    "unit-of-measure",
    "unit-multiplier",
    "field-id",
    "field-name",
    "field-type",
    "field-value-id",
    "field-value",
    "specification-code",
    "specification-value",
]

_OF_PRODUCTS: frozenset[ExportColumn] = frozenset(
    {"ean", "sku-active", "sku-activate", "trade-policies", "global-category-id", "bundle", "show-on-site"}
)
"""Columns that only the export of products and SKUs has."""

_LAST_HEADER_ROW = 20
"""How far down the header is looked for: VTEX writes it into row 1; people put a title and notes above."""

_FEWEST_COLUMNS = 3
"""Columns that tell an export: the id, the field and the value of one cut down by hand."""

_LINKS = frozenset({"a", "da", "das", "de", "del", "do", "dos", "el", "en", "la", "no", "of", "the"})
_NUMBER = re.compile(r"\d{1,18}")  # as many digits as every database holds in one number
_DECIMALS = re.compile(r"[.,]0+$")
_INTEGRATED = re.compile(r"(\d+)\s*p", re.IGNORECASE)

ColumnTexts = CodedColumn[str | None]
"""The texts of a column; None in the rows of an export that does not have the column."""

Columns = Mapping[ExportColumn, ColumnTexts]

_IDS: frozenset[ExportColumn] = frozenset({"sku-id", "product-id"})

_OWN: frozenset[ExportColumn] = frozenset({"sku-name", "product-name", "ean"})
"""Columns of which rows seldom say the same, and in which nothing is looked up by what it says."""


@dataclass(frozen=True, slots=True)
class VtexExport:
    """An export as found: its sheet, its header row (from 0), and the place of each column in it."""

    kind: ExportKind
    table: Table
    header_row: int
    places: Mapping[ExportColumn, int]

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield (Excel's row number, cells) of every row below the header that is not blank."""
        for number, row in enumerate(islice(self.table.rows, self.header_row + 1, None), self.header_row + 2):
            if any(cell.strip() for cell in row):
                yield number, row

    def count(self) -> int:
        """Return how many rows there are."""
        if self.table.columns is not None:
            return next((len(codes) for _, codes in self.table.columns.values()), 0)
        return sum(1 for _ in self.rows())


def find_export(workbook: Workbook) -> VtexExport | None:
    """Return the export that a workbook holds, the one with the most columns; None where it holds none."""
    found = [export for table in workbook.tables for export in _in_table(table)]
    return max(found, key=lambda export: len(export.places), default=None)


def _in_table(table: Table) -> Iterator[VtexExport]:
    for row, cells in enumerate(islice(table.rows, _LAST_HEADER_ROW)):
        places = _places(cells)
        if kind := _kind(places.keys()):
            yield VtexExport(kind, table, row, places)


def _kind(columns: Set[ExportColumn]) -> ExportKind | None:
    if len(columns) < _FEWEST_COLUMNS:
        return None
    if columns & {"field-name", "field-id"} and columns & {"specification-value", "field-value"}:
        of_sku = columns & {"sku-id", "sku-name", "sku-reference"}
        return "vtex-sku-specifications" if of_sku else "vtex-product-specifications"
    of_catalogue = columns & {"sku-id", "product-id", "sku-reference", "product-reference"}
    return "vtex-products" if of_catalogue and columns & _OF_PRODUCTS else None


def _places(cells: Sequence[str]) -> dict[ExportColumn, int]:
    places: dict[ExportColumn, int] = {}
    for place, cell in enumerate(cells):
        if cell and (column := _column(cell)):
            places.setdefault(column, place)
    return places


def _column(header: str) -> ExportColumn | None:
    return next((column for key in _keys(header) if (column := _known().get(key))), None)


def _keys(header: str) -> tuple[str, str]:
    """Return the two forms that a header is compared in: its words in order of letters, and all in one."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header[:MOST_HEADER_LETTERS].replace("_", " "))
    words = [word for word in fold_header(apart).split() if word not in _LINKS]
    return " ".join(sorted(words)), "".join(words)


@cache
def _known() -> dict[str, ExportColumn]:
    table: dict[str, list[str]] = resources.read_json("vocabulary/vtex-headers.json")["columns"]
    return {
        key: cast(ExportColumn, column)
        for column, headers in table.items()
        for header in headers
        for key in _keys(header)
        if key
    }


def read_columns(export: VtexExport, wanted: Iterable[ExportColumn]) -> dict[ExportColumn, CodedColumn[str]]:
    """Return those of the wanted columns that an export has, without its blank rows."""
    places = {column: export.places[column] for column in wanted if column in export.places}
    if (chosen := export.table.columns) is not None:
        return {column: _column_of(column, *chosen[place]) for column, place in places.items()}
    width = 1 + max(places.values(), default=0)
    rows: Sequence[Sequence[str]] = export.table.rows[export.header_row + 1 :]
    if any(len(row) < width for row in rows):
        rows = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in rows]
    rows = [row for row in rows if any(row)]
    found = {column: [row[place] for row in rows] for column, place in places.items()}
    return {column: text_column(texts, _tidy_of(column, texts)) for column, texts in found.items()}


def _column_of(column: ExportColumn, texts: Sequence[str], rows: Sequence[int]) -> CodedColumn[str]:
    tidy = _tidy_of(column, texts)
    is_own = column in _OWN and isinstance(rows, range)
    return own_column(texts, tidy) if is_own else tidy_column(texts, rows, tidy)


def _tidy_of(column: ExportColumn, texts: Sequence[str]) -> Callable[[str], str]:
    """Return what makes each text of a column tidy."""
    if column in _IDS:
        return str if "".join(texts).isdigit() else _tidy_id
    return str if are_normal(texts) else normalize_value


def _tidy_id(text: str) -> str:
    return normalize_id(normalize_value(text))


def join_columns(parts: Sequence[Columns]) -> Columns:
    """Return the columns of several exports, one below the other."""
    if len(parts) == 1:
        return parts[0]
    names = dict.fromkeys(name for part in parts for name in part)
    return {name: join_column([_texts(part, name) for part in parts]) for name in names}


def _texts(part: Columns, name: ExportColumn) -> ColumnTexts:
    return part.get(name) or same_in_all(None, len(next(iter(part.values()), ())))


def normalize_id(text: str) -> str:
    """Return the id of a SKU or product: `13737p` (as integrated SKUs are listed) and `13737.0` are 13737."""
    if text.isdigit():
        return text
    found = _INTEGRATED.fullmatch(text)
    return found[1] if found else _DECIMALS.sub("", text)


def normalize_number(text: str) -> str:
    """Return an id as it is compared: a number without the zeros before it."""
    return text.lstrip("0") or "0" if text.isdigit() else text.casefold()


def parse_category_number(text: str) -> int | None:
    """Return the id of a category in `166`, `166.0` or `166 - Hats`; None where there is none."""
    found = _NUMBER.match(text)
    return (int(found[0]) or None) if found else None


def parse_yes_or_no(text: str) -> bool | None:
    """Return what a word of an export means, None where it is neither of the two."""
    word = fold_header(text)
    return True if word in _words()["yes"] else False if word in _words()["no"] else None


def holds_several(field_type: str) -> bool:
    """Return whether a field of that type can have several values at once."""
    return fold_header(field_type) in _words()["several-values"]


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = resources.read_json("vocabulary/vtex-words.json")
    return words
