"""The PDF: every line on some page, none cut, and a process of its own that goes when it has printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from listo.core import resources
from listo.core.checks.types import Finding, Report
from listo.core.errors import CancelledError, InputError
from listo.core.mapping.sheet import COLUMNS, Header, MappingSheet
from listo.core.reports.files import write_report
from listo.core.reports.model import Document
from listo.ui.printing import PrintJobs
from listo.ui.style import DARK, LIGHT
from listo.ui.worker_client import WorkerClient


def report_of(folder: Path, values: list[str]) -> Path:
    header = Header(1, {name: place for place, name in enumerate(COLUMNS)}, COLUMNS)
    columns = {name: list(values) for name in COLUMNS}
    sheet = MappingSheet("Planilha1", header, list(range(2, 2 + len(values))), columns)
    findings = tuple(
        Finding("amazon-value-not-accepted", "error", None, row, "AmazonValue", value, {"attribute": "Color"})
        for row, value in enumerate(values, start=2)
    )
    document = Document("São João.xlsx", sheet, Report(findings, ("a",), (("b", "amazon-values"),)), "pt")
    return write_report(document, folder / "report.html", "html")


def print_report(source: Path, target: Path) -> bytes:
    assert PrintJobs().print_report(lambda _stage, _done, _total: None, source, target) == target
    return target.read_bytes()


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


@pytest.fixture(autouse=True)
def application(qapp):
    return qapp


def test_a_short_report_is_a_page_with_a_title_and_its_own_letters(tmp_path):
    pdf = print_report(report_of(tmp_path, ["Azul"]), tmp_path / "report.pdf")
    assert pdf.startswith(b"%PDF")
    assert pages(pdf) == 1
    assert "Relatório de São João.xlsx".encode("utf-16-be") in pdf
    assert b"/FontFile2" in pdf
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.html", "report.pdf"]


@pytest.mark.slow
def test_lines_that_are_folded_on_the_screen_are_printed(tmp_path):
    few = pages(print_report(report_of(tmp_path, ["x"] * 200), tmp_path / "few.pdf"))
    (tmp_path / "report.html").unlink()
    many = pages(print_report(report_of(tmp_path, ["x"] * 800), tmp_path / "many.pdf"))
    assert few > 5
    assert many > 3 * few


@pytest.mark.slow
def test_a_line_that_is_longer_than_a_page_is_printed_over_several(tmp_path):
    pdf = print_report(report_of(tmp_path, ["word " * 5_000]), tmp_path / "report.pdf")
    assert pages(pdf) > 5


def test_a_print_that_is_stopped_or_cannot_be_written_leaves_nothing(tmp_path):
    source = report_of(tmp_path, ["x"])

    def stop(stage, done, total):
        raise CancelledError

    with pytest.raises(CancelledError):
        PrintJobs().print_report(stop, source, tmp_path / "report.pdf")
    with pytest.raises(InputError, match="file-not-writable"):
        print_report(source, tmp_path / "missing" / "report.pdf")
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.slow
def test_it_prints_in_a_process_of_its_own(qtbot, tmp_path):
    client = WorkerClient(PrintJobs)
    target = tmp_path / "report.pdf"
    task = client.start(PrintJobs.print_report, source=report_of(tmp_path, ["x"] * 30), target=target)
    with qtbot.waitSignal(task.succeeded):
        pass
    client.close()
    assert pages(target.read_bytes()) > 1


def colours_of(text: str) -> set[str]:
    return {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", text)}


def test_reports_have_the_colours_of_the_window():
    folder = resources.root() / "reports"
    page = (folder / "report.css").read_text(encoding="utf-8")
    named = dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", page.partition("@media")[0]))
    assert named == {name: LIGHT[name] for name in named}
    dark = dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", page.partition("@media")[2].partition("* {")[0]))
    assert dark == {name: DARK[name] for name in named}
    assert colours_of((folder / "print.css").read_text(encoding="utf-8")) <= set(LIGHT.values())
