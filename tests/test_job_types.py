"""The type checker sees a wrong job, argument and use of an answer, and accepts right ones."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

ASKS = """
from listo.core.edits.history import Edit
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview, ProblemPage
from listo.ui.printing import PrintJobs
from listo.ui.spreadsheet.work import Work
from listo.ui.worker_client import WorkerClient


def show(overview: Overview) -> None: ...


def show_page(page: ProblemPage) -> None: ...


def ask(client: WorkerClient[Jobs], printer: WorkerClient[PrintJobs], work: Work) -> None:
    client.start(Jobs.apply, edits=[Edit(2, "Type", "x")]).on_success(show)
    client.start(Jobs.undo).on_success(show).on_failure(lambda error: print(error))
    client.start(Jobs.explain_text, "SEM GTIN").on_success(lambda groups: print(groups[0].error_id))
    work.start(Jobs.problem_page, "type-case", start=0, limit=9).on_success(show_page)
    work.look(Jobs.problem_page, show_page, "type-case", 0, 9)
    work.change(Jobs.apply_suggestions, "type-case")
    client.start(Jobs.aply, edits=[])  # wrong
    client.start(Jobs.close)  # wrong
    client.start(PrintJobs.print_report)  # wrong
    printer.start(Jobs.undo)  # wrong
    client.start("undo")  # wrong
    client.start(Jobs.apply, edits="x")  # wrong
    client.start(Jobs.apply, edit=[])  # wrong
    client.start(Jobs.apply)  # wrong
    work.start(Jobs.find_next, 2, "Type", 5)  # wrong
    client.start(Jobs.undo).on_success(show_page)  # wrong
    client.start(Jobs.recent).on_success(lambda lines: print(lines[0].no_such_field))  # wrong
    work.start(Jobs.problem_page, "type-case", 0, 9).on_success(show)  # wrong
    work.look(Jobs.problem_page, show, "type-case", 0, 9)  # wrong
    work.look(Jobs.accepted_values, print, 2, "Type")  # wrong
    work.change(Jobs.problem_page, "type-case", 0, 9)  # wrong
"""


@pytest.mark.slow
def test_wrong_jobs_arguments_and_answers_are_refused_and_right_ones_accepted(tmp_path: Path) -> None:
    (tmp_path / "asks.py").write_text(ASKS, encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-pretty", str(tmp_path / "asks.py")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    refused = {int(line) for line in re.findall(r"asks\.py:(\d+): error:", found.stdout)}
    wrong = {number for number, line in enumerate(ASKS.splitlines(), 1) if line.endswith("# wrong")}
    assert len(wrong) == 15
    assert refused == wrong, found.stdout + found.stderr
