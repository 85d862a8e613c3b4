"""Tables in a sheet bear the names that stand in their first row, and follow what is written below them.

Excel refuses a table whose columns do not, and has one grow when somebody types there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from listo.core.workbooks.model import Cell
from listo.core.workbooks.sheets_xml.areas import area_of
from listo.core.workbooks.sheets_xml.escapes import attribute_encoded, decoded
from listo.core.workbooks.xlsx.sheet_xml import SheetXml, attribute, reference

_TAG_REST = rb"""(?:[^>"']|"[^"]*"|'[^']*')*>"""
_TABLE = re.compile(rb"<(?:[\w.-]+:)?table\s" + _TAG_REST)
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?tableColumn\s" + _TAG_REST)
_NAME = re.compile(rb"""(\sname\s*=\s*)("[^"]*"|'[^']*')""")
_AREAS = re.compile(rb"<(?:[\w.-]+:)?(?:table|autoFilter)\s" + _TAG_REST)
_AREA = re.compile(rb"""(\sref\s*=\s*)("[^"]*"|'[^']*')""")


class NameTakenError(Exception):
    """A column would have no name, or another one's: no table may; `cell` is where it would stand."""

    def __init__(self, cell: Cell) -> None:
        super().__init__(cell)
        self.cell = cell


def with_columns_renamed(xml: bytes, cells: Mapping[Cell, str]) -> bytes:
    """Return a table's XML with its columns named as its first row will say. Raises NameTakenError."""
    table = _TABLE.search(xml)
    area = attribute(table[0], b"ref") if table else None
    if table is None or area is None or attribute(table[0], b"headerRowCount") == b"0":
        return xml
    first, last = area_of(area)
    heads = [Cell(first.row, column) for column in range(first.column, last.column + 1)]
    if cells.keys().isdisjoint(heads):
        return xml
    _demand_names(xml, cells, heads)
    left = iter(heads)

    def renamed(found: re.Match[bytes]) -> bytes:
        name = cells.get(next(left, Cell(-1, -1)))
        if name is None:
            return found[0]
        value = attribute_encoded(name).encode()
        return _NAME.sub(lambda part: b'%s"%s"' % (part[1], value), found[0], count=1)

    return _COLUMN.sub(renamed, xml)


def renamed_columns(before: bytes, after: bytes) -> tuple[str, Mapping[str, str]]:
    """Return what formulas call a table, and the new name of each column that got one by its old one."""
    table = _TABLE.search(before)
    name = attribute(table[0], b"displayName") if table else None
    pairs = zip(_names(before), _names(after), strict=True)
    return decoded((name or b"").decode()), {old: new for old, new in pairs if old != new}


def _names(xml: bytes) -> list[str]:
    return [decoded((attribute(found[0], b"name") or b"").decode()) for found in _COLUMN.finditer(xml)]


def _demand_names(xml: bytes, cells: Mapping[Cell, str], heads: Sequence[Cell]) -> None:
    names = [cells.get(head, name).casefold() for head, name in zip(heads, _names(xml), strict=False)]
    for head, name in zip(heads, names, strict=False):
        if head in cells and (not name or names.count(name) > 1):
            raise NameTakenError(head)


def grown(xml: bytes, cells: Mapping[Cell, str], sheet: SheetXml) -> bytes:
    """Return a table's XML with the rows in it that `cells` fill right below it; one with totals stays.

    So does one with something below it already: a note, or another table.
    """
    found = _AREAS.search(xml)
    text = attribute(found[0], b"ref") if found else None
    if found is None or text is None or attribute(found[0], b"totalsRowCount") not in (None, b"0"):
        return xml
    first, last = area_of(text)
    filled = {cell.row for cell, new in cells.items() if new and first.column <= cell.column <= last.column}
    end = last.row
    while end + 1 in filled and not _holds_something(sheet, end + 1, first.column, last.column):
        end += 1
    if end == last.row:
        return xml
    old, new_end = reference(last).encode(), reference(Cell(end, last.column)).encode()

    def lower(tag: re.Match[bytes]) -> bytes:
        return _AREA.sub(lambda area: area[0].replace(old, new_end), tag[0], count=1)

    return _AREAS.sub(lower, xml)


def _holds_something(sheet: SheetXml, row: int, first: int, last: int) -> bool:
    """Say whether the sheet as it was has anything in these columns of a row."""
    usual = sheet.usual_rows([row])
    rows = sheet.rows() if usual is None else usual
    return any(
        first <= cell.number <= last and not cell.self_closed
        for found in rows
        if found.number == row
        for cell in sheet.cells(found)
    )
