"""The messages that Listo does not know, to read and to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from listo.ui.widgets import parts


class UnknownView(QWidget):
    """Each different message with how often it came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint = parts.label("section"), parts.label("quiet")
        self._list = QPlainTextEdit(readOnly=True)
        self._list.setTabChangesFocus(True)
        whole = parts.column(self._title, self._hint, self._list)
        whole.setContentsMargins(24, 20, 24, 24)
        self.setLayout(whole)
        self._retranslate()

    def show_messages(self, messages: Sequence[tuple[str, int]]) -> None:
        """Show messages, each with its count."""
        lines = (text if count == 1 else f"{count} × {text}" for text, count in messages)
        self._list.setPlainText("\n".join(lines))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Not known to Listo"))
        self._hint.setText(
            self.tr("No known error clearly matches these. Paste one on its own to see the closest ones.")
        )
        self._list.setAccessibleName(self.tr("Messages that Listo does not know"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
