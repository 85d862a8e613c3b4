"""The sentences about settings, and the reminder for a calendar, in the reader's language.

The texts stand in `resources/settings`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import listo
from listo.core.catalogue.entries import Link, make_link
from listo.core.settings.checks import check_of
from listo.core.settings.differences import Difference, Segment, code_point, name_of
from listo.core.settings.tokens import SOON, URGENT
from listo.core.settings.types import SettingsFinding, Token
from listo.core.texts import Texts
from listo.core.vocabulary import marketplaces

_BOOK = "settings"
_MOST_PLACES = 5
"""How many differences are told one by one. Chosen: with more of them, it is another text."""

_IDENTITY = uuid5(NAMESPACE_URL, "urn:listo:authorisation")
_LINKS = ("account-settings", "configuring", "renew-authorisation")


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding in words: a heading, what is so here, why it matters, what to do, and where texts differ."""

    title: str
    message: str
    why: str
    fix: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldText:
    """A field in words: what the form calls it, what it is, and where to find it in VTEX and at Amazon.

    `label` is for this field alone; `in_vtex` and `at_amazon` are the menu path and what stands there,
    empty where the field is in the other place only.
    """

    label: str
    hint: str
    in_vtex: str
    at_amazon: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """How to renew the authorisation: what VTEX documents, what Amazon documents, what is our reading."""

    by_vtex: tuple[str, ...]
    by_amazon: tuple[str, ...]
    older: tuple[str, ...]
    inference: str
    links: tuple[Link, ...]


def say(finding: SettingsFinding, texts: Texts) -> FindingText:
    """Return a finding in words."""
    words = {name: texts.of(_BOOK, "words", key) for name, key in finding.words.items()}
    fields = {"value": finding.value, **_arguments(finding, texts), **words}

    def part(name: str) -> str:
        varied = name == "message" and check_of(finding.code).variants
        keys = (finding.code, name, finding.variant) if varied else (finding.code, name)
        return texts.of(_BOOK, "checks", *keys, **fields)

    # Without a text there is no other side: the difference is one from the usual form.
    compared = finding.difference if "there" in finding.arguments else None
    places = say_places(compared, texts) if compared else ()
    return FindingText(part("title"), part("message"), part("why"), part("fix"), places)


def message_of(finding: SettingsFinding, texts: Texts) -> str:
    """Return a finding in one paragraph: what is so, and the places in which two texts differ."""
    said = say(finding, texts)
    return " ".join((said.message, *said.places))


def _arguments(finding: SettingsFinding, texts: Texts) -> dict[str, object]:
    """Return the arguments, days also as the count that tells one from many."""
    counted = {"count": int(finding.arguments["days"])} if "days" in finding.arguments else {}
    dates = {name: day for name, day in finding.arguments.items() if name in _DATES}
    said = {name: say_date(date.fromisoformat(day), texts) for name, day in dates.items()}
    return {**finding.arguments, **counted, **said}


def say_date(day: date, texts: Texts) -> str:
    """Return a day as the language writes it: `21/11/2026`, and `2026-11-21` in English."""
    return day.isoformat() if texts.language == "en" else f"{day:%d/%m/%Y}"


def say_places(difference: Difference, texts: Texts) -> tuple[str, ...]:
    """Return one sentence for each of the first places in which two texts differ, VTEX's on the left."""
    if difference.kind == "text" and len(difference.places) > _MOST_PLACES:
        return ()
    shown = difference.places[:_MOST_PLACES]
    more = len(difference.places) - len(shown)
    said = tuple(_say_place(segment, texts) for segment in shown)
    return (*said, texts.of(_BOOK, "places", "more", count=more)) if more else said


def _say_place(segment: Segment, texts: Texts) -> str:
    names = {side: " + ".join(say_character(c, texts) for c in getattr(segment, side)) for side in _SIDES}
    at = (segment.right_at if segment.kind == "only-right" else segment.left_at) + 1
    return texts.of(_BOOK, "places", segment.kind, place=at, **names)


_SIDES = ("left", "right")
_DATES = frozenset({"date", "today", "authorized"})


def say_character(letter: str, texts: Texts) -> str:
    """Return what to call a character (`no-break space`, `digit 0 (zero)`); one of a text, not more."""
    name = name_of(letter)
    return texts.of(_BOOK, "characters", name.key, **name.fields)


def say_field(name: str, texts: Texts, country: str = "") -> FieldText:
    """Return a field in words; `country` tells which Seller Central to name, Brazil's where unknown."""
    central = marketplaces.seller_central(marketplaces.country_code(country) or "BR")
    parts = ("label", "hint", "in_vtex", "at_amazon")
    return FieldText(*(texts.of(_BOOK, "fields", name, part, seller_central=central) for part in parts))


def say_token(token: Token, texts: Texts) -> str:
    """Return how long the authorisation still holds, in a few words."""
    if token.days_left is None or token.expires_on is None:
        return texts.of(_BOOK, "token", "unknown")
    key = "expired" if token.days_left < 0 else "today" if token.days_left == 0 else "left"
    return texts.of(_BOOK, "token", key, count=abs(token.days_left), date=say_date(token.expires_on, texts))


def say_notice(token: Token, store: str, texts: Texts) -> str | None:
    """Return the sentence for the start of the window where an authorisation ends soon or has ended."""
    if token.state not in ("soon", "expired") or token.days_left is None or token.expires_on is None:
        return None
    key = "expired" if token.days_left < 0 else "today" if token.days_left == 0 else "soon"
    if 0 < token.days_left <= URGENT:
        key = "urgent"
    day = say_date(token.expires_on, texts)
    return texts.of(_BOOK, "notice", key, count=abs(token.days_left), date=day, store=store)


def renewal(texts: Texts, country: str = "") -> Renewal:
    """Return the steps that renew the authorisation, for both eras of the integration."""
    central = marketplaces.seller_central(marketplaces.country_code(country) or "BR")

    def steps(part: str) -> tuple[str, ...]:
        return texts.listed(_BOOK, "renewal", part, seller_central=central)

    inference = texts.of(_BOOK, "renewal", "inference")
    links = tuple(make_link(key, texts.language, country) for key in _LINKS)
    return Renewal(steps("by_vtex"), steps("by_amazon"), steps("older"), inference, links)


def describe_character(letter: str, texts: Texts) -> str:
    """Return a character's name and number: `no-break space, U+00A0`."""
    return f"{say_character(letter, texts)}, {code_point(letter)}"


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
