"""The messages of the catalogue as patterns: their fixed words, and the gaps that names fill."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from listo.core.catalogue.folding import fold
from listo.core.catalogue.model import Entry
from listo.core.texts import Language

_GAP = re.compile(r"\{(\w+)\}")
_LONGEST_NAME = 400
_RARE_WORDS = 3


@dataclass(frozen=True)
class Template:
    """One message of one error in one language, folded.

    `parts` are the fixed texts between the gaps (the first and the last may be empty), `fields` the
    names of the gaps in order, `edges` the punctuation that the message itself puts around each gap,
    `glued` whether the gap follows, and precedes, a letter without a blank (`ASIN{asin}`).
    """

    error_id: str
    language: Language
    parts: tuple[str, ...]
    fields: tuple[str, ...]
    edges: tuple[tuple[str, str], ...]
    glued: tuple[tuple[bool, bool], ...]

    @cached_property
    def fixed(self) -> str:
        """All fixed text as one string."""
        return " ".join(part for part in self.parts if part)

    @cached_property
    def words(self) -> frozenset[str]:
        """The fixed words."""
        return frozenset(self.fixed.split())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the whole message in a folded text; one group for each gap."""
        body = re.escape(self.parts[0])
        for (before, after), left, part in zip(self.glued, self.parts, self.parts[1:], strict=False):
            opening = "" if before or not left else " "
            closing = "" if after or not part else " "
            body += f"{opening}(.{{1,{_LONGEST_NAME}}}?){closing}{re.escape(part)}"
        return re.compile(f"(?<![^ ]){body}(?![^ ])")


def template(error_id: str, language: Language, message: str) -> Template:
    """Return the template of a message in which `{names}` stand for what varies."""
    pieces = _GAP.split(message)
    texts, fields = pieces[::2], pieces[1::2]
    edges = tuple((_tail(before), _head(after)) for before, after in pairwise(texts))
    glued = tuple((before[-1:].isalnum(), after[:1].isalnum()) for before, after in pairwise(texts))
    return Template(error_id, language, tuple(map(fold, texts)), tuple(fields), edges, glued)


def _tail(text: str) -> str:
    return text[len(text.rstrip("()[]{}\"'“”‘’«»")) :]


def _head(text: str) -> str:
    return text[: len(text) - len(text.lstrip("()[]{}\"'“”‘’«»"))]


class Shelf:
    """Every template, so ordered that the few which a text can be are found at once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.templates = tuple(_templates(entries))
        self._by_word = _by_rarest_word(self.templates)

    def whole(self, folded: str) -> list[tuple[Template, re.Match[str]]]:
        """Return the templates that stand whole in a folded text, the longest first and its twins with it."""
        words = set(folded.split())
        found: list[tuple[Template, re.Match[str]]] = []
        for word in words:
            for one, rare in self._by_word.get(word, ()):
                if (not found or len(one.fixed) >= len(found[0][0].fixed)) and words.issuperset(rare):
                    match = one.pattern.search(folded)
                    if match:
                        found = [*(f for f in found if len(f[0].fixed) == len(one.fixed)), (one, match)]
        return found


def _templates(entries: Iterable[Entry]) -> Iterable[Template]:
    for entry in entries:
        seen: set[tuple[str, ...]] = set()
        for language, messages in entry.messages.items():
            for message in messages:
                one = template(entry.id, language, message)
                if one.fixed and one.parts not in seen:
                    seen.add(one.parts)
                    yield one


def _by_rarest_word(templates: Iterable[Template]) -> Mapping[str, list[tuple[Template, tuple[str, ...]]]]:
    templates = tuple(templates)
    frequency = Counter(word for one in templates for word in one.words)
    shelf: dict[str, list[tuple[Template, tuple[str, ...]]]] = {}
    for one in templates:
        rare = tuple(sorted(one.words, key=lambda word: (frequency[word], word))[:_RARE_WORDS])
        shelf.setdefault(rare[0], []).append((one, rare))
    return shelf
