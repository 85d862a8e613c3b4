"""How long one edited cell takes on a large sheet: the checks alone, then the whole job with its answers.

    python tests/bench/bench_editing.py [rows] [runs]

Prints medians and the worst in milliseconds of the processor, for each column; with VTEX's exports of as
many SKUs as rows, in 20 categories and in one, also the 95th of a hundred, of edits and their undo, and of
the whole job with what becomes of each SKU: there also of an attribute that brings a field into the theme, of
a value that a third of the SKUs of a category share, and of the theme itself, and how long it takes until the
strip has its numbers, which are told first; and of as many suggestions as rows, used at once. No test.
"""

from __future__ import annotations

import csv
import pickle
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path

from bench_checking import VALUES, references, rows, sheet_of, write
from bench_window import write_mapping

from listo.core.checks.incremental import IncrementalChecker
from listo.core.edits.history import Edit
from listo.core.gc_pause import gc_paused, heap_frozen_afterwards
from listo.core.mapping.sheet import COLUMNS, Column
from listo.core.references.files import References
from listo.core.references.model import AmazonValues, Attribute
from listo.core.references.vtex_catalog import VtexProducts, VtexSpecifications
from listo.core.references.vtex_export import ExportColumn
from listo.core.storage.store import Store
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview, SkuCounts

HEADERS: dict[ExportColumn, str] = {
    "product-id": "Product ID",
    "sku-id": "SKU ID",
    "sku-active": "Active SKU",
    "global-category-id": "Global category ID",
    "category-id": "Category ID",
    "field-name": "Field name",
    "specification-value": "Specification value",
}

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
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times), max(times)


def edit(checked: IncrementalChecker, name: Column, chance: random.Random) -> None:
    index = chance.randrange(len(checked.sheet))
    checked.sheet.set_text(index, name, chance.choice(OTHER[name]))
    checked.recheck([checked.sheet.row_numbers[index]])


def in_few_categories(count: int, categories: int) -> list[list[str]]:
    """Return rows of so few categories that what is said of one concerns very many of them."""
    numbers = range(212, 212 + categories)
    return [
        [str(numbers[place % categories]), *row[1:5], f"Valor {place}", row[6]]
        for place, row in enumerate(rows(count))
    ]


def themed(count: int, categories: int) -> list[list[str]]:
    """Return such rows, all of one theme, with names that are not taken for one."""
    return [
        [category, "SizeColor", "Variation", lettered(field), lettered(name), value, sent]
        for category, _, _, field, name, value, sent in in_few_categories(count, categories)
    ]


