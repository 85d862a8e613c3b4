"""Messages in files: an Amazon processing report SKU by SKU, any other file by what reads like messages."""

from __future__ import annotations

from dataclasses import replace

from builders_amazon import processing_report, table, workbook
from listo.core.catalogue.message_groups import group_lines
from listo.core.worker.explain import lines_in

SKU_ROWS = [
    ["", "SKU-1", "8541", "Los datos no coinciden con el ASIN."],
    ["", "SKU-2", "8541", "Los datos no coinciden con el ASIN."],
    ["", "SKU-2", "8541", "Los datos no coinciden con el ASIN."],
]


def with_skus():
    book = processing_report()
    summary, *others = book.tables
    return replace(book, tables=(replace(summary, rows=[*summary.rows, *SKU_ROWS]), *others))


def test_a_report_is_counted_by_its_sums() -> None:
    groups = group_lines(lines_in(processing_report()))
    assert [(group.error_id, group.count, group.skus) for group in groups] == [
        ("amazon-90220", 12, 0),
        ("sku-data-conflict", 3, 0),
    ]


def test_the_table_of_skus_takes_the_place_of_its_sums() -> None:
    groups = group_lines(lines_in(with_skus()))
    assert [(group.error_id, group.count, group.skus) for group in groups] == [
        ("sku-data-conflict", 3, 2),
        ("amazon-90220", 12, 0),
    ]


def test_a_report_as_flat_text() -> None:
    rows = [
        ["Feed Processing Summary:"],
        ["", "Number of records processed", "3"],
        [],
        ["original-record-number", "sku", "error-code", "error-type", "error-message"],
        ["1", "A-1", "8541", "Error", "The SKU data provided conflicts."],
        ["2", "A-2", "90220", "Error", "'color' is required but not supplied."],
        ["3", "A-3", "90220", "Error", "'color' is required but not supplied."],
    ]
    groups = group_lines(lines_in(workbook(table("report", rows))))
    assert [(group.count, group.skus) for group in groups] == [(2, 2), (1, 1)]
    assert "amazon-90220" in {group.error_id for group in groups}


def test_any_other_file_is_read_for_messages() -> None:
    rows = [["SKU", "Erro"], ["12p", "SEM GTIN"], ["13p", "A especificação (Cor) não foi encontrada"]]
    lines = lines_in(workbook(table("Planilha1", rows)))
    assert [(line.sku, line.text) for line in lines[-1:]] == [
        ("13", "A especificação (Cor) não foi encontrada")
    ]
