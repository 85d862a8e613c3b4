"""The checks against VTEX's exports: fields and their values, categories in use, products and SKUs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set

from listo.core.checks import barcodes
from listo.core.checks.categories import numbers_meant
from listo.core.checks.context import CheckContext
from listo.core.checks.rows import typed_before
from listo.core.checks.suggestions import suggest, suggest_names
from listo.core.checks.types import Need, PlacedVerdict, SheetCheck, SheetExample, TextCheck, Verdict, example
from listo.core.checks.view import UNREADABLE, KeyedView, SheetView
from listo.core.mapping.sheet import Column
from listo.core.references.lookup import References
from listo.core.references.names import fold_case_and_accents
from listo.core.references.vtex_export import ExportColumn, normalize_number, parse_category_number
from listo.core.references.vtex_products import VtexProducts
from listo.core.references.vtex_specifications import VtexField, VtexSpecifications
from listo.core.skus.options import Options

_OF_FIELDS: tuple[Need, ...] = ("vtex-specifications", "column-field-name")
_PAIR: tuple[Column, ...] = ("VTEXSpecification", "VTEXValue")
_CATEGORY: tuple[Column, ...] = ("CategoryID",)

MOST_ROWS_NAMED = 12
"""How many rows a sentence names before it says that there are more: with five digits each, a line of 80."""


# Fields and their values


def _field_unknown(context: CheckContext, name: str) -> Verdict | None:
    if not name or context.field(name):
        return None
    kinds = context.references.fields.kinds
    case = {"case": f"{next(iter(kinds))}-only"} if len(kinds) == 1 else {}
    return Verdict(case, suggest_names(name, context.references.fields.names))


def _field_case(context: CheckContext, name: str) -> Verdict | None:
    fields = context.references.fields
    if not name or fields.get(name):
        return None
    right = tuple(one.name for one in fields.in_other_spelling(name))
    return Verdict(suggestions=right) if right else None


def _value_unknown(context: CheckContext, name: str, value: str) -> Verdict | None:
    field = _field(context, name, value)
    if field is None or value in field.values or field.in_other_spelling(value):
        return None
    return Verdict({"specification": field.name}, suggest(value, tuple(field.values), attribute=field.name))


def _value_case(context: CheckContext, name: str, value: str) -> Verdict | None:
    field = _field(context, name, value)
    right = field.in_other_spelling(value) if field and value not in field.values else ()
    return Verdict({"specification": field.name}, right) if field and right else None


def _field(context: CheckContext, name: str, value: str) -> VtexField | None:
    return context.field(name) if name and value and name != UNREADABLE else None


def _values_unmapped(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    lacking = {field.name: values for field, values in _fields_lacking(view, context)}
    wanted = {
        key
        for key in view.distinct(("VTEXSpecification",))
        if (field := context.field(key[0])) and field.name in lacking
    }
    rows: dict[str, list[int]] = {}
    for position, (name,) in view.rows_of(("VTEXSpecification",), wanted):
        field = context.field(name)
        rows.setdefault(field.name if field else "", []).append(view.number(position))
    for specification, (first, *others) in rows.items():
        for value in lacking[specification]:
            yield PlacedVerdict(first, None, value, Verdict({"specification": specification}), others)


def _fields_lacking(view: KeyedView, context: CheckContext) -> Iterator[tuple[VtexField, list[str]]]:
    """Yield the fields that have rows, each with the values in use that none of its rows maps."""
    mapped: dict[str, set[str]] = {}
    for name, value in view.distinct(_PAIR):
        if name != UNREADABLE and (field := context.field(name)):
            mapped.setdefault(field.name, set()).add(value)
    dates = _typed_in_place_of_dates(view, context)
    for name, values in mapped.items():
        if field := context.field(name):
            yield field, _absent_values(field, _values_meant(field, values | dates.get(name, set())))


def _values_meant(field: VtexField, values: Set[str]) -> set[str]:
    """Return what rows map, in the form that is compared; for a value that is none, the likeliest one.

    That a text is spelled otherwise or wrong is said of its own cell.
    """
    known = {fold_case_and_accents(value) for value in field.values}
    meant = {fold_case_and_accents(value) for value in values}
    nearest = (
        suggest(value, tuple(field.values), attribute=field.name)[:1]
        for value in meant - known - {"", UNREADABLE}
    )
    return meant | {fold_case_and_accents(value) for found in nearest for value in found}


def _absent_values(field: VtexField, mapped: Set[str]) -> list[str]:
    absent: dict[str, None] = {}
    for text in field.used:
        if fold_case_and_accents(text) not in mapped:
            parts = (part for part in field.parts(text) if fold_case_and_accents(part) not in mapped)
            absent |= dict.fromkeys(parts)
    return list(absent)


def _typed_in_place_of_dates(view: KeyedView, context: CheckContext) -> dict[str, set[str]]:
    """Return by field what may have been typed in its cells that became dates."""
    typed: dict[str, set[str]] = {}
    for position, column in view.dates():
        field = context.field(view.cleaned_text(position, "VTEXSpecification"))
        if column == "VTEXValue" and field:
            shown = view.text(position, column)
            typed.setdefault(field.name, set()).update(typed_before(shown))
    return typed


# Products and SKUs


def _inactive(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products = context.products
    for sku, active in zip(products.texts("sku-id"), products.active, strict=True):
        if active is False and sku:
            yield PlacedVerdict(None, None, sku)


def _ean_missing(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    yield from (PlacedVerdict(None, None, sku) for sku, _ in _with_fault(context, "missing"))


def _ean_placeholder(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for sku, text in _with_fault(context, "placeholder"):
        yield PlacedVerdict(None, None, sku, Verdict({"ean": text}))


def _ean_invalid(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    for sku, text in _with_fault(context, "invalid"):
        short = len(barcodes.compact(text)) < barcodes.SHORTEST
        error = "ean-too-short" if short else "asin-missing-attributes"
        yield PlacedVerdict(None, None, sku, Verdict({"ean": text}, barcodes.repair(text), error_id=error))


def _with_fault(context: CheckContext, fault: barcodes.Fault) -> Iterator[tuple[str, str]]:
    """Yield each SKU whose barcode number has that fault, with the number."""
    products = context.products
    rows = zip(products.texts("sku-id"), products.texts("ean"), context.barcode_faults, strict=True)
    yield from ((sku, text or "") for sku, text, found in rows if found == fault and sku)


def _without_global_category(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products = context.products
    unset = {text for text in products.texts("global-category-id") if text is not None}
    unset = {text for text in unset if not parse_category_number(text)}
    rows = zip(products.texts("sku-id"), products.texts("global-category-id"), products.active, strict=True)
    for sku, text, active in rows:
        if text in unset and active is not False and sku:
            yield PlacedVerdict(None, None, sku)


def _outside_policy(_: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    products, policy = context.products, normalize_number((context.options.trade_policy or "").strip())
    rows = zip(products.texts("sku-id"), products.active, products.trade_policies, strict=True)
    for sku, active, policies in rows:
        if sku and active is not False and policies is not None and policy not in policies:
            yield PlacedVerdict(None, None, sku, Verdict({"policy": policy}))


def _category_unmapped(view: SheetView, context: CheckContext) -> Iterator[PlacedVerdict]:
    """Yield the global categories in use without a row; with the rows that have the store's own instead."""
    mapped = {number for (text,) in view.distinct(_CATEGORY) for number in numbers_meant(text)}
    in_use = context.products.categories_in_use if mapped else {}
    used_as_global = {of_all for of_all, _ in in_use}
    skus: Counter[int] = Counter()
    instead: dict[int, int] = {}
    for (of_all, of_store), count in in_use.items():
        if of_all and of_all not in mapped:
            skus[of_all] += count
            if of_store in mapped and of_store not in used_as_global:
                instead.setdefault(of_all, of_store or 0)
    for category, count in sorted(skus.items()):
        arguments = {"category": str(category), "skus": str(count)}
        if category in instead:
            arguments |= _instead(view, context.references, instead[category])
        yield PlacedVerdict(None, None, str(category), Verdict(arguments))


