"""VTEX's exports as look-ups: active SKUs, categories, barcodes, fields and values in use."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import builders_amazon as build
from listo.core.references.files import References
from listo.core.references.vtex_catalog import (
    VtexFields,
    VtexProducts,
    VtexSpecifications,
    merge_products,
    read_products,
    read_specifications,
)
from listo.core.references.vtex_export import find_export

LEGACY = ["SkuId", "SkuName", "SkuIsActive", "SkuEan", "ProductId", "CategoryId", "CategoryName", "Stores"]


def products(header: Sequence[str], *rows: Sequence[str]) -> VtexProducts:
    export = find_export(build.workbook(build.table("Sheet", [header, *rows])))
    assert export is not None
    return read_products(export)


def specifications(header: Sequence[str], *rows: Sequence[str]) -> VtexSpecifications:
    export = find_export(build.workbook(build.table("Sheet", [header, *rows])))
    assert export is not None
    return read_specifications(export)


@pytest.mark.parametrize(
    ("word", "active"),
    [
        *(
            (word, True)
            for word in ("yes", "Yes", "sim", "SIM", "sí", "si", "true", "TRUE", "1", "Verdadeiro")
        ),
        *((word, False) for word in ("no", "não", "NÃO", "nao", "false", "FALSE", "0", "falso")),
        *((word, None) for word in ("", "maybe", "2")),
    ],
)
def test_words_for_active(word: str, active: bool | None) -> None:
    assert list(products(["SKU ID", "Active SKU", "EAN/UPC"], ["1", word, "x"]).active) == [active]


@pytest.mark.parametrize("text", ["13737", "13737p", "13737P", "13737.0", " 13737 ", "13737\u00a0p"])
def test_the_id_of_an_integrated_sku(text: str) -> None:
    assert list(products(["SKU ID", "Active SKU", "EAN/UPC"], [text, "yes", ""]).texts("sku-id")) == ["13737"]


def test_zeros_before_a_barcode_stay() -> None:
    export = products(["SKU ID", "Active SKU", "EAN/UPC"], ["1", "yes", "0036000291452"])
    assert list(export.texts("ean")) == ["0036000291452"]


@pytest.mark.parametrize(
    ("text", "number"), [("166", 166), ("166.0", 166), ("166 - Hats", 166), ("0", None), ("x", None)]
)
def test_numbers_of_global_categories(text: str, number: int | None) -> None:
    header = ["SKU ID", "Active SKU", "Global category ID"]
    assert list(products(header, ["1", "yes", text]).global_categories) == [number]


def test_trade_policies() -> None:
    header = ["SKU ID", "Active SKU", "Trade policies"]
    export = products(header, ["1", "yes", "1,2,7"], ["2", "yes", "01; 12"], ["3", "yes", ""])
    assert list(export.trade_policies) == [{"1", "2", "7"}, {"1", "12"}, set()]


def test_the_older_export_has_no_global_category() -> None:
    row = ["5", "Camisa", "True", "7891000315507", "9", "12", "Camisas", "1,3"]
    export = products(LEGACY, row)
    assert "global-category-id" not in export.columns
    assert list(export.texts("global-category-id")) == [None]
    assert list(export.global_categories) == [None]
    assert list(export.active) == [True]
    assert export.names_of_store_categories == {12: "Camisas"}
    assert list(export.trade_policies) == [{"1", "3"}]
    needs = References(vtex_products=(export,)).needs()
    assert {"vtex-products", "column-ean", "column-sku-active"} <= needs
    assert "column-global-category-id" not in needs


def test_short_and_blank_rows_are_no_matter() -> None:
    export = products(["SKU ID", "Active SKU", "EAN/UPC"], ["1"], [], ["", "", ""], ["2", "no"])
    assert list(export.texts("sku-id")) == ["1", "2"]
    assert list(export.texts("ean")) == ["", ""]


def test_an_export_without_rows_is_one() -> None:
    assert len(products(["SKU ID", "Active SKU", "EAN/UPC"])) == 0


def test_several_exports_are_one() -> None:
    one = products(["SKU ID", "Active SKU", "EAN/UPC"], ["1", "yes", "x"], ["1", "no", "y"])
    other = products(["SKU ID", "Active SKU", "Global category ID"], ["1", "no", "212"], ["2", "no", "187"])
    merged = merge_products([one, other])
    assert merged is not None
    assert list(merged.texts("sku-id")) == ["1", "2"]
    assert list(merged.active) == [False, False]  # what the last file says counts
    assert list(merged.texts("ean")) == ["y", None]
    assert list(merged.global_categories) == [212, 187]
    assert merged.inactive_skus == {"1", "2"}


def test_no_export_is_none() -> None:
    assert References().products is None
    assert References().store_categories == {}


def test_fields_of_skus_and_products_together() -> None:
    of_skus = specifications(
        ["ID SKU", "Nome Campo", "Nome Valor Campo", "Valor Especificação", "ID Categoria", "Categoria"],
        ["1p", "Cor", "Azul", "Azul", "12", "Camisas"],
        ["2", "Cor ", "Verde\u00a0", "Verde", "12", "Camisas"],
        ["2", "Tamanho", "P", "", "13", ""],
    )
    of_products = specifications(
        ["ID Produto", "Nome Campo", "Valor Especificação"], ["9", "Gênero", "Feminino"]
    )
    fields = VtexFields([of_skus, of_products], None)
    assert fields.names == ("Cor", "Tamanho", "Gênero")
    assert fields.kinds == {"sku", "product"}
    colour, size = fields.get("Cor"), fields.get("Tamanho")
    assert colour is not None
    assert size is not None
    assert list(colour.values) == ["Azul", "Verde"]
    assert list(size.values) == ["P"]
    assert list(size.used) == []
    assert [one.name for one in fields.in_other_spelling("GENERO")] == ["Gênero"]
    assert of_skus.names_of_store_categories == {12: "Camisas", 13: ""}


def test_values_that_only_inactive_skus_have_are_not_in_use() -> None:
    export = specifications(
        ["SkuId (Not Changeable)", "NomeCampo (Not Changeable)", "ValorEspecificacao"],
        ["1", "Cor", "Azul"],
        ["2p", "Cor", "Verde"],
    )
    skus = products(["SKU ID", "Active SKU", "EAN/UPC"], ["2", "não", ""])
    colour = VtexFields([export], skus).get("Cor")
    assert colour is not None
    assert list(colour.values) == ["Azul", "Verde"]
    assert list(colour.used) == ["Azul"]


def test_values_of_older_exports_without_the_last_column() -> None:
    export = specifications(["SKU ID", "Field Name", "Field Value Name"], ["1", "Cor", "Azul"])
    colour = VtexFields([export], None).get("Cor")
    assert colour is not None
    assert list(colour.used) == ["Azul"]


@pytest.mark.parametrize("word", ["_NomeCategoria", "CategoryName", "Categoría", "_NombreCategoría"])
def test_the_store_s_categories_have_the_names_of_the_export(word: str) -> None:
    header = ["_SkuId (Não alterável)", "_SkuAtivo (Não alterável)", "_CategoryId", word]
    assert products(header, ["1", "sim", "31", "Camisas"]).names_of_store_categories == {31: "Camisas"}
