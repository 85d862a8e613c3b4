"""Every cell that differs from the file, before and after, as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from listo.core.worker.model import CellChange
from listo.ui.spreadsheet.tables.paged_model import Index, PagedModel

COLUMN, ROW, BEFORE, AFTER, BACK = range(5)
CHANGE_ROLE = int(Qt.ItemDataRole.UserRole)


class ChangesModel(PagedModel[CellChange]):
    """What was changed: column, row number, before, after, and the way back; whole rows too."""

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else BACK + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change = self.item(index.row())
        if change is None:
            return None
        if role == CHANGE_ROLE:
            return change
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self._text(change, index.column())
        return None

    def _text(self, change: CellChange, column: int) -> str:
        if change.kind == "cell":
            texts = (change.column, str(change.row), change.before, change.after, self.back_word())
            return texts[column]
        said = " · ".join(text for text in change.cells if text) or self.tr("(empty)")
        gone = change.kind == "row-out"
        what = self.tr("Row deleted") if gone else self.tr("Row added")
        nothing = "—"
        both = (said, nothing) if gone else (nothing, said)
        return (what, str(change.row), *both, self.back_word())[column]

    def back_word(self) -> str:
        """Return what the way back is called."""
        return self.tr("Take back")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Column"), self.tr("Row"), self.tr("In your file"), self.tr("In the copy"), "")[
            section
        ]

    def retranslate(self) -> None:
        """Draw everything again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, BACK)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, BACK))
