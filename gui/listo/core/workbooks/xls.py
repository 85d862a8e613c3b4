"""What calamine leaves out of an Excel 97-2003 workbook: errors, and the formats of numbers.

Source: Microsoft's open specification [MS-XLS], 2.4 (records), and Excel 5's older form of the same.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from listo.core.errors import InputError
from listo.core.workbooks.archive import DamagedError, read_stream
from listo.core.workbooks.model import Cell, Room
from listo.core.workbooks.number_formats import (
    BUILT_IN,
    NO_FORMATS,
    CellFormats,
    DisplayText,
    Formatter,
    formatter,
    is_general,
)

# The kinds of records. Source: [MS-XLS], 2.3.2.
_BOF, _EOF = 0x0809, 0x000A
_BOUND_SHEET, _FORMAT, _XF, _DATE_MODE, _FILE_PASS = 0x0085, 0x041E, 0x00E0, 0x0022, 0x002F
_FORMULA, _BOOL_ERR, _NUMBER, _RK, _MUL_RK = 0x0006, 0x0205, 0x0203, 0x027E, 0x00BD
_LABEL, _RICH_LABEL, _SHARED_LABEL = 0x0204, 0x00D6, 0x00FD
_CELLS = frozenset((_FORMULA, _BOOL_ERR, _NUMBER, _RK, _MUL_RK, _LABEL, _RICH_LABEL, _SHARED_LABEL))
_DIMENSIONS, _SHARED_TEXTS = 0x0200, 0x00FC

_ROWS, _COLUMNS = 65536, 256
"""What a sheet of Excel 97's holds. Source: [MS-XLS], Rw and Col."""

_BYTES_OF_A_TEXT = 3
"""Of a shared text, the least: its length, and what it is. Source: [MS-XLS], XLUnicodeRichExtendedString."""

_EXCEL_97 = 0x0600
"""The version that the beginning of a workbook names; Excel 5 and 95 have 0x0500. Source: [MS-XLS], BOF."""

RECORDS_OF_A_CELL = 4
"""Records that take as long as a cell looked at by itself."""

_HEAD = struct.Struct("<HH")
_CELL = struct.Struct("<HHH")

Content = tuple[Cell, int, float | str]
"""A cell, its style, and its number or the text of its error."""

# Source: [MS-XLS], BErr.
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


