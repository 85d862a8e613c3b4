"""What can be done on each tab, in a few sentences, with the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from listo.ui import style
from listo.ui.widgets import parts

_Keys = tuple[tuple[str, str], ...]


class HelpDialog(QDialog):
    """Says what the tab is for, how it is used, and which keys there are."""

    def __init__(self, tab: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        heading, *sentences = self._texts()[tab]
        whole = style.margins(QVBoxLayout(self), horizontal=3, gap=1.5)
        whole.addWidget(self._label(heading, "section"))
        for sentence in sentences:
            words = self._label(sentence)
            words.setMinimumWidth(style.READING_WIDTH - 8 * style.SPACE)
            whole.addWidget(words)
        whole.addWidget(self._label(self.tr("Keys"), "strong"))
        whole.addLayout(self._table((*self._keys_of(tab), *self._keys_of_all())))
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

    def _table(self, keys: _Keys) -> QGridLayout:
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

    def _texts(self) -> tuple[tuple[str, ...], ...]:
        return (
            (
                self.tr("Find an error"),
                self.tr(
                    "Paste all or part of the message that VTEX or Amazon "
                    "shows, in English, Portuguese or Spanish."
                ),
                self.tr("A number such as 8560 or a few words such as “expired token” work too."),
                self.tr("Paste many lines, or drop an export, to see which errors hold up the most SKUs."),
            ),
            (
                self.tr("Check my spreadsheet"),
                self.tr("Drop the mapping sheet that you upload to VTEX anywhere on the window."),
                self.tr("Add an Amazon category template or an export from VTEX, and more is checked."),
                self.tr(
                    "Decide on each kind of problem, then save a corrected copy. Your file is never changed."
                ),
            ),
            (
                self.tr("Check my settings"),
                self.tr("Fill in what VTEX has and what Amazon has, and see where they differ."),
                self.tr("The question mark next to each field says where to find it in both places."),
                self.tr("Listo never asks for a token or a password: do not write one anywhere here."),
            ),
        )

    def _keys_of(self, tab: int) -> _Keys:
        of_tabs: tuple[_Keys, ...] = (
            (
                (_shown("Ctrl+F"), self.tr("to the field")),
                (self.tr("Down, Enter"), self.tr("from the field to the errors found")),
                (f"{_shown('Alt+1')} … {_shown('Alt+9')}", self.tr("the first to the ninth error")),
                (_shown("Esc"), self.tr("clear the field; all errors by area")),
            ),
            ((f"{_shown('Ctrl+Z')}, {_shown('Ctrl+Y')}", self.tr("undo and redo")),),
            (),
        )
        return of_tabs[tab]

    def _keys_of_all(self) -> _Keys:
        return (
            (f"{_shown('Ctrl+1')}, {_shown('Ctrl+2')}, {_shown('Ctrl+3')}", self.tr("the three tabs")),
            (_shown("Ctrl+O"), self.tr("open files")),
            (_shown("Ctrl+R"), self.tr("recent work")),
            (_shown("F1"), self.tr("this page")),
        )


def _shown(key: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
