"""The table of the whole sheet: cells with marks, edited where they stand."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QTableView,
    QWidget,
)

from listo.core.worker.model import SheetRow
from listo.ui.spreadsheet.tables import table_layout, widths
from listo.ui.spreadsheet.tables.columns import FIRST_CELL, ROW_COLUMN, column_name
from listo.ui.spreadsheet.tables.pages import PAGE_SIZE
from listo.ui.spreadsheet.tables.row_actions import RowActions
from listo.ui.spreadsheet.tables.sheet_delegate import MARK, PAD, SheetDelegate
from listo.ui.spreadsheet.tables.sheet_model import SheetModel, SheetRole

_MOST = 260


class SheetTable(QTableView):
    """The rows of the sheet; arrows move from cell to cell, F2 or typing edits, Delete empties."""

    currentCellChanged = Signal()
    emptyRequested = Signal(object)
    """The index of a cell that is to say nothing."""

    leaveRequested = Signal()
    """The problem of the current cell should be left as it is."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = model
        self._fitted = self._fitting = self._by_hand = False
        self.setModel(model)
        self.delegate = SheetDelegate(self)
        self.setItemDelegate(self.delegate)
        self.row_actions = RowActions(self)
        self._set_up()
        table_layout.follow_no_selection(self)
        model.modelReset.connect(self._fit_once)
        self.horizontalHeader().sectionResized.connect(self._on_width)
        self.selectionModel().currentChanged.connect(self.currentCellChanged)
        self.selectionModel().selectionChanged.connect(self._tell_rows)

    def _set_up(self) -> None:
        table_layout.set_up(self, air=14)
        table_layout.keep_two_lines(self.horizontalHeader())
        self.horizontalHeader().setMinimumSectionSize(40)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )

    def current_row(self) -> SheetRow | None:
        """Return the row that the keyboard is on, where it is here."""
        return self._sheet.peek(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def current_column(self) -> str:
        """Return the name of the column that the keyboard is on, empty for the row numbers."""
        return column_name(self.currentIndex().column()) if self.currentIndex().isValid() else ""

    def _tell_rows(self) -> None:
        ranges = self.selectionModel().selection().toList()
        places = {
            row for part in ranges[:PAGE_SIZE] for row in range(part.top(), part.bottom() + 1)[:PAGE_SIZE]
        }
        here = [self._sheet.peek(place) for place in sorted(places)]
        count = sum(part.height() for part in ranges)
        self.row_actions.set_rows([row.row if row else None for row in here] if count <= PAGE_SIZE else [])

    def menu(self) -> QMenu | None:
        """Return a menu of what can be done with the current cell and the selected rows."""
        index = self.currentIndex()
        if not index.isValid() or self.current_row() is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            menu.addAction(self.tr("Edit by hand…")).triggered.connect(lambda: self.edit(index))
        if index.data(SheetRole.FINDINGS):
            menu.addAction(self.tr("Leave as it is…")).triggered.connect(self.leaveRequested)
        self.row_actions.add_to(menu)
        return menu

    def contextMenuEvent(self, event: object) -> None:
        if menu := self.menu():
            menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))

    def go_to(self, row: int, column: str) -> None:
        """Put the keyboard on a cell, in sight."""
        index = self._sheet.cell(row, column)
        # Not setCurrentIndex: with Shift held, as for Shift+F8, that would select all between.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() != QAbstractItemView.State.EditingState and event.key() == Qt.Key.Key_Delete:
            self.emptyRequested.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted and not self._by_hand:
            self.fit_columns()

    def _fit_once(self) -> None:
        """Give the columns the widths that their first texts need, once: later rows change nothing."""
        if not self._fitted and self._sheet.peek(0) is not None:
            self._fitted = True
            self.fit_columns()

    def _on_width(self) -> None:
        """Keep the widths from now on that a person gave."""
        self._by_hand = self._by_hand or not self._fitting

    def forget_widths(self) -> None:
        """Fit the columns again when the next rows come."""
        self._fitted = self._by_hand = False

    def fit_columns(self) -> None:
        """Share out the width by what the first rows say; where there is too little, the widest give way."""
        if self._fitting:
            return
        self._fitting = True
        widths.fit(self, self._share_out)
        self._fitting = False

    def _share_out(self, width: int) -> None:
        columns = range(FIRST_CELL, self._sheet.columnCount())
        beside = MARK + 2 * PAD
        wanted = {
            column: widths.wanted_width(self, self._sheet, column, beside=beside, most=_MOST)
            for column in columns
        }
        least = {column: widths.heading_width(self, column) for column in columns}
        digits = "0" * len(str(100 * self._sheet.rowCount()))  # blank rows count in Excel's numbers, not here
        numbers = widths.bold_metrics(self).horizontalAdvance(digits) + beside
        row_width = max(numbers, widths.heading_width(self, ROW_COLUMN))
        self.setColumnWidth(ROW_COLUMN, row_width)
        for column, fitted in widths.fill(wanted, least, width - row_width).items():
            self.setColumnWidth(column, fitted)

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("The whole sheet"))
        self._sheet.retranslate()
