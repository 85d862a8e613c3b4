"""The checks of the four columns that map a field and its values to an attribute and its values."""

from __future__ import annotations

from listo.core.checks.accepted_values import AcceptedValues
from listo.core.checks.ages import is_minimum_age, unit_in
from listo.core.checks.context import CheckContext
from listo.core.checks.suggestions import suggest_names
from listo.core.checks.types import TextCheck, Verdict, example
from listo.core.checks.view import UNREADABLE
from listo.core.mapping.sheet import Column
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute

_VALUE_COLUMNS: tuple[Column, ...] = ("AmazonSpecification", "AmazonValue")


def _missing(_: CheckContext, text: str) -> Verdict | None:
    return None if text else Verdict()


def _value_missing(context: CheckContext, value: str, name: str, vtex_value: str) -> Verdict | None:
    if value:
        return None
    meant = context.suggest_values(name, vtex_value) if UNREADABLE not in (name, vtex_value) else ()
    return Verdict({"attribute": name}, meant, error_id=context.value_error(name))


def _attribute_unknown(context: CheckContext, name: str) -> Verdict | None:
    if not name or context.attribute(name):
        return None
    return Verdict(suggestions=suggest_names(name, context.references.spellings))


def _attribute_case(context: CheckContext, name: str) -> Verdict | None:
    found = context.references.attribute_ignoring_case(name) if name else None
    right = found[1] if found else name
    return None if right == name else Verdict(suggestions=(right,), safe_fix=right)


def _not_accepted(context: CheckContext, name: str, value: str, product_type: str) -> Verdict | None:
    accepted = _list_for(context, name, value, product_type)
    if accepted is None or accepted.has(value) or accepted.in_other_case(value):
        return None
    if is_minimum_age(name) and unit_in(value):
        return None  # said by the checks of the unit
    nearest = context.suggest_values(name, value, product_type)
    return _verdict(context, name, product_type, nearest)


def _value_case(context: CheckContext, name: str, value: str, product_type: str) -> Verdict | None:
    accepted = _list_for(context, name, value, product_type)
    if accepted is None or accepted.has(value):
        return None
    right = accepted.in_other_case(value)
    only = right[0] if len(right) == 1 else None
    return _verdict(context, name, product_type, right, only) if right else None


def _value_deprecated(context: CheckContext, name: str, value: str, product_type: str) -> Verdict | None:
    accepted = _list_for(context, name, value, product_type)
    if accepted is None or not accepted.is_deprecated(value):
        return None
    nearest = accepted.current(context.suggest_values(name, value, product_type))
    return _verdict(context, name, product_type, nearest)


def _list_for(context: CheckContext, name: str, value: str, product_type: str) -> AcceptedValues | None:
    return context.accepted(name, product_type) if name and value else None


def _verdict(
    context: CheckContext,
    name: str,
    product_type: str,
    suggestions: tuple[str, ...],
    safe_fix: str | None = None,
) -> Verdict:
    arguments = {"attribute": context.references.attribute_spelling(name)}
    if context.lists_differ(name):
        arguments |= {"case": "one-type", "type": product_type} if product_type else {"case": "any-type"}
    return Verdict(arguments, suggestions, safe_fix, context.value_error(name))


_WORKBOOK = AmazonValues(
    generation=3,
    attributes=(
        Attribute(
            "target_gender",
            "TargetGender",
            ("target_gender",),
            values={ALL_TYPES: ("Female", "Male", "Unisex")},
            deprecated=frozenset({"Neutral"}),
        ),
    ),
)

FIELD_CHECKS = (
    TextCheck(
        code="vtex-specification-missing",
        severity="error",
        error_id="map-specification-not-in-catalog",
        columns=("VTEXSpecification",),
        marks="VTEXSpecification",
        judge=_missing,
        wrong=example(VTEXSpecification=""),
    ),
)

ATTRIBUTE_CHECKS = (
    TextCheck(
        code="amazon-specification-missing",
        severity="error",
        error_id="map-value-not-accepted",
        columns=("AmazonSpecification",),
        marks="AmazonSpecification",
        judge=_missing,
        wrong=example(AmazonSpecification=""),
    ),
    TextCheck(
        code="amazon-specification-unknown",
        severity="error",
        error_id="map-value-not-accepted",
        needs=("amazon-values",),
        columns=("AmazonSpecification",),
        marks="AmazonSpecification",
        judge=_attribute_unknown,
        wrong=example({"AmazonSpecification": "Fabricolor"}, against=_WORKBOOK),
        right=example(against=_WORKBOOK),
    ),
    TextCheck(
        code="amazon-specification-case",
        severity="error",
        error_id="map-value-not-accepted",
        needs=("amazon-values",),
        columns=("AmazonSpecification",),
        marks="AmazonSpecification",
        judge=_attribute_case,
        wrong=example({"AmazonSpecification": "targetGender"}, against=_WORKBOOK),
        right=example(against=_WORKBOOK),
    ),
)

VTEX_VALUE_CHECKS = (
    TextCheck(
        code="vtex-value-missing",
        severity="error",
        error_id="map-specification-value-not-in-product",
        columns=("VTEXValue",),
        marks="VTEXValue",
        judge=_missing,
        wrong=example(VTEXValue=""),
    ),
)

AMAZON_VALUE_CHECKS = (
    TextCheck(
        code="amazon-value-missing",
        severity="error",
        columns=("AmazonValue",),
        also_reads=("AmazonSpecification", "VTEXValue"),
        marks="AmazonValue",
        judge=_value_missing,
        wrong=example(AmazonValue=""),
    ),
    TextCheck(
        code="amazon-value-not-accepted",
        severity="error",
        needs=("amazon-values",),
        columns=_VALUE_COLUMNS,
        by_product_type=True,
        marks="AmazonValue",
        judge=_not_accepted,
        wrong=example({"AmazonValue": "Masculine"}, against=_WORKBOOK),
        right=example(against=_WORKBOOK),
    ),
    TextCheck(
        code="amazon-value-case",
        severity="error",
        needs=("amazon-values",),
        columns=_VALUE_COLUMNS,
        by_product_type=True,
        marks="AmazonValue",
        judge=_value_case,
        wrong=example({"AmazonValue": "female"}, against=_WORKBOOK),
        right=example(against=_WORKBOOK),
    ),
    TextCheck(
        code="amazon-value-deprecated",
        severity="warning",
        needs=("amazon-values",),
        columns=_VALUE_COLUMNS,
        by_product_type=True,
        marks="AmazonValue",
        judge=_value_deprecated,
        wrong=example({"AmazonValue": "Neutral"}, against=_WORKBOOK),
        right=example(against=_WORKBOOK),
    ),
)
