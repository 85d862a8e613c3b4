"""Which product type of Amazon a category is about, where its name says so beyond doubt.

Amazon's product types (`SHIRT`, `sockshosiery`, `FOOD_STORAGE_CONTAINER`) and VTEX's global categories were
made apart from each other. A wrong guess calls right values wrong, so a name speaks only where nothing else
can be meant: its last word is the kind of thing (`Shirts & Tops` says shirts, `Muffin & Pastry Pans` no
muffins), what stands above says it only of what ends with its name (of `Film Cameras`, not of `Webcams`), and
accessories of a thing are not the thing. Where a file has a narrower type beside a wide one, the wide name
says neither.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from listo.core import resources
from listo.core.texts import LANGUAGES
from listo.core.vocabulary import categories

_LISTED = re.compile(r"\s*[&,/;]\s*|\s+(?:and|e|y|ou|o|or)\s+")
_WORDS = re.compile(r"[a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class CategoryNames:
    """What one category is called, in one or several languages, and whether none stands below it.

    `head` is the name whose last word is the kind of thing: the English one, where there is one.
    """

    names: frozenset[str]
    head: str
    is_leaf: bool = True


_LEVELS_APART = 2
"""What stands beside a category of the second level is as far apart as shoes and jewelry."""

Lineage = Sequence[CategoryNames]
"""A category, then each category above it, to the top of the tree."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What the names of one category say: kinds of thing, each as `form` has it."""

    whole: frozenset[str]
    listed: frozenset[str]
    is_appendage: bool


def lineage_of(category_id: int) -> Lineage:
    """Return a global category and those above it; empty if it is unknown."""
    return [_own(each) for each in categories.ancestors(category_id)]


def lineage_of_name(name: str) -> Lineage:
    """Return a store's category: the global category of that name, else the name; nothing if two have it."""
    found = _by_name().get(form(name), frozenset())
    if len(found) == 1:
        own, *above = lineage_of(next(iter(found)))
        return [CategoryNames(own.names | {name}, own.head, own.is_leaf), *above]
    return [CategoryNames(frozenset({name}), name)] if name.strip() and not found else []


def told_type(lineage: Lineage, product_types: Iterable[str]) -> str | None:
    """Return the one of a file's product types that a category is about; None where that is not certain."""
    by_form = {form(each): each for each in product_types}
    if not by_form:  # nothing can be told, and nothing of all categories is to be read
        return None
    for kinds, is_appendage in _levels(lineage):
        told = kinds & by_form.keys() - _general()
        if told:
            one = next(iter(told)) if len(told) == 1 else None
            return by_form[one] if one and not _has_narrower(one, by_form) else None
        if is_appendage or kinds & _known_types():
            return None  # of a thing, not the thing; or a type that this file does not have
    return None


def category_of_type(product_type: str) -> int | None:
    """Return the one global category whose own name says a product type; None where there is not just one.

    By its name the type can be told in the reader's language.
    """
    places = _by_kind().get(form(product_type), frozenset())
    return next(iter(places)) if len(places) == 1 else None


def says_another_type(lineage: Lineage, product_types: Iterable[str]) -> bool:
    """Return whether a category is about a product type that is none of these, beyond doubt.

    Either a name says a type of Amazon's, or the types have their place in another part of the tree.
    """
    own = {form(each) for each in product_types}
    for kinds, _ in _levels(lineage):
        if kinds & own:
            return False
        if kinds & _known_types():
            return True
    tops = {top for each in own for top in _tops_of(each)}
    here = _top_of(lineage)
    return bool(tops and here) and here not in tops


def is_near(lineage: Lineage, product_types: Iterable[str]) -> bool:
    """Return whether a category lies close to where one of the types has its place in the tree.

    So it may be about one of them, which is worth asking, and it says no other. Close are what stands above
    the place, and what stands beside and below it: with a whole top of the tree musical instruments would be
    close to scissors.
    """
    types, here = tuple(product_types), _path_of(lineage)
    places = (place for each in types for place in _paths_of(form(each)))
    return any(_are_close(here, place) for place in places) and not says_another_type(lineage, types)


def _are_close(here: tuple[int, ...], place: tuple[int, ...]) -> bool:
    beside = place[:-1] if len(place) > _LEVELS_APART else place
    return bool(here) and (here[: len(beside)] == beside or place[: len(here)] == here)


