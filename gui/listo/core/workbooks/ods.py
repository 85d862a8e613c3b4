"""What calamine leaves out of an OpenDocument spreadsheet: errors, and the formats of numbers.

These files store how each cell was shown, by the custom of the machine that wrote them.
Source: OASIS OpenDocument 1.3, part 3, 9.1 and 19.385.
"""

from __future__ import annotations

import re
import zipfile
from xml.parsers import expat

from listo.core.workbooks.model import Cell, Room, TooLargeError, checked_row
from listo.core.workbooks.number_formats import NO_FORMATS, CellFormats, DisplayText, number_text

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_EXTENDED_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"

_CELLS = frozenset((f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))
_DECIMAL = re.compile(r"-?\d+(?:[.,]\d+)?")
_MOST_REPEATED = 2_000
"""How many rows or cells of one content are told of: more is nobody's work by hand."""

_MOST_REPEATS = 250_000
"""How many cells of a file are told of only as repeats: 110 MB of them, measured at 450 bytes a cell."""

_MOST_MARKED = 2 << 20
"""How many repeats of dates and errors are read: two columns of all of Excel's rows."""

_BYTES_OF_A_MARK = 280
"""What each of them takes, measured."""

_ELEMENTS_OF_A_CELL = 4
"""Elements that take as long as a cell looked at by itself."""


class OdsCellFormats:
    """The formats of every sheet, read at once. Raises what reading a damaged package raises."""

    def __init__(self, archive: zipfile.ZipFile, room: Room) -> None:
        reader = _ContentReader(room)
        with archive.open("content.xml") as content:
            reader.parser.ParseFile(content)
        self._sheets = reader.sheets

    def __call__(self, name: str) -> CellFormats:
        """Return what is to be known of the sheet of that name."""
        return self._sheets.get(name, NO_FORMATS)


class _ContentReader:
    def __init__(self, room: Room) -> None:
        self._room = room
        self._elements = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.sheets: dict[str, CellFormats] = {}
        self._name = ""
        self._shown: dict[Cell, DisplayText] = {}
        self._row = self._column = self._last_row = self._last_column = 0
        self._row_repeated = 1
        self._repeats = 0
        self._cell: dict[str, str] = {}
        self._paragraphs: list[str] = []
        self._in_note = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements % _ELEMENTS_OF_A_CELL == 0:
            self._room.take_cells(1)
        if name in _CELLS:
            self._cell, self._paragraphs = attributes, []
        elif name == f"{_TEXT}p":
            self._paragraphs.append("")  # from here on, what comes is the cell's text
        elif name == f"{_TABLE}table-row":
            self._column = 0
            self._row_repeated = _repeated(attributes, "rows")
        elif name == f"{_OFFICE}annotation":
            self._in_note += 1
        elif name == f"{_TABLE}table":
            self._name = attributes.get(f"{_TABLE}name", "")
            self._shown = {}
            self._row = self._last_row = self._last_column = 0

    def _end(self, name: str) -> None:
        if name in _CELLS:
            self._end_cell()
        elif name == f"{_TABLE}table-row":
            self._row += self._row_repeated
        elif name == f"{_OFFICE}annotation":
            self._in_note -= 1
        elif name == f"{_TABLE}table":
            self._room.take(self._last_row * self._last_column)
            self.sheets[self._name] = CellFormats(self._shown)

    def _characters(self, text: str) -> None:
        if self._paragraphs and not self._in_note:
            self._paragraphs.append(text)

    def _end_cell(self) -> None:
        repeated = _repeated(self._cell, "columns")
        if f"{_OFFICE}value-type" in self._cell:
            self._last_row = checked_row(self._row + self._row_repeated - 1) + 1
            self._last_column = max(self._last_column, self._column + repeated)
            if shown := _shown(self._cell, "".join(self._paragraphs)):
                self._keep(shown, repeated)
        self._column += repeated

    def _keep(self, shown: DisplayText, columns: int) -> None:
        self._repeats += self._row_repeated * columns - 1
        if shown[1] and self._repeats > _MOST_MARKED:
            raise TooLargeError(_BYTES_OF_A_MARK * self._repeats)
        is_told = self._repeats <= _MOST_REPEATS
        rows = min(self._row_repeated, _MOST_REPEATED) if is_told else 1
        columns = min(columns, _MOST_REPEATED) if is_told else 1
        for row in range(self._row, self._row + rows):
            for column in range(self._column, self._column + columns):
                self._shown[Cell(row, column)] = shown


def _repeated(attributes: dict[str, str], what: str) -> int:
    """Return how often a row or cell stands there. Raises ValueError where that is no number of times."""
    times = int(attributes.get(f"{_TABLE}number-{what}-repeated", "1"))
    if times < 0:
        raise ValueError(f"repeated {times} times")
    return times


def _shown(attributes: dict[str, str], text: str) -> DisplayText | None:
    """Return what a cell reads as, None where its value tells that as well."""
    if attributes.get(_EXTENDED_TYPE) == "error":
        return text, "error"
    kind = attributes[f"{_OFFICE}value-type"]
    if kind in ("date", "time"):
        return (text, "date") if text else None
    if kind == "percentage" and text:
        return text.replace(",", "."), None
    return _formatted(text, attributes.get(f"{_OFFICE}value", "")) if kind == "float" else None


def _formatted(text: str, value: str) -> DisplayText | None:
    """Take the text where it is the number itself, with zeros in front or behind."""
    plain = text.replace(",", ".")
    if not value or not _DECIMAL.fullmatch(text) or float(plain) != float(value):
        return None
    return (plain, None) if plain != number_text(float(value)) else None
