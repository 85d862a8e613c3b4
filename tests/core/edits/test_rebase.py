"""A history made again on a file that changed: rows are found again, new ones keep out of the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from listo.core.edits.history import Edit, FindingKey, History, IgnoreEdit, UndoStep
from listo.core.edits.operations import (
    Differences,
    apply_step,
    free_row,
    prepare,
    prepare_removal,
    prepare_return,
    prepare_row,
    undo_step,
)
from listo.core.edits.rebase import RebasedHistory, RowFingerprints, rebase_history
from listo.core.mapping.sheet import COLUMNS, Header, MappingSheet

Texts = tuple[str, ...]


def sheet(rows: list[Texts], header_row: int = 1) -> MappingSheet:
    header = Header(header_row, {name: place for place, name in enumerate(COLUMNS)}, COLUMNS)
    numbers = list(range(header_row + 1, header_row + 1 + len(rows)))
    return MappingSheet("P", header, numbers, {n: [r[i] for r in rows] for i, n in enumerate(COLUMNS)})


def row(name: str, value: str = "v") -> Texts:
    return ("212", "", "Information", name, name, name, value)


ROWS = [row(name) for name in "abcdef"]


def made(original: MappingSheet, *steps: UndoStep) -> tuple[History, RowFingerprints]:
    history = History()
    for step in steps:
        history = history.with_step(step)
    return history, RowFingerprints.of(original, history.steps)


def edits(original: MappingSheet, *rows: int) -> UndoStep:
    return prepare(original, [Edit(row, "AmazonValue", f"new {row}") for row in rows])


def values(replayed: RebasedHistory) -> list[str]:
    return replayed.sheet.column("AmazonValue")


def test_rows_that_moved_with_the_header_are_found_again() -> None:
    original = sheet(ROWS)
    renamed = prepare(original, [Edit(1, "Type", "Tipo"), Edit(3, "AmazonValue", "new")])
    history, fingerprints = made(original, renamed)
    again = rebase_history(sheet([row("z"), *ROWS], 3), history, fingerprints)
    assert again.dropped == ()
    assert again.sheet.header_text("Type") == "Tipo"
    assert values(again) == ["v", "v", "new", "v", "v", "v", "v"]
    assert [edit.row for edit in again.history.steps[0].edits] == [3, 6]


def test_of_rows_alike_the_nearest_is_taken_and_each_once() -> None:
    original = sheet([row("a"), row("a"), row("b")])
    history, fingerprints = made(original, edits(original, 2, 3))
    again = rebase_history(sheet([row("z"), row("z"), row("a"), row("a"), row("b")]), history, fingerprints)
    assert sorted(values(again)) == ["new 2", "new 3", "v", "v", "v"]


def test_a_row_changed_where_it_was_mended_is_found_by_its_other_cells() -> None:
    original = sheet(ROWS)
    history, fingerprints = made(original, edits(original, 3, 4))
    others = [row("z"), row("a"), row("b", "theirs"), row("c"), *ROWS[3:]]
    again = rebase_history(sheet(others), history, fingerprints)
    assert [(edit.row, edit.before) for edit in again.dropped] == [(3, "v")]
    assert values(again)[3] == "new 4"


def test_without_anchors_rows_stay_where_they_were() -> None:
    original = sheet(ROWS)
    history, _ = made(original, edits(original, 3))
    assert values(rebase_history(sheet([row("z"), *ROWS]), history))[1] == "new 3"


def test_a_new_row_makes_room_for_those_that_the_file_has_now() -> None:
    original = sheet(ROWS)
    new = prepare_row(free_row(original, original), row("new"))
    working = original.copy()
    apply_step(working, new)
    filled = prepare(working, [Edit(8, "AmazonValue", "w")])
    history, fingerprints = made(original, new, filled)
    again = rebase_history(sheet([*ROWS, row("g"), row("h")]), history, fingerprints)
    assert again.sheet.row_numbers == list(range(2, 11))
    assert values(again)[-1] == "w"
    assert (again.history.steps[0].rows[0].row, again.history.steps[1].edits[0].row) == (10, 10)


def test_a_new_row_never_takes_the_number_of_one_that_went_again() -> None:
    original = sheet(ROWS)
    working = original.copy()
    apply_step(working, first := prepare_row(free_row(original, working), row("new")))
    left = UndoStep(ignores=(IgnoreEdit(FindingKey("type-case", 8, "Type", "Information"), None, "so"),))
    apply_step(working, gone := prepare_removal(working, [8]))
    history, fingerprints = made(original, first, left, gone)
    second = prepare_row(free_row(original, working, history.moved_rows()), row("newer"))
    assert second.rows[0].row == 9
    again = rebase_history(sheet([*ROWS, row("g")]), history.with_step(second), fingerprints)
    assert again.sheet.row_numbers == [*range(2, 9), 10]
    assert [key.row for key in again.history.reasons()] == [9]


def test_a_row_that_says_something_else_now_does_not_go() -> None:
    original = sheet(ROWS)
    history, fingerprints = made(original, prepare_removal(original, [3, 5]))
    again = rebase_history(sheet([ROWS[0], row("x"), *ROWS[2:]]), history, fingerprints)
    assert [edit.row for edit in again.dropped_rows] == [3]
    assert again.sheet.row_numbers == [2, 3, 4, 6, 7]


def test_edits_of_a_row_that_went_later_are_not_missed() -> None:
    original = sheet(ROWS)
    working = original.copy()
    first = edits(original, 3)
    apply_step(working, first)
    history, fingerprints = made(original, first, prepare_removal(working, [3]))
    again = rebase_history(sheet(ROWS), history, fingerprints)
    assert (again.dropped, again.dropped_rows) == ((), ())
    assert not again.sheet.has_row(3)


def test_a_finding_that_is_left_goes_along_with_its_row() -> None:
    original = sheet(ROWS)
    step = UndoStep(ignores=(IgnoreEdit(FindingKey("type-case", 3, "Type", "Information"), None, "so"),))
    history, fingerprints = made(original, step)
    again = rebase_history(sheet([row("z"), *ROWS]), history, fingerprints)
    assert [key.row for key in again.history.reasons()] == [4]


def test_a_row_taken_back_comes_back_in_its_new_place() -> None:
    original = sheet(ROWS)
    working = original.copy()
    gone = prepare_removal(working, [3])
    apply_step(working, gone)
    back = prepare_return(original, working, [(3, "")])
    history, fingerprints = made(original, gone, back)
    again = rebase_history(sheet([row("z"), *ROWS]), history, fingerprints)
    assert again.sheet.row_numbers == list(range(2, 9))
    assert len(Differences(sheet([row("z"), *ROWS]), again.sheet)) == 0


wishes = st.one_of(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(COLUMNS), st.sampled_from("xyz")), max_size=3),
    st.tuples(st.just("out"), st.integers(0, 9)),
    st.tuples(st.just("in"), st.integers(0, 9)),
)


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=8),
    st.lists(wishes, max_size=6),
    st.integers(0, 6),
    st.lists(st.sampled_from("pq"), max_size=3),
)
def test_whatever_was_done_is_done_again_below_new_rows(
    names: list[str], wanted: list[object], back: int, above: list[str]
) -> None:
    original = sheet([row(name, str(place)) for place, name in enumerate(names)])
    working, history = original.copy(), History()
    for wish in wanted:
        step = step_of(original, working, wish)
        if step:
            apply_step(working, step)
            history = history.with_step(step)
    for _ in range(back):
        if step := history.to_undo():
            undo_step(working, step)
            history = history.undone()
    assert content(
        rebase_history(original, history, RowFingerprints.of(original, history.steps)).sheet
    ) == content(working)
    below = sheet([row(name, "above") for name in above] + [original.row(i) for i in range(len(original))])
    again = rebase_history(below, history, RowFingerprints.of(original, history.steps))
    assert (again.dropped, again.dropped_rows) == ((), ())
    assert content(again.sheet) == [row(name, "above") for name in above] + content(working)


def step_of(original: MappingSheet, working: MappingSheet, wish: object) -> UndoStep:
    if isinstance(wish, list):
        rows = [(working.row_numbers[i % len(working)], *rest) for i, *rest in wish if len(working)]
        return prepare(working, [Edit(*each) for each in rows])
    kind, place = wish  # type: ignore[misc]
    if kind == "in":
        return prepare_row(free_row(original, working), row(f"new {place}"))
    return prepare_removal(working, working.row_numbers[place : place + 1])


def content(of: MappingSheet) -> list[Texts]:
    return [of.row(index) for index in range(len(of))]
