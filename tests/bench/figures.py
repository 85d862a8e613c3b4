"""How each bench tells its figures: a row of one table, with the peer measured beside it and the goal.

A bench calls `tell` once for each piece of work. That prints a row of Markdown; where `bench_all.py` asks for
it through the environment, a line of JSON instead. `--quick` among its arguments asks for few repetitions.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

AS_JSON = "LISTO_BENCH_JSON"
"""The variable of the environment that asks for lines of JSON."""

QUICK = "--quick" in sys.argv[1:]


@dataclass(frozen=True, slots=True)
class Cost:
    """What work cost: seconds by the clock and of the processor, peak memory in MB; None was not measured."""

    wall: float | None = None
    processor: float | None = None
    memory: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the table.

    `goals` are limits by their kind (see `_MEASURES`), in seconds, MB or times; `peer` is what does the
    least that the work needs.
    """

    work: str
    cost: Cost
    peer: str
    beside: Cost
    goals: Mapping[str, float]

    @property
    def ratio(self) -> float | None:
        """How many times the peer's cost this is: of the processor where known, else by the clock."""
        for name in ("processor", "wall"):
            ours, theirs = getattr(self.cost, name), getattr(self.beside, name)
            if ours is not None and theirs:
                return float(ours / theirs)
        return None

    def row(self) -> str:
        """Return a row of Markdown."""
        bare = f"{self.peer} {_said(self.beside)}" if self.peer else ""
        times = "" if self.ratio is None else f"{self.ratio:.2f}"
        goals = "; ".join(_MEASURES[kind][1](limit) for kind, limit in self.goals.items())
        return f"| {self.work} | {_said(self.cost)} | {bare} | {times} | {goals} | {self.met()} |"

    def met(self) -> str:
        """Return `yes`, or what is over its limit; nothing where there is no goal."""
        values = {kind: _MEASURES[kind][0](self) for kind in self.goals}
        over = [kind for kind, value in values.items() if value is None or value > self.goals[kind]]
        return f"no: {', '.join(over)}" if over else "yes" if self.goals else ""


HEAD = "| work | clock, processor, memory | beside it | times | goal | met |\n|---|---|---|---|---|---|"


def _more(figure: Figure) -> float | None:
    ours, theirs = figure.cost.processor, figure.beside.processor
    return None if ours is None or theirs is None else ours - theirs


def _times_by_the_clock(figure: Figure) -> float | None:
    ours, theirs = figure.cost.wall, figure.beside.wall
    return None if ours is None or not theirs else ours / theirs


_MEASURES: dict[str, tuple[Callable[[Figure], float | None], Callable[[float], str]]] = {
    "wall": (lambda figure: figure.cost.wall, lambda limit: f"{_seconds(limit)} by the clock"),
    "processor": (lambda figure: figure.cost.processor, lambda limit: _seconds(limit)),
    "memory": (lambda figure: figure.cost.memory, lambda limit: f"{limit:g} MB"),
    "times": (lambda figure: figure.ratio, lambda limit: f"{limit:g} times"),
    "wall_times": (_times_by_the_clock, lambda limit: f"{limit:g} times by the clock"),
    "more": (_more, lambda limit: f"{_seconds(limit)} of the processor more"),
}
"""How each kind of goal is measured and said."""


def _seconds(value: float) -> str:
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value:.2f} s" if value < 10 else f"{value:.0f} s"


def _said(cost: Cost) -> str:
    times = [_seconds(value) if value is not None else "–" for value in (cost.wall, cost.processor)]
    while times and times[-1] == "–":
        times.pop()
    return ", ".join([*times, *([] if cost.memory is None else [f"{cost.memory:.0f} MB"])])


def tell(work: str, cost: Cost, peer: str = "", beside: Cost | None = None, **goals: float) -> None:
    """Print a figure as a row, or as JSON where that is asked for."""
    figure = Figure(work, cost, peer, beside or Cost(), goals)
    print(json.dumps(asdict(figure)) if os.environ.get(AS_JSON) else figure.row(), flush=True)


def figure_from(line: str) -> Figure | None:
    """Return the figure that such a line of JSON tells, None where it is another line."""
    if not line.startswith('{"work":'):
        return None
    told = json.loads(line)
    cost, beside = Cost(**told.pop("cost")), Cost(**told.pop("beside"))
    return Figure(cost=cost, beside=beside, **told)


_STARTED = """
import json, os, sys, time
start = time.perf_counter()
nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
child = os.posix_spawn(sys.executable, sys.argv[1:], os.environ, file_actions=nowhere)
_, status, used = os.wait4(child, 0)
megabyte = 1 << (10 if sys.platform == "linux" else 20)
cost = time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / megabyte
print(json.dumps([os.waitstatus_to_exitcode(status), *cost]))
"""
"""Starts another process and tells what that cost; a process apart, since the peak counts who started it."""

_WITHIN = """
import json, re, resource, sys, time
from pathlib import Path
{before}
wall, processor = time.perf_counter(), time.process_time()
{work}
cost = [time.perf_counter() - wall, time.process_time() - processor]
if sys.platform == "linux":  # whose getrusage counts in what the process was started from
    cost.append(int(re.search("VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
else:
    cost.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20))
print(json.dumps(cost))
"""

_ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
"""A person's: with compiled modules kept, and with output in blocks."""


BARE = """
import sys
from python_calamine import CalamineWorkbook
for path in sys.argv[1:]:
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""
"""Reads all cells of the workbooks that are named, by calamine alone."""

THREE_TABS = """\
tabs = QTabWidget()
for name in ("one", "two", "three"):
    tabs.addTab(QTableView(), name)
window.setCentralWidget(tabs)
window.resize(1120, 740)
window.show()
app.exec()
"""
"""Shows three tabs, each with an empty table, in a bare window of Qt's, once `app` and `window` are there."""


def cost_of(*words: str | Path, told: str = "") -> Cost:
    """Return what Python costs with those arguments, from start to end; `told` is its standard input."""
    command = [sys.executable, "-S", "-c", _STARTED, sys.executable, *map(str, words)]
    done = subprocess.run(
        command, input=told, stdout=subprocess.PIPE, check=True, text=True, env=_ENVIRONMENT
    )
    status, *cost = json.loads(done.stdout)
    if status not in (0, 1):  # 1 says that something is wrong in what was checked
        raise SystemExit(f"{words} ended with {status}")
    return Cost(*cost)


def cost_within(before: str, work: str, *words: str | Path) -> Cost:
    """Return what that work costs in a process that did first what comes before; the peak is of both."""
    command = [sys.executable, "-c", _WITHIN.format(before=before, work=work), *map(str, words)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=_ENVIRONMENT)
    return Cost(*json.loads(done.stdout.splitlines()[-1]))


def by_turns(runs: int, *works: Callable[[], Cost]) -> list[Cost]:
    """Return the medians of works that take turns, for a machine is not always the same."""
    taken = [[work() for work in works] for _ in range(runs)]
    return [median(costs) for costs in zip(*taken, strict=True)]


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each measure."""
    measures: dict[str, float | None] = {}
    for name in ("wall", "processor", "memory"):
        values = [value for one in costs if (value := getattr(one, name)) is not None]
        measures[name] = statistics.median(values) if values else None
    return Cost(**measures)
