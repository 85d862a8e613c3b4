"""Global categories by names of products: 200 that were written blind, and what is told of a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from listo.core.drafting.categories import MOST_GUESSES, guess_categories
from listo.core.vocabulary import categories

NAMES = Path(__file__).parents[2] / "data" / "drafting" / "category_names.tsv"


def cases() -> list[tuple[str, str, frozenset[int]]]:
    """Return name, the store's category and what is right; those of odd places were kept for the end."""
    lines = (line.split("\t") for line in NAMES.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return [(name, store, categories.parse_ids(right.split())) for _, name, store, right in lines]


def found(name: str, store: str = "") -> list[int]:
    return [each.category for each in guess_categories([name], store)]


@pytest.mark.parametrize("kept_back", [False, True])
def test_nine_of_ten_are_among_the_first_three(kept_back):
    """Measured: 100 and 100 of 100; the likeliest is right in 92 and 89."""
    some = cases()[kept_back::2]
    assert len(some) == 100
    hits = sum(not right.isdisjoint(found(name, store)) for name, store, right in some)
    assert hits >= 90


def test_the_words_are_told_as_they_were_written():
    (first, *_) = guess_categories(["Camisetas Pólo Masculinas"], "Moda > Camisetas")
    assert first.category == 212
    assert set(first.words) <= {"Camisetas", "Pólo"}


def test_the_stores_category_tells_where_a_name_says_nothing():
    assert found("XK-400 azul", "Calçados > Tênis")[0] == 187
    assert not found("XK-400", "")
    assert not guess_categories([], "")


def test_what_stands_beside_is_not_the_product():
    assert found("Capinha para celular")[0] == 2353
    assert found("Kit 3 camisetas")[0] == 212


def test_many_products_speak_together():
    guesses = guess_categories(["Vestido longo", "Vestido midi", "Meia de brinde"])
    assert guesses[0].category == 2271
    assert len(guesses) <= MOST_GUESSES


@pytest.mark.parametrize("text", ["", " ", "#", "\x00", "'" * 9, "para", "🎉", "a" * 10_000, ">" * 50])
def test_whatever_a_name_is(text):
    assert len(guess_categories([text], text)) <= MOST_GUESSES
