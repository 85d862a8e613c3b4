"""Undo and redo without limit, in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from listo.core.fixes.editing import apply_step, can_edit, copy_of, prepare, text_at
from listo.core.fixes.model import CellEdit, Change, Edit, Step
from listo.core.sheets import Column, MappingSheet


@dataclass(frozen=True, slots=True)
class History:
    """All steps on one sheet; those before `position` are made, those from it on can be made again.

    A step may be empty, where none of its cells is in the file any more: undo and redo pass over it.
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
        return next((self.steps[i] for i in before if self.steps[i].edits), None)

    def to_redo(self) -> Step | None:
        """Return the step that redo makes again, None where there is none."""
        return next((step for step in self.steps[self.position :] if step.edits), None)

    def undone(self) -> History:
        """Return the history after undo; the same one where there is nothing to undo."""
        made = (i for i in range(self.position - 1, -1, -1) if self.steps[i].edits)
        return replace(self, position=next(made, self.position))

    def redone(self) -> History:
        """Return the history after redo; the same one where there is nothing to redo."""
        coming = range(self.position, len(self.steps))
        return replace(self, position=next((i + 1 for i in coming if self.steps[i].edits), self.position))

    def changes(self) -> tuple[Change | None, Change | None]:
        """Return what undo would take back and what redo would make again, as labels."""
        undo, redo = self.to_undo(), self.to_redo()
        return (undo.change() if undo else None, redo.change() if redo else None)


@dataclass(frozen=True, slots=True)
class Replayed:
    """A history made again on a freshly read sheet: the result, and the wishes that found another text."""

    sheet: MappingSheet
    history: History
    dropped: tuple[CellEdit, ...]


def replay(original: MappingSheet, history: History) -> Replayed:
    """Make `history` again on a copy of `original`, leaving out each change whose cell holds another text.

    `dropped` are the left-out changes of made steps, the last one of each cell; a cell that already
    says what was wanted is not among them.
    """
    sheet = copy_of(original)
    made = [_made_again(sheet, step) for step in history.steps[: history.position]]
    scratch = copy_of(sheet)
    ahead = [_made_again(scratch, step) for step in history.steps[history.position :]]
    again = History((*made, *ahead), history.position)
    return Replayed(sheet, again, _dropped(sheet, history.steps[: history.position]))


def _made_again(sheet: MappingSheet, step: Step) -> Step:
    """Make the step on the sheet as far as its cells hold what they held then; return what was made."""
    fitting = [edit for edit in step.edits if _text_or_none(sheet, edit) == edit.before]
    kinds = {(edit.row, edit.column): edit.after_kind for edit in fitting}
    plain = prepare(sheet, (Edit(edit.row, edit.column, edit.after) for edit in fitting))
    again = Step(tuple(replace(edit, after_kind=kinds[edit.row, edit.column]) for edit in plain.edits))
    apply_step(sheet, again)
    return again


def _dropped(sheet: MappingSheet, steps: tuple[Step, ...]) -> tuple[CellEdit, ...]:
    wanted: dict[tuple[int, Column], CellEdit] = {}
    for step in steps:
        wanted.update({(edit.row, edit.column): edit for edit in step.edits})
    return tuple(edit for edit in wanted.values() if _text_or_none(sheet, edit) != edit.after)


def _text_or_none(sheet: MappingSheet, edit: CellEdit) -> str | None:
    known = can_edit(sheet, edit.row, edit.column)
    return text_at(sheet, edit.row, edit.column) if known else None
