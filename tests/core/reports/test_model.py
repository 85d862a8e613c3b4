"""What a report tells of one finding."""

from __future__ import annotations

from listo.core.checks.types import Report
from listo.core.reports.model import find_ranges
from report_documents import Reader, document, finding, page_of


def test_other_rows_are_told_in_full_and_in_short():
    many = finding(2, "x", also_rows=(3, 4, 5, 9), also_rows_total=1200)
    report = Report((many,), ("a",), ())
    assert "also in 1,200 more rows: 3–5, 9, 1,196 more" in page_of(document(["x"], report=report))
    assert list(find_ranges((9, 3, 4, 5))) == [(3, 5), (9, 9)]


def test_categories_have_their_names_and_answers_their_values():
    page = Reader(page_of(document(["Azul"]))).text
    assert "212 (Shirts & Tops)" in page
    assert "Value (Azul) from the mapping spreadsheet" in page


def test_categories_of_the_store_have_the_names_that_they_have_there():
    for names, said in (({212: "Camisetas"}, "212 (Camisetas)"), ({}, "212")):
        report = Report((finding(2, "Azul"),), ("a",), (), store_categories=names)
        page = Reader(page_of(document(["Azul"], report=report))).text
        assert said in page
        assert "Shirts & Tops" not in page
