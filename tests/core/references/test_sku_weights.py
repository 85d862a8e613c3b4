"""A list of SKU numbers with sales or stock is known by what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from listo.core.file_kinds import identify
from listo.core.references.sku_weights import find_sku_weights, parse_quantity
from listo.core.workbooks.model import Table, Workbook


def _workbook(*rows: list[str]) -> Workbook:
    return Workbook(Path("vendas.xlsx"), "xlsx", (Table("Plan1", [list(row) for row in rows]),))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12.0),
        ("1.234,5", 1234.5),
        ("1,234.50", 1234.5),
        ("1.234", 1234.0),
        ("0.125", 0.125),
        ("1.234.567", 1234567.0),
        ("R$ 99,90", 99.9),
        ("$1,234.00", 1234.0),
        ("12 un", 12.0),
        ("-3", -3.0),
        ("", None),
        ("abc", None),
        ("1.-5", None),
        ("2026-11-28", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: float | None) -> None:
    assert parse_quantity(text) == number


@pytest.mark.parametrize(
    "heads",
    [("SKU ID", "Units sold"), ("Id do SKU", "Quantidade"), ("SKU", "Existencias"), ("Sku Id", "Estoque")],
)
def test_a_list_with_a_header_is_known_and_rows_of_a_sku_are_added(heads: tuple[str, str]) -> None:
    found = find_sku_weights(
        _workbook(
            ["Relatório", ""],
            [heads[0], "Nome", heads[1]],
            ["7", "Camisa", "2"],
            ["7p", "Camisa", "3"],
            ["8", "", "1,5"],
        )
    )
    assert found is not None
    assert found.weights == {"7": 5.0, "8": 1.5}
    assert (found.file, found.column) == ("vendas.xlsx", heads[1])


def test_two_bare_columns_of_numbers_are_a_list_where_that_is_said() -> None:
    bare = _workbook(["7", "2"], ["8", "30"])
    assert find_sku_weights(bare) is None
    found = find_sku_weights(bare, is_said=True)
    assert found is not None
    assert found.weights == {"7": 2.0, "8": 30.0}


def test_a_dropped_list_is_told_by_its_content() -> None:
    opened = identify(_workbook(["SKU", "Vendas"], ["7", "2"], ["8", "30"]))
    assert opened.kind == "sku-weights"
    assert opened.sku_weights is not None
    assert opened.sku_weights.weights["8"] == 30.0


@pytest.mark.parametrize(
    "rows",
    [
        (["SKU", "Name"], ["7", "Camisa"]),
        (["SKU", "Preço"], ["7", "99"]),
        (["7", "2"], ["7", "3"]),
        (["7", "2", "x"], ["8", "3", "y"]),
        (["Product", "Sales"], ["7", "3"]),
        (["SKU", "Sales"],),
        ([],),
    ],
)
def test_other_tables_are_none(rows: tuple[list[str], ...]) -> None:
    assert find_sku_weights(_workbook(*rows), is_said=True) is None
