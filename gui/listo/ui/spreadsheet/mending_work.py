"""Between both views of the problems and the worker: values to choose from, rows, find and replace."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

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
            table.row_actions.deleteRequested.connect(lambda rows: work.change("delete_rows", rows=rows))
            table.row_actions.insertRequested.connect(self._on_insert)
        pages.problems.rowRequested.connect(lambda texts: self._insert(texts=texts))
        panel = pages.finding
        panel.findWanted.connect(self._on_find)
        panel.replaceRequested.connect(lambda wanted, text: work.change("replace", wanted=wanted, text=text))
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
        self._work.start("accepted_values", fill, row=editor.row, column=editor.column)

    def _on_insert(self, like: int | None) -> None:
        self._insert(like=like)

    def _insert(self, **row: Any) -> None:
        """Have a row put in, and show it in the sheet."""
        self._work.change("insert_row", **row)
        self.sheetWanted.emit()
        self._pages.sheet.go_to_end()

    def _on_find(self, wanted: Any) -> None:
        self._work.start("find", partial(self._pages.finding.show_matches, wanted), wanted=wanted)

    def _on_place(self, row: int, column: str) -> None:
        self.sheetWanted.emit()
        self._pages.sheet.aim_at(row, column)


def _fill(editor: CellEditor, values: tuple[str, ...]) -> None:
    if isValid(editor):  # the person may be done already
        editor.add_values(values)
