"""Two versions of a mapping sheet by what they mean: rows that came, went, changed, or only look different.

What a row is about are its first six cells; the seventh is what it says of it. Case, accents, blanks and how
a number is written make no other meaning, nor does the order of rows and columns.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, get_args

from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet

RowDifferenceKind = Literal["added", "removed", "changed", "spelling", "moved"]
"""What became of a row; `changed` is another AmazonValue, `spelling` the same meaning in other letters."""

DIFFERENCES: tuple[RowDifferenceKind, ...] = get_args(RowDifferenceKind)
"""All of them, what matters most first."""

_MEANINGFUL: tuple[RowDifferenceKind, ...] = ("added", "removed", "changed")

_WHOLE_NUMBER = re.compile(r"0*(\d+)(?:[.,]0+)?")
"""A category as cells show it: `212`, `0212`, `212.0`."""


class RowDifference(NamedTuple):
    """A row that differs; `row` is None and the texts are empty on the side that lacks it.

    `old_row` and `new_row` are Excel's numbers, `before` and `after` the seven texts as they stand.
    """

    kind: RowDifferenceKind
    old_row: int | None
    new_row: int | None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_moved: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns whose texts differ; none where the row is on one side alone."""
        pairs = zip(COLUMNS, self.before, self.after, strict=False)
        return tuple(column for column, before, after in pairs if before != after)


@dataclass(frozen=True)
class Comparison:
    """How a new version of a sheet differs from an old one.

    `rows` are in the order of the new sheet, those that it lacks at the end. `old_columns` and `new_columns`
    are the seven that are there, in each sheet's order.
    """

    rows: Sequence[RowDifference]
    old_columns: tuple[Column, ...]
    new_columns: tuple[Column, ...]

    @cached_property
    def counts(self) -> Mapping[RowDifferenceKind, int]:
        """How many rows there are of each difference."""
        counted = Counter(row.kind for row in self.rows)
        return {kind: counted[kind] for kind in DIFFERENCES}

    @property
    def is_equal(self) -> bool:
        """Whether both mean the same."""
        return not any(self.counts[kind] for kind in _MEANINGFUL)


class _Row(NamedTuple):
    place: int
    texts: tuple[str, ...]
    meaning: tuple[str, ...]


def compare_sheets(old: MappingSheet, new: MappingSheet) -> Comparison:
    """Return how `new` differs from `old` by meaning; blank rows are none."""
    fold = _Folder()
    old_rows, new_rows = list(_rows_of(old, fold)), list(_rows_of(new, fold))
    pairs, gone, come = _pair_up(old_rows, new_rows)
    pairs.sort(key=lambda pair: pair[1].place)
    stays = _longest_run([before.place for before, _ in pairs])
    found: list[tuple[int, RowDifference]] = []
    for at, (before, after) in enumerate(pairs):
        kind = _difference(before, after, is_moved=at not in stays)
        if kind:
            numbers = old.row_numbers[before.place], new.row_numbers[after.place]
            told = RowDifference(kind, *numbers, before.texts, after.texts, at not in stays)
            found.append((after.place, told))
    found += ((row.place, _added(new, row)) for row in come)
    rows = [told for _, told in sorted(found, key=lambda each: each[0])]
    rows += (_removed(old, row) for row in sorted(gone))
    return Comparison(rows, _columns(old), _columns(new))


def _added(new: MappingSheet, row: _Row) -> RowDifference:
    return RowDifference("added", None, new.row_numbers[row.place], after=row.texts)


def _removed(old: MappingSheet, row: _Row) -> RowDifference:
    return RowDifference("removed", old.row_numbers[row.place], None, before=row.texts)


def _columns(sheet: MappingSheet) -> tuple[Column, ...]:
    places = sheet.header.places
    return tuple(sorted(places, key=places.__getitem__))


def _difference(before: _Row, after: _Row, *, is_moved: bool) -> RowDifferenceKind | None:
    if before.meaning != after.meaning:
        return "changed"
    if before.texts != after.texts:
        return "spelling"
    return "moved" if is_moved else None


# What a row means


class _Folder:
    """Makes of a text what its spellings have in common; each different text once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Return it."""
        if text not in self._known:
            self._known[text] = _fold(text)
        return self._known[text]


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", clean(text))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def _rows_of(sheet: MappingSheet, fold: _Folder) -> Iterator[_Row]:
    for place in range(len(sheet)):
        texts = sheet.row(place)
        category, *others = map(fold, texts)
        number = _WHOLE_NUMBER.fullmatch(category)
        if category or any(others):
            yield _Row(place, texts, (number[1] if number else category, *others))


# Which rows belong together

_Pairs = list[tuple[_Row, _Row]]


def _pair_up(old: Sequence[_Row], new: Sequence[_Row]) -> tuple[_Pairs, list[_Row], list[_Row]]:
    """Return which rows are about the same, and those on either side that are about nothing on the other.

    Of several that are about the same those that are equal belong together first, then those that mean the
    same, then the others in their order.
    """
    pairs: _Pairs = []
    keys: Sequence[Callable[[_Row], object]] = (
        lambda row: row.texts,
        lambda row: row.meaning,
        lambda row: row.meaning[:-1],
    )
    for key in keys:
        waiting: dict[object, list[_Row]] = {}
        for row in reversed(old):
            waiting.setdefault(key(row), []).append(row)
        left: list[_Row] = []
        for row in new:
            same = waiting.get(key(row))
            if same:
                pairs.append((same.pop(), row))
            else:
                left.append(row)
        old = sorted(row for rows in waiting.values() for row in rows)
        new = left
    return pairs, list(old), list(new)


def _longest_run(numbers: Sequence[int]) -> frozenset[int]:
    """Return where the numbers stand of a longest part that ascends: what has not moved."""
    ends: list[int] = []  # of the runs of each length, the smallest last number
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    found = set()
    place = places[-1] if places else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return frozenset(found)