def _levels(lineage: Lineage) -> Iterator[tuple[frozenset[str], bool]]:
    """Yield what a category says, then what those above it say of it: the kind, and whether it is none.

    What stands above says the kind of a category whose own name ends with its name.
    """
    below: list[str] = []
    for level in lineage:
        said, end = _said(level), form(level.head)
        if all(one.endswith(end) for one in below):
            yield (said.whole if below else said.whole | said.listed), said.is_appendage
        elif said.is_appendage:
            yield frozenset(), True
        below.append(end)


def is_in_kind(lineage: Lineage, kind: str) -> bool:
    """Return whether a category lies in the part of the tree that a flat file of that kind is for.

    `kind` is the file's own word for it: `Clothing`, `autoaccessory`.
    """
    its_word = _plain(kind).replace(" ", "")
    parts, left_out = (_table()[each].get(its_word, []) for each in ("kinds", "kinds_without"))
    return _lies_in(lineage, parts) and not _lies_in(lineage, left_out)


def _lies_in(lineage: Lineage, parts: Sequence[int]) -> bool:
    names = {form(categories.name(each, "en") or "") for each in parts}
    return any(not names.isdisjoint(map(form, level.names)) for level in lineage)


def is_of_another_kind(lineage: Lineage, kind: str) -> bool:
    """Return whether a category lies in a part of the tree that a flat file of that kind is not for."""
    is_known = _plain(kind).replace(" ", "") in _table()["kinds"]
    return is_known and _top_of(lineage) is not None and not is_in_kind(lineage, kind)


def is_named_so(lineage: Lineage, name: str) -> bool:
    """Return whether a tab bears the category's own name, or a kind that it lists, in any language.

    Tabs cut names at 31 letters.
    """
    if not lineage:
        return False
    own = lineage[0].names
    cut = [each[:_LONGEST_TAB] for each in own] if len(name) >= _LONGEST_TAB else []
    return form(name) in {*map(form, (*own, *cut)), *_said(lineage[0]).listed}


_LONGEST_TAB = 31
"""How many letters the name of a sheet has at most, in Excel."""


@lru_cache(maxsize=8192)  # a name is asked for by each category below it
def form(text: str) -> str:
    """Return what the spellings of a product type have in common: `SAUTE_FRY_PAN`, `Saute fry pans`."""
    return "".join(map(_singular, _WORDS.findall(_plain(text))))


def _plain(text: str) -> str:
    spaced = _CAMEL.sub(" ", text.replace("_", " "))
    if spaced.isascii():
        return spaced.lower()
    letters = unicodedata.normalize("NFKD", spaced).casefold()
    if letters.isascii():
        return letters
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=16_384)  # more words than the names of all categories have
def _singular(word: str) -> str:
    """Return a word without its plural's ending, English or Romance; the same for every spelling of it."""
    word = _cut(word)
    if len(word) > 3 and word.endswith("ie"):
        return word[:-2] + "y"  # a necktie is two neckties, a baby two babies
    return word[:-2] + "f" if len(word) > 4 and word.endswith(("ve", "fe")) else word  # a knife, two knives


def _cut(word: str) -> str:
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _is_plural(words: Sequence[str]) -> bool:
    return bool(words) and _cut(words[-1]) != words[-1]


@cache
def _said(category: CategoryNames) -> _Said:
    names = category.names
    whole = {form(name) for name in names if len(_parts(name)) == 1}
    listed = (
        {form(part) for name in names for part in _kinds_listed(_parts(name))} if category.is_leaf else set()
    )
    listed = {each for each in listed if each not in _by_name()}  # else it has a category of its own
    english = {form(part) for part in (category.head, *_parts(category.head))}
    false_friends = _english_words() - english  # `Pastas` are briefcases in Portuguese
    aliases = {
        each for name in names for number in _by_name().get(form(name), ()) for each in _aliases(number)
    }
    ends = {_singular(words[-1]) for name in names if (words := _WORDS.findall(_plain(name)))}
    return _Said(
        frozenset((whole - false_friends) | aliases) - {""},
        frozenset(listed - false_friends) - {""},
        bool(ends & _appendages()),
    )


def _parts(name: str) -> list[str]:
    return [part for part in _LISTED.split(name) if part.strip()]


def _kinds_listed(parts: Sequence[str]) -> Iterator[str]:
    """Yield the parts of a list of kinds that are whole names by themselves.

    In `Shirts & Tops` both are. A part in the singular only tells more of what follows (`Muffin & Pastry
    Pans`), and one word after several may stand for another kind (`Measuring Cups & Spoons`).
    """
    words = [_WORDS.findall(_plain(part)) for part in parts]
    if all(len(each) == 1 for each in words):
        yield from parts if len(parts) > 1 else ()
    elif all(len(each) > 1 or place == 0 for place, each in enumerate(words)):
        for place, part in enumerate(parts):
            is_last = place == len(parts) - 1
            if all(map(_is_plural, words[:place])) and (is_last or _is_plural(words[place])):
                yield part


