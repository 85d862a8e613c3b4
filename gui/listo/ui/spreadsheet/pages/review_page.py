"""The step before saving: every change and everything that was left as it is, each with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from listo.core.texts import Texts
from listo.core.worker.results import CellChange, ChangesPage, IgnoredPage, IgnoredProblem, Overview
from listo.ui.spreadsheet.tables.findings import key_of, say
from listo.ui.spreadsheet.tables.review_tables import (
    ChangesDelegate,
    ChangesModel,
    IgnoredModel,
    IgnoredTable,
    ReviewDelegate,
    ReviewTable,
)
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.checks.types import Finding


class ReviewPage(QWidget):
    """All changes, what was set aside, and on to saving."""

    pageWanted = Signal(int)
    leftWanted = Signal(int)
    revertRequested = Signal(tuple)
    takeUpRequested = Signal(tuple)
    saveRequested = Signal()
    problemsRequested = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._overview: Overview | None = None
        self.title, self.summary = parts.label("title"), parts.label("quiet")
        self.model, self.left_model = ChangesModel(self), IgnoredModel(self._say, self)
        self.table = ReviewTable(self.model, ChangesDelegate)
        self.left_table = IgnoredTable(self.left_model, ReviewDelegate)
        self.changed, self.left = parts.button("quiet", "edit"), parts.button("quiet", "minus")
        self.go_on = parts.button("primary", "save")
        self.back = parts.button("quiet", "chevron-left")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        group = QButtonGroup(self)
        for button in (self.changed, self.left):
            button.setCheckable(True)
            group.addButton(button)
        self.changed.setChecked(True)
        self.lists = QStackedWidget()
        for table in (self.table, self.left_table):
            self.lists.addWidget(table)
        self._switch = QWidget()
        self._switch.setLayout(parts.row(self.changed, self.left, gap=4))
        top = parts.row(parts.grow(self.title), self._switch, gap=16)
        foot = parts.row(None, self.back, self.go_on)
        inside = parts.column(parts.column(top, self.summary, gap=4), self.lists, foot, gap=16)
        inside.setStretch(1, 1)
        inside.setContentsMargins(24, 20, 24, 16)
        self.setLayout(inside)

    def _connect(self) -> None:
        self.model.pageWanted.connect(self.pageWanted)
        self.left_model.pageWanted.connect(self.leftWanted)
        self.table.revertRequested.connect(self._on_back)
        self.left_table.revertRequested.connect(self._on_take_up)
        self.changed.clicked.connect(lambda: self.show_left(shown=False))
        self.left.clicked.connect(lambda: self.show_left(shown=True))
        self.go_on.clicked.connect(self.saveRequested)
        self.back.clicked.connect(self.problemsRequested)

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now; the rows are asked for when they are out of date."""
        self._overview = overview
        if not overview.ignored:
            self.show_left(shown=False)
        self._retranslate()

    def show_left(self, *, shown: bool) -> None:
        """Show what was left as it is, or the changes."""
        (self.left if shown else self.changed).setChecked(True)
        self.lists.setCurrentWidget(self.left_table if shown else self.table)
        self._retranslate()

    def refresh(self) -> None:
        """Ask for the current rows where those shown are out of date."""
        if self._overview is None:
            return
        if self.model.revision != self._overview.revision:
            self.pageWanted.emit(self.table.wanted_start())
        if self.left_model.revision != self._overview.revision:
            self.leftWanted.emit(self.left_table.wanted_start())

    def show_page(self, page: ChangesPage) -> None:
        """Show these changes."""
        self.table.show_lines(page.revision, page.total, page.start, page.changes)

    def show_left_page(self, page: IgnoredPage) -> None:
        """Show these problems that were left as they are."""
        self.left_table.show_lines(page.revision, page.total, page.start, page.problems)

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        (self.go_on if self.go_on.isEnabled() else self.back).setFocus()

    def _on_back(self, change: CellChange) -> None:
        self.revertRequested.emit(((change.row, change.column),))

    def _on_take_up(self, problem: IgnoredProblem) -> None:
        self.takeUpRequested.emit((key_of(problem.finding),))

    def _say(self, finding: Finding) -> str:
        return say(self._texts, finding)

    # -- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        changes = self._overview.changed_cells if self._overview else 0
        left = self._overview.ignored if self._overview else 0
        shows_left = self.lists.currentWidget() is self.left_table
        self._switch.setVisible(left > 0)
        self.changed.setText(self.tr("%Ln changed", "", changes))
        self.left.setText(self.tr("%Ln set aside", "", left))
        self.title.setText(self._left_title(left) if shows_left else self._title(changes))
        self.summary.setText(self._left_summary() if shows_left else self._summary(changes))
        self.lists.setVisible(changes > 0 or shows_left)
        self.go_on.setEnabled(changes > 0)
        self.go_on.setText(self.tr("Go to saving"))
        self.back.setText(self.tr("Back to the problems"))
        self.table.setAccessibleName(self.tr("Changes"))
        self.left_table.setAccessibleName(self.tr("Left as they are"))
        for model, table in ((self.model, self.table), (self.left_model, self.left_table)):
            model.retranslate()
            table.fit_columns()

    def _title(self, changes: int) -> str:
        return self.tr("%Ln change(s)", "", changes) if changes else self.tr("Nothing is changed yet")

    def _left_title(self, left: int) -> str:
        return self.tr("%Ln left as it is", "", left)

    def _summary(self, changes: int) -> str:
        if changes:
            return self.tr("You can undo each change on its own.")
        return self.tr("What you change under Problems is listed here, before and after.")

    def _left_summary(self) -> str:
        return self.tr("These are not counted anywhere else. You can put each one back on the list.")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
