"""The jobs that only show: pages of problems, rows and changes, what a cell may say, and what is looked for.

Looked for in the whole sheet are the next problem, the rows of an issue type, and cells with a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Literal

from listo.core.checks.findings import finding_key, grades_of
from listo.core.checks.types import Finding
from listo.core.edits.history import Edit
from listo.core.errors import InputError
from listo.core.mapping.cell_text import clean
from listo.core.mapping.compare import DIFFERENCES, compare_sheets
from listo.core.mapping.layout import find_mapping
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.readiness.readiness import Readiness
from listo.core.workbooks.model import CellKind
from listo.core.workbooks.read import read_workbook
from listo.core.worker.protocol import Progress
from listo.core.worker.results import (
    ALL_ROWS,
    CellBlock,
    CellChange,
    CellPosition,
    ChangesPage,
    ColumnValues,
    FindQuery,
    IgnoredPage,
    IgnoredProblem,
    Matches,
    MessageRows,
    Problem,
    ProblemPage,
    RowQuery,
    SheetPage,
    SheetRow,
    VersionComparison,
)
from listo.core.worker.session import Session
from listo.core.worker.sheet_view import ProblemLine, index_of, rows_with, texts_of, values_of, write_block
from listo.core.worker.state import OpenMapping, suggestions

Direction = Literal[-1, 0, 1]
"""Back to the problem before, to the very place, or on to the next problem."""

_PLACES = {str(name): place for place, name in enumerate(COLUMNS)}

MOST_AT_ONCE = 1000
"""Rows of a page at most: to unpickle so many takes the window 5 ms, measured with a finding in each."""


def find_next(
    mapping: OpenMapping,
    shown: Sequence[int],
    row: int,
    column: str,
    direction: Direction,
    code: str | None,
    *,
    ascending: bool,
) -> tuple[int, int, str] | None:
    """Return (index among the rows `shown`, row, column) of where `direction` leads; None for nowhere.

    After the last problem comes the first again. A place of its own (`direction` 0) may have no problem.
    `ascending` says that the rows are shown as they stand in the sheet.
    """
    order = {} if ascending else {number: place for place, number in enumerate(shown)}
    at: Callable[[int], int] = _itself if ascending else partial(_place_in, order)
    if direction == 0:
        index = bisect_left(shown, at(row), key=at)
        return (index, row, column) if index < len(shown) and shown[index] == row else None
    rows = rows_with(mapping, code or "")
    if not ascending:
        rows = sorted((number for number in rows if number in order), key=at)
    found = _seek(mapping, rows, row, _PLACES.get(column, -1), direction, code, at)
    return None if found is None else (bisect_left(shown, at(found[0]), key=at), *found)


def _itself(row: int) -> int:
    return row


def _place_in(order: Mapping[int, int], row: int) -> int:
    """Return where a row stands; before all others where it is not shown."""
    return order.get(row, -1)


_COLUMNS_NAMED: Mapping[str, tuple[Column, ...]] = {
    "value": (
        "AmazonValue",
        "VariationTheme",
        "AmazonSpecification",
        "VTEXValue",
        "VTEXSpecification",
    ),
    "amazon_value": ("AmazonValue",),
    "vtex_value": ("VTEXValue",),
    "specification": ("VTEXSpecification", "AmazonSpecification"),
    "attribute": ("AmazonSpecification", "VTEXSpecification"),
    "attributes": ("AmazonSpecification", "VTEXSpecification"),
    "category": ("CategoryID",),
}
"""By what a message names, what tells most first: the columns where that may stand, the likeliest first."""

_OF_ANY_CELL = "cell-"
"""How the codes of checks begin that look at each cell for itself."""

_LISTED = re.compile(r"[,;/]|\s(?:and|e|y)\s")
"""What stands between several names in a message."""


def message_rows(
    mapping: OpenMapping, codes: Collection[str], captured: Mapping[str, str], limit: int
) -> MessageRows:
    """Return the rows that an error's message is about: those that say what it names, and no others.

    Where it names nothing that a sheet says, those in which the checks of these codes found something.
    """
    missing = dict.fromkeys(need for code, need in mapping.work.checked.checks_skipped if code in codes)
    named = [(field, captured[field]) for field in _COLUMNS_NAMED if captured.get(field, "").strip()]
    places = [_place_of(mapping.sheet, field, text) for field, text in named]
    place = places[0] if places else _Place("", frozenset())
    at_fault = _rows_found(mapping, codes, place.column)
    rows = _rows_at(mapping.sheet, places) if places else sorted(at_fault)
    shown = sorted(rows, key=lambda row: row not in at_fault)[:limit]
    return MessageRows(
        name=named[0][1].strip() if named else "",
        column=place.column,
        texts=tuple(sorted(place.texts)),
        total=len(rows),
        at_fault=sum(row in at_fault for row in rows),
        rows=tuple(_sheet_row(mapping, row) for row in shown),
        missing=tuple(missing),
        problem=_first_problem(mapping, codes),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A column, and the texts of it that say a name; none where no cell does."""

    column: str
    texts: frozenset[str]


