"""The worker's end of the pipe: what is asked for is done, and kept though the window is gone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from listo.core.worker.process import serve
from listo.core.worker.protocol import Failed, Finish, Progressed, Request, Succeeded
from pretend_jobs import KeepingJobs, PretendJobs, TidyJobs


class Worker:
    """A worker process and the window's end of its pipe."""

    def __init__(self, jobs: type) -> None:
        context = get_context("spawn")
        self.pipe: Connection
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, jobs), daemon=True)
        self.process.start()
        theirs.close()

    def begin(self, job: str, **named: object) -> None:
        """Ask for a job and wait until it says that it began."""
        self.pipe.send(Request(1, job, named))
        assert isinstance(self.pipe.recv(), Progressed)

    def vanish(self) -> None:
        """Go as a window goes that is killed, and wait for the worker to end by itself."""
        self.pipe.close()
        self.process.join()


@pytest.fixture
def workers() -> Iterator[list[Worker]]:
    made: list[Worker] = []
    yield made
    for worker in made:
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()
        worker.process.close()


def start(workers: list[Worker], jobs: type) -> Worker:
    workers.append(Worker(jobs))
    return workers[-1]


@pytest.mark.slow
def test_a_job_that_is_kept_is_done_though_the_window_was_killed(
    workers: list[Worker], listo_home: Path
) -> None:
    worker = start(workers, KeepingJobs)
    worker.begin("write", seconds=0.1)
    worker.vanish()
    assert (listo_home / "noted").read_text() == "None:1 "


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems bound it in another way, or not at all")
def test_no_job_takes_more_memory_than_there_is_for_it(workers: list[Worker], listo_home: Path) -> None:
    worker = start(workers, PretendJobs)
    answers = []
    for number, size in enumerate((5 << 30, 1_000)):
        worker.pipe.send(Request(number, "fill", {"size": size}))
        answers.append(worker.pipe.recv())
    failed, succeeded = answers
    assert isinstance(failed, Failed)
    assert "MemoryError" in str(failed.error)
    assert succeeded == Succeeded(1, 1_000)


@pytest.mark.slow
def test_so_is_what_is_kept_and_waits_behind_it_and_nothing_else(
    workers: list[Worker], listo_home: Path
) -> None:
    worker = start(workers, KeepingJobs)
    worker.begin("write", seconds=0.1)
    worker.pipe.send(Request(2, "count", {"to": 10_000_000}))
    worker.pipe.send(Request(3, "note", {"value": 2}))
    worker.vanish()
    assert (listo_home / "noted").read_text() == "None:1 None:2 "


@pytest.mark.slow
def test_any_other_job_is_stopped_where_the_window_was_killed(
    workers: list[Worker], listo_home: Path
) -> None:
    worker = start(workers, TidyJobs)
    worker.begin("count", to=10_000_000)
    worker.vanish()
    assert (listo_home / "cancelled").exists()
    assert (listo_home / "closed").exists()


@pytest.mark.slow
def test_what_was_asked_for_before_the_end_is_done_and_answered(workers: list[Worker]) -> None:
    worker = start(workers, KeepingJobs)
    worker.pipe.send(Request(1, "add", {"value": 2}))
    worker.pipe.send(Request(2, "add", {}, (3,)))
    worker.pipe.send(Finish())
    assert [worker.pipe.recv(), worker.pipe.recv()] == [Succeeded(1, 2), Succeeded(2, 5)]
    worker.process.join()
    assert worker.process.exitcode == 0
