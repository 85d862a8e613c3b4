"""Which global category products may belong in, and what a category has to fill: fields, attributes, theme.

A label is what a category is called, in any language, or what stores call its products. It speaks for the
category by the words that it shares with a name: rare ones more, and the first words of a name more than
what stands behind `for` or `with`.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from listo.core import resources
from listo.core.checks.context import CheckContext
from listo.core.checks.suggestions import Candidates
from listo.core.coverage.requirements import RequiredAttribute, Requirements
from listo.core.drafting.field_match import AskedAttribute, Field
from listo.core.drafting.model import CategoryGuess, Proposal
from listo.core.drafting.value_match import AcceptedList, ValueMatcher
from listo.core.references.files import References
from listo.core.skus.index import NONE, SkuIndex
from listo.core.skus.sheet_skus import SheetSkus
from listo.core.texts import LANGUAGES
from listo.core.vocabulary import categories, themes
from listo.core.vocabulary.glossary import fillers, split_words, stem
from listo.core.vocabulary.meanings import find_subjects

_SAME_ATTRIBUTES = 0.995
"""The offered theme names just what varies: nothing else can be meant, and twins would say so."""

_TELLS_ALL_APART = 0.97
"""It names less than what varies, but no two SKUs of a product are alike in it."""

_NAMES_MORE = 0.9
"""It names what varies, and a mapped attribute more: Amazon takes one value there for all children."""

_LEAVES_TWINS = 0.6
"""It leaves SKUs of a product alike: what else tells them apart is the seller's to say."""


class Asked(NamedTuple):
    """What the files that cover a category ask: every attribute that a field may answer, and the themes."""

    requirements: Requirements
    attributes: Mapping[str, AskedAttribute]
    required: Mapping[str, RequiredAttribute]
    themes: tuple[str, ...]


_MATCHERS: WeakKeyDictionary[References, dict[tuple[object, ...], ValueMatcher]] = WeakKeyDictionary()
"""What was found of the values, by the files that are in use: the draft after an answer needs it again."""


class AskedOfCategories:
    """What is asked of categories, told once for all that are covered alike."""

    def __init__(self, context: CheckContext) -> None:
        self._context = context
        self._asked: dict[str, Asked] = {}
        self._matchers = _MATCHERS.setdefault(context.references, {})
        self._names: dict[str, dict[str, float]] = {}
        self._candidates: dict[str, Candidates] = {}

    def of(self, category: int) -> Asked:
        """Return what is asked of a category; nothing where no file covers it."""
        key = self._context.coverage.key(str(category))
        if key not in self._asked:
            self._asked[key] = self._read(self._context.requirements(key))
        return self._asked[key]

    def theme_word(self, attribute: str) -> str:
        """Return an attribute as themes name it."""
        return themes.normal_form(self._context.feed_name(attribute))

    def matcher(self, requirements: Requirements, name: str) -> ValueMatcher:
        """Return what finds the accepted values of an attribute."""
        accepted, language = requirements.accepted(name), self._context.language
        listed = (tuple(accepted.texts), accepted.current(accepted.texts)) if accepted else None
        key = (name, language, listed)
        if key not in self._matchers:
            self._matchers[key] = ValueMatcher(AcceptedList(name, accepted), language)
        return self._matchers[key]

    def likeness(self, field: str, attribute: AskedAttribute) -> float:
        """Return how alike the name of a field is to one of an attribute's, from 0 to 1."""
        known = self._names.setdefault(field, {})
        for label in attribute.labels:
            if label not in known:
                known[label] = self._alike(field, label)
        return max(known[label] for label in attribute.labels)

    def _alike(self, field: str, label: str) -> float:
        if label not in self._candidates:
            self._candidates[label] = Candidates((label,), frozenset(), "names")
        return min(1.0, max((score for _, score in self._candidates[label].scored(field)), default=0.0))

    def _read(self, requirements: Requirements) -> Asked:
        offered = requirements.themes if requirements.lists_themes else themes.documented()
        usable = tuple(sorted({t for t in map(_spelled, offered) if requirements.is_theme(t)}, key=_order))
        in_themes = {word for theme in usable for word in themes.attributes(theme)}
        required = {one.spelling: one for one in requirements.required}
        found: dict[str, AskedAttribute] = {}
        for name in requirements.spellings:
            meant = [one.attribute for one in requirements.meant(name)]
            if not meant or any(one.is_sent_by_integration or one.is_theme for one in meant):
                continue
            values = self.matcher(requirements, name)
            in_theme = self.theme_word(name) in in_themes
            if in_theme or name in required or values.has_list:
                labels = dict.fromkeys((name, *(one.label for one in meant)))
                is_documented = self.theme_word(name) in _ALWAYS
                is_required = name in required and required[name].is_meant  # old files mark too much
                is_usual = is_required or values.has_list or is_documented
                found[name] = AskedAttribute(
                    name, tuple(labels), values, None, in_theme, is_required, is_usual, is_documented
                )
        listed = {name: find_subjects(name) for name, one in found.items() if one.values.has_list}
        for name, one in found.items():
            found[name] = one._replace(telling=_telling(one, listed, found))
        return Asked(requirements, found, required, usable)


