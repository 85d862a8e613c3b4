"""Rows taken out of a workbook: those below move up, and so does all that it says of them.

Nothing is taken out where something would point to the wrong rows afterwards. Source: ECMA-376 part 1,
18.3.1 (what stands in a sheet) and 18.18.7, 18.18.62 (references).
"""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import BinaryIO, Literal
from xml.etree import ElementTree

from listo.core.workbooks.model import Workbook
from listo.core.workbooks.xlsx.package import Package, Relation, SheetPart, local_name
from listo.core.workbooks.xlsx.sheet_xml import SheetXml, as_utf8
from listo.core.workbooks.xlsx.zip_copy import copy_changed

Obstacle = Literal[
    "formulas", "merged", "links", "tables", "comments", "drawings", "names", "charts", "pivots", "other"
]
"""What stands in the way of taking rows out, because it would point to the wrong rows afterwards."""

_REFERENCE = re.compile(r"(?<![A-Za-z0-9_.])(\$?[A-Za-z]{1,3}\$?)([0-9]{1,7})(?![0-9A-Za-z_(.!])")
_WHOLE_ROWS = re.compile(r"(?<![A-Za-z0-9_.$])\$?[0-9]{1,7}:\$?([0-9]{1,7})(?![0-9A-Za-z_(.!])")
_QUOTED = re.compile(r'"[^"]*"')
_REF_ATTRIBUTE = re.compile(
    rb"""(\s(?:ref|sqref|activeCell|topLeftCell)\s*=\s*)("[^"]*"|'[^']*')""",
)
_MOVED = frozenset(
    (
        "dimension", "sheetViews", "autoFilter", "sortState", "mergeCells", "dataValidations",
        "conditionalFormatting", "hyperlinks", "protectedRanges", "ignoredErrors",
    )
)  # fmt: skip
_OF_NO_ROWS = frozenset(
    (
        "sheetPr", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "phoneticPr",
        "printOptions", "pageMargins", "pageSetup", "headerFooter", "drawing", "legacyDrawing",
        "legacyDrawingHF", "tableParts", "picture", "customProperties",
    )
)  # fmt: skip
_NAME = re.compile(rb"(<(?:[\w.-]+:)?definedName\s[^>]*>)([^<]*)(?=</)")
_NAME_ATTRIBUTE = re.compile(rb"""\sname\s*=\s*["']([^"']*)""")
_LOCATION = re.compile(rb"""<(?:[\w.-]+:)?hyperlink\s[^>]*?location\s*=\s*"([^"]*)\"""")
_CONTROL = re.compile(rb"""ObjectType\s*=\s*["'](?!Note["']).*?<x:Anchor>([^<]*)<""", re.DOTALL)
_OWN_NAMES = (b"_xlnm._FilterDatabase", b"_xlnm.Print_Area")
_KINDS: Mapping[str, Obstacle] = {"charts": "charts", "pivotCache": "pivots", "pivotTables": "pivots"}
_ANCHORED: Mapping[str, Obstacle] = {
    "comments": "comments",
    "threadedComment": "comments",
    "drawing": "drawings",
    "control": "drawings",
    "oleObject": "drawings",
    "ctrlProp": "drawings",
    "pivotTable": "pivots",
    "queryTable": "tables",
}


# A workbook


def obstacles(workbook: Workbook, sheet: str, rows: Collection[int]) -> tuple[Obstacle, ...]:
    """Return what keeps rows (from 0) of a sheet from being taken out of a copy, each kind once.

    Nothing does in text files, nor in files whose copy is made anew. Raises OSError, KeyError where there
    is no such sheet, and what reading a damaged package raises.
    """
    if workbook.format != "xlsx" or not rows:
        return ()
    with zipfile.ZipFile(workbook.path) as archive:
        return tuple(dict.fromkeys(_obstacles(Package(archive), sheet, RowRemoval(rows))))


