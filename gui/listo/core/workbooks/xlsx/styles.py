"""What the styles of cells and rows say: how numbers read, and how a new row looks below another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from listo.core.workbooks.model import TooLargeError, cell_at
from listo.core.workbooks.number_formats import BUILT_IN, Formatter, formatter, is_general
from listo.core.workbooks.xlsx.package import Package, parse_elements
from listo.core.workbooks.xlsx.sheet_xml import SheetXml, Span, XmlChange, attribute, attribute_pairs

_GROUPS_OF_STYLES = frozenset(("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"))
"""Of those in a part of styles, what may hold an `xf`, and what follows it. Source: ECMA-376, 18.8.39."""

_MOST_STYLES = 131_072
"""Twice as many styles of cells as Excel takes (65,490: Microsoft, "Excel specifications and limits")."""

_HEIGHT = frozenset((b"ht", b"customHeight"))
_STYLE = frozenset((b"s", b"customFormat"))
_ON = (b"1", b"true")
_FOLLOWING = re.compile(
    rb"""<(?:[\w.-]+:)?(?:dataValidation|conditionalFormatting)\s[^>]*?\ssqref\s*=\s*["']([^"'<>]*)["']"""
    rb"""|<(?:[\w.-]+:)?(?:dataValidation|conditionalFormatting)\s+sqref\s*=\s*["']([^"'<>]*)["']"""
    rb"""|<(?:[\w.-]+:)?sqref>([^<]*)<"""
)
_AREA = re.compile(rb"(\$?[A-Za-z]{1,3}\$?\d+):(\$?([A-Za-z]{1,3})\$?)(\d+)")


def formatters(package: Package) -> Mapping[int, Formatter]:
    """Return for each cell style that changes how a number reads what does so.

    Raises what reading the package raises.
    """
    main = package.main_part()
    part = package.related(main, "styles") if main else None
    if main is None or part is None or package.member(part) is None:
        return {}
    codes = _codes(package.read_small(part))
    from_1904 = _counts_from_1904(package.read_small(main))
    return {style: formatter(code, from_1904) for style, code in enumerate(codes) if not is_general(code)}


def _codes(xml: bytes) -> list[str]:
    """Return the code of each style of cells: what `xf` says inside `cellXfs`."""
    codes = dict(BUILT_IN)
    styles: list[int] = []
    group = ""

    def note(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal group
        if name == "numFmt":
            codes[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif name in _GROUPS_OF_STYLES:
            group = name
        elif name == "xf" and group == "cellXfs":
            styles.append(int(attributes.get("numFmtId", "0")))
            if len(styles) > _MOST_STYLES:
                raise TooLargeError(len(xml))

    parse_elements(xml, note)
    return [codes.get(number, "General") for number in styles]


def _counts_from_1904(workbook: bytes) -> bool:
    said: list[str] = []

    def note(name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr" and not said:
            said.append(attributes.get("date1904", "0"))

    parse_elements(workbook, note)
    return said[:1] in (["1"], ["true"], ["on"])


# Rows


class RowStyle(NamedTuple):
    """The attributes of a row that a copy of it bears, and the styles of its cells by their columns."""

    attributes: bytes
    styles: Mapping[int, bytes]
    of_row: bytes | None


NO_ROW_STYLE = RowStyle(b"", {}, None)


def row_style_of(sheet: SheetXml, row: Span) -> RowStyle:
    """Return how a row looks."""
    style = style_of_new_cells(row)
    has_height = attribute(row.attributes, b"customHeight") in _ON
    kept = (_HEIGHT if has_height else frozenset()) | (_STYLE if style else frozenset())
    return RowStyle(
        b"".join(b" %s=%s" % pair for pair in attribute_pairs(row.attributes) if pair[0] in kept),
        {cell.number: attribute(cell.attributes, b"s") or b"0" for cell in sheet.cells(row)},
        style,
    )


def style_of_new_cells(row: Span) -> bytes | None:
    """Return the style that a row gives to cells that are not there, None where it gives none."""
    has_own = attribute(row.attributes, b"customFormat") in _ON
    return attribute(row.attributes, b"s") if has_own else None


def extended_areas(
    sheet: SheetXml, last: int, new_last: int, columns: Collection[int]
) -> Iterator[XmlChange]:
    """Yield how areas of choices and of formats that end in row `last` come to end in `new_last`.

    Only those that span several rows and one of the `columns`; both rows count from 0.
    """
    for found in _FOLLOWING.finditer(sheet.data, sheet.end):
        group = found.lastindex or 1
        for area in _AREA.finditer(sheet.data, *found.span(group)):
            first, end = cell_at(area[1]), cell_at(area[2] + area[4])
            meets = any(first.column <= column <= end.column for column in columns)
            if end.row == last > first.row and meets:
                yield XmlChange(*area.span(), b"%s:%s%d" % (area[1], area[2], new_last + 1))
