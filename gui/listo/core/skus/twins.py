"""SKUs of one product that end with the same values of all attributes by which its SKUs are told apart.

What a category's rows make of a SKU's values decides it, so SKUs with the same values in the fields of the
theme are looked at once; what does not depend on the rows is remembered.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from listo.core.skus.index import NONE, FieldValue, SkuIndex

_FEW_CELLS = 3
"""Values: who has more is found sooner among all different ones (10 ms of 100,000; 1 ms a value)."""

_PART_MOVED = 4
"""A field that more than one SKU in so many has: to look at all anew takes no longer then."""

Values = tuple[int, ...]
"""The cells that a SKU has in the fields of the theme, in order."""

Sent = tuple[str, str]
"""An attribute of the theme, and what is sent for it without regard to case."""


class Twins(NamedTuple):
    """SKUs of one product that are alike, by their places.

    `values` are what they have in the fields of the theme, each once; `differing` the other fields in which
    two of them have different values, each with those that have any.
    """

    product: str
    places: tuple[int, ...]
    values: tuple[tuple[FieldValue, ...], ...]
    differing: tuple[tuple[str, Twins], ...] = ()


class TwinIndex:
    """Finds twins among the SKUs of some pairs, and remembers what does not depend on the sheet's rows."""

    def __init__(self, index: SkuIndex) -> None:
        self.index = index
        self._places: dict[tuple[tuple[int, ...], frozenset[int]], Mapping[Values, Sequence[int]]] = {}
        self._made: dict[tuple[tuple[int, ...], frozenset[int]], Twins] = {}

    def find(self, pairs: Sequence[int], sends: Mapping[FieldValue, Sequence[Sent]]) -> Iterator[Twins]:
        """Yield the twins of a category, given its pairs.

        `sends` tells what each value in a field of the theme is sent as. SKUs for which nothing is sent for
        an attribute are nobody's twins.
        """
        for group in TwinGroups(self, pairs, sends).found:
            yield from group.twins

    def by_values(self, pairs: tuple[int, ...], fields: frozenset[int]) -> Mapping[Values, Sequence[int]]:
        """Return where the SKUs of pairs stand by their values in fields."""
        if len(pairs) == 1:
            return self.index.alike(pairs[0], fields)
        key = (pairs, fields)
        if key not in self._places:
            found: dict[Values, list[int]] = {}
            for pair in pairs:
                for values, places in self.index.alike(pair, fields).items():
                    found.setdefault(values, []).extend(places)
            self._places[key] = found
        return self._places[key]

    def values_of(self, place: int, fields: frozenset[int]) -> Values:
        """Return what a SKU has in fields."""
        index = self.index
        own = (cell for cell in index.cells_of(place) if index.field_of[cell] in fields)
        return tuple(sorted({cell for cell in own if index.cells[cell].value}))

    def made(self, own: Sequence[tuple[int, Values]], fields: frozenset[int]) -> Twins:
        """Return SKUs of one product that are alike, given where they stand with their values in fields.

        They come in the order of these values.
        """
        places = tuple(sorted(place for place, _ in own))
        known = self._made.get((places, fields))
        if known is None:
            cells = self.index.cells
            named = tuple(
                tuple(cells[cell] for cell in each) for each in dict.fromkeys(values for _, values in own)
            )
            twins = Twins(self.index.products[places[0]], places, named)
            known = twins._replace(differing=self._differing(twins, fields))
            self._made[places, fields] = known
        return known

    def _differing(self, twins: Twins, fields: frozenset[int]) -> tuple[tuple[str, Twins], ...]:
        """Return the fields outside the theme in which two SKUs have different values, and who has any."""
        index = self.index
        seen: dict[int, dict[int, frozenset[int]]] = {}
        for place in twins.places:
            own: dict[int, set[int]] = {}
            for cell in index.cells_of(place):
                if index.cells[cell].value and index.field_of[cell] not in fields:
                    own.setdefault(index.field_of[cell], set()).add(cell)
            for number, cells in own.items():
                seen.setdefault(number, {})[place] = frozenset(cells)
        return tuple(
            (index.fields[number], twins._replace(places=tuple(having)))
            for number, having in seen.items()
            if len(set(having.values())) > 1
        )


@dataclass(slots=True, eq=False)
class AlikeSkus:
    """The SKUs of which the same is sent: what they have, by who has it first, and their twins."""

    values: list[tuple[int, Values]] = field(default_factory=list)
    by_product: dict[int, tuple[tuple[int, int], Twins]] = field(default_factory=dict)
    """The twins by their product, with what orders them: their first SKU, by its values."""

    @property
    def twins(self) -> Sequence[Twins]:
        """The twins in the order of their first ones."""
        return [twins for _, twins in sorted(self.by_product.values())]


