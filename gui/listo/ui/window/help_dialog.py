"""What can be done on each tab, in a few sentences, with the keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from listo.ui import style
from listo.ui.tabs import KeyHelp, TabSpec, keys_of_tabs
from listo.ui.widgets import parts
from listo.ui.widgets.shortcuts import key_text


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
