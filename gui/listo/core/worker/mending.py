"""From findings to edits: which cells a decision concerns, and where they stand in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listo.core.checks.types import Finding
from listo.core.edits.history import Edit
from listo.core.edits.operations import can_edit, text_at
from listo.core.mapping.export import edits_for_file
from listo.core.mapping.sheet import MappingSheet
from listo.core.workbooks.model import Cell
from listo.core.worker.remembering import Memory, suggestions
from listo.core.worker.state import OpenMapping


def alike(mapping: OpenMapping, row: int, column: str) -> Iterator[tuple[int, str]]:
    """Yield the cells that the same decision fits as the one in that row and column, that one first.

    They hold the same text in the same column, have the same AmazonSpecification, and a finding of the
    same code; where a finding stands for several rows, those of them that hold the same text.
    """
    yield row, column
    here = [finding for finding in mapping.findings.in_row(row) if finding.column == column]
    if not here or row == mapping.sheet.header.row or not can_edit(mapping.sheet, row, column):
        return
    for finding in here:
        yield from _stood_for(mapping.sheet, finding)
        for other in mapping.findings.of(finding.code):
            if other.value == finding.value and _same_attribute(mapping.sheet, finding, other):
                yield from _own_cell(mapping.sheet, other)


def suggested(mapping: OpenMapping, memory: Memory, code: str) -> Iterator[Edit]:
    """Yield the best suggestion of every finding of that code, for each cell that it stands for."""
    for finding in mapping.findings.of(code):
        for text in suggestions(memory, mapping, finding)[:1]:
            for row, column in _own_cell(mapping.sheet, finding):
                yield Edit(row, column, text)
            for row, column in _stood_for(mapping.sheet, finding):
                yield Edit(row, column, text)


def chosen(
    mapping: OpenMapping, memory: Memory, code: str, places: Iterable[tuple[int, int]], text: str | None
) -> Iterator[Edit]:
    """Yield a text, or where None the best suggestion of each, for some of the findings of that code.

    `places` are (first, last) in the order in which they are shown, both included.
    """
    findings = mapping.findings.of(code)
    for first, last in places:
        for finding in findings[max(first, 0) : last + 1]:
            best = next(iter(suggestions(memory, mapping, finding)), finding.safe_fix)
            wanted = text if text is not None else best
            if wanted is not None:
                for row, column in _own_cell(mapping.sheet, finding):
                    yield Edit(row, column, wanted)


def all_for_file(mapping: OpenMapping) -> dict[Cell, str]:
    """Return what cells of the file are to say; rows that came follow the last one of the file."""
    return {**edits_for_file(mapping.original, mapping.work.differences.cells()), **_rows_in(mapping)}


def _rows_in(mapping: OpenMapping) -> dict[Cell, str]:
    sheet, original = mapping.sheet, mapping.original
    last = max((original.header.row or 0, *original.row_numbers[-1:]))
    filled = [row for row in mapping.work.differences.rows_in if any(sheet.row(sheet.index_of(row)))]
    return {
        Cell(last + place, original.header.places[name]): text
        for place, row in enumerate(filled)
        for name in sheet.present()
        if (text := sheet.column(name)[sheet.index_of(row)])
    }


def rows_out(mapping: OpenMapping, rows: Iterable[int]) -> set[int]:
    """Return the places (from 0) in the file of rows that are in it."""
    return {row - 1 for row in rows if mapping.original.has_row(row)}


def emptied(mapping: OpenMapping, places: Iterable[int]) -> dict[Cell, str]:
    """Return edits that leave nothing of rows, by their places in the file, in the columns of the sheet."""
    columns = mapping.original.header.places.values()
    return {Cell(place, column): "" for place in places for column in columns}


def _own_cell(sheet: MappingSheet, finding: Finding) -> Iterator[tuple[int, str]]:
    """Yield the finding's cell, if there is one and it holds what the finding is about."""
    if finding.row is not None and finding.column is not None:
        yield from _holding(sheet, [finding.row], finding)


def _stood_for(sheet: MappingSheet, finding: Finding) -> Iterator[tuple[int, str]]:
    yield from _holding(sheet, finding.also_rows, finding)


def _holding(sheet: MappingSheet, rows: Iterable[int], finding: Finding) -> Iterator[tuple[int, str]]:
    """Yield the cells of those rows in the finding's column that hold its value."""
    for row in rows:
        if can_edit(sheet, row, finding.column) and _text(sheet, row, finding.column) == finding.value:
            yield row, str(finding.column)


def _same_attribute(sheet: MappingSheet, one: Finding, other: Finding) -> bool:
    return _text(sheet, one.row, "AmazonSpecification") == _text(sheet, other.row, "AmazonSpecification")


def _text(sheet: MappingSheet, row: int | None, column: str | None) -> str | None:
    """Return the text of a cell, None where the sheet has no such cell."""
    if row is None or not can_edit(sheet, row, column):
        return None
    name = next(known for known in sheet.present() if known == column)
    return text_at(sheet, row, name)
