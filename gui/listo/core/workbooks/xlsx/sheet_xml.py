"""The XML of one sheet as bytes: where its rows and cells stand, without building a tree of it.

With it come changes of such bytes, and the escapes between a text and its XML. Source: ECMA-376 part 1,
18.3.1 (sheets) and 22.9.2.19 (Excel's escapes). Works on UTF-8; `as_utf8` brings anything else to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from html import unescape
from typing import NamedTuple

from listo.core.workbooks.model import Area, area_of, cell_at, column_letters

_DECLARATION = re.compile(rb"""^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["'][^>]*\?>""")
_HIDDEN = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_AFTER_NAMES = (b">", b" ", b"\t", b"\r", b"\n")
_ATTRIBUTES = rb"""((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>"""
_WITH_PLACE_FIRST = rb"""((?:\sr="([A-Za-z0-9]*+)")?+(?:[^>"']++|"[^"]*+"|'[^']*+')*+)>"""
_SHEET_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData(?=[\s/>])" + _ATTRIBUTES)
_ATTRIBUTE = re.compile(rb"""([\w.:-]+)\s*=\s*("[^"]*"|'[^']*')""")

_MERGED = re.compile(
    rb"""<(?:[\w.-]+:)?mergeCell\s+ref\s*=\s*["']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})["']"""
)

_EXCEL_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HALF = re.compile("[\ud800-\udfff]")
# What XML cannot hold, a carriage return, which every XML reader takes for a line feed, and what
# would read as an escape of Excel's.
_NEEDS_EXCEL_ESCAPE = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


class Span(NamedTuple):
    """A row or a cell in the bytes: its number from 0, its attributes, where it and its content stand."""

    number: int
    attributes: bytes
    start: int
    content: int
    content_end: int
    end: int

    @property
    def self_closed(self) -> bool:
        """Whether it is written `<c … />`, with no content of its own."""
        return self.content == self.end


