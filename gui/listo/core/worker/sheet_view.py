"""The sheet as it is looked at: its rows in an order, filtered and searched, and blocks of cells among these.

Likewise the rows that the problems of one type are about: those that belong together come together.

An order that was asked for holds until another is, as in Excel: a row does not jump when its cell is changed.
On the clipboard a block is lines of cells with tabs between them; Excel and LibreOffice put a cell with a
line break or a tab into quotation marks, which are doubled inside.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from listo.core.checks.findings import Findings
from listo.core.checks.types import Finding
from listo.core.edits.history import Edit, RowEdit, UndoStep
from listo.core.edits.operations import free_row, prepare, prepare_row
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.texts import fold_for_search
from listo.core.worker.results import ALL_ROWS, CellBlock, ColumnFilter, ColumnValues, RowQuery
from listo.core.worker.state import OpenMapping

MOST_VALUES = 300
"""Values of a column that are listed at once: who has more types a part of the one that is looked for."""

_DIFFERING: dict[str, tuple[Column, ...]] = {
    "row-conflict": ("AmazonValue",),
    "row-duplicate": (),
    "variation-collision": ("VTEXValue",),
    "theme-mixed": ("VariationTheme",),
}
"""Checks whose findings are about a row and an earlier one, each with the cells in which the two differ."""

_PLACES = {str(name): place for place, name in enumerate(COLUMNS)}

_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_END = re.compile(r"\t|\r\n|\n|\r|\Z")
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|\A"')


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


# -------------------------------------------------------------------- blocks of cells


def read_block(text: str) -> list[list[str]]:
    """Return the cells of a block from a spreadsheet program; each line may have a length of its own.

    Quotation marks around a cell are its own where nothing in it needs any: `"Azul"` is six letters.
    """
    lines: list[list[str]] = [[]]
    place = 0
    while text:
        cell, place = _cell_at(text, place)
        lines[-1].append(cell)
        end = _found(_END, text, place)[0]
        place += len(end)
        if not end or (end != "\t" and place == len(text)):  # a last line break begins no line
            return lines
        if end != "\t":
            lines.append([])
    return []


def _cell_at(text: str, place: int) -> tuple[str, int]:
    """Return the cell that begins there, and where it ends."""
    quoted = _QUOTED.match(text, place)
    if quoted and ('""' in quoted[1] or _NEEDS_QUOTES.search(quoted[1])):
        return quoted[1].replace('""', '"').replace("\r\n", "\n"), quoted.end()
    plain = _found(_PLAIN, text, place)
    return plain[0], plain.end()


def _found(pattern: re.Pattern[str], text: str, place: int) -> re.Match[str]:
    """Return what a pattern finds that fits everywhere."""
    found = pattern.match(text, place)
    assert found is not None
    return found


def write_block(lines: Iterable[Sequence[str]]) -> str:
    """Return a block as spreadsheet programs take it from the clipboard."""
    return "".join("\t".join(map(_field, line)) + "\n" for line in lines)


def _field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def texts_of(sheet: MappingSheet, rows: Sequence[int], block: CellBlock) -> Iterator[tuple[str, ...]]:
    """Yield the texts of a block line by line; `rows` are Excel's numbers of those that are shown."""
    for row in rows[block.top : block.bottom + 1]:
        yield sheet.row(sheet.index_of(row))[block.left : block.right + 1]


def paste_step(
    mapping: OpenMapping, rows: Sequence[int], block: CellBlock, texts: Sequence[Sequence[str]]
) -> UndoStep:
    """Return the step that puts texts into a block, and below the last row into rows that it adds.

    Where the block is so many times as high or wide, they are repeated; else they begin at its first cell.
    What would come to stand beside the last column is left out.
    """
    width = max(map(len, texts), default=0)
    if not width:
        return UndoStep()
    lines = _repeated(len(texts), block.bottom - block.top + 1)
    places = range(block.left, min(block.left + _repeated(width, block.right - block.left + 1), len(COLUMNS)))
    edits: list[Edit] = []
    new: list[dict[int, str]] = []
    for line in range(lines):
        pasted = _pasted(texts[line % len(texts)], places, width)
        if block.top + line < len(rows):
            edits += _edits(mapping.sheet, rows[block.top + line], pasted)
        elif any(pasted.values()):
            new.append(pasted)
    return UndoStep(prepare(mapping.sheet, edits).edits, _new_rows(mapping, new))


def _repeated(count: int, room: int) -> int:
    """Return how many lines or columns are filled: all of the room where it is so many times as large."""
    return room if room % count == 0 else count


def _pasted(texts: Sequence[str], places: Iterable[int], width: int) -> dict[int, str]:
    """Return what one line of the block puts into each column, by its place."""
    at = ((place, number % width) for number, place in enumerate(places))
    return {place: texts[number] for place, number in at if number < len(texts)}


def _edits(sheet: MappingSheet, row: int, texts: dict[int, str]) -> Iterator[Edit]:
    """Yield the edits of one row, in the columns that the sheet has."""
    for place, text in texts.items():
        if sheet.has(COLUMNS[place]):
            yield Edit(row, COLUMNS[place], text)