def write_without_rows(source: Path, target: BinaryIO, rows: Mapping[str, Collection[int]]) -> None:
    """Write the workbook `source` to `target` without those rows (from 0), by the names of the sheets.

    Raises what `obstacles` raises, and ValueError where something stands in the way.
    """
    with source.open("rb") as file, zipfile.ZipFile(file) as archive:
        package = Package(archive)
        changed: dict[str, tuple[bytes]] = {}
        for name, numbers in rows.items():
            changed |= _changed(package, name, RowRemoval(numbers), changed)
        copy_changed(file, archive, target, changed)


def _sheet(package: Package, name: str) -> SheetPart:
    return next(sheet for sheet in package.sheets() if sheet.name == name)


# What stands in the way


def _obstacles(package: Package, name: str, removal: RowRemoval) -> Iterator[Obstacle]:
    sheet = _sheet(package, name)
    yield from obstacles_in(SheetXml(package.read(sheet.part)), removal)
    for relation in package.relations(sheet.part):
        if relation.kind == "table" and not _table_keeps_a_row(package, relation, removal):
            yield "tables"
        elif relation.kind in _ANCHORED and _is_anchored_below(package, relation, removal):
            yield _ANCHORED[relation.kind]
        elif relation.kind == "vmlDrawing" and _is_control_below(package, relation, removal):
            yield "drawings"
    yield from _others(package, sheet, removal)


def _table_keeps_a_row(package: Package, relation: Relation, removal: RowRemoval) -> bool:
    root = ElementTree.fromstring(package.read(relation.part))
    area = root.get("ref", "")
    left = removal.area(area) or ""
    header = int(root.get("headerRowCount", "1")) + int(root.get("totalsRowCount", "0"))
    rows = [int(number) for number in re.findall(r"\d+", left)]
    own = [int(number) - 1 for number in re.findall(r"\d+", area)]
    return len(rows) == 2 and rows[1] - rows[0] >= header and own[0] not in removal.rows


def _is_anchored_below(package: Package, relation: Relation, removal: RowRemoval) -> bool:
    if package.member(relation.part) is None:
        return False
    for element in ElementTree.fromstring(package.read(relation.part)).iter():
        if local_name(element) == "row" and int(element.text or 0) >= removal.rows[0]:
            return True
        if removal.concerns(element.get("ref", "")):
            return True
    return relation.kind not in ("comments", "threadedComment", "drawing")


def _is_control_below(package: Package, relation: Relation, removal: RowRemoval) -> bool:
    """Return whether a button or list of the oldest kind stands in or below the first row that goes."""
    if package.member(relation.part) is None:
        return False
    anchors = (found[1].split(b",") for found in _CONTROL.finditer(package.read(relation.part)))
    return any(len(anchor) == 8 and int(anchor[6]) >= removal.rows[0] for anchor in anchors)


def _is_linked_to(package: Package, sheet: SheetPart, member: str, removal: RowRemoval) -> bool:
    """Return whether a sheet has a link that leads to a row of `sheet` that goes or moves."""
    is_own = member == package.member(sheet.part)
    texts = [unescape(found[1].decode()) for found in _LOCATION.finditer(package.archive.read(member))]
    return any(
        removal.concerns(text) for text in texts if _is_of(sheet, text) or (is_own and "!" not in text)
    )


def _others(package: Package, sheet: SheetPart, removal: RowRemoval) -> Iterator[Obstacle]:
    """Yield what in other parts points into the sheet."""
    main = package.main_part() or ""
    if any(_points_below(sheet, name, text, removal) for name, text in _names(package, main)):
        yield "names"
    for each in package.sheets():
        member = package.member(each.part)
        if each.has_cells and member and _is_linked_to(package, sheet, member, removal):
            yield "links"
    parts = {sheet.part, main, *(each.part for each in package.relations(sheet.part))}
    own = {package.member(part) for part in parts}
    marks = (f"{sheet.name}!", f"{sheet.name}'!", f'sheet="{sheet.name}"')
    for member in package.archive.namelist():
        if member not in own and member.endswith(".xml") and "/sharedStrings" not in member:
            text = package.archive.read(member)
            if b"<f" in text or b":f" in text or b"worksheetSource" in text:
                plain = unescape(text.decode("utf-8", "replace")).replace("''", "'")
                if any(mark in plain for mark in marks):
                    yield next((kind for part, kind in _KINDS.items() if f"/{part}" in member), "formulas")


