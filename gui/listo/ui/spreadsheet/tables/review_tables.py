"""The tables of the review: what was changed and what is ignored, each line with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
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

from listo.core.worker.results import CellChange, IgnoredProblem
from listo.ui import style
from listo.ui.spreadsheet.tables import table_parts
from listo.ui.spreadsheet.tables.table_parts import (
    FindingMessage,
    PagedModel,
    Pages,
    draw_line,
    visible_whitespace,
)
from listo.ui.widgets import parts
from listo.ui.widgets.parts import ModelIndex

ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
"""Gives the whole change or ignored problem of a line."""

_PAD = 10
"""Pixels before a text."""

_EDGE = 2
"""Pixels around the lines, without which the last of them does not count as seen whole."""

_FEWEST = 3
"""Lines that are in sight however low the window is, so that one sees that there are more."""

_TEXT_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
)

Item = TypeVar("Item")


class ChangesColumn(IntEnum):
    """The columns of the table of changes."""

    COLUMN = 0
    ROW = 1
    BEFORE = 2
    AFTER = 3
    REVERT = 4


class IgnoredColumn(IntEnum):
    """The columns of the table of ignored problems."""

    COLUMN = 0
    ROW = 1
    MESSAGE = 2
    REASON = 3
    REVERT = 4


class ReviewModel(PagedModel[Item]):
    """Lines of texts, of which the last takes the line back."""

    def texts(self, item: Item) -> tuple[str, ...]:
        """Return the texts of a line, one a column."""
        raise NotImplementedError

    def headings(self) -> tuple[str, ...]:
        """Return what the columns are called, nothing for the last."""
        raise NotImplementedError

    def revert_label(self) -> str:
        """Return what taking a line back is called."""
        raise NotImplementedError

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headings())

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row())
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.ToolTipRole:
            return parts.literal(self.texts(item)[index.column()])
        return self.texts(item)[index.column()] if role in _TEXT_ROLES else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings()[section]

    def retranslate(self) -> None:
        """Draw everything again in the current language."""
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, last))


class ChangesModel(ReviewModel[CellChange]):
    """Every cell that differs from the file, before and after; whole rows too."""

    def texts(self, item: CellChange) -> tuple[str, ...]:
        if item.kind == "cell":
            return (item.column, str(item.row), item.before, item.after, self.revert_label())
        cells = " · ".join(text for text in item.cells if text) or self.tr("(empty)")
        deleted = item.kind == "row-out"
        what = self.tr("Row deleted") if deleted else self.tr("Row added")
        before, after = (cells, "—") if deleted else ("—", cells)
        return (what, str(item.row), before, after, self.revert_label())

    def headings(self) -> tuple[str, ...]:
        return (self.tr("Column"), self.tr("Row"), self.tr("In your file"), self.tr("In the copy"), "")

    def revert_label(self) -> str:
        return self.tr("Take back")


class IgnoredModel(ReviewModel[IgnoredProblem]):
    """Every problem that is ignored, with the reason that was given."""

    def __init__(self, message: FindingMessage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._message = message

    def texts(self, item: IgnoredProblem) -> tuple[str, ...]:
        finding = item.finding
        row = "" if finding.row is None else str(finding.row)
        return (finding.column or "", row, self._message(finding), item.reason, self.revert_label())

    def headings(self) -> tuple[str, ...]:
        return (self.tr("Column"), self.tr("Row"), self.tr("What is wrong"), self.tr("Why"), "")

    def revert_label(self) -> str:
        return self.tr("Put back on the list")


class ReviewDelegate(QStyledItemDelegate):
    """Draws a line of text, and in the last column a link that takes the line back."""

    revertRequested = Signal(int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
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

    def colour_role(self, index: ModelIndex) -> style.ColourRole:
        """Return the role of the colour of a text."""
        return "text"

    def draw(self, painter: QPainter, area: QRect, index: ModelIndex) -> None:
        """Draw a cell's text into that area."""
        draw_line(painter, area, str(index.data() or ""))

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: ModelIndex
    ) -> bool:
        if (
            _is_last(index)
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and option.rect.contains(event.position().toPoint())
        ):
            self.revertRequested.emit(index.row())
        return False


def _is_last(index: ModelIndex) -> bool:
    return index.column() == index.model().columnCount() - 1


