"""VTEX's exports of the catalog: products and SKUs, and their specifications.

Which SKUs are active, in which categories, with what barcode; which fields there are, which values are used.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Literal, TypeVar

from listo.core.references.columns import CodedColumn, distinct_pairs, filled, same_in_all
from listo.core.references.names import fold_case_and_accents
from listo.core.references.vtex_export import (
    Columns,
    ColumnTexts,
    ExportColumn,
    VtexExport,
    holds_several,
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
    "brand",
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
    if "sku-id" in columns and isinstance(columns["sku-id"].codes, range):  # as it is where all are different
        return VtexProducts(columns, file)
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


SPECIFICATION_COLUMNS: tuple[ExportColumn, ...] = (
    "sku-id",
    "product-id",
    "category-id",
    "category",
    "field-name",
    "field-type",
    "field-value",
    "specification-value",
)
_BETWEEN_VALUES = re.compile(r"\s*[,;|]\s*")

OwnerKind = Literal["sku", "product"]


@dataclass(slots=True)
class VtexField:
    """A field of products or SKUs: the values that it can have, and those that are in use.

    `used` are whole texts of the export; where a field `holds_several` values, one text may be a list.
    """

    name: str
    values: dict[str, None] = field(default_factory=dict)
    used: dict[str, None] = field(default_factory=dict)
    holds_several: bool = False

    def parts(self, text: str) -> tuple[str, ...]:
        """Return the values that a text of the export stands for."""
        return tuple(filter(None, _BETWEEN_VALUES.split(text))) if self.holds_several else (text,)

    def in_other_spelling(self, value: str) -> tuple[str, ...]:
        """Return the values that differ from `value` in case or accents alone."""
        same = fold_case_and_accents(value)
        return tuple(each for each in self.values if fold_case_and_accents(each) == same)


class VtexSpecifications:
    """One export of specifications, by column: whose they are, the field, the value."""

    def __init__(
        self, kind: OwnerKind, columns: Mapping[ExportColumn, Sequence[str]], file: str = ""
    ) -> None:
        self.kind: OwnerKind = kind
        self.file = file
        """The name of the file, empty where it is not known."""
        self._columns = {name: CodedColumn.of(texts) for name, texts in columns.items()}

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(next(iter(self._columns.values()), ()))

    @property
    def names_fields(self) -> bool:
        """Whether the export gives the fields' names, without which nothing can be looked up."""
        return "field-name" in self._columns

    @cached_property
    def options(self) -> dict[tuple[str, str], None]:
        """Return each pair of field and value that stands in the export, in use or on offer only."""
        columns = (self._texts(each) for each in ("field-value", "specification-value"))
        return {pair: None for values in columns for pair in distinct_pairs(self.field_names, values)}

    @property
    def names(self) -> Iterable[str]:
        """The names of its fields, each once, as they come first."""
        texts = self.field_names
        return filter(None, map(list(texts.values).__getitem__, dict.fromkeys(texts.codes)))

    def uses(self, left_out: AbstractSet[str]) -> Iterable[tuple[str, str]]:
        """Return each pair of field and value that an owner has who is not among those `left_out`."""
        stays = [owner not in left_out for owner in self.owners.values] if left_out else [True]
        if all(stays):
            return self._pairs_in_use
        rows = list(map(stays.__getitem__, self.owners.codes))
        return distinct_pairs(self.field_names.select(rows), self.used_values.select(rows))

    @cached_property
    def fields_of_several(self) -> frozenset[str]:
        """Return the names of the fields that can have several values at once."""
        pairs = distinct_pairs(self.field_names, self._texts("field-type"))
        return frozenset(name for name, kind in pairs if holds_several(kind))

    @cached_property
    def names_of_store_categories(self) -> Mapping[int, str]:
        """Return the store's categories by id, with their names where the export has these."""
        return names_of_categories(
            self._texts("category-id").map(parse_category_number), self._texts("category")
        )

    @cached_property
    def _pairs_in_use(self) -> dict[tuple[str, str], None]:
        return distinct_pairs(self.field_names, self.used_values)

    @property
    def field_names(self) -> CodedColumn[str]:
        """The field that each row is about, by position."""
        return self._texts("field-name")

    @property
    def used_values(self) -> CodedColumn[str]:
        """The value that each row's owner has in its field, by position; empty where it has none."""
        column: ExportColumn = (
            "specification-value" if "specification-value" in self._columns else "field-value"
        )
        return self._texts(column)

    @property
    def owners(self) -> CodedColumn[str]:
        """The id of the SKU or product that each row is about, by position."""
        return self._texts("sku-id" if self.kind == "sku" else "product-id")

    def _texts(self, column: ExportColumn) -> CodedColumn[str]:
        return self._columns.get(column) or same_in_all("", len(self))


def read_specifications(export: VtexExport, file: str = "") -> VtexSpecifications:
    """Return what an export of SKU or product specifications says; `file` is its name."""
    kind: OwnerKind = "sku" if export.kind == "vtex-sku-specifications" else "product"
    return VtexSpecifications(kind, read_columns(export, SPECIFICATION_COLUMNS), file)


class VtexFields:
    """The fields of all exports together, looked up by name; values in use are those of active SKUs."""

    def __init__(self, exports: Iterable[VtexSpecifications], products: VtexProducts | None) -> None:
        self._by_name: dict[str, VtexField] = {}
        self.kinds: frozenset[OwnerKind] = frozenset()
        """Of what there are exports: fields of SKUs, of products, or of both."""
        for export in exports:
            self.kinds |= {export.kind}
            self._add(export, _inactive(export.kind, products))

    def __iter__(self) -> Iterator[VtexField]:
        """Yield every field, in the order of the exports."""
        return iter(self._by_name.values())

    def get(self, name: str) -> VtexField | None:
        """Return the field of exactly that name."""
        return self._by_name.get(name)

    def in_other_spelling(self, name: str) -> tuple[VtexField, ...]:
        """Return the fields whose name differs in case or accents alone."""
        return self._by_letters.get(fold_case_and_accents(name), ())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of all fields."""
        return tuple(self._by_name)

    @cached_property
    def _by_letters(self) -> dict[str, tuple[VtexField, ...]]:
        groups: dict[str, list[VtexField]] = {}
        for one in self:
            groups.setdefault(fold_case_and_accents(one.name), []).append(one)
        return {letters: tuple(group) for letters, group in groups.items()}

    def _add(self, export: VtexSpecifications, left_out: AbstractSet[str]) -> None:
        by_name = {name: self._field(name, export) for name in export.names}
        for name, value in export.options:
            if name and value:
                found = by_name[name]
                found.values[value] = None
                if found.holds_several:
                    found.values.update(dict.fromkeys(found.parts(value)))
        for name, value in export.uses(left_out):
            if name and value:
                by_name[name].used[value] = None

    def _field(self, name: str, export: VtexSpecifications) -> VtexField:
        found = self._by_name.setdefault(name, VtexField(name))
        found.holds_several = found.holds_several or name in export.fields_of_several
        return found


def _inactive(kind: OwnerKind, products: VtexProducts | None) -> AbstractSet[str]:
    if products is None:
        return frozenset()
    return products.inactive_skus if kind == "sku" else products.inactive_products
