"""What each category of the sheet asks of the SKUs that go by its rows, and what these lack of it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import is_
from typing import Any, NamedTuple, TypeVar

from listo.core.checks.context import CheckContext
from listo.core.checks.rows import typed_before
from listo.core.checks.view import UNREADABLE, KeyedView, RowChange, RowKey, Source
from listo.core.skus.index import FieldValue, SkuIndex
from listo.core.skus.sheet_skus import (
    GapCode,
    MappedField,
    MappedRow,
    RequirementStrength,
    SheetSkus,
    gaps_of,
)
from listo.core.vocabulary import themes
from listo.core.vocabulary.categories import parse_id

MAPPED: tuple[Source, ...] = (
    "SkuGroup",
    "CategoryID",
    "VariationTheme",
    "Type",
    "VTEXSpecification",
    "AmazonSpecification",
    "VTEXValue",
    "AmazonValue",
)
"""What is read of each row to know what it asks."""


class FieldRows:
    """The rows of a category that map one field, by attribute and value; those of one value in order."""

    def __init__(self) -> None:
        self.by_attribute: dict[str, dict[str, list[MappedRow]]] = {}
        self._versions: Counter[str] = Counter()
        self._numbers: tuple[int, Sequence[int]] | None = None

    def values(self, attribute: str) -> dict[str, list[MappedRow]]:
        """Return the rows of an attribute by value, to be filled."""
        return self.by_attribute.setdefault(attribute, {})

    def mapped(self, attribute: str) -> Mapping[str, Sequence[MappedRow]]:
        """Return the rows that count for an attribute: its own and those whose attribute is not known."""
        own, untold = self.by_attribute.get(attribute, {}), self.by_attribute.get("", {})
        if not attribute or not untold:
            return own
        return {**own, **{value: sorted([*own.get(value, ()), *rows]) for value, rows in untold.items()}}

    def version(self, attribute: str) -> tuple[int, int]:
        """Return what is another one after every change of the rows that count for an attribute."""
        return self._versions[attribute], self._versions[""]

    @property
    def numbers(self) -> tuple[int, Sequence[int]]:
        """Excel's number of the first row, and those of the others; the same object while they are so."""
        if self._numbers is None:
            every = (rows for values in self.by_attribute.values() for rows in values.values())
            first, *others = sorted({row.row for row in chain.from_iterable(every)})
            self._numbers = first, others
        return self._numbers

    def touch(self, attribute: str, *, is_moved: bool) -> None:
        """Forget what followed from the rows of an attribute as they were; perhaps some came or went."""
        self._versions[attribute] += 1
        if is_moved:
            self._numbers = None


@dataclass(slots=True)
class _Family:
    """Rows of a category that say the same but for their value: `rows` are Excel's numbers in order.

    `name` is their field's, `values` the rows of that and their attribute by value, also of other families.
    """

    category: str
    theme: str
    name: str
    attribute: str
    is_variation: bool
    values: dict[str, list[MappedRow]]
    rows: list[int] = field(default_factory=list)

    def add(self, row: int, values: Iterable[str], sent: str) -> None:
        """Put a row in."""
        _put(self.rows, row)
        for value in values:
            _put(self.values.setdefault(value, []), MappedRow(row, self.name, self.attribute, value, sent))

    def remove(self, row: int, values: Iterable[str], sent: str) -> None:
        """Take a row out that is there."""
        del self.rows[bisect_left(self.rows, row)]
        for value in values:
            self.values[value].remove(MappedRow(row, self.name, self.attribute, value, sent))
            if not self.values[value]:
                del self.values[value]


_One = TypeVar("_One", int, MappedRow)


def _put(ordered: list[_One], one: _One) -> None:
    if ordered and one < ordered[-1]:
        insort(ordered, one)
    else:
        ordered.append(one)


