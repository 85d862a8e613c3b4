"""The sentences that the core's findings and errors become, in the reader's language.

Files under `resources/texts` and `resources/checks`, one per language. A text is a string with
named fields (`{value}`), or an object: `{"one": …, "other": …}` chosen by the field `count`, or one
text for each `case` and `other` for the rest.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args

from listo.core import resources
from listo.core.errors import InputError

Language = Literal["en", "pt", "es"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_WINDOWS_NAMES: dict[str, Language] = {"english": "en", "portuguese": "pt", "spanish": "es"}
_NAMES: dict[str, Language] = {**{language: language for language in LANGUAGES}, **_WINDOWS_NAMES}


def language_of(tag: str | None) -> Language:
    """Return the language that serves a tag such as `pt-BR`, `es_MX.UTF-8` or `de`; English if none.

    Of several tags (`gl:es:en`, as LANGUAGE may hold) the first one that there is a language for counts.
    """
    starts = [re.split(r"[-_.@]", one)[0].lower() for one in (tag or "").split(":")]
    return next((_NAMES[start] for start in starts if start in _NAMES), "en")


def system_language() -> Language:
    """Return the language that the person's system is set to."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        if os.environ.get(name):
            return language_of(os.environ[name])
    import locale  # 0.7 ms, which the window can do without: Qt knows the language

    return language_of(locale.getlocale()[0])


_GROUPS: dict[Language, tuple[str, int]] = {"en": (",", 4), "pt": (".", 4), "es": (".", 5)}
"""What parts thousands, and from how many digits on; see `set_number_form`."""

_PLACES = frozenset({"row", "first", "last", "line", "place", "number", "day", "year"})
"""Fields that name a thing by its number, such as a row of Excel's: no count, and so without separators."""


class LocalNumber(int):
    """A whole number that is written as its language writes it, wherever it is put into a sentence."""

    mark: str
    digits: int

    def __new__(cls, value: int, language: Language) -> LocalNumber:
        """Return that number, to be written in that language."""
        made = super().__new__(cls, value)
        made.mark, made.digits = _GROUPS[language]
        return made

    def __str__(self) -> str:
        plain = int.__repr__(self)
        return f"{int(self):,}".replace(",", self.mark) if len(plain) >= self.digits else plain

    def __format__(self, form: str) -> str:
        return format(str(self), form)


def set_number_form(language: Language, mark: str, digits: int) -> None:
    """Write numbers in a language from now on, in this process, as the person's country does.

    `mark` parts thousands where there are at least so many digits: Mexico's 1,045 is 1.045 in Colombia.
    """
    _GROUPS[language] = mark, digits


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
        return self.fill(_file("texts", self.language)[key], fields)

    def of(self, book: str, *keys: str, **fields: object) -> str:
        """Return a text of `resources/<book>`, found by one key after the other, filled in."""
        return self.fill(self._found(book, keys), fields)

    def listed(self, book: str, *keys: str, **fields: object) -> tuple[str, ...]:
        """Return the texts of a list in `resources/<book>`, filled in."""
        return tuple(self.fill(one, fields) for one in self._found(book, keys))

    def _found(self, book: str, keys: tuple[str, ...]) -> Any:
        found: Any = _file(book, self.language)
        for key in keys:
            found = found[key]
        return found

    def input_error(self, error: InputError, case: str = "") -> str:
        """Return the one sentence that says what is wrong with the input and what to do.

        `case` is `command` where it is said on the command line, whose options may be named then.
        """
        return self.say(f"input.{error.code}", **{"case": case, **error.arguments})

    def check(self, code: str, part: str, /, **fields: object) -> str:
        """Return one part of a check's text, filled in.

        Parts: `title` (a heading for `count` findings), `message` (one finding), `why`, `fix`.
        """
        return self.fill(_file("checks", self.language)[code][part], fields)

    def fill(self, text: str | Mapping[str, str], fields: Mapping[str, object]) -> str:
        """Return a text with its fields filled in; numbers are written as the language writes them."""
        if not isinstance(text, str):
            case = "one" if fields.get("count") == 1 else str(fields.get("case", ""))
            text = text.get(case) or text["other"]
        written = {
            name: LocalNumber(value, self.language) if type(value) is int and name not in _PLACES else value
            for name, value in fields.items()
        }
        return text.format_map(written)


def fold_for_search(text: str) -> str:
    """Return a text as it is searched: without regard to case and accents."""
    if text.isascii():  # a fifth of the time, and most are
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
