"""The files of an examination: mapping sheets, Amazon's values in every layout, VTEX's exports in any tongue.

All of them are workbooks as a reader would give them; `builders_amazon.save` makes real files of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import builders_amazon as build
from listo.core.mapping.sheet import COLUMNS
from listo.core.workbooks.model import Cell, Workbook

Language = Literal["en", "pt", "es"]
Layout = Literal["generation-1", "generation-2", "generation-3", "mandatory", "columns"]
LAYOUTS: tuple[Layout, ...] = ("generation-1", "generation-2", "generation-3", "mandatory", "columns")


@dataclass
class Listed:
    """An attribute as Amazon's workbook has it; no `values` means that any text is taken."""

    name: str
    id_before: str
    path: str
    values: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    required: bool = False


@dataclass
class Amazon:
    """What Amazon accepts."""

    attributes: list[Listed]
    themes: tuple[str, ...]
    retired_themes: tuple[str, ...] = ()
    language: Language = "en"
    types: tuple[str, ...] = ()
    """The product types, each with the same lists; a layout of VTEX's has a tab for each instead."""

    name: str = "values.xlsx"


@dataclass
class Sku:
    """One SKU of an export, with its product."""

    number: str
    product: str
    global_category: str
    ean: str
    active: bool = True
    policies: str = "1,2"
    store_category: tuple[str, str] = ("12", "Camisas")
    product_active: bool = True
    kit: bool = False
    values: dict[str, str] = field(default_factory=dict)
    """By field the value that it has."""

    lacks: frozenset[str] = frozenset()
    """The fields in which it has no value, though others of its category have one."""


@dataclass
class Catalogue:
    """What VTEX's catalogue holds: SKUs, and the fields that products have; all others are the SKUs' own."""

    skus: list[Sku]
    product_fields: frozenset[str]
    language: Language = "pt"
    turned: bool = False
    titles: int = 0
    more_words: Mapping[str, str] = field(default_factory=dict)


_MARK = {
    "en": " (Deprecated: Do Not Use)",
    "pt": " (Descontinuado: não usar)",
    "es": " (Desusado: no usar)",
}
_REQUIRED = {"en": "Required", "pt": "Obrigatório", "es": "Obligatorio"}
_SHEETS = {
    "en": ("Template", "Valid Values", "Data Definitions"),
    "pt": ("Modelo", "Valores válidos", "Definições de dados"),
    "es": ("Plantilla", "Valores válidos", "Definiciones de datos"),
}
_DEFINITIONS = ["Group Name", "Field Name", "Local Label Name", "Accepted Values", "Example"]


def mapping_file(
    rows: Sequence[Sequence[str]],
    kinds: Mapping[tuple[int, int], str],
    header: Sequence[str] = COLUMNS,
    titles: Sequence[str] = (),
    sheet: str = "Planilha1",
) -> Workbook:
    """Return a mapping workbook; `kinds` are by place in `rows`, the titles stand above the header."""
    above = [[title] for title in titles]
    table = build.table(sheet, [*above, header, *rows])
    below = {Cell(row + len(above) + 1, column): kind for (row, column), kind in kinds.items()}
    return build.workbook(type(table)(table.name, table.rows, below), name="mapping.xlsx")  # type: ignore[arg-type]


def amazon_file(amazon: Amazon, layout: Layout) -> Workbook:
    """Return what Amazon accepts in one of the layouts that such files come in."""
    make = {
        "generation-1": _generation_1,
        "generation-2": _generation_2,
        "generation-3": _generation_3,
        "mandatory": _mandatory,
        "columns": _columns,
    }[layout]
    return replace(make(amazon), path=Path(amazon.name))


def _theme_attribute(amazon: Amazon) -> Listed:
    return Listed(
        "VariationTheme", "variation_theme", "variation_theme#1.name", amazon.themes, amazon.retired_themes
    )


def _shown(listed: Listed, amazon: Amazon) -> list[str]:
    return [*listed.values, *(value + _MARK[amazon.language] for value in listed.deprecated)]


def _defined(amazon: Amazon, ids: Sequence[str]) -> list[list[str]]:
    level = _REQUIRED[amazon.language]
    return [
        ["How to complete"],
        [*_DEFINITIONS, f"{level}?"],
        ["Basic"],
        *(
            ["", its_id, one.name, "…", "…", level if one.required else "Optional"]
            for its_id, one in zip(ids, amazon.attributes, strict=True)
        ),
    ]


def _qualified(listed: Sequence[Listed], amazon: Amazon, types: Sequence[str]) -> list[list[str]]:
    """Return a sheet of values with a row for each attribute and product type."""
    rows = [
        ["", f"{one.name} - [ {product_type} ]", *_shown(one, amazon)]
        for one in listed
        for product_type in types
        if one.values
    ]
    return [["Basic"], *rows]


def _generation_1(amazon: Amazon) -> Workbook:
    template, values, definitions = _SHEETS[amazon.language]
    listed = [*amazon.attributes, _theme_attribute(amazon)]
    if amazon.types:
        listed.append(Listed("Product Type", "feed_product_type", "product_type#1.value", amazon.types))
    first = ["TemplateType=fptcustom", "Version=2019.0924", "Category=fptcustom"]
    columns = [[one.name, one.id_before, *_shown(one, amazon)] for one in listed if one.values]
    return build.workbook(
        build.table(template, [first, [one.name for one in listed], [one.id_before for one in listed]]),
        build.table(definitions, _defined(amazon, [one.id_before for one in amazon.attributes])),
        build.table(values, build.transposed(columns)),
    )