class ChangesDelegate(ReviewDelegate):
    """Draws a change; the column's name only where it begins, and what the copy says in bold."""

    def colour_role(self, index: ModelIndex) -> style.ColourRole:
        return "text" if index.column() in (ChangesColumn.AFTER, ChangesColumn.COLUMN) else "quiet"

    def draw(self, painter: QPainter, area: QRect, index: ModelIndex) -> None:
        change: CellChange | None = index.data(ITEM_ROLE)
        if change is None or (index.column() == ChangesColumn.COLUMN and not _begins(index, change)):
            return
        text = str(index.data() or "")
        if index.column() in (ChangesColumn.COLUMN, ChangesColumn.AFTER):
            font = QFont(painter.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        if change.kind == "cell" and index.column() in (ChangesColumn.BEFORE, ChangesColumn.AFTER):
            text = visible_whitespace(text) or self.tr("(empty)")
        if index.column() == ChangesColumn.AFTER:
            icon = QRect(area.left(), area.center().y() - 8, 16, 16)
            style.icon("arrow-right", "quiet").paint(painter, icon)
            area = area.adjusted(26, 0, 0, 0)
        draw_line(painter, area, text)


def _begins(index: ModelIndex, change: CellChange) -> bool:
    """Return whether the change above is of another column, so that this one begins a group."""
    above: CellChange | None = (
        index.model().index(index.row() - 1, ChangesColumn.COLUMN).data(ITEM_ROLE) if index.row() else None
    )
    return above is None or (above.kind, above.column) != (change.kind, change.column)


class ReviewTable(QTableView):
    """Lines of which each can be taken back; Delete or Backspace takes the current one back."""

    revertRequested = Signal(object)

    def __init__(
        self, model: ReviewModel[Any], delegate: type[ReviewDelegate], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = model
        self._row = 0
        made = delegate(self)
        made.revertRequested.connect(self._revert)
        self.setModel(model)
        self.setItemDelegate(made)
        self._set_up()
        self.fit_columns()

    def _set_up(self) -> None:
        table_parts.set_up(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def stretched(self) -> tuple[int, ...]:
        """Return the columns that share the room that is left."""
        return (ChangesColumn.BEFORE, ChangesColumn.AFTER)

    def fit_columns(self) -> None:
        """Give the narrow columns what their words need."""
        width = self.fontMetrics().horizontalAdvance
        for column in self.stretched():
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, width("AmazonSpecification") + 24)
        self.setColumnWidth(1, max(table_parts.heading_width(self, 1), width("100000") + 20))
        self.setColumnWidth(self._lines.columnCount() - 1, width(self._lines.revert_label()) + 32)

    def height_for(self, lines: int, room: int) -> int:
        """Return how high the list is with so many lines: no higher than `room`, but for a few lines."""
        line = self.verticalHeader().defaultSectionSize()
        header = self.horizontalHeader().sizeHint().height() + _EDGE
        least = header + min(lines, _FEWEST) * line
        return max(least, min(header + lines * line, room - (room - header) % line))

    def wanted_start(self) -> int:
        """Return where the page begins that the keyboard is on; it comes back there when new lines come."""
        self._row = max(0, self.currentIndex().row())
        return Pages.start_of(self._row)

    def show_lines(self, revision: int, total: int, start: int, lines: Sequence[Any]) -> None:
        """Show these lines, with the keyboard in the row where it was."""
        if self._lines.accept(revision, start, lines):
            return
        scrolled = self.verticalScrollBar().value()
        self._lines.show(revision, total, start, lines)
        self.verticalScrollBar().setValue(scrolled)
        if total:
            last = self._lines.columnCount() - 1
            self.setCurrentIndex(self._lines.index(min(self._row, total - 1), last))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self._revert(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _revert(self, row: int) -> None:
        line = self._lines.peek(row)
        if line is not None:
            self.revertRequested.emit(line)


class IgnoredTable(ReviewTable):
    """The ignored problems; what is wrong has twice the room of the reason."""

    def stretched(self) -> tuple[int, ...]:
        return (IgnoredColumn.MESSAGE,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = (IgnoredColumn.COLUMN, IgnoredColumn.ROW, IgnoredColumn.REVERT)
        room = self.viewport().width() - sum(map(self.columnWidth, narrow))
        least = table_parts.heading_width(self, IgnoredColumn.REASON)
        self.setColumnWidth(IgnoredColumn.REASON, max(least, room // 3))
        super().resizeEvent(event)
