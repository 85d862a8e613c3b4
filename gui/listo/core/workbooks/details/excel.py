"""What calamine leaves out of an Excel workbook (XML): errors, and the formats of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from xml.etree import ElementTree

from listo.core.workbooks.details.model import MOST_CELLS, NOTHING, Details, checked_row
from listo.core.workbooks.files.package import Package, local_name
from listo.core.workbooks.formats import Shown
from listo.core.workbooks.model import Cell
from listo.core.workbooks.sheets_xml.escapes import decoded, excel_decoded
from listo.core.workbooks.sheets_xml.spans import SheetXml, Span, as_utf8, attribute, cell_at, column_number
from listo.core.workbooks.sheets_xml.styles import formatters
from listo.core.workbooks.shown import ERROR_TEXTS, number_text

_HEAD = 65_536
_FAR = re.compile(rb' r="(?:[A-Za-z]{2}|[A-Za-z]?\d{7})')
_FAR_ROW = re.compile(rb' r="[A-Za-z]*(\d{7,})"')
_ROW_NUMBER = re.compile(rb'<(?:[\w.-]+:)?row\s(?:[^>]*?\s)?r="(\d+)"')
_COLUMN = re.compile(rb' r="([A-Za-z]{2,3})\d')
_CELL = re.compile(rb"""<((?:[\w.-]+:)?)c(\s(?:[^>"']|"[^"]*"|'[^']*')*)>""")
_LONG_NUMBER = re.compile(rb"-?(?:\d{10}|[\d.]+[Ee]\+?\d)")
_LONGEST_DATE = 9  # digits; whatever is shorter is a day that can be counted to
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)<")
_TEXT = re.compile(rb"<((?:[\w.-]+:)?)(t|rPh)(?:\s[^>]*)?(?:/>|>(.*?)</\1\2\s*>)", re.DOTALL)


class ExcelDetails:
    """Reads the details of one sheet after the other from an open package.

    Calling it raises what reading a damaged package raises.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts = {sheet.name: sheet.part for sheet in package.sheets()}
        self._formatters = formatters(package)
        self._shared_part = _shared_part(package)
        styles = b"|".join(b"%d" % style for style in self._formatters)
        self._styled = re.compile(rb' s="(?:%s)"' % styles) if styles else None
        self._unpack_shared_texts()

    def __call__(self, name: str) -> Details:
        """Return what is to be known of the sheet of that name."""
        part = self._parts.get(name, "")
        if self._package.member(part) is None:
            return NOTHING
        data = as_utf8(self._package.read(part))
        # No program in use puts single quotes: what does is read the slow way.
        if b"='" in data[:_HEAD] or _area(data) > MOST_CELLS:
            return self._of_all(data)
        found = self._of_marked(data)
        return self._of_all(data) if found is None else Details(found)

    def _unpack_shared_texts(self) -> None:
        """Go once over the shared texts: zipfile notices where they are damaged or more than they claim."""
        if self._shared_part:
            with self._package.archive.open(self._shared_part) as member:
                while member.read(1 << 20):
                    pass

    # Some cells

    def _of_marked(self, data: bytes) -> dict[Cell, Shown] | None:
        """Return what the cells in question read as, None where that or calamine cannot tell."""
        found: dict[Cell, Shown] = {}
        for place in self._marks(data):
            tag = _CELL.match(data, data.rfind(b"<", 0, place))
            if tag is None:
                continue  # a row or a column of that style
            given = attribute(tag[2], b"r")
            if given is None:
                return None
            if tag[2].endswith(b"/"):
                continue
            end = data.find(b"</%sc" % tag[1], tag.end())
            shown = self._shown(tag[2], data, tag.end(), end)
            if shown and shown[1] == "date" and _beyond_dates(data, tag.end(), end):
                return None
            if shown:
                found[cell_at(given)] = shown
        return found

    def _marks(self, data: bytes) -> Iterator[int]:
        if self._styled:
            yield from (found.start() for found in self._styled.finditer(data))
        place = data.find(b' t="e"')
        while place >= 0:
            yield place
            place = data.find(b' t="e"', place + 1)

    def _shown(self, attributes: bytes, data: bytes, start: int, end: int) -> Shown | None:
        value = _VALUE.search(data, start, end)
        kind = attribute(attributes, b"t")
        if kind == b"e":
            return (decoded(value[1].decode()) if value else "", "error")
        form = self._formatters.get(int(attribute(attributes, b"s") or 0))
        if form is None or value is None or kind not in (None, b"n"):
            return None
        return form(float(value[1]))

    # All cells

    def _of_all(self, data: bytes) -> Details:
        sheet = SheetXml(data)
        return Details(
            {
                Cell(checked_row(row.number), cell.number): shown
                for row in sheet.rows()
                for cell in sheet.cells(row)
                if (shown := self._whole(sheet.data, cell))[0] or shown[1]
            },
            complete=True,
        )

    def _whole(self, data: bytes, cell: Span) -> Shown:
        formatted = self._shown(cell.attributes, data, cell.content, cell.content_end)
        if formatted:
            return formatted
        text = self._text(data[cell.content : cell.content_end], attribute(cell.attributes, b"t") or b"n")
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
        return [_rich_text(item) for item in root if local_name(item) == "si"]


def _beyond_dates(data: bytes, start: int, end: int) -> bool:
    """Say whether the number is one that calamine cannot take for a date: a long id under a date's format."""
    value = _VALUE.search(data, start, end)
    return value is not None and len(value[1]) > _LONGEST_DATE and _LONG_NUMBER.match(value[1]) is not None


def _shared_part(package: Package) -> str | None:
    part = package.related(package.main_part() or "", "sharedStrings")
    return package.member(part) if part else None


def _area(data: bytes) -> int:
    """Return the area that the sheet's cells span, or 0 where no cell is beyond column Z or row 999,999.

    Raises ValueError where a cell is where no sheet has one.
    """
    if not _FAR.search(data):
        return 0
    for row in map(int, _FAR_ROW.findall(data)):
        checked_row(row - 1)
    rows = max(map(int, _ROW_NUMBER.findall(data)), default=0)
    columns = max(map(column_number, set(_COLUMN.findall(data))), default=0)
    return max(rows, data.count(b"</row>")) * (columns + 1)


def _inline_text(content: bytes) -> str:
    return "".join(
        decoded(found[3].decode()) for found in _TEXT.finditer(content) if found[2] == b"t" and found[3]
    )


def _rich_text(item: ElementTree.Element) -> str:
    """Return a shared text: its runs one after the other, without what tells how they sound."""
    return "".join(
        excel_decoded(element.text or "")
        for child in item
        if local_name(child) != "rPh"
        for element in child.iter()
        if local_name(element) == "t"
    )
