"""The one way to do anything in the background: jobs run by a process beside the window."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from itertools import count
from threading import Thread
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from listo.core.errors import InputError
from listo.core.worker.protocol import (
    Cancel,
    Cancelled,
    CrashError,
    Failed,
    Finish,
    JobFacts,
    Progress,
    Progressed,
    Reply,
    Request,
    Succeeded,
    facts_of,
)

if TYPE_CHECKING:  # what makes a process is loaded after the first picture of the window
    from listo.core.worker.process import OpenJobs
    from listo.core.worker.results import Overview

LEAVING_S = 0.5
"""Seconds that a process may take to go once its pipe is closed, before it is killed: 0.2 are usual."""

_PATIENCE_MS = 3000
"""How long a job may take to stop when asked, or a process to end, before the process is ended by force.

Chosen: whoever asks to stop waits no longer. Nothing is lost with the process; the session is opened again.
"""

_KEEPING_S = 600.0
"""Seconds for which a process that still has something to keep may say nothing before it is taken for hung.

The longest silence of a job that is kept was 13 s: saving 100,000 rows on two cores that eight others used.
"""

P = ParamSpec("P")
R = TypeVar("R")
J = TypeVar("J")


@contextmanager
def _without_tracker() -> Iterator[None]:
    """Have no third process of 6 MB begun, which takes away semaphores and shared memory that a crash leaves.

    There are none of them here. A process that was spawned knows the tracker by an open file alone, and is
    given one that leads nowhere. Source: multiprocessing.spawn.spawn_main.
    """
    from multiprocessing import resource_tracker

    tracker: Any = resource_tracker._resource_tracker
    if tracker._fd is not None:
        yield
        return
    nowhere = tracker._fd = os.open(os.devnull, os.O_WRONLY)
    try:
        yield
    finally:
        if tracker._fd == nowhere:
            tracker._fd = None
            os.close(nowhere)


class WorkerProcess:
    """A spawned process, the pipe to it, and the thread that listens to it.

    `deliver` is called in that thread with this worker's number and a pickled answer, at last with None.
    """

    def __init__(
        self, number: int, deliver: Callable[[int, bytes | None], None], open_jobs: OpenJobs
    ) -> None:
        from multiprocessing import get_context

        from listo.core.worker.process import serve

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
            with nullcontext() if sys.platform == "win32" else _without_tracker():
                self._process.start()
        self._listener = Thread(target=self._listen, name="listo-listener", daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        from multiprocessing.connection import wait

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


class Task(QObject, Generic[R]):
    """One job under way. Exactly one of succeeded, failed and cancelled is emitted, then ended."""

    progressed = Signal(str, int, int)
    """Stage, what is done, what there is in all (0: unknown)."""
    counted = Signal(object)
    """The SkuCounts that the job leads to, before it ends."""
    succeeded = Signal(object)
    """What the job returned; `on_success` knows its type."""
    failed = Signal(object)
    """An InputError (say it in one sentence) or a CrashError (our fault)."""
    cancelled = Signal()
    """It was stopped, and everything is as it was."""
    ended = Signal()

    def __init__(
        self, parent: QObject, request: Request, facts: JobFacts, cancel: Callable[[Task[Any]], None]
    ) -> None:
        super().__init__(parent)
        self._cancel: Callable[[Task[Any]], None] | None = cancel
        self.request, self.facts = request, facts

    def on_success(self, use: Callable[[R], object]) -> Task[R]:
        """Have what the job returns used so."""
        self.succeeded.connect(use)
        return self

    def on_failure(self, use: Callable[[InputError | CrashError], object]) -> Task[R]:
        """Have done this where the job fails."""
        self.failed.connect(use)
        return self

    def on_progress(self, use: Callable[[str, int, int], object]) -> Task[R]:
        """Have it told how far the job is: stage, what is done, what there is in all."""
        self.progressed.connect(use)
        return self

    def cancel(self) -> None:
        """Ask to stop; nothing happens where the task has ended already."""
        if self._cancel:
            self._cancel(self)

    def end(self, answer: Succeeded | Failed | Cancelled) -> None:
        """Say how it ended, once; the client calls this."""
        self._cancel = None
        match answer:
            case Succeeded(value=value):
                self.succeeded.emit(value)
            case Failed(error=error):
                self.failed.emit(error)
            case Cancelled():
                self.cancelled.emit()
        self.ended.emit()
        self.deleteLater()


class WorkerClient(QObject, Generic[J]):
    """Has the jobs of a class done one at a time, in order, in one process that is started when first needed.

    `open_jobs` makes the object whose methods they are: the class itself, unless a test says otherwise; it is
    sent to the process. Where the process dies, or must be ended because a job does not heed a cancel, the
    next job gets a new one, in which the session that was open is opened again first, by the job `resume`.
    """

    resumed = Signal(object)
    """The Overview of the session that was opened again in a new process."""

    _arrived = Signal(int, object)
    _due = Signal()

    def __init__(
        self,
        open_jobs: Callable[[], J],
        parent: QObject | None = None,
        *,
        resume: Callable[[J, Progress, int], Overview] | None = None,
        patience_ms: int = _PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._open_jobs, self._resume = open_jobs, resume
        self._numbers = count(1)
        self._queue: deque[Task[Any]] = deque()
        self._running: Task[Any] | None = None
        self._resuming: Task[Any] | None = None
        self._cancelling = False
        self._worker: WorkerProcess | None = None
        self._session: int | None = None
        self._lost_session: int | None = None
        self._closed = False
        self._deadline = QTimer(self, singleShot=True, interval=patience_ms)
        self._deadline.timeout.connect(self._on_deadline)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._due.connect(self._on_due, Qt.ConnectionType.QueuedConnection)

    def warm_up(self) -> None:
        """Start the process now, so that the first job need not wait for it."""
        if not self._closed:
            self._start_process()

    def _start_process(self) -> WorkerProcess:
        if self._worker is None:
            self._worker = WorkerProcess(next(self._numbers), self._arrived.emit, self._open_jobs)
        return self._worker

    def start(
        self, job: Callable[Concatenate[J, Progress, P], R], /, *arguments: P.args, **named: P.kwargs
    ) -> Task[R]:
        """Queue a job: a method of the class, with its arguments. Say then what its answer is for."""
        if self._closed:
            raise RuntimeError("the client is closed")
        task: Task[R] = self._task(job, *arguments, **named)
        self._queue.append(task)
        self._due.emit()  # queued, so that whoever asked can connect first
        return task

    def _task(self, job: Callable[..., R], /, *arguments: object, **named: object) -> Task[R]:
        """Return the task of a job; of the job itself only the name goes to the process."""
        request = Request(next(self._numbers), job.__name__, named, arguments)
        return Task(self, request, facts_of(job), self.cancel)

    def cancel(self, task: Task[Any]) -> None:
        """Stop a task: at once where it waits; where it runs, when the job next reports progress."""
        if task in self._queue:
            self._queue.remove(task)
            task.end(Cancelled(task.request.number))
        elif task is self._running and self._worker and not self._cancelling:
            self._cancelling = True
            self._worker.send(Cancel(task.request.number))
            self._deadline.start()

    # ---------------------------------------------------------------- the end

    def close(self) -> None:
        """End the process and its listener, once it has kept what the person changed.

        Jobs that are kept are done first, those that wait too, however long they take; all else that runs or
        waits is cancelled. No task hears of it: each is told that it was cancelled.
        """
        self._closed = True
        self._deadline.stop()
        self._end_process()
        unfinished = [self._running] if self._running else []
        unfinished += self._queue
        self._running = None
        self._queue.clear()
        for task in unfinished:
            task.end(Cancelled(task.request.number))

    def retire(self) -> None:
        """Take no more jobs and let the process end by itself, without waiting for it as `close` does."""
        self._closed = True
        if self._worker:
            self._worker.send(Finish())
            self._deadline.start()

    def _end_process(self) -> None:
        last = self._last_tasks()
        try:
            worker = self._start_process() if last else self._worker
        except OSError:  # the system starts no more processes
            return
        if worker is None:
            return
        running = self._running
        keeps = bool(last) or (running is not None and running.facts.kept)
        if running and not running.facts.kept and not (last and running is self._resuming):
            worker.send(Cancel(running.request.number))
        for task in last:
            worker.send(task.request)
        worker.send(Finish())
        worker.end(_KEEPING_S if keeps else self._deadline.interval() / 1000)
        self._worker = None

    def _last_tasks(self) -> list[Task[Any]]:
        """Return what must not be lost of what waits, after what opens the session that it is about."""
        kept = [task for task in self._queue if task.facts.kept]
        lost = self._lost_session
        if lost is not None and self._resuming is None and any(task.facts.needs_session for task in kept):
            return [self._resume_task(lost), *kept]
        return kept

    # ---------------------------------------------------------------- from job to job

    @Slot()
    def _on_due(self) -> None:
        """Give the process its next job, if it is idle and there is one."""
        if self._running or not self._queue or self._closed:
            return
        try:
            self._start_process()
        except OSError as error:  # the system starts no more processes
            waiting = self._queue.popleft()
            self._due.emit()
            waiting.end(Failed(waiting.request.number, CrashError("died", str(error))))
            return
        if self._lost_session is not None and self._queue[0].facts.needs_session:
            self._resuming = self._resume_task(self._lost_session)
            self._run(self._resuming)
        else:
            self._run(self._queue.popleft())

    def _run(self, task: Task[Any]) -> None:
        assert self._worker
        self._running = task
        self._worker.send(task.request)
        if not task.facts.quiet:  # what it is answered with takes 30 ms and 1.7 MB to load: while it is done
            import listo.core.worker.results  # noqa: F401

    def _resume_task(self, session: int) -> Task[Overview]:
        """Return the task that opens the lost session again, on behalf of the first that waits."""
        assert self._resume  # an Overview came, so that there are sessions
        task = self._task(self._resume, session)
        task.progressed.connect(self._on_resuming)
        task.succeeded.connect(self.resumed)
        task.failed.connect(self._on_not_resumed)
        return task

    @Slot(str, int, int)
    def _on_resuming(self, stage: str, done: int, total: int) -> None:
        if self._queue:
            self._queue[0].progressed.emit(stage, done, total)

    @Slot(object)
    def _on_not_resumed(self, error: object) -> None:
        """Fail the job that waited for the session; the next one starts afresh."""
        if self._queue and isinstance(error, InputError | CrashError):
            self._session = self._lost_session = None
            waiting = self._queue.popleft()
            waiting.end(Failed(waiting.request.number, error))

    @Slot(int, object)
    def _on_arrived(self, worker: int, message: bytes | None) -> None:
        if self._worker is None or self._worker.number != worker:
            return  # from one that was closed
        import pickle

        if message is None:
            self._on_died(self._worker)
        else:
            self._on_answer(pickle.loads(message))

    def _on_answer(self, answer: Reply) -> None:
        task = self._running
        if task is None or answer.number != task.request.number:
            return
        if isinstance(answer, Progressed):
            if answer.counts is None:
                task.progressed.emit(answer.stage, answer.done, answer.total)
            else:
                task.counted.emit(answer.counts)
            return
        if isinstance(answer, Succeeded) and answer.value is not None:
            from listo.core.worker.results import Overview

            if isinstance(answer.value, Overview):
                self._session, self._lost_session = answer.value.session, None
        self._finish(task, answer)

    def _on_died(self, worker: WorkerProcess) -> None:
        worker.end(LEAVING_S)
        self._worker = None
        self._deadline.stop()
        self._lost_session = self._session
        task = self._running
        if task is not None and self._cancelling:
            self._finish(task, Cancelled(task.request.number))
        elif task is not None:
            error = CrashError("died", f"{task.request.job}: exit status {worker.exit_status}")
            self._finish(task, Failed(task.request.number, error))

    def _finish(self, task: Task[Any], answer: Succeeded | Failed | Cancelled) -> None:
        self._running = self._resuming = None
        self._cancelling = False
        self._deadline.stop()
        self._due.emit()
        task.end(answer)

    @Slot()
    def _on_deadline(self) -> None:
        if self._worker:
            self._worker.kill()  # its end arrives like any other