class TwinGroups:
    """The twins among the SKUs of some pairs, kept right while values are sent as something else."""

    def __init__(
        self, twins: TwinIndex, pairs: Sequence[int], sends: Mapping[FieldValue, Sequence[Sent]]
    ) -> None:
        """Look at all SKUs; see `TwinIndex.find`."""
        self._twins, self._pairs = twins, tuple(pairs)
        self._order = {pair: place for place, pair in enumerate(self._pairs)}
        self._sends: dict[str, dict[str, Sequence[Sent]]] = {}
        self._by_cell: dict[int, Sequence[Sent]] = {}
        self._attributes: Counter[str] = Counter()
        self._fields_sent: Counter[int] = Counter()
        for one, sent in sends.items():
            self._send(one, sent)
        self._fields, self._count = self._shape()
        self._places = dict(twins.by_values(self._pairs, self._fields))
        self._groups: dict[frozenset[Sent], AlikeSkus] = {}
        self._group_of: dict[Values, tuple[AlikeSkus, int]] = {}
        for values in self._places:
            self._put(values)
        self._found: dict[AlikeSkus, None] = {}
        for group in self._groups.values():
            self._look_at(group)

    @property
    def found(self) -> Sequence[AlikeSkus]:
        """The SKUs among which there are twins, in the order of their first ones."""
        return sorted(self._found, key=lambda group: group.values[0])

    def differing(
        self, fields: Collection[str], sends: Mapping[FieldValue, Sequence[Sent]]
    ) -> Iterator[FieldValue]:
        """Yield the values of some fields that are sent as something else than before, given all these."""
        before = {
            FieldValue(name, value): sent
            for name in fields
            for value, sent in self._sends.get(name, {}).items()
        }
        yield from (
            one
            for one in before.keys() | sends.keys()
            if list(before.get(one, ())) != list(sends.get(one, ()))
        )

    def renew(self, sends: Mapping[FieldValue, Sequence[Sent]]) -> Collection[AlikeSkus] | None:
        """Take up that values are sent as something else, or by other rows; return whom that concerns.

        None where all SKUs are better looked at anew: they vary by another number of attributes, or by a
        field that very many of them have.
        """
        cells = {cell for one, sent in sends.items() if (cell := self._send(one, sent)) is not None}
        fields, count = self._shape()
        moved = self._having_any(fields ^ self._fields) if count == self._count else None
        if moved is None:
            return None
        field_of, stayed = self._twins.index.field_of, fields & self._fields
        concerned = dict.fromkeys(self._having({cell for cell in cells if field_of[cell] in stayed}))
        concerned |= dict.fromkeys(self._twins.values_of(place, self._fields) for place in moved)
        groups = {self._take_out(values): None for values in concerned}
        if moved:
            concerned |= dict.fromkeys(self._move(moved, fields))
        self._fields = fields
        placed = [values for values in concerned if values in self._places]
        groups |= {self._put(values): None for values in placed}
        found = [group for group in groups if group is not None]
        products = {
            self._twins.index.product_of[place] for values in placed for place in self._places[values]
        }
        if len(products) * _PART_MOVED < len(self._places):
            self._look_again(found, products - {NONE})
        else:
            for group in found:
                self._look_at(group)
        return found

    def _having(self, cells: Set[int]) -> Iterable[Values]:
        """Return the values of SKUs among which there is one of those."""
        if len(cells) > _FEW_CELLS:
            return [values for values in self._places if not cells.isdisjoint(values)]
        having = self._twins.index.having_any(self._pairs, cells) if cells else ()
        return (self._twins.values_of(place, self._fields) for place in having)

    def _having_any(self, fields: Collection[int]) -> Collection[int] | None:
        """Return where the SKUs stand that have a value in one of some fields; None of very many."""
        index = self._twins.index
        counts = [index.with_value[pair].get(each, 0) for pair in self._pairs for each in fields]
        if sum(counts) * _PART_MOVED > sum(index.sent_by_pair[pair] for pair in self._pairs):
            return None
        return index.having_any(self._pairs, chain.from_iterable(map(index.cells_of_field, fields)))

    def _move(self, moved: Collection[int], fields: frozenset[int]) -> Iterable[Values]:
        """Tell SKUs apart by other fields from now on, and return their values in these.

        Others have no value in what came or went, and so the same values as before.
        """
        gone: dict[Values, set[int]] = {}
        come: dict[Values, list[int]] = {}
        for place in moved:
            gone.setdefault(self._twins.values_of(place, self._fields), set()).add(place)
            come.setdefault(self._twins.values_of(place, fields), []).append(place)
        for values, left in gone.items():
            rest = [place for place in self._places.pop(values) if place not in left]
            if rest:
                self._places[values] = rest
        for values, own in come.items():
            every = [*self._places.get(values, ()), *own]
            self._places[values] = sorted(every, key=self._rank)
        return come

    def _rank(self, place: int) -> int:
        """Return what orders SKUs: those of a pair stand together."""
        index = self._twins.index
        return place if len(self._pairs) == 1 else self._order[index.pair_of[place]] * len(index) + place

    def _send(self, one: FieldValue, sent: Sequence[Sent]) -> int | None:
        """Take up what a value is sent as, and return the number of its cell; None where nothing changes."""
        cell = self._twins.index.number_of_cell.get(one)
        of_field = self._sends.setdefault(one.field, {})
        before = of_field.pop(one.value, ())
        if not (before or sent):
            return None
        for attribute, _ in before:
            self._attributes[attribute] -= 1
        for attribute, _ in sent:
            self._attributes[attribute] += 1
        if sent:
            of_field[one.value] = sent
        if cell is not None:
            self._by_cell[cell] = sent
            self._fields_sent[self._twins.index.field_of[cell]] += bool(sent) - bool(before)
        return cell

    def _shape(self) -> tuple[frozenset[int], int]:
        """Return the fields by which SKUs are told apart, and how many attributes something is sent for."""
        return frozenset(+self._fields_sent), len(+self._attributes)

    def _put(self, values: Values) -> AlikeSkus | None:
        """Put SKUs of the same values where the same is sent; None where not enough is."""
        sent: list[Sent] = []
        for cell in values:
            sent += self._by_cell.get(cell, ())
        if not sent or len(sent) < self._count:
            return None
        outcome = frozenset(sent)
        if len({attribute for attribute, _ in outcome}) != self._count:
            return None
        group = self._groups.get(outcome)
        if group is None:
            group = self._groups[outcome] = AlikeSkus()
        rank = self._rank(self._places[values][0])
        if group.values and rank < group.values[-1][0]:
            insort(group.values, (rank, values))
        else:
            group.values.append((rank, values))
        self._group_of[values] = group, rank
        return group

    def _take_out(self, values: Values) -> AlikeSkus | None:
        group, rank = self._group_of.pop(values, (None, 0))
        if group is not None:
            del group.values[bisect_left(group.values, (rank, values))]
        return group

    def _look_at(self, group: AlikeSkus) -> None:
        """Look for twins among all of a group."""
        product_of = self._twins.index.product_of
        by_product: dict[int, list[tuple[int, int, Values]]] = {}
        for rank, values in group.values:
            for place in self._places[values]:
                by_product.setdefault(product_of[place], []).append((rank, place, values))
        group.by_product = {
            product: self._found_in(own)
            for product, own in by_product.items()
            if len(own) > 1 and product != NONE
        }
        self._tell(group)

    def _look_again(self, groups: Sequence[AlikeSkus], products: Set[int]) -> None:
        """Look for twins among the SKUs of some products, of which alone others are alike now."""
        touched: dict[AlikeSkus, dict[int, list[tuple[int, int, Values]]]] = {group: {} for group in groups}
        for group in groups:
            for product in products & group.by_product.keys():
                del group.by_product[product]
        for product in products:
            for place in self._twins.index.siblings([product], self._order):
                values = self._twins.values_of(place, self._fields)
                known = self._group_of.get(values)
                if known and known[0] in touched:
                    touched[known[0]].setdefault(product, []).append((known[1], place, values))
        for group, by_product in touched.items():
            for product, own in by_product.items():
                if len(own) > 1:
                    own.sort(key=lambda each: (each[0], self._rank(each[1])))
                    group.by_product[product] = self._found_in(own)
            self._tell(group)

    def _found_in(self, own: Sequence[tuple[int, int, Values]]) -> tuple[tuple[int, int], Twins]:
        """Return twins, given by the ranks of their values, with what orders them."""
        twins = self._twins.made([(place, values) for _, place, values in own], self._fields)
        return (own[0][0], self._rank(own[0][1])), twins

    def _tell(self, group: AlikeSkus) -> None:
        if group.by_product:
            self._found[group] = None
        else:
            self._found.pop(group, None)