class CategoryDemands:
    """What the rows of one category ask, kept right while rows come and go."""

    def __init__(self, context: CheckContext) -> None:
        self.context = context
        self.by_field: dict[str, FieldRows] = {}
        self.families: dict[RowKey, _Family] = {}
        self.changed: set[FieldValue] = set()
        """The values whose rows changed since twins were looked for."""
        self.kept: dict[str, Any] = {}
        """What checks make of it."""
        self._fields: dict[tuple[str, str], tuple[tuple[int, int], MappedField]] = {}

    def touch(self, family: _Family, values: Iterable[str], *, is_moved: bool) -> None:
        """Forget what followed from the rows as they were, since those of a family changed."""
        self.by_field[family.name].touch(family.attribute, is_moved=is_moved)
        self.changed.update(FieldValue(family.name, value) for value in values)
        for name in ("_ordered", "attributes", "requirements", "fields"):
            self.__dict__.pop(name, None)

    @cached_property
    def _ordered(self) -> Sequence[_Family]:
        """The families by their first rows."""
        return sorted((each for each in self.families.values() if each.rows), key=lambda each: each.rows[0])

    def __bool__(self) -> bool:
        """Return whether there are rows."""
        return bool(self._ordered)

    @property
    def first_row(self) -> int:
        """Excel's number of the first row."""
        return self._ordered[0].rows[0]

    @property
    def category(self) -> str:
        """The first text of CategoryID."""
        return self._ordered[0].category

    @property
    def theme(self) -> str:
        """The first theme that is not empty."""
        return next((each.theme for each in self._ordered if each.theme), "")

    @property
    def number(self) -> int:
        """The category's number."""
        return parse_id(self.category) or 0

    def is_field(self, name: str) -> bool:
        """Return whether an export has a field of that name, and it is not one that may be in another."""
        return self.context.references.fields.get(name) is not None

    @cached_property
    def attributes(self) -> Collection[str]:
        """The attributes by which products vary."""
        accepted = self.context.theme(self.theme, self.category) if self.theme else None
        if accepted:
            return themes.attributes(accepted)
        varying = (each.attribute for each in self._ordered if each.is_variation and each.attribute)
        return tuple(dict.fromkeys(varying)) if self.theme else ()

    @cached_property
    def requirements(self) -> Mapping[str, RequirementStrength]:
        """The attributes that Amazon requires."""
        levels: dict[str, RequirementStrength] = {}
        for each in self.context.requirements_of(self.category).required:
            name = self.context.feed_name(each.spelling)
            if levels.get(name) != "hard":
                levels[name] = "hard" if each.is_hard else "soft"
        return levels

    @cached_property
    def fields(self) -> Sequence[MappedField]:
        """The fields that are mapped, each with each of its attributes, in the sheet's order.

        One of which no row and nothing that is asked changed is the same object as before.
        """
        attributes: dict[str, dict[str, None]] = {}
        for each in self._ordered:
            attributes.setdefault(each.name, {})[each.attribute] = None
        return [
            self._mapped(name, attribute)
            for name, every in attributes.items()
            for attribute in [each for each in every if each] or [""]
        ]

    def _mapped(self, name: str, attribute: str) -> MappedField:
        rows, known = self.by_field[name], self._fields.get((name, attribute))
        asked = attribute in self.attributes, self.requirements.get(attribute)
        version = rows.version(attribute)
        if known and known[0] == version and asked == (known[1].is_theme, known[1].requirement):
            return known[1]
        mapped = MappedField(name, attribute, *asked, rows.mapped(attribute))
        self._fields[name, attribute] = version, mapped
        return mapped


@dataclass(slots=True)
class Lack:
    """What SKUs of a category lack of a mapped field; `mapped` is where that weighs most.

    `count` is how many SKUs, `pairs` are those of their categories, of a value that has no row none.
    """

    code: GapCode
    mapped: MappedField
    value: str
    count: int = 0
    pairs: dict[int, int] = field(default_factory=dict)


def demands_by_category(view: KeyedView, context: CheckContext) -> Mapping[str, CategoryDemands]:
    """Return by number what each category of a view asks, those with SKUs alone."""
    found = view.remembered.get("demands")
    if not isinstance(found, Demands):
        found = view.remembered["demands"] = Demands(context)
        found.read(view)
    found.follow(view)
    return {number: one for number, one in found.by_number.items() if one}


