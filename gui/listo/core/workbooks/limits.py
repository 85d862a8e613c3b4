"""What a sheet can hold, and what there is room for: Excel's own limits, and ours for hostile files."""

from __future__ import annotations

from pathlib import Path

from listo.core.errors import InputError

MOST_ROWS = 1_048_576
"""The rows of a sheet of Excel's. Source: Microsoft, "Excel specifications and limits"."""

MOST_COLUMNS = 16_384
"""The columns of a sheet of Excel's, up to XFD. Source: as above."""

LONGEST_TEXT = 32_767
"""How many UTF-16 units a cell of Excel's holds. Source: as above."""

LONGEST_SHEET_NAME = 31
"""How many characters Excel takes for the name of a sheet. Source: ECMA-376 part 1, 18.2.19, and as above."""

BLOCK = 1 << 20
"""How much of a file is held at a time: with 64 KB to 4 MB saving takes the same time, measured."""

MOST_BYTES = 1 << 30
"""What a file may unpack to: 28 columns of all of Excel's rows, at 37 bytes a cell of XML, measured."""

BYTES_OF_A_PLACE = 32
"""What calamine 0.9 sets aside for every place in a sheet, filled or not, measured."""

MOST_CELLS = 30_000_000
"""The largest area of a sheet that calamine may read: with what it sets aside, just under `MOST_BYTES`."""

_CELLS_FOR_ANY_MACHINE = 8 << 20
"""An area for which there is room on any machine, 256 MB: eight columns of all the rows that Excel has."""


def checked_row(row: int) -> int:
    """Return the row, counted from 0. Raises ValueError where no sheet has that many."""
    if row >= MOST_ROWS:
        raise ValueError(f"no such row: {row}")
    return row


class TooWideError(Exception):
    """A sheet spans so many places, given by the only argument, that there is no room for them."""


def is_too_wide(area: int, size: int) -> bool:
    """Say whether a sheet stored in `size` bytes spans far more places than it can fill."""
    return area > MOST_CELLS or area > max(_CELLS_FOR_ANY_MACHINE, size)


def demand_room(area: int, size: int) -> None:
    """Raise TooWideError where a sheet stored in `size` bytes spans far more places than it can fill."""
    if is_too_wide(area, size):
        raise TooWideError(area)


def is_too_long(text: str) -> bool:
    """Say whether a text is longer than Excel holds in a cell; emoji and their like count twice."""
    return len(text) > LONGEST_TEXT // 2 and len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_TEXT


def too_large(path: Path, size: int) -> InputError:
    """Return the error for a file that would take `size` bytes once unpacked."""
    return InputError("file-too-large", file=path.name, size=_size_text(size))


def _size_text(size: int) -> str:
    megabytes = -(-size // 1_000_000)
    return f"{megabytes} MB" if megabytes < 10_000 else f"{-(-size // 1_000_000_000)} GB"
