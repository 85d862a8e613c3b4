"""Where the person's data lives on this machine, for that person alone."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal


def data_folder() -> Path:
    """Return the folder for sessions and settings, made if need be; `LISTO_HOME` moves it."""
    return _made(_home("") or _of_system("data"))


def log_folder() -> Path:
    """Return the folder for the log, made if need be; `LISTO_HOME` moves it."""
    return _made(_home("log") or _of_system("log"))


def _of_system(kind: Literal["data", "log"]) -> Path:
    import platformdirs  # 5 ms, which a command that keeps nothing need not wait for

    ask = platformdirs.user_data_dir if kind == "data" else platformdirs.user_log_dir
    return Path(ask("Listo", appauthor=False))


def _home(part: str) -> Path | None:
    home = os.environ.get("LISTO_HOME")
    return expanded(Path(home)) / part if home else None


def expanded(path: Path) -> Path:
    """Return a path with `~` as the home folder; as it is where it names somebody whom nobody knows."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


_SHORT = 200
"""Letters: up to here Windows takes a path and the names that we put in its folder, of 260 letters in all.

Source: Microsoft, "Maximum Path Length Limitation".
"""


def reachable(path: Path) -> Path:
    """Return a path as Windows takes it however long it is; elsewhere as it is."""
    return Path(marked_if_long(os.path.abspath(path))) if sys.platform == "win32" else path  # noqa: PTH100


def marked_if_long(absolute: str) -> str:
    """Return a path of Windows with the mark that lifts the limit on its length, where it comes near it."""
    if len(absolute) <= _SHORT or absolute.startswith("\\\\?\\"):
        return absolute
    is_share = absolute.startswith("\\\\")
    return "\\\\?\\UNC" + absolute[1:] if is_share else "\\\\?\\" + absolute


def is_there(path: Path) -> bool:
    """Return whether a path leads somewhere; no where its drive does not answer: Path.exists raises then."""
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: Path) -> bool:
    """Return whether a path leads to a folder; no where its drive does not answer."""
    return os.path.isdir(path)  # noqa: PTH112


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_shared(folder):
        keep_private(folder)
    return folder


def _is_shared(folder: Path) -> bool:
    """Return whether more than Listo lives there: one's home, a temporary folder, the top of a disk."""
    return folder in (Path.home(), folder.parent) or bool(folder.stat().st_mode & stat.S_ISVTX)


def keep_private(place: Path) -> None:
    """Let only the person read and write a file or folder, also one that was there before.

    On Windows what lies in one's own profile is private by itself.
    """
    if sys.platform != "win32":
        with suppress(OSError):  # not ours, or on a disk that knows no such rights
            mode = stat.S_IMODE(place.stat().st_mode)
            if mode & 0o077:
                place.chmod(mode & 0o700)


def private_opener(name: str, flags: int) -> int:
    """Open a file as `open` does, made so that only the person can read it."""
    return os.open(name, flags, 0o600)


def move_home_to_temporary() -> Path | None:
    """Have everything kept in a temporary folder of the person's own for this run, and its processes.

    None where there is no room for one either.
    """
    import tempfile  # which loads much, for what hardly ever comes

    for parent in (None, os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm"):
        with suppress(OSError):
            folder = tempfile.mkdtemp(prefix="listo-", dir=parent)
            os.environ["LISTO_HOME"] = folder
            return Path(folder)
    return None
