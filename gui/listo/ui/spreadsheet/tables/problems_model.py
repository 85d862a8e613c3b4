"""The model of the problems of one issue type, a row each, and how a row is drawn.

Drawn are its cells, the one concerned marked, and what is suggested.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Literal

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.results import Problem, ProblemPage
from listo.ui import style
from listo.ui.spreadsheet.tables.table_edits import CellEditorDelegate
from listo.ui.spreadsheet.tables.table_parts import (
    BREAK,
    FIRST_CELL,
    ROW_COLUMN,
    WRAPPED,
    PagedModel,
    all_suggestions,
    best_suggestion,
    breakable,
    draw_line,
    lacks_row,
    visible_whitespace,
)
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import LONGEST_SHOWN, ModelIndex, shortened

SUGGESTION_COLUMN = FIRST_CELL + len(COLUMNS)
PLACE_COLUMN = SUGGESTION_COLUMN + 1
"""The cell concerned with its name before it, where each row is about another column."""

_WHOLE = (1 << 24) - 1
"""Pixels: no column is wider, since Qt makes no widget that is."""

_COLUMN_OF = {str(name): column for column, name in enumerate(COLUMNS, FIRST_CELL)}

_PAD = 9
"""Pixels before a text."""

_GAP, _IN_GRADE = 8, 7
"""Pixels between a suggestion and how sure it is, and beside that word in its outline; by eye."""

_BESIDE_GRADE = _GAP + 2 * _IN_GRADE + 4


RowAction = Literal["use", "keep", "delete", "add", ""]
"""What the button in a row does: put the suggestion in, delete the rows beside it or it, show what to add."""

_WHOLE_ROWS: dict[str, RowAction] = {"row-blank": "delete", "row-duplicate": "delete", "row-conflict": "keep"}
"""Checks whose findings are over once a row is gone."""


OF_A_LIST = frozenset(
    {
        *("theme-unknown", "theme-not-offered", "theme-deprecated"),
        *("amazon-specification-unknown", "amazon-value-not-accepted", "amazon-value-deprecated"),
    }
)
"""Checks of which the fix is to choose from a list, so that a text of one's own does not mend it."""

TO_LEAVE = frozenset({"category-known-defect", "row-spare"})
"""Checks of cells of which the fix says that nothing has to be done."""


class ProblemRole(IntEnum):
    """What the delegates read beyond what Qt knows."""

    PROBLEM = Qt.ItemDataRole.UserRole
    CONCERNED = Qt.ItemDataRole.UserRole + 1
    WAITING = Qt.ItemDataRole.UserRole + 2
    MESSAGE = Qt.ItemDataRole.UserRole + 3


def cell_of(problem: Problem) -> str:
    """Return the column of the sheet that the problem of a row is about; empty where it names no cell."""
    return problem.finding.column or next(iter(problem.marked), "")


def concerned_column(problem: Problem) -> int:
    """Return the column of the table that the problem is about: the row's number where it names no cell."""
    return _COLUMN_OF.get(cell_of(problem), ROW_COLUMN)


def action_of(problem: Problem) -> RowAction:
    """Return what the button in a problem's row does."""
    if lacks_row(problem.finding):
        return "add"
    found = _WHOLE_ROWS.get(problem.finding.code, "")
    if found:
        return "" if found == "delete" and problem.beside is not None else found
    return "use" if problem.beside is None and best_suggestion(problem.finding) is not None else ""


