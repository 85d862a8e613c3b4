"""A copy of a file that cannot be changed in place: a new workbook of the same texts, numbers and dates."""

from __future__ import annotations

import struct

import openpyxl
import pytest

import handmade
from copies import copied
from listo.core.errors import InputError
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy


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
