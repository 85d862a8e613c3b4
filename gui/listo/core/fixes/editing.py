"""Reading, changing and comparing single cells of a mapping sheet, its header cells among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from listo.core.fixes.model import CellEdit, Edit, Step
from listo.core.sheets import Column, MappingSheet
from listo.core.workbooks import CellKind

_Content = tuple[str, CellKind | None]


def copy_of(sheet: MappingSheet) -> MappingSheet:
    """Return a sheet of the same content that can be changed on its own."""
    return sheet.copy()


def can_edit(sheet: MappingSheet, row: int | None, column: str | None) -> bool:
    """Return whether the sheet has such a cell: a data row or the header's, in a column that is there."""
    return (
        row is not None and column in sheet.header.places and (row == sheet.header.row or sheet.has_row(row))
    )


def text_at(sheet: MappingSheet, row: int, column: Column) -> str:
    """Return the text of a cell by Excel's row number; the header row counts."""
    return _content(sheet, row, column)[0]


def prepare(sheet: MappingSheet, edits: Iterable[Edit]) -> Step:
    """Return the step that makes those edits, without making it; the last of several for one cell counts.

    Cells that already hold the text are left out. Raises ValueError for a cell that the sheet has not.
    """
    wanted = {(edit.row, edit.column): edit.text for edit in edits}
    changes = (_prepared(sheet, row, column, text) for (row, column), text in wanted.items())
    return Step(tuple(change for change in changes if change is not None))


def _prepared(sheet: MappingSheet, row: int, column: str, text: str) -> CellEdit | None:
    if not can_edit(sheet, row, column):
        raise ValueError(f"no cell to edit in row {row}, column {column}")
    name = cast(Column, column)
    before, kind = _content(sheet, row, name)
    # A date that is replaced by the very text it shows is a change: it becomes text.
    return None if before == text and kind is None else CellEdit(row, name, before, text, kind)


def prepare_return(original: MappingSheet, sheet: MappingSheet, cells: Iterable[tuple[int, str]]) -> Step:
    """Return the step that takes those cells (row, column) back to what the `original` says.

    Cells that are as in the original are left out, and so are those that the sheet has not.
    """
    known = dict.fromkeys(cell for cell in cells if can_edit(sheet, *cell))
    changes = (_returned(original, sheet, row, cast(Column, column)) for row, column in known)
    return Step(tuple(change for change in changes if change is not None))


def _returned(original: MappingSheet, sheet: MappingSheet, row: int, column: Column) -> CellEdit | None:
    now, then = _content(sheet, row, column), _content(original, row, column)
    return None if now == then else CellEdit(row, column, now[0], then[0], now[1], then[1])


def apply_step(sheet: MappingSheet, step: Step) -> None:
    """Make the step's changes on the sheet."""
    for edit in step.edits:
        _put(sheet, edit.row, edit.column, (edit.after, edit.after_kind))


def take_back(sheet: MappingSheet, step: Step) -> None:
    """Undo the step's changes on the sheet, dates and errors as they were."""
    for edit in step.edits:
        _put(sheet, edit.row, edit.column, (edit.before, edit.before_kind))


def differences(original: MappingSheet, sheet: MappingSheet) -> tuple[CellEdit, ...]:
    """Return the cells of `sheet` that differ from the `original` it was copied from.

    By column in the template's order and then by row, each header cell before its column.
    """
    return tuple(edit for column in original.present() for edit in _in_column(original, sheet, column))


def count_differences(original: MappingSheet, sheet: MappingSheet) -> int:
    """Return how many cells of `sheet` differ from the `original` it was copied from."""
    return sum(1 for column in original.present() for _ in _in_column(original, sheet, column))


def _in_column(original: MappingSheet, sheet: MappingSheet, column: Column) -> Iterator[CellEdit]:
    header_row = original.header.row
    if header_row is not None and original.header is not sheet.header:
        old, new = _content(original, header_row, column), _content(sheet, header_row, column)
        if old != new:
            yield CellEdit(header_row, column, old[0], new[0])
    before, after = original.column(column), sheet.column(column)
    same_kinds = original.kinds == sheet.kinds
    if same_kinds and before == after:
        return
    for index, (old_text, new_text) in enumerate(zip(before, after, strict=True)):
        kind, new_kind = original.kind(index, column), sheet.kind(index, column)
        if old_text != new_text or kind != new_kind:
            yield CellEdit(original.row_numbers[index], column, old_text, new_text, kind, new_kind)


def _content(sheet: MappingSheet, row: int, column: Column) -> _Content:
    if row == sheet.header.row:
        return sheet.header_text(column), None
    index = sheet.index_of(row)
    return sheet.column(column)[index], sheet.kind(index, column)


def _put(sheet: MappingSheet, row: int, column: Column, content: _Content) -> None:
    if row == sheet.header.row:
        sheet.set_header(column, content[0])
    else:
        sheet.set_text(sheet.index_of(row), column, *content)
