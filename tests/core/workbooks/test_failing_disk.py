"""What the disk refuses: one clear error, the original and the target untouched, nothing left behind."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import handmade
from listo.core.errors import InputError
from listo.core.workbooks.atomic_write import write_atomically
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


def test_what_is_not_on_the_disk_takes_nothings_place(tmp_path, monkeypatch):
    target = tmp_path / "report"
    target.write_bytes(b"precious")
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    with pytest.raises(InputError, match="file-not-writable"):
        write_atomically(target, lambda file: file.write(b"new"), lambda: None)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("report", b"precious")]


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


class Disk:
    """Counts all that a save asks of the disk; in place of the call of that number something else happens."""

    def __init__(self, number: int = -1, instead: Callable[[], None] = lambda: None) -> None:
        self.calls = 0
        self._number, self._instead = number, instead

    def asked(self) -> None:
        """Note a call."""
        self.calls += 1
        if self.calls - 1 == self._number:
            self._instead()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look at each write, flush and rename meanwhile."""
        disk, opened = self, Path.open

        class Raw(io.FileIO):
            def write(self, data: object) -> int:
                disk.asked()
                return super().write(data)

        def open_(path: Path, mode: str = "r", *more: object, **named: object):
            if mode != "xb":
                return opened(path, mode, *more, **named)
            return io.BufferedWriter(Raw(path, "xb"), 8_192)  # as before 3.14, which writes in fewer calls

        def after(call: Callable[..., None]) -> Callable[..., None]:
            return lambda *given: (disk.asked(), call(*given))[1]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "open", open_)
            patch.setattr(os, "fsync", after(os.fsync))
            patch.setattr(os, "replace", after(os.replace))
            yield


def held_by(target: Path) -> object:
    """Return what the target was before, or the texts of the copy; a new workbook bears the time of day."""
    content = target.read_bytes()
    return content if content == b"precious" else [*map(list, read_workbook(target).tables[0].rows)]


def calls_of(original: Path, target: Path) -> tuple[int, object]:
    """Return how many calls a save makes, and the texts of the copy that it writes."""
    disk = Disk()
    with disk.watched():
        save(original, target)
    return disk.calls, held_by(target)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_the_disk_refuses_any_one_call(original, number):
    target = target_of(original)
    calls, copy = calls_of(original, target)
    before = original.read_bytes()
    assert calls > 4
    for place in range(calls):
        target.write_bytes(b"precious")
        with pytest.raises(InputError) as refused, Disk(place, refusing(number)).watched():
            save(original, target)
        assert refused.value.code == "file-not-writable"
        assert {file.name for file in original.parent.iterdir()} == {original.name, target.name}
        assert original.read_bytes() == before
        # Only that the rename is on the disk is not known where the very last call fails.
        assert held_by(target) in ((b"precious",) if place < calls - 1 else (b"precious", copy))


def end_at_any_one_call(original: Path) -> None:
    """End a fork of this process at each call of a save, one after the other, and hold what that leaves."""
    target = target_of(original)
    calls, copy = calls_of(original, target)
    before = original.read_bytes()
    for place in range(calls):
        target.write_bytes(b"precious")
        child = os.fork()
        if not child:
            with Disk(place, lambda: os._exit(9)).watched():
                save(original, target)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert original.read_bytes() == before
        assert held_by(target) in (b"precious", copy)
    save(original, target)  # which clears away what the others left
    assert {file.name for file in original.parent.iterdir()} == {original.name, target.name}
    assert held_by(target) == copy
    print(calls)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no way to end in the midst of it here")
def test_the_process_ends_at_any_one_call(original):
    """In a process of its own: pytest's has threads, and since 3.12 Python warns who forks such a one."""
    here = Path(__file__).parent
    program = (
        f"import sys; sys.path[:0] = {[str(here), str(here.parents[1])]}; import test_failing_disk as tried; "
        "tried.end_at_any_one_call(tried.Path(sys.argv[1]))"
    )
    command = [sys.executable, "-W", "error", "-c", program, str(original)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 4
