"""What calamine leaves out of an Excel workbook (XML): errors, and the formats of numbers.

And a reader of whole sheets, cell by cell, for what calamine cannot take; what cells and shared texts read as
that are written as nearly all programs write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from xml.etree import ElementTree
from xml.parsers import expat

from listo.core.workbooks.archive import read_member
from listo.core.workbooks.model import (
    BLOCK,
    MOST_COLUMNS,
    Cell,
    CellKind,
    Room,
    TooLargeError,
    cell_at,
    checked_row,
    column_number,
)
from listo.core.workbooks.number_formats import (
    ERROR_TEXTS,
    NO_FORMATS,
    CellFormats,
    DisplayText,
    Formatter,
    number_text,
)
from listo.core.workbooks.xlsx.package import Package, local_name
from listo.core.workbooks.xlsx.sheet_xml import (
    SheetXml,
    as_utf8,
    attribute,
    decoded,
    excel_decoded,
    merged_areas,
)
from listo.core.workbooks.xlsx.styles import formatters

_HEAD = 65_536
"""Where single quotes are looked for: what puts them does so from the first tag on."""

_ROW = re.compile(rb"""<(?:[\w.-]+:)?row[\s/>](?:(?:[^<>]*?\s)?r\s*=\s*["'](\d+)["'])?""")
_PLACE = re.compile(rb"""<(?:[\w.-]+:)?c[\s/>](?:(?:[^<>]*?\s)?r\s*=\s*["']\$?([A-Za-z]+)\$?(\d+)["'])?""")
"""A cell, with the letters and digits of its place where it bears one."""

_CELL = re.compile(rb"""<((?:[\w.-]+:)?)c(\s(?:[^>"']|"[^"]*"|'[^']*')*)>""")
_TAG_OF_CELL = rb"<(?:[\w.-]+:)?c\s[^<>]*?"
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]{1,3}\d{1,7})" s="(\d+)"(?: t="n")?><v>([^<]*)</v>')
_ERROR = b't="e"'

_BYTES_OF_A_TEXT = 57
"""What one shared text takes beside its letters: 49 bytes, and its place in a list."""

_MOST_OF_TEXTS = 640 << 20
"""What shared texts may take: 5 million of them, each as long as a name."""

_LONGEST_LETTERS = 4
"""Letters of a column that tell that there is none such: the last one is XFD."""

_TEXTS_AT_ONCE = 131_072
"""Bytes of shared texts that are decoded together: from 16 KB to 4 MB it takes the same time, measured."""

_DAYS_CALAMINE_COUNTS = 100_000_000
"""A tenth of Python's longest duration, above which calamine 0.9 raises an error, measured."""

