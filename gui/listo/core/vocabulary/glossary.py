"""What words mean: concepts with all their words in English, Portuguese, Spanish and some German.

One file per subject lies under `resources/vocabulary/glossary`; `values` are what stands in lists,
`names` the names of attributes, themes and types. Words are compared in a key: no case, accents,
blanks and signs (`Azul-Marinho` and `azul marinho` are one); words of longer texts also without plurals
and endings.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import combinations
from typing import Any, Literal, NamedTuple, cast, get_args

from listo.core import resources
from listo.core.texts import LANGUAGES, Language

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_APOSTROPHES = re.compile(r"(?<=\w)['’`´](?=\w)")
_INCHES = re.compile(r"(?:(?<=[0-9])\s?|^\s*)(?:[\"″”]|'')")
_HALF = re.compile(r"(?<=[0-9])\s+1/2\b")
_WITH = re.compile(r"(?<!\S)[cw]/\s*(?=[^\W\d_]{2})", re.IGNORECASE)
"""`c/` for com or con and `w/` for with, which say nothing; `c/u` is none."""

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_THOUSANDS_AND_MORE = re.compile(
    r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+)|([1-9][0-9]{0,2}(?:,[0-9]{3})+)\.([0-9]+)"
)
_SHARES = (
    re.compile(r"([0-9]+)\s*%\s*([^0-9%,;/+\s][^0-9%]*)"),
    re.compile(r"(?P<of>[^0-9%]+?)\s*(?P<share>[0-9]+)\s*%"),
)
"""How much of what: the share before the thing or behind it, the same way throughout a text."""

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "½": ".5", "µ": "u"})
_LEAST_STEM = 4
"""Letters of a word that has an ending: with 5, 15 suggestions are lost; with 3 one list differs."""

_PLURALS = (
    ("oes", "ao"),
    ("aes", "ao"),
    ("ais", "al"),
    ("eis", "el"),
    ("uis", "ul"),
    ("res", "r"),
    ("les", "l"),
    ("zes", "z"),
    ("nes", "n"),
    ("ies", "y"),
    ("ns", "m"),
    ("s", ""),
)
"""Endings of plurals in the three languages with those of the singular; good enough to compare by."""

_SMALL = ("zinho", "zinha", "inho", "inha", "cito", "cita", "ito", "ita")
_LEAST_ROOT = 3
"""Letters before the ending of a diminutive: with 4, two suggestions are lost; with 2 none differs."""


WORDS_REMEMBERED = 1 << 15
"""Words: twice as many as the glossary has, in 15 MB. With half as many as come, most are read anew."""


@lru_cache(maxsize=8192)  # more different texts than a sheet of 100,000 rows has
def split_words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text, what has a share by how large it is."""
    plain = text if text.islower() else _CAMEL.sub(" ", text)
    if text.isascii() and text.replace(" ", "").isalnum():  # no signs to look for, as in most
        plain = fold_word(plain)
    else:
        plain = _APOSTROPHES.sub("", plain)
        plain = _WITH.sub("com ", plain) if "/" in plain else plain
        plain = _by_share(_HALF.sub(".5", _INCHES.sub(" inches ", fold_word(plain))))
    return tuple(_number(token) if token[0].isdigit() else token for token in _TOKEN.findall(plain))


def _by_share(text: str) -> str:
    """Return `5% elastane, 95% cotton` as `cotton elastane`, and `elastane 5% cotton 95%` too."""
    if "%" not in text:
        return text
    for pattern in _SHARES:
        shares = [(int(a), b) if a.isdigit() else (int(b), a) for a, b in pattern.findall(text)]
        if len(shares) == text.count("%") and all(_TOKEN.search(name) for _, name in shares):
            return " ".join(name for _, name in sorted(shares, key=lambda share: -share[0]))
    return text


def _number(token: str) -> str:
    """Return a number in one spelling: `10,50` and `10.5`, `1.000`, `1,000.0` and `1000` are the same."""
    if token.isdigit():
        return token
    if _THOUSANDS.fullmatch(token):
        return re.sub("[.,]", "", token)
    if parted := _THOUSANDS_AND_MORE.fullmatch(token):
        whole, rest = filter(None, parted.groups())
        whole = re.sub("[.,]", "", whole)
    else:
        whole, _, rest = token.replace(",", ".").partition(".")
    decimals = rest.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def fold_word(text: str) -> str:
    """Return a text without case and accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    return (
        decomposed if decomposed.isascii() else "".join(c for c in decomposed if not unicodedata.combining(c))
    )


def word_key(text: str) -> str:
    """Return the letters and digits of a text in the form in which words are compared."""
    return letters_of(fold_word(text))


def letters_of(text: str) -> str:
    """Return the letters and digits of a folded text."""
    return text if text.isalnum() else "".join(filter(str.isalnum, text))


_SOUNDS = (
    (re.compile(r"[cs]h"), "x"),
    (re.compile(r"qu|q|c(?![eix])|k"), "k"),
    (re.compile(r"[cz]"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"ll|lh|y"), "i"),
    (re.compile(r"[vw]"), "b"),
    (re.compile(r"h"), ""),
    (re.compile(r"n(?=[bp])"), "m"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What is spelled in several ways in Portuguese and Spanish and sounds alike, one after the other."""


