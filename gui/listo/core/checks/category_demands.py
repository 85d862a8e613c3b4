"""What each category of the sheet asks of the SKUs that go by its rows, and what these lack of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from listo.core.checks.context import CheckContext
from listo.core.checks.rows import typed_before
from listo.core.checks.view import UNREADABLE, KeyedView, RowKey, Source
from listo.core.skus.demands import GapCode, MappedField, MappedRow, RequirementStrength, demands_of, gaps_of
from listo.core.skus.index import SkuIndex
from listo.core.skus.sheet_skus import SheetSkus
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


@dataclass
class CategoryDemands:
    """What the rows of one category ask: `rows` in the sheet's order, Excel's numbers.

    `category` is the first text of CategoryID, `theme` the first that is not empty, `of_variation` the
    attributes of the rows of that type.
    """

    category: str
    context: CheckContext
    rows: list[MappedRow] = field(default_factory=list)
    theme: str = ""
    of_variation: dict[str, None] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The category's number."""
        return parse_id(self.category) or 0

    @cached_property
    def attributes(self) -> Collection[str]:
        """The attributes by which products vary."""
        accepted = self.context.theme(self.theme, self.category) if self.theme else None
        if accepted:
            return themes.attributes(accepted)
        return tuple(self.of_variation) if self.theme else ()

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
    def by_field(self) -> Mapping[str, Sequence[MappedRow]]:
        """The rows by their field."""
        found: dict[str, list[MappedRow]] = {}
        for row in self.rows:
            found.setdefault(row.field, []).append(row)
        return found

    @cached_property
    def fields(self) -> Sequence[MappedField]:
        """The fields that are mapped, each with each of its attributes."""
        return demands_of(self.rows, self.attributes, self.requirements)

    def fields_of(self, attributes: Collection[str]) -> Sequence[MappedField]:
        """Return those of the fields that are mapped to some of the attributes."""
        shared = {
            name for name, rows in self.by_field.items() if any(row.attribute in attributes for row in rows)
        }
        rows = [row for row in self.rows if row.field in shared]
        every = demands_of(rows, self.attributes, self.requirements)
        return [each for each in every if each.attribute in attributes]


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
    if "demands" not in view.remembered:
        view.remembered["demands"] = _demands(view, context)
    found: Mapping[str, CategoryDemands] = view.remembered["demands"]
    return found


def _demands(view: KeyedView, context: CheckContext) -> Mapping[str, CategoryDemands]:
    """Return what the rows ask; most have what they say but for their value in common with many."""
    numbers = dict.fromkeys(number for (number,) in view.distinct(("SkuGroup",)))
    asked = {number for number in numbers if number and context.skus_of_category(number)}
    found: dict[str, CategoryDemands] = {}
    known: dict[RowKey, tuple[CategoryDemands, str, str] | None] = {}
    names = _Names(context)
    for position, key in view.every_row(MAPPED):
        *_, value, sent = key
        if not value or key[0] not in asked:
            continue
        values = (value,) if value != UNREADABLE else tuple(filter(None, _typed(view, position)))
        if not values:
            continue
        said = key[:-2]
        if said not in known:
            known[said] = _taken_up(found, said, names)
        if (what := known[said]) is not None:
            one, name, attribute = what
            row, sends = view.number(position), sent if sent != UNREADABLE else ""
            for each in values:
                one.rows.append(MappedRow(row, name, attribute, each, sends))
    return found


class _Names:
    """What names of fields and attributes mean; a sheet has few of them in very many rows."""

    def __init__(self, context: CheckContext) -> None:
        self.context = context
        self._fields: dict[str, str] = {}

    def field(self, name: str) -> str:
        """Return the field that a name is, perhaps in another spelling; empty where there is none."""
        if name not in self._fields:
            known = self.context.field(name) if name and name != UNREADABLE else None
            self._fields[name] = known.name if known else ""
        return self._fields[name]

    def attribute(self, category: str, name: str) -> str:
        """Return what the names of an attribute have in common; empty where it is missing or unknown."""
        return "" if name == UNREADABLE else self.context.attribute_meant(category, name)


def _taken_up(
    found: dict[str, CategoryDemands], said: RowKey, names: _Names
) -> tuple[CategoryDemands, str, str] | None:
    """Return whose rows of some texts are, and which field and attribute they map; None if no field."""
    number, category, theme, type_, name, attribute = said
    field_name = names.field(name)
    if not field_name:
        return None
    one = found.get(number) or found.setdefault(number, CategoryDemands(category, names.context))
    one.theme = one.theme or (theme if theme != UNREADABLE else "")
    meant = names.attribute(category, attribute)
    if meant and names.context.type(type_) == "Variation":
        one.of_variation[meant] = None
    return one, field_name, meant


