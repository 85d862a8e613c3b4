"""Windows' ways with files, acted out on this system: what is open stays, drives are gone, paths are long.

Listo has not run on Windows yet; what can be told without one is held here.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from contextlib import closing
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

import damaged_stores
from job_examples import ARGUMENTS, Place, before, prepare, quiet
from listo import cli
from listo.core import paths, resources
from listo.core.errors import InputError
from listo.core.storage import database
from listo.core.storage.database import FILE_NAME
from listo.core.storage.store import Store
from listo.core.workbooks import atomic_write
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import jobs_of

GUI = Path(cli.__file__).parents[1]

HELD, ACCESS, NO_NETWORK = 32, 5, 1231
"""Numbers of Windows: ERROR_SHARING_VIOLATION, ERROR_ACCESS_DENIED, ERROR_NETWORK_UNREACHABLE."""


def refusal(kind: type[OSError], number: int, code: int, path: object) -> OSError:
    error = kind(number, "Windows refuses", str(path))
    error.winerror = code  # type: ignore[attr-defined]
    return error


# --- a file that is open can be neither moved, replaced nor deleted


def open_in_this_process() -> set[str]:
    found = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            found.add(str(link.readlink()))
        except OSError:  # the one by which we look
            continue
    return found


@pytest.fixture
def what_is_open_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse, as Windows does, whatever would take an open file's name from it."""
    if not sys.platform.startswith("linux"):
        pytest.skip("looks into /proc")

    def guarded(name: str) -> None:
        real = getattr(os, name)

        def act(*named: object, **how: object) -> object:
            for path in named[:2] if name in ("replace", "rename") else named[:1]:
                if os.path.realpath(path) in open_in_this_process():  # type: ignore[call-overload]
                    raise refusal(PermissionError, errno.EACCES, HELD, path)
            return real(*named, **how)

        monkeypatch.setattr(os, name, act)

    for name in ("replace", "rename", "unlink", "remove"):
        guarded(name)


