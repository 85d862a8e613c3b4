"""The whole sheet as a table, with what is wrong in each cell and what was changed."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from listo.core.mapping import COLUMNS
from listo.core.worker.model import Edit, SheetPage, SheetRow
from listo.ui.spreadsheet.tables.columns import FIRST_CELL, ROW_COLUMN, WRAPPED, breakable, column_name
from listo.ui.spreadsheet.tables.findings import Saying
from listo.ui.spreadsheet.tables.paged_model import Index, PagedModel

if TYPE_CHECKING:
    from listo.core.checks.model import Finding, Severity

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class SheetRole(IntEnum):
    """What the delegate and the page read beyond what Qt knows."""

    ROW = Qt.ItemDataRole.UserRole
    FINDINGS = Qt.ItemDataRole.UserRole + 1
    CHANGED = Qt.ItemDataRole.UserRole + 2


class SheetModel(PagedModel[SheetRow]):
    """Row number and the seven cells of every row; `code` says of which kind of problem (None: all rows)."""

    editRequested = Signal(object)
    """An Edit that the person typed."""

    def __init__(self, say: Saying, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code: str | None = None
        self._say = say

    def show_page(self, page: SheetPage) -> None:
        """Start again with this revision."""
        self.show(page.revision, page.total, page.start, page.rows)

    def accept_page(self, page: SheetPage) -> bool:
        """Take a further page of the same revision; False where it is of another."""
        return page.total == self.rowCount() and self.accept(page.revision, page.start, page.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else FIRST_CELL + len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        here = index.column() >= FIRST_CELL and self.peek(index.row()) is not None
        return plain | Qt.ItemFlag.ItemIsEditable if here else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.item(index.row())
        if row is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == ROW_COLUMN else None
        return self._answer(row, index.column(), role)

    def _answer(self, row: SheetRow, column: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text_of(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return _own(row, column, role)

    def words(self, row: SheetRow, column: int) -> str:
        """Return what there is to say of a cell: each problem's sentence, and that it was changed."""
        said = [self._say(finding) for finding in findings_of(row, column)]
        said += [self.tr("Changed")] if is_changed(row, column) else []
        return "\n".join(said)

    def _spoken(self, row: SheetRow, column: int) -> str:
        if column == ROW_COLUMN:
            said = self.tr("Row {number}").format(number=row.row)
        else:
            said = f"{COLUMNS[column - FIRST_CELL]}: {text_of(row, column) or self.tr('empty')}"
        return "\n".join(part for part in (said, self.words(row, column)) if part)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
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
        """Return the index of a cell by the place of its row here and the name of its column."""
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
