"""Single characters: which look alike, which nobody sees, and what to call them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from listo.core import resources

_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf"})
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks, by their category, that are drawn as nothing."""


@dataclass(frozen=True, slots=True)
class CharacterName:
    """What to call a character: a key of the texts `characters`, and what fills it."""

    key: str
    fields: dict[str, str] = field(default_factory=dict)


def is_unseen(letter: str) -> bool:
    """Return whether a character takes no place that could be seen."""
    if letter.isspace():
        return False
    variation = "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
    return variation or letter in _UNSEEN or unicodedata.category(letter) in _UNSEEN_CATEGORIES


def code_point(letter: str) -> str:
    """Return the number of a character as Unicode writes it: `U+00A0`."""
    return f"U+{ord(letter):04X}"


def looks_like(letter: str) -> str:
    """Return the character that stands for all that look like this one: `O` for a zero."""
    plain = letter if letter.isspace() else unicodedata.normalize("NFKC", letter)
    return "".join(_stand_ins().get(each, each) for each in plain)


def latin(letter: str) -> str:
    """Return the Latin letter that a Greek or Cyrillic one looks like, else the character itself."""
    return _foreign().get(letter, letter)


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = resources.read_json("settings/characters.json")
    return known


@cache
def _foreign() -> dict[str, str]:
    """Return by Cyrillic, Greek or other letter the Latin one that it looks like."""
    return {foreign: plain for plain, likes in _known()["latin"].items() for foreign in likes}


@cache
def _stand_ins() -> dict[str, str]:
    alike = {letter: group[0] for group in _known()["alike"] for letter in group}
    return {**alike, **{foreign: alike.get(plain, plain) for foreign, plain in _foreign().items()}}


def name_of(letter: str) -> CharacterName:
    """Return what to call a single character."""
    if own_name := _known()["named"].get(code_point(letter)):
        return CharacterName(own_name)
    if is_unseen(letter) or letter.isspace():
        kind = "other-blank" if letter.isspace() else "other-unseen"
        return CharacterName(kind, {"code_point": code_point(letter)})
    return CharacterName(_kind(letter), {"letter": letter})


def _kind(letter: str) -> str:
    if letter.isdecimal() and letter.isascii():
        return "digit"
    if unicodedata.combining(letter):
        return "combining"
    if not letter.isalpha():
        return "sign"
    script = unicodedata.name(letter, "").partition(" ")[0].lower()
    size = "capital" if letter.isupper() else "small"
    return f"{script}-{size}" if script in ("latin", "cyrillic", "greek") else "other-letter"
