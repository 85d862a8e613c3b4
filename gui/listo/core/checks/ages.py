"""The checks of a minimum age: the unit that stands in AmazonValue."""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil

from listo.core.checks.context import CheckContext
from listo.core.checks.types import TextCheck, Verdict, example
from listo.core.mapping.sheet import Column
from listo.core.vocabulary import units

_WORDS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_DAYS = {"days": 1, "weeks": 7}
_DAYS_OF_A_MONTH = 365.25 / 12
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_AGE = frozenset({"age", "idade", "edad"})
_LEAST = frozenset({"minimum", "min", "mínima", "minima", "mínimo", "minimo"})
_COLUMNS: tuple[Column, ...] = ("AmazonSpecification", "AmazonValue")


@lru_cache(maxsize=4096)
def is_minimum_age(name: str) -> bool:
    """Return whether an attribute holds a minimum age or its unit, by any name or label of it.

    `MinimumManufacturerAgeRecommended`, `mfg_minimum_unit_of_measure`, `manufacturer_minimum_age`,
    `Idade mínima`, `Edad mínima recomendada por el fabricante`.
    """
    words = {word.casefold() for word in _WORDS.findall(_CAMEL.sub(" ", name))}
    return bool(words & _LEAST and (words & _AGE or "mfg" in words))


def _not_accepted(context: CheckContext, name: str, value: str) -> Verdict | None:
    unit = _unit(context, name, value)
    if unit is None or units.age_unit(unit):
        return None
    return Verdict({"unit": unit}, _spelt_out(value, unit) or _in_months(value, unit))


def _spelling(context: CheckContext, name: str, value: str) -> Verdict | None:
    unit = _unit(context, name, value)
    right = units.age_unit(unit) if unit else None
    if unit is None or right is None or right == unit:
        return None
    return Verdict({"unit": unit, "right": right}, _with_unit(value, right))


def _unit(context: CheckContext, name: str, value: str) -> str | None:
    """Return the unit in a minimum age; none in another attribute, or where the workbook lists the value.

    None either where the workbook does not know the attribute: that is said of its own cell.
    """
    if not value or not (is_minimum_age(name) or is_minimum_age(context.feed_name(name))):
        return None
    if context.references.amazon_values and not context.attribute(name):
        return None
    accepted = context.accepted(name)
    return None if accepted and accepted.has(value) else unit_in(value)


def unit_in(value: str) -> str | None:
    """Return the word of a text that is a unit of time, else its last word; None where there is no word."""
    words = _WORDS.findall(value)
    return units.unit_in(value) or (words[-1] if words else None)


def _with_unit(value: str, right: str) -> tuple[str, ...]:
    """Return the age with the right unit: `3anos` gives `3 years`; nothing for `1 a 3 anos`."""
    numbers = _NUMBERS.findall(value)
    return (" ".join([*numbers, right]),) if len(numbers) < 2 else ()


def _spelt_out(value: str, unit: str) -> tuple[str, ...]:
    """Return an age with its abbreviated unit as a word: `3 yrs` gives `3 years`."""
    word, _, short = (units.meaning(unit) or "").partition(" ")
    return _with_unit(value, word) if short else ()


def _in_months(value: str, unit: str) -> tuple[str, ...]:
    """Return an age in days or weeks in months, rounded up so that no child is too young."""
    days = _DAYS.get(units.meaning(unit) or "")
    numbers = _NUMBERS.findall(value)
    if days is None or len(numbers) != 1 or not numbers[0].isdecimal():
        return ()
    return (f"{max(1, ceil(int(numbers[0]) * days / _DAYS_OF_A_MONTH))} months",)


_AGE_CELLS = {
    "VTEXSpecification": "Idade mínima",
    "AmazonSpecification": "MinimumManufacturerAgeRecommended",
    "VTEXValue": "3 anos",
}

CHECKS = (
    TextCheck(
        code="age-unit-not-accepted",
        severity="error",
        error_id="map-minimum-age-unit",
        columns=_COLUMNS,
        marks="AmazonValue",
        judge=_not_accepted,
        wrong=example({**_AGE_CELLS, "AmazonValue": "90 days"}),
        right=example({**_AGE_CELLS, "AmazonValue": "24 months"}),
    ),
    TextCheck(
        code="age-unit-spelling",
        severity="warning",
        error_id="map-minimum-age-unit",
        columns=_COLUMNS,
        marks="AmazonValue",
        judge=_spelling,
        wrong=example({**_AGE_CELLS, "AmazonValue": "3 anos"}),
        right=example({**_AGE_CELLS, "AmazonValue": "3 years"}),
    ),
)
