"""What the error catalogue holds: an error's facts, its texts in a language, and the answer made of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from listo.core.texts import Language

Severity = Literal["error", "warning", "info"]
Where = Literal["products", "inventory", "orders"]
Era = Literal["spreadsheet", "amazon-listing", "any"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One error, as facts that need no language.

    `messages` are templates per language of the screen, with named fields (`Value ({value}) from …`);
    brackets around a field may be absent in a real message; a field that stands twice stands for one text.
    `english_on` are the languages whose screens show the English message. `codes` are Amazon's error numbers
    that lead here, `checks` and `settings` the codes of the checks that can find the cause, `links` keys of
    pages. `where` is the page of the Admin that shows the message; `era` the way of sending products that it
    belongs to. `special` says by field which error it is instead when what stands there begins with some
    words, folded. `source` is the key of the document it is known from, `date` the day of that text (ISO).
    """

    id: str
    area: str
    where: Where
    severity: Severity
    era: Era
    messages: Mapping[Language, tuple[str, ...]]
    english_on: tuple[Language, ...]
    codes: tuple[str, ...]
    checks: tuple[str, ...]
    settings: tuple[str, ...]
    links: tuple[str, ...]
    source: str
    date: str
    related: tuple[str, ...]
    special: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Example:
    """Rows of a mapping sheet as they should look, seven cells each, in the template's order."""

    intro: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class EntryText:
    """One error in one language, with fields still to be filled.

    `meaning_plain` is the meaning for when the message gave no names; the same where `meaning` has no field.
    An empty `afterwards` or `note` says that the general ones hold. `keywords` are words that people type.
    """

    title: str
    meaning: str
    meaning_plain: str
    causes: tuple[str, ...]
    steps: tuple[str, ...]
    afterwards: str
    note: str
    keywords: tuple[str, ...]
    example: Example | None


@dataclass(frozen=True, slots=True)
class Link:
    """A page to read on, with its title in the reader's language."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person reads about an error, in one language, with the captured names put in.

    `note` holds what is uncertain, contradictory or bound to a date; it may be empty. `source` says which
    document the error is known from, and of which day.
    """

    error_id: str
    language: Language
    severity: Severity
    area: str
    title: str
    meaning: str
    causes: tuple[str, ...]
    steps: tuple[str, ...]
    example: Example | None
    afterwards: str
    note: str
    links: tuple[Link, ...]
    checks: tuple[str, ...]
    settings: tuple[str, ...]
    related: tuple[str, ...]
    source: str
