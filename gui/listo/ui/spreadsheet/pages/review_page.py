"""The step before saving: every change and every problem that is ignored, each with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import CellChange, ChangesPage, IgnoredPage, IgnoredProblem, Overview
from listo.ui.language import Translated
from listo.ui.spreadsheet.tables.review_tables import (
    ChangesDelegate,
    ChangesModel,
    IgnoredModel,
    IgnoredTable,
    ReviewDelegate,
    ReviewTable,
)
from listo.ui.spreadsheet.tables.table_parts import PAGE_SIZE, key_of, message_of
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.checks.types import Finding


class ReviewPage(Translated, QWidget):
    """All changes, what was set aside, and on to saving."""

    def __init__(self, work: Work, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._texts = texts
        self._overview: Overview | None = None
        self.title, self.summary = parts.label("title"), parts.label("quiet")
        self.model, self.ignored_model = ChangesModel(self), IgnoredModel(self._message, self)
        self.table = ReviewTable(self.model, ChangesDelegate)
        self.ignored_table = IgnoredTable(self.ignored_model, ReviewDelegate)
        self.changed, self.ignored = parts.button("quiet", "edit"), parts.button("quiet", "minus")
        self.go_on = parts.button("primary", "save")
        self.back = parts.button("quiet", "chevron-left")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        group = QButtonGroup(self)
        for button in (self.changed, self.ignored):
            button.setCheckable(True)
            group.addButton(button)
        self.changed.setChecked(True)
        self.lists = QStackedWidget()
        for table in (self.table, self.ignored_table):
            self.lists.addWidget(table)
        self._switch = QWidget()
        self._switch.setLayout(parts.row(self.changed, self.ignored, gap=4))
        top = parts.row(parts.grow(self.title), self._switch, gap=16)
        foot = parts.row(None, self.back, self.go_on)
        inside = parts.column(parts.column(top, self.summary, gap=4), self.lists, foot, gap=16)
        inside.setStretch(1, 1)
        inside.insertStretch(2)  # with nothing listed the words stay together on top
        inside.setContentsMargins(24, 20, 24, 16)
        self.setLayout(inside)

    def _connect(self) -> None:
        self.model.pageWanted.connect(self._ask_for_changes)
        self.ignored_model.pageWanted.connect(self._ask_for_ignored)
        self.table.revertRequested.connect(self._on_revert)
        self.ignored_table.revertRequested.connect(self._on_restore)
        self.changed.clicked.connect(lambda: self.show_ignored(shown=False))
        self.ignored.clicked.connect(lambda: self.show_ignored(shown=True))

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now; the rows are asked for when they are out of date."""
        self._overview = overview
        if not overview.ignored:
            self.show_ignored(shown=False)
        self._retranslate()

    def show_ignored(self, *, shown: bool) -> None:
        """Show the ignored problems, or the changes."""
        (self.ignored if shown else self.changed).setChecked(True)
        self.lists.setCurrentWidget(self.ignored_table if shown else self.table)
        self._retranslate()

    def refresh(self) -> None:
        """Ask for the current rows where those shown are out of date."""
        if self._overview is None:
            return
        if self.model.revision != self._overview.revision:
            self._ask_for_changes(self.table.wanted_start())
        if self.ignored_model.revision != self._overview.revision:
            self._ask_for_ignored(self.ignored_table.wanted_start())

    def _ask_for_changes(self, start: int) -> None:
        self._work.look(Jobs.changes_page, self._show_changes, start, PAGE_SIZE)

    def _show_changes(self, page: ChangesPage) -> None:
        self.table.show_lines(page.revision, page.total, page.start, page.changes)

    def _ask_for_ignored(self, start: int) -> None:
        self._work.look(Jobs.ignored_page, self._show_ignored_problems, start, PAGE_SIZE)

    def _show_ignored_problems(self, page: IgnoredPage) -> None:
        self.ignored_table.show_lines(page.revision, page.total, page.start, page.problems)

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        (self.go_on if self.go_on.isEnabled() else self.back).setFocus()

    def _on_revert(self, change: CellChange) -> None:
        self._work.change(Jobs.revert, ((change.row, change.column),))

    def _on_restore(self, problem: IgnoredProblem) -> None:
        self._work.change(Jobs.restore, (key_of(problem.finding),))

    def _message(self, finding: Finding) -> str:
        return message_of(self._texts, finding)

    # -- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        changes = self._overview.changed_cells if self._overview else 0
        ignored = self._overview.ignored if self._overview else 0
        shows_ignored = self.lists.currentWidget() is self.ignored_table
        self._switch.setVisible(ignored > 0)
        self.changed.setText(self.tr("%Ln changed", "", changes))
        self.ignored.setText(self.tr("%Ln set aside", "", ignored))
        self.title.setText(self._ignored_title(ignored) if shows_ignored else self._title(changes))
        self.summary.setText(self._ignored_summary() if shows_ignored else self._summary(changes))
        self.lists.setVisible(changes > 0 or shows_ignored)
        self.go_on.setEnabled(changes > 0)
        self.go_on.setText(self.tr("Go to saving"))
        self.back.setText(self.tr("Back to the problems"))
        self.table.setAccessibleName(self.tr("Changes"))
        self.ignored_table.setAccessibleName(self.tr("Left as they are"))
        for model, table in ((self.model, self.table), (self.ignored_model, self.ignored_table)):
            model.retranslate()
            table.fit_columns()

    def _title(self, changes: int) -> str:
        return self.tr("%Ln change(s)", "", changes) if changes else self.tr("Nothing is changed yet")

    def _ignored_title(self, ignored: int) -> str:
        return self.tr("%Ln left as it is", "", ignored)

    def _summary(self, changes: int) -> str:
        if changes:
            return self.tr("You can undo each change on its own.")
        return self.tr("What you change under Problems is listed here, before and after.")

    def _ignored_summary(self) -> str:
        return self.tr("These are not counted anywhere else. You can put each one back on the list.")
