"""A header above very many rows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView


def follow_no_selection(table: QTableView) -> None:
    """Let the headers of a table not know what is selected in it, as they show nothing of it.

    Else they ask every single row, each time that they are drawn, whether all of a column is selected.
    """
    for header in (table.horizontalHeader(), table.verticalHeader()):
        header.setSelectionModel(QItemSelectionModel(table.model(), header))
