"""A report of the work as it stands, from the worker."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from listo.core import resources
from listo.core.errors import CancelledError, InputError
from listo.core.worker.jobs import Jobs

SAMPLES = resources.root() / "samples"


def go_on(stage: str, done: int, total: int) -> None:
    """Do not look."""


@pytest.fixture
def jobs(tmp_path, monkeypatch):
    monkeypatch.setenv("LISTO_HOME", str(tmp_path / "home"))
    folder = tmp_path / "work"
    folder.mkdir()
    paths = [Path(shutil.copy(SAMPLES / name, folder)) for name in ("mapping.xlsx", "amazon-values.xlsx")]
    with closing(Jobs()) as opened:
        opened.open(go_on, tuple(paths))
        yield opened


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "work"


def test_a_report_says_what_is_left_what_was_corrected_and_where(jobs, folder):
    before = jobs.overview(go_on)
    jobs.apply_safe(go_on)
    jobs.save(go_on, folder / "mended.xlsx", False)
    target = jobs.report(go_on, folder / "report.html", "html", "en", False)
    page = target.read_text(encoding="utf-8")
    assert "corrected in the copy “mended.xlsx”" in page
    assert "amazon-values.xlsx" in page
    after = jobs.overview(go_on)
    assert after.groups != before.groups
    jobs.report(go_on, folder / "report.xlsx", "xlsx", "en", False)
    sheets = openpyxl.load_workbook(folder / "report.xlsx")
    assert sheets["Problems"].max_row == 1 + sum(group.count for group in after.groups)
    assert sheets["Corrections"].max_row == 1 + after.changed_cells
    assert jobs.overview(go_on).revision == after.revision


def test_a_name_is_proposed_beside_the_sheet(jobs, folder):
    proposed = jobs.proposed_name(go_on, "report", ".pdf")
    assert proposed == folder / "mapping-report.pdf"
    proposed.touch()
    assert jobs.proposed_name(go_on, "report", ".pdf").name == "mapping-report-2.pdf"


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf"])
def test_neither_the_sheet_nor_what_belongs_to_it_is_written_over(jobs, folder, form):
    jobs.apply_safe(go_on)
    jobs.save(go_on, folder / "mended.xlsx", False)
    for name in ("mapping.xlsx", "amazon-values.xlsx", "mended.xlsx"):
        before = (folder / name).read_bytes()
        with pytest.raises(InputError, match="file-is-original"):
            jobs.report(go_on, folder / name, form, "en", True)
        assert (folder / name).read_bytes() == before
    (folder / "there").touch()
    with pytest.raises(InputError, match="file-exists"):
        jobs.report(go_on, folder / "there", form, "en", False)


def test_for_a_pdf_it_gives_what_is_to_be_printed(jobs, folder):
    source = jobs.report(go_on, folder / "report.pdf", "pdf", "es", False)
    assert source.parent != folder
    assert os.name == "nt" or source.stat().st_mode & 0o077 == 0
    assert "<html" in source.read_text(encoding="utf-8")
    assert not (folder / "report.pdf").exists()
    source.unlink()


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_a_report_that_is_stopped_leaves_nothing(jobs, folder, tmp_path, monkeypatch, form):
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(drafts))

    def stop(stage: str, done: int, total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        jobs.report(stop, folder / f"report.{form}", form, "en", False)
    assert sorted(path.name for path in folder.iterdir()) == ["amazon-values.xlsx", "mapping.xlsx"]
    assert list(drafts.iterdir()) == []


def test_what_was_left_as_it_is_and_rows_are_reported_apart(jobs, folder):
    group = jobs.overview(go_on).groups[0]
    jobs.ignore_type(go_on, group.code, "agreed with <the store>")
    jobs.delete_rows(go_on, [4, 5])
    jobs.insert_row(go_on, 3)
    page = jobs.report(go_on, folder / "report.html", "html", "en", False).read_text(encoding="utf-8")
    assert page.count("agreed with &lt;the store&gt;") == jobs.overview(go_on).ignored
    assert "2 rows are deleted: 4–5." in page
    assert "1 row is added below the last one." in page
    jobs.report(go_on, folder / "report.xlsx", "xlsx", "pt", False)
    sheet = openpyxl.load_workbook(folder / "report.xlsx")["Ignorados por ora"]
    assert sheet.max_row == 1 + jobs.overview(go_on).ignored
    assert sheet["E2"].value == "agreed with <the store>"
