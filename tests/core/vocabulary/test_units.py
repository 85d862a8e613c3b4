"""Units of a minimum age, in three languages."""

from __future__ import annotations

import pytest

from listo.core.vocabulary import units


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
