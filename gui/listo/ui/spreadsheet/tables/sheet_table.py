"""The whole sheet as a table: its model, how a cell is drawn with its marks, and the view that edits it.

The arrow in a heading opens what sorts and filters by that column.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QLocale,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPolygon, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import (
    ALL_ROWS,
    CellBlock,
    ColumnFilter,
    ColumnValues,
    RowQuery,
    SheetPage,
    SheetRow,
)
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.tables import table_parts
from listo.ui.spreadsheet.tables.table_edits import CellEditorDelegate, RowActions
from listo.ui.spreadsheet.tables.table_parts import (
    FIRST_CELL,
    PAGE_SIZE,
    ROW_COLUMN,
    WRAPPED,
    FindingMessage,
    OpaqueTable,
    PagedModel,
    breakable,
    column_name,
    draw_line,
    visible_whitespace,
)
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.actions import BoundAction
from listo.ui.widgets.parts import ModelIndex, WindowState

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


_AIR = 4
"""Pixels beside a heading that can go, so that all columns are in sight in a window of 900."""

_LEAST, _WIDEST = 40, 1200
"""Pixels of a column that a person made as narrow or as wide as can be: it is found again, on any screen."""

_WIDTHS = "sheet-widths"
"""What the widths are kept by that a person gave."""

_WIDTHS_REST_MS = 300
"""How long the mouse rests before a width is kept: longer than it does while it draws."""


ARROW = 18
"""Pixels of the arrow at the right of a heading, and what is around it: it is hit with a mouse."""

_ARROW_ICON = 14
_CARD = 300, 400
"""Pixels: a value of 30 letters is read whole, and a dozen of them; it fits in the smallest window."""

_TYPING_REST_MS = 150
"""How long typing rests before values are asked for: longer than between two letters of one word."""

_VALUE = Qt.ItemDataRole.UserRole

Corners = tuple[int, int, int, int]
"""Top, left, bottom and right of a block, all included, as the table counts them."""


class SheetRole(IntEnum):
    """What the delegate and the page read beyond what Qt knows."""

    ROW = Qt.ItemDataRole.UserRole
    FINDINGS = Qt.ItemDataRole.UserRole + 1
    CHANGED = Qt.ItemDataRole.UserRole + 2


class SheetModel(PagedModel[SheetRow]):
    """Row number and the seven cells of every row.

    `code` says of which issue type (None: all rows), `rows` which of these and in which order.
    """

    editRequested = Signal(object)
    """An Edit that the person typed."""

    def __init__(self, message: FindingMessage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code: str | None = None
        self.rows = ALL_ROWS
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


class FilterHeader(QHeaderView):
    """Headings with an arrow each, which opens what sorts and filters by that column."""

    filterRequested = Signal(int)
    """The column whose arrow was pressed."""

    def __init__(self, first: int, parent: QWidget | None = None) -> None:
        """Give each column from `first` on an arrow."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._first, self._pressed = first, -1
        self._sorted, self._descending, self._filtered = -1, False, frozenset[int]()
        self._hovered, self._widths = -1, dict[int, int]()
        self.setMouseTracking(True)
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_heading_widths(self, widths: dict[int, int]) -> None:
        """Say how wide each heading is: where there is no room beside it, an arrow is shown on pointing."""
        self._widths = widths

    def show_order(self, column: int, *, descending: bool, filtered: frozenset[int]) -> None:
        """Show by which column is sorted (-1: none), and which ones keep rows back."""
        self._sorted, self._descending, self._filtered = column, descending, filtered
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if section >= self._first and (self._has_room(section) or self._is_told(section)):
            icon = QRect(0, 0, _ARROW_ICON, _ARROW_ICON)
            icon.moveCenter(self._arrow(rect).center())
            if not self._has_room(section):
                painter.fillRect(icon.adjusted(-1, -1, 1, 1), style.colour("background"))
            style.icon(self._icon(section), self._role(section)).paint(painter, icon)

    def _has_room(self, section: int) -> bool:
        """Return whether the arrow hides nothing of the heading."""
        return self.sectionSize(section) >= self._widths.get(section, 0) + ARROW

    def _is_told(self, section: int) -> bool:
        """Return whether there is more to tell than that one can press here, or the mouse is there."""
        return section in (self._sorted, self._hovered) or section in self._filtered

    def _icon(self, section: int) -> str:
        if section == self._sorted:
            return "sort-down" if self._descending else "sort-up"
        return "filter" if section in self._filtered else "chevron-down"

    def _role(self, section: int) -> style.ColourRole:
        return "accent" if section == self._sorted or section in self._filtered else "quiet"

    def _arrow(self, rect: QRect) -> QRect:
        return QRect(rect.right() - ARROW, rect.top(), ARROW - 2, rect.height())

    def _hit(self, at: QPoint) -> int:
        """Return the column whose arrow is there, -1 where there is none."""
        section = self.logicalIndexAt(at)
        if section < self._first:
            return -1
        left = self.sectionViewportPosition(section)
        arrow = self._arrow(QRect(left, 0, self.sectionSize(section), self.height()))
        return section if arrow.adjusted(0, 0, -4, 0).contains(at) else -1  # beside it the width is changed

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._hit(event.position().toPoint())
        if self._pressed < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed < 0:
            super().mouseReleaseEvent(event)
        elif pressed == self._hit(event.position().toPoint()):
            self.filterRequested.emit(pressed)

    def viewportEvent(self, event: QEvent) -> bool:
        at = event.position().toPoint() if isinstance(event, QMouseEvent) else None
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave):
            hovered = self.logicalIndexAt(at) if at is not None else -1
            if hovered != self._hovered:
                self._hovered = hovered
                self.viewport().update()
        return super().viewportEvent(event)


