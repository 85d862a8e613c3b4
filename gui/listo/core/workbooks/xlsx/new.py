"""A changed copy, as a new Excel workbook, of a file in a format that cannot be changed in place.

Source: ECMA-376, part 1, section 18. Empty cells and rows are left out, however far down a sheet goes.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import BinaryIO

from listo.core.errors import InputError
from listo.core.workbooks.model import (
    LONGEST_SHEET_NAME,
    Cell,
    Edits,
    Table,
    Workbook,
    column_letters,
    is_too_long,
)
from listo.core.workbooks.number_formats import CellValue, number_text
from listo.core.workbooks.xlsx.sheet_xml import attribute_encoded, encoded
from listo.core.workbooks.xlsx.writer import (
    MAIN,
    OFFICE,
    content_types,
    package_relations,
    properties,
    relations,
)
from listo.core.workbooks.xlsx.zip_copy import LEVEL

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_DATES = (dt.datetime, dt.date, dt.time, dt.timedelta)
_SHOWN = ("yyyy-mm-dd h:mm:ss", "yyyy-mm-dd", "h:mm:ss", "[hh]:mm:ss")
"""How each of `_DATES` is shown: by the style of its number, the first being Excel's own."""

_FIRST_OWN = 164
"""The first number for a format that Excel does not know by itself; Excel, too, begins there."""

_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(_SHOWN)}">'
    + "".join(f'<numFmt numFmtId="{_FIRST_OWN + n}" formatCode="{code}"/>' for n, code in enumerate(_SHOWN))
    + '</numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{1 + len(_SHOWN)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + "".join(
        f'<xf numFmtId="{_FIRST_OWN + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for n in range(len(_SHOWN))
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
_ROWS_MEASURED = 200
"""Rows by which a column's width goes: far more than a screen shows, measured in 0.1 ms."""

_USUAL_WIDTH = 8
"""In characters: a column of Excel's has 8.43 by itself. Source: ECMA-376 part 1, 18.3.1.81."""

_WIDEST = 60
"""In characters: 425 pixels at 7 a character, so that four such columns fit a screen of 1,920."""

_BLOCK = 1_000
"""Rows packed at once: in a tenth less time than one by one; more gain nothing, measured."""


def write_new_copy(
    workbook: Workbook, values: Iterable[Sequence[list[CellValue]]], target: BinaryIO, edits: Edits
) -> None:
    """Write every sheet of `workbook` with `edits` as a new workbook: numbers stay numbers, dates dates.

    Raises InputError, OSError.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as new:
        for name, content in _package_around(workbook).items():
            new.writestr(name, content)
        tables = zip(workbook.tables, values, strict=True)
        for number, (table, its_values) in enumerate(tables, 1):
            with new.open(_part(number), "w", force_zip64=True) as member:
                rows = _Rows(workbook.path.name, table, its_values, edits.get(table.name, {}))
                member.writelines(_sheet(rows.xml(), _widths(table)))
        if _is_sheet_wanting(workbook):
            new.writestr(_part(len(workbook.tables) + 1), b"".join(_sheet((), "")))


def _part(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _is_sheet_wanting(workbook: Workbook) -> bool:
    """Say whether none is there to be shown: such a workbook cannot be opened."""
    return all(table.hidden for table in workbook.tables)


def _package_around(workbook: Workbook) -> Mapping[str, str]:
    numbers = range(1, len(workbook.tables) + 1 + _is_sheet_wanting(workbook))
    return {
        "[Content_Types].xml": content_types(numbers),
        "_rels/.rels": package_relations(),
        "docProps/core.xml": properties(workbook.path.stem, ""),
        "xl/workbook.xml": _workbook(workbook, numbers),
        "xl/_rels/workbook.xml.rels": relations(numbers),
        "xl/styles.xml": _STYLES,
    }


def _workbook(workbook: Workbook, numbers: Sequence[int]) -> str:
    hidden = [table.hidden for table in workbook.tables] + [False] * _is_sheet_wanting(workbook)
    states = [' state="hidden"' if is_hidden else "" for is_hidden in hidden]
    sheets = "".join(
        f'<sheet name="{attribute_encoded(name)}" sheetId="{number}"{state} r:id="rId{number}"/>'
        for number, name, state in zip(numbers, _names(workbook), states, strict=True)
    )
    view = f'<bookViews><workbookView activeTab="{hidden.index(False)}"/></bookViews>'
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{view}<sheets>{sheets}</sheets></workbook>'


def _names(workbook: Workbook) -> Iterator[str]:
    """Yield for each sheet the name nearest to its own that Excel takes, the one that is wanting included."""
    taken: set[str] = set()
    for given in (*(table.name for table in workbook.tables), *["Sheet"] * _is_sheet_wanting(workbook)):
        clean = _NOT_IN_A_NAME.sub("_", given).strip("'") or "_"
        name, number = clean[:LONGEST_SHEET_NAME], 1
        while name.casefold() in taken:
            number += 1
            name = f"{clean[: LONGEST_SHEET_NAME - 1 - len(str(number))]}~{number}"
        taken.add(name.casefold())
        yield name


def _widths(table: Table) -> str:
    """Return the columns with room for what stands in their first rows, where the usual width has none."""
    longest: dict[int, int] = {}
    for row in table.rows[:_ROWS_MEASURED]:
        for column, text in enumerate(row):
            if len(text) > longest.get(column, _USUAL_WIDTH):
                longest[column] = len(text)
    columns = "".join(
        f'<col min="{column + 1}" max="{column + 1}" width="{min(length + 2, _WIDEST)}" customWidth="1"/>'
        for column, length in sorted(longest.items())
    )
    return f"<cols>{columns}</cols>" if columns else ""


def _sheet(rows: Iterable[bytes], columns: str) -> Iterator[bytes]:
    """Yield the XML of a sheet with these rows."""
    yield f'<worksheet xmlns="{MAIN}">{columns}<sheetData>'.encode()
    yield from rows
    yield b"</sheetData></worksheet>"


class _Rows:
    """The rows of one sheet on their way into XML; rows and cells with nothing in them are left out."""

    def __init__(
        self, file: str, table: Table, values: Sequence[list[CellValue]], edits: Mapping[Cell, str]
    ) -> None:
        self._file = file
        self._table = table
        self._values = values
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
        contents: dict[int, CellValue] = {
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

    def _cell(self, place: str, value: CellValue) -> str:
        if isinstance(value, bool):
            return f'<c r="{place}" t="b"><v>{value:d}</v></c>'
        if isinstance(value, int | float):
            return f'<c r="{place}"><v>{value!r}</v></c>'
        if isinstance(value, str):
            if is_too_long(value):
                raise InputError("text-too-long", file=self._file, cell=place)
            text = encoded(value)
            return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        from openpyxl.utils.datetime import to_excel

        return f'<c r="{place}" s="{1 + _DATES.index(type(value))}"><v>{to_excel(value)!r}</v></c>'


def _content(text: str, original: CellValue) -> CellValue:
    """Return what to store so that it reads as before: the value itself where it does, else the text."""
    if isinstance(original, bool | dt.date | dt.time | dt.timedelta):
        return original
    if isinstance(original, int | float) and math.isfinite(original) and number_text(original) == text:
        return original
    return text
