"""All errors by area, to browse: quiet cards with counts, and the errors of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from listo.core import catalogue
from listo.core.catalogue.load import common
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.widgets import parts

_COLUMNS = 3


class AreasView(QScrollArea):
    """Cards by area; a press on one asks for its errors."""

    areaChosen = Signal(str)
    filesRequested = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._texts = texts
        self._draw()

    def set_texts(self, texts: Texts) -> None:
        """Name the areas in another language."""
        self._texts = texts
        self._draw()

    def _draw(self) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        whole = style.margins(QVBoxLayout(page), horizontal=0, vertical=1, gap=1.5)
        heading = QLabel(self.tr("Or browse all errors"))
        heading.setProperty("role", "strong")
        hint = parts.button("link", "drop")
        hint.setText(self.tr("or drop an export or an Amazon report here"))
        hint.clicked.connect(self.filesRequested)
        whole.addLayout(parts.row(heading, None, hint))
        grid = QGridLayout()
        grid.setSpacing(style.SPACE + style.SPACE // 2)
        counts = self._counts()
        for place, area in enumerate(catalogue.areas()):
            grid.addWidget(self._card(area, counts[area]), place // _COLUMNS, place % _COLUMNS)
        whole.addLayout(grid)
        whole.addStretch(1)
        old = self.takeWidget()
        self.setWidget(page)
        if old is not None:
            old.deleteLater()

    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for entry in catalogue.entries():
            counts[entry.area] = counts.get(entry.area, 0) + 1
        return counts

    def _card(self, area: str, count: int) -> QPushButton:
        card = QPushButton()
        card.setProperty("role", "tile")
        name = QLabel(common(self._texts.language).areas[area], wordWrap=True)
        name.setProperty("role", "strong")
        number = QLabel(self.tr("%Ln error(s)", "", count))
        number.setProperty("role", "caption")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(4)
        for part in (name, number):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(part)
        card.setMinimumHeight(inside.sizeHint().height())
        card.setAccessibleName(f"{name.text()}, {number.text()}")
        card.clicked.connect(lambda: self.areaChosen.emit(area))
        return card

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)
