"""The table of the rows that one issue type is about, with a button in each row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Problem
from listo.ui.spreadsheet.tables import table_parts
from listo.ui.spreadsheet.tables.problems_model import (
    PLACE_COLUMN,
    SUGGESTION_COLUMN,
    ProblemsDelegate,
    ProblemsModel,
    action_of,
    cell_of,
    name_width,
)
from listo.ui.spreadsheet.tables.table_edits import RowActions
from listo.ui.spreadsheet.tables.table_parts import (
    FIRST_CELL,
    PAGE_SIZE,
    ROW_COLUMN,
    OpaqueTable,
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
"""Pixels that a cell is wide at most for its text: several of them stand beside the suggestion."""

_MOST_CONCERNED = 360
"""Pixels likewise of the cell concerned, which is not cut before all others are gone."""

_LEAST_SUGGESTION, _MOST_SUGGESTION = 150, 380
"""Pixels in which *Use* and a short value have room, and in which most values can be read."""

_SAMPLED = 60
"""How many of the first rows are measured, as for the other columns."""

_TELLING: dict[str, tuple[str, ...]] = {
    "": ("CategoryID",),
    "CategoryID": ("VTEXSpecification", "AmazonSpecification", "VTEXValue"),
    "VariationTheme": ("Type", "AmazonSpecification", "CategoryID"),
    "Type": ("AmazonSpecification", "CategoryID", "VariationTheme"),
    "VTEXSpecification": ("VTEXValue", "CategoryID", "AmazonSpecification"),
    "AmazonSpecification": ("VTEXValue", "CategoryID", "VTEXSpecification"),
    "VTEXValue": ("AmazonSpecification", "CategoryID", "VTEXSpecification"),
    "AmazonValue": ("CategoryID", "VTEXSpecification", "AmazonSpecification", "VTEXValue"),
}
"""The cells that one looks at to decide about a cell, the most telling last; the first go for want of room.

