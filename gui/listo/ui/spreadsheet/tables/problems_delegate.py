"""How a problem is drawn in the table: its cells, the one concerned marked, and what is suggested."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from listo.core.worker.results import Problem
from listo.ui import style
from listo.ui.spreadsheet.tables.findings import all_suggestions, best_suggestion
from listo.ui.spreadsheet.tables.problems_model import SUGGESTION_COLUMN, ProblemRole
from listo.ui.spreadsheet.tables.table_edits import CellEditorDelegate
from listo.ui.spreadsheet.tables.table_layout import ROW_COLUMN, draw_line, visible_whitespace
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.item_views import ModelIndex

_PAD = 9
"""Pixels before a text."""


class ProblemsDelegate(CellEditorDelegate):
    """Draws the cells, marks the one concerned, and draws the buttons of the suggestion."""

    useRequested = Signal(int)
    choiceRequested = Signal(int, QPoint)
    alikeTyped = Signal(int, str)

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self._pressed: tuple[int, str] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(60, max(36, option.fontMetrics.height() + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        problem: Problem | None = index.data(ProblemRole.PROBLEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, problem, marked=bool(index.data(ProblemRole.CONCERNED)))
        if problem is None:
            painter.setPen(style.colour("quiet"))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, index.data() or "")
        elif index.column() == SUGGESTION_COLUMN:
            self._draw_suggestion(painter, option, index, problem)
        else:
            self._draw_cell(painter, option, index, problem)
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, problem: Problem | None, *, marked: bool
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, style.colour("accent-tint" if chosen else "surface"))
        painter.setPen(style.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if marked and problem is not None:
            severity = problem.finding.severity
            area = option.rect.adjusted(1, 1, -1, -2)
            painter.fillRect(area, style.colour(parts.SEVERITY_TINTS[severity]))
            painter.fillRect(
                QRect(area.topLeft(), QSize(3, area.height())),
                style.colour(parts.SEVERITY_ICONS[severity][1]),
            )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(style.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -2))

    def _draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex, problem: Problem
    ) -> None:
        marked = bool(index.data(ProblemRole.CONCERNED))
        text = str(index.data() or "")
        area = option.rect.adjusted(_PAD, 0, -_PAD // 2, 0)
        font = QFont(option.font)
        if marked:
            font.setWeight(QFont.Weight.DemiBold)
        quiet = index.column() == ROW_COLUMN or bool(index.data(ProblemRole.WAITING)) or not text
        painter.setPen(style.colour("quiet" if quiet else "text"))
        if marked and not text:
            font.setItalic(True)
        shown = (
            (visible_whitespace(text) or self.tr("(empty)"))
            if marked and index.column() != ROW_COLUMN
            else text
        )
        painter.setFont(font)
        draw_line(painter, area, shown)

    def _draw_suggestion(
        self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex, problem: Problem
    ) -> None:
        best = best_suggestion(problem.finding)
        if index.data(ProblemRole.WAITING):
            style.icon("check", "right").paint(
                painter, QRect(option.rect.left() + _PAD, option.rect.center().y() - 8, 16, 16)
            )
            return
        painter.setFont(option.font)
        if best is None:
            painter.setPen(style.colour("quiet"))
            words = str(index.data() or "") or self.tr("edit by hand (F2)")
            draw_line(painter, option.rect.adjusted(_PAD, 0, -_PAD, 0), words)
            return
        use, choice = self.use_area(option.rect, problem), self.choice_area(option.rect, problem)
        painter.setPen(style.colour("text"))
        start = option.rect.left() + _PAD
        if problem.remembered is not None:
            style.icon("clock", "accent").paint(painter, QRect(start, option.rect.center().y() - 8, 16, 16))
            start += 22
        left = choice.left() if choice.isValid() else use.left()
        draw_line(painter, QRect(start, option.rect.top(), left - start - _PAD, option.rect.height()), best)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._draw_button(painter, use, self._use_word(), hovered=hovered)
        if choice.isValid():
            style.icon("chevron-down", "quiet").paint(painter, choice.adjusted(4, 6, -4, -6))

    def _draw_button(self, painter: QPainter, area: QRect, word: str, *, hovered: bool) -> None:
        painter.setBrush(style.colour("hover" if hovered else "surface"))
        painter.setPen(style.colour("edge"))
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(style.colour("accent"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)

    def _use_word(self) -> str:
        return self.tr("Use")

    def use_area(self, cell: QRect, problem: Problem) -> QRect:
        """Return where *Use* is drawn in a cell, empty where there is nothing to use."""
        if best_suggestion(problem.finding) is None:
            return QRect()
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self._use_word()) + 20
        height = min(cell.height() - 8, metrics.height() + 10)
        return QRect(cell.right() - width - 6, cell.center().y() - height // 2, width, height)

    def choice_area(self, cell: QRect, problem: Problem) -> QRect:
        """Return where the arrow to the other suggestions is drawn, empty where there is one at most."""
        if len(all_suggestions(problem.finding)) < 2:
            return QRect()
        use = self.use_area(cell, problem)
        return QRect(use.left() - 26, use.top(), 24, use.height())

    def _font(self) -> QFont:
        parent = self.parent()
        return parent.font() if isinstance(parent, QWidget) else QFont()

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: ModelIndex
    ) -> bool:
        problem: Problem | None = index.data(ProblemRole.PROBLEM)
        if index.column() != SUGGESTION_COLUMN or problem is None or index.data(ProblemRole.WAITING):
            return False
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        part = self._part_at(event.position().toPoint(), option.rect, problem)
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._pressed = (index.row(), part) if part else None
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed == (index.row(), part):
            self._pressed = None
            self._press(index.row(), part, self.choice_area(option.rect, problem))
        return False

    def _part_at(self, point: QPoint, cell: QRect, problem: Problem) -> str:
        if self.use_area(cell, problem).contains(point):
            return "use"
        return "choice" if self.choice_area(cell, problem).contains(point) else ""

    def _press(self, row: int, part: str, choice: QRect) -> None:
        if part == "use":
            self.useRequested.emit(row)
        elif part == "choice":
            self.choiceRequested.emit(row, choice.bottomLeft())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: ModelIndex) -> QWidget:
        problem: Problem | None = index.data(ProblemRole.PROBLEM)
        if problem is None:
            return QLineEdit(parent)
        finding = problem.finding
        first = all_suggestions(finding)
        editor = self.open_editor(parent, finding.row or 0, finding.column or "", first)
        editor.setProperty("row", index.row())
        editor.setToolTip(
            self.tr("Enter: this cell · Ctrl+Enter: all like it · Down: accepted values · Esc: cancel")
        )
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and isinstance(editor, QLineEdit)
        ):
            row, text = int(editor.property("row")), editor.text()
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.alikeTyped.emit(row, text)
            return True
        return super().eventFilter(editor, event)
