"""Where files are dropped on the first step's page, or chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from listo.ui import style
from listo.ui.spreadsheet.progress import BusyPanel
from listo.ui.widgets import parts


class DropZone(QFrame):
    """Where files may be dropped, with the buttons for who would rather choose them."""

    chooseRequested = Signal()
    sampleRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "dropzone")
        self._picture = parts.picture("drop", "accent", 40)
        self._title, self._hint = parts.label("section"), parts.label("quiet")
        self._choose = parts.button("primary", "folder")
        self._sample = parts.button("", "play")
        self.busy = BusyPanel(wide=True)
        self._choose.clicked.connect(self.chooseRequested)
        self._sample.clicked.connect(self.sampleRequested)
        self._more = False
        self._build()
        self.set_more(more=False)

    def _build(self) -> None:
        for words in (self._title, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QWidget()
        self._buttons.setLayout(parts.row(None, self._choose, self._sample, None))
        self._foot = QStackedWidget()
        self._foot.addWidget(self._buttons)
        self._foot.addWidget(self.busy)
        self._foot.setFixedHeight(self._choose.sizeHint().height())
        self.busy.begun.connect(lambda: self._foot.setCurrentWidget(self.busy))
        picture = parts.row(None, self._picture, None)
        inside = parts.column(picture, self._title, self._hint, 8, self._foot)
        self.setLayout(inside)

    def set_more(self, *, more: bool) -> None:
        """Ask for the first file, or more quietly for further ones."""
        self._more = more
        self._picture.setVisible(not more)
        self._sample.setVisible(not more)
        style.set_role(self._choose, "" if more else "primary")
        style.set_icon(self._choose, "plus" if more else "folder", "text" if more else "on-accent")
        style.set_role(self._title, "strong" if more else "section")
        edge = 16 if more else 40
        inside = self.layout()
        if inside is not None:
            inside.setContentsMargins(24, edge, 24, edge)
        self._retranslate()

    def set_busy(self, *, busy: bool) -> None:
        """Show how far the work is in place of the buttons, or the buttons again."""
        if busy:
            self.busy.begin()
        else:
            self.busy.end()
            self._foot.setCurrentWidget(self._buttons)

    def focus_choice(self) -> None:
        """Give the keyboard to the first button."""
        self._choose.setFocus()

    def _retranslate(self) -> None:
        more = self._more
        self._title.setText(
            self.tr("Drop more files here") if more else self.tr("Drop your mapping sheet here")
        )
        self._hint.setText(
            self.tr("In any order, several at once: Listo recognises each one.")
            if more
            else self.tr(
                "The spreadsheet of categories and attributes that you "
                "upload to VTEX. Your file is not changed."
            )
        )
        self._choose.setText(self.tr("Choose files…"))
        self._sample.setText(self.tr("Try the sample"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