def _names(package: Package, main: str) -> Iterator[tuple[bytes, str]]:
    for found in _NAME.finditer(as_utf8(package.read(main))):
        name = _NAME_ATTRIBUTE.search(found[1])
        yield name[1] if name else b"", unescape(found[2].decode())


def _points_below(sheet: SheetPart, name: bytes, text: str, removal: RowRemoval) -> bool:
    if not _is_of(sheet, text):
        return False
    area = text.rpartition("!")[2]
    if name in _OWN_NAMES and text.count("!") == 1:
        return not removal.area(area)
    return removal.concerns(text)


def _is_of(sheet: SheetPart, text: str) -> bool:
    return f"{sheet.name}!" in text or f"{sheet.name}'!" in text.replace("''", "'")


# What changes


def _changed(
    package: Package, name: str, removal: RowRemoval, before: Mapping[str, tuple[bytes]]
) -> dict[str, tuple[bytes]]:
    """Return the members that differ, on top of those that differ already."""
    sheet, main = _sheet(package, name), package.main_part() or ""
    if any(_obstacles(package, name, removal)):
        raise ValueError(f"rows of {name} cannot be taken out")
    changed = {_member(package, sheet.part): (without_rows(SheetXml(package.read(sheet.part)), removal),)}
    for relation in package.relations(sheet.part):
        if relation.kind == "table":
            xml = as_utf8(package.read(relation.part))
            changed[_member(package, relation.part)] = (with_areas_moved(xml, removal),)
    workbook = before.get(_member(package, main), (as_utf8(package.read(main)),))[0]
    renamed = _NAME.sub(lambda found: found[1] + _moved_name(sheet, found, removal), workbook)
    return changed | ({_member(package, main): (renamed,)} if renamed != workbook else {})


def _member(package: Package, part: str) -> str:
    return package.member(part) or part


def _moved_name(sheet: SheetPart, found: re.Match[bytes], removal: RowRemoval) -> bytes:
    name, text = _NAME_ATTRIBUTE.search(found[1]), found[2].decode()
    if name is None or name[1] not in _OWN_NAMES or not _is_of(sheet, unescape(text)):
        return found[2]
    start, mark, area = text.rpartition("!")
    return f"{start}{mark}{removal.area(area)}".encode()


# A sheet


class RowRemoval:
    """The rows (from 0) that go, and where that leaves the others."""

    def __init__(self, rows: Collection[int]) -> None:
        self.rows = sorted(set(rows))

    def concerns(self, reference: str) -> bool:
        """Return whether a text names a cell, or whole rows, in or below the first row that goes."""
        plain = _QUOTED.sub("", reference)
        rows = [found[2] for found in _REFERENCE.finditer(plain)] + _WHOLE_ROWS.findall(plain)
        return any(int(row) > self.rows[0] for row in rows)

    def moved(self, row: int) -> int:
        """Return where a row stands afterwards; for one that goes, where the next one does."""
        return row - bisect_left(self.rows, row)

    def area(self, text: str) -> str | None:
        """Return what is left of an area such as `A1:G10` or `$B$7`; None where nothing is."""
        ends = [_REFERENCE.fullmatch(end) for end in text.split(":")]
        if not all(ends):
            return text  # whole columns, or nothing that has rows
        rows = [int(end[2]) - 1 for end in ends if end]
        first, last = self.moved(rows[0]), self.moved(rows[-1] + 1) - 1
        if last < first:
            return None
        new = [first, last][: len(ends)]
        return ":".join(f"{end[1]}{row + 1}" for end, row in zip(ends, new, strict=True) if end)

    def areas(self, text: str) -> str:
        """Return what is left of several areas with blanks between them; empty where nothing is."""
        return " ".join(filter(None, map(self.area, text.split())))

    def holds_part_of(self, text: str) -> bool:
        """Return whether some but not all of the rows of an area go, or all of them."""
        ends = [_REFERENCE.fullmatch(end) for end in text.split(":")]
        rows = [int(end[2]) - 1 for end in ends if end]
        return bool(rows) and bisect_left(self.rows, rows[0]) < bisect_left(self.rows, rows[-1] + 1)


