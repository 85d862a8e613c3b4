"""What about the layout of a sheet a person should decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from listo.core.mapping.layout import MappingLayout, find_layouts
from listo.core.mapping.sheet import Column, MappingSheet
from listo.core.mapping.whitespace import is_blank
from listo.core.storage.types import ChosenLayout
from listo.core.workbooks.model import Table, Workbook
from listo.core.worker.results import Doubt

_LAST_HEADER_ROW = 200
"""How far down a header that moved is looked for."""


def doubts_about(workbook: Workbook, sheet: MappingSheet, shape: ChosenLayout | None) -> tuple[Doubt, ...]:
    """Return what about the layout of the sheet at work needs a decision; nothing once there is one."""
    if shape is not None or sheet.header.row is None:
        return ()
    offered = find_layouts(workbook)
    return tuple(doubts_of(offered, next(each for each in offered if each.sheet == sheet.name)))


def doubts_of(offered: Sequence[MappingLayout], layout: MappingLayout) -> Iterator[Doubt]:
    """Yield what is doubtful about a layout, among those that the sheets of a workbook offer."""
    if sum(bool(each.rows and not each.hidden) for each in offered) > 1:
        yield "several-sheets"
    if layout.missing:
        yield "columns-missing"
    if layout.doubtful:
        yield "columns-doubtful"
    if layout.twice:
        yield "columns-twice"


def found_again(workbook: Workbook, shape: ChosenLayout) -> ChosenLayout | None:
    """Return the layout that a person gave, as far as it stands elsewhere in the file as it is now.

    The columns are found by their headers. None where those are not all there, each once, and of a sheet
    that is gone where the headers were not kept.
    """
    there = workbook.table(shape.sheet)
    if not shape.header:
        return shape if there else None
    found = (_moved(table, shape) for table in ((there,) if there else workbook.tables))
    return next((each for each in found if each), None)


def _moved(table: Table, shape: ChosenLayout) -> ChosenLayout | None:
    rows = table.rows[:_LAST_HEADER_ROW]
    if _reads(rows, shape):
        return replace(shape, sheet=table.name)
    for number, texts in enumerate(rows, 1):
        if places := _places(texts, shape):
            return ChosenLayout(table.name, number, places, tuple(texts))
    return None


def _reads(rows: Sequence[Sequence[str]], shape: ChosenLayout) -> bool:
    """Return whether the header stands where it stood."""
    return any(tuple(texts) == shape.header for texts in rows[shape.header_row - 1 : shape.header_row])


def _places(texts: Sequence[str], shape: ChosenLayout) -> Mapping[Column, int] | None:
    """Return where in that row the headers of the columns stand; None where it is not that header."""
    wanted = {name: shape.header[place] for name, place in shape.places.items() if place < len(shape.header)}
    known = len(wanted) == len(shape.places)
    if known and all(not is_blank(text) and list(texts).count(text) == 1 for text in wanted.values()):
        return {name: list(texts).index(text) for name, text in wanted.items()}
    return None
