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


def test_the_number_of_a_row_stands_under_its_header() -> None:
    pasted = "SKU\tCódigo de erro\tEstoque\n18299\t8541\t5000\n18320\t90220\t4000"
    assert split_lines(pasted)[1:] == [MessageLine("8541", "18299"), MessageLine("90220", "18320")]
    pasted = "SKU\tStatus\tMessage\n8541\tError\tNo EAN\n8572\tError\tNo brand"
    assert split_lines(pasted)[1:] == [MessageLine("No EAN", "8541"), MessageLine("No brand", "8572")]


def test_a_row_keeps_what_is_no_number_of_something_else() -> None:
    pasted = "SKU;Error code;Price\r\n18299;8541;4000\r\n18320;90220;12,90"
    assert [line.text for line in split_lines(pasted)] == [
        "SKU;Error code;Price",
        "8541",
        "18320;90220;12,90",
    ]


def test_numbers_below_what_they_are_of_are_one_text() -> None:
    assert len(split_lines("8571\n8572\n90220")) == 3
    assert len(split_lines("SKUs para etiquetar de novo:\n8571\n8572\n90220")) == 1
    assert [line.text for line in split_lines("erros da amazon:\n8571\n90220")] == [
        "erros da amazon:",
        "8571",
        "90220",
    ]


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
