"""Below the rows of a kind of problem: what is wrong with the one at hand, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from listo.core.worker.model import Problem
from listo.ui.spreadsheet.pages.history_bar import HistoryBar
from listo.ui.spreadsheet.tables.findings import row_lacking
from listo.ui.spreadsheet.tables.problems_model import best_suggestion
from listo.ui.spreadsheet.tables.seen import with_blanks_seen
from listo.ui.widgets import parts
from listo.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from listo.core.checks.model import Finding

_ABOUT_WHOLE_ROWS = ("row-blank", "row-duplicate", "row-conflict")
"""Kinds of problem that go with a row."""


class MendingBar(QWidget):
    """A sentence with *Edit*, *Delete* and *Leave as it is* beside it; below, suggestions, undo and redo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = parts.label(selectable=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.edit, self.delete = parts.button("quiet", "edit"), parts.button("quiet", "trash")
        self.add, self.leave = parts.button("quiet", "plus"), parts.button("quiet", "minus")
        self.use_all, self.use_alike = parts.button("primary"), parts.button()
        self.history = HistoryBar()
        policy = parts.grow(self.message).sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands beside it stays where it is
        self.message.setSizePolicy(policy)
        said = parts.row(self.message, self.edit, self.delete, self.add, self.leave, gap=4)
        for button in (self.edit, self.delete, self.add, self.leave):
            said.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        doing = FlowLayout(last_right=True)
        for widget in (self.use_all, self.use_alike, self.history):
            doing.addWidget(widget)
        self.setLayout(parts.column(said, doing, gap=12))
        self._keep_room()

    def _keep_room(self) -> None:
        """Keep room for two lines, so that nothing moves when the sentence is a little longer."""
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing() + 4)

    def show_kind(self, fixable: int, *, can_leave: bool) -> None:
        """Offer what can be done with all of the kind: so many of its problems have a suggestion."""
        self.use_all.setVisible(fixable > 0)
        self.use_all.setText(self.tr("Use all %Ln suggestion(s)", "", fixable))
        self.leave.setVisible(can_leave)
        self.leave.setText(self.tr("Leave as it is…"))
        self.leave.setToolTip(self.tr("Set it aside, with a reason if you like (Ctrl+L)"))

    def show_problem(self, problem: Problem | None, chosen: int) -> None:
        """Offer what can be done with the row at hand, or with the rows of which so many are chosen."""
        finding = problem.finding if problem else None
        self.edit.setVisible(finding is not None and finding.row is not None and finding.column is not None)
        self.edit.setText(self.tr("Edit"))
        self.edit.setToolTip(self.tr("Edit the cell by hand (F2)"))
        self.delete.setVisible(finding is not None and finding.code in _ABOUT_WHOLE_ROWS)
        self.delete.setText(self.tr("Delete %Ln row(s)", "", max(chosen, 1)))
        self.delete.setToolTip(self.tr("Delete what is selected (Ctrl+-)"))
        self._offer_row(finding)
        best = best_suggestion(problem) if problem else None
        self.use_alike.setVisible(best is not None)
        if chosen > 1:
            self.use_alike.setText(self.tr("Use for the %Ln selected", "", chosen))
            self.use_alike.setToolTip(self.tr("Enter: each gets its suggestion"))
        elif finding is not None and best is not None:
            self.use_alike.setText(self._alike_words(finding.value, best).replace("&", "&&"))
            self.use_alike.setToolTip(self.tr("Ctrl+Enter: all like it"))

    def _offer_row(self, finding: Finding | None) -> None:
        self.add.setVisible(bool(row_lacking(finding)))
        name = parts.shortened(finding.value, 32).replace("&", "&&") if finding else ""
        self.add.setText(self.tr("Add a row for {attribute}").format(attribute=name))
        self.add.setToolTip(self.tr("Adds a row to the sheet; you fill in the rest"))

    def _alike_words(self, old: str, new: str) -> str:
        words = self.tr("“{new}” for every “{old}”") if old else self.tr("“{new}” for all that are empty")
        new, old = (parts.shortened(with_blanks_seen(text)) for text in (new, old))
        return words.format(new=new, old=old)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()
        super().changeEvent(event)
