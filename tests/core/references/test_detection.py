"""VTEX's exports and workbook, processing reports, lists of messages: told apart and read."""

from __future__ import annotations

import pytest

import builders_amazon as build
from listo.core.references.files import detect_kind, read_amazon_values
from listo.core.references.messages import read_messages, read_report
from listo.core.references.model import AttributeNames
from listo.core.references.vtex_export import find_export

PRODUCTS = {
    "en": [
        "Product ID",
        "Product Name",
        "Active product",
        "Trade policies",
        "Global category ID",
        "SKU ID",
        "Active SKU",
        "EAN/UPC",
    ],
    "pt": [
        "ID Produto",
        "Nome Produto",
        "Produto ativo",
        "Políticas comerciais",
        "ID Categoria global",
        "ID SKU",
        "SKU Ativo",
        "EAN/UPC",
    ],
    "es": [
        "ID Producto",
        "Nombre Producto",
        "Producto activo",
        "Políticas comerciales",
        "ID Categoría Global",
        "ID SKU",
        "SKU Activo",
        "EAN/UPC",
    ],
    "old": ["SkuId", "SkuName", "SkuIsActive", "SkuEan", "ProductId", "ProductName", "CategoryId", "Kit"],
    "decorated": ["_IDSKU (Não alterável)", "NOME SKU *", "sku ativo", "Ean/Upc", "id da categoria global"],
}
SPECIFICATIONS = {
    "en": ["SKU ID *", "SKU Name", "Field ID", "Field Name", "Field Value Name", "Specification Value"],
    "pt": ["ID SKU", "Nome SKU", "ID Campo", "Nome Campo", "Nome Valor Campo", "Valor Especificação"],
    "es": ["ID SKU", "Nombre SKU", "ID Campo", "Nombre Campo", "Nombre Valor Campo", "Valor Especificación"],
    "old": [
        "SkuId (Not Changeable)",
        "NomeCampo (Not Changeable)",
        "NomeCampoValor (Not Changeable)",
        "ValorEspecificacao",
    ],
    "few": ["valor especificacao", "NOME CAMPO", "id sku"],
}
PRODUCT_SPECIFICATIONS = {
    "en": ["Product ID", "Product Name", "Field Name", "Specification Value"],
    "pt": ["ID Produto", "Nome Produto", "Nome Campo", "Valor Especificação"],
    "es": ["ID Producto", "Nombre Producto", "Nombre Campo", "Valor Especificación"],
}
MAPPING = [
    "CategoryID",
    "VariationTheme",
    "Type",
    "VTEXSpecification",
    "AmazonSpecification",
    "VTEXValue",
    "AmazonValue",
]


def exports() -> list[tuple[str, list[str]]]:
    return [
        *(("vtex-products", header) for header in PRODUCTS.values()),
        *(("vtex-sku-specifications", header) for header in SPECIFICATIONS.values()),
        *(("vtex-product-specifications", header) for header in PRODUCT_SPECIFICATIONS.values()),
    ]


@pytest.mark.parametrize(("kind", "header"), exports())
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("titles", [0, 2])
def test_exports_in_three_languages(kind: str, header: list[str], turned: bool, titles: int) -> None:
    header = header[::-1] if turned else header
    rows = [*([["Export"], []][:titles]), header, ["1"] * len(header), [], ["2"] * len(header)]
    book = build.workbook(build.table("Sheet", rows))
    assert detect_kind(book) == kind
    export = find_export(book)
    assert export is not None
    assert export.header_row == titles
    assert export.count() == 2
    assert [number for number, _ in export.rows()] == [titles + 2, titles + 4]


def test_the_places_of_an_exports_columns() -> None:
    export = find_export(
        build.workbook(build.table("Sheet", [SPECIFICATIONS["old"], ["1", "Cor", "Azul", "Azul"]]))
    )
    assert export is not None
    assert dict(export.places) == {"sku-id": 0, "field-name": 1, "field-value": 2, "specification-value": 3}


