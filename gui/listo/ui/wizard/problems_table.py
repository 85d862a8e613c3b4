"""The table of the rows that one kind of problem is about, with a button in each row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFrame,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from listo.core.jobs.model import Edit, Problem
from listo.core.sheets import COLUMNS
from listo.ui import style
from listo.ui.models.paged import Index
from listo.ui.models.problems import (
    FIRST_CELL,
    ROW_COLUMN,
    SUGGESTION_COLUMN,
    ProblemsModel,
    Role,
    all_suggestions,
    best_suggestion,
    concerned_column,
)
from listo.ui.widgets import parts
from listo.ui.wizard.seen import draw_line, with_blanks_seen

_PAD = 9
_LEAST_CELL = 56
_LEAST_READABLE = 72
_SAMPLED = 40
_MOST_CELL = 220
_SUGGESTION_WIDTH = 180
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
_TINTS: dict[str, style.Role] = {"error": "error-tint", "warning": "warning-tint", "info": "accent-tint"}


class ProblemDelegate(QStyledItemDelegate):
    """Draws the cells, marks the one concerned, and draws the buttons of the suggestion."""

    useRequested = Signal(int)
    choiceRequested = Signal(int, QPoint)
    alikeTyped = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: tuple[int, str] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, max(36, option.fontMetrics.height() + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        problem: Problem | None = index.data(Role.PROBLEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, problem, marked=bool(index.data(Role.CONCERNED)))
        if problem is None:
            painter.setPen(style.colour("quiet"))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, index.data() or "")
        elif index.column() == SUGGESTION_COLUMN:
            self._draw_suggestion(painter, option, problem, waiting=bool(index.data(Role.WAITING)))
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
            painter.fillRect(area, style.colour(_TINTS[severity]))
            painter.fillRect(
                QRect(area.topLeft(), QSize(3, area.height())),
                style.colour(parts.SEVERITY_ICONS[severity][1]),
            )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(style.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -2))

    def _draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, problem: Problem
    ) -> None:
        marked = bool(index.data(Role.CONCERNED))
        text = str(index.data() or "")
        area = option.rect.adjusted(_PAD, 0, -_PAD // 2, 0)
        font = QFont(option.font)
        if marked:
            font.setWeight(QFont.Weight.DemiBold)
        quiet = index.column() == ROW_COLUMN or bool(index.data(Role.WAITING)) or not text
        painter.setPen(style.colour("quiet" if quiet else "text"))
        if marked and not text:
            font.setItalic(True)
        shown = (
            (with_blanks_seen(text) or self.tr("(empty)"))
            if marked and index.column() != ROW_COLUMN
            else text
        )
        painter.setFont(font)
        draw_line(painter, area, shown)

    def _draw_suggestion(
        self, painter: QPainter, option: QStyleOptionViewItem, problem: Problem, *, waiting: bool
    ) -> None:
        best = best_suggestion(problem)
        if waiting:
            style.icon("check", "right").paint(
                painter, QRect(option.rect.left() + _PAD, option.rect.center().y() - 8, 16, 16)
            )
            return
        painter.setFont(option.font)
        if best is None:
            painter.setPen(style.colour("quiet"))
            draw_line(painter, option.rect.adjusted(_PAD, 0, -_PAD, 0), self._no_suggestion(problem))
            return
        use, choice = self.use_area(option.rect, problem), self.choice_area(option.rect, problem)
        painter.setPen(style.colour("text"))
        left = choice.left() if choice.isValid() else use.left()
        draw_line(
            painter,
            QRect(
                option.rect.left() + _PAD,
                option.rect.top(),
                left - option.rect.left() - 2 * _PAD,
                option.rect.height(),
            ),
            best,
        )
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._draw_button(painter, use, self._use_word(), hovered=hovered)
        if choice.isValid():
            style.icon("chevron-down", "quiet").paint(painter, choice.adjusted(4, 6, -4, -6))

    def _no_suggestion(self, problem: Problem) -> str:
        return self.tr("edit by hand (F2)") if problem.finding.column and problem.finding.row else ""

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
        if best_suggestion(problem) is None:
            return QRect()
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self._use_word()) + 20
        height = min(cell.height() - 8, metrics.height() + 10)
        return QRect(cell.right() - width - 6, cell.center().y() - height // 2, width, height)

    def choice_area(self, cell: QRect, problem: Problem) -> QRect:
        """Return where the arrow to the other suggestions is drawn, empty where there is one at most."""
        if len(all_suggestions(problem)) < 2:
            return QRect()
        use = self.use_area(cell, problem)
        return QRect(use.left() - 26, use.top(), 24, use.height())

    def _font(self) -> QFont:
        parent = self.parent()
        return parent.font() if isinstance(parent, QWidget) else QFont()

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        problem: Problem | None = index.data(Role.PROBLEM)
        if index.column() != SUGGESTION_COLUMN or problem is None or index.data(Role.WAITING):
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

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        problem: Problem | None = index.data(Role.PROBLEM)
        editor.setProperty("row", index.row())
        editor.setToolTip(self.tr("Enter: this cell · Ctrl+Enter: all alike · Esc: leave it"))
        if problem is not None:
            editor.setAccessibleName(self.tr("New text for {column}").format(column=problem.finding.column))
            completer = QCompleter(list(all_suggestions(problem)), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
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


class ProblemsTable(QTableView):
    """The rows of one kind of problem.

    Enter uses the suggestion, Ctrl+Enter uses it for all alike, Alt+Down shows the other
    suggestions, F2 or a double click edits the cell concerned.
    """

    editsRequested = Signal(tuple)
    alikeRequested = Signal(int, str, str)
    currentProblemChanged = Signal()

    def __init__(self, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = model
        self._delegate = ProblemDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._set_up_headers()
        self._delegate.useRequested.connect(self.use)
        self._delegate.choiceRequested.connect(self._on_choice)
        self._delegate.alikeTyped.connect(self._on_alike_typed)
        model.editRequested.connect(self._on_typed)
        model.modelReset.connect(self.fit_columns)
        self.selectionModel().currentChanged.connect(self.currentProblemChanged)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)

    def _set_up_headers(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 14)
        vertical = self.verticalHeader()
        vertical.setVisible(False)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(max(36, self.fontMetrics().height() + 18))

    def current_problem(self) -> Problem | None:
        """Return the problem that the keyboard is on, where it is here."""
        return self._problems.peek(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def go_to(self, row: int) -> None:
        """Put the keyboard on the cell concerned in that row, the last one where there are fewer."""
        if self._problems.rowCount():
            self.setCurrentIndex(self._problems.cell(min(row, self._problems.rowCount() - 1)))

    def use(self, row: int) -> None:
        """Ask for the best suggestion to be put in the cell of that row, and go to the next row."""
        problem = self._problems.peek(row)
        best = best_suggestion(problem) if problem else None
        if problem is not None and best is not None and not self._problems.is_waiting(row):
            self._put(row, problem, best)

    def _put(self, row: int, problem: Problem, text: str) -> None:
        finding = problem.finding
        if finding.row is None or finding.column is None:
            return
        self._go_beyond(row)
        self.editsRequested.emit((Edit(finding.row, finding.column, text),))

    def _go_beyond(self, row: int) -> None:
        """Move on to the next row, or from the last one to the row before."""
        if self._problems.rowCount() > 1:
            self.go_to(row + 1 if row + 1 < self._problems.rowCount() else row - 1)

    def use_for_alike(self, row: int, text: str | None = None) -> None:
        """Ask for a text (the best suggestion) to be put in every cell that is like the one in that row."""
        problem = self._problems.peek(row)
        wanted = text if text is not None or problem is None else best_suggestion(problem)
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
            self.setCurrentIndex(index)
            self.edit(index)

    def _on_typed(self, edit: Edit) -> None:
        place = self._problems.place_of(edit.row)
        if place is not None:
            self._go_beyond(place)
        self.editsRequested.emit((edit,))

    def _on_alike_typed(self, row: int, text: str) -> None:
        self.use_for_alike(row, text)

    def _on_choice(self, row: int, point: QPoint) -> None:
        menu = self.choice_menu(row)
        if menu is not None:
            menu.popup(self.viewport().mapToGlobal(point))

    def choice_menu(self, row: int) -> QMenu | None:
        """Return a menu of all that can be done with that row."""
        problem = self._problems.peek(row)
        if problem is None or problem.finding.column is None or problem.finding.row is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_menu(menu, row, problem)
        return menu

    def _fill_menu(self, menu: QMenu, row: int, problem: Problem) -> None:
        suggestions = all_suggestions(problem)
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
        menu.addAction(self.tr("Edit by hand…")).triggered.connect(self.edit_current)

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
            self.use_for_alike(row) if held == Qt.KeyboardModifier.ControlModifier else self.use(row)
            return True
        if event.key() == Qt.Key.Key_F2:
            self.edit_current()
            return True
        if event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
            self._on_choice(row, self.visualRect(self._problems.index(row, SUGGESTION_COLUMN)).bottomLeft())
            return True
        return False

    def fit_columns(self) -> None:
        """Share out the width, so that the cell concerned and the suggestion are always in sight."""
        problem = self._problems.first()
        concerned = concerned_column(problem) if problem else ROW_COLUMN
        wanted = {column: self._wanted(column) for column in range(FIRST_CELL, SUGGESTION_COLUMN)}
        row_width = self._wanted(ROW_COLUMN)
        room = self.viewport().width() - row_width
        fitted = share(wanted, concerned, room - _SUGGESTION_WIDTH)
        self.setColumnWidth(ROW_COLUMN, row_width)
        for column in wanted:
            self.setColumnHidden(column, column not in fitted)
            self.setColumnWidth(column, fitted.get(column, 0))
        rest = room - sum(fitted.values())
        self.setColumnWidth(SUGGESTION_COLUMN, max(_SUGGESTION_WIDTH, rest))
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if rest >= _SUGGESTION_WIDTH else needed
        )

    def _wanted(self, column: int) -> int:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.Bold)
        advance = QFontMetrics(bold).horizontalAdvance
        heading = str(
            self._problems.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        )
        widths = [advance(word) + 20 for word in heading.split("\u200b")]
        for row in range(min(_SAMPLED, self._problems.rowCount())):
            if self._problems.peek(row) is not None:
                text = with_blanks_seen(str(self._problems.index(row, column).data() or ""))
                widths.append(advance(text) + _PAD + _PAD // 2 + 2)
        return max(48, *widths) if column == ROW_COLUMN else min(_MOST_CELL, max(_LEAST_CELL, *widths))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit_columns()

    def retranslate(self) -> None:
        """Speak the words of now."""
        self.setAccessibleName(self.tr("Rows concerned"))
        self._problems.retranslate()
        self.viewport().update()

    def next_index(self) -> QModelIndex:
        """Return the index below the current one."""
        return self._problems.index(self.currentIndex().row() + 1, self.currentIndex().column())


def _for_menu(text: str) -> str:
    return parts.shortened(with_blanks_seen(text), 48).replace("&", "&&")


def share(wanted: dict[int, int], concerned: int, room: int) -> dict[int, int]:
    """Return widths of columns that fit in `room`: first they get narrower, then the least telling go.

    The one concerned is neither cut nor left out; the order in which the others go is `_LEAST_TELLING`.
    """
    shown = dict(wanted)
    leaving = [column for column in _LEAST_TELLING if column in shown and column != concerned]
    while leaving and sum(_narrowest(shown, concerned).values()) > room:
        del shown[leaving.pop(0)]
    excess = sum(shown.values()) - room
    if excess <= 0:
        return shown
    least = _narrowest(shown, concerned)
    slack = sum(shown.values()) - sum(least.values())
    give = min(1.0, excess / slack) if slack else 0.0
    return {column: int(width - give * (width - least[column])) for column, width in shown.items()}


def _narrowest(widths: dict[int, int], concerned: int) -> dict[int, int]:
    """Return how narrow each column may get."""
    return {c: width if c == concerned else min(width, _LEAST_READABLE) for c, width in widths.items()}
