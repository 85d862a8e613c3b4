"""The units of a minimum age: the two that Amazon takes, and words for them and for others.

Beside the other vocabularies and not in the check of ages, for whoever adds a word looks for it here.
"""

from __future__ import annotations

import re
from functools import cache

from listo.core import resources

_WORD = re.compile(r"[^\W\d_]+")


def age_unit(word: str) -> str | None:
    """Return `years` or `months` where a word of English, Portuguese or Spanish means it, else None."""
    unit = _units().get(word.strip().casefold())
    return unit if unit in accepted() else None


def meaning(word: str) -> str | None:
    """Return the English plural of the unit of time that a word means (`semana`: `weeks`), else None."""
    return _units().get(word.strip().casefold())


def is_unit(word: str) -> bool:
    """Return whether a word is a unit of time at all, years and months among them."""
    return word.strip().casefold() in _units()


def unit_in(text: str) -> str | None:
    """Return the last word of `text` that is a unit of time, as it stands there; None if there is none."""
    return next((word for word in reversed(_WORD.findall(text)) if is_unit(word)), None)


@cache
def accepted() -> tuple[str, ...]:
    """Return the English plurals that Amazon's schema takes."""
    return ("years", "months")


@cache
def _units() -> dict[str, str]:
    table = resources.read_json("vocabulary/units.json")
    return {word.casefold(): unit for unit, words in table["units"].items() for word in (unit, *words)}
