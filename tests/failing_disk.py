"""A disk under SQLite that fails, or is cut off, at one chosen write: every crash point by enumeration.

SQLite writes through a table of functions, a VFS. This one hands everything on to the usual one, counts what
changes a file (writes, cuts, syncs), and at the one that was chosen refuses, or has the folder copied as it
is just then, which is what a kill would leave of it.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

FULL, IO_WRITE = sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE
"""What SQLite makes of ENOSPC, and of EIO."""

_P, _I, _L = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, version 3."""

    _fields_ = (
        ("iVersion", _I),
        *((name, _P) for name in ("xClose", "xRead")),
        ("xWrite", ctypes.CFUNCTYPE(_I, _P, _P, _I, _L)),
        ("xTruncate", ctypes.CFUNCTYPE(_I, _P, _L)),
        ("xSync", ctypes.CFUNCTYPE(_I, _P, _I)),
        *((f"other{number}", _P) for number in range(13)),
    )


class _File(ctypes.Structure):
    _fields_ = (("pMethods", ctypes.POINTER(_Methods)),)


# A name is passed on where it lies, not as bytes: SQLite keeps that place.
_Open = ctypes.CFUNCTYPE(_I, _P, _P, ctypes.POINTER(_File), _I, ctypes.POINTER(_I))


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, version 3."""

    _fields_ = (
        *((name, _I) for name in ("iVersion", "szOsFile", "mxPathname")),
        ("pNext", _P),
        ("zName", ctypes.c_char_p),
        ("pAppData", _P),
        ("xOpen", _Open),
        *((f"other{number}", _P) for number in range(17)),
    )


class FailingDisk:
    """The disk; from write `at` (from 1) on it fails with `code`, None: never. `count` is how many came."""

    def __init__(self) -> None:
        self.count, self.code = 0, FULL
        self.at: int | None = None
        self.on_write: Callable[[int], object] | None = None
        self._kept: list[object] = []  # what SQLite points to must not be collected
        self._tables: dict[int, _Methods] = {}

    def fails(self) -> bool:
        """Take note of a write that is about to be made, and return whether it is to fail."""
        self.count += 1
        if self.on_write is not None:
            self.on_write(self.count)
        return self.at is not None and self.count >= self.at

    def methods(self, usual: ctypes._Pointer[_Methods]) -> _Methods:
        """Return the functions of a file with ours in the place of those that change it."""
        key = ctypes.addressof(usual.contents)
        if key not in self._tables:
            made = _Methods.from_buffer_copy(usual.contents)
            for name in ("xWrite", "xTruncate", "xSync"):
                kind = type(getattr(made, name))
                setattr(made, name, self._watched(kind, getattr(usual.contents, name)))
            self._tables[key] = made
        return self._tables[key]

    def _watched(self, kind: type, usual: Callable[..., int]) -> Callable[..., int]:
        made = kind(lambda *given: self.code if self.fails() else usual(*given))
        self._kept += [made, usual]
        return made

    def opened(self, usual: Callable[..., int]) -> Callable[..., int]:
        """Return what opens a file as usual and gives it our functions."""

        def open_file(vfs: object, name: object, file: object, flags: int, out: object) -> int:
            status: int = usual(vfs, name, file, flags, out)
            if status == sqlite3.SQLITE_OK and file.contents.pMethods:
                file.contents.pMethods = ctypes.pointer(self.methods(file.contents.pMethods))
            return status

        return open_file


def library() -> ctypes.CDLL | None:
    """Return the SQLite that Python uses, None where it is built into Python and cannot be reached."""
    import _sqlite3

    for place in (getattr(_sqlite3, "__file__", None), ctypes.util.find_library("sqlite3")):
        try:
            found = ctypes.CDLL(place)
            found.sqlite3_libversion.restype = ctypes.c_char_p
            found.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        except (OSError, AttributeError, TypeError):
            continue
        if found.sqlite3_libversion().decode() == sqlite3.sqlite_version:
            return found
    return None


@contextmanager
def failing_disk(sqlite: ctypes.CDLL) -> Iterator[FailingDisk]:
    """Have every database that is opened from now on lie on such a disk."""
    disk, usual = FailingDisk(), sqlite.sqlite3_vfs_find(None)
    ours = _Vfs.from_buffer_copy(usual.contents)
    ours.zName, ours.pNext = b"failing", None
    usual_open = usual.contents.xOpen
    ours.xOpen = _Open(disk.opened(usual_open))
    sqlite.sqlite3_vfs_register(ctypes.byref(ours), 1)
    try:
        yield disk
    finally:
        sqlite.sqlite3_vfs_unregister(ctypes.byref(ours))
        sqlite.sqlite3_vfs_register(usual, 1)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return what a kill would leave: all but what SQLite shares between processes."""
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.is_file() and not file.name.endswith("-shm")
    }
