"""What the window and its worker say to each other over the pipe, each message pickled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from listo.core.errors import InputError
from listo.core.worker.results import CrashError


@dataclass(frozen=True, slots=True)
class Request:
    """To the worker: run a job, a method's name with its arguments; `number` is in every answer."""

    number: int
    job: str
    named: Mapping[str, object]
    arguments: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the worker: stop that request, if it still runs."""

    number: int


@dataclass(frozen=True, slots=True)
class Finish:
    """To the worker: do what was asked for until here, then end."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """From the worker: how far a request is; see `facts.Progress`."""

    number: int
    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Succeeded:
    """From the worker, at the end of a request: what the job returned."""

    number: int
    value: object


@dataclass(frozen=True, slots=True)
class Failed:
    """From the worker, at the end of a request: why there is no result."""

    number: int
    error: InputError | CrashError


@dataclass(frozen=True, slots=True)
class Cancelled:
    """From the worker, at the end of a request: it was stopped, and everything is as it was."""

    number: int


Reply = Progressed | Succeeded | Failed | Cancelled
