"""The reminder for the calendar: a whole day, two alarms, the same identity each time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from listo.core.settings.messages import reminder
from listo.core.settings.types import Token
from listo.core.texts import LANGUAGES, Language, Texts

TOKEN = Token(date(2028, 2, 29), 465, "valid")
NOW = datetime(2026, 11, 21, 22, 30, tzinfo=timezone(timedelta(hours=-3)))


def event_of(content: bytes) -> Any:
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_takes_it(language: Language) -> None:
    content = reminder(TOKEN, "Loja da Ana", Texts(language), now=NOW)
    event = event_of(content)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2028, 2, 29), date(2028, 3, 1))
    assert event.decoded("dtstamp") == datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    assert "Loja da Ana" in event["summary"]
    alarms = event.walk("VALARM")
    assert [alarm.decoded("trigger").days for alarm in alarms] == [-30, -7]
    assert ["30" in alarms[0]["description"], "7" in alarms[1]["description"]] == [True, True]


def test_lines_end_and_break_as_the_format_wants() -> None:
    content = reminder(TOKEN, "", Texts("pt"), now=NOW)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_same_reminder_replaces_itself_and_another_does_not() -> None:
    def identity(day: date, store: str, language: Language) -> str:
        return str(event_of(reminder(Token(day, 1, "soon"), store, Texts(language)))["uid"])

    day = date(2027, 1, 14)
    assert identity(day, "Ana", "en") == identity(day, "Ana", "pt")
    assert (
        len(
            {
                identity(day, "Ana", "en"),
                identity(day, "Eva", "en"),
                identity(day + timedelta(1), "Ana", "en"),
            }
        )
        == 3
    )


def test_without_a_day_there_is_no_reminder() -> None:
    with pytest.raises(ValueError, match="needs a day"):
        reminder(Token(None, None, "unknown"), "", Texts("en"))
