"""VTEX's catalogue exports: products and SKUs, SKU specifications, product specifications.

Three languages, columns left out or in another order, headers decorated, older field names: a column
is known by the words of its header, whatever their order (`ID SKU`, `SKU ID *`, `SkuId`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal, cast

from listo.core import resources
from listo.core.references.names import folded
from listo.core.workbooks import Table, Workbook

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
_FEWEST_COLUMNS = 3
_LINKS = frozenset({"a", "da", "das", "de", "del", "do", "dos", "el", "en", "la", "no", "of", "the"})


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
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header.replace("_", " "))
    words = [word for word in folded(apart).split() if word not in _LINKS]
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
