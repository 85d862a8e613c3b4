"""All benches, each in its own process, and one table of what they tell.

    python tests/bench/bench_all.py [--quick] [--only NAME ...]

A row for each piece of work: its time by the clock and of the processor and its peak of memory, in medians;
the same of a peer that does the least that is needed; how many times that is; the goal, and whether it is
met. A bench of that NAME is `bench_NAME.py`. Growth is told by the rows of one work at several sizes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from figures import AS_JSON, HEAD, Figure, figure_from

HERE = Path(__file__).parent

BENCHES = ("reading", "files", "saving", "commands", "readiness", "window", "starting", "typing")
"""In the order of the table; the others tell about parts of these, and are started by themselves."""


def figures(name: str, quick: bool) -> Iterator[Figure]:
    """Yield what a bench tells; other lines that it prints go to standard error."""
    command = [sys.executable, str(HERE / f"bench_{name}.py"), *(["--quick"] if quick else [])]
    environment = os.environ | {AS_JSON: "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if figure := figure_from(line):
                yield figure
            else:
                print(line, end="", file=sys.stderr)
    if process.returncode:
        print(f"bench_{name}.py ended with {process.returncode}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", nargs="+", choices=BENCHES, default=BENCHES)
    options = parser.parse_args()
    machine = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(
        f"{dt.datetime.now(tz=dt.UTC).date()}, {machine}, load {os.getloadavg()[0]:.1f}\n\n{HEAD}", flush=True
    )
    for name in options.only:
        for figure in figures(name, options.quick):
            print(figure.row(), flush=True)


if __name__ == "__main__":
    main()
