"""Edits of a sheet as data: made, taken back, made again, and replayed on another reading of the file."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from listo.core.edits import operations
from listo.core.edits.history import CellEdit, Edit, History, StepSummary, UndoStep
from listo.core.edits.operations import (
    Differences,
    apply_safe_fixes,
    apply_step,
    can_edit,
    changed_cells,
    prepare,
    prepare_removal,
    prepare_return,
    safe_edits,
    text_at,
    undo_step,
)
from listo.core.edits.rebase import rebase_history
from listo.core.mapping.sheet import COLUMNS, Column, Header, MappingSheet
from listo.core.workbooks.model import CellKind

FIRST_ROW = 3
TEXTS = st.sampled_from(["", "a", "b", "VTEXValue 0"])


def make_sheet(rows: int = 4, lacking: str = "") -> MappingSheet:
    present = [name for name in COLUMNS if name != lacking]
    header = Header(FIRST_ROW - 1, {name: i for i, name in enumerate(present)}, tuple(present))
    columns = {name: [f"{name} {i}" if name in present else "" for i in range(rows)] for name in COLUMNS}
    numbers = list(range(FIRST_ROW, FIRST_ROW + rows))
    return MappingSheet("Sheet", header, numbers, columns, {(0, "VTEXValue"): "date"})


def contents(sheet: MappingSheet) -> object:
    return [sheet.column(name)[:] for name in COLUMNS], dict(sheet.kinds), sheet.header.texts


def made(sheet: MappingSheet, *edits: Edit) -> UndoStep:
    step = prepare(sheet, edits)
    apply_step(sheet, step)
    return step


def test_a_copy_can_be_changed_on_its_own() -> None:
    original = make_sheet()
    copy = original.copy()
    before = contents(original)
    made(copy, Edit(3, "Type", "Variation"), Edit(3, "VTEXValue", "10/12"), Edit(2, "Type", "type"))
    assert contents(original) == before
    assert contents(copy) != before


def test_the_last_of_two_edits_of_a_cell_counts_and_what_changes_nothing_is_left_out() -> None:
    sheet = make_sheet()
    step = prepare(sheet, [Edit(3, "Type", "a"), Edit(3, "Type", "b"), Edit(4, "Type", "Type 1")])
    assert step.edits == (CellEdit(3, "Type", "Type 0", "b"),)


def test_what_no_file_could_keep_of_a_text_is_left_out() -> None:
    step = prepare(make_sheet(), [Edit(3, "Type", "a\0b\ud83d c"), Edit(4, "Type", "Type\0 1")])
    assert step.edits == (CellEdit(3, "Type", "Type 0", "ab c"),)


def test_a_date_replaced_by_the_text_it_shows_becomes_text_and_undo_makes_it_a_date_again() -> None:
    original = make_sheet()
    sheet = original.copy()
    step = made(sheet, Edit(3, "VTEXValue", "VTEXValue 0"))
    assert sheet.kind(0, "VTEXValue") is None
    assert changed_cells(original, sheet) == step.edits
    undo_step(sheet, step)
    assert contents(sheet) == contents(original)


@pytest.mark.parametrize(("row", "column"), [(1, "Type"), (99, "Type"), (3, "Nothing"), (3, "VTEXValue")])
def test_a_cell_that_is_not_there_is_refused(row: int, column: str) -> None:
    sheet = make_sheet(lacking="VTEXValue")
    assert not can_edit(sheet, row, column)
    with pytest.raises(ValueError, match="no cell to edit"):
        prepare(sheet, [Edit(row, column, "x")])


def test_a_header_cell_is_edited_like_any_other() -> None:
    original = make_sheet()
    sheet = original.copy()
    step = made(sheet, Edit(2, "Type", "Tipo"), Edit(3, "Type", "x"))
    assert text_at(sheet, 2, "Type") == "Tipo"
    assert [(edit.row, edit.column) for edit in changed_cells(original, sheet)] == [(2, "Type"), (3, "Type")]
    undo_step(sheet, step)
    assert len(Differences(original, sheet)) == 0


def test_cells_go_back_to_what_the_file_says_as_one_step() -> None:
    original = make_sheet()
    sheet = original.copy()
    made(sheet, Edit(3, "VTEXValue", "x"), Edit(4, "Type", "y"), Edit(2, "Type", "z"))
    back = prepare_return(original, sheet, [(3, "VTEXValue"), (2, "Type"), (5, "Type"), (99, "Type")])
    apply_step(sheet, back)
    assert changed_cells(original, sheet) == (CellEdit(4, "Type", "Type 1", "y"),)
    assert sheet.kind(0, "VTEXValue") == "date"
    undo_step(sheet, back)
    assert text_at(sheet, 3, "VTEXValue") == "x"


def test_a_date_that_came_back_is_a_date_after_a_replay_too() -> None:
    original, sheet = make_sheet(), make_sheet()
    history = History().with_step(made(sheet, Edit(3, "VTEXValue", "VTEXValue 0")))
    back = prepare_return(original, sheet, [(3, "VTEXValue")])
    assert contents(rebase_history(original, history.with_step(back)).sheet) == contents(original)


def test_a_step_says_what_it_did() -> None:
    one = CellEdit(3, "Type", "a", "b")
    assert UndoStep((one, CellEdit(4, "Type", "c", "b"))).summary() == StepSummary(2, "Type", "b")
    assert UndoStep((one, CellEdit(4, "VTEXValue", "c", "b"))).summary() == StepSummary(2, "", "b")
    assert UndoStep((one, CellEdit(4, "Type", "c", "d"))).summary() == StepSummary(2, "Type", "")


@dataclass
class Fault:
    row: int | None
    column: str | None
    safe_fix: str | None


@dataclass
class Faults:
    findings: list[Fault]


def check_cases(sheet: MappingSheet) -> Faults:
    """Find blanks first, then the wrong case: two fixes of one cell, one after the other."""
    found = []
    for row, text in zip(sheet.row_numbers, sheet.column("Type"), strict=True):
        if text != text.strip():
            found.append(Fault(row, "Type", text.strip()))
        elif text != text.title():
            found.append(Fault(row, "Type", text.title()))
    return Faults(found)


def test_safe_edits_take_each_cell_once() -> None:
    faults = [Fault(3, "Type", "a"), Fault(3, "Type", "b"), Fault(4, "Type", None), Fault(None, None, "c")]
    assert safe_edits(faults) == (Edit(3, "Type", "a"),)


def test_safe_fixes_are_made_until_none_remains_as_one_step() -> None:
    sheet = make_sheet()
    made(sheet, Edit(3, "Type", " variation "), Edit(4, "Type", "information"))
    before = contents(sheet)
    mended, step, left = apply_safe_fixes(sheet, check_cases(sheet), check_cases)
    assert contents(sheet) == before
    assert mended.column("Type") == ["Variation", "Information", "Type 2", "Type 3"]
    assert left.findings == []
    assert step.edits == (
        CellEdit(3, "Type", " variation ", "Variation"),
        CellEdit(4, "Type", "information", "Information"),
    )
    undo_step(mended, step)
    assert contents(mended) == before


def test_safe_fixes_that_contradict_each_other_end() -> None:
    def never_content(sheet: MappingSheet) -> Faults:
        return Faults([Fault(3, "Type", "b" if text_at(sheet, 3, "Type") == "a" else "a")])

    sheet = make_sheet()
    _, step, _ = apply_safe_fixes(sheet, never_content(sheet), never_content)
    assert len(step.edits) == 1


def test_a_history_replayed_on_a_changed_file_keeps_what_fits_and_names_the_rest() -> None:
    sheet = make_sheet()
    history = History()
    for edit in (Edit(3, "Type", "a"), Edit(3, "Type", "b"), Edit(4, "Type", "c"), Edit(5, "Type", "d")):
        history = history.with_step(made(sheet, edit))
    history = history.undone()

    changed_file = make_sheet()
    changed_file.set_text(1, "Type", "something else")
    replayed = rebase_history(changed_file, history)
    assert replayed.sheet.column("Type") == ["b", "something else", "Type 2", "Type 3"]
    assert replayed.dropped == (CellEdit(4, "Type", "Type 1", "c"),)
    assert replayed.history.to_undo() == UndoStep((CellEdit(3, "Type", "a", "b"),))
    assert replayed.history.to_redo() == UndoStep((CellEdit(5, "Type", "Type 2", "d"),))


def test_undo_passes_over_a_step_of_which_nothing_is_left() -> None:
    one = UndoStep((CellEdit(3, "Type", "a", "b"),))
    history = History((one, UndoStep(())), 2)
    assert history.to_undo() == one
    assert history.undone().position == 0
    assert history.undone().redone().position == 1


def test_what_the_file_already_says_is_not_named_as_dropped() -> None:
    sheet = make_sheet()
    history = (
        History().with_step(made(sheet, Edit(3, "Type", "a"))).with_step(made(sheet, Edit(3, "Type", "b")))
    )
    corrected_file = make_sheet()
    corrected_file.set_text(0, "Type", "b")
    replayed = rebase_history(corrected_file, history)
    assert replayed.dropped == ()
    assert replayed.history.changes() == (None, None)


def test_changes_of_a_column_that_the_file_lost_are_dropped() -> None:
    sheet = make_sheet()
    history = History().with_step(made(sheet, Edit(3, "Type", "a"), Edit(2, "Type", "t")))
    replayed = rebase_history(make_sheet(lacking="Type"), history)
    assert {(edit.row, edit.column) for edit in replayed.dropped} == {(3, "Type"), (2, "Type")}


class Editing(RuleBasedStateMachine):
    """Whatever is done, undone and done again, the sheet is what a replay of its history gives."""

    def __init__(self) -> None:
        super().__init__()
        self.original = make_sheet()
        self.sheet = self.original.copy()
        self.history = History()
        self.seen = [contents(self.sheet)]

    @rule(
        edits=st.lists(
            st.builds(
                Edit,
                st.integers(2, 6),
                st.sampled_from(COLUMNS),
                st.sampled_from(["", "a", "b", "VTEXValue 0"]),
            ),
            max_size=4,
        )
    )
    def edit(self, edits: list[Edit]) -> None:
        step = prepare(self.sheet, edits)
        if step.edits:
            apply_step(self.sheet, step)
            self.history = self.history.with_step(step)
            self.seen = [*self.seen[: len(self.history.steps)], contents(self.sheet)]

    @rule(cells=st.lists(st.tuples(st.integers(2, 6), st.sampled_from(COLUMNS)), max_size=4))
    def give_back(self, cells: list[tuple[int, str]]) -> None:
        step = prepare_return(self.original, self.sheet, cells)
        if step.edits:
            apply_step(self.sheet, step)
            self.history = self.history.with_step(step)
            self.seen = [*self.seen[: len(self.history.steps)], contents(self.sheet)]

    @precondition(lambda self: self.history.to_undo())
    @rule()
    def undo(self) -> None:
        step = self.history.to_undo()
        assert step is not None
        undo_step(self.sheet, step)
        self.history = self.history.undone()

    @precondition(lambda self: self.history.to_redo())
    @rule()
    def redo(self) -> None:
        step = self.history.to_redo()
        assert step is not None
        apply_step(self.sheet, step)
        self.history = self.history.redone()

    @invariant()
    def sheet_is_what_it_was_at_this_point(self) -> None:
        assert contents(self.sheet) == self.seen[self.history.position]

    @invariant()
    def sheet_equals_replay(self) -> None:
        replayed = rebase_history(self.original, self.history)
        assert contents(replayed.sheet) == contents(self.sheet)
        assert replayed.history == self.history
        assert replayed.dropped == ()

    @invariant()
    def differences_make_the_sheet_out_of_the_original(self) -> None:
        copy = self.original.copy()
        apply_step(copy, UndoStep(changed_cells(self.original, self.sheet)))
        assert contents(copy) == contents(self.sheet)
        assert len(Differences(self.original, self.sheet)) == len(changed_cells(self.original, self.sheet))


Editing.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
TestEditing = Editing.TestCase


@pytest.mark.parametrize("many", [0, 300])
def test_many_rows_that_come_and_go_at_once_are_as_if_one_by_one(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "_MANY_ROWS", many)
    rows = [("212", "", "", f"field {row}", "", "10/12", "v") for row in range(40)]
    header = Header(1, {name: place for place, name in enumerate(COLUMNS)}, COLUMNS)
    columns = {name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}
    kinds: dict[tuple[int, Column], CellKind] = {(place, "VTEXValue"): "date" for place in range(0, 40, 3)}
    sheet = MappingSheet("P", header, list(range(2, 42)), columns, kinds)
    original = sheet.copy()
    step = prepare_removal(sheet, [*range(30, 4, -2), 40])
    one_by_one = sheet.copy()
    for row in step.rows:
        one_by_one.remove_row(row.row)
    apply_step(sheet, step)
    assert contents(sheet) == contents(one_by_one)
    undo_step(sheet, step)
    assert contents(sheet) == contents(original)
    with pytest.raises(ValueError, match="there already"):
        undo_step(sheet, step)


def test_another_step_before_the_last_one_is_another_state() -> None:
    sheet = make_sheet()
    first, other, last = (prepare(sheet, [Edit(3, "Type", text)]) for text in ("a", "b", "c"))
    saved = History().with_step(first).with_step(last)
    assert saved.undone().redone().mark() == saved.mark()
    assert History().with_step(other).with_step(last).mark() != saved.mark()
