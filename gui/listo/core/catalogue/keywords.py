"""Finds errors by plain words ("frete", "token vencido"), in any of the three languages.

And by what a text is about: how near it is to what each error is about, whatever its letters.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice, takewhile

from listo.core import resources
from listo.core.catalogue import entries
from listo.core.catalogue.templates import fold
from listo.core.texts import LANGUAGES, Language

# The counts are of the 14,650 texts of tests/bench/weigh_constants.py; that what sellers type leads to the
# right error is held by tests/core/catalogue/test_keywords.py.

_MOST_WORDS = 7
"""Words of a phrase: 2 of 2,525 keywords have more; all the words of a message take a fifth of its time."""

_SHORTEST_BEGINNING = 4
"""Letters of the beginning of a word: with 3, 293 more texts fit something; with 5, 246 are lost."""

_LEAST_LIKE = 84.0
"""How alike (0 to 100) a misspelt word is: with 80, 252 more fit; with 88, 171 are lost."""

_SHORTEST_MISSPELT = 5
"""Letters of a word that may be misspelt: with 4, 32 more fit; with 6, 27 are lost."""

_MOST_MEANT = 3
"""Words that one misspelt may be: with 1, five answers are lost; with 10 none differs."""

_MOST_MISSPELT = 2
"""Words of a text that may be misspelt: nearly all of a text about something else are no words of ours."""

_MOST_GUESSES = 4096
"""Words whose guesses are kept: all that a person types in a day."""

_HIGHEST = 0.9
"""Score of a whole phrase: less than a message found whole; with 0.95, seven answers differ."""

_LEAST_SCORE = 0.55
"""Score of a phrase of which little is said: above FITS, as it was asked for; with 0.5, 17 differ."""

_LEAST_SHARE = 0.5
"""Share of a phrase that several words must be: with 0.4, 7 more fit; with 0.6, 15 are lost."""

_BEGUN = 0.9
"""What the beginning of a word is worth beside the word: with 1, ten answers differ."""

_MISSPELT = 0.9
"""What a misspelt word is worth beside the word: with 1, five answers differ."""

_TITLE = 0.95
"""What a title is worth beside the words that people type: with 1, seven answers differ."""

_PARTS = 4096
"""Parts of a weight that are counted: whole numbers have one sum in any order."""

_SHARED = 3
"""What a sentence and an error have in common at the least: with 2, more errors are near, and 3 lost."""


def find_by_keywords(text: str) -> list[tuple[float, str, Language]]:
    """Return the errors that plain words lead to: score (0 to 1), error id, language; the best first.

    Every word that means something has to fit: one that fits nothing makes the answer empty. Words that
    only deny ("is not") say nothing of what.
    """
    asked = _content(text)
    if says_nothing(text) or len(asked) > _MOST_WORDS or all(map(str.isdigit, asked)):
        return []  # a number alone is for `error_numbers` to judge
    best: dict[str, tuple[float, str, Language]] = {}
    for language in LANGUAGES:
        for score, error_id in _vocabulary(language).search(asked):
            if score > best.get(error_id, (0.0,))[0]:
                best[error_id] = (score, error_id, language)
    return sorted(best.values(), key=lambda one: (-one[0], _order()[one[1]]))


@cache
def _order() -> dict[str, int]:
    """Return the places of the errors in the catalogue, by which equals are ordered."""
    return {entry.id: place for place, entry in enumerate(entries.all_entries())}


def says_nothing(text: str) -> bool:
    """Return whether a text has none but small words and such as deny: it can be part of any message."""
    return _denials().issuperset(_content(text))


def denies(text: str) -> bool:
    """Return whether a text has a word that denies, or says that something works or does not."""
    return not _denials().isdisjoint(fold(text).split())


def is_of_any_form(text: str) -> bool:
    """Return whether all words of a text are such as any form says of any field."""
    words = [word for word in _content(text) if word not in _denials()]
    return len(words) > 1 and _of_forms().issuperset(words)


def count_words(text: str) -> int:
    """Return how many words of a text are no small ones."""
    return len(_content(text))


Sides = tuple[frozenset[str], frozenset[str]]
"""Words of one meaning, and those of the opposite one."""


def sides_taken(said: Iterable[str]) -> list[Sides]:
    """Return the sides that words are on, as `minimum` is: each with the opposite one."""
    words = frozenset(said)
    if words.isdisjoint(_words_of_sides()):
        return []
    return [(one, two) for one, two in _opposites() if words & one and not words & two]


def contradicts(other: frozenset[str], sides: Iterable[Sides]) -> bool:
    """Return whether words say the opposite of a side, or lack what has no opposite."""
    return any(other.isdisjoint(one) and (not two or not other.isdisjoint(two)) for one, two in sides)


class _Vocabulary:
    """The words of all keywords and titles in one language, and the phrases that hold them."""

    def __init__(self, phrases: Iterable[tuple[str, str, float]]) -> None:
        self._phrases = [(error_id, frozenset(_content(text)), worth) for error_id, text, worth in phrases]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, (_, words, _worth) in enumerate(self._phrases):
            for word in words:
                self._holders[word].append(place)
        count = len(self._phrases)
        self._in_order = sorted(self._holders)
        self._meant: dict[str, list[tuple[str, float]]] = {}
        self._guessed: dict[str, list[tuple[str, float]]] = {}
        self._like_length: dict[int, list[str]] = {}
        self._weight = {word: math.log(1 + count / len(held)) for word, held in self._holders.items()}

    def search(self, asked: Sequence[str]) -> Iterable[tuple[float, str]]:
        """Return (score, error id) of every phrase that holds all the words.

        Of two words and more, a phrase that denies what they say is another matter ("order not delivered").
        """
        meant = [self._begun(word) for word in asked]
        unknown = [place for place, known in enumerate(meant) if not known]
        if len(unknown) > _MOST_MISSPELT:
            return
        for place in unknown:
            if not (known := self._misspelt(asked[place])):
                return
            meant[place] = known
        places = [{place for word, _ in words for place in self._holders[word]} for words in meant]
        for place in set.intersection(*places):
            error_id, words, worth = self._phrases[place]
            if len(asked) > 1 and words & _denials() and not _denials().intersection(asked):
                continue
            hit = [
                max(((w, like) for w, like in known if w in words), key=lambda one: one[1]) for known in meant
            ]
            weight = sum(self._weight[word] * like for word, like in hit)
            share = weight / sum(self._weight[word] for word in words)
            if len(asked) == 1 or share >= _LEAST_SHARE:
                yield min(_HIGHEST, worth * (_LEAST_SCORE + (_HIGHEST - _LEAST_SCORE) * share)), error_id

    def _begun(self, word: str) -> list[tuple[str, float]]:
        """Return the known words that a word is or begins, with how like they are."""
        if (kept := self._meant.get(word)) is not None:
            return kept
        if word in self._holders:
            known = [(word, 1.0)]
        elif len(word) < _SHORTEST_BEGINNING or word.isdigit():
            known = []
        else:
            first = bisect_left(self._in_order, word)
            begun = takewhile(lambda one: one.startswith(word), islice(self._in_order, first, None))
            known = [(one, _BEGUN) for one in begun]
        if len(self._meant) >= _MOST_GUESSES:
            self._meant.clear()
        self._meant[word] = known
        return known

    def _of_length_like(self, length: int) -> list[str]:
        """Return the words that can be like one of a length at all: their lengths are as like as they are."""
        if length not in self._like_length:
            most = 2 * 100 / _LEAST_LIKE - 1  # of two words the shorter is all that they can have in common
            near = (known for known in self._in_order if length <= most * len(known))
            self._like_length[length] = [known for known in near if len(known) <= most * length]
        return self._like_length[length]

    def _misspelt(self, word: str) -> list[tuple[str, float]]:
        """Return the known words that a word may be with a slip, with how like they are."""
        if len(word) < _SHORTEST_MISSPELT or word.isdigit():
            return []
        if word not in self._guessed:
            from rapidfuzz import process
            from rapidfuzz.fuzz import ratio

            if len(self._guessed) >= _MOST_GUESSES:
                self._guessed.clear()
            like = self._of_length_like(len(word))
            found = process.extract(word, like, scorer=ratio, score_cutoff=_LEAST_LIKE, limit=_MOST_MEANT)
            self._guessed[word] = [(known, score / 100 * _MISSPELT) for known, score, _ in found]
        return self._guessed[word]


@lru_cache(maxsize=16)  # one text is asked for them more than once
def _content(text: str) -> tuple[str, ...]:
    small = small_words()
    return tuple(word for word in fold(text).split() if word not in small)


@cache
def small_words() -> frozenset[str]:
    """Return the small words of the three languages, which say nothing of an error."""
    return frozenset(resources.read_json("errors/small-words.json")["words"])


@cache
def auxiliary_words() -> frozenset[str]:
    """Return the verbs and the like that stand between a name and what is said of it."""
    return frozenset(resources.read_json("errors/small-words.json")["auxiliaries"])


@cache
def _of_forms() -> frozenset[str]:
    return frozenset(resources.read_json("errors/small-words.json")["forms"])


@cache
def _words_of_sides() -> frozenset[str]:
    return frozenset[str]().union(*(one for one, _ in _opposites()))


@cache
def _opposites() -> Sequence[Sides]:
    """Return the pairs of sides, each both ways round."""
    written = resources.read_json("errors/small-words.json")["opposites"]
    sides = [(frozenset(one.split()), frozenset(two.split())) for one, two in written]
    return [*sides, *((two, one) for one, two in sides if two)]


@cache
def _denials() -> frozenset[str]:
    return frozenset(resources.read_json("errors/small-words.json")["denials"])


@cache
def _vocabulary(language: Language) -> _Vocabulary:
    return _Vocabulary(_phrases(language))


def _phrases(language: Language) -> Iterable[tuple[str, str, float]]:
    for entry in entries.all_entries():
        said = entries.get_text(entry.id, language)
        for keyword in said.keywords:
            yield entry.id, keyword, 1.0
        yield entry.id, said.title, _TITLE


class SubjectIndex:
    """What each error is about: by its titles, its messages and its rules.

    What few errors have in common tells more; what no error is about counts as the most telling.
    """

    def __init__(self, subjects: Iterable[tuple[str, frozenset[str]]]) -> None:
        self._subjects = [one for one in dict.fromkeys(subjects) if one[1]]
        errors: dict[str, set[str]] = defaultdict(set)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, (error_id, about) in enumerate(self._subjects):
            errors[error_id] |= about
            for one in about:
                self._places[one].append(place)
        held = Counter[str]()
        for things in errors.values():
            held.update(things)
        self._unknown = round(_PARTS * math.log(1 + len(errors)))
        self._weight = {one: round(_PARTS * math.log(1 + len(errors) / of)) for one, of in held.items()}
        in_order = sorted(self._places, key=lambda one: (len(self._places[one]), one))
        self._rareness = {one: place for place, one in enumerate(in_order)}
        self._roots = [math.sqrt(self._weigh(about)) for _, about in self._subjects]

    def nearest(self, about: frozenset[str], least: float) -> list[tuple[float, str]]:
        """Return how near (0 to 1) each error is that has enough in common, the nearest first.

        One that is as near as `least` has a part in common with the text that is told by the rarest of what
        it is about; what is held by most is looked at only where it could make up for what lacks.
        """
        known = sorted(about & self._rareness.keys(), key=self._rareness.__getitem__)
        if len(known) < _SHARED:
            return []
        rest = self._weigh(known)
        root = math.sqrt(rest + self._unknown * (len(about) - len(known)))
        shared: dict[int, int] = defaultdict(int)
        for one in known:
            if rest < (least * root) ** 2:
                break
            weight = self._weight[one]
            rest -= weight
            for place in self._places[one]:
                shared[place] += weight
        roots, bar = self._roots, least * root
        best: dict[str, float] = {}
        for place in [place for place, weight in shared.items() if weight + rest >= bar * roots[place]]:
            error_id, own = self._subjects[place]
            common = own & about
            near = self._weigh(common) / (root * roots[place])
            if len(common) >= _SHARED and near >= least and near > best.get(error_id, 0.0):
                best[error_id] = near
        return sorted(((near, one) for one, near in best.items()), key=lambda told: (-told[0], told[1]))

    def _weigh(self, about: Iterable[str]) -> int:
        return sum(map(self._weight.__getitem__, about))
