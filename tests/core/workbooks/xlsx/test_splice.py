"""A copy differs from its original in the cells edited and in nothing else, or it is not there at all."""

from __future__ import annotations

import os
import re
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

import handmade
from listo.core.errors import CancelledError, InputError
from listo.core.workbooks import Cell, read_workbook, write_copy
from packages import changed

REL = handmade.TRANSITIONAL[1]
SHEET = "xl/worksheets/sheet1.xml"


def copied(path: Path, edits: dict[Cell, str], sheet: str = "A", name: str = "copy.xlsx") -> Path:
    return write_copy(read_workbook(path), path.with_name(name), {sheet: edits}, overwrite=True)


def part(path: Path, name: str = SHEET) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def data(path: Path) -> str:
    return re.search(r"<sheetData>(.*)</sheetData>", part(path), re.DOTALL)[1]


def spliced(folder: Path, cells: str, edits: dict[Cell, str], **options) -> str:
    return data(copied(handmade.xlsx(folder / "a.xlsx", cells, **options), edits))


# Cells


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


# Formulas

CHAIN = "xl/calcChain.xml"


def with_chain(path: Path, cells: str, chain: str, workbook: str = "") -> Path:
    main = handmade.TRANSITIONAL[0]
    return handmade.xlsx(
        path,
        {"A": cells, "B": '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'},
        parts={CHAIN: f'<calcChain xmlns="{main}">{chain}</calcChain>'},
        relations=f'<Relationship Id="rIdC" Type="{REL}/calcChain" Target="calcChain.xml"/>',
        workbook=workbook,
    )


def test_a_formula_goes_with_its_place_in_the_order_of_calculation(tmp_path):
    cells = '<row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>'
    chain = '<c r="A1" i="11" l="1"/><c r="B1"/><c r="A1" i="12"/>'
    path = with_chain(tmp_path / "a.xlsx", cells, chain, '<calcPr calcId="191029"/>')
    copy = copied(path, {Cell(0, 0): "x"})
    assert '<c r="B1" i="11"/><c r="A1" i="12"/></calcChain>' in part(copy, CHAIN)
    assert "<f>A1</f>" in data(copy)
    assert "<f>1</f>" not in data(copy)
    assert '<calcPr calcId="191029" fullCalcOnLoad="1"/>' in part(copy, "xl/workbook.xml")


