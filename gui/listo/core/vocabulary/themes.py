"""Variation themes: which ones the connector takes, and when two spellings mean the same one.

Amazon writes one theme in many ways (`SizeColor`, `Size-Color`, `Sizename-Colorname`, `SIZE/COLOR`);
the exact spelling of the channel counts there, here they are compared by the attributes they name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from listo.core import resources

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_LONGEST_PART = 200
"""Letters of a theme in one word: the feed's longest has 89; cutting takes the square of its length."""

_SEPARATORS = re.compile(r"[\s_]+")
_NEWER = re.compile(r"[A-Z][A-Z0-9_]*(?:/[A-Z][A-Z0-9_]*)*")
_BETWEEN = re.compile(r"[/&+-]|\s(?:and|und|e|y|et|en)\s")


@cache
def accepted() -> frozenset[str]:
    """Return the exact spellings of the documentation's four and of the XML feed's themes."""
    return frozenset(documented()) | frozenset(_table()["feed"])


@cache
def documented() -> tuple[str, ...]:
    """Return the four themes that VTEX's documentation names."""
    return tuple(_table()["documented"])


@cache
def normal_form(theme: str) -> str:
    """Return what every spelling of a theme has in common.

    Lower case, without blanks, `_`, `-`, `/` and the word `name` of each part; the words of other
    languages turned into the English ones. `SIZE_NAME/COLOR_NAME` gives `sizecolor`.
    """
    return "".join(_parts(theme))


@cache
def attributes(theme: str) -> tuple[str, ...]:
    """Return the attributes that a theme names, in its order: `Sizename-Colorname` gives size, color.

    A theme written in one word is cut where that gives words known from other themes.
    """
    return tuple(word for part in _parts(theme) for word in _cut(part))


def is_newer_spelling(theme: str) -> bool:
    """Return whether a text is a theme as Amazon's newer templates write it: `SIZE/COLOR`, `COLOR_NAME`."""
    is_so = bool(_NEWER.fullmatch(theme)) and ("/" in theme or theme.endswith("_NAME"))
    return is_so and set(attributes(theme)) <= _words()


def same_attributes(one: str, other: str) -> bool:
    """Return whether two themes name the same attributes, in whatever order and spelling."""
    return sorted(attributes(one)) == sorted(attributes(other))


@cache
def _parts(theme: str) -> tuple[str, ...]:
    parts = (_part(piece) for piece in _BETWEEN.split(theme))
    return tuple(part for part in parts if part)


def _part(piece: str) -> str:
    split = _SEPARATORS.split(_CAMEL.sub(" ", piece.strip()))
    words = [_without_name(word.lower()) for word in split if word]
    return _english().get("".join(words)) or "".join(_english().get(word, word) for word in words)


def _without_name(word: str) -> str:
    return word if word == "vintage" else word.removesuffix("name")


@cache
def _english() -> dict[str, str]:
    words: dict[str, list[str]] = _table()["words"]
    return {_SEPARATORS.sub("", other): word for word, others in words.items() for other in others}


@cache
def _cut(part: str) -> tuple[str, ...]:
    """Return `part` cut into the fewest known words, or whole where it cannot be."""
    if len(part) > _LONGEST_PART:
        return (part,)
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(part) + 1):
        ways = [
            (*before, part[start:end])
            for start in range(end)
            if (before := best[start]) is not None and part[start:end] in _words()
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or (part,)


@cache
def _words() -> frozenset[str]:
    """Return the words that stand between separators or alone in the feed's themes."""
    separated = [part for theme in accepted() if _BETWEEN.search(theme) for part in _parts(theme)]
    return frozenset((*separated, *_table()["words"], "design", "length", "shape"))


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = resources.read_json("vocabulary/themes.json")
    return table
