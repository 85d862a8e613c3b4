"""What CategoryID holds in a sheet, and which SKUs go by the rows of which of its categories.

VTEX's documentation says of CategoryID both that it is the global category and that it is the store's own,
so it is decided for each sheet, by the SKUs that would be sent, and said.

A row maps one value of a field of VTEX's to a value of an attribute of Amazon's. So a SKU of the category
needs a value in every field that is mapped, and that value needs a row: for an attribute of the theme or one
that Amazon requires the SKU is held up otherwise, for another one nothing is sent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal, NamedTuple

from listo.core.skus.index import FieldValue, SkuIndex
from listo.core.skus.options import CategoryIds, CategoryReading, IdReading, Pair

_MINORITY = 20
"""Fewer than one SKU in so many by the other reading are taken for slips: five of a hundred, as specified."""


def read_categories(
    sent: Mapping[Pair, int], in_sheet: Collection[int], told: CategoryIds | None = None
) -> CategoryReading:
    """Return what CategoryID holds, by how many SKUs that would be sent each pair of categories has.

    `told` is what the person says, which counts more.
    """
    by_global = by_store = by_either = 0
    for (global_id, store_id), count in sent.items():
        of_all, of_store = global_id in in_sheet, store_id in in_sheet
        by_either += count if of_all and of_store else 0
        by_global += count if of_all and not of_store else 0
        by_store += count if of_store and not of_all else 0
    if told:
        return CategoryReading(told, by_global, by_store, by_either, "person")
    return CategoryReading(_reading(by_global, by_store, by_either), by_global, by_store, by_either)


def _reading(by_global: int, by_store: int, by_either: int) -> IdReading:
    if not by_store:
        return "global" if by_global + by_either else "unknown"
    if not by_global:
        return "store"
    if min(by_global, by_store) * _MINORITY < max(by_global, by_store):
        return "global" if by_global > by_store else "store"
    return "both"


class SheetSkus:
    """The SKUs that would be sent, by the category of the sheet under whose rows they go.

    `in_sheet` are the sheet's categories. Every answer is remembered, so that a change of the sheet that
    leaves the categories as they are asks little.
    """

    def __init__(self, index: SkuIndex, reading: CategoryReading, in_sheet: Collection[int]) -> None:
        self.index, self.reading = index, reading
        self._in_sheet = in_sheet
        self._fields: dict[int, Mapping[str, Mapping[str, int]]] = {}
        self._cells: dict[tuple[int, str], Mapping[str, int]] = {}

    def pairs_of(self, category: int) -> Sequence[int]:
        """Return the numbers of the pairs whose SKUs go by the rows of a category."""
        return self._pairs.get(category, ())

    @cached_property
    def _pairs(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = {}
        for number in self.index.sent_by_pair:
            wanted = self._category(self.index.pairs[number])
            if wanted is not None:
                found.setdefault(wanted, []).append(number)
        return found

    def _category(self, pair: Pair) -> int | None:
        """Return the category of a pair, perhaps one that the sheet has not."""
        if self.reading.reading == "both":
            return self.reading.category_of(pair, self._in_sheet)
        return self.reading.wanted_of(pair)

    def count(self, category: int) -> int:
        """Return how many SKUs go by the rows of a category."""
        sent = self.index.sent_by_pair
        return sum(sent[pair] for pair in self.pairs_of(category))

    def places_of(self, category: int) -> Iterator[int]:
        """Yield where the SKUs of a category stand."""
        for pair in self.pairs_of(category):
            yield from self.index.places_by_pair[pair]

    def using(self, category: int, field: str, value: str) -> int:
        """Return how many SKUs of a category have a value in a field."""
        return self.values_of(category).get(field, {}).get(value, 0)

    def values_of(self, category: int) -> Mapping[str, Mapping[str, int]]:
        """Return by field the values that SKUs of a category have, and how many have each."""
        if category not in self._fields:
            found: dict[str, dict[str, int]] = {}
            uses: Counter[int] = Counter()
            for pair in self.pairs_of(category):
                uses.update(self.index.uses[pair])
            for cell, count in sorted(uses.items()):
                one = self.index.cells[cell]
                found.setdefault(one.field, {})[one.value] = count
            self._fields[category] = found
        return self._fields[category]

    def cells_of(self, category: int, field: str) -> Mapping[str, int]:
        """Return the values that SKUs of a category have in a field, and the cell of each."""
        key = (category, field)
        if key not in self._cells:
            number_of = self.index.number_of_cell
            values = self.values_of(category).get(field, {})
            self._cells[key] = {value: number_of[FieldValue(field, value)] for value in values}
        return self._cells[key]

    @cached_property
    def values_in_use(self) -> frozenset[FieldValue]:
        """Each field and value that any SKU of the exports has, sent or not."""
        return frozenset(one for one in self.index.cells if one.value)

    def lacking(self, pair: int, field: str) -> int:
        """Return how many SKUs of a pair have no value in a field."""
        number = self.index.number_of_field.get(field)
        having = self.index.with_value[pair].get(number, 0) if number is not None else 0
        return self.index.sent_by_pair[pair] - having

    def has_field(self, pair: int, field: str) -> bool:
        """Return whether any SKU or product of a pair's store category has a field."""
        fields = self.index.fields_of_store.get(self.index.pairs[pair].store_id, frozenset())
        return self.index.number_of_field.get(field) in fields

    def first_skus(self, places: Collection[int] | Iterator[int], most: int) -> tuple[str, ...]:
        """Return the ids of the first SKUs of several, `most` at most."""
        return tuple(islice((sku for place in places if (sku := self.index.ids[place])), most))