def test_the_stand_in_refuses_what_windows_refuses(what_is_open_stays: None, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.touch()
    with other.open("w"):
        for act in (other.unlink, lambda: one.replace(other), lambda: other.rename(tmp_path / "third")):
            with pytest.raises(PermissionError):
                act()
    other.unlink()


@pytest.mark.parametrize("kind", ["mapping.xlsx", "reading.xls", "reading.xlsb", "reading.ods", "text.csv"])
def test_a_file_that_was_read_is_let_go_and_its_copy_put_in_place(
    what_is_open_stays: None, tmp_path: Path, kind: str
) -> None:
    source = tmp_path / kind
    if kind == "text.csv":
        source.write_text("CategoryID,Type\n1,Category\n", encoding="utf-8")
    else:
        shutil.copy(resources.root() / "samples" / kind, source)
    workbook = read_workbook(source)
    table = workbook.tables[0].name
    rows = {} if len(workbook.tables[0].rows) < 3 else {table: [2]}
    copy = write_copy(workbook, tmp_path / "copy.xlsx", {table: {Cell(0, 0): "X"}}, without=rows)
    write_copy(workbook, copy, {table: {Cell(0, 0): "Y"}}, overwrite=True)
    assert read_workbook(copy).tables[0].rows[0][0] == "Y"
    source.unlink()
    copy.unlink()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_every_job_lets_go_of_its_files(what_is_open_stays: None, tmp_path: Path) -> None:
    folder, prepared = tmp_path / "files", tmp_path / "prepared"
    for made in (folder, prepared):
        made.mkdir()
    session = prepare(folder, prepared)
    for name in jobs_of(Jobs):
        home, job = Path(shutil.copytree(prepared, tmp_path / name)), getattr(Jobs, name)
        with closing(Jobs(Store(home / FILE_NAME))) as jobs:
            at = Place(folder, jobs.resume(quiet, session))
            before(jobs, job, at)
            job(jobs, quiet, **ARGUMENTS[job](at))
        assert not {file for file in open_in_this_process() if str(tmp_path) in file}, name


@pytest.mark.slow
def test_damaged_work_is_put_aside_and_old_copies_go(what_is_open_stays: None, tmp_path: Path) -> None:
    path = tmp_path / "listo.sqlite3"
    damaged_stores.make(path)
    with closing(Store(path)) as store:
        for day in range(1, 6):
            database.back_up(store._db, path, date(2026, 11, day))
    assert len(database.backups(path)) == 3
    path.write_bytes(b"SQLite format 3\0" + bytes(4_000))
    with closing(Store(path)) as store:
        assert store.damaged is not None


# --- and a virus scanner has it open for a moment


@pytest.mark.parametrize(("code", "times"), [(HELD, 1), (ACCESS, 3)])
def test_a_new_file_is_put_in_place_once_the_scanner_lets_go(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: int, times: int
) -> None:
    real, refused = os.replace, []

    def replace(source: str, target: str) -> None:
        if len(refused) < times:
            refused.append(source)
            raise refusal(PermissionError, errno.EACCES, code, target)
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(atomic_write.time, "sleep", lambda seconds: None)
    made = atomic_write.write_atomically(tmp_path / "a.txt", lambda file: file.write(b"whole"), lambda: None)
    assert made.read_bytes() == b"whole"
    assert len(refused) == times


def test_where_excel_keeps_it_open_that_is_said_and_nothing_is_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def replace(_source: str, target: str) -> None:
        raise refusal(PermissionError, errno.EACCES, HELD, target)

    target = tmp_path / "a.txt"
    target.write_bytes(b"before")
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(atomic_write.time, "sleep", lambda seconds: None)
    with pytest.raises(InputError) as told:
        atomic_write.write_atomically(target, lambda file: file.write(b"new"), lambda: None)
    assert told.value.code == "file-not-writable"
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.txt", b"before")]


def test_a_folder_that_may_not_be_written_to_is_told_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def replace(_source: str, target: str) -> None:
        raise PermissionError(errno.EACCES, "no right", target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(atomic_write.time, "sleep", lambda seconds: pytest.fail("it waited"))
    with pytest.raises(InputError):
        atomic_write.write_atomically(tmp_path / "a.txt", lambda file: file.write(b""), lambda: None)


# --- paths


LONG = "x" * 220


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        (r"C:\Users\Ana\mapping.xlsx", r"C:\Users\Ana\mapping.xlsx"),
        (rf"C:\{LONG}\mapping.xlsx", rf"\\?\C:\{LONG}\mapping.xlsx"),
        (r"\\server\share\mapping.xlsx", r"\\server\share\mapping.xlsx"),
        (rf"\\server\share\{LONG}\mapping.xlsx", rf"\\?\UNC\server\share\{LONG}\mapping.xlsx"),
        (rf"\\?\C:\{LONG}\mapping.xlsx", rf"\\?\C:\{LONG}\mapping.xlsx"),
    ],
)
def test_a_long_path_gets_the_mark_that_lifts_the_limit(path: str, marked: str) -> None:
    assert paths.marked_if_long(path) == marked


def test_all_that_is_read_and_written_is_asked_for_as_windows_takes_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The name of a temporary file is longer than the target's: it may be the first that is too long."""
    asked: list[Path] = []

    def reachable(path: Path) -> Path:
        asked.append(path)
        return path

    for module in (atomic_write, sys.modules[read_workbook.__module__]):
        monkeypatch.setattr(module, "reachable", reachable)
    source = Path(shutil.copy(resources.root() / "samples" / "mapping.xlsx", tmp_path))
    target = tmp_path / "copy.xlsx"
    write_copy(read_workbook(source), target, {})
    assert {source, target} <= set(asked)


