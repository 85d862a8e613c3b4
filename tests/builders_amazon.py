"""Small workbooks in the layouts of Amazon's category templates and of VTEX's files, made by hand.

Each builder gives a `Workbook` as the reader would; `save` makes a real file of one.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from listo.core.workbooks.model import Table, Workbook

Rows = Sequence[Sequence[str]]

MARKETPLACE = "A2Q3Y263D00KWC"
ACCOUNT = "A1SELLER00TEST"


def workbook(*tables: Table, name: str = "a.xlsx") -> Workbook:
    return Workbook(Path(name), "xlsx", tables)


def table(name: str, rows: Rows, *, hidden: bool = False) -> Table:
    return Table(name, [list(row) for row in rows], hidden=hidden)


def save(book: Workbook, path: Path) -> Path:
    """Write a workbook as a real .xlsx file, every cell as text, hidden sheets hidden."""
    import openpyxl

    made = openpyxl.Workbook()
    made.remove(made.active)
    for each in book.tables:
        sheet = made.create_sheet(each.name)
        for row, cells in enumerate(each.rows, 1):
            for column, text in enumerate(cells, 1):
                if text:
                    sheet.cell(row, column, text)
        sheet.sheet_state = "hidden" if each.hidden else "visible"
    made.save(path)
    return path


def transposed(rows: Rows) -> list[list[str]]:
    """Return columns as rows, filled up with empty cells."""
    height = max(len(row) for row in rows)
    return [[row[at] if at < len(row) else "" for row in rows] for at in range(height)]


def encoded(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return base64.b64encode(text.encode()).decode()


def settings_cells(settings: Mapping[str, str], parts: int = 1) -> list[str]:
    """Return the settings string, cut into so many cells."""
    text = "&".join(f"{key}={quote(value, safe='')}" for key, value in settings.items())
    size = -(-len(text) // parts)
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    return [f"settings{number if number > 1 else ''}={piece}" for number, piece in enumerate(pieces, 1)]


# Generation 1: vertical values, a label and an id on top of each column


def generation_1(*, template: bool = True, dropdowns: bool = True) -> Workbook:
    """Return a template of 2019: two product types, an integer among the sizes, ids with numbers."""
    labels = [
        "Product Type",
        "Seller SKU",
        "Color",
        "Color Map",
        "Size",
        "Bullet 1",
        "Bullet 2",
        "Variation Theme",
    ]
    ids = [
        "feed_product_type",
        "item_sku",
        "color_name",
        "color_map",
        "size_name",
        "bullet_point1",
        "bullet_point2",
        "variation_theme",
    ]
    first = [
        "TemplateType=fptcustom",
        "Version=2019.0924",
        "Category=clothing",
        f"TemplateSignature={encoded('SHIRT')}",
    ]
    values = transposed(
        [
            ["Product Type", "feed_product_type", "shirt", "pants"],
            ["Color Map", "color_map", "Blue", "Off White"],
            ["Size - [ shirt ]", "size_name", "S", "M", "38", "38"],
            ["Size - [ pants ]", "size_name", "40", "m"],
            ["Variation Theme - [ shirt ]", "variation_theme", "Size_Name", "Sizename-Colorname"],
            ["Shipping-Template", "merchant_shipping_group_name", "default"],
        ]
    )
    definitions = [
        ["How to complete your inventory template"],
        ["Group Name", "Field Name", "Local Label Name", "Accepted Values", "Example", "Required?"],
        ["Required"],
        ["", "feed_product_type", "Product Type", "A type.", "shirt", "Required"],
        ["", "color_name", "Color", "Any text.", "Sky", "Required"],
        ["", "size_name", "Size", "See the list.", "M", "Optional"],
        ["", "bullet_point1 - bullet_point2", "Bullets", "Text.", "Soft", "Optional"],
    ]
    lists = [
        [],
        ["shirt", "shirt", ""],
        ["color_map", "size_name", "feed_product_type"],
        ["Blue", "S", "shirt"],
        ["Transparent", "XXL", "pants"],
    ]
    applies = [
        ["", "shirt", "pants"],
        ["color_name", "1", "0"],
        ["size_name", "1", "1"],
        ["color_map", "1", "1"],
        ["item_sku", "1", "1"],
    ]
    return workbook(
        *([table("Template", [first, labels, ids, ["shirt", "SKU-1"]])] if template else []),
        table("Data Definitions", definitions),
        table("Valid Values", values),
        *([table("Dropdown Lists", lists, hidden=True)] if dropdowns and template else []),
        *([table("AttributePTDMAP", applies, hidden=True)] if template else []),
    )


# Generation 2: horizontal values, groups on rows of their own


def generation_2() -> Workbook:
    """Return a template of 2025 in German: group rows, an empty qualifier, one label for two attributes."""
    settings = settings_cells(
        {
            "attributeRow": "3",
            "labelRow": "2",
            "dataRow": "4",
            "contentLanguageTag": "de_DE",
            "primaryMarketplaceId": "amzn1.mp.o.A1PA6795UKMFR9",
            "additionalMarketplaces": encoded([f"amzn1.mp.o.{MARKETPLACE}"]),
            "contributorId": f"amzn1.cr.o.{ACCOUNT}",
            "timestamp": "2025-11-06T09:49:47.196Z",
        }
    )
    first = [
        "TemplateType=fptcustom",
        "Version=2025.1106",
        f"TemplateSignature={encoded('SPOON,TRAY')}",
        *settings,
    ]
    labels = [
        "Produkttyp",
        "Verkäufer-SKU",
        "Farbe",
        "Größe",
        "Artikeltyp",
        "Artikeltyp",
        "Varianten-Design",
        "Händlerversandgruppe",
    ]
    ids = [
        "feed_product_type",
        "item_sku",
        "color_name",
        "size_name",
        "item_type",
        "item_type_name",
        "variation_theme",
        "merchant_shipping_group_name",
    ]
    values = [
        ["Grundlegende"],
        ["", "Produkttyp - [  ]", "spoon", "tray"],
        ["", "Farbe - [ spoon ]", "Blau", "Rot\u00a0", "Rot"],
        ["", "Farbe - [ tray ]", "Blau", "Grün"],
        ["", "Größe", "Klein", "Groß"],
        ["", "Artikeltyp - [ spoon ]", "Löffel"],
        ["Varianten"],
        ["", "Varianten-Design - [ spoon ]", "Farbe", "Größe und Farbe", "color-size"],
        ["", "Händlerversandgruppe", "Standardvorlage Amazon", "Frete = 7,99 + 1"],
    ]
    definitions = [
        ["So vervollständigst du deine Vorlage"],
        [
            "Gruppenname",
            "Feldname",
            "Lokale Bezeichnung",
            "Definition und Verwendung",
            "Gültige Werte",
            "Beispiel",
            "Pflichtfeld?",
        ],
        ["Grundlegende"],
        ["", "feed_product_type", "Produkttyp", "Was es ist", "Liste", "spoon", "Erforderlich"],
        ["", "color_name", "Farbe", "Die Farbe", "Liste", "Blau", "Bevorzugt"],
        ["", "size_name", "Größe", "Wie groß", "Liste", "Klein", "Optional"],
    ]
    lists = [
        [],
        ["", "spoon", "spoon"],
        ["feed_product_type", "color_name", "item_type_name"],
        ["spoon", "Blau", "Esslöffel"],
        ["tray", "Gelb", ""],
    ]
    return workbook(
        table("Instruktionen", [["Lies dies zuerst."]]),
        table("Datendefinitionen", definitions),
        table("Dropdown Lists", lists, hidden=True),
        table("Vorlage", [first, labels, ids]),
        table("Gültige Werte", values),
    )


# Generation 3: settings over many cells, paths, lists by condition, deprecated themes


def path(name: str, end: str = "#1.value", marketplace: str = MARKETPLACE, language: str = "pt_BR") -> str:
    return f"{name}[marketplace_id={marketplace}][language_tag={language}]{end}"


MARKS = {
    "en": " (Deprecated: Do Not Use)",
    "de": " (Veraltet: Nicht verwenden)",
    "es": " (Obsoleto: no usar)",
    "pt": " (Descontinuado: não usar)",
}

_WORDS = {
    "en": (
        "Template",
        "Valid Values",
        "Data Definitions",
        "Required",
        "Conditionally Required",
        "Recommended",
        "Optional",
    ),
    "es": (
        "Plantilla",
        "Valores válidos",
        "Definiciones de datos",
        "Obligatorio",
        "Obligatorio condicionalmente",
        "Recomendado",
        "Opcional",
    ),
    "de": (
        "Vorlage",
        "Gültige Werte",
        "Datendefinitionen",
        "Pflichtfeld",
        "Bedingt erforderlich",
        "Empfohlen",
        "Optional",
    ),
    "pt": (
        "Modelo",
        "Valores válidos",
        "Definições de dados",
        "Obrigatório",
        "Condicionalmente obrigatório",
        "Recomendado",
        "Opcional",
    ),
}
_LABELS = {
    "en": (
        "SKU",
        "Product Type",
        "Color",
        "Color Map",
        "Size",
        "Bullet",
        "Bullet",
        "Theme",
        "Team",
        "Shipping",
    ),
    "es": (
        "SKU",
        "Tipo de producto",
        "Color",
        "Mapa de colores",
        "Talla",
        "Viñeta",
        "Viñeta",
        "Tema de variación",
        "Equipo",
        "Grupo de la marina mercante (ES)",
    ),
    "de": (
        "SKU",
        "Produkttyp",
        "Farbe",
        "Farbkarte",
        "Größe",
        "Punkt",
        "Punkt",
        "Variationsthema",
        "Teamname",
        "Händlerversandgruppe",
    ),
    "pt": (
        "SKU",
        "Tipo de produto",
        "Cor",
        "Mapa de cores",
        "Tamanho",
        "Tópico",
        "Tópico",
        "Nome do tema de variação",
        "Equipe",
        "Grupo de envio de mercadorias (BR)",
    ),
}
KEYS_3 = (
    "contribution_sku#1.value",
    "product_type#1.value",
    path("color"),
    path("color", "#1.standardized_values#1"),
    f"shirt_size[marketplace_id={MARKETPLACE}]#1.size",
    path("bullet_point"),
    path("bullet_point", "#2.value"),
    "variation_theme#1.name",
    path("team_name"),
    f"merchant_shipping_group[marketplace_id={MARKETPLACE}]#1.value",
)


def generation_3(
    language: str = "en", *, parts: int = 5, moved: bool = False, more: Mapping[str, str] | None = None
) -> Workbook:
    """Return a unified template; `moved` puts a row more on top, so that data starts in row 8."""
    template, values_name, definitions_name, required, conditional, recommended, optional = _WORDS[language]
    labels, mark, down = _LABELS[language], MARKS[language], int(moved)
    settings = {
        "primaryMarketplaceId": f"amzn1.mp.o.{MARKETPLACE}",
        "contentLanguageTag": "pt_BR",
        "contributorId": f"amzn1.cr.o.{ACCOUNT}",
        "labelRow": str(4 + down),
        "attributeRow": str(5 + down),
        "dataRow": str(7 + down),
        "TemplateType": "unified",
        "Version": "2026.0807",
        "timestamp": "2026-08-07T05:04:05.004Z",
        "ptds": encoded("SHIRT"),
        "attributeSettings": encoded(
            [
                {"attribute": KEYS_3[4], "aliases": {"7X-Large": "7x_l", "M": "M"}},
                {"attribute": KEYS_3[7], "aliases": {f"COLOR_NAME{mark}": "COLOR_NAME"}},
            ]
        ),
        **(more or {}),
    }
    rows = [
        settings_cells(settings, parts),
        *([["An extra line."]] if moved else []),
        ["Fill this in."],
        ["Identity", "", "Details"],
        list(labels),
        list(KEYS_3),
        ["ABC123", "SHIRT", "Blue"],
    ]
    label = dict(zip(KEYS_3, labels, strict=True))
    values = [
        ["Identity"],
        ["", f"{labels[1]} - [  ]", "SHIRT"],
        ["", f"{labels[4]} - [ SHIRT ]", "S", "M", "7X-Large", "> 60\u00a0cm "],
        ["", f"{labels[7]} - [ SHIRT ]", "COLOR", "SIZE/COLOR", f"COLOR_NAME{mark}"],
        ["", f"{labels[8]} - [ SHIRT ]", "One Team"],
        ["", f"{labels[4]} - [ SHIRT ]", "S", "M"],
        ["", label[KEYS_3[9]], "Migrated Template", "Freeship above 15$"],
    ]
    conditions = [
        ["Futebol português", "Futebolportuguês"],
        ["Indian Super League", "IndianSuperLeague", "SHIRT", "SHIRT", "SHIRT", "SHIRT"],
        ["Liga", "Liga", KEYS_3[8], KEYS_3[8], KEYS_3[4], "not_in_the_template"],
        ["Engels voetbal", "Engelsvoetbal", "Red Team", "Blue Team", "S", "x"],
        ["Another", "Another", "", "One Team", "XS", "y"],
    ]
    definitions = [
        ["How to"],
        ["Group", "Field", "Label", "Values", "Example", f"¿{required}?"],
        ["Identity"],
        *(
            ["", key, label[key], "…", "…", level]
            for key, level in zip(
                KEYS_3,
                (
                    required,
                    required,
                    required,
                    optional,
                    conditional,
                    required,
                    optional,
                    conditional,
                    recommended,
                    optional,
                ),
                strict=True,
            )
        ),
    ]
    applies = [["", "SHIRT"], [KEYS_3[2], "1"], ["", "SHIRT"], [KEYS_3[9], "1"]]
    return workbook(
        table(definitions_name, definitions),
        table(template, rows),
        table(values_name, values),
        table("Dropdown Lists", conditions, hidden=True),
        table("AttributePTDMAP", applies, hidden=True),
        table("Conditions List", [["CONDITION_LIST_0"], ["Child"]], hidden=True),
    )


# A workbook cut down to its values and definitions


def cut_down(layout: str = "columns") -> Workbook:
    """Return the sheets `Valid Values` and `Data Definitions` alone.

    Layouts of the values: `columns` with label and id, `columns-by-label`, `rows` with product types,
    `rows-by-label` in the second column, `rows-at-edge` in the first.
    """
    lists = [
        ["Size", "size_name", "S", "M"],
        ["Color", "color_name", "Blue", "Red"],
        ["TargetGender", "target_gender", "Male", "Female"],
        ["VariationTheme", "variation_theme", "SizeColor"],
    ]
    values = {
        "columns": transposed(lists),
        "columns-by-label": transposed([[label, *rest] for label, _, *rest in lists]),
        "rows": [["Basic"], *(["", f"{label} - [ shirt ]", *rest] for label, _, *rest in lists)],
        "rows-by-label": [["Basic"], *(["", label, *rest] for label, _, *rest in lists)],
        "rows-at-edge": [[label, *rest] for label, _, *rest in lists],
    }[layout]
    definitions = [
        ["How to complete your inventory template"],
        ["Group Name", "Field Name", "Local Label Name", "Accepted Values", "Example", "Required?"],
        *(
            ["", key, label, "", "", "Optional"]
            for key, label in (
                ("size_name", "Size"),
                ("color_name", "Color"),
                ("target_gender", "TargetGender"),
                ("mfg_minimum", "MinimumManufacturerAgeRecommended"),
                ("variation_theme", "VariationTheme"),
            )
        ),
    ]
    return workbook(table("Valid Values", values), table("Data Definitions", definitions))


# VTEX's workbook of mandatory attributes, in the ways that it may be laid out


def mandatory(*, by: str = "column", sheet: str = "VALORES VÁLIDOS") -> Workbook:
    """Return tabs of two categories and the tab of values, its attributes by `column`, `row` or `line`."""
    lists = [["Color", "Blue", "Red"], ["TargetGender", "male", "female", "unisex"], ["Department", "Mens"]]
    values = {
        "column": transposed(lists),
        "row": lists,
        "line": [["Atributo", "Valor"], *([name, value] for name, *values in lists for value in values)],
    }[by]
    return workbook(
        table(
            "Health",
            [["Subcategoria", "Massagem"], ["1", "Color"], ["2", "Department"], ["3", "SpecialThing"]],
        ),
        table("Clothing", [["Shirts", "Pants"], ["Color", "Color"], ["Size", "TargetGender"]]),
        table(sheet, values),
    )


# Amazon's processing report


def processing_report() -> Workbook:
    rows = [
        [],
        [],
        ["", "Resumen de procesamiento"],
        ["", "Número de registros", "10"],
        [],
        [
            "",
            "#",
            "Código de error",
            "Categoría de error",
            "Mensaje de error",
            "Campo afectado",
            "Número de errores",
        ],
        ["", "1", "8541", "ERROR", "Los datos no coinciden con el ASIN.", "color", "3"],
        ["", "2", "90220", "ERROR", "«Tema» es obligatorio.", "variation_theme", "12"],
        [],
        ["", "SKU", "Código de error", "Mensaje de error"],
    ]
    return workbook(table("Resumen de procesamiento", rows), *generation_3("es").tables)
