"""Excel's sheets (XML) as nearly all programs write them, read by splitting bytes.

The same cells stand in such a sheet again and again: what each of them reads as is worked out once. What is
written in another way, or is not sound, is refused, for slower readers to tell. Source: ECMA-376 part 1,
18.3.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from listo.core.workbooks.archive import read_member, unpacked_size
from listo.core.workbooks.model import (
    BYTES_IN_A_LIST,
    MOST_COLUMNS,
    ROWS_BETWEEN_REPORTS,
    Area,
    Cell,
    CellKind,
    Room,
    RowProgress,
    Table,
    TooLargeError,
    checked_row,
    column_number,
    drop_empty_rows,
)
from listo.core.workbooks.number_formats import ERROR_TEXTS, DisplayText, Formatter, number_text
from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS, Package, SheetPart
from listo.core.workbooks.xlsx.reader import CellReader, demand_room_for_texts, rich_text
from listo.core.workbooks.xlsx.sheet_xml import attribute, excel_decoded, merged_areas
from listo.core.workbooks.xlsx.styles import formatters

_PIECE = 131_072
"""How much is unpacked at a time: from 16 KB to 4 MB reading takes the same time, measured."""

_LONGEST_ROW = 32 << 20
"""All of Excel's columns at the usual 37 bytes a cell are 0.6 MB; texts as long as can be make it longer."""

_START, _END = b"<sheetData>", b"</sheetData>"
_EMPTY = b"<sheetData/>"
_EMPTY_ROWS = rb"(?:\s*+<row(?:\s[^<>]*)?/>)*+\s*+"
_ROW = re.compile(_EMPTY_ROWS + rb'<row r="(\d+)"[^<>]*(?<!/)>\s*')
_LAST_ROWS = re.compile(_EMPTY_ROWS + _END)

_MOST_REMEMBERED = 50_000
"""Cells of which it is kept how they read, in 11 MB; too few for a sheet take twice the time, measured."""

_LONGEST_REMEMBERED = 1_000
"""Bytes of such a cell: what is longer is seldom there twice, and 50,000 of the longest would be 1.6 GB."""