def _instead(view: SheetView, references: References, store: int) -> dict[str, str]:
    wanted = {key for key in view.distinct(_CATEGORY) if store in numbers_meant(key[0])}
    rows = [view.number(position) for position, _ in view.rows_of(_CATEGORY, wanted)]
    more = " …" if len(rows) > MOST_ROWS_NAMED else ""
    named = ", ".join(map(str, rows[:MOST_ROWS_NAMED])) + more
    name = references.store_categories.get(store) or str(store)
    return {"case": "store-category", "store": str(store), "name": name, "rows": named}


_SPECIFICATIONS = VtexSpecifications(
    "sku",
    {
        "sku-id": ("5001", "5002"),
        "field-name": ("Gênero", "Gênero"),
        "specification-value": ("Feminino", "Masculino"),
    },
)
_MALE = {"VTEXValue": "Masculino", "AmazonValue": "Male"}
_FIELDS_RIGHT = example({}, _MALE, against=_SPECIFICATIONS)

FIELD_CHECKS = (
    TextCheck(
        code="vtex-specification-not-in-catalog",
        severity="error",
        error_id="map-specification-not-in-catalog",
        needs=_OF_FIELDS,
        columns=("VTEXSpecification",),
        marks="VTEXSpecification",
        judge=_field_unknown,
        wrong=example({}, _MALE, {"VTEXSpecification": "Sexo"}, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
    TextCheck(
        code="vtex-specification-case",
        severity="error",
        error_id="map-specification-not-in-catalog",
        needs=_OF_FIELDS,
        columns=("VTEXSpecification",),
        marks="VTEXSpecification",
        judge=_field_case,
        wrong=example({"VTEXSpecification": "GENERO"}, _MALE, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
)

VALUE_CHECKS = (
    TextCheck(
        code="vtex-value-not-in-catalog",
        severity="error",
        error_id="map-specification-value-not-in-product",
        needs=_OF_FIELDS,
        columns=_PAIR,
        marks="VTEXValue",
        judge=_value_unknown,
        wrong=example({}, _MALE, {"VTEXValue": "Infantojuvenil"}, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
    TextCheck(
        code="vtex-value-case",
        severity="error",
        error_id="map-specification-value-not-in-product",
        needs=_OF_FIELDS,
        columns=_PAIR,
        marks="VTEXValue",
        judge=_value_case,
        wrong=example({"VTEXValue": "FEMININO"}, _MALE, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
)

UNMAPPED_CHECKS = (
    SheetCheck(
        code="value-unmapped",
        severity="warning",
        error_id="map-specification-value-not-in-product",
        needs=_OF_FIELDS,
        columns=_PAIR,
        within=("Field",),
        asks=(("VTEXSpecification",), _PAIR),
        find=_values_unmapped,
        wrong=example({}, against=_SPECIFICATIONS),
        right=_FIELDS_RIGHT,
    ),
)

_SKU: Mapping[ExportColumn, tuple[str, ...]] = {
    "sku-id": ("5001",),
    "sku-active": ("yes",),
    "global-category-id": ("212",),
    "trade-policies": ("1,2",),
    "ean": ("7891000315507",),
}


def _export(column: ExportColumn | None = None, text: str = "") -> VtexProducts:
    """Return an export of one right SKU, in which one column says something else."""
    return VtexProducts({**_SKU, column: (text,)} if column else _SKU)


_SKU_RIGHT = example(against=_export())
_OF_ACTIVE: tuple[Need, ...] = ("vtex-products", "column-sku-id", "column-sku-active")
_OF_EAN: tuple[Need, ...] = ("vtex-products", "column-sku-id", "column-ean")

CATEGORY_CHECKS = (
    SheetCheck(
        code="category-unmapped",
        severity="error",
        error_id="map-global-category-id-not-found",
        needs=("vtex-products", "column-global-category-id", "column-sku-active"),
        columns=_CATEGORY,
        find=_category_unmapped,
        wrong=example(against=_export("global-category-id", "187")),
        right=_SKU_RIGHT,
    ),
)

SKU_CHECKS = (
    SheetCheck(
        code="sku-inactive",
        severity="warning",
        error_id="sku-inactive-warning",
        needs=_OF_ACTIVE,
        columns=(),
        within="references",
        find=_inactive,
        wrong=example(against=_export("sku-active", "não")),
        right=_SKU_RIGHT,
    ),
    SheetCheck(
        code="ean-missing",
        severity="error",
        error_id="missing-standard-product-id",
        needs=_OF_EAN,
        columns=(),
        within="references",
        find=_ean_missing,
        wrong=example(against=_export("ean", "")),
        right=_SKU_RIGHT,
    ),
    SheetCheck(
        code="ean-placeholder",
        severity="error",
        error_id="sem-gtin-not-valid-ean",
        needs=_OF_EAN,
        columns=(),
        within="references",
        find=_ean_placeholder,
        wrong=example(against=_export("ean", "SEM GTIN")),
        right=_SKU_RIGHT,
    ),
    SheetCheck(
        code="ean-invalid",
        severity="error",
        needs=_OF_EAN,
        columns=(),
        within="references",
        find=_ean_invalid,
        wrong=example(against=_export("ean", "7891000315508")),
        right=_SKU_RIGHT,
    ),
    SheetCheck(
        code="sku-without-global-category",
        severity="error",
        error_id="map-global-category-missing-or-wrong",
        needs=(*_OF_ACTIVE, "column-global-category-id"),
        columns=(),
        within="references",
        find=_without_global_category,
        wrong=example(against=_export("global-category-id", "")),
        right=_SKU_RIGHT,
    ),
    SheetCheck(
        code="sku-outside-trade-policy",
        severity="warning",
        error_id="order-sku-without-trade-policy",
        needs=(*_OF_ACTIVE, "column-trade-policies", "trade-policy"),
        columns=(),
        within="references",
        find=_outside_policy,
        wrong=SheetExample(against=_export(), options=Options(trade_policy="7")),
        right=SheetExample(against=_export(), options=Options(trade_policy="2")),
    ),
)
