"""Rectangles of cells, as the XML of a sheet names them."""

from __future__ import annotations

from typing import NamedTuple

from listo.core.workbooks.model import Cell
from listo.core.workbooks.xlsx.sheet_xml import cell_at, reference


class Area(NamedTuple):
    """A rectangle of cells, both corners belonging to it."""

    first: Cell
    last: Cell

    def holds(self, cell: Cell) -> bool:
        """Return whether the cell lies in it."""
        first, last = self
        return first.row <= cell.row <= last.row and first.column <= cell.column <= last.column

    @property
    def reference(self) -> bytes:
        """What the area is called, such as `A1:G10`."""
        return f"{reference(self.first)}:{reference(self.last)}".encode()


def area_of(text: bytes) -> Area:
    """Return the area that a reference such as `A1:G10` or `B7` names."""
    first, _, last = text.partition(b":")
    return Area(cell_at(first), cell_at(last or first))
