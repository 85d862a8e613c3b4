"""Formulas that an edit takes away, and those that stay beside it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

import handmade
from copies import REL, copied, data, part, spliced
from listo.core.workbooks.model import Cell

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


def test_of_several_formulas_that_go_each_is_kept_by_the_cells_that_repeat_it(tmp_path):
    lines = []
    for number, row in enumerate((1, 4, 7)):
        lines += [
            f'<row r="{row}"><c r="A{row}"><f t="shared" ref="A{row}:A{row + 2}" si="{number}">B{row}*2</f>',
            f'<v>1</v></c></row><row r="{row + 1}"><c r="A{row + 1}"><f t="shared" si="{number}"/>',
            f'<v>1</v></c></row><row r="{row + 2}"><c r="A{row + 2}"><f t="shared" si="{number}"/>',
            "<v>1</v></c></row>",
        ]
    copy = spliced(tmp_path, "".join(lines), {Cell(0, 0): "x", Cell(3, 0): "x", Cell(6, 0): "x"})
    assert re.findall('<f t="shared" ref="(.*?)" si="(.)">(.*?)</f>', copy) == [
        ("A2:A3", "0", "B2*2"),
        ("A5:A6", "1", "B5*2"),
        ("A8:A9", "2", "B8*2"),
    ]


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
