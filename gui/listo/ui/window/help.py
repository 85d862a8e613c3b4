"""What a tab is for: a hint below the tabs, until it was read, and the help with sentences and keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from listo.ui import style
from listo.ui.language import Translated
from listo.ui.tabs import FIRST_SHOWN, KeyHelp, TabSpec, keys_of_tabs, tab_of
from listo.ui.widgets import parts
from listo.ui.widgets.shortcuts import key_text
from listo.ui.widgets.tab import WindowState

_READ = "hints-read"
"""What the hints that were read are kept by."""


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
            self._state.set_state(_READ, [spec.key for spec in (*read, tab)])
        if tab is self._tab:
            self.hide()

    def _put_away(self) -> list[TabSpec[Any]]:
        kept = map(tab_of, self._state.get_state(_READ, []))
        return [spec for spec in kept if spec is not None]

    def _retranslate(self) -> None:
        self._words.setText(self._tab.hint())
        self.more.setText(self.tr("How it works"))
        self.read.setText(self.tr("Got it"))


class HelpDialog(QDialog):
    """Says what the tab is for, how it is used, and which keys there are."""

    def __init__(self, tab: TabSpec[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        whole = style.margins(QVBoxLayout(self), horizontal=3, gap=1.5)
        whole.addWidget(self._label(tab.title(), "section"))
        for sentence in tab.help():
            words = self._label(sentence)
            words.setMinimumWidth(style.READING_WIDTH - 8 * style.SPACE)
            whole.addWidget(words)
        whole.addWidget(self._label(self.tr("Keys"), "strong"))
        whole.addLayout(self._table((*tab.keys(), *self._keys_everywhere())))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole.addWidget(buttons)

    def words(self) -> str:
        """Return all that is said."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    def _label(self, text: str, role: str = "") -> QLabel:
        label = parts.label(role)
        label.setText(text)
        return label

    def _table(self, keys: tuple[KeyHelp, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * style.SPACE)
        grid.setVerticalSpacing(style.SPACE // 2)
        grid.setColumnStretch(1, 1)
        for row, (key, meaning) in enumerate(keys):
            shown = self._label(key, "quiet")
            shown.setWordWrap(False)
            grid.addWidget(shown, row, 0)
            grid.addWidget(self._label(meaning), row, 1)
        return grid

    def _keys_everywhere(self) -> tuple[KeyHelp, ...]:
        return (
            keys_of_tabs(),
            (key_text("Ctrl+O"), self.tr("open files")),
            (key_text("Ctrl+R"), self.tr("recent work")),
            (key_text("F1"), self.tr("this page")),
        )