@pytest.mark.parametrize(
    "rows",
    [
        [MAPPING, ["212", "SizeColor", "Variation", "Cor", "Color", "Azul", "Blue"]],
        [["Category ID", "Theme", "Kind", "VTEX field", "Amazon attribute", "VTEX value", "Amazon value"]],
        [["Name", "Price"], ["Shirt", "12"]],
        [["id", "parent_id", "en"], ["1", "", "Animals & Pet Supplies"]],
        [["1", "2"], ["3", "4"]],
        [["Name", "Price", "Text"], ["A shirt of cotton", "12", "A shirt that one would like to have"]],
        [["Category=Shoes", "12"], ["Version=2", "3"]],
        [[]],
        [],
    ],
)
def test_what_is_no_reference(rows: list[list[str]]) -> None:
    assert detect_kind(build.workbook(build.table("Sheet", rows))) is None


@pytest.mark.parametrize("by", ["column", "row", "line"])
@pytest.mark.parametrize("sheet", ["VALORES VÁLIDOS", "Valid Values", "valores validos"])
def test_vtexs_workbook_in_any_orientation(by: str, sheet: str) -> None:
    book = build.mandatory(by=by, sheet=sheet)
    assert detect_kind(book) == "amazon-values"
    values = read_amazon_values(book)
    by_key = {attribute.key: attribute for attribute in values.attributes}
    assert values.generation == 0
    assert values.product_types == ("Health", "Clothing")
    assert by_key["Color"].accepted() == ("Blue", "Red")
    assert by_key["TargetGender"].accepted() == ("male", "female", "unisex")
    assert by_key["Department"].accepted() == ("Mens",)
    assert by_key["Color"].required == {"Health": "required", "Clothing": "required"}
    assert by_key["TargetGender"].required == {"Clothing": "required"}
    assert by_key["Size"].required == {"Clothing": "required"}
    assert by_key["Size"].values == {}
    assert by_key["SpecialThing"].required == {"Health": "required"}


def test_a_processing_report_is_told_from_the_template_that_it_comes_in() -> None:
    book = build.processing_report()
    assert detect_kind(book) == "processing-report"
    errors = read_report(book)
    assert [(error.code, error.count) for error in errors] == [("8541", 3), ("90220", 12)]
    assert errors[1].message == "«Tema» es obligatorio."


def test_a_report_in_text_form() -> None:
    header = ["original-record-number", "sku", "error-code", "error-type", "error-message"]
    book = build.workbook(
        build.table("report", [header, ["1", "A", "8058", "Error", "Something is missing."]])
    )
    assert detect_kind(book) == "processing-report"
    assert [error.code for error in read_report(book)] == ["8058"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Sku is inactive"], ["The category was not found"], ["VariationTheme selected it's invalid"]],
        [["Mensagem"], ["SKU inativo."], ["A categoria global não foi encontrada"]],
        [["Pedido", "Error message", "Data"], ["1", "No available sla to deliver this order", "2024"]],
        [[], ["x", "Order with SKU out of stock"], [], ["y", "The order has an inactive SKU"]],
    ],
)
def test_lists_of_messages(rows: list[list[str]]) -> None:
    book = build.workbook(build.table("Sheet", rows))
    assert detect_kind(book) == "messages"
    assert all(" " in text for text in read_messages(book))


def test_the_first_message_is_no_heading() -> None:
    book = build.workbook(
        build.table("Sheet", [["Inactive SKU error"], ["Error message"], ["Invalid seller id"]])
    )
    assert read_messages(book) == ("Inactive SKU error", "Invalid seller id")


def test_a_message_with_commas_is_not_cut() -> None:
    lines = [
        ["Missing attributes: color", " size", " and department name"],
        ["The SKU is inactive", " please check"],
    ]
    table = build.table("Sheet", lines)
    book = build.workbook(table)
    from dataclasses import replace

    assert read_messages(replace(book, format="csv", delimiter=","))[0] == (
        "Missing attributes: color, size, and department name"
    )


