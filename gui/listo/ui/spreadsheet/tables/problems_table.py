"""The table of the rows that one issue type is about, with a button in each row."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.results import Problem
from listo.ui.spreadsheet.tables import table_parts
from listo.ui.spreadsheet.tables.problems_model import (
    SUGGESTION_COLUMN,
    ProblemsDelegate,
    ProblemsModel,
    concerned_column,
)
from listo.ui.spreadsheet.tables.table_edits import RowActions
from listo.ui.spreadsheet.tables.table_parts import (
    FIRST_CELL,
    PAGE_SIZE,
    ROW_COLUMN,
    Widths,
    all_suggestions,
    best_suggestion,
    visible_whitespace,
)
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

_PAD = 9
"""Pixels before a text, as the delegate draws it."""

_MOST_CELL = 220
"""Pixels that a cell is wide at most for its text: seven of them stand beside the suggestion."""

_SUGGESTION_WIDTH = 180
"""Pixels in which most values can be read beside *Use* and the arrow to others."""

_LEAST_TELLING = tuple(
    COLUMNS.index(name) + FIRST_CELL
    for name in (
        "Type",
        "VariationTheme",
        "VTEXSpecification",
        "CategoryID",
        "VTEXValue",
        "AmazonSpecification",
    )
)
"""The columns that go first where there is no room for all, as in a small window."""


class ProblemsTable(QTableView):
    """The rows of one issue type.

    Enter uses the suggestion, Ctrl+Enter uses it for all alike, Alt+Down shows the other
    suggestions, F2 or a double click edits the cell concerned. Where several rows are selected, Enter
    and what is typed are for all of them.
    """

    editsRequested = Signal(tuple)
    alikeRequested = Signal(int, str, str)
    chosenRequested = Signal(tuple, object)
    """(first, last) of the selected rows, and what to put into all of them; None: each its suggestion."""
    currentProblemChanged = Signal()
    ignoreRequested = Signal()
    """The selected problems should be ignored."""

    def __init__(self, work: Work, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = model
        self.delegate = ProblemsDelegate(work, self)
        self.row_actions = RowActions(work, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self._set_up()
        table_parts.follow_no_selection(self)
        self.delegate.useRequested.connect(self.use)
        self.delegate.choiceRequested.connect(self._on_choice)
        self.delegate.alikeTyped.connect(self.use_for_alike)
        model.editRequested.connect(self._on_typed)
        model.modelReset.connect(self.fit_columns)
        self.selectionModel().currentChanged.connect(self.currentProblemChanged)
        self.selectionModel().selectionChanged.connect(self.currentProblemChanged)
        self.selectionModel().selectionChanged.connect(self._update_row_actions)

    def _set_up(self) -> None:
        table_parts.set_up(self)
        header = self.horizontalHeader()
        table_parts.keep_two_lines(header)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)

    def current_problem(self) -> Problem | None:
        """Return the problem that the keyboard is on, where it is here."""
        return self._problems.peek(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def go_to(self, row: int) -> None:
        """Put the keyboard on the cell concerned in that row, the last one where there are fewer."""
        if self._problems.rowCount():
            index = self._problems.cell(min(row, self._problems.rowCount() - 1))
            flags = QItemSelectionModel.SelectionFlag
            # Not setCurrentIndex: what the keyboard holds just now must not extend the selection.
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def chosen(self) -> tuple[tuple[int, int], ...]:
        """Return (first, last) of the selected rows, in order."""
        ranges = self.selectionModel().selection()
        return tuple(sorted({(part.top(), part.bottom()) for part in ranges.toList()}))

    def chosen_count(self) -> int:
        """Return how many rows are selected."""
        return sum(last - first + 1 for first, last in self.chosen())

    def _update_row_actions(self) -> None:
        few = self.chosen_count() <= PAGE_SIZE
        rows = [row for first, last in self.chosen() for row in range(first, last + 1)] if few else []
        known = [self._problems.peek(row) for row in rows]
        self.row_actions.set_rows([problem.finding.row if problem else None for problem in known])

    def use_for_chosen(self, text: str | None = None) -> None:
        """Ask for a text (the best suggestion of each) to be put in the cells of all selected rows."""
        chosen = self.chosen()
        self.go_to(chosen[0][0])
        self.chosenRequested.emit(chosen, text)

    def use(self, row: int) -> None:
        """Ask for the best suggestion to be put in the cell of that row, and go to the next row."""
        problem = self._problems.peek(row)
        best = best_suggestion(problem.finding) if problem else None
        if problem is not None and best is not None and not self._problems.is_waiting(row):
            self._put(row, problem, best)

    def _put(self, row: int, problem: Problem, text: str) -> None:
        finding = problem.finding
        if finding.row is None or finding.column is None:
            return
        self._go_past(row)
        self.editsRequested.emit((Edit(finding.row, finding.column, text),))

    def _go_past(self, row: int) -> None:
        """Move on to the next row, or from the last one to the row before."""
        if self._problems.rowCount() > 1:
            self.go_to(row + 1 if row + 1 < self._problems.rowCount() else row - 1)

    def use_for_alike(self, row: int, text: str | None = None) -> None:
        """Ask for a text (the best suggestion) to be put in every cell that is like the one in that row."""
        problem = self._problems.peek(row)
        wanted = text if text is not None or problem is None else best_suggestion(problem.finding)
        if problem is None or wanted is None or self._problems.is_waiting(row):
            return
        if problem.finding.row is not None and problem.finding.column is not None:
            self.alikeRequested.emit(problem.finding.row, problem.finding.column, wanted)

    def edit_current(self) -> None:
        """Begin to edit the cell concerned in the current row."""
        if not self.currentIndex().isValid() or self._problems.is_waiting(self.currentIndex().row()):
            return
        index = self._problems.cell(self.currentIndex().row())
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.edit(index)

    def _on_typed(self, edit: Edit) -> None:
        if self.chosen_count() > 1:
            self.use_for_chosen(edit.text)
            return
        row = self._problems.row_of(edit.row)
        if row is not None:
            self._go_past(row)
        self.editsRequested.emit((edit,))

    def _on_choice(self, row: int, point: QPoint) -> None:
        menu = self.choice_menu(row)
        if menu is not None:
            menu.popup(self.viewport().mapToGlobal(point))

    def choice_menu(self, row: int) -> QMenu | None:
        """Return a menu of all that can be done with that row."""
        problem = self._problems.peek(row)
        if problem is None or problem.finding.row is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_menu(menu, row, problem)
        return menu

    def _fill_menu(self, menu: QMenu, row: int, problem: Problem) -> None:
        suggestions = all_suggestions(problem.finding)
        for text in suggestions:
            action = menu.addAction(_for_menu(text))
            action.triggered.connect(lambda _checked=False, wanted=text: self._put(row, problem, wanted))
        if suggestions:
            menu.addSeparator()
            every = menu.addMenu(
                self.tr("For every “{value}”").format(value=_for_menu(problem.finding.value))
            )
            for text in suggestions:
                action = every.addAction(_for_menu(text))
                action.triggered.connect(lambda _checked=False, wanted=text: self.use_for_alike(row, wanted))
        menu.addSeparator()
        if problem.finding.column is not None:
            menu.addAction(self.tr("Edit by hand…")).triggered.connect(self.edit_current)
        menu.addAction(self.tr("Leave as it is…")).triggered.connect(self.ignoreRequested)
        self.row_actions.add_to(menu)

    def contextMenuEvent(self, event: object) -> None:
        index = self.currentIndex()
        menu = self.choice_menu(index.row()) if index.isValid() else None
        if menu is not None:
            menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._act_on(event):
            super().keyPressEvent(event)

    def _act_on(self, event: QKeyEvent) -> bool:
        row = self.currentIndex().row()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row < 0 or self.state() == QAbstractItemView.State.EditingState:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._use_by_key(row, alike=held == Qt.KeyboardModifier.ControlModifier)
            return True
        if event.key() == Qt.Key.Key_F2:
            self.edit_current()
            return True
        if event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
            self._on_choice(row, self.visualRect(self._problems.index(row, SUGGESTION_COLUMN)).bottomLeft())
            return True
        return False

    def _use_by_key(self, row: int, *, alike: bool) -> None:
        if self.chosen_count() > 1:
            self.use_for_chosen()
        elif alike:
            self.use_for_alike(row)
        else:
            self.use(row)

    def fit_columns(self) -> None:
        """Share out the width, so that the cell concerned and the suggestion are always in sight."""
        table_parts.fit_columns(self, self._share_out)

    def _share_out(self, width: int) -> None:
        row_width = max(48, self._wanted(ROW_COLUMN))
        room = width - row_width
        last = self._least_of_last(room)
        fitted = self._fitted(room - last)
        self.setColumnWidth(ROW_COLUMN, row_width)
        for column in range(FIRST_CELL, SUGGESTION_COLUMN):
            self.setColumnHidden(column, column not in fitted)
            self.setColumnWidth(column, fitted.get(column, 0))
        rest = room - sum(fitted.values())
        self.setColumnWidth(SUGGESTION_COLUMN, max(last, rest))
        policy = Qt.ScrollBarPolicy
        fits = rest >= last
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)

    def _least_of_last(self, room: int) -> int:
        """Return what the suggestions need, or the sentences where no one cell shows what is wrong."""
        first = self._problems.first()
        if first is None or first.finding.column is not None:
            return _SUGGESTION_WIDTH
        wanted = table_parts.wanted_width(self, self._problems, SUGGESTION_COLUMN, beside=2 * _PAD, most=room)
        return max(_SUGGESTION_WIDTH, min(wanted, room * 3 // 4))

    def _fitted(self, room: int) -> Widths:
        """Return the widths of the cells that there is room for, without cutting the one concerned."""
        problem = self._problems.first()
        concerned = concerned_column(problem) if problem else ROW_COLUMN
        wanted = {column: self._wanted(column) for column in range(FIRST_CELL, SUGGESTION_COLUMN)}
        least = {column: table_parts.heading_width(self, column) for column in wanted}
        return share(wanted, least, concerned, room)

    def _wanted(self, column: int) -> int:
        beside = _PAD + _PAD // 2 + 2
        return table_parts.wanted_width(self, self._problems, column, beside=beside, most=_MOST_CELL)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit_columns()

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("Rows with this problem"))
        self._problems.retranslate()
        self.viewport().update()


def _for_menu(text: str) -> str:
    return parts.shortened(visible_whitespace(text), 48).replace("&", "&&")


def share(wanted: Widths, least: Widths, concerned: int, room: int) -> Widths:
    """Return widths of columns that fit in `room`: the least telling go, then the others get narrower.

    None gets narrower than its `least`. The one concerned is neither cut nor left out.
    """
    shown = dict(wanted)
    narrowest = {column: width if column == concerned else least[column] for column, width in wanted.items()}
    for column in _LEAST_TELLING:
        if column != concerned and sum(narrowest[kept] for kept in shown) > room:
            shown.pop(column, None)
    return table_parts.shrink(shown, narrowest, room)
