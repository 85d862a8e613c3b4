"""What each cell of an Excel workbook (XML) reads as, from the sheet's own bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from xml.etree import ElementTree

from listo.core.workbooks.limits import checked_row
from listo.core.workbooks.model import Cell
from listo.core.workbooks.number_formats import Formatter, Shown
from listo.core.workbooks.sheets_xml.escapes import decoded, excel_decoded
from listo.core.workbooks.shown import ERROR_TEXTS, number_text
from listo.core.workbooks.xlsx.package import Package, local_name
from listo.core.workbooks.xlsx.sheet_xml import SheetXml, attribute

_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)<")
_TEXT = re.compile(rb"<((?:[\w.-]+:)?)(t|rPh)(\s[^>]*)?(?:/>|>(.*?)</\1\2\s*>)", re.DOTALL)
_KEPT = "preserve"
_BLANKS = " \t\r\n"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def formatted(attributes: bytes, content: bytes, formatters: Mapping[int, Formatter]) -> Shown | None:
    """Return what a cell reads as that is an error or has a number under a format, None for the others."""
    value = _VALUE.search(content)
    kind = attribute(attributes, b"t")
    if kind == b"e":
        return (decoded(value[1].decode()) if value else "", "error")
    form = formatters.get(int(attribute(attributes, b"s") or 0))
    if form is None or value is None or kind not in (None, b"n"):
        return None
    return form(float(value[1]))


class CellReader:
    """Reads whole sheets cell by cell: slower than calamine, and at home with what calamine cannot take."""

    def __init__(
        self, package: Package, shared_part: str | None, formatters: Mapping[int, Formatter]
    ) -> None:
        self._package = package
        self._shared_part = shared_part
        self._formatters = formatters

    def cells(self, data: bytes) -> Iterator[tuple[Cell, Shown]]:
        """Yield all cells that show something. Raises ValueError or LookupError where the data is damaged."""
        sheet = SheetXml(data)
        for row in sheet.rows():
            for cell in sheet.cells(row):
                shown = self.shown(cell.attributes, sheet.data[cell.content : cell.content_end])
                if any(shown):
                    yield Cell(checked_row(row.number), cell.number), shown

    def shown(self, attributes: bytes, content: bytes) -> Shown:
        """Return what one cell reads as. Raises ValueError or LookupError where it is damaged."""
        if shown := formatted(attributes, content, self._formatters):
            return shown
        text = self._text(content, attribute(attributes, b"t") or b"n")
        return text, "error" if text in ERROR_TEXTS else None

    def _text(self, content: bytes, kind: bytes) -> str:
        if kind == b"inlineStr":
            return _inline_text(content)
        found = _VALUE.search(content)
        value = found[1].decode() if found else ""
        if not value:
            return ""
        if kind == b"s":
            return self._shared_texts[int(value)]
        if kind == b"b":
            return "FALSE" if value in ("0", "false") else "TRUE"
        return number_text(float(value)) if kind == b"n" else decoded(value)

    @cached_property
    def _shared_texts(self) -> list[str]:
        if not self._shared_part:
            return []
        root = ElementTree.fromstring(self._package.archive.read(self._shared_part))
        return [rich_text(item) for item in root if local_name(item) == "si"]


def _inline_text(content: bytes) -> str:
    return "".join(
        decoded(_outside_kept(found[4].decode(), found[3] and _KEPT.encode() in found[3]))
        for found in _TEXT.finditer(content)
        if found[2] == b"t" and found[4]
    )


def rich_text(item: ElementTree.Element) -> str:
    """Return a shared text: its runs one after the other, without what tells how they sound."""
    return "".join(
        excel_decoded(_outside_kept(element.text or "", element.get(_SPACE) == _KEPT))
        for child in item
        if local_name(child) != "rPh"
        for element in child.iter()
        if local_name(element) == "t"
    )


def _outside_kept(text: str, kept: object) -> str:
    """Return a text without the blanks around it, unless the file says that they count."""
    return text if kept else text.strip(_BLANKS)
