"""Whether the spreadsheet tab stays alive at 100,000 rows with 200,000 problems: pauses, letters and frames.

    python tests/bench/bench_window.py [rows] [--quick]

For each thing that a person does, prints how long it took until all of it was shown, and the longest time
for which the window did not answer, in milliseconds, by the clock and of its processor: on a machine that has
other work too, the clock counts that in. Then letters typed in cells that take none, and frames: rows that
one scrolls by, with all that is drawn for them. It draws on the display where there is one, and else nowhere.
No test: a machine has its day.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from figures import QUICK, Cost, tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

BEAT_MS = 5
FRAMES = 20 if QUICK else 100


def write_mapping(path: Path, rows: int) -> None:
    """Write a sheet of which every row has two problems or so."""
    import csv

    from listo.core.mapping.sheet import COLUMNS

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(rows):
            writer.writerow(["212", "", "information", "Marca", "Brand", f"Una {number}", f" Una {number}"])


class Window:
    """The tab with its worker, and a clock that notices when it is kept waiting."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        from listo.core.texts import Texts
        from listo.core.worker.jobs import Jobs
        from listo.ui.spreadsheet import SpreadsheetTab
        from listo.ui.worker_client import WorkerClient

        self.client = WorkerClient(Jobs, resume=Jobs.resume)
        self.tab = SpreadsheetTab(self.client, Texts("en"))
        self.tab.resize(1120, 690)
        self.tab.show()
        self.pauses: dict[str, Cost] = {}
        self.took: dict[str, float] = {}
        self._start_anew()
        self._clock = QTimer(interval=BEAT_MS)
        self._clock.timeout.connect(self._beat)
        self._clock.start()

    def _start_anew(self) -> None:
        self.longest, self.busiest = 0.0, 0.0
        self._last, self._used = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000 - BEAT_MS)
        self.busiest = max(self.busiest, (used - self._used) * 1000)
        self._last, self._used = now, used

    def measure(self, name: str, act: Callable[[], object]) -> None:
        """Do something, wait until nothing is under way any more, and print what that took."""
        self.run(lambda: False, 0.3)
        self._start_anew()
        begun = time.perf_counter()
        act()
        self.run(lambda: not self.tab.work.jobs(), 120)
        self.took[name] = time.perf_counter() - begun
        self.run(lambda: False, 0.3)
        self.pauses[name] = Cost(self.longest / 1000, self.busiest / 1000)
        took = self.took[name] * 1000
        print(f"{name:42} {took:8.0f}   longest pause {self.longest:6.1f}, processor {self.busiest:6.1f}")

    def frames(self, work: str, act: Callable[[], object], goal: float) -> None:
        """Do something many times, each with all that is drawn for it, and tell the 95th percentile."""
        from PySide6.QtWidgets import QApplication

        self.run(lambda: False, 0.3)
        costs = []
        for _ in range(FRAMES):
            wall, used = time.perf_counter(), time.thread_time()
            act()
            QApplication.processEvents()
            costs.append((time.perf_counter() - wall, time.thread_time() - used))
        percentiles = [statistics.quantiles(each, n=20)[-1] for each in zip(*costs, strict=True)]
        tell(f"{work}, with drawing, 95th percentile", Cost(*percentiles), processor=goal)

    def run(self, done: Callable[[], bool], seconds: float) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop, timer, end = QEventLoop(), QTimer(interval=BEAT_MS), time.perf_counter() + seconds
        timer.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() > end else None)
        timer.start()
        loop.exec()
        timer.stop()


def scrolled(table: QTableView) -> Callable[[], object]:
    """Return what scrolls a table a row further."""
    bar, by_item = table.verticalScrollBar(), table.ScrollMode.ScrollPerItem
    step = 1 if table.verticalScrollMode() == by_item else table.rowHeight(0)
    return lambda: bar.setValue(bar.value() + step)


def typed(table: QTableView) -> Callable[[], object]:
    """Return what types a letter in the number of a row, which takes none."""
    from PySide6.QtTest import QTest

    table.setCurrentIndex(table.model().index(0, 0))
    return lambda: QTest.keyClick(table, "z")


