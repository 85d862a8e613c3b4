"""The errors of the catalogue: each one's facts, its texts in a language, and the answer that a person reads.

Read from `resources/errors`; the README there says how its files are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from listo.core import resources
from listo.core.texts import Language
from listo.core.vocabulary import marketplaces

Severity = Literal["error", "warning", "info"]
Where = Literal["products", "inventory", "orders"]
Era = Literal["spreadsheet", "amazon-listing", "product-publication", "any"]

AdminPage = Literal["spreadsheet", "amazon-listing", "product-publication"]
"""The page of the Admin through which a store sends its products; VTEX has changed it twice."""

PAGES: tuple[AdminPage, ...] = get_args(AdminPage)

_MARKETPLACE_OF: dict[Language, str] = {"en": "US", "pt": "BR", "es": "MX"}
"""The marketplace in the Americas, where most of VTEX's stores sell, that speaks a language."""

_OF_PRODUCTS = "products-"

_STEPS_ON_PAGE = ("step-page-open", "step-page-correct", "step-page-send")

_PHRASE = re.compile(r"@([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")

_FIELD = re.compile(r"\{(\w+)\}")
_MARK = "**"
_FOR_PAGE = "--"
_NO_SHEET = "no-sheet"
"""Ends what is said for either page to which no mapping sheet is uploaded."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One error, as facts that need no language.

    `messages` are templates per language of the screen, with named fields (`Value ({value}) from …`);
    brackets around a field may be absent in a real message; a field that stands twice stands for one text.
    `wordings` are more ways in which the message is met: older and newer ones, in other languages, titles of
    known issues; they are recognised, and never shown. `issues` are the numbers of VTEX's known issues.
    `english_on` are the languages whose screens show the English message. `codes` are Amazon's error numbers
    that lead here, `checks` and `settings` the codes of the checks that can find the cause, `links` keys of
    pages. `where` is the page of the Admin that shows the message; `era` the way of sending products that it
    belongs to. `special` says which error it is instead where a text has some words, folded; a last one
    that ends in `*` may go on. `source` is the key of the document it is known from, `date` the day of that
    text (ISO). `held` is the day on which the entry was last held against it.
    """

    id: str
    area: str
    where: Where
    severity: Severity
    era: Era
    messages: Mapping[Language, tuple[str, ...]]
    wordings: Mapping[Language, tuple[str, ...]]
    issues: tuple[str, ...]
    english_on: tuple[Language, ...]
    codes: tuple[str, ...]
    checks: tuple[str, ...]
    settings: tuple[str, ...]
    links: tuple[str, ...]
    source: str
    date: str
    held: str
    related: tuple[str, ...]
    special: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ExampleRows:
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
    example: ExampleRows | None


@dataclass(frozen=True, slots=True)
class Common:
    """What many errors share in one language; each mapping goes from a key to its text.

    `fields` are the words that stand for a name that the message did not give, `afterwards` is keyed by the
    page of the Admin, `eras` by the way of sending products, `sources` by document.
    """

    areas: dict[str, str]
    links: dict[str, str]
    sources: dict[str, str]
    fields: dict[str, str]
    afterwards: dict[str, str]
    eras: dict[str, str]
    phrases: dict[str, str]


def get_entry(error_id: str) -> Entry:
    """Return the error of that id; KeyError if there is none."""
    return _shelf()[error_id]


def all_entries() -> tuple[Entry, ...]:
    """Return every error, area by area."""
    return tuple(_shelf().values())


def all_areas() -> tuple[str, ...]:
    """Return the keys of the areas that hold errors, in the order in which to show them."""
    return tuple(dict.fromkeys(known.area for known in all_entries()))


def find_by_code(code: str) -> tuple[Entry, ...]:
    """Return the errors that a code of Amazon or the number of a known issue of VTEX leads to, if any.

    Codes are known in any case of letters. Those whose first code it is come first, and of these Amazon's own
    before what VTEX makes of one.
    """
    return _by_code().get(code.casefold()) or _by_issue().get(code, ())


@cache
def all_codes() -> frozenset[str]:
    """Return every code of Amazon that leads to an error, its letters folded."""
    return frozenset(_by_code())


@cache
def all_issues() -> frozenset[str]:
    """Return the number of every known issue of VTEX that an error tells of."""
    return frozenset(_by_issue())


def name_of_code(code: str) -> str:
    """Return a code with who has given it: Amazon, or VTEX to a known issue."""
    return f"VTEX {code}" if code in all_issues() else f"Amazon {code}"


