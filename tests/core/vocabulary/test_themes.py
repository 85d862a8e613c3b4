"""Variation themes in many spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.vocabulary import themes


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


def test_a_text_longer_than_any_theme_is_not_cut_into_words():
    assert themes.attributes("SizeColor" * 3_000) == ("sizecolor" * 3_000,)
    assert not themes.same_attributes("SizeColor" * 3_000, "SizeColor")
