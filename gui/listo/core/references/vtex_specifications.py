"""VTEX's exports of SKU and product specifications: which fields there are, and which values are used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from listo.core.references.columns import CodedColumn, distinct_pairs, same_in_all
from listo.core.references.names import fold_case_and_accents
from listo.core.references.vtex_export import (
    ExportColumn,
    VtexExport,
    holds_several,
    parse_category_number,
    read_columns,
)
from listo.core.references.vtex_products import VtexProducts, names_of_categories

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
        for name, value in export.options:
            if name:
                self._field(name, export).values.update(dict.fromkeys(self._values(name, value, export)))
        for name, value in export.uses(left_out):
            if name and value:
                self._field(name, export).used[value] = None

    def _field(self, name: str, export: VtexSpecifications) -> VtexField:
        found = self._by_name.setdefault(name, VtexField(name))
        found.holds_several = found.holds_several or name in export.fields_of_several
        return found

    def _values(self, name: str, value: str, export: VtexSpecifications) -> Iterable[str]:
        if not value:
            return ()
        return (value, *self._field(name, export).parts(value))


def _inactive(kind: OwnerKind, products: VtexProducts | None) -> AbstractSet[str]:
    if products is None:
        return frozenset()
    return products.inactive_skus if kind == "sku" else products.inactive_products
