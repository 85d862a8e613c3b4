"""The sheet is a sheet: it is sorted, filtered, searched; blocks are copied, pasted, filled down, emptied."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from listo.core.mapping.sheet import COLUMNS
from listo.core.storage.store import Store
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import ALL_ROWS, CellBlock, ColumnFilter, RowQuery
from listo.core.worker.sheet_view import read_block, write_block

ROWS = [
    ["10", "", "Information", "Marca", "Brand", "Água", "Agua"],  # row 2
    ["9", "", "Information", "Marca", "Brand", "azul", "Azul"],
    ["", "", "Information", "Marca", "Brand", "Zebra", " Zebra"],
    ["10", "", "Information", "Cor", "Color", "Bola", "Bola"],
]


def quiet(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[Jobs]:
    book = Workbook()
    for row in (list(COLUMNS), *ROWS):
        book.active.append(row)
    book.save(tmp_path / "mapping.xlsx")
    with closing(Jobs(Store(tmp_path / "store.sqlite3"))) as made:
        made.open(quiet, [tmp_path / "mapping.xlsx"])
        yield made


def shown(jobs: Jobs, rows: RowQuery = ALL_ROWS, code: str | None = None) -> list[int]:
    return [row.row for row in jobs.sheet_page(quiet, 0, 100, code, rows).rows]


def texts(jobs: Jobs) -> list[list[str]]:
    return [list(row.cells) for row in jobs.sheet_page(quiet, 0, 100).rows]


def block(jobs: Jobs, rows: range, columns: range, query: RowQuery = ALL_ROWS) -> CellBlock:
    revision = jobs.overview(quiet).revision
    return CellBlock(revision, None, query, rows[0], rows[-1], columns[0], columns[-1])


# ---------------------------------------------------------------- order, filters, search


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (RowQuery(sorted_by="CategoryID"), [3, 2, 5, 4]),
        (RowQuery(sorted_by="CategoryID", descending=True), [2, 5, 3, 4]),
        (RowQuery(sorted_by="VTEXValue"), [2, 3, 5, 4]),
        (RowQuery(text="AGUA"), [2]),
        (RowQuery(text="marca zeb"), [4]),
        (RowQuery(text="nothing says this"), []),
        (RowQuery(filters=(ColumnFilter("CategoryID", values=("10",)),)), [2, 5]),
        (RowQuery(filters=(ColumnFilter("CategoryID", values=("",)),)), [4]),
        (RowQuery(filters=(ColumnFilter("AmazonValue", contains="b"),)), [4, 5]),
        (RowQuery("marca", (ColumnFilter("CategoryID", values=("10", "9")),), "VTEXValue", True), [3, 2]),
    ],
)
def test_rows_are_sorted_filtered_and_searched_in_all_columns(jobs, query, rows):
    assert shown(jobs, query) == rows


def test_a_row_does_not_jump_when_it_is_changed_until_the_order_is_asked_for_again(jobs):
    query = RowQuery(sorted_by="VTEXValue")
    before = shown(jobs, query)
    jobs.paste_block(quiet, block(jobs, range(1), range(5, 6), query), "Zzz")
    assert shown(jobs, query) == before
    assert shown(jobs, RowQuery(sorted_by="VTEXValue", number=1)) == [3, 5, 4, 2]


def test_rows_that_came_stand_at_the_end_and_those_that_went_are_gone(jobs):
    query = RowQuery(sorted_by="VTEXValue")
    shown(jobs, query)
    jobs.insert_row(quiet, texts={"VTEXValue": "Aaa"})
    jobs.delete_rows(quiet, [3])
    assert shown(jobs, query) == [2, 5, 4, 6]
    jobs.undo(quiet)
    assert shown(jobs, query) == [2, 3, 5, 4, 6]


def test_the_next_problem_follows_the_order(jobs):
    query = RowQuery(sorted_by="VTEXValue", descending=True)
    rows = shown(jobs, query, "")
    found = []
    row, column = 0, ""
    while (spot := jobs.find_next(quiet, row, column, 1, None, query)) and spot.row not in found:
        assert shown(jobs, query)[spot.index] == spot.row
        found.append(spot.row)
        row, column = spot.row, "AmazonValue"
    assert rows
    assert found == rows
    there = jobs.find_next(quiet, 4, "Type", 0, None, query)
    assert there is not None
    assert there.index == shown(jobs, query).index(4)
    assert jobs.find_next(quiet, 4, "Type", 0, None, RowQuery(text="agua")) is None


def test_the_values_of_a_column_are_counted_in_what_the_other_filters_let_through(jobs):
    query = RowQuery(
        "marca", (ColumnFilter("CategoryID", values=("9",)), ColumnFilter("VTEXValue", contains="a"))
    )
    found = jobs.column_values(quiet, "CategoryID", query)
    assert (found.total, found.values) == (3, (("9", 1), ("10", 1), ("", 1)))
    assert jobs.column_values(quiet, "VTEXValue", ALL_ROWS, "ÁG").values == (("Água", 1),)


# ---------------------------------------------------------------- blocks


def test_a_block_is_pasted_as_one_step_of_undo(jobs):
    before = texts(jobs)
    overview = jobs.paste_block(quiet, block(jobs, range(1, 2), range(5, 6)), "a\tb\r\nc\td\r\n")
    now = texts(jobs)
    assert [row[5:] for row in now[1:3]] == [["a", "b"], ["c", "d"]]
    assert overview.undo is not None
    assert overview.undo.cells == 4
    jobs.undo(quiet)
    assert texts(jobs) == before


def test_what_is_pasted_over_the_end_adds_rows_in_the_same_step(jobs):
    before = texts(jobs)
    jobs.paste_block(quiet, block(jobs, range(3, 4), range(3, 4)), "Cor\tColor\tRosa\tPink\tx\nMarca\tBrand")
    assert texts(jobs)[3][3:] == ["Cor", "Color", "Rosa", "Pink"]
    assert texts(jobs)[4] == ["", "", "", "Marca", "Brand", "", ""]
    jobs.undo(quiet)
    assert texts(jobs) == before
    jobs.redo(quiet)
    assert len(texts(jobs)) == 5


def test_one_cell_fills_all_that_are_selected_and_a_line_each_of_its_lines(jobs):
    jobs.paste_block(quiet, block(jobs, range(3), range(5, 7)), "x")
    assert [row[5:] for row in texts(jobs)[:3]] == [["x", "x"]] * 3
    jobs.paste_block(quiet, block(jobs, range(4), range(5, 7)), "1\t2")
    assert [row[5:] for row in texts(jobs)] == [["1", "2"]] * 4


def test_what_is_pasted_into_sorted_rows_goes_where_they_are_seen(jobs):
    query = RowQuery(sorted_by="VTEXValue", descending=True)
    order = shown(jobs, query)
    jobs.paste_block(quiet, block(jobs, range(2), range(6, 7), query), "one\ntwo")
    said = dict(zip([2, 3, 4, 5], (row[6] for row in texts(jobs)), strict=True))
    assert [said[row] for row in order[:2]] == ["one", "two"]


def test_a_block_of_another_revision_changes_nothing(jobs):
    old = block(jobs, range(1), range(5, 6))
    jobs.insert_row(quiet)
    before = texts(jobs)
    for after in (
        jobs.paste_block(quiet, old, "x"),
        jobs.fill_down(quiet, old),
        jobs.empty_blocks(quiet, [old]),
    ):
        assert after.undo == jobs.overview(quiet).undo
    assert texts(jobs) == before
    assert jobs.copy_block(quiet, old) == ""


def test_filling_down_repeats_the_first_line_or_the_one_above(jobs):
    jobs.fill_down(quiet, block(jobs, range(3), range(5, 7)))
    assert [row[5:] for row in texts(jobs)] == [["Água", "Agua"]] * 3 + [["Bola", "Bola"]]
    jobs.fill_down(quiet, block(jobs, range(3, 4), range(6, 7)))
    assert texts(jobs)[3][5:] == ["Bola", "Agua"]
    before = texts(jobs)
    jobs.fill_down(quiet, block(jobs, range(1), range(6, 7)))
    assert texts(jobs) == before


def test_blocks_are_emptied_as_one_step(jobs):
    before = texts(jobs)
    jobs.empty_blocks(quiet, [block(jobs, range(2), range(5, 6)), block(jobs, range(3, 4), range(7))])
    assert [row[5] for row in texts(jobs)] == ["", "", "Zebra", ""]
    jobs.undo(quiet)
    assert texts(jobs) == before


def test_a_block_is_copied_as_a_spreadsheet_program_takes_it(jobs):
    jobs.paste_block(quiet, block(jobs, range(1), range(5, 7)), '"two\nlines"\t"said ""so"""')
    assert texts(jobs)[0][5:] == ["two\nlines", 'said "so"']
    copied = jobs.copy_block(quiet, block(jobs, range(2), range(5, 7)))
    assert copied == '"two\nlines"\tsaid "so"\nazul\tAzul\n'


# ---------------------------------------------------------------- the clipboard


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("a", [["a"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\t\n\tb", [["a", ""], ["", "b"]]),
        ("\n", [[""]]),
        ('"a\tb"\tc', [["a\tb", "c"]]),
        ('"two\r\nlines"', [["two\nlines"]]),
        ('"Azul"', [['"Azul"']]),
        ('5" disk\t"', [['5" disk', '"']]),
        ('"a ""b"""', [['a "b"']]),
    ],
)
def test_what_excel_and_libreoffice_copy_is_read(text, cells):
    assert read_block(text) == cells


CELLS = st.text(st.sampled_from('ab" \t\n'), max_size=6)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width))))
def test_what_is_copied_is_pasted_as_it_was(lines):
    assert read_block(write_block(lines)) == lines


@given(st.lists(st.lists(st.text(st.sampled_from("ab\t\n"), max_size=6), min_size=2, max_size=2)))
def test_what_another_program_quotes_is_read(lines):
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\r\n").writerows(lines)
    assert read_block(out.getvalue()) == lines
