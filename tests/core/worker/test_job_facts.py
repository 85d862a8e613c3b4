"""What stands on a job is true of it: one that changes what is kept is kept, or says why it is not."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from job_examples import ARGUMENTS, Place, before, jobs_that, kept_jobs, kept_on_disk, prepare, quiet
from listo.core.storage.database import FILE_NAME
from listo.core.storage.store import Store
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import facts_of, job, jobs_of

Job = Callable[..., Any]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, int]:
    """Prepare the work once: the folder of its files, what is on disk of it, its session."""
    folder, home = tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("home")
    return folder, home, prepare(folder, home)


@pytest.fixture
def home(prepared: tuple[Path, Path, int], tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared[1], tmp_path / "home"))


def dump(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / FILE_NAME)) as database:
        return list(database.iterdump())


def do(asked: Job, home: Path, folder: Path, session: int) -> tuple[list[str], list[str]]:
    """Do a job on the prepared work; return all that is on disk before and after it."""
    with closing(Jobs(Store(home / FILE_NAME))) as jobs:
        at = Place(folder, jobs.resume(quiet, session))
        before(jobs, asked, at)
        there = dump(home)
        asked(jobs, quiet, **ARGUMENTS[asked](at))
        return there, dump(home)


def test_every_job_has_an_example() -> None:
    lacking = set(jobs_of(Jobs)) ^ {asked.__name__ for asked in ARGUMENTS}
    assert not lacking, f"ARGUMENTS in tests/job_examples.py must hold just the jobs, so see to {lacking}"


@pytest.mark.parametrize("asked", kept_jobs(), ids=lambda asked: asked.__name__)
def test_a_kept_job_changes_what_a_person_finds_again(
    asked: Job, home: Path, prepared: tuple[Path, Path, int]
) -> None:
    folder, _, session = prepared
    there = kept_on_disk(home)
    do(asked, home, folder, session)
    assert kept_on_disk(home) != there or asked is Jobs.reset_layout  # which undoes what came before it


@pytest.mark.parametrize(
    "asked",
    jobs_that(not facts.kept and not facts.not_kept for facts in jobs_of(Jobs).values()),
    ids=lambda asked: asked.__name__,
)
def test_a_job_that_is_not_kept_changes_nothing_on_disk_unless_it_says_why(
    asked: Job, home: Path, prepared: tuple[Path, Path, int]
) -> None:
    folder, _, session = prepared
    there, afterwards = do(asked, home, folder, session)
    assert afterwards == there


def test_a_changed_file_is_found_again_as_it_is_also_where_reloading_it_was_lost(
    home: Path, prepared: tuple[Path, Path, int], tmp_path: Path
) -> None:
    folder, _, session = prepared
    mapping, other = folder / "mapping.xlsx", tmp_path / "before.xlsx"
    shutil.copy(mapping, other)
    lost = Path(shutil.copytree(home, tmp_path / "lost"))
    try:
        with closing(Jobs(Store(home / FILE_NAME))) as jobs:
            jobs.resume(quiet, session)
            book = load_workbook(mapping)
            book.active.delete_rows(6)
            book.save(mapping)
            reloaded = jobs.reload_file(quiet)
        assert len(reloaded.dropped) == 1
        with closing(Jobs(Store(lost / FILE_NAME))) as jobs:
            resumed = jobs.resume(quiet, session)
        same = {"revision": 0, "damaged_store": None}
        assert replace(resumed, **same) == replace(reloaded, **same)
    finally:
        shutil.copy(other, mapping)


def test_no_job_is_kept_and_says_why_it_is_not() -> None:
    assert [name for name, facts in jobs_of(Jobs).items() if facts.kept and facts.not_kept] == []
    assert facts_of(Jobs.open).not_kept


def test_facts_stand_on_the_method_and_go_with_it_into_classes_made_of_it() -> None:
    class Some:
        @job(kept=True)
        def one(self) -> None: ...

        def other(self) -> None: ...

    class More(Some):
        @job(long=True)
        def two(self) -> None: ...

    assert {name: (facts.kept, facts.long) for name, facts in jobs_of(More).items()} == {
        "one": (True, False),
        "two": (False, True),
    }
    with pytest.raises(TypeError, match="other"):
        facts_of(Some.other)
