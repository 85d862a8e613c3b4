"""How long it takes from the start of the process to the first picture of the window, and to `--version`.

    python tests/bench/bench_starting.py [runs]

Prints medians in milliseconds. Each run is a process of its own, has no work from before, and draws off the
screen. No test: what a machine does today is not what is right or wrong.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

_WINDOW = """
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from listo.core.storage.store import Store
from listo.ui import style
from listo.ui.app import make_window

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is window:
            print("painted", flush=True)
            QTimer.singleShot(0, app.quit)
        return False

app = QApplication([])
style.apply(app)
store, watcher = Store(), FirstPaint()
window = make_window(store)
window.installEventFilter(watcher)
window.show()
app.exec()
window.close()
store.close()
"""


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    print(f"window painted    {_median(['-c', _WINDOW], runs):6.0f} ms")
    print(f"listo --version   {_median(['-m', 'listo', '--version'], runs):6.0f} ms")
    print(f"bare Python       {_median(['-c', 'print()'], runs):6.0f} ms")


def _median(arguments: list[str], runs: int) -> float:
    """Return the median in milliseconds of runs after a first one, which compiles what is not yet."""
    _first_line_after(arguments)
    return statistics.median(_first_line_after(arguments) for _ in range(runs)) * 1000


def _first_line_after(arguments: list[str]) -> float:
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"LISTO_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, *arguments], stdout=subprocess.PIPE, env=environment
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            return time.perf_counter() - start


if __name__ == "__main__":
    main()
