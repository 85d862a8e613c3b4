"""Many messages at once: parted, with the SKU that each was said of, and counted by error."""

from __future__ import annotations

from pathlib import Path

from listo.core.catalogue.message_groups import (
    MessageLine,
    group_lines,
    read_cells,
    read_lines,
    split_lines,
    split_messages,
)
from listo.core.workbooks.model import Table, Workbook

COR = "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU specification"


def book(*rows: tuple[str, ...]) -> Workbook:
    return Workbook(Path("errors.xlsx"), "xlsx", (Table("Planilha1", rows),))


def test_a_message_a_line_unless_quotes_hold_lines_together() -> None:
    assert split_messages('one\n\n"two\n  lines"\nthree') == ["one", "two lines", "three"]
    assert split_messages('"never closed\nother') == ['"never closed', "other"]


def test_a_message_broken_over_lines_stays_one() -> None:
    broken = COR.replace("mapping spreadsheet", "mapping\nspreadsheet").replace("product or", "product\nor")
    assert [line.text for line in split_lines(broken)] == [COR]


def test_messages_below_each_other_stay_apart() -> None:
    lines = split_lines(f"{COR}\nInactive SKU\n{COR.replace('Cor', 'Tamanho')}")
    assert len(lines) == 3


def test_the_sku_is_found_in_a_cell_or_in_the_sentence() -> None:
    assert split_lines(f"13737p\t{COR}") == [MessageLine(COR, "13737")]
    assert split_lines("sku 99-A: Inactive SKU")[0].sku == "99-A"


def test_a_file_is_read_by_the_column_most_like_messages() -> None:
    rows = (("SKU ID", "Quando", "Erro"), ("12p", "2026-11-01", COR), ("13", "2026-11-02", COR))
    assert read_lines(book(*rows))[-2:] == [MessageLine(COR, "12"), MessageLine(COR, "13")]
    assert read_cells(book(("a", " "), ("", "b"))) == ["a", "b"]


def test_the_headers_of_a_list_are_no_message() -> None:
    for header in ("SKU", "SKU ID", "ID do SKU", "ID del SKU"):
        rows = ((header, "Mensagem do erro"), ("12p", COR))
        assert read_lines(book(*rows)) == [MessageLine(COR, "12")], header


def test_what_holds_up_most_skus_comes_first_and_the_unknown_last() -> None:
    lines = [MessageLine("xyzzy plugh", "9")] * 5
    lines += [MessageLine("Inactive SKU", "1")] * 3 + [MessageLine(COR, "1"), MessageLine(COR, "2")]
    heard: list[int] = []
    groups = group_lines(lines, heard.append)
    assert [(group.error_id, group.count, group.skus) for group in groups] == [
        ("map-specification-not-in-catalog", 2, 2),
        ("order-inactive-sku", 3, 1),
        (None, 5, 1),
    ]
    assert [count for _, count in groups[1].recognitions] == [3]
    assert heard == [0]
