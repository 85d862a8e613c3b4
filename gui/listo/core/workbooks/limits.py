"""What a file says of a cell beyond its value: that it shows an error, or how its number is to be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from listo.core.workbooks.model import Cell
from listo.core.workbooks.number_formats import Shown
from listo.core.workbooks.xlsx.sheet_xml import MOST_ROWS

MOST_CELLS = 30_000_000
"""The largest area of a sheet that calamine may read: it sets aside memory for every place in it."""

_USUAL_CELLS = 8 << 20
"""An area for which there is room on any machine: eight columns of all the rows that Excel has."""


def checked_row(row: int) -> int:
    """Return the row, counted from 0. Raises ValueError where no sheet has that many."""
    if row >= MOST_ROWS:
        raise ValueError(f"no such row: {row}")
    return row


class TooWideError(Exception):
    """A sheet spans so many places, given by the only argument, that there is no room for them."""


def is_too_wide(area: int, size: int) -> bool:
    """Say whether a sheet stored in `size` bytes spans far more places than it can fill."""
    return area > MOST_CELLS or area > max(_USUAL_CELLS, size)


def demand_room(area: int, size: int) -> None:
    """Raise TooWideError where a sheet stored in `size` bytes spans far more places than it can fill."""
    if is_too_wide(area, size):
        raise TooWideError(area)


class Details(NamedTuple):
    """What cells of a sheet read as where their value alone does not tell; of all cells if `complete`."""

    shown: Mapping[Cell, Shown]
    complete: bool = False


ReadDetails = Callable[[str], Details]
"""Reads the details of the sheet of that name."""

NOTHING = Details({})