def _generation_2(amazon: Amazon) -> Workbook:
    template, values, definitions = _SHEETS[amazon.language]
    listed = [*amazon.attributes, _theme_attribute(amazon)]
    settings = build.settings_cells({"labelRow": "2", "attributeRow": "3", "dataRow": "4"})
    first = ["TemplateType=fptcustom", "Version=2025.1106", *settings]
    rows = _qualified(listed, amazon, amazon.types or ("",))
    return build.workbook(
        build.table(definitions, _defined(amazon, [one.id_before for one in amazon.attributes])),
        build.table(template, [first, [one.name for one in listed], [one.id_before for one in listed]]),
        build.table(values, rows),
    )


def _generation_3(amazon: Amazon) -> Workbook:
    template, values, definitions = _SHEETS[amazon.language]
    listed = [*amazon.attributes, _theme_attribute(amazon)]
    settings = {
        "primaryMarketplaceId": f"amzn1.mp.o.{build.MARKETPLACE}",
        "labelRow": "4",
        "attributeRow": "5",
        "dataRow": "7",
        "TemplateType": "unified",
        "ptds": build.encoded(",".join(amazon.types or ("KURTA",))),
    }
    names, paths = [one.name for one in listed], [one.path for one in listed]
    head = [build.settings_cells(settings, 3), ["Fill this in."], ["Basic"], names, paths]
    rows = _qualified(listed, amazon, amazon.types or ("KURTA",))
    return build.workbook(
        build.table(definitions, _defined(amazon, [one.path for one in amazon.attributes])),
        build.table(template, head),
        build.table(values, rows),
    )


def _mandatory(amazon: Amazon) -> Workbook:
    listed = [one for one in (*amazon.attributes, _theme_attribute(amazon)) if one.values]
    needed = [one.name for one in amazon.attributes if one.required]
    known = [one.name for one in amazon.attributes if not one.values]
    return build.workbook(
        *(
            build.table(tab, [["Camisas"], *([name] for name in needed)])
            for tab in amazon.types or ("Vestuário",)
        ),
        build.table(
            "VALORES VÁLIDOS",
            build.transposed([*([one.name, *one.values] for one in listed), *([name] for name in known)]),
        ),
    )


def _columns(amazon: Amazon) -> Workbook:
    listed = [*amazon.attributes, _theme_attribute(amazon)]
    return build.workbook(
        build.table("VALID VALUES", build.transposed([[one.name, *one.values] for one in listed]))
    )


_PRODUCTS = {
    "en": "Product ID|Product Name|Active product|Category ID|Category|Trade policies|Global category ID"
    "|Global categories|SKU ID|SKU name|Active SKU|Bundle|EAN/UPC",
    "pt": "ID Produto|Nome Produto|Produto ativo|ID Categoria|Categoria|Políticas comerciais"
    "|ID Categoria global|Categoria global|ID SKU|Nome SKU|SKU Ativo|Kit|EAN/UPC",
    "es": "ID Producto|Nombre Producto|Producto activo|ID Categoría|Categoría|Políticas comerciales"
    "|ID Categoría Global|Categoría global|ID SKU|Nombre SKU|SKU Activo|Kit|EAN/UPC",
}
_SPECIFICATIONS = {
    "en": "{0} ID|{0} Name|Category ID|Category|Field ID|Field Name|Field Type Name|Field Value Name"
    "|Specification Value",
    "pt": "ID {0}|Nome {0}|ID Categoria|Categoria|ID Campo|Nome Campo|Nome Tipo Campo|Nome Valor Campo"
    "|Valor Especificação",
    "es": "ID {0}|Nombre {0}|ID Categoría|Categoría|ID Campo|Nombre Campo|Nombre Tipo Campo"
    "|Nombre Valor Campo|Valor Especificación",
}
_OWNERS = {"en": ("SKU", "Product"), "pt": ("SKU", "Produto"), "es": ("SKU", "Producto")}
_WORDS = {"en": ("yes", "no"), "pt": ("sim", "não"), "es": ("sí", "no")}


def products_file(catalogue: Catalogue) -> Workbook:
    """Return VTEX's export of products and SKUs."""
    yes, no = _WORDS[catalogue.language]
    rows = [
        [
            *(sku.product, f"Produto {sku.product}", yes if sku.product_active else no),
            *(*sku.store_category, sku.policies),
            *(sku.global_category, "x", sku.number, f"SKU {sku.number}"),
            *(yes if sku.active else no, yes if sku.kit else no, sku.ean),
        ]
        for sku in catalogue.skus
    ]
    return _export(_PRODUCTS[catalogue.language].split("|"), rows, catalogue)


def specifications_file(catalogue: Catalogue, of: Literal["sku", "product"]) -> Workbook:
    """Return VTEX's export of SKU or of product specifications: one row for an owner and a field."""
    place = 0 if of == "sku" else 1
    header = _SPECIFICATIONS[catalogue.language].format(_OWNERS[catalogue.language][place]).split("|")
    told = [
        (sku.number if of == "sku" else sku.product, *sku.store_category, name, value)
        for sku in catalogue.skus
        for name, value in sku.values.items()
        if (name in catalogue.product_fields) == (of == "product")
    ]
    rows = [
        [owner, "x", *category, "20", name, "Combo", value, value]
        for owner, *category, name, value in dict.fromkeys(told)
    ]
    return _export(header, rows, catalogue)


def _export(header: list[str], rows: list[list[str]], catalogue: Catalogue) -> Workbook:
    if catalogue.turned:
        header, rows = header[::-1], [row[::-1] for row in rows]
    titles = [["Export"], []][: catalogue.titles]
    return build.workbook(build.table("Sheet", [*titles, header, *rows]), name="export.xlsx")
