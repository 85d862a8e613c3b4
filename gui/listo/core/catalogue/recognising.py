"""Tells which error a pasted text is: whole, cut, misspelt, inside a log line, by number or by words.

First the templates as they are, then what resembles them, then plain words. Under `FITS` the answer is
that nothing fits: a wrong answer is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from listo.core.catalogue import load
from listo.core.catalogue.folding import decode, fold, fold_with_places
from listo.core.catalogue.resembling import Index, Likeness
from listo.core.catalogue.templates import Shelf, Template
from listo.core.catalogue.words import by_words
from listo.core.texts import Language

FITS = 0.45
"""The least score of an answer: in tests/core/catalogue damaged messages lie above it, foreign ones below."""

How = Literal["message", "resemblance", "code", "words"]

_NEAREST = 3
_RIVAL = 0.8
_LETTERS_AT_LEAST = 5
_TELLING = 3
_LONG = 40
_SURE = 0.75
_CODE_FIELD = re.compile(r"""["']?(?:error_?)?code["']?\s*[:=]\s*["']?([A-Za-z0-9_]{2,})""", re.IGNORECASE)
_CODE_ALONE = re.compile(
    r"\W*(?:(?:amazon|error|erro|code|c[oó]digo|n[uú]mero|number|do|de|da|del|la|#)\W+)*([0-9]{4,8}|[A-Za-z]+_?[A-Za-z0-9_]+)\W*",
    re.IGNORECASE,
)
_CODE_NAMED = re.compile(r"\b(?:error|erro|code|c[oó]digo)\W{1,3}([0-9]{2,8})\b", re.IGNORECASE)
_MESSAGE_FIELD = re.compile(r""""(?:message|mensagem|mensaje)"\s*:\s*"((?:[^"\\]|\\.)*)\"""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """One error that a text may be.

    `score` runs from 0 to 1, `language` is that of the message, `captured` what stood in its gaps, by
    name, as written in the text. `how` tells what it was known by.
    """

    error_id: str
    score: float
    language: Language
    captured: Mapping[str, str] = field(default_factory=dict)
    how: How = "message"


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a text was taken for: `matches`, the best first, or none and then the `nearest` few as such."""

    text: str
    matches: tuple[Match, ...]
    nearest: tuple[Match, ...] = ()


@lru_cache(maxsize=4096)
def recognise(text: str) -> Recognition:
    """Return what `text` is: one message, or a few words.

    Never raises for any text; what it cannot place has no matches.
    """
    decoded = decode(text)
    found = _by_message(text)
    if not _worth_showing(found):
        found = _best_of([*found, *_by_code(decoded)])
    if not _worth_showing(found):
        found = _best_of([*found, *_by_plain_words(decoded)])
    shown = _worth_showing(found)
    return Recognition(text, shown, () if shown else tuple(found[:_NEAREST]))


def _worth_showing(found: list[Match]) -> tuple[Match, ...]:
    """Return the best and those that come near it, if the best fits at all."""
    if not found or found[0].score < FITS:
        return ()
    least = max(FITS, found[0].score * _RIVAL)
    return tuple(match for match in found if match.score >= least)


def _best_of(found: Iterable[Match]) -> list[Match]:
    """Return each error once, with its best match, the best first."""
    best: dict[str, Match] = {}
    for match in found:
        if match.error_id not in best or match.score > best[match.error_id].score:
            best[match.error_id] = match
    return sorted(best.values(), key=lambda match: -match.score)


def _by_message(text: str) -> list[Match]:
    """Return what the text is by its wording; within Amazon's JSON, by its `message`."""
    inner = _MESSAGE_FIELD.search(text)
    if inner and (found := _by_wording(decode(inner[1]))) and found[0].score >= FITS:
        return found
    return _by_wording(decode(text))


