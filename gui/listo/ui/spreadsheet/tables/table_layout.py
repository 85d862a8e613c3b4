"""What the tables of the path have in common: how they look, and what they need not know of many rows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView


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
