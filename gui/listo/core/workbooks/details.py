"""What a file says of a cell beyond its value: that it shows an error, or how its number is to be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from listo.core.workbooks.formats import Shown
from listo.core.workbooks.model import Cell


class Details(NamedTuple):
    """What cells of a sheet read as where their value alone does not tell; of all cells if `complete`."""

    shown: Mapping[Cell, Shown]
    complete: bool = False


ReadDetails = Callable[[str], Details]
"""Reads the details of the sheet of that name."""

NOTHING = Details({})