def _by_wording(text: str) -> list[Match]:
    folded = fold(text)
    whole = _shelf().whole(folded)
    certain = [_whole_match(one, found, text) for one, found in _in_order(whole)]
    if whole and _is_all(*whole[0]):
        return certain
    if len(folded.replace(" ", "")) < _LETTERS_AT_LEAST:
        return certain
    alike = _index().resembling(folded)
    if whole:
        least = len(whole[0][1][0]) + _TELLING
        alike = [one for one in alike if one.explains > least and one.score > _SURE]
        return _best_of(_alike_match(one, text) for one in alike) or certain
    return _best_of(_alike_match(one, text) for one in alike)


_Whole = tuple[Template, re.Match[str]]


def _is_all(one: Template, found: re.Match[str]) -> bool:
    """Return whether a message found whole is surely all that the text says, not a piece of a longer one."""
    goes_on = found.start() <= _TELLING and found.end() < len(found.string) - _TELLING
    rest = len(found.string) - len(found[0])
    return rest <= _TELLING or (len(one.fixed) >= _LONG and not goes_on)


def _in_order(whole: Iterable[_Whole]) -> list[_Whole]:
    """Return twins in the order of the catalogue."""
    order = {entry.id: place for place, entry in enumerate(load.entries())}
    return sorted(whole, key=lambda pair: order[pair[0].error_id])


def _whole_match(one: Template, found: re.Match[str], text: str) -> Match:
    explained = (found.end() - found.start()) / len(found.string)
    spans = [found.span(place + 1) for place in range(len(one.fields))]
    return Match(one.error_id, 0.9 + 0.1 * explained, one.language, _names(one, spans, text))


def _alike_match(laid: Likeness, text: str) -> Match:
    one = laid.template
    gaps = _gaps(one, laid.spans)
    return Match(one.error_id, laid.score, one.language, _names(one, gaps, text), "resemblance")


def _gaps(one: Template, spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Return where the gaps lie that have fixed text found on both sides; the others are not known."""
    found = iter(spans)
    bounds = [next(found, None) if part else None for part in one.parts]
    return [(before[1], after[0]) if before and after else (0, 0) for before, after in pairwise(bounds)]


def _names(one: Template, gaps: list[tuple[int, int]], text: str) -> dict[str, str]:
    """Return the text in each gap as it was written, without the message's own punctuation around it."""
    if not one.fields:
        return {}
    folded, places = fold_with_places(text)
    names: dict[str, str] = {}
    for name, (start, end), edges in zip(one.fields, gaps, one.edges, strict=True):
        written = _written(text, *_around(folded, places, start, end), edges)
        if written and name not in names:
            names[name] = written
    return names


_AROUND = " \t\r\n.,;:\"'“”‘’«»"


def _around(folded: str, places: list[int], start: int, end: int) -> tuple[int, int]:
    """Return the part of the text between the letters on both sides of a gap of the folded text."""
    if start >= end:
        return 0, 0
    before = len(folded[:start].rstrip()) - 1
    after = len(folded) - len(folded[end:].lstrip())
    return places[before] + 1 if before >= 0 else 0, places[after] if after < len(places) else -1


def _written(text: str, first: int, last: int, edges: tuple[str, str]) -> str:
    written = (text[first:] if last < 0 else text[first:last]).strip(_AROUND)
    if edges[0] and edges[1]:
        written = written.removeprefix(edges[0]).removesuffix(edges[1])
    return written.strip(_AROUND)


def _by_code(decoded: str) -> list[Match]:
    """Return the errors that an error number of Amazon in the text leads to."""
    alone = _CODE_ALONE.fullmatch(decoded.strip())
    codes = [alone[1]] if alone else []
    codes += _CODE_FIELD.findall(decoded) + _CODE_NAMED.findall(decoded)
    score = 0.95 if alone else 0.8
    return [
        Match(entry.id, score, "en", {"code": code}, "code")
        for code in dict.fromkeys(codes)
        for entry in load.by_code(code)
    ]


def _by_plain_words(decoded: str) -> list[Match]:
    return [Match(error_id, score, language, {}, "words") for score, error_id, language in by_words(decoded)]


@cache
def _shelf() -> Shelf:
    return Shelf(load.entries())


@cache
def _index() -> Index:
    return Index(_shelf().templates)
