"""What a category's rows ask of a SKU, and what it lacks of that."""

from __future__ import annotations

from listo.core.skus.sheet_skus import MappedRow, demands_of, gaps_of

SIZE = MappedRow(2, "Tamanho", "size", "P", "S")
BLUE = MappedRow(3, "Cor", "color", "Azul", "Blue")
MADE_OF = MappedRow(4, "Material", "fabric", "Algodão", "Cotton")
ALL = {"Tamanho", "Cor", "Material"}
FULL = {"Tamanho": ["P"], "Cor": ["Azul"], "Material": ["Algodão"]}


def gaps(rows, values, fields=ALL, theme=("size", "color"), requirements=None):
    demands = demands_of(rows, theme, requirements or {})
    return [(gap.code, gap.mapped.field, gap.value) for gap in gaps_of(demands, values, fields)]


def test_a_sku_with_a_row_for_each_value_lacks_nothing() -> None:
    assert gaps([SIZE, BLUE, MADE_OF], FULL) == []


def test_a_value_without_a_row_is_unmapped_in_any_field() -> None:
    values = FULL | {"Cor": ["Azul", "Verde"], "Material": ["Lã"]}
    assert gaps([SIZE, BLUE, MADE_OF], values) == [
        ("value-unmapped", "Cor", "Verde"),
        ("value-unmapped", "Material", "Lã"),
    ]


def test_an_empty_field_matters_where_its_attribute_is_asked_for() -> None:
    lacking = {"Cor": ["Azul"]}
    assert gaps([SIZE, BLUE, MADE_OF], lacking) == [("value-missing-in-catalog", "Tamanho", "")]
    assert gaps([SIZE, BLUE, MADE_OF], lacking, requirements={"fabric": "soft"}) == [
        ("value-missing-in-catalog", "Tamanho", ""),
        ("value-missing-in-catalog", "Material", ""),
    ]


def test_a_field_that_the_store_category_lacks_is_told_as_that() -> None:
    assert gaps([SIZE, MADE_OF], {"Tamanho": ["P"]}, fields={"Tamanho"}) == [
        ("field-not-in-category", "Material", "")
    ]


def test_what_one_field_lacks_another_one_of_the_attribute_may_send() -> None:
    other = MappedRow(5, "Color", "color", "Blue", "Blue")
    assert gaps([BLUE, other], {"Color": ["Blue"]}, fields={"Cor", "Color"}) == []
    assert gaps([BLUE, other], {"Color": ["Green"]}, fields={"Cor", "Color"}) == [
        ("value-missing-in-catalog", "Cor", ""),
        ("value-unmapped", "Color", "Green"),
    ]


def test_a_row_that_sends_nothing_is_no_help_to_another_field() -> None:
    empty = MappedRow(5, "Color", "color", "Blue", "")
    assert gaps([BLUE, empty], {"Color": ["Blue"]}, fields={"Cor", "Color"}) == [
        ("value-missing-in-catalog", "Cor", "")
    ]


def test_a_row_of_an_unknown_attribute_counts_for_the_fields_other_one() -> None:
    unknown = MappedRow(6, "Cor", "", "Verde", "Green")
    assert gaps([BLUE, unknown], {"Cor": ["Verde"]}) == []
    demands = demands_of([unknown], ("color",), {})
    assert [(one.attribute, one.blocks) for one in demands] == [("", False)]


def test_a_field_with_two_attributes_is_asked_for_both() -> None:
    mapped = MappedRow(7, "Cor", "color_map", "Azul", "Blue")
    assert gaps([BLUE, mapped], {}, theme=("color", "color_map")) == [
        ("value-missing-in-catalog", "Cor", ""),
        ("value-missing-in-catalog", "Cor", ""),
    ]
