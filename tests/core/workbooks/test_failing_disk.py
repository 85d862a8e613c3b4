"""What the disk refuses: one clear error, the original and the target untouched, nothing left behind."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import handmade
from listo.core.errors import InputError
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy

ROWS = "".join(f'<row r="{row}"><c r="A{row}"><v>{row * 7919}</v></c></row>' for row in range(1, 3000))


def excel(path: Path) -> Path:
    return handmade.xlsx(path, ROWS)


def old_excel(path: Path) -> Path:
    return handmade.xls(path, b"".join(handmade.xls_label(row, 0, f"text {row}") for row in range(300)))


def text(path: Path) -> Path:
    path.write_text("".join(f"{row};text {row}\n" for row in range(2000)))
    return path


@pytest.fixture(params=[excel, old_excel, text])
def original(request, tmp_path) -> Path:
    return request.param(tmp_path / "original")


@contextmanager
def nothing_touched(original: Path, target: Path) -> Iterator[None]:
    """Hold that saving is refused, and that the folder is afterwards as it was."""
    target.write_bytes(b"precious")
    before = {file: file.read_bytes() for file in original.parent.iterdir()}
    with pytest.raises(InputError) as refused:
        yield
    assert (refused.value.code, refused.value.arguments) == ("file-not-writable", {"file": target.name})
    assert {file: file.read_bytes() for file in original.parent.iterdir()} == before


def save(original: Path, target: Path) -> Path:
    workbook = read_workbook(original)
    return write_copy(workbook, target, {workbook.tables[0].name: {Cell(0, 0): "x"}}, overwrite=True)


def target_of(original: Path) -> Path:
    return save(original, original.with_name("copy"))


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits how large a file may grow")
@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_no_room_for_all_of_it(original, share):
    import resource

    target = target_of(original)
    room = int(target.stat().st_size * share)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with nothing_touched(original, target):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
        try:
            save(original, target)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def refusing(number: int) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize(
    ("call", "number"),
    [
        ("fsync", errno.ENOSPC),  # no room after all, found out late
        ("fsync", errno.EIO),
        ("replace", errno.EACCES),  # the target is open in Excel
        ("replace", errno.EBUSY),
        ("replace", errno.EXDEV),
    ],
)
def test_the_disk_refuses_at_the_end(original, monkeypatch, call, number):
    target = target_of(original)
    with nothing_touched(original, target):
        monkeypatch.setattr(os, call, refusing(number))
        try:
            save(original, target)
        finally:
            monkeypatch.undo()


def test_a_folder_that_takes_no_new_file(original, monkeypatch):
    target = target_of(original)
    usual = Path.open

    def only_to_read(path: Path, mode: str = "r", *more: object, **named: object):
        return refusing(errno.EROFS)() if "r" not in mode else usual(path, mode, *more, **named)

    with nothing_touched(original, target):
        monkeypatch.setattr(Path, "open", only_to_read)
        try:
            save(original, target)
        finally:
            monkeypatch.undo()


def test_a_disk_that_gives_back_other_bytes(tmp_path, monkeypatch):
    original = excel(tmp_path / "original")
    target = target_of(original)
    sync = os.fsync

    def spoil(descriptor: int) -> None:
        place = os.fstat(descriptor).st_size // 2
        os.pwrite(descriptor, b"\0\0\0\0", place)
        sync(descriptor)

    if not hasattr(os, "pwrite"):
        pytest.skip("no way to write beside the file object here")
    target.write_bytes(b"precious")
    monkeypatch.setattr(os, "fsync", spoil)
    with pytest.raises(InputError):
        save(original, target)
    assert target.read_bytes() == b"precious"
    assert {file.name for file in tmp_path.iterdir()} == {"original", target.name}
