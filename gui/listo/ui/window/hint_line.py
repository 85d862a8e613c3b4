"""A hint below the tabs for who sees a tab for the first time; once read, it stays away.

Apart from the window, as what is kept of the hints is read and written here alone.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QWidget

from listo.ui import style
from listo.ui.language import Translated
from listo.ui.tabs import FIRST_SHOWN, TabSpec, tab_of
from listo.ui.widgets import parts
from listo.ui.window_state import WindowState

_KEY = "hints-read"


class HintLine(Translated, QFrame):
    """Says what a tab is good for, until the person has read it."""

    def __init__(self, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "hint")
        self._state = state
        self._tab: TabSpec[Any] = FIRST_SHOWN
        self._words = parts.label()
        self.more, self.read = parts.button("link"), parts.button("quiet", "check")
        self.read.clicked.connect(lambda: self.put_away(self._tab))
        row = parts.row(parts.picture("info-solid", "accent"), parts.grow(self._words), self.more, self.read)
        self.setLayout(style.margins(row, horizontal=3, vertical=0.5, gap=1.5))
        self._retranslate()

    def show_tab(self, tab: TabSpec[Any]) -> None:
        """Show the hint of a tab, unless it was read."""
        self._tab = tab
        self._words.setText(tab.hint())
        self.setVisible(tab not in self._put_away())

    def text(self) -> str:
        """Return the hint shown, empty when none is."""
        return "" if self.isHidden() else self._words.text()

    def put_away(self, tab: TabSpec[Any]) -> None:
        """Stop showing the hint of a tab: the person has read it, or begun."""
        read = self._put_away()
        if tab not in read:
            self._state.set_state(_KEY, [spec.key for spec in (*read, tab)])
        if tab is self._tab:
            self.hide()

    def _put_away(self) -> list[TabSpec[Any]]:
        kept = map(tab_of, self._state.get_state(_KEY, []))
        return [spec for spec in kept if spec is not None]

    def _retranslate(self) -> None:
        self._words.setText(self._tab.hint())
        self.more.setText(self.tr("How it works"))
        self.read.setText(self.tr("Got it"))
