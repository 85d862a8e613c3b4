"""The proof that a copy of an Excel workbook is the original but for the edits, from the bytes of both.

It reads the copy back from where it was written and leans on nothing that wrote it but the list of places
that changed: between those places both must be the same, and in them must stand the cells edited, whole
and with the texts wanted, in XML that a parser other than ours takes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple, cast
from xml.parsers import expat

from listo.core.workbooks.archive import MOST_OF_A_PART
from listo.core.workbooks.model import BLOCK, Cell, cell_at
from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS
from listo.core.workbooks.xlsx.save import ChangedMembers
from listo.core.workbooks.xlsx.sheet_xml import XmlChange, excel_decoded
from listo.core.workbooks.xlsx.zip_copy import same_members

ShareProgress = Callable[[float], None]

_UNKNOWN_ENCODING = 18
"""What expat says of an encoding that it has not. Source: expat.h, XML_ERROR_UNKNOWN_ENCODING."""

_CORNER = rb"\$?[A-Z]{1,3}\$?\d{1,7}"
_AREA = re.compile(rb"%b(:%b)?" % (_CORNER, _CORNER))
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>].*>", re.DOTALL)
_DYNAMIC = re.compile(rb"""\scm\s*=\s*["']\d*["']""")
_AROUND_CELLS = frozenset(("sheetData", "row"))
_IN_CELLS = frozenset(("is", "t", "v"))
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
    were, are = _Cells(), _Cells()
    for before, after in both.changed(changes):
        if not _is_forced(before, after):
            were.add(before)
            are.add(after)
    for cell, found in are.found.items():
        there_anyway = None if cell in were.found else ""
        _demand(edits.get(cell, there_anyway) == found.text and not found.formula)
    for cell, found in were.found.items():
        _demand(cell in are.found and are.found[cell].attributes == found.attributes)
    _demand(all(cell in are.found for cell, text in edits.items() if text))


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


class _Found(NamedTuple):
    """A cell as the parser sees it: its attributes but those of its value, and what it holds."""

    attributes: dict[str, str]
    text: str
    formula: bool


class _Cells:
    """The cells in pieces of a sheet's XML, each piece whole in itself. Raises expat.ExpatError."""

    def __init__(self) -> None:
        self.found: dict[Cell, _Found] = {}
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._open: list[str] = []
        self._attributes: dict[str, str] = {}
        self._texts: list[str] = []
        self._formula = False
        self._parser.Parse(b"<x>", False)

    def add(self, piece: bytes) -> None:
        self._parser.Parse(piece, False)
        _demand(len(self._open) == 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            self._attributes, self._texts, self._formula = attributes, [], False
        elif "c" not in self._open:
            _demand(not self._open or name in _AROUND_CELLS)
        self._formula |= name == "f"
        self._open.append(name)

    def _characters(self, text: str) -> None:
        _demand("c" in self._open or not text.strip())
        if self._open[-1] in _IN_CELLS:
            self._texts.append(text)

    def _end(self, _name: str) -> None:
        if self._open.pop() != "c":
            return
        place = cell_at(self._attributes.get("r", "").encode())
        _demand(place not in self.found)
        for name in _OF_THE_VALUE:
            self._attributes.pop(name, None)
        self.found[place] = _Found(self._attributes, excel_decoded("".join(self._texts)), self._formula)
