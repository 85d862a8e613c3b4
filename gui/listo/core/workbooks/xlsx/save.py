"""A changed copy of an Excel workbook: only the cells concerned, and what must follow them, differ.

What must follow are the tables of a sheet: they bear the names that stand in their first row, and grow with
what is written below. Excel refuses a table whose columns do not, and has one grow when somebody types
there. It takes a formula for damage that calls a column by a name it does not bear. Source: ECMA-376 part 1,
18.5.1 (tables) and 18.17.6.7 (structure references).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from listo.core.errors import InputError
from listo.core.workbooks.model import BLOCK, Area, Cell, Edits, area_of, cell_at, reference
from listo.core.workbooks.number_formats import number_text
from listo.core.workbooks.xlsx.package import TYPES, Package, SheetPart, relations_part
from listo.core.workbooks.xlsx.sheet_xml import (
    SheetXml,
    XmlChange,
    as_utf8,
    attribute,
    attribute_encoded,
    decoded,
    encoded,
)
from listo.core.workbooks.xlsx.splice import splice
from listo.core.workbooks.xlsx.styles import formatters
from listo.core.workbooks.xlsx.zip_copy import Pieces, copy_changed

_TAG_REST = rb"""(?:[^>"']|"[^"]*"|'[^']*')*>"""
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_LONGEST_TAG = 64
"""Of a formula, with its prefix: as much is looked at twice, where it may lie across two blocks."""

_CALCULATION = re.compile(rb"<(?:[\w.-]+:)?calcPr(?=[\s/])" + _TAG_REST)
_ON_LOAD = re.compile(rb"""\sfullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')""")
_CHAINED = re.compile(rb"<(?:[\w.-]+:)?c\s([^>]*?)/>")

_TABLE = re.compile(rb"<(?:[\w.-]+:)?table\s" + _TAG_REST)
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?tableColumn\s" + _TAG_REST)
_NAME = re.compile(rb"""(\sname\s*=\s*)("[^"]*"|'[^']*')""")
_AREAS = re.compile(rb"<(?:[\w.-]+:)?(?:table|autoFilter)\s" + _TAG_REST)
_AREA = re.compile(rb"""(\sref\s*=\s*)("[^"]*"|'[^']*')""")

Renamed = Mapping[str, Mapping[str, str]]
"""For the name of a table, the new name of each column by its old one."""

_TABLE_FORMULA = re.compile(
    rb"(<(?:[\w.-]+:)?(?:f|definedName|calculatedColumnFormula|totalsRowFormula)(?:\s[^>]*)?(?<!/)>)([^<]+)(?=</)"
)
_SPECIAL = re.compile(r"[\[\]#']")
_CALLED_NAME = r"(?:'.|[^\[\]'])*"
_CALLED_COLUMN = re.compile(rf"\[({_CALLED_NAME})\]")
_PLAIN = re.compile(r"[\w ]+")


@dataclass(frozen=True, slots=True)
class ChangedMembers:
    """What is not in a copy as it was: the members that hold sheets, by name, and all other members.

    Each sheet comes with its edits and with its changes in rising order, None where it was made anew.
    """

    sheets: Mapping[str, tuple[Mapping[Cell, str], tuple[XmlChange, ...] | None]]
    others: frozenset[str]


def write_xlsx_copy(source: Path, target: BinaryIO, edits: Edits) -> ChangedMembers:
    """Write the workbook `source` with `edits` to `target`, and return what differs then.

    Raises OSError, KeyError where there is no such sheet, and what reading a damaged package raises.
    """
    with source.open("rb") as file, zipfile.ZipFile(file) as archive:
        changes = _Changes(Package(archive), source.name)
        for sheet, cells in edits.items():
            if cells:
                changes.edit(sheet, cells)
        members = changes.members()
        copy_changed(file, archive, target, members)
        return ChangedMembers(changes.sheets, frozenset(members.keys() - changes.sheets.keys()))


class _Changes:
    """Which members of the package change, and to what (None: it goes)."""

    def __init__(self, package: Package, file: str) -> None:
        self._package = package
        self._file = file
        self._sheets = {sheet.name: sheet for sheet in package.sheets()}
        self._formatters = formatters(package)
        self._members: dict[str, Pieces | None] = {}
        self._without_formula: dict[str, tuple[Area, ...]] = {}
        self._with_formula: dict[str, bool] = {}
        self._renamed: dict[str, Mapping[str, str]] = {}
        self.sheets: dict[str, tuple[Mapping[Cell, str], tuple[XmlChange, ...] | None]] = {}

    def edit(self, name: str, cells: Mapping[Cell, str]) -> None:
        sheet = self._sheets[name]
        xml = SheetXml(self._package.read(sheet.part))
        spliced = splice(xml, cells, self._shown)
        member = self._put(sheet.part, spliced.pieces)
        self.sheets[member] = cells, spliced.changes
        self._with_formula[member] = _has_formula(xml.data)
        self._without_formula[sheet.id] = spliced.without_formula
        self._change_tables(sheet, xml, cells)

    def members(self) -> Mapping[str, Pieces | None]:
        self._follow_names()
        main = self._package.main_part() or ""
        chain = self._package.related(main, "calcChain")
        if self.sheets and chain and self._package.member(chain):
            self._shorten_chain(main, chain)
        elif self.sheets and self._has_formulas():
            self._calculate_on_load(main)
        return self._members

    def _has_formulas(self) -> bool:
        """Say whether there is any, where no order of calculation tells: not all programs write one."""
        parts = (self._package.member(sheet.part) for sheet in self._sheets.values() if sheet.has_cells)
        known, archive = self._with_formula, self._package.archive
        return any(known[part] if part in known else _holds_formula(archive, part) for part in parts if part)

    def _put(self, part: str, pieces: Pieces | None) -> str:
        """Have the part hold this from now on, and return the name of its member."""
        member = self._package.member(part) or part
        self._members[member] = pieces
        return member

    def _shown(self, number: float, style: int) -> str:
        form = self._formatters.get(style)
        return form(number)[0] if form else number_text(number)

    # Tables: Excel refuses a table whose columns do not bear the names that stand in its first row.

    def _change_tables(self, sheet: SheetPart, rows: SheetXml, cells: Mapping[Cell, str]) -> None:
        for relation in self._package.relations(sheet.part):
            if relation.kind == "table" and self._package.member(relation.part):
                xml = as_utf8(self._package.read(relation.part))
                renamed = self._rename_columns(xml, cells)
                table, names = renamed_columns(xml, renamed)
                if table and names:
                    self._renamed[table] = names
                changed = grow_table(renamed, cells, rows)
                if changed != xml:
                    self._put(relation.part, (changed,))

    def _rename_columns(self, xml: bytes, cells: Mapping[Cell, str]) -> bytes:
        """Raises InputError (table-header) where a column would have no name, or another one's."""
        try:
            return rename_columns(xml, cells)
        except ColumnNameError as error:
            raise InputError("table-header", file=self._file, cell=reference(error.cell)) from error

    def _follow_names(self) -> None:
        """Have formulas call columns by their new names."""
        if not self._renamed:
            return
        sheets = [sheet.part for sheet in self._sheets.values() if sheet.has_cells]
        tables = [
            each.part for part in sheets for each in self._package.relations(part) if each.kind == "table"
        ]
        for part in (*sheets, *tables, self._package.main_part() or ""):
            member = self._package.member(part)
            if member:
                self._follow_names_in(member)

    def _follow_names_in(self, member: str) -> None:
        pieces = self._members.get(member)
        xml = as_utf8(self._package.archive.read(member)) if pieces is None else b"".join(pieces)
        followed = rename_in_formulas(xml, self._renamed)
        if followed == xml:
            return
        self._members[member] = (followed,)
        if member in self.sheets:
            self.sheets[member] = self.sheets[member][0], None

    # The order of calculation: Excel refuses one that names a cell without a formula.

    def _shorten_chain(self, main: str, chain: str) -> None:
        xml = as_utf8(self._package.read(chain))
        if not any(self._without_formula.values()):
            return self._calculate_on_load(main)
        shorter = shorten_chain(xml, self._without_formula)
        if shorter:
            self._calculate_on_load(main)
            if shorter != xml:
                self._put(chain, (shorter,))
            return None
        self._put(chain, None)
        self._forget(relations_part(main), rb"Target", chain)
        self._forget(TYPES, rb"PartName", chain)
        return None

    def _forget(self, part: str, by: bytes, gone: str) -> None:
        name = re.escape(gone.rpartition("/")[2].encode())
        entry = rb"<[\w.:-]+\s[^>]*?" + by + rb"""\s*=\s*["'][^"']*?""" + name + rb"""["'][^>]*/>"""
        self._put(part, (re.sub(entry, b"", self._package.read(part), flags=re.IGNORECASE),))

    def _calculate_on_load(self, main: str) -> None:
        """Have Excel work out anew what formulas make of the new texts; what they gave stays till then."""
        pieces = self._members.get(self._package.member(main) or main)
        xml = as_utf8(self._package.read(main)) if pieces is None else b"".join(pieces)
        found = _CALCULATION.search(xml)
        # Without the number of the Excel that calculated it last, any Excel calculates it anew.
        if (
            found is None
            or not attribute(found[0], b"calcId")
            or attribute(found[0], b"fullCalcOnLoad") in (b"1", b"true")
        ):
            return
        tag = _ON_LOAD.sub(b"", found[0])
        end = -2 if tag.endswith(b"/>") else -1
        tag = tag[:end].rstrip() + b' fullCalcOnLoad="1"' + tag[end:]
        self._put(main, (xml[: found.start()], tag, xml[found.end() :]))


def _has_formula(xml: bytes) -> bool:
    may_be_there = b"<f" in xml or b":f" in xml  # which is told in a tenth of the time
    return may_be_there and _FORMULA.search(xml) is not None


def _holds_formula(archive: zipfile.ZipFile, member: str) -> bool:
    """Say whether a sheet has a formula, from as much of it as it takes to tell."""
    rest = b""
    with archive.open(member) as file:
        while block := file.read(BLOCK):
            if _has_formula(rest + block):
                return True
            rest = block[-_LONGEST_TAG:]
    return False


# The order of calculation, shorten_chain by the formulas that are gone


def shorten_chain(xml: bytes, gone: Mapping[str, Iterable[Area]]) -> bytes:
    """Return the chain without the cells in `gone`, by the number of their sheet; empty where none is left.

    Raises ValueError where an entry names no cell.
    """
    areas = {sheet.encode(): _Areas(some) for sheet, some in gone.items()}
    pieces: list[bytes] = []
    position = 0
    for start, end, entry in _kept_or_not(xml, areas):
        pieces += [xml[position:start], entry]
        position = end
    shorter = b"".join([*pieces, xml[position:]])
    return shorter if _CHAINED.search(shorter) else b""


class _Areas:
    """Areas of which nearly all are single cells."""

    def __init__(self, areas: Iterable[Area]) -> None:
        areas = list(areas)
        self._cells = {first for first, last in areas if first == last}
        self._areas = [area for area in areas if area.first != area.last]

    def hold(self, cell: Cell) -> bool:
        return cell in self._cells or any(area.holds(cell) for area in self._areas)


def _kept_or_not(xml: bytes, gone: Mapping[bytes, _Areas]) -> Iterator[tuple[int, int, bytes]]:
    """Yield each entry as it is to be; one without a sheet's number goes by the one before."""
    sheet = written = b""
    for found in _CHAINED.finditer(xml):
        given = attribute(found[1], b"i")
        sheet = given or sheet
        if sheet in gone and gone[sheet].hold(cell_at(attribute(found[1], b"r") or b"")):
            yield found.start(), found.end(), b""
            continue
        entry = found[0]
        if given is None and sheet != written:
            entry = entry[:-2] + b' i="%s"/>' % sheet
        written = sheet
        yield found.start(), found.end(), entry


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
        return _TABLE_FORMULA.sub(self._formula, xml)

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
