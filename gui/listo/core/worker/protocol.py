"""What both ends of the pipe know: what is true of a job, and the messages about it, each pickled.

What is true of a job stands on the job; no list of jobs is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeVar, runtime_checkable

from listo.core.errors import InputError

if TYPE_CHECKING:  # the window loads all that can be answered once it is there
    from listo.core.worker.results import SkuCounts

Progress = Callable[[str, int, int], None]
"""Called with a stage (`reading`, `checking`, `saving`, `waiting`), what is done and what there is in all.

A total of 0 means unknown. Raises CancelledError when the person asked to stop; the work must leave all as it
was.
"""


@runtime_checkable
class CountsReporter(Protocol):
    """A `Progress` that tells before the end of a job, too, what becomes of the SKUs by it."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell how far the job is; see `Progress`."""

    def tell_counts(self, counts: SkuCounts) -> None:
        """Tell the new counts: the window shows them while the rest is checked and kept."""


_Job = TypeVar("_Job", bound=Callable[..., Any])

_MARK = "__job__"


class JobFacts(NamedTuple):
    """What is true of a job, besides its name, arguments and answer.

    `kept`: it changes what is kept on disk, so that it is done to its end also where the window closes at
    once. `not_kept`: it changes that too, and this is why it may be lost all the same.
    `long`: it takes the longer the larger a file is; while the files are looked at, that is seen there.
    `quiet`: it brings what is looked at, or keeps where the person is; no progress is shown for it.
    `needs_session`: the session that was open must be open, also after the process was lost.
    `makes_sheet`: after it there is another sheet to work on.
    """

    kept: bool = False
    not_kept: str = ""
    long: bool = False
    quiet: bool = False
    needs_session: bool = True
    makes_sheet: bool = False


def job(
    *,
    kept: bool = False,
    not_kept: str = "",
    long: bool = False,
    quiet: bool = False,
    needs_session: bool = True,
    makes_sheet: bool = False,
) -> Callable[[_Job], _Job]:
    """Make a method one that the window may ask for, of which this is true (see `JobFacts`)."""
    facts = JobFacts(kept, not_kept, long, quiet, needs_session, makes_sheet)

    def marked(method: _Job) -> _Job:
        setattr(method, _MARK, facts)
        return method

    return marked


def facts_of(method: Callable[..., Any]) -> JobFacts:
    """Return what is true of a job. Raises TypeError for a method that is none."""
    facts = getattr(method, _MARK, None)
    if not isinstance(facts, JobFacts):
        raise TypeError(f"{method} is not marked as a job")
    return facts


def jobs_of(owner: type) -> Mapping[str, JobFacts]:
    """Return the jobs of a class by their names, and what is true of each."""
    marked = ((name, getattr(getattr(owner, name), _MARK, None)) for name in dir(owner))
    return {name: facts for name, facts in marked if isinstance(facts, JobFacts)}


class Request(NamedTuple):
    """To the worker: run a job, a method's name with its arguments; `number` is in every answer."""

    number: int
    job: str
    named: Mapping[str, object]
    arguments: tuple[object, ...] = ()


class Cancel(NamedTuple):
    """To the worker: stop that request, if it still runs."""

    number: int


class Finish:
    """To the worker: do what was asked for until here, then end."""


class Progressed(NamedTuple):
    """From the worker: how far a request is; see `Progress`. With `counts`, what it makes of the SKUs."""

    number: int
    stage: str
    done: int
    total: int
    counts: SkuCounts | None = None


class Succeeded(NamedTuple):
    """From the worker, at the end of a request: what the job returned."""

    number: int
    value: object


class CrashError(NamedTuple):
    """Our fault: a job raised what it should not have (`raised`), or its process ended (`died`).

    `details` are for "Copy details": the traceback, or the exit status.
    """

    kind: Literal["raised", "died"]
    details: str


class Failed(NamedTuple):
    """From the worker, at the end of a request: why there is no result."""

    number: int
    error: InputError | CrashError


class Cancelled(NamedTuple):
    """From the worker, at the end of a request: it was stopped, and everything is as it was."""

    number: int


Reply = Progressed | Succeeded | Failed | Cancelled
