"""The checks for SKUs of one product that Amazon could not tell apart."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from listo.core.checks.category_demands import MAPPED, CategoryDemands, demands_by_category
from listo.core.checks.context import CheckContext
from listo.core.checks.types import MOST_ALSO_SKUS, Need, PlacedVerdict, SheetCheck, Verdict, example
from listo.core.checks.view import KeyedView
from listo.core.mapping.sheet import COLUMNS
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
from listo.core.skus.index import FieldValue
from listo.core.skus.sheet_skus import MappedField, SheetSkus
from listo.core.skus.twins import ThemeAttribute, TwinGroups, TwinIndex, Twins

_NEEDS: tuple[Need, ...] = (
    "vtex-products",
    "vtex-specifications",
    "column-sku-id",
    "column-product-id",
    "column-field-name",
)

_SKUS_NAMED = 3
"""How many SKUs a sentence names: enough to look them up."""


class _Theme:
    """The fields by which the products of one category vary, by attribute."""

    def __init__(self, one: CategoryDemands) -> None:
        self._demands = one
        self._by_attribute: dict[str, list[MappedField]] = {name: [] for name in one.attributes}
        self._of_field: dict[str, list[MappedField]] = {}
        for each in one.fields:
            if each.attribute in self._by_attribute:
                self._by_attribute[each.attribute].append(each)
                self._of_field.setdefault(each.field, []).append(each)

    @property
    def attributes(self) -> Sequence[ThemeAttribute]:
        """What tells SKUs apart: nothing where not to each attribute fields are mapped that are known."""
        if not all(self._by_attribute.values()) or not all(map(self._demands.is_field, self._of_field)):
            return ()
        return [
            ThemeAttribute(
                name,
                frozenset((each.field, name) for each in fields if each.sends_any),
                partial(_sent, {each.field: each for each in fields}),
            )
            for name, fields in self._by_attribute.items()
        ]

    def among(self, values: Iterable[FieldValue]) -> Set[FieldValue]:
        """Return those of values that are of its fields."""
        return {one for one in values if one.field in self._of_field}

    def second_row(self, twins: Twins) -> tuple[int, str]:
        """Return the second of the rows that make SKUs alike, and what it sends.

        Of those that one SKU alone goes by, if there are any.
        """
        used = [self._rows(values) for values in twins.values]
        sent = {row: text for each in used for row, text in each.items()}
        own = sent.keys() - set(used[0]).intersection(*used)
        rows = sorted(own if len(own) > 1 else sent)
        second = rows[min(1, len(rows) - 1)]
        return second, sent[second]

    def _rows(self, values: Sequence[FieldValue]) -> Mapping[int, str]:
        """Return the rows that values of a SKU go by, with what they send."""
        found: dict[int, str] = {}
        for name, value in values:
            for each in self._of_field.get(name, ()):
                if row := each.sending(value):
                    found[row.row] = row.sent
        return found


def _sent(fields: Mapping[str, MappedField], one: FieldValue) -> Collection[str]:
    """Return what is sent for a value, without regard to case."""
    mapped = fields.get(one.field)
    row = mapped.sending(one.value) if mapped else None
    return (row.sent.casefold(),) if row else ()


class _CategoryTwins:
    """The twins of one category, each with the row where it is told, kept right while rows change."""

    def __init__(self, twins: TwinIndex, skus: SheetSkus, category: int) -> None:
        self._fields: Sequence[MappedField] = ()
        self._groups = TwinGroups(twins, skus.pairs_of(category))
        self._sources: Set[tuple[str, Hashable]] = frozenset()
        self._rows: Mapping[tuple[int, ...], tuple[Twins, tuple[int, str]]] = {}
        """The twins by their places, with the row where each is told, and what it sends."""
        self.version = 0
        """Another number after every change of these."""
        self.told_at, self.told_of = _Told(), _Told()
        """What was found last, by row and by field."""

    def renew(self, one: CategoryDemands) -> None:
        """Take up what changed."""
        if one.fields is self._fields:
            return
        theme = _Theme(one)
        attributes = theme.attributes
        products, changed = self._groups.renew(attributes, one.changed), theme.among(one.changed)
        self._fields, one.changed = one.fields, set()
        sources = frozenset(chain.from_iterable(each.sources for each in attributes))
        altered = {name for name, _ in sources ^ self._sources}
        if not (products or altered or changed):
            return
        self.version += 1
        before, self._sources, self._rows = self._rows, sources, (now := {})
        for twins in self._groups.found:
            known = before.get(twins.places)
            if known is None or known[0] != twins or _concerns(twins, changed, altered):
                known = twins, theme.second_row(twins)
            now[twins.places] = known

    def by_row(self) -> Mapping[tuple[int, str], Sequence[Twins]]:
        """Return the twins by the row where they are told, and what it sends."""
        found: dict[tuple[int, str], list[Twins]] = {}
        for twins, row in self._rows.values():
            found.setdefault(row, []).append(twins)
        return found

    def by_field(self, of_theme: Set[str]) -> Mapping[str, Sequence[Twins]]:
        """Return the twins by each of the fields outside the theme in which they differ."""
        found: dict[str, list[Twins]] = {}
        for twins, _ in self._rows.values():
            for name, having in twins.differing:
                if name not in of_theme:
                    found.setdefault(name, []).append(twins._replace(places=having))
        return found


def _concerns(twins: Twins, changed: Set[FieldValue], altered: Set[str]) -> bool:
    """Return whether twins have a value that changed, or one in a field that is mapped otherwise now."""
    if not changed.isdisjoint(chain.from_iterable(twins.values)):
        return True
    return bool(altered) and any(one.field in altered for one in chain.from_iterable(twins.values))


class _Placed(NamedTuple):
    """What is told of twins, with all that it follows from."""

    twins: Sequence[Twins]
    said: Sequence[str | int]
    verdict: PlacedVerdict


class _Told(NamedTuple):
    """What is told of the twins of a category, by where, with all that it follows from."""

    said: Sequence[object] = ()
    placed: Mapping[Hashable, _Placed] = MappingProxyType({})


def _twins_by_category(
    view: KeyedView, context: CheckContext
) -> Iterator[tuple[CategoryDemands, _CategoryTwins]]:
    if context.twins is None or context.skus is None:
        return
    for one in demands_by_category(view, context).values():
        if "twins" not in one.kept:
            one.kept["twins"] = _CategoryTwins(context.twins, context.skus, one.number)
        twins: _CategoryTwins = one.kept["twins"]
        twins.renew(one)
        yield one, twins


def _twins(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for one, found in _twins_by_category(view, context):
        said = found.version, one.category
        if found.told_at.said != said:
            before, now = found.told_at.placed, dict[Hashable, _Placed]()
            found.told_at = _Told(said, now)
            for (row, sent), twins in found.by_row().items():
                case = {"case": "same"} if len(twins[0].values) == 1 else {}
                arguments = {**case, "category": one.category}
                now[row, sent] = _known(before.get((row, sent)), twins, (sent, one.category)) or _Placed(
                    twins, (sent, one.category), _placed(row, "AmazonValue", sent, arguments, twins, context)
                )
        yield from (each.verdict for each in found.told_at.placed.values())


def _untold(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for one, found in _twins_by_category(view, context):
        said = one.first_row, one.category, one.theme
        of_theme = {each.field for each in one.fields if each.is_theme}
        if found.told_of.said != (found.version, of_theme, said):
            before, now = found.told_of.placed, dict[Hashable, _Placed]()
            found.told_of = _Told((found.version, of_theme, said), now)
            for name, twins in found.by_field(of_theme).items():
                arguments = {"category": one.category, "theme": one.theme}
                now[name] = _known(before.get(name), twins, said) or _Placed(
                    twins, said, _placed(one.first_row, None, name, arguments, twins, context)
                )
        yield from (each.verdict for each in found.told_of.placed.values())


def _known(before: _Placed | None, twins: Sequence[Twins], said: Sequence[str | int]) -> _Placed | None:
    """Return what was told before if the same is to be told again."""
    return before if before and before.said == said and before.twins == twins else None


def _placed(
    row: int,
    column: str | None,
    value: str,
    arguments: Mapping[str, str],
    twins: Sequence[Twins],
    context: CheckContext,
) -> PlacedVerdict:
    ids, first = context.index.ids, twins[0]
    places = sorted({place for each in twins for place in each.places})
    named = ", ".join(ids[place] for place in first.places[:_SKUS_NAMED])
    said = {
        **arguments,
        "product": first.product,
        "named": named + (" …" if len(first.places) > _SKUS_NAMED else ""),
        "products": str(len({each.product for each in twins})),
        "skus": str(len(places)),
    }
    return PlacedVerdict(
        row,
        "AmazonValue" if column else None,
        value,
        Verdict(said),
        skus=len(places),
        also_skus=[ids[place] for place in places[:MOST_ALSO_SKUS]],
        also_skus_total=len(places),
    )


_PRODUCTS = VtexProducts(
    {
        "product-id": ("501", "501"),
        "sku-id": ("5001", "5002"),
        "sku-active": ("yes", "yes"),
        "global-category-id": ("212", "212"),
    }
)


def _sizes(*values: str) -> VtexSpecifications:
    """Return an export of two SKUs with those sizes, or with a size and another field."""
    owners = ["5001", "5002"] * (len(values) // 2)
    names = ["Tamanho", "Tamanho", "Cor", "Cor"][: len(values)]
    return VtexSpecifications(
        "sku", {"sku-id": owners, "field-name": names, "specification-value": list(values)}
    )


_SMALL = {
    "VariationTheme": "Size",
    "Type": "Variation",
    "VTEXSpecification": "Tamanho",
    "AmazonSpecification": "Size",
    "VTEXValue": "P",
    "AmazonValue": "S",
}
_MEDIUM = {**_SMALL, "VTEXValue": "M", "AmazonValue": "M"}
_APART = example(_SMALL, _MEDIUM, against=(_PRODUCTS, _sizes("P", "M")))

CHECKS = (
    SheetCheck(
        code="variation-twins",
        severity="warning",
        needs=_NEEDS,
        columns=COLUMNS,
        within=("SkuGroup",),
        follows=(MAPPED,),
        find=_twins,
        wrong=example(_SMALL, {**_MEDIUM, "AmazonValue": "S"}, against=(_PRODUCTS, _sizes("P", "M"))),
        right=_APART,
    ),
    SheetCheck(
        code="variation-field-unmapped",
        names_what_lacks=True,
        severity="warning",
        needs=_NEEDS,
        columns=COLUMNS,
        within=("SkuGroup",),
        follows=(MAPPED,),
        find=_untold,
        wrong=example(_SMALL, against=(_PRODUCTS, _sizes("P", "P", "Azul", "Preto"))),
        right=_APART,
    ),
)
