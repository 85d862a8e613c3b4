"""Excel's sheets (XML) as nearly all programs write them, read by splitting bytes.

The same cells stand in such a sheet again and again: what each of them reads as is worked out once. What is
written in another way, or is not sound, is refused, for slower readers to tell. Source: ECMA-376 part 1,
18.3.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

from listo.core.workbooks.details.usual_cells import CellTexts, UnusualError, demand_usual_start
from listo.core.workbooks.detect import PACKAGE_ERRORS
from listo.core.workbooks.limits import checked_row, is_too_wide
from listo.core.workbooks.model import Cell, CellKind, Table
from listo.core.workbooks.xlsx.package import Package, SheetPart
from listo.core.workbooks.xlsx.sheet_xml import column_number

Progress = Callable[[int, int], None]

_PIECE = 131_072
_LONGEST_ROW = 32 << 20
_STEP = 2_000
_START, _END = b"<sheetData>", b"</sheetData>"
_EMPTY = b"<sheetData/>"
_EMPTY_ROWS = rb"(?:\s*+<row(?:\s[^<>]*)?/>)*+\s*+"
_ROW = re.compile(_EMPTY_ROWS + rb'<row r="(\d+)"[^<>]*(?<!/)>\s*')
_LAST_ROWS = re.compile(_EMPTY_ROWS + _END)
_COLUMNS = 16_384


def read_usual(path: Path, progress: Progress | None = None) -> tuple[Table, ...] | None:
    """Return every sheet of cells, None where they are written in another way or are damaged.

    Raises what `progress` raises.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            reader = _Reader(package, progress)
            return tuple(reader.table(sheet) for sheet in package.sheets() if sheet.has_cells)
    except (UnusualError, OSError, *PACKAGE_ERRORS):
        return None


class _Reader:
    """Reads one sheet after the other and tells how far it is."""

    def __init__(self, package: Package, progress: Progress | None) -> None:
        self._package = package
        self._progress = progress
        self._texts = CellTexts(package)
        self._done = 0

    def table(self, sheet: SheetPart) -> Table:
        member = self._package.member(sheet.part)
        if member is None:
            raise UnusualError(sheet.part)
        size = self._package.archive.getinfo(member).file_size
        rows = _Rows(self._texts, size)
        with self._package.archive.open(member) as file:
            for number, row in enumerate(_rows_in(file), 1):
                rows.add(row)
                if number % _STEP == 0:
                    self._tell(len(rows.texts), size / file.tell())
        self._tell(len(rows.texts), 1)
        self._done += len(rows.texts)
        return rows.table(sheet)

    def _tell(self, rows: int, share: float) -> None:
        """Tell how many rows are read, of how many if the rest of the sheet is like what is read of it."""
        if self._progress:
            self._progress(self._done + rows, self._done + max(rows, int(rows * share)))


def _rows_in(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the rows of a sheet, each up to its closing tag; read on to the end, where the checksum is."""
    rest = _after_start(file.read(_PIECE))
    while b"</row>" in rest or _END not in rest:
        *rows, rest = rest.split(b"</row>")
        yield from rows
        piece = b"" if _END in rest else file.read(_PIECE)
        if len(rest) > _LONGEST_ROW or not (piece or _END in rest):
            raise UnusualError("row")
        rest += piece
    if not _LAST_ROWS.match(rest):
        raise UnusualError("end")
    while file.read(_PIECE):
        pass


def _after_start(data: bytes) -> bytes:
    demand_usual_start(data)
    _, start, rest = data.partition(_START)
    if start:
        return rest
    if _EMPTY not in data:
        raise UnusualError("start")
    return _END


class _Rows:
    """The rows of one sheet, which is stored in `size` bytes."""

    def __init__(self, cell_texts: CellTexts, size: int) -> None:
        self.texts: list[list[str]] = []
        self._kinds: dict[Cell, CellKind] = {}
        self._cell_texts = cell_texts
        self._columns = _Columns()
        self._left_out = _LeftOut()
        self._next_tag = b'<row r="%d">'
        self._size = size
        self._gaps = 0

    def add(self, row: bytes) -> None:
        """Add the next row. Raises UnusualError, and what reading a damaged package raises."""
        tag, *cells = row.split(b'<c r="')
        number = len(self.texts) + 1
        if tag != self._next_tag % number:
            number = self._number_in(tag)
            self.texts += [[]] * (number - 1 - len(self.texts))  # the same one: nobody writes into rows
        self.texts.append(self._texts_of(cells, b"%d" % number))
        if self._cell_texts.any_marked:
            self._note_kinds(number - 1, cells)

    def _number_in(self, tag: bytes) -> int:
        """Return the number of a row, and expect the tags of the next ones to be like this one."""
        found = _ROW.fullmatch(tag)
        number = 1 + checked_row(int(found[1]) - 1) if found else 0
        if number <= len(self.texts):
            raise UnusualError(tag)
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
                raise UnusualError(place)
            texts.append(self._cell_texts[content])
        return texts

    def _nothing(self, cells: int) -> list[str]:
        """Return the texts of so many cells that are left out."""
        self._gaps += cells
        if cells < 0 or is_too_wide(self._gaps, self._size):
            raise UnusualError(cells)
        return [""] * cells

    def _note_kinds(self, number: int, cells: list[bytes]) -> None:
        self._cell_texts.any_marked = False
        for cell in cells:
            place, _, content = cell.partition(b'"')
            if content in self._cell_texts.marked:
                column = self._columns[place.rstrip(b"0123456789")]
                self._kinds[Cell(number, column)] = self._cell_texts.marked[content][1]

    def table(self, sheet: SheetPart) -> Table:
        """Return the rows as the sheet that they are."""
        while self.texts and not any(self.texts[-1]):
            self.texts.pop()
        return Table(sheet.name, self.texts, self._kinds, sheet.hidden)


class _LeftOut(dict[bytes, Sequence[int] | None]):
    """The columns that a row leaves out, by the letters of those that it has; None unless each has one."""

    def __missing__(self, letters: bytes) -> Sequence[int] | None:
        """Work out what has not been met before."""
        if not (letters.isalpha() and letters.isupper()):
            return None  # and not kept: there may be as many such as rows
        columns = [letter - ord("A") for letter in letters]
        if columns != sorted(set(columns)):
            raise UnusualError(letters)
        self[letters] = left_out = sorted({*range(columns[-1])} - {*columns})
        return left_out


class _Columns(dict[bytes, int]):
    """The columns by their letters."""

    def __missing__(self, letters: bytes) -> int:
        """Work out what has not been met before."""
        column = column_number(letters)
        if not (letters.isalpha() and letters.isupper() and column < _COLUMNS):
            raise UnusualError(letters)
        self[letters] = column
        return column
