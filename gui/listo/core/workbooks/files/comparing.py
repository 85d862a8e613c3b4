"""Two zip archives compared as they stand: is one the other with some members changed?"""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from typing import BinaryIO

from listo.core.workbooks.xlsx.zip_copy import CENTRAL, IN_ZIP64, LOCAL, Entry, end_of, entries_of

_BLOCK = 1 << 20


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


def _alike(one: Entry, other: Entry) -> bool:
    place_elsewhere = one.fields[15] == IN_ZIP64
    return one.fields[:15] == other.fields[:15] and (one.tail == other.tail or place_elsewhere)


def _alike_but_for_content(one: Entry, other: Entry) -> bool:
    return all(one.fields[number] == other.fields[number] for number in (0, 1, 4, 5, 12, 13, 14))


def _ends_well(file: BinaryIO, archive: zipfile.ZipFile, entries: list[Entry]) -> bool:
    """Say whether nothing but the usual end follows the table of contents."""
    size = sum(CENTRAL.size + len(entry.tail) for entry in entries)
    file.seek(archive.start_dir + size)
    return file.read() == end_of(len(entries), size, archive.start_dir, archive.comment)


def _has_its_head(file: BinaryIO, entry: Entry) -> bool:
    """Say whether the member's own head says what the table of contents does."""
    file.seek(entry.at)
    mark, *facts, name, _ = LOCAL.unpack(file.read(LOCAL.size))
    return mark == b"PK\3\4" and facts == entry.fields[1:9] and name == entry.fields[9]


def _same_packed(old: BinaryIO, one: Entry, new: BinaryIO, other: Entry) -> bool:
    """Compare two members as they stand in their archives, each with its own head."""
    old.seek(one.at)
    new.seek(other.at)
    head = old.read(LOCAL.size)
    if new.read(LOCAL.size) != head:
        return False
    left = sum(LOCAL.unpack(head)[-2:]) + one.packed
    while left:
        block = old.read(min(_BLOCK, left))
        if not block or new.read(len(block)) != block:
            return False
        left -= len(block)
    return True
