"""The files of a whole story: a seller's mapping sheet, in a workbook with more in it, and a template."""

from __future__ import annotations

from pathlib import Path

import builders_amazon
from listo.core.mapping.sheet import COLUMNS

SHEET = "Mapa"
FIRST_ROW = 3
"""Excel's number of the first row below the header."""
ROWS = (
    ("212", "SizeColor", "Variation", "Tamanho", "Size", "P", "S"),
    ("212", "SizeColor", "Variation", "Tamanho", "Size", "M", "m"),
    ("212", "SizeColor", "Variation", "Tamanho", "Size", "XG", "7x-large"),
    ("212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Azul"),
    ("212", "SizeColor", "Variation", "Cor", "Color", "Preto", "Pretto"),
    ("212", "SizeColor", "Variation", "Cor", "Color", "Preto fosco", "Pretto"),
    ("212", "SizeColor", "Variation", "Cor", "Color", "Branco", "White "),
    ("212", "SizeColor", "Variation", "Cor", "Color", "Verde-água", "Turkis"),
    ("212", "SizeColor", "Variation", "Cor", "Color", "Natural", "Cru"),
    ("212", "SizeColor", "variation", "Cor", "Color", "Cinza", "Grey"),
    ("212", "SizeColor", "variation", "Cor", "Color", "Vermelho", "Red"),
    ("212", "", "Information", "Material", "Fabric", "Linho", "Linen"),
    ("212", "", "Information", "Material", "Fabric", "Linho", "Linen"),
)
LISTS = {
    "Size": ("S", "M", "L", "7X-Large"),
    "Color": ("Black", "Blue", "Green", "Grey", "Red", "Turquoise", "White", "Off White"),
    "Fabric": ("Cotton", "Linen", "Wool"),
}


def write_mapping(path: Path) -> Path:
    """Write the mapping sheet below a title, with what a seller's workbook has besides."""
    import openpyxl
    from openpyxl.chart import BarChart, Reference
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import ColorScaleRule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append(["Mapeamento da loja"])
    sheet.append([*COLUMNS, "Linhas"])
    for number, row in enumerate(ROWS, FIRST_ROW):
        sheet.append([*row, f"=ROW(A{number})"])
    sheet.merge_cells("A1:G1")
    sheet["A1"].font = Font(bold=True, size=16)
    for cell in sheet[2]:
        cell.fill = PatternFill("solid", fgColor="FFE9C8")
    sheet["G6"].comment = Comment("Conferir com a Ana", "Ana")
    sheet.column_dimensions["G"].width = 30
    sheet.freeze_panes = "B3"
    listed = DataValidation(type="list", formula1="=Tipos!$A$1:$A$2")
    listed.add("C3:C40")
    sheet.add_data_validation(listed)
    scale = ColorScaleRule("min", None, "FF0000", "max", None, "00FF00")
    sheet.conditional_formatting.add("H3:H40", scale)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=8, min_row=3, max_row=9))
    sheet.add_chart(chart, "K2")
    draft = book.create_sheet("Rascunho")
    draft.append(list(COLUMNS))
    draft.append(list(ROWS[0]))
    kinds = book.create_sheet("Tipos")
    for kind in ("Variation", "Information"):
        kinds.append([kind])
    kinds.sheet_state = "hidden"
    book.defined_names["Tipos"] = DefinedName("Tipos", attr_text="Tipos!$A$1:$A$2")
    book.save(path)
    return path


def write_template(path: Path) -> Path:
    """Write a category template of Amazon whose attributes take what `LISTS` says."""
    template = builders_amazon.generation_3()
    for table in template.tables:
        if table.name == "Valid Values":
            table.rows[:] = [
                ["Identity"],
                ["", "Product Type - [  ]", "SHIRT"],
                *_lists(),
                _themes(table.rows),
            ]
    return builders_amazon.save(template, path)


def _lists() -> list[list[str]]:
    return [["", f"{name} - [ SHIRT ]", *values] for name, values in LISTS.items()]


def _themes(rows: list[list[str]]) -> list[str]:
    return next(row for row in rows if "SIZE/COLOR" in row)
