"""SKUs of one product that end with the same values of all attributes by which its SKUs are told apart.

What is sent for a SKU's values is a number for each of these attributes, so that all SKUs of a category are
held against each other by putting numbers in order: 15 ms for 100,000. What does not depend on the sheet's
rows is remembered, and after a change of few values only the products that have these are looked at.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence, Set
from itertools import chain, compress
from operator import add, ne
from typing import NamedTuple

from listo.core.skus.index import NONE, FieldValue, SkuIndex

_COLUMNS = 8
"""Columns of values kept for a category: as many attributes as a theme may have, and as many others."""

_PART_MOVED = 4
"""A field that more than one SKU in so many has: to look at all anew takes no longer then."""

_PART_CHANGED = 50
"""One SKU in so many: to put all in order takes no longer than to look at the products of so many."""

_BITS = 32
"""Bits of a product's number, and of that of what is sent for an attribute: there are fewer rows."""

_MASK = (1 << _BITS) - 1

Values = tuple[int, ...]
"""The cells that a SKU has in some fields, in order."""


class Twins(NamedTuple):
    """SKUs of one product that are alike, by their places.

    `values` are what they have in the fields of the theme, each once; `differing` all fields in which two of
    them have different values, each with the places of those that have any.
    """

    product: str
    places: tuple[int, ...]
    values: tuple[tuple[FieldValue, ...], ...]
    differing: tuple[tuple[str, tuple[int, ...]], ...] = ()


class ThemeAttribute(NamedTuple):
    """An attribute by which SKUs are told apart, and what is sent for it.

    `sources` are the fields that are mapped to it, each with how it is. `sent` tells what is sent for a
    value: the same as long as its field is mapped so and the value is not told as changed.
    """

    name: Hashable
    sources: Set[tuple[str, Hashable]]
    sent: Callable[[FieldValue], Collection[str]]


class TwinIndex:
    """What is known of twins whatever the sheet's rows say, remembered for all that ask."""

    def __init__(self, index: SkuIndex) -> None:
        self.index = index
        self._siblings: dict[frozenset[int], _Siblings] = {}
        self._made: dict[tuple[tuple[int, ...], frozenset[int]], Twins] = {}
        self._differing: dict[tuple[int, ...], tuple[tuple[str, tuple[int, ...]], ...]] = {}

    def siblings(self, pairs: frozenset[int]) -> _Siblings:
        """Return the SKUs of pairs that may have twins."""
        if pairs not in self._siblings:
            self._siblings[pairs] = _Siblings(self.index, pairs)
        return self._siblings[pairs]

    def made(self, places: tuple[int, ...], fields: frozenset[int]) -> Twins:
        """Return SKUs of one product that are alike, which are told apart by fields."""
        known = self._made.get((places, fields))
        if known is None:
            values = dict.fromkeys(self._values_of(place, fields) for place in places)
            product = self.index.products[places[0]]
            known = self._made[places, fields] = Twins(product, places, tuple(values), self._told(places))
        return known

    def _values_of(self, place: int, fields: Collection[int]) -> tuple[FieldValue, ...]:
        index = self.index
        own = (cell for cell in index.cells_of(place) if index.field_of[cell] in fields)
        return tuple(one for cell in sorted(set(own)) if (one := index.cells[cell]).value)

    def _told(self, places: tuple[int, ...]) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Return the fields in which two SKUs have different values, and who has any."""
        if places not in self._differing:
            seen: dict[str, dict[int, set[str]]] = {}
            for place in places:
                for name, value in self.index.values_of(place):
                    seen.setdefault(name, {}).setdefault(place, set()).add(value)
            self._differing[places] = tuple(
                (name, tuple(having))
                for name, having in seen.items()
                if len(set(map(frozenset, having.values()))) > 1
            )
        return self._differing[places]


class _Column(NamedTuple):
    """The values that SKUs have in some fields, by position, as numbers; and which numbers there are."""

    numbers: array[int]
    distinct: Set[int]


class _Found(NamedTuple):
    """Twins by product, and of what they follow: what is sent for each attribute, and the theme's fields."""

    numbers: Sequence[Sequence[int]]
    fields: frozenset[int]
    by_product: dict[int, Sequence[Twins]]


