"""Words in the forms in which they are compared."""

from __future__ import annotations

import pytest

from listo.core.vocabulary.word_forms import singularize, split_words, stem


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("azuis", "azul"),
        ("botoes", "botao"),
        ("mujeres", "mujer"),
        ("marrons", "marrom"),
        ("girls", "girl"),
        ("gris", "gris"),
    ],
)
def test_singular(several: str, one: str) -> None:
    assert singularize(several) == singularize(one) or singularize(several) == one


@pytest.mark.parametrize("form", ["vermelho", "vermelha", "vermelhos", "vermelhas", "vermelhinho"])
def test_number_gender_and_smallness_do_not_matter(form: str) -> None:
    assert stem(form) == stem("vermelho")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AzulMarinho", ("azul", "marinho")),
        ("10,50cm", ("10.5", "cm")),
        ("1.000 ml", ("1000", "ml")),
        ("7 1/2", ("7.5",)),
        ('10"', ("10", "inches")),
        ("Women's", ("womens",)),
        ("5% elastano, 95% algodão", ("algodao", "elastano")),
        ("> 60 %", ("60",)),
        ("00", ("00",)),
    ],
)
def test_cut_into_words(text: str, words: tuple[str, ...]) -> None:
    assert split_words(text) == words
