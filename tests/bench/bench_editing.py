"""How long one edited cell takes on a large sheet: the checks alone, then the whole job with its answers.

    python tests/bench/bench_editing.py [rows] [runs]

Prints medians and the worst in milliseconds, for each column, with Amazon's values as a reference. No test.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable

from bench_checking import VALUES, references, rows, sheet_of

from listo.core.checks import Checked
from listo.core.sheets import COLUMNS, Column

OTHER: dict[Column, list[str]] = {
    "CategoryID": ["212", "1000000", "abc"],
    "VariationTheme": ["SizeColor", "Size", "sizecolor", ""],
    "Type": ["Variation", "Information", "variation"],
    "VTEXSpecification": ["Campo Size", "Campo Color", ""],
    "AmazonSpecification": ["Size", "Color", "Attribute7", "Colour"],
    "VTEXValue": ["Valor 3", "Valor 4"],
    "AmazonValue": [*VALUES, "value 9", "Valeu 8", ""],
}


def measured(work: Callable[[], object], runs: int) -> tuple[float, float]:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), max(times)


def edit(checked: Checked, name: Column, chance: random.Random) -> None:
    index = chance.randrange(len(checked.sheet))
    checked.sheet.set_text(index, name, chance.choice(OTHER[name]))
    checked.look_again([checked.sheet.row_numbers[index]])


def main(count: int = 100_000, runs: int = 200) -> None:
    chance = random.Random(7)
    start = time.perf_counter()
    checked = Checked(sheet_of(rows(count)), references())
    print(f"{count} rows; first look {(time.perf_counter() - start) * 1000:.0f} ms; one edited cell of")
    for name in COLUMNS:
        usual, worst = measured(lambda name=name: edit(checked, name, chance), runs)  # type: ignore[misc]
        print(f"{name:20}{usual:8.2f} ms, at worst{worst:8.2f} ms")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