class Demands:
    """What the rows of each category with SKUs ask, kept right while rows change; see `Remembered`."""

    def __init__(self, context: CheckContext) -> None:
        self.by_number: dict[str, CategoryDemands] = {}
        self.pending: list[RowChange] = []
        self._context, self._names = context, _Names(context)
        self._families: dict[RowKey, tuple[CategoryDemands, _Family] | None] = {}
        self._typed: dict[int, Sequence[str]] = {}

    def part(self, within: tuple[Source, ...], key: RowKey) -> Demands | None:
        """Return what the rows of one category ask."""
        number = key[0]
        if within != ("SkuGroup",) or number not in self.by_number:
            return None
        part = Demands(self._context)
        part.by_number[number] = one = self.by_number[number]
        part._families = {said: (one, family) for said, family in one.families.items()}
        rows = {row for family in one.families.values() for row in family.rows} if self._typed else set()
        part._typed = {row: values for row, values in self._typed.items() if row in rows}
        return part

    def read(self, view: KeyedView) -> None:
        """Take up all rows; most have what they say but for their value in common with many."""
        for position, key in view.every_row(MAPPED):
            self._add(view.number(position), key, view, position)

    def follow(self, view: KeyedView) -> None:
        """Take up what changed."""
        for change in self.pending:
            was = self._remove(change.row, change.before[MAPPED]) if change.before else None
            is_now = self._add(change.row, change.after[MAPPED], view, change.row) if change.after else None
            for known in filter(None, (was, is_now)):
                other = is_now if known is was else was
                is_moved = other is None or other[0] is not known[0] or other[1].name != known[1].name
                known[0].touch(known[1], known[2], is_moved=is_moved)
        self.pending.clear()

    def _add(
        self, row: int, key: RowKey, view: KeyedView, position: int
    ) -> tuple[CategoryDemands, _Family, Sequence[str]] | None:
        *_, value, sent = key
        values: Sequence[str] = (value,) if value else ()
        if value == UNREADABLE:
            values = self._typed[row] = tuple(filter(None, _typed(view, position)))
        if not values:
            return None
        said = key[:-2]
        if said not in self._families:
            self._families[said] = self._family(said)
        known = self._families[said]
        if known is None:
            return None
        known[1].add(row, values, sent if sent != UNREADABLE else "")
        return (*known, values)

    def _remove(self, row: int, key: RowKey) -> tuple[CategoryDemands, _Family, Sequence[str]] | None:
        *_, value, sent = key
        # A part is not told of what maps no field, nor what may have been typed there.
        values = self._typed.pop(row, ()) if value == UNREADABLE else (value,) if value else ()
        known = self._families.get(key[:-2]) if values else None
        if known is None:
            return None
        known[1].remove(row, values, sent if sent != UNREADABLE else "")
        return (*known, values)

    def _family(self, said: RowKey) -> tuple[CategoryDemands, _Family] | None:
        """Return whose rows of some texts are, and all of these; None if they map no field of SKUs."""
        number, category, theme, type_, name, attribute = said
        is_asked = bool(number) and bool(self._context.skus_of_category(number))
        field_name = self._names.field(name) if is_asked else ""
        if not field_name:
            return None
        one = self.by_number.setdefault(number, CategoryDemands(self._context))
        meant = self._names.attribute(category, attribute)
        family = one.families[said] = _Family(
            category,
            theme if theme != UNREADABLE else "",
            field_name,
            meant,
            self._context.type(type_) == "Variation",
            one.by_field.setdefault(field_name, FieldRows()).values(meant),
        )
        return one, family


class _Names:
    """What names of fields and attributes mean; a sheet has few of them in very many rows."""

    def __init__(self, context: CheckContext) -> None:
        self.context = context
        self._fields: dict[str, str] = {}

    def field(self, name: str) -> str:
        """Return the field that a name is, perhaps in another spelling; empty where there is none.

        Where an export is not there, a name that is none of the others' fields may be one of its own.
        """
        if name not in self._fields:
            known = self.context.field(name) if name and name != UNREADABLE else None
            may_be = name if name != UNREADABLE and len(self.context.references.fields.kinds) == 1 else ""
            self._fields[name] = known.name if known else may_be
        return self._fields[name]

    def attribute(self, category: str, name: str) -> str:
        """Return what the names of an attribute have in common; empty where it is missing or unknown."""
        return "" if name == UNREADABLE else self.context.attribute_meant(category, name)


def _typed(view: KeyedView, position: int) -> Sequence[str]:
    """Return what may have been typed in a cell that became a date."""
    return typed_before(view.text(position, "VTEXValue"))


def lacks_by_category(view: KeyedView, context: CheckContext) -> Mapping[str, Sequence[Lack]]:
    """Return by number what the SKUs of each category lack."""
    skus = context.value_skus
    if skus is None:
        return {}
    return {number: _lacks(one, skus) for number, one in demands_by_category(view, context).items()}


class _KeptLacks(NamedTuple):
    """What lacks by the fields of a category: by those of each attribute, then by each field alone.

    With each goes what it was made of.
    """

    fields: Sequence[MappedField]
    by_attribute: Mapping[str, tuple[Sequence[MappedField], Mapping[str, Sequence[Lack]]]]
    by_field: Mapping[str, tuple[Sequence[Sequence[Lack]], Sequence[Lack]]]


