"""The proof that a copy of an Excel workbook is the original but for the edits, from the bytes of both.

It reads the copy back from where it was written and leans on nothing that wrote it but the list of places
that changed: between those places both must be the same, and in them must stand the cells edited, whole
and with the texts wanted, in XML that a parser other than ours takes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, BinaryIO, cast
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from listo.core.workbooks.archive import MOST_OF_A_PART
from listo.core.workbooks.model import BLOCK, Cell, cell_at, reference
from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS
from listo.core.workbooks.xlsx.save import ChangedMembers
from listo.core.workbooks.xlsx.sheet_xml import XmlChange, excel_decoded
from listo.core.workbooks.xlsx.zip_copy import same_members

ShareProgress = Callable[[float], None]

_UNKNOWN_ENCODING = 18
"""What expat says of an encoding that it has not. Source: expat.h, XML_ERROR_UNKNOWN_ENCODING."""

_BATCH = 1 << 16
"""Bytes of pieces that are parsed together: some 500 cells, of which it was fastest, measured."""

_CORNER = rb"\$?[A-Z]{1,3}\$?\d{1,7}"
_AREA = re.compile(rb"%b(:%b)?" % (_CORNER, _CORNER))
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>].*>", re.DOTALL)
_DYNAMIC = re.compile(rb"""\scm\s*=\s*["']\d*["']""")
_AROUND_CELLS = frozenset(("sheetData", "row"))
_EDITED = frozenset((("c", None), ("c/v", None), ("c/is/t", "inlineStr")))
"""How a cell is written that an edit changed: the elements, one in the other, and the type of its value."""

_OF_THE_VALUE = frozenset(("t", "cm", "vm"))


class _UnverifiedError(Exception):
    """Something differs, or is written in a way that is not looked into here."""


def is_verified(source: Path, temporary: Path, written: ChangedMembers, progress: ShareProgress) -> bool:
    """Return whether the copy in `temporary` is proven to be `source` with the edits of `written`.

    Where it is not, it may still be right. `progress` hears how large a part of the sheets is compared,
    and what it raises comes through. Raises OSError.
    """
    try:
        with source.open("rb") as old, temporary.open("rb") as new:
            _verify(old, new, written, progress)
    except (_UnverifiedError, *PACKAGE_ERRORS):
        return False
    return True


def damaged_members(path: Path, but: Collection[str] = ()) -> tuple[str, ...]:
    """Return the members of a package that cannot be unpacked or are not the XML that their names say.

    Those in `but` are known to be sound. Raises OSError, and what reading a damaged table of contents raises.
    """
    with zipfile.ZipFile(path) as archive:
        members = (member for member in archive.infolist() if member.filename not in but)
        return tuple(member.filename for member in members if _is_damaged(archive, member))


def _is_damaged(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    is_xml = member.filename.lower().endswith((".xml", ".rels")) and member.file_size <= MOST_OF_A_PART
    parser = expat.ParserCreate()
    try:
        with archive.open(member) as file:
            while block := file.read(BLOCK):
                if is_xml:
                    parser.Parse(block, False)
        if is_xml:
            parser.Parse(b"", True)
    except expat.ExpatError as error:
        return error.code != _UNKNOWN_ENCODING
    except PACKAGE_ERRORS:
        return True
    return False


def _verify(old: BinaryIO, new: BinaryIO, written: ChangedMembers, progress: ShareProgress) -> None:
    changed = written.others | written.sheets.keys()
    with zipfile.ZipFile(old) as original, zipfile.ZipFile(new) as copy:
        _demand(same_members(old, original, new, copy, changed))
        for member in written.others & set(copy.namelist()):
            expat.ParserCreate().Parse(copy.read(member), True)
        sizes = sum(copy.getinfo(member).file_size for member in written.sheets)
        meter = _Meter(sizes, progress)
        for member, (edits, changes) in written.sheets.items():
            _demand(changes is not None)
            with original.open(member) as before, copy.open(member) as after:
                _verify_sheet(_Both(before, after, meter), edits, changes or ())


def _demand(holds: bool) -> None:
    if not holds:
        raise _UnverifiedError


class _Meter:
    """Tells how large a part of all the bytes was read."""

    def __init__(self, total: int, progress: ShareProgress) -> None:
        self._total = max(1, total)
        self._progress = progress
        self._done = 0

    def add(self, size: int) -> None:
        self._done += size
        self._progress(min(1.0, self._done / self._total))


class _Both:
    """A sheet before and after, read side by side."""

    def __init__(self, before: IO[bytes], after: IO[bytes], meter: _Meter) -> None:
        self._before = BufferedReader(cast(RawIOBase, before), BLOCK)
        self._after = BufferedReader(cast(RawIOBase, after), BLOCK)
        self._meter = meter

    def changed(self, changes: Iterable[XmlChange]) -> Iterator[tuple[bytes, bytes]]:
        """Yield what stood and what stands in each place. Raises _UnverifiedError where all else differs."""
        position = 0
        for start, end, new in changes:
            self._pass_over(start - position)
            yield self._before.read(end - start), self._after.read(len(new))
            position = end
        while self._same(BLOCK):
            pass

    def _pass_over(self, size: int) -> None:
        while size:
            step = min(size, BLOCK)
            _demand(self._same(step) == step)
            size -= step

    def _same(self, size: int) -> int:
        before = self._before.read(size)
        _demand(before == self._after.read(size))
        self._meter.add(len(before))
        return len(before)


def _verify_sheet(both: _Both, edits: Mapping[Cell, str], changes: Iterable[XmlChange]) -> None:
    wanted = {reference(cell): text for cell, text in edits.items()}
    found: set[str] = set()
    for before, after in _batches(both.changed(changes)):
        were: dict[str, dict[str, str]] = {}
        are: dict[str, dict[str, str]] = {}
        for name, cell in _named_cells(before, wanted):
            _demand(name not in were)
            were[name] = _kept(cell)
        for name, cell in _named_cells(after, wanted):
            there_anyway = None if name in were else ""
            _demand(name not in found and wanted.get(name, there_anyway) == _text(cell))
            found.add(name)
            are[name] = _kept(cell)
        _demand(were.items() <= are.items())
    _demand(all(name in found for name, text in wanted.items() if text))


def _batches(changed: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[list[bytes], list[bytes]]]:
    """Put together what stood and what stands in many places, but where an edit forces just that change."""
    before: list[bytes] = []
    after: list[bytes] = []
    size = 0
    for old, new in changed:
        if _is_forced(old, new):
            continue
        before.append(old)
        after.append(new)
        size += len(old) + len(new)
        if size >= _BATCH:
            yield before, after
            before, after, size = [], [], 0
    yield before, after


def _is_forced(before: bytes, after: bytes) -> bool:
    """Say whether what changed is what edits force: an extent, a formula that was repeated."""
    if _FORMULA.fullmatch(before):
        return not after or (_FORMULA.fullmatch(after) is not None and _is_whole(after, "f"))
    if _DYNAMIC.fullmatch(before):
        return not after
    return _AREA.fullmatch(before) is not None and _AREA.fullmatch(after) is not None


def _is_whole(xml: bytes, name: str) -> bool:
    """Say whether XML, which is parsed for that, is one element that holds none. Raises expat.ExpatError."""
    names: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda element, _: names.append(element.rpartition(":")[2])
    parser.Parse(xml, True)
    return names == [name]


def _named_cells(pieces: Sequence[bytes], usual: Container[str]) -> Iterator[tuple[str, Element]]:
    """Yield the cells in pieces of XML, each whole in itself, with what they are called.

    Names in `usual` need no reading. Raises _UnverifiedError or expat.ExpatError where anything else stands
    there.
    """
    xml = b"<_/>".join((b"<x>", *pieces, b"</x>"))
    parts = _parsed(xml)
    marks = 1 + len(pieces)
    # Where a piece is not whole, a mark beside it is lost in it, or stands within its elements.
    _demand(len(parts.findall("_")) == marks == xml.count(b"<_"))
    for cell in _cells(part for part in _parts_of(parts) if part.tag != "_"):
        name = cell.get("r", "")
        yield name if name in usual else reference(cell_at(name.encode())), cell


def _parsed(xml: bytes) -> Element:
    """Parse without a look at namespaces: the pieces' prefixes are declared elsewhere."""
    builder, parser = TreeBuilder(), expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.Parse(xml, True)
    return builder.close()


def _parts_of(element: Element) -> Element:
    """Return the element, which holds no characters but between the tags of those in it."""
    _demand(not (element.text or "").strip())
    _demand(not any(part.tail and part.tail.strip() for part in element))
    return element


def _cells(parts: Iterable[Element]) -> Iterator[Element]:
    for part in parts:
        if part.tag == "c" or _name(part.tag) == "c":
            yield part
        else:
            _demand(_name(part.tag) in _AROUND_CELLS)
            yield from _cells(_parts_of(part))


def _name(tag: str) -> str:
    return tag.rpartition(":")[2]


def _text(cell: Element) -> str:
    """Return what a cell says that is written as edited ones are. Raises _UnverifiedError otherwise."""
    elements = list(cell.iter())
    _demand((_path(tuple([element.tag for element in elements])), cell.get("t")) in _EDITED)
    text = elements[-1].text or ""
    _demand("".join(cell.itertext()) == text)
    return excel_decoded(text)


@lru_cache(maxsize=64)  # more than there are ways to write a cell
def _path(tags: tuple[str, ...]) -> str:
    return "/".join(map(_name, tags))


def _kept(cell: Element) -> dict[str, str]:
    """Return the attributes of a cell but those of its value."""
    attributes = cell.attrib
    for name in _OF_THE_VALUE:
        attributes.pop(name, None)
    return attributes
