"""Which accepted value a shop's word stands for, and how probably: the counts behind each number are given.

"The pairs" are the values of tests/data/suggestion_pairs.tsv and suggestion_held_out.tsv, "the words" the 587
of tests/data/drafting/shop_words.json, which were written before the glossary was looked at. The nearest
accepted value was taken for each, and how often it was the right one was counted by how near it was, by how
far the second stood behind, and by whether the glossary knows every word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from listo.core.checks.attributes import unit_in
from listo.core.checks.suggestions import Candidates, likeness
from listo.core.coverage.requirements import AcceptedValues
from listo.core.drafting.model import MOST_OPTIONS, Proposal
from listo.core.texts import Language
from listo.core.vocabulary.attributes import age_unit, age_units, is_minimum_age
from listo.core.vocabulary.glossary import split_words
from listo.core.vocabulary.meanings import LONGEST_READ, find_subjects, is_understood

CERTAIN = 0.999
"""What the person said, or the very text that Amazon takes: only a wrong list makes it wrong."""

_SAME_LETTERS = 0.998
"""The same but for case, accents and signs: 168 of 168 of the pairs and the words."""

_AS_IT_IS = 0.995
"""A text for an attribute that takes any: only the attribute may be wrong, which is judged apart."""

_SAME_LEAST = 1.5
"""Candidates give 2 to what has the same letters, and at most 1 to anything else."""

_FAR, _CLOSE = 0.15, 0.03
"""How far the second stands behind: three classes that the counts below tell apart."""

_KNOWN_WORDS: tuple[tuple[float, tuple[float, float, float]], ...] = (
    (0.95, (0.998, 0.991, 0.82)),  # 900 of 900 where the second is far, 229 of 230 close, 17 of 20 tied
    (0.85, (0.975, 0.95, 0.6)),  # 108 of 109, 34 of 35, 1 of 2
    (0.75, (0.97, 0.93, 0.7)),  # 120 of 120, 26 of 27, 8 of 8 (too few to say more)
    (0.65, (0.92, 0.86, 0.8)),  # 46 of 48, 20 of 22, 6 of 6
    (0.0, (0.6, 0.5, 0.5)),  # 4 of 6
)
"""By how near the first is at least: how probably it is right, by how far the second stands behind."""

_OTHER_WORDS: tuple[tuple[float, tuple[float, float, float]], ...] = (
    (0.85, (0.91, 0.85, 0.6)),  # 10 of 10: slips of the pen
    (0.75, (0.8, 0.7, 0.5)),  # 12 of 12, but `Maresia` is as near to `Areia` by chance
    (0.0, (0.5, 0.4, 0.3)),  # 43 of 48 of the pairs; of the odd words of shops none
)
"""The same where the glossary does not know every word."""

_CONTAINED = 0.8
"""An accepted text adds but the attribute's own name: 3 of 3, so no surer than this."""

_BY_LANGUAGE = 0.93
"""At most where the second is as near in the other language: `XG` and `EG` are XL in Mexico."""

_NOT_TOLD = 0.6
"""At most where makers disagree: Brazil's `XG` is XL, XXL or 3XL. Source: the specification of drafting."""

_OF_A_SYSTEM = 0.7
"""At most for a number of a size that stands there with another word or none: systems are never converted."""

_CODE = 3
"""Letters of an abbreviation: of `EP`, `XS` and `X-Small` the last is the one that nobody can misread."""

_SAME_MEANING = 0.99
"""How much two texts of a list have in common that are one: all, but for what a long computation loses."""

_SAME_NUMBER = 0.99
"""How near a size with a number must be: all of its features are the same."""

_DISPUTED = re.compile(r"\d*[xe]+\d*g+|g\d", re.IGNORECASE)
"""Sizes of letters of which makers mean different ones: XG, EG, XGG, EXG, G1."""

_TWO_COLOURS = (0.65, 0.76)
"""How near `Multicolor` (0.70) and the first colour (0.74) are to `Azul/Branco`: neither says all of it."""

_COLOUR, _SEVERAL = "colour", "multicolor"
"""The subject of the glossary that holds colours, and its word for several of them."""

_SIZE = "size"
"""The subject of the glossary that holds sizes."""


class AcceptedList(NamedTuple):
    """What is asked for: an attribute as it is written, and its list, None where any text is taken."""

    attribute: str
    accepted: AcceptedValues | None


