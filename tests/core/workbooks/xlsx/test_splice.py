"""New texts in a sheet's XML: they stand where they should, and all around them is as it was."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

import handmade
from copies import SHEET, copied, data, part, spliced
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy
from packages import changed


def test_a_cell_keeps_its_style_and_gets_its_text(tmp_path):
    cells = '<row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>'
    assert spliced(
        tmp_path, cells, {Cell(0, 0): "a < b & c > d"}, shared="<si><t>x</t></si>", styles=["General", "@"]
    ) == (
        '<row r="1" spans="1:2"><c r="A1" s="1" t="inlineStr"><is><t>a &lt; b &amp; c &gt; d</t></is></c>'
        '<c r="B1"><v>2</v></c></row>'
    )


def test_blanks_line_breaks_and_what_xml_cannot_hold(tmp_path):
    text = " two  \n lines\t\r\x01_x0041_ \U0001f600 "
    path = copied(
        handmade.xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>'), {Cell(0, 0): text}
    )
    assert 'xml:space="preserve"> two  \n lines\t_x000D__x0001__x005F_x0041_ ' in part(path)
    assert read_workbook(path).tables[0].text(0, 0) == text


def test_a_whole_number_stays_a_number_where_one_stood(tmp_path):
    cells = (
        '<row r="1"><c r="A1"><v>212</v></c><c r="B1" t="n" s="1"><v>7</v></c>'
        '<c r="C1" s="2"><v>45636</v></c>'
        '<c r="D1" t="inlineStr"><is><t>5</t></is></c><c r="E1"><v>1</v></c><c r="F1"/></row>'
    )
    edits = {Cell(0, column): text for column, text in enumerate(["213", "8", "9", "6", "007", "3"])}
    copy = spliced(tmp_path, cells, edits, styles=["General", "000", "d/m/yyyy"])
    assert '<c r="A1"><v>213</v></c>' in copy
    for cell, style, text in (
        ("B1", ' s="1"', "8"),
        ("C1", ' s="2"', "9"),
        ("D1", "", "6"),
        ("E1", "", "007"),
    ):
        assert f'<c r="{cell}"{style} t="inlineStr"><is><t>{text}</t></is></c>' in copy
    assert '<c r="F1" t="inlineStr"><is><t>3</t></is></c>' in copy


def test_an_emptied_cell_keeps_its_style(tmp_path):
    cells = '<row r="1"><c r="A1" s="1" t="e" vm="1" cm="2" ph="1"><v>#VALUE!</v></c></row>'
    assert spliced(tmp_path, cells, {Cell(0, 0): ""}, styles=["General", "@"]) == (
        '<row r="1"><c r="A1" s="1" ph="1"/></row>'
    )


def test_cells_that_were_not_there_come_in_order(tmp_path):
    cells = (
        '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="4"/><row r="6" ht="9"></row>'
    )
    edits = {
        Cell(0, 1): "row 1",
        Cell(1, 0): "A2",
        Cell(1, 2): "C2",
        Cell(1, 27): "AB2",
        Cell(3, 0): "A4",
        Cell(5, 0): "A6",
        Cell(8, 2): "C9",
        Cell(8, 1): "B9",
        Cell(9, 0): "",
    }
    copy = spliced(tmp_path, cells, edits)
    assert re.findall(r'<row r="(\d+)"', copy) == ["1", "2", "4", "6", "9"]
    assert re.findall(r'<c r="(\w+)"', copy) == ["B1", "A2", "B2", "C2", "D2", "AB2", "A4", "A6", "B9", "C9"]
    assert '<row r="6" ht="9"><c r="A6"' in copy


def test_a_new_cell_takes_the_style_of_its_row_or_column(tmp_path):
    cells = '<row r="1" s="1" customFormat="1"/><row r="2" s="1"/>'
    copy = spliced(
        tmp_path,
        cells,
        {Cell(0, 0): "a", Cell(1, 0): "b", Cell(1, 2): "c", Cell(2, 2): "d"},
        before='<cols><col min="2" max="3" width="9" style="2"/></cols>',
        styles=["General", "@", "00"],
    )
    assert re.findall(r'<c r="(\w+)"(?: s="(\d)")? t', copy) == [
        ("A1", "1"),
        ("A2", ""),
        ("C2", "2"),
        ("C3", "2"),
    ]


def test_an_empty_sheet_is_filled(tmp_path):
    path = copied(handmade.xlsx(tmp_path / "a.xlsx", ""), {Cell(1, 1): "x"})
    assert data(path) == '<row r="2"><c r="B2" t="inlineStr"><is><t>x</t></is></c></row>'


def test_cells_and_rows_without_their_names(tmp_path):
    cells = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    assert spliced(tmp_path, cells, {Cell(0, 1): "5", Cell(1, 2): "x", Cell(2, 0): "y"}) == (
        "<row><c><v>1</v></c><c><v>5</v></c></row>"
        '<row><c><v>3</v></c><c r="C2" t="inlineStr"><is><t>x</t></is></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>y</t></is></c></row>'
    )


def test_rows_and_cells_out_of_order_are_found(tmp_path):
    cells = (
        '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="C1"><v>1</v></c><c r="A1"><v>2</v></c></row>'
    )
    edits = {Cell(2, 0): "4", Cell(0, 0): "5", Cell(0, 2): "6"}
    assert re.findall(r"<v>(\d)</v>", spliced(tmp_path, cells, edits)) == ["4", "6", "5"]


def test_attributes_in_any_order_and_any_quotes(tmp_path):
    cells = "<row ht='9' r='1'><c t='b' s='0' r='A1'><v>1</v></c><c  r = 'B1' ><v>2</v></c></row>"
    assert spliced(tmp_path, cells, {Cell(0, 0): "x", Cell(0, 1): "3"}) == (
        "<row ht='9' r='1'><c s='0' r='A1' t=\"inlineStr\"><is><t>x</t></is></c><c r='B1'><v>3</v></c></row>"
    )


def test_prefixed_and_strict_xml(tmp_path):
    for namespaces in (handmade.TRANSITIONAL, handmade.STRICT):
        path = handmade.xlsx(
            tmp_path / "a.xlsx",
            '<x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>',
            prefix="x:",
            namespaces=namespaces,
        )
        copy = copied(path, {Cell(0, 0): "a", Cell(0, 1): "b", Cell(1, 0): "c"})
        assert [list(row) for row in read_workbook(copy).tables[0].rows] == [["a", "b"], ["c", ""]]
        assert "<x:is><x:t>a</x:t></x:is>" in part(copy)


def test_a_closing_tag_that_only_begins_alike_closes_no_cell(tmp_path):
    runs = '<is><r><rPr><color rgb="FF0000FF"></color><charset val="1"></charset></rPr><t>x</t></r></is>'
    other = '<c r="B1"><v>1</v></c >'
    cells = f'<row r="1"><c r="A1" t="inlineStr">{runs}</c>{other}</row>'
    new = '<c r="A1" t="inlineStr"><is><t>y</t></is></c>'
    assert spliced(tmp_path, cells, {Cell(0, 0): "y"}) == f'<row r="1">{new}{other}</row>'


def test_instructions_in_the_xml_are_no_cells(tmp_path):
    cells = '<row r="1"><?a <c r="A1"/> ?><c r="A1"><v>1</v></c></row>'
    assert spliced(tmp_path, cells, {Cell(0, 0): "2"}) == cells.replace("<v>1</v>", "<v>2</v>")


def test_comments_in_the_xml_are_no_cells(tmp_path):
    cells = (
        '<!-- <row r="1"><c r="A1"><v>9</v></c> --><row r="1"><!--<c r="A1"/>--><c r="A1"><v>1</v></c></row>'
    )
    assert spliced(tmp_path, cells, {Cell(0, 0): "2"}) == cells.replace("<v>1</v>", "<v>2</v>")


@pytest.mark.parametrize(
    ("before", "after"),
    [("A1", "A1:C4"), ("A1:B2", "A1:C4"), ("B2:D9", "B2:D9"), ("A1:B1048576", "A1:C1048576")],
)
def test_the_dimension_takes_in_the_new_cells(tmp_path, before, after):
    path = handmade.xlsx(
        tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>', before=f'<dimension ref="{before}"/>'
    )
    assert f'<dimension ref="{after}"/>' in part(copied(path, {Cell(3, 2): "x"}))


def test_utf_16_sheets(tmp_path):
    path = handmade.xlsx(tmp_path / "a.xlsx", "")
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = (
        members[SHEET]
        .decode()
        .replace("UTF-8", "UTF-16")
        .replace("<sheetData/>", "<sheetData><row/></sheetData>")
    )
    handmade.package(path, {**members, SHEET: sheet.encode("utf-16")})
    workbook = read_workbook(path)
    copy = write_copy(workbook, tmp_path / "b.xlsx", {"A": {Cell(0, 0): "é"}})
    assert read_workbook(copy).tables[0].text(0, 0) == "é"


# Rows that were not there

LOOKS = (
    '<row r="1" ht="40" customHeight="1"><c r="A1" s="1"/></row><row r="2"><c r="A2"><v>1</v></c></row>'
    '<row r="3" spans="1:4" ht="21" customHeight="1" hidden="1"><c r="A3" s="1"><v>1</v></c>'
    '<c r="B3"><v>2</v></c><c r="C3" s="2"/></row>'
)
CHOICES = (
    '<conditionalFormatting sqref="A2:B3 D2:D3"><cfRule type="duplicateValues" priority="1"/>'
    '</conditionalFormatting><dataValidations count="3"><dataValidation type="list" allowBlank="1" '
    'sqref="$B$2:$B$3"><formula1>"a,b"</formula1></dataValidation><dataValidation sqref="A1:A2 A3 E2:E3"/>'
    '<dataValidation sqref="A2:A1048576"/></dataValidations>'
    "<extLst><ext><sqref>A2:A3</sqref></ext></extLst>"
)


def test_new_rows_look_like_the_one_above_them(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        LOOKS,
        before='<cols><col min="2" max="4" width="9" style="1"/></cols>',
        after=CHOICES,
        styles=["General", "@", "00"],
    )
    copy = copied(path, {Cell(3, 0): "a", Cell(3, 1): "b", Cell(4, 3): "d", Cell(5, 0): "", Cell(9, 0): "z"})
    text = '<c r="{}"{} t="inlineStr"><is><t>{}</t></is></c>'
    assert data(copy) == (
        LOOKS
        + '<row r="4" ht="21" customHeight="1">'
        + text.format("A4", ' s="1"', "a")
        + text.format("B4", "", "b")
        + '<c r="C4" s="2"/></row><row r="5" ht="21" customHeight="1"><c r="A5" s="1"/><c r="C5" s="2"/>'
        + text.format("D5", ' s="1"', "d")
        + '</row><row r="10">'
        + text.format("A10", "", "z")
        + "</row>"
    )
    followed = CHOICES.replace("A2:B3 D2:D3", "A2:B5 D2:D5").replace("$B$2:$B$3", "$B$2:$B$5")
    assert followed.replace("<sqref>A2:A3<", "<sqref>A2:A5<") in part(copy)


def test_a_row_below_the_heading_does_not_look_like_it(tmp_path):
    heading = '<row r="1" ht="40" customHeight="1"><c r="A1" s="1"><v>1</v></c></row>'
    copy = spliced(tmp_path, heading, {Cell(1, 0): "a"}, styles=["General", "@"])
    assert copy == heading + '<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c></row>'


def test_a_row_below_the_only_one_under_the_heading_looks_like_that(tmp_path):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="1"/></row>'
    copy = spliced(tmp_path, rows, {Cell(2, 0): "a"}, styles=["General", "@"])
    row = '<row r="3"><c r="A3" s="1" t="inlineStr"><is><t>a</t></is></c></row>'
    assert copy == rows + row


def test_rows_that_look_like_others_are_proven(tmp_path, monkeypatch):
    monkeypatch.delattr("listo.core.workbooks.write._verify_by_reading")
    path = handmade.xlsx(tmp_path / "a.xlsx", LOOKS, after=CHOICES, styles=["General", "@", "00"])
    assert read_workbook(copied(path, {Cell(3, 1): "b"})).tables[0].text(3, 1) == "b"


# Everything around it


def rich_workbook(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Mapeamento")
    head = book.add_format({"bold": True, "bg_color": "#DDEEFF"})
    sheet.write_row(0, 0, ["CategoryID", "VariationTheme", "AmazonValue"], head)
    for row in range(1, 40):
        sheet.write_row(row, 0, [200 + row, "sizecolor", f"Valor {row % 7}"])
    sheet.write_comment("A2", "nota")
    sheet.data_validation("B2:B40", {"validate": "list", "source": "=Listas!$A$1:$A$3"})
    sheet.conditional_format("C2:C40", {"type": "data_bar", "data_bar_2010": True})
    sheet.merge_range("E1:F1", "junto")
    sheet.freeze_panes(1, 0)
    lists = book.add_worksheet("Listas")
    lists.write_column(0, 0, ["Color", "Size", "SizeColor"])
    lists.very_hidden()
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Mapeamento!$A$2:$A$9"})
    sheet.insert_chart("H2", chart)
    book.close()
    return path


def test_every_other_member_is_the_same_byte_for_byte(tmp_path):
    path = rich_workbook(tmp_path / "a.xlsx")
    copy = copied(path, {Cell(3, 1): "SizeColor", Cell(50, 9): "novo"}, "Mapeamento")
    assert changed(path, copy) <= {SHEET}
    edited = part(copy).replace('<c r="B4" t="inlineStr"><is><t>SizeColor</t></is></c>', "")
    edited = edited.replace('<row r="51"><c r="J51" t="inlineStr"><is><t>novo</t></is></c></row>', "")
    original = re.sub(r'<c r="B4" t="s"><v>\d+</v></c>', "", part(path))
    assert edited.replace("A1:J51", "A1:F40") == original


def test_archives_of_every_make(tmp_path):
    plain = handmade.xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>')
    with zipfile.ZipFile(plain) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    odd = tmp_path / "odd.xlsx"
    # What a writer gives that cannot go back: sizes after the data, and room for more than 4 GB.
    with odd.open("wb") as file, zipfile.ZipFile(Unseekable(file), "w") as archive:
        archive.comment = b"a comment"
        for number, (name, content) in enumerate(members.items()):
            info = zipfile.ZipInfo(name, (2020, 2, 2, 2, 2, 2))
            info.comment = name.encode()
            info.compress_type = number % 2 * zipfile.ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as member:
                member.write(content)
    copy = copied(odd, {Cell(0, 0): "x" * 500, Cell(4, 4): "y"})
    assert changed(odd, copy) <= {SHEET}
    with zipfile.ZipFile(copy) as archive:
        assert archive.comment == b"a comment"
        assert archive.getinfo(SHEET).comment == SHEET.encode()
        assert archive.getinfo(SHEET).date_time == (2020, 2, 2, 2, 2, 2)
    assert openpyxl.load_workbook(copy)["A"]["A1"].value == "x" * 500


class Unseekable:
    def __init__(self, file) -> None:
        self._file = file

    def write(self, content: bytes) -> int:
        return self._file.write(content)

    def flush(self) -> None:
        self._file.flush()


def test_several_sheets_at_once(tmp_path):
    path = handmade.xlsx(tmp_path / "a.xlsx", {"A": "", "B &amp; C": "", "D": ""})
    workbook = read_workbook(path)
    copy = write_copy(workbook, tmp_path / "b.xlsx", {"A": {Cell(0, 0): "a"}, "B & C": {Cell(1, 1): "b"}})
    tables = read_workbook(copy).tables
    assert [(table.name, table.text(0, 0), table.text(1, 1)) for table in tables] == [
        ("A", "a", ""),
        ("B & C", "", "b"),
        ("D", "", ""),
    ]


texts = st.text(st.characters(blacklist_categories=("Cs",)), max_size=10) | st.sampled_from(
    ["", "212", "0", "#N/A", "_x000D_", " ", "a\r\nb", "=1+1", "'x", "1e5"]
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory) -> Path:
    return rich_workbook(tmp_path_factory.mktemp("rich") / "a.xlsx")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
@settings(max_examples=40, deadline=None)
@given(edits=st.dictionaries(st.builds(Cell, st.integers(0, 45), st.integers(0, 9)), texts, max_size=12))
def test_any_edits_read_back_and_touch_nothing_else(rich, edits):
    before = read_workbook(rich)
    copy = write_copy(before, rich.with_name("b.xlsx"), {"Mapeamento": edits}, overwrite=True)
    after = read_workbook(copy)
    assert changed(rich, copy) <= {SHEET}
    for row in range(47):
        for column in range(11):
            cell = Cell(row, column)
            assert after.tables[0].text(*cell) == edits.get(cell, before.tables[0].text(*cell))
    openpyxl.load_workbook(copy)
