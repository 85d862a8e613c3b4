"""Which SKUs go by the rows of which category of a sheet, and which values they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from listo.core.skus.categories import CategoryReading
from listo.core.skus.index import FieldValue, Pair, SkuIndex


class SheetSkus:
    """The SKUs that would be sent, by the category of the sheet under whose rows they go.

    `in_sheet` are the sheet's categories. Every answer is remembered, so that a change of the sheet that
    leaves the categories as they are asks little.
    """

    def __init__(self, index: SkuIndex, reading: CategoryReading, in_sheet: Collection[int]) -> None:
        self.index, self.reading = index, reading
        self._in_sheet = in_sheet
        self._fields: dict[int, Mapping[str, Mapping[str, int]]] = {}

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
