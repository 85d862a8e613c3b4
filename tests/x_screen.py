"""A screen that nobody sees, with a window manager, and a real mouse and keyboard on it.

Needs Xvfb, openbox and xdotool (Debian: `apt-get install xvfb openbox xdotool`).
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from timeouts import TIMEOUT_S, wait_until
from window_process import WindowProcess

SIZE = (1600, 900)

needs_a_screen = pytest.mark.skipif(
    not all(shutil.which(program) for program in ("Xvfb", "openbox", "xdotool")),
    reason="Xvfb, openbox or xdotool is not installed",
)


@contextmanager
def running(command: list[str], **options: object) -> Iterator[subprocess.Popen[str]]:
    """Run a program for as long as the block lasts."""
    process = subprocess.Popen(command, text=True, **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(TIMEOUT_S)
        finally:
            process.kill()
        if process.stdout:
            process.stdout.close()


@contextmanager
def open_screen() -> Iterator[dict[str, str]]:
    """Start an X server on a display that is free; give an environment for programs to show on it."""
    reading, writing = os.pipe()
    size = f"{SIZE[0]}x{SIZE[1]}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    with running(command, pass_fds=[writing], stderr=subprocess.DEVNULL):
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb does not come up"
        environment = _environment(f":{number}")
        with _manager(environment):
            yield environment


def _environment(display: str) -> dict[str, str]:
    """Return an environment of that display, in which the desktop of this machine has no say."""
    of_the_desktop = ("XDG_CURRENT_DESKTOP", "WAYLAND_DISPLAY", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME")
    kept = {name: value for name, value in os.environ.items() if name not in of_the_desktop}
    return {**kept, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "en_US.UTF-8"}


@contextmanager
def _manager(environment: Mapping[str, str]) -> Iterator[None]:
    """Run a window manager that is ready: a window that is there before it gets no keyboard."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready"
        command = ["openbox", "--startup", shlex.join(["touch", str(ready)])]
        with running(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            wait_until(ready.exists, lambda: "openbox does not come up")
            yield


class InputDevices:
    """The mouse and the keyboard of that screen."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def do(self, *words: object) -> str:
        """Have xdotool do something, and return what it says."""
        command = ["xdotool", *(str(word) for word in words)]
        done = subprocess.run(command, env=self._environment, text=True, capture_output=True, check=False)
        return done.stdout.strip()

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        """Press at one place, move as a hand moves, and let go at another."""
        self.do("mousemove", *start)
        self.do("mousedown", 1)
        for step in range(1, steps + 1):
            at = (start[i] + (end[i] - start[i]) * step // steps for i in (0, 1))
            self.do("mousemove", *at)
            time.sleep(0.05)

    def let_go(self) -> None:
        """Let go of what is dragged."""
        self.do("mouseup", 1)

    def press(self, place: tuple[int, int]) -> None:
        """Press the left button at a place."""
        self.do("mousemove", *place, "click", 1)

    def key(self, *keys: str) -> None:
        """Strike keys by their names, such as `ctrl+z`, one after the other."""
        self.do("key", "--delay", 15, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.do("type", "--delay", 15, text)


class ListoWindow(WindowProcess):
    """Listo on that screen, and the mouse and keyboard that work in it."""

    def __init__(self, environment: Mapping[str, str], place: tuple[int, int] = (440, 60)) -> None:
        super().__init__(environment)
        self.devices = InputDevices(environment)
        try:
            self._come_to(*place)
        except BaseException:
            self.kill()
            raise

    def _come_to(self, left: int, top: int) -> None:
        """Wait for the window, and put it where it lies over nothing else."""
        self.wait_until_shown()
        self.wait("window.isActiveWindow()")
        self.do(f"window.move({left}, {top})")
        self.wait(f"window.frameGeometry().left() == {left}")

    def where(self, place: str) -> tuple[int, int]:
        """Wait until what is to be pressed is there and rests, and return where."""
        return wait_until(lambda: self._rests(place), lambda: f"{place} does not come to rest")

    def _rests(self, place: str) -> tuple[int, int] | None:
        """Return where it is, if it is there a moment later too."""
        before = self.wait(place)
        time.sleep(0.05)
        x, y = self.wait(place)
        return (x, y) if [x, y] == before else None

    def press(self, place: str) -> None:
        """Press what is at a place: an expression such as `at(tab.files.go_on)`."""
        self.wait_until_idle()
        self.devices.press(self.where(place))

    def take_picture(self, path: Path) -> None:
        """Save what the screen shows where the window is, a moment later: once all is drawn, most likely."""
        time.sleep(0.3)
        assert self.see(f"picture({str(path)!r})")

    def key(self, *keys: str) -> None:
        """Strike keys."""
        self.wait_until_idle()
        self.devices.key(*keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.devices.type(text)
