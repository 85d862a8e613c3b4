"""A copy of a file with rows taken out, where nothing in it would point to the wrong rows afterwards."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from typing import BinaryIO
from xml.etree import ElementTree

from listo.core.workbooks.copies.text import write_text_copy
from listo.core.workbooks.model import Workbook
from listo.core.workbooks.sheets_xml.removing import (
    Obstacle,
    Removal,
    obstacles_in,
    with_areas_moved,
    without_rows,
)
from listo.core.workbooks.xlsx.package import Package, Relation, SheetPart, local_name
from listo.core.workbooks.xlsx.sheet_xml import SheetXml, as_utf8
from listo.core.workbooks.xlsx.zip_copy import copy_changed

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


def obstacles(workbook: Workbook, sheet: str, rows: Collection[int]) -> tuple[Obstacle, ...]:
    """Return what keeps rows (from 0) of a sheet from being taken out of a copy, each kind once.

    Nothing does in text files, nor in files whose copy is made anew. Raises OSError, KeyError where there
    is no such sheet, and what reading a damaged package raises.
    """
    if workbook.format != "xlsx" or not rows:
        return ()
    with zipfile.ZipFile(workbook.path) as archive:
        return tuple(dict.fromkeys(_obstacles(Package(archive), sheet, Removal(rows))))


def write_without_rows(copy: Workbook, target: BinaryIO, rows: Mapping[str, Collection[int]]) -> None:
    """Write the file of `copy` to `target` without those rows (from 0), by the names of the sheets.

    Raises what `obstacles` raises, and ValueError where something stands in the way.
    """
    if copy.format == "csv":
        write_text_copy(copy, target, {}, without=set(rows[copy.tables[0].name]))
        return
    with copy.path.open("rb") as file, zipfile.ZipFile(file) as archive:
        package = Package(archive)
        changed: dict[str, tuple[bytes]] = {}
        for name, numbers in rows.items():
            changed |= _changed(package, name, Removal(numbers), changed)
        copy_changed(file, archive, target, changed)


def _sheet(package: Package, name: str) -> SheetPart:
    return next(sheet for sheet in package.sheets() if sheet.name == name)


# What stands in the way


def _obstacles(package: Package, name: str, removal: Removal) -> Iterator[Obstacle]:
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


def _table_keeps_a_row(package: Package, relation: Relation, removal: Removal) -> bool:
    root = ElementTree.fromstring(package.read(relation.part))
    area = root.get("ref", "")
    left = removal.area(area) or ""
    header = int(root.get("headerRowCount", "1")) + int(root.get("totalsRowCount", "0"))
    rows = [int(number) for number in re.findall(r"\d+", left)]
    own = [int(number) - 1 for number in re.findall(r"\d+", area)]
    return len(rows) == 2 and rows[1] - rows[0] >= header and own[0] not in removal.rows


def _is_anchored_below(package: Package, relation: Relation, removal: Removal) -> bool:
    if package.member(relation.part) is None:
        return False
    for element in ElementTree.fromstring(package.read(relation.part)).iter():
        if local_name(element) == "row" and int(element.text or 0) >= removal.rows[0]:
            return True
        if removal.concerns(element.get("ref", "")):
            return True
    return relation.kind not in ("comments", "threadedComment", "drawing")


def _is_control_below(package: Package, relation: Relation, removal: Removal) -> bool:
    """Return whether a button or list of the oldest kind stands in or below the first row that goes."""
    if package.member(relation.part) is None:
        return False
    anchors = (found[1].split(b",") for found in _CONTROL.finditer(package.read(relation.part)))
    return any(len(anchor) == 8 and int(anchor[6]) >= removal.rows[0] for anchor in anchors)


def _is_linked_to(package: Package, sheet: SheetPart, member: str, removal: Removal) -> bool:
    """Return whether a sheet has a link that leads to a row of `sheet` that goes or moves."""
    is_own = member == package.member(sheet.part)
    texts = [unescape(found[1].decode()) for found in _LOCATION.finditer(package.archive.read(member))]
    return any(
        removal.concerns(text) for text in texts if _is_of(sheet, text) or (is_own and "!" not in text)
    )


def _others(package: Package, sheet: SheetPart, removal: Removal) -> Iterator[Obstacle]:
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


def _points_below(sheet: SheetPart, name: bytes, text: str, removal: Removal) -> bool:
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
    package: Package, name: str, removal: Removal, before: Mapping[str, tuple[bytes]]
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


def _moved_name(sheet: SheetPart, found: re.Match[bytes], removal: Removal) -> bytes:
    name, text = _NAME_ATTRIBUTE.search(found[1]), found[2].decode()
    if name is None or name[1] not in _OWN_NAMES or not _is_of(sheet, unescape(text)):
        return found[2]
    start, mark, area = text.rpartition("!")
    return f"{start}{mark}{removal.area(area)}".encode()


def rows_left(workbook: Workbook, rows: Mapping[str, Collection[int]]) -> Iterator[list[list[str]]]:
    """Yield the texts of each sheet that a copy without those rows must hold."""
    for table in workbook.tables:
        going = set(rows.get(table.name, ()))
        yield [[*row] for number, row in enumerate(table.rows) if number not in going]


def holds_what_is_left(copy: Workbook, before: Workbook, rows: Mapping[str, Collection[int]]) -> bool:
    """Return whether a copy says just what the file before it did, but for those rows."""
    found = ([[*row] for row in table.rows] for table in copy.tables)
    pairs = zip(found, rows_left(before, rows), strict=False)
    return len(copy.tables) == len(before.tables) and all(_trimmed(a) == _trimmed(b) for a, b in pairs)


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows
