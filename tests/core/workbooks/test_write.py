"""A copy differs from its original in the cells edited and in nothing else, or it is not there at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import handmade
from copies import copied
from listo.core.errors import CancelledError, InputError
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy

# What no copy can hold


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
