"""The pages of the path, one a step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from listo.core.texts import Texts
from listo.core.wizard_state import STEPS, Step
from listo.core.worker.results import Overview
from listo.ui.spreadsheet.pages.afterwards_page import AfterwardsPage
from listo.ui.spreadsheet.pages.columns_page import ColumnsPage
from listo.ui.spreadsheet.pages.files_page import FilesPage
from listo.ui.spreadsheet.pages.find_panel import FindPanel
from listo.ui.spreadsheet.pages.problem_actions import View
from listo.ui.spreadsheet.pages.problems_page import Answer, ProblemsPage
from listo.ui.spreadsheet.pages.review_page import ReviewPage
from listo.ui.spreadsheet.pages.save_page import SavePage
from listo.ui.spreadsheet.pages.sheet_page import WholeSheetPage
from listo.ui.spreadsheet.tables.issue_types_model import KindsModel
from listo.ui.widgets import parts


class PathPages(QStackedWidget):
    """Shows the page of one step; the problems by kind or in the whole sheet, with find and replace above."""

    def __init__(
        self, kinds: KindsModel, texts: Texts, answer: Answer, needs: Callable[[], Counter[str]]
    ) -> None:
        super().__init__()
        self.kinds = kinds
        self.step: Step = "files"
        self.view: View = "kinds"
        self.files, self.columns = FilesPage(texts, needs), ColumnsPage()
        self.problems, self.sheet = ProblemsPage(kinds, texts, answer), WholeSheetPage(kinds, texts)
        self.finding = FindPanel()
        self.review, self.save = ReviewPage(texts), SavePage()
        self.afterwards = AfterwardsPage()
        self._views, working = QStackedWidget(), QWidget()
        for view in (self.problems, self.sheet):
            self._views.addWidget(view)
        working.setLayout(parts.column(self.finding, self._views, gap=0))
        for page in (self.files, self.columns, working, self.review, self.save, self.afterwards):
            self.addWidget(page)

    def show_step(self, step: Step) -> None:
        """Show that step's page, as things are now."""
        self.step = step
        self.setCurrentIndex(STEPS.index(step))
        self._refresh()

    def _refresh(self) -> None:
        match self.step:
            case "columns":
                self.columns.refresh()
            case "problems" if self.view == "sheet":
                self.sheet.refresh()
            case "review":
                self.review.refresh()
            case "save":
                self.save.refresh()
            case "afterwards":
                self.afterwards.refresh()

    def show_view(self, view: View) -> None:
        """Show the problems by kind or in the whole sheet, once their step is shown."""
        self.view = view
        self._views.setCurrentWidget(self.sheet if view == "sheet" else self.problems)

    def take(self, overview: Overview, *, fresh: bool) -> None:
        """Show the work as it is now; `fresh` when it comes from other files or was read again."""
        self.files.set_overview(overview)
        (self.problems.begin if fresh else self.problems.update_to)(overview)
        (self.sheet.begin if fresh else self.sheet.update_to)(overview)
        self.review.update_to(overview)
        self.save.update_to(overview)
        self.afterwards.update_to(overview)
        self.finding.refresh()
        if self.step in ("review", "save"):
            self._refresh()

    def forget_rows(self) -> None:
        """Treat all rows as out of date: a new process counts its revisions from the start."""
        for model in (self.problems.model, self.sheet.model, self.review.model, self.review.left_model):
            model.revision = -1

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language, at once."""
        for page in (self.files, self.problems, self.sheet, self.review):
            page.set_texts(texts)

    def kind(self) -> str:
        """Return the kind of problem that is shown, empty where it is none alone."""
        return self.problems.code if self.view == "kinds" else self.sheet.model.code or ""

    def place(self) -> tuple[int | None, str | None]:
        """Return Excel's number of the row that the keyboard is on among the problems, and the column."""
        here = self.sheet.place() if self.view == "sheet" else self.problems.place()
        return here or (None, None)

    def focus_first(self) -> None:
        """Give the keyboard to what is most likely next on the page."""
        views = {"kinds": self.problems, "sheet": self.sheet}
        problems: Any = views[self.view]
        pages = (self.files, self.columns, problems, self.review, self.save, self.afterwards)
        pages[STEPS.index(self.step)].focus_first()
