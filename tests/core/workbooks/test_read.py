"""Every kind of spreadsheet file becomes the same tables of text, with every row and column in its place."""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
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
from listo.core.workbooks.model import Cell, Workbook
from listo.core.workbooks.read import read_workbook


def rows(workbook: Workbook, sheet: int = 0) -> list[list[str]]:
    """Return the texts of a sheet without the empty ends of its rows."""
    return [trimmed(row) for row in workbook.tables[sheet].rows]


def trimmed(row) -> list[str]:
    cells = list(row)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_workbook(path)
    assert caught.value.arguments["file"] == (path.name or str(path))
    return caught.value.code


# Values


def test_numbers_read_as_excel_shows_them(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    values = [212, 39.5, 0.1 + 0.2, 7891234567895, 123456789012345, -3, 0, 1, 1e20, 1e-7, 1.5e-12, 2.5e25]
    sheet.write_row(0, 0, values)
    book.close()
    assert rows(read_workbook(tmp_path / "a.xlsx")) == [
        [
            "212", "39.5", "0.3", "7891234567895", "123456789012345", "-3", "0", "1",
            "100000000000000000000", "0.0000001", "1.5E-12", "2.5E+25",
        ]
    ]  # fmt: skip


def test_sixteen_digits_are_rounded_as_excel_rounds_them(tmp_path):
    path = handmade.xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>0.30000000000000004</v></c></row>')
    assert rows(read_workbook(path)) == [["0.3"]]


def test_true_and_one_are_not_mixed_up(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    book.add_worksheet().write_row(0, 0, [1, True, 0, False, 1, True, "1", "TRUE"])
    book.close()
    assert rows(read_workbook(tmp_path / "a.xlsx")) == [["1", "TRUE", "0", "FALSE", "1", "TRUE", "1", "TRUE"]]


def test_formats_that_change_the_text_are_followed(tmp_path):
    codes = ["00000", "0.00", "0%", "d/m/yyyy", "dd/mmm", "yyyy-mm-dd", "hh:mm", "[h]:mm"]
    values = [42, 42, 0.256, 45636, 45636, 45636, 0.5, 1.5]
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    for column, (code, value) in enumerate(zip(codes, values, strict=True)):
        sheet.write(0, column, value, book.add_format({"num_format": code}))
    book.close()
    workbook = read_workbook(tmp_path / "a.xlsx")
    assert rows(workbook) == [
        ["00042", "42.00", "26%", "10/12/2024", "10/Dec", "2024-12-10", "12:00", "36:00"]
    ]
    assert workbook.tables[0].kinds == {Cell(0, column): "date" for column in range(3, 8)}


def test_dates_by_the_machines_own_custom_read_unmistakably(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = dt.datetime(2024, 12, 10)
    book.active["A1"].number_format = "mm-dd-yy"
    book.active["B1"] = dt.datetime(2024, 12, 10, 8, 30)
    book.active["B1"].number_format = "m/d/yy h:mm"
    book.save(tmp_path / "a.xlsx")
    workbook = read_workbook(tmp_path / "a.xlsx")
    assert rows(workbook) == [["2024-12-10", "2024-12-10 08:30:00"]]
    assert set(workbook.tables[0].kinds.values()) == {"date"}


def test_days_counted_from_1904(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" s="1"><v>44174</v></c></row>',
        styles=["General", "d/m/yyyy"],
        workbook='<workbookPr date1904="1"/>',
    )
    assert rows(read_workbook(path)) == [["10/12/2024"]]


def test_a_long_number_under_a_date_format_is_a_number(tmp_path):
    cells = '<row r="1"><c r="A1" s="1"><v>7891234567895</v></c><c r="B1" s="1"><v>-1</v></c></row>'
    path = handmade.xlsx(tmp_path / "a.xlsx", cells, styles=["General", "d/m/yyyy"])
    assert rows(read_workbook(path)) == [["7891234567895", "-1"]]


def test_errors_are_not_lost(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="C1" t="str"><f>"#REF!"</f><v>#REF!</v></c>'
        '<c r="D1" t="inlineStr"><is><t>#N/D</t></is></c></row>'
        '<row r="3"><c r="B3" t="e"><v>#NAME?</v></c></row>',
    )
    table = read_workbook(path).tables[0]
    assert [trimmed(row) for row in table.rows] == [
        ["#N/A", "#DIV/0!", "#REF!", "#N/D"],
        [],
        ["", "#NAME?"],
    ]
    assert table.kinds == dict.fromkeys([Cell(0, 0), Cell(0, 1), Cell(0, 2), Cell(0, 3), Cell(2, 1)], "error")


def test_formulas_read_as_their_last_result(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1"><f>100+112</f><v>212</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c>'
        '<c r="C1"><f>1+1</f></c></row>',
    )
    assert rows(read_workbook(path)) == [["212", "a"]]


def test_texts_of_every_make(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        '<c r="C1" t="inlineStr"><is><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r>'
        '<rPh sb="0" eb="1"><t>sound</t></rPh></is></c>'
        '<c r="D1" t="inlineStr"><is><t>a_x000D_b&#10;c_x005F_x0041_</t></is></c></row>',
        shared="<si><t>plain</t></si><si><r><t xml:space='preserve'>two </t></r><r><t>runs</t></r>"
        "<rPh sb='0' eb='1'><t>x</t></rPh></si>",
    )
    assert rows(read_workbook(path)) == [["plain", "two runs", "rich ", "a\rb\nc_x0041_"]]


def test_halves_of_emoji_are_joined_and_what_stays_half_is_a_mark_for_it(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a_xD83D__xDE00_</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>a_xD83D_b</t></is></c></row>',
    )
    assert rows(read_workbook(path)) == [["a\U0001f600", "a\ufffdb"]]


# Places


def test_a_sheet_that_starts_off_its_first_cell_stays_in_place(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx", '<row r="3"><c r="C3"><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c></row>'
    )
    table = read_workbook(path).tables[0]
    assert [trimmed(row) for row in table.rows] == [[], [], ["", "", "1"], [], ["", "2"]]
    assert table.text(2, 2) == "1"


@pytest.mark.parametrize("dimension", ["A1", "A1:B1048576", "XFD1048576"])
def test_a_dimension_that_lies_changes_nothing(tmp_path, dimension):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row>'
        '<row r="4"><c r="A4"><v>3</v></c></row>',
        before=f'<dimension ref="{dimension}"/>',
    )
    assert rows(read_workbook(path)) == [["1", "", "2"], [], [], ["3"]]


def test_cells_and_rows_without_their_names(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row><row/><row><c s="1"><v>7</v></c></row>',
        styles=["General", "000"],
    )
    workbook = read_workbook(path)
    assert rows(workbook) == [["1", "#N/A"], [], ["007"]]
    assert workbook.tables[0].kinds == {Cell(0, 1): "error"}


def test_empty_rows_at_the_end_are_dropped_and_those_between_kept(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="9"><c r="A9" s="0"/></row><row r="1048576" ht="30"/>',
    )
    assert rows(read_workbook(path)) == [[], ["1"]]


def test_a_stray_cell_in_the_last_corner_does_not_fill_the_memory(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>39.5</v></c><c r="C1" t="b"><v>1</v></c>'
        '<c r="D1" t="e"><v>#N/A</v></c><c r="E1" s="1"><v>45636</v></c>'
        '<c r="F1" t="inlineStr"><is><t>in</t></is></c>'
        '<c r="G1" t="str"><f>"x"</f><v>a&amp;b</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>212</v></c></row>',
        shared="<si><r><t>a</t></r><r><t>_x0041_</t></r></si>",
        styles=["General", "d/m/yyyy"],
    )
    table = read_workbook(path).tables[0]
    assert list(table.rows[0]) == ["aA", "39.5", "TRUE", "#N/A", "10/12/2024", "in", "a&b"]
    assert table.text(1_048_575, 16_383) == "212"
    assert table.kinds == {Cell(0, 3): "error", Cell(0, 4): "date"}


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize("namespaces", [handmade.TRANSITIONAL, handmade.STRICT])
def test_every_dialect_of_the_xml(tmp_path, prefix, namespaces):
    plain = '<row r="2"><c r="B2" t="inlineStr"><is><t>a</t></is></c><c r="C2" t="e"><v>#N/A</v></c></row>'
    data = re.sub(r"<(/?)(?=\w)", rf"<\1{prefix}", plain)
    path = handmade.xlsx(tmp_path / "a.xlsx", data, prefix=prefix, namespaces=namespaces)
    workbook = read_workbook(path)
    assert rows(workbook) == [[], ["", "a", "#N/A"]]
    assert workbook.tables[0].kinds == {Cell(1, 2): "error"}


def test_single_quotes_around_attributes(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        "<row r='1'><c r='A1' t='e'><v>#N/A</v></c><c r='B1' s='1'><v>7</v></c></row>",
        styles=["General", "000"],
    )
    assert rows(read_workbook(path)) == [["#N/A", "007"]]


def test_what_calamine_refuses_is_read_cell_by_cell(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        {"A": '<row r="1"><c r="B1" t="s"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c></row>', "B": ""},
        shared="<si><t>x</t></si>",
    )
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    moved = {name.replace("workbook.xml", "workbook2.xml"): content for name, content in members.items()}
    for name in ("_rels/.rels", "[Content_Types].xml"):
        moved[name] = moved[name].replace(b"workbook.xml", b"workbook2.xml")
    moved["xl/workbook2.xml"] = moved["xl/workbook2.xml"].replace(b'name="B"', b'name="B" state="hidden"')
    workbook = read_workbook(handmade.package(path, moved))
    assert [(table.name, table.hidden) for table in workbook.tables] == [("A", False), ("B", True)]
    assert rows(workbook) == [["", "x", "#N/A"]]
    assert workbook.tables[0].kinds == {Cell(0, 2): "error"}


def test_xml_that_is_not_well_formed_is_damage(tmp_path):
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>a & b</t></is></c></row>'
    assert refused(handmade.xlsx(tmp_path / "a.xlsx", cells)) == "file-damaged"


def test_merged_cells_read_at_their_first_place(tmp_path):
    book = openpyxl.Workbook()
    book.active["B2"] = "group"
    book.active.merge_cells("B2:D3")
    book.active["B4"] = "x"
    book.save(tmp_path / "a.xlsx")
    assert rows(read_workbook(tmp_path / "a.xlsx")) == [[], ["", "group"], [], ["", "x"]]


# Sheets


def test_sheets_keep_their_order_and_charts_are_left_out(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    first = book.add_worksheet("Primeira")
    first.write(0, 0, 1)
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Primeira!$A$1"})
    book.add_chartsheet("Gráfico").set_chart(chart)
    book.add_worksheet("Oculta").hide()
    book.add_worksheet("Muito oculta").very_hidden()
    book.add_worksheet("Vazia")
    book.close()
    workbook = read_workbook(tmp_path / "a.xlsx")
    assert [(table.name, table.hidden, len(table.rows)) for table in workbook.tables] == [
        ("Primeira", False, 1),
        ("Oculta", True, 0),
        ("Muito oculta", True, 0),
        ("Vazia", False, 0),
    ]


def test_the_name_of_the_file_decides_nothing(tmp_path):
    for name in ("a.csv", "a.xls", "a", "a.xlsm"):
        path = handmade.xlsx(tmp_path / name, '<row r="1"><c r="A1"><v>1</v></c></row>')
        assert read_workbook(path).format == "xlsx"
    text = tmp_path / "b.xlsx"
    text.write_text("a;b\n1;2\n", encoding="utf-8")
    assert read_workbook(text).format == "csv"


def test_a_macro_type_under_a_plain_name_and_binary_types_beside(tmp_path):
    path = handmade.xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        main_type="application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    assert read_workbook(path).format == "xlsx"


# The other formats


def test_an_old_excel_workbook(tmp_path):
    number = struct.Struct("<HHHd")
    cells = (
        handmade.xls_label(0, 0, "Título")
        + handmade.record(0x0203, number.pack(1, 1, 0, 212.0))
        + handmade.record(0x0203, number.pack(1, 2, 1, 42.0))
        + handmade.record(0x0205, struct.pack("<HHHBB", 2, 0, 0, 0x2A, 1))
        + handmade.record(0x0205, struct.pack("<HHHBB", 2, 1, 0, 1, 0))
        + handmade.record(0x0203, number.pack(3, 0, 2, 45636.0))
        + handmade.record(0x027E, struct.pack("<HHHI", 3, 1, 0, (3950 << 2) | 3))
        + handmade.record(0x00BD, struct.pack("<HHHIHIH", 4, 0, 1, (7 << 2) | 2, 0, (8 << 2) | 2, 1))
        + handmade.record(0x0006, struct.pack("<HHH8s8x", 5, 0, 0, bytes([2, 0, 0x17, 0, 0, 0, 255, 255])))
    )
    workbook = read_workbook(handmade.xls(tmp_path / "a.xls", cells, formats=["00000", "dd/mm/yyyy"]))
    assert workbook.format == "xls"
    assert rows(workbook) == [
        ["Título"],
        ["", "212", "00042"],
        ["#N/A", "TRUE"],
        ["10/12/2024", "39.5"],
        ["00007", "8"],
        ["#REF!"],
    ]
    assert workbook.tables[0].kinds == {Cell(2, 0): "error", Cell(3, 0): "date", Cell(5, 0): "error"}


def test_a_binary_excel_workbook(tmp_path):
    sheet = (
        handmade.binary_record(129)
        + handmade.binary_record(148, struct.pack("<4I", 1, 1, 1, 5))
        + handmade.binary_record(145)
        + handmade.binary_row(1)
        + handmade.binary_cell(6, 1, 0, handmade.wide("Olá"))
        + handmade.binary_cell(5, 2, 1, struct.pack("<d", 42))
        + handmade.binary_cell(3, 3, 0, bytes([0x2A]))
        + handmade.binary_cell(2, 4, 2, struct.pack("<I", (45636 << 2) | 2))
        + handmade.binary_cell(11, 5, 0, bytes([0x07, 0, 0, 0, 0, 0, 0]))
        + handmade.binary_record(146)
        + handmade.binary_record(130)
    )
    workbook = read_workbook(handmade.xlsb(tmp_path / "a.xlsb", sheet, formats=["00000", "dd/mm/yyyy"]))
    assert workbook.format == "xlsb"
    assert rows(workbook) == [[], ["", "Olá", "00042", "#N/A", "10/12/2024", "#DIV/0!"]]
    assert workbook.tables[0].kinds == {Cell(1, 3): "error", Cell(1, 4): "date", Cell(1, 5): "error"}


def ods_cell(kind: str, attributes: str, shown: str) -> str:
    text = f"<text:p>{shown}</text:p>"
    return f'<table:table-cell office:value-type="{kind}" {attributes}>{text}</table:table-cell>'


def ods_row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def test_an_opendocument_spreadsheet(tmp_path):
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    note = "<office:annotation><text:p>nota</text:p></office:annotation>"
    workbook = read_workbook(
        handmade.ods(
            tmp_path / "a.ods",
            {
                "Plan1": ods_row("<table:table-cell/>", ods_cell("string", "", 'a<text:s text:c="2"/>b'))
                + ods_row(blank, repeated=2)
                + ods_row(
                    ods_cell("float", 'office:value="42"', "00042"),
                    ods_cell("float", 'office:value="39.5"', "39,50"),
                    ods_cell("float", 'office:value="1234"', "1.234"),
                    ods_cell("percentage", 'office:value="0.256"', "25,6%"),
                )
                + ods_row(
                    ods_cell("date", 'office:date-value="2024-12-10"', "10/12/24"),
                    ods_cell("string", 'office:string-value="" calcext:value-type="error"', "#N/A"),
                    ods_cell("boolean", 'office:boolean-value="true"', "VERDADEIRO"),
                    f'<table:table-cell office:value-type="string">{note}<text:p>a</text:p><text:p>b</text:p>'
                    "</table:table-cell>",
                )
                + ods_row(blank, repeated=1_048_500)
            },
        )
    )
    assert workbook.format == "ods"
    assert rows(workbook) == [
        ["", "a  b"],
        [],
        [],
        ["00042", "39.50", "1234", "25.6%"],
        ["10/12/24", "#N/A", "TRUE", "a\nb"],
    ]
    assert workbook.tables[0].kinds == {Cell(4, 0): "date", Cell(4, 1): "error"}


# What cannot be read


def test_what_is_not_there(tmp_path):
    assert refused(tmp_path / "none.xlsx") == "file-not-found"
    (tmp_path / "file").write_text("x")
    assert refused(tmp_path / "file" / "below.xlsx") == "file-not-found"


def test_what_is_no_file(tmp_path):
    assert refused(tmp_path) == "file-not-a-spreadsheet"
    assert refused(Path("/")) == "file-not-a-spreadsheet"


@pytest.mark.skipif(os.name != "posix", reason="only there are pipes files")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "file-not-readable"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a")
    path.chmod(stat.S_IWUSR)
    assert refused(path) == "file-not-readable"


def test_a_link_to_a_file_is_the_file(tmp_path):
    path = handmade.xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>')
    link = tmp_path / "b.xlsx"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    assert rows(read_workbook(link)) == [["1"]]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0 JFIF",
        b"{\\rtf1 text}",
        b"<html><table><tr><td>1</td></tr></table></html>",
        b'\n <table border="1"><tr><td>CategoryID</td></tr></table>',
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        b"a,b\x00c\n",
    ],
)
def test_what_is_no_spreadsheet_whatever_its_name(tmp_path, content):
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    assert refused(path) == "file-not-a-spreadsheet"


def test_other_archives_and_documents_are_no_spreadsheets(tmp_path):
    assert refused(handmade.package(tmp_path / "a.zip", {"a.txt": "x"})) == "file-not-a-spreadsheet"
    document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    path = handmade.xlsx(tmp_path / "a.docx", "", main_type=document)
    assert refused(path) == "file-not-a-spreadsheet"
    assert refused(handmade.compound(tmp_path / "a.doc", {"WordDocument": b""})) == "file-not-a-spreadsheet"
    text = handmade.package(
        tmp_path / "a.odt", {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}
    )
    assert refused(text) == "file-not-a-spreadsheet"


def test_what_asks_for_a_password(tmp_path):
    assert refused(handmade.compound(tmp_path / "a.xlsx", {"EncryptedPackage": b""})) == "file-encrypted"
    path = handmade.ods(tmp_path / "a.ods", {"A": ""}, manifest="<m><manifest:encryption-data/></m>")
    assert refused(path) == "file-encrypted"
    protected = handmade.xls(tmp_path / "a.xls", b"", globals_=handmade.record(0x002F, bytes(6)))
    assert refused(protected) == "file-encrypted"


@pytest.mark.slow
def test_what_would_unpack_to_too_much_is_not_unpacked(tmp_path, monkeypatch):
    path = handmade.package(
        tmp_path / "a.xlsx", {"[Content_Types].xml": "", "xl/worksheets/sheet1.xml": bytes(300 << 20)}
    )
    with pytest.raises(InputError) as caught:
        read_workbook(path)
    assert (caught.value.code, caught.value.arguments["size"]) == ("file-too-large", "315 MB")


def test_too_many_rows_of_text(tmp_path, monkeypatch):
    monkeypatch.setattr("listo.core.workbooks.csv.MOST_RECORDS", 10)
    path = tmp_path / "a.csv"
    path.write_text("a;b\n" * 12)
    assert refused(path) == "file-too-large"


def test_a_file_that_changes_while_it_is_read(tmp_path):
    path = handmade.xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>')

    def progress(done: int, total: int) -> None:
        with path.open("ab") as file:
            file.write(b"x")

    with pytest.raises(InputError) as caught:
        read_workbook(path, progress=progress)
    assert caught.value.code == "file-changed-while-reading"


# Progress


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_progress_is_told_and_may_stop_the_reading(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    if suffix == "csv":
        path.write_text("a;b\n" * 5000)
    else:
        book = xlsxwriter.Workbook(path)
        sheet = book.add_worksheet()
        for row in range(5000):
            sheet.write(row, 0, row)
        book.close()
    told: list[tuple[int, int]] = []
    read_workbook(path, progress=lambda done, total: told.append((done, total)))
    assert len(told) >= 3
    assert told == sorted(told)
    assert all(done <= total for done, total in told)

    def stop(done: int, total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read_workbook(path, progress=stop)


# Any text

texts = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\r￾￿", min_codepoint=32)
    | st.sampled_from("\n\t"),
    max_size=12,
).filter(lambda text: not text.startswith(("=", "#")) and "_x" not in text)
# openpyxl writes blanks alone without asking that they be kept.
texts = texts.map(lambda text: text if text.strip() else "")


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(table=st.lists(st.lists(texts, min_size=1, max_size=5), min_size=1, max_size=6))
def test_any_text_comes_back_from_a_workbook(tmp_path_factory, table):
    path = tmp_path_factory.mktemp("any") / "a.xlsx"
    book = openpyxl.Workbook()
    for number, row in enumerate(table, 1):
        for column, text in enumerate(row, 1):
            book.active.cell(number, column, text or None)
    book.save(path)
    expected = [trimmed(row) for row in table]
    while expected and not expected[-1]:
        expected.pop()
    assert rows(read_workbook(path)) == expected