def obstacles_in(sheet: SheetXml, removal: RowRemoval) -> Iterator[Obstacle]:
    """Yield what in a sheet's own XML stands in the way."""
    inside = sheet.data[sheet.start : sheet.end]
    if b"<" + sheet.prefix + b"f>" in inside or b"<" + sheet.prefix + b"f " in inside:
        yield "formulas"
    if b"<!--" in sheet.data or b"<![CDATA[" in sheet.data:
        yield "other"
    for element in _around(sheet):
        name = local_name(element)
        if name in _MOVED:
            yield from _obstacles_of(element, removal)
        elif name == "rowBreaks":
            if any(int(each.get("id", "0")) > removal.rows[0] for each in element):
                yield "other"
        elif name not in _OF_NO_ROWS and _concerned(element, removal):
            yield "other"


def _around(sheet: SheetXml) -> Iterable[ElementTree.Element]:
    """Return what the sheet says besides its cells."""
    closing = sheet.start if sheet.empty_tag else sheet.data.index(b">", sheet.end) + 1
    return ElementTree.fromstring(sheet.data[: sheet.tag_start] + sheet.data[closing:])


def _obstacles_of(element: ElementTree.Element, removal: RowRemoval) -> Iterator[Obstacle]:
    for each in element.iter():
        name, area = local_name(each), each.get("ref") or each.get("sqref") or ""
        if name == "mergeCell" and removal.holds_part_of(area):
            yield "merged"
        elif name == "hyperlink" and removal.holds_part_of(area):
            yield "links"
        elif area and name != "selection" and not removal.areas(area):
            yield "other"
        elif name in ("formula", "formula1", "formula2") and removal.concerns(each.text or ""):
            yield "formulas"


def _concerned(element: ElementTree.Element, removal: RowRemoval) -> bool:
    texts = (text for each in element.iter() for text in (*each.attrib.values(), each.text or ""))
    return any(map(removal.concerns, texts))


def without_rows(sheet: SheetXml, removal: RowRemoval) -> bytes:
    """Return the XML of a sheet without those rows; nothing may stand in the way."""
    head, tail = sheet.data[: sheet.tag_start], sheet.data[sheet.end :]
    return b"".join(
        (
            with_areas_moved(head, removal),
            sheet.data[sheet.tag_start : sheet.start],
            *_rows(sheet, removal),
            with_areas_moved(tail, removal),
        )
    )


def _rows(sheet: SheetXml, removal: RowRemoval) -> Iterator[bytes]:
    going = set(removal.rows)
    place = sheet.start
    for number, tag in sheet.row_tags():
        if number in going:
            row = sheet.row(number, tag)
            yield _renumbered(sheet, sheet.data[place : row.start], removal)
            place = row.end
    yield _renumbered(sheet, sheet.data[place : sheet.end], removal)


def _renumbered(sheet: SheetXml, rows: bytes, removal: RowRemoval) -> bytes:
    tag = rb"(<" + re.escape(sheet.prefix) + rb"(?:row|c)(?:\s[^>]*?)?\sr\s*=\s*[\"'][A-Za-z]{0,3})(\d+)"
    return re.sub(tag, lambda found: b"%s%d" % (found[1], removal.moved(int(found[2]) - 1) + 1), rows)


def with_areas_moved(xml: bytes, removal: RowRemoval) -> bytes:
    """Return XML with every area that an attribute names where it stands afterwards."""

    def moved(found: re.Match[bytes]) -> bytes:
        areas = found[2][1:-1].decode()
        left = removal.areas(areas) or removal.areas(_at_row_moved(areas, removal))
        return b'%s"%s"' % (found[1], left.encode())

    return _REF_ATTRIBUTE.sub(moved, xml)


def _at_row_moved(areas: str, removal: RowRemoval) -> str:
    """Return the cell that now is where a selected one was that went."""
    found = _REFERENCE.match(areas)
    return f"{found[1]}{removal.moved(int(found[2]) - 1) + 1}" if found else areas
