"""The rows of a mapping sheet, as checks read and edits change them."""

from __future__ import annotations

from pathlib import Path

from listo.core.mapping.layout import find_mapping
from listo.core.mapping.sheet import COLUMNS
from listo.core.workbooks.model import Cell, Table, Workbook

ROW = ("212", "SizeColor", "Variation", "Tamanho", "Size", "P", "S")


def workbook(table: Table) -> Workbook:
    return Workbook(path=Path("mapping.xlsx"), format="xlsx", tables=(table,))


def test_kinds_follow_their_cells() -> None:
    kinds = {Cell(2, 6): "error", Cell(2, 9): "date", Cell(0, 0): "date"}
    table = Table("P", (("título",), COLUMNS, ROW), kinds)  # type: ignore[arg-type]
    found = find_mapping(workbook(table))
    assert found is not None
    assert found.kinds == {(0, "AmazonValue"): "error"}
    found.set_text(0, "AmazonValue", "S")
    assert found.kind(0, "AmazonValue") is None
    found.set_text(0, "AmazonValue", "#N/A", "error")
    assert found.kind(0, "AmazonValue") == "error"


def test_a_header_can_be_written_over() -> None:
    sheet = find_mapping(workbook(Table("P", (("category id", *COLUMNS[1:]), ROW))))
    assert sheet is not None
    sheet.set_header("CategoryID", "CategoryID")
    assert sheet.header_text("CategoryID") == "CategoryID"
