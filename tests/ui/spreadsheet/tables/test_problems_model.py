"""The model of problems: a page at a time, and never of another revision."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from fake_worker import FakeJobs, FakeKind
from listo.core.edits.history import Edit
from listo.core.worker.results import ProblemPage
from listo.ui.spreadsheet.tables.problems_model import SUGGESTION_COLUMN, ProblemRole, ProblemsModel
from listo.ui.spreadsheet.tables.table_parts import (
    PAGE_SIZE,
    ROW_COLUMN,
    Pages,
    all_suggestions,
    best_suggestion,
)

MANY = 100_000


@pytest.fixture
def jobs():
    kind = FakeKind("colour", rows=tuple(range(2, MANY + 2)), suggestions=("Blue", "Navy"))
    return FakeJobs([kind])


@pytest.fixture
def model(qapp, jobs):
    model = ProblemsModel(lambda problem: f"about row {problem.finding.row}")
    model.show_page(jobs.problem_page("colour", 0, PAGE_SIZE))
    return model


def test_a_model_knows_how_many_there_are_and_holds_one_page(model):
    assert model.rowCount() == MANY
    assert model.index(199, ROW_COLUMN).data() == "201"
    assert model.peek(200) is None


def test_a_row_that_is_looked_at_and_missing_is_asked_for_once_its_page(model, qtbot):
    asked = []
    model.pageWanted.connect(asked.append)
    for row in (50_000, 50_001, 50_199):
        assert model.index(row, ROW_COLUMN).data() == "…"
    qtbot.waitUntil(lambda: asked == [50_000])


def test_scrolling_past_thousands_asks_only_where_it_comes_to_rest(model, qtbot):
    asked = []
    model.pageWanted.connect(asked.append)
    for row in range(1_000, 90_000, PAGE_SIZE):
        model.index(row, ROW_COLUMN).data()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [89_400, 89_600, 89_800]


def test_a_page_that_arrives_is_shown(model, jobs, qtbot):
    with qtbot.waitSignal(model.dataChanged):
        assert model.accept_page(jobs.problem_page("colour", 400, PAGE_SIZE))
    assert model.index(400, ROW_COLUMN).data() == "402"


def test_a_page_of_another_revision_or_kind_is_not_taken(model, jobs):
    late = ProblemPage(model.revision + 1, "colour", 400, MANY, jobs.problem_page("colour", 400, 2).problems)
    other = ProblemPage(model.revision, "size", 400, MANY, late.problems)
    assert not model.accept_page(late)
    assert not model.accept_page(other)
    assert model.peek(400) is None


def test_a_view_of_many_rows_asks_for_few_of_them(model, qtbot):
    view = QTableView()
    asked = []
    model.pageWanted.connect(asked.append)
    view.setModel(model)
    qtbot.show(view)
    view.scrollToBottom()
    qtbot.waitUntil(lambda: asked == [99_800])


def test_only_the_cell_concerned_can_be_edited_and_is_marked(model):
    concerned = model.cell(0)
    assert concerned.column() == SUGGESTION_COLUMN - 1
    assert concerned.flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.index(0, 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert concerned.data(ProblemRole.CONCERNED)
    assert "the cell with the problem" in concerned.data(Qt.ItemDataRole.AccessibleTextRole)


def test_an_edit_by_hand_is_asked_for_and_not_made_here(model, qtbot):
    with qtbot.waitSignal(model.editRequested) as asked:
        assert model.setData(model.cell(3), "Teal")
    assert asked.args == [Edit(5, "AmazonValue", "Teal")]
    assert model.cell(3).data() == "Azul"


def test_the_same_text_again_is_no_edit(model):
    assert not model.setData(model.cell(3), "Azul")


def test_rows_that_wait_say_so_until_the_change_is_there(model):
    model.wait_for({4})
    assert model.is_waiting(2)
    assert not model.is_waiting(3)
    model.stop_waiting()
    assert not model.is_waiting(2)


def test_suggestions_come_best_first_and_once(model):
    finding = model.peek(0).finding
    assert best_suggestion(finding) == "Blue"
    assert all_suggestions(finding) == ("Blue", "Navy")


def test_a_problem_of_the_whole_sheet_proposes_nothing(qapp):
    jobs = FakeJobs([FakeKind("whole", column=None, rows=(None,))])
    finding = jobs.problem_page("whole", 0, 1).problems[0].finding
    assert best_suggestion(finding) is None
    assert all_suggestions(finding) == ()


def test_the_pages_unused_longest_go_first():
    pages: Pages[int] = Pages(MANY)
    for start in range(0, 60 * PAGE_SIZE, PAGE_SIZE):
        pages.put(start, range(start, start + PAGE_SIZE))
        pages.get(0)
    assert pages.get(0) == 0
    assert pages.get(PAGE_SIZE) is None
    assert pages.get(59 * PAGE_SIZE) == 59 * PAGE_SIZE


def test_where_no_one_cell_is_wrong_the_last_column_says_what_is(qapp):
    jobs = FakeJobs([FakeKind("lacking", column=None, rows=(2, 3), suggestions=())])
    model = ProblemsModel(lambda problem: f"row {problem.finding.row} lacks one")
    model.show_page(jobs.problem_page("lacking", 0, PAGE_SIZE))
    index = model.index(1, SUGGESTION_COLUMN)
    assert (index.data(), index.data(Qt.ItemDataRole.AccessibleTextRole)) == ("row 3 lacks one",) * 2
    assert model.headerData(SUGGESTION_COLUMN, Qt.Orientation.Horizontal, 0) == "What is wrong"
