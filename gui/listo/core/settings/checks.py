"""Every check of the settings, by hand as a frozen program has no folder to scan, and the run of them all.

Those of the Seller ID, of shipping and of tokens are modules of their own; those of the rest of VTEX's form
stand here, as its articles of September 2023 describe it. It is quick enough for each key that is pressed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from listo.core.catalogue import entries
from listo.core.settings import seller_ids, shipping, tokens
from listo.core.settings.tokens import secret_fields, token_state
from listo.core.settings.types import (
    Case,
    CategoryTemplate,
    FieldVerdict,
    FlagField,
    Settings,
    SettingsCheck,
    SettingsFinding,
    SettingsReport,
    TextField,
    example,
)
from listo.core.vocabulary import marketplaces

_VOWELS = frozenset("AEIOU")
_EMAIL = re.compile(
    r"[^\s@<>()\[\],;:\\\"]+@(?:[^\W_](?:[^\W_]|-)*\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)", re.IGNORECASE
)
_POSTAL: dict[str, re.Pattern[str]] = {
    "BR": re.compile(r"[0-9]{5}-?[0-9]{3}"),
    "US": re.compile(r"[0-9]{5}(?:-?[0-9]{4})?"),
    "MX": re.compile(r"[0-9]{5}"),
    "ES": re.compile(r"[0-9]{5}"),
}
"""By country, how a postal code is written; the countries not listed take any."""

_POSTAL_EXAMPLES = {"BR": "01310-100", "US": "10001", "MX": "06600", "ES": "28013"}
_ANY_POSTAL = re.compile(r"(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9 -]{1,9}")


def _affiliate_id(case: Case) -> Iterable[FieldVerdict]:
    value = case.settings.affiliate_id
    if not value.strip() or (len(value) == 3 and all(map(_is_consonant, value))):
        return
    yield FieldVerdict("affiliate_id", value, _what_is_wrong_with(value.strip()))


def _is_consonant(letter: str) -> bool:
    return letter.isascii() and letter.isalpha() and letter.upper() not in _VOWELS


def _what_is_wrong_with(affiliate_id: str) -> str:
    if len(affiliate_id) != 3:
        return "length"
    if all(map(_is_consonant, affiliate_id)):
        return "blanks"
    return "vowel" if _VOWELS & set(affiliate_id.upper()) else "character"


def _affiliate_email(case: Case) -> Iterable[FieldVerdict]:
    return _email("affiliate_email", case)


def _notify_email(case: Case) -> Iterable[FieldVerdict]:
    return _email("notify_email", case)


def _email(name: TextField, case: Case) -> Iterable[FieldVerdict]:
    value = case.settings.text(name)
    if value.strip() and not _EMAIL.fullmatch(value):
        mended = "".join(value.split())
        yield FieldVerdict(name, value, suggestions=(mended,) if _EMAIL.fullmatch(mended) else ())


def _trade_policy(case: Case) -> Iterable[FieldVerdict]:
    value = case.settings.trade_policy
    if value.strip() and not re.fullmatch(r"0*[1-9][0-9]*", value.strip()):
        yield FieldVerdict("trade_policy", value)


def _minimum_stock(case: Case) -> Iterable[FieldVerdict]:
    value = case.settings.minimum_stock
    if value.strip() and not _is_whole(value):
        yield FieldVerdict("minimum_stock", value)


def _is_whole(text: str) -> bool:
    return bool(re.fullmatch("[0-9]+", text.strip()))


def _pauses(case: Case) -> Iterable[FieldVerdict]:
    value = case.settings.minimum_stock
    if _is_whole(value) and value.strip().strip("0"):
        yield FieldVerdict("minimum_stock", value, arguments={"stock": value.strip().lstrip("0")})


def _zip(case: Case) -> Iterable[FieldVerdict]:
    value = case.settings.default_zip.strip()
    country = marketplaces.country_code(case.settings.marketplace) or ""
    if not value or (_POSTAL.get(country) or _ANY_POSTAL).fullmatch(value):
        return
    if country in _POSTAL:
        words = {"country": f"country.{country}"}
        yield FieldVerdict("default_zip", value, "country", {"example": _POSTAL_EXAMPLES[country]}, words)
    else:
        yield FieldVerdict("default_zip", value, "any")


def _reserves(case: Case) -> Iterable[FieldVerdict]:
    if case.settings.default_zip.strip() and not any(_zip(case)):
        yield FieldVerdict("default_zip", case.settings.default_zip)


def _marketplace(case: Case) -> Iterable[FieldVerdict]:
    value = case.settings.marketplace
    if value.strip() and marketplaces.country_code(value) is None:
        offered = marketplaces.country(value.strip().upper())
        yield FieldVerdict("marketplace", value, suggestions=(offered,) if offered else ())


def _prices_not_sent(case: Case) -> Iterable[FieldVerdict]:
    return _flag("dont_send_price", case, when=True)


def _prices_overwritten(case: Case) -> Iterable[FieldVerdict]:
    return _flag("dont_send_price", case, when=False)


def _kits_not_sent(case: Case) -> Iterable[FieldVerdict]:
    return _flag("send_kits", case, when=False)


def _variations_not_sent(case: Case) -> Iterable[FieldVerdict]:
    return _flag("dont_send_variations", case, when=True)


def _dock_missing(case: Case) -> Iterable[FieldVerdict]:
    if case.settings.fba_classic and not case.settings.dock_id.strip():
        yield FieldVerdict("dock_id", case.settings.dock_id)


def _flag(name: FlagField, case: Case, *, when: bool) -> Iterable[FieldVerdict]:
    if case.settings.flag(name) is when:
        yield FieldVerdict(name, "true" if when else "false")


_FORM_CHECKS = (
    SettingsCheck(
        code="marketplace-unknown",
        severity="error",
        fields=("marketplace",),
        judge=_marketplace,
        wrong=(example(marketplace="Brasil"), example(marketplace="A2Q3Y263D00KWC")),
        right=(example(marketplace="gb"), example(marketplace="")),
    ),
    SettingsCheck(
        code="affiliate-id-malformed",
        severity="error",
        fields=("affiliate_id",),
        judge=_affiliate_id,
        variants=("length", "vowel", "character", "blanks"),
        wrong=(
            example(affiliate_id="MZ"),
            example(affiliate_id="AMZ"),
            example(affiliate_id="MZ1"),
            example(affiliate_id="MZN "),
        ),
        right=(example(affiliate_id="ZZZ"), example(affiliate_id="mzn"), example(affiliate_id="")),
    ),
    SettingsCheck(
        code="affiliate-email-malformed",
        severity="error",
        fields=("affiliate_email",),
        judge=_affiliate_email,
        wrong=(example(affiliate_email="loja@example"), example(affiliate_email="loja@ example.com")),
        right=(example(affiliate_email="ana.s+amazon@loja.com.br"), example(affiliate_email="")),
    ),
    SettingsCheck(
        code="trade-policy-malformed",
        severity="error",
        fields=("trade_policy",),
        judge=_trade_policy,
        wrong=(example(trade_policy="Amazon"), example(trade_policy="0"), example(trade_policy="1.5")),
        right=(example(trade_policy="12"), example(trade_policy="")),
    ),
    SettingsCheck(
        code="minimum-stock-malformed",
        severity="error",
        fields=("minimum_stock",),
        judge=_minimum_stock,
        wrong=(example(minimum_stock="-1"), example(minimum_stock="2.5"), example(minimum_stock="few")),
        right=(example(minimum_stock="0"), example(minimum_stock="")),
    ),
    SettingsCheck(
        code="default-zip-malformed",
        severity="warning",
        fields=("default_zip",),
        judge=_zip,
        variants=("country", "any"),
        wrong=(example(default_zip="1310-100"), example(default_zip="centro", marketplace="")),
        right=(example(default_zip=""),),
    ),
    SettingsCheck(
        code="notify-email-malformed",
        severity="error",
        fields=("notify_email",),
        judge=_notify_email,
        wrong=(example(notify_email="the technician"),),
        right=(example(notify_email="ti@loja.example"),),
    ),
    SettingsCheck(
        code="minimum-stock-pauses",
        severity="info",
        fields=("minimum_stock",),
        judge=_pauses,
        wrong=(example(minimum_stock="5"),),
        right=(example(minimum_stock="0"),),
        note=True,
    ),
    SettingsCheck(
        code="default-zip-reserves",
        severity="info",
        fields=("default_zip",),
        judge=_reserves,
        wrong=(example(default_zip="01310-100"), example(default_zip="B1640", marketplace="")),
        note=True,
    ),
    SettingsCheck(
        code="variations-not-sent",
        severity="info",
        fields=("dont_send_variations",),
        judge=_variations_not_sent,
        wrong=(example(dont_send_variations=True),),
        right=(example(dont_send_variations=False),),
        note=True,
    ),
    SettingsCheck(
        code="prices-not-sent",
        severity="info",
        fields=("dont_send_price",),
        judge=_prices_not_sent,
        wrong=(example(dont_send_price=True),),
        note=True,
    ),
    SettingsCheck(
        code="prices-overwrite",
        severity="info",
        fields=("dont_send_price",),
        judge=_prices_overwritten,
        wrong=(example(dont_send_price=False),),
        note=True,
    ),
    SettingsCheck(
        code="kits-not-sent",
        severity="info",
        error_id="config-kit-not-sent",
        fields=("send_kits",),
        judge=_kits_not_sent,
        wrong=(example(send_kits=False),),
        right=(example(send_kits=True),),
        note=True,
    ),
    SettingsCheck(
        code="fba-dock-missing",
        severity="error",
        error_id="ki-connect-loads-forever",
        fields=("dock_id",),
        judge=_dock_missing,
        wrong=(example(fba_classic=True), example(fba_classic=True, dock_id=" ")),
        right=(example(fba_classic=True, dock_id="1_1_1"), example(fba_classic=False)),
    ),
)

CHECKS: tuple[SettingsCheck, ...] = (
    *tokens.SECRET_CHECKS,
    *seller_ids.CHECKS,
    *shipping.NAME_CHECKS,
    *shipping.TEMPLATE_CHECKS,
    *tokens.TOKEN_CHECKS,
    *_FORM_CHECKS,
)
"""In the order in which findings are told."""


def check(
    settings: Settings,
    *,
    today: date,
    template: CategoryTemplate | None = None,
    secret_keys: Iterable[str] = (),
) -> SettingsReport:
    """Return everything that there is to say of the settings.

    `today` is the seller's calendar day. `secret_keys` are further keys, of no field, whose values
    looked like a secret. A value that looks like one is seen by no check, and no finding holds it.
    """
    secret = secret_fields(settings)
    case = Case(settings.without(secret), today, template, (*secret, *secret_keys))
    said = [(each, _finding(each, one)) for each in CHECKS for one in _judged(each, case)]
    return SettingsReport(
        findings=tuple(finding for each, finding in said if not each.note),
        notes=tuple(finding for each, finding in said if each.note),
        token=token_state(case.settings, today),
    )


def _judged(each: SettingsCheck, case: Case) -> Iterator[FieldVerdict]:
    """Yield what a check says, but nothing of a field whose value was withheld, except that it was."""
    for one in each.judge(case):
        if one.field not in case.secret or each.code == "secret-in-field":
            yield one


def _finding(each: SettingsCheck, one: FieldVerdict) -> SettingsFinding:
    return SettingsFinding(
        code=each.code,
        severity=each.severity,
        error_id=each.error_id,
        field=one.field,
        value=one.value,
        variant=one.variant,
        arguments=one.arguments,
        words=one.words,
        suggestions=one.suggestions,
        difference=one.difference,
    )


def check_of(code: str) -> SettingsCheck:
    """Return the check of that code; KeyError if there is none."""
    return _by_code()[code]


@cache
def errors_of(field_name: str) -> tuple[str, ...]:
    """Return the ids of the errors that a wrong value in a field can cause, in the catalogue's order."""
    checks = [check for check in CHECKS if field_name in check.fields]
    named = {check.error_id for check in checks}
    codes = {check.code for check in checks}
    return tuple(one.id for one in entries.all_entries() if one.id in named or codes & set(one.settings))


@cache
def fields_of(error_id: str) -> tuple[str, ...]:
    """Return the fields that can cause an error, in the order of its checks; none for most errors."""
    codes = entries.get_entry(error_id).settings
    named = [check for check in CHECKS if check.code in codes or check.error_id == error_id]
    return tuple(dict.fromkeys(name for check in named for name in check.fields))


@cache
def _by_code() -> dict[str, SettingsCheck]:
    return {check.code: check for check in CHECKS}
