"""The checks of the four columns that map a field and its values to an attribute and its values.

Among them the unit of a minimum age, which no list of values holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from math import ceil

from listo.core.checks.context import CheckContext, KnownAttribute
from listo.core.checks.suggestions import suggest_names
from listo.core.checks.types import TextCheck, Verdict, example
from listo.core.checks.view import UNREADABLE, SheetView
from listo.core.mapping.sheet import Column
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute
from listo.core.vocabulary.attributes import (
    age_unit,
    age_units,
    is_age_unit,
    last_unit,
    meaning_of_unit,
)

_VALUE_COLUMNS: tuple[Column, ...] = ("AmazonSpecification", "AmazonValue")

_WORDS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_DAYS = {"days": 1, "weeks": 7}
_DAYS_OF_A_MONTH = 365.25 / 12  # the mean of four years
_NAMES_REMEMBERED = 4096
"""The largest real template that was measured has 480 attributes, each with up to five names and labels."""


def _only_empty(column: Column) -> Callable[[SheetView, CheckContext], Collection[str]]:
    """Return what asks of empty texts of a column alone: of values there are very many different ones."""
    return lambda view, _: [""] if ("",) in view.distinct((column,)) else []


def _missing(_: CheckContext, text: str) -> Verdict | None:
    return None if text else Verdict()


def _value_missing(context: CheckContext, value: str, name: str, vtex_value: str, key: str) -> Verdict | None:
    if value:
        return None
    meant = context.suggest_values(name, vtex_value, key) if UNREADABLE not in (name, vtex_value) else ()
    return Verdict({"attribute": name, "vtex": vtex_value}, meant, error_id=context.value_error(name))


def _attribute_unknown(context: CheckContext, name: str, key: str) -> Verdict | None:
    requirements = context.requirements(key)
    if not name or not requirements or requirements.right_name(name):
        return None
    return Verdict(suggestions=suggest_names(name, requirements.spellings))


def _attribute_case(context: CheckContext, name: str, key: str) -> Verdict | None:
    right = context.requirements(key).right_name(name) if name else None
    return None if right in (None, name) else Verdict(suggestions=(right,), safe_fix=right)


def _not_accepted(context: CheckContext, name: str, value: str, key: str) -> Verdict | None:
    known = context.attribute(name, key)
    accepted = known.accepted
    if not value or accepted is None or accepted.has(value) or accepted.in_other_case(value):
        return None
    if known.is_age and (unit := unit_in(value)) and unit != age_unit(unit):
        return None  # said by the checks of the unit
    return _verdict(known, context.suggest_values(name, value, key))


def _value_case(context: CheckContext, name: str, value: str, key: str) -> Verdict | None:
    known = context.attribute(name, key)
    if not value or known.accepted is None or known.accepted.has(value):
        return None
    right = known.accepted.in_other_case(value)
    only = right[0] if len(right) == 1 else None
    return _verdict(known, right, only) if right else None


def _value_deprecated(context: CheckContext, name: str, value: str, key: str) -> Verdict | None:
    known = context.attribute(name, key)
    accepted = known.accepted
    if not value or accepted is None:
        return None
    meant = value if accepted.has(value) else next(iter(accepted.in_other_case(value)), value)
    if not accepted.is_deprecated(meant):
        return None
    nearest = accepted.current(context.suggest_values(name, value, key))
    return _verdict(known, nearest)


def _verdict(known: KnownAttribute, suggestions: tuple[str, ...], safe_fix: str | None = None) -> Verdict:
    return Verdict(_arguments(known.spelling, known.own_type), suggestions, safe_fix, known.error)


@lru_cache(maxsize=_NAMES_REMEMBERED)  # one for all the values of an attribute: there may be a million
def _arguments(attribute: str, product_type: str | None) -> Mapping[str, str]:
    """Return what fills a message on a value; `product_type` is None where all types have one list."""
    if product_type is None:
        return {"attribute": attribute}
    kind = {"case": "one-type", "type": product_type} if product_type else {"case": "any-type"}
    return {"attribute": attribute, **kind}


# Minimum ages


def _age_unit_not_accepted(context: CheckContext, name: str, value: str, key: str) -> Verdict | None:
    unit = unit_in(value) if _is_age_to_judge(context, name, value, key) else None
    if unit is None or age_unit(unit):
        return None
    return Verdict({"unit": unit}, _spelt_out(value, unit) or _in_months(value, unit))


def _age_unit_spelling(context: CheckContext, name: str, value: str, key: str) -> Verdict | None:
    unit = unit_in(value) if _is_age_to_judge(context, name, value, key) else None
    right = age_unit(unit) if unit else None
    if unit is None or right is None or right == unit:
        return None
    return Verdict({"unit": unit, "right": right}, _with_unit(value, right))


def _age_unit_missing(context: CheckContext, name: str, value: str, key: str) -> Verdict | None:
    if not _NUMBERS.fullmatch(value) or is_age_unit(name):
        return None
    if not _is_age_to_judge(context, name, value, key) or context.attribute(name, key).accepted:
        return None  # a number that a list does not have is said by the list
    return Verdict(suggestions=tuple(f"{value} {unit}" for unit in age_units()))


def _ages(view: SheetView, context: CheckContext) -> Collection[str]:
    """Return the names in the sheet that stand for a minimum age: most often none."""
    alike = view.coverage_of_all
    if alike is None:
        pairs: Iterable[Sequence[str]] = view.distinct(("AmazonSpecification", "Coverage"))
    else:
        pairs = ((name, alike) for (name,) in view.distinct(("AmazonSpecification",)))
    return {name for name, key in pairs if name != UNREADABLE and context.attribute(name, key).is_age}


def _is_age_to_judge(context: CheckContext, name: str, value: str, key: str) -> bool:
    """Return whether a text is a minimum age, and neither listed nor of an attribute that is unknown here.

    What is listed is right, and that the name is unknown is said of its own cell.
    """
    known = context.attribute(name, key)
    if not value or not known.is_age or known.is_strange:
        return False
    return known.accepted is None or not known.accepted.has(value)


def unit_in(value: str) -> str | None:
    """Return the word of a text that is a unit of time, else its last word; None where there is no word."""
    words = _WORDS.findall(value)
    return last_unit(value) or (words[-1] if words else None)


def _with_unit(value: str, right: str) -> tuple[str, ...]:
    """Return the age with the right unit: `3anos` gives `3 years`; nothing for `1 a 3 anos`."""
    numbers = _NUMBERS.findall(value)
    return (" ".join([*numbers, right]),) if len(numbers) < 2 else ()


def _spelt_out(value: str, unit: str) -> tuple[str, ...]:
    """Return an age with its abbreviated unit as a word: `3 yrs` gives `3 years`."""
    word, _, short = (meaning_of_unit(unit) or "").partition(" ")
    return _with_unit(value, word) if short else ()


def _in_months(value: str, unit: str) -> tuple[str, ...]:
    """Return an age in days or weeks in months, rounded up so that no child is too young."""
    days = _DAYS.get(meaning_of_unit(unit) or "")
    numbers = _NUMBERS.findall(value)
    if days is None or len(numbers) != 1 or not numbers[0].isdecimal():
        return ()
    return (f"{max(1, ceil(int(numbers[0]) * days / _DAYS_OF_A_MONTH))} months",)


_AGE_CELLS = {
    "VTEXSpecification": "Idade mínima",
    "AmazonSpecification": "MinimumManufacturerAgeRecommended",
    "VTEXValue": "3 anos",
}
_WORKBOOK = AmazonValues(
    generation=3,
    attributes=(
        Attribute(
            "target_gender",
            "TargetGender",
            ("target_gender",),
            values={ALL_TYPES: ("Female", "Male", "Unisex", "Neutral")},
            deprecated=frozenset({"Neutral"}),
        ),
    ),
    product_types=("SHIRT",),
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
        by_coverage=True,
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
        by_coverage=True,
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
        asked_of=_only_empty("VTEXValue"),
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
        by_coverage=True,
        marks="AmazonValue",
        asked_of=_only_empty("AmazonValue"),
        judge=_value_missing,
        wrong=example(AmazonValue=""),
    ),
    TextCheck(
        code="amazon-value-not-accepted",
        severity="error",
        needs=("amazon-values",),
        columns=_VALUE_COLUMNS,
        by_coverage=True,
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
        by_coverage=True,
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
        by_coverage=True,
        marks="AmazonValue",
        judge=_value_deprecated,
        wrong=example({"AmazonValue": "Neutral"}, against=_WORKBOOK),
        right=example(against=_WORKBOOK),
    ),
)

AGE_CHECKS = (
    TextCheck(
        code="age-unit-not-accepted",
        severity="error",
        error_id="map-minimum-age-unit",
        columns=_VALUE_COLUMNS,
        by_coverage=True,
        marks="AmazonValue",
        asked_of=_ages,
        judge=_age_unit_not_accepted,
        wrong=example({**_AGE_CELLS, "AmazonValue": "90 days"}),
        right=example({**_AGE_CELLS, "AmazonValue": "24 months"}),
    ),
    TextCheck(
        code="age-unit-missing",
        severity="warning",
        error_id="map-minimum-age-unit",
        columns=_VALUE_COLUMNS,
        by_coverage=True,
        marks="AmazonValue",
        asked_of=_ages,
        judge=_age_unit_missing,
        wrong=example({**_AGE_CELLS, "AmazonValue": "3"}),
        right=example({**_AGE_CELLS, "AmazonValue": "3 years"}),
    ),
    TextCheck(
        code="age-unit-spelling",
        severity="warning",
        error_id="map-minimum-age-unit",
        columns=_VALUE_COLUMNS,
        by_coverage=True,
        marks="AmazonValue",
        asked_of=_ages,
        judge=_age_unit_spelling,
        wrong=example({**_AGE_CELLS, "AmazonValue": "3 anos"}),
        right=example({**_AGE_CELLS, "AmazonValue": "3 years"}),
    ),
)