def with_exports(count: int, categories: int, runs: int) -> None:
    """Measure the checks alone where what each SKU has tells what is asked of the rows."""
    made = themed(count, categories)
    names = {row[4]: None for row in made}
    listed = (Attribute(name, name, (name,), {"": tuple(VALUES)}) for name in names)
    amazon = AmazonValues(generation=0, attributes=tuple(listed), themes=("SizeColor",))
    with heap_frozen_afterwards():  # as the worker does
        checked = IncrementalChecker(sheet_of(made), References([amazon], *references_of(exports(made))))
    print(f"the checks alone, with exports of {count} SKUs; {categories} categories")
    chance = random.Random(9)
    for name in OTHER:
        several = sorted(chain(*(edited_and_undone(checked, name, chance) for _ in range(runs))))
        usual, high = statistics.median(several), several[len(several) * 95 // 100]
        print(f"{name:20}{usual:8.2f} ms, 95 of 100{high:8.2f} ms, at worst{several[-1]:8.2f} ms")


def lettered(name: str) -> str:
    """Return a name with letters for its digits: numbered attributes are taken for one."""
    return name.translate({ord("0") + digit: chr(ord("A") + digit) for digit in range(10)})


SHARED = 1
"""Which of a category's sizes very many of its SKUs have: the first row is one with a fault."""

Export = dict[ExportColumn, list[str]]


def exports(made: list[list[str]], *, shares: bool = False) -> tuple[Export, Export, Export]:
    """Return exports of a SKU for each row, which has its value, a size and a colour of its category.

    Where it `shares`, a third of the SKUs have one and the same size: four of nine of those whose row is of
    another field, as a quarter of the rows are of sizes.
    """
    chance, there = random.Random(5), defaultdict[str, dict[str, list[str]]](dict)
    for category, *_, field, _, value, _ in made:
        there[category].setdefault(field, []).append(value)
    told = []
    for place, (category, *_, field, _, value, _) in enumerate(made):
        drawn = {one: chance.choice(there[category][one]) for one in ("Campo Size", "Campo Color")}
        if shares and place // len(there) % 9 < 4:
            drawn["Campo Size"] = there[category]["Campo Size"][SHARED]
        told += [(str(place), one, text) for one, text in {**drawn, field: value}.items()]
    products: Export = {
        "product-id": [f"{row[0]}-{place // (4 * len(there))}" for place, row in enumerate(made)],
        "sku-id": [str(place) for place in range(len(made))],
        "sku-active": ["yes"] * len(made),
        "global-category-id": [row[0] for row in made],
        "category-id": ["7"] * len(made),
    }
    names: tuple[ExportColumn, ...] = ("sku-id", "field-name", "specification-value")
    of_skus: Export = {name: [row[place] for row in told] for place, name in enumerate(names)}
    return products, of_skus, {"product-id": ["0"], "field-name": ["Marca"], "specification-value": ["A"]}


def references_of(
    columns: tuple[Export, Export, Export],
) -> tuple[list[VtexProducts], list[VtexSpecifications]]:
    """Return exports as they are read."""
    products, of_skus, of_products = columns
    kinds = VtexSpecifications("sku", of_skus), VtexSpecifications("product", of_products)
    return [VtexProducts(products)], list(kinds)


def edited_and_undone(
    checked: IncrementalChecker, name: Column, chance: random.Random
) -> tuple[float, float]:
    index = chance.randrange(len(checked.sheet))
    before = checked.sheet.column(name)[index]
    other = chance.choice([text for text in OTHER[name] if text != before])
    return taken(checked, index, name, other), taken(checked, index, name, before)


def taken(checked: IncrementalChecker, index: int, name: Column, text: str) -> float:
    checked.sheet.set_text(index, name, text)
    return measured(partial(checked.recheck, [checked.sheet.row_numbers[index]]), 1)[0]


def jobs(made: list[list[str]], runs: int) -> None:
    """Measure whole jobs: the edit, its way to the disk, the overview and the pages of the window."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Jobs(Store(Path(folder) / "l.sqlite3"))) as work,
    ):
        path = Path(folder) / "bench.xlsx"
        write(made, path)
        with heap_frozen_afterwards():  # as the worker does
            work.open(no_progress, [path])
        chance = random.Random(8)
        for name in COLUMNS:
            usual, worst = measured(partial(one_job, work, chance, name, len(made)), runs)
            print(f"{name:20}{usual:8.2f} ms, at worst{worst:8.2f} ms")
        for job in (work.undo, work.redo):
            usual, worst = measured(partial(answered, work, partial(job, no_progress)), runs)
            print(f"{job.__name__:20}{usual:8.2f} ms, at worst{worst:8.2f} ms")


def jobs_with_exports(count: int, categories: int, runs: int) -> None:
    """Measure whole jobs, and what becomes of each SKU with them."""
    made = themed(count, categories)
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Jobs(Store(Path(folder) / "l.sqlite3"))) as work,
    ):
        paths = [
            Path(folder) / name for name in ("bench.xlsx", "products.csv", "skus.csv", "of-products.csv")
        ]
        write(made, paths[0])
        for path, columns in zip(paths[1:], exports(made, shares=True), strict=True):
            with path.open("w", encoding="utf-8", newline="") as file:
                lines = zip(*columns.values(), strict=True)
                csv.writer(file).writerows([[HEADERS[name] for name in columns], *lines])
        with heap_frozen_afterwards():  # as the worker does
            work.open(no_progress, paths)
            assert work.judge_skus(no_progress).skus.states
        others = [place for place, row in enumerate(made, 2) if row[4] not in ("Size", "Color")]
        of_sizes = [place for place, row in enumerate(made, 2) if row[0] == made[0][0] and row[4] == "Size"]
        shared = of_sizes[SHARED]
        chance = random.Random(8)
        edits: dict[str, Callable[[], Edit]] = {
            "AmazonValue": lambda: Edit(chance.choice(others), "AmazonValue", "Value 59"),
            "VTEXValue": lambda: Edit(chance.choice(others), "VTEXValue", "Valor"),
            "into the theme": lambda: Edit(chance.choice(others), "AmazonSpecification", "Size"),
            "shared by a third": lambda: Edit(shared, "AmazonValue", "Value 59"),
            "the theme": lambda: Edit(2, "VariationTheme", "Size"),
        }
        for name, drawn in edits.items():
            strip = StripClock()
            several = [edited_by_jobs(work, drawn(), strip) for _ in range(runs)]
            usual, worst = statistics.median(chain(*several)), max(chain(*several))
            told = f"the strip {statistics.median(strip.times):8.2f}, at worst{max(strip.times):8.2f} ms"
            print(f"{name:20}{usual:8.2f} ms, at worst{worst:8.2f} ms, {told}; also undone")


class StripClock:
    """Hears when a job tells what becomes of the SKUs, in milliseconds of the processor since it began."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._began = 0.0

    def begin(self) -> None:
        self._began = time.process_time()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Go on without looking."""

    def tell_counts(self, counts: SkuCounts) -> None:
        self.times.append((time.process_time() - self._began) * 1000)


def edited_by_jobs(work: Jobs, edit: Edit, strip: StripClock) -> tuple[float, float]:
    strip.begin()
    there = measured(partial(answered, work, partial(work.apply, strip, [edit])), 1)[0]
    strip.begin()
    return there, measured(partial(answered, work, partial(work.undo, strip)), 1)[0]


def one_job(work: Jobs, chance: random.Random, name: Column, count: int) -> None:
    edit = Edit(chance.randrange(2, count), name, chance.choice(OTHER[name]))
    answered(work, partial(work.apply, no_progress, [edit]))


def answered(work: Jobs, job: Callable[[], Overview]) -> None:
    overview = job()
    code = overview.groups[0].code
    pages = work.problem_page(no_progress, code, 0, 200), work.changes_page(no_progress, 0, 200)
    pickle.dumps((overview, *pages, work.sheet_page(no_progress, 40_000, 200)))


def no_progress(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


def whole_jobs_with_exports(count: int, runs: int) -> None:
    """Measure whole jobs in 20 categories, and in one."""
    for categories in (20, 1):
        print(f"the whole job, with exports of {count} SKUs; {categories} categories")
        jobs_with_exports(count, categories, runs // 20)


def suggestions(count: int, runs: int) -> None:
    """Measure the use of a suggestion in each row, after something was decided, and its undo, each anew."""
    times: list[tuple[float, float]] = []
    for _ in range(runs):
        with (
            tempfile.TemporaryDirectory() as folder,
            closing(Jobs(Store(Path(folder) / "l.sqlite3"))) as work,
        ):
            write_mapping(path := Path(folder) / "mapping.csv", count)
            with heap_frozen_afterwards():  # as the worker does
                code = work.open(no_progress, [path]).groups[0].code
            work.apply(no_progress, [Edit(50, "AmazonValue", "Una 3")])
            with gc_paused(ages=False):
                there = measured(partial(work.apply_suggestions, no_progress, code), 1)[0]
                times.append((there, measured(partial(work.undo, no_progress), 1)[0]))
    there, back = (statistics.median(each) for each in zip(*times, strict=True))
    print(f"use {count} suggestions, each of another text{there:8.0f} ms, undo{back:8.0f} ms")


def main(count: int = 100_000, runs: int = 200) -> None:
    suggestions(count, 1 + runs // 50)
    chance = random.Random(7)
    start = time.perf_counter()
    checked = IncrementalChecker(sheet_of(rows(count)), references())
    print(f"{count} rows; first look {(time.perf_counter() - start) * 1000:.0f} ms; one edited cell of")
    for name in COLUMNS:
        usual, worst = measured(partial(edit, checked, name, chance), runs)
        print(f"{name:20}{usual:8.2f} ms, at worst{worst:8.2f} ms")
    for categories in (20, 1):
        with_exports(count, categories, runs // 10)
    whole_jobs_with_exports(count, runs)
    for categories in (2000, 20, 1):
        print(f"the whole job, with overview, three pages and the disk; {categories} categories")
        jobs(rows(count) if categories == 2000 else in_few_categories(count, categories), runs // 10)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
