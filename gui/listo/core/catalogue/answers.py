"""The answer that a person reads: an error's facts and texts, with the names that its message gave."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from listo.core.catalogue import entries
from listo.core.catalogue.entries import Entry, ExampleRows, Severity
from listo.core.texts import Language

_FIELD = re.compile(r"\{(\w+)\}")
_MARK = "**"


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
    example: ExampleRows | None
    afterwards: str
    note: str
    links: tuple[Link, ...]
    checks: tuple[str, ...]
    settings: tuple[str, ...]
    related: tuple[str, ...]
    source: str


def make_answer(
    entry: Entry, captured: Mapping[str, str], language: Language, *, marked: bool = False
) -> Answer:
    """Return what to say about `entry` to someone whose message gave the names in `captured`.

    Captured names stand in quotation marks, and menu paths plain. With `marked`, both stand between
    double asterisks instead, for a window that sets them in bold.
    """
    said = entries.get_text(entry.id, language)
    common = entries.get_common(language)
    fill = _Filler(captured, common.fields, marked)
    return Answer(
        error_id=entry.id,
        language=language,
        severity=entry.severity,
        area=common.areas[entry.area],
        title=said.title,
        meaning=fill(said.meaning if fill.knows_all(said.meaning) else said.meaning_plain),
        causes=tuple(fill(cause) for cause in said.causes),
        steps=tuple(fill(step) for step in said.steps),
        example=said.example and ExampleRows(fill(said.example.intro), said.example.rows),
        afterwards=fill(said.afterwards or common.afterwards[entry.where]),
        note=fill(" ".join(part for part in (said.note, common.eras[entry.era]) if part)),
        links=tuple(make_link(key, language) for key in entry.links),
        checks=entry.checks,
        settings=entry.settings,
        related=entry.related,
        source=f"{common.sources[entry.source]}, {entry.date}",
    )


class _Filler:
    """Puts names into a text: those of the message, else words that point at the message."""

    def __init__(self, captured: Mapping[str, str], words: Mapping[str, str], marked: bool) -> None:
        self._captured = {name: value.strip() for name, value in captured.items() if value.strip()}
        self._words = words
        self._marked = marked

    def knows_all(self, text: str) -> bool:
        return all(name in self._captured for name in _FIELD.findall(text))

    def __call__(self, text: str) -> str:
        shown = text if self._marked else text.replace(_MARK, "")
        return _FIELD.sub(lambda field: self._word(field[1]), shown)

    def _word(self, name: str) -> str:
        value = self._captured.get(name)
        if value is None:
            return self._words[name]
        return f"{_MARK}{value}{_MARK}" if self._marked else f"“{value}”"


def make_link(key: str, language: Language) -> Link:
    """Return a page to read on: in the reader's language, else in the one that there is, which is said."""
    addresses = entries.get_link_addresses()[key]
    common = entries.get_common(language)
    title = common.links[key]
    url = addresses.get(language) or addresses.get("any")
    if url:
        return Link(title, url)
    written_in, url = next(iter(addresses.items()))
    return Link(f"{title} {common.phrases[f'page-in-{written_in}']}", url)
