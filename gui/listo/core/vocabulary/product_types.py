"""Which of a workbook's product types a global category is about, where its name says so beyond doubt.

Amazon's product types (`SHIRT`, `sockshosiery`, a tab `Clothing`) and VTEX's global categories were made
apart from each other. A wrong guess would call right values wrong, so an answer needs three things: the
category or the nearest one above it that names a product type names just one, in any of the languages;
every other product type of the workbook is the name of a category too, at the top of the tree or in the
same part of it (boots of shoes are no boots of skis); and none of those stands above or below this one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from listo.core.texts import LANGUAGES
from listo.core.vocabulary import categories

_BETWEEN_KINDS = re.compile(r"\s*[&,/;()]\s*|\s+(?:and|e|y|ou|o|or)\s+")
_WORDS = re.compile(r"[a-z0-9]+")


def find_product_type(category_id: int, product_types: Sequence[str]) -> str | None:
    """Return the one of the product types that a category is about; None where that is not certain."""
    forms = {product_type: normalize_product_type(product_type) for product_type in product_types}
    if len(set(forms.values())) < 2:
        return None
    for place in categories.ancestors(category_id):
        named = [each for each, its_form in forms.items() if its_form in _names_of(place)]
        if named:
            others = (its_form for each, its_form in forms.items() if each != named[0])
            return named[0] if len(named) == 1 and _all_elsewhere(others, category_id, place) else None
    return None


def normalize_product_type(text: str) -> str:
    """Return what the spellings of a product type have in common: `SAUTE_FRY_PAN`, `Saute fry pans`."""
    plain = unicodedata.normalize("NFKD", text.replace("_", " ")).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "".join(map(_singular, _WORDS.findall(letters)))


def _singular(word: str) -> str:
    """Return a word without its plural's ending, English or Romance; the same for every spelling of it.

    Words as short as `gas` and `ties` end so by themselves.
    """
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _all_elsewhere(forms: Iterable[str], category_id: int, named: int) -> bool:
    above = tuple(categories.ancestors(category_id))
    return all(
        _is_elsewhere([tuple(categories.ancestors(each)) for each in _places(one)], above, named)
        for one in forms
    )


def _is_elsewhere(places: Sequence[Sequence[int]], above: Sequence[int], named: int) -> bool:
    """Return whether a product type has its own place, apart from that of another one."""
    near = [place for place in places if len(place) == 1 or place[-1] == above[-1]]
    return bool(near) and not any(place[0] in above or named in place for place in places)


def _places(its_form: str) -> Sequence[int]:
    return _by_form().get(its_form, ())


@cache
def _names_of(category_id: int) -> frozenset[str]:
    """Return the forms of a category's names, and of each kind in `Shirts & Tops`."""
    names = {categories.name(category_id, language) or "" for language in LANGUAGES}
    parts = {part for name in names for part in (name, *_BETWEEN_KINDS.split(name))}
    return frozenset(filter(None, map(normalize_product_type, parts)))


@cache
def _by_form() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for category_id in categories.all_ids():
        for each in _names_of(category_id):
            found.setdefault(each, []).append(category_id)
    return found
