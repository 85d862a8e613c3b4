"""Which global categories products may belong in, told by their names and the store's own categories.

A label is what a category is called, in any language, or what stores call its products. It speaks for the
category by the words that it shares with a name: rare ones more, and the first words of a name more than
what stands behind `for` or `with`.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from listo.core import resources
from listo.core.drafting.model import CategoryGuess
from listo.core.texts import LANGUAGES
from listo.core.vocabulary import categories
from listo.core.vocabulary.glossary import fillers, split_words, stem

MOST_GUESSES = 3
"""Categories proposed. Source: the specification of drafting."""

_NAME_PARTS = re.compile(r"\s*[&,/;]\s*|\s+(?:and|e|y|ou|o|or)\s+")
_LEVELS = re.compile(r"\s*[>/|»]\s*")
_BESIDE = frozenset(
    {"para", "com", "con", "sem", "sin", "for", "with", "without", "p", "c", "em", "en", "in", "of", "tipo"}
)
"""What stands behind these is not the product itself: `capinha para celular`, `pillow with cover`."""

_SEVERAL = frozenset({"kit", "jogo", "conjunto", "set", "juego", "pack", "paquete", "combo", "par", "pair"})
"""What tells of how many things a product is: the kind of thing comes after it."""

_WORD = re.compile(r"\w[\w'’-]*")

_FIRST_WORD, _LAST_WORD, _OTHER_WORD, _WORD_BESIDE = 1.0, 0.85, 0.7, 0.3
"""What a word says by its place: Portuguese and Spanish begin with the kind of thing, English ends with it.

Tried on half of the names of tests/data/drafting/category_names.tsv, as are the numbers below.
"""

_PART_OF_A_LABEL = 0.5
"""What a label says of which only some words are there."""

_SHOP_WORD = 1.1
"""What a word of stores says beside the category's own name."""

_OWN_LEVEL, _UPPER_LEVEL = 0.8, 0.25
"""What the store's category says beside the name of a product, and what stands above it."""

_ABOVE = 0.15
"""What a word says that names a category above."""

_LEAST_OF_BEST = 0.3
"""A guess that has less of what speaks for the best one is none."""


class _Label(NamedTuple):
    category: int
    tokens: frozenset[str]
    weight: float


def guess_categories(names: Iterable[str], store_category: str = "") -> tuple[CategoryGuess, ...]:
    """Return the global categories that products of one kind may belong in, at most three, likeliest first.

    Of those that as much speaks for the deepest comes first. `names` are of products, in any of the
    languages; `store_category` is what the store calls their category, perhaps with those above it
    (`Moda > Camisetas`).
    """
    said: dict[str, float] = {}
    written: dict[str, str] = {}
    texts = [(name, 1.0) for name in names]
    shares = [(text, weight / len(texts)) for text, weight in texts] + list(_levels(store_category))
    for text, share in shares:
        for token, word, weight in _tokens_of(text):
            said[token] = said.get(token, 0.0) + weight * share
            written.setdefault(token, word)
    scores = _scores(said)
    best = sorted(scores, key=lambda each: (-scores[each].total, -_depth(each), each))[:MOST_GUESSES]
    best = [each for each in best if scores[each].total >= _LEAST_OF_BEST * scores[best[0]].total]
    return tuple(CategoryGuess(each, _words(scores[each], written)) for each in best)


def _levels(store_category: str) -> Iterator[tuple[str, float]]:
    *above, own = _LEVELS.split(store_category)
    if own:
        yield own, _OWN_LEVEL
    yield from ((each, _UPPER_LEVEL) for each in above)


def _depth(category: int) -> int:
    return sum(1 for _ in categories.ancestors(category))


def _words(score: _Score, written: Mapping[str, str]) -> tuple[str, ...]:
    order = sorted(score.tokens, key=lambda token: -score.tokens[token])
    return tuple(dict.fromkeys(written[token] for token in order))


# What a text says


def _tokens_of(text: str) -> Iterator[tuple[str, str, float]]:
    """Yield each stem of a text, the word as it is written, and how much it says by its place."""
    head: list[tuple[str, str]] = []
    beside: list[tuple[str, str]] = []
    words = head
    for word in _WORD.findall(text):
        folded = split_words(word)
        if set(folded) & _BESIDE:
            words = beside if head else head
            continue
        several = beside if not head and set(folded) & _SEVERAL else words
        several += ((stem(each), word) for each in folded if each not in fillers() and not each[0].isdigit())
    for place, (token, word) in enumerate(head):
        is_last = place == len(head) - 1
        yield token, word, _FIRST_WORD if place == 0 else _LAST_WORD if is_last else _OTHER_WORD
    yield from ((token, word, _WORD_BESIDE) for token, word in beside)


class _Score:
    """What speaks for one category."""

    def __init__(self) -> None:
        self.total = 0.0
        self.tokens: dict[str, float] = {}

    def raise_to(self, total: float, tokens: Mapping[str, float]) -> None:
        if total > self.total:
            self.total, self.tokens = total, dict(tokens)


def _scores(said: Mapping[str, float]) -> dict[int, _Score]:
    labels, by_token = _labels()
    shared: dict[int, dict[str, float]] = defaultdict(dict)
    for token, weight in said.items():
        for number in by_token.get(token, ()):
            shared[number][token] = weight * _rarity(token)
    scores: dict[int, _Score] = defaultdict(_Score)
    for number, tokens in shared.items():
        label = labels[number]
        there = sum(tokens.values())
        share = sum(_rarity(each) for each in tokens) / sum(_rarity(each) for each in label.tokens)
        whole = label.weight if share == 1.0 else label.weight * _PART_OF_A_LABEL * share
        scores[label.category].raise_to(there * whole, tokens)
    for category, score in scores.items():
        above = _above(category)
        score.total += _ABOVE * sum(w * _rarity(t) for t, w in said.items() if t in above)
    return scores


# What categories are called


@cache
def _labels() -> tuple[Sequence[_Label], Mapping[str, Sequence[int]]]:
    """Return all labels, and by each word the places of those that have it."""
    labels = list(dict.fromkeys((*_own_labels(), *_shop_labels())))
    by_token: dict[str, list[int]] = defaultdict(list)
    for number, label in enumerate(labels):
        for token in label.tokens:
            by_token[token].append(number)
    return labels, by_token


def _own_labels() -> Iterator[_Label]:
    for category in categories.all_ids():
        for language in LANGUAGES:
            for part in _NAME_PARTS.split(categories.name(category, language) or ""):
                if tokens := _stems(part):
                    yield _Label(category, tokens, 1.0)


def _shop_labels() -> Iterator[_Label]:
    text = (resources.root() / "vocabulary" / "categories" / "words.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            number, *languages = line.split("\t")
            for phrase in (each for words in languages for each in words.split(", ")):
                if tokens := _stems(phrase):
                    yield _Label(int(number), tokens, _SHOP_WORD)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(each) for each in split_words(text) if each not in fillers() | _BESIDE)


@cache
def _above(category: int) -> frozenset[str]:
    _, *above = categories.ancestors(category)
    names = (categories.name(each, language) or "" for each in above for language in LANGUAGES)
    return frozenset().union(*map(_stems, names))


@cache
def _rarity(token: str) -> float:
    labels, by_token = _labels()
    return math.log((1 + len(labels)) / (1 + len(by_token.get(token, ()))))
