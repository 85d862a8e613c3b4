"""What can be done on each tab, in a few sentences, with the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from listo.ui import style


class HelpDialog(QDialog):
    """Says what the tab is for and how it is used."""

    def __init__(self, tab: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        heading, *sentences = self._texts()[tab]
        whole = style.margins(QVBoxLayout(self), horizontal=3, gap=1.5)
        title = QLabel(heading)
        title.setProperty("role", "section")
        whole.addWidget(title)
        for sentence in [*sentences, self._keys()]:
            words = QLabel(sentence, wordWrap=True)
            words.setMinimumWidth(style.READING_WIDTH - 8 * style.SPACE)
            whole.addWidget(words)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole.addWidget(buttons)

    def _texts(self) -> tuple[tuple[str, ...], ...]:
        return (
            (
                self.tr("Find an error"),
                self.tr("Paste the message that VTEX or Amazon shows, in any language, whole or in part."),
                self.tr("A number such as 8560 or a few words such as “expired token” do as well."),
                self.tr("Paste many lines, or drop an export, to see which errors hold up most SKUs."),
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
                self.tr("Write in what stands in VTEX and what stands at Amazon, and see where they differ."),
                self.tr("Listo never asks for a token or a password: do not write one anywhere here."),
            ),
        )

    def _keys(self) -> str:
        return self.tr(
            "Keys: Ctrl+1, Ctrl+2, Ctrl+3 for the tabs, Ctrl+O to open files, Ctrl+R for recent work, "
            "Ctrl+Z and Ctrl+Y to undo and redo, F1 for this page."
        )
