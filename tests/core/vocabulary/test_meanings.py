"""Texts are read as people mean them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.vocabulary.glossary import Glossary, WordKind, fillers, glossary
from listo.core.vocabulary.meanings import (
    Reading,
    ReadingContext,
    find_subjects,
    is_understood,
    may_have,
    read_meanings,
)


def best(text: str, **context: object) -> dict[str, float]:
    found = read_meanings(text, ReadingContext(**context))  # type: ignore[arg-type]
    return dict(found[0].weights) if found else {}


def test_boys_and_girls_are_not_of_one_stem() -> None:
    assert best("Meninas") != best("Meninos")


def test_the_longest_phrase_is_read() -> None:
    assert best("azul marinho") == {"navy": 1.0}
    assert best("azul escuro").keys() == {"blue", "dark"}


def test_small_words_say_nothing_unless_they_are_alone() -> None:
    assert best("Cor: azul") == {"blue": 1.0}
    assert best("Cor") != {}
    assert "cor" in fillers()


def test_a_general_word_beside_its_shade_says_nothing() -> None:
    assert best("azul navy") == {"navy": 1.0}


def test_ambiguous_words_have_a_reading_for_each_sense() -> None:
    found = {next(iter(reading.weights)) for reading in read_meanings("M", ReadingContext())}
    assert {"medium", "meters", "months", "male"} <= found


def test_the_attribute_comes_first() -> None:
    assert best("rosa", subjects=find_subjects("Color")) == {"pink": 1.0}
    assert best("rosa", subjects=find_subjects("Scent")) == {"rose flower": 1.0}


@pytest.mark.parametrize(
    ("attribute", "subject"),
    [
        ("Cor", "colour"),
        ("ColorMap", "colour"),
        ("lens_color", "colour"),
        ("Talla", "size"),
        ("Material externo", "material"),
        ("Farbe", "colour"),
    ],
)
def test_what_values_an_attribute_has(attribute: str, subject: str) -> None:
    assert subject in find_subjects(attribute)


def test_slips_are_forgiven_to_people_alone() -> None:
    assert best("vermelo") == {"~vermelo": 1.0}
    assert Reading({"red": 1.0}, pytest.approx(0.886, abs=0.01)) in read_meanings(
        "vermelo", ReadingContext(forgiving=True)
    )


def test_what_is_understood() -> None:
    assert is_understood("2 camisas azuis de algodão", "values") is True
    assert is_understood("azul xpto", "values") is False


def test_the_same_length_in_another_unit() -> None:
    centimetres = {frozenset(r.weights) for r in read_meanings("10 cm", ReadingContext())}
    millimetres = {frozenset(r.weights) for r in read_meanings("100 mm", ReadingContext())}
    assert centimetres & millimetres == {frozenset({"#100", "length"})}


words = st.sampled_from(sorted(glossary("values").words()))
numbers = st.from_regex(r"[0-9]{1,4}([.,][0-9]{1,3}){0,3}", fullmatch=True)
units = st.sampled_from(["cm", "kg", "anos", "meses", "%", '"', "xl", "V", "1/2", "(", ")", "xptoz"])
signs = st.sampled_from(["", " ", "-", "/", ", ", " ("])
values = st.lists(st.tuples(words | numbers | units, signs), max_size=4).map(
    lambda parts: "".join(text for part in parts for text in part)
)


@given(st.text(max_size=40) | values)
def test_any_text_can_be_read(text: str) -> None:
    for reading in read_meanings(text, ReadingContext(forgiving=True)):
        assert reading.weights
        assert 0 < reading.certainty <= 1
        assert all(weight > 0 for weight in reading.weights.values())


@given(values, st.sampled_from([frozenset[str](), frozenset({"size"}), frozenset({"people"})]))
def test_what_a_value_may_have_is_told_without_reading_it(text: str, subjects: frozenset[str]) -> None:
    context = ReadingContext("values", subjects, forgiving=True)
    for reading in read_meanings(text, context):
        for feature in reading.weights:
            assert may_have(text, "values", {feature}), feature


@pytest.mark.parametrize("kind", ["values", "names"])
def test_every_word_of_the_glossary_is_understood(kind: str) -> None:
    book: Glossary = glossary(kind)  # type: ignore[arg-type]
    assert [word for word in book.words() if not book.senses((word,))] == []


@pytest.mark.parametrize("kind", ["values", "names"])
@pytest.mark.parametrize("first", ["ก", "ж", "ω", "字", "ß", "ñ", *"abcdefghijklmnopqrstuvwxyz"])
def test_a_word_that_begins_with_any_letter_is_read(kind: WordKind, first: str) -> None:
    """Of some letters the glossary has no word at all."""
    may_have(f"{first}aaaa", kind, frozenset())
    read_meanings(f"{first}aaaa", ReadingContext(kind))
