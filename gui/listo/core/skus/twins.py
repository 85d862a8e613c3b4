"""SKUs of one product that end with the same values of all attributes by which its SKUs are told apart.

What a category's rows make of a SKU's values decides it, so SKUs with the same values in the fields of the
theme are looked at once; what does not depend on the rows is remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from listo.core.skus.index import NONE, FieldValue, SkuIndex

Values = tuple[int, ...]
"""The cells that a SKU has in the fields of the theme, in order."""

Sent = tuple[str, str]
"""An attribute of the theme, and what is sent for it without regard to case."""


class Twins(NamedTuple):
    """SKUs of one product that are alike, by their places.

    `values` are what they have in the fields of the theme, each once; `differing` the other fields in which
    two of them have different values.
    """

    product: str
    places: tuple[int, ...]
    values: tuple[tuple[FieldValue, ...], ...]
    differing: tuple[str, ...]


class TwinIndex:
    """Finds twins among the SKUs of some pairs, and remembers what does not depend on the sheet's rows."""

    def __init__(self, index: SkuIndex) -> None:
        self._index = index
        self._places: dict[tuple[tuple[int, ...], frozenset[int]], Mapping[Values, Sequence[int]]] = {}
        self._found: dict[tuple[frozenset[int], tuple[int, ...], tuple[Values, ...]], Sequence[Twins]] = {}

    def find(self, pairs: Sequence[int], sends: Mapping[FieldValue, Sequence[Sent]]) -> Iterator[Twins]:
        """Yield the twins of a category, given its pairs.

        `sends` tells what each value in a field of the theme is sent as. SKUs for which nothing is sent for
        an attribute are nobody's twins.
        """
        index = self._index
        number_of = index.number_of_cell
        by_cell = {number_of[one]: sent for one, sent in sends.items() if one in number_of}
        numbers = frozenset(index.field_of[cell] for cell in by_cell)
        count = len({attribute for sent in sends.values() for attribute, _ in sent})
        by_outcome: dict[frozenset[Sent], list[Values]] = {}
        for values in self._by_values(tuple(pairs), numbers):
            outcome = frozenset(chain.from_iterable(by_cell.get(cell, ()) for cell in values))
            if len(outcome) >= count and len({attribute for attribute, _ in outcome}) == count:
                by_outcome.setdefault(outcome, []).append(values)
        places = self._by_values(tuple(pairs), numbers)
        for alike in by_outcome.values():
            if len(alike) > 1 or len(places[alike[0]]) > 1:
                yield from self._twins(tuple(pairs), numbers, tuple(alike))

    def _by_values(self, pairs: tuple[int, ...], fields: frozenset[int]) -> Mapping[Values, Sequence[int]]:
        if len(pairs) == 1:
            return self._index.alike(pairs[0], fields)
        key = (pairs, fields)
        if key not in self._places:
            found: dict[Values, list[int]] = {}
            for pair in pairs:
                for values, places in self._index.alike(pair, fields).items():
                    found.setdefault(values, []).extend(places)
            self._places[key] = found
        return self._places[key]

    def _twins(
        self, pairs: tuple[int, ...], fields: frozenset[int], alike: tuple[Values, ...]
    ) -> Sequence[Twins]:
        key = (fields, pairs, alike)
        if key not in self._found:
            places = self._by_values(pairs, fields)
            product_of = self._index.product_of
            by_product: dict[int, list[tuple[int, Values]]] = {}
            for values in alike:
                for place in places[values]:
                    by_product.setdefault(product_of[place], []).append((place, values))
            several = (own for product, own in by_product.items() if product != NONE and len(own) > 1)
            self._found[key] = [self._made(own, fields) for own in several]
        return self._found[key]

    def _made(self, own: Sequence[tuple[int, Values]], fields: frozenset[int]) -> Twins:
        places = sorted(place for place, _ in own)
        values = dict.fromkeys(values for _, values in own)
        cells = self._index.cells
        named = tuple(tuple(cells[cell] for cell in each) for each in values)
        product = self._index.products[places[0]]
        return Twins(product, tuple(places), named, self._differing(places, fields))

    def _differing(self, places: Sequence[int], fields: frozenset[int]) -> tuple[str, ...]:
        """Return the fields outside the theme in which two of the SKUs have different values."""
        index = self._index
        seen: dict[int, set[frozenset[int]]] = {}
        for place in places:
            own: dict[int, set[int]] = {}
            for cell in index.cells_of(place):
                if index.cells[cell].value and index.field_of[cell] not in fields:
                    own.setdefault(index.field_of[cell], set()).add(cell)
            for field, cells in own.items():
                seen.setdefault(field, set()).add(frozenset(cells))
        return tuple(index.fields[field] for field, sets in seen.items() if len(sets) > 1)
