"""The rows that the problems of one type are about: those that belong together come together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from listo.core.checks.findings import Findings
from listo.core.checks.types import Finding
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.worker.state import OpenMapping

_DIFFERING: dict[str, tuple[Column, ...]] = {
    "row-conflict": ("AmazonValue",),
    "row-duplicate": (),
    "variation-collision": ("VTEXValue",),
    "theme-mixed": ("VariationTheme",),
}
"""Checks whose findings are about a row and an earlier one, each with the cells in which the two differ."""


_PLACES = {str(name): place for place, name in enumerate(COLUMNS)}


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
