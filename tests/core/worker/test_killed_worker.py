"""A worker that is killed loses nothing that it acknowledged; `tests/kills.py` does it 200 times."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kills import Rounds, Worker
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