def _lacks(one: CategoryDemands, skus: SheetSkus) -> Sequence[Lack]:
    kept: _KeptLacks = one.kept.get("lacks") or _KeptLacks((), {}, {})
    if kept.fields is not one.fields:
        by_attribute: dict[str, list[MappedField]] = {}
        for mapped in one.fields:
            by_attribute.setdefault(mapped.attribute or f"\0{mapped.field}", []).append(mapped)
        groups: dict[str, tuple[Sequence[MappedField], Mapping[str, Sequence[Lack]]]] = {}
        of_fields: dict[str, list[Sequence[Lack]]] = {}
        for name, group in by_attribute.items():
            known = kept.by_attribute.get(name)
            is_known = known is not None and _are_same(known[0], group)
            groups[name] = known if known and is_known else (group, _lacks_of(one.number, group, skus))
            for of, lacks in groups[name][1].items():
                if one.is_field(of):
                    of_fields.setdefault(of, []).append(lacks)
        joined = {of: _joined(lots, kept.by_field.get(of)) for of, lots in of_fields.items()}
        kept = one.kept["lacks"] = _KeptLacks(one.fields, groups, joined)
    return list(chain.from_iterable(lacks for _, lacks in kept.by_field.values()))


def _joined(
    lots: Sequence[Sequence[Lack]], known: tuple[Sequence[Sequence[Lack]], Sequence[Lack]] | None
) -> tuple[Sequence[Sequence[Lack]], Sequence[Lack]]:
    """Return what a field lacks by each of its attributes, and all of it, each once."""
    if known and _are_same(known[0], lots):
        return known
    found: dict[tuple[GapCode, str, str], Lack] = {}
    for lack in chain.from_iterable(lots):
        _join(found, lack)
    return lots, tuple(found.values())


def _are_same(some: Sequence[object], others: Sequence[object]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))


def _lacks_of(category: int, group: Sequence[MappedField], skus: SheetSkus) -> Mapping[str, Sequence[Lack]]:
    """Return by field what SKUs of a category lack for one attribute; most often there is nothing."""
    found: dict[str, list[Lack]] = {}
    if any(_may_lack(category, mapped, skus) for mapped in group):
        is_alone = len(group) == 1
        every = _of_one(category, group[0], skus) if is_alone else _of_several(category, group, skus)
        for lack in every:
            found.setdefault(lack.mapped.field, []).append(lack)
    return found


def _may_lack(category: int, mapped: MappedField, skus: SheetSkus) -> bool:
    """Return whether a SKU may lack something of a field, if no other one sends it."""
    is_asked, name = mapped.is_theme or mapped.requirement, mapped.field
    return not skus.values_of(category).get(name, {}).keys() <= mapped.rows.keys() or any(
        skus.lacking(pair, name)
        for pair in skus.pairs_of(category)
        if is_asked or not skus.has_field(pair, name)
    )


def _join(found: dict[tuple[GapCode, str, str], Lack], lack: Lack) -> None:
    """Count what a field lacks once, though it be mapped to several attributes."""
    key = (lack.code, lack.mapped.field, lack.value)
    other = found.setdefault(key, lack)
    if other is not lack:
        heavier = lack if _weight(lack.mapped) > _weight(other.mapped) else other
        pairs = {
            pair: max(other.pairs.get(pair, 0), lack.pairs.get(pair, 0))
            for pair in {**other.pairs, **lack.pairs}
        }
        found[key] = Lack(lack.code, heavier.mapped, lack.value, max(other.count, lack.count), pairs)


def _weight(mapped: MappedField) -> tuple[bool, bool]:
    return mapped.blocks, mapped.requirement is not None


def _of_one(category: int, mapped: MappedField, skus: SheetSkus) -> Iterator[Lack]:
    """Yield what lacks in a field that is the only one of its attribute: nothing need be asked of a SKU."""
    used = skus.values_of(category).get(mapped.field, {})
    if not used.keys() <= mapped.rows.keys():
        for value, count in used.items():
            if value not in mapped.rows:
                yield Lack("value-unmapped", mapped, value, count)
    for code, wanted in (("field-not-in-category", False), ("value-missing-in-catalog", True)):
        pairs = [pair for pair in skus.pairs_of(category) if skus.has_field(pair, mapped.field) is wanted]
        counts = {pair: count for pair in pairs if (count := skus.lacking(pair, mapped.field))}
        is_asked = not wanted or mapped.is_theme or mapped.requirement
        if counts and is_asked:
            yield Lack(code, mapped, "", sum(counts.values()), counts)  # type: ignore[arg-type]


