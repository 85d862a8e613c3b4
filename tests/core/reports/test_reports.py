"""What holds for every form of report: honesty, and every kind of problem in every language."""

from __future__ import annotations

import pytest

from listo.core.checks.engine import run
from listo.core.checks.findings import CHECKS
from listo.core.checks.types import Finding, Report
from listo.core.edits.history import CellEdit
from listo.core.readiness.model import StateCounts
from listo.core.reports.model import Corrections, IssueSkus, say_uncovered
from listo.core.reports.text import render_text
from listo.core.reports.texts import ReportTexts, say_counts
from listo.core.texts import LANGUAGES, Texts
from report_documents import Reader, document, finding, page_of, workbook_of


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
    rows = sum(1 for row in sheets[ReportTexts(language).say("sheet.problems")].iter_rows(min_row=2))
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


SKUS = StateCounts(total=803, ready=58, blocked=219, at_risk=170, not_sent=26, unknown=330)


def whole_document(**more):
    """Return a document with some of everything; the mildest kind holds up the most SKUs."""
    found = (
        finding(2, "Azul"),
        Finding("row-spare", "info", None, 3, "VTEXValue", "Preto", {"specification": "Cor"}),
        *(Finding("ean-missing", "error", None, None, None, sku) for sku in ("13005", "13022")),
        Finding("value-unmapped", "error", None, 2, None, "Vinho", {"specification": "Cor", "case": "other"}),
    )
    return document(
        ["Azul", "Preto"],
        report=Report(found, ("cell-whitespace",), (("x", "trade-policy"),)),
        corrections=Corrections((CellEdit(2, "AmazonValue", "Rojo", "Red"),), "mended.xlsx"),
        left=((finding(3, "Verde"), "Sold out"),),
        skus=SKUS,
        missing_exports=("vtex-product-specifications",),
        held_up={"row-spare": IssueSkus(168, 158), "ean-missing": IssueSkus(46, 35)},
        order=("row-spare", "ean-missing", "value-unmapped", "amazon-value-not-accepted"),
        **more,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_kinds_and_what_was_not_checked_come_first_then_corrections_then_the_rows(language):
    one, texts = whole_document(language=language), ReportTexts(language)
    page = Reader(page_of(one)).text
    heads = ("contents", "not-checked", "corrections", "left")
    places = [page.index(say_counts(SKUS, texts)), *(page.rindex(texts.say(head)) for head in heads)]
    places.insert(-1, page.rindex(texts.why("row-spare")))
    assert places == sorted(places)
    names = [
        texts.say(f"sheet.{name}") for name in ("summary", "not-checked", "corrections", "problems", "left")
    ]
    assert workbook_of(one).sheetnames == names
    assert any(say_counts(SKUS, texts) in row for row in workbook_of(one).worksheets[0].values)
    text = render_text(one)
    assert text.index("mended.xlsx") < text.index(texts.title("row-spare", 1))


def test_kinds_stand_in_the_order_to_work_through_them_with_the_skus_that_they_hold_up():
    one = whole_document()
    assert [section.code for section in one.sections] == list(one.order)
    assert "1 row that no SKU usesℹ Good to know168158" in Reader(page_of(one)).text.replace("\n", "")
    lines = [row[1:2] + row[5:] for row in workbook_of(one)["Summary"].values]
    assert ("1 row that no SKU uses", 168, 158) in lines
    assert ("1 value in use has no row", None, None) in lines


def test_which_file_would_tell_of_skus_that_are_not_known_is_said():
    one = whole_document()
    told = ("VTEX’s export of product specifications", "What becomes of the 330 SKUs that are not known yet.")
    assert told in list(workbook_of(one)["Not checked"].values)
    assert "".join(told) in Reader(page_of(one)).text


def test_what_is_in_no_cell_is_not_told_as_what_is_there():
    heads, *lines = workbook_of(whole_document())["Problems"].values
    told = [dict(zip(heads, line, strict=True)) for line in lines]
    assert [line["What is there"] for line in told] == ["Preto", None, None, None, "Azul"]
    assert [line["What is missing"] for line in told] == [None, None, None, "Vinho", None]
    assert [line["SKU"] for line in told] == [None, "13005", "13022", None, None]
    lacking = Finding("column-missing", "error", None, 1, "Nothing", "", {"column": "Nothing"})
    page = Reader(page_of(document(["x"], report=Report((lacking,), ("x",), ())))).text
    assert "What is there" not in page
    assert "(empty)" not in page


def test_nothing_is_told_twice_in_a_line():
    one = whole_document()
    page = Reader(page_of(one)).text
    assert "212 (Shirts & Tops) · Preto · Preto · Preto → Preto · … → Preto" in page  # not the value again
    assert "13005 · 13022" in page  # and not a sentence for each
    assert page.count("1 value in use has no row") == 2  # among the kinds, and over its lines
    for row in workbook_of(one)["Problems"].iter_rows(min_row=2, values_only=True):
        assert "VTEXValue (F)" not in row or row[-1] is None
    column = Finding("category-missing", "error", None, 2, "CategoryID", "")
    assert "row 2: CategoryID" in render_text(document(["x"], report=Report((column,), ("x",), ())))


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
