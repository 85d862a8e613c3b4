"""What Amazon's attributes are called, whatever the workbook at hand, and the units of a minimum age.

One attribute has a name in the XML feed (`Color`), a field id in category templates of 2019 to 2026
(`color_name`) and another in unified ones (`color`). A workbook adds labels of its own; for those
see `references`. Beside the other vocabularies, for its tables are ones that people add words to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from listo.core import resources


def feed_name(field: str) -> str | None:
    """Return the XML feed's name of a field id, or the name itself where it is one; None if there is none."""
    return _by_field().get(field)


def names() -> tuple[str, ...]:
    """Return the XML feed's names of all attributes."""
    return tuple(_table()["feed"])


def fields(feed: str) -> tuple[str, ...]:
    """Return the field ids that go by a name of the XML feed, the likeliest first; empty if unknown."""
    return tuple(_table()["feed"].get(feed, ()))


@cache
def _by_field() -> Mapping[str, str]:
    """Return field id -> feed name; where several share a field, the first in the table is the usual one."""
    names = {feed: feed for feed in _table()["feed"]}
    for feed, ids in _table()["feed"].items():
        for field in ids:
            names.setdefault(field, feed)
    return names


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = resources.read_json("vocabulary/attributes.json")
    return table


_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_AGE = frozenset({"age", "idade", "edad"})
_UNIT = frozenset({"unit", "unidade", "unidad"})
_LEAST = frozenset({"minimum", "min", "mínima", "minima", "mínimo", "minimo"})
_NAMES_REMEMBERED = 4096
"""The largest real template that was measured has 480 attributes, each with up to five names and labels."""


def age_unit(word: str) -> str | None:
    """Return `years` or `months` where a word of English, Portuguese or Spanish means it, else None."""
    unit = _units().get(word.strip().casefold())
    return unit if unit in age_units() else None


def meaning_of_unit(word: str) -> str | None:
    """Return the English plural of the unit of time that a word means (`semana`: `weeks`), else None."""
    return _units().get(word.strip().casefold())


def is_unit(word: str) -> bool:
    """Return whether a word is a unit of time at all, years and months among them."""
    return word.strip().casefold() in _units()


def last_unit(text: str) -> str | None:
    """Return the last word of `text` that is a unit of time, as it stands there; None if there is none."""
    return next((word for word in reversed(_WORD.findall(text)) if is_unit(word)), None)


@cache
def age_units() -> tuple[str, ...]:
    """Return the English plurals that Amazon's schema takes."""
    return ("years", "months")


@cache
def _units() -> dict[str, str]:
    table = resources.read_json("vocabulary/units.json")
    return {word.casefold(): unit for unit, words in table["units"].items() for word in (unit, *words)}


@lru_cache(maxsize=_NAMES_REMEMBERED)
def is_minimum_age(name: str) -> bool:
    """Return whether an attribute holds a minimum age or its unit, by any name or label of it.

    `MinimumManufacturerAgeRecommended`, `mfg_minimum_unit_of_measure`, `manufacturer_minimum_age`,
    `Idade mínima`, `Edad mínima recomendada por el fabricante`.
    """
    words = {word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", name))}
    return bool(words & _LEAST and (words & _AGE or "mfg" in words))


def is_age_unit(name: str) -> bool:
    """Return whether an attribute of an age holds its unit alone."""
    return bool(_UNIT & {word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", name))})
