"""VTEX's global categories: which ids exist, what they are called, and what stands above them.

They are the categories of Google's product taxonomy; the tables lie under `resources/vocabulary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from listo.core import resources
from listo.core.texts import Language

_WHOLE = re.compile(r"[0-9]{1,18}")
"""No id has more digits: so many fit in the 64 bits that databases keep numbers in."""


def parse_id(text: str) -> int | None:
    """Return the category id that a text is, None where it is not a positive whole number."""
    return (int(text) or None) if _WHOLE.fullmatch(text) else None


def parse_ids(texts: Iterable[str]) -> frozenset[int]:
    """Return the category ids that texts are, without those that are none."""
    return frozenset(number for text in texts if (number := parse_id(text)))


def is_known(category_id: int) -> bool:
    """Return whether VTEX knows a global category of that id."""
    return category_id in _parents()


def name(category_id: int, language: Language) -> str | None:
    """Return what a category is called, in English where it has no name in `language`; None if unknown."""
    return _names(language).get(category_id) or _names("en").get(category_id)


def path(category_id: int, language: Language) -> tuple[str, ...]:
    """Return the names from the top of the tree down to a category; empty if it is unknown."""
    return tuple(name(each, language) or "" for each in reversed(tuple(ancestors(category_id))))


def all_ids() -> Iterable[int]:
    """Return the ids of all global categories."""
    return _parents().keys()


def ancestors(category_id: int) -> Iterator[int]:
    """Yield a category and those above it, to the top of the tree; nothing if it is unknown."""
    place: int | None = category_id if is_known(category_id) else None
    while place is not None:
        yield place
        place = _parents()[place]


@cache
def _parents() -> dict[int, int | None]:
    return {int(child): int(above) if above else None for child, above in _lines("tree")}


@cache
def _names(language: Language) -> dict[int, str]:
    return {int(number): text for number, text in _lines(language)}


def _lines(table: str) -> Iterator[tuple[str, str]]:
    text = (resources.root() / "vocabulary" / "categories" / f"{table}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            number, _, rest = line.partition("\t")
            yield number, rest
