"""How long a corrected copy takes, beside openpyxl, which loads the whole workbook and writes it anew.

    python tests/bench/bench_saving.py [rows] [runs]

Edits one cell in twenty rows. Prints medians in milliseconds; ours reads the copy back to make sure.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench_reading import COLUMNS, median, rows, write_text, write_workbook

_OURS = """
import sys, time
from pathlib import Path
from listo.core.workbooks import Cell, read_workbook, write_copy
path = Path(sys.argv[1])
book = read_workbook(path)
table = book.tables[0]
edits = {{table.name: {{Cell(row, 6): "new < text" for row in range(0, len(table.rows), 20)}}}}
start = time.perf_counter()
{work}
print(time.perf_counter() - start)
"""
_WHOLE = _OURS.format(work='write_copy(book, path.with_name("copy"), edits, overwrite=True)')
_UNCHECKED = _OURS.format(
    work="""
from listo.core.workbooks.writing import _write_as
with path.with_name("draft").open("wb") as file:
    _write_as(book, file, edits)
"""
)
_OPENPYXL = """
import sys, time
from pathlib import Path
import openpyxl
path = Path(sys.argv[1])
start = time.perf_counter()
book = openpyxl.load_workbook(path)
sheet = book.worksheets[0]
for row in range(1, sheet.max_row + 1, 20):
    sheet.cell(row, 7).value = "new < text"
book.save(path.with_name("other.xlsx"))
print(time.perf_counter() - start)
"""


def main(count: int = 100_000, runs: int = 3) -> None:
    table = rows(count)
    with tempfile.TemporaryDirectory() as folder:
        workbook = write_workbook(Path(folder, "a.xlsx"), table, False)
        text = write_text(Path(folder, "a.csv"), table)
        print(f"{count:,} rows of {COLUMNS} columns, a cell in every 20th edited, median of {runs}")
        print(f"xlsx, openpyxl load and save      {median(_OPENPYXL, workbook, 1):>8.0f}  (one run)")
        print(f"xlsx, listo                       {median(_WHOLE, workbook, runs):>8.0f}")
        print(f"xlsx, listo without reading back  {median(_UNCHECKED, workbook, runs):>8.0f}")
        print(f"csv, listo                        {median(_WHOLE, text, runs):>8.0f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
