"""What a text in the place of a barcode number is: one that Amazon takes, words in its stead, or a wrong one.

Right lengths are 8, 12, 13 and 14 digits, and the last digit follows from the others (GS1 General
Specifications, section 7.9). Of prefixes only those are looked at that are no product's outside one company.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import reduce
from itertools import compress
from operator import mul, not_, or_
from typing import Literal, NamedTuple

from listo.core.mapping.cell_text import clean
from listo.core.references.columns import CodedColumn
from listo.core.skus.index import SkuIndex

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

_ZERO = ord("0")

_ONE_DIGIT = re.compile(r"(\d)\1*")
_INSTEAD = re.compile(
    r"(?:sem|sin|without|no|não|nao|not|n/?[ad]|isent[oa]|exent[oa]|exempt)\b", re.IGNORECASE
)
_DAMAGE = re.compile(r"^['’`]+|[.,]0+$|[\s.\-–'’`]+")


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
    """Return what holds a SKU up: as `fault`, but of digits only zeros are a placeholder."""
    found = fault(text)
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


# Those of all SKUs


class Barcode(NamedTuple):
    """What a text in the place of a barcode number is; `of_sku` is its fault as `fault_of_sku` tells it."""

    fault: Fault | None = None
    of_sku: Fault | None = None
    use: Use | None = None


_RIGHT = Barcode()
KINDS: Sequence[Barcode | None] = (
    None,
    _RIGHT,
    *(Barcode(use=use) for use in ("in-store", "carton", "one-digit")),
    *(Barcode(each, each) for each in ("missing", "placeholder", "invalid")),
    Barcode("placeholder", "invalid"),
)
"""All that a number can be; None where nothing tells it or the SKU is not sent."""

_NUMBER_OF_KIND = {kind: number for number, kind in enumerate(KINDS)}


class SkuBarcodes:
    """What the barcode number of each SKU is that would be sent: asked for by `SkuIndex.once`."""

    def __init__(self, index: SkuIndex) -> None:
        """Look at each different number once."""
        column = index.export.texts("ean")
        texts, codes = list(column.values), column.codes
        of_text = _kinds_of(texts)
        self.kinds = CodedColumn(KINDS, bytes(map(mul, map(of_text.__getitem__, codes), index.sent)))
        """By place what a SKU's number is."""
        self.repeated: Sequence[Sequence[int]] = tuple(self._repeated(texts, codes))
        """The places of SKUs that have the same right number, however it is written; the first one first."""

    def places(self, wanted: Callable[[Barcode], object]) -> bytes:
        """Return for each place 1 where its number is one of those that are wanted, else 0."""
        flags = bytes(kind is not None and bool(wanted(kind)) for kind in KINDS)
        return bytes(self.kinds.codes).translate(flags.ljust(1 << 8, b"\0"))

    def _repeated(self, texts: Sequence[str | None], codes: Sequence[int]) -> Iterator[Sequence[int]]:
        right = self.places(lambda kind: not kind.fault)
        of_rows = [text or "" for text in compress(map(texts.__getitem__, codes), right)]
        if len(set(map(len, of_rows))) > 1 or not "".join(of_rows).isdigit():
            of_rows = list(map(gtin, of_rows))  # else they differ as they are written
        if len(set(of_rows)) < len(of_rows):
            found: dict[str, list[int]] = {}
            for place, number in zip(compress(range(len(codes)), right), of_rows, strict=True):
                found.setdefault(number, []).append(place)
            yield from (places for places in found.values() if len(places) > 1)


def _kinds_of(texts: Sequence[str | None]) -> bytes:
    """Return for each text its kind, as the place in `KINDS`."""
    if all(texts) and _are_usual("".join(filter(None, texts)), set(map(len, filter(None, texts)))):
        kinds = bytearray(_are_ordinary([text or "" for text in texts]))  # 1 is the number of `_RIGHT`
    else:
        usual = [place for place, text in enumerate(texts) if text and _are_usual(text, {len(text)})]
        kinds = bytearray(len(texts))
        for place in compress(usual, _are_ordinary([texts[place] or "" for place in usual])):
            kinds[place] = _NUMBER_OF_KIND[_RIGHT]
    for place in compress(range(len(texts)), map(not_, bytes(kinds))):
        text = texts[place]
        kinds[place] = _NUMBER_OF_KIND[text if text is None else _kind(text)]
    return bytes(kinds)


def _are_usual(digits: str, lengths: Set[int]) -> bool:
    """Return whether these are digits, of numbers of usual lengths."""
    return lengths <= _USUAL and digits.isascii() and digits.isdigit()


def _kind(text: str) -> Barcode:
    found = fault(text)
    return Barcode(found, fault_of_sku(text)) if found else Barcode(use=restricted_use(text))


_USUAL = frozenset({12, 13})
"""The digits of UPC and EAN, which nearly all numbers are: a UPC is an EAN without the zero before it."""

_EAN = 13
_DIGITS = bytes(digit - _ZERO if digit >= _ZERO else 0 for digit in range(_ZERO + 10)).ljust(1 << 8, b"\0")
_TRIPLED = bytes(3 * digit for digit in range(10)).ljust(1 << 8, b"\0")
_TENFOLD = bytes(10 * digit for digit in range(10)).ljust(1 << 8, b"\0")
_ENDS_IN_ZERO = bytes(not number % 10 for number in range(1 << 8))
_IS_NOT_ZERO = bytes(map(bool, range(1 << 8)))
_IS_FOR_ALL = bytes(f"{number:02}" not in _IN_STORE for number in range(100)).ljust(1 << 8, b"\0")


def _are_ordinary(numbers: Sequence[str]) -> bytes:
    """Return 1 for each number of 12 or 13 digits that is right and names a product for everybody, else 0.

    The digits at one place of all numbers are the bytes of one integer, so that all are added up at once, in
    a tenth of the time; no sum is more than a byte holds. Of nearly one digit alone none is said to be so.
    """
    digits = "".join([number.zfill(_EAN) for number in numbers]).encode().translate(_DIGITS)
    places = [digits[place::_EAN] for place in range(_EAN)]

    def each(number: int) -> bytes:
        return number.to_bytes(len(numbers), "little")

    second, *others = map(_as_integer, places[1:-1])
    weighed = sum(map(_as_integer, places[::2]))
    weighed += sum(_as_integer(digits.translate(_TRIPLED)) for digits in places[1::2])
    prefix = _as_integer(places[0].translate(_TENFOLD)) + second
    unlike = reduce(or_, (other ^ second for other in others))
    is_right, is_for_all = each(weighed).translate(_ENDS_IN_ZERO), each(prefix).translate(_IS_FOR_ALL)
    is_varied = each(unlike).translate(_IS_NOT_ZERO)
    return each(_as_integer(is_right) & _as_integer(is_for_all) & _as_integer(is_varied))


def _as_integer(digits: bytes) -> int:
    return int.from_bytes(digits, "little")
