"""How long the authorisation holds: the edges of each state, leap years, and dates as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.settings.checks import check
from listo.core.settings.tokens import token_state
from listo.core.settings.types import Settings, example, parse_date

TODAY = date(2026, 11, 21)


def state(**dates: str) -> tuple[str, int | None]:
    token = token_state(Settings(**dates), TODAY)
    return token.state, token.days_left


def token_codes(**dates: str) -> list[str]:
    changed = {"authorized_on": "", **dates}
    return [f.code for f in check(example(**changed).settings, today=TODAY).findings]


@pytest.mark.parametrize(
    ("days", "expected", "codes"),
    [
        (-400, "expired", ["token-expired"]),
        (-1, "expired", ["token-expired"]),
        (0, "soon", ["token-expires-soon"]),
        (1, "soon", ["token-expires-soon"]),
        (7, "soon", ["token-expires-soon"]),
        (8, "soon", ["token-expires-soon"]),
        (30, "soon", ["token-expires-soon"]),
        (31, "valid", []),
        (365, "valid", []),
    ],
)
def test_the_edges_of_the_states(days: int, expected: str, codes: list[str]) -> None:
    day = TODAY + timedelta(days=days)
    assert state(expires_on=str(day)) == (expected, days)
    assert token_codes(expires_on=str(day)) == codes
    if days <= 365:
        authorized = str(day - timedelta(days=365))
        assert state(authorized_on=authorized) == (expected, days)
        assert token_codes(authorized_on=authorized) == codes


@pytest.mark.parametrize(
    ("days", "variant"), [(0, "today"), (1, "urgent"), (7, "urgent"), (8, "soon"), (30, "soon")]
)
def test_seven_days_are_said_more_urgently(days: int, variant: str) -> None:
    settings = example(authorized_on="", expires_on=str(TODAY + timedelta(days=days))).settings
    (found,) = check(settings, today=TODAY).findings
    assert (found.variant, found.arguments["days"]) == (variant, str(days))


@pytest.mark.parametrize(
    ("authorized", "ends"),
    [
        ("2024-02-29", date(2025, 2, 28)),
        ("2023-03-01", date(2024, 2, 29)),
        ("2023-02-28", date(2024, 2, 28)),
        ("2024-01-01", date(2024, 12, 31)),
        ("2026-11-21", date(2027, 11, 21)),
    ],
)
def test_an_authorisation_holds_365_days_and_not_a_calendar_year(authorized: str, ends: date) -> None:
    token = token_state(Settings(authorized_on=authorized), ends)
    assert (token.expires_on, token.days_left) == (ends, 0)


def test_a_given_day_counts_for_more_than_the_365() -> None:
    assert state(authorized_on="2025-01-01", expires_on="2027-01-01") == ("valid", 41)


@pytest.mark.parametrize(
    "dates",
    [
        {},
        {"authorized_on": "soon"},
        {"authorized_on": "2026-11-22"},
        {"authorized_on": "2026-06-02", "expires_on": "2026-06-01"},
        {"authorized_on": "9999-12-31"},
    ],
)
def test_what_the_dates_do_not_tell_is_not_known(dates: dict[str, str]) -> None:
    assert state(**dates) == ("unknown", None)


def test_today_is_a_day_on_which_one_can_have_authorised() -> None:
    assert token_codes(authorized_on=str(TODAY)) == []
    assert token_codes(authorized_on=str(TODAY + timedelta(days=1))) == ["token-date-implausible"]


def test_expiry_on_the_day_of_authorisation_is_possible() -> None:
    assert token_codes(authorized_on="2026-06-01", expires_on="2026-06-01") == ["token-expired"]
    assert token_codes(authorized_on="2026-06-01", expires_on="2026-05-31") == ["token-date-implausible"]


def test_one_readable_date_is_enough() -> None:
    assert token_codes(authorized_on="in spring", expires_on="2027-06-01") == ["token-date-implausible"]
    assert state(authorized_on="in spring", expires_on="2027-06-01")[0] == "valid"


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-05",
        "5/1/2026",
        "05/01/2026",
        "5.1.2026",
        "5-1-2026",
        "2026/1/5",
        " 2026-01-05T23:59:59-03:00 ",
    ],
)
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert parse_date(text) == date(2026, 1, 5)


@pytest.mark.parametrize(
    "text", ["", "29/2/2026", "2026-02-30", "31/4/2026", "1/2/26", "5/1-2026", "yesterday", "0000-01-01"]
)
def test_no_other_text_is_a_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(), st.dates(max_value=date(9998, 1, 1)))
def test_days_left_and_state_agree(today: date, expires: date) -> None:
    token = token_state(Settings(expires_on=expires.isoformat()), today)
    assert token.days_left == (expires - today).days
    assert (token.state == "expired") is (expires < today)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_both_ways_of_writing_a_day_mean_the_same(day: date) -> None:
    assert parse_date(day.isoformat()) == parse_date(f"{day.day}/{day.month}/{day.year}") == day
