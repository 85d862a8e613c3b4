"""The process beside the window, as its client holds it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from threading import Thread

from listo.core.worker.messages import Cancel, Finish, Request
from listo.core.worker.process import OpenJobs, serve

LEAVING_S = 0.5
"""Seconds that a process may take to go once its pipe is closed, before it is killed: 0.2 are usual."""


class WorkerProcess:
    """A spawned process, the pipe to it, and the thread that listens to it.

    `deliver` is called in that thread with this worker's number and a pickled answer, at last with None.
    """

    def __init__(
        self, number: int, deliver: Callable[[int, bytes | None], None], open_jobs: OpenJobs
    ) -> None:
        self.number = number
        self.exit_status: int | None = None
        self._deliver = deliver
        self._heard = 0.0
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        with theirs:  # closed here, so that the pipe breaks when the process ends
            self._process = context.Process(
                target=serve, args=(theirs, open_jobs), name="listo-worker", daemon=True
            )
            self._process.start()
        self._listener = Thread(target=self._listen, name="listo-listener", daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        # Bytes are passed on as they are: unpickling makes objects, and a garbage collection that
        # starts in this thread could free Qt's.
        with suppress(EOFError, OSError):
            while True:
                message = self._connection.recv_bytes()
                self._heard = time.monotonic()
                self._deliver(self.number, message)
        # The pipe breaks a moment before the process is gone; the window's thread is not to wait for that.
        wait([self._process.sentinel], LEAVING_S)
        self._deliver(self.number, None)

    def send(self, message: Request | Cancel | Finish) -> None:
        """Send a message; where the process is gone, its end is what arrives."""
        with suppress(OSError):
            self._connection.send(message)

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def end(self, patience: float) -> None:
        """Let the process end by itself, then leave nothing behind.

        It is ended by force once it has said nothing for `patience` seconds.
        """
        asked = time.monotonic()
        while (left := max(asked, self._heard) + patience - time.monotonic()) > 0:
            self._process.join(left)
            if self._process.exitcode is not None:
                break
        self._process.kill()
        self._listener.join()
        self._process.join()
        self.exit_status = self._process.exitcode
        self._connection.close()
        self._process.close()
