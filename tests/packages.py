"""Two zip packages compared as they stand on the disk."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path


def content(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def changed(one: Path, other: Path) -> set[str]:
    """Return the members that are not the same: the packed bytes with their own heads, dates and all facts.

    A member that only one of them has counts; so does everything where the others' order is another.
    """
    first, second = _members(one), _members(other)
    both = first.keys() & second.keys()
    if [name for name in first if name in both] != [name for name in second if name in both]:
        return first.keys() | second.keys()
    return (first.keys() ^ second.keys()) | {name for name in both if first[name] != second[name]}


def _members(path: Path) -> dict[str, tuple[object, ...]]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {info.filename: (*_facts(info), _packed(path, info)) for info in archive.infolist()}


def _facts(info: zipfile.ZipInfo) -> Iterable[object]:
    yield from (info.date_time, info.compress_type, info.flag_bits, info.external_attr, info.internal_attr)
    yield from (info.create_system, info.create_version, info.extract_version, info.extra, info.comment)
    yield from (info.CRC, info.file_size, info.compress_size)


def _packed(path: Path, info: zipfile.ZipInfo) -> bytes:
    with path.open("rb") as file:
        file.seek(info.header_offset)
        name, extra = struct.unpack("<26x2H", file.read(30))
        return file.read(name + extra + info.compress_size)
