"""Undo and redo, each with the words of what it would do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from listo.core.worker.model import Change, Overview
from listo.ui.spreadsheet.tables.seen import with_blanks_seen
from listo.ui.widgets import parts


class HistoryBar(QWidget):
    """Two buttons that follow the work."""

    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self.undo, self.redo = parts.button("quiet", "undo"), parts.button("quiet", "redo")
        self.setLayout(parts.row(self.undo, self.redo))
        self.undo.clicked.connect(self.undoRequested)
        self.redo.clicked.connect(self.redoRequested)
        self._retranslate()

    def update_to(self, overview: Overview | None) -> None:
        """Follow the work."""
        self._overview = overview
        self._retranslate()

    def _retranslate(self) -> None:
        now = self._overview
        self._label(self.undo, self.tr("Undo"), now.undo if now else None)
        self._label(self.redo, self.tr("Redo"), now.redo if now else None)

    def _label(self, button: QPushButton, verb: str, change: Change | None) -> None:
        button.setEnabled(change is not None)
        said = f"{verb}: {self._words(change)}" if change else verb
        button.setText((said if button is self.undo else verb).replace("&", "&&"))
        button.setToolTip(said)
        button.setAccessibleName(said)

    def _words(self, change: Change) -> str:
        """Say what a step did, by what it did most of all."""
        rows = (
            (change.rows_out, self.tr("%Ln row(s) deleted", "", change.rows_out)),
            (change.rows_in, self.tr("%Ln row(s) added", "", change.rows_in)),
            (change.left, self.tr("%Ln left as it is", "", change.left)),
            (change.taken_up, self.tr("%Ln put back on the list", "", change.taken_up)),
        )
        return next((words for count, words in rows if count), None) or self._cell_words(change)

    def _cell_words(self, change: Change) -> str:
        if change.value:
            cells = self.tr("%Ln cell(s) to “{value}”", "", change.cells)
            return cells.format(value=parts.shortened(with_blanks_seen(change.value)))
        if change.column:
            return self.tr("%Ln cell(s) of {column}", "", change.cells).format(column=change.column)
        return self.tr("%Ln cell(s)", "", change.cells)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
