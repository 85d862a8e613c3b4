"""Little that is far apart: read or refused in little memory and time, whatever it spans."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest

import handmade
from listo.core.errors import InputError
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy

TEXT = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'


def old_excel(path: Path, *cells: Cell) -> Path:
    return handmade.xls(path, b"".join(handmade.xls_label(*cell, "x") for cell in cells))


def binary_excel(path: Path, *cells: Cell) -> Path:
    rows = b"".join(
        handmade.binary_row(row) + handmade.binary_cell(6, column, 0, handmade.wide("x"))
        for row, column in cells
    )
    extent = handmade.binary_record(148, struct.pack("<4I", 0, cells[-1].row, 0, cells[-1].column))
    head = handmade.binary_record(129) + extent + handmade.binary_record(145)
    return handmade.xlsb(path, head + rows + handmade.binary_record(146) + handmade.binary_record(130))


def opendocument(path: Path, *cells: Cell) -> Path:
    _, far = cells
    before = f'<table:table-cell table:number-columns-repeated="{far.column}"/>' if far.column else ""
    rows = (
        f"<table:table-row>{TEXT.format('')}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="{far.row - 1}"><table:table-cell/></table:table-row>'
        f"<table:table-row>{before}{TEXT.format('')}</table:table-row>"
    )
    return handmade.ods(path, {"Plan1": rows})


def excel(path: Path, *cells: Cell) -> Path:
    rows = (
        f'<row r="{row + 1}"><c r="{chr(65 + column)}{row + 1}" t="str"><v>x</v></c></row>'
        for row, column in cells
    )
    return handmade.xlsx(path, {"Plan1": "".join(rows)})


CORNERS = {
    old_excel: Cell(65_535, 255),
    binary_excel: Cell(1_048_575, 20),
    opendocument: Cell(1_048_575, 20),
}


@pytest.mark.parametrize("make", CORNERS)
def test_two_cells_in_far_corners_are_refused(tmp_path, make):
    with pytest.raises(InputError) as refused:
        read_workbook(make(tmp_path / "a", Cell(0, 0), CORNERS[make]))
    assert refused.value.code == "file-too-large"
    assert refused.value.arguments["size"].endswith(" MB")


def test_repeated_texts_by_the_million_are_refused(tmp_path):
    repeated = TEXT.format(' table:number-columns-repeated="20"')
    rows = f'<table:table-row table:number-rows-repeated="1048576">{repeated}</table:table-row>'
    with pytest.raises(InputError) as refused:
        read_workbook(handmade.ods(tmp_path / "a.ods", {"A": rows}))
    assert refused.value.code == "file-too-large"


def repeated_dates(path: Path, rows: int, columns: int) -> Path:
    date = 'office:value-type="date" office:date-value="2024-01-31"'
    cell = f'<table:table-cell {date} table:number-columns-repeated="{columns}"><text:p>31/1</text:p>'
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-cell></table:table-row>'
    return handmade.ods(path, {"Plan1": row})


def test_repeated_dates_by_the_million_are_refused(tmp_path):
    with pytest.raises(InputError) as refused:
        read_workbook(repeated_dates(tmp_path / "a.ods", 2_000, 2_000))
    assert refused.value.code == "file-too-large"


def test_a_date_repeated_more_often_than_is_told_of_is_a_date_all_the_same(tmp_path):
    (table,) = read_workbook(repeated_dates(tmp_path / "a.ods", 1_000, 300)).tables
    assert len(table.rows) == 1_000
    assert set(map(tuple, table.rows)) <= {
        ("31/1",) * 300,
        ("2024-01-31",) * 300,
        ("31/1", *("2024-01-31",) * 299),
    }
    assert len(table.kinds) == 300_000


@pytest.mark.slow
@pytest.mark.parametrize("make", [old_excel, binary_excel, opendocument])
def test_a_cell_far_down_is_read_and_saved(tmp_path, make):
    far = Cell(60_000, 3)
    workbook = read_workbook(make(tmp_path / "a", Cell(0, 0), far))
    copy = read_workbook(write_copy(workbook, tmp_path / "b", {"Plan1": {Cell(1, 1): "new"}}))
    assert (copy.path.suffix, len(copy.tables[0].rows)) == (".xlsx", 60_001)
    assert [copy.tables[0].text(*cell) for cell in (Cell(0, 0), Cell(1, 1), far)] == ["x", "new", "x"]
    assert copy.path.stat().st_size < 10_000


def test_an_excel_workbook_is_read_whatever_it_spans(tmp_path):
    workbook = read_workbook(excel(tmp_path / "a.xlsx", Cell(0, 0), Cell(1_048_575, 25)))
    assert workbook.tables[0].text(1_048_575, 25) == "x"
    copy = write_copy(workbook, tmp_path / "b", {"Plan1": {Cell(500_000, 1): "new"}})
    assert read_workbook(copy).tables[0].text(500_000, 1) == "new"


def test_a_cell_that_claims_to_be_far_from_its_row_takes_no_room(tmp_path, monkeypatch):
    monkeypatch.delattr(
        "listo.core.workbooks.calamine_reader.whole_rows"
    )  # what sets room aside is not asked
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="Z999999"><v>2</v></c></row>'
    table = read_workbook(handmade.xlsx(tmp_path / "a.xlsx", cells)).tables[0]
    assert [table.text(0, 0), table.text(0, 25), len(table.rows)] == ["1", "2", 1]


@pytest.mark.parametrize("claimed", ["A5", "A21", "B12"])
def test_a_row_whose_cell_claims_another_is_read_and_saved_as_that_row(tmp_path, claimed):
    cells = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="{claimed}"><v>2</v></c></row>'
    workbook = read_workbook(handmade.xlsx(tmp_path / "a.xlsx", {"Plan1": cells}))
    column = ord(claimed[0]) - 65
    assert (workbook.tables[0].text(1, column), len(workbook.tables[0].rows)) == ("2", 2)
    copy = read_workbook(write_copy(workbook, tmp_path / "b", {"Plan1": {Cell(1, column): "new"}}))
    assert (copy.tables[0].text(1, column), len(copy.tables[0].rows)) == ("new", 2)


FAR_CELLS = {
    "in the middle": '<c r="A1"/><c r="XFD1048576"><v>2</v></c><c r="C1"><v>3</v></c>',
    "at the end": '<c r="A1"/><c r="XFD1048576"><v>2</v></c>',
    "in a prefixed tag": '<c r="A1"/><c\n  r = "XFD1048576"><v>2</v></c>',
    "after other attributes": '<c r="A1"/><c t="n" s="0" r="XFD1048576"><v>2</v></c>',
    "with single quotes": """<c r="A1"/><c r='XFD1048576'><v>2</v></c>""",
    "without a place before": '<c><v>1</v></c><c r="XFD1048576"><v>2</v></c>',
}


@pytest.mark.parametrize("cells", FAR_CELLS.values(), ids=FAR_CELLS)
@pytest.mark.parametrize("padding", [0, 100_000])
def test_a_cell_that_names_another_row_takes_no_room_wherever_it_stands(
    tmp_path, monkeypatch, cells, padding
):
    monkeypatch.delattr("listo.core.workbooks.calamine_reader.whole_rows")
    rows = f'<row r="1">{cells}</row>{" " * padding}<row r="2"><c r="A2"><v>4</v></c></row>'
    (table,) = read_workbook(handmade.xlsx(tmp_path / "a.xlsx", rows)).tables
    assert len(table.rows) == 2
    assert (table.text(0, 16_383), table.text(1, 0)) == ("2", "4")


def test_texts_by_the_million_in_one_row_of_an_old_workbook_are_refused(tmp_path):
    numbers = b"".join(struct.pack("<HI", 0, 2) for _ in range(1_000))
    wide = handmade.record(0x00BD, struct.pack("<HH", 0, 200) + numbers + struct.pack("<H", 1_199))
    with pytest.raises(InputError) as refused:
        read_workbook(handmade.xls(tmp_path / "a.xls", wide))
    assert refused.value.code == "file-damaged"


def test_a_part_that_is_packed_a_thousandfold_is_refused_unread(tmp_path):
    for part in ("xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"):
        path = handmade.xlsx(tmp_path / "a.xlsx", "", parts={part: f"<a>{' ' * (100 << 20)}</a>"})
        with pytest.raises(InputError) as refused:
            read_workbook(path)
        assert refused.value.code == "file-too-large"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"])
def test_a_part_beside_sheets_and_texts_is_of_bounded_size(tmp_path, part):
    path = handmade.xlsx(tmp_path / "a.xlsx", "", styles=[], parts={part: f"<a>{' ' * (33 << 20)}</a>"})
    with pytest.raises(InputError) as refused:
        read_workbook(path)
    assert refused.value.code == "file-too-large"


def test_sheets_beyond_number_are_refused(tmp_path):
    sheets = dict.fromkeys(map(str, range(10_001)), "")
    with pytest.raises(InputError) as refused:
        read_workbook(handmade.xlsx(tmp_path / "a.xlsx", sheets))
    assert refused.value.code == "file-too-large"


def lying(path: Path, source: Path, member: str, said: int) -> Path:
    """Write a copy of a package whose table of contents says another size of a member, with its checksum."""
    with zipfile.ZipFile(source) as archive:
        info = archive.getinfo(member)
        check = zlib.crc32(archive.read(member)[:said])
    true, false = (struct.pack("<III", *facts) for facts in (
        (info.CRC, info.compress_size, info.file_size), (check, info.compress_size, said)
    ))  # fmt: skip
    path.write_bytes(source.read_bytes().replace(true, false))
    return path


@pytest.mark.parametrize("kind", ["ods", "xlsb", "xlsx"])
def test_an_archive_that_says_less_than_comes_is_refused_before_others_unpack_it(tmp_path, monkeypatch, kind):
    monkeypatch.delattr("python_calamine.CalamineWorkbook.from_filelike")
    if kind == "ods":
        source, member = opendocument(tmp_path / "a", Cell(0, 0), Cell(3, 3)), "content.xml"
    elif kind == "xlsb":
        source, member = binary_excel(tmp_path / "a", Cell(0, 0)), "xl/worksheets/sheet1.bin"
    else:
        source = handmade.xlsx(tmp_path / "a", "<row><c><v>1</v></c></row>")
        member = "xl/worksheets/sheet1.xml"
    with pytest.raises(InputError) as refused:
        read_workbook(lying(tmp_path / "b", source, member, 20))
    assert refused.value.code == "file-damaged"


def test_a_file_that_the_memory_does_not_hold_is_too_large(tmp_path, monkeypatch):
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("listo.core.workbooks.read.read_fast", fail)
    with pytest.raises(InputError) as refused:
        read_workbook(excel(tmp_path / "a.xlsx", Cell(0, 0)))
    assert refused.value.code == "file-too-large"


def test_an_old_workbook_that_names_one_sector_again_and_again_takes_no_room(tmp_path):
    path = old_excel(tmp_path / "a.xls", Cell(0, 0))
    content = path.read_bytes()
    first = len(content) // 512 - 1
    tables = [struct.pack("<128I", *[0] * 127, number) for number in range(first + 1, first + 500)]
    tables.append(struct.pack("<127Ii", *[0] * 127, -2))
    path.write_bytes(content[:68] + struct.pack("<I", first) + content[72:] + b"".join(tables))
    tracemalloc.start()
    with pytest.raises(InputError) as refused:
        read_workbook(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.code == "file-damaged"
    assert most < 20 << 20


def test_an_old_workbook_larger_than_any_file_may_be_is_not_read(tmp_path, monkeypatch):
    path = old_excel(tmp_path / "a.xls", Cell(0, 0))
    monkeypatch.setattr("listo.core.workbooks.read.MOST_BYTES", path.stat().st_size - 1)
    with pytest.raises(InputError) as refused:
        read_workbook(path)
    assert refused.value.code == "file-too-large"
