"""Rows taken out of a sheet's XML: those below move up, and so does all that the sheet says of its rows.

Source: ECMA-376 part 1, 18.3.1 (what stands in a sheet) and 18.18.7, 18.18.62 (references).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from typing import Literal
from xml.etree import ElementTree

from listo.core.workbooks.xlsx.package import local_name
from listo.core.workbooks.xlsx.sheet_xml import SheetXml

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


class Removal:
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


def obstacles_in(sheet: SheetXml, removal: Removal) -> Iterator[Obstacle]:
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


def _obstacles_of(element: ElementTree.Element, removal: Removal) -> Iterator[Obstacle]:
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


def _concerned(element: ElementTree.Element, removal: Removal) -> bool:
    texts = (text for each in element.iter() for text in (*each.attrib.values(), each.text or ""))
    return any(map(removal.concerns, texts))


def without_rows(sheet: SheetXml, removal: Removal) -> bytes:
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


def _rows(sheet: SheetXml, removal: Removal) -> Iterator[bytes]:
    going = set(removal.rows)
    place = sheet.start
    for number, tag in sheet.row_tags():
        if number in going:
            row = sheet.row(number, tag)
            yield _renumbered(sheet, sheet.data[place : row.start], removal)
            place = row.end
    yield _renumbered(sheet, sheet.data[place : sheet.end], removal)


def _renumbered(sheet: SheetXml, rows: bytes, removal: Removal) -> bytes:
    tag = rb"(<" + re.escape(sheet.prefix) + rb"(?:row|c)(?:\s[^>]*?)?\sr\s*=\s*[\"'][A-Za-z]{0,3})(\d+)"
    return re.sub(tag, lambda found: b"%s%d" % (found[1], removal.moved(int(found[2]) - 1) + 1), rows)


def with_areas_moved(xml: bytes, removal: Removal) -> bytes:
    """Return XML with every area that an attribute names where it stands afterwards."""

    def moved(found: re.Match[bytes]) -> bytes:
        areas = found[2][1:-1].decode()
        left = removal.areas(areas) or removal.areas(_at_row_moved(areas, removal))
        return b'%s"%s"' % (found[1], left.encode())

    return _REF_ATTRIBUTE.sub(moved, xml)


def _at_row_moved(areas: str, removal: Removal) -> str:
    """Return the cell that now is where a selected one was that went."""
    found = _REFERENCE.match(areas)
    return f"{found[1]}{removal.moved(int(found[2]) - 1) + 1}" if found else areas
