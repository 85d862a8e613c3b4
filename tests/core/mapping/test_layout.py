"""Where the mapping sheet is in a workbook, under whatever names and among whatever else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.errors import InputError
from listo.core.mapping.layout import (
    apply_layout,
    find_mapping,
    match_headers,
    match_misspelt_headers,
    may_name_columns,
)
from listo.core.mapping.sheet import COLUMNS, MappingSheet
from listo.core.workbooks.model import Cell, CellKind, Table, Workbook, area_of

ROW = ("212", "SizeColor", "Variation", "Tamanho", "Size", "P", "S")


def workbook(*tables: Table) -> Workbook:
    return Workbook(path=Path("mapping.xlsx"), format="xlsx", tables=tables)


def mapping(*rows: tuple[str, ...], name: str = "Planilha1") -> MappingSheet:
    found = find_mapping(workbook(Table(name, rows)))
    assert found is not None
    return found


def test_the_template_as_it_is() -> None:
    sheet = mapping(COLUMNS, ROW, ROW)
    assert (sheet.header.row, sheet.row_numbers) == (1, [2, 3])
    assert sheet.row(1) == ROW
    assert sheet.header.places == {column: place for place, column in enumerate(COLUMNS)}


def test_title_rows_above_the_header() -> None:
    sheet = mapping(("Mapeamento Amazon",), (), ("Atualizado em 01/11", ""), COLUMNS, ROW)
    assert (sheet.header.row, sheet.row_numbers) == (4, [5])


@pytest.mark.parametrize(
    "header",
    [
        "Category Id|variation theme|type|VTEX Specification|amazon_specification|VTEX value|Amazon_Value",
        "Categoria|Tema de variação|Tipo|Especificação VTEX|Atributo Amazon|Valor VTEX|Valor na Amazon",
        "ID de categoría|Tema de variación|Tipo|Especificación VTEX|Campo de Amazon|Valor VTEX|Valor Amazon",
        " CategoryID |VariationTheme*|Type|VTEXSpecification|AmazonSpecfication|VTEXValue|AmazonVaule",
    ],
)
def test_headers_under_other_names(header: str) -> None:
    sheet = mapping(tuple(header.split("|")), ROW)
    assert tuple(sheet.present()) == COLUMNS
    assert sheet.row(0) == ROW


@pytest.mark.parametrize(
    ("texts", "may"),
    [
        (("CategoryID", "Amazon value"), True),
        (("Type", "V-TEX_Value"), True),
        (("a m a z o n",), True),
        (("CategoryID", "VariationTheme", "Type"), False),
        (("Vtx", "Amazn"), False),
        ((), False),
    ],
)
def test_a_row_without_either_name_can_name_no_column_of_theirs(texts: tuple[str, ...], may: bool) -> None:
    assert may_name_columns(texts) is may


def test_words_that_only_link_others_do_not_count_in_a_header() -> None:
    texts = ("ID of the category", "Value in Amazon", "Valor no VTEX", "Tipo do", "ID", "")
    assert match_headers(texts) == ["CategoryID", "AmazonValue", "VTEXValue", "Type", None, None]


def test_a_slip_names_a_column_that_is_not_there_and_other_words_name_none() -> None:
    texts = ("AmazonVaule", "Amazon Specfication", "Amount", "Valor total", " ")
    assert match_misspelt_headers(texts) == ["AmazonValue", "AmazonSpecification", None, None, None]
    assert match_misspelt_headers(("AmazonValue", "AmazonVaule")) == ["AmazonValue", None]


@pytest.mark.parametrize(
    ("place", "kind", "rows"),
    [
        (Cell(4, 1), "formula", 4),
        (Cell(4, 7), "formula", 1),  # beside the seven columns
        (Cell(4, 1), "number", 1),
        (Cell(1, 1), "formula", 1),
    ],
)
def test_rows_go_to_the_last_text_or_formula_of_a_column_of_the_seven(
    place: Cell, kind: CellKind, rows: int
) -> None:
    table = Table("Planilha1", (COLUMNS, ROW, *[("",) * 8] * 5), {place: kind})
    found = find_mapping(workbook(table))
    assert found is not None
    assert len(found) == rows


def test_columns_in_another_order_among_others() -> None:
    sheet = mapping(("Obs", *reversed(COLUMNS), "Responsável"), ("x", *reversed(ROW), "Ana"))
    assert sheet.row(0) == ROW
    assert sheet.header.extra == (0, 8)


def test_a_missing_column_reads_as_empty() -> None:
    sheet = mapping(COLUMNS[:6], ROW[:6])
    assert not sheet.has("AmazonValue")
    assert sheet.row(0) == (*ROW[:6], "")


def test_of_a_column_named_twice_the_exact_name_counts() -> None:
    sheet = mapping(("VTEX Category Id", *COLUMNS), ("9", *ROW))
    assert sheet.row(0) == ROW
    assert sheet.header.duplicated == {0: "CategoryID"}


def test_blank_rows_stay_inside_and_go_at_the_end() -> None:
    sheet = mapping(COLUMNS, ROW, (), ("", " "), ROW, ("\u00a0",), ())
    assert sheet.row_numbers == [2, 3, 4, 5]
    assert sheet.row(1) == ("",) * 7


@pytest.mark.parametrize(
    ("area", "shown"),
    [
        ("A2:A4", {(3, "CategoryID"): "212", (4, "CategoryID"): "212"}),
        ("A2:B3", {(3, "CategoryID"): "212"}),  # of several columns the first one has the text
        ("A2:A99", {(row, "CategoryID"): "212" for row in (3, 4, 5)}),  # no further than the sheet
        ("B2:B3", {}),  # a formula, whose text is not known
        ("C2:C3", {}),  # nothing to show
        ("D2:D5", {(3, "VTEXSpecification"): "Cor", (4, "VTEXSpecification"): "Cor"}),  # one says its own
        ("A1:A3", {}),  # the header's own text is no value
        ("H2:H3", {}),  # none of the seven columns
        ("G5:G5", {}),
    ],
)
def test_what_is_merged_with_a_cell_above_shows_its_text(
    area: str, shown: dict[tuple[int, str], str]
) -> None:
    rows = (
        COLUMNS,
        ("212", "", " ", "Cor", "Color", "Azul", "Blue", "note"),
        ("", "", "", "", "Color", "Verde", "Green"),
        (),
        ("", "", "", "Tom", "Color", "Preto", "Black"),
    )
    table = Table("A", rows, {Cell(1, 1): "formula"}, merged=(area_of(area.encode()),))
    sheet = find_mapping(workbook(table))
    assert sheet is not None
    assert dict(sheet.merged) == shown


@pytest.mark.parametrize("place", range(7))
def test_a_sheet_ends_with_the_last_text_whatever_its_column(place: int) -> None:
    last = ("",) * place + ("x",)
    sheet = mapping(COLUMNS, ROW, (), ("",), last, ())
    assert sheet.row_numbers == [2, 3, 4, 5]
    assert sheet.row(3) == last + ("",) * (6 - place)
    sheet.set_text(1, "Type", "y")
    assert sheet.row(2) == ("",) * 7, "blank rows are rows of their own"


def test_the_filled_sheet_is_taken_and_not_the_empty_template_before_it() -> None:
    tables = (
        Table("Modelo", (COLUMNS,)),
        Table("Capa", (("Olá",),)),
        Table("Dados", (COLUMNS, ROW), hidden=True),
    )
    found = find_mapping(workbook(*tables))
    assert found is not None
    assert found.name == "Dados"


def test_the_sheet_that_is_seen_is_taken_before_a_hidden_one() -> None:
    tables = (Table("Velha", (COLUMNS, ROW), hidden=True), Table("Nova", (COLUMNS, ROW)))
    found = find_mapping(workbook(*tables))
    assert found is not None
    assert found.name == "Nova"


def test_of_several_sheets_the_longest_is_taken_and_knows_the_others() -> None:
    tables = (
        Table("Curta", (COLUMNS, ROW)),
        Table("Longa", (COLUMNS, ROW, ROW, ROW)),
        Table("Vazia", (COLUMNS,)),
        Table("Velha", (COLUMNS, ROW), hidden=True),
        Table("Notas", (("Obs",),)),
    )
    found = find_mapping(workbook(*tables))
    assert found is not None
    assert (found.name, found.others) == ("Longa", ("Curta",))
    named = find_mapping(workbook(*tables), "Curta")
    assert named is not None
    assert (named.name, named.others, named.copy().others) == ("Curta", ("Longa",), ("Longa",))
    laid_out = apply_layout(workbook(*tables), "Curta", 1, {"CategoryID": 0, "AmazonValue": 6})
    assert laid_out is not None
    assert laid_out.others == ("Longa",)


def test_a_row_more_does_not_make_another_sheet_the_one() -> None:
    found = find_mapping(workbook(Table("Planilha1", (COLUMNS, ROW)), Table("Outra", (COLUMNS, ROW, ROW))))
    assert found is not None
    assert (found.name, found.others) == ("Planilha1", ("Outra",))


def test_header_alone_is_a_sheet_without_rows() -> None:
    assert len(mapping(COLUMNS)) == 0


def test_nothing_at_all_is_an_empty_sheet_without_header() -> None:
    tables = (Table("Planilha1", ()), Table("Planilha2", (COLUMNS, ROW)))
    found = find_mapping(workbook(*tables), "planilha1")
    assert found is not None
    assert (found.header.row, len(found)) == (None, 0)


def test_an_absent_sheet_is_said_with_those_there_are() -> None:
    with pytest.raises(InputError) as caught:
        find_mapping(workbook(Table("A", ()), Table("B", ())), "C")
    assert caught.value.code == "sheet-not-found"
    assert caught.value.arguments == {"file": "mapping.xlsx", "sheet": "C", "sheets": "A, B"}


SKU_SPECIFICATIONS = (
    "ID SKU",
    "ID Categoria",
    "Categoria",
    "Nome Campo",
    "Nome Tipo Campo",
    "Valor Especificação",
)
PRODUCTS = ("Product ID", "Category ID", "Category", "Global category ID", "SKU ID", "Active SKU", "EAN/UPC")
AMAZON_TEMPLATE = (
    ("TemplateType=fptcustom", "Version=2019"),
    ("Seller SKU", "Variation Theme", "Product Type", "Color"),
    ("item_sku", "variation_theme", "feed_product_type", "color_name"),
)


@pytest.mark.parametrize(
    "rows",
    [
        (SKU_SPECIFICATIONS,),
        (PRODUCTS,),
        AMAZON_TEMPLATE,
        (("Category", "Type", "Theme"), ("1", "2", "3")),
        (("Mensagem",), ("Specification Cor mapped not found",)),
    ],
)
def test_other_files_are_not_taken_for_a_mapping(rows: tuple[tuple[str, ...], ...]) -> None:
    assert find_mapping(workbook(Table("Planilha1", rows))) is None


texts = st.one_of(st.sampled_from((*COLUMNS, "Categoria", "", " ", "Tipo")), st.text(max_size=8))


@given(st.lists(st.lists(texts, max_size=10), max_size=8))
def test_any_table_is_read_without_a_fault(rows: list[list[str]]) -> None:
    found = find_mapping(workbook(Table("P", rows)))
    if found is not None:
        assert all(len(found.column(column)) == len(found) for column in COLUMNS)


def test_a_workbook_of_other_sheets_and_empty_ones_has_no_mapping_sheet() -> None:
    other, empty = Table("Notas", (("Olá", "mundo"), ("1", "2"))), Table("Vazia", ())
    assert find_mapping(workbook(other, empty)) is None
    found = find_mapping(workbook(empty, Table("Outra", ())))
    assert found is not None
    assert (found.name, found.header.row, len(found)) == ("Vazia", None, 0)


def test_a_layout_by_hand_reads_the_rows_below_its_header() -> None:
    table = Table("P", (("Mapeamento",), COLUMNS, ROW, ROW, ("x", "y", "z", "é daqui", "?")))
    sheet = apply_layout(workbook(table), "P", 2, {"CategoryID": 0, "AmazonValue": 6})
    assert sheet is not None
    assert (sheet.header.row, sheet.row_numbers, sheet.header.extra) == (2, [3, 4, 5], (1, 2, 3, 4, 5))
    assert sheet.row(0) == ("212", *[""] * 5, "S")
    below = apply_layout(workbook(table), "P", 5, {"CategoryID": 0, "AmazonValue": 6})
    assert below is not None
    assert (len(below), below.header.texts, below.header.extra) == (0, (*table.rows[4], "", ""), (1, 2, 3, 4))
