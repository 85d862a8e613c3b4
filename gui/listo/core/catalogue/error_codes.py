"""Tells which of Amazon's error numbers a pasted text gives, and how: numbers win over words.

Orders, SKUs and lots have numbers too: one counts alone, beside a word for it, at the beginning, in a link,
a field or a cell of a report, and only where it is one of those known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from listo.core.catalogue import entries

_CODE = r"([0-9]{2,9}|MD[0-9]{4}|[A-Za-z]+_[A-Za-z_]+)"
_FOR_IT = r"(?:error|errore?s|erro|code|c[oó]digo|c[oó]d|cod)"
_SEVERITY = r"(?:error|erro|warning|warn|aviso|advert[eê]ncia|advertencia|alerta)"

_ALONE = re.compile(
    r"\W*(?:(?:amazon|error|erro|code|c[oó]digo|cod|n[uú]mero|number|do|de|da|del|la|#)\W+)*"
    r"([0-9]{4,9}|(?<=[a-z#]\W)[0-9]{2,3}|(?<=[a-z]\W\W)[0-9]{2,3}|[A-Za-z]+_?[A-Za-z0-9_]+)\W*",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\berrorcode(?:/|\W{1,3}|%2F)([0-9]{2,9})\b", re.IGNORECASE)
"""Amazon's page on one error, to which its messages lead; one of nine digits is its page on all of them."""

_FIELD = re.compile(
    r"(?:\b|_)(?:(?:error|erro|resultmessage|result_message|codigo)[_ -]?)?"
    r"(?:code|codigo|c[oó]digo|erro)\b[\"']?"
    rf"\s*[:=>]+\s*[\"']?{_CODE}\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?:{_FOR_IT}|{_SEVERITY})\b(?:\W{{1,4}}(?:{_FOR_IT}|es|[eé]|is|was|de|da|do|del|amazon|n[uú]mero))*"
    rf"\W{{1,4}}{_CODE}\b(?![.,/-][0-9])",
    re.IGNORECASE,
)
_OTHERS_CODE = re.compile(
    r"\b(?:product|item|zip|postal|post|promo|discount|tracking|bar|area|country|color|colour|verification|"
    r"security|access|activation|invoice|order|coupon|dress)[ -]codes?\b|"
    r"\bc[oó]digos? (?:postal|promocional|de barras|"
    r"d[eo]l? (?:produto|producto|item|art[ií]culo|cliente|pedido)|"
    r"de (?:rastreio|rastreamento|seguimiento|acesso|acceso|verifica\w+|desconto|descuento|cor|color))\b",
    re.IGNORECASE,
)
_COUNTED = (
    r"(?!\s+(?:pieces|pcs|units|items|sold|piezas|unidades|art[ií]culos|pe[cç]as|itens|vendid\w+|people|"
    r"pessoas|personas|days|dias|d[ií]as|reais|pesos|d[oó]lares|dollars)\b|"
    r",?\s+(?-i:[A-Z][a-z]+)[\w ]*,\s*(?-i:[A-Z]{2})\b)"
)
_LEADING = re.compile(
    rf"[\W_]*{_CODE}\b(?![.,/-][0-9]){_COUNTED}(\s*[-–—:;|\t)\].]|\s+{_SEVERITY}\b)?", re.IGNORECASE
)
_CELL = re.compile(r"\s*[\t;|]\s*")
_IS_SEVERITY = re.compile(_SEVERITY, re.IGNORECASE)

_OF_AMAZON = re.compile(
    r"amazon|seller ?central|asin|\bsku|listing|\bfeed|attributenames|severity|"
    r"\bmarcas?\b|\bbrand|\b(?:ean|gtin|upc)\b",
    re.IGNORECASE,
)
_LONG = 5
"""Digits of a known number that can only be Amazon's: those of four are also years, prices and places."""

_NAMED_BY_OTHERS = 4
"""Digits below which `error 15` may be anybody's: many programs number theirs so."""

_PAGE_ON_ALL = 9
"""Digits of the number of Amazon's page on all errors."""


def codes_alone(decoded: str) -> list[str]:
    """Return the number that is all of a text, beside words for it."""
    alone = _ALONE.fullmatch(decoded.strip())
    return [alone[1]] if alone else []


def linked_codes(decoded: str) -> list[str]:
    """Return the numbers of errors to whose pages a text links, known or not."""
    return [code for code in _LINKED.findall(decoded) if len(code) < _PAGE_ON_ALL or _is_known(code)]


def named_codes(decoded: str) -> list[str]:
    """Return the known numbers that a text names as such, in their order, each once."""
    said = _OTHERS_CODE.sub(" ", decoded)
    return list(dict.fromkeys(code for code in _named(said) if _is_known(code)))


def is_severity(cell: str) -> bool:
    """Return whether a cell of a report says how grave something is ("Error")."""
    return _IS_SEVERITY.fullmatch(cell) is not None


def _named(decoded: str) -> Iterator[str]:
    yield from _FIELD.findall(decoded)
    of_amazon = _OF_AMAZON.search(decoded) is not None
    yield from (code for code in _NAMED.findall(decoded) if of_amazon or _tells(code))
    leading = _LEADING.match(decoded)
    if leading and leading.end() < len(decoded) and (_is_long(leading[1]) or leading[2] or of_amazon):
        yield leading[1]
    cells = _CELL.split(decoded)
    if any(map(is_severity, cells)):
        yield from (cell for cell in cells if cell.isdigit())


def _tells(code: str) -> bool:
    """Return whether a number beside a word for it can be taken for Amazon's, whatever else is said."""
    return not code.isdigit() or len(code) >= _NAMED_BY_OTHERS


def _is_long(code: str) -> bool:
    return not code.isdigit() or len(code) >= _LONG


def _is_known(code: str) -> bool:
    return bool(entries.find_by_code(code))