_SHEET_START = re.compile(
    rb"""(?:<\?xml\ version=["']1\.0["'](?:\ encoding=["']utf-8["'])?(?:\ standalone=["']\w+["'])?\s*\?>)?
    \s*<(?:worksheet|sst)[\s>]""",
    re.IGNORECASE | re.VERBOSE,
)
_PLAIN_ITEM = re.compile(rb"<t>(?!\s)([^<&\r]+)(?<!\s)</t></si>\s*(?:</sst>\s*)?")
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)<")
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_NO_RESULT = re.compile(
    rb"(?:</(?:[\w.-]+:)?f\s*>|<(?:[\w.-]+:)?f(?:\s[^<>]*)?/>)\s*"
    rb"(?:<(?:[\w.-]+:)?v\s*/>|<(?:[\w.-]+:)?v\s*>\s*</(?:[\w.-]+:)?v\s*>)?\s*</(?:[\w.-]+:)?c\s*>"
)
_TEXT = re.compile(rb"<((?:[\w.-]+:)?)(t|rPh)(\s[^>]*)?(?:/>|>(.*?)</\1\2\s*>)", re.DOTALL)
_WITHOUT_EMPTY_RESULT = (b"n", b"b")
_KEPT = "preserve"
_BLANKS = " \t\r\n"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class XlsxCellFormats:
    """Reads the formats of one sheet after the other from an open package.

    Calling it raises what reading a damaged package raises.
    """

    def __init__(self, package: Package, room: Room) -> None:
        self._package = package
        self._room = room
        self._parts = {sheet.name: sheet.part for sheet in package.sheets()}
        self._formatters = formatters(package)
        self._numbers = _FormattedNumbers(self._formatters)
        styles = b"|".join(b"%d" % style for style in self._formatters)
        marks = _ERROR + (b'|s="(?:%s)"' % styles if styles else b"")
        self._marks = re.compile(rb"%s(?<=\s)(?:%s)" % (_TAG_OF_CELL, marks))
        shared = package.related(package.main_part() or "", "sharedStrings")
        shared_part = package.member(shared) if shared else None
        if shared_part:
            _demand_room_for_texts(package, shared_part)
        self._cells = CellReader(package, shared_part, self._formatters, room)

    def __call__(self, name: str) -> CellFormats:
        """Return what is to be known of the sheet of that name."""
        part = self._parts.get(name, "")
        if self._package.member(part) is None:
            return NO_FORMATS
        data = self._sound(part)
        # No program in use puts single quotes: what does is read the slow way.
        area = _area(data) if b"='" not in data[:_HEAD] else None
        if area is not None and self._room.has(area):
            self._room.take(area)
            found = self._marked(data)
            if found is not None:
                return CellFormats(found, merged=merged_areas(data))
        return CellFormats(dict(self._cells.cells(data)), True, merged_areas(data))

    def whole(self, name: str) -> CellFormats:
        """Return every cell of a sheet. Raises expat.ExpatError where its XML is not well formed."""
        data = self._sound(self._parts[name])
        return CellFormats(dict(self._cells.cells(data)), True, merged_areas(data))

    def _sound(self, part: str) -> bytes:
        """Return a sheet that is XML: on what is none our patterns could take the square of its length."""
        packed = self._package.read(part)
        self._room.take_part(len(packed))
        data = as_utf8(packed)
        expat.ParserCreate().Parse(data, True)
        return data

    def _marked(self, data: bytes) -> dict[Cell, DisplayText] | None:
        """Return what the cells in question read as, None where they or calamine cannot tell."""
        if _NO_RESULT.search(data):
            return None
        found: dict[Cell, DisplayText] = {}
        for mark in self._marks.finditer(data):
            start = mark.start()
            usual = _PLAIN_CELL.match(data, start)
            if usual:
                shown: DisplayText | None = self._numbers[usual[2], usual[3]]
                given: bytes | None = usual[1]
            elif tag := _CELL.match(data, start):
                given = attribute(tag[2], b"r")
                shown = self._unusual(tag, data)
            else:
                continue
            if given is None or (shown and _beyond_dates(shown)):
                return None
            if shown:
                found[cell_at(given)] = shown
        return found

    def _unusual(self, tag: re.Match[bytes], data: bytes) -> DisplayText | None:
        if tag[2].endswith(b"/"):
            return None
        end = data.find(b"</%sc" % tag[1], tag.end())
        return formatted(tag[2], data[tag.end() : end + 1], self._formatters)


class _FormattedNumbers(dict[tuple[bytes, bytes], DisplayText]):
    """What a number reads as by (style, digits) as they stand in the bytes, each worked out once."""

    def __init__(self, formatters: Mapping[int, Formatter]) -> None:
        super().__init__()
        self._formatters = formatters

    def __missing__(self, key: tuple[bytes, bytes]) -> DisplayText:
        """Work out what has not been met before."""
        style, digits = key
        shown = self[key] = self._formatters[int(style)](float(digits or 0))
        return shown


def _demand_room_for_texts(package: Package, member: str) -> None:
    """Go once over the texts that cells share: zipfile notices where they are damaged."""
    texts = size = 0
    with package.archive.open(member) as file:
        while block := file.read(BLOCK):
            texts += block.count(b"<si")
            size += len(block)
            demand_room_for_texts(texts, size)