def _telling(
    one: AskedAttribute, listed: Mapping[str, Set[str]], others: Mapping[str, AskedAttribute]
) -> ValueMatcher | None:
    """Return the list by which the values of an attribute are known."""
    if one.values.has_list:
        return one.values
    subjects = find_subjects(one.name)
    same = sorted(name for name, its in listed.items() if subjects and its == subjects)
    return others[min(same, key=lambda name: (not name.startswith(one.name), name))].values if same else None


_ALWAYS = ("size", "color")
"""What VTEX documents as themes: asked of every product that has them, whether it varies in them or not."""


def _spelled(theme: str) -> str:
    """Return a theme as VTEX documents it, where it is one of the documented, else as the file has it."""
    form = themes.normal_form(theme)
    return next((each for each in themes.documented() if themes.normal_form(each) == form), theme)


_FIRST = ("SizeColor", "ColorSize", "Size", "Color")
"""The themes that VTEX documents, in the order in which they are preferred."""


def _order(theme: str) -> tuple[int, int, str]:
    place = _FIRST.index(theme) if theme in _FIRST else len(_FIRST)
    return place, len(themes.attributes(theme)), theme


# What is there


def fields_of(skus: SheetSkus, category: int) -> list[Field]:
    """Return the fields in which SKUs of a category that would be sent have a value, by name."""
    varying = _varying(skus.index, skus.places_of(category))
    having = skus.index.with_value
    homes: dict[str, set[int]] = {}
    for pair in skus.pairs_of(category):
        for number, count in having[pair].items():
            if count:
                homes.setdefault(skus.index.fields[number], set()).add(pair)
    return [
        Field(name, dict(uses), name in varying, frozenset(homes.get(name, ())))
        for name, uses in sorted(skus.values_of(category).items())
    ]


def _varying(index: SkuIndex, places: Iterable[int]) -> Collection[str]:
    """Return the fields of SKUs that have two values at least inside a product."""
    own, cells, field_of, product_of = index.own, index.cells, index.field_of, index.product_of
    width = len(index.fields)
    first: dict[int, int] = {}
    found: set[int] = set()
    for place in places:
        product = product_of[place]
        if product == NONE:
            continue
        before = NONE
        for cell in own.of(place):
            field = field_of[cell]
            if field == before or not cells[cell].value:  # of several values of a SKU the first one counts
                continue
            before = field
            if first.setdefault(product * width + field, cell) != cell:
                found.add(field)
    return {index.fields[field] for field in found}


# The theme


def propose_themes(
    asked: Asked, words: Mapping[str, Sequence[str]], varying: Set[str], twins: TwinCheck
) -> tuple[Proposal, ...]:
    """Return the themes that a category may have, the best first; none where no field varies.

    `words` are by an attribute as themes name it the fields that are mapped to it, `varying` the fields that
    differ inside products.
    """
    wanted = {word for word, fields in words.items() if not varying.isdisjoint(fields)}
    if not wanted:
        return ()
    found = [
        Proposal(theme, sure)
        for theme in asked.themes
        if (sure := _probability(set(themes.attributes(theme)), wanted, words, twins))
    ]
    return tuple(sorted(found, key=lambda each: (-each.probability, _order(each.text))))


def _probability(
    named: set[str], wanted: set[str], words: Mapping[str, Sequence[str]], twins: TwinCheck
) -> float:
    if not named <= words.keys() or named.isdisjoint(wanted):
        return 0.0
    if named == wanted:
        return _SAME_ATTRIBUTES
    if named > wanted:
        return _NAMES_MORE
    fields = [field for word in sorted(named) for field in words[word]]
    return _LEAVES_TWINS if twins.leaves_twins(fields) else _TELLS_ALL_APART


class TwinCheck:
    """Says whether SKUs of one product in a category are alike in some fields."""

    def __init__(self, skus: SheetSkus, category: int) -> None:
        self._skus, self._category = skus, category
        self._found: dict[tuple[str, ...], bool] = {}

    def leaves_twins(self, fields: Sequence[str]) -> bool:
        """Return whether two SKUs of a product have the same values in these fields."""
        key = tuple(sorted(fields))
        if key not in self._found:
            self._found[key] = any(self._repeated(key))
        return self._found[key]

    def _repeated(self, fields: Sequence[str]) -> Iterator[bool]:
        index = self._skus.index
        numbers = frozenset(index.number_of_field[each] for each in fields)
        for pair in self._skus.pairs_of(self._category):
            for places in index.alike(pair, numbers).values():
                products = [index.product_of[place] for place in places if index.product_of[place] != NONE]
                yield len(set(products)) < len(products)


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
