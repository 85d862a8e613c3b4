"""The problems of a kind that is about the whole sheet: sentences, one a line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from listo.core.worker.model import Problem
from listo.ui import style
from listo.ui.spreadsheet.tables.paged_model import Index
from listo.ui.spreadsheet.tables.problems_model import ProblemsModel, Role
from listo.ui.widgets import parts


class LineDelegate(QStyledItemDelegate):
    """Draws a problem of the whole sheet as a line with its shape, on up to three lines of text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 3 * option.fontMetrics.lineSpacing() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        problem: Problem | None = index.data(Role.PROBLEM)
        painter.save()
        painter.setPen(style.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if problem is not None:
            self._draw(painter, option.rect.adjusted(12, 0, -12, 0), problem, str(index.data(Role.MESSAGE)))
        painter.restore()

    def _draw(self, painter: QPainter, area: QRect, problem: Problem, message: str) -> None:
        place = QRect(area.left(), area.center().y() - 10, 20, 20)
        parts.severity_icon(problem.finding.severity).paint(painter, place)
        painter.setPen(style.colour("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(32, 4, 0, -4), int(flags), message)


class WholeSheetLines(QListView):
    """Stands in the table's place where a kind of problem has no rows."""

    def __init__(self, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setUniformItemSizes(True)

    def chosen(self) -> tuple[tuple[int, int], ...]:
        """Return (first, last) of the line that the keyboard is on, as the table does of its rows."""
        return ((self.currentIndex().row(),) * 2,) if self.currentIndex().isValid() else ()

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("Problems of the whole sheet"))