class _Siblings:
    """The SKUs of pairs that have others of their product there: a position each, product by product."""

    def __init__(self, index: SkuIndex, pairs: frozenset[int]) -> None:
        self.index, self._pairs, product_of = index, pairs, index.product_of
        every = sorted(chain.from_iterable(index.places_by_pair.get(pair, ()) for pair in pairs))
        counts = Counter(map(product_of.__getitem__, every))
        counts[NONE] = 0
        several = [place for place in every if counts[product_of[place]] > 1]
        self.places = array("i", sorted(several, key=product_of.__getitem__))
        self.products = array("i", map(product_of.__getitem__, self.places))
        self.values: list[Values] = []
        """The values by their number."""
        self.found: _Found | None = None
        """The twins among all, as they were looked for last."""
        self._number_of: dict[Values, int] = {}
        self._numbers_of_sent: dict[int, dict[frozenset[str], int]] = {}
        self._columns: dict[frozenset[int], _Column] = {}

    def __len__(self) -> int:
        return len(self.places)

    def of_product(self, product: int) -> range:
        """Return the positions of a product."""
        return range(bisect_left(self.products, product), bisect_right(self.products, product))

    def number_of_sent(self, sent: frozenset[str], shift: int) -> int:
        """Return the number of what is sent for an attribute whose bits stand there."""
        numbers = self._numbers_of_sent.setdefault(shift, {})
        if sent not in numbers:
            numbers[sent] = 1 + len(numbers) << shift
        return numbers[sent]

    def column(self, fields: frozenset[int]) -> _Column:
        """Return the values of all in some fields."""
        known = self._columns.pop(fields, None) or self._moved(fields) or self._read(fields)
        self._columns[fields] = known
        if len(self._columns) > _COLUMNS:
            del self._columns[next(iter(self._columns))]
        return known

    def _read(self, fields: frozenset[int]) -> _Column:
        wanted = self._cells_of(fields)
        numbers = array("i", (self._number(place, wanted) for place in self.places))
        return _Column(numbers, frozenset(numbers))

    def _moved(self, fields: frozenset[int]) -> _Column | None:
        """Return the same made of what is known of other fields, if few SKUs have those that differ."""
        known = {others: self._having(others ^ fields) for others in self._columns}
        nearest = min(known, key=known.__getitem__, default=None)
        if nearest is None or known[nearest] * _PART_MOVED > len(self):
            return None
        numbers, wanted = self._columns[nearest].numbers[:], self._cells_of(fields)
        for place in self.index.having_any(self._pairs, self._cells_of(nearest ^ fields)):
            own = self.of_product(self.index.product_of[place])
            if own:
                position = bisect_left(self.places, place, own.start, own.stop)
                numbers[position] = self._number(place, wanted)
        return _Column(numbers, frozenset(numbers))

    def _having(self, fields: Collection[int]) -> int:
        counts = map(self.index.with_value.__getitem__, self._pairs)
        return sum(each.get(field, 0) for each in counts for field in fields)

    def _cells_of(self, fields: Collection[int]) -> Set[int]:
        return frozenset().union(*map(self.index.cells_of_field, fields))

    def _number(self, place: int, wanted: Set[int]) -> int:
        values = tuple([cell for cell in self.index.cells_of(place) if cell in wanted])
        if len(values) > 1:  # the same row twice is one value
            values = tuple(sorted(set(values)))
        number = self._number_of.setdefault(values, len(self.values))
        if number == len(self.values):
            self.values.append(values)
        return number


class _Sent:
    """What is sent of SKUs for one attribute, as numbers by position, nothing as 0."""

    def __init__(self, siblings: _Siblings, shift: int, *, needs_all: bool) -> None:
        self._siblings, self._needs_all = siblings, needs_all
        self.shift = shift
        """Where its bits stand among those of others."""
        self.numbers: list[int] = []
        self.fields: frozenset[int] = frozenset()
        """The fields that are mapped to it, as far as SKUs have them."""
        self.changed: set[FieldValue] = set()
        """The values for which something else may be sent since that was looked at."""
        self._sources: Set[tuple[str, Hashable]] = frozenset()
        self._column = _Column(array("i"), frozenset())
        self._of_values: dict[int, int] = {}

    def renew(self, attribute: ThemeAttribute) -> Collection[int]:
        """Take up what changed; return the positions of which something else is sent now."""
        index, known, values = self._siblings.index, self._of_values, self._siblings.values
        cells = {cell for one in self.changed if (cell := index.number_of_cell.get(one)) is not None}
        self.changed.clear()
        altered = self._sources ^ attribute.sources
        is_moved = bool(altered) or not known
        if is_moved:
            self._sources = attribute.sources
            cells.update(*map(index.cells_of_field, _numbers_of(altered, index)))
            self.fields = _numbers_of(attribute.sources, index)
            self._column = self._siblings.column(self.fields)
        every = is_moved and self._needs_all
        concerned = [each for each in known if every or not cells.isdisjoint(values[each])] if cells else []
        concerned += self._column.distinct - known.keys() if is_moved else ()
        if not concerned and not is_moved:
            return ()
        known.update((each, self._told(values[each], attribute)) for each in concerned)
        before, self.numbers = self.numbers, list(map(known.__getitem__, self._column.numbers))
        positions = range(len(self.numbers))
        return list(compress(positions, map(ne, before, self.numbers))) if before else positions

    def _told(self, values: Values, attribute: ThemeAttribute) -> int:
        """Return the number of what is sent for values."""
        cells = self._siblings.index.cells
        sent = frozenset(text for cell in values for text in attribute.sent(cells[cell]))
        if not sent or (self._needs_all and self._lacks(values)):
            return 0
        return self._siblings.number_of_sent(sent, self.shift)

    def _lacks(self, values: Values) -> bool:
        field_of = self._siblings.index.field_of
        return len({field_of[cell] for cell in values}) < len({name for name, _ in self._sources})


