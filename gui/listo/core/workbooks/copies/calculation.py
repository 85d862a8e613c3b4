"""The order in which Excel calculates a workbook's formulas, shortened by those that are gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from listo.core.workbooks.model import Cell
from listo.core.workbooks.sheets_xml.areas import Area
from listo.core.workbooks.xlsx.sheet_xml import attribute, cell_at

_CHAINED = re.compile(rb"<(?:[\w.-]+:)?c\s([^>]*?)/>")


def shortened(xml: bytes, gone: Mapping[str, Iterable[Area]]) -> bytes:
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