def demand_room_for_texts(texts: int, size: int) -> None:
    """Raise TooLargeError for so many shared texts, of that size together, that the memory would be full."""
    room = 2 * size + _BYTES_OF_A_TEXT * texts
    if room > _MOST_OF_TEXTS:
        raise TooLargeError(room)


def _area(data: bytes) -> int | None:
    """Return the area that the cells of a sheet span.

    None where one bears no place, or says that it is in another row than the one that it stands in: calamine
    goes by the cell, Excel by neither. Raises ValueError where a cell is where no sheet has one.
    """
    rows = columns = 0
    widths: dict[tuple[bytes, ...], int] = {}
    for number, (row, end) in enumerate(_rows_of(data)):
        checked_row(number)  # there may be as many as there are numbers for, and not one more
        if row[1] is None:
            return None
        rows = max(rows, checked_row(int(row[1]) - 1) + 1)
        if places := _PLACE.findall(data, row.end(), end):
            letters, numbers = zip(*places, strict=True)
            if set(numbers) != {row[1]}:
                return None
            if letters not in widths:
                widths[letters] = 1 + max(map(_checked_column, letters))
            columns = max(columns, widths[letters])
    return rows * columns


def _rows_of(data: bytes) -> Iterator[tuple[re.Match[bytes], int]]:
    """Yield the tag of each row, and where the next one begins."""
    tags = _ROW.finditer(data)
    tag = next(tags, None)
    while tag is not None:
        following = next(tags, None)
        yield tag, following.start() if following else len(data)
        tag = following


def _checked_column(letters: bytes) -> int:
    column = column_number(letters[:_LONGEST_LETTERS])
    if column >= MOST_COLUMNS:
        raise ValueError(f"no such column: {letters!r}")
    return column


def _beyond_dates(shown: DisplayText) -> bool:
    """Say whether a number under a date's format is none that calamine can take for a date: a long id."""
    text, kind = shown
    return kind == "date" and text.isdigit() and int(text) > _DAYS_CALAMINE_COUNTS


# Cell by cell


def formatted(attributes: bytes, content: bytes, formatters: Mapping[int, Formatter]) -> DisplayText | None:
    """Return what a cell reads as that is an error or has a number under a format, None for the others."""
    value = _VALUE.search(content)
    kind = attribute(attributes, b"t")
    if kind == b"e":
        return (decoded(value[1].decode()) if value else "", "error")
    form = formatters.get(int(attribute(attributes, b"s") or 0))
    if form is None or value is None or not value[1].strip() or kind not in (None, b"n"):
        return None
    return form(float(value[1]))


class CellReader:
    """Reads whole sheets cell by cell: slower than calamine, and at home with what calamine cannot take."""

    def __init__(
        self, package: Package, shared_part: str | None, formatters: Mapping[int, Formatter], room: Room
    ) -> None:
        self._package = package
        self._room = room
        self._shared_part = shared_part
        self._formatters = formatters

    def cells(self, data: bytes) -> Iterator[tuple[Cell, DisplayText]]:
        """Yield all cells that show something. Raises ValueError or LookupError where the data is damaged."""
        sheet = SheetXml(data)
        for number, row in enumerate(sheet.rows()):
            checked_row(number)
            for cell in sheet.cells(row):
                self._room.take_cells(1)
                shown = self.shown(cell.attributes, sheet.data[cell.content : cell.content_end])
                if any(shown):
                    yield Cell(checked_row(row.number), cell.number), shown

    def shown(self, attributes: bytes, content: bytes) -> DisplayText:
        """Return what one cell reads as. Raises ValueError or LookupError where it is damaged."""
        if shown := formatted(attributes, content, self._formatters):
            return shown
        kind = attribute(attributes, b"t") or b"n"
        text = self._text(content, kind)
        # An empty text is a result; an empty number is none.
        if not text and kind in _WITHOUT_EMPTY_RESULT and _FORMULA.search(content):
            return "", "formula"
        return text, "error" if text in ERROR_TEXTS else None

    def _text(self, content: bytes, kind: bytes) -> str:
        if kind == b"inlineStr":
            return _inline_text(content)
        found = _VALUE.search(content)
        value = found[1].decode() if found else ""
        if not value or (kind == b"n" and value.isspace()):
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
        texts: list[str] = []
        with self._package.archive.open(self._shared_part) as file:
            for _, item in ElementTree.iterparse(file):
                if local_name(item) == "si":
                    self._room.take_cells(1)
                    texts.append(rich_text(item))
                    item.clear()  # all of them as a tree would take ten times the part's size
        return texts


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


