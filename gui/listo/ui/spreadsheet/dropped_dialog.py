"""The corrections that found no place in a file that was changed meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from listo.core.worker.model import CellEdit
from listo.ui import style
from listo.ui.spreadsheet.tables.seen import with_blanks_seen
from listo.ui.widgets import parts

_MOST_SHOWN = 1000


class DroppedDialog(QDialog):
    """Lists them: the cell, what it was expected to say, and what it was to say then."""

    def __init__(self, dropped: Sequence[CellEdit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dropped = dropped
        self.table = QTableWidget(min(len(dropped), _MOST_SHOWN), 4)
        self.copy_list, self.close_button = parts.button("", "copy"), parts.button("primary")
        title, words = parts.label("section"), parts.label("quiet")
        title.setText(self.tr("%Ln correction(s) left out", "", len(dropped)))
        words.setText(
            self.tr(
                "The new file has other texts in these cells, so your corrections were not applied to them."
            )
        )
        self.setWindowTitle(title.text())
        self.copy_list.setText(self.tr("Copy the list"))
        self.close_button.setText(self.tr("Close"))
        self._fill()
        whole = parts.column(
            title, words, self.table, parts.row(self.copy_list, None, self.close_button), gap=12
        )
        whole.setContentsMargins(24, 20, 24, 20)
        self.setLayout(whole)
        self.copy_list.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.resize(640, 420)

    def _fill(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().setVisible(False)
        self.table.setHorizontalHeaderLabels(self._headings())
        self.table.setAccessibleName(self.windowTitle())
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(
            1, self.fontMetrics().horizontalAdvance("AmazonSpecification") + 3 * style.SPACE
        )
        for place, edit in enumerate(self._dropped[:_MOST_SHOWN]):
            for column, text in enumerate(_cells(edit)):
                self.table.setItem(place, column, QTableWidgetItem(with_blanks_seen(text)))

    def _headings(self) -> list[str]:
        return [self.tr("Row"), self.tr("Column"), self.tr("It said"), self.tr("You wanted")]

    def _on_copy(self) -> None:
        lines = [self._headings(), *(_cells(edit) for edit in self._dropped)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))


def _cells(edit: CellEdit) -> tuple[str, str, str, str]:
    return str(edit.row), edit.column, edit.before, edit.after
