"""The header of a table: how wide its words are, and what it need not know about very many rows."""

from __future__ import annotations

import re

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from listo.ui.models.problems import BREAK

_BESIDE = 20
"""Pixels at the left and right of a heading's words, the line after it included."""


def bold_metrics(table: QTableView) -> QFontMetrics:
    """Return the measures of the font that the headings of a table, and its marked cells, are drawn in."""
    bold = QFont(table.font())
    bold.setWeight(QFont.Weight.Bold)
    return QFontMetrics(bold)


def heading_width(table: QTableView, column: int) -> int:
    """Return how wide a column has to be for the widest line of its heading, in pixels."""
    advance = bold_metrics(table).horizontalAdvance
    role = Qt.ItemDataRole.DisplayRole
    heading = str(table.model().headerData(column, Qt.Orientation.Horizontal, role))
    return max(advance(word) for word in re.split(f"[\n{BREAK}]", heading)) + _BESIDE


def follow_no_selection(table: QTableView) -> None:
    """Let the headers of a table not know what is selected in it, as they show nothing of it.

    Else they ask every single row, each time that they are drawn, whether all of a column is selected.
    """
    for header in (table.horizontalHeader(), table.verticalHeader()):
        header.setSelectionModel(QItemSelectionModel(table.model(), header))
