"""Changes to a mapping sheet as data: cells, rows and ignored findings, steps of them, and undo and redo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from zlib import crc32

from listo.core.mapping.sheet import Column
from listo.core.workbooks.model import CellKind

_TOLD_BY = 20
"""Steps: who takes back more than that and makes as many others hardly ever ends with the same ones.

Chosen; measured, it takes 0.13 ms to look at as many.
"""


class Edit(NamedTuple):
    """One cell to change: Excel's row number (the header's for a header cell), the column, the new text."""

    row: int
    column: str
    text: str


class CellEdit(NamedTuple):
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
class IgnoreEdit:
    """A finding that was ignored or restored: the reason before and after.

    None stands for a finding that is not ignored, an empty text for one that is ignored without a reason.
    """

    finding: FindingKey
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class StepSummary:
    """What one step did, for "Undo: 12 cells to Blue".

    `column` is empty where the cells stand in several columns, `value` where they got different texts.
    The other numbers are of rows that came and went as a whole, and of findings ignored and restored.
    """

    cells: int
    column: str
    value: str
    rows_in: int = 0
    rows_out: int = 0
    ignored: int = 0
    restored: int = 0


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What one undo takes back: each cell, row and finding once at most.

    A row that comes or goes is changed in no other way by the same step.
    """

    edits: tuple[CellEdit, ...] = ()
    rows: tuple[RowEdit, ...] = ()
    ignores: tuple[IgnoreEdit, ...] = ()

    def __bool__(self) -> bool:
        """Return whether it does anything."""
        return bool(self.edits or self.rows or self.ignores)

    def touched_rows(self) -> Iterator[int]:
        """Yield the rows that it changes, by Excel's numbers; the header's too, and some perhaps twice."""
        yield from (edit.row for edit in self.edits)
        yield from (edit.row for edit in self.rows)

    def named_rows(self) -> Iterator[int]:
        """Yield the rows that it changes or says something of, likewise."""
        yield from self.touched_rows()
        yield from (ignore.finding.row for ignore in self.ignores if ignore.finding.row is not None)

    def summary(self) -> StepSummary:
        """Return what the step did, as numbers and words to make a label of."""
        columns = (edit.column for edit in self.edits)
        came = sum(edit.came for edit in self.rows)
        ignored = sum(ignore.after is not None for ignore in self.ignores)
        return StepSummary(
            cells=len(self.edits),
            column=_the_one(columns),
            value=_the_one(edit.after for edit in self.edits),
            rows_in=came,
            rows_out=len(self.rows) - came,
            ignored=ignored,
            restored=len(self.ignores) - ignored,
        )


@dataclass(frozen=True, slots=True)
class History:
    """All steps on one sheet; those before `position` are made, those from it on can be made again.

    A step may do nothing, where none of its cells is in the file any more: undo and redo pass over it.
    """

    steps: tuple[UndoStep, ...] = ()
    position: int = 0

    def with_step(self, step: UndoStep) -> History:
        """Return the history after a new step: what could be made again is gone."""
        steps = (*self.steps[: self.position], step)
        return History(steps, len(steps))

    def to_undo(self) -> UndoStep | None:
        """Return the step that undo takes back, None where there is none."""
        before = range(self.position - 1, -1, -1)
        return next((self.steps[i] for i in before if self.steps[i]), None)

    def to_redo(self) -> UndoStep | None:
        """Return the step that redo makes again, None where there is none."""
        return next((step for step in self.steps[self.position :] if step), None)

    def undone(self) -> History:
        """Return the history after undo; the same one where there is nothing to undo."""
        made = (i for i in range(self.position - 1, -1, -1) if self.steps[i])
        return replace(self, position=next(made, self.position))

    def redone(self) -> History:
        """Return the history after redo; the same one where there is nothing to redo."""
        coming = range(self.position, len(self.steps))
        return replace(self, position=next((i + 1 for i in coming if self.steps[i]), self.position))

    def changes(self) -> tuple[StepSummary | None, StepSummary | None]:
        """Return what undo would take back and what redo would make again, as labels."""
        undo, redo = self.to_undo(), self.to_redo()
        return (undo.summary() if undo else None, redo.summary() if redo else None)

    def mark(self) -> str:
        """Return what tells this state from others: how many steps are made, and what the last ones did."""
        last = self.steps[max(self.position - _TOLD_BY, 0) : self.position]
        ends = [
            (part[:1], part[-1:], len(part))
            for step in last
            for part in (step.edits, step.rows, step.ignores)
        ]
        return f"{self.position}:{crc32(repr(ends).encode()):08x}"

    def made(self) -> tuple[UndoStep, ...]:
        """Return the steps that are made."""
        return self.steps[: self.position]

    def moved_rows(self) -> Iterator[int]:
        """Yield the rows that came or went in the steps that are made, some perhaps twice."""
        return (edit.row for step in self.made() for edit in step.rows)

    def reasons(self) -> dict[FindingKey, str]:
        """Return the ignored findings, with the reasons."""
        last = {ignore.finding: ignore.after for step in self.made() for ignore in step.ignores}
        return {finding: reason for finding, reason in last.items() if reason is not None}


def _the_one(texts: Iterable[str]) -> str:
    different = set(texts)
    return different.pop() if len(different) == 1 else ""
