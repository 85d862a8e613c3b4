"""What `listo check --format json` takes over real files, beside the bare calamine reading of the same files.

    python tests/bench/bench_files.py [--quick]

Mapping sheets of up to 500,000 rows with shared texts, as Excel writes them, alone and against a category
template of 900 columns: all right, a fault in every fiftieth row, values that are all unknown, rows that are
all of one category; and against VTEX's export of as many SKUs. All are processes of their own, from the start
of Python to the end of the work, and take turns.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench_checking import COLUMNS, FAULTS, VALUES, rows
from bench_readiness import write_rows
from bench_suggesting import SEED
from figures import BARE, QUICK, by_turns, cost_of, tell

from listo.core.vocabulary.glossary import glossary

ROWS = 100_000
SIZES = (1_000, 10_000, 500_000)
TEMPLATE_COLUMNS = 900
RUNS = 1 if QUICK else 5

Rows = Iterable[list[str]]


def write(path: Path, content: Rows) -> Path:
    write_rows(path, iter(content))
    return path


def write_template(path: Path) -> Path:
    """Write a template of the first generation: a list of 60 values for each of 900 attributes."""
    import xlsxwriter

    others = range(TEMPLATE_COLUMNS - 3)
    names = ["Update Delete", "Size", "Color", *(f"Attribute{number}" for number in others)]
    keys = ["update_delete", "size_name", "color_name", *(f"attribute_{number}x" for number in others)]
    first = ["TemplateType=fptcustom", "Version=2019.0924"]
    sheets = {
        "Template": [first, names, keys],
        "Valid Values": [names, keys, *([value] * TEMPLATE_COLUMNS for value in VALUES)],
    }
    with xlsxwriter.Workbook(path) as book:
        for name, content in sheets.items():
            page = book.add_worksheet(name)
            for place, row in enumerate(content):
                page.write_row(place, 0, row)
    return path


def export(count: int) -> Iterator[list[str]]:
    """Yield an export with one SKU to a product, all that an EAN needs among it."""
    from stdnum import ean

    chance = random.Random(7)
    yield [
        *("Product ID", "Product Name", "Category ID", "Category", "Trade policies", "Global category ID"),
        *("SKU ID", "SKU name", "Active SKU", "EAN/UPC"),
    ]
    for number in range(count):
        code = f"789{chance.randrange(10**9):09}"
        known = ("12", "Camisas", "1,2", "212")
        yield [
            *(str(number), f"Produto {number}", *known),
            *(str(500_000 + number), f"SKU {number}", "yes", code + ean.calc_check_digit(code)),
        ]


def right(made: Rows) -> Iterator[list[str]]:
    return ([*row[:6], VALUES[number // 2000 % 60]] for number, row in enumerate(made))


def unknown(made: Rows) -> Iterator[list[str]]:
    """Yield the rows with values that are in no list: words of sellers and a number, never the same twice."""
    words, chance = sorted(glossary("values").words()), random.Random(SEED)
    return ([*row[:6], f"{chance.choice(words)} {number}"] for number, row in enumerate(made))


def of_one_category(made: Rows) -> Iterator[list[str]]:
    return (["212", *row[1:5], f"Valor {number}", row[6]] for number, row in enumerate(made))


def compare(work: str, files: list[Path], runs: int = RUNS, **goals: float) -> None:
    against = chain.from_iterable(("--against", path) for path in files[1:])
    told = ["--covers", f"{files[1].name}=*", "--trade-policy", "1", "--format", "json"]
    check = ["-m", "listo", "check", files[0], *against, *told]
    ours, bare = by_turns(runs, partial(cost_of, *check), partial(cost_of, "-c", BARE, *files))
    tell(work, ours, "calamine", bare, **goals)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        compare_all(Path(folder))


def compare_all(folder: Path) -> None:
    header, values = list(COLUMNS), write_template(folder / "values.xlsx")

    def sheet(name: str, content: Rows) -> Path:
        return write(folder / f"{name}.xlsx", chain([header], content))

    faulty = sheet("faulty", rows(ROWS))
    compare("check 100,000 rows, template", [sheet("right", right(rows(ROWS))), values], times=1.3)
    compare("the same, 2 % faults", [faulty, values], times=1.6)
    strange = sheet("unknown", unknown(rows(ROWS)))
    compare("the same, all values unknown", [strange, values], processor=4, memory=250)
    one = sheet("one", of_one_category(rows(ROWS)))
    compare("the same, all rows of one category", [one, values], processor=1.7, memory=120)
    products = write(folder / "products.xlsx", export(ROWS))
    compare("2 % faults, template, export of 100,000 SKUs", [faulty, values, products], times=1.4)
    for count in SIZES:
        name, runs = f"{count:,} rows, template", 1 if count > ROWS else RUNS
        limit = {"memory": 600.0} if count > ROWS else {}
        faulty = sheet("faulty", rows(count))
        compare(f"check {name}, 2 % faults", [faulty, values], runs, **limit)
    many = sheet("faulty", with_many_faults(SIZES[-1]))
    compare("check 500,000 rows, 190,000 findings, template", [many, values], 1, memory=600)
    strange = sheet("unknown", unknown(rows(SIZES[-1])))
    compare("check 500,000 rows, all values unknown", [strange, values], 1, processor=25, memory=600)


def with_many_faults(count: int) -> Iterator[list[str]]:
    """Yield rows of which more than a third say one of a few wrong values."""
    chance = random.Random(SEED)
    for number, row in enumerate(rows(count)):
        yield [*row[:6], chance.choice(FAULTS) if number % 21 < 8 else VALUES[number // 2000 % 60]]


if __name__ == "__main__":
    main()
