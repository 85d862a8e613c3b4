"""How a cell of the whole sheet is drawn: its text, what is wrong with it, and whether it was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPolygon
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from listo.core.worker.model import SheetRow
from listo.ui import style
from listo.ui.spreadsheet.tables.columns import ROW_COLUMN, column_name
from listo.ui.spreadsheet.tables.editing import EditingDelegate
from listo.ui.spreadsheet.tables.paged_model import Index
from listo.ui.spreadsheet.tables.seen import draw_line, with_blanks_seen
from listo.ui.spreadsheet.tables.sheet_model import SheetRole
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.checks.model import Finding

PAD = 9
MARK = 14
"""The size of the shape that marks a problem; both in pixels."""
_CORNER = 8


class SheetDelegate(EditingDelegate):
    """Draws a cell: tint and shape of the gravest problem at its right, a corner where it was changed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, max(32, option.fontMetrics.height() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        findings: tuple[Finding, ...] = index.data(SheetRole.FINDINGS) or ()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, findings, whole_row=index.column() == ROW_COLUMN)
        if index.data(SheetRole.CHANGED):
            _draw_corner(painter, option.rect)
        area = option.rect.adjusted(PAD, 0, -PAD // 2, 0)
        if findings:
            mark = QRect(area.right() - MARK, area.center().y() - MARK // 2, MARK, MARK)
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
        ground: style.Role = "background" if whole_row else "surface"
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
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRect, *, marked: bool
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
        draw_line(painter, area, with_blanks_seen(text) if marked else text)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
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
