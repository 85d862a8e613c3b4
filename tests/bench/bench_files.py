"""How long a whole run over real files takes, beside the bare calamine reading of the same files.

    python tests/bench/bench_files.py [rows] [runs]

A mapping sheet of 100,000 rows against a category template of 900 columns, and against VTEX's export of as
many SKUs. Each run is a process of its own: what the garbage collector carries over would be measured too.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench_checking import COLUMNS, VALUES, rows

TEMPLATE_COLUMNS = 900

_TIMED = """
import sys, time
from pathlib import Path
paths = [Path(each) for each in sys.argv[1:]]
start = time.process_time()
{work}
print(time.process_time() - start)
"""
_BARE = _TIMED.format(
    work="""
from python_calamine import CalamineWorkbook
for path in paths:
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""
)
_WHOLE = _TIMED.format(
    work="""
from listo.core import checks
from listo.core.intake import open_file, references_of
mapping, *others = [open_file(path) for path in paths]
found = checks.run(mapping.mapping, references_of(others), trade_policy="1").findings
"""
)


def write(path: Path, sheets: dict[str, list[list[str]]]) -> Path:
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        for name, content in sheets.items():
            page = book.add_worksheet(name)
            for place, row in enumerate(content):
                page.write_row(place, 0, row)
    return path


def template() -> dict[str, list[list[str]]]:
    """Return a template of the first generation: a list of 60 values for each of 900 attributes."""
    names = ["Size", "Color", *(f"Attribute{number}" for number in range(TEMPLATE_COLUMNS - 2))]
    keys = ["size_name", "color_name", *(f"attribute_{number}x" for number in range(TEMPLATE_COLUMNS - 2))]
    first = ["TemplateType=fptcustom", "Version=2019.0924", "Category=clothing"]
    return {
        "Template": [first, names, keys],
        "Valid Values": [names, keys, *([value] * TEMPLATE_COLUMNS for value in VALUES)],
    }


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


def seconds(script: str, *files: Path, runs: int) -> float:
    def once() -> float:
        command = [sys.executable, "-c", script, *map(str, files)]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    return statistics.median(once() for _ in range(runs))


def main(count: int = 100_000, runs: int = 5) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        mapping = write(place / "mapping.xlsx", {"Planilha1": [list(COLUMNS), *rows(count)]})
        values = write(place / "values.xlsx", template())
        products = write(place / "products.xlsx", {"Sheet": list(export(count))})
        print(f"{count} rows, median of {runs}")
        kinds = {"template": [mapping, values], "template and export": [mapping, values, products]}
        for name, files in kinds.items():
            bare, whole = seconds(_BARE, *files, runs=runs), seconds(_WHOLE, *files, runs=runs)
            print(f"{name:20} bare {bare:6.2f} s   Listo {whole:6.2f} s   ratio {whole / bare:.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
