"""What each category of the sheet asks of the SKUs that go by its rows, and what these lack of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class CategoryDemands:
    """What the rows of one category ask: `rows` in the sheet's order, Excel's numbers.

    `category` is the first text of CategoryID, `theme` the first that is not empty. `attributes` are those by
    which products vary.
    """

    category: str
    rows: list[MappedRow] = field(default_factory=list)
    theme: str = ""
    of_variation: dict[str, None] = field(default_factory=dict)
    attributes: Collection[str] = ()
    fields: Sequence[MappedField] = ()

    @property
    def number(self) -> int:
        """The category's number."""
        return parse_id(self.category) or 0


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
        view.remembered["demands"] = dict(_demands(view, context))
    found: Mapping[str, CategoryDemands] = view.remembered["demands"]
    return found


def _demands(view: KeyedView, context: CheckContext) -> Iterator[tuple[str, CategoryDemands]]:
    found: dict[str, CategoryDemands] = {}
    numbers = dict.fromkeys(number for (number,) in view.distinct(("SkuGroup",)))
    asked = {number for number in numbers if number and context.skus_of_category(number)}
    wanted = {key for key in view.distinct(MAPPED) if key[0] in asked}
    names = _Names(context)
    for position, key in view.rows_of(MAPPED, wanted):
        _take_up(found, key, view, position, names)
    for number, one in found.items():
        one.attributes = _attributes_of_theme(one, context)
        levels = _requirements(one, context)
        one.fields = demands_of(one.rows, one.attributes, levels)
        yield number, one


class _Names:
    """What names of fields and attributes mean; a sheet has few of them in very many rows."""

    def __init__(self, context: CheckContext) -> None:
        self.context = context
        self._fields: dict[str, str] = {}
        self._attributes: dict[tuple[str, str], str] = {}

    def field(self, name: str) -> str:
        """Return the field that a name is, perhaps in another spelling; empty where there is none."""
        if name not in self._fields:
            known = self.context.field(name) if name and name != UNREADABLE else None
            self._fields[name] = known.name if known else ""
        return self._fields[name]

    def attribute(self, category: str, name: str) -> str:
        """Return what the names of an attribute have in common; empty where it is missing or unknown."""
        key = (category, name)
        if key not in self._attributes:
            meant = "" if name == UNREADABLE else self.context.attribute_meant(category, name)
            self._attributes[key] = meant
        return self._attributes[key]


def _take_up(
    found: dict[str, CategoryDemands], key: RowKey, view: KeyedView, position: int, names: _Names
) -> None:
    number, category, theme, type_, name, attribute, value, sent = key
    field_name = names.field(name)
    values = (value,) if value != UNREADABLE else _typed(view, position)
    if not (field_name and any(values)):
        return
    one = found.get(number) or found.setdefault(number, CategoryDemands(category))
    one.theme = one.theme or (theme if theme != UNREADABLE else "")
    meant = names.attribute(category, attribute)
    if meant and meant not in one.of_variation and names.context.type(type_) == "Variation":
        one.of_variation[meant] = None
    sends = sent if sent != UNREADABLE else ""
    row = view.number(position)
    one.rows += [MappedRow(row, field_name, meant, each, sends) for each in values]


def _typed(view: KeyedView, position: int) -> Sequence[str]:
    """Return what may have been typed in a cell that became a date."""
    return typed_before(view.text(position, "VTEXValue"))


def _attributes_of_theme(one: CategoryDemands, context: CheckContext) -> Collection[str]:
    accepted = context.theme(one.theme, one.category) if one.theme else None
    if accepted:
        return themes.attributes(accepted)
    return tuple(one.of_variation) if one.theme else ()


def _requirements(one: CategoryDemands, context: CheckContext) -> Mapping[str, RequirementStrength]:
    levels: dict[str, RequirementStrength] = {}
    required = context.requirements_of(one.category).required
    for each in required:
        name = context.feed_name(each.spelling)
        if levels.get(name) != "hard":
            levels[name] = "hard" if each.is_hard else "soft"
    return levels


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
    for mapped in one.fields:
        by_attribute.setdefault(mapped.attribute or f"\0{mapped.field}", []).append(mapped)
    found: dict[tuple[GapCode, str, str], Lack] = {}
    for group in by_attribute.values():
        own = _of_one(one.number, group[0], skus) if len(group) == 1 else _of_several(one.number, group, skus)
        for lack in own:
            _join(found, lack)
    return tuple(found.values())


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
