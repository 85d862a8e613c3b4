"""The checks for SKUs of one product that Amazon could not tell apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from listo.core.checks.category_demands import MAPPED, CategoryDemands, demands_by_category
from listo.core.checks.context import CheckContext
from listo.core.checks.types import MOST_ALSO_SKUS, Need, PlacedVerdict, SheetCheck, Verdict, example
from listo.core.checks.view import KeyedView
from listo.core.mapping.sheet import COLUMNS
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
from listo.core.skus.index import FieldValue
from listo.core.skus.sheet_skus import MappedField, SheetSkus
from listo.core.skus.twins import AlikeSkus, Sent, TwinGroups, TwinIndex, Twins

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
        self.by_attribute: list[Sequence[MappedField]] = [
            [each for each in one.fields if each.attribute == name] for name in one.attributes
        ]
        self._of_field: dict[str, list[MappedField]] = {}
        for each in chain.from_iterable(self.by_attribute):
            self._of_field.setdefault(each.field, []).append(each)

    @property
    def is_mapped(self) -> bool:
        """Whether there is a theme, and fields that are known are mapped to each of its attributes."""
        are_known = all(map(self._demands.is_field, self._of_field))
        return bool(self.by_attribute) and all(self.by_attribute) and are_known

    @property
    def shape(self) -> Set[tuple[str, str]]:
        """Which fields are mapped to which attributes."""
        return frozenset((each.field, each.attribute) for each in chain.from_iterable(self.by_attribute))

    @property
    def values(self) -> Set[FieldValue]:
        """All values that have rows."""
        return self.values_of(self._of_field)

    def values_of(self, fields: Collection[str]) -> Set[FieldValue]:
        """Return the values of some fields that have rows."""
        several = chain.from_iterable(self._of_field.get(name, ()) for name in fields)
        return {FieldValue(each.field, value) for each in several for value in each.rows}

    def sends(self, values: Iterable[FieldValue]) -> Mapping[FieldValue, Sequence[Sent]]:
        """Return what values of its fields are sent as, by attribute; others are left out."""
        return {
            one: [
                (each.attribute, each.rows[one.value][0].sent.casefold())
                for each in self._of_field[one.field]
                if each.sends(one.value)
            ]
            for one in values
            if one.field in self._of_field
        }

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
        return {
            each.rows[one.value][0].row: each.rows[one.value][0].sent
            for one in values
            for each in self._of_field.get(one.field, ())
            if each.sends(one.value)
        }


_SHAPES = 2
"""How many are kept: an edit that brings a field into a theme, and its undo, then cost little."""


@dataclass(slots=True)
class _Grouped:
    """Twins by what is sent of them, with the row where each is told, and the values that changed since."""

    groups: TwinGroups
    rows: dict[AlikeSkus, Mapping[Twins, tuple[int, str]]] = field(default_factory=dict)
    changed: set[FieldValue] = field(default_factory=set)


class _CategoryTwins:
    """The twins of one category, each with the row where it is told, kept right while rows change."""

    def __init__(self, twins: TwinIndex, skus: SheetSkus) -> None:
        self._twins, self._skus = twins, skus
        self._fields: Sequence[MappedField] = ()
        self._by_shape: dict[Set[tuple[str, str]], _Grouped] = {}
        self._shape: Set[tuple[str, str]] = frozenset()
        self._now: _Grouped | None = None
        self.told_at: Mapping[tuple[int, str], _Placed] = {}
        self.told_of: Mapping[str, _Placed] = {}
        """What was found last, by row and by field."""

    def renew(self, one: CategoryDemands) -> None:
        """Take up what changed."""
        if one.fields is self._fields:
            return
        theme, changed = _Theme(one), one.changed
        self._fields, one.changed = one.fields, set()
        for each in self._by_shape.values():
            each.changed |= changed
        self._now = self._grouped(theme, one.number) if theme.is_mapped else None
        for group in self._found:
            if self._now and group not in self._now.rows:
                self._now.rows[group] = {twins: theme.second_row(twins) for twins in group.twins}

    def _grouped(self, theme: _Theme, category: int) -> _Grouped:
        """Return the twins by a theme; those of the shape that it had last are soon right again.

        So are those of another one if few SKUs have the fields by which the two differ.
        """
        shape = theme.shape
        known = self._by_shape.pop(shape, None)
        concerned = self._renewed(known, theme, ()) if known else None
        if concerned is None and self._shape != shape:
            known = self._by_shape.pop(self._shape, None)
            differing = {name for name, _ in shape ^ self._shape}
            concerned = self._renewed(known, theme, differing) if known else None
        if known is None or concerned is None:
            pairs = self._skus.pairs_of(category)
            known = _Grouped(TwinGroups(self._twins, pairs, theme.sends(theme.values)))
        for group in concerned or ():
            before = known.rows.pop(group, {})
            known.rows[group] = {
                twins: before[twins]
                if twins in before and known.changed.isdisjoint(chain.from_iterable(twins.values))
                else theme.second_row(twins)
                for twins in group.twins
            }
        known.changed.clear()
        self._by_shape[shape], self._shape = known, shape
        if len(self._by_shape) > _SHAPES:
            del self._by_shape[next(iter(self._by_shape))]
        return known

    def _renewed(
        self, known: _Grouped, theme: _Theme, fields: Collection[str]
    ) -> Collection[AlikeSkus] | None:
        """Take up what changed, and that the rows of some fields are others; see `TwinGroups.renew`."""
        if fields:
            known.changed.update(known.groups.differing(fields, theme.sends(theme.values_of(fields))))
        return known.groups.renew({**dict.fromkeys(known.changed, ()), **theme.sends(known.changed)})

    @property
    def _found(self) -> Sequence[AlikeSkus]:
        return self._now.groups.found if self._now else ()

    def by_row(self) -> Mapping[tuple[int, str], Sequence[Twins]]:
        """Return the twins by the row where they are told, and what it sends."""
        found: dict[tuple[int, str], list[Twins]] = {}
        for group in self._found:
            rows = self._now.rows[group] if self._now else {}
            for twins in group.twins:
                found.setdefault(rows[twins], []).append(twins)
        return found

    def by_field(self) -> Mapping[str, Sequence[Twins]]:
        """Return the twins by each of the fields outside the theme in which they differ."""
        of_theme = {each.field for each in self._fields if each.is_theme}
        found: dict[str, list[Twins]] = {}
        for group in self._found:
            for twins in group.twins:
                for name, having in twins.differing:
                    if name not in of_theme:
                        found.setdefault(name, []).append(having)
        return found


class _Placed(NamedTuple):
    """What is told of twins, with all that it follows from."""

    twins: Sequence[Twins]
    said: Sequence[str | int]
    verdict: PlacedVerdict


def _twins_by_category(
    view: KeyedView, context: CheckContext
) -> Iterator[tuple[CategoryDemands, _CategoryTwins]]:
    if context.twins is None or context.skus is None:
        return
    for one in demands_by_category(view, context).values():
        twins: _CategoryTwins = one.kept.setdefault("twins", _CategoryTwins(context.twins, context.skus))
        twins.renew(one)
        yield one, twins


def _twins(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for one, found in _twins_by_category(view, context):
        before, found.told_at = found.told_at, (now := {})
        for (row, sent), twins in found.by_row().items():
            case = {"case": "same"} if len(twins[0].values) == 1 else {}
            arguments = {**case, "category": one.category}
            now[row, sent] = _known(before.get((row, sent)), twins, (sent, one.category)) or _Placed(
                twins, (sent, one.category), _placed(row, "AmazonValue", sent, arguments, twins, context)
            )
        yield from (each.verdict for each in now.values())


def _untold(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for one, found in _twins_by_category(view, context):
        before, found.told_of = found.told_of, (now := {})
        for name, twins in found.by_field().items():
            said = one.first_row, one.category, one.theme
            arguments = {"category": one.category, "theme": one.theme}
            now[name] = _known(before.get(name), twins, said) or _Placed(
                twins, said, _placed(one.first_row, None, name, arguments, twins, context)
            )
        yield from (each.verdict for each in now.values())


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
    skus = [ids[place] for place in places]
    return PlacedVerdict(
        row,
        "AmazonValue" if column else None,
        value,
        Verdict(said),
        skus=len(skus),
        also_skus=skus[:MOST_ALSO_SKUS],
        also_skus_total=len(skus),
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
