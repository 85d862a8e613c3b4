"""Spreadsheet files of every make, read by calamine and put right where calamine leaves something out."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from listo.core.errors import InputError
from listo.core.workbooks.archive import DamagedError, demand_true_sizes, unpacked_size
from listo.core.workbooks.model import (
    BYTES_IN_A_LIST,
    ROWS_BETWEEN_REPORTS,
    Cell,
    CellKind,
    Format,
    Room,
    RowProgress,
    Table,
    TooLargeError,
    Workbook,
    drop_empty_rows,
    too_large,
)
from listo.core.workbooks.number_formats import CellFormats, CellValue, DisplayTexts, ReadCellFormats
from listo.core.workbooks.ods import OdsCellFormats
from listo.core.workbooks.xls import XlsCellFormats
from listo.core.workbooks.xlsb import XlsbCellFormats
from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS, Package
from listo.core.workbooks.xlsx.reader import XlsxCellFormats

_STANDARD_ERROR = 2
"""Its number, in every system. Source: POSIX, STDERR_FILENO."""

_BYTES_OF_A_ROW = 64
"""What an empty row of ours takes: a list of 56 bytes, and its place in one."""

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata


def read_spreadsheet(path: Path, format_: Format, progress: RowProgress | None = None) -> Workbook:
    """Return every sheet of cells in the file. Raises InputError, OSError and what `progress` raises."""
    try:
        tables = _read_by_calamine(path, format_, progress)
    except InputError as error:
        if format_ != "xlsx" or error.code != "file-damaged":
            raise
        tables = _read_by_cell(path)  # calamine gives up where Excel does not
    return Workbook(path, format_, tables)


def _read_by_calamine(path: Path, format_: Format, progress: RowProgress | None) -> tuple[Table, ...]:
    from python_calamine import CalamineWorkbook

    with (
        _as_input_errors(path),
        open_cell_formats(path, format_) as (formats, room),
        path.open("rb") as file,  # from a path, calamine would go by the suffix
        CalamineWorkbook.from_filelike(file) as book,
    ):
        reader = _Reader(progress, room)
        sheets = filter(_has_cells, book.sheets_metadata)
        return tuple(reader.table(book, sheet, formats(sheet.name)) for sheet in sheets)


def _read_by_cell(path: Path) -> tuple[Table, ...]:
    with _as_input_errors(path), zipfile.ZipFile(path) as archive:
        package, room = Package(archive), Room(unpacked_size(archive))
        formats = XlsxCellFormats(package, room)
        sheets = [sheet for sheet in package.sheets() if sheet.has_cells]
        return tuple(
            _table(sheet.name, [], {}, formats.whole(sheet.name), sheet.hidden, room) for sheet in sheets
        )


def sheet_values(path: Path) -> Iterator[list[list[CellValue]]]:
    """Yield the values of every sheet of cells as calamine has them. Raises InputError and OSError."""
    from python_calamine import CalamineWorkbook

    with _as_input_errors(path), path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
        for sheet in book.sheets_metadata:
            if _has_cells(sheet):
                yield list(whole_rows(book.get_sheet_by_name(sheet.name)))


@contextmanager
def open_cell_formats(path: Path, format_: Format) -> Iterator[tuple[ReadCellFormats, Room]]:
    """Give what reads the formats of the file's sheets while it is open, and what room they leave.

    What calamine would set aside for a sheet is taken before, so that TooLargeError comes in its place.
    """
    if format_ == "xls":
        room = Room(path.stat().st_size)
        yield XlsCellFormats(path, room), room
        return
    with zipfile.ZipFile(path) as archive:
        room = Room(unpacked_size(archive))
        demand_true_sizes(archive, path)
        if format_ == "ods":
            yield OdsCellFormats(archive, room), room
        else:
            yield (XlsbCellFormats if format_ == "xlsb" else XlsxCellFormats)(Package(archive), room), room


def _has_cells(sheet: SheetMetadata) -> bool:
    from python_calamine import SheetTypeEnum

    return sheet.typ is SheetTypeEnum.WorkSheet


@contextmanager
def _as_input_errors(path: Path) -> Iterator[None]:
    from python_calamine import CalamineError, PasswordError

    try:
        with _in_silence():
            yield
    except PasswordError as error:
        raise InputError("file-encrypted", file=path.name) from error
    except TooLargeError as error:
        raise too_large(path, error.args[0]) from error
    except (CalamineError, DamagedError, OverflowError, *PACKAGE_ERRORS) as error:
        # OverflowError: a duration longer than Python's longest, 999,999,999 days.
        raise InputError("file-damaged", file=path.name) from error
    except OSError as error:
        # The system's own word, not calamine's of data that end too soon, nor one of a place before all data.
        if error.errno not in (None, errno.EINVAL):
            raise
        raise InputError("file-damaged", file=path.name) from error
    except BaseException as error:
        # A fault inside calamine's Rust comes as a PanicException, which no module lets one import.
        if type(error).__name__ != "PanicException":
            raise
        raise InputError("file-damaged", file=path.name) from error


@contextmanager
def _in_silence() -> Iterator[None]:
    """Lead standard error nowhere meanwhile: of a fault in its Rust calamine tells there in many lines."""
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:  # whoever started us closed it
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STANDARD_ERROR)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)


class _Reader:
    """Turns calamine's values into texts, one sheet after the other, and tells how far it is."""

    def __init__(self, progress: RowProgress | None, room: Room) -> None:
        self._progress = progress
        self._room = room
        self._texts = DisplayTexts()
        self._done = 0

    def table(self, book: CalamineWorkbook, metadata: SheetMetadata, formats: CellFormats) -> Table:
        from python_calamine import SheetVisibleEnum

        rows: list[list[str]] = []
        kinds: dict[Cell, CellKind] = {}
        if not formats.complete:
            self._read(book.get_sheet_by_name(metadata.name), rows, kinds)
        hidden = metadata.visible is not SheetVisibleEnum.Visible
        return _table(metadata.name, rows, kinds, formats, hidden, self._room)

    def _read(self, sheet: CalamineSheet, rows: list[list[str]], kinds: dict[Cell, CellKind]) -> None:
        source = whole_rows(sheet)
        total = self._done + sheet.total_height
        while some := list(islice(source, ROWS_BETWEEN_REPORTS)):
            self._add(some, rows, kinds)
            self._tell(total, len(some))

    def _add(self, some: list[list[CellValue]], rows: list[list[str]], kinds: dict[Cell, CellKind]) -> None:
        known = self._texts.kinds
        text_of = self._texts.__getitem__
        for row in some:
            rows.append(list(map(text_of, row)))
            if known and not known.keys().isdisjoint(row):
                kinds.update(_kinds_in(len(rows) - 1, row, known))

    def _tell(self, total: int, rows: int) -> None:
        self._done += rows
        if self._progress:
            self._progress(self._done, max(total, self._done))