def _place_of(sheet: MappingSheet, field: str, text: str) -> _Place:
    names = {text, *(_LISTED.split(text) if field == "attributes" else ())}
    wanted = {clean(name).casefold() for name in names}
    for column in _COLUMNS_NAMED[field]:
        said = {cell for cell in set(sheet.column(column)) if clean(cell).casefold() in wanted}
        if said:
            return _Place(column, frozenset(said))
    return _Place("", frozenset())


def _rows_at(sheet: MappingSheet, places: Sequence[_Place]) -> list[int]:
    """Return the rows that say the first name, and all of the others that any of these says."""
    rows = list(_rows_saying(sheet, places[0])) if places[0].texts else []
    for place in places[1:]:
        narrowed = set(_rows_saying(sheet, place)).intersection(rows) if place.texts else set()
        rows = sorted(narrowed) or rows
    return rows


def _rows_saying(sheet: MappingSheet, place: _Place) -> Iterator[int]:
    name = next(each for each in COLUMNS if each == place.column)
    texts = zip(sheet.row_numbers, sheet.column(name), strict=True)
    return (row for row, text in texts if text in place.texts)


def _rows_found(mapping: OpenMapping, codes: Iterable[str], column: str) -> set[int]:
    """Return the data rows in which these checks found something.

    Checks of any cell, such as that for spaces, count in that column alone, where there is one.
    """
    found = (
        finding
        for code in codes
        for finding in mapping.findings.of(code)
        if not column or finding.column == column or not code.startswith(_OF_ANY_CELL)
    )
    rows = {row for each in found for row in (each.row, *each.also_rows)}
    return {row for row in rows if row is not None and mapping.sheet.has_row(row)}


def _first_problem(mapping: OpenMapping, codes: Iterable[str]) -> tuple[str, int, int] | None:
    """Return (code, row, index in the list of its type) of the first problem of the first of these codes."""
    known = (code for code in codes if mapping.findings.of(code))
    first = next(known, None)
    return None if first is None else (first, mapping.findings.of(first)[0].row or 0, 0)


def _seek(
    mapping: OpenMapping,
    rows: Sequence[int],
    row: int,
    place: int,
    direction: Direction,
    code: str | None,
    at: Callable[[int], int],
) -> tuple[int, str] | None:
    """Return the next (row, column) with such a problem; `rows` are those that have one, in order of `at`."""
    if not rows:
        return None
    here = _columns(mapping.findings.in_row(row), code)
    beyond = [other for other in here if (other - place) * direction > 0]
    if beyond:
        return row, _name(min(beyond) if direction > 0 else max(beyond))
    here_at = at(row)
    beside = bisect_right(rows, here_at, key=at) if direction > 0 else bisect_left(rows, here_at, key=at) - 1
    there = rows[beside % len(rows)]
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


