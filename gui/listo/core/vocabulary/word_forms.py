"""The forms in which words are compared: cut out of a text, without case, accents, plurals and endings."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_APOSTROPHES = re.compile(r"(?<=\w)['’`´](?=\w)")
_INCHES = re.compile(r"(?<=[0-9])\s?(?:[\"″”]|'')")
_HALF = re.compile(r"(?<=[0-9])\s+1/2\b")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_SHARES = (re.compile(r"([0-9]+)\s*%\s*([^0-9%]+)"), re.compile(r"(?P<of>[^0-9%]+?)\s*(?P<share>[0-9]+)\s*%"))

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


@lru_cache(maxsize=8192)  # more different texts than a sheet of 100,000 rows has
def split_words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text, what has a share by how large it is."""
    plain = _APOSTROPHES.sub("", _CAMEL.sub(" ", text))
    plain = _by_share(_HALF.sub(".5", _INCHES.sub(" inches ", fold_word(plain))))
    return tuple(_number(token) if token[0].isdigit() else token for token in _TOKEN.findall(plain))


def _by_share(text: str) -> str:
    """Return `5% elastane, 95% cotton` as `cotton elastane`."""
    if "%" not in text:
        return text
    for pattern in _SHARES:
        shares = [(int(a), b) if a.isdigit() else (int(b), a) for a, b in pattern.findall(text)]
        if shares and all(_TOKEN.search(name) for _, name in shares):
            return " ".join(name for _, name in sorted(shares, key=lambda share: -share[0]))
    return text


def _number(token: str) -> str:
    """Return a number in one spelling: `10,50` and `10.5`, `1.000` and `1000` are the same."""
    if _THOUSANDS.fullmatch(token):
        return re.sub("[.,]", "", token)
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
