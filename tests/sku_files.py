"""The files of a store with SKUs: a mapping sheet with faults, a template, and the exports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl

import builders_amazon as build
from examination_files import Amazon, Listed, amazon_file
from listo.core.mapping.sheet import COLUMNS

SHIRTS, SHOES, HATS = "212", "187", "171"
ROWS = (
    (SHIRTS, "SizeColor", "Variation", "Tamanho", "Size", "P", "S"),
    (SHIRTS, "SizeColor", "Variation", "Tamanho", "Size", "M", "m"),
    (SHIRTS, "SizeColor", "Variation", "Tamanho", "Size", "G", "L"),
    (SHIRTS, "SizeColor", "Variation", "Cor", "Color", "Azul", "Azul"),
    (SHIRTS, "SizeColor", "Variation", "Cor", "Color", "Preto", "Black"),
    (SHIRTS, "SizeColor", "Variation", "Cor", "Color", "Branco", "White"),
    (SHIRTS, "", "Information", "Material", "Material", "Algodão", "Cotton"),
    (SHOES, "Size", "Variation", "Tamanho", "Size", "38", "38"),
    (SHOES, "Size", "Variation", "Tamanho", "Size", "39", "39"),
)
AZUL, M = 5, 3
"""Excel's rows of the two values that the template does not take."""
COLOURS = ("Azul", "Preto", "Branco", "Vinho")
SIZES = ("P", "M", "G")
_NAMES = {SHIRTS: "Camiseta básica", SHOES: "Tênis casual", HATS: "Chapéu de palha"}
_PRODUCTS = (
    "_SkuId (Não alterável)|_NomeSku|_AtivarSkuSePossível|_SkuAtivo (Não alterável)|_SkuEan|"
    "_ProductId (Não alterável)|_NomeProduto (Obrigatório)|_ProdutoAtivo|_CategoryId|_NomeCategoria|"
    "_GlobalCategoryId|_Kit|_TradePolicies"
)
_SPECIFICATIONS = (
    "SkuId|NomeSku|CategoryId|NomeCategoria|IdCampo|NomeCampo|TipoCampo|ValorCampo|ValorEspecificacao"
)


def check_digit(digits: str) -> str:
    """Return the digits of an EAN with their check digit behind them."""
    total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return f"{digits}{-total % 10}"


def values_of(number: int) -> tuple[str, dict[str, str]]:
    """Return the category of a SKU and its values by field: shirts, one shoe in ten, one hat in fifty."""
    if number % 50 == 49:
        return HATS, {}
    if number % 10 == 9:
        return SHOES, {"Tamanho": "38" if number % 20 == 9 else "39"}
    place = number // 3 % len(COLOURS)
    return SHIRTS, {"Cor": COLOURS[place], "Tamanho": SIZES[number % 3], "Material": "Algodão"}


def write_mapping(path: Path, rows: Sequence[Sequence[str]] = ROWS) -> Path:
    return _write(path, [list(COLUMNS), *map(list, rows)])


def write_products(path: Path, count: int) -> Path:
    """Write an export of that many SKUs; one in 17 has no EAN, one in 31 is not active."""
    return _write(path, [_PRODUCTS.split("|"), *map(_product, range(count))])


def _product(number: int) -> list[str]:
    category, values = values_of(number)
    name = " ".join([_NAMES[category], *list(values.values())[:2]])
    ean = "" if number % 17 == 5 else check_digit(f"7891{number:08}")
    product, active = str(1000 + number // 3), "não" if number % 31 == 7 else "sim"
    told = [str(13000 + number), name, "sim", active, ean, product, _NAMES[category], "sim"]
    return [*told, "9", _NAMES[category], category, "não", "1,2"]


def write_specifications(path: Path, count: int) -> Path:
    """Write the export of the SKUs' specifications."""
    return _write(path, [_SPECIFICATIONS.split("|"), *_values(count)])


def _values(count: int) -> Iterator[list[str]]:
    for number in range(count):
        for name, value in values_of(number)[1].items():
            yield [str(13000 + number), "x", "9", "Loja", "20", name, "Combo", value, value]


def write_template(path: Path) -> Path:
    """Write a template for shirts that takes neither `Azul` nor `m`."""
    size = Listed("Size", "size_name", "size#1.value", ("S", "M", "L", "XL"))
    color = Listed("Color", "color_name", "color#1.value", ("Black", "Blue", "White"))
    material = Listed("Material", "material_type", "material#1.value", ("Cotton", "Linen"))
    amazon = Amazon([size, color, material], ("Size", "SizeColor"), types=("SHIRT",))
    return build.save(amazon_file(amazon, "generation-3"), path)


def write_store(folder: Path, count: int, *, with_specifications: bool = True) -> list[Path]:
    """Write all files of a store with that many SKUs, the mapping sheet first."""
    paths = [write_mapping(folder / "mapping.xlsx"), write_template(folder / "shirts.xlsx")]
    paths.append(write_products(folder / "products.xlsx", count))
    if with_specifications:
        paths.append(write_specifications(folder / "skus.xlsx", count))
    return paths


def _write(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Planilha1")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path
