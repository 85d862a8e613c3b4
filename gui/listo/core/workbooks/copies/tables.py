"""Tables in a sheet follow what is written right below them, as they do when somebody types there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from listo.core.workbooks.model import Cell
from listo.core.workbooks.sheets_xml.spans import attribute, reference
from listo.core.workbooks.sheets_xml.splicing import area_of

_TAG_REST = rb"""(?:[^>"']|"[^"]*"|'[^']*')*>"""
_AREAS = re.compile(rb"<(?:[\w.-]+:)?(?:table|autoFilter)\s" + _TAG_REST)
_AREA = re.compile(rb"""(\sref\s*=\s*)("[^"]*"|'[^']*')""")


def grown(xml: bytes, cells: Mapping[Cell, str]) -> bytes:
    """Return a table's XML with the rows in it that `cells` fill right below it; one with totals stays."""
    found = _AREAS.search(xml)
    text = attribute(found[0], b"ref") if found else None
    if found is None or text is None or attribute(found[0], b"totalsRowCount") not in (None, b"0"):
        return xml
    first, last = area_of(text)
    filled = {cell.row for cell, new in cells.items() if new and first.column <= cell.column <= last.column}
    end = last.row
    while end + 1 in filled:
        end += 1
    if end == last.row:
        return xml
    old, new_end = reference(last).encode(), reference(Cell(end, last.column)).encode()

    def lower(tag: re.Match[bytes]) -> bytes:
        return _AREA.sub(lambda area: area[0].replace(old, new_end), tag[0], count=1)

    return _AREAS.sub(lower, xml)
