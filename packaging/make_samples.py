"""Make the sample that comes with Listo: a mapping sheet with typical mistakes, and accepted values.

Run it after changing what the sample should show:  python packaging/make_samples.py
Every name in it is made up, or is a word that VTEX's and Amazon's public documentation uses.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"
MADE = datetime(2026, 11, 21)

COLUMNS = [
    "CategoryID",
    "VariationTheme",
    "Type",
    "VTEXSpecification",
    "AmazonSpecification",
    "VTEXValue",
    "AmazonValue",
]
SHIRTS: list[tuple[Any, ...]] = [
    (212, "SizeColor", "Variation", "Tamanho", "Size", "P", "S"),
    (212, "SizeColor", "Variation", "Tamanho", "Size", "M", "M"),
    (212, "SizeColor", "Variation", "Tamanho", "Size", "G", "L"),
    (212, "SizeColor", "Variation", "Tamanho", "Size", "GG", "xl"),
    (212, "SizeColor", "Variation", "Cor", "Color", "Azul", "Azul"),
    (212, "SizeColor", "Variation", "Cor", "Color", "Preto", "black"),
    (212, "SizeColor", "Variation", "Cor", "Color", "Branco", "White "),
    (212, "sizecolor", "Variation", "Cor", "Color", "Vermelho", "Red"),
    (212, None, "Information", "Gênero", "TargetGender", "Feminino", "Female"),
    (212, None, "Information", "Gênero", "TargetGender", "Masculino", "Masculino"),
    (212, None, "Information", "Material", "Material", "Algodão", "Coton"),
    (212, None, "Informação", "Material", "Material", "Linho", "Linen"),
]
SHOES: list[tuple[Any, ...]] = [
    (187, "SizeColor", "Variation", "Tamanho", "Size", "38", "38"),
    (187, "SizeColor", "Variation", "Tamanho", "Size", date(2026, 12, 10), "10/12"),
    (187, "SizeColor", "Variation", "Tamanho", "Size", "40", None),
    (187, None, "Variation", "Departamento", "Department", "Unissex", "Unisex Adult"),
]
TOYS: list[tuple[Any, ...]] = [
    (1253, "Color", "Variation", "Cor", "Color", "Azul", "Blue"),
    (1253, "Color", "Variation", "Cor", "Colour", "Verde", "Green"),
    (1253, None, "Information", "Idade mínima", "MinimumManufacturerAgeRecommended", "3 anos", "3 anos"),
    (1253, None, "Information", "Idade mínima", "MinimumManufacturerAgeRecommended", "90 dias", "90 days"),
    ("Brinquedos", None, "Information", "Material", "Material", "Plástico", "Plastic"),
]
VALUES: dict[str, list[str]] = {
    "Size": ["XS", "S", "M", "L", "XL", "XXL", "36", "37", "38", "39", "40", "10/12"],
    "Color": ["Black", "Blue", "Brown", "Green", "Grey", "Pink", "Red", "White", "Yellow"],
    "TargetGender": ["Male", "Female", "Unisex"],
    "Department": ["Mens", "Womens", "Boys", "Girls", "Unisex Adult", "Unisex Kids"],
    "Material": ["Cotton", "Leather", "Linen", "Plastic", "Polyester", "Wool"],
    "VariationTheme": ["Size", "Color", "SizeColor", "ColorSize"],
    "MinimumManufacturerAgeRecommended": [],
}
"""What is accepted in every category, as in VTEX's workbook of mandatory attributes."""


def main() -> None:
    SAMPLES.mkdir(exist_ok=True)
    _save(_mapping(), "mapping.xlsx")
    _save(_amazon_values(), "amazon-values.xlsx")
    _save_other_kinds(COLUMNS[0])


def _save_other_kinds(text: str) -> None:
    """Save one cell in each kind of file that no library here writes, for `listo --self-check` to read."""
    sys.path.append(str(SAMPLES.parent.parent / "tests"))
    handmade = import_module("handmade")  # the tests' own writers of such files
    handmade.xls(SAMPLES / "reading.xls", handmade.xls_label(0, 0, text))
    record = handmade.binary_record  # of a sheet: its begin, its extent, its rows, their end, its end
    head = record(129) + record(148, bytes(16)) + record(145)
    cell = handmade.binary_cell(6, 0, 0, handmade.wide(text))  # 6: a text of its own
    sheet = head + handmade.binary_row(0) + cell + record(146) + record(130)
    handmade.xlsb(SAMPLES / "reading.xlsb", sheet)
    row = (
        f"<table:table-row><table:table-cell office:value-type='string'><text:p>{text}</text:p>"
        "</table:table-cell></table:table-row>"
    )
    handmade.ods(SAMPLES / "reading.ods", {"Plan1": row})


def _save(workbook: Workbook, name: str) -> None:
    workbook.properties.creator = "Listo"
    workbook.properties.created = workbook.properties.modified = MADE
    workbook.save(SAMPLES / name)


def _mapping() -> Workbook:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Mapeamento"
    sheet.append(COLUMNS)
    for row in [*SHIRTS, *SHOES, *TOYS]:
        sheet.append(row)
    _decorate(sheet)
    return workbook


def _amazon_values() -> Workbook:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "VALORES VÁLIDOS"
    for column, (name, values) in enumerate(VALUES.items(), start=1):
        for row, text in enumerate([name, *values], start=1):
            sheet.cell(row, column, text)
    _decorate(sheet)
    return workbook


def _decorate(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE7F3")
    for column in "ABCDEFG":
        sheet.column_dimensions[column].width = 22
    sheet.freeze_panes = "A2"


if __name__ == "__main__":
    main()
