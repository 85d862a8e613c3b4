"""What a person may have meant: the accepted texts nearest to what they wrote, by meaning, then spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from listo.core.texts import Language
from listo.core.vocabulary import themes
from listo.core.vocabulary.glossary import WordKind, split_words
from listo.core.vocabulary.meanings import (
    LONGEST_READ,
    Reading,
    ReadingContext,
    find_subjects,
    is_understood,
    may_have,
    read_meanings,
    write_out,
)

# "The pairs" are the 782 of tests/data/suggestion_pairs.tsv and the 455 of suggestion_held_out.tsv: of them
# 99.9 % and 97.8 % come first. What is said of other values was measured with all the rest as it is.

MOST = 5
"""How many are offered. Of the pairs, the right one is always among the first three."""

_SAME_LETTERS = 2.0
"""Above any other score, of which 1 is the most: below 1 some pairs no longer come first."""

_LEAST_MEANING = 0.5
"""How much (0 to 1) two texts must have in common in meaning to be worth showing.

From 0.3 to 0.5 all is well; at 0.2 `10 cm` is offered `12 cm`, from 0.55 on held-out pairs go missing.
"""

_SISTERS = 0.6
"""What remains where two texts have in common only what both fall back on: iron and zinc are metal.

The pairs are the same from 0.4 to 0.8; just above the least meaning, sisters are shown and come last.
"""

_NARROWER = 0.95
"""What remains where a text of the list is a kind of what was said: `Tacón alto` need not be a stiletto."""

_LEAST_LIKENESS = 0.6
"""How alike two texts must be in letters: two slips in five letters leave three of five.

Among 100 others every second word is as alike to one of them, so it takes more of what is short or known.
"""

_LEAST_LIKENESS_OF_SHORT = 0.75
"""One slip in four letters leaves three of four, as one in eight has with some of 100 others.

