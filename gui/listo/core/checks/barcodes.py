"""What a text in the place of a barcode number is: one that Amazon takes, words in its stead, or a wrong one.

Right lengths are 8, 12, 13 and 14 digits, and the last digit follows from the others (GS1 General
Specifications, section 7.9). Of prefixes only those are looked at that are no product's outside one company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from listo.core.mapping.cell_text import clean

Fault = Literal["missing", "placeholder", "invalid"]
Use = Literal["in-store", "carton", "one-digit"]
"""What a right number is that names no product for everybody."""

SHORTEST = 8
_LENGTHS = (8, 12, 13, 14)
"""The digits of a GTIN-8, UPC, EAN and GTIN-14 (GS1, see above)."""

_FEWEST_DIGITS_LEFT = 5
"""How many digits must be left for a number to have lost zeros rather than to be another number.

Chosen: up to four are prices, years and sizes, of which the last digit fits one time in ten by chance.
"""

_REMEMBERED = 1 << 18
"""Numbers: as many SKUs. Measured: 94 bytes each, and 3 µs saved whenever all checks run anew."""

_ZERO = ord("0")

_ONE_DIGIT = re.compile(r"(\d)\1*")
_INSTEAD = re.compile(
    r"(?:sem|sin|without|no|não|nao|not|n/?[ad]|isent[oa]|exent[oa]|exempt)\b", re.IGNORECASE
)
_DAMAGE = re.compile(r"^['’`]+|[.,]0+$|[\s.\-–'’`]+")


@lru_cache(maxsize=_REMEMBERED)
def fault(text: str) -> Fault | None:
    """Return what is wrong with a text that should be an EAN, UPC or GTIN; None where nothing is."""
    if not text:
        return "missing"
    if text.isascii() and text.isdigit():  # as nearly all are: a quarter of the time
        return "placeholder" if text == text[0] * len(text) else None if _is_valid(text) else "invalid"
    if not any(map(str.isdigit, text)) or _INSTEAD.match(text) or _ONE_DIGIT.fullmatch(compact(text)):
        return "placeholder"
    return None if _is_valid(text) else "invalid"


def fault_of_sku(text: str) -> Fault | None:
    """Return what holds a SKU up: as `fault`, but of digits only zeros are a placeholder.

    Nothing is remembered: it is asked once for each of a million SKUs.
    """
    found = fault.__wrapped__(text)
    return "invalid" if found == "placeholder" and text.isdigit() and text.strip("0") else found


def error_of(text: str) -> str:
    """Return the error that a wrong number leads to."""
    return "ean-too-short" if len(compact(text)) < SHORTEST else "asin-missing-attributes"


_BEFORE_SHORTEST = "0" * 6
"""How a number of 8 digits begins with 14."""

_IN_STORE = frozenset({"02", "04", *map(str, range(20, 30))})
"""How numbers of 13 digits begin that each company gives out for itself (GS1 General Specifications, 1.4)."""


def gtin(text: str) -> str:
    """Return a right number with the 14 digits in which all are compared."""
    return (text if text.isdigit() else compact(text)).zfill(14)


def restricted_use(text: str) -> Use | None:
    """Return what a right number is that names no product for everybody; None for any other."""
    number = gtin(text)
    if number.startswith(_BEFORE_SHORTEST) and len(text if text.isdigit() else compact(text)) == SHORTEST:
        return None
    if number[0] != "0":
        return "carton"
    if not number[1:-1].strip(number[1]):
        return "one-digit"
    return "in-store" if number[1:3] in _IN_STORE else None


def compact(text: str) -> str:
    """Return a barcode number without the blanks and dashes that people put into it."""
    return clean(text).replace(" ", "").replace("-", "")


def repair(text: str) -> tuple[str, ...]:
    """Return what a wrong number may have been, best first: with its lost zeros, without stray marks."""
    return tuple(dict.fromkeys(each for each in _candidates(text) if fault(each) is None))


def _candidates(text: str) -> Iterator[str]:
    digits = _DAMAGE.sub("", text)
    if digits.isdigit():
        yield digits
        if len(digits) >= _FEWEST_DIGITS_LEFT:
            yield from (digits.zfill(length) for length in _LENGTHS[:3] if length > len(digits))
    yield from _from_isbn(digits)
    yield from _from_upc_e(digits)


def _is_valid(text: str) -> bool:
    if not text.isascii():
        return False
    if len(text) in _LENGTHS and text.isdigit():  # without the cleaning, which takes most of the time
        digits = text.encode()
        weighed = sum(digits[::-2]) + 3 * sum(digits[-2::-2])
        return (weighed - _ZERO * (len(digits) // 2 * 4 + len(digits) % 2)) % 10 == 0
    from stdnum import ean

    return ean.is_valid(text)


def _from_isbn(digits: str) -> Iterator[str]:
    from stdnum import isbn

    if len(digits) == 10 and isbn.is_valid(digits):
        yield str(isbn.to_isbn13(digits))


def _from_upc_e(digits: str) -> Iterator[str]:
    """Yield the twelve digits of which a short UPC leaves the zeros out."""
    if len(digits) != SHORTEST or digits[0] not in "01" or not digits.isdigit():
        return
    system, body, last, check = digits[0], digits[1:6], digits[6], digits[7]
    if last in "012":
        number = body[:2] + last + "0000" + body[2:]
    elif last == "3":
        number = body[:3] + "00000" + body[3:]
    elif last == "4":
        number = body[:4] + "00000" + body[4:]
    else:
        number = body + "0000" + last
    yield system + number + check
