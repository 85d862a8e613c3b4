"""The mapping file is changed by somebody else: fixes go to the rows and columns that they were meant for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook

from listo.core.edits.history import Edit
from listo.core.errors import InputError
from listo.core.mapping.sheet import COLUMNS
from listo.core.storage.types import ChosenLayout
from listo.core.workbooks.read import read_workbook
from listo.core.worker.files import find_again
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview

ROWS = [
    ["212", "SizeColor", "Variation", "Tamanho", "Size", "P", "S"],  # row 2
    ["212", "SizeColor", "Variation", "Cor", "Color", "Preto", "black"],
    ["212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Blak"],
    ["300", "SizeColor", "Variation", "Cor", "Color", "Verde", "Blak"],
    ["300", "SizeColor", "variation", "Tamanho", "Size", "M", "M"],
]


def quiet(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


def write(path: Path, rows: Sequence[Sequence[str]] = ROWS, title: str = "Planilha1") -> Path:
    book = Workbook()
    book.active.title = title
    for row in rows if rows and len(rows[0]) > 7 else (COLUMNS, *rows):
        book.active.append(list(row))
    book.create_sheet("Outra").append(list(COLUMNS))
    book["Outra"].append(ROWS[0])
    book.save(path)
    later = path.stat().st_mtime_ns + 5_000_000_000 * len(title + str(rows))
    os.utime(path, ns=(later, later))
    return path


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        yield jobs


@pytest.fixture
def mapping(jobs: Jobs, tmp_path: Path) -> Path:
    path = write(tmp_path / "mapping.xlsx")
    jobs.open(quiet, [path])
    return path


def changed(jobs: Jobs) -> dict[int, tuple[str, str]]:
    return {one.row: (one.column, one.after) for one in jobs.changes_page(quiet, 0, 99).changes}


def dropped(overview: Overview) -> list[tuple[int, str]]:
    return [(edit.row, edit.after) for edit in overview.dropped]


# ---------------------------------------------------------------- rows


def test_a_fix_does_not_go_to_the_row_that_moved_up(jobs: Jobs, mapping: Path) -> None:
    jobs.apply(quiet, [Edit(4, "CategoryID", "400"), Edit(6, "CategoryID", "500")])
    write(mapping, [*ROWS[:2], *ROWS[3:]])
    overview = jobs.reload_file(quiet)
    assert changed(jobs) == {5: ("CategoryID", "500")}
    assert dropped(overview) == [(4, "400")]


def test_fixes_go_along_with_rows_that_were_sorted(jobs: Jobs, mapping: Path) -> None:
    jobs.apply(quiet, [Edit(row, "VTEXValue", f"new {row}") for row in (2, 3, 5)])
    write(mapping, sorted(ROWS, key=lambda row: row[5]))  # Azul, M, P, Preto, Verde
    assert jobs.reload_file(quiet).dropped == ()
    assert {row: after for row, (_, after) in changed(jobs).items()} == {
        4: "new 2",
        5: "new 3",
        6: "new 5",
    }


def test_a_row_that_was_edited_elsewhere_in_its_place_keeps_its_fix(jobs: Jobs, mapping: Path) -> None:
    jobs.apply(quiet, [Edit(3, "AmazonValue", "Black")])
    write(mapping, [ROWS[0], [*ROWS[1][:5], "Negro", "black"], *ROWS[2:]])
    assert jobs.reload_file(quiet).dropped == ()
    assert changed(jobs) == {3: ("AmazonValue", "Black")}


def test_a_corrected_copy_put_in_the_place_of_the_file_leaves_nothing_to_do(
    jobs: Jobs, mapping: Path
) -> None:
    jobs.apply(quiet, [Edit(4, "AmazonValue", "Blue"), Edit(4, "CategoryID", "300")])
    jobs.delete_rows(quiet, [3])
    copy = jobs.save(quiet, mapping.with_name("copy.xlsx"), False).saved_to
    assert copy is not None
    mapping.write_bytes(copy.read_bytes())
    overview = jobs.reload_file(quiet)
    assert (overview.changed_cells, overview.dropped) == (0, ())


def test_a_fix_comes_back_with_the_text_that_it_was_for(jobs: Jobs, mapping: Path) -> None:
    jobs.apply(quiet, [Edit(4, "AmazonValue", "Blue")])
    write(mapping, [*ROWS[:2], [*ROWS[2][:6], "Blauw"], *ROWS[3:]])
    assert dropped(jobs.reload_file(quiet)) == [(4, "Blue")]
    write(mapping, [*ROWS, ROWS[0]])
    assert jobs.reload_file(quiet).dropped == ()
    assert changed(jobs) == {4: ("AmazonValue", "Blue")}


def test_what_the_rows_say_now_is_kept_with_the_next_step(jobs: Jobs, mapping: Path) -> None:
    session = jobs.apply(quiet, [Edit(3, "AmazonValue", "Black")]).session
    write(mapping, [ROWS[0], ["300", *ROWS[1][1:]], *ROWS[2:]])
    jobs.reload_file(quiet)
    left = jobs.delete_rows(quiet, [3, 5])
    assert session is not None
    stored = jobs.session.store.load(session)
    assert stored.fingerprints.rows[3] == ("300", *ROWS[1][1:])
    assert jobs.resume(quiet, session).rows_out == left.rows_out == 2


def test_a_finding_that_was_left_goes_with_its_row_or_not_at_all(jobs: Jobs, mapping: Path) -> None:
    assert jobs.ignore_type(quiet, "type-case", "so it is").ignored == 1
    write(mapping, [["9", "", "", "", "", "", "x"]])
    again = jobs.reload_file(quiet)
    assert (again.ignored, again.undo) == (0, None)


def test_a_row_of_the_file_taken_back_keeps_its_place_in_another_layout(jobs: Jobs, mapping: Path) -> None:
    jobs.delete_rows(quiet, [3])
    jobs.revert(quiet, [(3, "")])
    jobs.reset_layout(quiet)
    assert [row.row for row in jobs.sheet_page(quiet, 0, 99).rows] == [2, 3, 4, 5, 6]


def test_a_file_that_cannot_be_used_now_changes_nothing(jobs: Jobs, mapping: Path) -> None:
    before = jobs.apply(quiet, [Edit(3, "AmazonValue", "Black")])
    mapping.write_text("no table at all")
    with pytest.raises(InputError):
        jobs.reload_file(quiet)
    mapping.unlink()
    assert jobs.file_state(quiet) == "gone"
    with pytest.raises(InputError, match="file-not-found"):
        jobs.reload_file(quiet)
    assert jobs.overview(quiet) == before


# ---------------------------------------------------------------- columns that a person chose

CHOSEN = {**{name: place for place, name in enumerate(COLUMNS)}, "VTEXValue": 6, "AmazonValue": 5}


def test_chosen_columns_are_found_again_by_their_headers(jobs: Jobs, mapping: Path) -> None:
    jobs.set_layout(quiet, "Planilha1", 1, CHOSEN)
    jobs.apply(quiet, [Edit(3, "AmazonValue", "Black")])
    moved = [[row[6], *row[:6], "more"] for row in (list(COLUMNS), *ROWS)]
    write(mapping, [["A title"] * 8, *moved], title="Novo nome")
    overview = jobs.reload_file(quiet)
    assert (overview.sheet, overview.header_row) == ("Novo nome", 2)
    assert changed(jobs) == {4: ("AmazonValue", "Black")}
    assert jobs.sheet_page(quiet, 0, 9).rows[1].cells[5:] == ("black", "Black")


def test_chosen_columns_that_are_there_no_more_are_recognised(jobs: Jobs, mapping: Path) -> None:
    jobs.set_layout(quiet, "Planilha1", 1, CHOSEN)
    write(mapping, [["CategoryID", *COLUMNS[1:5], "AmazonValue", "Something", "else"], [*ROWS[0], ""]])
    jobs.reload_file(quiet)
    assert not jobs.layout(quiet).by_person


def test_a_layout_without_kept_headers_stays_with_its_sheet(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx")
    kept = ChosenLayout("Planilha1", 1, CHOSEN)
    assert find_again(read_workbook(path), kept) == kept
    assert find_again(read_workbook(write(path, title="Novo nome")), kept) is None


def test_a_new_row_says_nothing_in_a_column_that_is_none_any_more(jobs: Jobs, mapping: Path) -> None:
    jobs.insert_row(quiet, like=2)
    jobs.set_layout(quiet, "Planilha1", 1, {n: place for n, place in CHOSEN.items() if n != "Type"})
    assert jobs.sheet_page(quiet, 0, 9).rows[-1].cells[:4] == ("212", "SizeColor", "", "Tamanho")


def test_a_chosen_sheet_without_rows_is_still_the_chosen_one(jobs: Jobs, tmp_path: Path) -> None:
    session = jobs.open(quiet, [write(tmp_path / "empty.xlsx", [])]).session
    assert jobs.set_layout(quiet, "Planilha1", 1, CHOSEN).sheet == "Planilha1"
    assert session is not None
    assert jobs.resume(quiet, session).sheet == "Planilha1"


def test_a_row_is_put_into_a_sheet_that_has_only_its_header(jobs: Jobs, tmp_path: Path) -> None:
    jobs.open(quiet, [write(tmp_path / "empty.xlsx", [])])
    jobs.set_layout(quiet, "Planilha1", 1, CHOSEN)
    jobs.insert_row(quiet, texts={"CategoryID": "212"})
    assert [(row.row, row.cells[0]) for row in jobs.sheet_page(quiet, 0, 9).rows] == [(2, "212")]


# ---------------------------------------------------------------- forgotten meanwhile


def test_what_was_forgotten_meanwhile_is_saved_and_stored_anew(jobs: Jobs, mapping: Path) -> None:
    jobs.apply(quiet, [Edit(3, "AmazonValue", "Black")])
    jobs.forget(quiet, None)
    saved = jobs.save(quiet, mapping.with_name("copy.xlsx"), False)
    assert saved.saved_to == mapping.with_name("copy.xlsx")
    assert saved.session is not None
    again = jobs.resume(quiet, saved.session)
    assert (again.saved_to, again.changed_cells, again.wizard) == (saved.saved_to, 1, saved.wizard)
