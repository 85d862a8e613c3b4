"""Stands in for the jobs in tests of the worker: jobs that succeed, fail, hang and die on demand."""

from __future__ import annotations

import os
import time
from pathlib import Path

from listo.core.errors import CancelledError, InputError
from listo.core.worker.protocol import Progress, job
from listo.core.worker.results import Overview


def overview(session: int | None, revision: int = 0) -> Overview:
    return Overview(session, revision, (), None, "", None, 0, (), {}, (), (), None, None, 0)


class PretendJobs:
    def __init__(self) -> None:
        self.number = 0
        self.session: int | None = None

    def close(self) -> None:
        pass

    @job()
    def echo(self, progress: Progress, value: object) -> object:
        return value

    @job()
    def process(self, progress: Progress) -> int:
        return os.getpid()

    @job()
    def add(self, progress: Progress, value: int) -> int:
        self.number += value
        return self.number

    @job()
    def count(self, progress: Progress, to: int, pause: float = 0.001) -> int:
        for number in range(to):
            progress("reading", number, to)
            if pause:
                time.sleep(pause)
        return to

    @job()
    def fail(self, progress: Progress) -> None:
        raise InputError("file-damaged", file="ção.xlsx")

    @job()
    def fill(self, progress: Progress, size: int) -> int:
        return len(bytearray(size))

    @job()
    def crash(self, progress: Progress) -> None:
        raise RuntimeError("a fault of ours")

    @job()
    def panic(self, progress: Progress) -> None:
        raise BaseException("as a library in Rust does")

    @job()
    def die(self, progress: Progress) -> None:
        os._exit(7)

    @job()
    def hang(self, progress: Progress) -> None:
        progress("saving", 0, 0)
        time.sleep(600)

    @job()
    def unpicklable(self, progress: Progress) -> object:
        return lambda: None

    def secret(self, progress: Progress) -> str:
        return "no job"

    @job(makes_sheet=True)
    def open(self, progress: Progress, session: int | None) -> Overview:
        self.session = session
        return overview(session)

    @job(makes_sheet=True, needs_session=False)
    def resume(self, progress: Progress, session: int) -> Overview:
        progress("reading", 1, 2)
        if session == 404:
            raise InputError("file-not-found", file="gone.xlsx")
        if session == 666:
            os._exit(6)
        self.session = session
        return overview(session, revision=9)


class StubbornJobs(PretendJobs):
    """Refuses to be made, as where the saved work is from a newer version."""

    def __init__(self) -> None:
        raise InputError("session-newer", file="listo.sqlite3")


class TidyJobs(PretendJobs):
    """Leaves a file behind when it was closed in an orderly way, or its job was cancelled."""

    def close(self) -> None:
        Path(os.environ["LISTO_HOME"], "closed").touch()

    @job()
    def count(self, progress: Progress, to: int, pause: float = 0.001) -> int:
        try:
            return super().count(progress, to, pause)
        except CancelledError:
            Path(os.environ["LISTO_HOME"], "cancelled").touch()
            raise


class KeepingJobs(PretendJobs):
    """Writes what it is told to keep, and looks on the way whether it is to stop."""

    @job(kept=True)
    def apply(self, progress: Progress, value: int) -> None:
        self.count(progress, to=40)
        with (Path(os.environ["LISTO_HOME"]) / "kept").open("a") as file:
            file.write(f"{value} ")

    @job(kept=True)
    def note(self, progress: Progress, value: int) -> None:
        """Write what it is told with the session that it is about."""
        with (Path(os.environ["LISTO_HOME"]) / "noted").open("a") as file:
            file.write(f"{self.session}:{value} ")

    @job()
    def read(self, progress: Progress, seconds: float) -> None:
        """Hear of no cancel for so long, as what reads a large file."""
        progress("reading", 0, 0)
        time.sleep(seconds)
        progress("reading", 1, 1)

    @job(kept=True)
    def write(self, progress: Progress, seconds: float) -> None:
        """Keep something that takes so long."""
        self.read(progress, seconds)
        self.note(progress, 1)