# --- a drive that does not answer


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder on a drive of the network that is gone; pathlib does not know Windows' words for that."""
    drive = Path("/offline")

    def guarded(name: str) -> None:
        real = getattr(os, name)

        def act(path: object, *more: object, **how: object) -> object:
            if str(path).startswith(str(drive)):
                raise refusal(OSError, errno.EINVAL, NO_NETWORK, path)
            return real(path, *more, **how)

        monkeypatch.setattr(os, name, act)

    for name in ("stat", "lstat", "open", "scandir", "listdir"):
        guarded(name)
    real_open = Path.open

    def opened(path: Path, *more: object, **how: object) -> object:
        if path.is_relative_to(drive):
            raise refusal(OSError, errno.EINVAL, NO_NETWORK, path)
        return real_open(path, *more, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", opened)
    return drive


def test_a_drive_that_is_gone_is_no_damage(offline: Path) -> None:
    with pytest.raises(OSError, match="refuses"):
        (offline / "a.xlsx").stat()
    assert not paths.is_there(offline / "a.xlsx")
    assert not paths.is_folder(offline)
    with pytest.raises(InputError) as told:
        read_workbook(offline / "a.xlsx")
    assert told.value.code == "file-not-readable"


@pytest.mark.parametrize(
    "given",
    [
        ("check", "/offline/mapping.xlsx"),
        ("check", "--sample", "--against", "/offline/values.xlsx"),
        ("check", "--sample", "--output", "/offline/report.html", "--format", "html"),
        ("check", "--sample", "--fix-to", "/offline/mended.xlsx"),
        ("compare", "/offline/old.xlsx", "/offline/new.xlsx"),
        ("explain", "--file", "/offline/report.txt"),
        ("settings", "/offline/store.toml"),
    ],
    ids=" ".join,
)
def test_the_command_line_says_that_in_a_sentence(
    offline: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, ...]
) -> None:
    assert cli.main([*given, "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said


@pytest.mark.slow
def test_work_whose_drive_is_gone_is_listed_and_opens_again(
    offline: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for folder in ("files", "home"):
        (tmp_path / folder).mkdir()
    session = prepare(tmp_path / "files", tmp_path / "home")
    with closing(Jobs(Store(tmp_path / "home" / FILE_NAME))) as jobs:
        for table in ("session", "reference"):
            change = f"UPDATE {table} SET path = replace(path, ?, ?)"
            jobs.session.store._db.execute(change, (str(tmp_path), str(offline)))
        (line,) = jobs.recent(quiet)
        assert not line.file_exists
        with pytest.raises(InputError):
            jobs.resume(quiet, session)


# --- programs


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--multiprocessing-fork", "parent_pid=1", "pipe_handle=2"), ["worker", "command"]),
        (("-B", "-c", "from multiprocessing.resource_tracker import main;main(3)"), ["worker", "command"]),
        (("--version",), ["command"]),  # a person's start does without multiprocessing
    ],
)
def test_a_frozen_program_tells_its_worker_from_itself_before_anything_else(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], expected: list[str]
) -> None:
    """Spawned again by its own name, it must not read its arguments as a person's."""
    import multiprocessing

    from listo import __main__ as way_in

    done: list[str] = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["listo", *words])
    monkeypatch.setattr(multiprocessing, "freeze_support", lambda: done.append("worker"))
    monkeypatch.setattr(cli, "main", lambda given: done.append("command") or 0)
    assert way_in.main(["--version"]) == 0
    assert done == expected


def test_a_program_without_a_terminal_has_no_streams_and_says_nothing_to_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert cli.main(["--version"]) == 0
    assert cli.main(["check", "nowhere.xlsx"]) == 2
    for name in ("stdin", "stdout", "stderr"):
        getattr(sys, name).close()


def test_no_program_is_started_that_would_flash_a_console() -> None:
    """Beside the worker, which multiprocessing starts from the program without a console itself."""
    starts = re.compile(r"\bsubprocess\b|\bQProcess\b|\bos\.(system|popen|startfile|spawn|exec)")
    starting = [file.name for file in GUI.rglob("*.py") if starts.search(file.read_text(encoding="utf-8"))]
    assert starting == []


def test_the_old_console_is_shown_no_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    from listo.cli import streams

    class Console(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Console())
    for name in ("WT_SESSION", "ANSICON", "TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(streams, "os", type("Os", (), {"name": "nt", "environ": os.environ}))
    assert not streams.takes_colour()
    monkeypatch.setenv("WT_SESSION", "1")
    assert streams.takes_colour()