def _numbers_of(sources: Set[tuple[str, Hashable]], index: SkuIndex) -> frozenset[int]:
    numbers = index.number_of_field
    return frozenset(numbers[name] for name, _ in sources if name in numbers)


class TwinGroups:
    """The twins among the SKUs of some pairs, kept right while values are sent as something else."""

    def __init__(self, twins: TwinIndex, pairs: Collection[int], *, needs_all: bool = False) -> None:
        """Begin without a theme. Where `needs_all`, who lacks a field of the theme is nobody's twin."""
        self._twins, self._siblings = twins, twins.siblings(frozenset(pairs))
        self._needs_all = needs_all
        self._sent: dict[Hashable, _Sent] = {}
        self._theme: list[_Sent] = []
        self._fields: frozenset[int] = frozenset()
        self.by_product: dict[int, Sequence[Twins]] = {}
        """The twins by the number of their product."""

    @property
    def found(self) -> Sequence[Twins]:
        """All twins, in the order of their first ones."""
        return sorted(chain.from_iterable(self.by_product.values()), key=lambda twins: twins.places)

    def renew(self, theme: Sequence[ThemeAttribute], changed: Collection[FieldValue] = ()) -> Collection[int]:
        """Tell SKUs apart by these attributes; return the products whose twins are others than before.

        `changed` are the values for which something else may be sent, or by other rows. SKUs for which
        nothing is sent for an attribute are nobody's twins.
        """
        for each in self._sent.values():
            each.changed.update(changed)
        before = self._theme, self._fields
        self._theme = [self._sent_of(attribute.name) for attribute in theme]
        positions: set[int] = set()
        for sent, attribute in zip(self._theme, theme, strict=True):
            positions.update(sent.renew(attribute))
        self._fields = frozenset().union(*(each.fields for each in self._theme))
        # twins name the values of the theme's fields: with other fields, also those of which the same is sent
        is_other = before != (self._theme, self._fields)
        if is_other or len(positions) * _PART_CHANGED > len(self._siblings):
            found, was = self._find_all(), self.by_product
            self.by_product = {**found}
        else:
            products = sorted({self._siblings.products[position] for position in positions})
            found = self._find(list(chain.from_iterable(map(self._siblings.of_product, products))))
            was = {each: self.by_product.pop(each) for each in products if each in self.by_product}
            self.by_product.update(found)
        return [each for each in {**was, **found} if was.get(each) != found.get(each)]

    def _sent_of(self, name: Hashable) -> _Sent:
        if name not in self._sent:
            shift = _BITS * (1 + len(self._sent))  # below them stands the number of the product
            self._sent[name] = _Sent(self._siblings, shift, needs_all=self._needs_all)
        return self._sent[name]

    def _find_all(self) -> dict[int, Sequence[Twins]]:
        """Return all twins; checks and readiness mostly send the same, which is looked at once."""
        numbers, found = [each.numbers for each in self._theme], self._siblings.found
        if found is None or found[:2] != (numbers, self._fields):
            by_product = self._find(range(len(self._siblings)))
            found = self._siblings.found = _Found(numbers, self._fields, by_product)
        return found.by_product

    def _find(self, positions: Sequence[int]) -> dict[int, Sequence[Twins]]:
        """Return the twins among SKUs, which are all of their products, by product."""
        if not self._theme:
            return {}
        siblings = self._siblings
        numbers = _at(positions, siblings.products)
        for each in self._theme:
            numbers = map(add, numbers, _at(positions, each.numbers))
        told = list(numbers)
        alike = {number for number, times in Counter(told).items() if times > 1}
        for mask in (_MASK << each.shift for each in self._theme):
            alike = {number for number in alike if number & mask}
        every = zip(_at(positions, siblings.places), told, strict=True)
        places_by_number: dict[int, list[int]] = defaultdict(list)
        for place, number in compress(every, map(alike.__contains__, told)):
            places_by_number[number].append(place)
        found: dict[int, list[Twins]] = defaultdict(list)
        for number, places in places_by_number.items():
            found[number & _MASK].append(self._twins.made(tuple(places), self._fields))
        return {**found}


def _at(positions: Sequence[int], of_all: Sequence[int]) -> Iterable[int]:
    return of_all if isinstance(positions, range) else map(of_all.__getitem__, positions)
