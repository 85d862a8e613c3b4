"""The SKUs of the exports with what they say of each, in a form of which a million fit.

Field and value together are a `cell` number, global and store category together a `pair` number; a SKU is its
place in the export, from 0. What many SKUs have in common is counted once, by pair.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, pairwise
from typing import NamedTuple
from weakref import WeakKeyDictionary

from listo.core.references.files import References
from listo.core.references.vtex_export import normalize_number
from listo.core.references.vtex_products import VtexProducts
from listo.core.references.vtex_specifications import VtexSpecifications
from listo.core.skus.options import Options

NONE = -1
"""The number of no field, cell or product."""


class Pair(NamedTuple):
    """The two categories of a SKU, each None where the export tells none."""

    global_id: int | None
    store_id: int | None


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
        self.ids: Sequence[str] = [text or "" for text in products.texts("sku-id")]
        self.sent = bytearray(map(_would_be_sent, *_send_columns(products, options)))
        keys = list(map(Pair, products.global_categories, products.store_categories))
        numbers = {pair: number for number, pair in enumerate(dict.fromkeys(keys))}
        self.pairs: Sequence[Pair] = list(numbers)
        self.pair_of = array("i", map(numbers.__getitem__, keys))
        self._alike: dict[tuple[int, frozenset[int]], Mapping[tuple[int, ...], Sequence[int]]] = {}
        self._places = {sku: place for place, sku in enumerate(self.ids) if sku}
        self._read(tuple(specifications))

    def __len__(self) -> int:
        """Return how many SKUs there are."""
        return len(self.ids)

    def place_of(self, sku: str) -> int | None:
        """Return where a SKU stands, None where there is none of that id."""
        return self._places.get(sku)

    @cached_property
    def products(self) -> Sequence[str]:
        """The id of each SKU's product."""
        return [text or "" for text in self.export.texts("product-id")]

    # ------------------------------------------------------------------ values

    def _read(self, specifications: Sequence[VtexSpecifications]) -> None:
        of_skus = _Owned(self._places, (each for each in specifications if each.kind == "sku"))
        products = {name: number for number, name in enumerate(dict.fromkeys(self.products)) if name}
        of_products = _Owned(products, (each for each in specifications if each.kind == "product"))
        self.has_sku_specifications = of_skus.is_there
        self.has_product_specifications = of_products.is_there
        cells: dict[FieldValue, int] = {}
        self.own = of_skus.joined(cells)
        self.of_products = of_products.joined(cells)
        self.cells: Sequence[FieldValue] = list(cells)
        fields = {name: number for number, name in enumerate(dict.fromkeys(each.field for each in cells))}
        self.fields: Sequence[str] = list(fields)
        self.field_of = array("i", (fields[each.field] for each in self.cells))
        self.product_of = array("i", (products.get(each, NONE) for each in self.products))
        self.unknown_owners = (of_skus.unknown, of_products.unknown)
        self.replaced = (*of_skus.replaced, *of_products.replaced)

    def cells_of(self, place: int) -> Sequence[int]:
        """Return the values of a SKU as cells: its own, and its product's of fields that it lacks."""
        own = self.own.of(place)
        product = self.product_of[place]
        inherited = self.of_products.of(product) if product != NONE else ()
        if not inherited:
            return own
        fields = {self.field_of[cell] for cell in own if self.cells[cell].value}
        return [*own, *(cell for cell in inherited if self.field_of[cell] not in fields)]

    def values_of(self, place: int) -> Iterator[FieldValue]:
        """Yield the values of a SKU that are not empty."""
        return (one for cell in self.cells_of(place) if (one := self.cells[cell]).value)

    @cached_property
    def sent_by_pair(self) -> Mapping[int, int]:
        """How many SKUs that would be sent each pair has."""
        return Counter(compress(self.pair_of, self.sent))

    @property
    def uses(self) -> Mapping[int, Mapping[int, int]]:
        """By pair, how many SKUs that would be sent use each cell that holds a value."""
        return self._counted[0]

    @property
    def with_value(self) -> Mapping[int, Mapping[int, int]]:
        """By pair, how many SKUs that would be sent have a value in each field, however many."""
        return self._counted[1]

    @cached_property
    def _counted(self) -> tuple[dict[int, Counter[int]], dict[int, Counter[int]]]:
        fields = [field if one.value else NONE for field, one in zip(self.field_of, self.cells, strict=True)]
        uses = {pair: Counter[int]() for pair in self.sent_by_pair}
        having = {pair: Counter[int]() for pair in self.sent_by_pair}
        field_at = fields.__getitem__
        for pair, place in zip(compress(self.pair_of, self.sent), self.sent_places(), strict=True):
            cells = self.cells_of(place)
            uses[pair].update(cells)
            having[pair].update(set(map(field_at, cells)))
        empty = {number for number, one in enumerate(self.cells) if not one.value}
        for counted in uses.values():
            for cell in empty & counted.keys():
                del counted[cell]
        for counted in having.values():
            counted.pop(NONE, None)
        return uses, having

    def sent_places(self) -> Iterator[int]:
        """Yield where the SKUs stand that would be sent."""
        return compress(range(len(self)), self.sent)

    @cached_property
    def places_by_pair(self) -> Mapping[int, Sequence[int]]:
        """By pair, where its SKUs that would be sent stand."""
        found: dict[int, array[int]] = {}
        for place, pair in zip(self.sent_places(), compress(self.pair_of, self.sent), strict=True):
            found.setdefault(pair, array("i")).append(place)
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
            wanted = {
                cell for cell, one in enumerate(self.cells) if one.value and self.field_of[cell] in fields
            }
            found: dict[tuple[int, ...], array[int]] = {}
            for place in self.places_by_pair.get(pair, ()):
                cells = tuple(sorted(filter(wanted.__contains__, self.cells_of(place))))
                found.setdefault(cells, array("i")).append(place)
            self._alike[key] = found
        return self._alike[key]

    @cached_property
    def fields_of_store(self) -> Mapping[int | None, frozenset[int]]:
        """By store category, the fields that any of its SKUs or products has, with a value or without."""
        found: dict[int | None, set[int]] = {}
        field_of = self.field_of
        for place, pair in enumerate(self.pair_of):
            known = found.setdefault(self.pairs[pair].store_id, set())
            known.update(map(field_of.__getitem__, self.own.of(place)))
            product = self.product_of[place]
            if product != NONE:
                known.update(map(field_of.__getitem__, self.of_products.of(product)))
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


