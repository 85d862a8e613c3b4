"""From an error's message to the rows that it is about: those that say what it names, and only those."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import MessageRows

OF_VALUES = ("amazon-specification-unknown", "amazon-value-not-accepted")
OF_SPECIFICATIONS = ("vtex-specification-not-in-catalog", "cell-whitespace")
ROWS = (
    ("212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Blue"),
    ("212", "SizeColor", "Variation", "Tamanho", "Size", "Cor", "M"),
    ("212", "SizeColor", "Variation", "cor ", "Color", "Preto", "Black"),
    ("1604", "", "Information", "Cor", "Color", "Azul", "Azul"),
    ("1604", "", "Information", "Corte", "FitType", "Slim", "Slim "),
)


def no_progress(_stage: str, _done: int, _total: int) -> None:
    pass


@pytest.fixture
def jobs(listo_home: Path, tmp_path: Path) -> Iterator[Jobs]:
    book = openpyxl.Workbook()
    for row in (COLUMNS, *ROWS):
        book.active.append(row)
    book.save(tmp_path / "mapping.xlsx")
    with closing(Jobs()) as jobs:
        jobs.open(no_progress, [tmp_path / "mapping.xlsx"])
        yield jobs


def numbers(found: MessageRows) -> list[int]:
    return sorted(row.row for row in found.rows)


def test_the_rows_that_say_the_name_in_the_column_it_belongs_to_and_no_others(jobs: Jobs) -> None:
    found = jobs.message_rows(no_progress, OF_SPECIFICATIONS, {"specification": "Cor"})
    assert (found.name, found.column, found.texts) == ("Cor", "VTEXSpecification", ("Cor", "cor "))
    assert (numbers(found), found.total) == ([2, 4, 5], 3)


def test_what_the_real_check_needs_is_named_and_what_another_finds_comes_first(jobs: Jobs) -> None:
    found = jobs.message_rows(no_progress, OF_SPECIFICATIONS, {"specification": "Cor"})
    assert found.missing == ("vtex-specifications",)
    assert (found.at_fault, found.rows[0].row) == (1, 4)


def test_a_space_in_another_cell_of_the_row_is_not_what_the_message_is_about(jobs: Jobs) -> None:
    found = jobs.message_rows(no_progress, OF_SPECIFICATIONS, {"specification": "Corte"})
    assert (found.total, found.at_fault) == (1, 0)


def test_two_names_narrow_each_other(jobs: Jobs) -> None:
    found = jobs.message_rows(no_progress, OF_VALUES, {"attribute": "color", "value": "azul"})
    assert (found.name, found.column, numbers(found)) == ("azul", "AmazonValue", [5])


def test_a_name_that_the_sheet_writes_otherwise_narrows_nothing(jobs: Jobs) -> None:
    found = jobs.message_rows(no_progress, OF_VALUES, {"attribute": "color_name", "value": "Black"})
    assert numbers(found) == [4]


def test_several_names_at_once(jobs: Jobs) -> None:
    found = jobs.message_rows(no_progress, (), {"attributes": "Size, FitType"})
    assert numbers(found) == [3, 6]


def test_a_name_that_no_row_says(jobs: Jobs) -> None:
    found = jobs.message_rows(no_progress, OF_VALUES, {"value": "Vinho"})
    assert (found.name, found.texts, found.total, found.rows) == ("Vinho", (), 0, ())


def test_only_the_first_rows_come_in_full(jobs: Jobs) -> None:
    found = jobs.message_rows(no_progress, (), {"specification": "Cor"}, limit=1)
    assert (found.total, numbers(found)) == (3, [2])


@pytest.mark.parametrize("captured", [{}, {"sku": "17"}])
def test_without_a_name_the_rows_in_which_its_checks_find_something(listo_home: Path, captured) -> None:
    with closing(Jobs()) as jobs:
        jobs.sample(no_progress)
        found = jobs.message_rows(no_progress, ("no-such-check", *OF_VALUES), captured)
        problems = jobs.problem_page(no_progress, OF_VALUES[0], 0, 10).problems
        assert found.total == found.at_fault >= len(problems)
        assert found.problem == (OF_VALUES[0], problems[0].finding.row, 0)
        assert not found.name


def test_where_nothing_is_found_there_is_nothing(jobs: Jobs) -> None:
    found = jobs.message_rows(no_progress, ("no-such-check",), {})
    assert (found.total, found.problem) == (0, None)
