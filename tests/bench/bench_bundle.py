"""How long the bundle takes from its start to the window's first picture on a screen.

    python packaging/make_bundle.py
    python tests/bench/bench_bundle.py [--quick]

The bundle in `dist/`, and one that PyInstaller makes in the same way of a bare window of Qt's with three
tabs, take turns on a screen that nobody sees. The picture is there when the screen is no longer black, as
both draw it whole; the processor's time is that of all processes of the program until then. Needs Linux and
Xvfb.
"""

from __future__ import annotations

import mmap
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from figures import QUICK, THREE_TABS, Cost, by_turns, tell

RUNS = 3 if QUICK else 7

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "dist/Listo/listo"
PLACE = ROOT / "build/bare"

WIDTH, HEIGHT = 1280, 800
"""Pixels of the screen: both windows lie over its middle."""

_LONGEST = 300
"""Seconds: far beyond what a start takes on any machine, so that one which fails says so."""

_BARE = f"""
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTabWidget
app = QApplication(sys.argv)
window = QMainWindow()
{THREE_TABS}"""


def bare_bundle() -> Path:
    """Make the bare bundle with the recipe of Listo's, less what is Listo's in it, and return its program."""
    program = PLACE / "dist/bare/bare"
    recipe = (ROOT / "packaging/listo.spec").read_text(encoding="utf-8")
    unused = recipe[recipe.index("UNUSED = ") : recipe.index("SPREADSHEETS = ")]
    excluded = recipe[recipe.index("    excludes=") : recipe.index("    module_collection_mode")]
    PLACE.mkdir(parents=True, exist_ok=True)
    (PLACE / "bare.py").write_text(_BARE, encoding="utf-8")
    (PLACE / "bare.spec").write_text(
        f"import re\n{unused}"
        f"found = Analysis(['bare.py'],\n{excluded}"
        "    module_collection_mode=dict.fromkeys(('PySide6', 'shiboken6'), 'pyc'))\n"
        "for kept in (found.binaries, found.datas):\n"
        "    kept[:] = [entry for entry in kept if not UNUSED.search(entry[0])]\n"
        "program = EXE(PYZ(found.pure), found.scripts, [], exclude_binaries=True, name='bare', strip=True)\n"
        "COLLECT(program, found.binaries, found.datas, name='bare', strip=True)\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "bare.spec"]
    subprocess.run(command, cwd=PLACE, check=True)
    return program


@contextmanager
def black_screen(folder: Path) -> Iterator[tuple[str, mmap.mmap]]:
    """Start an X server; give its display, and what is on it as one line of bytes."""
    reading, writing = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-br", "-screen", "0", size, "-fbdir", str(folder)]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            display = f":{answer.readline().strip()}"
        with (
            (folder / "Xvfb_screen0").open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pixels,
        ):
            yield display, pixels
    finally:
        server.terminate()
        server.wait()


def started(display: str, pixels: mmap.mmap, program: Path) -> Cost:
    """Return what it costs until something is drawn in the middle of the screen."""
    end = len(pixels) - WIDTH * 4 * (HEIGHT // 2)
    middle = slice(end - WIDTH * 4, end)
    black = bytes(WIDTH * 4)
    while pixels[middle] != black:  # a server that has much to do still draws what the last one asked for
        time.sleep(0.01)
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
        kept |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LISTO_HOME": home}
        begun = time.perf_counter()
        with subprocess.Popen([program], env=kept, start_new_session=True) as process:
            while pixels[middle] == black:
                assert time.perf_counter() < begun + _LONGEST, f"{program} shows nothing"
                time.sleep(0.002)  # a hundredth of what is measured
            cost = Cost(time.perf_counter() - begun, _processor(process.pid))
            os.killpg(process.pid, signal.SIGKILL)
        while pixels[middle] != black:
            time.sleep(0.01)
    return cost


def _processor(session: int) -> float:
    """Return the seconds that the processes of a session have had."""
    used = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            facts = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(facts[3]) == session:
            used += sum(map(int, facts[11:15]))
    return used / os.sysconf("SC_CLK_TCK")


def main() -> None:
    bare = bare_bundle()
    with tempfile.TemporaryDirectory() as folder, black_screen(Path(folder)) as screen:
        works = [partial(started, *screen, program) for program in (BUNDLE, bare)]
        for work in works:
            work()  # so that its files are in memory
        ours, theirs = by_turns(RUNS, *works)
    tell(
        "the bundle, from its start to the window on the screen",
        ours,
        "a bare bundle",
        theirs,
        wall_times=1.5,
    )


if __name__ == "__main__":
    main()