@pytest.mark.parametrize(
    ("calculation", "then"),
    [
        ('<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
        ('<calcPr iterateCount="100"/>', '<calcPr iterateCount="100"/>'),
        ("", ""),
    ],
)
def test_formulas_without_an_order_of_calculation_are_worked_out_anew(tmp_path, calculation, then):
    formula = '<row r="1"><c r="A1"><f>B!A1*2</f><v>4</v></c></row>'
    value = '<row r="1"><c r="A1"><v>2</v></c></row>'
    for cells, wanted in ((formula, then), (value, calculation)):
        path = handmade.xlsx(tmp_path / "a.xlsx", {"A": cells, "B": value}, workbook=calculation)
        copy = copied(path, {Cell(0, 0): "3"}, "B")
        assert f"</sheets>{wanted}</workbook>" in part(copy, "xl/workbook.xml")


def test_the_last_formula_takes_the_order_of_calculation_with_it(tmp_path):
    path = with_chain(
        tmp_path / "a.xlsx", '<row r="1"><c r="A1"><f>1</f><v>1</v></c></row>', '<c r="A1" i="11"/>'
    )
    copy = copied(path, {Cell(0, 0): "x"})
    with zipfile.ZipFile(copy) as archive:
        assert CHAIN not in archive.namelist()
        assert b"calcChain" not in b"".join(archive.read(name) for name in archive.namelist())
    assert openpyxl.load_workbook(copy)["A"]["A1"].value == "x"


def test_a_text_that_stands_there_already_costs_no_formula(tmp_path):
    cells = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'
    assert spliced(tmp_path, cells, {Cell(0, 0): "2"}) == cells


def test_cells_that_repeat_a_formula_keep_it_when_its_first_cell_goes(tmp_path):
    cells = (
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B4" si="0">A1&amp;$A$1&amp;"A1"</f><v>1</v></c>'
        '<c r="C1"><f t="shared" ref="C1:C2" si="1">A1+1</f><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c>'
        '<c r="C2"><f t="shared" si="1"/><v>2</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"></f><v>3</v></c></row>'
        '<row r="4"><c r="B4"><f t="shared" si="0"/><v>4</v></c></row>'
    )
    copy = spliced(tmp_path, cells, {Cell(0, 1): "x", Cell(3, 1): "y"})
    heir = '<f t="shared" ref="B2:B4" si="0">A2&amp;$A$1&amp;"A1"</f>'
    assert f'<c r="B2">{heir}<v>2</v></c>' in copy
    assert '<c r="B3"><f t="shared" si="0"></f><v>3</v></c>' in copy
    assert '<c r="B4" t="inlineStr">' in copy
    assert '<f t="shared" ref="C1:C2" si="1">A1+1</f>' in copy
    assert '<c r="C2"><f t="shared" si="1"/>' in copy


def test_each_cell_of_a_block_that_repeats_a_formula_gets_it_for_its_own(tmp_path):
    cells = (
        '<row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="0">A1*2</f><v>1</v></c>'
        '<c r="C1"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c>'
        '<c r="C2"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    copy = spliced(tmp_path, cells, {Cell(0, 1): "x"})
    assert re.findall("<f>(.*?)</f>", copy) == ["B1*2", "A2*2", "B2*2"]


def test_a_number_that_stands_for_two_formulas_keeps_the_second_where_the_first_goes(tmp_path):
    cells = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="4"><c r="A4"><f t="shared" ref="A4:A5" si="0">C4*2</f><v>1</v></c></row>'
        '<row r="5"><c r="A5"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    copy = spliced(tmp_path, cells, {Cell(0, 0): "x", Cell(1, 0): "y"})
    assert '<c r="A3"><f>B3</f>' in copy
    assert copy.endswith(cells[cells.index('<row r="4">') :])


def test_a_repeated_formula_that_would_name_a_cell_outside_says_so(tmp_path):
    cells = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">A1048576</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" ref="A2:B3" si="1">A1</f><v>1</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="1"/><v>1</v></c></row>'
    )
    assert "<f>B2</f>" in spliced(tmp_path, cells, {Cell(1, 0): "x"})
    up = cells + '<row r="4"><c r="D4"><f t="shared" ref="B4:D5" si="2">B4</f><v>1</v></c></row>'
    up += '<row r="5"><c r="B5"><f t="shared" si="2"/><v>1</v></c></row>'
    assert "<f>#REF!</f>" in spliced(tmp_path, up, {Cell(3, 3): "x"})


def test_a_repeated_formula_may_go_anywhere_else(tmp_path):
    cells = (
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1</f><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    assert '<f t="shared" ref="B1:B2" si="0">A1</f>' in spliced(tmp_path, cells, {Cell(1, 1): "x"})


@pytest.mark.parametrize("edited", ["B1", "B2"])
def test_part_of_an_array_makes_it_plain_values(tmp_path, edited):
    cells = (
        '<row r="1"><c r="B1" cm="1"><f t="array" ref="B1:B2">A1:A2*2</f><v>1</v></c></row>'
        '<row r="2"><c r="B2"><v>2</v></c></row>'
        '<row r="3"><c r="B3"><f t="array" ref="B3">SUM(A1:A2)</f><v>3</v></c></row>'
    )
    copy = spliced(tmp_path, cells, {Cell(int(edited[1]) - 1, 1): "x"})
    assert "A1:A2*2" not in copy
    assert 'cm="1"' not in copy
    assert '<f t="array" ref="B3">SUM(A1:A2)</f>' in copy
    assert [cell for cell in ("<v>1</v>", "<v>2</v>") if cell in copy] == [
        "<v>2</v>" if edited == "B1" else "<v>1</v>"
    ]


# Tables


def test_a_table_bears_the_names_that_stand_in_its_first_row(tmp_path):
    main = handmade.TRANSITIONAL[0]
    table = (
        f'<table xmlns="{main}" id="1" name="T" ref="B2:C3"><autoFilter ref="B2:C3"/><tableColumns count="2">'
        '<tableColumn id="1" name="category &lt;id&gt;"/><tableColumn id="2" name="Type" dataDxfId="0"/>'
        "</tableColumns></table>"
    )
    path = with_table(
        tmp_path / "a.xlsx",
        '<row r="2"><c r="B2" t="inlineStr"><is><t>category &lt;id&gt;</t></is></c>'
        '<c r="C2" t="inlineStr"><is><t>Type</t></is></c></row><row r="3"><c r="B3"><v>1</v></c></row>',
        table,
    )
    copy = part(copied(path, {Cell(1, 1): 'Category "ID" & co', Cell(2, 1): "x"}), "xl/tables/table1.xml")
    assert '<tableColumn id="1" name="Category &quot;ID&quot; &amp; co"/>' in copy
    assert '<tableColumn id="2" name="Type" dataDxfId="0"/>' in copy


def with_table(path: Path, rows: str, table: str) -> Path:
    return handmade.xlsx(
        path,
        rows,
        after='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        parts={"xl/tables/table1.xml": table},
        sheet_relations=f'<Relationship Id="rId1" Type="{REL}/table" Target="../tables/table1.xml"/>',
    )


def small_table(folder: Path, below: str = "") -> Path:
    """Give a sheet with a table in A1:B2."""
    table = (
        f'<table xmlns="{handmade.TRANSITIONAL[0]}" id="1" name="T" ref="A1:B2"><tableColumns count="2">'
        '<tableColumn id="1" name="One&amp;"/><tableColumn id="2" name="Two"/></tableColumns></table>'
    )
    return with_table(
        folder / "a.xlsx",
        '<row r="1"><c r="A1" t="inlineStr"><is><t>One&amp;</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Two</t></is></c></row>'
        f'<row r="2"><c r="A2"><v>1</v></c></row>{below}',
        table,
    )


@pytest.mark.parametrize(
    ("edits", "cell"),
    [
        ({Cell(0, 1): ""}, "B1"),
        ({Cell(0, 1): "oNE&"}, "B1"),
        ({Cell(0, 0): "x", Cell(0, 1): "X"}, "A1"),
    ],
)
def test_a_column_of_a_table_must_have_a_name_of_its_own(tmp_path, edits, cell):
    with pytest.raises(InputError) as caught:
        copied(small_table(tmp_path), edits)
    assert (caught.value.code, caught.value.arguments) == ("table-header", {"file": "a.xlsx", "cell": cell})
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]


def test_columns_of_a_table_may_swap_their_names(tmp_path):
    copy = copied(small_table(tmp_path), {Cell(0, 0): "Two", Cell(0, 1): "One&"})
    assert re.findall(r'name="([^"]*)"/', part(copy, "xl/tables/table1.xml")) == ["Two", "One&amp;"]


NEW_NAMES = {
    "SUM(T[Two])": "SUM(T[[Zwei '#1]])",
    "T[[#This Row],[Two]]*2": "T[[#This Row],[Zwei '#1]]*2",
    "T[[One&]:[Two]]": "T[[One&]:[Zwei '#1]]",
    'UT[Two]+B[Two]&"Two"': 'UT[Two]+B[Two]&"Two"',
    "T[#All]": "T[#All]",
}


def test_formulas_call_a_column_by_its_new_name(tmp_path):
    path = small_table(tmp_path)
    formulas = "".join(
        f'<row r="{row}"><c r="D{row}"><f>{formula.replace("&", "&amp;")}</f><v>1</v></c></row>'
        for row, formula in enumerate(NEW_NAMES, 5)
    )
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    members[SHEET] = members[SHEET].replace("</sheetData>", f"{formulas}</sheetData>")
    table = members["xl/tables/table1.xml"].replace('name="T"', 'name="T" displayName="T"')
    own = '<tableColumn id="2" name="Two"><calculatedColumnFormula>T[Two]</calculatedColumnFormula>'
    members["xl/tables/table1.xml"] = table.replace(
        '<tableColumn id="2" name="Two"/>', f"{own}</tableColumn>"
    )
    main = '</sheets><definedNames><definedName name="N">T[Two]</definedName></definedNames>'
    members["xl/workbook.xml"] = members["xl/workbook.xml"].replace("</sheets>", main)
    copy = copied(handmade.package(path, members), {Cell(0, 1): "Zwei #1"})
    found = re.findall("<f>(.*?)</f>", part(copy))
    wanted = [formula.replace("&", "&amp;") for formula in NEW_NAMES.values()]
    assert found == wanted
    assert "Formula>T[[Zwei '#1]]</calc" in part(copy, "xl/tables/table1.xml")
    assert ">T[[Zwei '#1]]</definedName>" in part(copy, "xl/workbook.xml")


def test_a_table_grows_into_empty_rows_only(tmp_path):
    edits = {Cell(2, 0): "new", Cell(3, 0): "newer"}
    below = '<row r="3"><c r="A3" s="0"/><c r="C3"><v>1</v></c></row>'
    for rows, ref in ((below, "A1:B4"), (below.replace('s="0"/>', "><v>9</v></c>"), "A1:B2")):
        copy = copied(small_table(tmp_path, rows), edits)
        assert f' ref="{ref}"' in part(copy, "xl/tables/table1.xml")


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


def test_rows_that_look_like_others_are_proven(tmp_path, monkeypatch):
    monkeypatch.delattr("listo.core.workbooks.write._verify")
    path = handmade.xlsx(tmp_path / "a.xlsx", LOOKS, after=CHOICES, styles=["General", "@", "00"])
    assert read_workbook(copied(path, {Cell(3, 1): "b"})).tables[0].text(3, 1) == "b"


# Everything else


def test_a_row_below_the_last_one_that_excel_has_is_refused(tmp_path):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    path = handmade.xlsx(tmp_path / "a.xlsx", rows)
    copied(path, {Cell(1_048_575, 1): "x"})
    with pytest.raises(InputError) as caught:
        copied(path, {Cell(1_048_576, 1): "x"})
    assert (caught.value.code, caught.value.arguments) == ("too-many-rows", {"file": "a.xlsx"})


@pytest.mark.parametrize(
    ("text", "fits"), [("x" * 32_767, True), ("x" * 32_768, False), ("\U0001f600" * 16_384, False)]
)
def test_a_text_that_no_cell_holds_is_refused(tmp_path, text, fits):
    path = handmade.xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>')
    if fits:
        assert read_workbook(copied(path, {Cell(6, 1): text})).tables[0].text(6, 1) == text
        return
    with pytest.raises(InputError) as caught:
        copied(path, {Cell(6, 1): text})
    assert (caught.value.code, caught.value.arguments) == ("text-too-long", {"file": "a.xlsx", "cell": "B7"})
    text_file = tmp_path / "a.csv"
    text_file.write_text("a;b\n1;2\n")
    copy = write_copy(read_workbook(text_file), tmp_path / "b.csv", {"a": {Cell(0, 0): text}})
    assert read_workbook(copy).tables[0].text(0, 0) == text


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


# Formats that cannot be changed in place


def test_a_new_workbook_has_room_for_its_texts(tmp_path):
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    cells = "".join(map(cell.format, ("short", "x" * 20, "y" * 99)))
    path = handmade.ods(tmp_path / "a.ods", {"A": f"<table:table-row>{cells}</table:table-row>"})
    sheet = openpyxl.load_workbook(copied(path, {Cell(2, 0): "z"}))["A"]
    assert {name: each.width for name, each in sheet.column_dimensions.items()} == {"B": 22, "C": 60}


def test_a_new_workbook_is_not_made_where_excel_would_cut_a_text_off(tmp_path):
    cell = f'<table:table-cell office:value-type="string"><text:p>{"x" * 32_768}</text:p></table:table-cell>'
    path = handmade.ods(tmp_path / "a.ods", {"A": f"<table:table-row>{cell}</table:table-row>" * 2})
    with pytest.raises(InputError) as caught:
        copied(path, {Cell(0, 0): "short"})
    assert (caught.value.code, caught.value.arguments) == ("text-too-long", {"file": "a.ods", "cell": "A2"})


def test_an_old_workbook_becomes_a_new_one(tmp_path):
    number = struct.Struct("<HHHd")
    cells = (
        handmade.xls_label(0, 0, "=título")
        + handmade.record(0x0203, number.pack(1, 0, 0, 212.0))
        + handmade.record(0x0203, number.pack(1, 1, 1, 42.0))
        + handmade.record(0x0203, number.pack(1, 2, 2, 45636.0))
        + handmade.record(0x0205, struct.pack("<HHHBB", 2, 0, 0, 0x2A, 1))
        + handmade.record(0x0205, struct.pack("<HHHBB", 2, 1, 0, 1, 0))
    )
    path = handmade.xls(tmp_path / "a.xls", cells, formats=["00000", "dd/mm/yyyy"], name="Lista: 2")
    edits = {"Lista: 2": {Cell(1, 1): "x", Cell(4, 4): "fim"}}
    copy = write_copy(read_workbook(path), tmp_path / "b.xls", edits)
    assert copy == tmp_path / "b.xlsx"
    sheet = openpyxl.load_workbook(copy).worksheets[0]
    assert sheet.title == "Lista_ 2"
    assert [sheet[name].value for name in ("A1", "A2", "B2", "A3", "B3", "E5")] == [
        "=título", 212, "x", "#N/A", True, "fim",
    ]  # fmt: skip
    assert sheet["A1"].data_type == "s"
    assert sheet["C2"].value.isoformat() == "2024-12-10T00:00:00"


def test_an_opendocument_spreadsheet_becomes_a_new_workbook(tmp_path):
    long = "Uma aba com um nome comprido demais"
    cell = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
    sheet = f"<table:table-row>{cell}</table:table-row>"
    path = handmade.ods(tmp_path / "a.ods", {long + " 1": sheet, long + " 2": sheet})
    copy = write_copy(read_workbook(path), tmp_path / "b.ods", {long + " 2": {Cell(0, 0): "b"}})
    assert [(table.name, table.text(0, 0)) for table in read_workbook(copy).tables] == [
        (long[:31], "a"),
        (long[:29] + "~2", "b"),
    ]


# Where the copy may go


def plain(folder: Path, name: str = "a.xlsx", **options) -> Path:
    return handmade.xlsx(folder / name, '<row r="1"><c r="A1"><v>1</v></c></row>', **options)


def refused(path: Path, target: Path, **options) -> str:
    before = {file.name for file in path.parent.iterdir()}
    original = path.read_bytes()
    with pytest.raises(InputError) as caught:
        write_copy(read_workbook(path), target, {"A": {Cell(0, 0): "x"}}, **options)
    assert {file.name for file in path.parent.iterdir()} == before
    assert path.read_bytes() == original
    return caught.value.code


def test_never_over_the_original(tmp_path):
    path = plain(tmp_path)
    (tmp_path / "sub").mkdir()
    for target in (path, tmp_path / "sub" / ".." / "a.xlsx"):
        assert refused(path, target) == "file-is-original"
        assert refused(path, target, overwrite=True) == "file-is-original"
    try:
        (tmp_path / "link.xlsx").symlink_to(path)
        (tmp_path / "hard.xlsx").hardlink_to(path)
    except OSError:
        pytest.skip("no links here")
    assert refused(path, tmp_path / "link.xlsx", overwrite=True) == "file-is-original"
    assert refused(path, tmp_path / "hard.xlsx", overwrite=True) == "file-is-original"
    assert refused(path, tmp_path / "a.csv", overwrite=True) == "file-is-original"


def test_over_another_file_only_when_told(tmp_path):
    path, other = plain(tmp_path), tmp_path / "b.xlsx"
    other.write_bytes(b"precious")
    assert refused(path, other) == "file-exists"
    assert other.read_bytes() == b"precious"
    assert copied(path, {Cell(0, 0): "x"}, name="b.xlsx") == other
    assert read_workbook(other).tables[0].text(0, 0) == "x"


def test_where_nothing_can_be_written(tmp_path):
    path = plain(tmp_path)
    assert refused(path, tmp_path / "none" / "b.xlsx") == "file-not-writable"
    assert refused(path, path / "b.xlsx") == "file-not-writable"
    (tmp_path / "folder.xlsx").mkdir()
    assert refused(path, tmp_path / "folder.xlsx", overwrite=True) == "file-not-writable"
    assert refused(path, tmp_path / ("x" * 300 + ".xlsx")) == "file-not-writable"


@pytest.mark.parametrize(
    ("main_type", "suffix"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", ".xlsx"),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", ".xlsm"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", ".xltx"),
    ],
)
def test_the_suffix_is_one_under_which_excel_opens_it(tmp_path, main_type, suffix):
    path = plain(tmp_path, "a.bin", main_type=main_type)
    for name in ("copy", "copy.xls", "copy.csv", "copy" + suffix):
        assert copied(path, {}, name=name).name == "copy" + suffix
    assert copied(path, {}, name="v1.2 final").name == "v1.2 final" + suffix


def test_a_copy_is_as_open_to_others_as_any_new_file(tmp_path):
    (tmp_path / "new").write_text("")
    assert copied(plain(tmp_path), {}).stat().st_mode == (tmp_path / "new").stat().st_mode


def test_a_failure_leaves_nothing_behind(tmp_path, monkeypatch):
    path, other = plain(tmp_path), tmp_path / "b.xlsx"
    other.write_bytes(b"precious")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(path, other, overwrite=True) == "file-not-writable"
    assert other.read_bytes() == b"precious"


def test_a_copy_that_does_not_read_back_is_not_kept(tmp_path, monkeypatch):
    path = plain(tmp_path)
    monkeypatch.setattr("listo.core.workbooks.xlsx.splice.encoded", lambda text: "other")
    assert refused(path, tmp_path / "b.xlsx") == "file-not-writable"


def test_an_original_that_changed_since_it_was_read(tmp_path):
    path = plain(tmp_path)
    workbook = read_workbook(path)
    handmade.xlsx(path, '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c></row>')
    for change, code in ((path.touch, "file-changed-while-reading"), (path.unlink, "file-not-found")):
        change()
        with pytest.raises(InputError) as caught:
            write_copy(workbook, tmp_path / "b.xlsx", {"A": {Cell(0, 0): "x"}})
        assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_is_not_there_is_our_own_mistake(tmp_path):
    with pytest.raises(KeyError):
        write_copy(read_workbook(plain(tmp_path)), tmp_path / "b.xlsx", {"Z": {}})


def test_stopping_leaves_nothing_behind(tmp_path):
    path = plain(tmp_path)
    told: list[int] = []

    def stop(done: int, total: int) -> None:
        told.append(done)
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_copy(read_workbook(path), tmp_path / "b.xlsx", {"A": {Cell(0, 0): "x"}}, progress=stop)
    assert told[0] == 0
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]
