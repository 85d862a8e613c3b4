"""New texts put into a sheet's XML, with every byte outside the cells concerned left as it is.

Texts go in as inline strings: Excel, LibreOffice, openpyxl and calamine all read them, and the
table of shared strings, which other cells point into, stays untouched. Where an edit takes away a formula
of several cells, it goes whole or stays with the other cells.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from listo.core.workbooks.model import Area, Cell, area_of, reference
from listo.core.workbooks.xlsx.sheet_xml import (
    SheetXml,
    Span,
    XmlChange,
    attribute,
    attribute_pairs,
    decoded,
    encoded,
    pieces,
)
from listo.core.workbooks.xlsx.styles import (
    NO_ROW_STYLE,
    RowStyle,
    extended_areas,
    row_style_of,
    style_of_new_cells,
)

_WHOLE_NUMBER = re.compile(r"0|[1-9]\d{0,14}")  # of the 15 digits that Excel keeps
_PLAIN_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^>]*)?>\s*[-+.\deE]+\s*<")
_DIMENSION = re.compile(rb"<(?:[\w.-]+:)?dimension\s[^>]*?ref\s*=\s*[\"']([^\"']*)[\"']")
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?col(?=\s)([^>]*)>")
_DROPPED = frozenset((b"t", b"cm", b"vm"))  # of the old value: its type, and the metadata it pointed to

NumberDisplay = Callable[[float, int], str]
"""What a number reads as in a cell of a given style."""

FORMULA = re.compile(
    rb"<((?:[\w.-]+:)?)f((?:\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)?)(?:/>|>(.*?)</\1f\s*>)", re.DOTALL
)
"""A formula in a cell: the prefix of its tag, its attributes, and what it says."""

_DYNAMIC = re.compile(rb"""\scm\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True)
class Spliced:
    """A sheet's new XML in pieces, and the areas in which no cell holds a formula any more.

    `changes` stand in rising order; None where the sheet had to be put into another encoding first.
    """

    pieces: tuple[bytes | memoryview, ...]
    changes: tuple[XmlChange, ...] | None
    without_formula: tuple[Area, ...]