def _has_narrower(one: str, others: Collection[str]) -> bool:
    """Return whether a file has a type that is a kind of this one, by its name or by what is known."""
    narrower = {form(each) for each in _narrower().get(one, ())}
    return any(other in narrower or (other != one and other.endswith(one)) for other in others)


@cache
def _tops_of(its_form: str) -> set[int]:
    """Return the tops of the tree under which a product type has a category of its name."""
    return {tuple(categories.ancestors(place))[-1] for place in _by_kind().get(its_form, ())}


@cache
def _paths_of(its_form: str) -> frozenset[tuple[int, ...]]:
    """Return the ways from the top of the tree to the categories of a product type's name."""
    found = _by_kind().get(its_form, ())
    return frozenset(tuple(reversed(tuple(categories.ancestors(place)))) for place in found)


@cache
def _by_kind() -> Mapping[str, frozenset[int]]:
    """Return the global categories by each kind of thing that their own names say."""
    found: dict[str, set[int]] = {}
    for number in categories.all_ids():
        said = _said(_own(number))
        for kind in said.whole | said.listed:
            found.setdefault(kind, set()).add(number)
    return {kind: frozenset(numbers) for kind, numbers in found.items()}


def _top_of(lineage: Lineage) -> int | None:
    names = {form(name) for name in lineage[-1].names} if lineage else set()
    tops = {number for name in names for number in _by_name().get(name, ()) if number in _tops()}
    return next(iter(tops)) if len(tops) == 1 else None


def _path_of(lineage: Lineage) -> tuple[int, ...]:
    """Return the way from the top of the tree to a category, as far as it is found by its names."""
    path: list[int] = []
    for level in reversed(lineage):
        named = (number for name in level.names for number in _by_name().get(form(name), ()))
        found = {
            number for number in named if tuple(categories.ancestors(number))[1:] == tuple(reversed(path))
        }
        if len(found) != 1:
            break
        path += found
    return tuple(path)


@cache
def _own(category_id: int) -> CategoryNames:
    head = categories.name(category_id, "en") or ""
    return CategoryNames(_names(category_id), head, category_id not in _parents())


@cache
def _tops() -> frozenset[int]:
    return frozenset(tuple(categories.ancestors(each))[-1] for each in categories.all_ids())


@cache
def _parents() -> frozenset[int]:
    """Return the categories that have others below them."""
    return frozenset(
        above for each in categories.all_ids() for above in tuple(categories.ancestors(each))[1:2]
    )


@cache
def _names(category_id: int) -> frozenset[str]:
    return frozenset(filter(None, (categories.name(category_id, language) for language in LANGUAGES)))


@cache
def _english_words() -> frozenset[str]:
    """Return every word of the categories' English names: product types are English."""
    names = (categories.name(each, "en") or "" for each in categories.all_ids())
    return frozenset(_singular(word) for name in names for word in _WORDS.findall(_plain(name)))


@cache
def _by_name() -> Mapping[str, frozenset[int]]:
    """Return the global categories by what the spellings of their whole names have in common."""
    found: dict[str, set[int]] = {}
    for category_id in categories.all_ids():
        for name in _names(category_id):
            found.setdefault(form(name), set()).add(category_id)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _aliases(category_id: int) -> frozenset[str]:
    return _alias_forms().get(category_id, frozenset())


@cache
def _alias_forms() -> Mapping[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for product_type, numbers in _table()["types"].items():
        for number in numbers:
            found.setdefault(number, set()).add(form(product_type))
    return {number: frozenset(types) for number, types in found.items()}


@cache
def _narrower() -> Mapping[str, Sequence[str]]:
    return {form(wide): narrow for wide, narrow in _table()["narrower"].items()}


@cache
def _known_types() -> frozenset[str]:
    """Return the product types that are known to be Amazon's, whichever files there are."""
    table = _table()
    listed = [
        *table["types"],
        *table["others"],
        *table["narrower"],
        *(each for few in table["narrower"].values() for each in few),
    ]
    return frozenset(map(form, listed))


@cache
def _appendages() -> frozenset[str]:
    return frozenset(_singular(word) for word in _table()["appendages"])


@cache
def _general() -> frozenset[str]:
    return frozenset(map(form, _table()["general"]))


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = resources.read_json("vocabulary/product-types.json")
    return table
