"""What the words of a text stand for: the concepts that errors are told with, and of what kind the rest is.

The words and phrases of each concept, in all languages, lie in `resources/errors/own-words.json`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any

from listo.core import resources
from listo.core.catalogue import entries
from listo.core.catalogue.templates import fold
from listo.core.texts import LANGUAGES

_MOST_KEPT = 16384
"""Words of which is kept what they stand for: all that a person types in a day."""

_STEM = 6
"""Letters by which words that stand for no concept are told apart: with 5 and 7 an answer differs."""

_SHORTEST_MENDED = 6
"""Letters of a word that may have a slip: shorter ones are too often another word."""

_LEAST_LIKE = 90.0
"""How alike (0 to 100) a word with a slip is, a letter more or less; with 86, four foreign ones fit."""

_NOT = re.compile(r"\b(?:(?:is|are|was|were|does|do|did|wo|would|has|have|had|ai)n ?t)\b")
"""English negations as they are folded: each says `not`, whoever does it and whenever."""

_CAN_NOT = re.compile(r"\b(ca|could)nt\b")

_ENDS_IN_NOT = re.compile(r"n ?t\b")
"""What all of these have, which few texts have: without it no more is looked for."""

ANCHOR = "anchors"
SURELY = "ours"
FOREIGN = "foreign"
ELSEWHERE = "elsewhere"

AMAZONS = "amazons"

LISTED = "listed"
"""What Amazon's messages are about: without any of it a text is none of them."""

FILED = "filed"
"""What is about it only in whole sentences: others are anybody's."""

TOLD = frozenset({LISTED, FILED, "quotedfield"})

ATTRIBUTES = "attributes"
"""What Amazon's attributes are of."""

FORMS = "forms"
"""What other programs' forms and settings ask for: ages and passwords, not collars."""

WELL = "well"
"""What says that all is well: "token renewed"."""

KINDS = frozenset({WELL, ANCHOR, SURELY, AMAZONS, FOREIGN, ELSEWHERE, LISTED, FILED, ATTRIBUTES, FORMS})
"""Of what kind words are, beside the concepts that they stand for."""

_QUOTED = re.compile(r"""["“«][^"“”«»]+["”»]|\([^()]+\)|https?://\S+""")
"""A name or an address, which may be any words."""

NAMED_IN_A_MESSAGE = re.compile(
    r"""(?<!\w)['‘][^'‘’]*['’](?!\w)|["“][^"“”]*["”]|«[^«»]*»|\[[^\[\]]*\]|\([^()]*\)|\b[a-z]+(?:[.][a-z]+)?_[a-z_.]+\b"""
)
"""A name in quotes or brackets, or of an attribute as programs have it (`item_weight`)."""

_MARKS_OF_NAMES = frozenset("'‘\"“«[(_")
"""What each of these begins with, or has: without it no more is looked for."""

NAME_OF_A_MESSAGE = re.compile(r"(?<!\w)'[^']+'(?!\w)")
"""A name as Amazon's messages have it: what it says is of any attribute ("'color' is required")."""

QUOTED_FIELD = "quotedfield"
AS_FIELD = f" {QUOTED_FIELD} "
"""What stands for such a name: a concept of its own, which says that the message is Amazon's."""


@lru_cache(maxsize=8)  # asked more than once of the same text
def concepts_of(text: str) -> frozenset[str]:
    """Return the concepts that a text names, and of what kind the rest is (`KINDS`)."""
    return concepts_of_words(plain_words(fold(text)))


def concepts_of_words(words: list[str]) -> frozenset[str]:
    """Return the same of words, one by one and together."""
    return _lexicon().named_in(words)


def plain_words(folded: str) -> list[str]:
    """Return the words of a text or phrase with one way to say no, and chat words written out."""
    if _ENDS_IN_NOT.search(folded):
        folded = _CAN_NOT.sub(r"\1n t", _NOT.sub("not", folded))
    words, chat = folded.split(), _chat()
    return words if chat.keys().isdisjoint(words) else [chat.get(word, word) for word in words]


