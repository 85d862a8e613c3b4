"""How a row that is written right below others looks: as the one above it, as when somebody types there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from listo.core.workbooks.sheets_xml.changes import Change
from listo.core.workbooks.xlsx.sheet_xml import SheetXml, Span, attribute, attribute_pairs, cell_at

_HEIGHT = frozenset((b"ht", b"customHeight"))
_STYLE = frozenset((b"s", b"customFormat"))
_ON = (b"1", b"true")
_FOLLOWING = re.compile(
    rb"""<(?:[\w.-]+:)?(?:dataValidation|conditionalFormatting)\s[^>]*?\ssqref\s*=\s*["']([^"'<>]*)["']"""
    rb"""|<(?:[\w.-]+:)?(?:dataValidation|conditionalFormatting)\s+sqref\s*=\s*["']([^"'<>]*)["']"""
    rb"""|<(?:[\w.-]+:)?sqref>([^<]*)<"""
)
_AREA = re.compile(rb"(\$?[A-Za-z]{1,3}\$?\d+):(\$?([A-Za-z]{1,3})\$?)(\d+)")


class Look(NamedTuple):
    """The attributes of a row that a copy of it bears, and the styles of its cells by their columns."""

    attributes: bytes
    styles: Mapping[int, bytes]
    of_row: bytes | None


NO_LOOK = Look(b"", {}, None)


def look_of(sheet: SheetXml, row: Span) -> Look:
    """Return how a row looks."""
    style = style_of(row)
    has_height = attribute(row.attributes, b"customHeight") in _ON
    kept = (_HEIGHT if has_height else frozenset()) | (_STYLE if style else frozenset())
    return Look(
        b"".join(b" %s=%s" % pair for pair in attribute_pairs(row.attributes) if pair[0] in kept),
        {cell.number: attribute(cell.attributes, b"s") or b"0" for cell in sheet.cells(row)},
        style,
    )


def style_of(row: Span) -> bytes | None:
    """Return the style that a row gives to cells that are not there, None where it gives none."""
    has_own = attribute(row.attributes, b"customFormat") in _ON
    return attribute(row.attributes, b"s") if has_own else None


def followed(sheet: SheetXml, last: int, new_last: int, columns: Collection[int]) -> Iterator[Change]:
    """Yield how areas of choices and of formats that end in row `last` come to end in `new_last`.

    Only those that span several rows and one of the `columns`; both rows count from 0.
    """
    for found in _FOLLOWING.finditer(sheet.data, sheet.end):
        group = found.lastindex or 1
        for area in _AREA.finditer(sheet.data, *found.span(group)):
            first, end = cell_at(area[1]), cell_at(area[2] + area[4])
            meets = any(first.column <= column <= end.column for column in columns)
            if end.row == last > first.row and meets:
                yield Change(*area.span(), b"%s:%s%d" % (area[1], area[2], new_last + 1))
