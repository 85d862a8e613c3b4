"""The process beside the window: it holds the open sheet, runs one job after the other, and keeps a log."""

from __future__ import annotations

import logging
import os
import pickle
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from listo.core import paths
from listo.core.errors import CancelledError, InputError
from listo.core.gc_pause import gc_paused, heap_frozen_afterwards
from listo.core.worker.protocol import (
    Cancel,
    Cancelled,
    CrashError,
    Failed,
    Finish,
    JobFacts,
    Progressed,
    Request,
    Succeeded,
    facts_of,
)

if TYPE_CHECKING:
    from listo.core.worker.results import SkuCounts

_log = logging.getLogger(__name__)

_LOG_BYTES = 500_000
"""Half the window's log: a job that fails says so in twenty lines."""
_BETWEEN_REPORTS = 0.05
"""Seconds: a bar that moves more often than twenty times a second looks no smoother."""
_BETWEEN_LOOKS = 0.01
"""Seconds between two looks whether the person asked to stop: sooner than is felt, and a look takes 2 µs."""

_MOST_MEMORY = 4 << 30
"""Bytes that this process may set aside: four times what a file may unpack to, half of a usual machine."""

OpenJobs = Callable[[], Any]
"""Makes the object whose methods marked with `job` are the jobs; it is sent to the process."""


def serve(connection: Connection, open_jobs: OpenJobs) -> None:
    """Run the jobs that come over the connection until the other end says stop or is gone.

    This is what the spawned process runs.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window to answer
    with suppress(OSError, ValueError):  # where the system sets no such bound, those of the readers hold
        bound_memory(_MOST_MEMORY)
    _keep_log()
    with connection:
        _Worker(connection, open_jobs).run()


def _keep_log() -> None:
    """Write what goes wrong to a file of this process's own: two processes cannot share one that rotates."""
    with suppress(OSError):  # no log is no reason not to work
        logging.getLogger().addHandler(log_handler("worker.log", _LOG_BYTES))


