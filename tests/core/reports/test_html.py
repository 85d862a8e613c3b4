"""The page: nothing of a cell becomes markup, nothing is left out, and it needs nothing but itself."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from listo.core.checks.types import Report
from listo.core.edits.history import CellEdit
from listo.core.mapping.cell_text import draw_invisible
from listo.core.references.files import References
from listo.core.reports.html import CHAPTER, PART, render_html
from listo.core.reports.model import Corrections, Reference
from report_documents import NASTY, Reader, document, page_of


def test_no_text_of_a_cell_becomes_an_element_or_an_attribute():
    corrections = Corrections(tuple(CellEdit(2, "AmazonValue", value, value) for value in NASTY))
    references = tuple(Reference(value, "amazon-values") for value in NASTY)
    plain = ["plain"] * len(NASTY)
    mild_changes = Corrections(tuple(CellEdit(2, "AmazonValue", "a", "b") for _ in NASTY))
    mild_references = tuple(Reference("a", "amazon-values") for _ in NASTY)
    nasty = Reader(page_of(document(corrections=corrections, references=references)))
    mild = Reader(page_of(document(plain, corrections=mild_changes, references=mild_references)))
    assert nasty.elements - Counter(mark=nasty.elements["mark"]) == mild.elements
    assert nasty.attributes - Counter(title=nasty.attributes["title"]) == mild.attributes
    for value in NASTY:
        if value.isprintable():
            assert draw_invisible(value) in nasty.text


def test_the_page_needs_nothing_but_itself():
    reader = Reader(page_of(document()))
    assert not {"script", "link", "img", "iframe", "object"} & set(reader.elements)
    style = "".join(render_html(document(["x"]))).partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in page_of(document(["x"]))


def test_where_no_check_could_run_no_number_of_checks_praises_the_sheet():
    assert "None of the checks could run." in page_of(document(["x"], report=Report((), (), ())))


def test_no_line_is_left_out_however_many_there_are():
    values = [f"Azul {number}" for number in range(2_345)]
    reader = Reader(page_of(document(values)))
    assert reader.elements["details"] == 5
    assert all(f"“{value}”" in reader.text for value in values[::97])
    # a line each, a header for each table, and the tables of contents
    assert reader.elements["tr"] == 2_345 + 6 + 2


def test_the_rows_of_a_long_report_begin_a_page_in_print():
    """What matters stands by itself then; a short one is a page as a whole."""
    many, change = [f"Azul {number}" for number in range(30)], (CellEdit(2, "AmazonValue", "a", "b"),)
    for corrections in (Corrections(()), Corrections(change)):
        before, _, after = page_of(document(many, corrections=corrections)).partition(CHAPTER)
        assert "not-checked" in before
        assert after.count("<tr>") > 30
        assert CHAPTER not in after
    assert CHAPTER not in page_of(document(many[:3], corrections=Corrections(change)))


def test_the_report_says_when_and_with_what_it_was_made():
    made = dt.datetime(2026, 11, 3, 9, 5)
    page = page_of(document(["x"], "pt", made=made, version="9.9"))
    assert "3 de novembro de 2026, 09:05" in page
    assert "Listo 9.9" in page


def test_the_parts_are_whole_pieces_of_markup():
    for part in page_of(document()).split(PART)[1:-1]:
        Reader(part)


def test_references_are_named():
    page = page_of(document(["x"], references=(Reference("template.xlsm", "amazon-values"),)))
    assert "template.xlsm" in page
    assert "No other file was given" in page_of(document(["x"]))
    assert References().needs() == frozenset()
