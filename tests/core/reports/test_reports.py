"""The reports: nothing of a cell becomes markup or a formula, nothing is left out, and honesty."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from html.parser import HTMLParser
from io import BytesIO

import openpyxl
import pytest

from listo.core import resources
from listo.core.checks.engine import run
from listo.core.checks.registry import CHECKS
from listo.core.checks.types import Finding, Report
from listo.core.edits.history import CellEdit
from listo.core.errors import InputError
from listo.core.mapping.sheet import COLUMNS, Header, MappingSheet
from listo.core.mapping.whitespace import draw_invisible
from listo.core.references.lookup import References
from listo.core.reports import PART, Corrections, Document, Reference, as_html, as_text, write_report
from listo.core.reports.lines import ranges
from listo.core.reports.words import Number
from listo.core.reports.xlsx import write_xlsx
from listo.core.texts import LANGUAGES, Texts
from listo.core.workbooks.xlsx.sheet_xml import excel_encoded

NASTY = (
    "<script>alert(1)</script>",
    "</td></tr></table><h1>x",
    "=cmd|' /C calc'!A0",
    "+1",
    "-2+3",
    "@x",
    "<r><t>bold</t></r>",
    '"><img src=x onerror=y>',
    "&amp;&lt;",
    "https://example.com/",
    "mailto:a@b.c",
    "212",
    "1E+19",
    "_x0041_",
    "a\x01b",
    "a\ud800b",
    "x" * 40_000,
    "<!-- part -->",
    "{value} {0} %s",
    "White ",
    "a\u00a0b\u200bc\nd\te",
    "–",
    "TRUE",
    "#N/A",
)


def sheet_of(values):
    header = Header(1, {name: place for place, name in enumerate(COLUMNS)}, COLUMNS)
    columns = {name: list(values) for name in COLUMNS}
    columns["CategoryID"] = ["212"] * len(values)
    return MappingSheet("Planilha1", header, list(range(2, 2 + len(values))), columns)


def finding(row, value, code="amazon-value-not-accepted", severity="error", **more):
    arguments = {"attribute": value, "value": value, "type": value, "case": "one-type"}
    return Finding(code, severity, "map-value-not-accepted", row, "AmazonValue", value, arguments, **more)


def document(values=NASTY, language="en", skipped=(), **more):
    findings = tuple(
        finding(2 + index, value, suggestions=(value, "Blue")) for index, value in enumerate(values)
    )
    report = more.pop("report", Report(findings, ("cell-whitespace",) * 28, tuple(skipped)))
    return Document(f"{NASTY[0]}.xlsx", sheet_of(values), report, language, **more)


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements, and the text outside its style."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.texts, self.open = Counter(), [], []
        self.attributes = Counter()
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self):
        return "".join(self.texts)


def page_of(one):
    return "".join(as_html(one)).encode("utf-8", errors="replace").decode()


def workbook_of(one):
    target = BytesIO()
    write_xlsx(one, target, lambda _done, _total: None)
    return openpyxl.load_workbook(target)


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
    style = "".join(as_html(document(["x"]))).partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in page_of(document(["x"]))


def test_every_text_in_the_workbook_is_a_text():
    corrections = Corrections(tuple(CellEdit(2, "AmazonValue", value, value) for value in NASTY))
    workbook = workbook_of(document(corrections=corrections))
    numbers = {"Row", "How many", "Checks"}
    for sheet in workbook:
        heads = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                assert cell.hyperlink is None
                if cell.data_type == "n":
                    assert heads[cell.column] in numbers
                else:
                    assert cell.data_type in ("s", "inlineStr")
                    heads[cell.column] = cell.value if cell.value in numbers else heads.get(cell.column)


def test_values_are_in_the_workbook_as_they_stand():
    sheet = workbook_of(document())["Problems"]
    heads = [cell.value for cell in sheet[1]]
    at = heads.index("What is there")
    values = [row[at].value for row in sheet.iter_rows(min_row=2)]
    for value, found in zip(NASTY, values, strict=True):
        if len(value) > 30_000:
            assert found.endswith("…")
            assert value.startswith(found[:-1])
        elif value.isprintable() or value == "a\u00a0b\u200bc\nd\te":
            assert found in (value, excel_encoded(value))  # Excel decodes what openpyxl leaves


def test_the_list_can_be_filtered_and_scrolled_under_its_header():
    sheet = workbook_of(document())["Problems"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.endswith(str(1 + len(NASTY)))
    assert sheet["C2"].value == 2


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
    for kind in one.kinds:
        for part in ("why", "fix"):
            assert texts.check(kind.code, part) in page
    sheets = workbook_of(one)
    rows = sum(1 for row in sheets.worksheets[1].iter_rows(min_row=2))
    assert rows == len(findings)
    assert "{" not in as_text(one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_are_the_same_in_every_language(language):
    def shape(texts):
        return {
            key: (type(text), sorted(set(re.findall(r"\{\w+\}", json.dumps(text)))))
            for key, text in texts.items()
        }

    def read(name):
        return json.loads((resources.root() / "reports" / f"{name}.json").read_text(encoding="utf-8"))

    assert shape(read(language)) == shape(read("en"))


def test_nothing_found_is_no_promise_where_checks_were_left_out():
    report = Report((), ("a",) * 28, (("x", "amazon-values"),) * 9)
    page = page_of(document(["x"], report=report))
    assert "No problem found by the 28 checks that ran." in page
    assert "9 checks did not run." in page
    assert 'class="count right"' not in page
    assert "An Amazon category template" in page
    whole = page_of(document(["x"], report=Report((), ("a",) * 28, ())))
    assert 'class="count right"' in whole
    text = as_text(document(["x"], report=report))
    assert "No problem found by the 28 checks that ran." in text
    assert "9 checks did not run; add an Amazon category template" in text


def test_where_no_check_could_run_no_number_of_checks_praises_the_sheet():
    assert "None of the checks could run." in page_of(document(["x"], report=Report((), (), ())))


def test_no_line_is_left_out_however_many_there_are():
    values = [f"Azul {number}" for number in range(2_345)]
    reader = Reader(page_of(document(values)))
    assert reader.elements["details"] == 5
    assert all(f"“{value}”" in reader.text for value in values[::97])
    # a line each, a header for each table, and the tables of contents
    assert reader.elements["tr"] == 2_345 + 6 + 2


def test_other_rows_are_told_in_full_and_in_short():
    many = finding(2, "x", also_rows=(3, 4, 5, 9), also_rows_total=1200)
    report = Report((many,), ("a",), ())
    assert "also in 1,200 more rows: 3–5, 9, 1,196 more" in page_of(document(["x"], report=report))
    assert list(ranges((9, 3, 4, 5))) == [(3, 5), (9, 9)]


def test_corrections_say_where_they_are():
    cells = (CellEdit(2, "AmazonValue", "Azul", "Blue"),)
    assert "no copy is saved yet" in page_of(document(["x"], corrections=Corrections(cells)))
    saved = page_of(document(["x"], corrections=Corrections(cells, "mended.xlsx", findings_are_left=False)))
    assert "in the copy “mended.xlsx”" in saved
    assert "before the corrections" in saved
    assert "Corrections" not in workbook_of(document(["x"])).sheetnames


def test_categories_have_their_names_and_answers_their_values():
    page = Reader(page_of(document(["Azul"]))).text
    assert "212 (Shirts & Tops)" in page
    assert "Value (Azul) from the mapping spreadsheet" in page


def test_the_report_says_when_and_with_what_it_was_made():
    made = dt.datetime(2026, 11, 3, 9, 5)
    page = page_of(document(["x"], "pt", made=made, version="9.9"))
    assert "3 de novembro de 2026, 09:05" in page
    assert "Listo 9.9" in page


def test_the_parts_are_whole_pieces_of_markup():
    for part in page_of(document()).split(PART)[1:-1]:
        Reader(part)


def test_a_terminal_is_never_commanded_by_a_cell():
    text = as_text(document(["\x1b[2J\x07evil\r\n"]), colour=False)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "¦[2J¦evil" in text


def test_lines_are_as_wide_as_the_terminal_and_coloured_only_if_asked():
    narrow = as_text(document(["Azul", "Preto"]), width=60)
    assert max(map(len, narrow.splitlines())) < 60
    assert "\x1b[31m" in as_text(document(["Azul"]), colour=True)


def test_only_the_first_lines_of_a_kind_are_in_the_text():
    text = as_text(document([f"v{number}" for number in range(12)]))
    assert "… 7 more" in text


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "1,234 12,345"), ("pt", "1.234 12.345"), ("es", "1234 12.345")]
)
def test_numbers_are_written_as_the_language_does(language, shown):
    assert f"{Number(1234, language)} {Number(12345, language)}" == shown
    assert Number(1, language) == 1


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_report_is_never_written_over_a_source(tmp_path, form):
    source = tmp_path / "mapping.xlsx"
    source.write_bytes(b"mine")
    with pytest.raises(InputError, match="file-is-original"):
        write_report(document(), source, form, sources=[source], overwrite=True)
    other = tmp_path / "other.html"
    other.write_bytes(b"theirs")
    with pytest.raises(InputError, match="file-exists"):
        write_report(document(), other, form, sources=[source])
    assert (source.read_bytes(), other.read_bytes()) == (b"mine", b"theirs")
    write_report(document(), other, form, sources=[source], overwrite=True)
    assert len(other.read_bytes()) > 1000
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_report_that_is_stopped_leaves_nothing(tmp_path, form):
    def stop(_done, _total):
        raise KeyError("stop")

    with pytest.raises(KeyError):
        write_report(document(["x"] * 1000), tmp_path / "r", form, progress=stop)
    with pytest.raises(InputError, match="file-not-writable"):
        write_report(document(["x"]), tmp_path / "missing" / "r", form)
    assert list(tmp_path.iterdir()) == []


def test_references_are_named():
    page = page_of(document(["x"], references=(Reference("template.xlsm", "amazon-values"),)))
    assert "template.xlsm" in page
    assert "No other file was given" in page_of(document(["x"]))
    assert References().needs() == frozenset()
