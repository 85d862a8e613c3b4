"""How long reading a workbook takes, beside the bare calamine and csv readers over the same file.

    python tests/bench/bench_reading.py [rows] [runs]

Prints medians of the processor's time in milliseconds and their ratio. Each run is a process of its own.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

COLUMNS = 10

_TIMED = """
import sys, time
from pathlib import Path
path = Path(sys.argv[1])
{imports}
start = time.process_time()
{work}
print(time.process_time() - start)
"""
_OURS = _TIMED.format(
    imports="import python_calamine\nfrom listo.core.workbooks.read import read_workbook",
    work="read_workbook(path)",
)
_CALAMINE = _TIMED.format(
    imports="from python_calamine import CalamineWorkbook",
    work="rows = list(CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows())",
)
_CSV = _TIMED.format(
    imports="import csv",
    work="rows = list(csv.reader(path.open(encoding='utf-8', newline=''), delimiter=';'))",
)


def rows(count: int) -> list[list[str | int]]:
    chance = random.Random(212)
    values = [f"Valor {number} de teste" for number in range(5000)]
    return [
        [chance.randrange(100, 9999), *(chance.choice(values) for _ in range(COLUMNS - 1))]
        for _ in range(count)
    ]


def write_workbook(path: Path, table: list[list[str | int]], formatted: bool) -> Path:
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        date = book.add_format({"num_format": "d/m/yyyy"})
        for number, row in enumerate(table):
            sheet.write_row(number, 0, row)
            if formatted:
                sheet.write_datetime(number, COLUMNS, dt.datetime(2024, 1, 1 + number % 28), date)
                sheet.write_formula(number, COLUMNS + 1, "=1/0", None, "#DIV/0!" if number % 50 == 0 else 1)
    return path


def write_text(path: Path, table: list[list[str | int]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(table)
    return path


def median(code: str, path: Path, runs: int) -> float:
    """Return the median of `runs` processes, in milliseconds."""
    done = (
        subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True, text=True)
        for _ in range(runs)
    )
    return statistics.median(float(process.stdout) for process in done) * 1000


def main(count: int = 100_000, runs: int = 5) -> None:
    table = rows(count)
    with tempfile.TemporaryDirectory() as folder:
        files = {
            "xlsx": (write_workbook(Path(folder, "plain.xlsx"), table, False), _CALAMINE),
            "xlsx, dates and errors": (
                write_workbook(Path(folder, "formatted.xlsx"), table, True),
                _CALAMINE,
            ),
            "csv": (write_text(Path(folder, "a.csv"), table), _CSV),
        }
        print(f"{count:,} rows of {COLUMNS} columns, median of {runs}   bare   listo   ratio")
        for name, (path, bare) in files.items():
            alone, ours = median(bare, path, runs), median(_OURS, path, runs)
            print(f"{name:<45} {alone:>8.0f} {ours:>8.0f} {ours / alone:>6.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
