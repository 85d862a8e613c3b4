"""Between both views of the problems and the worker: values to choose from, rows, find and replace."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from listo.core.mapping.sheet import Column
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import FindQuery
from listo.ui.spreadsheet.path_pages import PathPages
from listo.ui.spreadsheet.tables.cells import CellEditor
from listo.ui.spreadsheet.work import Work


class MendingWork(QObject):
    """Has done what the problems page, the whole sheet and the find panel ask for alike."""

    sheetWanted = Signal()
    """The whole sheet should be shown: there is something to see in it."""

    def __init__(self, pages: PathPages, work: Work) -> None:
        super().__init__(pages)
        self._pages, self._work = pages, work
        for table in (pages.problems.table, pages.sheet.table):
            table.delegate.valuesWanted.connect(self._on_values_wanted)
            table.row_actions.deleteRequested.connect(lambda rows: work.change(Jobs.delete_rows, rows))
            table.row_actions.insertRequested.connect(self._on_insert)
        pages.problems.rowRequested.connect(self._on_row_wanted)
        panel = pages.finding
        panel.findWanted.connect(self._on_find)
        panel.replaceRequested.connect(lambda wanted, text: work.change(Jobs.replace, wanted, text))
        panel.placeRequested.connect(self._on_place)

    def open_panel(self) -> None:
        """Open find and replace for the cell at hand."""
        text, column = self._cell_in_sheet() if self._pages.view == "sheet" else self._cell_concerned()
        self._pages.finding.open_for(text, column)

    def _cell_in_sheet(self) -> tuple[str, str]:
        table = self._pages.sheet.table
        row, column = table.current_row(), table.current_column()
        return (str(table.currentIndex().data() or "") if row and column else "", column)

    def _cell_concerned(self) -> tuple[str, str]:
        problem = self._pages.problems.table.current_problem()
        return (problem.finding.value, problem.finding.column or "") if problem else ("", "")

    def _on_values_wanted(self, editor: CellEditor) -> None:
        fill = partial(_fill, editor)
        self._work.start(Jobs.accepted_values, editor.row, editor.column).on_success(fill)

    def _on_insert(self, like: int | None) -> None:
        self._work.change(Jobs.insert_row, like=like)
        self._show_new_row()

    def _on_row_wanted(self, texts: Mapping[Column, str]) -> None:
        self._work.change(Jobs.insert_row, texts=texts)
        self._show_new_row()

    def _show_new_row(self) -> None:
        """Show in the sheet the row that was put in."""
        self.sheetWanted.emit()
        self._pages.sheet.go_to_end()

    def _on_find(self, wanted: FindQuery) -> None:
        show = partial(self._pages.finding.show_matches, wanted)
        self._work.start(Jobs.find, wanted).on_success(show)

    def _on_place(self, row: int, column: str) -> None:
        self.sheetWanted.emit()
        self._pages.sheet.aim_at(row, column)


def _fill(editor: CellEditor, values: tuple[str, ...]) -> None:
    if isValid(editor):  # the person may be done already
        editor.add_values(values)