RequirementStrength = Literal["hard", "soft"]
"""How surely Amazon requires an attribute: by a mark that means it, or by one that means too much."""

GapCode = Literal["field-not-in-category", "value-missing-in-catalog", "value-unmapped"]


class MappedRow(NamedTuple):
    """A row of the sheet with Excel's number.

    `attribute` is what all names of one attribute have in common, empty where it is missing or unknown;
    `sent` is the Amazon value, empty where the cell is or shows an error.
    """

    row: int
    field: str
    attribute: str
    value: str
    sent: str


@dataclass(frozen=True)
class MappedField:
    """A field and an attribute to which a category maps it, with the rows of each value in order."""

    field: str
    attribute: str
    is_theme: bool
    requirement: RequirementStrength | None
    rows: Mapping[str, Sequence[MappedRow]]

    @property
    def blocks(self) -> bool:
        """Whether a SKU is held up that has nothing to send for the attribute."""
        return self.is_theme or self.requirement == "hard"

    @cached_property
    def unsent(self) -> Set[str]:
        """The values that have rows, of which the first sends nothing: its attribute may not be known."""
        firsts = ((value, rows[0]) for value, rows in self.rows.items())
        return frozenset(value for value, first in firsts if not (first.attribute and first.sent))

    def sending(self, value: str) -> MappedRow | None:
        """Return the row by which something is sent for a value: its first one, if its attribute is known."""
        rows = self.rows.get(value)
        return rows[0] if rows and rows[0].attribute and rows[0].sent else None

    @property
    def sends_any(self) -> bool:
        """Whether something is sent for any value."""
        return any(map(self.sending, self.rows))

    def sends(self, value: str) -> bool:
        """Return whether something is sent for a value."""
        return value in self.rows and value not in self.unsent


class Gap(NamedTuple):
    """What a SKU lacks for a mapped field; `value` is the one that has no row, else empty."""

    code: GapCode
    mapped: MappedField
    value: str = ""


def demands_of(
    rows: Iterable[MappedRow],
    theme: Collection[str],
    requirements: Mapping[str, RequirementStrength],
) -> tuple[MappedField, ...]:
    """Return the fields that a category maps, each with each of its attributes, in the sheet's order.

    `theme` are the attributes by which the category's products vary, `requirements` those that Amazon
    requires. Rows without field or value ask for nothing. A row whose attribute is not known counts for the
    field's other attributes, and where there are none for one without a name.
    """
    by_field: dict[str, list[MappedRow]] = {}
    for row in rows:
        if row.field and row.value:
            by_field.setdefault(row.field, []).append(row)
    return tuple(
        _mapped(field, attribute, own, theme, requirements)
        for field, own in by_field.items()
        for attribute in dict.fromkeys(row.attribute for row in own if row.attribute) or ("",)
    )


def _mapped(
    field: str,
    attribute: str,
    rows: Sequence[MappedRow],
    theme: Collection[str],
    requirements: Mapping[str, RequirementStrength],
) -> MappedField:
    by_value: dict[str, list[MappedRow]] = {}
    counted = [row for row in rows if row.attribute in ("", attribute)]
    for row in counted:
        by_value.setdefault(row.value, []).append(row)
    return MappedField(field, attribute, attribute in theme, requirements.get(attribute), by_value)


def gaps_of(
    demands: Iterable[MappedField], values: Mapping[str, Sequence[str]], fields: Collection[str]
) -> Iterator[Gap]:
    """Yield what a SKU lacks; `values` are its values by field, `fields` those that its store category has.

    Where several fields are mapped to one attribute, what one lacks is no gap if another one sends it. An
    empty field is a gap only where the attribute is asked for.
    """
    by_attribute: dict[str, list[MappedField]] = {}
    for mapped in demands:
        by_attribute.setdefault(mapped.attribute or f"\0{mapped.field}", []).append(mapped)
    for group in by_attribute.values():
        sent = [any(map(each.sends, values.get(each.field, ()))) for each in group]
        for place, mapped in enumerate(group):
            if not any(sent[:place] + sent[place + 1 :]):
                yield from _gaps(mapped, values.get(mapped.field, ()), fields)


def _gaps(mapped: MappedField, values: Sequence[str], fields: Collection[str]) -> Iterator[Gap]:
    if values:
        yield from (Gap("value-unmapped", mapped, one) for one in values if one not in mapped.rows)
    elif mapped.field not in fields:
        yield Gap("field-not-in-category", mapped)
    elif mapped.is_theme or mapped.requirement:
        yield Gap("value-missing-in-catalog", mapped)
