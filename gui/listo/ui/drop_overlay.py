"""Files over the window: which ones, and while they are held there, what will happen with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from listo.core.paths import is_folder
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.tabs import FIRST_SHOWN, SETTINGS, TabSpec, tab_for
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.file_kinds import FileKind
    from listo.core.worker.results import FileCard

_MOST_SHOWN = 6
"""Files named one by one, more than the spreadsheet tab has kinds for; the rest is counted."""
_VEIL = 210
"""Of 255: the page is seen through it, and is read no more."""
_NAME_WIDTH = 360
"""Pixels for a file's name, so that the card fits into the narrowest window (900) with what is said of it."""


class DropOverlay(Translated, QWidget):
    """Lies over the whole window while a drag is on; takes no input itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = parts.label("section", wraps=False)
        self._lines = parts.label(wraps=False)
        card = QFrame()
        card.setProperty("role", "float")
        inside = style.margins(QVBoxLayout(card), horizontal=4, vertical=3, gap=1.5)
        inside.addWidget(self._title)
        inside.addWidget(self._lines)
        around = QVBoxLayout(self)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self._paths: Sequence[Path] = ()
        self._cards: dict[Path, FileCard] = {}
        self._tab: TabSpec[Any] = FIRST_SHOWN
        self.hide()

    def show_files(self, paths: Sequence[Path], tab: TabSpec[Any]) -> None:
        """Say that these files can be let go here, on that tab; what they are is not known yet."""
        self._paths, self._cards, self._tab = paths, {}, tab
        self._retranslate()
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def show_kinds(self, cards: Sequence[FileCard]) -> None:
        """Say what each file turned out to be."""
        self._cards = {card.path: card for card in cards}
        self._retranslate()

    def text(self) -> str:
        """Return the lines shown."""
        return self._lines.text()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Drop to open"))
        lines = [self._line(path) for path in self._paths[:_MOST_SHOWN]]
        if len(self._paths) > _MOST_SHOWN:
            lines.append(self.tr("… and %Ln more", "", len(self._paths) - _MOST_SHOWN))
        self._lines.setText("\n".join(lines))

    def _line(self, path: Path) -> str:
        name = self.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH)
        return f"{name}  →  {self._fate(path)}"

    def _fate(self, path: Path) -> str:
        card = self._cards.get(path)
        if is_store(path):
            return self.tr("import these settings")
        if is_folder(path):
            return self.tr("a folder without tables")
        if card is None:
            return self.tr("looking at it…")
        if card.kind is None:
            return self.tr("cannot be used")
        if card.kind == "mapping" and card.details.get("rows") == "0":
            return self.tr("a mapping sheet without rows")
        if tab_for(card.kind, self._tab) is SETTINGS:
            return self.tr("compare your settings with it")
        return self._words(card.kind)

    def _words(self, kind: FileKind) -> str:
        words: dict[FileKind, str] = {
            "mapping": self.tr("check it"),
            "amazon-values": self.tr("Amazon’s accepted values"),
            "vtex-products": self.tr("your products and SKUs in VTEX"),
            "vtex-sku-specifications": self.tr("your SKU specifications in VTEX"),
            "vtex-product-specifications": self.tr("your product specifications in VTEX"),
            "sku-weights": self.tr("what your SKUs sell or have in stock: what holds up most comes first"),
            "processing-report": self.tr("explain the errors in this Amazon report"),
            "messages": self.tr("explain these error messages"),
        }
        return words[kind]

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(style.colour("background"))
        veil.setAlpha(_VEIL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()


# What is dropped

_IN_FOLDERS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")
_MOST_OF_A_FOLDER = 50
"""Files taken of a folder: each is opened to see what it is, and one with more is hardly meant whole."""


def files_in(data: QMimeData) -> list[Path]:
    """Return the local files that are dragged; text and web addresses are none.

    Of a folder these are the tables directly in it. One without any stands for itself, so that it is said.
    """
    dragged = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return list(dict.fromkeys(file for path in dragged for file in _opened(path)))


def _opened(path: Path) -> Iterable[Path]:
    if not is_folder(path):
        return (path,)
    return sorted(_tables_in(path))[:_MOST_OF_A_FOLDER] or (path,)


def _tables_in(folder: Path) -> Iterator[Path]:
    try:
        found = list(folder.iterdir())
    except OSError:  # not ours to read: the folder itself is shown as what cannot be used
        return
    yield from (
        file
        for file in found
        if file.suffix.lower() in _IN_FOLDERS and not file.name.startswith(("~$", ".")) and file.is_file()
    )


def is_store(path: Path) -> bool:
    """Return whether a file holds the settings of a store; what reads these is loaded on the first drop."""
    from listo.core.settings import files

    return files.is_store(path)
