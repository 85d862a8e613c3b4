"""The model of the problems of one issue type: a row each."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.results import Problem, ProblemPage
from listo.ui.spreadsheet.tables.findings import best_suggestion
from listo.ui.spreadsheet.tables.paged_model import PagedModel
from listo.ui.spreadsheet.tables.table_layout import BREAK, FIRST_CELL, ROW_COLUMN, WRAPPED, breakable
from listo.ui.widgets.item_views import ModelIndex

SUGGESTION_COLUMN = FIRST_CELL + len(COLUMNS)
_COLUMN_OF = {str(name): column for column, name in enumerate(COLUMNS, FIRST_CELL)}


class ProblemRole(IntEnum):
    """What the delegates read beyond what Qt knows."""

    PROBLEM = Qt.ItemDataRole.UserRole
    CONCERNED = Qt.ItemDataRole.UserRole + 1
    WAITING = Qt.ItemDataRole.UserRole + 2
    MESSAGE = Qt.ItemDataRole.UserRole + 3


def concerned_column(problem: Problem) -> int:
    """Return the column of the table that the problem is about: the row's number where it names no cell."""
    return _COLUMN_OF.get(problem.finding.column or "", ROW_COLUMN)


class ProblemsModel(PagedModel[Problem]):
    """One issue type: row number, the seven cells, and what is suggested."""

    editRequested = Signal(object)
    """An Edit that the person typed."""

    def __init__(self, message: Callable[[Problem], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self._message = message
        self._waiting: set[int] = set()

    def show_page(self, page: ProblemPage) -> None:
        """Start again with this issue type and revision."""
        self.code = page.code
        self._waiting.clear()
        self.show(page.revision, page.total, page.start, page.problems)

    def accept_page(self, page: ProblemPage) -> bool:
        """Take a further page of the same issue type and revision; False where it is of another."""
        return page.code == self.code and self.accept(page.revision, page.start, page.problems)

    def wait_for(self, row_numbers: set[int]) -> None:
        """Show that these rows of the sheet (Excel's numbers) are being changed."""
        self._waiting |= row_numbers
        self._repaint()

    def stop_waiting(self) -> None:
        """Show that nothing is being changed any more, as when the change failed."""
        self._waiting.clear()
        self._repaint()

    def is_waiting(self, row: int) -> bool:
        """Return whether that row of the table is being changed."""
        problem = self.peek(row)
        return problem is not None and problem.finding.row in self._waiting

    def first(self) -> Problem | None:
        """Return the first problem that is here."""
        return next((problem for _row, problem in self._pages.known()), None)

    def row_of(self, row_number: int) -> int | None:
        """Return the row of the table that shows Excel's row, where it is here."""
        return next((i for i, known in self._pages.known() if known.finding.row == row_number), None)

    def _repaint(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, SUGGESTION_COLUMN)
            self.dataChanged.emit(self.index(0, 0), last)

    def retranslate(self) -> None:
        """Draw everything again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, SUGGESTION_COLUMN)
        self._repaint()

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else SUGGESTION_COLUMN + 1

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        problem = self.peek(index.row())
        if problem is None or problem.finding.column is None or problem.finding.row is None:
            return plain
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() == concerned_column(problem) else plain

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        problem = self.item(index.row())
        if problem is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == ROW_COLUMN else None
        return self._answer(problem, index.column(), role)

    def _answer(self, problem: Problem, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole or role == Qt.ItemDataRole.EditRole:
            return self._text(problem, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column == SUGGESTION_COLUMN and problem.remembered is not None:
                return self.tr("“{text}”, as you chose last time").format(text=problem.remembered)
            return (
                self._message(problem) if column == concerned_column(problem) else self._text(problem, column)
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(problem, column)
        return self._own(problem, column, role)

    def _own(self, problem: Problem, column: int, role: int) -> Any:
        if role == ProblemRole.PROBLEM:
            return problem
        if role == ProblemRole.CONCERNED:
            return column == concerned_column(problem)
        if role == ProblemRole.WAITING:
            return problem.finding.row in self._waiting
        return self._message(problem) if role == ProblemRole.MESSAGE else None

    def _text(self, problem: Problem, column: int) -> str:
        if column == ROW_COLUMN:
            return _row_text(problem)
        if column == SUGGESTION_COLUMN:
            return best_suggestion(problem.finding) or self._instead(problem)
        cell = column - FIRST_CELL
        return problem.cells[cell] if cell < len(problem.cells) else ""

    def _instead(self, problem: Problem) -> str:
        """Return what is wrong, where there is no one cell in which it could be seen."""
        return self._message(problem) if problem.finding.column is None else ""

    def _spoken(self, problem: Problem, column: int) -> str:
        text = self._text(problem, column)
        if column == ROW_COLUMN:
            return self.tr("Row {number}").format(number=text)
        if column == SUGGESTION_COLUMN:
            return self._instead(problem) or self._spoken_suggestion(problem, text)
        said = text or self.tr("empty")
        if column == concerned_column(problem):
            return self.tr("{column}: {text}, the cell with the problem").format(
                column=COLUMNS[column - 1], text=said
            )
        return f"{COLUMNS[column - FIRST_CELL]}: {said}"

    def _spoken_suggestion(self, problem: Problem, text: str) -> str:
        if problem.remembered is not None:
            return self.tr("Suggestion: {text}, as you chose last time").format(text=text)
        return self.tr("Suggestion: {text}").format(text=text) if text else self.tr("No suggestion")

    def setData(self, index: ModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        problem = self.peek(index.row())
        if problem is None or role != Qt.ItemDataRole.EditRole:
            return False
        finding = problem.finding
        if finding.row is None or finding.column is None or str(value) == self._text(problem, index.column()):
            return False
        self.editRequested.emit(Edit(finding.row, finding.column, str(value)))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if role == Qt.ItemDataRole.ToolTipRole or role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heading(section).replace(BREAK, "")
        return WRAPPED if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _heading(self, section: int) -> str:
        if section == ROW_COLUMN:
            return self.tr("Row")
        if section != SUGGESTION_COLUMN:
            return breakable(COLUMNS[section - 1])
        first = self.first()
        is_about_cells = first is None or first.finding.column is not None
        return self.tr("Suggestion") if is_about_cells else self.tr("What is wrong")

    def cell(self, row: int) -> QModelIndex:
        """Return the index of the cell that the problem in that row is about."""
        problem = self.peek(row)
        return self.index(row, concerned_column(problem) if problem else ROW_COLUMN)


def _row_text(problem: Problem) -> str:
    number = "" if problem.finding.row is None else str(problem.finding.row)
    others = problem.finding.also_rows_total or len(problem.finding.also_rows)
    return f"{number} +{others}" if others else number