At 0.8 pairs go missing.
"""

_LEAST_LIKENESS_OF_KNOWN = 0.88
"""A slip in nine letters or more: below 0.85 `Prata` is offered `Print`, and `Largo` (wide) `Large`."""

_LEAST_OF_A_SLIP = 0.8
"""A letter too many, too few or wrong in five leaves 0.8 to 0.91; `Preto` and `Prata` have 0.6."""

_LETTER_OR_TWO = 2
"""Letters: so short a word tells one from another, and is no slip."""

_SHORT = 4
"""Letters: with as few, two slips leave no more than what any other word has in common."""

_LIKENESS_COUNTS = 0.8
"""A likeness in letters counts less than one in meaning: from 0.9 on fewer pairs come first."""

_ABBREVIATION = 3
"""Letters: `XXL`; up to four the pairs are the same, with five `Large` counts as one as well."""

_LISTS_REMEMBERED = 512
_PAIRS_REMEMBERED = 20_000
"""Real templates have 56 to 189 different lists, of which the longest, 1,778 texts, takes some 3 MB."""


class Candidates:
    """The accepted texts of one list, prepared to find the nearest to many others.

    `subjects` are what they are values of, see `find_subjects`: they tell which sense of a word is meant.
    """

    def __init__(
        self, texts: Sequence[str], subjects: frozenset[str] = frozenset(), kind: WordKind = "values"
    ) -> None:
        from rapidfuzz import fuzz, process  # here, for every value asks for it

        self._extract, self._ratio = process.extract, fuzz.ratio
        self._texts = tuple(texts)
        self._kind: WordKind = kind
        self._subjects = subjects
        self._folded = [fold(text) for text in self._texts]
        self._rows: list[tuple[int, Reading, float]] = []
        self._by_feature: dict[str, list[tuple[int, float]]] = {}
        context = ReadingContext(kind, self._subjects)
        for place, text in enumerate(self._texts):
            for reading in read_meanings(text, context):
                self._add(place, reading)

    def _add(self, place: int, reading: Reading) -> None:
        row = len(self._rows)
        self._rows.append((place, reading, sum(reading.weights.values())))
        for feature, weight in reading.weights.items():
            self._by_feature.setdefault(feature, []).append((row, weight))

    def nearest(self, value: str, language: Language | None = None) -> tuple[str, ...]:
        """Return at most five of the texts, best first; empty where none is near.

        First those that differ only in case, accents and signs, then by what they mean, then by letters.
        `language` is the one that the person writes in, where that is known.
        """
        return tuple(text for text, _ in self.scored(value, language))

    def scored(self, value: str, language: Language | None = None) -> tuple[tuple[str, float], ...]:
        """Return the same with how near each is: 2 with the same letters, else from 0 to 1."""
        form = fold(value)
        if not form:
            return ()
        if len(value) > LONGEST_READ:  # a description that slipped in: the very same, or none
            alike = (text for text, folded in zip(self._texts, self._folded, strict=True) if folded == form)
            return tuple((text, _SAME_LETTERS) for text in alike)[:MOST]
        scores = self._by_meaning(value, language)
        for place, likeness in self._by_letters(form, is_sure=is_understood(value, self._kind)):
            scores[place] = max(scores.get(place, 0.0), likeness)
        if not scores:
            return ()

        def order(place: int) -> tuple[float | bool, ...]:
            unlike = _unlike(form, self._folded[place]), _unlike(value, self._texts[place])
            return -_rounded(scores[place]), *unlike[0], *unlike[1], place

        return tuple((self._texts[place], scores[place]) for place in sorted(scores, key=order)[:MOST])

    def likeness(self, value: str) -> float:
        """Return how much a text has at most in common with one of the texts in meaning, from 0 to 1."""
        return max(self._by_meaning(value, None).values(), default=0.0)

    def _by_meaning(self, value: str, language: Language | None) -> dict[int, float]:
        scores: dict[int, float] = {}
        value = write_out(value, self._subjects, language)
        if not may_have(value, self._kind, self._by_feature.keys()):
            return scores
        for reading in read_meanings(
            value, ReadingContext(self._kind, self._subjects, language, forgiving=True)
        ):
            for place, score in self._alike(reading):
                if score >= _LEAST_MEANING and score > scores.get(place, 0.0):
                    scores[place] = score
        return scores

    def _alike(self, reading: Reading) -> list[tuple[int, float]]:
        """Return for every text with a feature in common how much it has in common."""
        common: dict[int, float] = {}
        for feature, weight in reading.weights.items():
            for row, other_weight in self._by_feature.get(feature, ()):
                common[row] = common.get(row, 0.0) + min(weight, other_weight)
        total, exact = sum(reading.weights.values()), reading.exact
        found = []
        for row, shared in common.items():
            place, other, other_total = self._rows[row]
            if exact <= other.exact or other.exact <= exact:
                sure = reading.certainty * other.certainty
                sure *= 1.0 if reading.is_own or other.is_own else _SISTERS
                sure *= 1.0 if other.is_own else _NARROWER
                found.append((place, 2 * shared / (total + other_total) * sure))
        return found

    def _by_letters(self, form: str, *, is_sure: bool) -> list[tuple[int, float]]:
        least = 100 * _least_likeness(form, is_sure=is_sure)
        near = self._extract(form, self._folded, scorer=self._ratio, limit=None, score_cutoff=least)
        counted = [
            (place, _SAME_LETTERS if likeness == 100 else likeness / 100 * _LIKENESS_COUNTS)
            for text, likeness, place in near
            if likeness == 100 or not (form.isdecimal() or text.isdecimal())
        ]
        if len(counted) <= MOST:
            return counted
        last = _rounded(counted[MOST - 1][1])  # those as near as that one may come before it
        return [one for one in counted if _rounded(one[1]) >= last]


def suggest(
    value: str, accepted: Sequence[str], *, attribute: str = "", language: Language | None = None
) -> tuple[str, ...]:
    """Return at most five of the accepted values, best first; empty where none is near."""
    return candidates_of(accepted, attribute).nearest(value, language)


def candidates_of(accepted: Sequence[str], attribute: str) -> Candidates:
    """Return the accepted values of an attribute, prepared to find the nearest to many others."""
    # Many attributes have the same list, and most names tell nothing: prepared once for all of these.
    return _candidates(tuple(accepted), find_subjects(attribute), "values")


def suggest_names(value: str, accepted: Sequence[str]) -> tuple[str, ...]:
    """Return at most five of the names of attributes, themes or types, likewise."""
    return _candidates(tuple(accepted), frozenset(), "names").nearest(value)


def suggest_themes(text: str, accepted: Sequence[str]) -> tuple[str, ...]:
    """Return at most five themes: the same in another spelling, then in another order, then in letters.

    For a spelling of Amazon's newer templates those of the documentation come first.
    """
    form = themes.normal_form(text)
    same = [one for one in accepted if themes.normal_form(one) == form]
    turned = [one for one in accepted if themes.same_attributes(one, text)]
    if themes.is_newer_spelling(text):
        same = [one for one in themes.documented() if one in turned]
    return tuple(dict.fromkeys([*same, *turned, *suggest_names(text, accepted)]))[:MOST]


@lru_cache(maxsize=_PAIRS_REMEMBERED)
def likeness(value: str, text: str, attribute: str | None) -> float:
    """Return how much two texts have in common in meaning, from 0 to 1.

    `attribute` is whose values they are, None for names of attributes and types.
    """
    if attribute is None:
        return Candidates((text,), frozenset(), "names").likeness(value)
    return Candidates((text,), find_subjects(attribute), "values").likeness(value)


def nearly_spelled(value: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Return at most five texts that differ from a value by a slip of the pen, best first.

    Where one has another number or another short word, both may well be meant: `Print A`, `Print B`.
    """
    from rapidfuzz import fuzz

    form, least = fold(value), _LEAST_OF_A_SLIP
    if len(form) <= _SHORT or len(value) > LONGEST_READ:
        return ()
    if is_understood(value, "values"):
        least = _LEAST_LIKENESS_OF_KNOWN
    short = _short_words(value)
    near = ((fuzz.ratio(form, fold(text)) / 100, text) for text in texts if _short_words(text) == short)
    found = sorted((each for each in near if each[0] >= least), key=lambda each: -each[0])
    return tuple(text for _, text in found[:MOST])


def _short_words(text: str) -> list[str]:
    return [word for word in split_words(text) if len(word) <= _LETTER_OR_TWO or not word.isalpha()]


def _rounded(score: float) -> float:
    """Return a score as scores are compared: by what is the same in both but for the last bit."""
    return round(score, 3)


def fold(text: str) -> str:
    """Return a text without case, accents, blanks and signs, to compare it with others."""
    return "".join(split_words(text)) or unicodedata.normalize("NFKD", text).casefold()


def _least_likeness(form: str, *, is_sure: bool) -> float:
    if is_sure:
        return _LEAST_LIKENESS_OF_KNOWN
    return _LEAST_LIKENESS_OF_SHORT if len(form) <= _SHORT else _LEAST_LIKENESS


def _unlike(form: str, other: str) -> tuple[bool, float]:
    """Return what tells texts of one meaning apart: whether one alone is abbreviated, then the letters."""
    from rapidfuzz import fuzz

    return (len(form) <= _ABBREVIATION) != (len(other) <= _ABBREVIATION), -fuzz.ratio(form, other)


@lru_cache(maxsize=_LISTS_REMEMBERED)
def _candidates(texts: tuple[str, ...], subjects: frozenset[str], kind: WordKind) -> Candidates:
    return Candidates(texts, subjects, kind)
