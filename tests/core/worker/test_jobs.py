"""The whole work on a mapping sheet, over real files: open, mend, take back, save, and go on another day."""

from __future__ import annotations

import inspect
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from listo.core import resources
from listo.core.edits.history import CellEdit, Edit, StepSummary
from listo.core.errors import CancelledError, InputError
from listo.core.mapping.sheet import COLUMNS
from listo.core.storage.store import Store
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import jobs_of
from listo.core.worker.results import CellChange, Overview

HEADER = list(COLUMNS)
ROWS = [
    ["212", "SizeColor", "Variation", "Tamanho", "Size", "P", "S"],  # row 2
    ["212", "SizeColor", "Variation", "Cor", "Color", "Preto", "black"],
    ["212", "SizeColor", "Variation", "Cor", "Color", "Pretto", "black"],
    ["212", "sizecolor", "Variation", "Cor", "Color", "Azul", "Bluee"],
    ["212", "SizeColor", "variation", "Tamanho", "Size", "PP", "black"],
    ["212", "", "Information", "Marca", "Brand", "Una", " Una "],
]
VALUES = resources.root() / "samples" / "amazon-values.xlsx"


def no_progress(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


def write_mapping(
    path: Path,
    rows: Sequence[Sequence[object]] = ROWS,
    header: Sequence[str] = HEADER,
    sheet: str = "Planilha1",
) -> Path:
    book = Workbook()
    book.active.title = sheet
    for row in (header, *rows):
        book.active.append(list(row))
    book.create_sheet("Notas").append(["kept as it is"])
    book.save(path)
    return path


def touch_later(path: Path) -> None:
    """Make sure that the file's time is another one, whatever the clock's grain."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 5_000_000_000))


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    return write_mapping(tmp_path / "mapping.xlsx")


@pytest.fixture
def values(tmp_path: Path) -> Path:
    return Path(shutil.copy(VALUES, tmp_path / "values.xlsx"))


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        yield jobs


def open_files(jobs: Jobs, *paths: Path) -> Overview:
    return jobs.open(no_progress, paths)


def counts(overview: Overview) -> dict[str, int]:
    return {group.code: group.count for group in overview.groups}


def texts(jobs: Jobs, column: str) -> list[str]:
    page = jobs.sheet_page(no_progress, 0, 1000)
    return [row.cells[HEADER.index(column)] for row in page.rows]


def everything(jobs: Jobs) -> object:
    """Return all that can be seen of the work and of the store behind it."""
    overview = jobs.overview(no_progress)
    pages = [jobs.problem_page(no_progress, group.code, 0, 100) for group in overview.groups]
    store = jobs.session.store
    stored = [store.load(line.session) for line in (*store.recent(), *store.recent(kind="sample"))]
    sheet, changes = jobs.sheet_page(no_progress, 0, 100), jobs.changes_page(no_progress, 0, 100)
    return overview, pages, sheet, changes, stored


# ---------------------------------------------------------------- files


def test_a_mapping_sheet_is_opened_and_checked(jobs: Jobs, mapping: Path) -> None:
    overview = open_files(jobs, mapping)
    assert (overview.mapping, overview.sheet) == (mapping, "Planilha1")
    assert (overview.header_row, overview.rows) == (1, 6)
    in_error = {"theme-case": 1, "type-case": 1, "cell-whitespace": 1}
    assert counts(overview) == {**in_error, "variation-collision": 1}
    assert overview.counts == {"error": 3, "warning": 0, "info": 1}
    (card,) = overview.files
    assert (card.kind, card.error, card.details) == ("mapping", None, {"sheet": "Planilha1", "rows": "6"})
    assert ("amazon-value-case", "amazon-values") in overview.checks_skipped
    assert (overview.undo, overview.redo, overview.changed_cells) == (None, None, 0)


def test_a_reference_says_what_it_adds_and_keeps_the_work(jobs: Jobs, mapping: Path, values: Path) -> None:
    open_files(jobs, mapping)
    before = jobs.apply(no_progress, [Edit(6, "Type", "Variation")])
    after = open_files(jobs, values)
    assert after.session == before.session
    assert (after.changed_cells, after.undo) == (1, StepSummary(1, "Type", "Variation"))
    assert counts(after)["amazon-value-case"] == 2
    card = after.files[1]
    assert card.kind == "amazon-values"
    assert "amazon-value-case" in card.adds
    assert set(card.adds) <= set(after.checks_run)
    assert int(card.details["attributes"]) > 0


def test_a_second_reference_of_the_same_kind_adds_nothing_more(
    jobs: Jobs, mapping: Path, values: Path
) -> None:
    twin = Path(shutil.copy(values, values.with_name("twin.xlsx")))
    overview = open_files(jobs, values, mapping, twin)
    assert [bool(card.adds) for card in overview.files] == [True, False, False]
    assert [bool(card.adds) for card in jobs.remove(no_progress, values).files] == [False, True]


def test_a_file_that_cannot_be_used_loses_none_of_the_others(
    jobs: Jobs, mapping: Path, values: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(mapping.read_bytes()[:200])
    missing = tmp_path / "missing.xlsx"
    overview = open_files(jobs, broken, mapping, missing, values)
    errors = [card.error and card.error.code for card in overview.files]
    assert errors == ["file-damaged", None, "file-not-found", None]
    assert overview.mapping == mapping
    assert counts(overview)["amazon-value-case"] == 2

    again = open_files(jobs, broken)
    assert [card.path for card in again.files] == [mapping, values, broken]
    assert (again.mapping, again.session) == (mapping, overview.session)
    assert [card.path for card in jobs.remove(no_progress, broken).files] == [mapping, values]


def test_references_alone_wait_for_a_mapping_sheet(jobs: Jobs, mapping: Path, values: Path) -> None:
    alone = open_files(jobs, values)
    assert (alone.mapping, alone.session, alone.groups) == (None, None, ())
    assert alone.files[0].adds
    assert "amazon-value-case" in counts(open_files(jobs, mapping))


def test_of_several_mapping_sheets_the_last_is_worked_on(jobs: Jobs, mapping: Path) -> None:
    other = write_mapping(mapping.with_name("other.xlsx"), ROWS[:1])
    overview = open_files(jobs, mapping, other)
    assert (overview.mapping, overview.rows) == (other, 1)
    assert [card.details.get("instead") for card in overview.files] == ["other.xlsx", None]

    overview = open_files(jobs, mapping)
    assert overview.mapping == mapping
    assert [card.path for card in overview.files] == [mapping]


def test_a_sheet_with_a_header_alone_is_opened_and_what_is_wrong_is_said(jobs: Jobs, mapping: Path) -> None:
    empty = write_mapping(mapping.with_name("empty.xlsx"), ())
    overview = open_files(jobs, empty)
    assert (overview.mapping, overview.rows) == (empty, 0)
    assert counts(overview) == {"sheet-empty": 1}
    assert open_files(jobs, mapping, empty).mapping == mapping


def test_a_sheet_without_rows_takes_no_other_ones_place(jobs: Jobs, mapping: Path) -> None:
    before = open_files(jobs, mapping)
    empty = write_mapping(mapping.with_name("empty.xlsx"), ())
    nothing = mapping.with_name("nothing.csv")
    nothing.touch()
    overview = open_files(jobs, empty, nothing)
    assert (overview.mapping, overview.session) == (mapping, before.session)
    assert [card.details["rows"] for card in overview.files] == [str(before.rows), "0", "0"]
    assert jobs.remove(no_progress, mapping).mapping is None
    assert open_files(jobs, nothing).mapping is None


def test_the_sheet_at_hand_is_followed_when_its_rows_are_gone(jobs: Jobs, mapping: Path) -> None:
    open_files(jobs, mapping)
    write_mapping(mapping, ())
    overview = open_files(jobs, mapping)
    assert (overview.mapping, overview.rows) == (mapping, 0)


def test_the_same_file_dropped_twice_is_read_once(jobs: Jobs, mapping: Path) -> None:
    assert len(open_files(jobs, mapping, mapping).files) == 1


def test_the_open_file_dropped_again_is_read_afresh_and_keeps_what_fits(jobs: Jobs, mapping: Path) -> None:
    open_files(jobs, mapping)
    before = jobs.apply(no_progress, [Edit(5, "AmazonValue", "Blue"), Edit(6, "Type", "Variation")])
    changed = [list(row) for row in ROWS]
    changed[3][6] = "Azure"
    write_mapping(mapping, changed)
    touch_later(mapping)
    overview = open_files(jobs, mapping)
    assert overview.session == before.session
    assert overview.file_changed
    assert overview.dropped == (CellEdit(5, "AmazonValue", "Bluee", "Blue"),)
    assert overview.changed_cells == 1
    assert texts(jobs, "Type")[4] == "Variation"


def test_removing_the_mapping_sheet_closes_it_and_keeps_the_references(
    jobs: Jobs, mapping: Path, values: Path
) -> None:
    session = open_files(jobs, mapping, values).session
    jobs.apply(no_progress, [Edit(6, "Type", "Variation")])
    overview = jobs.remove(no_progress, mapping)
    assert (overview.mapping, overview.session) == (None, None)
    assert [card.path for card in overview.files] == [values]
    assert [one.session for one in jobs.recent(no_progress)] == [session]
    with pytest.raises(InputError) as error:
        jobs.undo(no_progress)
    assert error.value.code == "session-not-found"


def test_removing_a_reference_takes_its_checks_away(jobs: Jobs, mapping: Path, values: Path) -> None:
    session = open_files(jobs, mapping, values).session
    overview = jobs.remove(no_progress, values)
    assert "amazon-value-case" not in counts(overview)
    assert session is not None
    assert jobs.session.store.load(session).references == ()


def test_what_damage_left_of_the_work_is_gone_on_with_and_the_rest_is_counted(
    jobs: Jobs, mapping: Path, listo_home: Path
) -> None:
    session = open_files(jobs, mapping).session
    for value in ("Black", "Blue", "Green"):
        jobs.apply(no_progress, [Edit(3, "AmazonValue", value)])
    jobs.close()
    with closing(sqlite3.connect(listo_home / "listo.sqlite3")) as database:
        database.execute("DELETE FROM step WHERE number = 1")
        database.commit()
    with closing(Jobs()) as fresh:
        assert session is not None
        assert fresh.resume(no_progress, session).lost_steps == 2
        assert texts(fresh, "AmazonValue")[1] == "Black"
        assert fresh.apply(no_progress, [Edit(3, "AmazonValue", "Red")]).lost_steps == 0
        assert texts(fresh, "AmazonValue")[1] == "Red"


def test_the_sample_is_opened_in_place_of_everything(jobs: Jobs, mapping: Path) -> None:
    open_files(jobs, mapping)
    overview = jobs.sample(no_progress)
    assert [card.kind for card in overview.files] == ["mapping", "amazon-values"]
    assert overview.counts["error"] > 0
    assert jobs.proposed_name(no_progress).parent not in (resources.root() / "samples", resources.root())
    assert [one.path for one in jobs.recent(no_progress)] == [mapping]


# ---------------------------------------------------------------- problems


def test_groups_come_in_the_order_to_work_through_them(jobs: Jobs, mapping: Path, values: Path) -> None:
    groups = open_files(jobs, mapping, values).groups
    order = [("error", "warning", "info").index(group.severity) for group in groups]
    assert order == sorted(order)
    errors = [group.count for group in groups if group.severity == "error"]
    assert errors == sorted(errors, reverse=True)
    case = next(group for group in groups if group.code == "amazon-value-case")
    assert (case.count, case.with_suggestion, case.with_safe_fix) == (2, 2, 2)
    assert case.error_id == "map-color-not-accepted"


def test_problems_come_page_by_page_with_their_rows(jobs: Jobs, mapping: Path, values: Path) -> None:
    overview = open_files(jobs, mapping, values)
    page = jobs.problem_page(no_progress, "amazon-value-case", 1, 5)
    assert (page.revision, page.start, page.total) == (overview.revision, 1, 2)
    (problem,) = page.problems
    assert problem.finding.row == 4
    assert problem.cells == tuple(ROWS[2])
    assert jobs.problem_page(no_progress, "no-such-code", 0, 5).total == 0
    assert jobs.problem_page(no_progress, "amazon-value-case", 9, 5).problems == ()


def test_the_whole_sheet_comes_with_its_marks(jobs: Jobs, mapping: Path) -> None:
    open_files(jobs, mapping)
    jobs.apply(no_progress, [Edit(2, "AmazonValue", "M")])
    page = jobs.sheet_page(no_progress, 0, 4)
    assert (page.total, [row.row for row in page.rows]) == (6, [2, 3, 4, 5])
    assert page.rows[0].changed == ("AmazonValue",)
    assert page.rows[3].codes == {"VariationTheme": ("theme-case",)}


def test_a_problem_of_the_header_shows_the_header(jobs: Jobs, tmp_path: Path) -> None:
    renamed = ["category id", *HEADER[1:]]
    overview = open_files(jobs, write_mapping(tmp_path / "renamed.xlsx", header=renamed))
    assert counts(overview)["column-renamed"] == 1
    (problem,) = jobs.problem_page(no_progress, "column-renamed", 0, 9).problems
    assert problem.cells == tuple(renamed)
    fixed = jobs.apply_suggestions(no_progress, "column-renamed")
    assert "column-renamed" not in counts(fixed)
    assert jobs.changes_page(no_progress, 0, 9).changes == (
        CellChange(1, "CategoryID", "category id", "CategoryID"),
    )


# ---------------------------------------------------------------- mending


def test_some_problems_of_a_kind_are_left_together(jobs: Jobs, tmp_path: Path) -> None:
    rows = [["212", "", "Information", "Marca", "Brand", f"B{n}", f" B{n}"] for n in range(6)]
    before = open_files(jobs, write_mapping(tmp_path / "blanks.xlsx", rows))
    places = ((1, 2), (5, 9))
    stale = jobs.ignore_chosen(no_progress, "cell-whitespace", places, "why", before.revision - 1)
    assert stale.ignored == 0
    after = jobs.ignore_chosen(no_progress, "cell-whitespace", places, "why", before.revision)
    assert (after.ignored, counts(after)) == (3, {"cell-whitespace": 3})
    left = jobs.ignored_page(no_progress, 0, 10).problems
    assert [(problem.finding.row, problem.reason) for problem in left] == [(3, "why"), (4, "why"), (7, "why")]


def test_some_problems_of_a_kind_are_mended_together(jobs: Jobs, tmp_path: Path) -> None:
    rows = [["212", "", "Information", "Marca", "Brand", f"B{n}", f" B{n}"] for n in range(6)]
    before = open_files(jobs, write_mapping(tmp_path / "blanks.xlsx", rows))
    assert counts(before) == {"cell-whitespace": 6}
    places = ((0, 1), (4, 4))
    stale = jobs.apply_chosen(no_progress, "cell-whitespace", places, None, before.revision - 1)
    assert stale.changed_cells == 0
    jobs.apply_chosen(no_progress, "cell-whitespace", places, None, before.revision)
    assert texts(jobs, "AmazonValue") == ["B0", "B1", " B2", " B3", "B4", " B5"]
    now = jobs.overview(no_progress)
    after = jobs.apply_chosen(no_progress, "cell-whitespace", ((0, 99),), "B", now.revision)
    assert texts(jobs, "AmazonValue") == ["B0", "B1", "B", "B", "B4", "B"]
    assert after.undo == StepSummary(3, "AmazonValue", "B")


def test_an_edit_mends_and_may_break_and_undo_takes_it_back(jobs: Jobs, mapping: Path) -> None:
    before = open_files(jobs, mapping)
    after = jobs.apply(no_progress, (Edit(5, "VariationTheme", "SizeColor"), Edit(2, "Type", "Sort")))
    assert "theme-case" not in counts(after)
    assert counts(after)["type-unknown"] == 1
    assert after.revision > before.revision
    assert (after.undo, after.redo, after.changed_cells) == (StepSummary(2, "", ""), None, 2)

    undone = jobs.undo(no_progress)
    assert counts(undone) == counts(before)
    assert (undone.undo, undone.redo, undone.changed_cells) == (None, StepSummary(2, "", ""), 0)
    redone = jobs.redo(no_progress)
    assert counts(redone) == counts(after)
    assert redone.revision > undone.revision


def test_nothing_to_do_changes_nothing(jobs: Jobs, mapping: Path) -> None:
    before = open_files(jobs, mapping)
    assert jobs.undo(no_progress) == before
    assert jobs.redo(no_progress) == before
    assert jobs.apply(no_progress, [Edit(2, "Type", "Variation")]) == before
    assert jobs.revert(no_progress, [(2, "Type")]) == before
    assert jobs.apply_suggestions(no_progress, "no-such-code") == before


def test_a_decision_is_applied_to_all_alike_and_to_no_other_attribute(
    jobs: Jobs, mapping: Path, values: Path
) -> None:
    open_files(jobs, mapping, values)
    overview = jobs.apply_alike(no_progress, row=3, column="AmazonValue", text="Black")
    assert overview.undo == StepSummary(2, "AmazonValue", "Black")
    assert texts(jobs, "AmazonValue") == ["S", "Black", "Black", "Bluee", "black", " Una "]


def test_a_decision_on_a_cell_without_a_finding_stays_there(jobs: Jobs, mapping: Path) -> None:
    open_files(jobs, mapping)
    overview = jobs.apply_alike(no_progress, row=3, column="AmazonValue", text="Black")
    assert overview.undo == StepSummary(1, "AmazonValue", "Black")


def test_a_decision_on_a_finding_that_stands_for_rows_is_applied_to_them(jobs: Jobs, tmp_path: Path) -> None:
    rows = [[*row[:1], "Color" if 2 <= i <= 4 else "SizeColor", *row[2:]] for i, row in enumerate(ROWS[:5])]
    rows[4] = [*rows[4][:2], "Variation", *rows[4][3:]]
    overview = open_files(jobs, write_mapping(tmp_path / "mixed.xlsx", rows))
    assert counts(overview)["theme-mixed"] == 1
    overview = jobs.apply_alike(no_progress, row=4, column="VariationTheme", text="SizeColor")
    assert overview.undo == StepSummary(3, "VariationTheme", "SizeColor")
    assert "theme-mixed" not in counts(overview)


def test_suggestions_of_one_kind_are_applied_at_once(jobs: Jobs, mapping: Path, values: Path) -> None:
    open_files(jobs, mapping, values)
    overview = jobs.apply_suggestions(no_progress, "amazon-value-case")
    assert "amazon-value-case" not in counts(overview)
    assert overview.undo == StepSummary(2, "AmazonValue", "Black")


def test_what_was_looked_at_first_is_put_in_without_being_found_out_again(
    jobs: Jobs, mapping: Path, values: Path
) -> None:
    """Of 100,000 cells finding it out takes seconds: all are changed for a try, checked, and taken back."""
    checked: list[int] = []

    def count(stage: str, done: int, total: int) -> None:
        checked.append(done == 0)

    now = open_files(jobs, mapping, values).revision
    page = jobs.corrections_page(count, "sure", 0, 200, now)
    assert page.total > 0
    tried = sum(checked)
    assert jobs.corrections_page(count, "sure", 1, 200, now).corrections == page.corrections[1:]
    assert sum(checked) == tried
    jobs.apply_corrections(count, "sure", revision=now)
    made = sum(checked) - tried
    assert made == 1
    cells = {(one.row, one.column, one.after) for one in page.corrections}
    changes = jobs.changes_page(no_progress, 0, 200).changes
    assert {(one.row, one.column, one.after) for one in changes} == cells
    first = page.corrections[0]
    jobs.undo(no_progress)
    now = jobs.overview(no_progress).revision
    jobs.apply_corrections(no_progress, "sure", [(first.row, first.column)], revision=now)
    left = {(one.row, one.column) for one in jobs.changes_page(no_progress, 0, 200).changes}
    assert left == {(row, column) for row, column, _ in cells} - {(first.row, first.column)}


def test_safe_fixes_are_made_until_none_is_left_as_one_step(jobs: Jobs, mapping: Path, values: Path) -> None:
    before = open_files(jobs, mapping, values)
    assert sum(group.with_safe_fix for group in before.groups) > 0
    after = jobs.apply_safe(no_progress)
    assert sum(group.with_safe_fix for group in after.groups) == 0
    assert texts(jobs, "AmazonValue")[1] == "Black"
    assert counts(jobs.undo(no_progress)) == counts(before)


def test_changed_cells_are_listed_and_each_goes_back_to_what_the_file_says(jobs: Jobs, mapping: Path) -> None:
    open_files(jobs, mapping)
    for text in ("a", "b"):
        jobs.apply(no_progress, [Edit(3, "AmazonValue", text), Edit(2, "Type", text)])
    page = jobs.changes_page(no_progress, 0, 9)
    type_change = CellChange(2, "Type", "Variation", "b")
    assert (page.total, page.changes) == (2, (type_change, CellChange(3, "AmazonValue", "black", "b")))
    overview = jobs.revert(no_progress, [(3, "AmazonValue")])
    assert jobs.changes_page(no_progress, 0, 9).changes == (type_change,)
    assert overview.undo == StepSummary(1, "AmazonValue", "black")
    jobs.undo(no_progress)
    assert jobs.changes_page(no_progress, 1, 1).changes == page.changes[1:]


# ---------------------------------------------------------------- saving


def test_a_corrected_copy_has_the_changed_cells_and_all_else(jobs: Jobs, mapping: Path) -> None:
    original = mapping.read_bytes()
    open_files(jobs, mapping)
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "Black"), Edit(1, "Type", "TYPE")])
    target = jobs.proposed_name(no_progress, word="corrigido")
    assert target == mapping.with_name("mapping-corrigido.xlsx")
    overview = jobs.save(no_progress, target, overwrite=False)
    assert overview.saved_to == target
    assert mapping.read_bytes() == original
    with closing(load_workbook(target)) as book:
        rows = [list(row) for row in book["Planilha1"].values]
        notes = [list(row) for row in book["Notas"].values]
    wanted = [[*HEADER], *map(list, ROWS)]
    wanted[2][6], wanted[0][2] = "Black", "TYPE"
    assert [[cell or "" for cell in row] for row in rows] == wanted
    assert notes == [["kept as it is"]]

    assert jobs.proposed_name(no_progress, word="corrigido") == mapping.with_name("mapping-corrigido-2.xlsx")
    open_files(jobs, target)
    assert jobs.proposed_name(no_progress, word="corrigido") == mapping.with_name("mapping-corrigido-2.xlsx")


@pytest.mark.parametrize("case", ["original", "exists", "changed"])
def test_saving_never_harms_a_file(jobs: Jobs, mapping: Path, case: str) -> None:
    open_files(jobs, mapping)
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "Black")])
    target = mapping.with_name("other.xlsx")
    target.write_bytes(b"somebody's work")
    if case == "changed":
        target.unlink()
        touch_later(mapping)
    with pytest.raises(InputError) as error:
        jobs.save(no_progress, mapping if case == "original" else target, overwrite=case == "original")
    codes = {"original": "file-is-original", "exists": "file-exists", "changed": "file-changed-while-reading"}
    assert error.value.code == codes[case]
    assert jobs.overview(no_progress).saved_to is None
    if case != "changed":
        assert target.read_bytes() == b"somebody's work"
        assert jobs.save(no_progress, target, overwrite=True).saved_to == target


def test_a_text_file_is_proposed_as_one(jobs: Jobs, tmp_path: Path) -> None:
    path = tmp_path / "mapping.csv"
    lines = (";".join(row) for row in (HEADER, *ROWS))
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")
    open_files(jobs, path)
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "Black")])
    overview = jobs.save(no_progress, jobs.proposed_name(no_progress), overwrite=False)
    assert overview.saved_to == tmp_path / "mapping-corrected.csv"
    expected = path.read_bytes().replace(b"Preto;black", b"Preto;Black")
    assert overview.saved_to.read_bytes() == expected


# ---------------------------------------------------------------- going on another day


def reopened(jobs: Jobs) -> Jobs:
    jobs.close()
    return Jobs()


def test_a_session_goes_on_where_it_stood(jobs: Jobs, mapping: Path, values: Path) -> None:
    open_files(jobs, mapping, values)
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "Black"), Edit(1, "Type", "Tipo")])
    jobs.apply(no_progress, [Edit(4, "AmazonValue", "Black")])
    jobs.save(no_progress, mapping.with_name("copy.xlsx"), overwrite=False)
    before = jobs.undo(no_progress)
    with closing(reopened(jobs)) as other:
        assert other.overview(no_progress).revision > before.revision
        (line,) = other.recent(no_progress)
        assert (line.session, line.name, line.path) == (before.session, "mapping.xlsx", mapping)
        assert (line.changed_cells, line.file_exists) == (2, True)
        assert line.problems == sum(group.count for group in before.groups)
        after = other.resume(no_progress, line.session)
        assert after.undo == before.undo
        assert after.redo == before.redo
        assert (after.groups, after.files, after.saved_to) == (before.groups, before.files, before.saved_to)
        assert (after.file_changed, after.dropped) == (False, ())
        assert texts(other, "AmazonValue")[1:3] == ["Black", "black"]
        assert other.redo(no_progress).changed_cells == 3


def test_a_file_that_changed_keeps_what_fits_and_names_the_rest(jobs: Jobs, mapping: Path) -> None:
    session = open_files(jobs, mapping).session
    assert session is not None
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "Black"), Edit(5, "AmazonValue", "Blue")])
    changed = [list(row) for row in ROWS]
    changed[3][6] = "Azure"
    write_mapping(mapping, changed)
    touch_later(mapping)
    with closing(reopened(jobs)) as other:
        overview = other.resume(no_progress, session)
        assert overview.file_changed
        assert overview.dropped == (CellEdit(5, "AmazonValue", "Bluee", "Blue"),)
        assert (overview.changed_cells, overview.undo) == (1, StepSummary(1, "AmazonValue", "Black"))
        assert not other.resume(no_progress, session).file_changed
        assert other.save(no_progress, mapping.with_name("copy.xlsx"), overwrite=False).saved_to


def test_a_file_that_is_gone_is_said_and_can_be_pointed_to(jobs: Jobs, mapping: Path) -> None:
    session = open_files(jobs, mapping).session
    assert session is not None
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "Black")])
    moved = mapping.rename(mapping.with_name("moved.xlsx"))
    with closing(reopened(jobs)) as other:
        assert [line.file_exists for line in other.recent(no_progress)] == [False]
        with pytest.raises(InputError) as error:
            other.resume(no_progress, session)
        assert (error.value.code, error.value.arguments) == ("file-not-found", {"file": "mapping.xlsx"})
        overview = other.resume(no_progress, session, moved)
        assert (overview.mapping, overview.changed_cells) == (moved, 1)
        assert [line.path for line in other.recent(no_progress)] == [moved]


def test_a_reference_that_is_gone_stands_on_its_card(jobs: Jobs, mapping: Path, values: Path) -> None:
    session = open_files(jobs, mapping, values).session
    assert session is not None
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "Black")])
    values.unlink()
    with closing(reopened(jobs)) as other:
        overview = other.resume(no_progress, session)
        assert [card.error and card.error.code for card in overview.files] == [None, "file-not-found"]
        assert "amazon-value-case" not in overview.checks_run


def test_a_file_that_is_no_mapping_sheet_any_more_is_said(jobs: Jobs, mapping: Path) -> None:
    session = open_files(jobs, mapping).session
    assert session is not None
    shutil.copy(VALUES, mapping)
    before = everything(jobs)
    with pytest.raises(InputError) as error:
        jobs.resume(no_progress, session)
    assert error.value.code == "not-a-mapping"
    assert everything(jobs) == before


def test_the_sheet_that_was_worked_on_is_taken_up_again(jobs: Jobs, tmp_path: Path) -> None:
    path = tmp_path / "two.xlsx"
    session = open_files(jobs, write_mapping(path, ROWS, sheet="Second")).session
    assert session is not None
    with closing(load_workbook(path)) as book:
        bigger = book.create_sheet("First", 0)
        for row in (HEADER, *ROWS, *ROWS):
            bigger.append(row)
        book.save(path)
    assert jobs.resume(no_progress, session).sheet == "Second"


def test_what_is_open_goes_on_though_its_session_was_forgotten(jobs: Jobs, mapping: Path) -> None:
    first = open_files(jobs, mapping).session
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "Black")])
    assert jobs.forget(no_progress, None) == ()
    overview = jobs.apply(no_progress, [Edit(4, "AmazonValue", "Black")])
    assert overview.session not in (None, first)
    assert overview.session is not None
    with closing(reopened(jobs)) as other:
        assert other.resume(no_progress, overview.session).changed_cells == 2


def test_a_damaged_store_is_told_once(listo_home: Path, mapping: Path) -> None:
    (listo_home / "listo.sqlite3").write_bytes(b"not a database at all" * 500)
    with closing(Jobs()) as jobs:
        told = open_files(jobs, mapping).damaged_store
        assert told is not None
        assert told.parent == listo_home
        assert jobs.overview(no_progress).damaged_store is None


# ---------------------------------------------------------------- cancel


class Canceller:
    """Lets a job report so many times, then stops it."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise CancelledError


Job = Callable[[Jobs, Any, Path], object]

JOBS: dict[str, Job] = {
    "open": lambda w, p, path: w.open(p, [path / "other.xlsx", path / "values.xlsx"]),
    "reopen": lambda w, p, path: w.open(p, [path / "mapping.xlsx"]),
    "sample": lambda w, p, path: w.sample(p),
    "resume": lambda w, p, path: w.resume(p, 1),
    "remove": lambda w, p, path: w.remove(p, path / "values.xlsx"),
    "apply": lambda w, p, path: w.apply(p, [Edit(2, "Type", "x")]),
    "alike": lambda w, p, path: w.apply_alike(p, 4, "AmazonValue", "Black"),
    "suggestions": lambda w, p, path: w.apply_suggestions(p, "theme-case"),
    "safe": lambda w, p, path: w.apply_safe(p),
    "revert": lambda w, p, path: w.revert(p, [(3, "AmazonValue")]),
    "undo": lambda w, p, path: w.undo(p),
    "redo": lambda w, p, path: w.redo(p),
    "save": lambda w, p, path: w.save(p, path / "saved.xlsx", overwrite=False),
}


@pytest.mark.parametrize("name", JOBS)
def test_a_cancelled_job_leaves_everything_as_it_was(
    jobs: Jobs, mapping: Path, values: Path, tmp_path: Path, name: str
) -> None:
    write_mapping(tmp_path / "other.xlsx", ROWS[:2])
    open_files(jobs, mapping, values)
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "Black")])
    jobs.apply(no_progress, [Edit(3, "AmazonValue", "White")])
    jobs.undo(no_progress)
    before, files = everything(jobs), set(tmp_path.iterdir())
    after = 0
    while True:
        try:
            JOBS[name](jobs, Canceller(after), tmp_path)
        except CancelledError:
            assert everything(jobs) == before
            assert set(tmp_path.iterdir()) == files
            after += 1
        else:
            break
    assert after > 0
    assert everything(jobs) != before


def test_an_edit_that_the_disk_refuses_is_not_made(jobs: Jobs, mapping: Path) -> None:
    open_files(jobs, mapping)
    before = everything(jobs)

    def full(*_: object, **__: object) -> None:
        raise InputError("file-not-writable", file="listo.sqlite3")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "record", full)
        with pytest.raises(InputError):
            jobs.apply(no_progress, [Edit(2, "Type", "x")])
    assert everything(jobs) == before


def test_every_job_is_a_method_that_takes_progress_first() -> None:
    assert len(jobs_of(Jobs)) > 50
    for name in jobs_of(Jobs):
        assert list(inspect.signature(getattr(Jobs, name)).parameters)[1] == "progress", name
