"""What a change to a mapping sheet is, as data that can be kept, shown and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from listo.core.sheets import Column
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
class Change:
    """What one step did, for "Undo: 12 cells to Blue".

    `column` is empty where the cells stand in several columns, `value` where they got different texts.
    """

    cells: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: each cell at most once."""

    edits: tuple[CellEdit, ...]

    def change(self) -> Change:
        """Return what the step did, as numbers and words to make a label of."""
        columns = (edit.column for edit in self.edits)
        return Change(len(self.edits), _the_one(columns), _the_one(edit.after for edit in self.edits))


def _the_one(texts: Iterable[str]) -> str:
    different = set(texts)
    return different.pop() if len(different) == 1 else ""