The name of the field or attribute tells what is meant by a value, the category which list holds.
"""


class ProblemsTable(OpaqueTable):
    """The rows of one issue type.

    Enter uses the suggestion, Ctrl+Enter uses it for all alike, Alt+Down shows the other
    suggestions, F2 or a double click edits the cell concerned, and so does Enter where nothing is
    suggested. Where several rows are selected, Enter and what is typed are for all of them.
    """

    editsRequested = Signal(tuple)
    alikeRequested = Signal(int, str, str)
    chosenRequested = Signal(tuple, object)
    """(first, last) of the selected rows, and what to put into all of them; None: each its suggestion."""
    currentProblemChanged = Signal()
    ignoreRequested = Signal()
    """The selected problems should be ignored."""
    entered = Signal(bool)
    """The keyboard came here; whether by the person's hand, and not because it was here before."""
    addRequested = Signal(int)
    """The row that the problem in that row of the table lacks should be added."""
    leftAt = Signal(int)
    """An arrow key leads out of the rows: -1 above the first, 1 below the last."""
    fitted = Signal()
    """The widths of the columns were shared out anew, so that it may need another height."""

    def __init__(self, work: Work, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._problems = work, model
        self.is_scrolled = False
        """Whether its rows scroll by themselves, and not with the page alone."""
        self._shows_all_columns = False
        self.delegate = ProblemsDelegate(work, self)
        self.row_actions = RowActions(work, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self._set_up()
        table_parts.follow_no_selection(self)
        self.delegate.useRequested.connect(self._on_pressed)
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
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

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
        self.row_actions.set_rows([problem.row if problem else None for problem in known])

    def use_for_chosen(self, text: str | None = None) -> None:
        """Ask for a text (the best suggestion of each) to be put in the cells of all selected rows."""
        chosen = self.chosen()
        self.go_to(chosen[0][0])
        self.chosenRequested.emit(chosen, text)

    def use(self, row: int) -> None:
        """Do what the button in that row does, and go to the next row."""
        problem = self._problems.peek(row)
        if problem is None or self._problems.is_waiting(row):
            return
        match action_of(problem):
            case "use":
                self._put(row, problem, best_suggestion(problem.finding) or "")
            case "keep":
                self._delete(self._rows_beside(row))
            case "delete":
                self._delete((problem.row,))
            case "add":
                self.addRequested.emit(row)

    def _on_pressed(self, row: int) -> None:
        self.go_to(row)
        self.use(row)

    def _rows_beside(self, row: int) -> tuple[int | None, ...]:
        first, last = self._problems.together_with(row)
        others = (self._problems.peek(each) for each in range(first, last + 1) if each != row)
        return tuple(problem.row for problem in others if problem is not None)

    def _delete(self, rows: tuple[int | None, ...]) -> None:
        known = tuple(row for row in rows if row is not None)
        self._problems.wait_for(set(known))
        self._work.change(Jobs.delete_rows, known)

    def _put(self, row: int, problem: Problem, text: str) -> None:
        finding = problem.finding
        if finding.row is None or finding.column is None:
            return
        if finding.also_rows:  # what it stands for is mended with it
            self.chosenRequested.emit(((row, row),), text)
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
        if cell_of(problem):
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
        return not held and self._leave_by(event.key(), row)

    def _leave_by(self, key: int, row: int) -> bool:
        """Leave by an arrow key, where there is no further row that way."""
        direction = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        leads_out = bool(direction) and not 0 <= row + direction < self._problems.rowCount()
        if leads_out:
            self.leftAt.emit(direction)
        return leads_out

    def _use_by_key(self, row: int, *, alike: bool) -> None:
        if self.chosen_count() > 1:
            self.use_for_chosen()
        elif alike:
            self.use_for_alike(row)
        elif (problem := self._problems.peek(row)) is not None and not action_of(problem):
            self.edit_current()
        else:
            self.use(row)

    def show_all_columns(self, shown: bool) -> None:
        """Show all cells of the rows, or those alone that matter for what is wrong."""
        self._shows_all_columns = shown
        self.fit_columns()

    def height_for(self, rows: int) -> int:
        """Return how high it is with so many rows in sight, in pixels."""
        header = self.horizontalHeader().height()
        bar = self.horizontalScrollBar()
        scrolls = self.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        beside = bar.sizeHint().height() if scrolls else 0
        return header + rows * self.verticalHeader().defaultSectionSize() + beside + 2

    def fit_columns(self) -> None:
        """Share out the width, so that the cell concerned and the suggestion are always in sight."""
        table_parts.fit_columns(self, self._share_out)
        self.fitted.emit()

    def _share_out(self, width: int) -> None:
        first = self._problems.first()
        concerned = self._problems.concerned(first) if first else ROW_COLUMN
        widths = {ROW_COLUMN: max(48, self._wanted(ROW_COLUMN, _MOST_CELL))}
        needed = self._needed_by_last(width - widths[ROW_COLUMN])
        last = self._least_of_last(needed, width - widths[ROW_COLUMN])
        widths |= self._fitted(first, concerned, width - widths[ROW_COLUMN] - last)
        rest = width - sum(widths.values())
        widths[SUGGESTION_COLUMN] = max(rest, last)  # to the edge: no patch of the table is left over
        self.delegate.span = min(max(needed, last), widths[SUGGESTION_COLUMN])
        self._place(widths, concerned)
        policy = Qt.ScrollBarPolicy
        fits = rest >= last
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)

    def _place(self, widths: Widths, concerned: int) -> None:
        """Show the columns that have a width, the suggestion at the right of the cell concerned."""
        for column in range(PLACE_COLUMN + 1):
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])
        middle = [column for column in range(FIRST_CELL, SUGGESTION_COLUMN) if column != concerned]
        ends = [] if concerned == ROW_COLUMN else [concerned]
        order = [ROW_COLUMN, *middle, *ends, SUGGESTION_COLUMN]
        if self._shows_all_columns and concerned != PLACE_COLUMN:
            order = list(range(PLACE_COLUMN))
        header = self.horizontalHeader()
        for place, column in enumerate(order):
            if header.visualIndex(column) != place:
                header.moveSection(header.visualIndex(column), place)

    def _says_sentences(self, first: Problem | None) -> bool:
        """Return whether no one cell shows what is wrong, so that the last column says it."""
        return first is not None and not cell_of(first)

    def _needed_by_last(self, room: int) -> int:
        """Return what the suggestions need, or the sentences where no one cell shows what is wrong."""
        here = (self._problems.peek(row) for row in range(_SAMPLED))
        wanted = max(
            (self.delegate.wanted_width(each, self._problems.grade_words(each)) for each in here if each),
            default=0,
        )
        if not self._says_sentences(self._problems.first()):
            return min(wanted, _MOST_SUGGESTION)
        column = SUGGESTION_COLUMN
        return wanted + table_parts.wanted_width(self, self._problems, column, beside=2 * _PAD, most=room)

    def _least_of_last(self, needed: int, room: int) -> int:
        """Return how wide the last column is at least, so that other cells stay in sight beside it."""
        part = room * 3 // 4 if self._says_sentences(self._problems.first()) else room * 2 // 3
        return max(_LEAST_SUGGESTION, min(needed, part))

    def _fitted(self, first: Problem | None, concerned: int, room: int) -> Widths:
        """Return the widths of the cells that there is room for, without cutting the one concerned."""
        columns = self._columns(first, concerned)
        wanted = {column: self._wanted(column, _MOST_CELL) for column in columns}
        least = {column: table_parts.heading_width(self, column) for column in columns}
        if concerned != ROW_COLUMN:
            whole = self._wanted(concerned, _MOST_CONCERNED, empty=self.delegate.empty_words())
            wanted[concerned] = min(whole, max(room, least[concerned]))
        if self._shows_all_columns:
            return wanted
        return share(wanted, least, concerned, room)

    def _columns(self, first: Problem | None, concerned: int) -> tuple[int, ...]:
        """Return the cells to show, those first that go first where there is no room."""
        if self._shows_all_columns:
            every = tuple(range(FIRST_CELL, SUGGESTION_COLUMN))
            return (*every, concerned) if concerned == PLACE_COLUMN else every
        if concerned == PLACE_COLUMN:
            return *_columns_of(("CategoryID", "VTEXSpecification")), concerned
        ends = () if concerned == ROW_COLUMN else (concerned,)
        return tuple(dict.fromkeys((*_columns_of(_telling(first)), *ends)))

    def _wanted(self, column: int, most: int, empty: str = "") -> int:
        beside = _PAD + _PAD // 2 + 2
        if column == PLACE_COLUMN:
            here = (self._problems.peek(row) for row in range(_SAMPLED))
            names = (name_width(self.fontMetrics(), cell_of(each)) for each in here if each)
            beside, most = beside + max(names, default=0), most + max(names, default=0)
        problems = self._problems
        return table_parts.wanted_width(self, problems, column, beside=beside, most=most, empty=empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.is_scrolled:
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(event.reason() != Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.setAccessibleName(self.tr("Rows with this problem"))
        self._problems.retranslate()
        self.fit_columns()  # the words of another language may be longer
        self.viewport().update()


def _for_menu(text: str) -> str:
    return parts.shortened(visible_whitespace(text), 48).replace("&", "&&")


def _telling(problem: Problem | None) -> tuple[str, ...]:
    """Return the cells that matter for what is wrong with a row, besides the one concerned."""
    if problem is None:
        return ()
    if problem.finding.code == "row-duplicate":
        return (*_TELLING["AmazonValue"], "AmazonValue")
    return (*_TELLING[cell_of(problem)], *problem.marked)


def _columns_of(names: Sequence[str]) -> tuple[int, ...]:
    return tuple(FIRST_CELL + place for name in names for place, known in enumerate(COLUMNS) if known == name)


def share(wanted: Widths, least: Widths, concerned: int, room: int) -> Widths:
    """Return widths of columns that fit in `room`: the first ones go, then the others get narrower.

    None gets narrower than its `least`. The one concerned is neither cut nor left out.
    """
    shown = dict(wanted)
    narrowest = {column: width if column == concerned else least[column] for column, width in wanted.items()}
    for column in wanted:
        if column != concerned and sum(narrowest[kept] for kept in shown) > room:
            shown.pop(column)
    return table_parts.shrink(shown, narrowest, room)
