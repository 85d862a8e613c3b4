"""A changed copy, as a new Excel workbook, of a file in a format that cannot be changed in place.

The package around the sheets is openpyxl's; their rows are written here, for it would write every empty
row of a sheet that has something far down.
"""

from __future__ import annotations

import datetime as dt
import io
import math
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import BinaryIO

from listo.core.workbooks.files.package import Package
from listo.core.workbooks.model import Cell, Table, Workbook
from listo.core.workbooks.sheets_xml.escapes import encoded
from listo.core.workbooks.sheets_xml.spans import SheetXml, column_letters
from listo.core.workbooks.shown import Value, number_text
from listo.core.workbooks.spreadsheets import sheet_values

Edits = Mapping[str, Mapping[Cell, str]]

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_EXTENT = re.compile(rb"<dimension [^>]*>")
_DATES = {  # the type of a value: how Excel is to show it
    dt.datetime: "yyyy-mm-dd h:mm:ss",
    dt.date: "yyyy-mm-dd",
    dt.time: "h:mm:ss",
    dt.timedelta: "[hh]:mm:ss",
}
_BLOCK = 1_000
_LEVEL = 5


def write_new_copy(workbook: Workbook, target: BinaryIO, edits: Edits) -> None:
    """Write every sheet of `workbook` with `edits` as a new workbook: numbers stay numbers, dates dates.

    Raises InputError, OSError.
    """
    around, styles = _package_around(workbook)
    with (
        zipfile.ZipFile(around) as empty,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as new,
    ):
        parts = [sheet.part for sheet in Package(empty).sheets()][: len(workbook.tables)]
        for name in empty.namelist():
            if name not in parts:
                new.writestr(name, empty.read(name))
        for part, table, values in zip(parts, workbook.tables, sheet_values(workbook.path), strict=True):
            rows = _Rows(table, values, edits.get(table.name, {}), styles)
            with new.open(part, "w", force_zip64=True) as member:
                member.writelines(_sheet(empty.read(part), rows.xml()))


def _package_around(workbook: Workbook) -> tuple[BinaryIO, Mapping[type, int]]:
    """Return a workbook with the sheets that are wanted, all empty, and the number of each date's style."""
    from openpyxl import Workbook as NewWorkbook

    new = NewWorkbook()
    del new[new.sheetnames[0]]
    for name, table in zip(_names(workbook), workbook.tables, strict=True):
        new.create_sheet(name).sheet_state = "hidden" if table.hidden else "visible"
    if all(table.hidden for table in workbook.tables):
        new.create_sheet()  # a workbook without a sheet to show cannot be opened
    styles: dict[type, int] = {}
    for row, (kind, shown) in enumerate(_DATES.items(), 1):
        cell = new.worksheets[0].cell(row, 1)
        cell.number_format = shown
        styles[kind] = cell.style_id
    package = io.BytesIO()
    new.save(package)
    return package, styles


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


def _sheet(empty: bytes, rows: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a sheet's XML with these rows in place of its own."""
    sheet = SheetXml(empty)
    yield _EXTENT.sub(b"", sheet.data[: sheet.tag_start]) + b"<sheetData>"
    yield from rows
    yield b"</sheetData>"
    yield sheet.data[sheet.data.find(b">", sheet.end) + 1 if not sheet.empty_tag else sheet.end :]


class _Rows:
    """The rows of one sheet on their way into XML; rows and cells with nothing in them are left out."""

    def __init__(
        self,
        table: Table,
        values: Sequence[list[Value]],
        edits: Mapping[Cell, str],
        styles: Mapping[type, int],
    ) -> None:
        self._table = table
        self._values = values
        self._styles = styles
        self._edits: dict[int, dict[int, str]] = {}
        for cell, text in edits.items():
            self._edits.setdefault(cell.row, {})[cell.column] = text
        self._letters = [column_letters(column) for column in range(self._width())]

    def xml(self) -> Iterator[bytes]:
        numbers = range(max(len(self._table.rows), 1 + max(self._edits, default=-1)))
        rows = filter(None, map(self._row, numbers))
        while some := "".join(islice(rows, _BLOCK)):
            yield some.encode()

    def _width(self) -> int:
        widest = max(map(len, self._table.rows), default=0)
        return max(widest, 1 + max((max(texts) for texts in self._edits.values()), default=-1))

    def _row(self, number: int) -> str:
        texts = self._table.rows[number] if number < len(self._table.rows) else ()
        edits = self._edits.get(number)
        if not edits and not any(texts):
            return ""
        values = self._values[number] if number < len(self._values) else []
        contents: dict[int, Value] = {
            column: _content(text, values[column] if column < len(values) else "")
            for column, text in enumerate(texts)
            if text
        }
        contents |= edits or {}
        cells = "".join(
            self._cell(f"{self._letters[column]}{number + 1}", contents[column])
            for column in sorted(contents)
            if contents[column] != ""
        )
        return f'<row r="{number + 1}">{cells}</row>'

    def _cell(self, place: str, value: Value) -> str:
        if isinstance(value, bool):
            return f'<c r="{place}" t="b"><v>{value:d}</v></c>'
        if isinstance(value, int | float):
            return f'<c r="{place}"><v>{value!r}</v></c>'
        if isinstance(value, str):
            text = encoded(value)
            return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        from openpyxl.utils.datetime import to_excel

        return f'<c r="{place}" s="{self._styles[type(value)]}"><v>{to_excel(value)!r}</v></c>'


def _content(text: str, original: Value) -> Value:
    """Return what to store so that it reads as before: the value itself where it does, else the text."""
    if isinstance(original, bool | dt.date | dt.time | dt.timedelta):
        return original
    if isinstance(original, int | float) and math.isfinite(original) and number_text(original) == text:
        return original
    return text