def _of_several(category: int, group: Sequence[MappedField], skus: SheetSkus) -> Iterator[Lack]:
    """Yield what lacks where one field may send what another one does not; see `gaps_of`.

    It is asked of all SKUs of the same values at once, and by bits: a field is the bit of its place.
    """
    index, bits = skus.index, _Bits(category, group, skus)
    knows_all = index.has_product_specifications or not index.has_sku_specifications
    found: dict[tuple[GapCode, str, str], Lack] = {}
    for pair in skus.pairs_of(category):
        fields = [each.field for each in group if skus.has_field(pair, each.field)]
        for cells, places in bits.alike(pair):
            if not bits.may_lack(cells):
                continue
            values = values_by_field(index, cells)
            for code, mapped, value in gaps_of(group, values, fields):
                if code == "value-unmapped" and not (
                    knows_all or all(each.field in values for each in group)
                ):
                    continue  # what is not known may be sent by another field
                key = (code, mapped.field, value)
                lack = found.get(key) or found.setdefault(key, Lack(code, mapped, value))
                lack.count += len(places)
                lack.pairs[pair] = lack.pairs.get(pair, 0) + len(places)
    yield from found.values()


_FEW_OF = 4
"""SKUs of which all but one in so many surely lack nothing: looking at the others alone takes less time."""


class _Bits:
    """Which values of some fields are sent for one attribute, and which have no row."""

    def __init__(self, category: int, group: Sequence[MappedField], skus: SheetSkus) -> None:
        number_of = skus.index.number_of_field
        self.numbers = frozenset(number_of[each.field] for each in group if each.field in number_of)
        self._index = skus.index
        self._sending: dict[int, int] = {}
        self._unmapped: dict[int, int] = {}
        self._lacking: dict[int, list[int]] = {}
        """By field the values with which something may lack."""
        for place, mapped in enumerate(group):
            bit, cells = 1 << place, skus.cells_of(category, mapped.field)
            unmapped = cells.keys() - mapped.rows.keys()
            self._unmapped |= dict.fromkeys(cells.values(), 0) | {cells[value]: bit for value in unmapped}
            lacking = [cells[value] for value in (cells.keys() & mapped.unsent) | unmapped]
            self._sending |= dict.fromkeys(cells.values(), bit) | dict.fromkeys(lacking, 0)
            if mapped.field in number_of:
                self._lacking[number_of[mapped.field]] = lacking

    def alike(self, pair: int) -> Iterable[tuple[Sequence[int], Sequence[int]]]:
        """Return where SKUs of a pair stand by their values, at least of those that may lack something.

        Who has a value in some field, and one that is sent, lacks nothing: few others are looked at alone.
        """
        index, count = self._index, self._index.sent_by_pair[pair]
        if not index.is_known_alike(pair, self.numbers):
            for number, cells in self._lacking.items():
                uses, having = index.uses[pair], index.with_value[pair].get(number, 0)
                if having == count and _FEW_OF * sum(uses.get(cell, 0) for cell in cells) < count:
                    return index.alike_among(self.numbers, index.having_any([pair], cells)).items()
        return index.alike(pair, self.numbers).items()

    def may_lack(self, cells: Sequence[int]) -> bool:
        """Return whether SKUs of those values may lack something.

        Not where two fields send, nor where the only one that does so has a row for each of its values.
        """
        sent = 0
        for cell in cells:
            sent |= self._sending[cell]
        return not sent or (not sent & (sent - 1) and any(self._unmapped[cell] == sent for cell in cells))


def values_by_field(index: SkuIndex, cells: Collection[int]) -> Mapping[str, Sequence[str]]:
    """Return what cells hold by field."""
    found: dict[str, list[str]] = {}
    for one in map(index.cells.__getitem__, cells):
        found.setdefault(one.field, []).append(one.value)
    return found


def skus_lacking(lack: Lack, skus: SheetSkus, most: int) -> Sequence[str]:
    """Return the first SKUs that have no value in a field."""
    index = skus.index
    number = index.number_of_field.get(lack.mapped.field)
    having = frozenset(() if number is None else index.cells_of_field(number))
    every = chain.from_iterable(index.places_by_pair.get(pair, ()) for pair in lack.pairs)
    places = (place for place in every if having.isdisjoint(index.cells_of(place)))
    return skus.first_skus(places, most)
