"""What a change to a mapping sheet is, as data that can be kept, shown and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from listo.core.mapping.sheet import Column
from listo.core.workbooks import CellKind


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell to change: Excel's row number (the header's for a header cell), the column, the new text."""

    row: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell that was changed: what it held before, what it holds after.

    The kinds say that it was or is a date or an error; what a person puts into a cell is plain text.
    """

    row: int
    column: Column
    before: str
    after: str
    before_kind: CellKind | None = None
    after_kind: CellKind | None = None


@dataclass(frozen=True, slots=True)
class RowEdit:
    """A row that came or went as a whole: its number, its seven texts, and its dates and errors by column."""

    row: int
    came: bool
    texts: tuple[str, ...]
    kinds: Mapping[Column, CellKind] = field(default_factory=dict)


class FindingKey(NamedTuple):
    """What tells one finding from all others: its check, its place and the text that it is about."""

    code: str
    row: int | None
    column: str | None
    value: str


@dataclass(frozen=True, slots=True)
class Leave:
    """A finding that was left as it is, or taken up again: the reason before and after.

    None stands for a finding that is not left, an empty text for one that is left without a reason.
    """

    finding: FindingKey
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did, for "Undo: 12 cells to Blue".

    `column` is empty where the cells stand in several columns, `value` where they got different texts.
    The other numbers are of rows that came and went as a whole, and of findings left and taken up again.
    """

    cells: int
    column: str
    value: str
    rows_in: int = 0
    rows_out: int = 0
    left: int = 0
    taken_up: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: each cell, row and finding once at most.

    A row that comes or goes is changed in no other way by the same step.
    """

    edits: tuple[CellEdit, ...] = ()
    rows: tuple[RowEdit, ...] = ()
    leaves: tuple[Leave, ...] = ()

    def __bool__(self) -> bool:
        """Return whether it does anything."""
        return bool(self.edits or self.rows or self.leaves)

    def touched_rows(self) -> Iterator[int]:
        """Yield the rows that it changes, by Excel's numbers; the header's too, and some perhaps twice."""
        yield from (edit.row for edit in self.edits)
        yield from (edit.row for edit in self.rows)

    def named_rows(self) -> Iterator[int]:
        """Yield the rows that it changes or says something of, likewise."""
        yield from self.touched_rows()
        yield from (leave.finding.row for leave in self.leaves if leave.finding.row is not None)

    def change(self) -> Change:
        """Return what the step did, as numbers and words to make a label of."""
        columns = (edit.column for edit in self.edits)
        came = sum(edit.came for edit in self.rows)
        left = sum(leave.after is not None for leave in self.leaves)
        return Change(
            cells=len(self.edits),
            column=_the_one(columns),
            value=_the_one(edit.after for edit in self.edits),
            rows_in=came,
            rows_out=len(self.rows) - came,
            left=left,
            taken_up=len(self.leaves) - left,
        )


def _the_one(texts: Iterable[str]) -> str:
    different = set(texts)
    return different.pop() if len(different) == 1 else ""