class QueryJobs:
    """Jobs that change nothing, each explained at the method of its name in `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def problem_page(self, code: str, start: int, limit: int) -> ProblemPage:
        """Return some of the problems of one type; none where that type is mended."""
        state = self._session.state
        if state.mapping is None:
            return ProblemPage(state.revision, code, start, 0, ())
        lines = self._session.problem_lines(code)
        problems = tuple(self._problem(state.mapping, line) for line in lines[_range(start, limit)])
        columns = _columns_concerned(state.mapping.findings.of(code))
        return ProblemPage(state.revision, code, start, len(lines), problems, columns)

    def _problem(self, mapping: OpenMapping, line: ProblemLine) -> Problem:
        memory, finding, row = self._session.memory, line.finding, line.beside or line.finding.row
        remembered = memory.chosen(mapping, finding)
        if remembered:
            finding = replace(finding, suggestions=suggestions(memory, mapping, finding))
        return Problem(
            finding,
            _cells(mapping.sheet, row),
            remembered,
            grades_of(finding),
            line.beside,
            line.opens,
            line.marked,
        )

    def compare_version(self, progress: Progress, path: Path) -> VersionComparison:
        """Return how the sheet at work differs by meaning from another version of it."""
        mapping = self._session.mapping
        other = find_mapping(read_workbook(path, progress=partial(progress, "reading")), None)
        if other is None:
            raise InputError("not-a-mapping", file=path.name)
        progress("checking", 0, 0)
        found = compare_sheets(other, mapping.sheet)
        rows = (islice((row for row in found.rows if row.kind == kind), MOST_AT_ONCE) for kind in DIFFERENCES)
        told = VersionComparison(
            path,
            found.is_equal,
            found.counts,
            tuple(row for own in rows for row in own),
            found.new_columns if found.new_columns != found.old_columns else (),
        )
        now = mapping.work.judge_skus()
        if now is None:
            return told
        before = Readiness(other, mapping.work.references, mapping.work.options)
        changes = now.changes_since(before)
        states = before.numbers.skus, now.numbers.skus
        return replace(told, states=states, changed=len(changes), changes=tuple(changes[:MOST_AT_ONCE]))

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

    def sheet_page(self, start: int, limit: int, code: str | None, rows: RowQuery | None) -> SheetPage:
        """Return some rows of the whole sheet, with what was found and changed in each.

        `code` and `rows` say which rows: see `RowOrder.shown`.
        """
        state = self._session.state
        if state.mapping is None:
            return SheetPage(state.revision, start, 0, ())
        shown = self._session.rows_shown(code, rows or ALL_ROWS)
        page = tuple(_sheet_row(state.mapping, row) for row in shown[_range(start, limit)])
        return SheetPage(state.revision, start, len(shown), page)

    def find_next(
        self, row: int, column: str, direction: Direction, code: str | None, rows: RowQuery | None
    ) -> CellPosition | None:
        """Return where the next problem is in the rows that `sheet_page` shows, or the one before."""
        query = rows or ALL_ROWS
        shown, plain = self._session.rows_shown(code, query), query == ALL_ROWS
        found = find_next(self._session.mapping, shown, row, column, direction, code, ascending=plain)
        return found and CellPosition(self._session.state.revision, *found)

    def column_values(self, column: str, rows: RowQuery | None, part: str) -> ColumnValues:
        """Return what a column says in the rows that the other filters let through, to choose from."""
        name = next((each for each in COLUMNS if each == column), None)
        if name is None:
            return ColumnValues(column, 0, ())
        return values_of(self._session.mapping.sheet, name, rows or ALL_ROWS, part)

    def copy_block(self, block: CellBlock) -> str:
        """Return the texts of a block as spreadsheet programs take them from the clipboard."""
        return write_block(texts_of(self._session.mapping.sheet, self._session.rows_of(block), block))

    def index_of(self, code: str, row: int, column: str) -> int:
        """Return where in the list that `problem_page` shows the problem of that cell stands."""
        return index_of(self._session.problem_lines(code), row, column)

    def next_decision(
        self, code: str, place: int, direction: Literal[-1, 1]
    ) -> tuple[int, int | None] | None:
        """Return (index, row) of the next line of a type that is decided apart from the one at `place`."""
        lines = self._session.problem_lines(code)
        here = _decided_by(lines[place]) if 0 <= place < len(lines) else None
        beyond = range(place + 1, len(lines)) if direction > 0 else range(min(place, len(lines)) - 1, -1, -1)
        found = next(
            (each for each in beyond if lines[each].opens and _decided_by(lines[each]) != here), None
        )
        return None if found is None else (found, lines[found].beside or lines[found].finding.row)

    def message_rows(self, codes: Collection[str], captured: Mapping[str, str], limit: int) -> MessageRows:
        """Return the rows that an error's message is about, the first of them in full."""
        return message_rows(self._session.mapping, codes, captured, min(limit, MOST_AT_ONCE))

    def find(self, wanted: FindQuery) -> Matches:
        """Return how many cells hold what is wanted, and the first of them."""
        found = tuple(find_cells(self._session.mapping, wanted))
        return Matches(self._session.state.revision, len(found), found[:MOST_AT_ONCE])

    def accepted_values(self, row: int, column: str) -> tuple[str, ...]:
        """Return what may stand in a cell, in the order of the references; empty where that is not known.

        Themes, types, attributes, the values of the row's attribute, fields and the values of its field.
        """
        sheet = self._session.mapping.sheet
        return self.accepted_in(sheet.row(sheet.index_of(row)), column) if sheet.has_row(row) else ()

    def accepted_in(self, texts: Sequence[str], column: str) -> tuple[str, ...]:
        """Return what may stand in a cell of a row of these texts, likewise."""
        name = next((each for each in COLUMNS if each == column), None)
        row = dict(zip(COLUMNS, map(clean, texts), strict=True))
        return self._session.mapping.work.checked.context.accepted_texts(name, row) if name else ()


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


def _decided_by(line: ProblemLine) -> tuple[object, ...]:
    """Return what two lines have in common for which the same decision fits."""
    finding = line.finding
    if finding.row is None:  # no cell can be changed, so that there is nothing to decide one by one
        return (finding.code,)
    if finding.column is None or line.marked:
        return finding.code, finding.row, finding.value
    return finding.column, finding.value, finding.arguments.get("attribute"), finding.suggestions


def _columns_concerned(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the columns of the cells that findings are about, in the template's order, where several are."""
    columns = {finding.column for finding in findings}
    return tuple(name for name in COLUMNS if name in columns) if len(columns) > 1 else ()


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