def get_screen_message(error_id: str, language: Language) -> str | None:
    """Return what the Admin shows, in that language where VTEX has it; None for an unknown error.

    Names stand in it as blanks, such as `{specification}`.
    """
    known = _shelf().get(error_id)
    messages = known.messages if known else {}
    said = messages.get(language) or messages.get("en") or next(iter(messages.values()), ())
    return said[0] if said else None


@cache
def get_text(error_id: str, language: Language, page: AdminPage | None = None) -> EntryText:
    """Return the texts of an error in one language, for an Admin that has a page, where that is known."""
    return _entry_text(_raw_texts(language)[error_id], get_common(language, page).phrases)


@cache
def get_common(language: Language, page: AdminPage | None = None) -> Common:
    """Return what the errors share in one language, for an Admin that has a page, where that is known."""
    merged = _merged(f"common*.{language}.json", two_levels=True)
    written = _on_page(merged["phrases"], page)
    phrases = {key: _expand(phrase, written) for key, phrase in written.items()}
    texts = {
        part: {key: _expand(said, phrases) for key, said in _on_page(merged[part], page).items()}
        for part in Common.__slots__
        if part != "phrases"
    }
    return Common(phrases=phrases, **texts)


def _on_page(written: dict[str, str], page: AdminPage | None) -> dict[str, str]:
    """Return the texts with those in place that an Admin's page has of its own (`key--page`).

    What holds for both pages without a sheet is said once, as `key--no-sheet`.
    """
    said = {key: text for key, text in written.items() if _FOR_PAGE not in key}
    for name in (None if page in (None, "spreadsheet") else _NO_SHEET, page):
        ending = f"{_FOR_PAGE}{name}"
        said |= {key: written[f"{key}{ending}"] for key in said if f"{key}{ending}" in written}
    return said


@cache
def get_link_addresses() -> dict[str, dict[str, str]]:
    """Return the addresses of each page by the language it is written in, or `any` for all readers.

    Under `marketplace` stands the path of a page that each marketplace's Seller Central has; under a
    country's code (`ES`) stands the page that it has of its own.
    """
    return _merged("*.links.json")


@cache
def _shelf() -> dict[str, Entry]:
    order = {area: place for place, area in enumerate(resources.read_json("errors/areas.json"))}
    wordings = _merged("*.wordings.json")
    known = [
        _entry(error_id, facts, wordings.get(error_id, {}))
        for error_id, facts in _merged("*.facts.json").items()
    ]
    return {one.id: one for one in sorted(known, key=lambda one: order[one.area])}


@cache
def _by_code() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for known in all_entries():
        for code in known.codes:
            found[code.casefold()] = (*found.get(code.casefold(), ()), known)
    return {
        code: tuple(
            sorted(of, key=lambda one: (one.codes[0].casefold() != code, not one.id.startswith("amazon-")))
        )
        for code, of in found.items()
    }


@cache
def _by_issue() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for known in all_entries():
        for number in known.issues:
            found[number] = (*found.get(number, ()), known)
    return found


@cache
def _raw_texts(language: Language) -> dict[str, Any]:
    return _merged(f"*.texts.{language}.json")


def _merged(pattern: str, *, two_levels: bool = False) -> dict[str, Any]:
    """Return the objects of all files that match, as one."""
    merged: dict[str, Any] = {}
    for path in sorted(_folder().glob(pattern)):
        for key, value in resources.read_json(f"errors/{path.name}").items():
            merged[key] = {**merged.get(key, {}), **value} if two_levels else value
    return merged


def _folder() -> Path:
    return resources.root() / "errors"


def _entry(error_id: str, facts: dict[str, Any], wordings: dict[Language, list[str]]) -> Entry:
    return Entry(
        id=error_id,
        area=facts["area"],
        where=facts["where"],
        severity=facts["severity"],
        era=facts["era"],
        messages={language: tuple(said) for language, said in facts["messages"].items()},
        wordings={language: tuple(said) for language, said in wordings.items()},
        source=facts["source"]["document"],
        date=facts["source"]["date"],
        held=_held()[error_id],
        special=facts.get("special", {}),
        **{part: tuple(facts.get(part, ())) for part in _LISTS},
    )


@cache
def _held() -> dict[str, str]:
    """Return the day on which each entry was last held against its page."""
    days: dict[str, list[str]] = resources.read_json("errors/held.json")
    return {error_id: day for day, held in days.items() for error_id in held}


_LISTS = ("issues", "english_on", "codes", "checks", "settings", "links", "related")


