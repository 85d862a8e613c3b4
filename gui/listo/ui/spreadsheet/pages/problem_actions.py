"""What can be done about problems: buttons for the one at hand, undo, redo, choice of view, find and replace.

Find and replace goes over a column: the count is seen before anything changes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QPushButton, QWidget

from listo.core.edits.history import StepSummary
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import FindQuery, Matches, Overview, Problem
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.tables.problems_model import cell_of
from listo.ui.spreadsheet.tables.table_parts import best_suggestion, lacks_row, visible_whitespace
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import FlowLayout, key_text

if TYPE_CHECKING:
    from listo.core.checks.types import Finding

_ABOUT_WHOLE_ROWS = ("row-blank", "row-duplicate", "row-conflict")
"""Issue types that are over once the row is deleted."""

View = Literal["issue-types", "sheet"]

_TYPING_REST_MS = 150
"""How long typing rests before cells are counted: longer than between two letters of one word."""


_BETWEEN, _BESIDE_PICTURE = 4, 12
"""Pixels between two buttons, and what a button's words take beside its picture at most, by eye."""


class ProblemActionBar(QWidget):
    """What is wrong with the row at hand, what can be done with it, the way to the next, undo and redo."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = parts.label(selectable=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.edit, self.delete = parts.button("quiet", "edit"), parts.button("quiet", "trash")
        self.add, self.ignore = parts.button("quiet", "plus"), parts.button("quiet", "minus")
        self.use_alike, self.next = parts.button(), parts.button("primary", "arrow-right")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.history = HistoryBar(work)
        self._said = QWidget()
        said = parts.row(parts.grow(self.message), self.next, gap=16)
        said.setAlignment(self.next, Qt.AlignmentFlag.AlignTop)
        self._said.setLayout(said)
        doing = FlowLayout(gap=_BETWEEN, last_right=True)
        self._doing = (self.use_alike, self.edit, self.delete, self.add, self.ignore)
        for widget in (*self._doing, self.history):
            doing.addWidget(widget)
        self.setLayout(parts.column(self._said, doing, gap=8))
        self._keep_room()
        self.retranslate()

    def _keep_room(self) -> None:
        """Keep room for two lines, so that nothing moves when the sentence is a little longer."""
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing() + 4)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit_history()
        return super().event(event)

    def _fit_history(self) -> None:
        """Say in words what undo would do only where that takes no line more: nothing moves by a change."""
        used = sum(each.sizeHint().width() + _BETWEEN for each in self._doing if not each.isHidden())
        self.history.set_short(used + self.history.whole_width() > self.width())

    def set_over(self, *, over: bool) -> None:
        """Leave undo and redo alone where no problem is left."""
        self._said.setVisible(not over)

    def retranslate(self) -> None:
        """Show the words in the current language."""
        key = key_text("F8")
        self.next.setText(self.tr("Next decision ({key})").format(key=key))
        self.next.setToolTip(self.tr("Shows what is to be decided next, with its suggestion"))

    def show_issue_type(self, *, can_ignore: bool) -> None:
        """Offer what can be done whatever the problem is."""
        self.ignore.setVisible(can_ignore)
        self.ignore.setText(self.tr("Leave as it is…"))
        self.ignore.setToolTip(self.tr("Set it aside, with a reason if you like (Ctrl+L)"))

    def show_problem(self, problem: Problem | None, chosen: int) -> None:
        """Offer what can be done with the row at hand, or with the rows of which so many are chosen."""
        finding = problem.finding if problem else None
        self.edit.setVisible(problem is not None and problem.row is not None and bool(cell_of(problem)))
        self.edit.setText(self.tr("Edit"))
        self.edit.setToolTip(self.tr("Edit the cell by hand (F2)"))
        self.delete.setVisible(finding is not None and finding.code in _ABOUT_WHOLE_ROWS)
        self.delete.setText(self.tr("Delete %Ln row(s)", "", max(chosen, 1)))
        self.delete.setToolTip(self.tr("Delete what is selected (Ctrl+-)"))
        self._offer_row(finding)
        best = best_suggestion(problem.finding) if problem and problem.beside is None else None
        self.use_alike.setVisible(best is not None)
        if chosen > 1:
            self.use_alike.setText(self.tr("Use for the %Ln selected", "", chosen))
            self.use_alike.setToolTip(self.tr("Enter: each gets its suggestion"))
        elif finding is not None and best is not None:
            self.use_alike.setText(self._alike_words(finding.value, best).replace("&", "&&"))
            self.use_alike.setToolTip(self.tr("Ctrl+Enter: all like it"))

    def _offer_row(self, finding: Finding | None) -> None:
        self.add.setVisible(lacks_row(finding))
        name = parts.shortened(finding.value, 32).replace("&", "&&") if finding else ""
        self.add.setText(self.tr("Add the row for “{name}”…").format(name=name))
        self.add.setToolTip(self.tr("Shows the row that is missing, with what is known of it"))

    def _alike_words(self, old: str, new: str) -> str:
        words = self.tr("“{new}” for every “{old}”") if old else self.tr("“{new}” for all that are empty")
        new, old = (parts.shortened(visible_whitespace(text)) for text in (new, old))
        return words.format(new=new, old=old)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()
        super().changeEvent(event)


class HistoryBar(Translated, QWidget):
    """Undo with the words of what it would do where there is room, and redo, which says them in its tip."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self.undo, self.redo = parts.button("quiet", "undo"), parts.button("quiet", "redo")
        self.setLayout(parts.row(self.undo, self.redo))
        self._is_short = False
        self.undo.clicked.connect(work.undo)
        self.redo.clicked.connect(work.redo)
        self._retranslate()

    def update_to(self, overview: Overview | None) -> None:
        """Follow the work."""
        self._overview = overview
        self._retranslate()

    def set_short(self, short: bool) -> None:
        """Say what undo would do in its tip alone, or beside its picture too."""
        if short != self._is_short:
            self._is_short = short
            self._retranslate()

    def whole_width(self) -> int:
        """Return how wide it is with all its words, in pixels, also while they are left out."""
        words = self.undo.fontMetrics().horizontalAdvance(self.undo.accessibleName())
        return 2 * self.redo.sizeHint().width() + style.SPACE + words + _BESIDE_PICTURE

    def _retranslate(self) -> None:
        now = self._overview
        self._label(self.undo, self.tr("Undo"), now.undo if now else None)
        self._label(self.redo, self.tr("Redo"), now.redo if now else None)

    def _label(self, button: QPushButton, verb: str, change: StepSummary | None) -> None:
        button.setEnabled(change is not None)
        said = f"{verb}: {self._words(change)}" if change else verb
        in_words = button is self.undo and not self._is_short
        button.setText(said.replace("&", "&&") if in_words else "")
        button.setToolTip(parts.literal(said))
        button.setAccessibleName(said)

    def _words(self, change: StepSummary) -> str:
        """Say what a step did, by what it did most of all."""
        rows = (
            (change.rows_out, self.tr("%Ln row(s) deleted", "", change.rows_out)),
            (change.rows_in, self.tr("%Ln row(s) added", "", change.rows_in)),
            (change.ignored, self.tr("%Ln left as it is", "", change.ignored)),
            (change.restored, self.tr("%Ln put back on the list", "", change.restored)),
        )
        return next((words for count, words in rows if count), None) or self._cell_words(change)

    def _cell_words(self, change: StepSummary) -> str:
        if change.value:
            cells = self.tr("%Ln cell(s) to “{value}”", "", change.cells)
            return cells.format(value=parts.shortened(visible_whitespace(change.value)))
        if change.column:
            return self.tr("%Ln cell(s) of {column}", "", change.cells).format(column=change.column)
        return self.tr("%Ln cell(s)", "", change.cells)


