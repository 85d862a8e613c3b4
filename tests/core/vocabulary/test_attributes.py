"""Names of attributes in the XML feed and in templates; units of a minimum age, in three languages."""

from __future__ import annotations

import pytest

from listo.core.vocabulary import attributes


def test_names_of_attributes_in_the_feed() -> None:
    assert attributes.feed_name("color_name") == "Color"
    assert attributes.feed_name("color") == "Color"
    assert attributes.feed_name("Color") == "Color"
    assert attributes.feed_name("mfg_minimum") == "MinimumManufacturerAgeRecommended"
    assert attributes.feed_name("fabricolor") is None
    assert attributes.fields("Size")[0] == "size_name"
    assert attributes.fields("Fabricolor") == ()


@pytest.mark.parametrize("word", ["years", "year", "ano", "anos", "año", "años", "ANOS", "Years"])
def test_years_in_three_languages(word: str) -> None:
    assert attributes.age_unit(word) == "years"


@pytest.mark.parametrize("word", ["months", "month", "mês", "meses", "mes", "Meses"])
def test_months_in_three_languages(word: str) -> None:
    assert attributes.age_unit(word) == "months"


@pytest.mark.parametrize("word", ["weeks", "dias", "días", "semana", "yrs", "horas"])
def test_other_units_of_time(word: str) -> None:
    assert attributes.age_unit(word) is None
    assert attributes.is_unit(word)


def test_the_unit_in_a_text() -> None:
    assert attributes.last_unit("3 anos") == "anos"
    assert attributes.last_unit("12meses") == "meses"
    assert attributes.last_unit("3") is None
    assert not attributes.is_unit("azul")
    assert attributes.age_units() == ("years", "months")
