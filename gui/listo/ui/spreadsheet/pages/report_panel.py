"""A report to hand on: which of the three, where it goes, and where it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from listo.ui import style
from listo.ui.dialogs.questions import ask_to_replace, ask_where
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.worker.reporting import ReportFormat

_FORMATS: dict[ReportFormat, str] = {"pdf": "file", "html": "globe", "xlsx": "table"}
"""The reports in the order in which they are offered, each with its icon."""


class ReportPanel(QWidget):
    """Three buttons, and once a report is made, a line that leads to it."""

    nameWanted = Signal(str)
    """The format of a report for which a name should be proposed."""
    reportRequested = Signal(Path, str, bool)
    """Where to, of which format, and whether a file that is there may be replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: Path | None = None
        self.title, self.hint = parts.label("section"), parts.label()
        self.buttons = {form: parts.button("", icon) for form, icon in _FORMATS.items()}
        self.made = parts.frame("right-card")
        self.made_words = parts.label(selectable=True)
        self.open, self.show_folder = parts.button("quiet", "link-out"), parts.button("quiet", "folder")
        self._build()
        for form, button in self.buttons.items():
            button.clicked.connect(partial(self.nameWanted.emit, form))
        self.open.clicked.connect(self._on_open)
        self.show_folder.clicked.connect(self._on_show_folder)
        self._retranslate()

    def _build(self) -> None:
        self.hint.setMaximumWidth(style.READING_WIDTH)
        words = parts.grow(self.made_words)
        card = parts.row(parts.picture("right-solid", "right"), words, self.open, self.show_folder, gap=12)
        card.setContentsMargins(16, 8, 8, 8)
        self.made.setLayout(card)
        self.made.hide()
        buttons: list[QPushButton] = list(self.buttons.values())
        self.setLayout(parts.column(self.title, self.hint, parts.row(*buttons, None), self.made, gap=12))

    def ask_where(self, form: ReportFormat, proposed: Path) -> None:
        """Let the person choose where the report goes; the name that is proposed stands already."""
        words = self.tr("Make a report"), self.tr("Report")
        ask_where(self, *words, proposed, lambda target: self.reportRequested.emit(target, form, False))

    def ask_to_replace(self, form: ReportFormat, target: Path) -> None:
        """Ask before another file is replaced."""
        question = self.tr("Replace it with the report?")
        ask_to_replace(self, target, question, lambda: self.reportRequested.emit(target, form, True))

    def show_made(self, path: Path) -> None:
        """Say where the report is."""
        self._made = path
        self.made.show()
        self._retranslate()

    def forget(self) -> None:
        """Hide the line about a report: it belongs to other work."""
        self._made = None
        self.made.hide()

    def _on_open(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _on_show_folder(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.parent)))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Make a report"))
        self.hint.setText(
            self.tr("To share: what was found, what was corrected, and what could not be checked.")
        )
        words = {
            "pdf": self.tr("To print (PDF)…"),
            "html": self.tr("To read (HTML)…"),
            "xlsx": self.tr("To work with (Excel)…"),
        }
        for form, button in self.buttons.items():
            button.setText(words[form])
        self.open.setText(self.tr("Open"))
        self.show_folder.setText(self.tr("Show in folder"))
        if self._made is not None:
            made = self.tr("The report is in “{folder}”, named “{name}”.")
            self.made_words.setText(made.format(folder=self._made.parent, name=self._made.name))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
