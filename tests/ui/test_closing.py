"""Whatever the person changed is kept, though the window is closed at once and the job takes long."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from job_examples import (
    ARGUMENTS,
    PAUSE_S,
    Place,
    SlowJobs,
    before,
    kept_jobs,
    kept_on_disk,
    prepare,
    quiet,
)
from listo.core.storage.database import FILE_NAME
from listo.core.storage.store import Store
from listo.core.worker.jobs import Jobs
from listo.ui.worker_client import WorkerClient

Job = Callable[..., Any]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, int]:
    """Prepare the work once: the folder of its files, what is on disk of it, its session."""
    folder, home = tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("home")
    return folder, home, prepare(folder, home)


def expected(asked: Job, home: Path, folder: Path, session: int) -> tuple[list[object], list[object]]:
    """Return what is on disk before and after the job where nothing disturbs it."""
    with closing(Jobs(Store(home / FILE_NAME))) as jobs:
        before(jobs, asked, Place(folder, jobs.resume(quiet, session)))
    there = kept_on_disk(home)
    with closing(Jobs(Store(home / FILE_NAME))) as jobs:
        asked(jobs, quiet, **ARGUMENTS[asked](Place(folder, jobs.resume(quiet, session))))
    return there, kept_on_disk(home)


@pytest.mark.slow
@pytest.mark.parametrize("asked", kept_jobs(), ids=lambda asked: asked.__name__)
def test_a_job_that_is_kept_is_done_though_the_window_closes_in_the_middle_of_it(
    asked: Job,
    qtbot: QtBot,
    listo_home: Path,
    prepared: tuple[Path, Path, int],
    tmp_path: Path,
) -> None:
    folder, home, session = prepared
    shutil.copytree(home, listo_home, dirs_exist_ok=True)
    undisturbed = Path(shutil.copytree(home, tmp_path / "undisturbed"))
    there, wanted = expected(asked, undisturbed, folder, session)
    assert wanted != there
    with closing(Jobs()) as jobs:
        before(jobs, asked, Place(folder, jobs.resume(quiet, session)))

    # The patience of the client is over long before the job is.
    client = WorkerClient(SlowJobs, resume=Jobs.resume, patience_ms=round(PAUSE_S * 1000 / 10))
    with qtbot.waitSignal((resuming := client.start(Jobs.resume, session)).succeeded) as resumed:
        resuming.on_failure(pytest.fail)
    with qtbot.waitSignal(client.start(asked, **ARGUMENTS[asked](Place(folder, resumed.args[0]))).progressed):
        pass
    client.close()
    client.deleteLater()

    assert kept_on_disk(listo_home) == wanted
