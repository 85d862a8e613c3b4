"""How long reading a workbook takes, beside the bare calamine and csv readers over the same file.

    python tests/bench/bench_reading.py [--quick]

Each run is a process of its own, and they take turns; only reading is timed.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from figures import QUICK, by_turns, cost_within, tell

COLUMNS = 10

ROWS = 100_000
RUNS = 2 if QUICK else 5

_PATH = "path = Path(sys.argv[1])\n"
_OURS = f"{_PATH}import python_calamine\nfrom listo.core.workbooks.read import read_workbook"
_CALAMINE = f"{_PATH}from python_calamine import CalamineWorkbook"
_READ_BY_CALAMINE = "rows = list(CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows())"
_CSV = f"{_PATH}import csv"
_READ_BY_CSV = "rows = list(csv.reader(path.open(encoding='utf-8', newline=''), delimiter=';'))"


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


def main() -> None:
    table = rows(ROWS)
    with tempfile.TemporaryDirectory() as folder:
        calamine, text = ("calamine", _CALAMINE, _READ_BY_CALAMINE), ("Python's csv", _CSV, _READ_BY_CSV)
        files = {
            ".xlsx": (write_workbook(Path(folder, "plain.xlsx"), table, False), calamine),
            ".xlsx, dates and errors": (
                write_workbook(Path(folder, "formatted.xlsx"), table, True),
                calamine,
            ),
            ".csv": (write_text(Path(folder, "a.csv"), table), text),
        }
        for name, (path, (peer, before, work)) in files.items():
            read = partial(cost_within, _OURS, "read_workbook(path)", path)
            ours, bare = by_turns(RUNS, read, partial(cost_within, before, work, path))
            tell(f"read 100,000 rows of {COLUMNS} columns, {name}", ours, peer, bare)


if __name__ == "__main__":
    main()