@lru_cache(maxsize=8)  # asked more than once of the same text
def said_in(text: str) -> frozenset[str]:
    """Return what a message says: concepts, and the beginnings of all words but small ones and names."""
    unnamed = text if _MARKS_OF_NAMES.isdisjoint(text) else NAMED_IN_A_MESSAGE.sub(AS_FIELD, text)
    telling = {*fold(unnamed).split()} - _joining()
    return (concepts_of(text) - KINDS).union([f"{word[:_STEM]}*" for word in telling if word.isalpha()])


def _unnamed(text: str) -> str:
    """Return a text without the names in it, which may be any words."""
    if _MARKS_OF_NAMES.isdisjoint(text) and "://" not in text:
        return text
    return _QUOTED.sub(" ", NAME_OF_A_MESSAGE.sub(" ", text))


@lru_cache(maxsize=8)  # asked more than once of the same text
def strange_share(text: str) -> float:
    """Return the share of the words that tell something but stand for no concept: what else it is about."""
    everyday = everyday_words()
    telling = [word for word in plain_words(fold(_unnamed(text))) if word not in everyday]
    return sum(map(_is_strange_word, telling)) / max(len(telling), 1)


@lru_cache(maxsize=_MOST_KEPT)
def _is_strange_word(word: str) -> bool:
    return not _lexicon().knows(word) and word not in _of_the_catalogue()


@lru_cache(maxsize=_MOST_KEPT)
def mend_slip(word: str) -> str:
    """Return a word without its slip: if it stands for nothing, the one that does and is nearly as it is."""
    may_slip = word.isalpha() and word not in everyday_words() and _is_strange_word(word)
    if len(word) < _SHORTEST_MENDED or not may_slip:
        return word
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    found = process.extractOne(word, _lexicon().written_words, scorer=ratio, score_cutoff=_LEAST_LIKE)
    return found[0] if found else word


class _Meanings(dict[str, frozenset[str]]):
    """What single words stand for; kept, as the same words come again and again."""

    def __init__(self, words: Mapping[str, set[str]], stems: Mapping[str, set[str]]) -> None:
        self._words = words
        self._stems = stems
        self._lengths = sorted(set(map(len, stems)))
        self._least = min(self._lengths, default=0)
        self._beginnings = frozenset(stem[: self._least] for stem in stems)

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        named = frozenset(self._words.get(word, ()))
        if word[: self._least] in self._beginnings:
            named = named.union(*[self._stems.get(word[:length], ()) for length in self._lengths])
        self[word] = named
        return named


class _Phrases:
    """Phrases by their words, one after another: what may come next, and what those mean that end here."""

    __slots__ = ("ends", "lengths", "next", "open_ends")

    def __init__(self) -> None:
        self.next: dict[str, _Phrases] = {}
        self.ends: frozenset[str] = frozenset()
        self.open_ends: dict[str, frozenset[str]] = {}
        """By the beginning of a last word that may end in any way, what the phrase stands for."""
        self.lengths: tuple[int, ...] = ()

    def add(self, phrase: Sequence[str], meaning: str, *, is_open: bool) -> None:
        node = self
        for word in phrase[:-1]:
            node = node.next.setdefault(word, _Phrases())
        last = phrase[-1]
        if is_open:
            node.open_ends[last] = node.open_ends.get(last, frozenset()) | {meaning}
            node.lengths = tuple(set(map(len, node.open_ends)))
        else:
            node.next.setdefault(last, _Phrases()).ends |= {meaning}

    def find(self, words: Sequence[str], named: set[str]) -> None:
        """Add to `named` what the phrases stand for that are among words."""
        beginning, count = self.next.get, len(words)
        for second, first in enumerate(words, 1):
            node, place = beginning(first), second
            while node is not None and place < count:
                word = words[place]
                for length in node.lengths:
                    if word[:length] in node.open_ends:
                        named.update(node.open_ends[word[:length]])
                node = node.next.get(word)
                if node is not None and node.ends:
                    named.update(node.ends)
                place += 1


