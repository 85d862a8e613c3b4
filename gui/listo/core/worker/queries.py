"""The jobs that only show: pages of problems, rows and changes, and what may stand in a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from listo.core.checks.findings import finding_key
from listo.core.checks.types import Finding
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.mapping.whitespace import clean
from listo.core.workbooks.model import CellKind
from listo.core.worker.decision_memory import suggestions
from listo.core.worker.find import Direction, find_cells, find_next, find_problem, index_of, rows_shown
from listo.core.worker.results import (
    CellChange,
    CellPosition,
    ChangesPage,
    FindQuery,
    IgnoredPage,
    IgnoredProblem,
    Matches,
    Problem,
    ProblemPage,
    SheetPage,
    SheetRow,
)
from listo.core.worker.session import Session
from listo.core.worker.state import OpenMapping

MOST_AT_ONCE = 1000
"""Rows of a page at most: to unpickle so many takes the window 5 ms, measured with a finding in each."""


class QueryJobs:
    """Jobs that change nothing, each explained at the method of its name in `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def problem_page(self, code: str, start: int, limit: int) -> ProblemPage:
        """Return some of the problems of one type; none where that type is mended."""
        state = self._session.state
        if state.mapping is None:
            return ProblemPage(state.revision, code, start, 0, ())
        findings = state.mapping.findings.of(code)
        problems = tuple(self._problem(state.mapping, finding) for finding in findings[_range(start, limit)])
        return ProblemPage(state.revision, code, start, len(findings), problems)

    def _problem(self, mapping: OpenMapping, finding: Finding) -> Problem:
        memory = self._session.memory
        remembered = memory.chosen(mapping, finding)
        if remembered:
            finding = replace(finding, suggestions=suggestions(memory, mapping, finding))
        return Problem(finding, _cells(mapping.sheet, finding.row), remembered)

    def ignored_page(self, start: int, limit: int) -> IgnoredPage:
        """Return some of the problems that were left as they are, by row, each with its reason."""
        state = self._session.state
        if state.mapping is None:
            return IgnoredPage(state.revision, start, 0, ())
        shown = tuple(state.mapping.ignored)[_range(start, limit)]
        problems = tuple(_ignored(state.mapping, finding) for finding in shown)
        return IgnoredPage(state.revision, start, len(state.mapping.ignored), problems)

    def changes_page(self, start: int, limit: int) -> ChangesPage:
        """Return some of the changes: rows that went and came, then the cells that differ from the file."""
        state = self._session.state
        if state.mapping is None:
            return ChangesPage(state.revision, start, 0, ())
        wanted = _range(start, limit)
        shown = tuple(islice(_changes(state.mapping), wanted.start, wanted.stop))
        return ChangesPage(state.revision, start, len(state.mapping.work.differences), shown)

    def sheet_page(self, start: int, limit: int, code: str | None) -> SheetPage:
        """Return some rows of the whole sheet, with what was found and changed in each.

        `code` says which rows: see `find.rows_shown`.
        """
        state = self._session.state
        if state.mapping is None:
            return SheetPage(state.revision, start, 0, ())
        shown = rows_shown(state.mapping, code)
        rows = tuple(_sheet_row(state.mapping, row) for row in shown[_range(start, limit)])
        return SheetPage(state.revision, start, len(shown), rows)

    def find_next(self, row: int, column: str, direction: Direction, code: str | None) -> CellPosition | None:
        """Return where the next problem is in the rows that `sheet_page` shows, or the one before."""
        found = find_next(self._session.mapping, row, column, direction, code)
        return found and CellPosition(self._session.state.revision, *found)

    def index_of(self, code: str, row: int, column: str) -> int:
        """Return where in the list that `problem_page` shows the problem of that cell stands."""
        return index_of(self._session.mapping, code, row, column)

    def find_problem(self, codes: Sequence[str], texts: Sequence[str]) -> tuple[str, int, int] | None:
        """Return (code, row, index in its list) of the problem that an error's message is about."""
        return find_problem(self._session.mapping, codes, texts)

    def find(self, wanted: FindQuery) -> Matches:
        """Return how many cells hold what is wanted, and the first of them."""
        found = tuple(find_cells(self._session.mapping, wanted))
        return Matches(self._session.state.revision, len(found), found[:MOST_AT_ONCE])

    def accepted_values(self, row: int, column: str) -> tuple[str, ...]:
        """Return what may stand in a cell, in the order of the references; empty where that is not known.

        Themes, types, attributes, the values of the row's attribute, fields and the values of its field.
        """
        sheet = self._session.mapping.sheet
        name = next((each for each in COLUMNS if each == column), None)
        if name is None or not sheet.has_row(row):
            return ()
        texts = zip(COLUMNS, map(clean, sheet.row(sheet.index_of(row))), strict=True)
        return self._session.mapping.work.checked.context.accepted_texts(name, dict(texts))


def _ignored(mapping: OpenMapping, finding: Finding) -> IgnoredProblem:
    return IgnoredProblem(finding, _cells(mapping.sheet, finding.row), mapping.reasons[finding_key(finding)])


def _changes(mapping: OpenMapping) -> Iterator[CellChange]:
    differences = mapping.work.differences
    for row in differences.rows_out:
        yield CellChange(row, "", "", "", "row-out", _cells(mapping.original, row))
    for row in differences.rows_in:
        yield CellChange(row, "", "", "", "row-in", _cells(mapping.sheet, row))
    yield from (CellChange(c.row, c.column, c.before, c.after) for c in differences.cells())


def _sheet_row(mapping: OpenMapping, row: int) -> SheetRow:
    texts = mapping.sheet.row(mapping.sheet.index_of(row))
    changed = _changed_columns(mapping.sheet, mapping.original, row)
    findings = tuple(mapping.findings.in_row(row))
    return SheetRow(row, texts, _codes(findings), changed, findings)


def _changed_columns(now: MappingSheet, then: MappingSheet, row: int) -> tuple[Column, ...]:
    """Return the columns whose cell differs from the file; in a row that came, those that say anything."""
    new, is_new = _contents(now, row), not then.has_row(row)
    if is_new:
        return tuple(name for name, (text, _) in zip(COLUMNS, new, strict=True) if text)
    old = _contents(then, row)
    return tuple(name for name, a, b in zip(COLUMNS, new, old, strict=True) if a != b) if new != old else ()


def _contents(sheet: MappingSheet, row: int) -> list[tuple[str, CellKind | None]]:
    index = sheet.index_of(row)
    kinds = sheet.kinds_of(index) if sheet.kinds else {}
    return [(text, kinds.get(name)) for name, text in zip(COLUMNS, sheet.row(index), strict=True)]


def _codes(findings: Iterable[Finding]) -> Mapping[str, tuple[str, ...]]:
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for finding in findings:
        codes[finding.column or ""].append(finding.code)
    return {column: tuple(found) for column, found in codes.items()}


def _range(start: int, limit: int) -> slice:
    return slice(max(start, 0), max(start, 0) + min(limit, MOST_AT_ONCE))


def _cells(sheet: MappingSheet, row: int | None) -> tuple[str, ...]:
    """Return the seven texts of a row by Excel's number, the header's too; nothing for another row."""
    if row is None:
        return ()
    if row == sheet.header.row:
        return tuple(sheet.header_text(name) if sheet.has(name) else "" for name in COLUMNS)
    try:
        return sheet.row(sheet.index_of(row))
    except KeyError:
        return ()
