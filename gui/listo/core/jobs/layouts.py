"""What about the layout of a sheet a person should decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from listo.core.jobs.model import Doubt
from listo.core.sessions import Shape
from listo.core.sheets import Layout, MappingSheet, layouts
from listo.core.workbooks import Workbook


def doubts_about(workbook: Workbook, sheet: MappingSheet, shape: Shape | None) -> tuple[Doubt, ...]:
    """Return what about the layout of the sheet at work needs a decision; nothing once there is one."""
    if shape is not None or sheet.header.row is None:
        return ()
    offered = layouts(workbook)
    return tuple(doubts_of(offered, next(each for each in offered if each.sheet == sheet.name)))


def doubts_of(offered: Sequence[Layout], layout: Layout) -> Iterator[Doubt]:
    """Yield what is doubtful about a layout, among those that the sheets of a workbook offer."""
    if sum(bool(each.rows and not each.hidden) for each in offered) > 1:
        yield "several-sheets"
    if layout.missing:
        yield "columns-missing"
    if layout.doubtful:
        yield "columns-doubtful"
    if layout.twice:
        yield "columns-twice"
