"""Zip archives of every make: a copy keeps them as they are, or the file is refused before."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import handmade
from listo.core.errors import InputError
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy
from packages import changed, content

SHEET = "xl/worksheets/sheet1.xml"


def members() -> dict[str, bytes]:
    with zipfile.ZipFile(PLAIN) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module", autouse=True)
def plain(tmp_path_factory) -> Path:
    global PLAIN
    PLAIN = handmade.xlsx(
        tmp_path_factory.mktemp("plain") / "a.xlsx",
        {"A": '<row r="1"><c r="A1"><v>1</v></c></row>', "B": '<row r="1"><c r="A1"><v>2</v></c></row>'},
    )
    return PLAIN


def stored(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members().items():
            archive.writestr(name, data)


def with_a_long_comment(path: Path) -> None:
    handmade.package(path, members())
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"a comment " * 100


def with_a_large_end(path: Path) -> None:
    """What a writer gives that counts on more than 65,535 members: the end twice, once in 64 bits."""
    handmade.package(path, members())
    whole = path.read_bytes()
    end = whole.rindex(b"PK\5\6")
    *_, count, size, start, _ = struct.unpack("<4s4H2IH", whole[end:])
    large = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, end, 1)
    small = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path.write_bytes(whole[:end] + large + locator + small)


def in_another_order(path: Path) -> None:
    """The table of contents names the members from the last to the first."""
    handmade.package(path, members())
    whole = path.read_bytes()
    end = whole.rindex(b"PK\5\6")
    start = struct.unpack_from("<I", whole, end + 16)[0]
    entries, at = [], start
    while at < end:
        size = 46 + sum(struct.unpack_from("<3H", whole, at + 28))
        entries.append(whole[at : at + size])
        at += size
    path.write_bytes(whole[:start] + b"".join(reversed(entries)) + whole[end:])


ODD = [
    stored,
    with_a_long_comment,
    with_a_large_end,
    in_another_order,
]


@pytest.mark.parametrize("make", ODD)
def test_an_odd_archive_keeps_its_ways(tmp_path, make: Callable[[Path], None]):
    path = tmp_path / "odd.xlsx"
    make(path)
    workbook = read_workbook(path)
    assert [table.text(0, 0) for table in workbook.tables] == ["1", "2"]
    copy = write_copy(workbook, tmp_path / "copy", {"A": {Cell(0, 0): "x" * 300, Cell(4, 4): "y"}})
    assert changed(path, copy) == {SHEET}
    assert [table.text(0, 0) for table in read_workbook(copy).tables] == ["x" * 300, "2"]
    with zipfile.ZipFile(path) as one, zipfile.ZipFile(copy) as other:
        assert one.comment == other.comment
        assert one.namelist() == other.namelist()


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_an_archive_packed_as_no_package_is_is_refused_before_it_is_unpacked(tmp_path, monkeypatch, method):
    path = tmp_path / "odd.xlsx"
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members().items():
            archive.writestr(name, data)
    monkeypatch.delattr("zipfile.ZipFile.open")
    with pytest.raises(InputError) as refused:
        read_workbook(path)
    assert refused.value.code == "file-damaged"


def test_of_two_members_with_one_name_the_one_that_is_read_changes(tmp_path):
    path = tmp_path / "twice.xlsx"
    first = members()[SHEET].replace(b"<v>1</v>", b"<v>9</v>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in [(SHEET, first), *members().items()]:
            archive.writestr(name, data)
    copy = write_copy(read_workbook(path), tmp_path / "copy", {"A": {Cell(0, 0): "x"}})
    assert read_workbook(copy).tables[0].text(0, 0) == "x"
    with zipfile.ZipFile(copy) as archive:
        one, other = (info for info in archive.infolist() if info.filename == SHEET)
        assert archive.read(one) == first
        assert b"<t>x</t>" in archive.read(other)


def test_an_archive_behind_other_bytes_is_refused(tmp_path):
    path = handmade.package(tmp_path / "a.xlsx", members())
    path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())
    with pytest.raises(InputError):
        read_workbook(path)


def test_an_archive_with_a_password_is_refused(tmp_path):
    path = handmade.package(tmp_path / "a.xlsx", members())
    whole = bytearray(path.read_bytes())
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = whole.find(mark)
        while at >= 0:
            whole[at + place] |= 1
            at = whole.find(mark, at + 1)
    path.write_bytes(whole)
    with pytest.raises(InputError) as refused:
        read_workbook(path)
    assert refused.value.code == "file-encrypted"


def test_a_strict_workbook_without_shared_texts_with_prefixes(tmp_path):
    path = handmade.xlsx(
        tmp_path / "strict.xlsx",
        '<x:row r="1"><x:c r="A1" t="str"><x:v>old</x:v></x:c></x:row><x:row r="3"/>',
        prefix="x:",
        namespaces=handmade.STRICT,
        before='<x:dimension ref="A1:XFD1048576"/>',
    )
    edits = {Cell(0, 0): "new", Cell(0, 2): "far", Cell(2, 1): "x", Cell(9, 9): "y"}
    copy = write_copy(read_workbook(path), tmp_path / "copy", {"A": edits})
    assert changed(path, copy) == {SHEET}
    sheet = content(copy, SHEET)
    assert '<x:dimension ref="A1:XFD1048576"/>' in sheet
    assert '<x:c r="A1" t="inlineStr"><x:is><x:t>new</x:t></x:is></x:c>' in sheet
    assert '<x:row r="3"><x:c r="B3"' in sheet
    table = read_workbook(copy).tables[0]
    assert {cell: table.text(*cell) for cell in edits} == edits
