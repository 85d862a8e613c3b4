"""The whole sheet as a table: its model, how a cell is drawn with its marks, and the view that edits it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPolygon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyle, QStyleOptionViewItem, QTableView, QWidget

from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.results import SheetPage, SheetRow
from listo.ui import style
from listo.ui.spreadsheet.tables import table_parts
from listo.ui.spreadsheet.tables.table_edits import CellEditorDelegate, RowActions
from listo.ui.spreadsheet.tables.table_parts import (
    FIRST_CELL,
    PAGE_SIZE,
    ROW_COLUMN,
    WRAPPED,
    FindingMessage,
    PagedModel,
    breakable,
    column_name,
    draw_line,
    visible_whitespace,
)
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import ModelIndex

if TYPE_CHECKING:
    from listo.core.catalogue.entries import Severity
    from listo.core.checks.types import Finding

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

_PAD = 9
"""Pixels before a text."""

_MARK = 14
"""Pixels of the shape that marks a problem."""

_CORNER = 8
"""Pixels of the corner that tells that a cell was changed."""

_MOST = 260
"""Pixels that a column is wide at most for its texts: most are read whole, and others keep their room."""


class SheetRole(IntEnum):
    """What the delegate and the page read beyond what Qt knows."""

    ROW = Qt.ItemDataRole.UserRole
    FINDINGS = Qt.ItemDataRole.UserRole + 1
    CHANGED = Qt.ItemDataRole.UserRole + 2


class SheetModel(PagedModel[SheetRow]):
    """Row number and the seven cells of every row; `code` says of which issue type (None: all rows)."""

    editRequested = Signal(object)
    """An Edit that the person typed."""

    def __init__(self, message: FindingMessage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code: str | None = None
        self._message = message

    def show_page(self, page: SheetPage) -> None:
        """Start again with this revision."""
        self.show(page.revision, page.total, page.start, page.rows)

    def accept_page(self, page: SheetPage) -> bool:
        """Take a further page of the same revision; False where it is of another."""
        return page.total == self.rowCount() and self.accept(page.revision, page.start, page.rows)

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else FIRST_CELL + len(COLUMNS)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        here = index.column() >= FIRST_CELL and self.peek(index.row()) is not None
        return plain | Qt.ItemFlag.ItemIsEditable if here else plain

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.item(index.row())
        if row is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == ROW_COLUMN else None
        return self._answer(row, index.column(), role)

    def _answer(self, row: SheetRow, column: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text_of(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return parts.literal(self.words(row, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return _own(row, column, role)

    def words(self, row: SheetRow, column: int) -> str:
        """Return what there is to say of a cell: each problem's sentence, and that it was changed."""
        said = [self._message(finding) for finding in findings_of(row, column)]
        said += [self.tr("Changed")] if is_changed(row, column) else []
        return "\n".join(said)

    def _spoken(self, row: SheetRow, column: int) -> str:
        if column == ROW_COLUMN:
            said = self.tr("Row {number}").format(number=row.row)
        else:
            said = f"{COLUMNS[column - FIRST_CELL]}: {text_of(row, column) or self.tr('empty')}"
        return "\n".join(part for part in (said, self.words(row, column)) if part)

    def setData(self, index: ModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.peek(index.row())
        if row is None or role != Qt.ItemDataRole.EditRole or str(value) == text_of(row, index.column()):
            return False
        self.editRequested.emit(Edit(row.row, COLUMNS[index.column() - FIRST_CELL], str(value)))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        name = self.tr("Row") if section == ROW_COLUMN else COLUMNS[section - FIRST_CELL]
        if role == Qt.ItemDataRole.DisplayRole:
            return breakable(name)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return name
        return WRAPPED if role == Qt.ItemDataRole.TextAlignmentRole else None

    def cell(self, row: int, column: str) -> QModelIndex:
        """Return the index of a cell by its row here and the name of its column."""
        return self.index(row, COLUMNS.index(column) + FIRST_CELL if column in COLUMNS else ROW_COLUMN)

    def retranslate(self) -> None:
        """Draw everything again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def text_of(row: SheetRow, column: int) -> str:
    """Return what a cell of the table says."""
    return str(row.row) if column == ROW_COLUMN else row.cells[column - FIRST_CELL]


def findings_of(row: SheetRow, column: int) -> tuple[Finding, ...]:
    """Return what was found in a cell, the gravest first; in the row's number what concerns the row."""
    name = column_name(column)
    found = (finding for finding in row.findings if (finding.column or "") == name)
    return tuple(sorted(found, key=lambda finding: _SEVERITIES.index(finding.severity)))


def is_changed(row: SheetRow, column: int) -> bool:
    """Return whether a cell differs from the file."""
    return column >= FIRST_CELL and column_name(column) in row.changed


def _own(row: SheetRow, column: int, role: int) -> Any:
    if role == SheetRole.ROW:
        return row
    if role == SheetRole.FINDINGS:
        return findings_of(row, column)
    return is_changed(row, column) if role == SheetRole.CHANGED else None


class SheetDelegate(CellEditorDelegate):
    """Draws a cell: tint and shape of the gravest problem at its right, a corner where it was changed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(60, max(32, option.fontMetrics.height() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        findings: tuple[Finding, ...] = index.data(SheetRole.FINDINGS) or ()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, findings, whole_row=index.column() == ROW_COLUMN)
        if index.data(SheetRole.CHANGED):
            _draw_corner(painter, option.rect)
        area = option.rect.adjusted(_PAD, 0, -_PAD // 2, 0)
        if findings:
            mark = QRect(area.right() - _MARK, area.center().y() - _MARK // 2, _MARK, _MARK)
            parts.severity_icon(findings[0].severity).paint(painter, mark)
            area.setRight(mark.left() - 4)
        self._draw_text(painter, option, index, area, marked=bool(findings))
        painter.restore()

    def _draw_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        findings: tuple[Finding, ...],
        *,
        whole_row: bool,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground: style.ColourRole = "background" if whole_row else "surface"
        painter.fillRect(option.rect, style.colour("accent-tint" if chosen else ground))
        if findings and not chosen:
            painter.fillRect(option.rect, style.colour(parts.SEVERITY_TINTS[findings[0].severity]))
        painter.setPen(style.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(style.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -2, -2))
            painter.drawRect(option.rect.adjusted(1, 1, -3, -3))

    def _draw_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex, area: QRect, *, marked: bool
    ) -> None:
        text = str(index.data() or "")
        font = QFont(option.font)
        if marked and index.column() != ROW_COLUMN:
            font.setWeight(QFont.Weight.DemiBold)
        if marked and not text:
            font.setItalic(True)
            text = self.tr("(empty)")
        quiet = index.column() == ROW_COLUMN or index.data(SheetRole.ROW) is None
        painter.setFont(font)
        painter.setPen(style.colour("quiet" if quiet else "text"))
        draw_line(painter, area, visible_whitespace(text) if marked else text)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: ModelIndex) -> QWidget:
        row: SheetRow | None = index.data(SheetRole.ROW)
        findings: tuple[Finding, ...] = index.data(SheetRole.FINDINGS) or ()
        first = [text for finding in findings for text in finding.suggestions]
        column = column_name(index.column())
        editor = self.open_editor(parent, row.row if row else 0, column, first)
        editor.setToolTip(self.tr("Enter: change the cell · Down: accepted values · Esc: cancel"))
        return editor


def _draw_corner(painter: QPainter, area: QRect) -> None:
    """Draw what tells that a cell was changed."""
    at = area.topLeft()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("right"))
    painter.drawPolygon(QPolygon([at, at + QPoint(_CORNER, 0), at + QPoint(0, _CORNER)]))


class SheetTable(QTableView):
    """The rows of the sheet; arrows move from cell to cell, F2 or typing edits, Delete empties."""

    currentCellChanged = Signal()
    emptyRequested = Signal(object)
    """The index of a cell that is to say nothing."""

    ignoreRequested = Signal()
    """The problems of the current cell should be ignored."""

    def __init__(self, work: Work, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = model
        self._fitted = self._fitting = self._by_hand = False
        self.setModel(model)
        self.delegate = SheetDelegate(work, self)
        self.setItemDelegate(self.delegate)
        self.row_actions = RowActions(work, self)
        self._set_up()
        table_parts.follow_no_selection(self)
        model.modelReset.connect(self._fit_once)
        self.horizontalHeader().sectionResized.connect(self._on_width)
        self.selectionModel().currentChanged.connect(self.currentCellChanged)
        self.selectionModel().selectionChanged.connect(self._update_row_actions)

    def _set_up(self) -> None:
        table_parts.set_up(self, air=14)
        table_parts.keep_two_lines(self.horizontalHeader())
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

    def _update_row_actions(self) -> None:
        ranges = self.selectionModel().selection().toList()
        rows = {
            row for part in ranges[:PAGE_SIZE] for row in range(part.top(), part.bottom() + 1)[:PAGE_SIZE]
        }
        here = [self._sheet.peek(row) for row in sorted(rows)]
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
            menu.addAction(self.tr("Leave as it is…")).triggered.connect(self.ignoreRequested)
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
        table_parts.fit_columns(self, self._share_out)
        self._fitting = False

    def _share_out(self, width: int) -> None:
        columns = range(FIRST_CELL, self._sheet.columnCount())
        beside = _MARK + 2 * _PAD
        wanted = {
            column: table_parts.wanted_width(self, self._sheet, column, beside=beside, most=_MOST)
            for column in columns
        }
        least = {column: table_parts.heading_width(self, column) for column in columns}
        digits = "0" * len(str(100 * self._sheet.rowCount()))  # blank rows count in Excel's numbers, not here
        numbers = table_parts.bold_metrics(self).horizontalAdvance(digits) + beside
        row_width = max(numbers, table_parts.heading_width(self, ROW_COLUMN))
        self.setColumnWidth(ROW_COLUMN, row_width)
        for column, fitted in table_parts.fill_room(wanted, least, width - row_width).items():
            self.setColumnWidth(column, fitted)

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("The whole sheet"))
        self._sheet.retranslate()
