"""Changes of XML as bytes: what stands in one place gives way to something else, and all else stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Change(NamedTuple):
    """What stands in the sheet's XML from `start` to `end` gives way to `new`."""

    start: int
    end: int
    new: bytes


def pieces(data: bytes, changes: Iterable[Change]) -> Iterator[bytes | memoryview]:
    """Yield the data after the changes, which stand in rising order. Raises ValueError where two meet."""
    view = memoryview(data)
    position = 0
    for start, end, new in changes:
        if start < position:
            raise ValueError("two changes in one place")
        yield view[position:start]
        yield new
        position = end
    yield view[position:]
