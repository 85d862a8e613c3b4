"""The checks for SKUs of one product that Amazon could not tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from listo.core.checks.category_demands import MAPPED, CategoryDemands, demands_by_category
from listo.core.checks.context import CheckContext
from listo.core.checks.types import MOST_ALSO_SKUS, Need, PlacedVerdict, SheetCheck, Verdict, example
from listo.core.checks.view import KeyedView
from listo.core.mapping.sheet import COLUMNS
from listo.core.references.vtex_products import VtexProducts
from listo.core.references.vtex_specifications import VtexSpecifications
from listo.core.skus.demands import MappedField
from listo.core.skus.index import FieldValue
from listo.core.skus.twins import Sent, Twins

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
        self.by_attribute: list[Sequence[MappedField]] = [
            [each for each in one.fields if each.attribute == name] for name in one.attributes
        ]

    @property
    def is_mapped(self) -> bool:
        """Whether there is a theme, and something is mapped to each of its attributes."""
        return bool(self.by_attribute) and all(self.by_attribute)

    def sends(self) -> Mapping[FieldValue, Sequence[Sent]]:
        """Return what each value is sent as, by attribute."""
        found: dict[FieldValue, list[Sent]] = {}
        for each in (each for group in self.by_attribute for each in group):
            for value, rows in each.rows.items():
                if each.sends(value):
                    sent = (each.attribute, rows[0].sent.casefold())
                    found.setdefault(FieldValue(each.field, value), []).append(sent)
        return found

    def rows(self, values: Sequence[FieldValue]) -> set[int]:
        """Return the rows that values of a SKU go by."""
        return {
            each.rows[one.value][0].row
            for group in self.by_attribute
            for each in group
            for one in values
            if one.field == each.field and each.sends(one.value)
        }


def _twins_by_category(
    view: KeyedView, context: CheckContext
) -> Sequence[tuple[CategoryDemands, _Theme, Sequence[Twins]]]:
    if "twins" not in view.remembered:
        view.remembered["twins"] = list(_find(view, context))
    found: Sequence[tuple[CategoryDemands, _Theme, Sequence[Twins]]] = view.remembered["twins"]
    return found


def _find(
    view: KeyedView, context: CheckContext
) -> Iterator[tuple[CategoryDemands, _Theme, Sequence[Twins]]]:
    for one in demands_by_category(view, context).values() if context.twins else ():
        theme = _Theme(one)
        if theme.is_mapped and context.twins and context.skus:
            pairs = context.skus.pairs_of(one.number)
            if twins := list(context.twins.find(pairs, theme.sends())):
                yield one, theme, twins


@dataclass(slots=True)
class _Alike:
    """All twins that one finding tells of: `first` are those of the first product."""

    first: Twins
    is_of_same_values: bool
    places: dict[int, None] = field(default_factory=dict)
    products: dict[str, None] = field(default_factory=dict)

    def add(self, twins: Twins) -> None:
        self.places |= dict.fromkeys(twins.places)
        self.products[twins.product] = None


def _twins(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for one, theme, every in _twins_by_category(view, context):
        by_row: dict[int, _Alike] = {}
        for twins in every:
            row = _second_row(theme, twins)
            by_row.setdefault(row, _Alike(twins, len(twins.values) == 1)).add(twins)
        sent = {row.row: row.sent for row in one.rows}
        for row, alike in by_row.items():
            case = {"case": "same"} if alike.is_of_same_values else {}
            yield _placed(row, "AmazonValue", sent[row], {**case, "category": one.category}, alike, context)


def _second_row(theme: _Theme, twins: Twins) -> int:
    """Return the second of the rows that make SKUs alike: those that one alone goes by, if there are any."""
    used = [theme.rows(values) for values in twins.values]
    every = used[0].union(*used)
    own = every - used[0].intersection(*used)
    rows = sorted(own if len(own) > 1 else every)
    return rows[min(1, len(rows) - 1)]


def _untold(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for one, _, every in _twins_by_category(view, context):
        by_field: dict[str, _Alike] = {}
        for twins in every:
            for name in twins.differing:
                by_field.setdefault(name, _Alike(twins, is_of_same_values=True)).add(twins)
        first = one.rows[0].row
        for name, alike in by_field.items():
            yield _placed(first, None, name, {"category": one.category, "theme": one.theme}, alike, context)


def _placed(
    row: int,
    column: str | None,
    value: str,
    arguments: Mapping[str, str],
    alike: _Alike,
    context: CheckContext,
) -> PlacedVerdict:
    ids = context.index.ids
    named = ", ".join(ids[place] for place in alike.first.places[:_SKUS_NAMED])
    said = {
        **arguments,
        "product": alike.first.product,
        "named": named + (" …" if len(alike.first.places) > _SKUS_NAMED else ""),
        "products": str(len(alike.products)),
        "skus": str(len(alike.places)),
    }
    skus = [ids[place] for place in sorted(alike.places)]
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
        asks=(MAPPED, ("SkuGroup",)),
        find=_twins,
        wrong=example(_SMALL, {**_MEDIUM, "AmazonValue": "S"}, against=(_PRODUCTS, _sizes("P", "M"))),
        right=_APART,
    ),
    SheetCheck(
        code="variation-field-unmapped",
        severity="warning",
        needs=_NEEDS,
        columns=COLUMNS,
        within=("SkuGroup",),
        asks=(MAPPED, ("SkuGroup",)),
        find=_untold,
        wrong=example(_SMALL, against=(_PRODUCTS, _sizes("P", "P", "Azul", "Preto"))),
        right=_APART,
    ),
)
