"""A hint below the tabs for who sees a tab for the first time; once read, it stays away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QWidget

from listo.ui import style
from listo.ui.widgets import parts
from listo.ui.window_state import WindowState

_KEY = "hints-read"


class HintLine(QFrame):
    """Says what a tab is good for, until the person has read it."""

    helpRequested = Signal()

    def __init__(self, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "hint")
        self._state = state
        self._tab = 0
        self._words = parts.label()
        self.more, self.read = parts.button("link"), parts.button("quiet", "check")
        self.more.clicked.connect(self.helpRequested)
        self.read.clicked.connect(lambda: self.put_away(self._tab))
        row = parts.row(parts.picture("info-solid", "accent"), parts.grow(self._words), self.more, self.read)
        self.setLayout(style.margins(row, horizontal=3, vertical=0.5, gap=1.5))
        self._retranslate()

    def show_tab(self, tab: int) -> None:
        """Show the hint of a tab, unless it was read."""
        self._tab = tab
        self._words.setText(self._hints()[tab])
        self.setVisible(tab not in self._state.get_state(_KEY, []))

    def text(self) -> str:
        """Return the hint shown, empty when none is."""
        return "" if self.isHidden() else self._words.text()

    def put_away(self, tab: int) -> None:
        """Stop showing the hint of a tab: the person has read it, or begun."""
        read = self._state.get_state(_KEY, [])
        if tab not in read:
            self._state.set_state(_KEY, sorted([*read, tab]))
        if tab == self._tab:
            self.hide()

    def _hints(self) -> tuple[str, str, str]:
        return (
            self.tr("Paste what VTEX or Amazon shows: one message, or a whole list of them."),
            self.tr("Drop your mapping sheet. Your file is never changed: you save a corrected copy."),
            self.tr(
                "Start with the Seller ID: copy it from VTEX and from "
                "Amazon, and see whether they are the same."
            ),
        )

    def _retranslate(self) -> None:
        self._words.setText(self._hints()[self._tab])
        self.more.setText(self.tr("How it works"))
        self.read.setText(self.tr("Got it"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
