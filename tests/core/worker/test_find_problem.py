"""From an error's message to the problem that it is about: the named one, else the first of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from listo.core.worker.jobs import Jobs

CODES = ("amazon-specification-unknown", "amazon-value-not-accepted")


def no_progress(_stage: str, _done: int, _total: int) -> None:
    pass


@pytest.fixture
def jobs(listo_home: Path) -> Iterator[Jobs]:
    with closing(Jobs()) as jobs:
        jobs.sample(no_progress)
        yield jobs


def test_the_row_that_says_the_name_comes_before_the_order_of_the_codes(jobs: Jobs) -> None:
    found = jobs.find_problem(no_progress, CODES, (" MASCULINO ",))
    assert found is not None
    code, row, place = found
    problem = jobs.problem_page(no_progress, code, place, 1).problems[0]
    assert code == "amazon-value-not-accepted"
    assert problem.finding.row == row
    assert "Masculino" in problem.cells


@pytest.mark.parametrize("texts", [(), ("no such name",)])
def test_without_such_a_name_the_first_of_the_first_kind_there_is(jobs: Jobs, texts) -> None:
    found = jobs.find_problem(no_progress, ("no-such-check", *CODES), texts)
    first = jobs.problem_page(no_progress, CODES[0], 0, 1).problems[0].finding
    assert found == (CODES[0], first.row, 0)


def test_where_nothing_is_found_there_is_nothing(jobs: Jobs) -> None:
    assert jobs.find_problem(no_progress, ("no-such-check",), ("Cor",)) is None
