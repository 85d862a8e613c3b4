"""All attacks one after the other, each with its figures: what SECURITY.md promises, tried at length.

    python tests/attacks.py [--only WORD] [--share 1.0] [--seed 1]

Each attack is a program of its own that can be run alone. Here are the two that need no more than this file:
several starts at once, which edit for a minute each, and a soak, one window that works a thousand rounds and
must not grow. `--share 0.1` does a tenth of everything. It needs Linux, and an hour on two idle cores.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from listo.core.worker.jobs import Jobs
from timeouts import wait_until
from window_kills import Asked, WindowRounds, start_window
from window_process import WindowProcess

TESTS = Path(__file__).resolve().parent
MOST_GROWTH_MB = 64
"""What a window and its worker may grow by in 800 rounds: 17,000 changed cells to undo take 10 MB."""
MOST_FILES = 8
"""Open files that they may have more than before: a database opens and closes its log as it likes."""
JOBS_A_START = 6
"""Jobs that are done after several starts, before the next ones: the starts are what is tried."""


class Starts(WindowRounds):
    """Several starts at once on the same work, of which one window remains; that one edits and is closed."""

    def __init__(self, folder: Path, seed: int, starts: int) -> None:
        super().__init__(folder, seed)
        self._starts = starts

    def round(self) -> None:
        """Start, see that one has it all, edit, close, and see that nothing of it stays."""
        windows = [start_window() for _ in range(self._starts)]
        try:
            wait_until(lambda: len(_running(windows)) == 1, lambda: f"{len(_running(windows))} still run")
            (window,) = _running(windows)
            self.look(window)
            for _ in range(JOBS_A_START):
                self.work(Asked(window, self))
            window.do("window.close()")
            window.end()
            ended = [each.process.returncode for each in windows]
            assert not any(ended), f"ended by {ended}"
        finally:
            for each in windows:
                each.kill()
                each.wait_for_orphans()

    def work(self, asked: Asked) -> None:
        """Do one job, and see that what was saved is right."""
        job, arguments = self.some_job()
        coming = self.model.after(job, arguments)
        asked.ask(job, **arguments)
        self.model = coming
        if job is Jobs.save:
            self.saved = coming.sheet
            self.look_at_target(self.saved)
            self.no_drafts_are_left()


def _running(windows: list[WindowProcess]) -> list[WindowProcess]:
    return [window for window in windows if window.process.poll() is None]


def several_starts(folder: Path, seed: int, starts: int, seconds: float) -> str:
    """Have so many starts at once edit, again and again for a time, and say how often."""
    rounds = Starts(folder, seed, starts)
    rounds.begin()
    count, end = 0, time.monotonic() + seconds
    while time.monotonic() < end or not count:
        rounds.round()
        count += 1
    return (
        f"{starts} starts at once, {count} times in {seconds:.0f} s, {JOBS_A_START} jobs each; nothing lost"
    )


def soak(folder: Path, seed: int, rounds: int) -> str:
    """Have one window do a job in each of so many rounds, and say what it grew by after the first fifth."""
    work = Starts(folder, seed, 1)
    work.begin()
    window = start_window()
    try:
        work.look(window)
        asked, before = Asked(window, work), (0, 0)
        for number in range(rounds):
            work.work(asked)
            if number == rounds // 5:
                before = _used(window)
        after = _used(window)
        assert work.is_there(asked.sheet()), "something that was shown is lost"
        window.do("window.close()")
        window.end()
    finally:
        window.kill()
        window.wait_for_orphans()
    grown, files = after[0] - before[0], after[1] - before[1]
    words = f"{rounds} rounds in one window: {after[0]} MB, {grown} MB and {files} files more than at a fifth"
    assert grown <= MOST_GROWTH_MB, words
    assert files <= MOST_FILES, words
    return words


def _used(window: WindowProcess) -> tuple[int, int]:
    """Return how many megabytes and how many open files a window and its processes have."""
    processes = [Path("/proc") / str(number) for number in (window.process.pid, *window.family())]
    lines = [line for place in processes for line in (place / "status").read_text().splitlines()]
    megabytes = sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) // 1024
    return megabytes, sum(len([*(place / "fd").iterdir()]) for place in processes)


def _program(name: str, *arguments: str) -> Callable[[], str]:
    def run() -> str:
        command = [sys.executable, str(TESTS / f"{name}.py"), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-12:])
        assert done.returncode == 0, last
        return last

    return run


def _in_folder(attack: Callable[..., str], *arguments: float) -> Callable[[], str]:
    def run() -> str:
        folder = Path(tempfile.mkdtemp(prefix="listo-attacks-"))
        os.environ["LISTO_HOME"] = str(folder)
        said = attack(folder, *arguments)
        shutil.rmtree(folder)
        return said

    return run


def attacks(share: float, seed: int) -> dict[str, Callable[[], str]]:
    """Return all attacks by their names, each with that share of its size."""

    def some(number: int) -> str:
        return str(max(1, round(number * share)))

    chance = ("--seed", str(seed))
    counts = ("--mutants", some(10_000), "--command", some(300), "--window", some(50))
    return {
        "workbooks": _program("workbook_attacks", *chance, "--hostile", *counts),
        "worker kills": _program("kills", *chance, "--kills", some(400)),
        "window kills": _program("window_kills", *chance, "--kills", some(100)),
        "databases": _program("damaged_stores", *chance, "--stores", some(1_000)),
        "two starts": _in_folder(several_starts, seed, 2, 60 * share),
        "three starts": _in_folder(several_starts, seed, 3, 60 * share),
        "soak": _in_folder(soak, seed, int(some(1_000))),
    }


def main() -> int:
    """Run what is asked for, and return how many attacks broke something."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    broken = 0
    for name, attack in attacks(options.share, options.seed).items():
        if options.only not in name:
            continue
        started = time.monotonic()
        try:
            said = attack()
        except AssertionError as error:
            broken += 1
            said = f"BROKEN: {error}"
        sys.stdout.write(f"{name}, {time.monotonic() - started:.0f} s: {said}\n")
        sys.stdout.flush()
    return broken


if __name__ == "__main__":
    sys.exit(main())
