"""Every check of the settings, by hand: a frozen program has no folder to scan."""

from __future__ import annotations

from functools import cache

from listo.core import catalogue
from listo.core.settings import form, refusing, seller_ids, shipping, templates, tokens
from listo.core.settings.model import Check

CHECKS: tuple[Check, ...] = (
    *refusing.CHECKS,
    *seller_ids.CHECKS,
    *shipping.CHECKS,
    *templates.CHECKS,
    *tokens.CHECKS,
    *form.CHECKS,
)
"""In the order in which findings are told."""


def check_of(code: str) -> Check:
    """Return the check of that code; KeyError if there is none."""
    return _by_code()[code]


@cache
def errors_of(field_name: str) -> tuple[str, ...]:
    """Return the ids of the errors that a wrong value in a field can cause, in the catalogue's order."""
    checks = [check for check in CHECKS if field_name in check.fields]
    named = {check.error_id for check in checks}
    codes = {check.code for check in checks}
    return tuple(one.id for one in catalogue.entries() if one.id in named or codes & set(one.settings))


@cache
def fields_of(error_id: str) -> tuple[str, ...]:
    """Return the fields that can cause an error, in the order of its checks; none for most errors."""
    codes = catalogue.entry(error_id).settings
    named = [check for check in CHECKS if check.code in codes or check.error_id == error_id]
    return tuple(dict.fromkeys(name for check in named for name in check.fields))


@cache
def _by_code() -> dict[str, Check]:
    return {check.code: check for check in CHECKS}
