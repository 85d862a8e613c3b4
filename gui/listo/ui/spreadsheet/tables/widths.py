"""How wide the columns of a table are: what their texts want, what their headings need, and the room."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from listo.ui.spreadsheet.tables.columns import BREAK
from listo.ui.spreadsheet.tables.paged_model import PagedModel
from listo.ui.spreadsheet.tables.seen import with_blanks_seen

_BESIDE_HEADING = 20
"""Pixels at the left and right of a heading's words, the line after it included."""

_SAMPLED = 60
"""How many of the first rows are measured."""

_MEASURED = 200
"""Letters of a text: with more, a column is as wide as it may be anyway."""

Widths = dict[int, int]
"""The width of each column, in pixels."""


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
    widest = max((advance(with_blanks_seen(text)) + beside for text in texts), default=0)
    return max(heading_width(table, column), min(most, widest))


def fit(table: QTableView, share_out: Callable[[int], None]) -> None:
    """Have the width of a table shared out, and once more where a scroll bar came or went with that."""
    width = table.viewport().width()
    share_out(width)
    if table.viewport().width() != width:
        share_out(table.viewport().width())


def fill(wanted: Mapping[int, int], least: Mapping[int, int], room: int) -> Widths:
    """Return widths that fill `room`: all columns get more alike, or give way alike as in `cut`."""
    more = (room - sum(wanted.values())) // len(wanted)
    return (
        cut(wanted, least, room) if more < 0 else {column: width + more for column, width in wanted.items()}
    )


def cut(wanted: Mapping[int, int], least: Mapping[int, int], room: int) -> Widths:
    """Return widths that fit in `room`: each column gives of what it wants over its `least`, all alike."""
    excess = sum(wanted.values()) - room
    slack = sum(wanted.values()) - sum(least[column] for column in wanted)
    if excess <= 0 or not slack:
        return dict(wanted)
    kept = max(0.0, 1 - excess / slack)
    return {column: int(least[column] + kept * (width - least[column])) for column, width in wanted.items()}
