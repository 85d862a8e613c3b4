"""Steps on a mapping sheet: prepared, applied and undone, the safe fixes of its findings among them.

And in what a sheet that is worked on differs after them from the file that it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol, TypeVar, cast

from listo.core.edits.history import CellEdit, Edit, RowEdit, UndoStep
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.workbooks.model import CellKind

CellContent = tuple[str, CellKind | None]

_NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""NUL and half an emoji: neither can be seen, and no text file takes them."""

_MANY_ROWS = 300
"""Where more come or go at once, arranging all rows anew is no slower.

Measured with 100,000 rows: anew 44 ms; one by one 0.8 ms for 8 and 28 ms for 300 of the top, which take the
longest. With 20,000 rows 6, 0.2 and 6 ms.
"""

_ROUNDS = 20
"""A bound, in case two checks should disagree for ever: the longest chain on one cell was two."""

_MANY = 1_000
"""Rows: where more changed at once, comparing all of them is no slower: 14 ms each with 100,000 rows."""


def can_edit(sheet: MappingSheet, row: int | None, column: str | None) -> bool:
    """Return whether the sheet has such a cell: a data row or the header's, in a column that is there."""
    return (
        row is not None and column in sheet.header.places and (row == sheet.header.row or sheet.has_row(row))
    )


def text_at(sheet: MappingSheet, row: int, column: Column) -> str:
    """Return the text of a cell by Excel's row number; the header row counts."""
    return content_at(sheet, row, column)[0]


def content_at(sheet: MappingSheet, row: int, column: Column) -> CellContent:
    """Return the text of a cell likewise, and what it is if it is a date or an error."""
    if row == sheet.header.row:
        return sheet.header_text(column), None
    return _content(sheet, sheet.index_of(row), column)


def _content(sheet: MappingSheet, index: int, column: Column) -> CellContent:
    return sheet.column(column)[index], sheet.kinds.get((index, column)) if sheet.kinds else None


def prepare(sheet: MappingSheet, edits: Iterable[Edit]) -> UndoStep:
    """Return the step that makes those edits, without making it; the last of several for one cell counts.

    Cells that already hold the text are left out, and so is what no file could keep of a text. Raises
    ValueError for a cell that the sheet has not.
    """
    wanted = {(row, column): text for row, column, text in edits}
    if _NO_TEXT.search("".join(wanted.values())):  # of all at once, for there is hardly ever such a text
        wanted = {place: _NO_TEXT.sub("", text) for place, text in wanted.items()}
    changes = []
    for (row, column), text in wanted.items():
        before, kind = _content_to_edit(sheet, row, column)
        # A date that is replaced by the very text it shows is a change: it becomes text.
        if before != text or kind is not None:
            changes.append(CellEdit(row, cast(Column, column), before, text, kind))
    return UndoStep(tuple(changes))


def _content_to_edit(sheet: MappingSheet, row: int, column: str) -> CellContent:
    index = sheet.find_row(row)
    if column not in sheet.header.places or (index is None and row != sheet.header.row):
        raise ValueError(f"no cell to edit in row {row}, column {column}")
    name = cast(Column, column)
    return content_at(sheet, row, name) if index is None else _content(sheet, index, name)


def prepare_removal(sheet: MappingSheet, rows: Iterable[int]) -> UndoStep:
    """Return the step that takes those data rows out; those that the sheet has not are left out."""
    there = [row for row in dict.fromkeys(rows) if sheet.has_row(row)]
    return UndoStep(rows=tuple(_row_edit(sheet, row, came=False) for row in there))


def prepare_row(row: int, texts: Sequence[str]) -> UndoStep:
    """Return the step that puts a row of seven texts in, under a number that is free (see `free_row`)."""
    return UndoStep(rows=(RowEdit(row, True, tuple(texts)),))


def free_row(original: MappingSheet, sheet: MappingSheet, used: Iterable[int] = ()) -> int:
    """Return the number below the last row, and below those `used` by rows that came and went since.

    What was said of such a row must not be taken for something said of the new one.
    """
    last = (sheet.header.row or 0, *original.row_numbers[-1:], *sheet.row_numbers[-1:])
    return max((*last, *used)) + 1


def prepare_return(original: MappingSheet, sheet: MappingSheet, cells: Iterable[tuple[int, str]]) -> UndoStep:
    """Return the step that takes those cells (row, column) back to what the `original` says.

    A row with an empty column is taken back as a whole, whether it came or went. Cells that are as in
    the original are left out, and so are those that the sheet or the original has not.
    """
    wanted = dict.fromkeys(cells)
    rows = [_row_returned(original, sheet, row) for row, column in wanted if not column]
    known = [cell for cell in wanted if can_edit(sheet, *cell) and can_edit(original, *cell)]
    changes = [_returned(original, sheet, row, cast(Column, column)) for row, column in known]
    return UndoStep(tuple(filter(None, changes)), tuple(filter(None, rows)))


