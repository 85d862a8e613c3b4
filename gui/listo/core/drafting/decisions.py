"""What the person decided: answers to the questions of a draft, and the rows of an older mapping."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from listo.core.drafting.model import DraftAnswer, QuestionKind, question_id
from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import MappingSheet
from listo.core.vocabulary.categories import parse_id


class Answers:
    """Answers by the id of their question; notes which ids are questions of the store and what was taken."""

    def __init__(self, given: Mapping[str, str | None] | None = None, doubted: Collection[str] = ()) -> None:
        """Take answers; the questions `doubted` are asked, whatever is proposed."""
        self._given = given or {}
        self._doubted = doubted
        self._met: set[str] = set()
        self._taken: set[str] = set()

    def __contains__(self, question: object) -> bool:
        """Return whether a question was answered, by its id."""
        return question in self._given

    def is_doubted(self, kind: QuestionKind, *parts: str, category: int) -> bool:
        """Return whether a question is to be asked in a category though a proposal is good enough."""
        ids = (question_id(kind, *parts), question_id(kind, *parts, category))
        return bool(self._doubted) and any(each in self._doubted for each in ids)

    def find(self, kind: QuestionKind, *parts: str, category: int | None = None) -> Iterable[DraftAnswer]:
        """Yield what was answered: for the category alone first, then for all that it concerns."""
        ids = [question_id(kind, *parts)]
        if category is not None:
            ids.insert(0, question_id(kind, *parts, category))
        for each in ids:
            self._met.add(each)
            if each in self._given:
                text = self._given[each]
                yield DraftAnswer(each, text if text is None else clean(text))

    def take(self, answer: DraftAnswer) -> None:
        """Note that an answer could be followed somewhere."""
        self._taken.add(answer.id)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The ids that were answered and are no question here, any more perhaps."""
        return tuple(sorted(self._given.keys() - self._met))

    @property
    def refused(self) -> tuple[DraftAnswer, ...]:
        """The answers that could be followed nowhere, since nothing accepts them."""
        known = sorted(self._given.keys() & self._met - self._taken)
        return tuple(DraftAnswer(each, self._given[each]) for each in known)


class OldRow(NamedTuple):
    """A row of an older mapping, each text clean."""

    category: int
    theme: str
    field: str
    attribute: str
    value: str
    sent: str


class OldMapping:
    """What an older mapping says, by category, and for other categories where it says one thing alone."""

    def __init__(
        self,
        sheet: MappingSheet | None = None,
        remembered: Mapping[tuple[str, str], str] | None = None,
        without: Collection[int] = (),
    ) -> None:
        """Take the rows of a sheet, those of the categories `without` left out.

        `remembered` is what was chosen for the store before, by attribute, in small letters as the feed
        names it, and VTEX value.
        """
        rows = _rows_of(sheet) if sheet else ()
        self._rows = tuple(row for row in rows if row.category not in without)
        self._remembered = remembered or {}

    def remembered(self, attribute: str, value: str) -> str:
        """Return what was chosen before for a value of an attribute, whatever the sheet; empty if nothing."""
        return self._remembered.get((attribute, value), "")

    @cached_property
    def categories(self) -> Collection[int]:
        """The categories that it has rows for."""
        return frozenset(row.category for row in self._rows)

    def theme(self, category: int) -> str:
        """Return the theme of a category, the first that is there."""
        return next((row.theme for row in self._rows_by_category.get(category, ()) if row.theme), "")

    def attributes(self, category: int, field: str) -> Sequence[str]:
        """Return the attributes that a field is mapped to, in a category or, where that is one, in others."""
        own = self._attributes.get((category, field), {})
        anywhere = self._attributes.get((None, field), {})
        return tuple(own or (anywhere if len(anywhere) == 1 else ()))

    def sent(self, category: int, field: str, attribute: str, value: str) -> str:
        """Return the Amazon value of a VTEX value, in a category or, where that is one, in others."""
        own = self._sent.get((category, field, attribute, value))
        anywhere = self._sent.get((None, field, attribute, value), {})
        return next(iter(own or (anywhere if len(anywhere) == 1 else ())), "")

    @cached_property
    def _rows_by_category(self) -> Mapping[int, Sequence[OldRow]]:
        found: dict[int, list[OldRow]] = {}
        for row in self._rows:
            found.setdefault(row.category, []).append(row)
        return found

    @cached_property
    def _attributes(self) -> Mapping[tuple[int | None, str], dict[str, None]]:
        found: dict[tuple[int | None, str], dict[str, None]] = {}
        for row in self._rows:
            for category in (row.category, None):
                if row.field and row.attribute:
                    found.setdefault((category, row.field), {})[row.attribute] = None
        return found

    @cached_property
    def _sent(self) -> Mapping[tuple[int | None, str, str, str], dict[str, None]]:
        found: dict[tuple[int | None, str, str, str], dict[str, None]] = {}
        for row in self._rows:
            for category in (row.category, None):
                if row.sent:
                    found.setdefault((category, row.field, row.attribute, row.value), {})[row.sent] = None
        return found


def _rows_of(sheet: MappingSheet) -> Iterable[OldRow]:
    for index in range(len(sheet)):
        category, theme, _, field, attribute, value, sent = map(clean, sheet.row(index))
        number = parse_id(category)
        if number and not any(kind == "error" for kind in sheet.kinds_of(index).values()):
            yield OldRow(number, theme, field, attribute, value, sent)
