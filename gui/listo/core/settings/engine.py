"""Runs every check over the settings; quick enough for each key that somebody presses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from listo.core.settings.model import Case, Check, Finding, Found, Report, Settings, Template
from listo.core.settings.refusing import secret_fields
from listo.core.settings.registry import CHECKS
from listo.core.settings.tokens import token_state


def check(
    settings: Settings, *, today: date, template: Template | None = None, secret_keys: Iterable[str] = ()
) -> Report:
    """Return everything that there is to say of the settings.

    `today` is the seller's calendar day. `secret_keys` are further keys, of no field, whose values
    looked like a secret. A value that looks like one is seen by no check, and no finding holds it.
    """
    secret = secret_fields(settings)
    case = Case(settings.without(secret), today, template, (*secret, *secret_keys))
    said = [(each, _finding(each, one)) for each in CHECKS for one in _judged(each, case)]
    return Report(
        findings=tuple(finding for each, finding in said if not each.note),
        notes=tuple(finding for each, finding in said if each.note),
        token=token_state(case.settings, today),
    )


def _judged(each: Check, case: Case) -> Iterator[Found]:
    """Yield what a check says, but nothing of a field whose value was withheld, except that it was."""
    for one in each.judge(case):
        if one.field not in case.secret or each.code == "secret-in-field":
            yield one


def _finding(each: Check, one: Found) -> Finding:
    return Finding(
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
