"""What a file says of a cell beyond its value: that it shows an error, or how its number is to be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from listo.core.workbooks.formats import Shown
from listo.core.workbooks.model import Cell

MOST_CELLS = 30_000_000
"""The largest area of a sheet that calamine may read: it sets aside memory for every place in it."""


_ROWS = 1_048_576


def checked_row(row: int) -> int:
    """Return the row, counted from 0. Raises ValueError where no sheet has that many."""
    if row >= _ROWS:
        raise ValueError(f"no such row: {row}")
    return row


class Details(NamedTuple):
    """What cells of a sheet read as where their value alone does not tell; of all cells if `complete`.

    `area` is how many places the sheet spans from its first row and column on, as far as it matters.
    """

    shown: Mapping[Cell, Shown]
    complete: bool = False
    area: int = 0


ReadDetails = Callable[[str], Details]
"""Reads the details of the sheet of that name."""

NOTHING = Details({})
