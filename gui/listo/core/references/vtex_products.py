"""VTEX's export of products and SKUs: which SKUs are active, in which categories, with what barcode."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress

from listo.core.references.vtex_export import (
    Columns,
    ColumnTexts,
    ExportColumn,
    VtexExport,
    join_columns,
    map_distinct,
    normalize_number,
    parse_category_number,
    parse_yes_or_no,
    read_columns,
)

_READ: tuple[ExportColumn, ...] = (
    "product-id",
    "product-name",
    "product-active",
    "sku-id",
    "sku-name",
    "sku-active",
    "bundle",
    "ean",
    "trade-policies",
    "global-category-id",
    "category-id",
    "category",
)

_IDS = re.compile(r"\w+")


class VtexProducts:
    """One or several exports, by column; a SKU that comes twice counts where it comes last.

    Rows are told by their position, from 0. An export may leave columns out: `has` tells.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(next(iter(self._columns.values()), ()))

    @property
    def columns(self) -> frozenset[ExportColumn]:
        """Return the columns that at least one of the exports has."""
        return frozenset(self._columns)

    def texts(self, column: ExportColumn) -> ColumnTexts:
        """Return the texts of a column, without stray blanks; None where an export lacks it."""
        return self._columns.get(column) or [None] * len(self)

    @cached_property
    def active(self) -> list[bool | None]:
        """Return by position whether the SKU is active; None where nothing says so."""
        return map_distinct(self.texts("sku-active"), parse_yes_or_no)

    @cached_property
    def products_active(self) -> list[bool | None]:
        """Return by position whether the SKU's product is active; None where nothing says so."""
        return map_distinct(self.texts("product-active"), parse_yes_or_no)

    @cached_property
    def kits(self) -> list[bool | None]:
        """Return by position whether the SKU is a kit; None where nothing says so."""
        return map_distinct(self.texts("bundle"), parse_yes_or_no)

    @cached_property
    def global_categories(self) -> list[int | None]:
        """Return by position the id of the global category, None where there is none."""
        return map_distinct(self.texts("global-category-id"), parse_category_number)

    @cached_property
    def store_categories(self) -> list[int | None]:
        """Return by position the id of the category in the store, None where there is none."""
        return map_distinct(self.texts("category-id"), parse_category_number)

    @cached_property
    def names_of_store_categories(self) -> Mapping[int, str]:
        """Return the store's categories by id, with their names where the export has these."""
        return names_of_categories(self.store_categories, self.texts("category"))

    @cached_property
    def inactive_skus(self) -> frozenset[str]:
        """Return the ids of the SKUs that are known to be inactive."""
        pairs = zip(self.texts("sku-id"), self.active, strict=True)
        return frozenset(sku for sku, active in pairs if active is False and sku)

    @cached_property
    def inactive_products(self) -> frozenset[str]:
        """Return the ids of the products all of whose SKUs are known to be inactive."""
        pairs = list(zip(self.texts("product-id"), self.active, strict=True))
        others = {product for product, active in pairs if active is not False}
        return frozenset(product for product, _ in pairs if product and product not in others)

    @cached_property
    def trade_policies(self) -> list[frozenset[str] | None]:
        """Return by position the trade policies; None where the export does not have them."""
        return map_distinct(
            self.texts("trade-policies"), lambda text: frozenset(map(normalize_number, _IDS.findall(text)))
        )

    @cached_property
    def trade_policies_in_use(self) -> tuple[str, ...]:
        """Return the trade policies of the SKUs not known to be inactive, the one with the most first."""
        policies = zip(self.trade_policies, self.active, strict=True)
        counted = Counter(one for each, active in policies if each and active is not False for one in each)
        return tuple(sorted(counted, key=lambda policy: (-counted[policy], len(policy), policy)))

    @cached_property
    def categories_in_use(self) -> Mapping[tuple[int | None, int | None], int]:
        """Return how many SKUs not known to be inactive each pair of global and store's category has."""
        rows = zip(self.global_categories, self.store_categories, self.active, strict=True)
        return Counter((of_all, of_store) for of_all, of_store, active in rows if active is not False)


def read_products(export: VtexExport) -> VtexProducts:
    """Return what an export of products and SKUs says."""
    return VtexProducts(_each_sku_once(read_columns(export, _READ)))


def merge_products(exports: Sequence[VtexProducts]) -> VtexProducts | None:
    """Return several exports as one, None where there is none."""
    if len(exports) < 2:
        return exports[0] if exports else None
    return VtexProducts(_each_sku_once(join_columns([export._columns for export in exports])))


def _each_sku_once(columns: Columns) -> Columns:
    """Return the rows with each SKU in the place where it comes last, and all that any row of it says."""
    skus = columns.get("sku-id", ())
    if len(set(skus)) == len(skus):
        return columns
    last = {sku: place for place, sku in enumerate(skus)}
    kept = [not sku or last[sku] == place for place, sku in enumerate(skus)]
    return {name: list(compress(_filled(skus, texts, last), kept)) for name, texts in columns.items()}


def _filled(skus: ColumnTexts, texts: ColumnTexts, last: Mapping[str | None, int]) -> ColumnTexts:
    """Return a column in which the last row of a SKU says what an earlier one did, where it lacks that."""
    if None not in texts:
        return texts
    filled = list(texts)
    for sku, text in zip(skus, texts, strict=True):
        if sku and text is not None and texts[last[sku]] is None:
            filled[last[sku]] = text
    return filled


def names_of_categories(ids: Iterable[int | None], names: ColumnTexts) -> dict[int, str]:
    """Return each id once, with the first name that stands beside it."""
    pairs = dict.fromkeys(zip(ids, names, strict=True))
    found: dict[int, str] = {}
    for number, name in pairs:
        if number and not found.get(number):
            found[number] = name or ""
    return found