def _new_rows(mapping: OpenMapping, rows: Sequence[dict[int, str]]) -> tuple[RowEdit, ...]:
    first = free_row(mapping.original, mapping.sheet, mapping.history.moved_rows())
    filled = (tuple(texts.get(place, "") for place in range(len(COLUMNS))) for texts in rows)
    return tuple(edit for number, line in enumerate(filled, first) for edit in prepare_row(number, line).rows)


def fill_step(sheet: MappingSheet, rows: Sequence[int], block: CellBlock) -> UndoStep:
    """Return the step that repeats the first line of a block in the others; in a single one the row above."""
    first = block.top if block.bottom > block.top else block.top - 1
    if not 0 <= first < len(rows):
        return UndoStep()
    source = sheet.row(sheet.index_of(rows[first]))
    texts = {place: source[place] for place in range(block.left, block.right + 1)}
    below = rows[first + 1 : block.bottom + 1]
    return prepare(sheet, (edit for row in below for edit in _edits(sheet, row, texts)))


def empty_step(sheet: MappingSheet, rows: Sequence[int], blocks: Iterable[CellBlock]) -> UndoStep:
    """Return the step that empties all cells of some blocks."""
    some = ((block, dict.fromkeys(range(block.left, block.right + 1), "")) for block in blocks)
    lines = ((row, texts) for block, texts in some for row in rows[block.top : block.bottom + 1])
    return prepare(sheet, (edit for row, texts in lines for edit in _edits(sheet, row, texts)))


class ProblemLine(NamedTuple):
    """A row that a finding is about.

    `beside` is its number where it is not the finding's own row, `opens` says that it is the first of those
    that belong together, `marked` are the cells in which they differ.
    """

    finding: Finding
    beside: int | None = None
    opens: bool = True
    marked: tuple[Column, ...] = ()


class _Plain(Sequence[ProblemLine]):
    """Findings that are about one row each: a line is made when it is looked at."""

    def __init__(self, findings: Findings, code: str) -> None:
        self._all, self._code = findings, code

    @property
    def _findings(self) -> Sequence[Finding]:
        return self._all.of(self._code)  # another list after a change, were it taken back at once

    def __len__(self) -> int:
        return len(self._findings)

    @overload
    def __getitem__(self, place: int) -> ProblemLine: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ProblemLine]: ...
    def __getitem__(self, place: int | slice) -> ProblemLine | Sequence[ProblemLine]:
        if isinstance(place, slice):
            return [ProblemLine(finding) for finding in self._findings[place]]
        return ProblemLine(self._findings[place])


def problem_lines(mapping: OpenMapping, code: str) -> Sequence[ProblemLine]:
    """Return the rows that the findings of a check are about; an earlier row stands above its own."""
    findings = mapping.findings.of(code)
    if code not in _DIFFERING:
        return _Plain(mapping.findings, code)
    groups: dict[int | None, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_earlier_row(mapping.sheet, finding), []).append(finding)
    return [line for earlier, found in groups.items() for line in _together(earlier, found, _DIFFERING[code])]


def _together(
    earlier: int | None, found: Sequence[Finding], marked: tuple[Column, ...]
) -> Iterator[ProblemLine]:
    if earlier is not None:
        yield ProblemLine(found[0], earlier, marked=marked)
    for place, finding in enumerate(found):
        yield ProblemLine(finding, opens=earlier is None and not place, marked=marked)


def _earlier_row(sheet: MappingSheet, finding: Finding) -> int | None:
    """Return the row that a finding is about besides its own, None where it is not there any more."""
    first = finding.arguments.get("first", "")
    row = _first_with_theme(sheet, finding, first) if finding.code == "theme-mixed" else int(first)
    return row if row is not None and row != finding.row and sheet.has_row(row) else None


def _first_with_theme(sheet: MappingSheet, finding: Finding, theme: str) -> int | None:
    """Return the first row of a finding's category that has that theme."""
    if finding.row is None:
        return None
    category = sheet.column("CategoryID")[sheet.index_of(finding.row)].strip()
    rows = zip(sheet.row_numbers, sheet.column("CategoryID"), sheet.column("VariationTheme"), strict=True)
    return next(
        (row for row, own, text in rows if own.strip() == category and text.strip() == theme),
        None,
    )


def index_of(lines: Sequence[ProblemLine], row: int, column: str) -> int:
    """Return where among the lines of its type the problem of that cell stands, or the next one after it."""
    wanted = row, _PLACES.get(column, -1)
    if isinstance(lines, _Plain):
        return bisect_left(lines, wanted, key=_cell_of)
    own = ((_cell_of(line), at) for at, line in enumerate(lines) if line.beside is None)
    _cell, place = min((each for each in own if each[0] >= wanted), default=(wanted, len(lines)))
    return place


def _cell_of(line: ProblemLine) -> tuple[int, int]:
    return line.finding.row or 0, _PLACES.get(line.finding.column or "", -1)
