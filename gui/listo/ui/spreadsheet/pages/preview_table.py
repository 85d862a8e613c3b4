"""The first rows of a sheet as they stand in the file, with the header row and the known columns marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from listo.core.mapping import Column
from listo.ui import style
from listo.ui.spreadsheet.tables import table_layout, widths

_WIDTH = 120


class PreviewTable(QTableWidget):
    """Read only; a column that is one of the seven has its name above its letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        table_layout.keep_two_lines(self.horizontalHeader())
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def show_rows(self, rows: Sequence[Sequence[str]], header_row: int, places: Mapping[Column, int]) -> None:
        """Show rows from Excel's row 1 on; `places` says which column is which, from 0."""
        names = {place: name for name, place in places.items()}
        width = max((len(row) for row in rows), default=0)
        self.setRowCount(len(rows))
        self.setColumnCount(width)
        self.setHorizontalHeaderLabels([_heading(place, names.get(place)) for place in range(width)])
        for place in range(width):
            self.setColumnWidth(place, max(_WIDTH, widths.heading_width(self, place)))
        for at, row in enumerate(rows):
            for place in range(width):
                item = QTableWidgetItem(row[place] if place < len(row) else "")
                self._draw(item, at + 1 == header_row, at + 1 > header_row and place in names)
                self.setItem(at, place, item)

    def _draw(self, item: QTableWidgetItem, is_header: bool, is_known: bool) -> None:
        if is_header:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
            item.setBackground(style.colour("accent-tint"))
        elif not is_known:
            item.setForeground(style.colour("quiet"))
            item.setBackground(style.colour("background"))

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("The first rows of the sheet"))


def letters(place: int) -> str:
    """Return what spreadsheets call the column at a place from 0: `A`, `Z`, `AA`."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _heading(place: int, name: Column | None) -> str:
    return f"{letters(place)}\n{name}" if name else letters(place)
