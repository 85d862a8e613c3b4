"""Texts made comparable with the messages of the catalogue."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from listo.core.catalogue.templates import decode, fold, fold_with_places


@given(st.text())
def test_folding_knows_where_each_letter_came_from(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(folded) == len(places)
    assert list(places) == sorted(set(places))
    assert [fold(text[place]) for place in places] == [letter.strip() for letter in folded]


def test_accents_in_two_pieces_and_invisible_letters_change_nothing() -> None:
    assert fold(decode("Cate\u0301gorie\u200b &amp;eacute;")) == "categorie e"
