"""The third step: every changed cell, before and after, each with a way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from listo.core.jobs.model import CellChange, ChangesPage, Overview
from listo.ui import style
from listo.ui.models.changes import AFTER, BACK, BEFORE, CHANGE_ROLE, COLUMN, ROW, ChangesModel
from listo.ui.models.paged import Index
from listo.ui.models.pages import Pages
from listo.ui.widgets import parts
from listo.ui.wizard.seen import with_blanks_seen

_PAD = 10


class ChangeDelegate(QStyledItemDelegate):
    """Draws a change; the column's name only where it begins, and a link to take the change back."""

    backRequested = Signal(int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        change: CellChange | None = index.data(CHANGE_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, style.colour("accent-tint" if chosen else "surface"))
        painter.setPen(style.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if change is not None:
            self._draw(painter, option, index, change)
        painter.restore()

    def _draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, change: CellChange
    ) -> None:
        column = index.column()
        area = option.rect.adjusted(_PAD, 0, -_PAD // 2, 0)
        text = str(index.data() or "")
        font = QFont(option.font)
        if column == AFTER or (column == COLUMN and _begins(index, change)):
            font.setWeight(QFont.Weight.DemiBold)
        if column == AFTER:
            style.icon("arrow-right", "quiet").paint(
                painter, QRect(area.left(), area.center().y() - 8, 16, 16)
            )
            area = area.adjusted(26, 0, 0, 0)
        if column == COLUMN and not _begins(index, change):
            return
        if column in (BEFORE, AFTER):
            text = with_blanks_seen(text) or self.tr("(empty)")
        role: style.Role = {BACK: "accent", AFTER: "text", COLUMN: "text"}.get(column, "quiet")  # type: ignore[assignment]
        painter.setPen(style.colour(role))
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(
            text.replace("\n", " ⏎ "), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        if (
            index.column() == BACK
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and option.rect.contains(_point(event))
        ):
            self.backRequested.emit(index.row())
        return False


def _point(event: QMouseEvent) -> QPoint:
    return event.position().toPoint()


def _begins(index: Index, change: CellChange) -> bool:
    """Return whether the change above is of another column, so that this one begins a group."""
    above: CellChange | None = (
        index.model().index(index.row() - 1, COLUMN).data(CHANGE_ROLE) if index.row() else None
    )
    return above is None or above.column != change.column


class ChangesTable(QTableView):
    """The changed cells; Delete or Backspace takes the current one back."""

    backRequested = Signal(object)

    def __init__(self, model: ChangesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes = model
        delegate = ChangeDelegate(self)
        delegate.backRequested.connect(self._take_back)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(max(36, self.fontMetrics().height() + 18))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (BEFORE, AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the narrow columns what their words need."""
        width = self.fontMetrics().horizontalAdvance
        self.setColumnWidth(COLUMN, width("AmazonSpecification") + 32)
        self.setColumnWidth(ROW, max(64, width("1000000") + 24))
        self.setColumnWidth(BACK, width(self._changes.back_word()) + 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self._take_back(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _take_back(self, row: int) -> None:
        change = self._changes.peek(row)
        if change is not None:
            self.backRequested.emit(change)


class ReviewPage(QWidget):
    """All changes, and on to saving them."""

    pageWanted = Signal(int)
    revertRequested = Signal(tuple)
    saveRequested = Signal()
    problemsRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._place = 0
        self.title, self.summary = parts.label("title"), parts.label("quiet")
        self.model = ChangesModel(self)
        self.table = ChangesTable(self.model)
        self.go_on = parts.button("primary", "save")
        self.back = parts.button("quiet", "chevron-left")
        inside = parts.column(
            parts.column(self.title, self.summary, gap=4),
            self.table,
            parts.row(None, self.back, self.go_on),
            gap=16,
        )
        inside.setContentsMargins(24, 20, 24, 16)
        self.setLayout(inside)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.model.pageWanted.connect(self.pageWanted)
        self.table.backRequested.connect(self._on_back)
        self.go_on.clicked.connect(self.saveRequested)
        self.back.clicked.connect(self.problemsRequested)

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now; the rows are asked for when they are out of date."""
        self._overview = overview
        self._retranslate()

    def refresh(self) -> None:
        """Ask for the rows of now, where those shown are out of date."""
        if self._overview is not None and self.model.revision != self._overview.revision:
            self._place = max(0, self.table.currentIndex().row())
            self.pageWanted.emit(Pages.start_of(self._place))

    def show_page(self, page: ChangesPage) -> None:
        """Show these rows, with the keyboard at the place where it was."""
        if self.model.accept_page(page):
            return
        scrolled = self.table.verticalScrollBar().value()
        self.model.show_page(page)
        self.table.verticalScrollBar().setValue(scrolled)
        if page.total:
            self.table.setCurrentIndex(self.model.index(min(self._place, page.total - 1), BACK))

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        (self.go_on if self.go_on.isEnabled() else self.back).setFocus()

    def _on_back(self, change: CellChange) -> None:
        self.revertRequested.emit(((change.row, change.column),))

    def _retranslate(self) -> None:
        cells = self._overview.changed_cells if self._overview else 0
        self.title.setText(
            self.tr("%Ln cell(s) changed", "", cells) if cells else self.tr("Nothing is changed yet")
        )
        self.summary.setText(
            self.tr("Each change can be taken back on its own.")
            if cells
            else self.tr("What you change under Problems is listed here, before and after.")
        )
        self.table.setVisible(cells > 0)
        self.go_on.setEnabled(cells > 0)
        self.go_on.setText(self.tr("On to saving"))
        self.back.setText(self.tr("Back to the problems"))
        self.table.setAccessibleName(self.tr("Changed cells"))
        self.model.retranslate()
        self.table.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
