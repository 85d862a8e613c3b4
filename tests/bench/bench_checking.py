"""How long all checks take on a large sheet, beside the bare reading of the same file.

    python tests/bench/bench_checking.py [rows] [runs]

Prints medians in milliseconds. No test: what a machine does today is not what is right or wrong.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from listo.core.checks.categories import DEFECTS
from listo.core.checks.engine import run
from listo.core.mapping.layout import find_mapping
from listo.core.mapping.sheet import COLUMNS, MappingSheet
from listo.core.references.files import References
from listo.core.references.model import AmazonValues, Attribute
from listo.core.vocabulary import categories
from listo.core.workbooks.model import Table, Workbook

ATTRIBUTES = 300
VALUES = [f"Value {number}" for number in range(60)]
FAULTS = ("value 7", "Valeu 8", " Value 9", "", "#N/A")
"""What every fiftieth AmazonValue says instead of a right one."""


def references() -> References:
    names = ("Size", "Color", *(f"Attribute{number}" for number in range(ATTRIBUTES - 2)))
    listed = (Attribute(name, name, (name,), {"": tuple(VALUES)}) for name in names)
    # VTEX's workbook is for all categories, so that every row is held against it.
    return References((AmazonValues(generation=0, attributes=tuple(listed), themes=("SizeColor",)),))


def rows(count: int) -> list[list[str]]:
    chance, known = (
        random.Random(212),
        [n for n in range(1, 9000) if categories.is_known(n) and n not in DEFECTS],
    )
    made = []
    for number in range(count):
        category = str(known[number % 2000])
        varies = number % 2000 < 1000
        theme, type_ = ("SizeColor", "Variation") if varies else ("", "Information")
        name = ("Size", "Color")[number // 2000 % 2] if varies else f"Attribute{number // 2000}"
        value = chance.choice(FAULTS) if number % 50 == 0 else VALUES[number // 2000 % 60]
        made.append([category, theme, type_, f"Campo {name}", name, f"Valor {number // 2000}", value])
    return made


def sheet_of(made: list[list[str]]) -> MappingSheet:
    # A reader gives every cell a text of its own, never the same one twice.
    apart = [["".join(list(text)) for text in row] for row in made]
    found = find_mapping(Workbook(Path("bench.xlsx"), "xlsx", (Table("Bench", [COLUMNS, *apart]),)))
    assert found is not None
    return found


def write(made: list[list[str]], path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        page = book.add_worksheet()
        for place, row in enumerate([list(COLUMNS), *made]):
            page.write_row(place, 0, row)


def read_bare(path: Path) -> None:
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def median(work: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main(count: int = 100_000, runs: int = 5) -> None:
    made = rows(count)
    clean = [[*row[:6], VALUES[number // 2000 % 60]] for number, row in enumerate(made)]
    against = references()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.xlsx"
        write(made, path)
        print(f"{count} rows, median of {runs}")
        print(f"bare calamine read      {median(lambda: read_bare(path), runs):8.0f} ms")
    for name, content in (("clean", clean), ("2 % faults", made)):
        sheet = sheet_of(content)
        alone = median(lambda sheet=sheet: run(sheet, References()), runs)  # type: ignore[misc]
        print(f"{name:11} no reference{alone:8.0f} ms")
        both = median(lambda sheet=sheet: run(sheet, against), runs)  # type: ignore[misc]
        found = len(run(sheet, against).findings)
        print(f"{name:11} with values {both:8.0f} ms   {found} findings")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
