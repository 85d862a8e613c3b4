"""Takes the names out of a message, as they were written there."""

from __future__ import annotations

import re
from functools import lru_cache

from listo.core.catalogue.folding import fold_with_places
from listo.core.catalogue.templates import Template

_QUOTES = "\"'“”‘’«»"
_PAUSES = " \t\r\n.,;:"
_AROUND = f"{_PAUSES}{_QUOTES}"
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')
_OPENING = f"{_QUOTES}[("
_CLOSING = f"{_QUOTES}])"
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)|[\r\n\t]|</")
_SENTENCE_START = re.compile(r"(?:[.:;!?]\s|[\r\n\t=>])")
_LONGEST = 300

_folded = lru_cache(maxsize=4)(fold_with_places)  # one text is laid against many messages


def captured(one: Template, gaps: list[tuple[int, int]], text: str) -> dict[str, str]:
    """Return the text in each gap as it was written, without the message's own punctuation around it.

    `gaps` are places in the folded text; an empty one is not known. A gap at the end of the message goes
    on to the end of its sentence, one at the beginning starts with its sentence.
    """
    if not one.fields:
        return {}
    folded, places = _folded(text)
    names: dict[str, str] = {}
    for place, (name, gap, edges) in enumerate(zip(one.fields, gaps, one.edges, strict=True)):
        written = ""
        if gap[0] < gap[1]:
            first, last = _around(folded, places, *gap)
            if not one.parts[place] and not place:
                written = _ending(text[:last], edges)
            elif not one.parts[place + 1] and place + 1 == len(one.fields):
                written = _beginning(text[first:], edges)
            else:
                written = _between(text[first:last], edges)
        if written and name not in names:
            names[name] = written
    return names


def _around(folded: str, places: list[int], start: int, end: int) -> tuple[int, int | None]:
    """Return the part of the text between the letters on both sides of a gap of the folded text."""
    before = len(folded[:start].rstrip()) - 1
    after = len(folded) - len(folded[end:].lstrip())
    return places[before] + 1 if before >= 0 else 0, places[after] if after < len(places) else None


def _between(written: str, edges: tuple[str, str]) -> str:
    written = written.strip(_AROUND)
    if edges[0] and edges[1]:
        written = written.removeprefix(edges[0]).removesuffix(edges[1])
    return written.strip(_AROUND)


def _beginning(rest: str, edges: tuple[str, str]) -> str:
    """Return the name that the rest of the text begins with, up to its closing mark or its sentence's end."""
    if edges[0] and edges[1]:
        rest = rest.lstrip(_AROUND + edges[0])[:_LONGEST]
        ends = [at for mark in _CLOSING if (at := rest.find(mark)) >= 0]
        return rest[: min(ends, default=len(rest))].strip(_AROUND)
    rest = rest.lstrip(_PAUSES)[:_LONGEST]
    ends = [end.start()] if (end := _SENTENCE_END.search(_QUOTED.sub(_masked, rest))) else []
    ends += [rest.rfind('"')] if rest.count('"') % 2 else []  # the whole message stands within quotes
    written = rest[: min(ends, default=len(rest))].strip(_PAUSES)
    return written.strip(_AROUND) if _QUOTED.fullmatch(written) else written


def _masked(quoted: re.Match[str]) -> str:
    return "x" * len(quoted[0])


def _ending(head: str, edges: tuple[str, str]) -> str:
    """Return the name that the text so far ends with: from its opening mark, or its sentence's beginning."""
    head = head.rstrip(_AROUND + edges[1])[-_LONGEST:]
    starts = [found.end() for found in _SENTENCE_START.finditer(head)]
    if edges[0] and edges[1]:
        starts += [at + 1 for mark in _OPENING if (at := head.rfind(mark)) >= 0]
    return head[max(starts, default=0) :].strip(_AROUND + edges[0])
