"""Undo and redo without limit, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from zlib import crc32

from listo.core.edits.model import Change, FindingKey, Step

_TOLD_BY = 20
"""Steps: who takes back more than that and makes as many others hardly ever ends with the same ones."""


@dataclass(frozen=True, slots=True)
class History:
    """All steps on one sheet; those before `position` are made, those from it on can be made again.

    A step may do nothing, where none of its cells is in the file any more: undo and redo pass over it.
    """

    steps: tuple[Step, ...] = ()
    position: int = 0

    def having_made(self, step: Step) -> History:
        """Return the history after a new step: what could be made again is gone."""
        steps = (*self.steps[: self.position], step)
        return History(steps, len(steps))

    def to_undo(self) -> Step | None:
        """Return the step that undo takes back, None where there is none."""
        before = range(self.position - 1, -1, -1)
        return next((self.steps[i] for i in before if self.steps[i]), None)

    def to_redo(self) -> Step | None:
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

    def changes(self) -> tuple[Change | None, Change | None]:
        """Return what undo would take back and what redo would make again, as labels."""
        undo, redo = self.to_undo(), self.to_redo()
        return (undo.change() if undo else None, redo.change() if redo else None)

    def mark(self) -> str:
        """Return what tells this state from others: how many steps are made, and what the last ones did."""
        last = self.steps[max(self.position - _TOLD_BY, 0) : self.position]
        ends = [
            (part[:1], part[-1:], len(part)) for step in last for part in (step.edits, step.rows, step.leaves)
        ]
        return f"{self.position}:{crc32(repr(ends).encode()):08x}"

    def made(self) -> tuple[Step, ...]:
        """Return the steps that are made."""
        return self.steps[: self.position]

    def moved_rows(self) -> Iterator[int]:
        """Yield the rows that came or went in the steps that are made, some perhaps twice."""
        return (edit.row for step in self.made() for edit in step.rows)

    def reasons(self) -> dict[FindingKey, str]:
        """Return the findings that are left as they are, with the reasons."""
        last = {leave.finding: leave.after for step in self.made() for leave in step.leaves}
        return {finding: reason for finding, reason in last.items() if reason is not None}
