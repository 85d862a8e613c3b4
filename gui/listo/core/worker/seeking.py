"""Ways through the whole sheet: which rows a kind of problem concerns, and where the next problem is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from listo.core.checks.types import Finding
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.state import OpenMapping

Direction = Literal[-1, 0, 1]
"""Back to the problem before, to the very place, or on to the next problem."""

_PLACES = {str(name): place for place, name in enumerate(COLUMNS)}


def rows_shown(mapping: OpenMapping, code: str | None) -> Sequence[int]:
    """Return Excel's numbers of the rows to show, ascending.

    All where `code` is None, those with any problem where it is empty, else those with one of that kind.
    """
    return mapping.sheet.row_numbers if code is None else _rows_with(mapping, code)


def _rows_with(mapping: OpenMapping, code: str) -> list[int]:
    rows = mapping.findings.rows if not code else _rows_of(mapping.findings.of(code))
    # The header's own problems come before those of all rows.
    return rows[rows[:1] == [mapping.sheet.header.row] :]


def _rows_of(findings: Iterable[Finding]) -> list[int]:
    return list(dict.fromkeys(finding.row for finding in findings if finding.row is not None))


def spot(
    mapping: OpenMapping, row: int, column: str, way: Direction, code: str | None
) -> tuple[int, int, str] | None:
    """Return (index among the rows shown, row, column) of where `way` leads; None where it leads nowhere.

    After the last problem comes the first again. A place of its own (`way` 0) has no problem necessarily.
    """
    shown = rows_shown(mapping, code)
    if way == 0:
        index = bisect_left(shown, row)
        return (index, row, column) if index < len(shown) and shown[index] == row else None
    found = _seek(mapping, _rows_with(mapping, code or ""), row, _PLACES.get(column, -1), way, code)
    return None if found is None else (bisect_left(shown, found[0]), *found)


def place_of(mapping: OpenMapping, code: str, row: int, column: str) -> int:
    """Return where in the list of its kind the problem of that cell stands, or the next one after it."""
    findings = mapping.findings.of(code)
    wanted = row, _PLACES.get(column, -1)
    return bisect_left(findings, wanted, key=lambda f: (f.row or 0, _PLACES.get(f.column or "", -1)))


def sought(mapping: OpenMapping, codes: Iterable[str], texts: Iterable[str]) -> tuple[str, int, int] | None:
    """Return (code, row, place in the list of its kind) of the first problem whose row says one of the texts.

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
    mapping: OpenMapping, rows: Sequence[int], row: int, place: int, way: Direction, code: str | None
) -> tuple[int, str] | None:
    if not rows:
        return None
    here = _columns(mapping.findings.in_row(row), code)
    beyond = [other for other in here if (other - place) * way > 0]
    if beyond:
        return row, _name(min(beyond) if way > 0 else max(beyond))
    at = bisect_right(rows, row) if way > 0 else bisect_left(rows, row) - 1
    there = rows[at % len(rows)]
    places = _columns(mapping.findings.in_row(there), code)
    return there, _name(min(places) if way > 0 else max(places))


def _columns(findings: Iterable[Finding], code: str | None) -> list[int]:
    """Return the places of the columns with such a problem; -1 for one of the row as a whole."""
    return [_PLACES.get(found.column or "", -1) for found in findings if not code or found.code == code]


def _name(place: int) -> str:
    return COLUMNS[place] if place >= 0 else ""