class ProblemsModel(PagedModel[Problem]):
    """One issue type: row number, the seven cells, and what is suggested."""

    editRequested = Signal(object)
    """An Edit that the person typed."""

    def __init__(self, message: Callable[[Problem], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self.is_mixed = False
        """Whether the rows are about different columns, so that cells concerned stand in one of their own."""
        self._message = message
        self._waiting: set[int] = set()

    def show_page(self, page: ProblemPage) -> None:
        """Start again with this issue type and revision."""
        self.code = page.code
        self.is_mixed = bool(page.columns)
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
        return problem is not None and problem.row in self._waiting

    def first(self) -> Problem | None:
        """Return the first problem that is here."""
        return next((problem for _row, problem in self._pages.known()), None)

    def row_of(self, row_number: int) -> int | None:
        """Return the row of the table that shows Excel's row, where it is here."""
        own = ((known.beside is not None, i) for i, known in self._pages.known() if known.row == row_number)
        return min(own, default=(False, None))[1]

    def together_with(self, row: int) -> tuple[int, int]:
        """Return the first and the last row of the table that belong together with this one."""
        first, last = row, row
        while first > 0 and (problem := self.peek(first)) is not None and not problem.opens:
            first -= 1
        while (problem := self.peek(last + 1)) is not None and not problem.opens:
            last += 1
        return first, last

    def _repaint(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, PLACE_COLUMN)
            self.dataChanged.emit(self.index(0, 0), last)

    def retranslate(self) -> None:
        """Draw everything again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, PLACE_COLUMN)
        self._repaint()

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else PLACE_COLUMN + 1

    def concerned(self, problem: Problem) -> int:
        """Return the column of the table that shows the cell concerned."""
        return PLACE_COLUMN if self.is_mixed and cell_of(problem) else concerned_column(problem)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        problem = self.peek(index.row())
        if problem is None or not cell_of(problem) or problem.row is None:
            return plain
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() == self.concerned(problem) else plain

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        problem = self.item(index.row())
        if problem is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == ROW_COLUMN else None
        return self._answer(problem, index.column(), role)

    def _answer(self, problem: Problem, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole or role == Qt.ItemDataRole.EditRole:
            return self._text(problem, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return parts.literal(self._tip(problem, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(problem, column)
        return self._own(problem, column, role)

    def _tip(self, problem: Problem, column: int) -> str:
        if column == SUGGESTION_COLUMN and problem.remembered is not None:
            return self.tr("“{text}”, as you chose last time").format(text=problem.remembered)
        return self._message(problem) if column == self.concerned(problem) else self._text(problem, column)

    def _own(self, problem: Problem, column: int, role: int) -> Any:
        if role == ProblemRole.PROBLEM:
            return problem
        if role == ProblemRole.CONCERNED:
            return column == self.concerned(problem) or _name_of(column) in problem.marked
        if role == ProblemRole.WAITING:
            return problem.row in self._waiting
        return self._message(problem) if role == ProblemRole.MESSAGE else None

    def _text(self, problem: Problem, column: int) -> str:
        if column == ROW_COLUMN:
            return _row_text(problem)
        if column == SUGGESTION_COLUMN:
            return self._proposed(problem) or self._instead(problem)
        shown = concerned_column(problem) if column == PLACE_COLUMN else column
        return problem.cells[shown - FIRST_CELL] if FIRST_CELL <= shown < len(problem.cells) + 1 else ""

    def _proposed(self, problem: Problem) -> str:
        return "" if problem.beside is not None else best_suggestion(problem.finding) or ""

    def _instead(self, problem: Problem) -> str:
        """Return what is wrong, where there is no one cell in which it could be seen."""
        is_seen = bool(cell_of(problem)) or (problem.beside is not None)
        return "" if is_seen else self._message(problem)

    def _spoken(self, problem: Problem, column: int) -> str:
        text = self._text(problem, column)
        if column == ROW_COLUMN:
            return self.tr("Row {number}").format(number=text)
        if column == SUGGESTION_COLUMN:
            return self._instead(problem) or self._spoken_suggestion(problem, text)
        said, name = text or self.tr("empty"), _name_of(column) or cell_of(problem)
        if column == self.concerned(problem):
            return self.tr("{column}: {text}, the cell with the problem").format(column=name, text=said)
        if name in problem.marked:
            return self.tr("{column}: {text}, where the rows differ").format(column=name, text=said)
        return f"{name}: {said}"

    def _spoken_suggestion(self, problem: Problem, text: str) -> str:
        if not text:
            return self.tr("No suggestion")
        if problem.remembered is not None:
            return self.tr("Suggestion: {text}, as you chose last time").format(text=text)
        said = self.tr("Suggestion: {text}").format(text=text)
        return ", ".join(filter(None, (said, self.grade_words(problem))))

    def grade_words(self, problem: Problem) -> str:
        """Return in a word how sure the best suggestion is."""
        words = {"sure": self.tr("certain"), "likely": self.tr("likely"), "guess": self.tr("a guess")}
        return words[problem.grades[0]] if problem.grades else ""

    def setData(self, index: ModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        problem = self.peek(index.row())
        if problem is None or role != Qt.ItemDataRole.EditRole:
            return False
        column = cell_of(problem)
        if problem.row is None or not column or str(value) == self._text(problem, index.column()):
            return False
        self.editRequested.emit(Edit(problem.row, column, str(value)))
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
        if section == PLACE_COLUMN:
            return self.tr("Cell")
        if section != SUGGESTION_COLUMN:
            return breakable(COLUMNS[section - 1])
        first = self.first()
        is_about_cells = first is None or bool(cell_of(first))
        return self.tr("Suggestion") if is_about_cells else self.tr("What is wrong")

    def cell(self, row: int) -> QModelIndex:
        """Return the index of the cell that the problem in that row is about."""
        problem = self.peek(row)
        return self.index(row, self.concerned(problem) if problem else ROW_COLUMN)


def _name_of(column: int) -> str:
    """Return which column of the sheet a column of the table shows, empty for the others."""
    return COLUMNS[column - FIRST_CELL] if FIRST_CELL <= column < SUGGESTION_COLUMN else ""


def _row_text(problem: Problem) -> str:
    number = "" if problem.row is None else str(problem.row)
    if problem.beside is not None:
        return number
    others = problem.finding.also_rows_total or len(problem.finding.also_rows)
    return f"{number} +{others}" if others else number


def name_width(metrics: QFontMetrics, name: str) -> int:
    """Return how much room the name before the text of a cell takes, in pixels."""
    return metrics.horizontalAdvance(name) + _PAD


def _picture_area(cell: QRect, left: int) -> QRect:
    return QRect(left, cell.center().y() - 8, 16, 16)


class ProblemsDelegate(CellEditorDelegate):
    """Draws the cells, marks the one concerned, and draws the buttons of the suggestion."""

    useRequested = Signal(int)
    """The button of a row was pressed."""
    choiceRequested = Signal(int, QPoint)
    alikeTyped = Signal(int, str)

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.span = _WHOLE
        """Pixels of the last column that are drawn in: the button stands beside its suggestion."""
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
        if problem is None or problem.opens:
            painter.setPen(style.colour("edge" if problem and problem.marked else "line"))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        if marked and problem is not None:
            severity = problem.finding.severity
            area = option.rect.adjusted(1, 2, -1, -1)
            painter.fillRect(area, style.colour(parts.SEVERITY_TINTS[severity]))
            painter.fillRect(
                QRect(area.topLeft(), QSize(3, area.height())),
                style.colour(parts.SEVERITY_ICONS[severity][1]),
            )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(style.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 1, 0, -1))

    def _draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex, problem: Problem
    ) -> None:
        marked = bool(index.data(ProblemRole.CONCERNED))
        text = str(index.data() or "")
        area = option.rect.adjusted(_PAD, 0, -_PAD // 2, 0)
        font = QFont(option.font)
        if index.column() == PLACE_COLUMN and cell_of(problem):
            painter.setPen(style.colour("quiet"))
            painter.setFont(font)
            draw_line(painter, area, cell_of(problem))
            area.setLeft(area.left() + name_width(option.fontMetrics, cell_of(problem)))
        if marked:
            font.setWeight(QFont.Weight.DemiBold)
        quiet = index.column() == ROW_COLUMN or bool(index.data(ProblemRole.WAITING)) or not text
        painter.setPen(style.colour("quiet" if quiet else "text"))
        if marked and not text:
            font.setItalic(True)
        shown = (
            (visible_whitespace(text) or self.empty_words())
            if marked and index.column() != ROW_COLUMN
            else text
        )
        painter.setFont(font)
        draw_line(painter, area, shown)

    def _draw_suggestion(
        self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex, problem: Problem
    ) -> None:
        if index.data(ProblemRole.WAITING):
            style.icon("check", "right").paint(painter, _picture_area(option.rect, option.rect.left() + _PAD))
            return
        painter.setFont(option.font)
        use, choice = self.use_area(option.rect, problem), self.choice_area(option.rect, problem)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        if use.isValid():
            room.setRight((choice if choice.isValid() else use).left() - _PAD)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._draw_button(painter, use, self.button_words(problem), hovered=hovered)
        if choice.isValid():
            style.icon("chevron-down", "quiet").paint(painter, choice.adjusted(4, 6, -4, -6))
        if action_of(problem) == "use":
            self._draw_proposal(painter, room, problem, self._grade(index))
        else:
            self._draw_instead(painter, room, problem, str(index.data() or ""))

    def _draw_instead(self, painter: QPainter, room: QRect, problem: Problem, text: str) -> None:
        painter.setPen(style.colour("quiet"))
        draw_line(painter, room, text or self.by_hand(problem))

    def empty_words(self) -> str:
        """Return what stands in a marked cell that is empty."""
        return self.tr("(empty)")

    def by_hand(self, problem: Problem) -> str:
        """Return what one does in a cell for which nothing is suggested.

        Empty where a button does it, and where nothing has to be done.
        """
        if problem.beside is not None or not problem.finding.column or action_of(problem):
            return ""
        if problem.finding.code in TO_LEAVE:
            return ""
        if problem.finding.code in OF_A_LIST:
            return self.tr("choose from the list")
        return self.tr("type the right text")

    def _draw_proposal(self, painter: QPainter, room: QRect, problem: Problem, grade: str) -> None:
        painter.setPen(style.colour("text"))
        if problem.remembered is not None:
            style.icon("clock", "accent").paint(painter, _picture_area(room, room.left()))
            room = room.adjusted(22, 0, 0, 0)
            grade = ""
        metrics = painter.fontMetrics()
        chip = metrics.horizontalAdvance(grade) + _BESIDE_GRADE if grade else 0
        text = shortened(best_suggestion(problem.finding) or "", LONGEST_SHOWN)
        width = min(metrics.horizontalAdvance(text) + 2, room.width() - chip)
        draw_line(painter, QRect(room.left(), room.top(), width, room.height()), text)
        if grade:
            self._draw_grade(painter, room.adjusted(width + _GAP, 0, 0, 0), grade, problem.grades[0])

    def _draw_grade(self, painter: QPainter, room: QRect, words: str, grade: str) -> None:
        """Draw how sure it is: in words, in a full outline where it is certain, a broken one for a guess."""
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + 2 * _IN_GRADE
        height = metrics.height() + 2
        area = QRect(room.left(), room.center().y() - height // 2, width, height)
        role: style.ColourRole = "right" if grade == "sure" else "quiet"
        pen = QPen(style.colour(role if grade == "sure" else "edge"))
        if grade == "guess":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setPen(style.colour(role))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _grade(self, index: ModelIndex) -> str:
        model = index.model()
        problem: Problem | None = index.data(ProblemRole.PROBLEM)
        return model.grade_words(problem) if isinstance(model, ProblemsModel) and problem else ""

    def _draw_button(self, painter: QPainter, area: QRect, word: str, *, hovered: bool) -> None:
        painter.setBrush(style.colour("hover" if hovered else "surface"))
        painter.setPen(style.colour("edge"))
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(style.colour("accent"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)

    def button_words(self, problem: Problem) -> str:
        """Return what stands on the button of a row."""
        words = {"use": self.tr("Use"), "keep": self.tr("Keep this row"), "delete": self.tr("Delete")}
        words["add"] = self.tr("Add…")
        return words.get(action_of(problem), "")

    def wanted_width(self, problem: Problem, grade: str) -> int:
        """Return how wide the last column is for a suggestion, how sure it is and its buttons, in pixels."""
        metrics = QFontMetrics(self._font())
        buttons = self.use_area(QRect(0, 0, 1000, 36), problem).width() + _PAD + 6
        if action_of(problem) != "use":
            return metrics.horizontalAdvance(self.by_hand(problem)) + buttons + 2 * _PAD
        text = metrics.horizontalAdvance(shortened(best_suggestion(problem.finding) or "", LONGEST_SHOWN))
        graded = 0 if problem.remembered else metrics.horizontalAdvance(grade) + _BESIDE_GRADE
        more = 26 if len(all_suggestions(problem.finding)) > 1 else 0
        return 2 * _PAD + (22 if problem.remembered else 0) + text + graded + more + buttons

    def use_area(self, cell: QRect, problem: Problem) -> QRect:
        """Return where the button is drawn in a cell, empty where there is none."""
        words = self.button_words(problem)
        if not words:
            return QRect()
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(words) + 20
        height = min(cell.height() - 8, metrics.height() + 10)
        right = min(cell.right(), cell.left() + self.span - 1)
        return QRect(right - width - 6, cell.center().y() - height // 2, width, height)

    def choice_area(self, cell: QRect, problem: Problem) -> QRect:
        """Return where the arrow to the other suggestions is drawn, empty where there is one at most."""
        if action_of(problem) != "use" or len(all_suggestions(problem.finding)) < 2:
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
            return parts.LineEdit(parent)
        first = all_suggestions(problem.finding)
        editor = self.open_editor(parent, problem.row or 0, cell_of(problem), first)
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
