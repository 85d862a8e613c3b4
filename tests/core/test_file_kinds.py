"""What comes in is told by what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

import builders_amazon as build
from listo.core.errors import InputError
from listo.core.file_kinds import identify, open_file
from listo.core.workbooks.model import Workbook

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
