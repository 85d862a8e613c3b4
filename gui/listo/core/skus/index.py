"""The SKUs of the exports with what they say of each, in a form of which a million fit.

Field and value together are a `cell` number, global and store category together a `pair` number; a SKU is its
place in the export, from 0. What many SKUs have in common is counted once, by pair.
"""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, islice, repeat
from operator import add, le, mul
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from listo.core.references.columns import CodedColumn, same_in_all, told_together
from listo.core.references.files import References
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
from listo.core.references.vtex_export import normalize_number
from listo.core.skus.options import Options, Pair

_Made = TypeVar("_Made")

Cells = dict[tuple[str, str], int]
"""The number of each field and value."""


class OwnedCells(NamedTuple):
    """The cells of each owner, one after the other: those of an owner stand from its start to the next."""

    starts: array[int]
    cells: array[int]

    def of(self, owner: int) -> Sequence[int]:
        """Return the cells of an owner."""
        return self.cells[self.starts[owner] : self.starts[owner + 1]]

    def counts(self) -> Iterator[int]:
        """Yield how many cells each owner has."""
        return map(int.__sub__, islice(self.starts, 1, None), self.starts)

    def told(self, of_owner: Iterable[int]) -> Iterator[int]:
        """Yield for each cell what is told of its owner, given that of every owner."""
        return chain.from_iterable(map(repeat, of_owner, self.counts()))

    def having(self, cell: int) -> Iterator[int]:
        """Yield the owners that have a cell."""
        wanted, width, texts = array("i", [cell]).tobytes(), self.cells.itemsize, self.cells.tobytes()
        at = texts.find(wanted)
        while at >= 0:
            place, within = divmod(at, width)
            if not within:
                yield bisect_right(self.starts, place) - 1
            at = texts.find(wanted, at + 1)


class SpecificationJoin:
    """Exports of one kind of specification, joined; the last one that speaks of an owner and field counts."""

    def __init__(
        self, owners: Mapping[str, int], count: int, exports: Iterable[VtexSpecifications], cells: Cells
    ) -> None:
        """Join exports, given the number of each owner, which are below `count`.

        New fields and values get the next numbers.
        """
        self._exports = tuple(exports)
        self.is_there = any(any(each.owners) or not len(each) for each in self._exports)
        self._names: dict[str, int] = {}
        numbers = [self._numbers(each, owners) for each in self._exports]
        replaced: dict[tuple[str, str], str] = {}
        outdated = self._outdated(numbers, count, replaced)
        self.unknown = tuple(filter(None, self._names))
        """Owners of specifications that no export of products names."""
        self.replaced: Mapping[tuple[str, str], str] = replaced
        """Owner and field of which a later export says something else than an earlier one, and its file."""
        joined, values = array("i"), array("i")
        for export, own, left_out in zip(self._exports, numbers, outdated, strict=True):
            for part, column in zip(_rows(export, own, left_out, cells), (joined, values), strict=True):
                column.extend(part)
        self.rows = _by_owner(joined, values, count)
        """What each owner has."""

    def _numbers(self, export: VtexSpecifications, owners: Mapping[str, int]) -> Sequence[int]:
        """Return the owner of each row, for one that no export of products names a number below 0."""
        names = self._names
        of_text = [
            number if (number := owners.get(text)) is not None else ~names.setdefault(text, len(names))
            for text in export.owners.values
        ]
        return array("i", map(of_text.__getitem__, export.owners.codes))

    def _outdated(
        self, owners: Sequence[Sequence[int]], known: int, replaced: dict[tuple[str, str], str]
    ) -> list[Collection[tuple[int, str]]]:
        """Return for each export of what owner and field a later one speaks too; tell what it said otherwise.

        That is rare, so that only the owners of whom several exports speak are looked at.
        """
        shared = _shared(owners, known, len(self._names)) if len(owners) > 1 else set()
        if not shared:
            return [()] * len(owners)
        later: dict[tuple[int, str], frozenset[str]] = {}
        told: list[Collection[tuple[int, str]]] = []
        files: dict[tuple[int, str], str] = {}
        for export, own in zip(reversed(self._exports), reversed(owners), strict=True):
            said = _values_by_field(export, own, shared)
            told.append({key for key in said if key in later})
            for key in (key for key, values in said.items() if values != later.get(key, values)):
                replaced[self._name(key[0], export, own), key[1]] = files[key]
            later = said | later
            files = dict.fromkeys(said, export.file) | files
        return told[::-1]

    def _name(self, owner: int, export: VtexSpecifications, owners: Sequence[int]) -> str:
        return export.owners[next(row for row, number in enumerate(owners) if number == owner)]


