"""The different names in messages of one error: choosing one fills the answer with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from listo.ui.language import Translated
from listo.ui.lookup.results import Named
from listo.ui.widgets import parts
from listo.ui.widgets.flow_layout import FlowLayout

_SHOWN = 8
"""Names that take about two lines; more of them would push the answer below out of sight."""


class NamesBar(Translated, QWidget):
    """Buttons of which one is down, the most frequent name first; the rare ones on demand."""

    nameChosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[Named] = ()
        self._chosen = 0
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._caption = parts.label("caption")
        self._place = QWidget()
        self._flow = FlowLayout(self._place, 6)
        self.setLayout(parts.column(self._caption, self._place, gap=4))
        self.hide()

    def show_names(self, names: Sequence[Named], chosen: int = 0) -> None:
        """Offer those names, if there are several; `chosen` is the one that the answer is filled with."""
        self._names, self._chosen = names, chosen
        self.setVisible(len(names) > 1)
        self._draw(names if chosen >= _SHOWN else names[:_SHOWN])

    def _draw(self, names: Sequence[Named]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        parts.empty(self._flow)
        if len(self._names) < 2:
            return
        self._caption.setText(self.tr("%Ln different name(s) in these messages:", "", len(self._names)))
        for place, named in enumerate(names):
            self._flow.addWidget(self._button(place, named))
        if len(names) < len(self._names):
            more = parts.button("link")
            more.setText(self.tr("%Ln more…", "", len(self._names) - len(names)))
            more.clicked.connect(self._on_more)
            self._flow.addWidget(more)

    def _button(self, place: int, named: Named) -> QPushButton:
        button = parts.button("chip")
        button.setCheckable(True)
        button.setChecked(place == self._chosen)
        subject = named.subject or self.tr("no name")
        count = self.locale().toString(named.count)
        button.setText(f"{parts.shortened(subject, 32)}  {count}")
        button.setToolTip(subject)
        times = self.tr("%Ln message(s)", "", named.count)
        button.setAccessibleName(f"{subject}, {times}")
        self._group.addButton(button, place)
        return button

    def _on_clicked(self, place: int) -> None:
        self._chosen = place
        self.nameChosen.emit(place)

    def _on_more(self) -> None:
        self._draw(self._names)
        button = self._group.button(_SHOWN)
        if button is not None:
            button.setFocus()

    def _retranslate(self) -> None:
        if self._names:
            self.show_names(self._names, self._chosen)
