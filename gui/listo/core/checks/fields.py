"""The checks of fields and their values against VTEX's catalogue, as the exports of it list them."""

from __future__ import annotations

from collections.abc import Iterator, Set

from listo.core.checks.cells import typed_before
from listo.core.checks.context import CheckContext
from listo.core.checks.suggestions import suggest, suggest_names
from listo.core.checks.types import Need, PlacedVerdict, SheetCheck, TextCheck, Verdict, example
from listo.core.checks.view import UNREADABLE, KeyedView
from listo.core.mapping.sheet import Column
from listo.core.references.names import fold_case_and_accents
from listo.core.references.vtex_specifications import VtexField, VtexSpecifications

_NEEDS: tuple[Need, ...] = ("vtex-specifications", "column-field-name")
_PAIR: tuple[Column, ...] = ("VTEXSpecification", "VTEXValue")


def _unknown(context: CheckContext, name: str) -> Verdict | None:
    if not name or context.field(name):
        return None
    kinds = context.references.fields.kinds
    case = {"case": f"{next(iter(kinds))}-only"} if len(kinds) == 1 else {}
    return Verdict(case, suggest_names(name, context.references.fields.names))


def _case(context: CheckContext, name: str) -> Verdict | None:
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


def _unmapped(view: KeyedView, context: CheckContext) -> Iterator[PlacedVerdict]:
    lacking = {field.name: values for field, values in _lacking(view, context)}
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


def _lacking(view: KeyedView, context: CheckContext) -> Iterator[tuple[VtexField, list[str]]]:
    """Yield the fields that have rows, each with the values in use that none of its rows maps."""
    mapped: dict[str, set[str]] = {}
    for name, value in view.distinct(_PAIR):
        if name != UNREADABLE and (field := context.field(name)):
            mapped.setdefault(field.name, set()).add(value)
    dates = _typed_in_place_of_dates(view, context)
    for name, values in mapped.items():
        if field := context.field(name):
            yield field, _absent(field, _meant(field, values | dates.get(name, set())))


def _meant(field: VtexField, values: Set[str]) -> set[str]:
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


def _absent(field: VtexField, mapped: Set[str]) -> list[str]:
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


_EXPORT = VtexSpecifications(
    "sku",
    {
        "sku-id": ("5001", "5002"),
        "field-name": ("Gênero", "Gênero"),
        "specification-value": ("Feminino", "Masculino"),
    },
)
_MALE = {"VTEXValue": "Masculino", "AmazonValue": "Male"}
_RIGHT = example({}, _MALE, against=_EXPORT)

FIELD_CHECKS = (
    TextCheck(
        code="vtex-specification-not-in-catalog",
        severity="error",
        error_id="map-specification-not-in-catalog",
        needs=_NEEDS,
        columns=("VTEXSpecification",),
        marks="VTEXSpecification",
        judge=_unknown,
        wrong=example({}, _MALE, {"VTEXSpecification": "Sexo"}, against=_EXPORT),
        right=_RIGHT,
    ),
    TextCheck(
        code="vtex-specification-case",
        severity="error",
        error_id="map-specification-not-in-catalog",
        needs=_NEEDS,
        columns=("VTEXSpecification",),
        marks="VTEXSpecification",
        judge=_case,
        wrong=example({"VTEXSpecification": "GENERO"}, _MALE, against=_EXPORT),
        right=_RIGHT,
    ),
)

VALUE_CHECKS = (
    TextCheck(
        code="vtex-value-not-in-catalog",
        severity="error",
        error_id="map-specification-value-not-in-product",
        needs=_NEEDS,
        columns=_PAIR,
        marks="VTEXValue",
        judge=_value_unknown,
        wrong=example({}, _MALE, {"VTEXValue": "Infantojuvenil"}, against=_EXPORT),
        right=_RIGHT,
    ),
    TextCheck(
        code="vtex-value-case",
        severity="error",
        error_id="map-specification-value-not-in-product",
        needs=_NEEDS,
        columns=_PAIR,
        marks="VTEXValue",
        judge=_value_case,
        wrong=example({"VTEXValue": "FEMININO"}, _MALE, against=_EXPORT),
        right=_RIGHT,
    ),
)

UNMAPPED_CHECKS = (
    SheetCheck(
        code="value-unmapped",
        severity="warning",
        error_id="map-specification-value-not-in-product",
        needs=_NEEDS,
        columns=_PAIR,
        within=("Field",),
        asks=(("VTEXSpecification",), _PAIR),
        find=_unmapped,
        wrong=example({}, against=_EXPORT),
        right=_RIGHT,
    ),
)
