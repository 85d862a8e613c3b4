"""Dates as people write them. All are calendar days where the seller is; no time zone changes them."""

from __future__ import annotations

import re
from datetime import date, datetime

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d\d:\d\d.*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")


def parse_date(text: str) -> date | None:
    """Return the day that a text such as `2026-01-14` or `14/1/2026` means, None for any other text."""
    shown = text.strip()
    if found := _YEAR_FIRST.fullmatch(shown):
        return _day(found[1], found[3], found[4])
    if found := _DAY_FIRST.fullmatch(shown):
        return _day(found[4], found[3], found[1])
    return None


def as_text(value: date) -> str:
    """Return a day as settings keep it; of a moment, the day that its own clock shows."""
    return (value.date() if isinstance(value, datetime) else value).isoformat()


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
