"""What is looked for in the whole sheet: the next problem, the rows of an issue type, cells with a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from listo.core.checks.types import Finding
from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS, Column
from listo.core.worker.results import FindQuery
from listo.core.worker.state import OpenMapping

Direction = Literal[-1, 0, 1]
"""Back to the problem before, to the very place, or on to the next problem."""

_PLACES = {str(name): place for place, name in enumerate(COLUMNS)}


def rows_shown(mapping: OpenMapping, code: str | None) -> Sequence[int]:
    """Return Excel's numbers of the rows to show, ascending.

    All where `code` is None, those with any problem where it is empty, else those with one of that type.
    """
    return mapping.sheet.row_numbers if code is None else _rows_with(mapping, code)


def _rows_with(mapping: OpenMapping, code: str) -> list[int]:
    rows = mapping.findings.rows if not code else _rows_of(mapping.findings.of(code))
    # The header's own problems come before those of all rows.
    return rows[rows[:1] == [mapping.sheet.header.row] :]


def _rows_of(findings: Iterable[Finding]) -> list[int]:
    return list(dict.fromkeys(finding.row for finding in findings if finding.row is not None))


def find_next(
    mapping: OpenMapping, row: int, column: str, direction: Direction, code: str | None
) -> tuple[int, int, str] | None:
    """Return (index among the rows shown, row, column) of where `direction` leads; None for nowhere.

    After the last problem comes the first again. A place of its own (`direction` 0) may have no problem.
    """
    shown = rows_shown(mapping, code)
    if direction == 0:
        index = bisect_left(shown, row)
        return (index, row, column) if index < len(shown) and shown[index] == row else None
    found = _seek(mapping, _rows_with(mapping, code or ""), row, _PLACES.get(column, -1), direction, code)
    return None if found is None else (bisect_left(shown, found[0]), *found)


def index_of(mapping: OpenMapping, code: str, row: int, column: str) -> int:
    """Return where in the list of its type the problem of that cell stands, or the next one after it."""
    findings = mapping.findings.of(code)
    wanted = row, _PLACES.get(column, -1)
    return bisect_left(findings, wanted, key=lambda f: (f.row or 0, _PLACES.get(f.column or "", -1)))


def find_problem(
    mapping: OpenMapping, codes: Iterable[str], texts: Iterable[str]
) -> tuple[str, int, int] | None:
    """Return (code, row, index in the list of its type) of the first problem whose row says one of the texts.

    Where none does, of the first problem with one of the codes, in their order; None where there is none.
    """
    known = [code for code in codes if mapping.findings.of(code)]
    wanted = frozenset(text.strip().casefold() for text in texts)
    places = ((code, place, found) for code in known for place, found in enumerate(mapping.findings.of(code)))
    fitting = (
        (code, found.row or 0, place) for code, place, found in places if _says(mapping, found, wanted)
    )
    first = next(fitting, None) if wanted else None
    if first is None and known:
        first = known[0], mapping.findings.of(known[0])[0].row or 0, 0
    return first


def _says(mapping: OpenMapping, finding: Finding, wanted: frozenset[str]) -> bool:
    row = finding.row
    cells = mapping.sheet.row(mapping.sheet.index_of(row)) if row and mapping.sheet.has_row(row) else ()
    return any(text.strip().casefold() in wanted for text in (finding.value, *cells))


def _seek(
    mapping: OpenMapping, rows: Sequence[int], row: int, place: int, direction: Direction, code: str | None
) -> tuple[int, str] | None:
    if not rows:
        return None
    here = _columns(mapping.findings.in_row(row), code)
    beyond = [other for other in here if (other - place) * direction > 0]
    if beyond:
        return row, _name(min(beyond) if direction > 0 else max(beyond))
    at = bisect_right(rows, row) if direction > 0 else bisect_left(rows, row) - 1
    there = rows[at % len(rows)]
    places = _columns(mapping.findings.in_row(there), code)
    return there, _name(min(places) if direction > 0 else max(places))


def _columns(findings: Iterable[Finding], code: str | None) -> list[int]:
    """Return the places of the columns with such a problem; -1 for one of the row as a whole."""
    return [_PLACES.get(found.column or "", -1) for found in findings if not code or found.code == code]


def _name(place: int) -> str:
    return COLUMNS[place] if place >= 0 else ""


# -------------------------------------------------------------------- find and replace


def find_cells(mapping: OpenMapping, wanted: FindQuery) -> Iterator[tuple[int, str]]:
    """Yield (row, column) of the cells that hold what is wanted, by column and row."""
    found = _pattern(wanted).search
    for name in _columns_of(mapping, wanted):
        rows = _rows_of_query(mapping, wanted, name)
        texts = mapping.sheet.column(name)
        if rows is None:
            yield from ((row, name) for row, text in _with_numbers(mapping, name) if found(text))
        else:
            yield from ((row, name) for row in rows if found(texts[mapping.sheet.index_of(row)]))


def replacements(mapping: OpenMapping, wanted: FindQuery, text: str) -> Iterator[Edit]:
    """Yield what those cells are to say with `text` in place of what is wanted."""
    pattern = _pattern(wanted)
    for row, column in find_cells(mapping, wanted):
        name = next(each for each in COLUMNS if each == column)
        before = mapping.sheet.column(name)[mapping.sheet.index_of(row)]
        yield Edit(row, column, pattern.sub(lambda _: text, before))


def _pattern(wanted: FindQuery) -> re.Pattern[str]:
    plain = re.escape(wanted.text)
    whole = wanted.whole or not wanted.text
    return re.compile(rf"\A{plain}\Z" if whole else plain, 0 if wanted.match_case else re.IGNORECASE)


def _columns_of(mapping: OpenMapping, wanted: FindQuery) -> Iterator[Column]:
    return (name for name in mapping.sheet.present() if wanted.column in ("", name))


def _rows_of_query(mapping: OpenMapping, wanted: FindQuery, name: Column) -> list[int] | None:
    """Return the data rows to look at, None for all."""
    if wanted.code is None:
        return None
    found = (finding for finding in mapping.findings.of(wanted.code) if finding.column == name)
    rows = dict.fromkeys(row for each in found for row in (each.row, *each.also_rows))
    return sorted(row for row in rows if row is not None and mapping.sheet.has_row(row))


def _with_numbers(mapping: OpenMapping, name: Column) -> Iterator[tuple[int, str]]:
    return zip(mapping.sheet.row_numbers, mapping.sheet.column(name), strict=True)
