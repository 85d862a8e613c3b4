"""What is put right in one step: corrections that are certain or likely, and rows that are missing.

Each is shown in a list before, of which a part can be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Correction, CorrectionsPage, IssueGroup, MissingRow, MissingRows
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.tables import table_parts
from listo.ui.spreadsheet.tables.table_edits import CellEditor, CellEditorDelegate
from listo.ui.spreadsheet.tables.table_parts import PAGE_SIZE, PagedModel, visible_whitespace
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import FlowLayout, ModelIndex

if TYPE_CHECKING:
    from listo.core.checks.findings import Grade

_ROWS = 10
"""Lines of the list in sight at once, so that the problems below it are not out of reach."""

_CHECK, _COLUMN, _BEFORE, _AFTER = range(4)

_CHECK_WIDTH = 44
"""Pixels for a box to tick with air around it, where nothing stands beside it."""

_FOCUS = QStyle.StateFlag.State_HasFocus


class CorrectionsModel(PagedModel[Correction]):
    """Cells that would be changed, each with a tick: taken away, the cell is left out."""

    leftOutChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.left_out: set[tuple[int, str]] = set()

    def take(self, page: CorrectionsPage) -> None:
        """Show these, the first of their revision or further ones."""
        if page.revision == self.revision:
            self.accept(page.revision, page.start, page.corrections)
        else:
            self.left_out.clear()
            self.show(page.revision, page.total, page.start, page.corrections)
            self.leftOutChanged.emit()

    def chosen_count(self) -> int:
        """Return how many are ticked."""
        return self.rowCount() - len(self.left_out)

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _AFTER + 1

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _CHECK else plain

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.item(index.row())
        if found is None:
            return None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _CHECK:
            left_out = (found.row, found.column) in self.left_out
            return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
        text = self._texts(found)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return parts.literal(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self._headings()[index.column()]
            return self.tr("{heading}: {text}").format(heading=heading, text=text)
        return text if role == Qt.ItemDataRole.DisplayRole else None

    def _texts(self, one: Correction) -> tuple[str, ...]:
        before = visible_whitespace(one.before) or self.tr("(empty)")
        return str(one.row), one.column, before, visible_whitespace(one.after)

    def _headings(self) -> tuple[str, ...]:
        return self.tr("Row"), self.tr("Column"), self.tr("Now"), self.tr("Then")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        is_words = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings()[section] if is_words else None

    def setData(self, index: ModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        found = self.peek(index.row())
        if found is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        place = found.row, str(found.column)
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.left_out.discard(place)
        else:
            self.left_out.add(place)
        self.dataChanged.emit(index, index)
        self.leftOutChanged.emit()
        return True

    def turn(self, row: int) -> None:
        """Tick a line, or take its tick away."""
        index = self.index(row, _CHECK)
        is_checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        new = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
        self.setData(index, new, Qt.ItemDataRole.CheckStateRole)

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _AFTER)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, _AFTER))


class CorrectionsTable(QTableView):
    """The list of them; Space or a click leaves one out or takes it in again."""

    def __init__(self, model: CorrectionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrections = model
        self.setModel(model)
        table_parts.set_up(self, air=12)
        table_parts.follow_no_selection(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        rows = min(_ROWS, self._corrections.rowCount())
        row_height = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row_height + 4)
        self._share_out()

    def _share_out(self) -> None:
        metrics = table_parts.bold_metrics(self)
        widths = {_CHECK: metrics.horizontalAdvance("0" * 7) + 50}
        widths[_COLUMN] = metrics.horizontalAdvance("AmazonSpecification") + 24
        room = self.viewport().width() - sum(widths.values())
        for column in (_BEFORE, _AFTER):
            widths[column] = max(80, room // 2)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._corrections.turn(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class _Offer(QWidget):
    """How many corrections are that sure, with *Apply all* and *Look at them first*."""

    def __init__(self, grade: Grade) -> None:
        super().__init__()
        self.grade = grade
        self.count = self.total = 0
        """How many are just that sure, and at least that sure."""
        certain = grade == "sure"
        self.words = parts.label("strong", wraps=False)
        self.apply = parts.button("primary" if certain else "")
        self.look = parts.button("quiet", "chevron-right")
        self.look.setCheckable(True)
        line = FlowLayout(gap=10)
        picture = parts.picture(
            "right-solid" if certain else "info-solid", "right" if certain else "accent", 20
        )
        said = QWidget()
        said.setLayout(parts.row(picture, self.words, gap=8))
        for part in (said, self.apply, self.look):
            line.addWidget(part)
        self.setLayout(line)


class CorrectionsCard(Translated, QFrame):
    """Offers the certain corrections of all kinds, and these with the likely ones, as one step of undo."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._revision = -1
        self.setProperty("role", "card")
        self.certain, self.likely = _Offer("sure"), _Offer("likely")
        self._offers = (self.certain, self.likely)
        self.hint = parts.label("quiet")
        self.model = CorrectionsModel(self)
        self.table = CorrectionsTable(self.model)
        inside = parts.column(self.certain, self.likely, self.hint, self.table, gap=6)
        inside.setContentsMargins(16, 12, 16, 12)
        self.setLayout(inside)
        for part in (self.hint, self.table):
            part.hide()
        self.model.pageWanted.connect(self._ask)
        self.model.leftOutChanged.connect(self._retranslate)
        for offer in self._offers:
            offer.apply.clicked.connect(partial(self._on_apply, offer))
            offer.look.toggled.connect(partial(self._on_look, offer))
        self.hide()
        self._retranslate()

    def update_to(self, groups: Iterable[IssueGroup], revision: int) -> None:
        """Say how many there are now."""
        if revision != self._revision:
            self._close()
        self._revision = revision
        known = tuple(groups)
        self.certain.count = sum(group.certain for group in known)
        self.likely.count = sum(group.likely for group in known)
        self.certain.total, self.likely.total = self.certain.count, self.certain.count + self.likely.count
        if not self.likely.total:
            parts.let_go(self)
        for offer in self._offers:
            offer.setVisible(offer.count > 0)
        self.setVisible(any(offer.count for offer in self._offers))
        self._retranslate()

    def _close(self) -> None:
        for offer in self._offers:
            offer.look.setChecked(False)

    def has_focus(self) -> bool:
        """Return whether the keyboard is in it."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus()

    def opened(self) -> _Offer | None:
        """Return the offer whose corrections are looked at."""
        return next((offer for offer in self._offers if offer.look.isChecked()), None)

    def _on_look(self, offer: _Offer, shown: bool) -> None:
        style.set_icon(offer.look, "chevron-down" if shown else "chevron-right")
        for other in self._offers:
            if shown and other is not offer:
                other.look.setChecked(False)
        self.model.clear()
        self.model.left_out.clear()
        self.table.setVisible(False)
        if shown:
            self._ask(0)
        self._retranslate()

    def _ask(self, start: int) -> None:
        offer = self.opened()
        if offer is not None:
            given = offer.grade, start, PAGE_SIZE, self._revision
            self._work.look(Jobs.corrections_page, self._show, *given)

    def _show(self, page: CorrectionsPage) -> None:
        offer = self.opened()
        if offer is None or page.grade != offer.grade:
            return
        self.model.take(page)
        self.table.show()
        self._retranslate()
        if offer.look.hasFocus():
            self.table.setCurrentIndex(self.model.index(0, _CHECK))
            self.table.setFocus()

    def _on_apply(self, offer: _Offer) -> None:
        is_open = offer.look.isChecked()
        without = tuple(self.model.left_out) if is_open else ()
        self._work.change(Jobs.apply_corrections, offer.grade, without, revision=self._revision)

    def _retranslate(self) -> None:
        said = self.tr("%Ln correction(s) are certain.", "", self.certain.count)
        self.certain.words.setText(said)
        also = self.tr("%Ln more are likely.", "", self.likely.count)
        alone = self.tr("%Ln correction(s) are likely.", "", self.likely.count)
        self.likely.words.setText(also if self.certain.count else alone)
        for offer in self._offers:
            is_open = offer.look.isChecked() and not self.table.isHidden()
            chosen = self.model.chosen_count() if is_open else offer.total
            some, every = self.tr("Apply %Ln", "", chosen), self.tr("Apply all %Ln", "", chosen)
            offer.apply.setText(some if is_open and self.model.left_out else every)
            offer.apply.setEnabled(chosen > 0)
            offer.look.setText(
                self.tr("Hide them") if offer.look.isChecked() else self.tr("Look at them first")
            )
        self.hint.setText(self.tr("Clear the box (Space) of what is to stay as it is."))
        self.hint.setVisible(not self.table.isHidden())
        self.table.setAccessibleName(self.tr("Corrections, now and then"))
        self.model.retranslate()


_SHOWN = ("CategoryID", "VTEXSpecification", "AmazonSpecification", "VTEXValue", "AmazonValue")
"""The cells of a row that is missing that one looks at: the others follow from its type of problem."""

_SHOWN_PLACES = tuple(COLUMNS.index(name) for name in _SHOWN)

_SAME_ANSWER: dict[str, tuple[str, ...]] = {
    "VTEXSpecification": ("AmazonSpecification",),
    "AmazonValue": ("AmazonSpecification", "VTEXValue"),
}
"""What rows must have in common for an answer in a column to hold for all of them."""

_OPEN_ROLE = int(Qt.ItemDataRole.UserRole)


class MissingRowsModel(QAbstractTableModel):
    """Rows to be added, each with a tick; open cells are asked, and each answer holds for all alike.

    Of the rows of a type only those of a scope are shown: of one category, or of one problem.
    """

    answered = Signal()
    """A cell or a tick is another now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[MissingRow] = ()
        self._texts: list[list[str]] = []
        self._scope: list[int] = []
        self.left_out: set[int] = set()

    def show_rows(self, rows: Sequence[MissingRow]) -> None:
        """Show all of these."""
        self.beginResetModel()
        self._rows, self._texts = rows, [list(row.texts) for row in rows]
        self._scope, self.left_out = list(range(len(rows))), set()
        self.endResetModel()

    def show_scope(self, places: Iterable[int]) -> None:
        """Show some of the rows, by their places among all."""
        self.beginResetModel()
        self._scope = list(places)
        self.endResetModel()

    def chosen(self) -> list[tuple[str, ...]]:
        """Return the texts of the rows that are shown and ticked."""
        return [tuple(self._texts[place]) for place in self._scope if place not in self.left_out]

    def unanswered(self) -> int:
        """Return how many of the chosen rows still have an open cell."""
        places = (place for place in self._scope if place not in self.left_out)
        return sum(any(not self._text(place, name) for name in self._rows[place].open) for place in places)

    def row_at(self, row: int) -> MissingRow:
        """Return the row that is shown there."""
        return self._rows[self._scope[row]]

    def texts_at(self, row: int) -> tuple[str, ...]:
        """Return the seven texts of the row that is shown there, as they are answered by now."""
        return tuple(self._texts[self._scope[row]])

    def _text(self, place: int, column: str) -> str:
        return self._texts[place][COLUMNS.index(column)]

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._scope)

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_SHOWN) + 1

    def is_open(self, index: ModelIndex) -> bool:
        """Return whether a cell is asked."""
        return index.column() != _CHECK and _SHOWN[index.column() - 1] in self.row_at(index.row()).open

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == _CHECK:
            return plain | Qt.ItemFlag.ItemIsUserCheckable
        return plain | Qt.ItemFlag.ItemIsEditable if self.is_open(index) else plain

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self._scope[index.row()]
        if index.column() == _CHECK:
            ticked = Qt.CheckState.Unchecked if place in self.left_out else Qt.CheckState.Checked
            return ticked if role == Qt.ItemDataRole.CheckStateRole else self._spoken_tick(role)
        text = self._texts[place][_SHOWN_PLACES[index.column() - 1]]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == _OPEN_ROLE:
            return self.is_open(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return parts.literal(text)
        return self._spoken(index, text) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken_tick(self, role: int) -> str | None:
        return self.tr("Add this row") if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, index: ModelIndex, text: str) -> str:
        name = _SHOWN[index.column() - 1]
        if self.is_open(index) and not text:
            return self.tr("{column}: to be filled in").format(column=name)
        return f"{name}: {text}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return table_parts.breakable(_SHOWN[section - 1]) if section else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and not section:
            return self.tr("Add this row")
        return table_parts.WRAPPED if role == Qt.ItemDataRole.TextAlignmentRole else None

    def setData(self, index: ModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self._scope[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _CHECK:
            is_ticked = Qt.CheckState(value) == Qt.CheckState.Checked
            (self.left_out.discard if is_ticked else self.left_out.add)(place)
        elif role == Qt.ItemDataRole.EditRole and self.is_open(index):
            self._answer(place, _SHOWN[index.column() - 1], str(value))
        else:
            return False
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.answered.emit()
        return True

    def _answer(self, place: int, column: str, text: str) -> None:
        """Take an answer, also for the rows alike that had the same answer or none."""
        before, cell = self._text(place, column), COLUMNS.index(column)
        alike = _SAME_ANSWER.get(column)
        about = [self._text(place, name) for name in alike or ()]
        for other, texts in enumerate(self._texts):
            is_same = bool(alike) and about == [self._text(other, name) for name in alike or ()]
            is_asked = column in self._rows[other].open and texts[cell] in ("", before)
            if other == place or (is_same and is_asked):
                texts[cell] = text

    def turn(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        index = self.index(row, _CHECK)
        is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        new = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
        self.setData(index, new, Qt.ItemDataRole.CheckStateRole)

    def retranslate(self) -> None:
        """Show the words in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_SHOWN))
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(_SHOWN)))


class MissingRowsDelegate(CellEditorDelegate):
    """Marks the cells that are asked, and offers what may stand in them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        if index.column() == _CHECK or not index.data(_OPEN_ROLE):
            super().paint(painter, option, index)
            return
        text = str(index.data() or "")
        painter.save()
        area = option.rect.adjusted(1, 2, -1, -1)
        painter.fillRect(area, style.colour("accent-tint" if text else "warning-tint"))
        painter.setPen(style.colour("accent" if option.state & _FOCUS else "edge"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        font = QFont(option.font)
        font.setItalic(not text)
        painter.setFont(font)
        painter.setPen(style.colour("text" if text else "quiet"))
        table_parts.draw_line(painter, area.adjusted(8, 0, -4, 0), text or self.tr("fill in"))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: ModelIndex) -> QWidget:
        model = index.model()
        assert isinstance(model, MissingRowsModel)
        column, row = _SHOWN[index.column() - 1], model.row_at(index.row())
        first = row.proposed if column == "AmazonValue" else ()
        return self.open_editor_of_new(parent, model.texts_at(index.row()), column, first)

    def setEditorData(self, editor: QWidget, index: ModelIndex) -> None:
        assert isinstance(editor, CellEditor)
        editor.setText(str(index.data() or ""))

    def setModelData(self, editor: QWidget, model: object, index: ModelIndex) -> None:
        assert isinstance(editor, CellEditor)
        assert isinstance(model, MissingRowsModel)
        model.setData(index, editor.text())


class MissingRowsTable(QTableView):
    """The rows to be added; Space or a click leaves one out or takes it in again, typing answers a cell."""

    def __init__(self, work: Work, model: MissingRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(MissingRowsDelegate(work, self))
        table_parts.set_up(self, air=14)
        table_parts.keep_two_lines(self.horizontalHeader())
        table_parts.follow_no_selection(self)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.SelectedClicked | triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        rows = min(_ROWS, self._rows.rowCount())
        height = self.horizontalHeader().height() + rows * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height + 4)
        self._share_out()

    def _share_out(self) -> None:
        least = {column: table_parts.heading_width(self, column) for column in range(1, len(_SHOWN) + 1)}
        widths = table_parts.fill_room(least, least, self.viewport().width() - _CHECK_WIDTH)
        for column, width in {_CHECK: _CHECK_WIDTH, **widths}.items():
            self.setColumnWidth(column, width)

    def go_to_open(self) -> None:
        """Put the keyboard on the first cell that is asked and not answered, else on the first one asked."""
        cells = [
            self._rows.index(row, column)
            for row in range(min(self._rows.rowCount(), PAGE_SIZE))
            for column in range(1, len(_SHOWN) + 1)
        ]
        asked = [cell for cell in cells if self._rows.is_open(cell)]
        found = next((cell for cell in asked if not cell.data()), next(iter(asked), None))
        if found is not None:
            self.setCurrentIndex(found)
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the editor has done with it
        elif event.key() == Qt.Key.Key_Space and index.isValid() and index.column() == _CHECK:
            self._rows.turn(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and index.isValid():
            self.edit(index)
        else:
            super().keyPressEvent(event)


class MissingRowsCard(Translated, QFrame):
    """Shows the rows that a type of problem lacks, asks what is open, and adds them as one step of undo."""

    opened = Signal()
    closed = Signal()

    def __init__(self, work: Work, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._code = work, code
        self._found: MissingRows | None = None
        self._place: int | None = None
        self.setProperty("role", "well")
        self.words, self.hint = parts.label("strong"), parts.label("quiet")
        self.scope = parts.ComboBox()
        self.model = MissingRowsModel(self)
        self.table = MissingRowsTable(work, self.model)
        self.add, self.cancel = parts.button("primary", "plus"), parts.button()
        buttons = FlowLayout(gap=8)
        for part in (self.add, self.cancel):
            buttons.addWidget(part)
        below = QWidget()
        below.setLayout(buttons)
        inside = parts.column(self.words, self.scope, self.table, self.hint, below, gap=8)
        inside.setAlignment(self.scope, Qt.AlignmentFlag.AlignLeft)
        inside.setContentsMargins(12, 12, 12, 12)
        self.setLayout(inside)
        self.hide()
        self.scope.activated.connect(self._on_scope)
        self.model.answered.connect(self._say)
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self.close_up)
        self._retranslate()

    def open_for(self, place: int | None) -> None:
        """Show the rows of all problems, or of that at one place in their list."""
        self._place = place
        self._work.start(Jobs.missing_rows, self._code).on_success(self._show)

    def close_up(self) -> None:
        """Show nothing; what was answered is forgotten."""
        if not self.isHidden():
            parts.let_go(self)
            self.hide()
            self.closed.emit()

    def _show(self, found: MissingRows) -> None:
        if self._work.overview is None or found.revision != self._work.overview.revision:
            return
        self._found = found
        self.model.show_rows(found.rows)
        self._fill_scope()
        self.show()
        self._on_scope()
        self.focus_first()
        self.opened.emit()

    def focus_first(self) -> None:
        """Give the keyboard to what is open, else to the button that adds the rows."""
        self.table.go_to_open() if self.model.unanswered() else self.add.setFocus()

    def _fill_scope(self) -> None:
        """Offer all rows, those of each category, and those of the one problem that was asked for."""
        assert self._found is not None
        rows, places = self._found.rows, self._found.places
        categories = list(dict.fromkeys(row.texts[0] for row in rows))
        self.scope.clear()
        self.scope.addItem("", list(range(len(rows))))
        for category in categories if len(categories) > 1 else ():
            self.scope.addItem(category, [i for i, row in enumerate(rows) if row.texts[0] == category])
        if self._place is not None and len(rows) > 1:
            self.scope.addItem("", [i for i, place in enumerate(places) if place == self._place])
            self.scope.setCurrentIndex(self.scope.count() - 1)
        self.scope.setVisible(self.scope.count() > 1)
        self._label_scope()

    def _label_scope(self) -> None:
        for place in range(self.scope.count()):
            rows = self.scope.itemData(place)
            said = self.tr("%Ln row(s)", "", len(rows))
            if place == 0:
                words = self.tr("All: {rows}")
            elif self._place is not None and place == self.scope.count() - 1:
                words = self.tr("Only this problem: {rows}")
            else:
                words = self.tr("Category {category}: {rows}")
            category = self._found.rows[rows[0]].texts[0] if self._found and rows else ""
            self.scope.setItemText(place, words.format(rows=said, category=category))

    def _on_scope(self) -> None:
        self.model.show_scope(self.scope.currentData() or ())
        self._say()

    def _on_add(self) -> None:
        if self._found is not None:
            rows = tuple(self.model.chosen())
            self._work.change(Jobs.add_rows, rows, revision=self._found.revision)

    def _say(self) -> None:
        chosen, unanswered = len(self.model.chosen()), self.model.unanswered()
        self.add.setText(self.tr("Add %Ln row(s)", "", chosen))
        self.add.setEnabled(chosen > 0)
        lacking = self.tr("%Ln row(s) still lack(s) something: fill it in here, or later.", "", unanswered)
        known = self.tr("What is marked is a proposal: change it where it is not right.")
        self.hint.setText(lacking if unanswered else known)

    def _retranslate(self) -> None:
        self.words.setText(self.tr("Rows to add, with what is known of them"))
        self.scope.setAccessibleName(self.tr("Which rows"))
        self.table.setAccessibleName(self.words.text())
        self.cancel.setText(self.tr("Cancel"))
        self.model.retranslate()
        self._label_scope()
        self._say()
