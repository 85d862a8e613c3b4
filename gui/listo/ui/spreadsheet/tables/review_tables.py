"""The tables of the review: what was changed and what was left as it is, each line with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from listo.core.worker.model import CellChange
from listo.ui import style
from listo.ui.spreadsheet.tables import changes, left, table_layout, widths
from listo.ui.spreadsheet.tables.changes import CHANGE_ROLE, ChangesModel
from listo.ui.spreadsheet.tables.left import LeftModel
from listo.ui.spreadsheet.tables.paged_model import Index
from listo.ui.spreadsheet.tables.pages import Pages
from listo.ui.spreadsheet.tables.seen import draw_line, with_blanks_seen

_PAD = 10


class BackDelegate(QStyledItemDelegate):
    """Draws a line of text, and in the last column a link that takes the line back."""

    backRequested = Signal(int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, style.colour("accent-tint" if chosen else "surface"))
        painter.setPen(style.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setFont(option.font)
        painter.setPen(style.colour("accent" if _is_last(index) else self.colour_role(index)))
        self.draw(painter, option.rect.adjusted(_PAD, 0, -_PAD // 2, 0), index)
        painter.restore()

    def colour_role(self, index: Index) -> style.Role:
        """Return the role of the colour of a text."""
        return "text"

    def draw(self, painter: QPainter, area: QRect, index: Index) -> None:
        """Draw a cell's text into that area."""
        draw_line(painter, area, str(index.data() or ""))

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        if (
            _is_last(index)
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and option.rect.contains(event.position().toPoint())
        ):
            self.backRequested.emit(index.row())
        return False


def _is_last(index: Index) -> bool:
    return index.column() == index.model().columnCount() - 1


class ChangeDelegate(BackDelegate):
    """Draws a change; the column's name only where it begins, and what the copy says in bold."""

    def colour_role(self, index: Index) -> style.Role:
        return "text" if index.column() in (changes.AFTER, changes.COLUMN) else "quiet"

    def draw(self, painter: QPainter, area: QRect, index: Index) -> None:
        change: CellChange | None = index.data(CHANGE_ROLE)
        if change is None or (index.column() == changes.COLUMN and not _begins(index, change)):
            return
        text = str(index.data() or "")
        if index.column() in (changes.COLUMN, changes.AFTER):
            font = QFont(painter.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        if change.kind == "cell" and index.column() in (changes.BEFORE, changes.AFTER):
            text = with_blanks_seen(text) or self.tr("(empty)")
        if index.column() == changes.AFTER:
            place = QRect(area.left(), area.center().y() - 8, 16, 16)
            style.icon("arrow-right", "quiet").paint(painter, place)
            area = area.adjusted(26, 0, 0, 0)
        draw_line(painter, area, text)


def _begins(index: Index, change: CellChange) -> bool:
    """Return whether the change above is of another column, so that this one begins a group."""
    above: CellChange | None = (
        index.model().index(index.row() - 1, changes.COLUMN).data(CHANGE_ROLE) if index.row() else None
    )
    return above is None or (above.kind, above.column) != (change.kind, change.column)


class BackTable(QTableView):
    """Lines of which each can be taken back; Delete or Backspace takes the current one back."""

    backRequested = Signal(object)

    def __init__(
        self, model: ChangesModel | LeftModel, delegate: type[BackDelegate], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = model
        self._place = 0
        made = delegate(self)
        made.backRequested.connect(self._take_back)
        self.setModel(model)
        self.setItemDelegate(made)
        self._set_up()
        self.fit_columns()

    def _set_up(self) -> None:
        table_layout.set_up(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def stretched(self) -> tuple[int, ...]:
        """Return the columns that share the room that is left."""
        return (changes.BEFORE, changes.AFTER)

    def fit_columns(self) -> None:
        """Give the narrow columns what their words need."""
        width = self.fontMetrics().horizontalAdvance
        for column in self.stretched():
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, width("AmazonSpecification") + 24)
        self.setColumnWidth(1, max(widths.heading_width(self, 1), width("100000") + 20))
        self.setColumnWidth(self._lines.columnCount() - 1, width(self._lines.back_word()) + 32)

    def wanted_start(self) -> int:
        """Return where the page begins that the keyboard is on; it comes back there when new lines come."""
        self._place = max(0, self.currentIndex().row())
        return Pages.start_of(self._place)

    def show_lines(self, revision: int, total: int, start: int, lines: Sequence[Any]) -> None:
        """Show these lines, with the keyboard at the place where it was."""
        if self._lines.accept(revision, start, lines):
            return
        scrolled = self.verticalScrollBar().value()
        self._lines.show(revision, total, start, lines)
        self.verticalScrollBar().setValue(scrolled)
        if total:
            last = self._lines.columnCount() - 1
            self.setCurrentIndex(self._lines.index(min(self._place, total - 1), last))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self._take_back(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _take_back(self, row: int) -> None:
        line = self._lines.peek(row)
        if line is not None:
            self.backRequested.emit(line)


class LeftTable(BackTable):
    """What was left as it is; what is wrong has twice the room of why it was left."""

    def stretched(self) -> tuple[int, ...]:
        return (left.WHAT,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        others = sum(self.columnWidth(column) for column in (left.COLUMN, left.ROW, left.BACK))
        room = self.viewport().width() - others
        self.setColumnWidth(left.REASON, max(widths.heading_width(self, left.REASON), room // 3))
        super().resizeEvent(event)
