"""The worker killed at random moments while it edits and saves: nothing acknowledged may be lost.

    python tests/kills.py [--kills 200] [--seed 1]

Each round resumes the session in a new process, looks whether all is there, works on until a SIGKILL comes,
and looks at the files that were being saved. `Rounds` is what the test suite runs with a few kills only.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from openpyxl import Workbook as Book

from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS
from listo.core.storage.store import Store
from listo.core.workbooks.read import read_workbook
from listo.core.worker.jobs import Jobs
from listo.core.worker.process import serve
from listo.core.worker.protocol import Failed, Finish, Request, Succeeded
from listo.core.worker.results import Overview

ROWS = 400
LONGEST = 0.35
"""Seconds that a worker may live after it resumed."""

Job = Callable[..., Any]
Sheet = dict[int, tuple[str, ...]]


def open_jobs(database: Path) -> Jobs:
    """Open the jobs of a worker; this runs in its process."""
    return Jobs(Store(database))


class KilledError(Exception):
    """The worker is gone."""


class Worker:
    """A worker process of our own, and a way to ask it."""

    def __init__(self, database: Path, way: str) -> None:
        context: Any = get_context(way)
        self._connection, theirs = context.Pipe()
        opener = partial(open_jobs, database)
        self.process = context.Process(target=serve, args=(theirs, opener), daemon=True)
        self.process.start()
        theirs.close()
        self._number = 0

    def ask(self, job: Callable[..., Any], **arguments: object) -> Any:
        """Return what a job returns. Raises KilledError where no answer comes any more."""
        try:
            self.send(job, **arguments)
            while True:
                answer = self.receive()
                if isinstance(answer, Succeeded):
                    return answer.value
                if isinstance(answer, Failed):
                    raise AssertionError(f"{job.__name__}: {answer.error}")
        except (EOFError, OSError) as error:
            raise KilledError from error

    def send(self, job: Callable[..., Any], **arguments: object) -> None:
        """Ask for a job, and do not wait for its answer."""
        self._number += 1
        self._connection.send(Request(self._number, job.__name__, arguments))

    def receive(self) -> Any:
        """Return what the worker says next."""
        return self._connection.recv()

    def kill_after(self, seconds: float) -> threading.Timer:
        """Have the process killed at that time from now."""
        timer = threading.Timer(seconds, os.kill, (self.process.pid, signal.SIGKILL))
        timer.start()
        return timer

    def end(self) -> int | None:
        """Wait for the process to be gone, and return how it ended: -9 where it was killed."""
        with suppress(OSError):  # killed, as it is most of the time
            self._connection.send(Finish())
        self.process.join()
        self._connection.close()
        return self.process.exitcode


class Model:
    """What the sheet must say, as plain as can be: every state, and which one it is."""

    def __init__(self, states: tuple[Sheet, ...], position: int = 0) -> None:
        self.states, self.position = states, position

    @property
    def sheet(self) -> Sheet:
        return self.states[self.position]

    def after(self, job: Job, arguments: Mapping[str, Any]) -> Model:
        """Return the model after a job."""
        if job in (Jobs.undo, Jobs.redo):
            position = self.position + (1 if job is Jobs.redo else -1)
            return Model(self.states, max(0, min(len(self.states) - 1, position)))
        sheet = dict(self.sheet)
        if job in _DOING:
            _DOING[job](sheet, arguments)
        if sheet == self.sheet:
            return self
        return Model((*self.states[: self.position + 1], sheet), self.position + 1)


def _apply(sheet: Sheet, arguments: Mapping[str, Any]) -> None:
    for edit in arguments["edits"]:
        place = COLUMNS.index(edit.column)
        sheet[edit.row] = (*sheet[edit.row][:place], edit.text, *sheet[edit.row][place + 1 :])


def _delete(sheet: Sheet, arguments: Mapping[str, Any]) -> None:
    for row in arguments["rows"]:
        sheet.pop(row, None)


_DOING: dict[Job, Callable[[Sheet, Mapping[str, Any]], None]] = {
    Jobs.apply: _apply,
    Jobs.delete_rows: _delete,
}

_ASKED_FOR: tuple[Job, ...] = (Jobs.apply, Jobs.delete_rows, Jobs.undo, Jobs.redo, Jobs.save)


class Rounds:
    """The session, the files, and what they must say."""

    def __init__(self, folder: Path, seed: int, way: str = "spawn") -> None:
        self.chance, self.way = random.Random(seed), way
        self.database, self.target = folder / "listo.sqlite3", folder / "out" / "saved.xlsx"
        self.target.parent.mkdir()
        self.mapping = folder / "mapping.xlsx"
        self.model = Model((write_mapping(self.mapping),))
        self.saved: Sheet | None = None
        self.underway: Counter[str] = Counter()
        self.session = 0

    def begin(self) -> None:
        """Open the session that all rounds work on."""
        with closing(open_jobs(self.database)) as jobs:
            overview = jobs.open(lambda *_: None, [self.mapping])
        assert overview.session is not None
        self.session = overview.session

    def round(self) -> None:
        """Resume, look, work on until the worker is killed, and look at what was being saved."""
        worker = self.start()
        overview = worker.ask(Jobs.resume, session=self.session)
        assert self.all_there(worker, overview), "something acknowledged is lost"
        killer = worker.kill_after(self.chance.uniform(0, LONGEST))
        try:
            self.work_until_killed(worker)
        finally:
            killer.join()
            ended = worker.end()
        assert ended == -signal.SIGKILL, f"the worker was not killed but ended by {ended}"

    def start(self) -> Worker:
        """Start a worker."""
        return Worker(self.database, self.way)

    def work_until_killed(self, worker: Worker) -> None:
        while True:
            job, arguments = self.some_job()
            coming = self.model.after(job, arguments)
            try:
                worker.ask(job, **arguments)
            except KilledError:
                self.underway[job.__name__] += 1
                self.maybe = coming
                self.look_at_target(self.saved, coming.sheet if job is Jobs.save else None)
                return
            self.model = coming
            if job is Jobs.save:
                self.saved = coming.sheet
                self.look_at_target(self.saved)
                self.no_drafts_are_left()

    maybe: Model | None = None
    """The model after the job that was under way when the worker was killed."""

    def some_job(self) -> tuple[Job, dict[str, Any]]:
        """Return a job to do next: edits mostly."""
        rows = sorted(self.model.sheet)
        deletions = int(len(rows) > ROWS // 2)  # hundreds of kills would leave none
        job = self.chance.choices(_ASKED_FOR, [6, deletions, 2, 1, 2])[0]
        if job is Jobs.apply:
            edits = [
                Edit(self.chance.choice(rows), "AmazonValue", f"Value {self.chance.random()}")
                for _ in range(self.chance.choice([1, 1, 40]))
            ]
            return job, {"edits": edits}
        if job is Jobs.delete_rows:
            return job, {"rows": [self.chance.choice(rows)]}
        if job is Jobs.save:
            return job, {"target": self.target, "overwrite": True}
        return job, {}

    def all_there(self, worker: Worker, overview: Overview) -> bool:
        """Return whether the sheet is what was acknowledged last, or what was under way at the kill."""
        assert overview.damaged_store is None
        return self.is_there(
            {row.row: row.cells for row in worker.ask(Jobs.sheet_page, start=0, limit=1000).rows}
        )

    def is_there(self, found: Sheet) -> bool:
        """Return whether a sheet is one of those two, and take it for what is acknowledged now."""
        candidates = [self.model] if self.maybe is None else [self.model, self.maybe]
        right = next((each for each in candidates if each.sheet == found), None)
        if right is not None:
            self.model, self.maybe = right, None
        return right is not None

    def look_at_target(self, *wanted: Sheet | None) -> None:
        """See that the saved file is whole, and one of those that are wanted; none may be there."""
        if not self.target.exists():
            assert wanted[0] is None, "the saved file is gone"
            return
        found = [tuple(row) for row in read_workbook(self.target).tables[0].rows[1:]]
        self.saved = next((each for each in wanted if each and [*each.values()] == found), None)
        assert self.saved, "the saved file is wrong"

    def no_drafts_are_left(self) -> None:
        left = {file.name for file in self.target.parent.iterdir()} - {self.target.name}
        assert not left, f"left behind: {left}"


def write_mapping(path: Path) -> Sheet:
    """Write a mapping sheet and return its rows by Excel's numbers."""
    book = Book()
    sheet = {
        number: ("212", "SizeColor", "Variation", "Cor", "Color", f"Cor {number}", f"Value {number}")
        for number in range(2, ROWS + 2)
    }
    for row in (COLUMNS, *sheet.values()):
        book.active.append(row)
    book.save(path)
    return sheet


def main(kills: int, seed: int) -> None:
    """Kill so many workers and say in the middle of what."""
    folder = Path(tempfile.mkdtemp(prefix="listo-kills-"))
    os.environ["LISTO_HOME"] = str(folder)
    # A fork is there at once; how a process comes to be makes no difference to how it goes.
    rounds = Rounds(folder, seed, "fork")
    rounds.begin()
    for _ in range(kills):
        rounds.round()
    print(f"{kills} kills, in the middle of {dict(rounds.underway)}; nothing lost, nothing half-written")
    shutil.rmtree(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Kill the worker at random moments.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    main(**vars(parser.parse_args()))
