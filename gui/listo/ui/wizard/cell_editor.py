"""The field in which a cell is edited, with what it may say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_SHOWN = 12


class CellEditor(QLineEdit):
    """A line with a list of values below it, filtered by what is typed wherever it stands in them.

    Alt+Down or Down opens the list with all of them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = QStringListModel(self)
        completer = QCompleter(self._values, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN)
        self.setCompleter(completer)

    def set_values(self, values: Sequence[str]) -> None:
        """Offer these values, in this order."""
        self._values.setStringList(list(values))

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
        super().keyPressEvent(event)
