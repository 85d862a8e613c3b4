"""One window for each data folder: a second start hands its files to the first, which comes to the front.

The two talk through a socket file in the person's own folder (a named pipe on Windows), by the module that
the worker's pipe is made with: Qt's own (QtNetwork) needs system libraries that not every desktop has.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from listo.core.storage.database import WINDOW, Leases

if TYPE_CHECKING:  # what talks to other starts is loaded after the first picture of the window
    from multiprocessing.connection import Connection, Listener

_PATIENCE_S = 15.0
"""Seconds after which a first window that does not answer is taken for hung: it starts in 1 to 2 s."""
_ANSWER_S = 5.0
"""Seconds to wait for one answer before it is asked again; the first may just be closing."""
_BETWEEN_TRIES = 0.05
"""Seconds between two tries, too short to be felt."""
_SAID_S = _PATIENCE_S
"""Seconds in which whoever connects must have said what it wants: a start does it at once, if it can."""
_LARGEST = 4_000_000
"""Bytes of a message: 1,000 paths of the greatest length that Linux has, 4,096."""
_LONGEST_ADDRESS = 100
"""Bytes of a socket's path: systems take 103 (macOS) to 107 (Linux)."""
_WAITING = 16
"""Starts that may wait to be heard at once: as many files as one opens by double-click in a row."""
_SHOWN = b"shown"


class SingleInstance(QObject):
    """This start among those on one data folder."""

    came = Signal(object)
    """The files (a tuple of Path) that another start hands over; the window is to come to the front."""

    _arrived = Signal(object, object)

    def __init__(self, database: Path) -> None:
        """Share a window with whoever works on the same database."""
        super().__init__()
        self._leases = Leases(database.with_suffix(".leases"))
        self._folder = database.parent
        self._address, self._is_first = "", False
        self._listener: Listener | None = None
        self._thread: Thread | None = None
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def begin(self, files: Sequence[Path]) -> bool:
        """Return whether this start is to open a window: where not, another one has taken the files.

        A first window that does not answer keeps no second one from opening; each session has its lease.
        """
        end = time.monotonic() + _PATIENCE_S
        while not self._leases.take(WINDOW):
            address = address_for(self._folder)
            if address and hand_over(address, files):
                return False
            if time.monotonic() > end:
                return True
            time.sleep(_BETWEEN_TRIES)
        self._is_first = True
        return True

    def listen(self) -> None:
        """Hear other starts from now on, which wait for it; not where another window hears them."""
        self._address = address_for(self._folder) if self._is_first else ""
        if not self._address:
            return
        from multiprocessing.connection import Listener

        with suppress(OSError):  # then each start opens a window of its own
            _clear(self._address)
            self._listener = Listener(self._address, backlog=_WAITING)
            _keep_private(self._address)
            self._thread = Thread(target=self._hear, args=(self._listener,), name="listo-starts", daemon=True)
            self._thread.start()

    def _hear(self, listener: Listener) -> None:
        """Let other starts in, each heard in a thread of its own: who says nothing holds up no other."""
        while self._listener is not None:
            with suppress(OSError, EOFError):
                Thread(
                    target=self._receive, args=(listener.accept(),), name="listo-start", daemon=True
                ).start()

    def _receive(self, connection: Connection) -> None:
        """Receive what one start says; what is not answered here is for the window's own thread."""
        said = None
        with suppress(OSError, EOFError):
            said = connection.recv_bytes(_LARGEST) if connection.poll(_SAID_S) else None
        if said is None:
            connection.close()
        else:
            self._arrived.emit(connection, said)

    @Slot(object, object)
    def _on_arrived(self, connection: Connection, said: bytes) -> None:
        """Answer that the files are taken, while there is a window that can; only then take them."""
        files = _files_in(said)
        with connection, suppress(OSError):
            if self._listener is not None and files is not None:
                connection.send_bytes(_SHOWN)
                self.came.emit(files)

    def close(self) -> None:
        """Hear no more, and let the next start have a window of its own."""
        listener, self._listener = self._listener, None
        if listener is not None and self._thread is not None:
            with suppress(OSError, EOFError):
                from multiprocessing.connection import Client

                Client(self._address).close()  # wakes the thread
            self._thread.join(_ANSWER_S)
            listener.close()
        self._leases.close()


def hand_over(address: str, files: Sequence[Path]) -> bool:
    """Return whether the window that listens there took the files."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    from multiprocessing.connection import Client

    said = json.dumps({"files": [str(file.absolute()) for file in files], "token": token})
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # else the first one's button only blinks
    with suppress(OSError, EOFError), Client(address) as connection:
        connection.send_bytes(said.encode("ascii"))
        return connection.poll(_ANSWER_S) and connection.recv_bytes(len(_SHOWN)) == _SHOWN
    return False


def address_for(folder: Path) -> str:
    """Return where the window for that data folder listens; empty where there is no place for it."""
    if sys.platform == "win32":
        return rf"\\.\pipe\listo-{_short_name(folder)}"
    place = str(folder.absolute() / "window.socket")
    runtime = os.environ.get("XDG_RUNTIME_DIR")  # short, and the person's own, as the data folder is
    if not _is_address(place) and runtime:
        place = f"{runtime}/listo-{_short_name(folder)}"
    return place if _is_address(place) else ""


def _is_address(place: str) -> bool:
    return len(os.fsencode(place)) <= _LONGEST_ADDRESS


def _short_name(folder: Path) -> str:
    from hashlib import sha256  # only now: with it comes OpenSSL, 2.5 MB

    return sha256(os.fsencode(folder.absolute())).hexdigest()[:16]


def _clear(address: str) -> None:
    """Take away the socket file of a window that was killed: whoever has the lease is alone with it."""
    if sys.platform != "win32":
        Path(address).unlink(missing_ok=True)


def _keep_private(address: str) -> None:
    """Let nobody else talk to this window: a pipe of Windows is closed to others by itself."""
    if sys.platform != "win32":
        Path(address).chmod(0o600)


def _files_in(said: bytes) -> tuple[Path, ...] | None:
    """Return the files that another start names, and take over its right to come to the front."""
    try:
        message = json.loads(said)
        files, token = message["files"], message["token"]
        if not all(isinstance(text, str) for text in (token, *files)):
            return None
    except (ValueError, TypeError, KeyError):
        return None
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt reads it when the window is activated
    return tuple(map(Path, files))