def _entry_text(raw: dict[str, Any], phrases: dict[str, str]) -> EntryText:
    def said(part: str) -> str:
        return _expand(raw.get(part, ""), phrases)

    def listed(part: str) -> tuple[str, ...]:
        expanded = (_expand(one, phrases) for one in raw.get(part, ()))
        return tuple(one for one in expanded if one)  # a phrase may have nothing to say for a page

    return EntryText(
        title=said("title"),
        meaning=said("meaning"),
        meaning_plain=said("meaning_plain") or said("meaning"),
        causes=listed("causes"),
        steps=listed("steps"),
        afterwards=said("afterwards"),
        note=said("note"),
        keywords=listed("keywords"),
        example=_example(raw.get("example"), phrases),
    )


def _example(raw: dict[str, Any] | None, phrases: dict[str, str]) -> ExampleRows | None:
    if raw is None:
        return None
    return ExampleRows(_expand(raw["intro"], phrases), tuple(tuple(row) for row in raw["rows"]))


def _expand(said: str, phrases: dict[str, str]) -> str:
    """Put the shared phrases where a text names them (`@menu-products`)."""
    if "@" not in said:
        return said
    return _PHRASE.sub(lambda found: _expand(phrases[found[1]], phrases), said)


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
    entry: Entry,
    captured: Mapping[str, str],
    language: Language,
    *,
    page: AdminPage | None = None,
    country: str = "",
    marked: bool = False,
) -> Answer:
    """Return what to say about `entry` to someone whose message gave the names in `captured`.

    `page` is the page of the Admin that the person has: menus, links, steps and what is done afterwards
    follow it. `country` is that of the person's marketplace, to whose Seller Central the links lead.
    Captured names stand in quotation marks, and menu paths plain. With `marked`, both stand between double
    asterisks instead, for a window that sets them in bold.
    """
    said = get_text(entry.id, language, page)
    common = get_common(language, page)
    steps = said.steps
    if (
        page not in (None, "spreadsheet")
        and entry.era == "spreadsheet"
        and entry.area.startswith(_OF_PRODUCTS)
    ):
        steps = tuple(common.phrases[step] for step in _STEPS_ON_PAGE)
    era = "" if entry.era == page else common.eras[entry.era]
    fill = _Filler(captured, common.fields, marked)
    return Answer(
        error_id=entry.id,
        language=language,
        severity=entry.severity,
        area=common.areas[entry.area],
        title=said.title,
        meaning=fill(said.meaning if fill.knows_all(said.meaning) else said.meaning_plain),
        causes=tuple(fill(cause) for cause in said.causes),
        steps=tuple(fill(step) for step in steps),
        example=_filled_example(said.example if steps == said.steps else None, fill),
        afterwards=fill(said.afterwards or common.afterwards[entry.where]),
        note=fill(" ".join(part for part in (said.note, era) if part)),
        links=tuple(make_link(key, language, country) for key in _links_on(page, entry.links)),
        checks=entry.checks,
        settings=entry.settings,
        related=entry.related,
        source=f"{common.sources[entry.source]}, {entry.date}",
    )


def _filled_example(example: ExampleRows | None, fill: _Filler) -> ExampleRows | None:
    return example and ExampleRows(fill(example.intro), example.rows)


def _links_on(page: AdminPage | None, links: Iterable[str]) -> Iterable[str]:
    """Return the links, those to what an Admin's page has no more changed for its own, each once."""
    others = resources.read_json("errors/admin-pages.json").get(page, {})
    return dict.fromkeys(others.get(key, key) for key in links)


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


def make_link(key: str, language: Language, country: str = "") -> Link:
    """Return a page to read on: in the reader's language, else in the one that there is, which is said.

    Pages of Seller Central are those of a country's marketplace; without one, of one in that language.
    A page that countries have of their own is that of the country, in whatever language; the one under `any`
    for a country that has none.
    """
    addresses = get_link_addresses()[key]
    common = get_common(language)
    title = common.links[key]
    code = marketplaces.country_code(country)
    if path := addresses.get("marketplace"):
        return Link(title, f"https://{marketplaces.seller_central(code or _MARKETPLACE_OF[language])}{path}")
    of_countries = addresses.keys() & set(marketplaces.countries())
    url = addresses.get(code if code and of_countries else language) or addresses.get("any")
    if url:
        return Link(title, url)
    written_in, url = next(iter(addresses.items()))
    return Link(f"{title} {common.phrases[f'page-in-{written_in}']}", url)