def sound_of(word: str) -> str:
    """Return how a folded word sounds, roughly: `turkia` and `turquia` are the same."""
    for spelled, sound in _SOUNDS:
        word = spelled.sub(sound, word)
    return word


@cache
def singularize(word: str) -> str:
    """Return a folded word without the ending of a plural: `azuis` gives `azul`."""
    if len(word) < _LEAST_STEM or word[-1] != "s":
        return word
    return next((word[: -len(end)] + other for end, other in _PLURALS if word.endswith(end)), word)


@cache
def stem(word: str) -> str:
    """Return a folded word without its endings: `rojas`, `rojo` and `rojito` give `roj`."""
    one = singularize(word)
    if one.endswith(_SMALL):
        small = next((end for end in _SMALL if one.endswith(end) and len(one) >= len(end) + _LEAST_ROOT), "")
        one = one.removesuffix(small) + small[-1:]
    return one[:-1] if len(one) >= _LEAST_STEM and one[-1] in "aoe" else one


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

    A file writes `kinds` into a concept, words of which each means a kind of it: one is like another in that
    alone (`cedar` and `pine` are wood), and falls back on what it is a kind of. Its `short` words are those
    of which shops leave letters out (`vde`): they mean the concept itself, `sure` says how surely.

    `weights` are the features that it is made of, often itself alone; `near` those of others to fall
    back on, the nearest first. `scale` is what a unit measures and how many of the smallest it is.
    """

    name: str
    subject: str
    weights: Weights
    near: tuple[Weights, ...] = ()
    scale: tuple[str, float] | None = None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Sense:
    """A concept that a word can mean, and the languages in which it does."""

    concept: Concept
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class SubjectArea:
    """What the concepts of one file have in common.

    `of` are the names of attributes that hold such values. `mixture` is what several of them together
    are (colours: `multicolour`; man and woman: `unisex`), `blend` what several of them bring with them
    (materials: `blend`). `basic` are those beside which another one is but a shade (`Rosa salmão` is pink).
    """

    name: str
    of: frozenset[str]
    mixture: str | None = None
    blend: str | None = None
    basic: frozenset[str] = frozenset()


_SHORTENED = 0.92
"""How sure an abbreviation without a dot is: likely, but never so sure that it goes in unasked."""

_MUCH_SHORTER = 0.7
"""How long a word is at most beside another one for which an abbreviation may stand: `ad.` is `adulto`."""

_START = 2
"""Letters by which words are kept apart until one is asked for: a word has the same in every form."""


_Use = Literal["own", "kinds", "short"]
"""What words are to their concept: its own, each a kind of it, or shortened."""

_OF_A_CONCEPT = ": "
"""What stands between a concept and a word of its kinds, `wood: cedro`, or `short`; no name has it."""

_SHORT = "."


class _Origin(NamedTuple):
    """Where words stand in the files: under a concept, in a language, with endings or not."""

    concept: str
    language: str
    use: _Use
    is_inflected: bool

    def meaning(self, folded: str) -> str:
        """Return what a folded word means: the concept, a kind of it, or it by an abbreviation."""
        if self.use == "own":
            return self.concept
        return f"{self.concept}{_OF_A_CONCEPT}{folded if self.use == 'kinds' else _SHORT}"


_Written = tuple[str, _Origin]
"""A word, and where it stands."""

_Entries = dict[str, list[_Written]]
"""By key: the words that are compared by it."""


def _is_kept(words: Sequence[str]) -> bool:
    """Return whether what is told of words is remembered: of one, but a long number is met but once."""
    return len(words) == 1 and not (len(words[0]) > _START and words[0][0].isdigit())


class _Alike:
    """All words that start with the same letters, in every form that was asked for."""

    def __init__(self, words: Iterable[_Written]) -> None:
        self._words = [(fold_word(word), origin) for word, origin in words]

    @cached_property
    def exact(self) -> _Entries:
        """The words by how they stand."""
        return self._table(str)

    @cached_property
    def singular(self) -> _Entries:
        """Them by themselves without endings of plurals."""
        return self._table(singularize)

    @cached_property
    def stem(self) -> _Entries:
        """Them by themselves without any endings, where words of their subject have such."""
        return self._table(stem, inflected=True)

    def _table(self, form: Callable[[str], str], *, inflected: bool = False) -> _Entries:
        table: _Entries = {}
        for word, origin in self._words:
            if origin.is_inflected or not inflected:
                key = form(word) if word.isalnum() else _formed(form, word)
                table.setdefault(key, []).append((word, origin))
        return table

    @cached_property
    def forms(self) -> list[tuple[list[str], Callable[[str], str]]]:
        """Every word in its order, with what makes the form in which it stands there."""
        words = (self.exact, str), (self.singular, singularize), (self.stem, stem)
        return [(sorted(table), form) for table, form in words]


class Glossary:
    """All concepts of a kind, looked up by the words that mean them.

    What a word means is made out when one is asked for that starts alike: most never are.
    """

    def __init__(self, kind: WordKind) -> None:
        files = [file for file in _files() if file["kind"] == kind]
        self.subjects = {file["subject"]: _subject(file) for file in files}
        self.concepts = _Concepts(files)
        scales = self.concepts.scales()
        self.units = frozenset((*scales, *(measure for measure, _ in scales.values())))
        self._waiting = _by_start(files)
        self._alike: dict[str, _Alike] = {}
        self._of_words = lru_cache(maxsize=WORDS_REMEMBERED)(self._senses)
        self._goes_on_after = lru_cache(maxsize=WORDS_REMEMBERED)(self._goes_on)

    def senses(self, words: Sequence[str]) -> tuple[Sense, ...]:
        """Return what those folded words mean together, as they stand, else in another number or gender."""
        return self._of_words(words[0]) if _is_kept(words) else self._senses(*words)

    def goes_on(self, *words: str) -> bool:
        """Return whether anything is called by those folded words and more after them."""
        return self._goes_on_after(words[0]) if _is_kept(words) else self._goes_on(*words)

    def has_digits(self, number: str) -> bool:
        """Return whether some word may have a number in it; if not, no phrase with that number is known."""
        return number in self._digits

    @cached_property
    def _digits(self) -> Set[str]:
        """What can be cut from the digits of any word: `7` of `7xl`, `1810` and its parts of `18/10`."""
        words = (word for alike in self._waiting.values() for word, _ in alike)
        rows = {"".join(filter(str.isdigit, fold_word(word))) for word in words if not _is_of_letters(word)}
        return {row[start:end] for row in rows for start, end in combinations(range(len(row) + 1), 2)}

    def _goes_on(self, *words: str) -> bool:
        start = "".join(words)[:_START]
        if len(start) < _START:
            return any(len(each) > len(start) and each.startswith(start) for each in self._waiting)
        if start not in self._waiting:
            return False
        for keys, form in self._that_start(start).forms:
            begun = "".join(map(form, words))
            after = bisect_right(keys, begun)
            if after < len(keys) and keys[after].startswith(begun):
                return True
        return False

    def _senses(self, *words: str) -> tuple[Sense, ...]:
        start = "".join(words)[:_START]
        if start not in self._waiting:
            return ()
        alike = self._that_start(start)
        found = (
            alike.exact.get("".join(words))
            or alike.singular.get("".join(map(singularize, words)))
            or alike.stem.get("".join(map(stem, words)))
            or ()
        )
        tongues: dict[str, set[str]] = {}
        for word, origin in found:
            tongues.setdefault(origin.meaning(word), set()).add(origin.language)
        return tuple(Sense(self.concepts[name], frozenset(each)) for name, each in tongues.items())

    def write_out(self, short: str, subjects: frozenset[str], language: Language | None) -> str:
        """Return the word of some subjects that a folded abbreviation stands for; empty if not one alone.

        It starts with the same letters, or is a basic word with all of them in that order: `cz.`, `cinza`.
        """
        basic = frozenset(name for each in subjects for name in self.subjects[each].basic)
        found: dict[str, tuple[bool, int, str]] = {}
        for word, origin in self._own_words(short[0], language):
            name, folded = origin.concept, fold_word(word)
            is_basic = name in basic
            begins = folded.startswith(short) or (is_basic and _has_letters(folded, short))
            if begins and len(folded) > len(short) and self.concepts[name].subject in subjects:
                found[name] = min(
                    found.get(name, (True, len(folded), folded)), (not is_basic, len(folded), folded)
                )
        best, *others = sorted(found.values()) or [(True, 0, "")]
        rival = next((length for is_other, length, _ in others if is_other == best[0]), None)
        return "" if rival is not None and best[1] > rival * _MUCH_SHORTER else best[2]

    def _own_words(self, letter: str, language: Language | None) -> Iterator[_Written]:
        """Yield the single words of concepts themselves that start with a letter, in a language or in any."""
        for start, words in self._waiting.items():
            if start[0] == letter:
                for word, origin in words:
                    if word.isalpha() and origin.use == "own" and language in (None, origin.language):
                        yield word, origin

    def _that_start(self, start: str) -> _Alike:
        found = self._alike.get(start)
        if found is None:
            found = self._alike[start] = _Alike(self._waiting.get(start, ()))
        return found

    def words(self) -> Iterable[str]:
        """Return every word as it is compared, each once."""
        return {word_key(word) for alike in self._waiting.values() for word, _ in alike}


def _by_start(files: Iterable[Mapping[str, Any]]) -> dict[str, list[_Written]]:
    """Return all words of some files by how their keys start."""
    found: dict[str, list[_Written]] = {}
    known: dict[str, list[_Written]] = {}  # by the first letters as they are written
    for words, origin in (each for file in files for each in _word_lists(file)):
        for word in words:
            written = word[:_START]
            alike = known.get(written)
            if alike is None:
                start = word_key(word)[:_START]
                alike = found.setdefault(start, [])
                if len(written) == _START and written.isalnum():
                    known[written] = alike
            alike.append((word, origin))
    found.pop("", None)  # signs alone
    return found


def _word_lists(file: Mapping[str, Any]) -> Iterator[tuple[Sequence[str], _Origin]]:
    """Yield all lists of words of a file, each with where it stands."""
    is_inflected = bool(file.get("inflected"))
    uses: tuple[_Use, ...] = ("kinds", "short")
    for name, entry in file["concepts"].items():
        for language, words in _words(name, entry):
            yield words, _Origin(name, language, "own", is_inflected)
        for use in uses:
            for language, words in entry.get(use, {}).items():
                yield words, _Origin(name, language, use, is_inflected and use != "short")


def _is_of_letters(words: str) -> bool:
    return words.replace(" ", "").isalpha()


def _has_letters(word: str, letters: str) -> bool:
    """Return whether a word has some letters, in that order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _formed(form: Callable[[str], str], word: str) -> str:
    """Return the key of several words, each in that form."""
    return letters_of("".join(map(form, word.replace("-", " ").replace("/", " ").split())))


