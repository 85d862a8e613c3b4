"""A reminder for the calendar: the day on which Amazon's authorisation ends, with alarms before it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import listo
from listo.core.settings.model import Token
from listo.core.settings.saying import renewal
from listo.core.settings.tokens import SOON, URGENT
from listo.core.texts import Texts

_BOOK = "settings"
_IDENTITY = uuid5(NAMESPACE_URL, "urn:listo:authorisation")


def reminder(
    token: Token, store: str, texts: Texts, *, now: datetime | None = None, country: str = ""
) -> bytes:
    """Return an iCalendar file with one whole-day event on the last day, and alarms 30 and 7 days before.

    `store` names the store in the event and, with the day, makes its identity: the same once more
    replaces it in the calendar. ValueError where the day is not known.
    """
    if token.expires_on is None:
        raise ValueError("a reminder needs a day")
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//Listo//{listo.__version__}//{texts.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(token.expires_on, store, texts, now or datetime.now(UTC), country))
    content: bytes = calendar.to_ical()
    return content


def _event(day: date, store: str, texts: Texts, now: datetime, country: str) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid5(_IDENTITY, f'{store}|{day}')}@listo")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _summary(store, texts))
    event.add("description", _description(texts, country))
    event.add("transp", "TRANSPARENT")
    for days in (SOON, URGENT):
        event.add_component(_alarm(days, texts))
    return event


def _alarm(days: int, texts: Texts) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-days))
    alarm.add("description", texts.of(_BOOK, "reminder", "alarm", count=days))
    return alarm


def _summary(store: str, texts: Texts) -> str:
    key = "summary-of" if store else "summary"
    return texts.of(_BOOK, "reminder", key, store=store)


def _description(texts: Texts, country: str) -> str:
    how = renewal(texts, country)
    steps = [f"{number}. {step}" for number, step in enumerate(how.by_vtex, start=1)]
    return "\n".join((texts.of(_BOOK, "reminder", "description"), "", *steps, "", how.inference))
