"""Sorting and filtering by a column: the arrow in its heading, and the card that opens below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QHeaderView, QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from listo.core.worker.jobs import Jobs
from listo.core.worker.results import ColumnFilter, ColumnValues, RowQuery
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

ARROW = 18
"""Pixels of the arrow at the right of a heading, and what is around it: it is hit with a mouse."""

_ICON = 14
_SIZE = 300, 400
"""Pixels: a value of 30 letters is read whole, and a dozen of them; it fits in the smallest window."""

_TYPING_REST_MS = 150
"""How long typing rests before values are asked for: longer than between two letters of one word."""

_VALUE = Qt.ItemDataRole.UserRole


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
            icon = QRect(0, 0, _ICON, _ICON)
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
        self.search, self.values = QLineEdit(clearButtonEnabled=True), QListWidget()
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
        self.resize(*_SIZE)

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
        return QSize(*_SIZE)

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