def _shared(owners: Sequence[Sequence[int]], known: int, unknown: int) -> set[int]:
    """Return the owners of whom several exports speak; those that are unknown have numbers below 0."""
    last = array("i", repeat(-1, known + unknown))
    shared: set[int] = set()
    for export, numbers in enumerate(owners):
        for number in dict.fromkeys(numbers):
            if last[number] not in (-1, export):
                shared.add(number)
            last[number] = export
    return shared


def _values_by_field(
    export: VtexSpecifications, owners: Sequence[int], wanted: Collection[int]
) -> dict[tuple[int, str], frozenset[str]]:
    found: dict[tuple[int, str], set[str]] = {}
    for owner, name, value in zip(owners, export.field_names, export.used_values, strict=True):
        if owner in wanted:
            found.setdefault((owner, name), set()).add(value)
    return {key: frozenset(values) for key, values in found.items()}


def _rows(
    export: VtexSpecifications, owners: Sequence[int], left_out: Collection[tuple[int, str]], cells: Cells
) -> tuple[Sequence[int], Iterable[int]]:
    """Return owner and cell of those rows of an export that count."""
    names, values = export.field_names, export.used_values
    width = len(values.values)
    keys: Sequence[int] = list(map(add, map(mul, names.codes, repeat(width)), values.codes))
    if left_out or "" in names.values or min(owners, default=0) < 0:
        counts = [
            owner >= 0 and name != "" and (owner, name) not in left_out
            for owner, name in zip(owners, names, strict=True)
        ]
        owners, keys = list(compress(owners, counts)), list(compress(keys, counts))
    number_of: dict[int, int] = {}
    for key in dict.fromkeys(keys):
        name, value = divmod(key, width)
        number_of[key] = cells.setdefault((names.values[name], values.values[value]), len(cells))
    return owners, map(number_of.__getitem__, keys)


def _by_owner(owners: Sequence[int], cells: array[int], count: int) -> OwnedCells:
    counts = array("i", bytes(4 * count))
    for owner in owners:
        counts[owner] += 1
    starts = array("i", accumulate(counts, initial=0))
    if not all(map(le, owners, islice(owners, 1, None))):  # sorting keeps the order of an owner's rows
        order = sorted(range(len(owners)), key=owners.__getitem__)
        return OwnedCells(starts, array("i", map(cells.__getitem__, order)))
    return OwnedCells(starts, cells)


NONE = -1
"""The number of no field, cell or product."""

_LARGE = 16
"""One SKU in so many: of fewer each is looked at by itself, which takes no longer than passing over all."""

_FEW_CELLS = 3
"""Cells: so many are found one by one, in 1 ms each of 400,000 values; more of them by passing over all."""

_AT_ONCE = 1 << 16
"""SKUs whose values are compared at once: 30 MB, however many there are."""


class FieldValue(NamedTuple):
    """A field of VTEX's catalogue and one value of it."""

    field: str
    value: str


