"""A history made again on a file that was read anew, with its rows found again where they moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from listo.core.edits.history import CellEdit, History, IgnoreEdit, RowEdit, UndoStep
from listo.core.edits.operations import apply_step, can_edit, content_at, free_row, text_at, undo_step
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet

RowTexts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowFingerprints:
    """What the rows that a history names said in the file as it was: seven texts by Excel's number.

    `header_row` is where its header stood.
    """

    rows: Mapping[int, RowTexts]
    header_row: int | None = None

    @classmethod
    def of(cls, original: MappingSheet, steps: Iterable[UndoStep]) -> RowFingerprints:
        """Return those of the rows of a file that the steps name."""
        named = {row for step in steps for row in step.named_rows()}
        there = {row: at for row in sorted(named) if (at := original.find_row(row)) is not None}
        rows = zip(there, original.rows_at(list(there.values())), strict=True)
        return cls(dict(rows), original.header.row)


@dataclass(frozen=True, slots=True)
class RebasedHistory:
    """A history made again on a freshly read sheet: the result, and the wishes that did not fit any more.

    The steps tell the rows by their new numbers, `dropped` and `dropped_rows` by the old ones.
    """

    sheet: MappingSheet
    history: History
    dropped: tuple[CellEdit, ...]
    dropped_rows: tuple[RowEdit, ...] = ()


def rebase_history(
    original: MappingSheet, history: History, fingerprints: RowFingerprints | None = None
) -> RebasedHistory:
    """Make `history` again on a copy of `original`, leaving out each change whose cell holds another text.

    With `fingerprints` a row that moved is found again by what it said, else a row stays where it was.
    `dropped` are the left-out changes of made steps, the last one of each cell; a cell that already says
    what was wanted is not among them. So are `dropped_rows` those that should have gone and say something
    else now.
    """
    again = _Rebase(original, history, fingerprints or RowFingerprints({}))
    made = [again.make(step) for step in history.made()]
    dropped, dropped_rows = again.dropped(history.made()), tuple(again.rows_kept)
    ahead = [again.make(step) for step in history.steps[history.position :]]
    for step in reversed(ahead):
        undo_step(again.sheet, step)
    return RebasedHistory(again.sheet, History((*made, *ahead), history.position), dropped, dropped_rows)


class _Rebase:
    """The sheet on which steps are made again, and where it has the rows of the file as it was."""

    def __init__(self, original: MappingSheet, history: History, fingerprints: RowFingerprints) -> None:
        self.sheet = original.copy()
        self.rows_kept: list[RowEdit] = []
        self._given: set[int] = set()  # numbers of new rows, also of those that went again
        self._original = original
        self._of_file = _rows_of_file(history.steps)
        search = _found_again(original, history, fingerprints)
        self._places: dict[int, int | None] = search.places()
        self._beside = search.beside
        if fingerprints.header_row is not None:
            self._places[fingerprints.header_row] = original.header.row

    def make(self, step: UndoStep) -> UndoStep:
        """Make the step as far as it fits, and return what was made."""
        rows = tuple(filter(None, map(self._row_again, step.rows)))
        ignores = tuple(filter(None, map(self._ignore_again, step.ignores)))
        edits = tuple(filter(None, map(self._cell_again, step.edits)))
        again = UndoStep(edits, rows, ignores)
        apply_step(self.sheet, again)
        return again

    def dropped(self, steps: Iterable[UndoStep]) -> tuple[CellEdit, ...]:
        """Return the last wish for each cell that did not come true, but of rows that went later."""
        wanted: dict[tuple[int, Column], CellEdit] = {}
        for step in steps:
            gone = {edit.row for edit in step.rows if not edit.came} - {edit.row for edit in self.rows_kept}
            wanted = (
                {place: edit for place, edit in wanted.items() if place[0] not in gone} if gone else wanted
            )
            wanted.update({(edit.row, edit.column): edit for edit in step.edits})
        return tuple(edit for edit in wanted.values() if self._text(edit) != edit.after)

    def _place(self, row: int) -> int | None:
        return self._places.get(row, row)

    def _cell_again(self, edit: CellEdit) -> CellEdit | None:
        """Return the change of that cell; None where it says something else, or just what is wanted."""
        place = self._place(edit.row)
        if place is None or self._text(edit) != edit.before:
            return None
        before_kind = content_at(self.sheet, place, edit.column)[1]
        if (edit.before, before_kind) == (edit.after, edit.after_kind):
            return None
        return edit._replace(row=place, before_kind=before_kind)

    def _text(self, edit: CellEdit) -> str | None:
        place = self._place(edit.row)
        if place is None or not can_edit(self.sheet, place, edit.column):
            return None
        return text_at(self.sheet, place, edit.column)

    def _row_again(self, edit: RowEdit) -> RowEdit | None:
        if not edit.came:
            return self._gone_again(edit)
        return self._back_again(edit) if edit.row in self._of_file else self._come_again(edit)

    def _back_again(self, edit: RowEdit) -> RowEdit | None:
        """Return the row of the file that comes back; None where it never went."""
        place = self._place(edit.row)
        return None if place is None or self.sheet.has_row(place) else replace(edit, row=place)

    def _come_again(self, edit: RowEdit) -> RowEdit:
        """Return the new row, under another number where that one has or had another row."""
        wanted = self._place(edit.row) or 0
        taken = wanted in self._given or self.sheet.has_row(wanted) or self._original.has_row(wanted)
        if taken or wanted <= (self.sheet.header.row or 0):
            wanted = free_row(self._original, self.sheet, self._given)
        self._given.add(wanted)
        self._places[edit.row] = wanted
        texts = zip(COLUMNS, edit.texts, strict=True)
        return replace(
            edit, row=wanted, texts=tuple(text if self.sheet.has(name) else "" for name, text in texts)
        )

    def _gone_again(self, edit: RowEdit) -> RowEdit | None:
        """Return the row that goes; None where it is not there, or says something else and has to stay."""
        place = self._place(edit.row)
        if place is not None and self.sheet.has_row(place):
            index = self.sheet.index_of(place)
            if self.sheet.row(index) == edit.texts:
                return replace(edit, row=place, kinds=self.sheet.kinds_of(index))
        there = place or self._beside(edit.row)
        if there is not None and self.sheet.has_row(there):
            self.rows_kept.append(edit)
        return None

    def _ignore_again(self, ignore: IgnoreEdit) -> IgnoreEdit | None:
        row = ignore.finding.row
        place = None if row is None else self._place(row)
        if place is None and row is not None:
            return None
        return replace(ignore, finding=ignore.finding._replace(row=place))


def _rows_of_file(steps: Iterable[UndoStep]) -> frozenset[int]:
    """Return the rows that were in the file and went: others came first, if they ever did."""
    first = {edit.row: edit.came for step in reversed(tuple(steps)) for edit in reversed(step.rows)}
    return frozenset(row for row, came in first.items() if not came)


def _found_again(original: MappingSheet, history: History, fingerprints: RowFingerprints) -> _Search:
    """Find the rows of the file as it was in the `original`.

    A row is the one that says the same: in its own place, else the nearest; failing that, the nearest that
    says what was wanted of it, as a copy does that was saved. Failing that it is another one that says the
    same but for a single cell, if that is the only one with the cells which the steps leave alone, or if the
    rows around it, as far as they were found, all stand as far from their places as that one.
    """
    search = _Search(original, history.steps, fingerprints)
    search.in_place()
    search.by_texts(search.missing(), COLUMNS)
    search.by_texts(_as_wanted(history.made(), search.missing()), COLUMNS)
    for columns, of_them in _by_untouched(history.steps, search.missing()).items():
        search.by_texts(of_them, columns, only_one=True)
    return search


def _as_wanted(steps: Iterable[UndoStep], rows: Mapping[int, RowTexts]) -> dict[int, RowTexts]:
    """Return what the rows say after those steps."""
    texts = {row: dict(zip(COLUMNS, before, strict=True)) for row, before in rows.items()}
    for edit in (edit for step in steps for edit in step.edits):
        if edit.row in texts:
            texts[edit.row][edit.column] = edit.after
    return {row: tuple(said.values()) for row, said in texts.items()}


def _by_untouched(
    steps: Iterable[UndoStep], rows: Mapping[int, RowTexts]
) -> dict[tuple[Column, ...], dict[int, RowTexts]]:
    """Return the rows by the columns in which no step changes them."""
    touched: defaultdict[int, set[Column]] = defaultdict(set)
    for step in steps:
        for edit in step.edits:
            touched[edit.row].add(edit.column)
    grouped: defaultdict[tuple[Column, ...], dict[int, RowTexts]] = defaultdict(dict)
    for row, texts in rows.items():
        untouched = tuple(name for name in COLUMNS if name not in touched[row])
        if touched[row] and untouched:
            grouped[untouched][row] = texts
    return grouped


class _Search:
    """Rows of a file as it was on their way to where they stand now; each place is taken once."""

    def __init__(self, sheet: MappingSheet, steps: Sequence[UndoStep], fingerprints: RowFingerprints) -> None:
        self._sheet = sheet
        named = {row for step in steps for row in step.named_rows()}
        self._rows = {row: fingerprints.rows[row] for row in sorted(named & fingerprints.rows.keys())}
        self._wanted = {(e.row, e.column, e.after) for step in steps for e in step.edits}
        self._found: dict[int, int] = {}
        self._taken: set[int] = set()
        if fingerprints.header_row is not None and sheet.header.row is not None:
            self._take(fingerprints.header_row, sheet.header.row)

    def places(self) -> dict[int, int | None]:
        """Return where each row is now, None where that is not certain."""
        return {row: self.place(row) for row in self._rows}

    def missing(self) -> dict[int, RowTexts]:
        """Return the rows that are not found yet, with what they said."""
        return {row: texts for row, texts in self._rows.items() if row not in self._found}

    def place(self, row: int) -> int | None:
        """Return where a row is now, None where that is not certain."""
        if row in self._found:
            return self._found[row]
        place = self.beside(row)
        return place if place is not None and self._is_like(row, place) else None

    def beside(self, row: int) -> int | None:
        """Return where a row would be if it went along with those around it; None where they parted."""
        at = bisect_left(self._in_order, row)
        moved = {self._found[other] - other for other in self._in_order[max(at - 1, 0) : at + 1]}
        place = row + moved.pop() if len(moved) == 1 else None if moved else row
        return None if place in self._taken else place

    @cached_property
    def _in_order(self) -> list[int]:
        """The rows that are found, once all are looked for."""
        return sorted(self._found)

    def _is_like(self, row: int, place: int) -> bool:
        """Return whether what stands there says the same, or what was wanted, but for one cell at most."""
        if not self._sheet.has_row(place):
            return False
        texts = zip(COLUMNS, self._rows[row], self._sheet.row(self._sheet.index_of(place)), strict=True)
        return sum(was != now and (row, name, now) not in self._wanted for name, was, now in texts) <= 1

    def in_place(self) -> None:
        """Find the rows that say the same in their own place."""
        for row, texts in self._rows.items():
            if self._sheet.has_row(row) and self._sheet.row(self._sheet.index_of(row)) == texts:
                self._take(row, row)

    def by_texts(
        self, missing: Mapping[int, RowTexts], columns: tuple[Column, ...], *, only_one: bool = False
    ) -> None:
        """Find rows by what they say in some columns: the nearest, or the only one, which must be like it."""
        there = self._places(columns) if missing else {}
        for row, texts in missing.items():
            key = tuple(text for name, text in zip(COLUMNS, texts, strict=True) if name in columns)
            free = [place for place in there.get(key, ()) if place not in self._taken]
            if only_one:
                free = [place for place in free if len(free) == 1 or place == row]
                free = [place for place in free if self._is_like(row, place)]
            if free:
                self._take(row, min(free, key=lambda place: abs(place - row)))

    def _places(self, columns: tuple[Column, ...]) -> Mapping[RowTexts, list[int]]:
        places: defaultdict[RowTexts, list[int]] = defaultdict(list)
        texts = zip(*(self._sheet.column(name) for name in columns), strict=True)
        for place, key in zip(self._sheet.row_numbers, texts, strict=True):
            places[key].append(place)
        return places

    def _take(self, row: int, place: int) -> None:
        self._found[row] = place
        self._taken.add(place)
