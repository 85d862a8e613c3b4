"""What a draft is made of: rows with how sure each is, and the questions that only the seller can answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from listo.core.checks.findings import Grade
from listo.core.mapping.sheet import COLUMNS, Header, MappingSheet
from listo.core.skus.sheet_skus import CategoryReading
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
    likeliest answers, best first; `skus` is how many SKUs that would be sent it concerns, `products` some of
    their products by name.
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
    return "/".join([kind, *(str(part).replace("%", "%25").replace("/", "%2F") for part in parts)])
