"""What words mean: concepts with all their words in English, Portuguese, Spanish and some German.

One file per subject lies under `resources/vocabulary/glossary`; `values` are what stands in lists,
`names` the names of attributes, themes and types. Words are compared in a key: no case, accents,
blanks and signs (`Azul-Marinho` and `azul marinho` are one).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from listo.core import resources
from listo.core.texts import LANGUAGES, Language
from listo.core.vocabulary.word_forms import fold_word, letters_of, singularize, split_words, stem, word_key

WordKind = Literal["values", "names"]

NUMBER = "#"
"""What stands before a number where a feature of a text is one: `#38`."""

NUMBER_WEIGHT = 1.5
"""How much a number says beside a word: with 1, 51 of 11,742 suggestions differ; with 2, three."""

_LANGUAGES = ("en", "pt", "es", "de")
_LATER_PART = 0.97
"""What a later part of a concept says beside the first: with 1, seven first suggestions differ."""

Weights = Mapping[str, float]
"""How much each feature of a text says: concepts by name, numbers, and words that are in no glossary."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that many words mean.

    `weights` are the features that it is made of, often itself alone; `near` those of others to fall
    back on, the nearest first. `scale` is what a unit measures and how many of the smallest it is.
    """

    name: str
    subject: str
    weights: Weights
    near: tuple[Weights, ...] = ()
    scale: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Sense:
    """A concept that a word can mean, and the languages in which it does."""

    concept: Concept
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class SubjectArea:
    """What the concepts of one file have in common.

    `of` are the names of attributes that hold such values. `mixture` is what several of them together
    are (colours: `multicolour`), `blend` what several of them bring with them (materials: `blend`).
    """

    name: str
    of: frozenset[str]
    mixture: str | None = None
    blend: str | None = None


_Entries = dict[str, list[tuple[str, str]]]
"""By key: the concepts that are meant by it, each with a language in which it is."""


class Glossary:
    """All concepts of a kind, looked up by the words that mean them."""

    def __init__(self, kind: WordKind) -> None:
        files = [file for file in _files() if file["kind"] == kind]
        self.subjects = {file["subject"]: _subject(file) for file in files}
        self.concepts = _concepts(files)
        scales = {name: concept.scale for name, concept in self.concepts.items() if concept.scale}
        self.units = frozenset((*scales, *(measure for measure, _ in scales.values())))
        self._exact: _Entries = {}
        self._singular: _Entries = {}
        self._stem: _Entries = {}
        for file in files:
            self._add(file)

    def senses(self, words: Sequence[str]) -> tuple[Sense, ...]:
        """Return what those folded words mean together, as they stand, else in another number or gender."""
        found = (
            self._exact.get("".join(words))
            or self._singular.get("".join(map(singularize, words)))
            or self._stem.get("".join(map(stem, words)))
            or ()
        )
        tongues: dict[str, set[str]] = {}
        for name, language in found:
            tongues.setdefault(name, set()).add(language)
        return tuple(Sense(self.concepts[name], frozenset(each)) for name, each in tongues.items())

    def words(self) -> Iterable[str]:
        """Return every word as it is compared."""
        return self._exact.keys()

    def _add(self, file: Mapping[str, Any]) -> None:
        for name, entry in file["concepts"].items():
            for language, words in _words(name, entry):
                meant = (name, language)
                for word in map(fold_word, words):
                    parts = word.replace("-", " ").replace("/", " ").split()
                    _put(self._exact, word, meant)
                    _put(self._singular, "".join(map(singularize, parts)), meant)
                    if file.get("inflected"):
                        _put(self._stem, "".join(map(stem, parts)), meant)


def _put(table: _Entries, word: str, meant: tuple[str, str]) -> None:
    if key := letters_of(word):
        table.setdefault(key, []).append(meant)


def _words(name: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    yield "en", (name, *entry.get("en", ()))
    for language in _LANGUAGES[1:]:
        yield language, entry.get(language, ())


def _subject(file: Mapping[str, Any]) -> SubjectArea:
    return SubjectArea(
        file["subject"], frozenset(file.get("for", ())), file.get("mixture"), file.get("blend")
    )


def _concepts(files: Iterable[Mapping[str, Any]]) -> dict[str, Concept]:
    entries = {name: (file["subject"], entry) for file in files for name, entry in file["concepts"].items()}

    def weights(name: str) -> dict[str, float]:
        if name.startswith(NUMBER):
            return {name: NUMBER_WEIGHT}
        entry = entries[name][1]
        parts: Sequence[str] = entry.get("parts", ())
        return _joined(map(weights, parts)) if parts else {name: entry.get("weight", 1.0)}

    return {
        name: Concept(
            name,
            subject,
            weights(name),
            tuple(_joined(map(weights, each.split("+"))) for each in entry.get("near", ())),
            tuple(entry["scale"]) if "scale" in entry else None,
        )
        for name, (subject, entry) in entries.items()
    }


def _joined(parts: Iterable[Weights]) -> dict[str, float]:
    """Return the features of all parts; the first says a little more than the others."""
    return {
        feature: weight * (_LATER_PART if place else 1.0)
        for place, part in enumerate(parts)
        for feature, weight in part.items()
    }


@cache
def glossary(kind: WordKind) -> Glossary:
    """Return the glossary of a kind, read once."""
    return Glossary(kind)


@cache
def fillers() -> frozenset[str]:
    """Return the words that say nothing beside others: articles, `tamanho`, `cor`."""
    return frozenset(map(word_key, resources.read_json("vocabulary/small-words.json")["words"]))


@cache
def accented_words() -> tuple[str, ...]:
    """Return the words with accents as they are spelled, in small letters."""
    entries = (entry for file in _files() for entry in file["concepts"].items())
    spelled = (word for name, entry in entries for _, words in _words(name, entry) for word in words)
    return tuple(dict.fromkeys(word for word in spelled if not word.isascii()))


def _files() -> list[dict[str, Any]]:
    folder = resources.root() / "vocabulary" / "glossary"
    return [resources.read_json(f"vocabulary/glossary/{path.name}") for path in sorted(folder.glob("*.json"))]


def detect_language(texts: Iterable[str]) -> Language | None:
    """Return the language of most texts that are words of one language alone; None if there is no such."""
    counts = Counter(language for text in texts if (language := _only_language(text)))
    return max(counts, key=lambda each: (counts[each], -LANGUAGES.index(each)), default=None)


def _only_language(text: str) -> Language | None:
    found = {language for kind in get_args(WordKind) for language in _languages(text, kind)} & {*LANGUAGES}
    return cast(Language, found.pop()) if len(found) == 1 else None


def _languages(text: str, kind: WordKind) -> Iterator[str]:
    for sense in glossary(kind).senses(split_words(text)):
        yield from sense.languages
