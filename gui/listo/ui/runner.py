"""The one way to do anything in the background: jobs run by a process beside the window."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Mapping
from itertools import count

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from listo.core.errors import InputError
from listo.core.worker.model import CrashError, Overview
from listo.core.worker.protocol import (
    Answer,
    Cancel,
    Cancelled,
    Failed,
    Finish,
    Progressed,
    Request,
    Succeeded,
)
from listo.core.worker.worker import OpenWorkspace
from listo.ui.worker_process import LEAVING_S, WorkerProcess

_PATIENCE_MS = 3000
"""How long a job may take to stop when asked, or a process to end, before the process is ended by force."""

_NEED_NO_SESSION = (
    "resume",
    "sample",
    "recent",
    "forget",
    "tell",
    "decisions",
    "edit_decision",
    "forget_decision",
)
"""Jobs that start afresh or only look at stored work: no session has to be open before them."""

_KEPT_ON_CLOSING = frozenset(
    [
        "apply",
        "apply_alike",
        "apply_suggestions",
        "apply_chosen",
        "apply_safe",
        "replace",
        "revert",
        "delete_rows",
        "insert_row",
        "leave",
        "leave_kind",
        "leave_chosen",
        "take_up",
        "undo",
        "redo",
        "edit_decision",
        "forget_decision",
        "go",
        "look_at",
        "tick",
    ]
)
"""Jobs by which the person changed the work or where they are: done also where the window closes at once."""


class Task(QObject):
    """One job under way. Exactly one of succeeded, failed and cancelled is emitted, then ended."""

    progressed = Signal(str, int, int)
    """Stage, what is done, what there is in all (0: unknown)."""
    succeeded = Signal(object)
    """What the job returned."""
    failed = Signal(object)
    """An InputError (say it in one sentence) or a CrashError (our fault)."""
    cancelled = Signal()
    """It was stopped, and everything is as it was."""
    ended = Signal()

    def __init__(self, runner: Runner, number: int, job: str, arguments: Mapping[str, object]) -> None:
        super().__init__(runner)
        self._cancel: Callable[[Task], None] | None = runner.cancel
        self.request = Request(number, job, arguments)

    def cancel(self) -> None:
        """Ask to stop; nothing happens where the task has ended already."""
        if self._cancel:
            self._cancel(self)

    def end(self, answer: Succeeded | Failed | Cancelled) -> None:
        """Say how it ended, once; the runner calls this."""
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


class Runner(QObject):
    """Runs jobs one at a time, in order, in one process that is started when first needed.

    Where the process dies, or must be ended because a job does not heed a cancel, the next job gets a
    new one, in which the session that was open is resumed first.
    """

    resumed = Signal(object)
    """The Overview of the session that was opened again in a new process."""

    _arrived = Signal(int, object)
    _due = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        open_workspace: OpenWorkspace | None = None,
        patience_ms: int = _PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._open_workspace = open_workspace
        self._numbers = count(1)
        self._queue: deque[Task] = deque()
        self._running: Task | None = None
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
        if self._worker is None and not self._closed:
            self._worker = WorkerProcess(next(self._numbers), self._arrived.emit, self._open_workspace)

    def start(self, job: str, /, **arguments: object) -> Task:
        """Queue a job: the name of one of the worker's jobs and its arguments. Connect to what it returns."""
        if self._closed:
            raise RuntimeError("the runner is closed")
        task = Task(self, next(self._numbers), job, arguments)
        self._queue.append(task)
        self._due.emit()  # queued, so that whoever asked can connect first
        return task

    def cancel(self, task: Task) -> None:
        """Stop a task: at once where it waits; where it runs, when the job next reports progress."""
        if task in self._queue:
            self._queue.remove(task)
            task.end(Cancelled(task.request.number))
        elif task is self._running and self._worker and not self._cancelling:
            self._cancelling = True
            self._worker.send(Cancel(task.request.number))
            self._deadline.start()

    def close(self) -> None:
        """End the process and its listener.

        What the person changed a moment ago is still kept, in the time that a cancel may take; all else that
        runs or waits is cancelled.
        """
        self._closed = True
        self._deadline.stop()
        if self._worker:
            self._say_the_last(self._worker)
            self._worker.end(self._deadline.interval() / 1000)
            self._worker = None
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

    def _say_the_last(self, worker: WorkerProcess) -> None:
        """Send the jobs that must not be lost, unless the process lost the session that they are about."""
        if self._running and self._running.request.job not in _KEPT_ON_CLOSING:
            worker.send(Cancel(self._running.request.number))
        if self._lost_session is None:
            for task in self._queue:
                if task.request.job in _KEPT_ON_CLOSING:
                    worker.send(task.request)
        worker.send(Finish())

    @Slot()
    def _on_due(self) -> None:
        """Give the process its next job, if it is idle and there is one."""
        if self._running or not self._queue:
            return
        try:
            self.warm_up()
        except OSError as error:  # the system starts no more processes
            waiting = self._queue.popleft()
            self._due.emit()
            waiting.end(Failed(waiting.request.number, CrashError("died", str(error))))
            return
        if self._lost_session is not None and self._queue[0].request.job not in _NEED_NO_SESSION:
            self._run(self._resuming(self._lost_session))
        else:
            self._run(self._queue.popleft())

    def _run(self, task: Task) -> None:
        assert self._worker
        self._running = task
        self._worker.send(task.request)

    def _resuming(self, session: int) -> Task:
        """Return the task that opens the lost session again, on behalf of the first that waits."""
        task = Task(self, next(self._numbers), "resume", {"session": session})
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
        if message is None:
            self._on_died(self._worker)
        else:
            self._on_answer(pickle.loads(message))

    def _on_answer(self, answer: Answer) -> None:
        task = self._running
        if task is None or answer.number != task.request.number:
            return
        if isinstance(answer, Progressed):
            task.progressed.emit(answer.stage, answer.done, answer.total)
            return
        if isinstance(answer, Succeeded) and isinstance(answer.value, Overview):
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

    def _finish(self, task: Task, answer: Succeeded | Failed | Cancelled) -> None:
        self._running = None
        self._cancelling = False
        self._deadline.stop()
        self._due.emit()
        task.end(answer)

    @Slot()
    def _on_deadline(self) -> None:
        if self._worker:
            self._worker.kill()  # its end arrives like any other
