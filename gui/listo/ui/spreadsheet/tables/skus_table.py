"""The tables of SKUs: what becomes of each, of which pages in sight are here, and what is sent of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from listo.core.readiness.model import SkuCategory, SkuLine, SkuOrder, SkuState
from listo.core.texts import Texts
from listo.core.worker.results import SkuPage
from listo.ui import style
from listo.ui.spreadsheet.tables import table_parts
from listo.ui.spreadsheet.tables.table_parts import PagedModel, Pages, draw_line
from listo.ui.widgets import parts
from listo.ui.widgets.parts import ModelIndex

STATE_ICONS: dict[SkuState, tuple[str, style.ColourRole]] = {
    "ready": ("right-solid", "right"),
    "blocked": ("error-solid", "error"),
    "at-risk": ("warning-solid", "warning"),
    "not-sent": ("minus", "quiet"),
    "unknown": ("help", "quiet"),
}
"""The shape and the colour's role of each state."""

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
"""Gives the whole line of a SKU, None where it is not here yet."""

_PAD = 10
"""Pixels before a text."""
_ICON = 16
_LEAST_SENT = 300
"""Pixels in which the four headings of what is sent are seen whole, in each language."""

_WIDEST = 260
"""Pixels that an attribute's name may take of the width of one SKU; the longest are cut, whole in the tip."""
_LEAST_REASON = 260
"""Pixels that a reason is given before names and categories: all but the longest are whole at 900 x 600."""

_TEXT_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class SkusColumn(IntEnum):
    """The columns of the table."""

    SKU = 0
    NAME = 1
    CATEGORY = 2
    STATE = 3
    REASON = 4


ORDERS: tuple[SkuOrder, ...] = ("sku", "name", "category", "state", "reason")
"""How the worker calls the order by each column."""


def state_name(texts: Texts, state: SkuState) -> str:
    """Return what a state is called."""
    from listo.core.reports.texts import say_state

    return say_state(texts, state)


