"""Spreadsheet files of every make, read by calamine and put right where calamine leaves something out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from listo.core.errors import InputError
from listo.core.workbooks.containers import Format
from listo.core.workbooks.model import Cell, CellKind, Table, Workbook
from listo.core.workbooks.shown import ShownTexts, Value

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, SheetMetadata

Progress = Callable[[int, int], None]

_STEP = 2_000


def read_spreadsheet(path: Path, format_: Format, progress: Progress | None = None) -> Workbook:
    """Return every sheet of cells in the file. Raises InputError, OSError and what `progress` raises."""
    from python_calamine import CalamineWorkbook

    rows = _Rows(progress)
    with _faults_named(path), CalamineWorkbook.from_path(path) as book:
        tables = tuple(
            rows.table(book.get_sheet_by_name(sheet.name), sheet)
            for sheet in book.sheets_metadata
            if _has_cells(sheet)
        )
    return Workbook(path, format_, tables)


def sheet_values(path: Path) -> Iterator[list[list[Value]]]:
    """Yield the values of every sheet of cells as calamine has them. Raises InputError and OSError."""
    from python_calamine import CalamineWorkbook

    with _faults_named(path), CalamineWorkbook.from_path(path) as book:
        for sheet in book.sheets_metadata:
            if _has_cells(sheet):
                yield list(whole_rows(book.get_sheet_by_name(sheet.name)))


def _has_cells(sheet: SheetMetadata) -> bool:
    from python_calamine import SheetTypeEnum

    return sheet.typ is SheetTypeEnum.WorkSheet


@contextmanager
def _faults_named(path: Path) -> Iterator[None]:
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise InputError("file-encrypted", file=path.name) from error
    except CalamineError as error:
        raise InputError("file-damaged", file=path.name) from error
    except BaseException as error:
        # A fault inside calamine's Rust comes as a PanicException, which no module lets one import.
        if type(error).__name__ != "PanicException":
            raise
        raise InputError("file-damaged", file=path.name) from error


class _Rows:
    """Turns calamine's values into texts, one sheet after the other, and tells how far it is."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._texts = ShownTexts()
        self._done = 0

    def table(self, sheet: CalamineSheet, metadata: SheetMetadata) -> Table:
        from python_calamine import SheetVisibleEnum

        rows: list[list[str]] = []
        kinds: dict[Cell, CellKind] = {}
        source = whole_rows(sheet)
        total = self._done + sheet.total_height
        while some := list(islice(source, _STEP)):
            self._add(some, rows, kinds)
            self._tell(total, len(some))
        _drop_empty_end(rows)
        return Table(metadata.name, rows, kinds, metadata.visible is not SheetVisibleEnum.Visible)

    def _add(self, some: list[list[Value]], rows: list[list[str]], kinds: dict[Cell, CellKind]) -> None:
        texts = self._texts
        for row in some:
            # True and 1 are one key to a dictionary, so truth values are told apart before the look-up.
            rows.append(
                [
                    texts[value] if value is not True and value is not False else str(value).upper()
                    for value in row
                ]
            )
            if texts.kinds and not texts.kinds.keys().isdisjoint(row):
                kinds.update(_kinds_in(len(rows) - 1, row, texts.kinds))

    def _tell(self, total: int, rows: int) -> None:
        self._done += rows
        if self._progress:
            self._progress(self._done, max(total, self._done))


def whole_rows(sheet: CalamineSheet) -> Iterator[list[Value]]:
    """Yield the rows from Excel's row 1 and column A on."""
    first_column = sheet.start[1] if sheet.start else 0
    if not first_column:
        return sheet.iter_rows()
    # calamine gives the empty rows above the first cell, but not the empty columns before it.
    before: list[Value] = [""] * first_column
    return (before + row for row in sheet.iter_rows())


def _kinds_in(number: int, row: list[Value], known: Mapping[Value, CellKind]) -> dict[Cell, CellKind]:
    return {Cell(number, place): known[value] for place, value in enumerate(row) if value in known}


def _drop_empty_end(rows: list[list[str]]) -> None:
    while rows and not any(rows[-1]):
        rows.pop()
