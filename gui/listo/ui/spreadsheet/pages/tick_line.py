"""A step to tick off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from listo.ui import style
from listo.ui.widgets import parts


class TickLine(QWidget):
    """A step to tick off, with words that wrap; a click on the words ticks too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.words = parts.label()
        inside = parts.row(self.box, self.words, gap=8)
        inside.setStretch(1, 1)
        inside.setAlignment(self.box, Qt.AlignmentFlag.AlignTop)
        self.setLayout(inside)
        self.box.toggled.connect(self._on_toggled)

    def say(self, text: str) -> None:
        """Give the step its words."""
        self.words.setText(text)
        self.box.setAccessibleName(text)

    def _on_toggled(self, done: bool) -> None:
        style.set_role(self.words, "quiet" if done else "")

    def mouseReleaseEvent(self, event: object) -> None:
        self.box.click()
