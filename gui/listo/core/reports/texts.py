"""How a report says things in its language: sentences, numbers, days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from listo.core.texts import Language, Texts

if TYPE_CHECKING:  # the window says what CategoryID holds, and loads no checks for it
    from listo.core.catalogue.entries import Severity
    from listo.core.skus.sheet_skus import CategoryReading

_GROUPS: dict[Language, tuple[str, int]] = {"en": (",", 4), "pt": (".", 4), "es": (".", 5)}
"""What parts thousands, and from how many digits on."""


SEVERITY_SIGNS: dict[Severity, str] = {"error": "●", "warning": "▲", "info": "ℹ"}
"""What stands for each severity beside its words."""


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


class ReportTexts:
    """The texts of reports in one language; numbers are written as they are there."""

    def __init__(self, language: Language) -> None:
        self.texts = Texts(language)

    def say(self, key: str, /, **fields: object) -> str:
        """Return a sentence of `resources/reports`."""
        return self.texts.of("reports", key, **self._written(fields))

    def title(self, code: str, count: int) -> str:
        """Return the heading of `count` findings of a check."""
        return self.texts.check(code, "title", count=self.number(count))

    def why(self, code: str) -> str:
        """Return why it is a problem."""
        return self.texts.check(code, "why")

    def fix(self, code: str) -> str:
        """Return what to do about it."""
        return self.texts.check(code, "fix")

    def severity(self, severity: str) -> str:
        """Return the words for how serious something is."""
        return self.texts.say(f"severity.{severity}")

    def kind_of_file(self, kind: str) -> str:
        """Return what a file is, in words."""
        return self.texts.say(f"kind.{kind}")

    def need(self, need: str) -> str:
        """Return what is missing, in words."""
        return self.texts.say(f"need.{need}")

    def use(self, suggestions: Sequence[str]) -> str:
        """Return what to put in place of what stands there."""
        return self.texts.say("report.suggestion", suggestions=" · ".join(suggestions))

    def number(self, value: int) -> LocalNumber:
        """Return a number that writes itself as this language does."""
        return LocalNumber(value, self.texts.language)

    def moment(self, moment: dt.datetime) -> str:
        """Return a day and an hour in words."""
        month = self.texts.listed("reports", "months")[moment.month - 1]
        return self.say("moment", day=moment.day, month=month, year=f"{moment:%Y}", hour=f"{moment:%H:%M}")

    def reading(self, ids: CategoryReading) -> str:
        """Return the sentence on what CategoryID holds; empty where nothing tells it."""
        if ids.reading == "unknown":
            return ""
        counts = {"by_global": ids.by_global, "by_store": ids.by_store, "minority": ids.minority}
        case = "told" if ids.by == "person" else "minority" if ids.minority else "exports"
        key = "both" if ids.reading == "both" else f"{ids.reading}.{case}"
        return self.say(f"category-ids.{key}", **counts)

    def _written(self, fields: dict[str, object]) -> dict[str, object]:
        return {name: self.number(value) if type(value) is int else value for name, value in fields.items()}