def whole_rows(sheet: CalamineSheet) -> Iterator[list[CellValue]]:
    """Yield the rows from Excel's row 1 and column A on."""
    first_column = sheet.start[1] if sheet.start else 0
    if not first_column:
        return sheet.iter_rows()
    # calamine gives the empty rows above the first cell, but not the empty columns before it.
    before: list[CellValue] = [""] * first_column
    return (before + row for row in sheet.iter_rows())


def _kinds_in(number: int, row: list[CellValue], known: Mapping[CellValue, CellKind]) -> dict[Cell, CellKind]:
    return {Cell(number, place): known[value] for place, value in enumerate(row) if value in known}


def _table(
    name: str,
    rows: list[list[str]],
    kinds: dict[Cell, CellKind],
    formats: CellFormats,
    hidden: bool,
    room: Room,
) -> Table:
    """Make the table, with what its cells read as by the file's own word put in."""
    for cell, (text, kind) in formats.texts.items():
        if cell.row >= len(rows):
            room.take(cell.row + 1 - len(rows), _BYTES_OF_A_ROW)
            rows += ([] for _ in range(cell.row + 1 - len(rows)))
        row = rows[cell.row]
        if cell.column >= len(row):
            room.take(cell.column + 1 - len(row), BYTES_IN_A_LIST)
            row += [""] * (cell.column + 1 - len(row))
        row[cell.column] = text
        kinds.pop(cell, None)
        if kind:
            kinds[cell] = kind
    drop_empty_rows(rows, kinds)
    return Table(name, rows, kinds, hidden, formats.merged)
