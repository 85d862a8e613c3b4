"""What workbooks are packed in: zip archives, which may be hostile, and compound files (OLE2) of old Excel.

What is in an archive is counted before anything makes room for it. Python's reader stops where the archive's
directory says that a member ends. Other libraries unpack to the end of the data, however far that is; so what
they are to read is gone over first.

Compound files hold encrypted workbooks too. Source: Microsoft's open specification [MS-CFB], version 3 and 4.
"""

from __future__ import annotations

import os
import struct
import sys
import zipfile
import zlib
from array import array
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from listo.core.errors import InputError
from listo.core.workbooks.model import BLOCK, MOST_BYTES, TooLargeError, too_large

MOST_OF_A_PART = 32 << 20
"""Bytes of a part beside sheets and texts: 65,490 styles, the most that Excel takes, are 10 MB, measured."""

_MOST_MEMBERS = 100_000
"""Members of an archive; Python takes 1 KB for each. 1,000 sheets with pictures are some 5,000."""

_SUSPICIOUS = ((96 << 20, 400), (256 << 20, 50))
"""From so many bytes on, what packs to less than one in so many is no sheet that anybody filled.

Sheets of nothing but formats pack to 1 in 25 to 1 in 300, filled ones to 1 in 5 to 1 in 15, measured; what
means harm, up to 1 in 1,032. 96 MB are read in 2 s, 256 MB in 4 s.
"""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""All that a package may use. Source: ECMA-376 part 2, annex C; OpenDocument 1.3, part 2, 2.2."""


_LENGTHS_AT = 26
"""Where a member's head says how long its name and its extra field are. Source: PKWARE's APPNOTE, 4.3.7."""


def refuse_bombs(archive: zipfile.ZipFile, path: Path) -> None:
    """Raise InputError for an archive that is locked, or by its own word too large."""
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise InputError("file-encrypted", file=path.name)
    if any(member.compress_type not in _METHODS for member in members):
        raise InputError("file-damaged", file=path.name)
    total = sum(member.file_size for member in members)
    if total > MOST_BYTES or len(members) > _MOST_MEMBERS or _is_bomb(total, _packed(members, path)):
        raise too_large(path, total)


def _packed(members: Collection[zipfile.ZipInfo], path: Path) -> int:
    """Return what the members take in the file; several may claim the same bytes of it."""
    return min(path.stat().st_size, sum(member.compress_size for member in members))


def _is_bomb(total: int, packed: int) -> bool:
    return any(total > size and total > ratio * packed for size, ratio in _SUSPICIOUS)


def unpacked_size(archive: zipfile.ZipFile) -> int:
    """Return how many bytes all members are, by the archive's own word."""
    return sum(member.file_size for member in archive.infolist())


def read_member(archive: zipfile.ZipFile, name: str, most: int = MOST_BYTES) -> bytes:
    """Return the content of a member, never more of it than the archive says that it has.

    Raises TooLargeError where that is over `most`, and what zipfile raises.
    """
    size = archive.getinfo(name).file_size
    if size > most:
        raise TooLargeError(size)
    with archive.open(name) as file:
        # Without a size zipfile would unpack all that is there, and only then cut it off.
        return file.read(size + 1)


def demand_true_sizes(archive: zipfile.ZipFile, path: Path) -> None:
    """Raise BadZipFile where a member holds more than the archive says, for libraries that believe it."""
    with path.open("rb") as file:
        for member in archive.infolist():
            if member.compress_type == zipfile.ZIP_DEFLATED and _unpacks_to_more(file, member):
                raise zipfile.BadZipFile(member.filename)


def _unpacks_to_more(file: BinaryIO, member: zipfile.ZipInfo) -> bool:
    """Say whether there is more in a member than is said; one that is damaged ends where the damage is."""
    file.seek(member.header_offset + _LENGTHS_AT)
    name, extra = struct.unpack("<HH", file.read(4))
    file.seek(name + extra, os.SEEK_CUR)
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    left, size = member.compress_size, 0
    with suppress(zlib.error):
        while left > 0 and not unpacker.eof and size <= member.file_size:
            packed = file.read(min(left, BLOCK))
            left -= len(packed) or left
            while packed and size <= member.file_size:
                size += len(unpacker.decompress(packed, BLOCK))
                packed = unpacker.unconsumed_tail
    return size > member.file_size


COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_END = 0xFFFFFFFA
"""Sector numbers from here on are marks: no such sector, end of chain, part of the tables ([MS-CFB] 2.1)."""

_IN_HEADER = 109
"""So many sectors of the table are named in the header itself ([MS-CFB] 2.2)."""


class DamagedError(Exception):
    """The file's tables of sectors do not fit together."""


class _Entry(NamedTuple):
    name: str
    kind: int
    start: int
    size: int


def stream_names(path: Path) -> frozenset[str]:
    """Return the names of all streams in lower case. Raises DamagedError and OSError."""
    return frozenset(entry.name for entry in _CompoundFile(path.read_bytes()).entries)


def read_stream(path: Path, *names: str) -> bytes:
    """Return what the first stream found of `names` (lower case) holds.

    Raises DamagedError, also where there is none of them, and OSError.
    """
    file = _CompoundFile(path.read_bytes())
    for name in names:
        for entry in file.entries:
            if entry.name == name and entry.kind == 2:
                return file.content(entry)
    raise DamagedError(names)


class _CompoundFile:
    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._open()
        except (struct.error, IndexError, UnicodeDecodeError, OverflowError) as error:
            raise DamagedError(str(error)) from error

    def _open(self) -> None:
        shift, small_shift = struct.unpack_from("<HH", self._data, 30)
        if not (7 <= shift <= 16 and 4 <= small_shift <= shift):
            raise DamagedError("sector size")
        self._sector, self._small_sector = 1 << shift, 1 << small_shift
        directory, self._cutoff = struct.unpack_from("<I4xI", self._data, 48)
        small_table, _, chain, _ = struct.unpack_from("<IIII", self._data, 60)
        self._table = self._read_table(chain)
        self.entries = [entry for entry in self._read_entries(directory) if entry.kind in (1, 2, 5)]
        if any(entry.kind == 2 and entry.size > len(self._data) for entry in self.entries):
            raise DamagedError("stream larger than the file")  # calamine would set memory aside for it
        self._small_table = _numbers(self._chain(small_table))
        root = next((entry for entry in self.entries if entry.kind == 5), None)
        self._small = self._chain(root.start) if root else b""

    def _read_table(self, chain: int) -> array[int]:
        sectors = _numbers(self._data[76 : 76 + 4 * _IN_HEADER])
        seen: set[int] = set()
        while chain < _END and chain not in seen:
            seen.add(chain)
            more = _numbers(self._at(chain))
            sectors += more[:-1]
            chain = more[-1]
        used = [sector for sector in sectors if sector < _END]
        # One sector named again and again would make a table of a small file that fills the memory.
        if len(used) > _IN_HEADER + len(self._data) // self._sector:
            raise DamagedError("table larger than the file")
        return _numbers(b"".join(map(self._at, used)))

    def _read_entries(self, directory: int) -> list[_Entry]:
        data = self._chain(directory)
        return [_entry(data[at : at + 128]) for at in range(0, len(data) - 127, 128)]

    def content(self, entry: _Entry) -> bytes:
        """Return the bytes of one stream."""
        if entry.size >= self._cutoff:
            return self._chain(entry.start)[: entry.size]
        size = self._small_sector
        numbers = _follow(self._small_table, entry.start)
        return b"".join(self._small[number * size : number * size + size] for number in numbers)[: entry.size]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._at(number) for number in _follow(self._table, start))

    def _at(self, sector: int) -> bytes:
        # The header takes the place of one sector, whatever the sector's size.
        start = (sector + 1) * self._sector
        return self._data[start : start + self._sector]


def _numbers(data: bytes) -> array[int]:
    numbers = array("I", data[: len(data) // 4 * 4])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _follow(table: array[int], number: int) -> list[int]:
    numbers: list[int] = []
    while number < _END:
        if number >= len(table) or len(numbers) > len(table):
            raise DamagedError("chain of sectors")
        numbers.append(number)
        number = table[number]
    return numbers


def _entry(data: bytes) -> _Entry:
    length = min(64, struct.unpack_from("<H", data, 64)[0])
    name = data[: max(0, length - 2)].decode("utf-16-le")
    start, size = struct.unpack_from("<II", data, 116)
    return _Entry(name.lower(), data[66], start, size)
