"""The tab itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from listo.core.texts import Texts


class SettingsTab(QWidget):
    """The integration form, checked while it is filled in."""

    lookupRequested = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts

    def set_texts(self, texts: Texts) -> None:
        """Speak another language, at once."""
        self._texts = texts

    def show_field(self, code: str) -> None:
        """Bring the field that a code is about into sight."""
