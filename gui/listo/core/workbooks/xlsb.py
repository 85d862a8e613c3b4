"""What calamine leaves out of a binary Excel workbook (xlsb): errors, and the formats of numbers.

Source: Microsoft's open specification [MS-XLSB], 2.1.4 (records) and 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from listo.core.workbooks.model import Cell, Room, checked_row
from listo.core.workbooks.number_formats import (
    BUILT_IN,
    NO_FORMATS,
    CellFormats,
    DisplayText,
    Formatter,
    formatter,
    is_general,
)
from listo.core.workbooks.xls import RECORDS_OF_A_CELL, error_text, packed_number
from listo.core.workbooks.xlsx.package import Package

# The kinds of records. Source: [MS-XLSB], 2.3.2.
_ROW, _RK, _ERROR, _REAL, _FORMULA_NUMBER, _FORMULA_ERROR = 0, 2, 3, 5, 9, 11
_FIRST_OTHER = 20  # the kinds below are rows and cells
_SHIFTS = (0, 7, 14, 21)
"""A record's size stands in at most four bytes, seven bits in each. Source: [MS-XLSB], 2.1.4."""

_SHEET, _WORKBOOK_PROPERTIES = 156, 153
_FORMAT, _XF, _STYLES_BEGIN, _STYLES_END = 44, 47, 617, 618


class XlsbCellFormats:
    """Reads the formats of one sheet after the other from an open package.

    Calling it raises what reading a damaged package raises.
    """

    def __init__(self, package: Package, room: Room) -> None:
        self._package = package
        self._room = room
        self._main = package.main_part() or ""
        self._parts = {relation.id: relation.part for relation in package.relations(self._main)}
        self._sheets: dict[str, str] = {}
        self._from_1904 = False
        self._read_workbook()
        self._formatters = dict(self._special())

    def __call__(self, name: str) -> CellFormats:
        """Return what is to be known of the sheet of that name."""
        part = self._sheets.get(name, "")
        if self._package.member(part) is None:
            return NO_FORMATS
        data = self._package.read(part)
        self._room.take_part(len(data))
        return self._formats(data)

    def _read_workbook(self) -> None:
        for kind, content in self._records(self._package.read_small(self._main)):
            if kind == _SHEET:
                relation, after = _string(content, 8)
                # A sheet that leads nowhere is damage: calamine would stop with a fault of its own.
                self._sheets[_string(content, after)[0]] = self._parts[relation]
            elif kind == _WORKBOOK_PROPERTIES:
                self._from_1904 = bool(content[0] & 1)

    def _special(self) -> Iterator[tuple[int, Formatter]]:
        part = self._package.related(self._main, "styles")
        if part is None or self._package.member(part) is None:
            return
        for style, code in enumerate(self._style_codes(self._package.read_small(part))):
            if not is_general(code):
                yield style, formatter(code, self._from_1904)

    def _formats(self, data: bytes) -> CellFormats:
        found: dict[Cell, DisplayText] = {}
        row = rows = columns = 0
        for kind, content in self._records(data):
            if kind == _ROW:
                row = checked_row(struct.unpack_from("<I", content)[0])
                rows = max(rows, row + 1)
            elif kind < _FIRST_OTHER:
                column, style = struct.unpack_from("<II", content)
                columns = max(columns, column + 1)
                if shown := self._shown(kind, content, style & 0xFFFFFF):
                    found[Cell(row, column)] = shown
        self._room.take(rows * columns)
        return CellFormats(found)

    def _shown(self, kind: int, content: bytes, style: int) -> DisplayText | None:
        if kind in (_ERROR, _FORMULA_ERROR):
            return error_text(content[8]), "error"
        form = self._formatters.get(style)
        if form is None:
            return None
        if kind == _RK:
            return form(packed_number(struct.unpack_from("<I", content, 8)[0]))
        return form(struct.unpack_from("<d", content, 8)[0]) if kind in (_REAL, _FORMULA_NUMBER) else None

    def _style_codes(self, data: bytes) -> list[str]:
        codes = dict(BUILT_IN)
        styles: list[str] = []
        of_cells = False
        for kind, content in self._records(data):
            if kind == _FORMAT:
                codes[struct.unpack_from("<H", content)[0]] = _string(content, 2)[0]
            elif kind in (_STYLES_BEGIN, _STYLES_END):
                of_cells = kind == _STYLES_BEGIN
            elif kind == _XF and of_cells:
                styles.append(codes.get(struct.unpack_from("<H", content, 2)[0], "General"))
        return styles

    def _records(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        at = number = 0
        while at < len(data):
            number += 1
            if number % RECORDS_OF_A_CELL == 0:
                self._room.take_cells(1)
            kind = data[at]
            at += 1
            if kind & 0x80:
                kind = kind & 0x7F | data[at] << 7
                at += 1
            size = 0
            for shift in _SHIFTS:
                size |= (data[at] & 0x7F) << shift
                at += 1
                if not data[at - 1] & 0x80:
                    break
            yield kind, data[at : at + size]
            at += size


def _string(content: bytes, at: int) -> tuple[str, int]:
    """Return the text that begins at `at`, and where it ends."""
    (length,) = struct.unpack_from("<I", content, at)
    end = at + 4 + length * 2
    return content[at + 4 : end].decode("utf-16-le"), end
