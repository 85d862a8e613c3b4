"""The sentences that the core's findings and errors become, in the reader's language.

Files under `resources/texts` and `resources/checks`, one per language. A text is a string with
named fields (`{value}`), or an object `{"one": …, "other": …}` chosen by the field `count`.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Protocol, get_args

from listo.core import resources
from listo.core.errors import InputError

Language = Literal["en", "pt", "es"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def language_of(tag: str | None) -> Language:
    """Return the language that serves a tag such as `pt-BR`, `es_MX.UTF-8` or `de`; English if none."""
    start = (tag or "").replace("_", "-").split("-")[0].lower()
    return next((language for language in LANGUAGES if language == start), "en")


def system_language() -> Language:
    """Return the language that the person's system is set to."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        if os.environ.get(name):
            return language_of(os.environ[name])
    return language_of(locale.getlocale()[0])


class Sayable(Protocol):
    """What a finding must tell of itself to become a sentence."""

    @property
    def code(self) -> str:
        """The check that found it."""

    @property
    def row(self) -> int | None:
        """Excel's row number, None for the whole sheet."""

    @property
    def column(self) -> str | None:
        """The canonical header, None likewise."""

    @property
    def value(self) -> str:
        """The text as it stands in the cell."""

    @property
    def arguments(self) -> Mapping[str, str]:
        """What else the sentence names."""


@cache
def _file(name: str, language: Language) -> dict[str, Any]:
    texts: dict[str, Any] = resources.read_json(f"{name}/{language}.json")
    return texts


class Texts:
    """Everything that the core says, in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def say(self, key: str, /, **fields: object) -> str:
        """Return the general sentence `key` of `resources/texts`, filled in."""
        return _fill(_file("texts", self.language)[key], fields)

    def input_error(self, error: InputError) -> str:
        """Return the one sentence that says what is wrong with the input and what to do."""
        return self.say(f"input.{error.code}", **error.arguments)

    def check(self, code: str, part: str, /, **fields: object) -> str:
        """Return one part of a check's text, filled in.

        Parts: `title` (a heading for `count` findings), `message` (one finding), `why`, `fix`.
        """
        return _fill(_file("checks", self.language)[code][part], fields)

    def finding(self, finding: Sayable) -> str:
        """Return the sentence that says what one finding found."""
        place = {"row": finding.row, "column": finding.column, "value": finding.value}
        return self.check(finding.code, "message", **place, **finding.arguments)


def _fill(text: str | Mapping[str, str], fields: Mapping[str, object]) -> str:
    if not isinstance(text, str):
        text = text["one" if fields.get("count") == 1 else "other"]
    return text.format_map(fields)
