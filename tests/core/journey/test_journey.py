"""The guided path, step by step and kind by kind, whatever the work does meanwhile."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.journey.facts import Facts
from listo.core.journey.path import ADMIN_STEPS, STEPS, Journey, Step
from listo.core.journey.signposts import Station, stations

NOTHING = Facts()
PLAIN = Facts(has_mapping=True, kinds=("a", "b"), problems=9, now="0")
DOUBTFUL = Facts(has_mapping=True, doubts=2, kinds=("a",), problems=1, now="0")
SAVED = Facts(has_mapping=True, changes=3, saved="1", now="1")
CHANGED = Facts(has_mapping=True, changes=4, saved="1", now="2")


def at(step: Step) -> Journey:
    return Journey(step)


@pytest.mark.parametrize(
    ("here", "facts", "next_", "before"),
    [
        ("files", NOTHING, "files", "files"),
        ("files", PLAIN, "problems", "files"),
        ("files", DOUBTFUL, "columns", "files"),
        ("columns", DOUBTFUL, "problems", "files"),
        ("columns", PLAIN, "problems", "files"),
        ("problems", PLAIN, "review", "files"),
        ("problems", DOUBTFUL, "review", "columns"),
        ("review", PLAIN, "save", "problems"),
        ("save", PLAIN, "save", "review"),
        ("save", SAVED, "afterwards", "review"),
        ("afterwards", SAVED, "afterwards", "save"),
    ],
)
def test_one_goes_on_and_back(here: Step, facts: Facts, next_: Step, before: Step) -> None:
    assert at(here).on(facts).step == next_
    assert at(here).back(facts).step == before


@pytest.mark.parametrize(
    ("facts", "reached"),
    [
        (NOTHING, {"files"}),
        (PLAIN, {"files", "columns", "problems", "review", "save"}),
        (SAVED, set(STEPS)),
        (CHANGED, set(STEPS)),
    ],
)
def test_one_goes_to_any_step_that_is_open(facts: Facts, reached: set[Step]) -> None:
    assert {step for step in STEPS if at("files").go(step, facts).step == step} == reached


@pytest.mark.parametrize(
    ("here", "facts", "there"),
    [
        ("afterwards", PLAIN, "save"),
        ("review", NOTHING, "files"),
        ("afterwards", CHANGED, "afterwards"),
        ("problems", SAVED, "problems"),
    ],
)
def test_nobody_stays_at_a_step_that_is_not_open_any_more(here: Step, facts: Facts, there: Step) -> None:
    assert at(here).keeping_up(facts).step == there


def test_the_first_kind_is_at_hand_and_a_mended_one_stays_so() -> None:
    here = at("files").go("problems", PLAIN)
    assert here.kind == "a"
    assert here.keeping_up(Facts(has_mapping=True, kinds=("b",))).kind == "a"
    assert at("review").keeping_up(PLAIN).kind is None


@pytest.mark.parametrize(
    ("kind", "by", "there"),
    [("a", 1, "b"), ("b", 1, "a"), ("a", -1, "b"), ("gone", 1, "a"), ("gone", -1, "b"), (None, 1, "a")],
)
def test_kinds_follow_one_another_in_a_circle(kind: str | None, by: int, there: str) -> None:
    here = Journey("problems", kind, 7, "Type").next_kind(PLAIN, -1 if by < 0 else 1)
    assert (here.kind, here.row, here.column) == (there, None, None)


def test_no_kind_is_left() -> None:
    assert Journey("problems", "a").next_kind(SAVED).kind is None


def test_what_was_ever_there_counts_as_done_once_it_is_gone() -> None:
    here = at("problems").keeping_up(PLAIN).keeping_up(Facts(has_mapping=True, kinds=("c", "a")))
    assert here.met == ("a", "b", "c")
    found = stations(here, Facts(has_mapping=True, kinds=("c",)))[2]
    assert found == Station("problems", "to-do", True, 2, 3)


@pytest.mark.parametrize(
    ("facts", "states"),
    [
        (NOTHING, "to-do closed closed closed closed closed"),
        (PLAIN, "done not-needed to-do to-do to-do closed"),
        (DOUBTFUL, "done to-do to-do to-do to-do closed"),
        (SAVED, "done not-needed done done done to-do"),
        (CHANGED, "done not-needed done to-do to-do to-do"),
    ],
)
def test_what_is_done_and_what_is_left_is_told(facts: Facts, states: str) -> None:
    assert [station.state for station in stations(at("files"), facts)] == states.split()
    assert [station.step for station in stations(at("files"), facts) if station.here] == ["files"]


def test_the_steps_in_the_admin_are_ticked_off_in_any_order() -> None:
    here = at("afterwards").tick("reprocess").tick("upload")
    assert here.ticks == ("upload", "reprocess")
    assert stations(here, SAVED)[-1] == Station("afterwards", "to-do", True, 2, 3)
    for step in ADMIN_STEPS:
        here = here.tick(step)
    assert stations(here, SAVED)[-1].state == "done"
    assert here.tick("upload", done=False).ticks == ("reprocess", "look-again")


facts = st.builds(
    Facts,
    has_mapping=st.booleans(),
    doubts=st.integers(0, 2),
    kinds=st.lists(st.sampled_from("abcd"), unique=True).map(tuple),
    saved=st.sampled_from([None, "1"]),
    now=st.sampled_from(["1", "2"]),
)
moves = st.sampled_from(["on", "back", "keeping_up", *STEPS])


@given(st.lists(st.tuples(moves, facts), max_size=9))
def test_wherever_one_goes_one_can_stay_and_come_back_to(made: list[tuple[str, Facts]]) -> None:
    here = Journey()
    for move, now in made:
        here = here.go(move, now) if move in STEPS else getattr(here, move)(now)  # type: ignore[arg-type]
        here = here.keeping_up(now)
        assert stations(here, now)[STEPS.index(here.step)].state != "closed"
        assert Journey.of(json.loads(json.dumps(here.kept()))) == here


def test_what_is_not_known_is_left_out_of_what_was_kept() -> None:
    kept = {"step": "dance", "ticks": ["upload", "sing"], "kind": "a", "more": 1}
    assert Journey.of(kept) == Journey("files", "a", ticks=("upload",))
