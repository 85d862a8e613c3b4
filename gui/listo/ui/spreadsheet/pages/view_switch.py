"""The choice between one kind of problem at a time and the whole sheet."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from listo.ui.widgets import parts

View = Literal["kinds", "sheet"]


class ViewSwitch(QWidget):
    """Two buttons, of which the one for what is shown is pressed; each page has its own, in one place."""

    chosen = Signal(str)
    """The view that the person chose, unless it is the one of this page."""

    def __init__(self, shown: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self.kinds, self.sheet = parts.button("quiet", "list"), parts.button("quiet", "table")
        self._here = self.kinds if shown == "kinds" else self.sheet
        group = QButtonGroup(self)
        for button in (self.kinds, self.sheet):
            button.setCheckable(True)
            group.addButton(button)
        self._here.setChecked(True)
        self.setLayout(parts.row(self.kinds, self.sheet, gap=4))
        group.buttonClicked.connect(self._on_clicked)
        self._retranslate()

    def _on_clicked(self, button: object) -> None:
        self._here.setChecked(True)
        if button is not self._here:
            self.chosen.emit("sheet" if self._shown == "kinds" else "kinds")

    def _retranslate(self) -> None:
        self.kinds.setText(self.tr("By kind"))
        self.sheet.setText(self.tr("Whole sheet"))
        self.kinds.setToolTip(self.tr("One kind of problem at a time (F6)"))
        self.sheet.setToolTip(self.tr("The whole sheet, with marks where something is wrong (F6)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
