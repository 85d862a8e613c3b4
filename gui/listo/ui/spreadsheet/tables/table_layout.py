"""What the tables of the tab have in common: columns, looks, widths, and how a cell's text is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from listo.core.mapping.sheet import COLUMNS
from listo.ui.spreadsheet.tables.paged_model import PagedModel

ROW_COLUMN = 0
FIRST_CELL = 1
"""The columns of the problems and of the whole sheet: the row's number, then the seven cells."""

BREAK = "\u200b"
"""Where a heading may be broken; it has no width."""

WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
"""How headings are drawn."""

_BESIDE_HEADING = 20
"""Pixels at the left and right of a heading's words, the line after it included."""

_SAMPLED = 60
"""How many of the first rows are measured."""

_MEASURED = 200
"""Letters of a text: with more, a column is as wide as it may be anyway."""

_BLANKS = re.compile(r"^\s+|\s+$|\s{2,}|[\u00a0\u2007\u202f]")

_MOST_DRAWN = 2000
"""Letters of a line: more are never in sight, and a cell of 32,000 would take 10 ms to cut."""

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")

Widths = dict[int, int]
"""The width of each column, in pixels."""


def column_name(column: int) -> str:
    """Return the name of a column of the table, empty for that of the row numbers."""
    return "" if column < FIRST_CELL else COLUMNS[column - FIRST_CELL]


def breakable(name: str) -> str:
    """Return a header that may be broken before a capital that follows a small letter: `Amazon|Value`."""
    words = "".join(
        f"{BREAK}{c}" if c.isupper() and i and name[i - 1].islower() else c for i, c in enumerate(name)
    )
    return words.replace("VTEX", f"VTEX{BREAK}")


def visible_whitespace(text: str) -> str:
    """Return a cell's text with the blanks that are wrong drawn (`␣`), and what has no width as `¦`."""
    drawn = _INVISIBLE.sub("¦", text)
    return _BLANKS.sub(lambda found: "␣" * len(found[0]), drawn)


def draw_line(painter: QPainter, area: QRect, text: str) -> None:
    """Draw a text on one line, cut where there is no room for all of it."""
    line = text[:_MOST_DRAWN].replace("\n", " ⏎ ")
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def set_up(table: QTableView, *, air: int = 18) -> None:
    """Take away frame, grid and line numbers, and make rows as high as a line of text with `air` pixels."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.horizontalHeader().setHighlightSections(False)
    vertical = table.verticalHeader()
    vertical.setVisible(False)
    vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    vertical.setDefaultSectionSize(max(18, table.fontMetrics().height()) + air)


def keep_two_lines(header: QHeaderView) -> None:
    """Make a header high enough for headings on two lines, however wide its columns are."""
    header.setFixedHeight(2 * header.fontMetrics().lineSpacing() + 14)


def follow_no_selection(table: QTableView) -> None:
    """Keep the headers of a table from following what is selected in it, which they do not show.

    Otherwise they ask every single row, each time they are drawn, whether all of a column is selected.
    """
    for header in (table.horizontalHeader(), table.verticalHeader()):
        header.setSelectionModel(QItemSelectionModel(table.model(), header))


def bold_metrics(table: QTableView) -> QFontMetrics:
    """Return the measures of the font of a table's headings and of its marked cells."""
    bold = QFont(table.font())
    bold.setWeight(QFont.Weight.Bold)
    return QFontMetrics(bold)


def heading_width(table: QTableView, column: int) -> int:
    """Return how wide a column has to be for the widest line of its heading, in pixels."""
    advance = bold_metrics(table).horizontalAdvance
    role = Qt.ItemDataRole.DisplayRole
    heading = str(table.model().headerData(column, Qt.Orientation.Horizontal, role))
    return max(advance(word) for word in re.split(f"[\n{BREAK}]", heading)) + _BESIDE_HEADING


def wanted_width(table: QTableView, model: PagedModel[Any], column: int, *, beside: int, most: int) -> int:
    """Return how wide a column is for its heading and the widest of its first texts, in pixels.

    `beside` is what is drawn beside a text; a text gets no more than `most`.
    """
    advance = bold_metrics(table).horizontalAdvance
    here = (row for row in range(_SAMPLED) if model.peek(row) is not None)
    texts = (str(model.index(row, column).data() or "")[:_MEASURED] for row in here)
    widest = max((advance(visible_whitespace(text)) + beside for text in texts), default=0)
    return max(heading_width(table, column), min(most, widest))


def fit_columns(table: QTableView, share_out: Callable[[int], None]) -> None:
    """Have the width of a table shared out, and once more where a scroll bar came or went with that."""
    width = table.viewport().width()
    share_out(width)
    if table.viewport().width() != width:
        share_out(table.viewport().width())


def fill_room(wanted: Mapping[int, int], least: Mapping[int, int], room: int) -> Widths:
    """Return widths that fill `room`: all columns get more alike, or give way alike as in `shrink`."""
    more = (room - sum(wanted.values())) // len(wanted)
    if more < 0:
        return shrink(wanted, least, room)
    return {column: width + more for column, width in wanted.items()}


def shrink(wanted: Mapping[int, int], least: Mapping[int, int], room: int) -> Widths:
    """Return widths that fit in `room`: each column gives of what it wants over its `least`, all alike."""
    excess = sum(wanted.values()) - room
    slack = sum(wanted.values()) - sum(least[column] for column in wanted)
    if excess <= 0 or not slack:
        return dict(wanted)
    kept = max(0.0, 1 - excess / slack)
    return {column: int(least[column] + kept * (width - least[column])) for column, width in wanted.items()}
