"""Packages whose parts are not where, or not called as, Excel has them: read and saved like all others."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from listo.core.workbooks.model import Area, Cell, Table
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BETA = "http://schemas.microsoft.com/office/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def package(path: Path, **unusual: Any) -> Path:
    """Write a workbook of one sheet whose second row says `a` and `b`."""
    prefix, book, sheet = (unusual.get(name, "") for name in ("prefix", "book", "sheet"))
    book, sheet = book or "xl/workbook.xml", sheet or "xl/worksheets/sheet1.xml"
    tag = f"{prefix}:" if prefix else ""
    names = f'xmlns{":" + prefix if prefix else ""}="{unusual.get("main", MAIN)}"'
    folder, _, name = book.rpartition("/")
    cells = "".join(
        f'<{tag}c t="inlineStr"><{tag}is><{tag}t>{text}</{tag}t></{tag}is></{tag}c>' for text in ("a", "b")
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/{book}" '
        f'ContentType="{SHEET_TYPE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="{unusual.get("to_book", book)}"/></Relationships>',
        book: f'<{tag}workbook {names} xmlns:r="{unusual.get("ids", RELATIONS)}"><{tag}sheets><{tag}sheet '
        f'name="P" sheetId="1" r:id="rId1"/>{unusual.get("sheets", "")}</{tag}sheets></{tag}workbook>',
        f"{folder}/_rels/{name}.rels".lstrip("/"): f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" '
        f'Target="{unusual.get("to_sheet", "worksheets/sheet1.xml")}"/>{unusual.get("relations", "")}'
        "</Relationships>",
        sheet: f"<{tag}worksheet {names}><{tag}sheetData><{tag}row/><{tag}row>{cells}</{tag}row>"
        f"</{tag}sheetData></{tag}worksheet>",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return path


def relation(kind: str, target: str, id_: str = "rId9") -> str:
    return f'<Relationship Id="{id_}" Type="{RELATIONS}/{kind}" Target="{target}"/>'


def filled(table: Table) -> list[list[str]]:
    return [[text for text in row if text] for row in table.rows]


@pytest.mark.parametrize(
    "unusual",
    [
        {},
        {"to_book": "/xl/workbook.xml", "to_sheet": "/xl/worksheets/sheet1.xml"},
        {"to_book": "./xl/workbook.xml", "to_sheet": "../xl/worksheets/sheet1.xml"},
        {"book": "workbook.xml", "sheet": "one.xml", "to_sheet": "one.xml"},
        {"prefix": "x"},
        {"ids": BETA},
        {"ids": BETA, "main": "http://schemas.microsoft.com/office/excel/2006/2"},
        {"sheets": '<sheet name="Q" sheetId="2" r:id="rId9"/>'},
        {
            "sheets": '<sheet name="Q" sheetId="2" r:id="rId9"/>',
            "relations": relation("worksheet", "worksheets/sheet9.xml"),
        },
        *({"relations": relation(kind, "gone.xml")} for kind in ("styles", "sharedStrings", "calcChain")),
        {"relations": relation("image", "NULL")},
    ],
    ids=str,
)
def test_an_unusual_package_is_read_and_saved(tmp_path: Path, unusual: dict[str, Any]) -> None:
    source = package(tmp_path / "book.xlsx", **unusual)
    workbook = read_workbook(source)
    assert [(table.name, filled(table)) for table in workbook.tables] == [("P", [[], ["a", "b"]])]
    edits = {"P": {Cell(1, 1): "new", Cell(3, 0): "more"}}
    [table] = read_workbook(write_copy(workbook, tmp_path / "copy.xlsx", edits)).tables
    assert filled(table) == [[], ["a", "new"], [], ["more"]]


def formula_book(path: Path, cell: str) -> Path:
    source = package(path.with_name("plain.xlsx"))
    with zipfile.ZipFile(source) as plain, zipfile.ZipFile(path, "w") as archive:
        for name in plain.namelist():
            content = plain.read(name).decode()
            archive.writestr(name, content.replace("</row></sheetData>", f"{cell}</row></sheetData>"))
    return path


@pytest.mark.parametrize("value", ["<v></v>", "<v/>", "<v />", "", "<v> </v>"])
@pytest.mark.parametrize("attributes", ["", ' t="n"', ' s="1"', ' t="b"'])
def test_a_formula_without_result_is_told_as_that(tmp_path: Path, value: str, attributes: str) -> None:
    if attributes == ' t="b"' and value == "<v> </v>":
        return
    cell = f"<c{attributes}><f>TODAY()</f>{value}</c>"
    [table] = read_workbook(formula_book(tmp_path / "book.xlsx", cell)).tables
    assert (table.text(1, 2), table.kinds) == ("", {Cell(1, 2): "formula"})


@pytest.mark.parametrize(
    "cell", ['<c t="str"><f>""</f><v></v></c>', "<c><v></v></c>", "<c><f>1</f><v>3</v></c>"]
)
def test_a_result_or_no_formula_is_none_such(tmp_path: Path, cell: str) -> None:
    [table] = read_workbook(formula_book(tmp_path / "book.xlsx", cell)).tables
    assert table.kinds == {}


@pytest.mark.parametrize("prefix", ["", "x"])
def test_merged_areas_are_read(tmp_path: Path, prefix: str) -> None:
    source = package(tmp_path / "plain.xlsx", prefix=prefix)
    tag = f"{prefix}:" if prefix else ""
    areas = "".join(f'<{tag}mergeCell ref="{area}"/>' for area in ("A2:A9", "B:D", "C1:D1", "3:5"))
    merged = f'<{tag}mergeCells count="2">{areas}</{tag}mergeCells>'
    with zipfile.ZipFile(source) as plain, zipfile.ZipFile(tmp_path / "book.xlsx", "w") as archive:
        for name in plain.namelist():
            content = plain.read(name).decode()
            archive.writestr(name, content.replace(f"</{tag}worksheet>", f"{merged}</{tag}worksheet>"))
    [table] = read_workbook(tmp_path / "book.xlsx").tables
    assert list(table.merged) == [Area(Cell(1, 0), Cell(8, 0)), Area(Cell(0, 2), Cell(0, 3))]
