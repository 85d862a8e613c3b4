"""A saved copy is the original but for the cells edited and what they force: compared part by part."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

import handmade
import rich_workbook
from listo.core.errors import InputError
from listo.core.workbooks.model import Cell, cell_at, reference
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy
from listo.core.workbooks.xlsx.package import Package
from listo.core.workbooks.xlsx.save import ChangedMembers, write_xlsx_copy
from listo.core.workbooks.xlsx.sheet_xml import XmlChange
from listo.core.workbooks.xlsx.sheet_xml import pieces as spliced_pieces
from listo.core.workbooks.xlsx.verify import damaged_members, is_verified
from listo.core.workbooks.xlsx.zip_copy import copy_changed
from packages import changed, content
from study_material import SHARED, needs_shared

SHEET = "xl/worksheets/sheet1.xml"
TABLE = "xl/tables/table1.xml"
CHAIN = "xl/calcChain.xml"
MAIN = "xl/workbook.xml"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

MAKERS = {"xlsxwriter": rich_workbook.write_rich, "openpyxl": rich_workbook.write_with_openpyxl}
TEMPLATES = sorted(SHARED.glob("data/amazon-templates/*.xls?"))


@pytest.fixture(scope="module", params=MAKERS)
def rich(request, tmp_path_factory) -> Path:
    return MAKERS[request.param](tmp_path_factory.mktemp("rich") / "Mapeamento.xlsm")


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Path:
    """Give the workbook with every part."""
    return rich_workbook.write_rich(tmp_path_factory.mktemp("full") / "Mapeamento.xlsm")


def saved(path: Path, folder: Path, edits: dict[str, str], sheet: str = rich_workbook.SHEET) -> Path:
    """Write a copy with these texts in the cells of these names, which reads just so."""
    workbook = read_workbook(path)
    cells = {cell_at(name.encode()): text for name, text in edits.items()}
    copy = write_copy(workbook, folder / "copy", {sheet: cells}, overwrite=True)
    table = read_workbook(copy).table(sheet)
    assert {cell: table.text(*cell) for cell in cells} == cells
    return copy


def cell_of(xml: str, name: str) -> str:
    return re.search(rf'<c r="{name}"[^>]*?(?:/>|>.*?</c>)', xml)[0]


def without(xml: str, names: Iterable[str]) -> str:
    """Return the sheet without these cells, the rows that they leave empty, and its extent."""
    for name in names:
        xml = re.sub(rf'<c r="{name}"(?:[^>]*/>|(?:[^>]*[^>/])?>.*?</c>)', "", xml, flags=re.DOTALL)
    for name in names:  # and a row that came looks like the one above it, down to its empty cells
        xml = re.sub(rf'<row r="{name.lstrip(LETTERS)}"[^>]*>(<c r="[^>]*" s="[^>]*/>)*</row>', "", xml)
    xml = xml.replace("<sheetData/>", "<sheetData></sheetData>")
    return re.sub(r"<dimension [^>]*/>|<row [^>]*></row>", "", xml)


# The workbook with everything


def test_the_workbook_has_all_that_there_is_to_lose(full):
    with zipfile.ZipFile(full) as archive:
        names = "\n".join(archive.namelist())
        everything = b"\n".join(map(archive.read, archive.namelist())).decode("latin-1")
    for part in PARTS:
        assert part in names
    for feature in FEATURES:
        assert feature in everything


PARTS = (
    "chartsheets/",
    "charts/",
    "comments",
    "drawings/vmlDrawing",
    "drawings/drawing",
    "media/",
    "tables/",
    "threadedComments/",
    "persons/",
    "printerSettings/",
    "ctrlProps/",
    "pivotTables/",
    "pivotCacheDefinition",
    "pivotCacheRecords",
    "customXml/",
    "externalLinks/",
    "calcChain",
    "future/",
    "vbaProject.bin",
    "metadata.xml",
    "featurePropertyBag",
    "theme/",
    "docProps/custom.xml",
    "sharedStrings",
)

FEATURES = (
    "<cols>",
    "customHeight",
    'hidden="1"',
    "veryHidden",
    'state="frozen"',
    "mergeCell",
    "<dataValidation",
    "x14:dataValidation",
    "containsText",
    "x14:dataBar",
    "iconSet",
    "colorScale",
    "x14:sparkline",
    "hyperlink",
    "sheetProtection",
    "protectedRange",
    "ignoredError",
    "oddHeader",
    "Print_Area",
    "Print_Titles",
    "Kinds",
    "rowBreaks",
    "tabColor",
    "outlineLevel",
    "autoFilter",
    "<picture",
    "legacyDrawing",
    't="shared"',
    't="array"',
    't="dataTable"',
    'cm="1"',
    "<r><rPr>",
    'xml:space="preserve"',
    't="b"',
    't="e"',
    "externalReference",
)


def test_a_copy_without_edits_is_the_file_itself(rich, tmp_path):
    assert saved(rich, tmp_path, {}).read_bytes() == rich.read_bytes()


def test_a_text_changes_its_own_cell_alone(rich, tmp_path):
    copy = saved(rich, tmp_path, {"F3": "Blue & <Navy>"})
    assert changed(rich, copy) == {SHEET}
    before, after = content(rich, SHEET), content(copy, SHEET)
    old, new = cell_of(before, "F3"), cell_of(after, "F3")
    assert after == before.replace(old, new, 1)
    style = re.search(r' s="\d+"', old)
    assert (
        new
        == f'<c r="F3"{style[0] if style else ""} t="inlineStr"><is><t>Blue &amp; &lt;Navy&gt;</t></is></c>'
    )


def test_new_cells_and_rows_leave_all_others(rich, tmp_path):
    edits = {"F90": "a", "A91": "b", "AZ91": "c", "L3": "d", "B3": "Size", "A1000": "e"}
    copy = saved(rich, tmp_path, edits)
    assert changed(rich, copy) == {SHEET}
    assert without(content(copy, SHEET), edits) == without(content(rich, SHEET), edits)
    assert '<dimension ref="A1:AZ1000"' in content(copy, SHEET)


def test_an_edit_on_another_sheet(full, tmp_path):
    copy = saved(full, tmp_path, {"A2": "FixedValue", "C9": "novo"}, "Lists & more")
    assert changed(full, copy) == {"xl/worksheets/sheet2.xml"}


def test_an_edit_on_a_sheet_that_nobody_sees(full, tmp_path):
    copy = saved(full, tmp_path, {"A1": "x"}, "Very hidden")
    assert changed(full, copy) == {"xl/worksheets/sheet4.xml"}
    assert 'state="veryHidden"' in content(copy, MAIN)


def test_a_new_name_of_a_column_is_the_tables_too(rich, tmp_path):
    copy = saved(rich, tmp_path, {"F1": 'Amazon "value"'})
    assert changed(rich, copy) == {SHEET, TABLE}
    renamed = content(rich, TABLE).replace('name="AmazonValue"', 'name="Amazon &quot;value&quot;"')
    assert content(copy, TABLE) == renamed


def test_what_formulas_leave_behind(full, tmp_path):
    edits = {
        "I5": "5",
        "C70": "x",
        "A55": "y",
        "A56": "z",
        "C75": "w",
        "A59": "ok",
        "A61": "não",
        "A50": "só",
    }
    copy = saved(full, tmp_path, edits)
    assert changed(full, copy) == {SHEET, CHAIN}
    gone = ("I5", "C70", "A54", "A56", "A59")
    chain = content(full, CHAIN)
    for name in gone:
        chain = re.sub(f'<c r="{name}"[^>]*/>', "", chain)
    assert content(copy, CHAIN) == chain
    expected = content(full, SHEET)
    heir = '<f t="shared" ref="C71:C73" si="0">B71*2</f>'
    expected = expected.replace('<c r="C71"><f t="shared" si="0"/>', f'<c r="C71">{heir}')
    expected = re.sub('<f t="array" ref="A54:A55">.*?</f>|<f t="dataTable"[^>]*/>', "", expected)
    assert without(content(copy, SHEET), edits) == without(expected, edits)


def test_formulas_are_worked_out_anew_where_they_were_told_not_to(full, tmp_path):
    path = tmp_path / "told.xlsm"
    main = content(full, MAIN).replace(' fullCalcOnLoad="1"', "")
    repacked(full, path, {MAIN: main.encode()})
    copy = saved(path, tmp_path, {"G5": "7"})
    assert changed(path, copy) == {SHEET, MAIN}
    assert content(copy, MAIN) == content(full, MAIN)


def test_a_byte_order_mark_stays(full, tmp_path):
    path = tmp_path / "marked.xlsm"
    repacked(full, path, {SHEET: b"\xef\xbb\xbf" + content(full, SHEET).encode()})
    copy = saved(path, tmp_path, {"F3": "Blue", "A1000": "x"})
    assert changed(path, copy) == {SHEET}
    assert content(copy, SHEET).startswith("\ufeff<?xml")
    assert without(content(copy, SHEET), ["F3", "A1000"]) == without(content(path, SHEET), ["F3"])


def repacked(source: Path, target: Path, members: dict[str, bytes | None]) -> None:
    """Write the archive anew with these members instead, every other byte as it was."""
    pieces = {name: new if new is None else (new,) for name, new in members.items()}
    with source.open("rb") as file, zipfile.ZipFile(file) as archive, target.open("wb") as written:
        copy_changed(file, archive, written, pieces)


# Amazon's templates


@pytest.mark.slow
@needs_shared
@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_sheet_of_a_template_takes_edits_alone(path, tmp_path, monkeypatch):
    monkeypatch.delattr("listo.core.workbooks.write._verify_by_reading")  # the proof is enough
    workbook = read_workbook(path)
    edits = {table.name: dict.fromkeys(edited_cells(table.rows), "Listo < 1") for table in workbook.tables}
    copy = write_copy(workbook, tmp_path / "copy", edits)
    assert copy.suffix == path.suffix
    with zipfile.ZipFile(path) as archive:
        sheets = [sheet for sheet in Package(archive).sheets() if sheet.has_cells]
    assert (
        {sheet.part for sheet in sheets} <= changed(path, copy) <= {*(sheet.part for sheet in sheets), MAIN}
    )
    mark = ' fullCalcOnLoad="1"'
    here = re.search(f"<calcPr[^>]*?{mark}", content(copy, MAIN))
    if MAIN in changed(path, copy):
        assert here
        main = content(copy, MAIN)
        assert main[: here.end() - len(mark)] + main[here.end() :] == content(path, MAIN)
    for sheet in sheets:
        names = list(map(reference, edits[sheet.name]))
        assert without(content(copy, sheet.part), names) == without(content(path, sheet.part), names)
    for table in read_workbook(copy).tables:
        assert {table.text(*cell) for cell in edits[table.name]} == {"Listo < 1"}


def edited_cells(rows) -> Iterator[Cell]:
    """Yield some cells that hold something and two that hold nothing."""
    filled = [Cell(number, 0) for number, row in enumerate(rows) if row and row[0]]
    yield from (*filled[1:60:7], Cell(len(rows), 1), Cell(len(rows) + 40, 2))


# The proof itself


def drafted(path: Path, draft: Path, edits: dict[str, str], sheet: str = rich_workbook.SHEET):
    cells = {cell_at(name.encode()): text for name, text in edits.items()}
    with draft.open("wb") as file:
        return write_xlsx_copy(path, file, {sheet: cells})


EDITS = {"F3": "Blue", "F4": "", "F5": "Red", "L3": "d", "A1000": "e", "C2": "FixedValue"}


def proven(path: Path, draft: Path, written) -> bool:
    return is_verified(path, draft, written, lambda part: None)


def test_usual_edits_are_proven(rich, tmp_path):
    parts: list[float] = []
    written = drafted(rich, tmp_path / "draft", EDITS)
    assert is_verified(rich, tmp_path / "draft", written, parts.append)
    assert parts == sorted(parts)
    assert parts[-1] == pytest.approx(1, abs=0.1)


FAULTS = {
    "another text": partial(re.sub, "<t>Blue<", "<t>Blur<"),
    "another cell": partial(re.sub, 'r="A1000"', 'r="A1001"'),
    "a cell that was not to change": partial(re.sub, 'r="B9"', 'r="B8"'),
    "a cell twice": partial(re.sub, '(<c r="A1000".*?</c>)', r"\1\1"),
    "a cell lost": partial(re.sub, '<c r="A1000".*?</c>', ""),
    "a style lost": partial(re.sub, '<c r="F3" s="[0-9]+"', '<c r="F3" s="0"'),
    "a text as a number of one": partial(
        re.sub, '"inlineStr"><is><t>Blue</t></is>', '"s"><v>Blue</v>        '
    ),
    "a text beside": partial(re.sub, "<is><t>Blue</t></is>", "Bl<is><t>ue</t></is>"),
    "a formula": partial(re.sub, "<is><t>Blue</t></is>", "<f>1+1</f>"),
    "no XML": partial(re.sub, "<t>Red</t>", "<t>Red<t>"),
    "cut short": lambda xml: xml[:-1],
    "more at the end": lambda xml: xml + " ",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_sheet_is_found(full, tmp_path, fault):
    full = styled(full, tmp_path / "styled.xlsm")
    written = drafted(full, tmp_path / "draft", EDITS)
    spoilt = FAULTS[fault](content(tmp_path / "draft", SHEET))
    assert spoilt != content(tmp_path / "draft", SHEET)
    repacked(tmp_path / "draft", tmp_path / "spoilt", {SHEET: spoilt.encode()})
    assert proven(full, tmp_path / "draft", written)
    assert not proven(full, tmp_path / "spoilt", written)


def styled(path: Path, target: Path) -> Path:
    sheet = content(path, SHEET).replace('<c r="F3" t', '<c r="F3" s="3" t')
    repacked(path, target, {SHEET: sheet.encode()})
    return target


SOUND = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>'
UNSOUND = {
    "a comment from one to the next": ('<c r="A1"/><!--', '--><c r="B1"/>'),
    "a cell from one to the next": ('<c r="A1" t="inlineStr"><is>', '<t>x</t></is></c><c r="B1"/>'),
    "an end without beginning": (f"{SOUND}</row>", '<row r="1"><c r="B1"/>'),
    "the mark between pieces": (SOUND, '<_/><c r="B1"/>'),
    "the mark with a comment that hides another": (f"{SOUND}<_/><!--", '--><c r="B1"/>'),
    "an element that is no cell": (SOUND, '<x r="B1"/>'),
    "a text outside of cells": (SOUND, 'x<c r="B1"/>'),
    "a cell in a cell": (SOUND, '<c r="B1"><c r="C1"/></c>'),
    "a cell that was not there": (SOUND, '<c r="B1"/><c r="C1"><v>1</v></c>'),
}


@pytest.mark.parametrize("pieces", [(SOUND, '<c r="B1"/>'), *UNSOUND.values()], ids=["none", *UNSOUND])
def test_a_piece_that_is_not_whole_is_found(tmp_path, pieces):
    path = handmade.xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1"/>  <c r="B1"/></row>')
    xml = content(path, SHEET)
    starts = [xml.index(f'<c r="{name}"/>') for name in ("A1", "B1")]
    changes = [
        XmlChange(start, start + 11, piece.encode()) for start, piece in zip(starts, pieces, strict=True)
    ]
    spliced = b"".join(spliced_pieces(xml.encode(), changes))
    repacked(path, tmp_path / "draft", {SHEET: spliced})
    written = ChangedMembers({SHEET: ({Cell(0, 0): "x", Cell(0, 1): ""}, tuple(changes))}, frozenset())
    assert proven(path, tmp_path / "draft", written) == (pieces[1] == '<c r="B1"/>')


@pytest.mark.parametrize("new", [b"<other/>", None], ids=["changed", "left out"])
def test_a_fault_in_another_part_is_found(full, tmp_path, new):
    written = drafted(full, tmp_path / "draft", EDITS)
    repacked(tmp_path / "draft", tmp_path / "spoilt", {"customXml/item1.xml": new})
    assert not proven(full, tmp_path / "spoilt", written)


def test_a_part_that_had_to_change_must_be_sound(full, tmp_path):
    written = drafted(full, tmp_path / "draft", {"F1": "Value", "I5": "5"})
    assert written.others == {TABLE, CHAIN}
    for part in (TABLE, CHAIN):
        repacked(tmp_path / "draft", tmp_path / "spoilt", {part: b"<table>"})
        assert proven(full, tmp_path / "draft", written)
        assert not proven(full, tmp_path / "spoilt", written)


def test_bytes_that_are_damaged_on_their_way_are_found(full, tmp_path):
    written = drafted(full, tmp_path / "draft", EDITS)
    whole = (tmp_path / "draft").read_bytes()
    for place in range(0, len(whole), len(whole) // 150):
        spoilt = bytearray(whole)
        spoilt[place] ^= 0x10
        (tmp_path / "spoilt").write_bytes(spoilt)
        assert not proven(full, tmp_path / "spoilt", written), place


def test_what_is_not_proven_is_read_back_whole(tmp_path):
    path = handmade.xlsx(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>")
    written = drafted(path, tmp_path / "draft", {"A1": "x"}, "A")
    assert not proven(path, tmp_path / "draft", written)
    assert saved(path, tmp_path, {"A1": "x"}, "A").is_file()


def with_damage(path: Path) -> Path:
    """Write a workbook with a picture that is not what its checksum is of, and XML that is none."""
    parts = {"xl/media/image1.png": rich_workbook.picture(), "docProps/app.xml": "<a>"}
    handmade.xlsx(path, '<row r="1"><c r="A1"><v>1</v></c></row>', parts=parts)
    with zipfile.ZipFile(path) as archive:
        place = archive.getinfo("xl/media/image1.png").header_offset + 30 + len("xl/media/image1.png") + 40
    whole = bytearray(path.read_bytes())
    whole[place] ^= 0xFF
    path.write_bytes(whole)
    return path


def test_parts_that_were_damaged_before_are_told_and_copied_as_they_are(tmp_path):
    path, told = with_damage(tmp_path / "a.xlsx"), []
    copy = write_copy(
        read_workbook(path), tmp_path / "b.xlsx", {"A": {Cell(0, 0): "x"}}, inherits=told.append
    )
    assert told == [("xl/media/image1.png", "docProps/app.xml")]
    assert damaged_members(copy) == told[0]


def test_of_a_sound_file_no_part_is_told(rich, tmp_path):
    told: list[tuple[str, ...]] = []
    workbook = read_workbook(rich)
    write_copy(
        workbook, tmp_path / "copy", {workbook.tables[0].name: {Cell(3, 3): "x"}}, inherits=told.append
    )
    assert told == [()]


def test_a_part_that_is_damaged_in_the_copy_alone_is_no_copy(tmp_path, monkeypatch):
    path = with_damage(tmp_path / "a.xlsx")
    workbook = read_workbook(path)
    monkeypatch.setattr(
        "listo.core.workbooks.write.damaged_members", lambda one, but=(): () if one == path else ("a part",)
    )
    with pytest.raises(InputError) as refused:
        write_copy(workbook, tmp_path / "b.xlsx", {"A": {Cell(0, 0): "x"}})
    assert refused.value.code == "file-not-writable"
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]