def test_vtexs_names_resolve_however_its_workbook_writes_them() -> None:
    values = build.table("VALORES VÁLIDOS", [["Target gender", "male"], ["Color", "Blue"], ["Size map", "S"]])
    names = AttributeNames(read_amazon_values(build.workbook(values)).attributes)
    assert names.find("TargetGender") == names.find("Target gender") != ()
    assert names.find("SizeMap") == names.find("Size map") != ()


ROW = [["Size", "Color", "TargetGender"], ["Obrigatório", "Opcional", "Obrigatório"]]
COLUMN = [["Size", "Obligatorio"], ["Color", "Opcional"], ["TargetGender", "Obligatorio"]]
DESCRIBED = [
    ["Attribute", "What it is", "Required?"],
    ["Size", "A required thing to say", "Required"],
    ["Color", "Say it if you like, it is not required", "Not required"],
    ["TargetGender", "For whom", "Required"],
]
ASKED = [
    ["Atributo", "Obrigatório"], ["Size", "Sim"], ["Color", "Não"], ["TargetGender", "X"],
]  # fmt: skip
HEADED = [["Obrigatórios"], ["Size"], ["TargetGender"], ["Opcionais"], ["Color"]]
BEFORE = [["Obrigatório", "Size", "TargetGender"], ["Opcional", "Color", "ColorMap"]]
SOME = [["Size", "Color", "TargetGender"], ["Obrigatório", "", "Obrigatório"]]


@pytest.mark.parametrize("tab", [ROW, COLUMN, DESCRIBED, ASKED, HEADED, BEFORE, SOME])
def test_vtex_s_own_marks_say_what_is_required(tab: list[list[str]]) -> None:
    levels = levels_of(tab)
    assert {name for name, level in levels.items() if level == "required"} == {"Size", "TargetGender"}
    assert levels["Color"] == "optional"


def test_without_any_mark_all_that_a_tab_lists_is_required() -> None:
    for tab in ([["Size", "Color"], ["Describe it", "Name it"]], [["Size"], ["Color"]]):
        assert levels_of(tab) == {"Size": "required", "Color": "required"}


def levels_of(tab: list[list[str]]) -> dict[str, str]:
    """Return how required VTEX's workbook marks the attributes of a tab."""
    values = build.table("VALORES VÁLIDOS", [["Size", "Color"], ["S", "Blue"], ["M", "Red"]])
    book = build.workbook(build.table("Camisetas", tab), values)
    assert detect_kind(book) == "amazon-values"
    return {
        one.label: level
        for one in read_amazon_values(book).attributes
        for product_type, level in one.required.items()
        if product_type == "Camisetas"
    }


def test_a_template_of_another_marketplace_is_not_amazons() -> None:
    labels = ["Partner SKU", "Brand", "Family", "Product type", "Colour", "Bullet 1", "Offer price", "Fabric"]
    ids = [
        "partner_sku", "brand_code", "family_code", "product_fulltype", "colour_name_en", "feature_bullet_1",
        "offer_price", "base_material_en",
    ]  # fmt: skip
    values = build.table(
        "Valid values", [labels, ids, ["", "", "Apparel", "Shirts", "Red", "", "", "Cotton"]]
    )
    definitions = build.table(
        "Data Definitions",
        [["Group", "Field", "Label", "Required?"], *(["", each, each.title(), "Required"] for each in ids)],
    )
    first_row = build.table("Template", [["TemplateType=catalog", "Version=3"], labels, ids])
    for tables in ([values], [definitions, values], [first_row, values]):
        assert detect_kind(build.workbook(*tables)) != "amazon-values"


def test_a_sheet_of_values_alone_is_amazons_by_its_ids() -> None:
    labels, ids = ["Product Type", "Zeal"], ["feed_product_type", "zeal_of_the_maker"]
    values = build.table("Valid Values", [labels, ids, ["shirt", "High"]])
    assert detect_kind(build.workbook(values)) == "amazon-values"
