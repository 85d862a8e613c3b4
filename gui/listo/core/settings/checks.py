"""Every check of the settings, by hand as a frozen program has no folder to scan, and the run of them all.

It is quick enough for each key that somebody presses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from listo.core.catalogue import entries
from listo.core.settings import form, seller_ids, shipping, tokens
from listo.core.settings.tokens import secret_fields, token_state
from listo.core.settings.types import (
    Case,
    CategoryTemplate,
    FieldVerdict,
    Settings,
    SettingsCheck,
    SettingsFinding,
    SettingsReport,
)

CHECKS: tuple[SettingsCheck, ...] = (
    *tokens.SECRET_CHECKS,
    *seller_ids.CHECKS,
    *shipping.NAME_CHECKS,
    *shipping.TEMPLATE_CHECKS,
    *tokens.TOKEN_CHECKS,
    *form.CHECKS,
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
