"""How long it takes to say what becomes of each SKU, reading included, and after one edit.

    python tests/bench/bench_readiness.py [--quick] [SKUs ...]

Exports of so many SKUs in ten files of CSV each, 3.9 values a SKU, a mapping sheet of 100,000 rows (of few
SKUs fewer) in 400 categories. Each size is a process of its own; tells the processor's time, the most memory
that the process took, and the median of 20 edits; and prints the time of each step.

Of the last size also as workbooks with shared texts and with the columns that VTEX's have beside those that
are read; `listo skus` is run over them: the time by the clock, that of the processors, and the most memory
that its processes took together (where the system is Linux), beside calamine's bare reading of all files.
"""

from __future__ import annotations

import csv
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from listo.core.workbooks.model import column_letters
from listo.core.workbooks.xlsx.writer import LOOKS, MAIN, OFFICE, content_types, package_relations, properties

sys.path.insert(0, str(Path(__file__).parent))

from figures import BARE, QUICK, Cost, cost_of, tell

if TYPE_CHECKING:
    from listo.core.mapping.sheet import MappingSheet
    from listo.core.readiness.readiness import Readiness

SIZES = (10_000, 100_000, 1_000_000)
CATEGORIES = 400
FILES = 10
FIELDS = {"Tamanho": "Size", "Cor": "Color", "Material": "Material", "Gênero": "TargetGender"}
LETTERS = [column_letters(place) for place in range(40)]
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MORE_OF_PRODUCTS = (
    *("Brand ID", "Brand", "Department ID", "Department", "Category", "Global categories"),
    *("SKU reference code", "Product reference code", "Manufacturer code"),
    *("Unit of measure", "Unit multiplier", "Show on site"),
)
MORE_OF_SPECIFICATIONS = ("SKU name", "Brand ID", "Brand", "Category ID", "Category", "Field ID")
EDITS = 20
VALUES = 62
"""Values of each field in a category: 400 categories of four fields make 100,000 rows."""