class ValueMatcher:
    """Finds the accepted value for many shop words of one attribute; every answer is remembered."""

    def __init__(self, wanted: AcceptedList, language: Language | None) -> None:
        self.attribute, self._accepted = wanted
        self._language = language
        self._found: dict[str, tuple[Proposal, ...]] = {}

    @property
    def has_list(self) -> bool:
        """Whether only listed values are taken."""
        return self._accepted is not None

    def accept(self, text: str) -> str | None:
        """Return a text as it is listed, perhaps in another case; any text where there is no list."""
        accepted = self._accepted
        if accepted is None or not text:
            return text or None
        if accepted.has(text) and not accepted.is_deprecated(text):
            return text
        other = accepted.in_other_case(text)
        return other[0] if len(other) == 1 and not accepted.is_deprecated(other[0]) else None

    def first(self, most: int) -> tuple[str, ...]:
        """Return the first values of the list."""
        return self._texts[:most]

    def place(self, value: str) -> int:
        """Return where an accepted value stands in its list, so that rows can follow Amazon's order."""
        return self._places.get(value, len(self._places))

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return self._accepted.current(self._accepted.texts) if self._accepted else ()

    @cached_property
    def _places(self) -> dict[str, int]:
        return {text: place for place, text in enumerate(self._texts)}

    @cached_property
    def _candidates(self) -> Candidates:
        return Candidates(self._texts, find_subjects(self.attribute))

    @cached_property
    def _is_size(self) -> bool:
        return _SIZE in find_subjects(self.attribute)

    def match(self, value: str) -> tuple[Proposal, ...]:
        """Return at most five accepted values for a shop's word, best first; empty where none is near."""
        if value not in self._found:
            self._found[value] = self._matched(value)
        return self._found[value]

    def _matched(self, value: str) -> tuple[Proposal, ...]:
        if self._accepted is None:
            return self._unlisted(value)
        if self._accepted.has(value) and not self._accepted.is_deprecated(value):
            return (Proposal(value, CERTAIN),)
        near = self._candidates.scored(value, self._language)
        if not near:
            return self._containing(value)
        first = self._mixture(near) or self._best(
            value, [text for text, _ in near if near[0][1] - _of(near, text) < _CLOSE]
        )
        near = tuple(each for each in near if each[0] == first or not self._is_same(first, each[0]))
        others = [text for text, _ in near if text != first]
        rest = 1.0 - (sure := self._probability(value, first, near))
        return (Proposal(first, sure), *(Proposal(text, rest / len(others)) for text in others))

    def _containing(self, value: str) -> tuple[Proposal, ...]:
        """Return the text that says a shop's word and the attribute's: `3/4 Sleeve` for `3/4`."""
        words, named = set(split_words(value)), set(split_words(self.attribute))
        spelled = [(text, set(split_words(text))) for text in self._texts]
        found = [text for text, said in spelled if words and words < said <= words | named]
        sure = _OF_A_SYSTEM if self._is_size else _CONTAINED
        return tuple(Proposal(text, sure / len(found)) for text in found[:MOST_OPTIONS])

    def _best(self, value: str, tied: Sequence[str]) -> str:
        """Return which of several texts that are as near has the same numbers: `127 V` stands for itself."""
        numbers = _numbers(value)
        tied = [text for text in tied if numbers and _numbers(text) == numbers] or tied
        alike = [text for text in tied if text == tied[0] or self._is_same(tied[0], text)]
        return next((text for text in alike if len(text) > _CODE), alike[0])

    def _mixture(self, near: Sequence[tuple[str, float]]) -> str:
        """Return the word for several colours where a value names two: as one it would be its twin."""
        if _COLOUR not in find_subjects(self.attribute) or near[0][1] > _TWO_COLOURS[1]:
            return ""
        several = (text for text, score in near if score >= _TWO_COLOURS[0])
        return next(
            (text for text in several if likeness(_SEVERAL, text, self.attribute) >= _SAME_MEANING), ""
        )

    def _is_same(self, one: str, other: str) -> bool:
        """Return whether two texts of the list mean the same: `L` and `Large`."""
        spelled = self.attribute
        return (
            _numbers(one) == _numbers(other)
            and min(likeness(one, other, spelled), likeness(other, one, spelled)) >= _SAME_MEANING
        )

    def _probability(self, value: str, first: str, near: Sequence[tuple[str, float]]) -> float:
        score = _of(near, first)
        if score >= _SAME_LEAST:
            return _SAME_LETTERS
        numbers = _numbers(value)
        told_by_number = bool(numbers) and _numbers(first) == numbers
        others = (text for text, _ in near if text != first)
        rivals = [text for text in others if not told_by_number or _numbers(text) == numbers]
        behind = score - max((_of(near, text) for text in rivals), default=0.0)
        table = _KNOWN_WORDS if is_understood(value, "values") else _OTHER_WORDS
        counted = next(sure for least, sure in table if score >= least)
        found = counted[0 if behind >= _FAR else 1 if behind >= _CLOSE else 2]
        return min(found, self._size_limit(value, score)) if self._is_size else found

    def _size_limit(self, value: str, score: float) -> float:
        if any(part[0].isdigit() for part in split_words(value)) and score < _SAME_NUMBER:
            return _OF_A_SYSTEM
        if any(_DISPUTED.fullmatch(word) for word in value.split()):
            neutral = self._candidates.scored(value, None)
            is_tied = len(neutral) > 1 and neutral[0][1] - neutral[1][1] < _CLOSE
            return _NOT_TOLD if is_tied and self._language != "es" else _BY_LANGUAGE
        return 1.0

    def _unlisted(self, value: str) -> tuple[Proposal, ...]:
        if is_minimum_age(self.attribute):
            return self._aged(value)
        return (Proposal(value, _AS_IT_IS),) if len(value) <= LONGEST_READ else ()

    def _aged(self, value: str) -> tuple[Proposal, ...]:
        """Return a minimum age with its unit as Amazon takes it; without one both are possible."""
        numbers, unit = _numbers(value), unit_in(value)
        known = age_unit(unit) if unit else None
        if len(numbers) != 1 or (unit and not known):
            return ()
        if known:
            return (Proposal(f"{numbers[0]} {known}", _SAME_LETTERS),)
        return tuple(Proposal(f"{numbers[0]} {each}", 1 / len(age_units())) for each in age_units())


def _of(near: Sequence[tuple[str, float]], wanted: str) -> float:
    return next(score for text, score in near if text == wanted)


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(part for part in split_words(text) if part[0].isdigit())
