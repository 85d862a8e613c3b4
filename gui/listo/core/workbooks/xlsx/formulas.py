"""Formulas of several cells: where an edit takes one away, they go whole or stay with the other cells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from listo.core.workbooks.model import Area, Cell, area_of, reference
from listo.core.workbooks.xlsx.sheet_xml import SheetXml, XmlChange, attribute, decoded, encoded

FORMULA = re.compile(
    rb"<((?:[\w.-]+:)?)f((?:\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)?)(?:/>|>(.*?)</\1f\s*>)", re.DOTALL
)
"""A formula in a cell: the prefix of its tag, its attributes, and what it says."""

_DYNAMIC = re.compile(rb"""\scm\s*=\s*(?:"[^"]*"|'[^']*')""")


class Formulas:
    """The formulas of a sheet of which edits take some away.

    `changes` is what must follow elsewhere in the sheet, `without_formula` where no cell holds one any more.
    """

    def __init__(self, sheet: SheetXml, edits: Mapping[Cell, str]) -> None:
        """Look at the sheet as it is before the edits."""
        self.changes: list[XmlChange] = []
        self.without_formula: list[Area] = []
        self._sheet, self._edits = sheet, edits
        self._repeated = 0  # formulas that others repeat and that an edit takes away

    def note(self, cell: Cell, formula: re.Match[bytes]) -> None:
        """Take up that an edited cell holds this formula no more."""
        self.without_formula.append(Area(cell, cell))
        self._repeated += attribute(formula[2], b"t") == b"shared" and bool(formula[3])

    def drop_arrays(self) -> None:
        """Make plain values of the array formulas of which a part is edited: Excel would write over it."""
        for mark in (b"array", b"dataTable"):
            for formula in self._sheet.elements_with(mark, FORMULA):
                area = attribute(formula[2], b"ref")
                if attribute(formula[2], b"t") == mark and area:
                    self._drop_array(formula, area_of(area))

    def _drop_array(self, formula: re.Match[bytes], area: Area) -> None:
        if not self._edits_in(area):
            return
        self.without_formula.append(area)
        if area.first in self._edits:  # that cell bears the formula
            return
        self.changes.append(XmlChange(*formula.span(), b""))
        tag = self._sheet.data.rfind(b"<%sc" % self._sheet.prefix, self._sheet.start, formula.start())
        if mark := _DYNAMIC.search(self._sheet.data, tag, formula.start()):
            self.changes.append(XmlChange(*mark.span(), b""))

    def _edits_in(self, area: Area) -> bool:
        """Say whether any edited cell lies in the area."""
        start, end = bisect_left(self._edited, area.first), bisect_right(self._edited, area.last)
        return any(area.holds(self._edited[place]) for place in range(start, end))

    @cached_property
    def _edited(self) -> list[Cell]:
        return sorted(self._edits)

    def free_orphans(self) -> None:
        """Have the cells that repeat a formula which is gone keep it.

        The first of a line of cells takes the formula over; of a block, each gets it for its own. A number of
        a formula may stand for another one further down.
        """
        orphaned: dict[bytes, _Shared] = {}
        for cell, formula in self._shared_formulas() if self._repeated else ():
            index = attribute(formula[2], b"si") or b""
            if formula[3]:
                orphaned.pop(index, None)
                if cell in self._edits:
                    orphaned[index] = _Shared(cell, formula)
                    self._repeated -= 1
            elif cell not in self._edits and index in orphaned:
                self._free(cell, formula, orphaned)
            if not (orphaned or self._repeated):
                return

    def _shared_formulas(self) -> Iterator[tuple[Cell, re.Match[bytes]]]:
        for row in self._sheet.rows():
            if self._sheet.data.find(b"shared", row.content, row.content_end) >= 0:
                for span in self._sheet.cells(row):
                    formula = FORMULA.search(self._sheet.data, span.content, span.content_end)
                    if formula and attribute(formula[2], b"t") == b"shared":
                        yield Cell(row.number, span.number), formula

    def _free(self, cell: Cell, formula: re.Match[bytes], orphaned: dict[bytes, _Shared]) -> None:
        index = attribute(formula[2], b"si") or b""
        shared = orphaned[index]
        area = shared.area_from(cell)
        attributes = b""
        if area:
            del orphaned[index]
            attributes = b' t="shared" ref="%s" si="%s"' % (area.reference, index)
        new = b"<%sf%s>%s</%sf>" % (formula[1], attributes, shared.at(cell), formula[1])
        self.changes.append(XmlChange(*formula.span(), new))


class _Shared:
    """A formula that other cells repeat, whose own cell holds it no more."""

    def __init__(self, at: Cell, formula: re.Match[bytes]) -> None:
        from openpyxl.formula.translate import Translator

        self._translator = Translator(f"={decoded(formula[3].decode())}", origin=reference(at))
        area = attribute(formula[2], b"ref")
        self._area = area_of(area) if area else None

    def at(self, cell: Cell) -> bytes:
        """Return what the formula is in that cell, as it stands in XML."""
        from openpyxl.formula.translate import TranslatorError

        try:
            moved: str = self._translator.translate_formula(reference(cell))
        except TranslatorError:  # it would name a cell above the first row or before the first column
            return b"#REF!"
        return encoded(moved[1:]).encode()

    def area_from(self, cell: Cell) -> Area | None:
        """Return where it is repeated once it stands in `cell`; None unless that is a line of cells."""
        if self._area is None or not self._area.holds(cell):
            return None
        first, last = self._area
        is_line = first.row == last.row or first.column == last.column
        return Area(cell, last) if is_line and cell != last else None
