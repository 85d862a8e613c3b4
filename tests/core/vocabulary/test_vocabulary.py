"""Categories, themes, units and names that Listo brings along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.vocabulary import attributes, categories, themes, units


def test_the_categories_that_vtex_knows() -> None:
    assert categories.is_known(166)
    assert categories.is_known(504634)
    assert not categories.is_known(0)
    assert not categories.is_known(10)
    assert categories.name(2985, "en") == "Outdoor Grills"
    assert categories.name(2985, "pt") == "Churrasqueiras externas"
    assert categories.name(2985, "es") == "Barbacoas"
    assert categories.name(10, "pt") is None


def test_a_category_without_a_name_in_a_language_has_its_english_one() -> None:
    assert categories.name(543689, "pt") == "Flashlights"


def test_the_way_from_the_top() -> None:
    assert categories.path(3, "en") == ("Animals & Pet Supplies", "Pet Supplies", "Bird Supplies")
    assert categories.path(10, "en") == ()


def test_the_documented_themes_and_the_feeds_are_accepted() -> None:
    assert {"Size", "Color", "SizeColor", "ColorSize"} <= themes.accepted()
    assert {"Size-Color", "SizeName-ColorName", "Flavor-Size", "sizestyle"} <= themes.accepted()
    assert len(themes.accepted()) == 481
    assert "sizecolor" not in themes.accepted()


@pytest.mark.parametrize(
    "theme",
    [
        "SizeColor",
        "Size-Color",
        "Sizename-Colorname",
        "SIZE/COLOR",
        "SIZE_NAME/COLOR_NAME",
        "size color",
        "GRÖSSE/FARBE",
    ],
)
def test_one_theme_in_many_spellings(theme: str) -> None:
    assert themes.normal_form(theme) == "sizecolor"
    assert themes.attributes(theme) == ("size", "color")
    assert themes.same_attributes(theme, "ColorSize")


@pytest.mark.parametrize(
    ("one", "other"), [("Size", "SizeColor"), ("Color", "LensColor"), ("SizeColor", "SizeStyle")]
)
def test_themes_of_other_attributes_are_not_the_same(one: str, other: str) -> None:
    assert themes.normal_form(one) != themes.normal_form(other)
    assert not themes.same_attributes(one, other)


def test_themes_in_words() -> None:
    assert themes.normal_form("Größe und Farbe") == "sizecolor"
    assert themes.normal_form("Cor/Tamanho") == "colorsize"
    assert themes.attributes("Itempackagequantity-Material") == ("itempackagequantity", "material")


@given(st.text())
def test_any_text_has_a_normal_form(theme: str) -> None:
    assert "".join(themes.attributes(theme)) == themes.normal_form(theme)
    assert themes.same_attributes(theme, theme)


@pytest.mark.parametrize("word", ["years", "year", "ano", "anos", "año", "años", "ANOS", "Years"])
def test_years_in_three_languages(word: str) -> None:
    assert units.age_unit(word) == "years"


@pytest.mark.parametrize("word", ["months", "month", "mês", "meses", "mes", "Meses"])
def test_months_in_three_languages(word: str) -> None:
    assert units.age_unit(word) == "months"


@pytest.mark.parametrize("word", ["weeks", "dias", "días", "semana", "yrs", "horas"])
def test_other_units_of_time(word: str) -> None:
    assert units.age_unit(word) is None
    assert units.is_unit(word)


def test_the_unit_in_a_text() -> None:
    assert units.unit_in("3 anos") == "anos"
    assert units.unit_in("12meses") == "meses"
    assert units.unit_in("3") is None
    assert not units.is_unit("azul")
    assert units.accepted() == ("years", "months")


def test_names_of_attributes_in_the_feed() -> None:
    assert attributes.feed_name("color_name") == "Color"
    assert attributes.feed_name("color") == "Color"
    assert attributes.feed_name("Color") == "Color"
    assert attributes.feed_name("mfg_minimum") == "MinimumManufacturerAgeRecommended"
    assert attributes.feed_name("fabricolor") is None
    assert attributes.fields("Size")[0] == "size_name"
    assert attributes.fields("Fabricolor") == ()