class XlsCellFormats:
    """The formats of every sheet, read at once.

    Raises OSError, InputError (file-encrypted), and where the file is damaged compound.DamagedError,
    struct.error, IndexError or ValueError.
    """

    def __init__(self, path: Path, room: Room) -> None:
        self._room = room
        self._data = read_stream(path, "workbook", "book")
        self._excel_97 = struct.unpack_from("<H", self._data, 4)[0] == _EXCEL_97
        self._sheets: dict[str, int] = {}
        self._codes = dict(BUILT_IN)
        self._styles: list[int] = []
        self._from_1904 = False
        for kind, start, end in self._records(0):
            if kind == _FILE_PASS:
                raise InputError("file-encrypted", file=path.name)
            if note := self._notes.get(kind):
                note(self, self._data[start:end])
        self._formatters = self._special()
        self._formats = {name: self._read(start) for name, start in self._sheets.items()}

    def __call__(self, name: str) -> CellFormats:
        """Return what is to be known of the sheet of that name."""
        return self._formats.get(name, NO_FORMATS)

    def _read(self, start: int) -> CellFormats:
        found: dict[Cell, DisplayText] = {}
        self._rows = self._columns = 0
        for cell, style, value in self._contents(start):
            if isinstance(value, str):
                found[cell] = (value, "error")
            elif form := self._formatters.get(style):
                found[cell] = form(value)
        self._room.take(self._rows * self._columns)
        return CellFormats(found)

    def _records(self, start: int) -> Iterator[tuple[int, int, int]]:
        """Yield kind, start and end of each record up to the end of what begins at `start`."""
        depth = 0
        for number in count(1):
            if number % RECORDS_OF_A_CELL == 0:
                self._room.take_cells(1)
            kind, size = _HEAD.unpack_from(self._data, start)
            start += _HEAD.size
            depth += (kind == _BOF) - (kind == _EOF)  # charts stand inside sheets, with a beginning and end
            if depth <= 0:
                return
            if depth == 1:
                yield kind, start, start + size
            start += size

    # What holds for the whole workbook

    def _note_sheet(self, record: bytes) -> None:
        (start,) = struct.unpack_from("<I", record)
        self._sheets[self._string(record[6:], 1)] = start

    def _note_format(self, record: bytes) -> None:
        (number,) = struct.unpack_from("<H", record)
        self._codes[number] = self._string(record[2:], 2 if self._excel_97 else 1)

    def _note_style(self, record: bytes) -> None:
        self._styles.append(struct.unpack_from("<H", record, 2)[0])

    def _note_dates(self, record: bytes) -> None:
        self._from_1904 = record[:1] == b"\1"

    def _refuse_too_many(self, record: bytes) -> None:
        """Raise DamagedError for more texts than the file has room for: calamine would make room first."""
        if struct.unpack_from("<I", record, 4)[0] * _BYTES_OF_A_TEXT > len(self._data):
            raise DamagedError("number of texts")

    _notes: Mapping[int, Callable[[XlsCellFormats, bytes], None]] = {
        _BOUND_SHEET: _note_sheet,
        _FORMAT: _note_format,
        _XF: _note_style,
        _DATE_MODE: _note_dates,
        _SHARED_TEXTS: _refuse_too_many,
    }

    def _string(self, data: bytes, length_size: int) -> str:
        length = int.from_bytes(data[:length_size], "little")
        if not self._excel_97:
            return data[length_size : length_size + length].decode("cp1252", "replace")
        wide = data[length_size] & 1
        text = data[length_size + 1 :][: length * 2 if wide else length]
        return text.decode("utf-16-le" if wide else "latin-1")

    def _special(self) -> dict[int, Formatter]:
        codes = ((style, self._codes.get(number, "General")) for style, number in enumerate(self._styles))
        return {style: formatter(code, self._from_1904) for style, code in codes if not is_general(code)}

    # What holds for a cell

    def _contents(self, start: int) -> Iterator[Content]:
        data = self._data
        for kind, at, end in self._records(start):
            if kind == _DIMENSIONS:
                self._refuse_impossible(data[at:end])
            if kind in _CELLS:
                self._stretch(*_CELL.unpack_from(data, at)[:2])
            if kind == _NUMBER:
                row, column, style = _CELL.unpack_from(data, at)
                yield Cell(row, column), style, struct.unpack_from("<d", data, at + 6)[0]
            elif kind == _RK:
                row, column, style = _CELL.unpack_from(data, at)
                yield Cell(row, column), style, packed_number(struct.unpack_from("<I", data, at + 6)[0])
            elif kind == _MUL_RK:
                yield from self._many(at, end)
            elif kind == _BOOL_ERR and data[at + 7]:
                row, column, style = _CELL.unpack_from(data, at)
                yield Cell(row, column), style, error_text(data[at + 6])
            elif kind == _FORMULA:
                yield from self._result(at)

    def _stretch(self, row: int, column: int) -> None:
        """Raise DamagedError for a column that no sheet has: calamine would make room for all up to there."""
        if column >= _COLUMNS:
            raise DamagedError("no such column")
        self._rows = max(self._rows, row + 1)
        self._columns = max(self._columns, column + 1)

    def _refuse_impossible(self, record: bytes) -> None:
        """Raise DamagedError for an extent that no sheet has: calamine would set memory aside for it."""
        rows = 8 if self._excel_97 else 4
        first, last = struct.unpack_from("<II" if self._excel_97 else "<HH", record)
        left, right = struct.unpack_from("<HH", record, rows)
        if not (first <= last <= _ROWS and left <= right <= _COLUMNS):
            raise DamagedError("extent of a sheet")

    def _many(self, at: int, end: int) -> Iterator[Content]:
        row, first = struct.unpack_from("<HH", self._data, at)
        places = range(at + 4, end - 2, 6)
        self._stretch(row, first + max(0, len(places) - 1))
        for column, place in enumerate(places, first):
            style, packed = struct.unpack_from("<HI", self._data, place)
            yield Cell(row, column), style, packed_number(packed)

    def _result(self, at: int) -> Iterator[Content]:
        row, column, style = _CELL.unpack_from(self._data, at)
        result = self._data[at + 6 : at + 14]
        if result[6:] != b"\xff\xff":
            yield Cell(row, column), style, struct.unpack("<d", result)[0]
        elif result[0] == 2:
            yield Cell(row, column), style, error_text(result[2])


# What the younger binary format (xlsb) writes in the same way


def error_text(code: int) -> str:
    """Return what Excel shows for an error of that code; `#UNKNOWN!` for one that came later than this."""
    return _ERRORS.get(code, "#UNKNOWN!")


def packed_number(packed: int) -> float:
    """Return the number in 32 bits: 30 of a whole or of a floating-point one, perhaps in hundredths."""
    bits = packed & ~3
    if packed & 2:
        value = float((bits - (1 << 32) if bits >> 31 else bits) >> 2)
    else:
        value = struct.unpack("<d", struct.pack("<II", 0, bits))[0]
    return value / 100 if packed & 1 else value