class SkuIndex:
    """All SKUs of the exports; `sent` are those that would be sent to Amazon, as far as the exports tell."""

    def __init__(
        self, products: VtexProducts, specifications: Iterable[VtexSpecifications], options: Options
    ) -> None:
        """Join the exports; of one kind the last one that speaks of a SKU and field counts."""
        self.export = products
        self.ids = products.filled_texts("sku-id")
        self.sent = bytearray(told_together(_would_be_sent, *_send_columns(products, options)))
        if "" in self.ids.values:  # a product without SKUs
            self.sent = bytearray(map(min, self.sent, map(bool, self.ids)))
        pairs = told_together(Pair, products.global_categories, products.store_categories)
        numbers = {pair: number for number, pair in enumerate(dict.fromkeys(pairs.values))}
        self.pairs: Sequence[Pair] = list(numbers)
        self.pair_of = array("i", pairs.map(numbers.__getitem__))
        self._alike: dict[tuple[int, frozenset[int]], Mapping[tuple[int, ...], Sequence[int]]] = {}
        self._made: dict[object, Any] = {}
        self._read(tuple(specifications))

    def __len__(self) -> int:
        """Return how many SKUs there are."""
        return len(self.ids)

    def once(self, make: Callable[[SkuIndex], _Made]) -> _Made:
        """Return what something makes of these SKUs, made once for all that ask."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    def place_of(self, sku: str) -> int | None:
        """Return where a SKU stands, None where there is none of that id."""
        return self._places.get(sku)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {sku: place for place, sku in enumerate(self.ids) if sku}

    @cached_property
    def products(self) -> Sequence[str]:
        """The id of each SKU's product."""
        return self.export.filled_texts("product-id")

    # ------------------------------------------------------------------ values

    def _read(self, specifications: Sequence[VtexSpecifications]) -> None:
        cells: Cells = {}
        exports = [each for each in specifications if each.kind == "sku"]
        places = {sku: place for place, sku in enumerate(self.ids if exports else ()) if sku}
        of_skus = SpecificationJoin(places, len(self), exports, cells)
        del places  # that of a million SKUs takes 150 MB, and is seldom asked for
        names = self.export.filled_texts("product-id")
        numbers = {name: number for number, name in enumerate(dict.fromkeys(names.values)) if name}
        exports = [each for each in specifications if each.kind == "product"]
        of_products = SpecificationJoin(numbers, len(names.values), exports, cells)
        self.has_sku_specifications = of_skus.is_there
        self.has_product_specifications = of_products.is_there
        self.own, self.of_products = of_skus.rows, of_products.rows
        self.cells: Sequence[FieldValue] = [FieldValue(*each) for each in cells]
        fields = {
            name: number for number, name in enumerate(dict.fromkeys(each.field for each in self.cells))
        }
        self.fields: Sequence[str] = list(fields)
        self.field_of = array("i", (fields[each.field] for each in self.cells))
        if len(numbers) == len(names.values):  # each product is once there, and has a name
            self.product_of = array("i", names.codes)
        else:
            of_names = [numbers.get(name, NONE) for name in names.values]
            self.product_of = array("i", map(of_names.__getitem__, names.codes))
        self.unknown_owners = (of_skus.unknown, of_products.unknown)
        self.replaced: Mapping[tuple[str, str], str] = {**of_skus.replaced, **of_products.replaced}
        """Owner and field of which an earlier export says something else, and the file that counts."""

    def cells_of(self, place: int) -> Sequence[int]:
        """Return the values of a SKU as cells: its own, and its product's of fields that it lacks."""
        return self.joined.of(place)

    @cached_property
    def joined(self) -> OwnedCells:
        """The values of each SKU, with those of its product."""
        if not self.of_products.cells:
            return self.own
        starts, cells = array("i", [0]), array("i")
        of_both = self._fields_of_both
        for place, product in enumerate(self.product_of):
            own = self.own.of(place)
            cells.extend(own)
            inherited = self.of_products.of(product) if product != NONE else ()
            if of_both and inherited:
                fields = {self.field_of[cell] for cell in own if self.cells[cell].value}
                inherited = array("i", (cell for cell in inherited if self.field_of[cell] not in fields))
            cells.extend(inherited)
            starts.append(len(cells))
        return OwnedCells(starts, cells)

    @property
    def _fields_of_both(self) -> bool:
        """Whether SKUs and products have fields of one name: else nothing need be compared."""
        of_skus, of_products = (
            {self.field_of[cell] for cell in set(each.cells)} for each in (self.own, self.of_products)
        )
        return not of_skus.isdisjoint(of_products)

    def having_any(self, pairs: Collection[int], cells: Iterable[int]) -> Sequence[int]:
        """Return where the SKUs of pairs stand that would be sent and have one of some cells, in order."""
        wanted, rows = frozenset(cells), self.joined
        count = sum(self.sent_by_pair.get(pair, 0) for pair in pairs)
        if _LARGE * count < len(self):
            places = heapq.merge(*(self.places_by_pair.get(pair, ()) for pair in pairs))
            return [place for place in places if not wanted.isdisjoint(rows.of(place))]
        if len(wanted) <= _FEW_CELLS:
            found = dict.fromkeys(sorted(place for cell in wanted for place in rows.having(cell)))
        else:
            flags = bytearray(len(self.cells))
            for cell in wanted:
                flags[cell] = 1
            at = compress(range(len(rows.cells)), map(flags.__getitem__, rows.cells))
            found = dict.fromkeys(bisect_right(rows.starts, place) - 1 for place in at)
        return [place for place in found if self.sent[place] and self.pair_of[place] in pairs]

    def values_of(self, place: int) -> Iterator[FieldValue]:
        """Yield the values of a SKU that are not empty."""
        return (one for cell in self.cells_of(place) if (one := self.cells[cell]).value)

    # ------------------------------------------------------------------ counted by pair

    @cached_property
    def sent_by_pair(self) -> Mapping[int, int]:
        """How many SKUs that would be sent each pair has."""
        return Counter(compress(self.pair_of, self.sent))

    @cached_property
    def _counted(self) -> tuple[Mapping[int, Mapping[int, int]], Mapping[int, frozenset[int]]]:
        """By pair, how often SKUs that would be sent have each cell, and the fields that any SKU has."""
        width = len(self.cells)
        of_skus = map(add, map(mul, self.pair_of, repeat(2)), self.sent)
        rows = self.joined
        counted = Counter(map(add, map(mul, rows.told(of_skus), repeat(width)), rows.cells))
        uses: dict[int, dict[int, int]] = {pair: {} for pair in self.sent_by_pair}
        fields: dict[int, set[int]] = {pair: set() for pair in range(len(self.pairs))}
        has_value = bytes(bool(one.value) for one in self.cells)
        field_of = self.field_of
        for key, count in counted.items():
            group, cell = divmod(key, width)
            fields[group >> 1].add(field_of[cell])
            if group & 1 and has_value[cell]:
                uses[group >> 1][cell] = count
        return uses, {pair: frozenset(found) for pair, found in fields.items()}

    @cached_property
    def uses(self) -> Mapping[int, Mapping[int, int]]:
        """By pair, how many SKUs that would be sent use each cell that holds a value."""
        uses = {**self._counted[0]}
        own: dict[int, dict[int, int]] = {}
        for place in dict.fromkeys(place for place, _ in self._repeats if self.sent[place]):
            pair = self.pair_of[place]
            for cell, count in Counter(self.cells_of(place)).items():
                if count > 1 and self.cells[cell].value:  # the same row twice is one value
                    counts = own.setdefault(pair, {**uses[pair]})
                    counts[cell] -= count - 1
        return uses | own

    @cached_property
    def with_value(self) -> Mapping[int, Mapping[int, int]]:
        """By pair, how many SKUs that would be sent have a value in each field, however many."""
        found: dict[int, dict[int, int]] = {}
        for pair, uses in self._counted[0].items():
            own = found[pair] = {}
            for cell, count in uses.items():
                field = self.field_of[cell]
                own[field] = own.get(field, 0) + count
        for place, field in self._repeats:
            if self.sent[place]:
                found[self.pair_of[place]][field] -= 1
        return found

    @cached_property
    def _repeats(self) -> Sequence[tuple[int, int]]:
        return tuple(self._repeated())

    def _repeated(self) -> Iterator[tuple[int, int]]:
        """Yield SKU and field for every value but the first that a SKU has there."""
        fields = [field if one.value else NONE for field, one in zip(self.field_of, self.cells, strict=True)]
        width, rows = 1 + len(self.fields), self.joined
        of_cells = map(fields.__getitem__, rows.cells)
        keys = map(add, map(mul, rows.told(range(len(self))), repeat(width)), of_cells)
        for first in range(0, len(self), _AT_ONCE):
            last = min(first + _AT_ONCE, len(self))
            several = list(islice(keys, rows.starts[last] - rows.starts[first]))
            if len(set(several)) < len(several):
                for key, count in Counter(several).items():
                    place, field = divmod(key, width)
                    if field < len(self.fields):  # what has no value counts for the place before
                        yield from repeat((place, field), count - 1)

    def siblings(self, products: Iterable[int], pairs: Container[int]) -> list[int]:
        """Return where the SKUs of products stand that would be sent and are of one of these pairs."""
        order, sorted_products = self._by_product
        found: list[int] = []
        for product in products:
            start, end = bisect_left(sorted_products, product), bisect_right(sorted_products, product)
            found += (each for each in order[start:end] if self.sent[each] and self.pair_of[each] in pairs)
        return found

    @cached_property
    def _by_product(self) -> tuple[array[int], array[int]]:
        """Where the SKUs stand in the order of their products, and these."""
        order = array("i", sorted(range(len(self)), key=self.product_of.__getitem__))
        return order, array("i", map(self.product_of.__getitem__, order))

    def sent_places(self) -> Iterator[int]:
        """Yield where the SKUs stand that would be sent."""
        return compress(range(len(self)), self.sent)

    @cached_property
    def places_by_pair(self) -> Mapping[int, Sequence[int]]:
        """By pair, where its SKUs that would be sent stand."""
        found: dict[int, array[int]] = {pair: array("i") for pair in self.sent_by_pair}
        for place, pair in zip(self.sent_places(), compress(self.pair_of, self.sent), strict=True):
            found[pair].append(place)
        return found

    @cached_property
    def number_of_cell(self) -> Mapping[FieldValue, int]:
        """The number of each pair of field and value."""
        return {one: number for number, one in enumerate(self.cells)}

    @cached_property
    def number_of_field(self) -> Mapping[str, int]:
        """The number of each field by its name."""
        return {name: number for number, name in enumerate(self.fields)}

    def alike(self, pair: int, fields: frozenset[int]) -> Mapping[tuple[int, ...], Sequence[int]]:
        """Return where the SKUs of a pair that would be sent stand, by the values that they have in fields.

        What is asked of fields is asked once of all that agree in them; that is remembered, since a change of
        the sheet seldom changes which fields it maps.
        """
        key = (pair, fields)
        if key not in self._alike:
            self._alike[key] = self.alike_among(fields, self.places_by_pair.get(pair, ()))
        return self._alike[key]

    def is_known_alike(self, pair: int, fields: frozenset[int]) -> bool:
        """Return whether that was asked before."""
        return (pair, fields) in self._alike

    def alike_among(
        self, fields: frozenset[int], places: Iterable[int]
    ) -> Mapping[tuple[int, ...], Sequence[int]]:
        """Return the same of SKUs that stand at some places, in order."""
        wanted = frozenset().union(*map(self._cells_by_field.__getitem__, fields))
        found: dict[tuple[int, ...], array[int]] = {}
        starts, every = self.joined
        for place in places:
            cells = [cell for cell in every[starts[place] : starts[place + 1]] if cell in wanted]
            if len(cells) > 1:  # the same row twice is one value
                cells = sorted(set(cells))
            of_same = tuple(cells)
            if of_same in found:
                found[of_same].append(place)
            else:
                found[of_same] = array("i", (place,))
        return found

    def cells_of_field(self, field: int) -> Collection[int]:
        """Return the cells of a field that hold a value."""
        return self._cells_by_field[field]

    @cached_property
    def _cells_by_field(self) -> Sequence[Collection[int]]:
        """The cells of each field that hold a value."""
        found: list[list[int]] = [[] for _ in self.fields]
        for cell, (one, field) in enumerate(zip(self.cells, self.field_of, strict=True)):
            if one.value:
                found[field].append(cell)
        return found

    @cached_property
    def fields_of_store(self) -> Mapping[int | None, frozenset[int]]:
        """By store category, the fields that any of its SKUs or products has, with a value or without."""
        found: dict[int | None, set[int]] = {}
        for pair, fields in self._counted[1].items():
            found.setdefault(self.pairs[pair].store_id, set()).update(fields)
        return {store: frozenset(fields) for store, fields in found.items()}


def index_of(references: References, options: Options) -> SkuIndex:
    """Return the SKUs of reference files, joined once for all that ask with the same options."""
    products = references.products or VtexProducts({})
    wanted = (options.trade_policy, options.kits)
    known = _INDEXES.get(references)
    if known is None or known[0] != wanted:
        known = wanted, SkuIndex(products, references.vtex_specifications, options)
        _INDEXES[references] = known
    return known[1]


_INDEXES: WeakKeyDictionary[References, tuple[tuple[object, ...], SkuIndex]] = WeakKeyDictionary()
"""The last index of each set of references that are in use: to join a million SKUs takes seconds."""


def _send_columns(products: VtexProducts, options: Options) -> Iterable[CodedColumn[object]]:
    policy = normalize_number((options.trade_policy or "").strip())
    outside = products.trade_policies.map(
        lambda each: policy not in each if policy and each is not None else False
    )
    kits = products.kits if options.kits == "not-sent" else same_in_all(None, len(products))
    return products.active, products.products_active, outside, kits


def _would_be_sent(active: object, product_active: object, is_outside: object, is_kit: object) -> bool:
    return active is not False and product_active is not False and not is_outside and is_kit is not True
