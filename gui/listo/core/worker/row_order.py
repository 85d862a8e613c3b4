"""Which rows of the sheet are shown and in which order: as they stand, or sorted, filtered and searched.

An order that was asked for holds until another is, as in Excel: a row does not jump when its cell is changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from listo.core.checks.types import Finding
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.storage.store import fold_for_search
from listo.core.worker.results import ALL_ROWS, ColumnFilter, ColumnValues, RowQuery
from listo.core.worker.state import OpenMapping

MOST_VALUES = 300
"""Values of a column that are listed at once: who has more types a part of the one that is looked for."""


def rows_with(mapping: OpenMapping, code: str) -> list[int]:
    """Return the data rows with a problem of that type, with any where it is empty, ascending."""
    rows = mapping.findings.rows if not code else _rows_of(mapping.findings.of(code))
    # The header's own problems come before those of all rows.
    return rows[rows[:1] == [mapping.sheet.header.row] :]


def _rows_of(findings: Iterable[Finding]) -> list[int]:
    return list(dict.fromkeys(finding.row for finding in findings if finding.row is not None))


class RowOrder:
    """Keeps the order that was asked for last, and what it shows at one revision of the sheet."""

    def __init__(self) -> None:
        self._key: tuple[object, RowQuery] | None = None
        self._order: list[int] = []
        self._numbers: list[int] = []
        self._shown: tuple[tuple[int, str | None], Sequence[int]] | None = None

    def shown(self, mapping: OpenMapping, revision: int, code: str | None, query: RowQuery) -> Sequence[int]:
        """Return Excel's numbers of the rows to show.

        All where `code` is None, those with any problem where it is empty, else those with one of that type;
        of these, those that `query` lets through, in its order. Rows that came since stand at the end.
        """
        if query == ALL_ROWS:
            return mapping.sheet.row_numbers if code is None else rows_with(mapping, code)
        if self._key is None or self._key[0] is not mapping.original or self._key[1] != query:
            self._key, self._shown = (mapping.original, query), None
            self._order, self._numbers = ordered(mapping.sheet, query), list(mapping.sheet.row_numbers)
        if self._shown is None or self._shown[0] != (revision, code):
            self._shown = (revision, code), self._now(mapping, code)
        return self._shown[1]

    def _now(self, mapping: OpenMapping, code: str | None) -> list[int]:
        rows = self._order
        if mapping.sheet.row_numbers != self._numbers:
            there = set(mapping.sheet.row_numbers)
            came = sorted(there.difference(self._numbers))
            rows = [*(row for row in rows if row in there), *came]
        if code is not None:
            wanted = set(rows_with(mapping, code))
            rows = [row for row in rows if row in wanted]
        return rows


def ordered(sheet: MappingSheet, query: RowQuery) -> list[int]:
    """Return Excel's numbers of the rows that a query lets through, in its order."""
    places = _let_through(sheet, query)
    name = next((name for name in COLUMNS if name == query.sorted_by), None)
    if name is not None:
        places = _sorted(sheet.column(name), places, descending=query.descending)
    return [sheet.row_numbers[place] for place in places]


def _let_through(sheet: MappingSheet, query: RowQuery) -> list[int]:
    """Return the places of the rows that have every word of the text, and fit each filter."""
    places = list(range(len(sheet)))
    for word in fold_for_search(query.text).split():
        found = [_that_say(sheet.column(name), word) for name in COLUMNS]
        columns = list(zip(map(sheet.column, COLUMNS), found, strict=True))
        places = [place for place in places if any(texts[place] in wanted for texts, wanted in columns)]
    for name, one in ((name, one) for one in query.filters for name in COLUMNS if name == one.column):
        texts, wanted = sheet.column(name), _wanted(sheet.column(name), one)
        places = [place for place in places if texts[place] in wanted]
    return places


def _wanted(texts: Iterable[str], one: ColumnFilter) -> frozenset[str]:
    found = _that_say(texts, fold_for_search(one.contains))
    return found if one.values is None else found.intersection(one.values)


def _that_say(texts: Iterable[str], part: str) -> frozenset[str]:
    """Return those of the texts that hold a part, which is folded; each is looked at once."""
    return frozenset(text for text in set(texts) if part in fold_for_search(text))


def _sorted(texts: Sequence[str], places: Sequence[int], *, descending: bool) -> list[int]:
    """Return the places by what their texts say, numbers before words; empty cells come last either way."""
    key = {text: _sort_key(text) for text in set(texts)}
    filled = [place for place in places if texts[place].strip()]
    filled.sort(key=lambda place: key[texts[place]], reverse=descending)
    return [*filled, *(place for place in places if not texts[place].strip())]


def _sort_key(text: str) -> tuple[int, float, str]:
    folded = fold_for_search(text.strip())
    plain = folded.replace(",", ".", 1)
    is_number = plain.replace(".", "", 1).isdecimal() and plain.isascii()
    return (0, float(plain), "") if is_number else (1, 0.0, folded)


def values_of(sheet: MappingSheet, column: Column, query: RowQuery, part: str) -> ColumnValues:
    """Return what a column says in the rows that the rest of the query lets through, and how often.

    `part` keeps to values that hold it.
    """
    others = tuple(one for one in query.filters if one.column != column)
    places = _let_through(sheet, RowQuery(query.text, others))
    texts = sheet.column(column)
    counts = Counter(texts[place] for place in places)
    word = fold_for_search(part)
    fitting = sorted((text for text in counts if word in fold_for_search(text)), key=_sort_key)
    return ColumnValues(column, len(fitting), tuple((text, counts[text]) for text in fitting[:MOST_VALUES]))