# What is written as nearly all programs do

MOST_REMEMBERED = 50_000
"""Cells of which it is kept how they read, in 11 MB; too few for a sheet take twice the time, measured."""

_MANY = 10
"""Cells that are read together: fewer take no less time than one by one, 100 a third, measured."""

_LONGEST_REMEMBERED = 1_000
"""Bytes of such a cell: what is longer is seldom there twice, and 50,000 of the longest would be 1.6 GB."""

_ATTRIBUTES = re.compile(rb'(?:\s[\w:.-]+="[^"<&]*")*\s?/?')
_NUMBER = re.compile(rb"[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?")
_INLINE = re.compile(rb"<is><t>(?!\s)([^<&\r]+)(?<!\s)</t></is></c>")
_OTHER_CELL = re.compile(rb"<(?:[\w.-]+:)?(?:c|row)[\s/>]")
_USUAL_VALUE = re.compile(rb"<v>([^<&\r]+)</v></c>")
_LONGEST_WHOLE_NUMBER = 15
"""Digits that Excel keeps of a number; longer ones are rounded as it does."""

_Form = tuple[re.Pattern[bytes], Callable[[bytes], DisplayText]]
"""What finds the value in what a cell holds, and what tells how the value reads."""


class UnsupportedXmlError(Exception):
    """Something is not written as nearly all programs do: another reader shall tell what it is."""


def demand_known_start(data: bytes) -> None:
    """Raise UnsupportedXmlError where a part does not begin as a sheet, or the texts, in UTF-8."""
    if not _SHEET_START.match(data):
        raise UnsupportedXmlError(data[:100])


def _plain(text: str) -> DisplayText:
    return text, "error" if text in ERROR_TEXTS else None