class SkusModel(PagedModel[SkuLine]):
    """The SKUs that are asked for, in their order."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._own_names: Mapping[int, str] = {}
        self._is_global = True

    def set_categories(self, own_names: Mapping[int, str], *, is_global: bool) -> None:
        """Say what the store calls its categories, and whether the sheet's other ids are global ones."""
        self._own_names, self._is_global = own_names, is_global

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's words in another language."""
        self._texts = texts
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(SkusColumn)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.item(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role not in _TEXT_ROLES:
            return None
        text = self.texts_of(line)[index.column()]
        return parts.literal(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def texts_of(self, line: SkuLine) -> tuple[str, ...]:
        """Return what a line says, one text a column."""
        from listo.core.reports.texts import say_short

        return (
            line.sku,
            line.name,
            self._category(line.category),
            state_name(self._texts, line.state),
            say_short(self._texts, line.first) or self._remark(line),
        )

    def _category(self, category: SkuCategory) -> str:
        """Return the category of the sheet whose rows are a SKU's, else its own; with its name if known."""
        from listo.core.vocabulary import categories

        number = category.sheet
        name, is_global = self._own_names.get(number or 0), self._is_global
        if number is None:
            number, is_global = category.global_id or category.store, category.global_id is not None
        if number is None:
            return ""
        name = name or (categories.name(number, self._texts.language) if is_global else None)
        return f"{number} · {name}" if name else str(number)

    def _remark(self, line: SkuLine) -> str:
        """Return what is to be said of a SKU that nothing holds up."""
        if line.is_unchecked:
            return self.tr("No Amazon file for its category")
        return self.tr("A file is missing to tell") if line.state == "unknown" else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings()[section]

    def headings(self) -> tuple[str, ...]:
        """Return what the columns are called."""
        first = self.tr("First reason")
        return (self.tr("SKU"), self.tr("Name"), self.tr("Category"), self.tr("State"), first)


class _SkusDelegate(QStyledItemDelegate):
    """Draws a text of a SKU; its state with a shape."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, style.colour("accent-tint" if chosen else "surface"))
        painter.setPen(style.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        line: SkuLine | None = index.data(LINE_ROLE)
        if line is not None:
            self._draw(painter, option, index, line)
        if state & QStyle.StateFlag.State_HasFocus and index.column() == SkusColumn.SKU:
            painter.fillRect(
                QRect(option.rect.topLeft(), option.rect.bottomLeft()).adjusted(0, 0, 3, 0),
                style.colour("accent"),
            )
        painter.restore()

    def _draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex, line: SkuLine
    ) -> None:
        area = option.rect.adjusted(_PAD, 0, -_PAD // 2, 0)
        font = QFont(option.font)
        if index.column() == SkusColumn.SKU:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        quiet = index.column() in (SkusColumn.CATEGORY, SkusColumn.REASON) and line.state in (
            "not-sent",
            "ready",
        )
        painter.setPen(style.colour("quiet" if quiet else "text"))
        if index.column() == SkusColumn.STATE:
            place = QRect(area.left(), area.center().y() - _ICON // 2, _ICON, _ICON)
            style.icon(*STATE_ICONS[line.state]).paint(painter, place)
            area = area.adjusted(_ICON + 8, 0, 0, 0)
        draw_line(painter, area, str(index.data() or ""))


class SkusTable(QTableView):
    """Lines of SKUs; `skuChosen` tells which one the keyboard is on, empty for none."""

    skuChosen = Signal(str)
    orderChosen = Signal(int, bool)
    """The column to sort by, and whether it goes down."""

    def __init__(self, model: SkusModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._sku = ""
        self.setModel(model)
        self.setItemDelegate(_SkusDelegate(self))
        table_parts.set_up(self)
        table_parts.follow_no_selection(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(3 * self.verticalHeader().defaultSectionSize())
        self._set_up_header()
        model.dataChanged.connect(lambda *_: self._tell())
        model.headerDataChanged.connect(lambda *_: self.fit_columns())

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(SkusColumn.STATE, Qt.SortOrder.AscendingOrder)  # as the page asks at first
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.sectionClicked.connect(self._on_heading)

    def _on_heading(self, column: int) -> None:
        header = self.horizontalHeader()
        self.orderChosen.emit(column, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)

    def current_sku(self) -> str:
        """Return the SKU that the keyboard is on, empty where there is none."""
        line = self._lines.peek(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return line.sku if line else ""

    def wanted_start(self) -> int:
        """Return where the page begins that the keyboard is on."""
        return Pages.start_of(max(0, self.currentIndex().row()))

    def show_page(self, page: SkuPage, row: int | None = None) -> None:
        """Show these lines, with the keyboard at `row`, else where it was."""
        if row is None and self._lines.accept(page.revision, page.start, page.lines):
            return
        row = max(0, self.currentIndex().row()) if row is None else row
        scrolled = self.verticalScrollBar().value()
        self._lines.show(page.revision, page.total, page.start, page.lines)
        self.verticalScrollBar().setValue(scrolled)
        self.go_to(min(row, page.total - 1))

    def go_to(self, row: int) -> None:
        """Put the keyboard on a line; on none where there are none."""
        index = self._lines.index(row, SkusColumn.SKU)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        self._tell()

    def currentChanged(self, current: ModelIndex, previous: ModelIndex) -> None:
        super().currentChanged(current, previous)
        self._tell()

    def _tell(self) -> None:
        if (sku := self.current_sku()) != self._sku:
            self._sku = sku
            self.skuChosen.emit(sku)

    def copy(self) -> None:
        """Put the selected lines on the clipboard, as a spreadsheet takes them; those that are here."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [line for row in rows if (line := self._lines.peek(row)) is not None]
        QGuiApplication.clipboard().setText(
            "\n".join("\t".join(self._lines.texts_of(line)) for line in lines)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def fit_columns(self) -> None:
        """Share the width out: numbers and states get what they need, names and reasons the rest."""
        table_parts.fit_columns(self, self._share_out)

    def _share_out(self, room: int) -> None:
        wanted = {
            column: table_parts.wanted_width(self, self._lines, column, beside=beside, most=most)
            for column, (beside, most) in _WIDTHS.items()
        }
        least: table_parts.Widths = {
            column: table_parts.heading_width(self, column) + _ICON for column in SkusColumn
        }
        least[SkusColumn.SKU], least[SkusColumn.STATE] = wanted[SkusColumn.SKU], wanted[SkusColumn.STATE]
        left = room - sum(least.values()) + least[SkusColumn.REASON]
        reason = min(wanted[SkusColumn.REASON], _LEAST_REASON, left)
        least[SkusColumn.REASON] = max(least[SkusColumn.REASON], reason)
        for column, width in _stretched(table_parts.shrink(wanted, least, room), room).items():
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out(self.viewport().width())


_WIDTHS: dict[int, tuple[int, int]] = {
    SkusColumn.SKU: (2 * _PAD, 160),
    SkusColumn.NAME: (2 * _PAD, 360),
    SkusColumn.CATEGORY: (2 * _PAD, 200),
    SkusColumn.STATE: (2 * _PAD + _ICON + 8, 200),
    SkusColumn.REASON: (2 * _PAD, 420),
}
"""What is beside the text of a column, and how wide it may be; pixels, by eye at 1920."""


def _stretched(widths: table_parts.Widths, room: int) -> table_parts.Widths:
    """Return those widths with what is left of the room shared between names and reasons."""
    left = max(0, room - sum(widths.values()))
    share: Sequence[int] = (SkusColumn.NAME, SkusColumn.REASON)
    return {column: width + left // 2 * (column in share) for column, width in widths.items()}


class SentTable(QTableWidget):
    """What would be sent of one SKU, attribute by attribute; what lacks in gray. Enter goes to the row."""

    rowRequested = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        table_parts.set_up(self, air=10)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_LEAST_SENT)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(_WIDEST)
        self.itemActivated.connect(self._on_activated)

    def show_lines(self, lines: Sequence[tuple[str, str, str, int | None]], lacking: int) -> None:
        """Show lines of attribute, VTEX's value, value sent, row; the last `lacking` of them in gray."""
        self.clearContents()
        self.setRowCount(len(lines))
        for place, line in enumerate(lines):
            for column, text in enumerate((*line[:3], "" if line[3] is None else str(line[3]))):
                self.setItem(place, column, self._item(text, column, gray=place >= len(lines) - lacking))
        high = self.verticalHeader().defaultSectionSize() * len(lines)
        self.setFixedHeight(high + self.horizontalHeader().sizeHint().height() + 2)
        self.setVisible(bool(lines))

    def _item(self, text: str, column: int, *, gray: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setToolTip(parts.literal(text))
        if gray or column == 1:
            item.setForeground(style.colour("quiet"))
        if column == 2 and not gray:
            font = item.font()
            font.setWeight(font.Weight.DemiBold)
            item.setFont(font)
        return item

    def row_of(self, place: int) -> int | None:
        """Return Excel's row of a line, None where it has none."""
        item = self.item(place, 3)
        return int(item.text()) if item and item.text() else None

    def current_row(self) -> int | None:
        """Return Excel's row of the line that the keyboard is on."""
        return self.row_of(self.currentRow())

    def _on_activated(self, item: QTableWidgetItem) -> None:
        if (row := self.row_of(item.row())) is not None:
            self.rowRequested.emit(row, "AmazonValue")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        else:
            super().keyPressEvent(event)

    def selected_text(self) -> str:
        """Return what is selected, cells parted by tabs and lines by line breaks."""
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column())):
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        return "\n".join(map("\t".join, lines.values()))
