"""Tables in a sheet: they bear the names that stand in their first row, and grow with what is written below.

Excel refuses a table whose columns do not, and has one grow when somebody types there. It takes a formula
for damage that calls a column by a name it does not bear. Source: ECMA-376 part 1, 18.5.1 (tables) and
18.17.6.7 (structure references).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from listo.core.workbooks.model import Cell, area_of, reference
from listo.core.workbooks.xlsx.sheet_xml import SheetXml, attribute, attribute_encoded, decoded, encoded

_TAG_REST = rb"""(?:[^>"']|"[^"]*"|'[^']*')*>"""
_TABLE = re.compile(rb"<(?:[\w.-]+:)?table\s" + _TAG_REST)
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?tableColumn\s" + _TAG_REST)
_NAME = re.compile(rb"""(\sname\s*=\s*)("[^"]*"|'[^']*')""")
_AREAS = re.compile(rb"<(?:[\w.-]+:)?(?:table|autoFilter)\s" + _TAG_REST)
_AREA = re.compile(rb"""(\sref\s*=\s*)("[^"]*"|'[^']*')""")

Renamed = Mapping[str, Mapping[str, str]]
"""For the name of a table, the new name of each column by its old one."""

_FORMULA = re.compile(
    rb"(<(?:[\w.-]+:)?(?:f|definedName|calculatedColumnFormula|totalsRowFormula)(?:\s[^>]*)?(?<!/)>)([^<]+)(?=</)"
)
_SPECIAL = re.compile(r"[\[\]#']")
_CALLED_NAME = r"(?:'.|[^\[\]'])*"
_CALLED_COLUMN = re.compile(rf"\[({_CALLED_NAME})\]")
_PLAIN = re.compile(r"[\w ]+")


class ColumnNameError(Exception):
    """A column would have no name, or another one's: no table may; `cell` is where it would stand."""

    def __init__(self, cell: Cell) -> None:
        super().__init__(cell)
        self.cell = cell


def rename_columns(xml: bytes, cells: Mapping[Cell, str]) -> bytes:
    """Return a table's XML with its columns named as its first row will say. Raises ColumnNameError."""
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
            raise ColumnNameError(head)


def grow_table(xml: bytes, cells: Mapping[Cell, str], sheet: SheetXml) -> bytes:
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
    usual = sheet.rows_in_order([row])
    rows = sheet.rows() if usual is None else usual
    return any(
        first <= cell.number <= last and not cell.self_closed
        for found in rows
        if found.number == row
        for cell in sheet.cells(found)
    )


# Formulas that call columns by their names


def rename_in_formulas(xml: bytes, renamed: Renamed) -> bytes:
    """Return a part with its formulas calling each column by its new name."""
    for table, names in renamed.items():
        if table.encode() + b"[" in xml:
            xml = _Follower(table, names).follow(xml)
    return xml


class _Follower:
    def __init__(self, table: str, names: Mapping[str, str]) -> None:
        self._table = table
        self._names = {_escaped(old): _escaped(new) for old, new in names.items()}
        self._call = re.compile(rf"(?<![\w.]){re.escape(table)}\[((?:'.|[^\[\]']|\[{_CALLED_NAME}\])*)\]")

    def follow(self, xml: bytes) -> bytes:
        return _FORMULA.sub(self._formula, xml)

    def _formula(self, found: re.Match[bytes]) -> bytes:
        formula = decoded(found[2].decode())
        followed = self._call.sub(self._called, formula)
        return found[0] if followed == formula else found[1] + encoded(followed).encode()

    def _called(self, found: re.Match[str]) -> str:
        inside = found[1]
        if inside in self._names:
            new = self._names[inside]
            return f"{self._table}[{new}]" if _PLAIN.fullmatch(new) else f"{self._table}[[{new}]]"
        followed = _CALLED_COLUMN.sub(lambda column: f"[{self._names.get(column[1], column[1])}]", inside)
        return f"{self._table}[{followed}]"


def _escaped(name: str) -> str:
    """Return a column's name as formulas call it."""
    return _SPECIAL.sub(r"'\g<0>", name)
