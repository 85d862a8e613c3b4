"""What comes in is told by what stands in it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import xlsxwriter

import builders_amazon as build
from listo.core.errors import InputError
from listo.core.file_kinds import identify, open_file
from listo.core.workbooks.model import Workbook
from listo.core.workbooks.read import read_workbook

MAPPING = [
    [
        "CategoryID",
        "VariationTheme",
        "Type",
        "VTEXSpecification",
        "AmazonSpecification",
        "VTEXValue",
        "AmazonValue",
    ],
    ["212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Blue"],
]


@pytest.mark.parametrize(
    ("book", "kind"),
    [
        (build.generation_1(), "amazon-values"),
        (build.generation_2(), "amazon-values"),
        (build.generation_3("pt"), "amazon-values"),
        (build.cut_down(), "amazon-values"),
        (build.mandatory(), "amazon-values"),
        (build.processing_report(), "processing-report"),
        (build.workbook(build.table("Planilha1", MAPPING)), "mapping"),
    ],
)
def test_files_are_told_apart_by_what_stands_in_them(book: Workbook, kind: str, tmp_path: Path) -> None:
    opened = open_file(build.save(book, tmp_path / "download (3).xlsx"))
    assert opened.kind == kind
    assert (opened.mapping is not None) == (kind == "mapping")
    assert (opened.amazon_values is not None) == (kind == "amazon-values")


def test_a_saved_template_says_the_same_as_the_one_in_memory(tmp_path: Path) -> None:
    opened = open_file(build.save(build.generation_3(), tmp_path / "a.xlsx"))
    assert opened.amazon_values == identify(build.generation_3()).amazon_values


def test_a_mapping_sheet_comes_first_and_the_values_beside_it_are_there_too() -> None:
    opened = identify(build.workbook(build.table("Mapa", MAPPING), *build.cut_down().tables))
    assert opened.kind == "mapping"
    assert opened.mapping is not None
    assert opened.amazon_values is not None
    assert opened.amazon_values.themes == ("SizeColor",)


def test_an_export_is_opened_with_its_rows() -> None:
    rows = [["SKU ID", "Field Name", "Specification Value"], ["1", "Cor", "Azul"]]
    opened = identify(build.workbook(build.table("Sheet", rows)))
    assert opened.kind == "vtex-sku-specifications"
    assert opened.export is not None
    assert opened.export.count() == 1


PRODUCTS = [
    *(
        "Product ID",
        "Product name",
        "Description",
        "Category ID",
        "SKU ID",
        "SKU name",
        "Active SKU",
        "EAN/UPC",
    ),
    *(f"Column {number}" for number in range(20)),
    *("Trade policies", "Global category ID", "Bundle"),
]


def row_of_a_product(number: int) -> list[object]:
    """Return a row as VTEX writes it: what is not filled is left out, ids may be texts or numbers."""
    ean = None if number % 7 == 0 else f"789{number:010}"
    sku: object = f"{number}p" if number % 5 == 0 else number
    row = [
        number // 4,
        f"Ação {number // 4}",
        "<p>A & b</p>" * (number % 3),
        7,
        sku,
        f" SKU  {number}",
        "sim",
        ean,
    ]
    return [*row, *(f"{n} {number}" for n in range(20)), "1,2", 212, None if number % 3 else "não"]


@pytest.mark.parametrize("above", [0, 2])
def test_an_export_says_the_same_with_the_columns_that_are_read_alone(tmp_path: Path, above: int) -> None:
    path = tmp_path / "products.xlsx"
    rows = [row_of_a_product(number) for number in range(3_000)]
    with xlsxwriter.Workbook(path, {"strings_to_numbers": False}) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        for number, row in enumerate([*[["Exported on"]] * above, PRODUCTS, *rows]):
            if number % 40 == 39:
                sheet.write_row(number, 0, [""] * len(PRODUCTS), bold)  # a row that shows nothing
            elif number % 40 == 38:
                sheet.write(number, 10, "a remark")  # and one with nothing that is read
            else:
                sheet.write_row(number, 0, row)
    demand_alike(path)


@pytest.mark.parametrize("above", [0, 2])
def test_an_export_as_text_says_the_same_with_the_columns_that_are_read_alone(
    tmp_path: Path, above: int
) -> None:
    path = tmp_path / "products.csv"
    rows: list[list[object]] = [*[["Exported on"]] * above, [*PRODUCTS], *map(row_of_a_product, range(3_000))]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for number, row in enumerate(rows):
            blank = [""] * (number % 3 * 5)
            short = row[: 5 + number % 20] if number > 100 and number % 9 == 0 else row
            writer.writerow(blank if number % 40 == 39 else short)
    demand_alike(path)


def demand_alike(path: Path) -> None:
    """Hold what is read of some columns of an export against what is read of all."""
    alone, among_all = open_file(path), identify(read_workbook(path))
    assert alone.export is not None
    assert among_all.export is not None
    assert alone.export.table.columns is not None
    assert alone.export.count() == among_all.export.count()
    assert alone.vtex_products is not None
    assert among_all.vtex_products is not None
    assert alone.vtex_products.columns == among_all.vtex_products.columns
    for column in alone.vtex_products.columns:
        assert list(alone.vtex_products.texts(column)) == list(among_all.vtex_products.texts(column))


def test_a_sheet_of_values_is_read_whole(tmp_path: Path) -> None:
    rows = [["SKU ID", "Field Name", "Specification Value"], ["1", "Cor", "Azul"]]
    book = build.workbook(build.table("Valid Values", rows))
    assert open_file(build.save(book, tmp_path / "a.xlsx")).workbook.tables[0].rows == rows


def test_messages_of_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "errors.txt"
    path.write_text("Sku is inactive\nThe global category was not found\n", encoding="utf-8")
    opened = open_file(path)
    assert opened.kind == "messages"
    assert opened.messages == ("Sku is inactive", "The global category was not found")


def test_the_messages_of_a_report_are_there_to_be_explained() -> None:
    opened = identify(build.processing_report())
    assert opened.messages == ("Los datos no coinciden con el ASIN.", "«Tema» es obligatorio.")
    assert [error.code for error in opened.errors] == ["8541", "90220"]


def test_what_fits_nothing_is_said_to(tmp_path: Path) -> None:
    book = build.workbook(build.table("Prices", [["Name", "Price"], ["Shirt", "12"]]))
    with pytest.raises(InputError) as caught:
        open_file(build.save(book, tmp_path / "prices.xlsx"))
    assert caught.value.code == "reference-not-recognised"
    assert caught.value.arguments == {"file": "prices.xlsx"}


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    open_file(build.save(build.cut_down(), tmp_path / "a.xlsx"), lambda done, all_: told.append((done, all_)))
    assert told