class ViewSwitch(Translated, QWidget):
    """Two buttons, of which the one for what is shown is pressed; each page has its own, in one place."""

    chosen = Signal(str)
    """The view that the person chose, unless it is the one of this page."""

    def __init__(self, shown: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self.issue_types, self.sheet = parts.button("quiet", "list"), parts.button("quiet", "table")
        self._here = self.issue_types if shown == "issue-types" else self.sheet
        group = QButtonGroup(self)
        for button in (self.issue_types, self.sheet):
            button.setCheckable(True)
            group.addButton(button)
        self._here.setChecked(True)
        self.setLayout(parts.row(self.issue_types, self.sheet, gap=4))
        group.buttonClicked.connect(self._on_clicked)
        self._retranslate()

    def _on_clicked(self, button: object) -> None:
        self._here.setChecked(True)
        if button is not self._here:
            self.chosen.emit("sheet" if self._shown == "issue-types" else "issue-types")

    def _retranslate(self) -> None:
        self.issue_types.setText(self.tr("By kind"))
        self.sheet.setText(self.tr("Whole sheet"))
        self.issue_types.setToolTip(self.tr("The problems, kind by kind (F6)"))
        self.sheet.setToolTip(self.tr("The whole sheet, with marks where something is wrong (F6)"))


class IgnoreDialog(QDialog):
    """Asks for a reason, which may be empty, and offers to ignore all problems of the type."""

    agreed = Signal(str, bool)
    """The reason, and whether all problems of the type are meant."""

    def __init__(self, some: int, every: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title, hint = parts.label("section"), parts.label("quiet")
        self.reason, self.whole_issue_type = parts.LineEdit(), QCheckBox()
        self.ignore, self.cancel = parts.button("primary"), parts.button()
        name = parts.label()
        name.setBuddy(self.reason)
        self.whole_issue_type.setVisible(every > some)
        self.title.setText(self.tr("Leave %Ln as it is", "", some))
        self.setWindowTitle(self.title.text())
        hint.setText(
            self.tr("It stays as it is and is counted separately. You can put it back under Send to VTEX.")
        )
        name.setText(self.tr("Why (optional)"))
        self.reason.setPlaceholderText(self.tr("For example: we no longer sell this category"))
        self.reason.setAccessibleName(name.text())
        self.whole_issue_type.setText(self.tr("All %Ln of this kind", "", every))
        self.ignore.setText(self.tr("Leave as it is"))
        self.cancel.setText(self.tr("Cancel"))
        buttons = parts.row(None, self.cancel, self.ignore)
        whole = parts.column(self.title, hint, 4, name, self.reason, self.whole_issue_type, 8, buttons)
        whole.setContentsMargins(24, 20, 24, 20)
        self.setLayout(whole)
        self.setMinimumWidth(440)
        self.ignore.setDefault(True)
        self.ignore.clicked.connect(self._on_ignore)
        self.cancel.clicked.connect(self.reject)
        self.reason.setFocus()

    def _on_ignore(self) -> None:
        self.agreed.emit(self.reason.text().strip(), self.whole_issue_type.isChecked())
        self.accept()


class FindPanel(Translated, QWidget):
    """What to find, what to put there, in which column; Enter goes to the next match, Esc closes."""

    cellRequested = Signal(int, str)
    """Excel's row and the column of a match to show."""
    closed = Signal()

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._matches: Matches | None = None
        self._next = 0
        self.search_text, self.replacement, self.column = parts.LineEdit(), parts.LineEdit(), parts.ComboBox()
        self.whole, self.match_case = QCheckBox(), QCheckBox()
        self.count = parts.label("quiet", wraps=False)
        self.replace, self.go = parts.button("primary"), parts.button()
        self._close = parts.button("quiet", "close")
        self._typing_rest = QTimer(self, singleShot=True, interval=_TYPING_REST_MS)
        self._build()
        self._connect()
        self._retranslate()
        self.hide()

    def _build(self) -> None:
        self.column.addItem("", "")
        for name in COLUMNS:
            self.column.addItem(name, name)
        above = parts.row(self.search_text, self.replacement, self.column, self._close)
        above.setStretch(0, 1)
        above.setStretch(1, 1)
        below = FlowLayout(gap=16, last_right=True)
        for group in ((self.whole, 8, self.match_case), (self.count, 4, self.go, self.replace)):
            box = QWidget()
            box.setLayout(parts.row(*group))
            below.addWidget(box)
        inside = parts.column(above, below)
        inside.setContentsMargins(12, 10, 12, 10)
        card = parts.frame("card")
        card.setLayout(inside)
        whole = parts.column(card)
        whole.setContentsMargins(24, 16, 24, 0)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.search_text.textChanged.connect(self._on_changed)
        self.replacement.textChanged.connect(self._say)
        for box in (self.whole, self.match_case):
            box.toggled.connect(self._on_changed)
        self.column.currentIndexChanged.connect(self._on_changed)
        self._typing_rest.timeout.connect(self._count)
        self.go.clicked.connect(self.go_to_next)
        self.search_text.returnPressed.connect(self.go_to_next)
        self.replacement.returnPressed.connect(self._on_replace)
        self.replace.clicked.connect(self._on_replace)
        self._close.clicked.connect(self.close_panel)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._matches is None:  # counting stopped when it went out of sight
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._typing_rest.stop()

    def open_for(self, text: str, column: str = "") -> None:
        """Show the panel, to find what a cell of that column says (empty: all columns, and in any case)."""
        self.match_case.setChecked(bool(column))
        self.column.setCurrentIndex(max(0, self.column.findData(column)))
        if text:
            self.search_text.setText(text)
        self.show()
        self.search_text.setFocus()
        self.search_text.selectAll()
        self.refresh()

    def close_panel(self) -> None:
        """Hide the panel."""
        self.hide()
        self.closed.emit()

    def query(self) -> FindQuery:
        """Return what is looked for."""
        return FindQuery(
            self.search_text.text(),
            self.column.currentData(),
            whole=self.whole.isChecked(),
            match_case=self.match_case.isChecked(),
        )

    def refresh(self) -> None:
        """Count again, because the sheet or the search changed."""
        if not self.isHidden():
            self._on_changed()

    def _on_changed(self) -> None:
        self._matches, self._next = None, 0
        if self.search_text.text():
            self._typing_rest.start()
        else:
            self._typing_rest.stop()
        self._say()

    def _count(self) -> None:
        query = self.query()
        self._work.start(Jobs.find, query).on_success(partial(self._show_matches, query))

    def _show_matches(self, query: FindQuery, matches: Matches) -> None:
        """Say how many there are, if that is still what is looked for."""
        if query == self.query() and self.search_text.text():
            self._matches = matches
            self._say()

    def go_to_next(self) -> None:
        """Show the next match in the sheet; after the last of those that are known comes the first."""
        cells = self._matches.cells if self._matches else ()
        if cells:
            row, column = cells[self._next % len(cells)]
            self._next += 1
            self.cellRequested.emit(row, column)

    def _on_replace(self) -> None:
        if self.replace.isEnabled():
            self._work.change(Jobs.replace, self.query(), self.replacement.text())

    def _say(self) -> None:
        found = self._matches.total if self._matches else 0
        self.count.setText(self._words())
        self.replace.setEnabled(found > 0 and self.search_text.text() != self.replacement.text())
        self.replace.setText(self.tr("Replace in %Ln cell(s)", "", found) if found else self.tr("Replace"))
        self.go.setEnabled(found > 0)

    def _words(self) -> str:
        if not self.search_text.text():
            return ""
        if self._matches is None:
            return "…"
        found = self._matches.total
        return self.tr("In %Ln cell(s)", "", found) if found else self.tr("In no cell")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.search_text.setPlaceholderText(self.tr("Find"))
        self.search_text.setAccessibleName(self.tr("Find"))
        self.replacement.setPlaceholderText(self.tr("Replace with"))
        self.replacement.setAccessibleName(self.tr("Replace with"))
        self.column.setItemText(0, self.tr("All columns"))
        self.column.setAccessibleName(self.tr("In which column"))
        self.whole.setText(self.tr("Whole cell"))
        self.match_case.setText(self.tr("Match capitals"))
        self.go.setText(self.tr("Find next"))
        self.go.setToolTip(self.tr("Enter: show the next place in the whole sheet"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        self._say()
