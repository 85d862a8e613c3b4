"""The compound files (OLE2) in which old Excel and encrypted workbooks come: their streams by name.

Source: Microsoft's open specification [MS-CFB], version 3 and 4 files.
"""

from __future__ import annotations

import struct
import sys
from array import array
from pathlib import Path
from typing import NamedTuple

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

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
