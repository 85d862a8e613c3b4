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


@pytest.mark.parametrize("rows", [[3], [2, 4], [2, 3, 4, 5], [9]])
def test_rows_that_are_selected_keep_the_kinds_of_their_cells(rows: list[int]) -> None:
    kinds = {Cell(1, 6): "error", Cell(3, 0): "date", Cell(3, 1): "formula"}
    table = Table("P", (COLUMNS, ROW, ROW, ROW, ROW), kinds)  # type: ignore[arg-type]
    sheet = find_mapping(workbook(table))
    assert sheet is not None
    selected = sheet.select_rows(rows)
    all_of_them = {(2, "AmazonValue"): "error", (4, "CategoryID"): "date", (4, "VariationTheme"): "formula"}
    assert {(selected.row_numbers[index], name): kind for (index, name), kind in selected.kinds.items()} == {
        place: kind for place, kind in all_of_them.items() if place[0] in rows
    }


def test_of_a_sheet_without_rows_none_are_selected() -> None:
    sheet = find_mapping(workbook(Table("P", (COLUMNS,))))
    assert sheet is not None
    assert len(sheet.select_rows([2, 3])) == 0
