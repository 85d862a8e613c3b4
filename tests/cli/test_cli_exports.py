"""`listo check` against VTEX's exports, from file to answer: sheets like those of the study material."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import builders_amazon as build
from listo import cli
from listo.core.mapping.sheet import COLUMNS

RIGHT = ["2985", "", "Information", "Gênero", "TargetGender", "Feminino", "Female"]
PRODUCTS = {
    "en": "Product ID|Category ID|Category|Trade policies|Global category ID|SKU ID|Active SKU|EAN/UPC",
    "pt": "ID Produto|ID Categoria|Categoria|Políticas comerciais"
    "|ID Categoria global|ID SKU|SKU Ativo|EAN/UPC",
    "es": "ID Producto|ID Categoría|Categoría|Políticas comerciales"
    "|ID Categoría Global|ID SKU|SKU Activo|EAN/UPC",
}
SKUS = [
    ["1", "12", "Camisas", "1,2", "2985", "5001", "yes", "7891000315507"],
    ["2", "12", "Camisas", "1,2", "4154", "5003p", "yes", "7891000315507"],
    ["3", "12", "Camisas", "1,2", "2985", "5004", "no", "7891000315507"],
    ["4", "12", "Camisas", "1,2", "2985", "5005", "yes", ""],
    ["5", "12", "Camisas", "1,2", "2985", "5006", "yes", "SEM GTIN"],
    ["6", "12", "Camisas", "2", "2985", "5007", "yes", "7891000315508"],
    ["7", "12", "Camisas", "1,2", "", "5009", "yes", "7891000315514"],
    ["8", "12", "Camisas", "1,2", "2985", "5010", "yes", "7891000315508"],
]
FIELDS = ["ID SKU", "Nome Campo", "Valor Especificação"]


def save(place: Path, *rows: Sequence[str]) -> Path:
    return build.save(build.workbook(build.table("Sheet", rows)), place)


def check(capsys: pytest.CaptureFixture[str], *arguments: object, form: str = "json") -> str:
    cli.main(["check", *map(str, arguments), "--format", form, "--lang", "en"])
    out = capsys.readouterr()
    assert out.err == ""
    return out.out


@pytest.mark.parametrize("language", PRODUCTS)
def test_products(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping = save(tmp_path / "mapping.xlsx", COLUMNS, RIGHT)
    export = save(tmp_path / "products.xlsx", PRODUCTS[language].split("|"), *SKUS)
    document = json.loads(check(capsys, mapping, "--against", export, "--trade-policy", "1"))
    assert [(one["code"], one["row"], one["value"]) for one in document["findings"]] == [
        ("category-unmapped", None, "4154"),
        ("sku-inactive", None, "5004"),
        ("sku-outside-trade-policy", None, "5007"),
        ("sku-without-global-category", None, "5009"),
        ("ean-missing", None, "5005"),
        ("ean-placeholder", None, "5006"),
        ("ean-invalid", None, "5010"),
        ("ean-duplicate", None, "5001"),
    ]
    assert [one["skus"] for one in document["findings"]] == [1, 1, 1, 1, 1, 1, 1, 2]
    assert (document["findings"][-1]["also_skus"], document["findings"][-1]["also_skus_total"]) == (
        ["5003"],
        1,
    )
    assert document["category_ids"] == {
        "reading": "global",
        "by_global": 4,
        "by_store": 0,
        "by_either": 0,
        "by": "exports",
    }
    assert document["references"] == [{"file": "products.xlsx", "kind": "vtex-products"}]


def test_specifications(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        RIGHT,
        [*RIGHT[:3], "Estampa XYZ", *RIGHT[4:]],
        ["657", *RIGHT[1:3], "GÊNERO", *RIGHT[4:]],
        [*RIGHT[:5], "Infantojuvenil", RIGHT[6]],
        ["657", *RIGHT[1:5], "FEMININO", RIGHT[6]],
    ]
    mapping = save(tmp_path / "mapping.xlsx", COLUMNS, *rows)
    export = save(tmp_path / "specs.xlsx", FIELDS, ["1", "Gênero", "Feminino"], ["2", "Gênero", "Masculino"])
    document = json.loads(check(capsys, mapping, "--against", export))
    assert [(one["code"], one["row"], one["column"], one["value"]) for one in document["findings"]] == [
        ("value-unmapped", 2, None, "Masculino"),
        ("vtex-specification-not-in-catalog", 3, "VTEXSpecification", "Estampa XYZ"),
        ("vtex-specification-case", 4, "VTEXSpecification", "GÊNERO"),
        ("row-spare", 5, "VTEXValue", "Infantojuvenil"),
        ("vtex-value-case", 6, "VTEXValue", "FEMININO"),
    ]


def test_what_the_person_says_of_the_integration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping = save(tmp_path / "mapping.xlsx", COLUMNS, RIGHT)
    header = "Product ID|Category ID|Category|Global category ID|SKU ID|Active SKU|Bundle|EAN/UPC"
    export = save(
        tmp_path / "products.xlsx",
        header.split("|"),
        ["1", "12", "Camisas", "2985", "5001", "yes", "yes", ""],
        ["2", "12", "Camisas", "2985", "5002", "yes", "no", ""],
    )
    options = ("--kits", "not-sent", "--ean", "exempt", "--category-ids", "store")
    document = json.loads(check(capsys, mapping, "--against", export, *options))
    assert [(one["code"], one["value"], one["severity"]) for one in document["findings"]] == [
        ("category-unmapped", "12", "error"),
        ("sku-kit", "5001", "warning"),
    ]
    assert (document["category_ids"]["reading"], document["category_ids"]["by"]) == ("store", "person")
    text = check(capsys, mapping, "--against", export, *options, form="text")
    assert "CategoryID holds the categories of your store, as you said." in text
    plain = check(capsys, mapping, "--against", export, form="text")
    assert "By your exports, CategoryID holds VTEX’s global categories." in plain


def test_a_column_that_is_left_out_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping = save(tmp_path / "mapping.xlsx", COLUMNS, RIGHT)
    export = save(
        tmp_path / "old.xlsx",
        ["SkuId", "SkuIsActive", "SkuEan", "ProductId", "CategoryId"],
        ["5001", "True", "7891000315507", "1", "12"],
    )
    document = json.loads(check(capsys, mapping, "--against", export))
    skipped = {one["code"]: one for one in document["checks_skipped"]}
    assert document["findings"] == []
    assert skipped["sku-without-global-category"] == {
        "code": "sku-without-global-category",
        "needs": "vtex-products",
        "column": "global-category-id",
    }
    text = check(capsys, mapping, "--against", export, form="text")
    assert "1 check did not run: your export from VTEX does not have the column Global category ID." in text


@pytest.mark.parametrize("form", ["text", "html"])
def test_the_first_page_says_how_many_skus_are_ready(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    mapping = save(tmp_path / "mapping.xlsx", COLUMNS, RIGHT)
    export = save(tmp_path / "products.xlsx", PRODUCTS["en"].split("|"), *SKUS)
    counted = json.loads(check(capsys, mapping, "--against", export))["skus"]
    told = check(capsys, mapping, "--against", export, form=form)
    head = told.partition("●")[0]
    assert f"{counted['total']} SKUs: " in head
    assert f"{counted['blocked']} held up" in head
    assert "SKUs: " not in check(capsys, mapping, form=form)


def test_a_report_says_what_each_kind_of_problem_holds_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = save(tmp_path / "mapping.xlsx", COLUMNS, RIGHT)
    export = save(tmp_path / "products.xlsx", PRODUCTS["en"].split("|"), *SKUS)
    assert "Held up by it alone" in check(capsys, mapping, "--against", export, form="html")
    assert "Held up by it alone" not in check(capsys, mapping, form="html")
