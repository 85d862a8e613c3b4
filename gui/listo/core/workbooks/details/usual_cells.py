"""What the cells of an Excel workbook (XML) read as, where they are written as nearly all programs do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree
from xml.parsers import expat

from listo.core.workbooks.details.excel_cells import CellReader, rich_text
from listo.core.workbooks.model import CellKind
from listo.core.workbooks.number_formats import Formatter, Shown
from listo.core.workbooks.sheets_xml.escapes import excel_decoded
from listo.core.workbooks.sheets_xml.styles import formatters
from listo.core.workbooks.shown import ERROR_TEXTS, number_text
from listo.core.workbooks.xlsx.package import Package
from listo.core.workbooks.xlsx.sheet_xml import attribute

_MOST_REMEMBERED = 50_000

_START = re.compile(
    rb"""(?:<\?xml\ version=["']1\.0["'](?:\ encoding=["']utf-8["'])?(?:\ standalone=["']\w+["'])?\s*\?>)?
    \s*<(?:worksheet|sst)[\s>]""",
    re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTES = re.compile(rb'(?:\s[\w:.-]+="[^"<&]*")*\s?/?')
_NUMBER = re.compile(rb"[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?")
_PLAIN_ITEM = re.compile(rb"<t>(?!\s)([^<&\r]+)(?<!\s)</t></si>\s*(?:</sst>\s*)?")
_INLINE = re.compile(rb"<is><t>(?!\s)([^<&\r]+)(?<!\s)</t></is></c>")
_VALUE = re.compile(rb"<v>([^<&\r]+)</v></c>")
_LONGEST_WHOLE_NUMBER = 15

_Form = tuple[re.Pattern[bytes], Callable[[bytes], Shown]]
"""What finds the value in what a cell holds, and what tells how the value reads."""


class UnusualError(Exception):
    """Something is not written as nearly all programs do: another reader shall tell what it is."""


def demand_usual_start(data: bytes) -> None:
    """Raise UnusualError where a part does not begin as a sheet, or the texts, in UTF-8."""
    if not _START.match(data):
        raise UnusualError(data[:100])


class CellTexts(dict[bytes, str]):
    """What cells read as, by all that stands after their place: ` s="3" t="s"><v>12</v></c>`.

    Looking one up raises UnusualError and what reading a damaged package raises.
    """

    def __init__(self, package: Package) -> None:
        super().__init__()
        self.marked: dict[bytes, tuple[str, CellKind]] = {}
        """The cells met that are errors or dates."""
        self.any_marked = False
        """Whether one of these was looked up; for the caller to set back."""
        self._formatters = formatters(package)
        self._forms: dict[bytes, _Form] = {}
        shared = package.related(package.main_part() or "", "sharedStrings")
        part = package.member(shared) if shared else None
        self._shared = _SharedTexts(package.archive.read(part)) if part else {}
        self._cells = CellReader(package, part, self._formatters)

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
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[key] = text
        return text

    def _form(self, attributes: bytes) -> _Form:
        """Return how cells of those attributes are usually written."""
        if not _ATTRIBUTES.fullmatch(attributes):
            raise UnusualError(attributes)
        kind = attribute(attributes, b"t") or b"n"
        if kind not in _KINDS:
            raise UnusualError(kind)
        formatter = self._formatters.get(int(attribute(attributes, b"s") or 0))
        shown = _KINDS[kind]
        if kind == b"s":
            shown = self._shared_string
        if kind == b"n" and formatter:
            shown = _formatted(formatter)
        self._forms[attributes] = (_INLINE if kind == b"inlineStr" else _VALUE, shown)
        return self._forms[attributes]

    def _shared_string(self, value: bytes) -> Shown:
        return _plain(self._shared[int(value)])

    def _read_whole(self, attributes: bytes, content: bytes) -> Shown:
        """Read a cell that holds something else too: a formula, parts of text, escapes; or nothing."""
        if attributes.endswith(b"/"):
            attributes, content = attributes[:-1], content + b"</c>"
        if b"<!" in content or (b"<is>" in content and b"inlineStr" not in attributes):
            raise UnusualError(content)
        expat.ParserCreate().Parse(b"<c%s>%s" % (attributes, content), True)
        return self._cells.shown(attributes, content.removesuffix(b"</c>"))


class _SharedTexts(dict[int, str]):
    """The texts that cells share, by number; each is read when it is first asked for."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        demand_usual_start(data)
        if b"<si " in data or b"<si/" in data or b"<!" in data:
            raise UnusualError("si")
        self._items = data.split(b"<si>")

    def __missing__(self, number: int) -> str:
        """Read a text for the first time. Raises LookupError where there is none."""
        item = self._items[number + 1]
        found = _PLAIN_ITEM.fullmatch(item)
        self[number] = text = excel_decoded(found[1].decode()) if found else _rich(item)
        return text


def _rich(item: bytes) -> str:
    """Return a text of several parts, or with escapes."""
    return rich_text(ElementTree.fromstring(b"<si>" + item[: item.rindex(b"</si>")] + b"</si>"))


def _plain(text: str) -> Shown:
    return text, "error" if text in ERROR_TEXTS else None


def _string(value: bytes) -> Shown:
    text = value.decode()
    return _plain(excel_decoded(text) if "_x" in text else text)


def _number(value: bytes) -> Shown:
    if value.isdigit() and len(value) <= _LONGEST_WHOLE_NUMBER and not value.startswith(b"0"):
        return value.decode(), None
    return number_text(_float(value)), None


def _float(value: bytes) -> float:
    if not _NUMBER.fullmatch(value):
        raise UnusualError(value)
    return float(value)


def _formatted(formatter: Formatter) -> Callable[[bytes], Shown]:
    return lambda value: formatter(_float(value))


def _truth(value: bytes) -> Shown:
    return "FALSE" if value in (b"0", b"false") else "TRUE", None


def _error(value: bytes) -> Shown:
    return value.decode(), "error"


_KINDS: Mapping[bytes, Callable[[bytes], Shown]] = {
    b"inlineStr": _string,
    b"str": _string,
    b"s": _string,
    b"n": _number,
    b"b": _truth,
    b"e": _error,
}
"""What tells how a value reads, by the kind of the cell."""
