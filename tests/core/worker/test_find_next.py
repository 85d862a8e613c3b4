"""From one problem to the next through the whole sheet, and only the rows that a kind concerns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook

from listo.core.mapping.sheet import COLUMNS
from listo.core.storage.store import Store
from listo.core.worker.jobs import Jobs


def mapped(brand: str, amazon: str = "", kind: str = "Information") -> list[str]:
    """Return a row about a brand, right unless another Amazon value or type is given."""
    return ["212", "", kind, "Marca", "Brand", brand, amazon or brand]


ROWS = [mapped("A1"), mapped("B1", " B1"), mapped("C1"), mapped("D1", " D1", "information"), mapped("E1")]


def no_progress(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[Jobs]:
    book = Workbook()
    for row in (list(COLUMNS), *ROWS):
        book.active.append(row)
    book.save(tmp_path / "mapping.xlsx")
    with closing(Jobs(Store(tmp_path / "store.sqlite3"))) as made:
        made.open(no_progress, [tmp_path / "mapping.xlsx"])
        yield made


def places(jobs: Jobs, way: int, code: str | None = None) -> list[tuple[int, int, str]]:
    """Go through all problems until the first comes again; (index, row, column) of each."""
    found: list[tuple[int, int, str]] = []
    row, column = (0, "") if way > 0 else (10_000, "")
    while (spot := jobs.find_next(no_progress, row, column, way, code)) and (
        (spot.index, spot.row, spot.column) not in found
    ):
        found.append((spot.index, spot.row, spot.column))
        row, column = spot.row, spot.column
    return found


def test_every_cell_with_a_problem_is_come_by_and_then_the_first_again(jobs):
    there = places(jobs, 1)
    assert [(row, column) for _index, row, column in there] == [
        (3, "AmazonValue"),
        (5, "Type"),
        (5, "AmazonValue"),
    ]
    assert places(jobs, -1) == there[::-1]
    assert [index for index, _row, _column in there] == [1, 3, 3]


def test_one_kind_alone_is_listed_and_gone_through(jobs):
    code = next(g.code for g in jobs.overview(no_progress).groups if g.code == "type-case")
    page = jobs.sheet_page(no_progress, 0, 100, code)
    assert [row.row for row in page.rows] == [5]
    assert page.total == 1
    assert page.rows[0].findings
    assert places(jobs, 1, code) == [(0, 5, "Type")]


def test_the_rows_with_any_problem_are_listed(jobs):
    page = jobs.sheet_page(no_progress, 0, 100, "")
    assert [row.row for row in page.rows] == [3, 5]


def test_a_cell_is_found_in_the_list_where_the_list_has_it(jobs):
    assert jobs.find_next(no_progress, 4, "Type", 0).index == 2
    assert jobs.find_next(no_progress, 4, "Type", 0, "") is None
    assert jobs.find_next(no_progress, 1, "Type", 0) is None


def test_where_nothing_is_wrong_there_is_nowhere_to_go(jobs):
    jobs.apply_safe(no_progress)
    assert jobs.find_next(no_progress, 3, "", 1) is None


def test_the_place_of_a_cell_in_the_list_of_its_kind(jobs):
    assert jobs.index_of(no_progress, "cell-whitespace", 3, "AmazonValue") == 0
    assert jobs.index_of(no_progress, "cell-whitespace", 5, "AmazonValue") == 1
    assert jobs.index_of(no_progress, "no-such-kind", 5, "AmazonValue") == 0