class _Lexicon:
    """Words and phrases, with the concept or kind that each stands for; a phrase may end in any way."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._stems: dict[str, set[str]] = defaultdict(set)
        self._phrases = _Phrases()
        self._in_phrases: set[str] = set()
        for said, meaning in meanings:
            words = plain_words(said.removesuffix("*"))
            if len(words) > 1:
                for phrase in [words, lean] if (lean := _lean(words)) != words else [words]:
                    if len(phrase) > 1:
                        self._phrases.add(phrase, meaning, is_open=said.endswith("*"))
                        self._in_phrases.update(phrase if meaning not in KINDS else ())
            else:
                (self._stems if said.endswith("*") else self._words)[words[0]].add(meaning)
        self._alone = _Meanings(self._words, self._stems)

    def knows(self, word: str) -> bool:
        """Return whether a word stands for a concept, or is part of a phrase that does."""
        return word in self._in_phrases or self.means(word)

    @cached_property
    def written_words(self) -> Sequence[str]:
        """The words that stand for a concept as they are written, or are part of a phrase that does."""
        written = {word for word, meanings in self._words.items() if not meanings <= KINDS}
        return sorted(word for word in written | self._in_phrases if len(word) >= _SHORTEST_MENDED - 1)

    def means(self, word: str) -> bool:
        """Return whether a word stands for a concept by itself."""
        return not self._alone[word] <= KINDS

    def named_in(self, words: list[str]) -> frozenset[str]:
        """Return what the words stand for, one by one and together."""
        named: set[str] = set().union(*map(self._alone.__getitem__, words))
        self._phrases.find(words, named)
        if not _in_between().isdisjoint(words):
            self._phrases.find(_lean(words), named)
        return frozenset(named)


def _lean(words: list[str]) -> list[str]:
    """Return the words without those that may stand in between."""
    between = _in_between()
    return [word for word in words if word not in between]


@cache
def light_concepts() -> frozenset[str]:
    """Return what tells nothing, or little, on its own."""
    return frozenset([*read_own_words()["light"], *KINDS])


@cache
def untroubled_concepts() -> frozenset[str]:
    """Return what nothing is the matter with: things, and what is done with them."""
    return light_concepts().union(read_own_words()["things"], read_own_words()["doings"])


@cache
def _of_the_catalogue() -> frozenset[str]:
    """Return the words of the titles and keywords: those that our matters are told with."""
    texts = (entries.get_text(one.id, language) for one in entries.all_entries() for language in LANGUAGES)
    return frozenset(
        word for text in texts for said in (text.title, *text.keywords) for word in fold(said).split()
    )


@cache
def _lexicon() -> _Lexicon:
    written = read_own_words()
    concepts = [(said, name) for name, words in written["concepts"].items() for said in words.split("|")]
    kinds = [(said, kind) for kind in KINDS for said in written[kind].split("|")]
    return _Lexicon([*concepts, *kinds])


@cache
def everyday_words() -> frozenset[str]:
    """Return the words of all sentences, which tell nothing of what one is about."""
    return frozenset(read_own_words()["everyday"].split())


@cache
def _in_between() -> frozenset[str]:
    """Return the words that may stand within a phrase and change nothing: "no (me lo) acepta"."""
    return frozenset(read_own_words()["between"].split())


@cache
def _chat() -> Mapping[str, str]:
    """Return what is written for a word in chats, with that word."""
    chat: Mapping[str, str] = read_own_words()["chat"]
    return chat


@cache
def _joining() -> frozenset[str]:
    """Return the words that messages of all kinds are made with; those that deny or command are none."""
    return frozenset(read_own_words()["joining"].split())


@cache
def read_own_words() -> dict[str, Any]:
    """Return `errors/own-words.json` as it stands, read once: concepts, kinds of words, and rules."""
    written: dict[str, Any] = resources.read_json("errors/own-words.json")
    return written


@cache
def read_wordings() -> Mapping[str, Sequence[frozenset[str]]]:
    """Return by error id what each wording of its messages says: of `errors/wording-counts.json`."""
    counted: Mapping[str, Any] = resources.read_json("errors/wording-counts.json")
    thing = counted["things"].__getitem__
    return {
        error_id: [frozenset(map(thing, places)) for places in wordings]
        for error_id, wordings in counted["said"].items()
    }
