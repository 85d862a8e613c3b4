"""Starts of Listo beside each other: one window has it all, and no work is done twice or lost."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import story_files
from timeouts import TIMEOUT_S, wait_until
from window_kills import start_window
from window_process import WindowProcess

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a process's children are told by /proc")


class Starts:
    """Every start of a test; what still runs is ended with it."""

    def __init__(self, folder: Path) -> None:
        self.mapping = story_files.write_mapping(folder / "mapping.xlsx")
        self.template = story_files.write_template(folder / "template.xlsx")
        self.all: list[WindowProcess] = []

    def start(self, *files: Path) -> WindowProcess:
        self.all.append(start_window(files))
        return self.all[-1]

    def running(self) -> list[WindowProcess]:
        return [window for window in self.all if window.process.poll() is None]

    def end(self) -> None:
        for window in self.all:
            window.kill()
            window.wait_for_orphans()


@pytest.fixture
def starts(listo_home, tmp_path) -> Iterator[Starts]:
    made = Starts(tmp_path)
    yield made
    made.end()


def test_a_second_start_hands_its_files_to_the_first_and_ends(starts):
    first = starts.start(starts.mapping)
    first.wait_until_settled()
    first.do("window.showMinimized()")
    first.wait("window.isMinimized()")
    second = starts.start(starts.template)
    assert second.process.wait(TIMEOUT_S) == 0
    first.wait("tab.overview and len(tab.overview.files) == 2 and not tab.work.jobs()")
    first.wait("window.isVisible() and not window.isMinimized()")


def test_of_three_starts_at_once_one_has_all_files(starts):
    for files in ([starts.mapping], [starts.template], []):
        starts.start(*files)
    wait_until(lambda: len(starts.running()) == 1, lambda: f"{len(starts.running())} still run")
    (window,) = starts.running()
    window.wait("tab.overview and len(tab.overview.files) == 2 and not tab.work.jobs()")
    assert sorted(start.process.returncode or 0 for start in starts.all) == [0, 0, 0]


def test_the_session_of_a_closed_window_is_its_own_until_everything_is_stored(starts):
    first = starts.start(starts.mapping, starts.template)
    first.wait_until_settled()
    first.do("tab.go_to('problems')")
    first.wait("tab.problems.current_cell() == (6, 'AmazonValue')")
    first.wait("not tab.work.jobs() and tab.problems.table._problems.peek(0) is not None")  # what `use` takes
    worker = first.see("window.client._worker._process.pid")
    os.kill(worker, signal.SIGSTOP)  # as if what it stores took long
    assert first.process.stdin is not None
    first.process.stdin.write(json.dumps({"do": "tab.problems.table.use(0); window.close()"}) + "\n")
    first.process.stdin.flush()
    first.family()
    second = starts.start()
    second.wait("tab and tab.work.jobs() == ['resume']")
    os.kill(worker, signal.SIGCONT)
    second.wait_until_settled()
    assert second.see("tab.overview.undo.value") == "Blue"


def test_the_session_of_a_killed_window_is_the_next_ones_at_once(starts):
    first = starts.start(starts.mapping, starts.template)
    first.wait_until_settled()
    worker = first.see("window.client._worker._process.pid")
    first.kill()
    os.kill(worker, signal.SIGKILL)
    second = starts.start()
    second.wait_until_settled()
    assert second.see("len(tab.overview.files)") == 2
