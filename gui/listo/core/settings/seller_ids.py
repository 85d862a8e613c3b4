"""The checks of the Seller ID, in VTEX and as it stands at Amazon.

Amazon documents no form of it. Public projects agree on an A and 12 or 13 more capitals and digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from listo.core.settings.differences import DIFFERENCE_KINDS, difference, is_unseen, latin
from listo.core.settings.types import Case, FieldVerdict, SettingsCheck, TextField, example
from listo.core.vocabulary import marketplaces

_FORM = re.compile(r"A[A-Z0-9]{12,13}")
_INSIDE = re.compile(r"(?<![A-Za-z0-9])A[A-Z0-9]{12,13}(?![A-Za-z0-9])")
_FIELDS: tuple[TextField, ...] = ("seller_id", "seller_id_at_amazon")
_LEAST, _MOST = 13, 14
"""Characters: an A and 12 or 13 more, see above."""

_ADDRESS = re.compile(r"https?://|www\.|\S+\.[a-z]{2,}/", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"[?&](?:seller|sellerid|me|merchant|merchantid|m|smid)=(A[A-Z0-9]{12,13})(?![A-Z0-9])", re.IGNORECASE
)

_SOMETHING_ELSE: dict[str, re.Pattern[str]] = {
    "template-account": re.compile(r"amzn1\.cr\.o\.\S*", re.IGNORECASE),
    "template-marketplace": re.compile(r"amzn1\.mp\.o\.\S*", re.IGNORECASE),
    "application": re.compile(r"amzn1\.\S*", re.IGNORECASE),
    "e-mail": re.compile(r"[^@\s]+@[^@\s]+"),
    "asin": re.compile(r"B0[A-Z0-9]{8}|[0-9]{9}[0-9X]", re.IGNORECASE),
    "developer-id": re.compile(r"[0-9]{4}-?[0-9]{4}-?[0-9]{4}"),
    "guid": re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE),
    "amazon-resource": re.compile(r"arn:aws\S*", re.IGNORECASE),
    "affiliate-id": re.compile(r"[A-Za-z]{3}"),
    "number": re.compile(r"[0-9][0-9 .-]*"),
}
"""By what it is, in the order in which to ask."""


def _mended(value: str) -> str:
    """Return a value as a Seller ID is written: capitals, Latin letters, no blanks."""
    shown = (latin(letter) for letter in unicodedata.normalize("NFKC", value) if not is_unseen(letter))
    return "".join(letter for letter in "".join(shown).upper() if not letter.isspace())


def _is_id(text: str) -> bool:
    return bool(_FORM.fullmatch(text)) and not _is_known(text)


def _is_known(text: str) -> bool:
    return bool(marketplaces.country(text) or marketplaces.own_seller_country(text))


def _missing(case: Case) -> Iterable[FieldVerdict]:
    if not _mended(case.settings.seller_id):
        offered = _mended(case.settings.seller_id_at_amazon)
        yield FieldVerdict("seller_id", "", suggestions=(offered,) if _is_id(offered) else ())


def _values(case: Case) -> Iterable[tuple[TextField, str]]:
    for name in _FIELDS:
        value = case.settings.text(name)
        if _mended(value):
            yield name, value


def _is_marketplace(case: Case) -> Iterable[FieldVerdict]:
    for name, value in _values(case):
        country = marketplaces.country(_mended(value))
        if country:
            variant = "and-amazon" if marketplaces.own_seller_country(_mended(value)) else "store"
            yield FieldVerdict(name, value, variant, words={"country": f"country.{country}"})


def _is_something_else(case: Case) -> Iterable[FieldVerdict]:
    for name, value in _values(case):
        if not marketplaces.country(_mended(value)):
            yield from _something_else(name, value)


def _something_else(name: TextField, value: str) -> Iterable[FieldVerdict]:
    shown = value.strip()
    if country := marketplaces.own_seller_country(_mended(value)):
        yield FieldVerdict(name, value, "amazon-itself", words={"country": f"country.{country}"})
    elif _ADDRESS.match(shown):
        held = _in_address(shown)
        yield FieldVerdict(name, value, "address-with-id" if held else "address", suggestions=held)
    elif what := _kind_of(shown):
        held = _ids_in(shown.rpartition(".")[2]) if what == "template-account" else ()
        yield FieldVerdict(name, value, what, suggestions=held)


def _kind_of(shown: str) -> str | None:
    kinds = (what for what, form in _SOMETHING_ELSE.items() if form.fullmatch(shown))
    return next(kinds, None) or ("store-name" if _is_name(shown) else None)


def _is_name(shown: str) -> bool:
    """Return whether a text is words, and no id stands among them or comes out of them."""
    words = shown.split()
    letters = all(letter.isalpha() or letter in " .&'’-" for letter in " ".join(words))
    return letters and len(words) > 1 and not _FORM.fullmatch(_mended(shown))


def _in_address(address: str) -> tuple[str, ...]:
    found = dict.fromkeys(one.upper() for one in _IN_ADDRESS.findall(unquote(address)))
    return tuple(one for one in found if _is_id(one))


def _ids_in(text: str) -> tuple[str, ...]:
    return tuple(one for one in dict.fromkeys(_INSIDE.findall(text)) if _is_id(one))


def _malformed(case: Case) -> Iterable[FieldVerdict]:
    for name, value in _values(case):
        if _FORM.fullmatch(value) or _is_known(_mended(value)) or any(_something_else(name, value)):
            continue
        yield _what_is_wrong(name, value)


def _what_is_wrong(name: TextField, value: str) -> FieldVerdict:
    mended = _mended(value)
    if _is_id(mended):
        found = difference(value, mended)
        return FieldVerdict(name, value, found.kind or "", suggestions=(mended,), difference=found)
    if inside := _ids_in(value.upper()):
        return FieldVerdict(name, value, "inside-text", suggestions=inside)
    for place, letter in enumerate(mended, start=1):
        if not re.fullmatch("[A-Z0-9]", letter):
            return FieldVerdict(name, value, "character", {"place": str(place), "letter": letter})
    if not mended.startswith("A"):
        return FieldVerdict(name, value, "first-letter", {"letter": mended[0]})
    size = "too-short" if len(mended) < _LEAST else "too-long"
    return FieldVerdict(name, value, size, {"length": str(len(mended))})


def _differs(case: Case) -> Iterable[FieldVerdict]:
    here, there = case.settings.seller_id, case.settings.seller_id_at_amazon
    if not _mended(here) or not _mended(there) or here == there or not _can_be_right(there):
        return
    found = difference(here, there)
    offered = _mended(there) if _is_id(_mended(there)) else there.strip()
    yield FieldVerdict(
        "seller_id", here, found.kind or "", {"there": there}, suggestions=(offered,), difference=found
    )


def _can_be_right(there: str) -> bool:
    """Return whether what stands at Amazon can be a Seller ID at all; else that is said of it."""
    return not _is_known(_mended(there)) and not any(_something_else("seller_id_at_amazon", there))


_HERE, _THERE = "A3TESTSELLERO", "A3TESTSELLER0"
_ERROR = "inv-invalid-seller-id"


def _both(seller_id: str) -> Case:
    return example(seller_id=seller_id, seller_id_at_amazon="")


CHECKS = (
    SettingsCheck(
        code="seller-id-missing",
        severity="error",
        error_id="config-seller-id-mismatch",
        fields=("seller_id",),
        judge=_missing,
        wrong=(example(seller_id=""), example(seller_id=" \u200b")),
    ),
    SettingsCheck(
        code="seller-id-is-marketplace-id",
        severity="error",
        error_id=_ERROR,
        fields=_FIELDS,
        judge=_is_marketplace,
        variants=("store", "and-amazon"),
        wrong=(_both("A2Q3Y263D00KWC"), _both("a1am78c64um0y8 "), _both("ATVPDKIKX0DER")),
    ),
    SettingsCheck(
        code="seller-id-is-something-else",
        severity="error",
        error_id=_ERROR,
        fields=_FIELDS,
        judge=_is_something_else,
        variants=("amazon-itself", "address-with-id", "address", *_SOMETHING_ELSE, "store-name"),
        wrong=(
            _both("A1ZZFT5FULY4LN"),
            _both("https://www.amazon.com.br/s?me=A3TESTSELLERO&x=1"),
            _both("https://www.amazon.com.br/minha-loja"),
            _both("amzn1.cr.o.A3TESTSELLERO"),
            _both("amzn1.mp.o.A2Q3Y263D00KWC"),
            _both("amzn1.application-oa2-client.1234"),
            _both("vendas@loja.example"),
            _both("B07XJ8C8F5"),
            _both("1234-5678-9012"),
            _both("123e4567-e89b-12d3-a456-426614174000"),
            _both("arn:aws:iam::123456789012:role/Listo"),
            _both("MZN"),
            _both("12345"),
            _both("Loja da Ana"),
        ),
    ),
    SettingsCheck(
        code="seller-id-malformed",
        severity="warning",
        error_id=_ERROR,
        fields=_FIELDS,
        judge=_malformed,
        variants=(
            *("whitespace", "invisible", "case", "look-alike"),
            *("inside-text", "character", "first-letter", "too-short", "too-long"),
        ),
        wrong=(
            _both(" A3TESTSELLERO"),
            _both("A3TEST\u200bSELLERO"),
            _both("a3testsellero"),
            _both("\u04103TESTSELLERO"),
            _both("ID: A3TESTSELLERO"),
            _both("A3TEST_SELLER"),
            _both("X3TESTSELLERO"),
            _both("A3TEST"),
            _both("A3TESTSELLERO99"),
        ),
        right=(example(), _both("A3TESTSELLER00")),
    ),
    SettingsCheck(
        code="seller-id-mismatch",
        severity="error",
        error_id="config-seller-id-mismatch",
        fields=("seller_id",),
        judge=_differs,
        variants=tuple(kind for kind in DIFFERENCE_KINDS if kind != "accent"),
        wrong=(
            example(seller_id=f"{_HERE} ", seller_id_at_amazon=_HERE),
            example(seller_id=f"{_HERE}\u200b", seller_id_at_amazon=_HERE),
            example(seller_id=_HERE.lower(), seller_id_at_amazon=_HERE),
            example(seller_id=_HERE, seller_id_at_amazon=_THERE),
            example(seller_id=_HERE, seller_id_at_amazon="A3TESTSELLERX"),
        ),
    ),
)