def _row_returned(original: MappingSheet, sheet: MappingSheet, row: int) -> RowEdit | None:
    if original.has_row(row) == sheet.has_row(row):
        return None
    comes = original.has_row(row)
    return _row_edit(original if comes else sheet, row, came=comes)


def _row_edit(sheet: MappingSheet, row: int, *, came: bool) -> RowEdit:
    index = sheet.index_of(row)
    return RowEdit(row, came, sheet.row(index), sheet.kinds_of(index))


def _returned(original: MappingSheet, sheet: MappingSheet, row: int, column: Column) -> CellEdit | None:
    now, then = content_at(sheet, row, column), content_at(original, row, column)
    return None if now == then else CellEdit(row, column, now[0], then[0], now[1], then[1])


def apply_step(sheet: MappingSheet, step: UndoStep) -> None:
    """Make the step's changes on the sheet."""
    _move_rows(sheet, step.rows, forward=True)
    for edit in step.edits:
        _put(sheet, edit.row, edit.column, (edit.after, edit.after_kind))


def undo_step(sheet: MappingSheet, step: UndoStep) -> None:
    """Undo the step's changes on the sheet, dates and errors as they were."""
    for edit in step.edits:
        _put(sheet, edit.row, edit.column, (edit.before, edit.before_kind))
    _move_rows(sheet, step.rows, forward=False)


def _move_rows(sheet: MappingSheet, rows: Sequence[RowEdit], *, forward: bool) -> None:
    coming = [row for row in rows if row.came is forward]
    going = [row.row for row in rows if row.came is not forward]
    if len(rows) > _MANY_ROWS:
        sheet.remove_rows(going)
        sheet.insert_rows((row.row, row.texts, row.kinds) for row in coming)
        return
    for number in going:
        sheet.remove_row(number)
    for row in coming:
        sheet.insert_row(row.row, row.texts, row.kinds)


def _put(sheet: MappingSheet, row: int, column: Column, content: CellContent) -> None:
    if row == sheet.header.row:
        sheet.set_header(column, content[0])
    else:
        sheet.set_text(sheet.index_of(row), column, *content)


class Fixable(Protocol):
    """As much of a finding as this needs."""

    @property
    def row(self) -> int | None: ...  # noqa: D102
    @property
    def column(self) -> str | None: ...  # noqa: D102
    @property
    def safe_fix(self) -> str | None: ...  # noqa: D102


class HasFindings(Protocol):
    """As much of a report as this needs."""

    @property
    def findings(self) -> Iterable[Fixable]: ...  # noqa: D102


_Report = TypeVar("_Report", bound=HasFindings)


def safe_edits(findings: Iterable[Fixable]) -> tuple[Edit, ...]:
    """Return the safe fixes of those findings, each cell at most once: the first finding of a cell counts."""
    edits: dict[tuple[int, str], Edit] = {}
    for finding in findings:
        if finding.row is not None and finding.column is not None and finding.safe_fix is not None:
            place = (finding.row, finding.column)
            edits.setdefault(place, Edit(*place, finding.safe_fix))
    return tuple(edits.values())


def apply_safe_fixes(
    sheet: MappingSheet, report: _Report, check: Callable[[MappingSheet], _Report]
) -> tuple[MappingSheet, UndoStep, _Report]:
    """Apply safe fixes, check again, and so on until none remains, on a copy of `sheet`.

    `report` is what `check` says of `sheet` as it is. Returns the mended copy, all of it as one step,
    and what is left.
    """
    mended, rounds = sheet.copy(), []
    for _ in range(_ROUNDS):
        wanted = [edit for edit in safe_edits(report.findings) if can_edit(mended, edit.row, edit.column)]
        step = prepare(mended, wanted)
        if not step.edits:
            break
        apply_step(mended, step)
        rounds.append(step)
        report = check(mended)
    return mended, merge_steps(rounds), report


def merge_steps(steps: Iterable[UndoStep]) -> UndoStep:
    """Return the step that does what those steps do one after the other."""
    first: dict[tuple[int, Column], CellEdit] = {}
    last: dict[tuple[int, Column], str] = {}
    for step in steps:
        for edit in step.edits:
            first.setdefault((edit.row, edit.column), edit)
            last[(edit.row, edit.column)] = edit.after
    whole = (
        CellEdit(edit.row, edit.column, edit.before, last[place], edit.before_kind)
        for place, edit in first.items()
    )
    return UndoStep(tuple(edit for edit in whole if edit.before != edit.after or edit.before_kind))


