"""A worker that is killed loses nothing that it acknowledged; `tests/kills.py` does it 200 times."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kills import KilledError, Rounds, Worker, open_jobs
from listo.core.edits.history import Edit
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import Progressed, Succeeded

pytestmark = pytest.mark.slow  # it starts five processes


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL elsewhere")
def test_nothing_acknowledged_is_lost_and_nothing_half_written(listo_home: Path, tmp_path: Path) -> None:
    rounds = Rounds(tmp_path, seed=5)
    rounds.begin()
    for _ in range(5):
        rounds.round()
    assert rounds.underway.total() == 5


class CutWorker:
    """A worker in this process that is gone at a chosen moment of a chosen job: no chance, no clock."""

    def __init__(self, database: Path, number: int, is_done: bool) -> None:
        self._jobs, self._left, self._is_done = open_jobs(database), number, is_done
        self._is_at_work = False

    def ask(self, job: Callable[..., Any], **arguments: object) -> Any:
        if not self._left and self._is_at_work and not self._is_done:
            raise KilledError
        answer = getattr(self._jobs, job.__name__)(lambda *_: None, **arguments)
        if not self._left and self._is_at_work:
            raise KilledError
        self._left -= self._is_at_work
        return answer

    def kill_after(self, seconds: float) -> threading.Thread:
        self._is_at_work = True
        thread = threading.Thread()
        thread.start()
        return thread

    def end(self) -> int:
        self._jobs.close()
        return -signal.SIGKILL


class CutRounds(Rounds):
    """Rounds that each end in another job, before it is begun or after it is done and not yet answered."""

    cuts = tuple((number, is_done) for number in range(7) for is_done in (False, True))

    def start(self) -> Any:
        (number, is_done), *rest = self.cuts
        self.cuts = tuple(rest)
        return CutWorker(self.database, number, is_done)


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL elsewhere")
@pytest.mark.parametrize("seed", [1, 5, 77])
def test_a_job_that_was_not_answered_is_done_or_not(listo_home: Path, tmp_path: Path, seed: int) -> None:
    rounds = CutRounds(tmp_path, seed)
    rounds.begin()
    while rounds.cuts:
        rounds.round()
    assert len(rounds.underway) >= 4


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL elsewhere")
def test_a_worker_that_ends_by_itself_is_no_kill(listo_home: Path, tmp_path: Path) -> None:
    rounds = Rounds(tmp_path, seed=5)
    rounds.begin()
    worker = Worker(rounds.database, "spawn")
    rounds.start = lambda: worker  # type: ignore[method-assign]

    def ends_by_itself(_seconds: float) -> threading.Timer:
        timer = threading.Timer(0, worker.process.terminate)
        timer.start()
        return timer

    worker.kill_after = ends_by_itself  # type: ignore[method-assign]
    with pytest.raises(AssertionError, match="not killed"):
        rounds.round()


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL elsewhere")
def test_a_session_is_one_workers_until_that_is_gone(listo_home: Path, tmp_path: Path) -> None:
    rounds = Rounds(tmp_path, seed=5)
    rounds.begin()
    one, other = Worker(rounds.database, "spawn"), Worker(rounds.database, "spawn")
    one.ask(Jobs.resume, session=rounds.session)
    one.ask(Jobs.apply, edits=[Edit(2, "AmazonValue", "mine")])
    other.send(Jobs.resume, session=rounds.session)
    assert other.receive() == Progressed(1, "waiting", 0, 0)
    one.process.kill()
    while isinstance(answer := other.receive(), Progressed):
        pass
    assert isinstance(answer, Succeeded)
    assert answer.value.undo.value == "mine"
    for worker in (one, other):
        worker.end()
