"""The work that is open, and everything that is asked of the worker about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from listo.core.worker.model import Overview

Then = Callable[[Any], None]
"""What to do with the answer of a job."""

Otherwise = Callable[[object], bool]
"""What to do when a job failed: takes the error and returns whether it dealt with it."""


class Starter(Protocol):
    """What is needed of the runner: a job by name, answered by the signals of the task it returns.

    `resumed` brings the Overview of work that was opened again in a new process.
    """

    resumed: Any

    def start(self, job: str, /, **arguments: Any) -> Any:
        """Begin a job and return its task."""


class Asked(QObject):
    """A job under way; it is deleted with the work, and its answer is then ignored."""

    ended = Signal(object)

    def __init__(self, job: str, task: Any, then: Then, otherwise: Otherwise, work: Work) -> None:
        super().__init__(work)
        self.job, self.task = job, task
        self._then, self._otherwise, self._work = then, otherwise, work
        task.progressed.connect(self._on_progressed)
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)

    def _on_progressed(self, stage: str, done: int, total: int) -> None:
        self._work.progressed.emit(stage, done, total)

    def _on_succeeded(self, answer: object) -> None:
        self.ended.emit(self)
        self._then(answer)

    def _on_failed(self, error: object) -> None:
        self.ended.emit(self)
        if not self._otherwise(error):
            self._work.failed.emit(error)

    def _on_cancelled(self) -> None:
        self.ended.emit(self)
        self._work.cancelled.emit()


def _leave_it(_error: object) -> bool:
    return False


class Work(QObject):
    """Starts jobs and follows them; `overview` is the work as it was told last, None before there is any."""

    begun = Signal(str)
    """The name of a job that was asked for."""
    progressed = Signal(str, int, int)
    ended = Signal()
    """A job ended, however it did; what is still under way, `jobs` tells."""
    changed = Signal(object)
    """The Overview after a change of the work."""
    failed = Signal(object)
    """The error (InputError, CrashError) of a job, unless the caller dealt with it."""
    cancelled = Signal()

    def __init__(self, runner: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._asked: list[Asked] = []
        self.overview: Overview | None = None

    def start(self, job: str, then: Then, *, otherwise: Otherwise = _leave_it, **arguments: Any) -> Asked:
        """Begin a job of the worker."""
        return self.follow(job, self._runner.start(job, **arguments), then, otherwise)

    def follow(self, job: str, task: Any, then: Then, otherwise: Otherwise = _leave_it) -> Asked:
        """Follow a task, which may run elsewhere, until it ends."""
        asked = Asked(job, task, then, otherwise, self)
        asked.ended.connect(self._on_ended)
        self._asked.append(asked)
        self.begun.emit(job)
        return asked

    def look(self, job: str, then: Then, **arguments: Any) -> None:
        """Ask for some of the work as it is; an answer that is out of date when it comes is dropped."""
        self.start(job, partial(self._give_current, then), **arguments)

    def _give_current(self, then: Then, page: Any) -> None:
        if self.overview is not None and page.revision >= self.overview.revision:
            then(page)

    def change(self, job: str, **arguments: Any) -> None:
        """Have the work changed."""
        self.start(job, self.changed.emit, **arguments)

    def undo(self) -> None:
        """Take the last step back, where there is one."""
        if self.overview is not None and self.overview.undo is not None:
            self.change("undo")

    def redo(self) -> None:
        """Make the step again that was taken back last, where there is one."""
        if self.overview is not None and self.overview.redo is not None:
            self.change("redo")

    def cancel(self) -> None:
        """Stop what is being done."""
        for asked in list(self._asked):
            asked.task.cancel()

    def jobs(self) -> list[str]:
        """Return the names of the jobs that are under way."""
        return [asked.job for asked in self._asked]

    def _on_ended(self, asked: Asked) -> None:
        self._asked.remove(asked)
        asked.deleteLater()
        self.ended.emit()