class SheetXml:
    """One sheet's XML. Raises ValueError where the bytes are no sheet."""

    def __init__(self, data: bytes) -> None:
        self.data = as_utf8(data)
        self.in_place = self.data is data
        # Comments, CDATA and instructions may hold what looks like a tag: blanked, every place unchanged.
        hides = b"<!--" in self.data or b"<![CDATA[" in self.data or self.data.find(b"<?", 5) >= 0
        self._bare = _HIDDEN.sub(lambda found: b" " * len(found[0]), self.data) if hides else self.data
        found = _SHEET_DATA.search(self._bare)
        if found is None:
            raise ValueError("no sheetData")
        self.prefix = found[1]
        self.tag_start = found.start()
        self.start = found.end()
        self.empty_tag = found[2].endswith(b"/")
        closing = self._bare.rfind(b"</" + self.prefix + b"sheetData")
        self.end = self.start if self.empty_tag else closing
        if self.end < self.start:
            raise ValueError("sheetData without end")

    @cached_property
    def _row(self) -> re.Pattern[bytes]:
        return re.compile(rb"<" + re.escape(self.prefix) + rb"row(?=[\s/>])" + _WITH_PLACE_FIRST)

    @cached_property
    def _cell(self) -> re.Pattern[bytes]:
        return re.compile(rb"<" + re.escape(self.prefix) + rb"c(?=[\s/>])" + _WITH_PLACE_FIRST)

    def rows(self) -> Iterator[Span]:
        """Yield the rows in the order of the bytes, numbered from 0; one without number is the next."""
        return (self.row(number, tag) for number, tag in self.row_tags())

    def row_tags(self) -> Iterator[tuple[int, re.Match[bytes]]]:
        """Yield number and opening tag of each row, for `row` to find out the rest where that is wanted."""
        number = -1
        for tag in self._row.finditer(self._bare, self.start, self.end):
            given = tag[2] or attribute(tag[1], b"r")
            number = int(given) - 1 if given else number + 1
            yield number, tag

    def row(self, number: int, tag: re.Match[bytes]) -> Span:
        """Return the row that begins with this tag."""
        return self._span(tag, number, b"row", self.end)

    def row_at(self, number: int, place: int) -> Span:
        """Return the row whose opening tag stands at that place."""
        tag = self._row.match(self._bare, place)
        if tag is None:
            raise ValueError("no row")
        return self.row(number, tag)

    def rows_in_order(self, numbers: Sequence[int]) -> list[Span] | None:
        """Return the rows of these rising numbers; None unless each is there, in order, in the usual form."""
        rows: list[Span] = []
        place = self.start
        for number in numbers:
            place = self._bare.find(b'<%srow r="%d"' % (self.prefix, number + 1), place, self.end)
            tag = self._row.match(self._bare, place) if place >= 0 else None
            if tag is None:
                return None
            rows.append(self.row(number, tag))
        return rows

    def cell_by_name(self, row: Span, column: int) -> Span | None:
        """Return the cell of this column; None unless it is there and bears its name in the usual form."""
        name = b'<%sc r="%s%d"' % (self.prefix, column_letters(column).encode(), row.number + 1)
        place = self._bare.find(name, row.content, row.content_end)
        tag = self._cell.match(self._bare, place) if place >= 0 else None
        return self._span(tag, column, b"c", row.content_end) if tag else None

    def cells(self, row: Span) -> Iterator[Span]:
        """Yield the cells of a row in the order of the bytes, numbered by their column from 0."""
        number = -1
        for found in self._cell.finditer(self._bare, row.content, row.content_end):
            given = found[2] or attribute(found[1], b"r")
            number = cell_at(given).column if given else number + 1
            yield self._span(found, number, b"c", row.content_end)

    def elements_with(self, mark: bytes, element: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
        """Yield each element among the rows whose opening tag has this mark in it."""
        place = self._bare.find(mark, self.start, self.end)
        while place >= 0:
            found = element.match(self._bare, self._bare.rfind(b"<", self.start, place), self.end)
            if found:
                yield found
            place = self._bare.find(mark, found.end() if found else place + 1, self.end)

    def _span(self, found: re.Match[bytes], number: int, name: bytes, limit: int) -> Span:
        start, content = found.span()
        if found[1].endswith(b"/"):
            return Span(number, found[1][:-1], start, content, content, content)
        content_end = self._closing(name, content, limit)
        end = self._bare.find(b">", content_end, limit) + 1
        if content_end < 0 or not end:
            raise ValueError(f"{name!r} without end")
        return Span(number, found[1], start, content, content_end, end)

    def _closing(self, name: bytes, place: int, limit: int) -> int:
        """Return where the next closing tag of just that name stands, -1 where none does."""
        mark = b"</" + self.prefix + name
        place = self._bare.find(mark, place, limit)
        while place >= 0 and self._bare[place + len(mark) : place + len(mark) + 1] not in _AFTER_NAMES:
            place = self._bare.find(mark, place + 1, limit)
        return place


def merged_areas(data: bytes) -> tuple[Area, ...]:
    """Return the areas whose cells are merged, given a sheet or what follows its rows.

    Whole columns and rows (`B:D`, as LibreOffice writes them) are left out: a list has none of those.
    """
    return tuple(area_of(found[1]) for found in _MERGED.finditer(data))


def as_utf8(data: bytes) -> bytes:
    """Return XML in UTF-8, with the declaration of its old encoding taken out where there was another."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16").encode()
        return re.sub(rb"^<\?xml.*?\?>", b"", data, flags=re.DOTALL)
    declared = _DECLARATION.match(data)  # none after a byte order mark, which says UTF-8 and stays
    if declared is None or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        return data
    try:
        return data[declared.end() :].decode(declared[1].decode()).encode()
    except LookupError as error:
        raise ValueError(str(error)) from error


def attribute(attributes: bytes, name: bytes) -> bytes | None:
    """Return the value of an attribute as it stands in the bytes, None where it is not there."""
    for found in _ATTRIBUTE.finditer(attributes):
        if found[1] == name:
            return found[2][1:-1]
    return None


def attribute_pairs(attributes: bytes) -> list[tuple[bytes, bytes]]:
    """Return the attributes in their order, each value with its quotes."""
    return [(found[1], found[2]) for found in _ATTRIBUTE.finditer(attributes)]


# Changes of the bytes


class XmlChange(NamedTuple):
    """What stands in the sheet's XML from `start` to `end` gives way to `new`."""

    start: int
    end: int
    new: bytes


def pieces(data: bytes, changes: Iterable[XmlChange]) -> Iterator[bytes | memoryview]:
    """Yield the data after the changes, which stand in rising order. Raises ValueError where two meet."""
    view = memoryview(data)
    position = 0
    for start, end, new in changes:
        if start < position:
            raise ValueError("two changes in one place")
        yield view[position:start]
        yield new
        position = end
    yield view[position:]


# Texts and their XML


def encoded(text: str) -> str:
    """Return the text as it stands inside an XML element of a sheet."""
    return excel_encoded(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def excel_encoded(text: str) -> str:
    """Return the text with Excel's own escapes for what XML cannot hold."""
    return _NEEDS_EXCEL_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def attribute_encoded(text: str) -> str:
    """Return the text as it stands between the double quotes of an attribute."""
    encoded_text = encoded(text).replace('"', "&quot;")
    return encoded_text.replace("\n", "_x000a_").replace("\t", "_x0009_")


def decoded(text: str) -> str:
    """Return the text that an XML element of a sheet stands for."""
    if "\r" in text:  # to XML every end of a line is a line feed; a carriage return is written as an escape
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return excel_decoded(unescape(text) if "&" in text else text)


def excel_decoded(text: str) -> str:
    """Return the text without Excel's own escapes (`_x000D_`); half an emoji becomes U+FFFD."""
    if "_x" not in text:
        return text
    plain = _EXCEL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if not _HALF.search(plain):
        return plain
    # No text file and no database takes a half, and two that follow each other are one character.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
