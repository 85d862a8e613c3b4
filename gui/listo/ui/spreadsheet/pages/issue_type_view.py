"""What stands in the middle of the problems page: the rows of a kind, or what to do once there are none."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from listo.core.worker.model import Page, Problem
from listo.ui.spreadsheet.pages.kind_ending import KindEnding
from listo.ui.spreadsheet.pages.whole_sheet_lines import WholeSheetLines
from listo.ui.spreadsheet.tables.problems_model import ProblemsModel
from listo.ui.spreadsheet.tables.problems_table import ProblemsTable


class KindBody(QStackedWidget):
    """Shows one of three: the table of rows, the lines about the whole sheet, or the ending of the kind."""

    def __init__(self, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.table, self.lines, self.ending = ProblemsTable(model), WholeSheetLines(model), KindEnding()
        for widget in (self.table, self.lines, self.ending):
            self.addWidget(widget)

    def is_over(self) -> bool:
        """Return whether the ending is shown."""
        return self.currentWidget() is self.ending

    def is_whole_sheet(self) -> bool:
        """Return whether the lines are shown."""
        return self.currentWidget() is self.lines

    def _rows(self) -> ProblemsTable | WholeSheetLines:
        return self.lines if self.is_whole_sheet() else self.table

    def has_focus(self) -> bool:
        """Return whether the keyboard is here."""
        return any(widget.hasFocus() for widget in (self.table, self.lines, self.ending.go_on))

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next."""
        (self.ending.go_on if self.is_over() else self._rows()).setFocus()

    def show_page(self, page: Page) -> None:
        """Show these rows, scrolled to where the kind was, with the keyboard where it is."""
        had_focus = self.has_focus()
        bar = self.table.verticalScrollBar()
        scrolled = bar.value() if page.code == self._model.code else 0
        self._model.show_page(page)
        about_sheet = bool(page.problems) and page.problems[0].finding.row is None
        shown = self.lines if about_sheet else self.table
        self.setCurrentWidget(shown if page.total else self.ending)
        if had_focus and page.total:
            shown.setFocus()
        bar.setValue(scrolled)

    def show_ending(self) -> None:
        """Show that nothing of the kind is left."""
        had_focus = self.has_focus()
        self._model.clear()
        self.setCurrentWidget(self.ending)
        if had_focus:
            self.focus_first()

    def current_problem(self) -> Problem | None:
        """Return the problem of the table that the keyboard is on, None where the table is not shown."""
        return self.table.current_problem() if self.currentWidget() is self.table else None

    def chosen(self) -> tuple[tuple[int, int], ...]:
        """Return (first, last) of what is selected."""
        return () if self.is_over() else self._rows().chosen()

    def retranslate(self) -> None:
        """Show the words in the current language; the page does so for the ending."""
        self.lines.retranslate()
        self.table.retranslate()
