"""Workbooks made by hand, and changed copies of them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import handmade
from listo.core.workbooks.model import Cell
from listo.core.workbooks.read import read_workbook
from listo.core.workbooks.write import write_copy

REL = handmade.TRANSITIONAL[1]
SHEET = "xl/worksheets/sheet1.xml"


def copied(path: Path, edits: dict[Cell, str], sheet: str = "A", name: str = "copy.xlsx") -> Path:
    return write_copy(read_workbook(path), path.with_name(name), {sheet: edits}, overwrite=True)


def part(path: Path, name: str = SHEET) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def data(path: Path) -> str:
    return re.search(r"<sheetData>(.*)</sheetData>", part(path), re.DOTALL)[1]


def spliced(folder: Path, cells: str, edits: dict[Cell, str], **options) -> str:
    return data(copied(handmade.xlsx(folder / "a.xlsx", cells, **options), edits))
