"""Once with a real mouse: files dragged out of another program's window onto Listo's.

Needs Xvfb and xdotool (Debian: `apt-get install xvfb xdotool libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hands import samples
from listo.core.sessions import Store

HERE = Path(__file__).resolve().parent
PATIENCE = 60

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb or xdotool is not installed"
)


@contextmanager
def running(command: list[str], **options: object) -> Iterator[subprocess.Popen[str]]:
    """Run a program for as long as the block lasts."""
    process = subprocess.Popen(command, text=True, **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)
        if process.stdout:
            process.stdout.close()


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """Start an X server on a display that is free; return an environment for programs to show on it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x900x24", "-nolisten", "tcp"]
    with running(command, pass_fds=[writing], stderr=subprocess.DEVNULL):
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}


class Mouse:
    """The mouse of that screen, moved as a hand moves it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def do(self, *words: object) -> str:
        command = ["xdotool", *(str(word) for word in words)]
        done = subprocess.run(command, env=self._environment, text=True, capture_output=True, check=False)
        return done.stdout.strip()

    def window_of(self, process: subprocess.Popen[str], title: str) -> str:
        """Wait for the window of that title, and return its number."""
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up and process.poll() is None:
            if found := self.do("search", "--onlyvisible", "--name", title):
                return found.splitlines()[0]
            time.sleep(0.1)
        raise AssertionError(f"no window named {title}")

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        self.do("mousemove", *start)
        self.do("mousedown", 1)
        for step in range(1, steps + 1):
            at = (start[i] + (end[i] - start[i]) * step // steps for i in (0, 1))
            self.do("mousemove", *at)
            time.sleep(0.05)
        time.sleep(0.3)
        self.do("mouseup", 1)


def wait_for_work(seconds: float = PATIENCE) -> str:
    """Wait until the window has stored work on a file, and return that file's name."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        store = Store()
        try:
            stored = store.recent("")
        finally:
            store.close()
        if stored:
            return stored[0].path.name
        time.sleep(0.2)
    raise AssertionError("nothing was stored")


def test_a_file_dragged_from_another_window_is_opened(screen, tmp_path):
    mapping, values = samples(tmp_path)
    mouse = Mouse(screen)
    listing = [sys.executable, str(HERE / "file_list_window.py"), str(mapping), str(values)]
    window = [sys.executable, "-m", "listo"]
    with running(window, env=screen) as listo, running(listing, env=screen, stdout=subprocess.PIPE) as files:
        number = mouse.window_of(listo, "Listo")
        mouse.do("windowmove", "--sync", number, 420, 40)
        assert files.stdout is not None
        start = tuple(int(part) for part in files.stdout.readline().split())
        mouse.drag((start[0], start[1]), (420 + 560, 40 + 370))
        assert wait_for_work() == mapping.name
