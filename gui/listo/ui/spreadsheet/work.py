"""The work that is open, and everything that is asked of the worker about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from listo.core.errors import InputError
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import CrashError, JobFacts, Progress
from listo.ui.worker_client import Task, WorkerClient

if TYPE_CHECKING:
    from listo.core.worker.results import Overview


class _Page(Protocol):
    """What belongs to one revision of the work."""

    @property
    def revision(self) -> int: ...


P = ParamSpec("P")
R = TypeVar("R")
PageT = TypeVar("PageT", bound=_Page)


class PendingRequest(QObject, Generic[R]):
    """A job under way; it is deleted with the work, and its answer is then ignored."""

    ended = Signal(object)

    def __init__(self, task: Task[R], work: Work) -> None:
        super().__init__(work)
        self.task, self._work = task, work
        self._use: Callable[[R], object] = _ignore
        self._deal: Callable[[InputError | CrashError], bool] = _leave_it
        task.progressed.connect(self._on_progressed)
        task.counted.connect(work.counted)
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)

    @property
    def facts(self) -> JobFacts:
        """What is true of the job."""
        return self.task.facts

    def on_success(self, use: Callable[[R], object]) -> PendingRequest[R]:
        """Have the answer used so."""
        self._use = use
        return self

    def on_failure(self, deal: Callable[[InputError | CrashError], bool]) -> PendingRequest[R]:
        """Have it dealt with a failure so; where that returns False, it is said as any other."""
        self._deal = deal
        return self

    def _on_progressed(self, stage: str, done: int, total: int) -> None:
        self._work.progressed.emit(stage, done, total)

    def _on_succeeded(self, answer: R) -> None:
        self.ended.emit(self)
        self._use(answer)

    def _on_failed(self, error: InputError | CrashError) -> None:
        self.ended.emit(self)
        if not self._deal(error):
            self._work.failed.emit(error)

    def _on_cancelled(self) -> None:
        self.ended.emit(self)
        self._work.cancelled.emit()


def _ignore(_answer: object) -> None:
    """Do nothing with an answer."""


def _leave_it(_error: object) -> bool:
    return False


def _flat(values: Iterable[object]) -> Iterator[object]:
    """Yield the values, and those in tuples among them."""
    for value in values:
        yield from value if isinstance(value, tuple) else (value,)


class Work(QObject):
    """Starts jobs and follows them; `overview` is the work as it was told last, None before there is any."""

    begun = Signal(object)
    """The JobFacts of a job that was asked for."""
    progressed = Signal(str, int, int)
    counted = Signal(object)
    """The SkuCounts that a job leads to, before it ends; it may still fail."""
    ended = Signal()
    """A job ended, however it did; what is still under way, `pending` tells."""
    changed = Signal(object)
    """The Overview after a change of the work."""
    failed = Signal(object)
    """The error (InputError, CrashError) of a job, unless the caller dealt with it."""
    cancelled = Signal()

    def __init__(self, client: WorkerClient[Jobs], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.pending: list[PendingRequest[Any]] = []
        self.overview: Overview | None = None

    def start(
        self, job: Callable[Concatenate[Jobs, Progress, P], R], /, *arguments: P.args, **named: P.kwargs
    ) -> PendingRequest[R]:
        """Begin a job of the worker."""
        return self.follow(self._client.start(job, *arguments, **named))

    def follow(self, task: Task[R]) -> PendingRequest[R]:
        """Follow a task, which may run elsewhere, until it ends."""
        request = PendingRequest(task, self)
        request.ended.connect(self._on_ended)
        self.pending.append(request)
        self.begun.emit(request.facts)
        return request

    def get_ready(self) -> None:
        """Have the worker load what reads files, while they are chosen."""
        self._client.start(Jobs.get_ready)

    def look(
        self,
        job: Callable[Concatenate[Jobs, Progress, P], PageT],
        show: Callable[[PageT], object],
        /,
        *arguments: P.args,
        **named: P.kwargs,
    ) -> None:
        """Ask for some of the work as it is; an answer that is out of date when it comes is dropped."""

        def show_current(page: PageT) -> None:
            if self.overview is not None and page.revision >= self.overview.revision:
                show(page)

        self.start(job, *arguments, **named).on_success(show_current)

    def change(
        self,
        job: Callable[Concatenate[Jobs, Progress, P], Overview],
        /,
        *arguments: P.args,
        **named: P.kwargs,
    ) -> None:
        """Have the work changed."""
        self.start(job, *arguments, **named).on_success(self.changed.emit)

    def undo(self) -> None:
        """Take the last step back, where there is one."""
        if self.overview is not None and self.overview.undo is not None:
            self.change(Jobs.undo)

    def redo(self) -> None:
        """Make the step again that was taken back last, where there is one."""
        if self.overview is not None and self.overview.redo is not None:
            self.change(Jobs.redo)

    def cancel(self) -> None:
        """Stop what is being done."""
        for request in list(self.pending):
            request.task.cancel()

    def jobs(self) -> list[str]:
        """Return the names of the jobs that are under way."""
        return [request.task.request.job for request in self.pending]

    def opening(self) -> tuple[Path | None, ...]:
        """Return the files that are being opened; None stands for one that only the worker knows."""
        requests = [one.task.request for one in self.pending if one.facts.makes_sheet]
        given = [(*one.arguments, *one.named.values()) for one in requests]
        found = [tuple(path for path in _flat(values) if isinstance(path, Path)) for values in given]
        return tuple(path for paths in found for path in paths or (None,))

    def _on_ended(self, request: PendingRequest[Any]) -> None:
        self.pending.remove(request)
        request.deleteLater()
        self.ended.emit()