def log_handler(name: str, most_bytes: int) -> logging.Handler:
    """Return what writes to the log of that name; one older log is kept. Raises OSError.

    It says what went wrong and where, and no cell: what an error says may hold one.
    """
    handler = _PrivateLog(
        paths.log_folder() / name, maxBytes=most_bytes, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(_DiscreetFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


class _PrivateLog(RotatingFileHandler):
    """A log that only the person can read."""

    def _open(self) -> TextIOWrapper:
        with suppress(FileExistsError):
            os.close(paths.private_opener(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        paths.keep_private(Path(self.baseFilename))
        return super()._open()


class _DiscreetFormatter(logging.Formatter):
    """Tells of an exception what kind it was and where it came from, and not its words."""

    def formatException(  # noqa: N802 - logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        return "".join(_told(ei[1])).rstrip()


def _told(error: BaseException | None) -> Iterator[str]:
    """Yield the lines on an exception, after those on the one that led to it."""
    if error is not None:
        yield from _told(error.__cause__ or (None if error.__suppress_context__ else error.__context__))
        yield from traceback.format_list(traceback.extract_tb(error.__traceback__))
        yield f"{type(error).__module__}.{type(error).__qualname__}\n"


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
    _LIMITS_A_PROCESS = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY

    class _BasicLimits(ctypes.Structure):
        """Source: Microsoft, "JOBOBJECT_BASIC_LIMIT_INFORMATION"."""

        _fields_ = (
            ("per_process_user_time", ctypes.c_int64),
            ("per_job_user_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("minimum_working_set", ctypes.c_size_t),
            ("maximum_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority_class", wintypes.DWORD),
            ("scheduling_class", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        """Source: Microsoft, "JOBOBJECT_EXTENDED_LIMIT_INFORMATION"."""

        _fields_ = (
            ("basic", _BasicLimits),
            ("io_counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    def bound_memory(most: int) -> None:
        """Have the system refuse this process memory beyond so many bytes, by a job object. Raises OSError.

        The bound holds as long as the process is in the job, though the handle is closed. Source: Microsoft,
        "SetInformationJobObject" and "AssignProcessToJobObject".
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        handle, pointer = wintypes.HANDLE, ctypes.c_void_p
        kernel.CreateJobObjectW.argtypes = (pointer, wintypes.LPCWSTR)
        kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, pointer, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (handle, handle)
        kernel.CloseHandle.argtypes = (handle,)
        limits = _ExtendedLimits()
        limits.basic.flags = _LIMITS_A_PROCESS
        limits.process_memory = min(most, ctypes.c_size_t(-1).value)
        made = kernel.CreateJobObjectW(None, None)
        try:
            if not (
                made
                and kernel.SetInformationJobObject(
                    made, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
                )
                and kernel.AssignProcessToJobObject(made, kernel.GetCurrentProcess())
            ):
                raise ctypes.WinError(ctypes.get_last_error())
        finally:
            if made:
                kernel.CloseHandle(made)

else:

    def bound_memory(most: int) -> None:
        """Have the system refuse this process addresses beyond so many bytes. Raises OSError, ValueError."""
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (bound, hard))


class _Worker:
    """One end of the pipe: receives requests and cancels, sends progress and answers."""

    def __init__(self, connection: Connection, open_jobs: OpenJobs) -> None:
        self._connection = connection
        self._open_jobs = open_jobs
        self._jobs: Any = None
        self._facts = JobFacts()
        self._waiting: deque[object] = deque()
        self._stopping = False

    def run(self) -> None:
        while self._waiting or not self._stopping:
            message = self._waiting.popleft() if self._waiting else self._receive()
            if isinstance(message, Finish):
                break
            if isinstance(message, Request):
                self._send(self._answer(message))
        if self._jobs is not None:
            self._jobs.close()

    def _receive(self) -> object:
        """Return the next message; None once the window is gone, however it went."""
        try:
            return self._connection.recv()
        except (EOFError, OSError):
            self._stopping = True
            return None

    def _send(self, pickled: bytes) -> None:
        try:
            self._connection.send_bytes(pickled)
        except OSError:
            self._stopping = True

    def _answer(self, request: Request) -> bytes:
        """Return the pickled end of the request, whatever happens."""
        try:
            return pickle.dumps(Succeeded(request.number, self._run(request)))
        except InputError as error:
            return pickle.dumps(Failed(request.number, error))
        except CancelledError:
            return pickle.dumps(Cancelled(request.number))
        except BaseException:  # noqa: BLE001 - the last line: a library in Rust panics with one of its own
            _log.exception("The job %s raised what it should not have", request.job)
            return pickle.dumps(Failed(request.number, CrashError("raised", traceback.format_exc())))

    def _run(self, request: Request) -> object:
        if self._jobs is None:
            self._jobs = self._open_jobs()
        self._facts = facts_of(getattr(self._jobs, request.job))
        job, reporter = getattr(self._jobs, request.job), _Reporter(request.number, self)
        with heap_frozen_afterwards() if self._facts.makes_sheet else gc_paused(ages=False):
            return job(reporter, *request.arguments, **request.named)

    def cancel_came(self, number: int) -> bool:
        """Return whether the person asked to stop that request, or the window is gone; never waits.

        What must be kept is done to its end though the window is gone.
        """
        while not self._stopping and self._something_came():
            message = self._receive()
            if isinstance(message, Cancel) and message.number == number:
                return True
            if isinstance(message, Request | Finish):
                self._waiting.append(message)
        return self._stopping and not self._facts.kept

    def _something_came(self) -> bool:
        try:
            return self._connection.poll()
        except OSError:
            self._stopping = True
            return False

    def tell(self, progress: Progressed) -> None:
        """Send how far a request is."""
        self._send(pickle.dumps(progress))


class _Reporter:
    """Passes a job's progress on, often enough to be seen and seldom enough to cost nothing."""

    def __init__(self, number: int, worker: _Worker) -> None:
        self._number = number
        self._worker = worker
        self._stage = ""
        self._looked = self._reported = 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say how far the job is; raises CancelledError when it should stop."""
        now = time.monotonic()
        if now - self._looked >= _BETWEEN_LOOKS:
            self._looked = now
            if self._worker.cancel_came(self._number):
                raise CancelledError
        if stage != self._stage or now - self._reported >= _BETWEEN_REPORTS:
            self._stage, self._reported = stage, now
            self._worker.tell(Progressed(self._number, stage, done, total))

    def tell_counts(self, counts: SkuCounts) -> None:
        """Tell what becomes of the SKUs by the job; it may still fail."""
        self._worker.tell(Progressed(self._number, self._stage, 0, 0, counts))
