"""Whatever is done to a file, reading it gives tables or one of our own errors: never another exception."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

import handmade
import workbook_attacks
from listo.core.errors import InputError
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy


def make_xlsx(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    date = book.add_format({"num_format": "d/m/yyyy"})
    for row in range(30):
        sheet.write_row(row, 0, [row, f"text {row % 3}", row % 2 == 0])
        sheet.write_number(row, 3, 45000 + row, date)
    sheet.write_formula(0, 4, "=1/0", None, "#DIV/0!")
    book.close()
    return path


def make_xls(path: Path) -> Path:
    cells = b"".join(
        handmade.xls_label(row, 0, f"text {row}")
        + handmade.record(0x0203, struct.pack("<HHHd", row, 1, 1, 45000.0 + row))
        for row in range(30)
    )
    return handmade.xls(path, cells, formats=["d/m/yyyy"])


def make_xlsb(path: Path) -> Path:
    rows = b"".join(
        handmade.binary_row(row)
        + handmade.binary_cell(6, 0, 0, handmade.wide(f"text {row}"))
        + handmade.binary_cell(5, 1, 1, struct.pack("<d", 45000 + row))
        for row in range(30)
    )
    head = handmade.binary_record(129) + handmade.binary_record(148, struct.pack("<4I", 0, 29, 0, 1))
    tail = handmade.binary_record(146) + handmade.binary_record(130)
    return handmade.xlsb(path, head + handmade.binary_record(145) + rows + tail, formats=["d/m/yyyy"])


def make_ods(path: Path) -> Path:
    cell = '<table:table-cell office:value-type="{}" office:{}="{}"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(
        f"<table:table-row>{cell.format('float', 'value', row, row)}"
        f"{cell.format('date', 'date-value', '2024-12-10', '10/12/24')}</table:table-row>"
        for row in range(30)
    )
    return handmade.ods(path, {"A": rows})


def make_csv(path: Path) -> Path:
    path.write_bytes(("\ufeffa;b;ç\r\n" + '1;"x;\r\ny";é\r\n' * 20).encode())
    return path


MAKERS = {"xlsx": make_xlsx, "xls": make_xls, "xlsb": make_xlsb, "ods": make_ods, "csv": make_csv}


@pytest.fixture(scope="module", params=MAKERS)
def sound(request, tmp_path_factory) -> Path:
    return MAKERS[request.param](tmp_path_factory.mktemp("sound") / f"a.{request.param}")


@pytest.fixture(scope="module")
def damaged(sound, tmp_path_factory) -> Path:
    """Return where a damaged copy of the sound file goes."""
    return tmp_path_factory.mktemp("damaged") / sound.name


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    """Save without waiting until each of the thousand copies is on the disk: nothing here looks for that."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


def read_or_refuse(path: Path) -> None:
    """Read the file and write a copy of it, letting only our own errors pass."""
    with suppress(InputError):
        workbook = read_workbook(path)
        edits = {table.name: {Cell(1, 1): "x"} for table in workbook.tables[:1]}
        write_copy(workbook, path.with_name("copy"), edits, overwrite=True)


def test_a_sound_file_is_read(sound):
    assert len(read_workbook(sound).tables[0].rows) > 20


@pytest.mark.slow
def test_a_file_cut_short_anywhere(sound, damaged):
    content = sound.read_bytes()
    step = max(1, len(content) // 60)
    for size in [*range(0, 64, 7), *range(64, len(content), step)]:
        damaged.write_bytes(content[:size])
        read_or_refuse(damaged)


@pytest.mark.slow
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_a_file_with_bytes_changed(sound, damaged, data):
    content = bytearray(sound.read_bytes())
    places = st.integers(0, len(content) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=4)):
        content[place] = byte
    damaged.write_bytes(content)
    read_or_refuse(damaged)


@pytest.mark.slow
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_a_package_whose_parts_are_damaged_but_well_packed(sound, damaged, data):
    if not zipfile.is_zipfile(sound):
        pytest.skip("not a package")
    with zipfile.ZipFile(sound) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    content = bytearray(members[name])
    kind = data.draw(st.sampled_from(["change", "cut", "leave out"]))
    if kind == "change" and content:
        for _ in range(3):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    elif kind == "cut":
        del content[data.draw(st.integers(0, len(content))) :]
    members[name] = bytes(content)
    if kind == "leave out":
        del members[name]
    read_or_refuse(handmade.package(damaged, members))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="each file is read in a process of its own")
