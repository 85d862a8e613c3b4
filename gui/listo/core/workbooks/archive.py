"""A zip archive that may be hostile: what is in it is counted before anything makes room for it.

Python's reader stops where the archive's directory says that a member ends. Other libraries unpack to the
end of the data, however far that is; so what they are to read is gone over first.
"""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

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
