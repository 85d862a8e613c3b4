"""What only one process at a time may hold: the opening of the database, the window, each session.

A lease is a lock that the system keeps on one byte of a file: what the file holds does not matter, and the
lock dies with its process, so that there is never a stale one.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

WINDOW = 0
"""The lease of the window; a session is leased by its number, which begins at 1."""

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""How systems say that another process holds a byte (POSIX leaves the choice; EDEADLK is Windows')."""

_BETWEEN_TRIES = 0.02
"""Seconds between two tries for a lease: nobody feels it, and fifty tries a second cost nothing."""


class Leases:
    """The leases that this process holds on a file; another object for the same file would lose them."""

    def __init__(self, path: Path) -> None:
        """Use that file, made if need be; where it cannot be, there is nobody to share with either."""
        self._file = _opened(path)
        self._held: set[int] = set()

    def take(self, number: int) -> bool:
        """Return whether this process holds that lease from now on, or held it before."""
        if number not in self._held and not _lock(self._file, number):
            return False
        self._held.add(number)
        return True

    def give_back(self, number: int) -> None:
        """Let another process have that lease."""
        if number in self._held:
            self._held.discard(number)
            _unlock(self._file, number)

    def give_back_others(self, number: int | None) -> None:
        """Let other processes have all leases but that one."""
        for other in self._held - {number}:
            self.give_back(other)

    def close(self) -> None:
        """Give back all."""
        if self._file is not None:
            os.close(self._file)
        self._file = None
        self._held.clear()


@contextmanager
def leased(path: Path, patience: float) -> Iterator[None]:
    """Keep other processes out. Raises TimeoutError where one is in for longer than `patience` seconds."""
    leases, end = Leases(path), time.monotonic() + patience
    try:
        while not leases.take(WINDOW):
            if time.monotonic() > end:
                raise TimeoutError(errno.ETIMEDOUT, "held by another process", path.name)
            time.sleep(_BETWEEN_TRIES)
        yield
    finally:
        leases.close()


def _opened(path: Path) -> int | None:
    with suppress(OSError):  # read-only, full, or something that is no file
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int | None, number: int) -> bool:
        if file is None:
            return True
        os.lseek(file, number, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno not in _TAKEN
        return True

    def _unlock(file: int | None, number: int) -> None:
        if file is not None:
            os.lseek(file, number, os.SEEK_SET)
            with suppress(OSError):
                msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: int | None, number: int) -> bool:
        """Return whether the byte is ours now; also where the file's system knows no locks."""
        if file is None:
            return True
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, number)
        except OSError as error:
            return error.errno not in _TAKEN
        return True

    def _unlock(file: int | None, number: int) -> None:
        if file is not None:
            with suppress(OSError):
                fcntl.lockf(file, fcntl.LOCK_UN, 1, number)