def splice(sheet: SheetXml, edits: Mapping[Cell, str], shown: NumberDisplay) -> Spliced:
    """Return the sheet with the texts of `edits` in place. Raises ValueError where the XML is unsound."""
    splicer = _Splicer(sheet, edits, shown)
    splicer.run()
    changes = tuple(sorted((*splicer.changes, *splicer.formulas.changes)))
    return Spliced(
        tuple(pieces(sheet.data, changes)),
        changes if sheet.in_place else None,
        tuple(splicer.formulas.without_formula),
    )


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
    """Part rising numbers into runs without a gap, and yield what comes before each with it."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run[0] - 1, run
            run = []
        run.append(number)
    if run:
        yield run[0] - 1, run


@dataclass
class _Splicer:
    sheet: SheetXml
    edits: Mapping[Cell, str]
    shown: NumberDisplay
    changes: list[XmlChange] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.formulas = Formulas(self.sheet, self.edits)

    def run(self) -> None:
        self.formulas.drop_arrays()
        self._splice_rows()
        self.formulas.free_orphans()
        self._widen_dimension()

    def _change(self, start: int, end: int, new: bytes) -> None:
        self.changes.append(XmlChange(start, end, new))

    # Rows

    def _splice_rows(self) -> None:
        wanted: dict[int, dict[int, str]] = defaultdict(dict)
        for cell, text in self.edits.items():
            wanted[cell.row][cell.column] = text
        rows = self.sheet.rows_in_order(sorted(wanted))
        if rows is None:
            self._splice_any_rows(wanted)
            return
        for row in rows:
            self._splice_row(row, wanted[row.number])

    def _splice_any_rows(self, wanted: dict[int, dict[int, str]]) -> None:
        """Find rows wherever they stand, and put in those that are not there."""
        numbers, starts = array("q"), array("q")
        for number, tag in self.sheet.row_tags():
            numbers.append(number)
            starts.append(tag.start())
            if texts := wanted.pop(number, None):
                self._splice_row(self.sheet.row(number, tag), texts)
        starts.append(self.sheet.end)
        added: dict[int, list[bytes]] = defaultdict(list)
        for above, run in _runs(sorted(number for number, texts in wanted.items() if any(texts.values()))):
            place = bisect_right(numbers, above)
            row_style = self._row_style(numbers, starts, place - 1, above)
            added[starts[place]] += [self._new_row(number, wanted[number], row_style) for number in run]
            if row_style is not NO_ROW_STYLE:
                self._follow(above, run, {column for number in run for column in wanted[number]})
        for place, rows in added.items():
            self._add_rows(place, b"".join(rows))

    def _row_style(self, numbers: Sequence[int], starts: Sequence[int], place: int, above: int) -> RowStyle:
        """Return the style of the row right above new ones; none where it is the first of all, a heading."""
        if place < 1 or numbers[place] != above:
            return NO_ROW_STYLE
        return row_style_of(self.sheet, self.sheet.row_at(above, starts[place]))

    def _follow(self, above: int, run: Sequence[int], columns: Collection[int]) -> None:
        """Have choices and conditional formats that end right above new rows take them in."""
        self.changes += extended_areas(self.sheet, above, run[-1], columns)

    def _add_rows(self, place: int, rows: bytes) -> None:
        if not rows:
            return
        if not self.sheet.empty_tag:
            self._change(place, place, rows)
            return
        name = self.sheet.prefix + b"sheetData"
        self._change(self.sheet.tag_start, self.sheet.start, b"<%s>%s</%s>" % (name, rows, name))

    def _new_row(self, number: int, texts: Mapping[int, str], row_style: RowStyle) -> bytes:
        prefix = self.sheet.prefix
        columns = sorted(texts.keys() | row_style.styles.keys())
        cells = (
            self._cell_below(Cell(number, column), texts.get(column, ""), row_style) for column in columns
        )
        attributes = b'r="%d"%s' % (number + 1, row_style.attributes)
        return b"<%srow %s>%s</%srow>" % (prefix, attributes, b"".join(cells), prefix)

    def _cell_below(self, cell: Cell, text: str, row_style: RowStyle) -> bytes:
        style = row_style.styles.get(cell.column)
        if style is None:
            return self._new_cell(cell, text, row_style.of_row)
        attributes = [(b"r", b'"%s"' % reference(cell).encode()), (b"s", b'"%s"' % style)]
        plain = style == b"0"
        if plain and not text:
            return b""
        return self._cell_xml(attributes[: 1 if plain else 2], text, as_number=False)

    def _splice_row(self, row: Span, texts: Mapping[int, str]) -> None:
        wanted = dict(texts)
        for column in texts:
            if cell := self.sheet.cell_by_name(row, column):
                self._splice_cell(cell, Cell(row.number, column), wanted.pop(column))
        if wanted:
            self._splice_any_cells(row, wanted)

    def _splice_any_cells(self, row: Span, wanted: dict[int, str]) -> None:
        """Find cells however they are named, and put in those that are not there."""
        numbers, starts = array("q"), array("q")
        for cell in self.sheet.cells(row):
            numbers.append(cell.number)
            starts.append(cell.start)
            if cell.number in wanted:
                self._splice_cell(cell, Cell(row.number, cell.number), wanted.pop(cell.number))
        starts.append(row.content_end)
        style = style_of_new_cells(row)
        added: dict[int, list[bytes]] = defaultdict(list)
        for column in sorted(wanted):
            new = self._new_cell(Cell(row.number, column), wanted[column], style)
            added[starts[bisect_right(numbers, column)]].append(new)
        for place, cells in added.items():
            self._add_cells(row, place, b"".join(cells))

    def _add_cells(self, row: Span, place: int, cells: bytes) -> None:
        if not cells:
            return
        if not row.self_closed:
            self._change(place, place, cells)
            return
        name = self.sheet.prefix + b"row"
        self._change(row.start, row.end, b"<%s%s>%s</%s>" % (name, row.attributes.rstrip(), cells, name))

    # Styles of cells that were not there

    def _column_style(self, column: int) -> bytes | None:
        return next((style for first, last, style in self._column_styles if first <= column <= last), None)

    @cached_property
    def _column_styles(self) -> list[tuple[int, int, bytes | None]]:
        tags = (found[1] for found in _COLUMN.finditer(self.sheet.data, 0, self.sheet.tag_start))
        spans = ((attribute(tag, b"min"), attribute(tag, b"max"), attribute(tag, b"style")) for tag in tags)
        return [(int(first) - 1, int(last) - 1, style) for first, last, style in spans if first and last]

    # Cells

    def _new_cell(self, cell: Cell, text: str, style: bytes | None = None) -> bytes:
        if not text:
            return b""
        style = style or self._column_style(cell.column)
        attributes = [(b"r", b'"%s"' % reference(cell).encode())]
        if style:
            attributes.append((b"s", b'"%s"' % style))
        return self._cell_xml(attributes, text, as_number=False)

    def _splice_cell(self, span: Span, cell: Cell, text: str) -> None:
        content = self.sheet.data[span.content : span.content_end]
        if b"f" in content and (formula := FORMULA.search(content)):
            self.formulas.note(cell, formula)
        kept = [pair for pair in attribute_pairs(span.attributes) if pair[0] not in _DROPPED]
        self._change(
            span.start, span.end, self._cell_xml(kept, text, self._stays_number(span, content, text))
        )

    def _stays_number(self, span: Span, content: bytes, text: str) -> bool:
        """Say whether a number goes in: where one stood, and where it will read just as the text does."""
        if not _WHOLE_NUMBER.fullmatch(text):
            return False
        if attribute(span.attributes, b"t") not in (None, b"n") or not _PLAIN_VALUE.search(content):
            return False
        style = attribute(span.attributes, b"s") or b"0"
        return self.shown(float(text), int(style)) == text

    def _cell_xml(self, attributes: Iterable[tuple[bytes, bytes]], text: str, as_number: bool) -> bytes:
        prefix = self.sheet.prefix
        head = b"<%sc" % prefix + b"".join(b" %s=%s" % pair for pair in attributes)
        if not text:
            return head + b"/>"
        if as_number:
            return b"%s><%sv>%s</%sv></%sc>" % (head, prefix, text.encode(), prefix, prefix)
        space = b' xml:space="preserve"' if text != text.strip() or "\n" in text else b""
        value = encoded(text).encode()
        inside = b"<%sis><%st%s>%s</%st></%sis>" % (prefix, prefix, space, value, prefix, prefix)
        return b'%s t="inlineStr">%s</%sc>' % (head, inside, prefix)

    # What the sheet says of its size

    def _widen_dimension(self) -> None:
        found = _DIMENSION.search(self.sheet.data, 0, self.sheet.tag_start)
        filled = [cell for cell, text in self.edits.items() if text]
        if found is None or not filled:
            return
        try:
            area = area_of(found[1])
        except ValueError:
            return  # of no use to anyone as it is, and no reader needs it
        rows, columns = zip(*area, *filled, strict=True)
        wider = Area(Cell(min(rows), min(columns)), Cell(max(rows), max(columns)))
        if wider != area:
            self._change(*found.span(1), wider.reference)


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
