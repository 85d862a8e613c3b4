"""How two texts that should be alike differ: where, in what way, and what to call each character."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any, Literal, get_args

from listo.core import resources

DifferenceKind = Literal["whitespace", "invisible", "case", "accent", "look-alike", "text"]
SegmentKind = Literal["same", "changed", "only-left", "only-right"]

DIFFERENCE_KINDS: tuple[DifferenceKind, ...] = get_args(DifferenceKind)
"""From the least to the most that a person has to look at."""

_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf"})
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks, by their category, that are drawn as nothing."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of two texts: alike in both, or one letter (with its accents) that is not.

    `left` and `right` are what stands there, `left_at` and `right_at` where it begins, from 0. `kind`
    tells which of the two is empty; `differs_in` is the way in which one letter differs, None where
    it is the same.
    """

    kind: SegmentKind
    left: str
    right: str
    left_at: int
    right_at: int
    differs_in: DifferenceKind | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two texts side by side. `segments` put together give both; `kind` is None where they are equal.

    `kinds` are the fewest ways of not minding something that make the two alike (`whitespace`, `case`);
    `kind` is the last of them, or `text` where none do.
    """

    left: str
    right: str
    segments: tuple[Segment, ...]
    kinds: tuple[DifferenceKind, ...]

    @property
    def kind(self) -> DifferenceKind | None:
        """The one word that says how the two differ."""
        return self.kinds[-1] if self.kinds else None

    def __bool__(self) -> bool:
        return bool(self.kinds)

    @property
    def places(self) -> tuple[Segment, ...]:
        """The segments that differ."""
        return tuple(segment for segment in self.segments if segment.kind != "same")


def difference(left: str, right: str) -> Difference:
    """Return how two texts differ, letter by letter; a letter keeps the accents written after it."""
    return Difference(left, right, tuple(_segments(left, right)), kinds_of_difference(left, right))


def kinds_of_difference(left: str, right: str) -> tuple[DifferenceKind, ...]:
    """Return the fewest ways in which two texts differ, none where they are equal."""
    if left == right:
        return ()
    for count in range(1, len(_BLIND) + 1):
        for kinds in combinations(_BLIND, count):
            if _blind_to(left, kinds) == _blind_to(right, kinds):
                return kinds
    return ("text",)


def _without_blanks(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace())


def _without_unseen(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(letter for letter in text if not is_unseen(letter)))


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def _as_seen(text: str) -> str:
    return "".join(map(looks_like, text))


_BLIND: dict[DifferenceKind, Callable[[str], str]] = {
    "whitespace": _without_blanks,
    "invisible": _without_unseen,
    "case": str.casefold,
    "accent": _without_accents,
    "look-alike": _as_seen,
}


def _blind_to(text: str, kinds: Sequence[DifferenceKind]) -> str:
    for kind in kinds:
        text = _BLIND[kind](text)
    return text


def _letters(text: str) -> list[str]:
    """Return the letters of a text, each with the accents that are written after it."""
    found: list[str] = []
    for character in text:
        if found and unicodedata.combining(character) and not found[-1].isspace():
            found[-1] += character
        else:
            found.append(character)
    return found


def _segments(left: str, right: str) -> Iterator[Segment]:
    from rapidfuzz.distance import Levenshtein

    left_letters, right_letters = _letters(left), _letters(right)
    left_at = right_at = 0
    for step in Levenshtein.opcodes(left_letters, right_letters):
        lefts = left_letters[step.src_start : step.src_end]
        rights = right_letters[step.dest_start : step.dest_end]
        pairs = [("".join(lefts), "".join(rights))] if step.tag == "equal" else _paired(lefts, rights)
        for one, other in pairs:
            yield _segment(one, other, left_at, right_at)
            left_at, right_at = left_at + len(one), right_at + len(other)


def _paired(lefts: list[str], rights: list[str]) -> list[tuple[str, str]]:
    """Return letters that differ side by side; what is on one side only has nothing beside it."""
    longest = max(len(lefts), len(rights))
    filled = [letters + [""] * (longest - len(letters)) for letters in (lefts, rights)]
    return list(zip(*filled, strict=True))


def _segment(left: str, right: str, left_at: int, right_at: int) -> Segment:
    if left == right:
        return Segment("same", left, right, left_at, right_at)
    kind: SegmentKind = "only-right" if not left else "only-left" if not right else "changed"
    return Segment(kind, left, right, left_at, right_at, kinds_of_difference(left, right)[-1])


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
