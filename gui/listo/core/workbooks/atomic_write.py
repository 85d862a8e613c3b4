"""A file that takes its place only once it is whole."""

from __future__ import annotations

import os
import platform
import secrets
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from listo.core.errors import InputError
from listo.core.paths import reachable

_HELD = (5, 32)
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION: what Windows says of a file that another program has open."""

_PAUSES_S = (0.05, 0.1, 0.2, 0.4)
"""Seconds: a virus scanner looks at a new file for some tenths; beyond them it is a program such as Excel."""


def write_atomically(
    target: Path, write: Callable[[BinaryIO], object], may_write: Callable[[], None]
) -> Path:
    """Have a file written whole or not at all, and return `target`; a pipe or device takes it as it comes.

    `may_write` is asked before and once more at the end, and raises where something would be lost.
    Raises InputError file-not-writable; and what the two raise. Nothing is left behind then.
    """
    try:
        may_write()
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                write(file)
        else:
            _write_temporary(follow_links(target), write, may_write)
    except OSError as error:
        raise InputError("file-not-writable", file=target.name or str(target)) from error
    return target


def _write_temporary(
    target: Path, write: Callable[[BinaryIO], object], may_write: Callable[[], None]
) -> None:
    with temporary_beside(target) as temporary:
        with temporary.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        may_write()
        put_in_place(temporary, target)
    flush_folder(target.parent)


def put_in_place(temporary: Path, target: Path) -> None:
    """Have a finished file take the place of `target`, also where Windows refuses at first.

    Raises OSError where another program keeps `target` open.
    """
    for pause in _PAUSES_S:
        try:
            temporary.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def follow_links(target: Path) -> Path:
    """Return where a path leads in the end, so that a link stays one when what it leads to is replaced."""
    return Path(os.path.realpath(target))  # Path.resolve raises where links run in a circle


def refuse_overwrite(target: Path, sources: Iterable[Path], *, overwrite: bool = True) -> None:
    """Raise InputError where a file may not be written: `file-is-original`, `file-exists`."""
    try:
        is_there = target.exists()
        is_source = is_there and any(source.exists() and target.samefile(source) for source in sources)
    except OSError as error:
        raise InputError("file-not-writable", file=target.name) from error
    if is_source:
        raise InputError("file-is-original", file=target.name)
    if is_there and not overwrite:
        raise InputError("file-exists", file=target.name)


@contextmanager
def temporary_beside(target: Path) -> Iterator[Path]:
    """Give a name in the folder of `target` for a file that is gone afterwards, unless it was moved away.

    What processes of this machine left there when they were killed goes before.
    """
    target = reachable(target)  # the name is longer than the target's, which may have just the length allowed
    _remove_leftovers(target.parent)
    _, started = _state(os.getpid())
    owner = f"{os.getpid()}-{started}"
    temporary = target.with_name(f"{_prefix()}{owner}-{secrets.token_hex(4)}{target.suffix}")
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _prefix() -> str:
    """Return how the temporary files of this machine are called: a folder may be shared with others."""
    return f".~listo-{zlib.crc32(platform.node().encode()):08x}-"


def _remove_leftovers(folder: Path) -> None:
    start = _prefix()
    with suppress(OSError):  # a folder that cannot be read or cleaned is none of our business here
        for file in folder.glob(f"{start}*"):
            process, _, rest = file.name.removeprefix(start).partition("-")
            if process.isdecimal() and not _is_running(int(process), rest.partition("-")[0]):
                with suppress(OSError):
                    file.unlink()


def _is_running(process: int, started: str) -> bool:
    """Return whether a process may still have its file open; elsewhere the system guards an open file.

    One that started at another time only has its number: Linux gives 32,768 of them again and again. One that
    was killed and is not yet taken note of has no file open any more.
    """
    if os.name != "posix":
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass
    letter, now = _state(process)
    return letter != "Z" and (not started.isdecimal() or not now or int(started) in (0, now))


def _state(process: int) -> tuple[str, int]:
    """Return the letter of a process's state, and when it started in ticks of the system; 0 if unknown.

    Source: Linux, proc_pid_stat(5), fields 3 and 22; the second one, a name in brackets, may hold blanks.
    """
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        return fields[0], int(fields[19])
    except (OSError, ValueError, IndexError):
        return "", 0


def flush_folder(folder: Path) -> None:
    """Have the system put on disk which files a folder holds. Raises OSError."""
    if os.name != "posix":
        return  # elsewhere a folder cannot be opened; the rename is in the file system's own journal
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
