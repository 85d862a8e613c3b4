"""Between the tables and the worker: values to choose from, leaving, rows, find and replace."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from listo.ui.wizard.cell_editor import CellEditor
from listo.ui.wizard.find_panel import FindPanel
from listo.ui.wizard.problems_page import ProblemsPage
from listo.ui.wizard.sheet_page import WholeSheetPage


class MendingWork(QObject):
    """Has done what the problems page, the whole sheet and the find panel ask for alike.

    `start` begins a job, `change` one after which the work is another; `show_sheet` shows the whole sheet.
    """

    def __init__(
        self,
        problems: ProblemsPage,
        sheet: WholeSheetPage,
        panel: FindPanel,
        start: Callable[..., Any],
        change: Callable[..., None],
        show_sheet: Callable[[], None],
    ) -> None:
        super().__init__(problems)
        self._problems, self._sheet, self._panel = problems, sheet, panel
        self._start, self._change, self._show_sheet = start, change, show_sheet
        for table in (problems.table, sheet.table):
            table.delegate.valuesWanted.connect(self._on_values_wanted)
            table.row_actions.deleteRequested.connect(self._on_delete)
            table.row_actions.insertRequested.connect(self._on_insert)
        self._connect_leaving()
        self._connect_finding()

    def _connect_leaving(self) -> None:
        self._problems.leaveRequested.connect(self._on_leave)
        self._problems.leaveKindRequested.connect(
            lambda code, reason: self._change("leave_kind", code=code, reason=reason)
        )
        self._sheet.leaveRequested.connect(
            lambda findings, reason: self._change("leave", findings=findings, reason=reason)
        )

    def _connect_finding(self) -> None:
        self._panel.findWanted.connect(self._on_find)
        self._panel.replaceRequested.connect(
            lambda wanted, text: self._change("replace", wanted=wanted, text=text)
        )
        self._panel.placeRequested.connect(self._on_place)

    def open_panel(self, *, in_sheet: bool) -> None:
        """Open find and replace for the cell at hand."""
        if in_sheet:
            row, column = self._sheet.table.current_row(), self._sheet.table.current_column()
            text = str(self._sheet.table.currentIndex().data() or "") if row and column else ""
            self._panel.open_for(text, column)
        else:
            problem = self._problems.table.current_problem()
            finding = problem.finding if problem else None
            self._panel.open_for(finding.value if finding else "", (finding and finding.column) or "")

    def _on_values_wanted(self, editor: CellEditor) -> None:
        fill = partial(_fill, editor)
        self._start("accepted_values", fill, row=editor.row, column=editor.column)

    def _on_delete(self, rows: tuple[int, ...]) -> None:
        self._change("delete_rows", rows=rows)

    def _on_insert(self, like: int | None) -> None:
        self._change("insert_row", like=like)
        self._show_sheet()
        self._sheet.go_to_end()

    def _on_leave(self, code: str, places: tuple[tuple[int, int], ...], reason: str, revision: int) -> None:
        self._change("leave_chosen", code=code, places=places, reason=reason, revision=revision)

    def _on_find(self, wanted: Any) -> None:
        self._start("find", partial(self._panel.show_matches, wanted), wanted=wanted)

    def _on_place(self, row: int, column: str) -> None:
        self._show_sheet()
        self._sheet.aim_at(row, column)


def _fill(editor: CellEditor, values: tuple[str, ...]) -> None:
    if isValid(editor):  # the person may be done already
        editor.add_values(values)
