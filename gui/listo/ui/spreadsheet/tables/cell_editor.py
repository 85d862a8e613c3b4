"""The field in which a cell is edited, with what it may say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from listo.ui import style

_SHOWN = 12


class CellEditor(QLineEdit):
    """A line with a list of values below it, filtered by what is typed wherever it stands in them.

    Down opens the list with all of them. `row` is Excel's number of the cell's row, `column` its name.
    """

    picked = Signal()
    """A value of the list was taken: nothing is left to be typed."""

    def __init__(self, parent: QWidget, row: int, column: str) -> None:
        super().__init__(parent)
        self.row, self.column = row, column
        self._values = QStringListModel(self)
        completer = QCompleter(self._values, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN)
        completer.activated.connect(lambda _text: QTimer.singleShot(0, self, self.picked.emit))
        self.setCompleter(completer)
        self._open = self.addAction(
            style.icon("chevron-down", "quiet"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._open.triggered.connect(self.show_all)
        self._open.setVisible(False)
        self._retranslate()

    def set_values(self, first: Sequence[str], others: Sequence[str] = ()) -> None:
        """Offer these values, each once, in this order."""
        values = list(dict.fromkeys((*first, *others)))
        self._values.setStringList(values)
        self._open.setVisible(bool(values))

    def add_values(self, others: Sequence[str]) -> None:
        """Offer further values below those that are offered."""
        self.set_values(self.values(), others)

    def values(self) -> list[str]:
        """Return the values that are offered."""
        return self._values.stringList()

    def show_all(self) -> None:
        """Open the list with every value."""
        completer = self.completer()
        completer.setCompletionPrefix("")
        if completer.completionCount():
            completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if event.key() == Qt.Key.Key_Down and popup is not None and not popup.isVisible():
            self.show_all()
            return
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ends and popup is not None and popup.isVisible() and not popup.currentIndex().isValid():
            popup.hide()  # the open list hands Enter over past the delegate, which waits for it
            QTimer.singleShot(0, self, self.picked.emit)
            return
        super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("New text for {column}").format(column=self.column))
        self._open.setToolTip(self.tr("Accepted values (Down)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
