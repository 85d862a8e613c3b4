"""What calamine leaves out of an Excel workbook (XML): errors, and the formats of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from listo.core.workbooks.details.excel_cells import CellReader, formatted
from listo.core.workbooks.limits import NOTHING, Details, checked_row, is_too_wide
from listo.core.workbooks.model import Cell
from listo.core.workbooks.number_formats import Formatter, Shown
from listo.core.workbooks.sheets_xml.styles import formatters
from listo.core.workbooks.xlsx.package import Package
from listo.core.workbooks.xlsx.sheet_xml import as_utf8, attribute, cell_at, column_number

_HEAD = 65_536
_FAR = re.compile(rb' r="(?:[A-Za-z]{2}|[A-Za-z]?\d{7})')
_NEAR_COLUMNS = 26
_FAR_ROW = re.compile(rb' r="[A-Za-z]*(\d{7,})"')
_ROW_NUMBER = re.compile(rb'<(?:[\w.-]+:)?row\s(?:[^>]*?\s)?r="(\d+)"')
# The first cell of a row that says it is in another one: calamine goes by the cell, Excel by neither.
_DISAGREEING = re.compile(
    rb"""<(?:[\w.-]+:)?row\s(?:[^>]*?\s)?r="(\d+)"[^>]*(?<!/)>\s*<(?:[\w.-]+:)?c\s(?:[^>]*?\s)?r="[A-Za-z]++(?!\1")"""
)
_COLUMN = re.compile(rb' r="([A-Za-z]{2,})\d')

_CELL = re.compile(rb"""<((?:[\w.-]+:)?)c(\s(?:[^>"']|"[^"]*"|'[^']*')*)>""")
_USUAL_CELL = re.compile(rb'<c r="([A-Z]{1,3}\d{1,7})" s="(\d+)"(?: t="n")?><v>([^<]*)</v>')
_ERROR = b' t="e"'

_COLUMNS = 16_384
_DAYS_CALAMINE_COUNTS = 100_000_000


class ExcelDetails:
    """Reads the details of one sheet after the other from an open package.

    Calling it raises what reading a damaged package raises.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts = {sheet.name: sheet.part for sheet in package.sheets()}
        self._formatters = formatters(package)
        self._numbers = _FormattedNumbers(self._formatters)
        styles = b"|".join(b"%d" % style for style in self._formatters)
        self._marks = re.compile(_ERROR + (b'| s="(?:%s)"' % styles if styles else b""))
        shared = package.related(package.main_part() or "", "sharedStrings")
        shared_part = package.member(shared) if shared else None
        if shared_part:
            _unpack(package, shared_part)
        self._cells = CellReader(package, shared_part, self._formatters)

    def __call__(self, name: str) -> Details:
        """Return what is to be known of the sheet of that name."""
        part = self._parts.get(name, "")
        if self._package.member(part) is None:
            return NOTHING
        data = as_utf8(self._package.read(part))
        # No program in use puts single quotes: what does is read the slow way.
        usual = b"='" not in data[:_HEAD] and not _DISAGREEING.search(data)
        if usual and not is_too_wide(_area(data), len(data)):
            found = self._marked(data)
            if found is not None:
                return Details(found)
        return Details(dict(self._cells.cells(data)), complete=True)

    def whole(self, name: str) -> Details:
        """Return every cell of a sheet. Raises expat.ExpatError where its XML is not well formed."""
        data = as_utf8(self._package.read(self._parts[name]))
        expat.ParserCreate().Parse(data, True)
        return Details(dict(self._cells.cells(data)), complete=True)

    def _marked(self, data: bytes) -> dict[Cell, Shown] | None:
        """Return what the cells in question read as, None where they or calamine cannot tell."""
        found: dict[Cell, Shown] = {}
        for mark in self._marks.finditer(data):
            start = data.rfind(b"<", 0, mark.start())
            usual = _USUAL_CELL.match(data, start)
            if usual:
                shown: Shown | None = self._numbers[usual[2], usual[3]]
                given: bytes | None = usual[1]
            elif tag := _CELL.match(data, start):
                given = attribute(tag[2], b"r")
                shown = self._unusual(tag, data)
            else:
                continue  # a row or a column of that style
            if given is None or (shown and _beyond_dates(shown)):
                return None
            if shown:
                found[cell_at(given)] = shown
        return found

    def _unusual(self, tag: re.Match[bytes], data: bytes) -> Shown | None:
        if tag[2].endswith(b"/"):
            return None
        end = data.find(b"</%sc" % tag[1], tag.end())
        return formatted(tag[2], data[tag.end() : end + 1], self._formatters)


class _FormattedNumbers(dict[tuple[bytes, bytes], Shown]):
    """What a number reads as by (style, digits) as they stand in the bytes, each worked out once."""

    def __init__(self, formatters: Mapping[int, Formatter]) -> None:
        super().__init__()
        self._formatters = formatters

    def __missing__(self, key: tuple[bytes, bytes]) -> Shown:
        """Work out what has not been met before."""
        style, digits = key
        shown = self[key] = self._formatters[int(style)](float(digits or 0))
        return shown


def _unpack(package: Package, member: str) -> None:
    """Go once over a member: zipfile notices where it is damaged or more than it claims."""
    with package.archive.open(member) as file:
        while file.read(1 << 20):
            pass


def _area(data: bytes) -> int:
    """Return the area that the sheet's cells span, at most: up to column Z where no cell is beyond it.

    Raises ValueError where a cell is where no sheet has one.
    """
    if not _FAR.search(data):
        return _NEAR_COLUMNS * _last_row(data)
    for row in map(int, _FAR_ROW.findall(data)):
        checked_row(row - 1)
    rows = max(map(int, _ROW_NUMBER.findall(data)), default=0)
    columns = max(map(_checked_column, set(_COLUMN.findall(data))), default=_NEAR_COLUMNS - 1)
    return max(rows, data.count(b"</row>")) * (columns + 1)


def _checked_column(letters: bytes) -> int:
    column = column_number(letters)
    if column >= _COLUMNS:
        raise ValueError(f"no such column: {letters!r}")
    return column


def _last_row(data: bytes) -> int:
    """Return the number of the last row that bears one, 0 where none does."""
    found = _ROW_NUMBER.match(data, max(0, data.rfind(b"row r=") - 1))
    last = found[1] if found else b"0"
    further = re.compile(rb' r="[A-Za-z]+(\d{%d,})"' % (len(last) + 1)).findall(data)
    return max(int(last), *map(int, further)) if further else int(last)


def _beyond_dates(shown: Shown) -> bool:
    """Say whether a number under a date's format is none that calamine can take for a date: a long id."""
    text, kind = shown
    return kind == "date" and text.isdigit() and int(text) > _DAYS_CALAMINE_COUNTS
