"""A changed copy, as a new Excel workbook, of a file in a format that cannot be changed in place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from listo.core.workbooks.model import Cell, Table, Workbook
from listo.core.workbooks.sheets_xml.escapes import excel_encoded
from listo.core.workbooks.shown import Value, number_text
from listo.core.workbooks.spreadsheets import sheet_values

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Edits = Mapping[str, Mapping[Cell, str]]

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_READ_AS_MORE = ("=", "#")  # what openpyxl takes for a formula or an error


def write_new_copy(workbook: Workbook, target: BinaryIO, edits: Edits) -> None:
    """Write every sheet of `workbook` with `edits` as a new workbook: numbers stay numbers, dates dates.

    Raises InputError, OSError.
    """
    from openpyxl import Workbook as NewWorkbook

    new = NewWorkbook(write_only=True)
    names = _names(workbook)
    for table, values in zip(workbook.tables, sheet_values(workbook.path), strict=True):
        sheet = new.create_sheet(next(names))
        sheet.sheet_state = "hidden" if table.hidden else "visible"
        _fill(sheet, table, values, edits.get(table.name, {}))
    if all(table.hidden for table in workbook.tables):
        new.create_sheet()  # a workbook without a sheet to show cannot be opened
    new.save(target)


def _names(workbook: Workbook) -> Iterator[str]:
    """Yield for each sheet the name nearest to its own that Excel takes."""
    taken: set[str] = set()
    for table in workbook.tables:
        clean = _NOT_IN_A_NAME.sub("_", table.name).strip("'") or "_"
        name, number = clean[:_LONGEST_NAME], 1
        while name.casefold() in taken:
            number += 1
            name = f"{clean[: _LONGEST_NAME - 1 - len(str(number))]}~{number}"
        taken.add(name.casefold())
        yield name


def _fill(
    sheet: WriteOnlyWorksheet, table: Table, values: list[list[Value]], edits: Mapping[Cell, str]
) -> None:
    rows = max(len(table.rows), 1 + max((cell.row for cell in edits), default=-1))
    edited: dict[int, dict[int, str]] = {}
    for cell, text in edits.items():
        edited.setdefault(cell.row, {})[cell.column] = text
    for number in range(rows):
        texts = table.rows[number] if number < len(table.rows) else []
        originals = values[number] if number < len(values) else []
        row = [
            _content(text, originals[column] if column < len(originals) else "")
            for column, text in enumerate(texts)
        ]
        for column, text in edited.get(number, {}).items():
            row += [None] * (column + 1 - len(row))
            row[column] = excel_encoded(text) or None
        sheet.append([_as_text(sheet, value) for value in row])


def _content(text: str, original: Value) -> Any:
    """Return what to store so that it reads as before: the value itself where it does, else the text."""
    if isinstance(original, bool | dt.date | dt.time | dt.timedelta):
        return original
    if isinstance(original, int | float) and number_text(original) == text:
        return original
    return excel_encoded(text) or None


def _as_text(sheet: WriteOnlyWorksheet, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str) or not value.startswith(_READ_AS_MORE):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell
