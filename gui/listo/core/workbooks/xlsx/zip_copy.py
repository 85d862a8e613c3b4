"""A zip archive copied with some of its members changed, and all the others byte for byte as they are.

And the look whether one archive is such a copy of another. Source: PKWARE's APPNOTE 6.3, sections 4.3 and
4.5.3.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import BinaryIO, NamedTuple

from listo.core.workbooks.model import BLOCK

Pieces = Iterable[bytes | memoryview]

# A member's head, its entry in the table of contents, and the end. Source: APPNOTE 4.3.7, 4.3.12 and 4.3.16.
LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")

# How hard a member was packed, and that its sizes follow its data: neither holds for a changed one (4.4.4).
_LEVEL_AND_STREAMED = 0b1110

_ZIP64 = 0x0001
"""The kind of the field that holds sizes too large for an entry. Source: APPNOTE 4.5.3."""

IN_ZIP64 = 0xFFFFFFFF
"""Stands in an entry for what that field holds. Source: as above."""

LEVEL = 5
"""On sheets as small as the usual 6, in a half to two thirds of its time, measured."""


class ZipEntry(NamedTuple):
    """One member as the archive's table of contents has it."""

    name: str
    at: int
    packed: int
    fields: list[int]
    tail: bytes
    extra: slice


class _Written(NamedTuple):
    """What a changed member's table entry must say."""

    flags: int
    method: int
    check: int
    packed: int
    size: int


def copy_changed(
    file: BinaryIO, archive: zipfile.ZipFile, target: BinaryIO, changed: Mapping[str, Pieces | None]
) -> None:
    """Write the archive in `file` to `target`, the members in `changed` replaced, or left out where None.

    Untouched members keep their compressed bytes, dates, flags, order and comments. Of members that bear
    one name, only the one that readers take changes. Raises OSError, and struct.error where the result
    would pass what a plain zip can hold.
    """
    entries = list(entries_of(file, archive))
    order = sorted(entry.at for entry in entries)
    ends = dict(zip(order, [*order[1:], archive.start_dir], strict=True))
    _copy_bytes(file, target, 0, order[0] if order else 0)
    places: dict[int, int] = {}
    written: dict[int, _Written] = {}
    changes = {archive.getinfo(name).header_offset: pieces for name, pieces in changed.items()}
    for entry in sorted(entries, key=lambda one: one.at):
        pieces = changes.get(entry.at, ())
        if pieces is None:
            continue
        places[entry.at] = target.tell()
        if entry.at in changes:
            written[entry.at] = _write_member(file, target, entry, pieces)
        else:
            _copy_bytes(file, target, entry.at, ends[entry.at])
    kept = [
        _central(entry, places[entry.at], written.get(entry.at)) for entry in entries if entry.at in places
    ]
    _write_contents(target, kept, archive.comment)


def entries_of(file: BinaryIO, archive: zipfile.ZipFile) -> Iterator[ZipEntry]:
    """Yield the table of contents as it stands. Raises OSError, and struct.error where it is cut short."""
    file.seek(archive.start_dir)
    for info in archive.infolist():
        fields = list(CENTRAL.unpack(file.read(CENTRAL.size))[1:])
        name, extra, comment = fields[9:12]
        tail = file.read(name + extra + comment)
        yield ZipEntry(
            info.filename, info.header_offset, info.compress_size, fields, tail, slice(name, name + extra)
        )


def _copy_bytes(file: BinaryIO, target: BinaryIO, start: int, end: int) -> None:
    file.seek(start)
    while start < end:
        block = file.read(min(BLOCK, end - start))
        if not block:
            raise EOFError("the archive ends too soon")
        target.write(block)
        start += len(block)


def _write_member(file: BinaryIO, target: BinaryIO, entry: ZipEntry, pieces: Pieces) -> _Written:
    file.seek(entry.at)
    mark, needed, flags, method, time, date, *_, name, extra = LOCAL.unpack(file.read(LOCAL.size))
    tail = file.read(name + extra)
    names = tail[:name] + _without_zip64(tail[name:])
    flags &= ~_LEVEL_AND_STREAMED
    method = method and zipfile.ZIP_DEFLATED
    start = target.tell()
    head = (mark, needed, flags, method, time, date)
    lengths = (name, len(names) - name)
    target.write(LOCAL.pack(*head, 0, 0, 0, *lengths) + names)
    check, packed, size = _write_packed(target, pieces, bool(method))
    end = target.tell()
    target.seek(start)
    target.write(LOCAL.pack(*head, check, packed, size, *lengths))
    target.seek(end)
    return _Written(flags, method, check, packed, size)


def _write_packed(target: BinaryIO, pieces: Pieces, deflated: bool) -> tuple[int, int, int]:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    check = packed = size = 0
    for block in _in_blocks(pieces):
        check = zlib.crc32(block, check)
        size += len(block)
        packed += target.write(packer.compress(block) if deflated else block)
    packed += target.write(packer.flush()) if deflated else 0
    return check, packed, size


def _in_blocks(pieces: Pieces) -> Iterator[bytes]:
    """Yield the pieces, of which a sheet may have very many small ones, joined to fewer."""
    block = bytearray()
    for piece in pieces:
        block += piece
        if len(block) >= BLOCK:
            yield bytes(block)
            block.clear()
    yield bytes(block)


def _without_zip64(extra: bytes) -> bytes:
    return b"".join(field for kind, field in _extra_fields(extra) if kind != _ZIP64)


def _extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        yield kind, extra[: 4 + size]
        extra = extra[4 + size :]
    if extra:
        yield -1, extra


def _central(entry: ZipEntry, place: int, written: _Written | None) -> bytes:
    """Return the table entry of a member that now stands at `place`."""
    fields, tail = list(entry.fields), entry.tail
    if written:
        fields[2], fields[3] = written.flags, written.method
        fields[6], fields[7], fields[8] = written[2:]
        tail = tail[: entry.extra.start] + _without_zip64(tail[entry.extra]) + tail[entry.extra.stop :]
        fields[10] -= len(entry.tail) - len(tail)
        fields[15] = IN_ZIP64 - 1
    if fields[15] != IN_ZIP64:
        fields[15] = place
        return CENTRAL.pack(b"PK\1\2", *fields) + tail
    moved = _with_place(tail[entry.extra], fields, place)
    return CENTRAL.pack(b"PK\1\2", *fields) + tail[: entry.extra.start] + moved + tail[entry.extra.stop :]


def _with_place(extra: bytes, fields: list[int], place: int) -> bytes:
    """Put the member's place where a zip64 entry keeps it: after those sizes that did not fit the entry."""
    at = 4 + 8 * (fields[8] == IN_ZIP64) + 8 * (fields[7] == IN_ZIP64)
    return b"".join(
        field[:at] + struct.pack("<Q", place) + field[at + 8 :] if kind == _ZIP64 else field
        for kind, field in _extra_fields(extra)
    )


def _write_contents(target: BinaryIO, entries: list[bytes], comment: bytes) -> None:
    start = target.tell()
    size = target.write(b"".join(entries))
    target.write(end_of(len(entries), size, start, comment))


def end_of(count: int, size: int, start: int, comment: bytes) -> bytes:
    """Return what stands after a table of contents of that many entries, of that size and place."""
    return _END.pack(b"PK\5\6", 0, 0, count, count, size, start, len(comment)) + comment


# Two archives compared as they stand


def same_members(
    old: BinaryIO, original: zipfile.ZipFile, new: BinaryIO, copy: zipfile.ZipFile, but: Collection[str]
) -> bool:
    """Return whether both archives hold the same members in the same order, byte for byte as packed.

    Members in `but` may differ in what they hold, and be left out of the copy; their own heads must say
    of them what the table of contents does. Raises OSError, and struct.error where a head is cut short.
    """
    there = set(copy.namelist())
    before = [entry for entry in entries_of(old, original) if entry.name in there or entry.name not in but]
    after = list(entries_of(new, copy))
    return (
        _ends_well(new, copy, after)
        and [entry.name for entry in before] == [entry.name for entry in after]
        and all(
            _alike_but_for_content(one, other) and _has_its_head(new, other)
            if one.name in but
            else _alike(one, other) and _same_packed(old, one, new, other)
            for one, other in zip(before, after, strict=True)
        )
    )


def _alike(one: ZipEntry, other: ZipEntry) -> bool:
    place_elsewhere = one.fields[15] == IN_ZIP64
    return one.fields[:15] == other.fields[:15] and (one.tail == other.tail or place_elsewhere)


def _alike_but_for_content(one: ZipEntry, other: ZipEntry) -> bool:
    return all(one.fields[number] == other.fields[number] for number in (0, 1, 4, 5, 12, 13, 14))


def _ends_well(file: BinaryIO, archive: zipfile.ZipFile, entries: list[ZipEntry]) -> bool:
    """Say whether nothing but the usual end follows the table of contents."""
    size = sum(CENTRAL.size + len(entry.tail) for entry in entries)
    file.seek(archive.start_dir + size)
    return file.read() == end_of(len(entries), size, archive.start_dir, archive.comment)


def _has_its_head(file: BinaryIO, entry: ZipEntry) -> bool:
    """Say whether the member's own head says what the table of contents does."""
    file.seek(entry.at)
    mark, *facts, name, _ = LOCAL.unpack(file.read(LOCAL.size))
    return mark == b"PK\3\4" and facts == entry.fields[1:9] and name == entry.fields[9]


def _same_packed(old: BinaryIO, one: ZipEntry, new: BinaryIO, other: ZipEntry) -> bool:
    """Compare two members as they stand in their archives, each with its own head."""
    old.seek(one.at)
    new.seek(other.at)
    head = old.read(LOCAL.size)
    if new.read(LOCAL.size) != head:
        return False
    left = sum(LOCAL.unpack(head)[-2:]) + one.packed
    while left:
        block = old.read(min(BLOCK, left))
        if not block or new.read(len(block)) != block:
            return False
        left -= len(block)
    return True
