"""One line at the foot of the window, there only while there is something to say."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from listo.ui import style
from listo.ui.language import Translated


class NoticeLine(Translated, QFrame):
    """Says a sentence until it is closed, its time is over or another comes; `button` acts on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._picture = QLabel()
        self._picture.setFixedSize(style.ICON_SIZE, style.ICON_SIZE)
        self._words = QLabel(wordWrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self._close = QPushButton()
        self._close.setProperty("role", "quiet")
        style.set_icon(self._close, "close")
        self._close.clicked.connect(self.hide)
        row = style.margins(QHBoxLayout(self), horizontal=2, vertical=0.5, gap=1.5)
        for part in (self._picture, self._words, self.button, self._close):
            row.addWidget(part)
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self.hide)
        self._retranslate()
        self.hide()

    def say(
        self, sentence: str, *, role: style.ColourRole = "accent", button: str = "", milliseconds: int = 0
    ) -> None:
        """Show a sentence, for so long where that is said, with a button where something can be done."""
        name = {"warning": "warning-solid", "error": "error-solid", "right": "right-solid"}.get(
            role, "info-solid"
        )
        style.set_icon(self._picture, name, role)
        self._words.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.show()
        self._end.start(milliseconds) if milliseconds else self._end.stop()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def text(self) -> str:
        """Return the sentence shown, empty when none is."""
        return "" if self.isHidden() else self._words.text()

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