class SharedTexts:
    """The texts that cells share, by number; what is not written plainly is read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        demand_known_start(data)
        demand_room_for_texts(data.count(_ITEM), len(data))
        self._texts: list[str] = []
        self._items: dict[int, bytes] = {}
        """By number what is not read yet, of which the text is empty until then."""
        start = 0
        while start >= 0:
            end = data.find(_ITEM, start + _TEXTS_AT_ONCE if start else 0)
            self._take(data[start:end] if end >= 0 else data[start:])
            start = end

    def _take(self, piece: bytes) -> None:
        texts = _plain_texts(piece)
        if texts is None:
            if b"<si " in piece or b"<si/" in piece or b"<!" in piece:
                raise UnsupportedXmlError("si")
            _, *items = piece.split(_ITEM)
            self._items.update(enumerate(items, len(self._texts)))
            texts = [""] * len(items)
        self._texts += texts

    def __getitem__(self, number: int) -> str:
        """Return a text. Raises LookupError where there is none, and what reading a damaged one raises."""
        if number < 0:
            raise LookupError(number)
        text = self._texts[number]
        if not text and number in self._items:
            item = self._items.pop(number)
            found = _PLAIN_ITEM.fullmatch(item)
            self._texts[number] = text = excel_decoded(found[1].decode()) if found else _rich(item)
        return text

    def shown(self, number: bytes) -> DisplayText:
        """Return what a cell reads as that has the text of that number. Raises LookupError, ValueError."""
        return _plain(self[int(number)])

    def several(self, numbers: Sequence[bytes]) -> list[str]:
        """Return the texts of several numbers, of digits alone. Raises LookupError where there is none."""
        texts = list(map(self._texts.__getitem__, map(int, numbers)))
        return texts if all(texts) else [self[int(number)] for number in numbers]


_ITEM, _TEXT_START, _TEXT_END = b"<si>", b"<t>", b"</t></si>"
_TAGS_OF_A_TEXT = 4
_AFTER_TEXTS = (b"", b"</sst>")


def _plain_texts(items: bytes) -> list[str] | None:
    """Return the texts of some items, None unless all of them are written plainly and none is empty."""
    start, end = len(_ITEM + _TEXT_START), items.rfind(_TEXT_END)
    rest = items[end + len(_TEXT_END) :].strip()
    if rest not in _AFTER_TEXTS or any(mark in items for mark in (b"&", b"\r", b"_x")):
        return None
    if not items.startswith(_ITEM + _TEXT_START):
        return None
    try:
        texts = items[start:end].decode().split(_BETWEEN_TEXTS)
    except UnicodeDecodeError:
        return None
    has_no_other_tags = items.count(b"<") == _TAGS_OF_A_TEXT * len(texts) + bool(rest)
    is_so = has_no_other_tags and all(texts) and list(map(str.strip, texts)) == texts
    return texts if is_so else None


_BETWEEN_TEXTS = (_TEXT_END + _ITEM + _TEXT_START).decode()


def _rich(item: bytes) -> str:
    """Return a text of several parts, or with escapes."""
    return rich_text(ElementTree.fromstring(b"<si>" + item[: item.rindex(b"</si>")] + b"</si>"))


class CellTexts(dict[bytes, str]):
    """What cells read as, by all that stands after their place: ` s="3" t="s"><v>12</v></c>`.

    Looking one up raises UnsupportedXmlError and what reading a damaged package raises.
    """

    def __init__(self, package: Package, room: Room) -> None:
        super().__init__()
        self.marked: dict[bytes, tuple[str, CellKind]] = {}
        """The cells met that are errors or dates."""
        self.any_marked = False
        """Whether one of these was looked up; for the caller to set back."""
        self._formatters = formatters(package)
        self._forms: dict[bytes, _Form] = {}
        shared = package.related(package.main_part() or "", "sharedStrings")
        part = package.member(shared) if shared else None
        self._shared = SharedTexts(read_member(package.archive, part)) if part else None
        self._cells = CellReader(package, part, self._formatters, room)

    def __missing__(self, key: bytes) -> str:
        """Read a cell that has not been met before, or is not plain."""
        if key in self.marked:
            self.any_marked = True
            return self.marked[key][0]
        attributes, _, content = key.partition(b">")
        usual, shown = self._forms.get(attributes) or self._form(attributes)
        found = usual.fullmatch(content)
        text, kind = shown(found[1]) if found else self._read_whole(attributes, content.rstrip())
        if kind:
            self.any_marked = True
            self.marked[key] = (text, kind)
            return text
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        if len(key) <= _LONGEST_REMEMBERED:
            self[key] = text
        return text

    def several(self, cells: Sequence[bytes]) -> list[str]:
        """Return what several cells read as, which takes less time where they are written alike."""
        if (alike := self._written_alike(cells)) is not None:
            return alike
        if b"" in cells:
            texts = iter(self.several(list(filter(None, cells))))
            return [next(texts) if cell else "" for cell in cells]
        return [self[cell] for cell in cells]

    def learn(self, cells: Iterable[bytes]) -> None:
        """Read cells that have not been met before, where they are many and written alike."""
        new = [cell for cell in cells if cell not in self]
        texts = self._written_alike(new) if len(new) >= _MANY else None
        if texts is not None and ERROR_TEXTS.isdisjoint(texts):  # those are marked one by one
            if len(self) + len(new) > MOST_REMEMBERED:
                self.clear()
            self.update(zip(new, texts, strict=True))

    def _written_alike(self, cells: Sequence[bytes]) -> list[str] | None:
        """Return what cells read as that all are written as whole numbers or shared texts, in one style."""
        attributes, _, _ = cells[0].partition(b">") if cells else (b"", b"", b"")
        values = _digits_between(cells, attributes + b"><v>", b"</v></c>")
        shown = self._form(attributes)[1] if values else None
        if values and self._shared is not None and shown == self._shared.shown:
            return self._shared.several(values)
        if values and shown is _number and max(map(len, values)) <= _LONGEST_WHOLE_NUMBER:
            lines = b"\n".join([b"", *values])
            if b"\n0" not in lines:
                return lines[1:].decode().split("\n")
        return None

    def _form(self, attributes: bytes) -> _Form:
        """Return how cells of those attributes are usually written."""
        if not _ATTRIBUTES.fullmatch(attributes):
            raise UnsupportedXmlError(attributes)
        kind = attribute(attributes, b"t") or b"n"
        if kind not in _KINDS:
            raise UnsupportedXmlError(kind)
        formatter = self._formatters.get(int(attribute(attributes, b"s") or 0))
        shown = _KINDS[kind]
        if kind == b"s":
            # No method of our own: such a cycle would keep all texts until it is collected.
            shown = _no_text if self._shared is None else self._shared.shown
        if kind == b"n" and formatter:
            shown = _formatted(formatter)
        self._forms[attributes] = (_INLINE if kind == b"inlineStr" else _USUAL_VALUE, shown)
        return self._forms[attributes]

    def _read_whole(self, attributes: bytes, content: bytes) -> DisplayText:
        """Read a cell that holds something else too: a formula, parts of text, escapes; or nothing."""
        if attributes.endswith(b"/"):
            attributes, content = attributes[:-1], content + b"</c>"
        other = b"<!" in content or _OTHER_CELL.search(content)
        if other or (b"<is>" in content and b"inlineStr" not in attributes):
            raise UnsupportedXmlError(content)
        expat.ParserCreate().Parse(b"<c%s>%s" % (attributes, content), True)
        return self._cells.shown(attributes, content.removesuffix(b"</c>"))


def _digits_between(cells: Sequence[bytes], start: bytes, end: bytes) -> list[bytes] | None:
    """Return the digits in cells that hold nothing else between `start` and `end`, else None."""
    joined = b"".join(cells)
    digits = joined[len(start) : -len(end)].split(end + start)
    is_so = len(digits) == len(cells) and all(digits) and b"".join(digits).isdigit()
    return digits if is_so and joined.startswith(start) and joined.endswith(end) else None


def _no_text(number: bytes) -> DisplayText:
    raise LookupError(number)


def _string(value: bytes) -> DisplayText:
    text = value.decode()
    return _plain(excel_decoded(text) if "_x" in text else text)


def _number(value: bytes) -> DisplayText:
    if value.isdigit() and len(value) <= _LONGEST_WHOLE_NUMBER and not value.startswith(b"0"):
        return value.decode(), None
    return number_text(_float(value)), None


def _float(value: bytes) -> float:
    if not _NUMBER.fullmatch(value):
        raise UnsupportedXmlError(value)
    return float(value)


def _formatted(formatter: Formatter) -> Callable[[bytes], DisplayText]:
    return lambda value: formatter(_float(value))


def _truth(value: bytes) -> DisplayText:
    return "FALSE" if value in (b"0", b"false") else "TRUE", None


def _error(value: bytes) -> DisplayText:
    return value.decode(), "error"


_KINDS: Mapping[bytes, Callable[[bytes], DisplayText]] = {
    b"inlineStr": _string,
    b"str": _string,
    b"s": _string,
    b"n": _number,
    b"b": _truth,
    b"e": _error,
}
"""What tells how a value reads, by the kind of the cell."""
