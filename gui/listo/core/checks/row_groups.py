"""Rows that belong together because they agree in some columns, found and followed as they change.

Where very many rows belong together, it is also kept which of them have which texts in the columns that a
check asks for: then nothing need be looked at but the different texts.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from listo.core.checks.view import Remembered, RowChange, RowKey, SheetReading, SheetView, Source
from listo.core.mapping.sheet import Column, MappingSheet

MANY = 1_000
"""Rows: fewer are looked at again one by one in no time.

Measured for one edit in a group of 1,000 rows: 1.8 ms one by one, 0.6 ms by tables; of 10,000 rows 18 and
1.2 ms. To make the tables takes 50 ms for 20,000 rows.
"""

_Table = dict[RowKey, list[int]]


class RowGroups:
    """The rows by their texts in some columns; Excel's numbers, always in order."""

    def __init__(
        self,
        within: tuple[Source, ...],
        asked: Collection[tuple[Source, ...]],
        view: SheetView,
        followed: Collection[tuple[Source, ...]] = (),
    ) -> None:
        """Group the rows of a sheet; `asked` are the columns that checks of such groups ask for.

        `followed` are those that they want to be told of each row that changes.
        """
        self._within, self._asked, self._followed = within, tuple(asked), tuple(followed)
        self.moves = 0
        """How often rows moved: what tells whether it is what it was."""
        rows_of: defaultdict[RowKey, list[int]] = defaultdict(list)
        for row, key in zip(view.numbers, view.keys(within), strict=True):
            rows_of[key].append(row)
        self._rows: _Table = dict(rows_of)
        large = [key for key, rows in self._rows.items() if len(rows) > MANY]
        self._tables: dict[RowKey, dict[tuple[Source, ...], _Table]] = {
            key: {columns: {} for columns in self._asked} for key in large
        }
        self._remembered = {key: _parts(view.remembered, within, key) for key in large}
        self._placed = {key: dict(view.placed) for key in large}
        for columns in self._asked if large else ():
            self._fill(columns, view)

    @property
    def has_large(self) -> bool:
        """Whether there are groups of very many rows."""
        return bool(self._tables)

    def of(self, key: RowKey) -> Sequence[int]:
        """Return the rows that have those texts."""
        return self._rows.get(key, ())

    def large(self, key: RowKey, sheet: MappingSheet, reading: SheetReading) -> LargeGroup | None:
        """Return what a check gets to see of the rows that have those texts, None of few."""
        if key not in self._tables:
            return None
        group = LargeGroup(self.of(key), self._tables[key], sheet, reading)
        group.remembered, group.placed = self._remembered[key], self._placed[key]
        return group

    def move(self, before: SheetView, after: SheetView) -> None:
        """Take up that rows have other texts now, have come or have gone."""
        self.moves += 1
        was, is_now = keys_of(self._within, before), keys_of(self._within, after)
        if self._tables:
            self._move_in_tables(was, before, _remove)
            self._move_in_tables(is_now, after, _insert)
            self._tell(was, before, is_now, after)
        for row, key in was.items():
            _remove(self._rows, key, row)
        for row, key in is_now.items():
            _insert(self._rows, key, row)

    def _move_in_tables(
        self, rows: Mapping[int, RowKey], view: SheetView, move: Callable[[_Table, RowKey, int], None]
    ) -> None:
        concerned = [(row, key) for row, key in rows.items() if key in self._tables]
        for columns in self._asked if concerned else ():
            texts = keys_of(columns, view)
            for row, key in concerned:
                move(self._tables[key][columns], texts[row], row)

    def _tell(
        self,
        was: Mapping[int, RowKey],
        before: SheetView,
        is_now: Mapping[int, RowKey],
        after: SheetView,
    ) -> None:
        """Tell what is remembered of large groups which of their rows changed, and from what to what."""
        old, new = (
            {columns: keys_of(columns, view) for columns in self._followed} for view in (before, after)
        )
        for row in {**was, **is_now}:
            for key in dict.fromkeys((was.get(row), is_now.get(row))):
                kept = self._remembered.get(key) if key is not None else None
                if kept:
                    told = [
                        {columns: texts[row] for columns, texts in each.items()} if of == key else None
                        for each, of in ((old, was.get(row)), (new, is_now.get(row)))
                    ]
                    for one in kept.values():
                        one.pending.append(RowChange(row, *told))

    def _fill(self, columns: tuple[Source, ...], view: SheetView) -> None:
        each = zip(view.numbers, view.keys(self._within), view.keys(columns), strict=True)
        for row, key, asked in each:
            if key in self._tables:
                self._tables[key][columns].setdefault(asked, []).append(row)


