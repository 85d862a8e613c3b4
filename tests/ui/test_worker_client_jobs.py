"""The client with the real jobs: what was acknowledged is there, whatever happens to the process."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from listo.core import resources
from listo.core.edits.history import Edit
from listo.core.errors import InputError
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview
from listo.ui.worker_client import WorkerClient

pytestmark = pytest.mark.slow  # each test starts a process

SAMPLES = resources.root() / "samples"


@pytest.fixture
def client(qapp: object) -> Iterator[WorkerClient[Jobs]]:
    client = WorkerClient(Jobs, resume=Jobs.resume)
    yield client
    client.close()
    client.deleteLater()


def done(qtbot: QtBot, client: WorkerClient[Jobs], job: Callable[..., object], **arguments: object) -> Any:
    values: list[object] = []
    task = client.start(job, **arguments)
    task.succeeded.connect(values.append)
    task.failed.connect(values.append)
    with qtbot.waitSignal(task.ended):
        pass
    (value,) = values
    return value


def test_the_whole_path_through_the_process(qtbot: QtBot, client: WorkerClient[Jobs], tmp_path: Path) -> None:
    mapping = Path(shutil.copy(SAMPLES / "mapping.xlsx", tmp_path))
    values = Path(shutil.copy(SAMPLES / "amazon-values.xlsx", tmp_path))
    opened: Overview = done(qtbot, client, Jobs.open, paths=(mapping, values, tmp_path / "missing.xlsx"))
    assert [card.error is None for card in opened.files] == [True, True, False]
    page = done(qtbot, client, Jobs.problem_page, code=opened.groups[0].code, start=0, limit=50)
    assert len(page.problems) == opened.groups[0].count
    mended: Overview = done(qtbot, client, Jobs.apply_safe)
    target = done(qtbot, client, Jobs.proposed_name, word="corregido")
    saved: Overview = done(qtbot, client, Jobs.save, target=target, overwrite=False)
    assert saved.saved_to == tmp_path / "mapping-corregido.xlsx"
    error = done(qtbot, client, Jobs.save, target=target, overwrite=False)
    assert isinstance(error, InputError)
    assert error.code == "file-exists"
    client.close()

    again = WorkerClient(Jobs, resume=Jobs.resume)
    try:
        (line,) = done(qtbot, again, Jobs.recent)
        assert line.changed_cells == mended.changed_cells
        resumed: Overview = done(qtbot, again, Jobs.resume, session=line.session)
        assert (resumed.groups, resumed.undo) == (mended.groups, mended.undo)
        assert done(qtbot, again, Jobs.forget, session=None) == ()
    finally:
        again.close()
        again.deleteLater()


def test_no_acknowledged_edit_is_lost_when_the_process_is_killed(
    qtbot: QtBot, client: WorkerClient[Jobs], tmp_path: Path
) -> None:
    chance = random.Random(5)
    mapping = Path(shutil.copy(SAMPLES / "mapping.xlsx", tmp_path))
    done(qtbot, client, Jobs.open, paths=(mapping,))
    acknowledged = [0]
    numbers = count(1)
    for _ in range(4):
        for number in islice(numbers, chance.randrange(3, 12)):
            task = client.start(Jobs.apply, edits=(Edit(2, "AmazonValue", f"text {number}"),))
            task.succeeded.connect(partial(_note, acknowledged, number))
            if chance.random() < 0.7:
                with qtbot.waitSignal(task.ended):
                    pass
        worker = client._worker
        assert worker is not None
        worker.kill()
        qtbot.waitUntil(partial(_is_another, client, worker))
        sheet = done(qtbot, client, Jobs.sheet_page, start=0, limit=1)
        assert int(sheet.rows[0].cells[6].removeprefix("text ")) >= max(acknowledged)


def _note(acknowledged: list[int], number: int, _: object) -> None:
    acknowledged.append(number)


def _is_another(client: WorkerClient[Jobs], worker: object) -> bool:
    return client._worker is not worker