class OwnedCells(NamedTuple):
    """The cells of each owner, one after the other: those of an owner stand from its start to the next."""

    starts: array[int]
    cells: array[int]

    def of(self, owner: int) -> Sequence[int]:
        """Return the cells of an owner."""
        return self.cells[self.starts[owner] : self.starts[owner + 1]]

    def having(self, cell: int) -> Iterator[int]:
        """Yield the owners that have a cell."""
        wanted, width, texts = array("i", [cell]).tobytes(), self.cells.itemsize, self.cells.tobytes()
        at = texts.find(wanted)
        while at >= 0:
            place, within = divmod(at, width)
            if not within:
                yield bisect_right(self.starts, place) - 1
            at = texts.find(wanted, at + 1)


class _Owned:
    """The rows of exports of one kind of specification, by the owner's number."""

    def __init__(self, owners: Mapping[str, int], exports: Iterable[VtexSpecifications]) -> None:
        self._numbers = owners
        self._exports = tuple(exports)
        self.is_there = any(any(each.owners) or not len(each) for each in self._exports)
        self.unknown: Sequence[str] = ()
        """Owners of specifications that no export of products names."""
        self.replaced: Sequence[tuple[str, str]] = ()
        """Owner and field of which a later export says something else than an earlier one."""

    def joined(self, cells: dict[FieldValue, int]) -> OwnedCells:
        """Return the cells of each owner; new pairs of field and value get the next numbers in `cells`."""
        owners: list[int] = []
        numbers: list[int] = []
        unknown: dict[str, None] = {}
        for export, outdated in zip(self._exports, self._outdated(), strict=True):
            pairs = list(map(FieldValue, export.field_names, export.used_values))
            known = [
                owner in self._numbers and pair.field != "" and (owner, pair.field) not in outdated
                for owner, pair in zip(export.owners, pairs, strict=True)
            ]
            unknown.update(dict.fromkeys(owner for owner in export.owners if owner not in self._numbers))
            for pair in dict.fromkeys(compress(pairs, known)):
                cells.setdefault(pair, len(cells))
            owners += map(self._numbers.__getitem__, compress(export.owners, known))
            numbers += map(cells.__getitem__, compress(pairs, known))
        self.unknown = tuple(filter(None, unknown))
        return _by_owner(owners, numbers, 1 + max(self._numbers.values(), default=NONE))

    def _outdated(self) -> list[set[tuple[str, str]]]:
        """Return for each export of what owner and field a later one speaks too: the last one counts."""
        later: dict[tuple[str, str], frozenset[str]] = {}
        told: list[set[tuple[str, str]]] = []
        replaced: dict[tuple[str, str], None] = {}
        seen: set[str] = set()
        for export in reversed(self._exports):
            shared = seen.intersection(export.owners)
            said = _values_by_field(export, shared) if shared else {}
            told.append({key for key in said if key in later})
            replaced.update(dict.fromkeys(key for key in told[-1] if said[key] != later[key]))
            if len(self._exports) > 1:
                later |= _values_by_field(export, set(export.owners)) if self._has_likes(export) else {}
                seen.update(export.owners)
        self.replaced = tuple(replaced)
        return told[::-1]

    def _has_likes(self, export: VtexSpecifications) -> bool:
        """Return whether another export speaks of the same owners: that is rare, and slow to compare."""
        own = set(export.owners)
        return any(not own.isdisjoint(other.owners) for other in self._exports if other is not export)


def _values_by_field(
    export: VtexSpecifications, owners: Collection[str]
) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for owner, name, value in zip(export.owners, export.field_names, export.used_values, strict=True):
        if owner in owners:
            found.setdefault((owner, name), set()).add(value)
    return {key: frozenset(values) for key, values in found.items()}


def _by_owner(owners: Sequence[int], cells: Sequence[int], count: int) -> OwnedCells:
    counted = Counter(owners)
    starts = array("i", accumulate(chain((0,), (counted[each] for each in range(count)))))
    if any(one > other for one, other in pairwise(owners)):  # sorting keeps the order of an owner's rows
        order = sorted(range(len(owners)), key=owners.__getitem__)
        return OwnedCells(starts, array("i", map(cells.__getitem__, order)))
    return OwnedCells(starts, array("i", cells))


def _send_columns(products: VtexProducts, options: Options) -> Iterable[Sequence[object]]:
    count = len(products)
    policy = normalize_number((options.trade_policy or "").strip())
    outside = [
        policy not in each if policy and each is not None else False for each in products.trade_policies
    ]
    kits = products.kits if options.kits == "not-sent" else [None] * count
    return products.active, products.products_active, outside, kits


def _would_be_sent(active: object, product_active: object, is_outside: object, is_kit: object) -> bool:
    return active is not False and product_active is not False and not is_outside and is_kit is not True
