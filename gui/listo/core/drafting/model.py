"""What a draft is made of: rows with how sure each is, questions that only the seller answers, answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from listo.core.checks.findings import Grade
from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import COLUMNS, Header, MappingSheet
from listo.core.skus.options import CategoryReading
from listo.core.vocabulary.categories import parse_id
from listo.core.workbooks.atomic_write import refuse_overwrite, write_atomically
from listo.core.workbooks.model import Table, Workbook
from listo.core.workbooks.number_formats import CellValue
from listo.core.workbooks.xlsx.new import write_new_copy

RowState = Literal["silent", "look", "open"]
QuestionKind = Literal["category-ids", "attribute", "theme", "value", "constant"]

SURE = 0.98
"""From here on a proposal goes in silently. Source: the specification of drafting."""

LIKELY = 0.80
"""From here on it goes in and stands in the list to look through; below it is asked. Source: likewise."""

MOST_OPTIONS = 5
"""Answers shown with a question. Source: the specification of drafting."""

MOST_PRODUCTS = 3
"""Products shown with a question. Source: likewise."""

_FIRST_ROW = 2
"""Excel's number of the row below the header."""


def grade_of(probability: float) -> Grade:
    """Return what a person is told of a probability."""
    return "sure" if probability >= SURE else "likely" if probability >= LIKELY else "guess"


class Proposal(NamedTuple):
    """What is proposed somewhere, and how probably it is right, from 0 to 1."""

    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row of the drafted sheet; one that is `open` has no Amazon value yet."""

    category: int
    theme: str
    field: str
    attribute: str
    vtex_value: str
    value: str
    probability: float

    @property
    def how(self) -> RowState:
        """Whether it goes in silently, is to be looked through, or waits for an answer."""
        if not self.value:
            return "open"
        return "silent" if self.probability >= SURE else "look"

    @property
    def cells(self) -> tuple[str, ...]:
        """The seven texts of the sheet."""
        kind = "Variation" if self.theme else "Information"
        return (
            str(self.category),
            self.theme,
            kind,
            self.field,
            self.attribute,
            self.vtex_value,
            self.value,
        )


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only the seller knows, asked once for all categories that it concerns.

    `category` is None where it concerns several; `categories` are all that it concerns. `options` are the
    likeliest answers, best first; without `has_guess` the first of the list, none of which resembles. `skus`
    is how many SKUs that would be sent it concerns, `products` some of their products by name.
    """

    id: str
    kind: QuestionKind
    category: int | None = None
    field: str = ""
    attribute: str = ""
    value: str = ""
    options: tuple[str, ...] = ()
    skus: int = 0
    products: tuple[str, ...] = ()
    categories: tuple[int, ...] = ()
    has_guess: bool = True


class DraftAnswer(NamedTuple):
    """What was answered, None for `leave it out`, and under which id."""

    id: str
    text: str | None


class LeftOut(NamedTuple):
    """A field that the draft maps to nothing in a category, and how many SKUs have a value there."""

    category: int
    field: str
    skus: int


class CategoryGuess(NamedTuple):
    """A global category, and the words that spoke for it, as they were written, what says most first."""

    category: int
    words: tuple[str, ...]


class CategoryToFind(NamedTuple):
    """A category of the store whose SKUs have no global one, and which that may be; `name` may be empty."""

    store_category: int | None
    name: str
    skus: int
    products: tuple[str, ...]
    guesses: tuple[CategoryGuess, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted sheet, what is to be asked, and what could not be drafted at all.

    `categories` are all in use with their SKUs, also those that were not asked for. `advice` are the
    questions of kind `constant`: required attributes that no field answers. `uncovered` are categories of
    which no Amazon file speaks, and `without_category` SKUs that have none under the reading; `to_find`
    proposes global ones for these. Of the answers those that are `unknown` are no question any more, and
    those `refused` nothing accepts.
    """

    rows: tuple[DraftRow, ...]
    questions: tuple[Question, ...]
    advice: tuple[Question, ...]
    reading: CategoryReading
    categories: Mapping[int, int] = field(default_factory=dict)
    uncovered: tuple[int, ...] = ()
    without_category: int = 0
    to_find: tuple[CategoryToFind, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unknown_answers: tuple[str, ...] = ()
    refused_answers: tuple[DraftAnswer, ...] = ()

    def row_number(self, place: int) -> int:
        """Return Excel's number of a row of the sheet by its place among `rows`."""
        return place + _FIRST_ROW

    def sheet(self, name: str) -> MappingSheet:
        """Return the drafted sheet, as it would be read from the file."""
        texts = [row.cells for row in self.rows]
        columns = {column: [row[at] for row in texts] for at, column in enumerate(COLUMNS)}
        header = Header(1, {column: at for at, column in enumerate(COLUMNS)}, tuple(COLUMNS))
        return MappingSheet(name, header, list(range(_FIRST_ROW, _FIRST_ROW + len(texts))), columns)


DRAFT_SHEET = "Mapping"
"""The name of the sheet that a draft is written to."""


def write_draft(draft: Draft, output: Path, sources: Iterable[Path], *, overwrite: bool) -> None:
    """Write a draft as a new workbook, never over one of the sources.

    Raises InputError: `file-is-original`, `file-exists`, `file-not-writable`.
    """
    rows: list[Sequence[str]] = [COLUMNS, *(row.cells for row in draft.rows)]
    values: list[list[CellValue]] = [list(COLUMNS)]
    values += ([row.category, *row.cells[1:]] for row in draft.rows)
    workbook = Workbook(output, "xlsx", (Table(DRAFT_SHEET, rows),))

    def write(file: BinaryIO) -> None:
        write_new_copy(workbook, [values], file, {})

    write_atomically(output, write, lambda: refuse_overwrite(output, sources, overwrite=overwrite))


def question_id(kind: QuestionKind, *parts: object) -> str:
    """Return the id of a question, which is the same in every run: its kind and what it is about."""
    told = "/".join(map(str, parts))
    if told.count("/") >= len(parts) or "%" in told:  # as few have: one of the parts has signs of its own
        told = "/".join(str(part).replace("%", "%25").replace("/", "%2F") for part in parts)
    return f"{kind}/{told}" if parts else kind


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
        if not self._doubted:
            return False
        ids = (question_id(kind, *parts), question_id(kind, *parts, category))
        return any(each in self._doubted for each in ids)

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

    def sent(self, category: int, field: str, attribute: str, value: str) -> Sequence[str]:
        """Return the Amazon values of a VTEX value, in a category or, where that is one, in others.

        Of several the rows contradict each other.
        """
        own = self._sent.get((category, field, attribute, value))
        anywhere = self._sent.get((None, field, attribute, value), {})
        return tuple(own or (anywhere if len(anywhere) == 1 else ()))

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
