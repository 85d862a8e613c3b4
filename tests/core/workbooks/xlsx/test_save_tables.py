"""Tables in a sheet bear the names that stand in it, and grow with it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

import handmade
from copies import REL, SHEET, copied, part
from listo.core.errors import InputError
from listo.core.workbooks.model import Cell


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
