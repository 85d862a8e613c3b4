"""The problems that were left as they are, each with its reason and a way back, as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt

from listo.core.worker.model import LeftProblem
from listo.ui.spreadsheet.tables.findings import Saying
from listo.ui.spreadsheet.tables.paged_model import Index, PagedModel

COLUMN, ROW, WHAT, REASON, BACK = range(5)
LEFT_ROLE = int(Qt.ItemDataRole.UserRole)


class LeftModel(PagedModel[LeftProblem]):
    """Column, row number, what is wrong, why it was left, and the way back."""

    def __init__(self, say: Saying, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else BACK + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        problem = self.item(index.row())
        if problem is None:
            return None
        if role == LEFT_ROLE:
            return problem
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self._text(problem, index.column())
        return None

    def _text(self, problem: LeftProblem, column: int) -> str:
        finding = problem.finding
        row = "" if finding.row is None else str(finding.row)
        return (finding.column or "", row, self._say(finding), problem.reason, self.back_word())[column]

    def back_word(self) -> str:
        """Return what the way back is called."""
        return self.tr("Put back on the list")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (self.tr("Column"), self.tr("Row"), self.tr("What is wrong"), self.tr("Why"), "")
        return words[section]

    def retranslate(self) -> None:
        """Draw everything again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, BACK)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, BACK))