def test_hostile_and_mutated_files_end_in_their_error_or_are_read_aright():
    """The command by itself: in a fork of pytest, what 10,000 tests left would be counted with each file."""
    attack = [
        sys.executable,
        workbook_attacks.__file__,
        "--hostile",
        "--only",
        "spelt with",
        "--mutants",
        "24",
    ]
    done = subprocess.run(attack, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "30 files, 0 wrong" in done.stdout


def test_a_wrong_checksum_is_noticed(tmp_path):
    path = make_xlsx(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    content = path.read_bytes().replace(struct.pack("<I", info.CRC), struct.pack("<I", info.CRC ^ 1))
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_workbook(path)
    assert caught.value.code == "file-damaged"


def test_a_column_that_no_old_workbook_has_does_not_fill_the_memory(tmp_path):
    cells = handmade.xls_label(0, 0, "x") + handmade.xls_label(65_535, 65_535, "y")
    with pytest.raises(InputError) as caught:
        read_workbook(handmade.xls(tmp_path / "a.xls", cells))
    assert caught.value.code == "file-damaged"


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(
    "cells", ['<row r="1"><c r="A4294967290"><v>1</v></c></row>', '<row r="99999999"><c><v>1</v></c></row>']
)
def test_a_row_that_no_workbook_has_does_not_fill_the_memory(tmp_path, cells, quote):
    path = handmade.xlsx(tmp_path / "a.xlsx", cells.replace('"', quote))
    with pytest.raises(InputError) as caught:
        read_workbook(path)
    assert caught.value.code == "file-damaged"


def test_a_fault_inside_calamine_is_a_damaged_file(tmp_path, monkeypatch):
    class PanicException(BaseException):
        """What calamine's Rust raises under that name, derived from nothing that one catches."""

    def panic(file: object) -> None:
        raise PanicException

    monkeypatch.setattr("python_calamine.CalamineWorkbook.from_filelike", panic, raising=False)
    with pytest.raises(InputError) as caught:
        read_workbook(make_xls(tmp_path / "a.xls"))
    assert caught.value.code == "file-damaged"
    # What we can read ourselves, we do.
    assert len(read_workbook(make_xlsx(tmp_path / "a.xlsx")).tables[0].rows) == 30


def test_a_duration_longer_than_any_is_a_damaged_file(tmp_path):
    number = handmade.record(0x0203, struct.pack("<HHHd", 0, 0, 1, 1e10))
    with pytest.raises(InputError) as caught:
        read_workbook(handmade.xls(tmp_path / "a.xls", number, formats=["[hh]:mm"]))
    assert caught.value.code == "file-damaged"


@pytest.mark.parametrize("place", ["AAAA2", "ZZZZZ2", "ZZZZZ1048576", "ZZZZZZZZZZZZZ2"])
def test_a_column_that_no_sheet_has_is_refused_before_memory_is_set_aside(tmp_path, place):
    cells = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="{place}"><v>2</v></c></row>'
    with pytest.raises(InputError) as raised:
        read_workbook(handmade.xlsx(tmp_path / "a.xlsx", cells))
    assert raised.value.code == "file-damaged"


def test_an_impossible_extent_in_an_old_workbook_is_refused(tmp_path):
    """Calamine sets memory aside for what DIMENSIONS says, and ends the process where there is none."""
    extent = handmade.record(0x0200, struct.pack("<IIHHH", 65537, 1, 0, 4, 0))
    path = handmade.xls(tmp_path / "a.xls", extent + handmade.xls_label(0, 0, "text"))
    with pytest.raises(InputError) as refused:
        read_workbook(path)
    assert refused.value.code == "file-damaged"


def test_more_shared_texts_than_there_is_room_for_are_refused(tmp_path):
    texts = handmade.record(0x00FC, struct.pack("<II", 1, 0xFFFFFFFF))
    path = handmade.xls(tmp_path / "a.xls", handmade.xls_label(0, 0, "text"), globals_=texts)
    with pytest.raises(InputError) as refused:
        read_workbook(path)
    assert refused.value.code == "file-damaged"