class Differences:
    """The cells that differ, the rows that went and those that came, kept right as the sheet changes.

    Cells come by column in the template's order and then by row, each header cell before its column.
    Those of rows that came or went are not among them.
    """

    def __init__(self, original: MappingSheet, sheet: MappingSheet) -> None:
        """Compare a sheet with the `original`."""
        self._original, self._sheet = original, sheet
        self._compare_all()

    def _compare_all(self) -> None:
        original, sheet = self._original, self._sheet
        self._cells: dict[Column, list[CellEdit]] = {name: [] for name in COLUMNS}
        self._header: dict[Column, CellEdit] = {}
        there, now = original.row_numbers, sheet.row_numbers
        self.rows_out = [] if there == now else sorted(set(there) - set(now))
        """Excel's numbers of the rows that went, ascending; `rows_in` likewise those that came."""
        self.rows_in = [] if there == now else sorted(set(now) - set(there))
        self._compare_header()
        for name in original.present():
            self._cells[name] = list(_in_column(original, sheet, name))

    def __len__(self) -> int:
        """Return how many changes there are: cells, and rows that came or went."""
        return self.count_of_cells() + len(self.rows_in) + len(self.rows_out)

    def count_of_cells(self) -> int:
        """Return how many cells differ."""
        return len(self._header) + sum(map(len, self._cells.values()))

    def cells(self) -> Iterator[CellEdit]:
        """Yield the cells that differ."""
        headers = {name: (self._header[name],) if name in self._header else () for name in COLUMNS}
        return chain.from_iterable((*headers[name], *self._cells[name]) for name in COLUMNS)

    def update(self, rows: Iterable[int]) -> None:
        """Take up what changed in those rows, by Excel's numbers, and in the header."""
        looked_at = set(rows)
        if len(looked_at) > _MANY:
            self._compare_all()
            return
        self._compare_header()
        for row in looked_at:
            _set(self.rows_out, row, self._original.has_row(row) and not self._sheet.has_row(row))
            _set(self.rows_in, row, self._sheet.has_row(row) and not self._original.has_row(row))
            for name in self._original.present():
                self._compare(row, name)

    def _compare_header(self) -> None:
        old, new, row = self._original, self._sheet, self._original.header.row
        self._header = {
            name: CellEdit(row, name, old.header_text(name), new.header_text(name))
            for name in old.present()
            if row is not None and old.header_text(name) != new.header_text(name)
        }

    def _compare(self, row: int, name: Column) -> None:
        cells = self._cells[name]
        at = bisect_left(cells, row, key=_row_of)
        if at < len(cells) and cells[at].row == row:
            del cells[at]
        if self._original.has_row(row) and self._sheet.has_row(row):
            old, new = content_at(self._original, row, name), content_at(self._sheet, row, name)
            if old != new:
                cells.insert(at, CellEdit(row, name, old[0], new[0], old[1], new[1]))


def changed_cells(original: MappingSheet, sheet: MappingSheet) -> tuple[CellEdit, ...]:
    """Return the cells in which `sheet` differs from the `original` it was copied from; see `Differences`."""
    return tuple(Differences(original, sheet).cells())


def _set(rows: list[int], row: int, wanted: bool) -> None:
    """Have a row in a sorted list, or not."""
    at = bisect_left(rows, row)
    there = at < len(rows) and rows[at] == row
    if wanted and not there:
        insort(rows, row)
    elif there and not wanted:
        del rows[at]


def _in_column(original: MappingSheet, sheet: MappingSheet, name: Column) -> Iterator[CellEdit]:
    before, after, numbers = original.column(name), sheet.column(name), original.row_numbers
    if not original.kinds and not sheet.kinds and numbers == sheet.row_numbers:  # nearly always
        for index in _in_same_rows(original, sheet, name):
            yield CellEdit(numbers[index], name, before[index], after[index])
        return
    for was, now in _places(original, sheet, name):
        old, new = original.kind(was, name), sheet.kind(now, name)
        if before[was] != after[now] or old != new:
            yield CellEdit(original.row_numbers[was], name, before[was], after[now], old, new)


def _places(original: MappingSheet, sheet: MappingSheet, name: Column) -> Iterator[tuple[int, int]]:
    """Yield where in both sheets the rows stand that both have and in which a cell may differ."""
    if original.row_numbers == sheet.row_numbers:
        yield from ((index, index) for index in _in_same_rows(original, sheet, name))
        return
    for index, row in enumerate(original.row_numbers):
        if sheet.has_row(row):
            yield index, sheet.index_of(row)


def _in_same_rows(original: MappingSheet, sheet: MappingSheet, name: Column) -> Sequence[int]:
    """Return where a cell may differ, of two sheets that have the same rows."""
    before, after = original.column(name), sheet.column(name)
    at = {index for index, column in {**original.kinds, **sheet.kinds} if column == name}
    if before != after:
        pairs = enumerate(zip(before, after, strict=True))
        at.update(index for index, (was, now) in pairs if was is not now and was != now)
    return sorted(at)


def _row_of(edit: CellEdit) -> int:
    return edit.row