class ColumnFilterCard(Translated, QFrame):
    """What a column says, to sort by it and to choose which rows are seen; Enter does it, Esc closes.

    `now` is how the rows are shown now.
    """

    chosen = Signal(object)
    """The RowQuery that is wanted."""

    def __init__(self, work: Work, column: str, now: RowQuery, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "float")
        self._work, self._column, self._now = work, column, now
        self._filter = next((one for one in now.filters if one.column == column), ColumnFilter(column))
        self._total, self._listed = 0, self._filter.contains
        self.title = parts.label("strong", wraps=False)
        self.up, self.down = parts.button("quiet", "sort-up"), parts.button("quiet", "sort-down")
        self.search, self.values = parts.LineEdit(clearButtonEnabled=True), QListWidget()
        self.all, self.none = parts.button("link"), parts.button("link")
        self.more = parts.label("caption")
        self.clear, self.apply = parts.button("quiet"), parts.button("primary")
        self._typing_rest = QTimer(self, singleShot=True, interval=_TYPING_REST_MS)
        self._build()
        self._connect()
        self._retranslate()
        self._ask()

    def _build(self) -> None:
        self.title.setText(self._column)
        self.values.setUniformItemSizes(True)
        self.search.setText(self._filter.contains)
        whole = parts.column(
            self.title,
            parts.row(self.up, self.down, None, gap=4),
            self.search,
            parts.row(self.all, self.none, None),
            self.values,
            self.more,
            parts.row(self.clear, None, self.apply),
        )
        whole.setContentsMargins(12, 12, 12, 12)
        self.setLayout(whole)
        self.resize(*_CARD)

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self._sort(descending=False))
        self.down.clicked.connect(lambda: self._sort(descending=True))
        self.search.textChanged.connect(self._typing_rest.start)
        self.search.returnPressed.connect(self._on_apply)
        self._typing_rest.timeout.connect(self._ask)
        self.all.clicked.connect(lambda: self._check(checked=True))
        self.none.clicked.connect(lambda: self._check(checked=False))
        self.clear.clicked.connect(lambda: self._choose(ColumnFilter(self._column)))
        self.apply.clicked.connect(self._on_apply)

    def open_at(self, place: QPoint) -> None:
        """Open with the upper left corner there, as far as it stays on the screen."""
        room = self.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.search.setFocus()

    def _ask(self) -> None:
        part = self.search.text()
        request = self._work.start(Jobs.column_values, self._column, self._now, part)
        request.on_success(partial(self._show_values, part))

    def _show_values(self, part: str, found: ColumnValues) -> None:
        """List the values that hold what was typed, if the card is still open."""
        if not isValid(self):
            return
        chosen, typed = self._filter.values, part != self._filter.contains
        self._total, self._listed = found.total, part
        self.values.clear()
        empty = self.tr("(empty)")
        for text, count in found.values:
            item = QListWidgetItem(f"{text or empty}   {QLocale().toString(count)}")
            item.setData(_VALUE, text)
            item.setToolTip(parts.literal(text))
            wanted = typed or chosen is None or text in chosen
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
            self.values.addItem(item)
        self.values.setCurrentRow(0)
        self._say_more()

    def _say_more(self) -> None:
        more = self._total - self.values.count()
        self.more.setText(self.tr("and %Ln more: type a part of one", "", more))
        self.more.setVisible(more > 0)

    def _check(self, *, checked: bool) -> None:
        state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
        for row in range(self.values.count()):
            self.values.item(row).setCheckState(state)

    def _checked(self) -> list[str]:
        items = map(self.values.item, range(self.values.count()))
        return [item.data(_VALUE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _on_apply(self) -> None:
        """Keep to the values that are checked; where all are, to what holds what was typed."""
        self._typing_rest.stop()
        checked, part = self._checked(), self.search.text()
        # What was typed just now decides, not the list from before.
        every = part != self._listed or len(checked) == self.values.count()
        self._choose(ColumnFilter(self._column, part.strip(), None if every else tuple(checked)))

    def _choose(self, one: ColumnFilter) -> None:
        others = tuple(other for other in self._now.filters if other.column != self._column)
        keeps = bool(one.contains) or one.values is not None
        self._finish(
            (*others, one) if keeps else others, self._now.sorted_by, descending=self._now.descending
        )

    def _sort(self, *, descending: bool) -> None:
        again = self._now.sorted_by == self._column and self._now.descending == descending
        self._finish(self._now.filters, "" if again else self._column, descending=descending and not again)

    def _finish(self, filters: Sequence[ColumnFilter], column: str, *, descending: bool) -> None:
        query = RowQuery(self._now.text, tuple(filters), column, descending, self._now.number)
        self.close()
        self.chosen.emit(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_apply()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(*_CARD)

    def _retranslate(self) -> None:
        here = self._now.sorted_by == self._column
        for button, on in ((self.up, not self._now.descending), (self.down, self._now.descending)):
            button.setCheckable(True)
            button.setChecked(here and on)
        self.up.setText(self.tr("A to Z"))
        self.up.setToolTip(self.tr("Sort by this column, from small to large"))
        self.down.setText(self.tr("Z to A"))
        self.down.setToolTip(self.tr("Sort by this column, from large to small"))
        self.search.setPlaceholderText(self.tr("Holds…"))
        self.search.setAccessibleName(
            self.tr("Only rows in which {column} holds").format(column=self._column)
        )
        self.values.setAccessibleName(self.tr("Only rows in which {column} says").format(column=self._column))
        self.all.setText(self.tr("All"))
        self.none.setText(self.tr("None"))
        self.clear.setText(self.tr("Clear this filter"))
        self.apply.setText(self.tr("Apply"))
        self._say_more()


class SheetTable(OpaqueTable):
    """The rows of the sheet; arrows move from cell to cell, F2 or typing edits, Delete empties.

    Blocks are selected as in Excel. The widths that a person gave are kept in `state`, by column.
    """

    currentCellChanged = Signal()
    emptyRequested = Signal()
    """What is selected is to say nothing."""

    ignoreRequested = Signal()
    """The problems of the current cell should be ignored."""

    def __init__(
        self,
        work: Work,
        model: SheetModel,
        parent: QWidget | None = None,
        *,
        state: WindowState | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._state = model, state
        self._fitted = self._fitting = self._by_hand = False
        self._keep_widths = QTimer(self, singleShot=True, interval=_WIDTHS_REST_MS)
        self._keep_widths.timeout.connect(self._on_widths_rest)
        self.header = FilterHeader(FIRST_CELL, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.delegate = SheetDelegate(work, self)
        self.setItemDelegate(self.delegate)
        self.row_actions = RowActions(work, self)
        self._set_up()
        table_parts.follow_no_selection(self)
        model.modelReset.connect(self._fit_once)
        self.header.sectionResized.connect(self._on_width)
        self.selectionModel().currentChanged.connect(self.currentCellChanged)
        self.selectionModel().selectionChanged.connect(self._update_row_actions)

    def _set_up(self) -> None:
        table_parts.set_up(self, air=14)
        table_parts.keep_two_lines(self.horizontalHeader())
        self.header.setMinimumSectionSize(_LEAST)
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

    # -- blocks ------------------------------------------------------------------------------------

    def blocks(self) -> tuple[CellBlock, ...]:
        """Return the blocks that are selected; a row's number stands for the row, where it stands alone."""
        return tuple(map(self._block, self.selectionModel().selection().toList()))

    def block(self) -> CellBlock | None:
        """Return the block that the keyboard is in, or the cell where none is selected."""
        index = self.currentIndex()
        if not index.isValid() or self._sheet.revision < 0:
            return None
        ranges = self.selectionModel().selection().toList()
        here = next((part for part in ranges if part.contains(index)), QItemSelectionRange(index))
        return self._block(here)

    def _block(self, part: QItemSelectionRange) -> CellBlock:
        left, right = part.left() - FIRST_CELL, part.right() - FIRST_CELL
        right = len(COLUMNS) - 1 if right < 0 else right
        model = self._sheet
        return CellBlock(
            model.revision, model.code, model.rows, part.top(), part.bottom(), max(left, 0), right
        )

    def selected(self) -> tuple[Corners, ...]:
        """Return what is selected, to be selected again when the rows were asked for anew."""
        ranges = self.selectionModel().selection().toList()
        return tuple((part.top(), part.left(), part.bottom(), part.right()) for part in ranges)

    def select_again(self, chosen: Sequence[Corners]) -> None:
        """Select what was selected; the keyboard stays where it is."""
        again = QItemSelection()
        for top, left, bottom, right in chosen:
            again.select(self._sheet.index(top, left), self._sheet.index(bottom, right))
        self.selectionModel().select(again, QItemSelectionModel.SelectionFlag.Select)

    def select_row(self) -> None:
        """Select the rows of what is selected."""
        self._widen(QItemSelectionModel.SelectionFlag.Rows)

    def select_column(self) -> None:
        """Select the columns of what is selected."""
        self._widen(QItemSelectionModel.SelectionFlag.Columns)

    def _widen(self, which: QItemSelectionModel.SelectionFlag) -> None:
        chosen = self.selectionModel().selection()
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select | which)

    # -- what can be done --------------------------------------------------------------------------

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
        menu.addSeparator()
        for action in self.actions():  # those on blocks, which the page binds
            if isinstance(action, BoundAction):
                action.setText(action.spec.heading())
                menu.addAction(action)
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
            self.emptyRequested.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_to_room()

    def _fit_to_room(self) -> None:
        """Fit the columns anew, unless a person gave them their widths."""
        if self._fitted and not self._by_hand:
            self.fit_columns()

    def _fit_once(self) -> None:
        """Give the columns the widths that a person gave them, else those that their first texts need.

        Once: later rows change nothing.
        """
        if not self._fitted and self._sheet.peek(0) is not None:
            self._fitted = True
            self.fit_columns()
            self._by_hand = self._restore_widths()

    def _on_width(self) -> None:
        """Keep the widths from now on that a person gave."""
        if not self._fitting:
            self._by_hand = True
            self._keep_widths.start()

    def _on_widths_rest(self) -> None:
        if self._state is not None:
            columns = range(FIRST_CELL, self._sheet.columnCount())
            self._state.set_state(_WIDTHS, {column_name(each): self.columnWidth(each) for each in columns})

    def _restore_widths(self) -> bool:
        """Give the columns the widths that were kept, and return whether there were any."""
        kept = self._state.get_state(_WIDTHS) if self._state is not None else None
        widths = kept if isinstance(kept, dict) else {}
        self._fitting = True
        for column in range(FIRST_CELL, self._sheet.columnCount()):
            width = widths.get(column_name(column))
            if isinstance(width, int):
                self.setColumnWidth(column, min(max(width, _LEAST), _WIDEST))
        self._fitting = False
        return bool(widths)

    def fit_again(self) -> None:
        """Forget the widths that a person gave, and fit the columns to what they say."""
        self._by_hand = False
        if self._state is not None:
            self._state.set_state(_WIDTHS, None)
        self.fit_columns()

    def sizeHintForColumn(self, column: int) -> int:
        """Return how wide a column is to be for its texts: a double click beside its heading asks."""
        beside = _MARK + 2 * _PAD
        return table_parts.wanted_width(self, self._sheet, column, beside=beside, most=_WIDEST)

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
        headings = {column: table_parts.heading_width(self, column) for column in columns}
        self.header.set_heading_widths(headings)
        with_arrows = {column: heading + ARROW for column, heading in headings.items()}
        wanted = {column: max(width, with_arrows[column]) for column, width in wanted.items()}
        tight = {column: heading - _AIR for column, heading in headings.items()}
        row_width = self._numbers_width(beside, width - sum(tight.values()))
        self.setColumnWidth(ROW_COLUMN, row_width)
        room = width - row_width
        least = next((each for each in (with_arrows, headings) if sum(each.values()) <= room), tight)
        for column, fitted in table_parts.fill_room(wanted, least, room).items():
            self.setColumnWidth(column, fitted)

    def _numbers_width(self, beside: int, most: int) -> int:
        """Return how wide the column of Excel’s numbers is; blank rows count in them, not in ours."""
        advance, rows = table_parts.bold_metrics(self).horizontalAdvance, self._sheet.rowCount()
        wide, narrow = (advance("0" * len(str(times * rows))) + beside for times in (10, 2))
        heading = table_parts.heading_width(self, ROW_COLUMN)
        fits = max(wide, heading) <= most
        return max(wide, heading) if fits else max(narrow, heading - _AIR - 1)  # to the pixel, in Portuguese

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("The whole sheet"))
        self._sheet.retranslate()
        self._fit_to_room()
