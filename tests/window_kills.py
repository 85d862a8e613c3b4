"""The window killed at random moments while the person edits and saves: nothing that it showed may be lost.

    python tests/window_kills.py [--kills 50] [--seed 1]

Each round starts the window, which goes on by itself, looks whether all is there and at the same step, works
on until a SIGKILL comes, and sees that the worker ends by itself. The window needs no screen for it. What is
asked of it, and what the sheet must say, is that of `kills.py`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kills import Job, KilledError, Rounds, Sheet
from listo.core.worker.jobs import Jobs
from window_process import GoneError, WindowProcess

LONGEST = 0.6
"""Seconds that a window may live after it went on."""

STEPS = ("problems", "skus", "send")


def start_window(files: Iterable[Path] = ()) -> WindowProcess:
    """Start the window without a screen."""
    return WindowProcess({**os.environ, "QT_QPA_PLATFORM": "offscreen"}, files)


class WindowRounds(Rounds):
    """The same work through the window: what it shows is acknowledged."""

    steps: frozenset[str] = frozenset()
    """The step that was shown last, and the one that was being gone to."""

    def begin(self) -> None:
        """Open the sheet that all rounds work on, and close the window again."""
        window = start_window([self.mapping])
        window.wait("tab.overview.session")
        self.steps = frozenset(["problems"])
        Asked(window, self).go("problems")
        window.family()
        window.do("window.close()")
        window.end()
        window.wait_for_orphans()

    def round(self) -> None:
        """Start, look, work on until the window is killed, and look at what was being saved."""
        window = start_window()
        try:
            self.look(window)
            killer = threading.Timer(self.chance.uniform(0, LONGEST), window.process.kill)
            killer.start()
            try:
                self.work_until_killed(Asked(window, self))  # type: ignore[arg-type]
            finally:
                killer.join()
            self.no_drafts_are_left()
        finally:
            window.kill()
            window.wait_for_orphans()

    def look(self, window: WindowProcess) -> None:
        """See that the window went on where it was, with everything, and that no process is there twice."""
        window.wait_until_settled()
        window.family()
        assert window.see("tab.overview.damaged_store is None")
        step = window.see("tab.step")
        assert step in self.steps, f"at {step}, not at {self.steps}"
        self.steps = frozenset([step])
        assert self.is_there(Asked(window, self).sheet()), "something that was shown is lost"


class Asked:
    """The window in a worker's place: asked as its pages ask, it has answered when it shows the answer."""

    def __init__(self, window: WindowProcess, rounds: WindowRounds) -> None:
        self._window, self._rounds = window, rounds

    def ask(self, job: Job, **arguments: object) -> None:
        """Have a job done, and sometimes go elsewhere. Raises KilledError once window and worker are gone."""
        try:
            self._do(job, arguments)
            if self._rounds.chance.random() < 0.2:
                self.go(self._rounds.chance.choice(STEPS))
        except GoneError as error:
            self._window.kill()
            self._window.wait_for_orphans()
            raise KilledError from error

    def _do(self, job: Job, arguments: dict[str, Any]) -> None:
        if job is Jobs.save:
            self._rounds.steps |= {"send"}
            self._window.do(f"tab.send.copy.save_to(Path({str(arguments['target'])!r}), overwrite=True)")
        else:
            words = ", ".join(f"{name}={value!r}" for name, value in arguments.items())
            self._window.do(f"tab.work.change(Jobs.{job.__name__}, {words})")
        self._arrive()

    def go(self, step: str) -> None:
        """Go to a step."""
        self._rounds.steps |= {step}
        self._window.do(f"tab.go_to({step!r})")
        self._arrive()

    def _arrive(self) -> None:
        """Wait until all is answered and kept, and take note of the step that is shown."""
        self._window.wait(
            "tab.overview and not tab.work.jobs() and tab.navigation.tracker.state.step == tab.step"
        )
        self._rounds.steps = frozenset([self._window.see("tab.step")])

    def sheet(self) -> Sheet:
        """Return the rows of the sheet as the window gets them."""
        self._window.do("kept.clear()")
        self._window.do(
            "window.client.start(Jobs.sheet_page, start=0, limit=1000)"
            ".on_success(lambda page: kept.update(page=page))"
        )
        self._window.wait("'page' in kept")
        return {
            row: tuple(cells)
            for row, cells in self._window.see("[(r.row, r.cells) for r in kept['page'].rows]")
        }


def main(kills: int, seed: int) -> None:
    """Kill so many windows and say in the middle of what."""
    folder = Path(tempfile.mkdtemp(prefix="listo-window-kills-"))
    os.environ["LISTO_HOME"] = str(folder)
    rounds = WindowRounds(folder, seed)
    rounds.begin()
    for _ in range(kills):
        rounds.round()
    print(
        f"{kills} kills, in the middle of {dict(rounds.underway)}; nothing lost, left behind or half-written"
    )
    shutil.rmtree(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Kill the window at random moments.")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    main(**vars(parser.parse_args()))
