"""The checks of a minimum age: the unit that stands in AmazonValue."""

from __future__ import annotations

import re
from functools import lru_cache

from listo.core.checks.knowledge import Knowledge
from listo.core.checks.model import TextCheck, Verdict, example
from listo.core.sheets import Column
from listo.core.vocabulary import units

_WORDS = re.compile(r"[^\W\d_]+")
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


def _not_accepted(knowledge: Knowledge, name: str, value: str) -> Verdict | None:
    unit = _unit(knowledge, name, value)
    return Verdict({"unit": unit}) if unit and not units.age_unit(unit) else None


def _spelling(knowledge: Knowledge, name: str, value: str) -> Verdict | None:
    unit = _unit(knowledge, name, value)
    right = units.age_unit(unit) if unit else None
    if unit is None or right is None or right == unit:
        return None
    return Verdict({"unit": unit, "right": right}, (_with_unit(value, unit, right),))


def _unit(knowledge: Knowledge, name: str, value: str) -> str | None:
    """Return the unit in a minimum age; none in another attribute, or where the workbook lists the value."""
    if not value or not (is_minimum_age(name) or is_minimum_age(knowledge.feed_name(name))):
        return None
    accepted = knowledge.accepted(name)
    return None if accepted and accepted.has(value) else unit_in(value)


def unit_in(value: str) -> str | None:
    """Return the word of a text that is a unit of time, else its last word; None where there is no word."""
    words = _WORDS.findall(value)
    return units.unit_in(value) or (words[-1] if words else None)


def _with_unit(value: str, unit: str, right: str) -> str:
    """Return the text with another unit: `3anos` gives `3 years`."""
    before, _, after = value.rpartition(unit)
    blank = " " if before[-1:].isdigit() else ""
    return f"{before}{blank}{right}{after}"


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