_SHEET_START = re.compile(
    rb"""(?:<\?xml\ version=["']1\.0["'](?:\ encoding=["']utf-8["'])?(?:\ standalone=["']\w+["'])?\s*\?>)?
    \s*<(?:worksheet|sst)[\s>]""",
    re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTES = re.compile(rb'(?:\s[\w:.-]+="[^"<&]*")*\s?/?')
_NUMBER = re.compile(rb"[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?")
_PLAIN_ITEM = re.compile(rb"<t>(?!\s)([^<&\r]+)(?<!\s)</t></si>\s*(?:</sst>\s*)?")
_INLINE = re.compile(rb"<is><t>(?!\s)([^<&\r]+)(?<!\s)</t></is></c>")
_OTHER_CELL = re.compile(rb"<(?:[\w.-]+:)?(?:c|row)[\s/>]")
_VALUE = re.compile(rb"<v>([^<&\r]+)</v></c>")
_LONGEST_WHOLE_NUMBER = 15
"""Digits that Excel keeps of a number; longer ones are rounded as it does."""

_Form = tuple[re.Pattern[bytes], Callable[[bytes], DisplayText]]
"""What finds the value in what a cell holds, and what tells how the value reads."""


class UnsupportedXmlError(Exception):
    """Something is not written as nearly all programs do: another reader shall tell what it is."""


def demand_known_start(data: bytes) -> None:
    """Raise UnsupportedXmlError where a part does not begin as a sheet, or the texts, in UTF-8."""
    if not _SHEET_START.match(data):
        raise UnsupportedXmlError(data[:100])


# Rows


def read_fast(path: Path, progress: RowProgress | None = None) -> tuple[Table, ...] | None:
    """Return every sheet of cells, None where they are written in another way or are damaged.

    Raises TooLargeError, and what `progress` raises.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            reader = _Reader(package, progress, Room(unpacked_size(archive)))
            tables = tuple(reader.table(sheet) for sheet in package.sheets() if sheet.has_cells)
            return tables or None  # others may find sheets where we see none
    except TooLargeError:
        raise
    except (UnsupportedXmlError, OSError, *PACKAGE_ERRORS):
        return None


class _Reader:
    """Reads one sheet after the other and tells how far it is."""

    def __init__(self, package: Package, progress: RowProgress | None, room: Room) -> None:
        self._package = package
        self._progress = progress
        self._room = room
        self._texts = CellTexts(package, room)
        self._done = 0

    def table(self, sheet: SheetPart) -> Table:
        member = self._package.member(sheet.part)
        if member is None:
            raise UnsupportedXmlError(sheet.part)
        size = self._package.archive.getinfo(member).file_size
        self._room.take_part(size)
        rows = _Rows(self._texts, self._room)
        after = bytearray()
        with self._package.archive.open(member) as file:
            for number, row in enumerate(_rows_in(file, after), 1):
                rows.add(row)
                if number % ROWS_BETWEEN_REPORTS == 0:
                    self._tell(len(rows.texts), size / file.tell())
        self._tell(len(rows.texts), 1)
        self._done += len(rows.texts)
        return rows.table(sheet, merged_areas(bytes(after)))

    def _tell(self, rows: int, share: float) -> None:
        """Tell how many rows are read, of how many if the rest of the sheet is like what is read of it."""
        if self._progress:
            self._progress(self._done + rows, self._done + max(rows, int(rows * share)))


def _rows_in(file: IO[bytes], after: bytearray) -> Iterator[bytes]:
    """Yield the rows of a sheet, each up to its closing tag; read on to the end, where the checksum is.

    What follows the rows goes to `after`, as much of it as is looked at.
    """
    rest = _after_start(file.read(_PIECE))
    while b"</row>" in rest or _END not in rest:
        *rows, rest = rest.split(b"</row>")
        yield from rows
        # As much again as there is of a long row, so that its bytes are gone over twice at most.
        piece = b"" if _END in rest else file.read(max(_PIECE, len(rest)))
        if len(rest) > _LONGEST_ROW or not (piece or _END in rest):
            raise UnsupportedXmlError("row")
        rest += piece
    if not _LAST_ROWS.match(rest):
        raise UnsupportedXmlError("end")
    after += rest
    while piece := file.read(_PIECE):
        if len(after) < _LONGEST_ROW:
            after += piece


def _after_start(data: bytes) -> bytes:
    demand_known_start(data)
    _, start, rest = data.partition(_START)
    if start:
        return rest
    if _EMPTY not in data:
        raise UnsupportedXmlError("start")
    return _END


class _Rows:
    """The rows of one sheet."""

    def __init__(self, cell_texts: CellTexts, room: Room) -> None:
        self.texts: list[list[str]] = []
        self._kinds: dict[Cell, CellKind] = {}
        self._cell_texts = cell_texts
        self._columns = _Columns()
        self._left_out = _LeftOut()
        self._next_tag = b'<row r="%d">'
        self._room = room

    def add(self, row: bytes) -> None:
        """Add the next row. Raises UnsupportedXmlError, and what reading a damaged package raises."""
        tag, *cells = row.split(b'<c r="')
        number = len(self.texts) + 1
        if tag != self._next_tag % number:
            number = self._number_in(tag)
            self._room.take(number - 1 - len(self.texts), BYTES_IN_A_LIST)
            self.texts += [[]] * (number - 1 - len(self.texts))  # the same one: nobody writes into rows
        self.texts.append(self._texts_of(cells, b"%d" % number))
        if self._cell_texts.any_marked:
            self._note_kinds(number - 1, cells)

    def _number_in(self, tag: bytes) -> int:
        """Return the number of a row, and expect the tags of the next ones to be like this one."""
        found = _ROW.fullmatch(tag)
        number = 1 + checked_row(int(found[1]) - 1) if found else 0
        if number <= len(self.texts):
            raise UnsupportedXmlError(tag)
        if tag.startswith(b'<row r="%d"' % number) and b"%" not in tag:
            self._next_tag = tag.replace(b'"%d"' % number, b'"%d"', 1)
        return number

    def _texts_of(self, cells: list[bytes], row: bytes) -> list[str]:
        after = row + b'"'
        width = 1 + len(after)
        letters = b"".join([cell[:width] for cell in cells]).replace(after, b"")
        left_out = self._left_out[letters] if len(letters) == len(cells) else None
        if left_out is None:
            return self._one_by_one(cells, row)
        cell_texts = self._cell_texts
        texts = [cell_texts[cell[width:]] for cell in cells]
        for column in left_out:
            texts.insert(column, "")
        return texts

    def _one_by_one(self, cells: list[bytes], row: bytes) -> list[str]:
        texts: list[str] = []
        letters = -len(row)
        for cell in cells:
            place, _, content = cell.partition(b'"')
            column = self._columns[place[:letters]]
            if column != len(texts):
                texts += self._nothing(column - len(texts))
            if place[letters:] != row:
                raise UnsupportedXmlError(place)
            texts.append(self._cell_texts[content])
        return texts

    def _nothing(self, cells: int) -> list[str]:
        """Return the texts of so many cells that are left out."""
        if cells < 0:
            raise UnsupportedXmlError(cells)
        self._room.take(cells, BYTES_IN_A_LIST)
        return [""] * cells

    def _note_kinds(self, number: int, cells: list[bytes]) -> None:
        self._cell_texts.any_marked = False
        for cell in cells:
            place, _, content = cell.partition(b'"')
            if content in self._cell_texts.marked:
                column = self._columns[place.rstrip(b"0123456789")]
                self._kinds[Cell(number, column)] = self._cell_texts.marked[content][1]

    def table(self, sheet: SheetPart, merged: Sequence[Area]) -> Table:
        """Return the rows as the sheet that they are."""
        drop_empty_rows(self.texts, self._kinds)
        return Table(sheet.name, self.texts, self._kinds, sheet.hidden, merged)


class _LeftOut(dict[bytes, Sequence[int] | None]):
    """The columns that a row leaves out, by the letters of those that it has; None unless each has one."""

    def __missing__(self, letters: bytes) -> Sequence[int] | None:
        """Work out what has not been met before."""
        if not (letters.isalpha() and letters.isupper()):
            return None  # and not kept: there may be as many such as rows
        columns = [letter - ord("A") for letter in letters]
        if columns != sorted(set(columns)):
            raise UnsupportedXmlError(letters)
        self[letters] = left_out = sorted({*range(columns[-1])} - {*columns})
        return left_out


class _Columns(dict[bytes, int]):
    """The columns by their letters."""

    def __missing__(self, letters: bytes) -> int:
        """Work out what has not been met before."""
        column = column_number(letters)
        if not (letters.isalpha() and letters.isupper() and column < MOST_COLUMNS):
            raise UnsupportedXmlError(letters)
        self[letters] = column
        return column


# Cells


class CellTexts(dict[bytes, str]):
    """What cells read as, by all that stands after their place: ` s="3" t="s"><v>12</v></c>`.

    Looking one up raises UnsupportedXmlError and what reading a damaged package raises.
    """

    def __init__(self, package: Package, room: Room) -> None:
        super().__init__()
        self.marked: dict[bytes, tuple[str, CellKind]] = {}
        """The cells met that are errors or dates."""
        self.any_marked = False
        """Whether one of these was looked up; for the caller to set back."""
        self._formatters = formatters(package)
        self._forms: dict[bytes, _Form] = {}
        shared = package.related(package.main_part() or "", "sharedStrings")
        part = package.member(shared) if shared else None
        self._shared = _SharedTexts(read_member(package.archive, part)) if part else {}
        self._cells = CellReader(package, part, self._formatters, room)

    def __missing__(self, key: bytes) -> str:
        """Read a cell that has not been met before, or is not plain."""
        if key in self.marked:
            self.any_marked = True
            return self.marked[key][0]
        attributes, _, content = key.partition(b">")
        usual, shown = self._forms.get(attributes) or self._form(attributes)
        found = usual.fullmatch(content)
        text, kind = shown(found[1]) if found else self._read_whole(attributes, content.rstrip())
        if kind:
            self.any_marked = True
            self.marked[key] = (text, kind)
            return text
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        if len(key) <= _LONGEST_REMEMBERED:
            self[key] = text
        return text

    def _form(self, attributes: bytes) -> _Form:
        """Return how cells of those attributes are usually written."""
        if not _ATTRIBUTES.fullmatch(attributes):
            raise UnsupportedXmlError(attributes)
        kind = attribute(attributes, b"t") or b"n"
        if kind not in _KINDS:
            raise UnsupportedXmlError(kind)
        formatter = self._formatters.get(int(attribute(attributes, b"s") or 0))
        shown = _KINDS[kind]
        if kind == b"s":
            shown = self._shared_string
        if kind == b"n" and formatter:
            shown = _formatted(formatter)
        self._forms[attributes] = (_INLINE if kind == b"inlineStr" else _VALUE, shown)
        return self._forms[attributes]

    def _shared_string(self, value: bytes) -> DisplayText:
        return _plain(self._shared[int(value)])

    def _read_whole(self, attributes: bytes, content: bytes) -> DisplayText:
        """Read a cell that holds something else too: a formula, parts of text, escapes; or nothing."""
        if attributes.endswith(b"/"):
            attributes, content = attributes[:-1], content + b"</c>"
        other = b"<!" in content or _OTHER_CELL.search(content)
        if other or (b"<is>" in content and b"inlineStr" not in attributes):
            raise UnsupportedXmlError(content)
        expat.ParserCreate().Parse(b"<c%s>%s" % (attributes, content), True)
        return self._cells.shown(attributes, content.removesuffix(b"</c>"))


class _SharedTexts(dict[int, str]):
    """The texts that cells share, by number; each is read when it is first asked for."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        demand_known_start(data)
        if b"<si " in data or b"<si/" in data or b"<!" in data:
            raise UnsupportedXmlError("si")
        demand_room_for_texts(data.count(b"<si>"), len(data))
        self._items = data.split(b"<si>")

    def __missing__(self, number: int) -> str:
        """Read a text for the first time. Raises LookupError where there is none."""
        item = self._items[number + 1]
        found = _PLAIN_ITEM.fullmatch(item)
        self[number] = text = excel_decoded(found[1].decode()) if found else _rich(item)
        return text


def _rich(item: bytes) -> str:
    """Return a text of several parts, or with escapes."""
    return rich_text(ElementTree.fromstring(b"<si>" + item[: item.rindex(b"</si>")] + b"</si>"))


def _plain(text: str) -> DisplayText:
    return text, "error" if text in ERROR_TEXTS else None


def _string(value: bytes) -> DisplayText:
    text = value.decode()
    return _plain(excel_decoded(text) if "_x" in text else text)


def _number(value: bytes) -> DisplayText:
    if value.isdigit() and len(value) <= _LONGEST_WHOLE_NUMBER and not value.startswith(b"0"):
        return value.decode(), None
    return number_text(_float(value)), None


def _float(value: bytes) -> float:
    if not _NUMBER.fullmatch(value):
        raise UnsupportedXmlError(value)
    return float(value)


def _formatted(formatter: Formatter) -> Callable[[bytes], DisplayText]:
    return lambda value: formatter(_float(value))


def _truth(value: bytes) -> DisplayText:
    return "FALSE" if value in (b"0", b"false") else "TRUE", None


def _error(value: bytes) -> DisplayText:
    return value.decode(), "error"


_KINDS: Mapping[bytes, Callable[[bytes], DisplayText]] = {
    b"inlineStr": _string,
    b"str": _string,
    b"s": _string,
    b"n": _number,
    b"b": _truth,
    b"e": _error,
}
"""What tells how a value reads, by the kind of the cell."""
