"""What a corrected copy costs beside packing the same workbook anew, and beside openpyxl.

    python tests/bench/bench_saving.py [--quick]

Each run is a process of its own, ours and the others by turns. Time is that of saving alone for Listo, with
the proof that the copy is right; of unpacking and packing all parts once; and of loading and saving for
openpyxl. Memory is the process's peak, so Listo's holds the workbook as it was read, as the window's worker
does.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench_reading import rows, write_text, write_workbook
from figures import QUICK, by_turns, cost_within, tell

ROWS = 100_000
EDITS = {2_000: {"times": 1.3}, 50_000: {"processor": 1.5}}
RUNS = 1 if QUICK else 3

_READ = """
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy
path, every = Path(sys.argv[1]), int(sys.argv[2])
book = read_workbook(path)
table = book.tables[0]
edits = {table.name: {Cell(row, 6): "new < text" for row in range(0, len(table.rows), every)}}
"""
_SAVE = 'write_copy(book, path.with_name("copy"), edits, overwrite=True)'
_ZIP = """
with zipfile.ZipFile(sys.argv[1]) as read, zipfile.ZipFile(sys.argv[1] + ".zip", "w", 8) as written:
    for name in read.namelist():
        written.writestr(name, read.read(name))
"""
_OPENPYXL = """
path, every = Path(sys.argv[1]), int(sys.argv[2])
book = openpyxl.load_workbook(path)
sheet = book.worksheets[0]
for row in range(1, sheet.max_row + 1, every):
    sheet.cell(row, 7).value = "new < text"
book.save(path.with_name("other.xlsx"))
"""


def main() -> None:
    table = rows(ROWS)
    with tempfile.TemporaryDirectory() as folder:
        workbook = write_workbook(Path(folder, "a.xlsx"), table, False)
        text = write_text(Path(folder, "a.csv"), table)
        openpyxl = cost_within("import openpyxl", _OPENPYXL, workbook, str(ROWS // 2000))
        for edits, goals in EDITS.items():
            every = str(ROWS // edits)
            save = partial(cost_within, _READ, _SAVE, workbook, every)
            ours, packed = by_turns(RUNS, save, partial(cost_within, "import zipfile", _ZIP, workbook))
            work = f"save {edits:,} of 100,000 rows, .xlsx"
            tell(work, ours, "zip once", packed, **goals)
            tell(work, ours, "openpyxl", openpyxl)
            (ours,) = by_turns(RUNS, partial(cost_within, _READ, _SAVE, text, every))
            tell(f"save {edits:,} of 100,000 rows, .csv", ours)


if __name__ == "__main__":
    main()
