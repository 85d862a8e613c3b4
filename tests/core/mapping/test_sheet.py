"""The rows of a mapping sheet, as checks read and edits change them."""

from __future__ import annotations

from pathlib import Path

import pytest

from listo.core.edits.history import CellEdit
from listo.core.mapping.layout import find_mapping
from listo.core.mapping.sheet import COLUMNS, MappingSheet, edits_for_file
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


@pytest.fixture
def sheet() -> MappingSheet:
    """Give a sheet under a title, with a column of somebody's own before the seven."""
    rows = (("título",), ("x", "category id", *COLUMNS[1:]), ("", *ROW))
    found = find_mapping(Workbook(Path("mapping.xlsx"), "xlsx", (Table("Planilha1", rows),)))
    assert found is not None
    return found


def test_edits_know_their_place_in_the_file(sheet: MappingSheet) -> None:
    changes = [
        CellEdit(3, "AmazonValue", "S", "M"),
        CellEdit(2, "CategoryID", "category id", "CategoryID"),
    ]
    assert edits_for_file(sheet, changes) == {Cell(2, 7): "M", Cell(1, 1): "CategoryID"}


def test_a_row_that_the_file_lacks_has_no_place(sheet: MappingSheet) -> None:
    with pytest.raises(KeyError):
        edits_for_file(sheet, [CellEdit(4, "AmazonValue", "S", "M")])
