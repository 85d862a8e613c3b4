"""The names in reference files: of attributes, how ids, paths and labels are taken apart; of sheets.

An id of 2019 to 2026 is a word with perhaps a number (`bullet_point3`); one of the unified templates
is a path (`color[marketplace_id=…][language_tag=…]#1.value`). Its family is what remains without
selectors, numbers and a last `.value`: `bullet_point`, `color`, `shirt_size.size`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from functools import cache
from typing import Any

from listo.core import resources

_SELECTOR = re.compile(r"\[[^\]]*\]")
_NUMBER = re.compile(r"#\d+")
_LAST_NUMBER = re.compile(r"_?\d+$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_STRAY_BLANKS = ("  ", " \n", "\n ", *"\t\v\f\r\x1c\x1d\x1e\x1f")
_PARTS_WITHOUT_NAME = ("value", "name", "size")

MOST_HEADER_LETTERS = 1_000
"""Letters of a text that are looked at to tell whether it is a header: far more than one has. A cell may hold
60 million, and brackets that are never closed take the square of their number."""


def normalize_value(text: str) -> str:
    """Return a value as it is compared: no blanks around it, no-break ones plain, runs of blanks one."""
    seen = text if text.isascii() else _INVISIBLE.sub("", text)
    return " ".join(seen.split())


def are_normal(texts: Sequence[str]) -> bool:
    """Return whether all of many texts are known to be normal, in a fortieth of the time."""
    joined = "\n".join(texts)
    return (
        joined.isascii()
        and joined.count("\n") == len(texts) - 1
        and not any(blanks in joined for blanks in _STRAY_BLANKS)
        and joined.strip(" ") == joined
    )


def fold_header(text: str) -> str:
    """Return a header or sheet name as it is compared: no case, accents, marks or decoration.

    `SKU ID *`, `Id SKU` and `skuId (Not Changeable)` differ in words only.
    """
    return _folded(text[:MOST_HEADER_LETTERS])


@cache
def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"\([^)]*\)", " ", text))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", letters))


@cache
def fold_case_and_accents(text: str) -> str:
    """Return what texts have in common that differ in capitals and accents alone: `GÊNERO`, `genero`."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def strip_selectors(key: str) -> str:
    """Return a path without its selectors: `color#1.value`."""
    return (_SELECTOR.sub("", key) or key) if "[" in key else key


@cache
def family(key: str) -> str:
    """Return what a path or id has in common with its numbered twins."""
    path = strip_selectors(key)
    if "#" not in path:
        return _LAST_NUMBER.sub("", path) or path
    parts = _NUMBER.sub("", path).split(".")
    if len(parts) > 1 and parts[-1] == "value":
        parts.pop()
    parts[0] = _LAST_NUMBER.sub("", parts[0])
    return ".".join(parts) or path


def plain_names(family_name: str) -> tuple[str, ...]:
    """Return the plain names that a family goes by: `closure.type` is `closure_type`."""
    parts = family_name.split(".")
    if len(parts) == 1:
        return (family_name,)
    if parts[-1] in _PARTS_WITHOUT_NAME:
        return ("_".join(parts[:-1]),)
    if parts[-1].startswith(parts[0]):
        return (parts[-1],)
    return ("_".join(parts),)


def to_camel_case(word: str) -> str:
    """Return `target_gender` as the XML feed would write it: `TargetGender`."""
    return "".join(piece[:1].upper() + piece[1:] for piece in word.split("_"))


@cache
def feed_names() -> dict[str, tuple[str, ...]]:
    """Return the names of the XML feed, each with the families that go by it, the likeliest first."""
    return {feed: tuple(fields) for feed, fields in _table()["feed"].items()}


@cache
def sent_families() -> frozenset[str]:
    """Return the families that VTEX fills from the product itself, and their names in the XML feed."""
    families: list[str] = _table()["sent"]
    return frozenset((*families, *(feed for each in families if (feed := feed_name_of(each)))))


def feed_name_of(family_name: str) -> str | None:
    """Return the usual name in the XML feed of a family, or None."""
    return _feed_by_family().get(family_name)


@cache
def _feed_by_family() -> dict[str, str]:
    usual: dict[str, str] = {}
    for feed, families in feed_names().items():
        for each in families:
            usual.setdefault(each, feed)
    return usual


def known_ids() -> Set[str]:
    """Return the families that templates of any generation are known to use."""
    return _feed_by_family().keys()


def find_feed_name(text: str) -> str | None:
    """Return the XML feed's name that a text is in some case, perhaps with blanks: `Target gender`."""
    return _feed_by_letters().get(_letters(text))


def is_attribute_name(text: str) -> bool:
    """Return whether a text is the name of an attribute in the XML feed or in a template, in any case."""
    letters = _letters(text)
    return letters in _feed_by_letters() or letters in _ids_by_letters()


def _letters(text: str) -> str:
    return fold_header(text).replace(" ", "").replace("_", "")


@cache
def _feed_by_letters() -> dict[str, str]:
    return {_letters(feed): feed for feed in feed_names()}


@cache
def _ids_by_letters() -> frozenset[str]:
    return frozenset(_letters(each) for each in known_ids())


def find_id_in_right_case(text: str) -> str | None:
    """Return the id of some template that a text is in another case, or None."""
    return _ids_by_case().get(text.casefold())


@cache
def _ids_by_case() -> dict[str, str]:
    return {each.casefold(): each for each in known_ids()}


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = resources.read_json("vocabulary/attributes.json")
    return table


def is_name_of_values(sheet: str) -> bool:
    """Return whether a sheet is called `Valid Values` in some language."""
    return fold_header(sheet) in amazon_words()["valid-values"]


@cache
def amazon_words() -> dict[str, Any]:
    """Return what words of Amazon's templates mean, in the languages that templates come in."""
    table: dict[str, Any] = resources.read_json("vocabulary/amazon-words.json")
    return table