def _typed(view: KeyedView, position: int) -> Sequence[str]:
    """Return what may have been typed in a cell that became a date."""
    return typed_before(view.text(position, "VTEXValue"))


def lacks_by_category(view: KeyedView, context: CheckContext) -> Mapping[str, Sequence[Lack]]:
    """Return by number what the SKUs of each category lack."""
    skus = context.value_skus
    if "lacks" not in view.remembered:
        every = demands_by_category(view, context).items() if skus else ()
        view.remembered["lacks"] = {number: _lacks(one, skus) for number, one in every if skus}
    found: Mapping[str, Sequence[Lack]] = view.remembered["lacks"]
    return found


def _lacks(one: CategoryDemands, skus: SheetSkus) -> Sequence[Lack]:
    by_attribute: dict[str, list[MappedField]] = {}
    for mapped in one.fields_of(_lacking_attributes(one, skus)):
        by_attribute.setdefault(mapped.attribute or f"\0{mapped.field}", []).append(mapped)
    found: dict[tuple[GapCode, str, str], Lack] = {}
    for group in by_attribute.values():
        own = _of_one(one.number, group[0], skus) if len(group) == 1 else _of_several(one.number, group, skus)
        for lack in own:
            _join(found, lack)
    return tuple(found.values())


def _lacking_attributes(one: CategoryDemands, skus: SheetSkus) -> Collection[str]:
    """Return the attributes, "" too, for which SKUs may lack something: most often there are few."""
    category = one.number
    pairs, used = skus.pairs_of(category), skus.values_of(category)
    found: set[str] = set()
    for name, rows in one.by_field.items():
        attributes = {row.attribute for row in rows}
        is_asked = any(each in one.attributes or each in one.requirements for each in attributes)
        values = {row.value for row in rows}
        may_lack = (
            len(attributes) > 1
            or not used.get(name, {}).keys() <= values
            or any(skus.lacking(pair, name) for pair in pairs if is_asked or not skus.has_field(pair, name))
        )
        if may_lack:
            found |= attributes
    return found


def _join(found: dict[tuple[GapCode, str, str], Lack], lack: Lack) -> None:
    """Count what a field lacks once, though it be mapped to several attributes."""
    other = found.setdefault((lack.code, lack.mapped.field, lack.value), lack)
    if _weight(lack.mapped) > _weight(other.mapped):
        other.mapped = lack.mapped
    other.count = max(other.count, lack.count)
    for pair, count in lack.pairs.items():
        other.pairs[pair] = max(other.pairs.get(pair, 0), count)


def _weight(mapped: MappedField) -> tuple[bool, bool]:
    return mapped.blocks, mapped.requirement is not None


def _of_one(category: int, mapped: MappedField, skus: SheetSkus) -> Iterator[Lack]:
    """Yield what lacks in a field that is the only one of its attribute: nothing need be asked of a SKU."""
    for value, count in skus.values_of(category).get(mapped.field, {}).items():
        if value not in mapped.rows:
            yield Lack("value-unmapped", mapped, value, count)
    for code, wanted in (("field-not-in-category", False), ("value-missing-in-catalog", True)):
        pairs = [pair for pair in skus.pairs_of(category) if skus.has_field(pair, mapped.field) is wanted]
        counts = {pair: count for pair in pairs if (count := skus.lacking(pair, mapped.field))}
        is_asked = not wanted or mapped.is_theme or mapped.requirement
        if counts and is_asked:
            yield Lack(code, mapped, "", sum(counts.values()), counts)  # type: ignore[arg-type]


def _of_several(category: int, group: Sequence[MappedField], skus: SheetSkus) -> Iterator[Lack]:
    """Yield what lacks where one field may send what another one does not."""
    index = skus.index
    numbers = frozenset(
        index.number_of_field[each.field] for each in group if each.field in index.number_of_field
    )
    found: dict[tuple[GapCode, str, str], Lack] = {}
    for pair in skus.pairs_of(category):
        fields = [each.field for each in group if skus.has_field(pair, each.field)]
        for cells, places in index.alike(pair, numbers).items():
            for code, mapped, value in gaps_of(group, values_by_field(index, cells), fields):
                lack = found.setdefault((code, mapped.field, value), Lack(code, mapped, value))
                lack.count += len(places)
                lack.pairs[pair] = lack.pairs.get(pair, 0) + len(places)
    yield from found.values()


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
    fields = frozenset(() if number is None else (number,))
    places = chain.from_iterable(index.alike(pair, fields).get((), ()) for pair in lack.pairs)
    return skus.first_skus(places, most)