def write(folder: Path, count: int, kind: str) -> None:
    """Write mapping sheet and exports: a SKU in fifty has a value without a row, one in seventy no EAN."""
    from listo.core.vocabulary import categories

    ids = [number for number in range(1, 9000) if categories.is_known(number)][:CATEGORIES]
    values = min(VALUES, max(4, count // 400))
    write_rows(folder / f"mapping{kind}", _mapping(ids, values))
    per_file = count // FILES
    for place in range(FILES):
        skus = range(place * per_file, (place + 1) * per_file)
        write_rows(folder / f"products-{place}{kind}", _products(skus, ids), MORE_OF_PRODUCTS)
        write_rows(folder / f"skus-{place}{kind}", _specifications(skus, values), MORE_OF_SPECIFICATIONS)
    of_products = _of_products(range(count // 4), values)
    write_rows(folder / f"specifications-of-products{kind}", of_products, MORE_OF_SPECIFICATIONS[1:])


def write_rows(path: Path, rows: Iterator[Sequence[object]], more: Sequence[str] = ()) -> None:
    """Write rows as text, or as a workbook; the latter with more columns, which nothing is read from."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return
    first = next(rows)
    texts: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for name, content in package_around().items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            sheet.write(_row(1, [*first, *more], texts))
            for number, row in enumerate(rows, 2):
                sheet.write(_row(number, [*row, *(_more(name, number) for name in more)], texts))
            sheet.write(b"</sheetData></worksheet>")
        items = "".join(map(_text, texts))
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{items}</sst>')


def _text(text: str) -> str:
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<si><t{kept}>{escape(text)}</t></si>"


def _more(name: str, number: int) -> str:
    """Return what stands in such a column: names and codes are different in each row."""
    return f"{name} {number if name.endswith(('name', 'code')) else number % 50}"


def _row(number: int, row: Sequence[object], texts: dict[str, int]) -> bytes:
    cells = (
        f'<c r="{letters}{number}" s="1" t="s"><v>{texts.setdefault(str(value), len(texts))}</v></c>'
        for letters, value in zip(LETTERS, row, strict=False)
        if value != ""
    )
    return f'<row r="{number}">{"".join(cells)}</row>'.encode()


def package_around() -> dict[str, str]:
    """Return the parts of a workbook of one sheet beside that and the texts."""
    relations = {"worksheet": "worksheets/sheet1", "styles": "styles", "sharedStrings": "sharedStrings"}
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}.xml"/>'
        for n, (kind, target) in enumerate(relations.items(), 1)
    )
    sheet = '<sheet name="Sheet" sheetId="1" r:id="rId1"/>'
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheet}</sheets></workbook>'
    return {
        "[Content_Types].xml": content_types([1]),
        "_rels/.rels": package_relations(),
        "docProps/core.xml": properties("Export", ""),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{listed}</Relationships>',
        "xl/styles.xml": LOOKS,
    }


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


def measure(folder: Path, kind: str) -> None:
    """Print the time of each step and of an edit, and the memory."""
    from listo.core.file_kinds import open_file, references_of
    from listo.core.gc_pause import gc_paused
    from listo.core.readiness.readiness import Readiness
    from listo.core.skus.index import index_of
    from listo.core.skus.options import Options

    clock = Clock()
    with gc_paused():
        mapping = open_file(folder / f"mapping{kind}").mapping
        assert mapping is not None
        exports = (open_file(path).without_rows() for path in sorted(folder.glob(f"*s-*{kind}")))
        references = references_of(list(exports))
        clock.tell("read")
        index = index_of(references, Options())
        clock.tell("join")
        readiness = Readiness(mapping, references)
        clock.tell("judge")
        numbers = readiness.numbers
        clock.tell("number")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(index):9} SKUs {len(index.joined.cells):9} values {len(mapping):7} rows: {clock}")
    print(f"{'':9} {numbers.skus}")
    tell(f"say what becomes of {len(index):,} SKUs, {kind}, with reading", Cost(None, clock.told, memory))
    times = [edit(mapping, readiness, place) / 1000 for place in range(EDITS)]
    tell(f"say it again after an edit, {len(index):,} SKUs", Cost(None, statistics.median(times)))


class Clock:
    """What each step took of the processor's time."""

    def __init__(self) -> None:
        self._told = [("", time.process_time())]

    def tell(self, step: str) -> None:
        self._told.append((step, time.process_time()))

    @property
    def told(self) -> float:
        """The time of the processor at the last step."""
        return self._told[-1][1]

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


def run_command(folder: Path, count: int) -> None:
    """Tell what `listo skus` takes over the same files, from start to end."""
    against = [f"--against={path}" for path in sorted(folder.glob("*s-*.xlsx"))]
    command = [sys.executable, "-m", "listo", "skus", str(folder / "mapping.xlsx"), *against]
    before, start, most = processor_of_children(), time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, sum(map(memory_of, tree_of(process.pid))))
            time.sleep(0.1)
    took, used = time.perf_counter() - start, processor_of_children() - before
    bare = cost_of("-c", BARE, *sorted(folder.glob("*.xlsx")))
    tell(f"`listo skus`, {count:,} SKUs, .xlsx", Cost(took, used, most / 1024), "calamine", bare)


def processor_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tree_of(process: int) -> Iterator[int]:
    """Yield a process and those that it started."""
    yield process
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in listed.read_text().split():
                yield from tree_of(int(child))


def memory_of(process: int) -> int:
    """Return the memory of a process in KB, what it shares with others counted in parts."""
    with suppress(OSError):
        found = re.search(r"Pss: +(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text())
        return int(found[1]) if found else 0
    return 0


def main(sizes: Sequence[int], kinds: Sequence[str]) -> None:
    for kind in kinds:
        for count in sizes if kind == ".csv" else sizes[-1:]:
            with tempfile.TemporaryDirectory() as folder:
                write(Path(folder), count, kind)
                if kind == ".xlsx":
                    run_command(Path(folder), count)
                subprocess.run([sys.executable, __file__, "--measure", folder, kind], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]), sys.argv[3])
    else:
        numbers = [int(each) for each in sys.argv[1:] if each.isdecimal()]
        main(numbers or SIZES[: 2 if QUICK else 3], [".csv", ".xlsx"])
