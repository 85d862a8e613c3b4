"""Recognises many messages that differ in their numbers alone, as those of a long report do.

The first of such is recognised; of the others the names are put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from listo.core.catalogue import entries
from listo.core.catalogue.recognition import Match, Recognition, recognise

_VARYING = re.compile(r"[^\W_]*[0-9](?:[\w.-]*\w)?")
"""Numbers, and words with numbers in them: SKUs, barcodes, dates."""

_MOST_KEPT = 4096
"""Kinds of messages that are remembered: a report has some dozens; a log of as many lines fits in."""


@dataclass(frozen=True, slots=True)
class _Known:
    varying: tuple[str, ...]
    recognition: Recognition


class AlikeMessages:
    """What the messages so far were taken for, by what they have besides numbers."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def recognise(self, text: str) -> Recognition:
        """Return what `recognise` does of a text; an error's number is never taken for another."""
        varying: list[str] = []

        def without(found: re.Match[str]) -> str:
            if found[0].isdigit() and entries.find_by_code(found[0]):
                return found[0]
            varying.append(found[0])
            return "0"

        kind = _VARYING.sub(without, text)
        if known := self._known.get(kind):
            swapped = dict(zip(known.varying, varying, strict=True))
            if all(swapped[before] == now for before, now in zip(known.varying, varying, strict=True)):
                return _with_names(known.recognition, swapped, text)
        found = recognise(text)
        if not known and len(self._known) < _MOST_KEPT and _has_whole(found, varying):
            self._known[kind] = _Known(tuple(varying), found)
        return found


def _has_whole(found: Recognition, varying: list[str]) -> bool:
    """Return whether no name in a message has a part of a number, which could not be put in anew."""
    names = (name for match in (*found.matches, *found.nearest) for name in match.captured.values())
    parts = (part for name in names for part in _VARYING.findall(name))
    return all(part in varying or entries.find_by_code(part) for part in parts)


def _with_names(found: Recognition, swapped: Mapping[str, str], text: str) -> Recognition:
    def put_in(name: str) -> str:
        return _VARYING.sub(lambda part: swapped.get(part[0], part[0]), name)

    def renamed(match: Match) -> Match:
        return replace(match, captured={key: put_in(name) for key, name in match.captured.items()})

    return Recognition(text, tuple(map(renamed, found.matches)), tuple(map(renamed, found.nearest)))
