"""What is read from category templates of every layout, made up for the purpose."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders_amazon as build
from listo.core.references.amazon_template import strip_deprecated_mark
from listo.core.references.files import detect_kind, read_amazon_values
from listo.core.references.model import ALL_TYPES, AmazonValues, Attribute, read_requirement
from listo.core.workbooks.model import Workbook


def read(book: Workbook) -> tuple[AmazonValues, dict[str, Attribute]]:
    values = read_amazon_values(book)
    return values, {attribute.key: attribute for attribute in values.attributes}


def test_the_first_generation_lists_values_by_column() -> None:
    values, by_key = read(build.generation_1())
    assert values.generation == 1
    assert values.timestamp == "2019-09-24"
    assert values.product_types == ("shirt", "pants")
    assert by_key["size_name"].label == "Size"
    assert set(by_key["size_name"].accepted(["shirt"])) == {"S", "M", "38", "XXL"}
    assert by_key["size_name"].accepted(["pants"]) == ("40", "m")
    assert set(by_key["color_map"].accepted()) == {"Blue", "Off White", "Transparent"}
    assert by_key["color_name"].accepted() == ()


@pytest.mark.parametrize("whole", [True, False])
def test_an_id_that_is_a_word_alone_is_as_required_as_the_definitions_say(whole: bool) -> None:
    line = ["", "quantity", "Quantity", "A number.", "3", "Required"]
    tables = []
    for table in build.generation_1(template=whole).tables:
        rows = [list(row) for row in table.rows]
        if table.name == "Data Definitions":
            rows.append(line)
        elif table.name == "Template":
            rows[1].append("Quantity")
            rows[2].append("quantity")
        tables.append(replace(table, rows=rows))
    _, by_key = read(build.workbook(*tables))
    assert (by_key["quantity"].label, by_key["quantity"].required) == (
        "Quantity",
        {ALL_TYPES: "may-be-required"},
    )


def test_before_the_third_generation_required_means_perhaps_required() -> None:
    _, by_key = read(build.generation_1())
    assert by_key["color_name"].required == {"shirt": "may-be-required"}
    assert by_key["feed_product_type"].required == {ALL_TYPES: "may-be-required"}
    assert by_key["bullet_point2"].required == {ALL_TYPES: "optional"}


def test_themes_of_the_first_generation_keep_their_spelling() -> None:
    values, _ = read(build.generation_1())
    assert values.themes == ("Size_Name", "Sizename-Colorname")
    assert values.deprecated_themes == ()


def test_a_first_generation_workbook_is_read_without_its_template_sheet() -> None:
    values, by_key = read(build.generation_1(template=False))
    assert values.generation == 1
    assert by_key["size_name"].accepted(["shirt"]) == ("S", "M", "38")
    assert values.shipping_templates == ("default",)


def test_the_second_generation_lists_values_by_row() -> None:
    values, by_key = read(build.generation_2())
    assert values.generation == 2
    assert (values.language, values.marketplace) == ("de_DE", "A1PA6795UKMFR9")
    assert values.more_marketplaces == (build.MARKETPLACE,)
    assert (values.timestamp, values.account) == ("2025-11-06", build.ACCOUNT)
    assert set(by_key["color_name"].accepted(["spoon"])) == {"Blau", "Rot", "Gelb"}
    assert by_key["color_name"].accepted(["tray"]) == ("Blau", "Grün")
    assert by_key["size_name"].accepted(["tray"]) == ("Klein", "Groß")
    assert by_key["color_name"].required == {ALL_TYPES: "recommended"}


def test_a_label_of_two_attributes_goes_to_the_one_whose_list_is_not_known_by_id() -> None:
    _, by_key = read(build.generation_2())
    assert by_key["item_type"].accepted() == ("Löffel",)
    assert by_key["item_type_name"].accepted() == ("Esslöffel",)


def test_the_names_of_the_sellers_shipping_templates_are_kept_to_the_letter() -> None:
    values, _ = read(build.generation_2())
    assert values.shipping_templates == ("Standardvorlage Amazon", "Frete = 7,99 + 1")


@pytest.mark.parametrize("language", ["en", "de", "es", "pt"])
@pytest.mark.parametrize("moved", [False, True])
@pytest.mark.parametrize("parts", [1, 7])
def test_the_third_generation_in_every_language(language: str, moved: bool, parts: int) -> None:
    values, by_key = read(build.generation_3(language, moved=moved, parts=parts))
    assert values.generation == 3
    assert values.product_types == ("SHIRT",)
    assert (values.marketplace, values.account) == (build.MARKETPLACE, build.ACCOUNT)
    assert values.themes == ("COLOR", "SIZE/COLOR")
    assert values.deprecated_themes == ("COLOR_NAME",)
    levels = [next(iter(by_key[key].required.values())) for key in build.KEYS_3]
    assert levels == [
        "required",
        "required",
        "required",
        "optional",
        "conditional",
        "required",
        "optional",
        "conditional",
        "recommended",
        "optional",
    ]
    assert by_key[build.KEYS_3[2]].required == {"SHIRT": "required"}
    assert values.shipping_templates == ("Migrated Template", "Freeship above 15$")


def test_lists_by_condition_are_one_list_and_the_foreign_look_up_is_left_out() -> None:
    values, by_key = read(build.generation_3())
    assert set(by_key[build.KEYS_3[8]].accepted()) == {"Red Team", "Blue Team", "One Team"}
    everything = {value for attribute in values.attributes for value in attribute.accepted()}
    assert not everything & {"x", "y", "IndianSuperLeague", "Engels voetbal"}


def test_a_value_counts_with_its_name_for_machines_and_without_stray_blanks() -> None:
    _, by_key = read(build.generation_3())
    size = by_key[build.KEYS_3[4]]
    assert "> 60\u00a0cm " in size.accepted()
    spellings = size.spellings(["SHIRT"])
    assert spellings["7x_l"] == "7X-Large"
    assert spellings["> 60 cm"] == "> 60\u00a0cm "
    assert "7x_l" not in size.accepted()


def test_a_theme_that_is_offered_somewhere_is_not_deprecated() -> None:
    book = build.generation_3()
    mark = build.MARKS["en"]
    twice = build.table(
        "Valid Values", [["", "Theme - [ SHIRT ]", f"SIZE{mark}"], ["", "Theme - [ HAT ]", "SIZE"]]
    )
    tables = [twice if table.name == "Valid Values" else table for table in book.tables]
    values, _ = read(build.workbook(*tables))
    assert (values.themes, values.deprecated_themes) == (("SIZE",), ())


def test_damaged_settings_do_not_stop_the_reading() -> None:
    broken = {"attributeSettings": "%%%", "additionalMarketplaces": "W10", "labelRow": "four", "ptds": "é"}
    values, by_key = read(build.generation_3(more=broken))
    assert by_key[build.KEYS_3[2]].label == "Color"
    assert values.more_marketplaces == ()


@pytest.mark.parametrize("layout", ["columns", "columns-by-label", "rows", "rows-by-label", "rows-at-edge"])
def test_a_workbook_cut_down_to_values_and_definitions(layout: str) -> None:
    assert detect_kind(build.cut_down(layout)) == "amazon-values"
    values, by_key = read(build.cut_down(layout))
    assert len(by_key) == 5
    assert values.themes == ("SizeColor",)
    assert by_key["color_name"].accepted() == ("Blue", "Red")
    assert by_key["mfg_minimum"].label == "MinimumManufacturerAgeRecommended"
    assert by_key["mfg_minimum"].values == {}


@pytest.mark.parametrize(
    "book",
    [
        build.generation_1(),
        build.generation_1(template=False),
        build.generation_2(),
        build.generation_3("es"),
    ],
)
def test_templates_are_recognised_whatever_their_sheets_are_called(book: Workbook) -> None:
    renamed = [build.table(f"Sheet{n}", table.rows) for n, table in enumerate(book.tables)]
    assert detect_kind(book) == "amazon-values"
    assert detect_kind(build.workbook(*renamed)) == "amazon-values"
    there, here = read_amazon_values(book), read_amazon_values(build.workbook(*renamed))
    assert here == there


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("Required", "required"),
        ("Erforderlich", "required"),
        ("Obligatoire", "required"),
        ("Obbligatorio", "required"),
        ("必須", "required"),
        ("Obligatoire sous certaines conditions", "conditional"),
        ("Obbligatorio con condizioni", "conditional"),
        ("Obrigatório sob condições", "conditional"),
        ("Préféré", "recommended"),
        ("Preferencial", "recommended"),
        ("Consigliato", "recommended"),
        ("Facultatif", "optional"),
        ("Facoltativo", "optional"),
        ("See above", None),
        ("", None),
    ],
)
def test_words_for_how_required_an_attribute_is(word: str, level: str | None) -> None:
    assert read_requirement(word) == level


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("SIZE (Deprecated: Do Not Use)", "SIZE"),
        ("FARBE (Veraltet: Nicht verwenden)", "FARBE"),
        ("COULEUR (Obsolète : ne pas utiliser)", "COULEUR"),
        ("COLOR (Obsoleto: no usar)", "COLOR"),
        ("COR (Descontinuado: não usar)", "COR"),
        ("ROZMIAR (Przestarzałe: nie używać)", "ROZMIAR"),
        ("COLORE (Deprecato: non usare)", "COLORE"),
    ],
)
def test_the_mark_of_a_deprecated_value_in_many_languages(value: str, plain: str) -> None:
    assert strip_deprecated_mark(value) == (plain, True)


@pytest.mark.parametrize("value", ["Blue (Navy)", "(Deprecated: Do Not Use)", "NiMH (NCA)", ")"])
def test_what_only_looks_like_a_mark(value: str) -> None:
    assert strip_deprecated_mark(value) == (value, False)