def _words(name: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    yield "en", (name, *entry.get("en", ()))
    for language in _LANGUAGES[1:]:
        yield language, entry.get(language, ())


def _subject(file: Mapping[str, Any]) -> SubjectArea:
    of, basic = frozenset(file.get("for", ())), frozenset(file.get("basic", ()))
    return SubjectArea(file["subject"], of, file.get("mixture"), file.get("blend"), basic)


class _Concepts(dict[str, Concept]):
    """The concepts of some files by name, each made when it is asked for."""

    def __init__(self, files: Iterable[Mapping[str, Any]]) -> None:
        super().__init__()
        self._entries: dict[str, tuple[str, Mapping[str, Any]]] = {
            name: (file["subject"], entry) for file in files for name, entry in file["concepts"].items()
        }

    def __missing__(self, name: str) -> Concept:
        general, _, word = name.partition(_OF_A_CONCEPT)
        subject, entry = self._entries[general]
        if not word:
            near = tuple(_joined(map(self._weights, each.split("+"))) for each in entry.get("near", ()))
            scale = tuple(entry["scale"]) if "scale" in entry else None
            found = Concept(name, subject, self._weights(name), near, scale)
        elif word == _SHORT:
            found = replace(self[general], sure=_SHORTENED)
        else:
            of = self[general]
            found = Concept(name, subject, {name: entry.get("weight", 1.0)}, (of.weights, *of.near))
        self[name] = found
        return found

    def scales(self) -> dict[str, tuple[str, float]]:
        """Return what units measure and how many of the smallest they are, by name."""
        return {name: tuple(entry["scale"]) for name, (_, entry) in self._entries.items() if "scale" in entry}

    def _weights(self, name: str) -> dict[str, float]:
        if name.startswith(NUMBER):
            return {name: NUMBER_WEIGHT}
        entry = self._entries[name][1]
        parts: Sequence[str] = entry.get("parts", ())
        return _joined(map(self._weights, parts)) if parts else {name: entry.get("weight", 1.0)}


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
    spelled = (
        word
        for name, entry in entries
        for words in (*(words for _, words in _words(name, entry)), *entry.get("kinds", {}).values())
        for word in words
    )
    return tuple(dict.fromkeys(word for word in spelled if not word.isascii()))


@cache
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
