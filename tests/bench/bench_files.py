"""How long a whole run over real files takes, beside the bare calamine reading of the same files.

    python tests/bench/bench_files.py [rows] [runs]

A mapping sheet of 100,000 rows, every fiftieth of them wrong or none, against a category template of 900
columns, and against VTEX's export of as many SKUs. Both are processes of their own, from the start of Python
to the end of the work, in the processor's time; they take turns, for the machine is not always the same.
Listo's is `listo check --format json`.
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

_BARE = """
import sys, time
from python_calamine import CalamineWorkbook
for path in sys.argv[1:]:
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
print(time.process_time(), file=sys.stderr)
"""
_WHOLE = """
import sys, time
from listo.__main__ import main
mapping, *others = sys.argv[1:]
against = (word for path in others for word in ("--against", path))
main(["check", mapping, *against, "--trade-policy", "1", "--format", "json"])
print(time.process_time(), file=sys.stderr)
"""


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


def seconds(script: str, files: list[Path]) -> float:
    command = [sys.executable, "-c", script, *map(str, files)]
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return float(done.stderr)


def compare(name: str, files: list[Path], runs: int) -> None:
    taken = [(seconds(_BARE, files), seconds(_WHOLE, files)) for _ in range(runs)]
    bare, whole = map(statistics.median, zip(*taken, strict=True))
    print(f"{name:32} bare {bare:6.2f} s   Listo {whole:6.2f} s   ratio {whole / bare:.2f}")


def main(count: int = 100_000, runs: int = 7) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        made = rows(count)
        clean = [[*row[:6], VALUES[number // 2000 % 60]] for number, row in enumerate(made)]
        faulty = write(place / "faulty.xlsx", {"Planilha1": [list(COLUMNS), *made]})
        right = write(place / "right.xlsx", {"Planilha1": [list(COLUMNS), *clean]})
        values = write(place / "values.xlsx", template())
        products = write(place / "products.xlsx", {"Sheet": list(export(count))})
        print(f"{count} rows, median of {runs}")
        compare("right, template", [right, values], runs)
        compare("2 % faults, template", [faulty, values], runs)
        compare("2 % faults, template and export", [faulty, values, products], runs)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
