"""How long it takes from the start of the process to the window's first picture, and what it weighs at rest.

    python tests/bench/bench_starting.py [--quick]

The window as `listo` starts it, by `main`, and a bare one of Qt's with three tabs take turns; each is a
process of its own, has no work from before, and draws on the display where there is one. The processor's time
is the process's own until all of the first picture is drawn. Memory is what window, worker and whatever they
started have for themselves, with their part of what they share (PSS), which Linux alone tells.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from figures import QUICK, THREE_TABS, Cost, by_turns, cost_of, tell

RUNS = 3 if QUICK else 9

SECONDS_TO_REST = 6
"""Until the worker has started: less than one on two idle cores."""

_PAINTED = """
import sys, time
from PySide6.QtCore import QTimer

def tell():
    print(time.process_time(), flush=True)
    sys.stdin.readline()
    QApplication.quit()

def painted(self, event):
    QMainWindow.paintEvent(self, event)
    if not told:
        told.append(True)
        QTimer.singleShot(0, tell)  # once what is on it is drawn too

told = []
"""
_BARE = f"""{_PAINTED}
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget
app = QApplication([])
window = type("Window", (QMainWindow,), {{"paintEvent": painted}})()
{THREE_TABS}"""
_LISTO = f"""{_PAINTED}
from PySide6 import QtWidgets
from PySide6.QtWidgets import QApplication, QMainWindow
Painted = type("Painted", (QMainWindow,), {{"paintEvent": painted}})
QtWidgets.QMainWindow = Painted  # what Listo takes for its window
from listo.__main__ import main
main([])
"""
_RESTING = (
    "def tell():\n"
    f"    QTimer.singleShot({SECONDS_TO_REST * 1000}, "
    "lambda: (print(flush=True), sys.stdin.readline(), QApplication.quit()))\n"
)


def started(program: str) -> Cost:
    """Return what it costs until a program's window is painted."""
    with tempfile.TemporaryDirectory() as home:
        begun = time.perf_counter()
        with _process(program, home) as process:
            assert process.stdout is not None
            processor = float(process.stdout.readline())
            wall = time.perf_counter() - begun
            process.communicate("\n")
    return Cost(wall, processor)


def at_rest(program: str) -> Cost:
    """Return what a program has at rest, with all processes that it started."""
    head, _, rest = program.partition("def tell():")
    resting = head + _RESTING + rest[rest.index("\ndef painted") :]
    with tempfile.TemporaryDirectory() as home, _process(resting, home) as process:
        assert process.stdout is not None
        process.stdout.readline()
        memory = sum(map(_pss, _family(process.pid)))
        process.communicate("\n")
    return Cost(memory=memory)


def _process(program: str, home: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    if not any(kept.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        kept["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-c", program]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=kept | {"LISTO_HOME": home})


def _family(pid: int) -> list[int]:
    """Return a process and all that it started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it ended meanwhile
            continue
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def _pss(pid: int) -> float:
    """Return what a process has, in MB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def main() -> None:
    bare = "a bare Qt window with three tabs"
    started(_LISTO)  # compiles what is not yet
    ours, theirs = by_turns(RUNS, partial(started, _LISTO), partial(started, _BARE))
    tell("from the start to the window's first picture", ours, bare, theirs, wall_times=1.5, more=0.3)
    if sys.platform == "linux":
        ours, theirs = by_turns(1 if QUICK else 3, partial(at_rest, _LISTO), partial(at_rest, _BARE))
        tell("memory at rest, window and worker", ours, bare, theirs, memory=85)
    ours, theirs = by_turns(RUNS, partial(cost_of, "-m", "listo", "--version"), partial(cost_of, "-c", ""))
    tell("`listo --version`", ours, "bare Python", theirs)


if __name__ == "__main__":
    main()
