"""How long it takes to say what becomes of each SKU, reading included, and after one edit.

    python tests/bench/bench_readiness.py [SKUs ...]

Exports of so many SKUs in ten files of CSV each, 3.9 values a SKU, a mapping sheet of 100,000 rows (of few
SKUs fewer) in 400 categories. Each size is a process of its own; prints the processor's time in seconds by
step, the most memory that the process took, and the median of 20 edits in milliseconds.
"""

from __future__ import annotations

import csv
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listo.core.mapping.sheet import MappingSheet
    from listo.core.readiness.readiness import Readiness

SIZES = (10_000, 100_000, 1_000_000)
CATEGORIES = 400
FILES = 10
FIELDS = {"Tamanho": "Size", "Cor": "Color", "Material": "Material", "Gênero": "TargetGender"}
EDITS = 20
VALUES = 62
"""Values of each field in a category: 400 categories of four fields make 100,000 rows."""


def write(folder: Path, count: int) -> None:
    """Write mapping sheet and exports: a SKU in fifty has a value without a row, one in seventy no EAN."""
    from listo.core.vocabulary import categories

    ids = [number for number in range(1, 9000) if categories.is_known(number)][:CATEGORIES]
    values = min(VALUES, max(4, count // 400))
    _write(folder / "mapping.csv", _mapping(ids, values))
    per_file = count // FILES
    for place in range(FILES):
        skus = range(place * per_file, (place + 1) * per_file)
        _write(folder / f"products-{place}.csv", _products(skus, ids))
        _write(folder / f"skus-{place}.csv", _specifications(skus, values))
    _write(folder / "specifications-of-products.csv", _of_products(range(count // 4), values))


def _write(path: Path, rows: Iterator[list[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _mapping(ids: list[int], values: int) -> Iterator[list[object]]:
    yield [
        "CategoryID",
        "VariationTheme",
        "Type",
        "VTEXSpecification",
        "AmazonSpecification",
        "VTEXValue",
        "AmazonValue",
    ]
    for category in ids:
        for field, attribute in FIELDS.items():
            varies = attribute in ("Size", "Color")
            theme, kind = ("SizeColor", "Variation") if varies else ("", "Information")
            for number in range(values + 1):
                if number != 7:
                    value = [f"{field} {number}", f"{attribute} {number}"]
                    yield [category, theme, kind, field, attribute, *value]


def _products(skus: range, ids: list[int]) -> Iterator[list[object]]:
    yield [
        "Product ID",
        "Product name",
        "Category ID",
        "SKU ID",
        "SKU name",
        "Active SKU",
        "EAN/UPC",
        "Global category ID",
        "Trade policies",
    ]
    for sku in skus:
        product = sku // 4
        place = product % len(ids)
        yield [
            product + 1,
            f"Product {product}",
            place + 1,
            sku + 1,
            f"SKU {sku}",
            "no" if sku % 90 == 0 else "yes",
            "" if sku % 70 == 0 else _ean(sku),
            ids[place],
            "1,2",
        ]


def _ean(number: int) -> str:
    digits = f"789{number:09}"
    total = sum(int(digit) * (1 if place % 2 == 0 else 3) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def _specifications(skus: range, values: int) -> Iterator[list[object]]:
    yield ["SKU ID", "Field name", "Field type", "Specification value"]
    chance = random.Random(212)
    for sku in skus:
        yield [sku + 1, "Tamanho", "Combo", f"Tamanho {7 if sku % 50 == 0 else 8 + sku % 4 % (values - 8)}"]
        yield [sku + 1, "Cor", "Combo", f"Cor {chance.randrange(8, values + 1)}"]
        if sku % 3:
            yield [sku + 1, "Material", "Combo", f"Material {chance.randrange(8, values + 1)}"]
        yield [sku + 1, "Voltagem", "Combo", f"{110 + sku % 2} V"]


def _of_products(products: range, values: int) -> Iterator[list[object]]:
    yield ["Product ID", "Field name", "Field type", "Specification value"]
    chance = random.Random(213)
    for product in products:
        yield [product + 1, "Gênero", "Combo", f"Gênero {chance.randrange(8, values + 1)}"]


def measure(folder: Path) -> None:
    """Print the time of each step and of an edit, and the memory."""
    from listo.core.file_kinds import open_file, references_of
    from listo.core.gc_pause import gc_paused
    from listo.core.readiness.readiness import Readiness
    from listo.core.skus.index import index_of
    from listo.core.skus.options import Options

    clock = Clock()
    with gc_paused():
        mapping = open_file(folder / "mapping.csv").mapping
        assert mapping is not None
        exports = (open_file(path).without_rows() for path in sorted(folder.glob("*s-*.csv")))
        references = references_of(list(exports))
        clock.tell("read")
        index = index_of(references, Options())
        clock.tell("join")
        readiness = Readiness(mapping, references)
        clock.tell("judge")
        numbers = readiness.numbers
        clock.tell("number")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(index):9} SKUs {len(index.joined.cells):9} values {len(mapping):7} rows: {clock}, {memory} MB"
    )
    print(f"{'':9} {numbers.skus}")
    times = [edit(mapping, readiness, place) for place in range(EDITS)]
    print(f"{'':9} an edit {statistics.median(times):.1f} ms, at most {max(times):.1f} ms", flush=True)


class Clock:
    """What each step took of the processor's time."""

    def __init__(self) -> None:
        self._told = [("", time.process_time())]

    def tell(self, step: str) -> None:
        self._told.append((step, time.process_time()))

    def __str__(self) -> str:
        steps = [f"{name} {end - start:.1f} s" for (_, start), (name, end) in pairwise(self._told)]
        return ", ".join([*steps, f"in all {self._told[-1][1]:.1f} s"])


def edit(mapping: MappingSheet, readiness: Readiness, place: int) -> float:
    """Return how many milliseconds it takes until the numbers are right again after one edit."""
    row = place * len(mapping) // EDITS
    start = time.process_time()
    mapping.set_text(row, "AmazonValue", f"Other {place}")
    readiness.update([mapping.row_numbers[row]])
    assert readiness.numbers.skus.total
    return (time.process_time() - start) * 1000


def main(sizes: tuple[int, ...]) -> None:
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), count)
            subprocess.run([sys.executable, __file__, "--measure", folder], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]))
    else:
        main(tuple(map(int, sys.argv[1:])) or SIZES)