def main(rows: int) -> None:
    from PySide6.QtWidgets import QApplication

    from listo.core.worker.jobs import Jobs
    from listo.core.worker.results import RowQuery
    from listo.ui import style

    app = QApplication([])
    style.apply(app, dark=False)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LISTO_HOME"] = folder
        mapping = Path(folder) / "mapping.csv"
        write_mapping(mapping, rows)
        window = Window()
        tab = window.tab
        window.measure("open", lambda: tab.open_files([mapping]))
        assert tab.overview is not None
        print(f"{rows} rows, {sum(tab.overview.counts.values())} problems")
        code = tab.overview.groups[0].code
        window.measure("problems", lambda: tab.go_to("problems"))
        page = tab.problems
        bar = page.area.verticalScrollBar()
        window.measure("scroll the page to its end", lambda: bar.setValue(bar.maximum()))
        window.measure("a kind from the list", lambda: page.show_issue_type(code))
        window.measure("next decision", lambda: page.decide(1))
        window.measure("look at what is certain", page.corrections.certain.look.click)
        window.measure("close it", page.corrections.certain.look.click)
        window.measure("show all rows of the kind", page.section().show_all.click)
        table = page.table
        table.scrollToTop()
        window.frames("a row of a problem further", scrolled(table), 0.008)
        window.frames("a letter typed among the rows of a problem", typed(table), 0.02)
        window.measure("scroll the kind to its end", table.scrollToBottom)
        window.measure("select all", table.selectAll)
        window.measure("use one suggestion", lambda: table.use(0))
        window.measure("type a text", lambda: table.alikeRequested.emit(5, "AmazonValue", "Una 3"))
        window.measure("undo", tab.work.undo)
        window.measure("whole sheet", tab.navigation.show_in_sheet)
        window.frames("a row of the whole sheet further", scrolled(tab.sheet.table), 0.008)
        window.frames("a letter typed in the whole sheet", typed(tab.sheet.table), 0.02)
        window.measure("scroll the sheet to the end", tab.sheet.table.scrollToBottom)
        window.measure("next problem", lambda: tab.sheet.find_next(1))
        window.measure("only one kind", lambda: tab.sheet.show_only(code))
        window.measure("next problem of the kind", lambda: tab.sheet.find_next(1))
        window.measure("select all cells", tab.sheet.table.selectAll)
        sheet, descending = tab.sheet, RowQuery(sorted_by="VTEXValue", descending=True)
        window.measure("all rows", sheet.show_all_rows)
        window.measure("sort by a column", lambda: sheet.show_rows(descending))
        window.measure("next problem in that order", lambda: sheet.find_next(1))
        window.measure("search all columns", lambda: sheet.show_rows(RowQuery("una 99")))
        window.measure("all rows", sheet.show_all_rows)
        window.measure("the values of a column", lambda: sheet.open_filter(6))
        sheet.table.selectColumn(6)
        window.measure("copy a column", sheet.copy)
        window.measure("paste it", sheet.paste)
        window.measure("undo", tab.work.undo)
        window.measure("find", lambda: tab.find_panel.open_for("Una", "VTEXValue"))
        window.measure("leave a whole kind", lambda: tab.work.change(Jobs.ignore_type, code))
        window.measure("undo", tab.work.undo)
        window.measure("use all suggestions", lambda: tab.work.change(Jobs.apply_suggestions, code))
        window.measure("undo them", tab.work.undo)
        window.measure("send", lambda: tab.go_to("send"))
        window.measure("columns", lambda: tab.go_to("columns"))
        window.client.close()
        tab.close()
        told(window)


def told(window: Window) -> None:
    """Tell the longest pause of all, and what takes the worker longest."""
    longest = max(window.pauses, key=lambda name: window.pauses[name].processor or 0)
    tell(f"longest pause of the window: {longest}", window.pauses[longest], processor=0.05)
    for name in ("use all suggestions", "undo them"):
        tell(name, Cost(window.took[name]), wall=1.0)


if __name__ == "__main__":
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(*(numbers or [100_000]))
