"""All errors by area, to browse: quiet cards with counts, and the errors of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from listo.core.catalogue import entries
from listo.core.texts import Texts
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts

_COLUMNS = 3
"""As many cards as have room side by side in the narrowest window (900)."""
_ICONS = {
    "products-mapping": "table",
    "products-attributes": "list",
    "products-category": "tag",
    "products-matching": "search",
    "products-ean-brand": "tag",
    "products-sku": "box",
    "products-token": "key",
    "products-settings": "settings",
    "inventory": "box",
    "orders": "cart",
    "orders-delivery": "truck",
    "orders-stock": "box",
    "amazon-values": "edit",
    "amazon-variations": "copy",
    "amazon-identifiers": "tag",
    "amazon-offers": "truck",
    "amazon-approval": "right",
    "amazon-policy": "info",
    "amazon-images": "image",
    "amazon-feed": "file",
    "amazon-authorization": "key",
    "known-issues": "warning",
}
"""The picture of each area; one that is not named has a list's."""


class Tile(QPushButton):
    """A card to press: a picture, a name, and a caption below it."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name, self._caption = parts.label("strong"), parts.label("caption")
        words = parts.column(self._name, self._caption, gap=2)
        row = parts.row(parts.picture(icon, "quiet"), words, gap=12)
        row.setStretch(1, 1)
        row.setContentsMargins(16, 12, 12, 12)
        self.setLayout(row)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_words(self, name: str, caption: str) -> None:
        """Show those words."""
        self._name.setText(name)
        self._caption.setText(caption)
        self.setAccessibleName(f"{name}, {caption}")

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return QSize(200, layout.totalHeightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # a long name may need another line, or no longer


class AreasView(Translated, QScrollArea):
    """Cards by area; a press on one asks for its errors."""

    areaChosen = Signal(str)
    filesRequested = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._texts = texts
        self._draw()

    def set_texts(self, texts: Texts) -> None:
        """Name the areas in another language."""
        self._texts = texts
        self._draw()

    def _draw(self) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        whole = style.margins(QVBoxLayout(page), horizontal=0, vertical=0.5, gap=1.5)
        heading = QLabel(self.tr("Or browse all errors"))
        heading.setProperty("role", "strong")
        hint = parts.button("link", "drop")
        hint.setText(self.tr("or drop an export or an Amazon report here"))
        hint.clicked.connect(self.filesRequested)
        whole.addLayout(parts.row(heading, None, hint))
        grid = QGridLayout()
        grid.setSpacing(style.SPACE + style.SPACE // 2)
        counts = self._counts()
        for place, area in enumerate(entries.all_areas()):
            grid.addWidget(self._card(area, counts[area]), place // _COLUMNS, place % _COLUMNS)
        whole.addLayout(grid)
        whole.addStretch(1)
        old = self.takeWidget()
        self.setWidget(page)
        if old is not None:
            old.deleteLater()

    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for entry in entries.all_entries():
            counts[entry.area] = counts.get(entry.area, 0) + 1
        return counts

    def _card(self, area: str, count: int) -> QPushButton:
        card = Tile(_ICONS.get(area, "list"))
        card.show_words(
            entries.get_common(self._texts.language).areas[area],
            self.tr("%Ln error(s)", "", count),
        )
        card.clicked.connect(lambda: self.areaChosen.emit(area))
        return card

    def _retranslate(self) -> None:
        self._draw()
