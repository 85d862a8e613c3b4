"""The spreadsheet tab on a client that answers at once, and the hands of a person, for tests of its pages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fake_worker import FakeClient, FakeJobs, FakeTexts, RealClient
from listo.ui.spreadsheet import SpreadsheetTab
from listo.ui.spreadsheet.navigation import MADE_LATER

MAPPING = Path("/x/mapping.xlsx")


def make_pages(tab: SpreadsheetTab) -> None:
    """Have all pages of the tab made now, as they are one by one while the first file is read."""
    for name in MADE_LATER:
        getattr(tab.pages, name)


class Desk:
    """The tab, its client, and the hands of a person."""

    def __init__(self, qtbot: Any, jobs: FakeJobs | RealClient, state: Any = None) -> None:
        self.qtbot = qtbot
        self.jobs, self.state = jobs, state
        self.client = jobs if isinstance(jobs, RealClient) else FakeClient(jobs)
        self.tab = SpreadsheetTab(
            self.client,
            FakeTexts("en"),
            answer=lambda error_id, language: "VTEX said so of {value} in {specification}",
            needs=lambda: Counter({"amazon-values": 9}),
            state=state,
        )
        self.tab.resize(1120, 690)
        qtbot.show(self.tab)

    @property
    def section(self) -> Any:
        """The kind of problem at hand, on its page."""
        return self.tab.problems.section()

    @property
    def table(self) -> Any:
        return self.tab.problems.table

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tab.work.jobs())

    def open(self, *names: str) -> None:
        """Open the sheet, and look at the files; they are passed by where all is clear."""
        asked = self.tab.requested_checks[0]
        self.tab.open_files([MAPPING, *(Path("/x") / name for name in names)])
        self.settle()
        if not asked:
            self.tab.go_to("files")
            self.settle()

    def work(self) -> None:
        self.open()
        self.tab.go_to("problems")
        self.settle()
        self.section.view().setFocus()

    def press(self, key: Any, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.table, key, held)
        self.settle()

    def current_row(self) -> int | None:
        problem = self.table.current_problem()
        return problem.finding.row if problem else None

    def count(self, code: str = "kind-0") -> int:
        """Return how many problems of a kind are left."""
        row = self.tab.issue_types.row_of(code)
        return 0 if row is None else self.tab.issue_types.items[row].group.count
