"""SKUs of one product that end with the same values of all attributes by which its SKUs are told apart.

What a category's rows make of a SKU's values decides it, so SKUs with the same values in the fields of the
theme are looked at once; what does not depend on the rows is remembered.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from listo.core.skus.index import NONE, FieldValue, SkuIndex

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
        self._found: dict[tuple[frozenset[int], tuple[int, ...], tuple[Values, ...]], Sequence[Twins]] = {}

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

    def twins(
        self, pairs: tuple[int, ...], fields: frozenset[int], alike: tuple[Values, ...]
    ) -> Sequence[Twins]:
        """Return the twins among the SKUs that have one of several values in fields."""
        key = (fields, pairs, alike)
        if key not in self._found:
            places = self.by_values(pairs, fields)
            product_of = self.index.product_of
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
        cells = self.index.cells
        named = tuple(tuple(cells[cell] for cell in each) for each in values)
        twins = Twins(self.index.products[places[0]], tuple(places), named)
        return twins._replace(differing=self._differing(twins, fields))

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
    """The SKUs of which the same is sent: where their values stand among all, in order, and their twins."""

    values: list[int] = field(default_factory=list)
    twins: Sequence[Twins] = ()


class TwinGroups:
    """The twins among the SKUs of some pairs, kept right while values are sent as something else."""

    def __init__(
        self, twins: TwinIndex, pairs: Sequence[int], sends: Mapping[FieldValue, Sequence[Sent]]
    ) -> None:
        """Look at all SKUs; see `TwinIndex.find`."""
        self._twins, self._pairs = twins, tuple(pairs)
        self._sends: dict[FieldValue, Sequence[Sent]] = {}
        self._by_cell: dict[int, Sequence[Sent]] = {}
        self._attributes: Counter[str] = Counter()
        self._fields_sent: Counter[int] = Counter()
        for one, sent in sends.items():
            self._send(one, sent)
        self._fields, self._count = self._shape()
        self._values = list(twins.by_values(self._pairs, self._fields))
        self._groups: dict[frozenset[Sent], AlikeSkus] = {}
        self._group_of = [self._put(place) for place in range(len(self._values))]
        self._found: dict[AlikeSkus, None] = {}
        for group in self._groups.values():
            self._look_at(group)

    @property
    def found(self) -> Sequence[AlikeSkus]:
        """The SKUs among which there are twins, in the order of their values."""
        return sorted(self._found, key=lambda group: group.values[0])

    def renew(self, sends: Mapping[FieldValue, Sequence[Sent]]) -> Collection[AlikeSkus] | None:
        """Take up that values are sent as something else, or by other rows; return whom that concerns.

        None where the SKUs are to be told apart by other fields now, and so all of them looked at anew.
        """
        cells = frozenset(cell for one, sent in sends.items() if (cell := self._send(one, sent)) is not None)
        if self._shape() != (self._fields, self._count):
            return None
        concerned: dict[AlikeSkus | None, None] = {}
        is_other = cells.isdisjoint
        for place in [place for place, values in enumerate(self._values) if not is_other(values)]:
            before = self._group_of[place]
            if before is not None:
                before.values.remove(place)
            now = self._group_of[place] = self._put(place)
            concerned[before] = concerned[now] = None
        found = [group for group in concerned if group is not None]
        for group in found:
            self._look_at(group)
        return found

    def _send(self, one: FieldValue, sent: Sequence[Sent]) -> int | None:
        """Take up what a value is sent as, and return the number of its cell."""
        cell = self._twins.index.number_of_cell.get(one)
        before = self._sends.pop(one, ())
        for attribute, _ in before:
            self._attributes[attribute] -= 1
        for attribute, _ in sent:
            self._attributes[attribute] += 1
        if sent:
            self._sends[one] = sent
        if cell is not None:
            self._by_cell[cell] = sent
            self._fields_sent[self._twins.index.field_of[cell]] += bool(sent) - bool(before)
        return cell

    def _shape(self) -> tuple[frozenset[int], int]:
        """Return the fields by which SKUs are told apart, and how many attributes something is sent for."""
        return frozenset(+self._fields_sent), len(+self._attributes)

    def _put(self, place: int) -> AlikeSkus | None:
        """Put SKUs of the same values where the same is sent; None where not enough is."""
        sent: list[Sent] = []
        for cell in self._values[place]:
            sent += self._by_cell.get(cell, ())
        if not sent or len(sent) < self._count:
            return None
        outcome = frozenset(sent)
        if len({attribute for attribute, _ in outcome}) != self._count:
            return None
        group = self._groups.get(outcome)
        if group is None:
            group = self._groups[outcome] = AlikeSkus()
        if group.values and place < group.values[-1]:
            insort(group.values, place)
        else:
            group.values.append(place)
        return group

    def _look_at(self, group: AlikeSkus) -> None:
        values = [self._values[place] for place in group.values]
        places = self._twins.by_values(self._pairs, self._fields)
        may_be_twins = len(values) > 1 or (values and len(places[values[0]]) > 1)
        group.twins = self._twins.twins(self._pairs, self._fields, tuple(values)) if may_be_twins else ()
        if group.twins:
            self._found[group] = None
        else:
            self._found.pop(group, None)
