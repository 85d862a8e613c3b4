"""The guided path, step by step and kind by kind, whatever the work does meanwhile."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.wizard_state import (
    ADMIN_STEPS,
    STEPS,
    Step,
    StepStatus,
    WizardFacts,
    WizardState,
    step_statuses,
)

NOTHING = WizardFacts()
PLAIN = WizardFacts(has_mapping=True, issue_types=("a", "b"), problems=9, now="0")
DOUBTFUL = WizardFacts(has_mapping=True, doubts=2, issue_types=("a",), problems=1, now="0")
SAVED = WizardFacts(has_mapping=True, changes=3, saved="1", now="1")
CHANGED = WizardFacts(has_mapping=True, changes=4, saved="1", now="2")


def at(step: Step) -> WizardState:
    return WizardState(step)


@pytest.mark.parametrize(
    ("here", "facts", "next_", "before"),
    [
        ("files", NOTHING, "files", "files"),
        ("files", PLAIN, "problems", "files"),
        ("files", DOUBTFUL, "columns", "files"),
        ("columns", DOUBTFUL, "problems", "files"),
        ("columns", PLAIN, "problems", "files"),
        ("problems", PLAIN, "send", "files"),
        ("problems", DOUBTFUL, "send", "columns"),
        ("send", PLAIN, "send", "problems"),
        ("send", SAVED, "send", "problems"),
    ],
)
def test_one_goes_on_and_back(here: Step, facts: WizardFacts, next_: Step, before: Step) -> None:
    assert at(here).on(facts).step == next_
    assert at(here).back(facts).step == before


@pytest.mark.parametrize(
    ("facts", "reached"),
    [
        (NOTHING, {"files"}),
        (PLAIN, set(STEPS)),
        (SAVED, set(STEPS)),
        (CHANGED, set(STEPS)),
    ],
)
def test_one_goes_to_any_step_that_is_open(facts: WizardFacts, reached: set[Step]) -> None:
    assert {step for step in STEPS if at("files").go(step, facts).step == step} == reached


@pytest.mark.parametrize(
    ("here", "facts", "there"),
    [
        ("send", PLAIN, "send"),
        ("send", NOTHING, "files"),
        ("skus", NOTHING, "files"),
        ("send", CHANGED, "send"),
        ("problems", SAVED, "problems"),
    ],
)
def test_nobody_stays_at_a_step_that_is_not_open_any_more(
    here: Step, facts: WizardFacts, there: Step
) -> None:
    assert at(here).adapted_to(facts).step == there


def test_the_first_kind_is_at_hand_and_a_mended_one_stays_so() -> None:
    here = at("files").go("problems", PLAIN)
    assert here.issue_type == "a"
    assert here.adapted_to(WizardFacts(has_mapping=True, issue_types=("b",))).issue_type == "a"
    assert at("send").adapted_to(PLAIN).issue_type is None


@pytest.mark.parametrize(
    ("kind", "by", "there"),
    [("a", 1, "b"), ("b", 1, "a"), ("a", -1, "b"), ("gone", 1, "a"), ("gone", -1, "b"), (None, 1, "a")],
)
def test_kinds_follow_one_another_in_a_circle(kind: str | None, by: int, there: str) -> None:
    here = WizardState("problems", kind, 7, "Type").next_issue_type(PLAIN, -1 if by < 0 else 1)
    assert (here.issue_type, here.row, here.column) == (there, None, None)


def test_no_kind_is_left() -> None:
    assert WizardState("problems", "a").next_issue_type(SAVED).issue_type is None


def test_what_was_ever_there_counts_as_done_once_it_is_gone() -> None:
    here = at("problems").adapted_to(PLAIN).adapted_to(WizardFacts(has_mapping=True, issue_types=("c", "a")))
    assert here.met == ("a", "b", "c")
    found = step_statuses(here, WizardFacts(has_mapping=True, issue_types=("c",)))[2]
    assert found == StepStatus("problems", "to-do", True, 2, 3)


@pytest.mark.parametrize(
    ("facts", "states"),
    [
        (NOTHING, "to-do closed closed closed closed"),
        (PLAIN._replace(file_questions=1), "to-do not-needed to-do to-do to-do"),
        (PLAIN, "done not-needed to-do to-do to-do"),
        (DOUBTFUL, "done to-do to-do to-do to-do"),
        (SAVED, "done not-needed done to-do to-do"),
        (CHANGED, "done not-needed done to-do to-do"),
    ],
)
def test_what_is_done_and_what_is_left_is_told(facts: WizardFacts, states: str) -> None:
    assert [station.condition for station in step_statuses(at("files"), facts)] == states.split()
    assert [station.step for station in step_statuses(at("files"), facts) if station.here] == ["files"]


def test_skus_are_counted_and_their_step_is_done_once_all_that_would_be_sent_are_ready() -> None:
    some = WizardFacts(has_mapping=True, skus_ready=3, skus_sent=5)
    assert step_statuses(at("skus"), some)[3] == StepStatus("skus", "to-do", True, 3, 5)
    assert step_statuses(at("skus"), some._replace(skus_ready=5))[3].condition == "done"


def test_one_passes_by_the_skus_where_none_are_known() -> None:
    assert at("problems").on(PLAIN).step == "send"
    assert at("problems").on(PLAIN._replace(skus_sent=5)).step == "skus"
    assert at("send").back(PLAIN._replace(skus_sent=5)).step == "skus"


def test_the_steps_in_the_admin_are_ticked_off_in_any_order() -> None:
    here = at("send").tick("reprocess").tick("upload")
    assert here.checklist == ("upload", "reprocess")
    assert step_statuses(here, SAVED)[-1] == StepStatus("send", "to-do", True, 2, 3)
    for step in ADMIN_STEPS:
        here = here.tick(step)
    assert step_statuses(here, SAVED)[-1].condition == "done"
    assert here.tick("upload", done=False).checklist == ("reprocess", "look-again")


def test_the_last_step_is_done_once_all_is_ticked_and_no_change_is_out_of_the_copy() -> None:
    here = WizardState("send", checklist=ADMIN_STEPS)
    conditions = [step_statuses(here, facts)[-1].condition for facts in (SAVED, CHANGED, PLAIN)]
    assert conditions == ["done", "to-do", "done"], "in a newer Admin nothing is saved, and all can be done"


def test_before_a_copy_is_saved_nothing_of_the_last_step_is_counted() -> None:
    assert step_statuses(at("send"), PLAIN)[-1] == StepStatus("send", "to-do", True, 0, 0)
    assert step_statuses(at("send"), SAVED)[-1] == StepStatus("send", "to-do", True, 0, 3)


def test_another_copy_is_yet_to_be_brought_to_the_admin() -> None:
    here = at("send").tick("upload").saved_as("1")
    assert (here.saved, here.checklist) == ("1", ("upload",))
    assert here.saved_as("1").checklist == ("upload",), "the same copy saved again is the same work"
    assert here.saved_as("2").checklist == ()


@pytest.mark.parametrize("step", ["review", "save", "afterwards"])
def test_a_session_left_on_a_step_that_is_no_more_resumes_on_the_one_that_holds_it(step: str) -> None:
    kept = {"step": step, "kind": "a", "met": ["a"], "ticks": ["upload"], "saved": "1"}
    here = WizardState.from_json(kept)
    assert here == WizardState("send", "a", met=("a",), checklist=("upload",), saved="1")
    assert here.adapted_to(SAVED).step == "send"


facts = st.builds(
    WizardFacts,
    has_mapping=st.booleans(),
    doubts=st.integers(0, 2),
    file_questions=st.integers(0, 2),
    issue_types=st.lists(st.sampled_from("abcd"), unique=True).map(tuple),
    saved=st.sampled_from([None, "1"]),
    now=st.sampled_from(["1", "2"]),
)
moves = st.sampled_from(["on", "back", "adapted_to", *STEPS])


@given(st.lists(st.tuples(moves, facts), max_size=9))
def test_wherever_one_goes_one_can_stay_and_come_back_to(made: list[tuple[str, WizardFacts]]) -> None:
    here = WizardState()
    for move, now in made:
        here = here.go(move, now) if move in STEPS else getattr(here, move)(now)  # type: ignore[arg-type]
        here = here.adapted_to(now)
        assert step_statuses(here, now)[STEPS.index(here.step)].condition != "closed"
        assert WizardState.from_json(json.loads(json.dumps(here.to_json()))) == here


def test_what_is_not_known_is_left_out_of_what_was_kept() -> None:
    kept = {"step": "dance", "ticks": ["upload", "sing"], "kind": "a", "more": 1}
    assert WizardState.from_json(kept) == WizardState("files", "a", checklist=("upload",))


def test_it_is_kept_under_the_names_that_earlier_versions_read() -> None:
    here = WizardState("send", "a", 7, "Type", ("a", "b"), ("upload",), "1")
    assert here.to_json() == {
        "step": "send",
        "kind": "a",
        "row": 7,
        "column": "Type",
        "met": ["a", "b"],
        "ticks": ["upload"],
        "saved": "1",
    }
