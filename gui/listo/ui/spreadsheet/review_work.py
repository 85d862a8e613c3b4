"""Between the review page and the worker."""

from __future__ import annotations

from PySide6.QtCore import QObject

from listo.core.worker.jobs import Jobs
from listo.ui.spreadsheet.pages.review_page import ReviewPage
from listo.ui.spreadsheet.tables.paged_model import PAGE_SIZE
from listo.ui.spreadsheet.work import Work


class ReviewWork(QObject):
    """Brings the changes and what was left as it is, and has either taken back."""

    def __init__(self, page: ReviewPage, work: Work) -> None:
        super().__init__(page)
        self._page, self._work = page, work
        page.pageWanted.connect(self._on_page_wanted)
        page.leftWanted.connect(self._on_left_wanted)
        page.revertRequested.connect(lambda cells: work.change(Jobs.revert, cells))
        page.takeUpRequested.connect(lambda findings: work.change(Jobs.restore, findings))

    def _on_page_wanted(self, start: int) -> None:
        self._work.look(Jobs.changes_page, self._page.show_page, start, PAGE_SIZE)

    def _on_left_wanted(self, start: int) -> None:
        self._work.look(Jobs.ignored_page, self._page.show_left_page, start, PAGE_SIZE)
