"""A draft in the worker: begun, answered, undone and taken up again, and what it leaves alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import builders_amazon as build
from drafting_stores import Store as MadeStore
from drafting_stores import make_store
from job_examples import QUESTION, exports, prepare
from listo.core.drafting.model import Question
from listo.core.edits.history import Edit
from listo.core.errors import InputError
from listo.core.storage.database import FILE_NAME
from listo.core.storage.store import Store
from listo.core.wizard_state import DraftState, GivenAnswer, WizardState
from listo.core.worker import drafts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import DraftView, Overview

NAMES = ("amazon", "products", "skus", "product_fields")


def quiet(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        yield jobs


@pytest.fixture(scope="module")
def store() -> MadeStore:
    return make_store(10, products=12)


@pytest.fixture(scope="module")
def folder(store: MadeStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place: Path = tmp_path_factory.mktemp("store")
    for name in NAMES:
        build.save(getattr(store, name), place / f"{name}.xlsx")
    return place


def begin(jobs: Jobs, folder: Path, target: Path, *, overwrite: bool = False) -> Overview:
    """Draft from all files, with the Amazon file said to be for all categories."""
    jobs.open(quiet, [folder / f"{name}.xlsx" for name in NAMES])
    covers = {folder / "amazon.xlsx": ["*"]}
    return jobs.begin_draft(quiet, target, "en", covers, overwrite=overwrite)


def texts(jobs: Jobs) -> list[tuple[str, ...]]:
    return [row.cells for row in jobs.sheet_page(quiet, 0, 9_999).rows]


def open_questions(jobs: Jobs) -> dict[str, Question]:
    return {one.id: one for one in jobs.draft_view(quiet).questions}


def answer_all(jobs: Jobs) -> DraftView:
    while questions := jobs.draft_view(quiet).questions:
        jobs.answer_question(quiet, questions[0].id, next(iter(questions[0].options), None))
    return jobs.draft_view(quiet)


def test_a_draft_is_a_sheet_like_any_other(jobs, folder, tmp_path):
    overview = begin(jobs, folder, tmp_path / "draft.xlsx")
    assert overview.mapping == tmp_path / "draft.xlsx"
    assert overview.skus.states is not None
    view = jobs.draft_view(quiet)
    assert view.rows == overview.rows == len(texts(jobs))
    assert view.questions
    assert [one.skus for one in view.questions] == sorted((one.skus for one in view.questions), reverse=True)
    assert not view.coverage.uncovered


def test_answers_move_the_strip_and_leave_nothing_open(jobs, folder, tmp_path):
    before = begin(jobs, folder, tmp_path / "draft.xlsx")
    view = answer_all(jobs)
    after = jobs.overview(quiet)
    assert not view.questions
    assert len(view.answered) >= 3
    assert after.skus.states.ready > before.skus.states.ready
    assert all(cells[6] for cells in texts(jobs))
    assert "amazon-value-missing" not in {group.code for group in after.groups}


def test_each_answer_is_one_step_and_is_open_again_once_undone(jobs, folder, tmp_path):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    seen = [(texts(jobs), set(open_questions(jobs)))]
    for _ in range(3):
        question = jobs.draft_view(quiet).questions[0]
        jobs.answer_question(quiet, question.id, question.options[0])
        seen.append((texts(jobs), set(open_questions(jobs))))
    for rows, questions in reversed(seen[:-1]):
        jobs.undo_answer(quiet)
        assert (texts(jobs), set(open_questions(jobs))) == (rows, questions)


def test_what_is_undone_by_the_key_can_be_made_again(jobs, folder, tmp_path):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    value = next(one for one in jobs.draft_view(quiet).questions if one.kind == "value")
    jobs.answer_question(quiet, value.id, value.options[0])
    after = texts(jobs)
    jobs.undo(quiet)
    assert value.id in open_questions(jobs)
    jobs.redo(quiet)
    assert texts(jobs) == after
    assert value.id not in open_questions(jobs)


def test_another_change_after_an_undo_brings_no_answer_back(jobs, folder, tmp_path):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    value = next(one for one in jobs.draft_view(quiet).questions if one.kind == "value")
    jobs.answer_question(quiet, value.id, value.options[0])
    jobs.undo(quiet)
    jobs.apply(quiet, [Edit(2, "VTEXValue", "another")])
    assert value.id in open_questions(jobs)


def test_what_was_answered_after_an_undo_gives_way_when_that_is_made_again(jobs, folder, tmp_path):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    questions = jobs.draft_view(quiet).questions
    value = next(one for one in questions if one.kind == "value")
    other = next(one for one in questions if one.kind == "attribute")
    jobs.answer_question(quiet, value.id, value.options[0])
    after = texts(jobs)
    jobs.undo(quiet)
    jobs.answer_question(quiet, other.id, None)  # it is left out already: no row changes
    assert jobs.draft_view(quiet).answered == (other.id,)
    jobs.redo(quiet)
    assert (texts(jobs), jobs.draft_view(quiet).answered) == (after, (value.id,))
    jobs.undo(quiet)
    assert jobs.draft_view(quiet).answered == (other.id,)
    jobs.undo_answer(quiet)
    assert jobs.draft_view(quiet).answered == ()
    jobs.redo(quiet)
    assert jobs.draft_view(quiet).answered == (value.id,)


def test_an_answer_is_changed_and_taken_out(jobs, folder, tmp_path):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    value = next(one for one in jobs.draft_view(quiet).questions if one.kind == "value")
    first, second = value.options[:2]

    def sent() -> set[str]:
        about = (value.field, value.attribute, value.value)
        return {cells[6] for cells in texts(jobs) if (*cells[3:6],) == about}

    assert sent() == {""}
    asked = jobs.draft_question(quiet, value.id)
    assert (asked.is_answered, asked.answer) == (False, None)
    assert set(value.options) <= set(asked.accepted)
    jobs.answer_question(quiet, value.id, first)
    assert sent() == {first}
    asked = jobs.draft_question(quiet, value.id)
    assert (asked.is_answered, asked.answer, asked.question.id) == (True, first, value.id)
    jobs.answer_question(quiet, value.id, second)
    assert sent() == {second}
    jobs.answer_question(quiet, value.id, None)
    assert sent() == set()
    jobs.answer_question(quiet, value.id, first)
    assert sent() == {first}


def test_what_the_person_changed_stays(jobs, folder, tmp_path):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    value = next(one for one in jobs.draft_view(quiet).questions if one.kind == "value")
    rows = jobs.sheet_page(quiet, 0, 9_999).rows
    about = (value.field, value.attribute, value.value)
    own = [row.row for row in rows if (*row.cells[3:6],) == about]
    jobs.apply(quiet, [Edit(own[0], "AmazonValue", "Mine")])
    jobs.answer_question(quiet, value.id, value.options[0])
    now = {row.row: row.cells[6] for row in jobs.sheet_page(quiet, 0, 9_999).rows}
    assert now[own[0]] == "Mine"
    assert {now[row] for row in own[1:]} <= {value.options[0]}
    jobs.answer_question(quiet, value.id, None)
    there = {row.row for row in jobs.sheet_page(quiet, 0, 9_999).rows}
    assert there.intersection(own) == {own[0]}


def test_of_many_questions_the_first_are_sent_and_the_others_counted(jobs, folder, tmp_path, monkeypatch):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    before = jobs.draft_view(quiet)
    monkeypatch.setattr(drafts, "_MOST_SENT", 1)
    view = jobs.draft_view(quiet)
    assert (before.more, view.questions) == (0, before.questions[:1])
    assert view.more == len(before.questions) - 1 > 0
    jobs.answer_question(quiet, view.questions[0].id, None)
    assert jobs.draft_view(quiet).questions == before.questions[1:2]


def test_skipped_questions_come_last_and_groups_are_ticked_off(jobs, folder, tmp_path):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    first = jobs.draft_view(quiet).questions[0]
    view = jobs.skip_question(quiet, first.id)
    assert (view.questions[-1].id, view.skipped) == (first.id, 1)
    group = view.look[0]
    assert jobs.look_through(quiet, group.key).look[0].is_done
    assert not jobs.look_through(quiet, group.key, done=False).look[0].is_done


def test_everything_is_there_again_after_a_new_start(listo_home, folder, tmp_path):
    with closing(Jobs()) as jobs:
        session = begin(jobs, folder, tmp_path / "draft.xlsx").session
        questions = jobs.draft_view(quiet).questions
        jobs.answer_question(quiet, questions[0].id, questions[0].options[0])
        jobs.skip_question(quiet, jobs.draft_view(quiet).questions[0].id)
        before = replace(jobs.draft_view(quiet), revision=0), texts(jobs)
    with closing(Jobs()) as jobs:
        jobs.resume(quiet, session)
        assert (replace(jobs.draft_view(quiet), revision=0), texts(jobs)) == before


def test_a_value_that_is_not_accepted_changes_nothing(jobs, folder, tmp_path):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    value = next(one for one in jobs.draft_view(quiet).questions if one.kind == "value")
    before = texts(jobs), jobs.draft_view(quiet)
    with pytest.raises(InputError) as caught:
        jobs.answer_question(quiet, value.id, "surely not this")
    assert caught.value.code == "answer-not-accepted"
    assert (texts(jobs), jobs.draft_view(quiet)) == before


def test_what_was_chosen_in_a_draft_is_proposed_in_the_next(jobs, folder, tmp_path):
    begin(jobs, folder, tmp_path / "draft.xlsx")
    value = next(one for one in jobs.draft_view(quiet).questions if one.kind == "value")
    jobs.answer_question(quiet, value.id, value.options[1])
    for path in (tmp_path / "draft.xlsx", *(folder / f"{name}.xlsx" for name in NAMES)):
        jobs.remove(quiet, path)
    begin(jobs, folder, tmp_path / "second.xlsx")
    assert value.id not in open_questions(jobs)
    sent = {cells[6] for cells in texts(jobs) if cells[3:6] == (value.field, value.attribute, value.value)}
    assert sent == {value.options[1]}


@pytest.mark.parametrize("missing", ["amazon", "products"])
def test_what_lacks_is_said_and_nothing_is_written(jobs, folder, tmp_path, missing):
    jobs.open(quiet, [folder / f"{name}.xlsx" for name in NAMES if name != missing])
    with pytest.raises(InputError) as caught:
        jobs.begin_draft(quiet, tmp_path / "draft.xlsx", "en", {}, overwrite=False)
    assert caught.value.code == "reference-missing"
    assert not (tmp_path / "draft.xlsx").exists()
    assert jobs.overview(quiet).mapping is None


def test_no_file_is_written_over_unasked(jobs, folder, tmp_path):
    target = tmp_path / "draft.xlsx"
    target.write_bytes(b"mine")
    jobs.open(quiet, [folder / f"{name}.xlsx" for name in NAMES])
    with pytest.raises(InputError) as caught:
        jobs.begin_draft(quiet, target, "en", {}, overwrite=False)
    assert caught.value.code == "file-exists"
    with pytest.raises(InputError) as caught:
        jobs.begin_draft(quiet, folder / "skus.xlsx", "en", {}, overwrite=True)
    assert caught.value.code == "file-is-original"


def test_without_a_draft_there_is_nothing_to_tell(jobs):
    view = jobs.draft_view(quiet)
    assert not view.questions
    assert jobs.draft_question(quiet, "value/x") is None
    assert not jobs.skip_question(quiet, "x").questions


# Categories without rows of a sheet that is there


@pytest.fixture
def at_work(listo_home: Path, tmp_path: Path) -> Iterator[Jobs]:
    """Give work on the sample, with exports of a category that it has no rows for."""
    session = prepare(tmp_path, listo_home)
    with closing(Jobs(Store(listo_home / FILE_NAME))) as jobs:
        jobs.resume(quiet, session)
        jobs.open(quiet, exports(tmp_path))
        yield jobs


def test_categories_without_rows_are_added_as_one_step(at_work):
    before = texts(at_work)
    after = at_work.add_draft(quiet, "en")
    added = texts(at_work)[len(before) :]
    assert texts(at_work)[: len(before)] == before
    assert [(cells[0], cells[3], cells[5], cells[6]) for cells in added] == [
        ("171", "Cor", "Azul", "Blue"),
        ("171", "Cor", "Xyz", ""),
    ]
    assert after.rows_in == 2
    assert list(open_questions(at_work)) == [QUESTION]
    at_work.answer_question(quiet, QUESTION, "Black")
    assert texts(at_work)[-1][6] == "Black"
    assert at_work.draft_view(quiet).categories == 1


def test_added_categories_can_be_undone_and_added_again(at_work):
    before = texts(at_work)
    at_work.add_draft(quiet, "en")
    at_work.undo(quiet)
    assert texts(at_work) == before
    assert not open_questions(at_work)
    at_work.add_draft(quiet, "en")
    assert len(texts(at_work)) == len(before) + 2
    assert at_work.add_draft(quiet, "en").rows == len(before) + 2


def test_what_the_sheet_says_of_a_value_is_taken_up_by_the_draft(at_work):
    like = {"CategoryID": "212", "VTEXSpecification": "Cor", "AmazonSpecification": "Color"}
    at_work.insert_row(quiet, None, {**like, "VTEXValue": "Xyz", "AmazonValue": "White", "Type": "Variation"})
    at_work.add_draft(quiet, "en")
    assert texts(at_work)[-1] == ("171", *texts(at_work)[-1][1:6], "White")


# As it is kept

answers = st.builds(
    GivenAnswer, st.from_regex(r"\A[0-9]{1,4}:[0-9a-f]{8}\Z"), st.text(), st.none() | st.text(), st.booleans()
)
states = st.builds(
    DraftState,
    st.none() | st.lists(st.integers(1, 10_000)).map(tuple),
    st.lists(answers).map(tuple),
    st.lists(st.text()).map(tuple),
    st.lists(st.text()).map(tuple),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda some: st.lists(some) | st.dictionaries(st.text(), some),
)


@given(states)
def test_a_draft_is_kept_and_read_as_it_was(state):
    assert WizardState.from_json(WizardState(draft=state).to_json()).draft == state


@given(
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("categories", "answers", "skipped", "looked"), anything)
    )
)
def test_whatever_is_kept_can_be_read(kept):
    found = WizardState.from_json({"draft": kept}).draft
    assert found is not None
    assert DraftState.from_json(found.to_json()) == found


# At random


@pytest.mark.parametrize(
    ("category", "field", "covers", "case"),
    [("171", "Cor", [], "no-file"), ("171", "", ["*"], ""), ("", "Cor", ["*"], "no-category")],
)
def test_why_there_is_nothing_to_draft_is_said(jobs, tmp_path, category, field, covers, case):
    products = [("_SkuId", "_ProductId", "_ActiveSku", "_GlobalCategoryId"), ("1", "1", "YES", category)]
    values = [("ID SKU", "Nome Campo", "Valor Especificação"), ("1" if field else "2", "Cor", "Azul")]
    tables = {"products": products, "skus": values}
    files = [
        build.save(build.workbook(build.table("Sheet1", rows)), tmp_path / f"{name}.xlsx")
        for name, rows in tables.items()
    ]
    amazon = build.save(build.generation_1(), tmp_path / "amazon.xlsx")
    jobs.open(quiet, [*files, amazon])
    with pytest.raises(InputError) as caught:
        jobs.begin_draft(quiet, tmp_path / "draft.xlsx", "en", {amazon: covers}, overwrite=False)
    assert (caught.value.code, caught.value.arguments["case"]) == ("nothing-to-draft", case)


class DraftMachine(RuleBasedStateMachine):
    """Whatever order a person answers, undoes and changes cells in: the sheet follows the draft."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs = Jobs(Store(Path(os.environ["LISTO_HOME"]) / f"{id(self)}.sqlite"))

    @initialize()
    def begin(self) -> None:
        begin(self.jobs, DraftMachine.folder, DraftMachine.target, overwrite=True)

    def questions(self) -> tuple[Question, ...]:
        return self.jobs.draft_view(quiet).questions

    @precondition(lambda self: self.questions())
    @rule(which=st.integers(0, 99), choice=st.integers(0, 6))
    def answer(self, which: int, choice: int) -> None:
        question = self.questions()[which % len(self.questions())]
        options = [*question.options, None]
        self.jobs.answer_question(quiet, question.id, options[choice % len(options)])

    @rule()
    def undo(self) -> None:
        self.jobs.undo(quiet)

    @rule()
    def undo_answer(self) -> None:
        self.jobs.undo_answer(quiet)

    @rule()
    def redo(self) -> None:
        self.jobs.redo(quiet)

    @precondition(lambda self: self.jobs.draft_view(quiet).answered)
    @rule(which=st.integers(0, 99))
    def answer_again(self, which: int) -> None:
        answered = self.jobs.draft_view(quiet).answered
        question = self.jobs.draft_question(quiet, answered[which % len(answered)])
        if question is not None:
            self.jobs.answer_question(quiet, question.question.id, question.question.options[-1])

    @invariant()
    def the_sheet_is_the_draft(self) -> None:
        if self.jobs.session.state.mapping is None:
            return
        drafted = self.jobs._drafts._draft(self.jobs.session.mapping, self.jobs.session.wizard.draft)
        assert sorted(texts(self.jobs)) == sorted(row.cells for row in drafted.rows)
        asked = {(one.field, one.attribute, one.value) for one in self.questions() if one.kind == "value"}
        assert asked == {cells[3:6] for cells in texts(self.jobs) if not cells[6]}

    def teardown(self) -> None:
        self.jobs.close()


def test_the_sheet_follows_the_draft_whatever_is_done(folder, tmp_path, listo_home):
    DraftMachine.folder, DraftMachine.target = folder, tmp_path / "draft.xlsx"  # type: ignore[attr-defined]
    machine = DraftMachine.TestCase
    machine.settings = settings(max_examples=5, stateful_step_count=15, phases=[Phase.generate])
    machine().runTest()
