"""The field that messages are pasted into; it grows with them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from listo.ui.language import Translated

_MOST_LINES = 6
"""A longer text scrolls, so that the answer below keeps its room in the lowest window (600)."""
_FRAME = 12
"""What the style draws around the text, until the field is shown and can be measured."""


class MessageInput(Translated, QPlainTextEdit):
    """Plain text of one line at first and six at the most; files dropped on it go to the window."""

    left = Signal()
    """The person wants to go on to the results (arrow down on the last line, or Enter on a single one)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.fit)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._retranslate()

    def sizeHint(self) -> QSize:
        needed = max(1, round(self.document().size().height()))
        around = self.height() - self.viewport().height() if self.isVisible() else _FRAME
        margin = round(self.document().documentMargin())
        around += margin if needed > _MOST_LINES else 2 * margin + 2  # no half of a line that is below
        lines = min(needed, _MOST_LINES)
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + around)

    def fit(self) -> None:
        """Take the room that the text needs; scroll only what is longer than the field may grow."""
        longer = self.document().size().height() > _MOST_LINES
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(on if longer else off)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alone = "\n" not in self.toPlainText()
        at_end = self.textCursor().blockNumber() == self.document().blockCount() - 1
        if (alone and event.matches(QKeySequence.StandardKey.InsertParagraphSeparator)) or (
            at_end and event.matches(QKeySequence.StandardKey.MoveToNextLine)
        ):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Paste the message, or type a few words or an error number"))
        self.setAccessibleName(self.tr("Error message"))
