"""What a corrected copy costs beside openpyxl, which loads the whole workbook and writes it anew.

    python tests/bench/bench_saving.py [rows] [runs]

Each run is a process of its own, ours and openpyxl's by turns. Time is that of saving alone for Listo, with
the proof that the copy is right, and of loading and saving for openpyxl; memory is the process's peak, so
Listo's holds the workbook as it was read, as the window's worker does.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench_reading import COLUMNS, rows, write_text, write_workbook

EDITS = (2_000, 34_000)

_MEASURED = """
import json, re, resource, sys, time
from pathlib import Path
path, every = Path(sys.argv[1]), int(sys.argv[2])
{before}
wall, processor = time.perf_counter(), time.process_time()
{work}
seconds = time.perf_counter() - wall, time.process_time() - processor
if sys.platform == "linux":  # whose getrusage counts in what the process was started from
    megabytes = int(re.search("VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
else:
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
print(json.dumps(dict(zip(("wall", "processor", "memory"), (*seconds, megabytes)))))
"""
_OURS = _MEASURED.format(
    before="""
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy
book = read_workbook(path)
table = book.tables[0]
edits = {table.name: {Cell(row, 6): "new < text" for row in range(0, len(table.rows), every)}}
""",
    work='write_copy(book, path.with_name("copy"), edits, overwrite=True)',
)
_OPENPYXL = _MEASURED.format(
    before="import openpyxl",
    work="""
book = openpyxl.load_workbook(path)
sheet = book.worksheets[0]
for row in range(1, sheet.max_row + 1, every):
    sheet.cell(row, 7).value = "new < text"
book.save(path.with_name("other.xlsx"))
""",
)

Figures = Mapping[str, float]


def once(code: str, path: Path, every: int) -> Figures:
    command = [sys.executable, "-c", code, str(path), str(every)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def medians(figures: list[Figures]) -> Figures:
    return {kind: statistics.median(each[kind] for each in figures) for kind in figures[0]}


def show(name: str, figures: Figures, beside: Figures | None = None) -> None:
    parts = [f"{figures['processor']:7.2f} s {figures['wall']:7.2f} s {figures['memory']:6.0f} MB"]
    if beside:
        parts += [f"{figures[kind] / beside[kind]:7.3f}" for kind in ("processor", "wall", "memory")]
    print(f"{name:34}", *parts)


def main(count: int = 100_000, runs: int = 3) -> None:
    table = rows(count)
    with tempfile.TemporaryDirectory() as folder:
        workbook = write_workbook(Path(folder, "a.xlsx"), table, False)
        text = write_text(Path(folder, "a.csv"), table)
        print(f"{count:,} rows of {COLUMNS} columns, median of {runs}   processor, wall, peak memory, ratios")
        for edits in EDITS:
            every = max(1, round(count / edits))
            turns = [(once(_OURS, workbook, every), once(_OPENPYXL, workbook, every)) for _ in range(runs)]
            ours, theirs = (medians(list(figures)) for figures in zip(*turns, strict=True))
            show(f"xlsx, {edits:,} edits, openpyxl", theirs)
            show(f"xlsx, {edits:,} edits, Listo", ours, theirs)
            show(f"csv, {edits:,} edits, Listo", medians([once(_OURS, text, every) for _ in range(runs)]))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
