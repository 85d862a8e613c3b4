"""VTEX's export of products and SKUs: which SKUs are active, in which categories, with what barcode."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

from listo.core.references.columns import CodedColumn, distinct_pairs, filled, same_in_all
from listo.core.references.vtex_export import (
    Columns,
    ColumnTexts,
    ExportColumn,
    VtexExport,
    join_columns,
    normalize_number,
    parse_category_number,
    parse_yes_or_no,
    read_columns,
)

PRODUCT_COLUMNS: tuple[ExportColumn, ...] = (
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

_Value = TypeVar("_Value")


class VtexProducts:
    """One or several exports, by column; a SKU that comes twice counts where it comes last.

    Rows are told by their position, from 0. An export may leave columns out: `has` tells.
    """

    def __init__(
        self,
        columns: Mapping[ExportColumn, Sequence[str | None]],
        file: str = "",
        replaced: Mapping[str, str] | None = None,
    ) -> None:
        self.file = file
        """The name of the file, empty where it is not known or they are several."""
        self.replaced = replaced or {}
        """By SKU of which an earlier row says something else, the file of the one that counts."""
        self._columns: Columns = {name: CodedColumn.of(texts) for name, texts in columns.items()}

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(next(iter(self._columns.values()), ()))

    @property
    def columns(self) -> frozenset[ExportColumn]:
        """Return the columns that at least one of the exports has."""
        return frozenset(self._columns)

    def texts(self, column: ExportColumn) -> ColumnTexts:
        """Return the texts of a column, without stray blanks; None where an export lacks it."""
        return self._columns.get(column) or same_in_all(None, len(self))

    def filled_texts(self, column: ExportColumn) -> CodedColumn[str]:
        """Return the texts of a column, empty where an export lacks it."""
        return filled(self.texts(column))

    @cached_property
    def active(self) -> CodedColumn[bool | None]:
        """Return by position whether the SKU is active; None where nothing says so."""
        return _read(self.texts("sku-active"), parse_yes_or_no)

    @cached_property
    def products_active(self) -> CodedColumn[bool | None]:
        """Return by position whether the SKU's product is active; None where nothing says so."""
        return _read(self.texts("product-active"), parse_yes_or_no)

    @cached_property
    def kits(self) -> CodedColumn[bool | None]:
        """Return by position whether the SKU is a kit; None where nothing says so."""
        return _read(self.texts("bundle"), parse_yes_or_no)

    @cached_property
    def global_categories(self) -> CodedColumn[int | None]:
        """Return by position the id of the global category, None where there is none."""
        return _read(self.texts("global-category-id"), parse_category_number)

    @cached_property
    def store_categories(self) -> CodedColumn[int | None]:
        """Return by position the id of the category in the store, None where there is none."""
        return _read(self.texts("category-id"), parse_category_number)

    @cached_property
    def names_of_store_categories(self) -> Mapping[int, str]:
        """Return the store's categories by id, with their names where the export has these."""
        return names_of_categories(self.store_categories, self.texts("category"))

    @cached_property
    def inactive_skus(self) -> frozenset[str]:
        """Return the ids of the SKUs that are known to be inactive."""
        if False not in self.active.values:
            return frozenset()
        pairs = zip(self.texts("sku-id"), self.active, strict=True)
        return frozenset(sku for sku, active in pairs if active is False and sku)

    @cached_property
    def inactive_products(self) -> frozenset[str]:
        """Return the ids of the products all of whose SKUs are known to be inactive."""
        if False not in self.active.values:
            return frozenset()
        pairs = set(zip(self.texts("product-id"), self.active, strict=True))
        others = {product for product, active in pairs if active is not False}
        return frozenset(product for product, _ in pairs if product and product not in others)

    @cached_property
    def trade_policies(self) -> CodedColumn[frozenset[str] | None]:
        """Return by position the trade policies; None where the export does not have them."""
        return _read(
            self.texts("trade-policies"), lambda text: frozenset(map(normalize_number, _IDS.findall(text)))
        )

    @cached_property
    def trade_policies_in_use(self) -> tuple[str, ...]:
        """Return the trade policies of the SKUs not known to be inactive, the one with the most first."""
        rows = Counter(zip(self.trade_policies, self.active, strict=True))
        counted: Counter[str] = Counter()
        for (policies, active), count in rows.items():
            counted.update(dict.fromkeys(policies or () if active is not False else (), count))
        return tuple(sorted(counted, key=lambda policy: (-counted[policy], len(policy), policy)))


def _read(texts: ColumnTexts, read: Callable[[str], _Value]) -> CodedColumn[_Value | None]:
    """Return what each text says; None where the export does not have the column."""
    return CodedColumn([None if text is None else read(text) for text in texts.values], texts.codes)


def read_products(export: VtexExport, file: str = "") -> VtexProducts:
    """Return what an export of products and SKUs says; `file` is its name."""
    columns = read_columns(export, PRODUCT_COLUMNS)
    once, twice = _each_sku_once(columns)
    return VtexProducts(once, file, dict.fromkeys(twice, file))


def merge_products(exports: Sequence[VtexProducts]) -> VtexProducts | None:
    """Return several exports as one, None where there is none."""
    if len(exports) < 2:
        return exports[0] if exports else None
    once, twice = _each_sku_once(join_columns([export._columns for export in exports]))
    ends = list(accumulate(map(len, exports)))
    replaced = {sku: file for export in exports for sku, file in export.replaced.items()}
    replaced |= {sku: exports[bisect_right(ends, place)].file for sku, place in twice.items()}
    return VtexProducts(once, replaced=replaced)


def _each_sku_once(columns: Columns) -> tuple[Columns, Mapping[str, int]]:
    """Return the rows with each SKU in the place where it comes last, and all that any row of it says.

    Beside them the places that count of the SKUs of which an earlier row says something else.
    """
    skus = columns.get("sku-id", ())
    if len(set(skus)) == len(skus):
        return columns, {}
    last = {sku: place for place, sku in enumerate(skus)}
    kept = [not sku or last[sku] == place for place, sku in enumerate(skus)]
    twice = {sku: last[sku] for sku in _contradicted(columns, kept, last)}
    return {name: _filled_up(skus, texts, last).select(kept) for name, texts in columns.items()}, twice


def _contradicted(columns: Columns, kept: Sequence[bool], last: Mapping[str | None, int]) -> Iterator[str]:
    """Yield the SKUs of which a row that does not count says something else than the one that does."""
    for place in (place for place, stays in enumerate(kept) if not stays):
        sku = columns["sku-id"][place]
        pairs = ((texts[place], texts[last[sku]]) for texts in columns.values())
        if sku and any(one is not None and other not in (one, None) for one, other in pairs):
            yield sku


def _filled_up(skus: Iterable[str | None], texts: ColumnTexts, last: Mapping[str | None, int]) -> ColumnTexts:
    """Return a column in which the last row of a SKU says what an earlier one did, where it lacks that."""
    if None not in texts.values:
        return texts
    every = list(texts)
    for sku, text in zip(skus, texts, strict=True):
        if sku and text is not None and every[last[sku]] is None:
            every[last[sku]] = text
    return CodedColumn.of(every)


def names_of_categories(ids: CodedColumn[int | None], names: ColumnTexts) -> dict[int, str]:
    """Return each id once, with the first name that stands beside it."""
    found: dict[int, str] = {}
    for number, name in distinct_pairs(ids, names):
        if number and not found.get(number):
            found[number] = name or ""
    return found
