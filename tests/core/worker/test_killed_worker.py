"""A worker that is killed loses nothing that it acknowledged; `tests/kills.py` does it 200 times."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kills import Rounds

pytestmark = pytest.mark.slow  # it starts five processes


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL elsewhere")
def test_nothing_acknowledged_is_lost_and_nothing_half_written(listo_home: Path, tmp_path: Path) -> None:
    rounds = Rounds(tmp_path, seed=5)
    rounds.begin()
    for _ in range(5):
        rounds.round()
    assert rounds.underway.total() == 5
