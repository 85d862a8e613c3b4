"""How a text is cut into the words and numbers by which it is compared."""

from __future__ import annotations

import re
from functools import lru_cache

from listo.core.vocabulary.glossary import folded

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_APOSTROPHES = re.compile(r"(?<=\w)['’`´](?=\w)")
_INCHES = re.compile(r"(?<=[0-9])\s?(?:[\"″”]|'')")
_HALF = re.compile(r"(?<=[0-9])\s+1/2\b")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_SHARES = (re.compile(r"([0-9]+)\s*%\s*([^0-9%]+)"), re.compile(r"(?P<of>[^0-9%]+?)\s*(?P<share>[0-9]+)\s*%"))


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text, what has a share by how large it is."""
    plain = _APOSTROPHES.sub("", _CAMEL.sub(" ", text))
    plain = _by_share(_HALF.sub(".5", _INCHES.sub(" inches ", folded(plain))))
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
