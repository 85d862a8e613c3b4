"""What holds for every form of report: honesty, and every kind of problem in every language."""

from __future__ import annotations

import pytest

from listo.core.checks.engine import run
from listo.core.checks.registry import CHECKS
from listo.core.checks.types import Report
from listo.core.edits.history import CellEdit
from listo.core.reports.model import Corrections, say_uncovered
from listo.core.reports.text import render_text
from listo.core.reports.texts import ReportTexts
from listo.core.texts import LANGUAGES, Texts
from report_documents import Reader, document, page_of, workbook_of


def test_what_is_unseen_is_drawn_in_the_page_and_beside_the_value_in_the_workbook():
    one = document(["White\u00a0"])
    assert Reader(page_of(one)).elements["mark"]
    assert "White␣" in Reader(page_of(one)).text
    assert "White␣" in [cell.value for cell in workbook_of(one)["Problems"][2]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_problem_can_be_reported_in_every_language(language):
    findings = tuple(
        f for check in CHECKS for f in run(check.wrong.sheet(), check.wrong.references()).findings
    )
    report = Report(findings, ("cell-whitespace",), (("ean-invalid", "column-ean"), ("x", "trade-policy")))
    one = document(["x"], language, report=report)
    page = Reader(page_of(one)).text
    texts = Texts(language)
    for kind in one.sections:
        for part in ("why", "fix"):
            assert texts.check(kind.code, part) in page
    sheets = workbook_of(one)
    rows = sum(1 for row in sheets.worksheets[1].iter_rows(min_row=2))
    assert rows == len(findings)
    assert "{" not in render_text(one)


def test_nothing_found_is_no_promise_where_checks_were_left_out():
    report = Report((), ("a",) * 28, (("x", "amazon-values"),) * 9)
    page = page_of(document(["x"], report=report))
    assert "No problem found by the 28 checks that ran." in page
    assert "9 checks did not run." in page
    assert 'class="count right"' not in page
    assert "An Amazon category template" in page
    whole = page_of(document(["x"], report=Report((), ("a",) * 28, ())))
    assert 'class="count right"' in whole
    text = render_text(document(["x"], report=report))
    assert "No problem found by the 28 checks that ran." in text
    assert "9 checks did not run; add an Amazon category template" in text


def test_corrections_say_where_they_are():
    cells = (CellEdit(2, "AmazonValue", "Azul", "Blue"),)
    assert "no copy is saved yet" in page_of(document(["x"], corrections=Corrections(cells)))
    saved = page_of(document(["x"], corrections=Corrections(cells, "mended.xlsx", findings_are_left=False)))
    assert "in the copy “mended.xlsx”" in saved
    assert "before the corrections" in saved
    assert "Corrections" not in workbook_of(document(["x"])).sheetnames


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_amazon_file_covers_is_said_in_every_form(language):
    report = Report((), ("cell-whitespace",), (), (), tuple(range(100, 140)))
    one = document(report=report, language=language)
    said = say_uncovered(one, ReportTexts(language))
    assert "40" in said
    assert "129" in said
    assert "130" not in said
    assert said in " ".join(render_text(one, width=None).split())
    assert said in Reader(page_of(one)).text
    assert any(said in str(cell) for row in workbook_of(one).worksheets[0].values for cell in row)
    assert say_uncovered(document(report=Report((), (), ())), ReportTexts(language)) == ""