class LargeGroup:
    """What a check gets to see of very many rows that belong together; see `KeyedView`.

    Positions are Excel's numbers here.
    """

    def __init__(
        self,
        rows: Sequence[int],
        table: Mapping[tuple[Source, ...], _Table],
        sheet: MappingSheet,
        reading: SheetReading,
    ) -> None:
        self._rows, self._table, self._sheet, self._reading = rows, table, sheet, reading
        self.remembered: dict[str, Remembered] = {}
        self.placed: dict[str, Mapping[int, tuple[Any, Any]]] = {}

    def number(self, position: int) -> int:
        """Return Excel's number of a row."""
        return position

    def text(self, position: int, column: Column) -> str:
        """Return the text of a cell as it stands."""
        return self._sheet.column(column)[self._sheet.index_of(position)]

    def cleaned_text(self, position: int, column: Column) -> str:
        """Return the cleaned text of a cell."""
        return SheetView(self._sheet.select_rows([position]), self._reading).cleaned(column)[0]

    def row_texts(self, row: int, columns: tuple[Source, ...]) -> RowKey | None:
        """Return the cleaned texts of a row by Excel's number; None where it is none of the rows."""
        if not is_in(row, self._rows):
            return None
        return SheetView(self._sheet.select_rows([row]), self._reading).row_texts(row, columns)

    def distinct(self, columns: tuple[Source, ...]) -> Collection[RowKey]:
        """Return every combination of cleaned texts once, in order of first occurrence."""
        table = self._table[columns]
        return sorted(table, key=lambda key: table[key][0])

    def rows_of(
        self, columns: tuple[Source, ...], wanted: Collection[RowKey]
    ) -> Iterator[tuple[int, RowKey]]:
        """Yield (position, combination) of every row whose combination is among the `wanted`."""
        table = self._table[columns]
        found = [[(row, key) for row in table[key]] for key in dict.fromkeys(wanted) if key in table]
        return iter(sorted(chain.from_iterable(found))) if len(found) > 1 else chain.from_iterable(found)

    def every_row(self, columns: tuple[Source, ...]) -> Iterator[tuple[int, RowKey]]:
        """Yield (position, combination) of every row, in order."""
        view = SheetView(self._sheet.select_rows(self._rows), self._reading)
        return zip(view.numbers, view.keys(columns), strict=True)

    def dates(self) -> Iterator[tuple[int, Column]]:
        """Yield the cells whose text became a date, by position."""
        rows = {self._sheet.row_numbers[index] for index, _ in self._sheet.kinds}
        with_kinds = [row for row in sorted(rows) if is_in(row, self._rows)]
        view = SheetView(self._sheet.select_rows(with_kinds), self._reading)
        yield from ((view.number(position), column) for position, column in view.dates())


def _parts(
    remembered: Mapping[str, Remembered], within: tuple[Source, ...], key: RowKey
) -> dict[str, Remembered]:
    """Return what is remembered of the rows of one group."""
    parts = {name: each.part(within, key) for name, each in remembered.items()}
    return {name: part for name, part in parts.items() if part is not None}


def keys_of(sources: tuple[Source, ...], view: SheetView) -> dict[int, RowKey]:
    """Return the texts of each row by Excel's number."""
    return dict(zip(view.numbers, view.keys(sources), strict=True))


def is_in(row: int, rows: Sequence[int]) -> bool:
    """Return whether a row is among others, which stand in order."""
    index = bisect_left(rows, row)
    return index < len(rows) and rows[index] == row


def merged(groups: Iterable[Sequence[int]]) -> Sequence[int]:
    """Return the rows of several groups in order."""
    several = [rows for rows in groups if rows]
    return several[0] if len(several) == 1 else sorted(chain.from_iterable(several))


def _insert(rows: _Table, key: RowKey, row: int) -> None:
    insort(rows.setdefault(key, []), row)


def _remove(rows: _Table, key: RowKey, row: int) -> None:
    del rows[key][bisect_left(rows[key], row)]
    if not rows[key]:
        del rows[key]
