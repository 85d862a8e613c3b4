"""Whatever was done, in whatever order: the work that is taken up again is the work that was left."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from listo.core import resources
from listo.core.fixes import Differences, Edit, differences, replay
from listo.core.jobs.model import Overview, SheetPage
from listo.core.jobs.workspace import Workspace
from listo.core.sessions import Store
from listo.core.sheets import COLUMNS

SAMPLES = resources.root() / "samples"
ROWS_IN_SAMPLE = 21

rows = st.integers(1, ROWS_IN_SAMPLE + 1)
columns = st.sampled_from(COLUMNS)
texts = st.sampled_from(["", "Black", "black", " Black", "SizeColor", "Variation", "3 anos"])


def no_progress(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


class Working(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.values = Path(shutil.copy(SAMPLES / "amazon-values.xlsx", self.folder))
        mapping = Path(shutil.copy(SAMPLES / "mapping.xlsx", self.folder))
        self.workspace = self.open_workspace()
        self.now = self.workspace.open(no_progress, [mapping])

    def open_workspace(self) -> Workspace:
        return Workspace(Store(self.folder / "listo.sqlite3"))

    @rule(edits=st.lists(st.builds(Edit, rows, columns, texts), max_size=3))
    def apply(self, edits: list[Edit]) -> None:
        self.now = self.workspace.apply(no_progress, edits)

    @rule(row=rows, column=columns, text=texts)
    def apply_alike(self, row: int, column: str, text: str) -> None:
        self.now = self.workspace.apply_alike(no_progress, row, column, text)

    @rule(data=st.data())
    def apply_suggestions(self, data: st.DataObject) -> None:
        if self.now.groups:
            group = data.draw(st.sampled_from(self.now.groups))
            self.now = self.workspace.apply_suggestions(no_progress, group.code)

    @rule()
    def apply_safe(self) -> None:
        self.now = self.workspace.apply_safe(no_progress)
        assert sum(group.with_safe_fix for group in self.now.groups) == 0

    @rule(cells=st.lists(st.tuples(rows, columns), max_size=9))
    def revert(self, cells: list[tuple[int, str]]) -> None:
        self.now = self.workspace.revert(no_progress, cells)

    @rule()
    def undo(self) -> None:
        before = self.now
        self.now = self.workspace.undo(no_progress)
        assert self.now.redo == (before.undo or before.redo)

    @rule()
    def redo(self) -> None:
        before = self.now
        self.now = self.workspace.redo(no_progress)
        assert self.now.undo == (before.redo or before.undo)

    @rule()
    def add_or_remove_the_reference(self) -> None:
        there = any(card.path == self.values for card in self.now.files)
        if there:
            self.now = self.workspace.remove(no_progress, self.values)
        else:
            self.now = self.workspace.open(no_progress, [self.values])

    def teardown(self) -> None:
        if not hasattr(self, "workspace"):
            return
        self.check_the_sheet_is_what_its_history_makes_of_the_file()
        left, sheet = self.now, self.sheet(self.workspace)
        self.workspace.close()
        with closing(self.open_workspace()) as again:
            assert left.session is not None
            resumed = again.resume(no_progress, left.session)
            assert comparable(resumed) == comparable(left)
            assert self.sheet(again).rows == sheet.rows
        shutil.rmtree(self.folder)

    def check_the_sheet_is_what_its_history_makes_of_the_file(self) -> None:
        mapping = self.workspace._state.mapping
        assert mapping is not None
        replayed = replay(mapping.original, mapping.history)
        assert len(Differences(mapping.sheet, replayed.sheet)) == 0
        assert len(differences(mapping.original, mapping.sheet)) == self.now.changed_cells

    def sheet(self, workspace: Workspace) -> SheetPage:
        return workspace.sheet_page(no_progress, 0, 1000)


def comparable(overview: Overview) -> Overview:
    """Return an overview without what counts from the opening of the workspace."""
    return replace(overview, revision=0)


Working.TestCase.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
TestWorking = Working.TestCase
