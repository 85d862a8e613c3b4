"""How two texts differ: the segments give both back, the kind is the least that tells them apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.settings.differences import difference, kinds_of_difference, name_of

NAMES = st.text(alphabet="Modelo padrãéçAO0Il1 \u00a0\u200bОа-–", max_size=30)
TEXTS = st.one_of(st.text(max_size=30), NAMES)


@given(TEXTS, TEXTS)
def test_the_segments_give_both_texts_back(left: str, right: str) -> None:
    segments = difference(left, right).segments
    assert "".join(each.left for each in segments) == left
    assert "".join(each.right for each in segments) == right
    for each in segments:
        assert left.startswith(each.left, each.left_at)
        assert right.startswith(each.right, each.right_at)


@given(TEXTS, TEXTS)
def test_each_segment_is_what_it_says(left: str, right: str) -> None:
    for each in difference(left, right).segments:
        shape = (bool(each.left), bool(each.right), each.left == each.right)
        kinds = {
            "same": (True, True, True),
            "changed": (True, True, False),
            "only-left": (True, False, False),
            "only-right": (False, True, False),
        }
        assert kinds[each.kind] == shape
        assert (each.differs_in is None) is (each.kind == "same")


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    same = difference(text, text)
    assert not same
    assert (same.kind, same.places) == (None, ())


@given(TEXTS, TEXTS)
def test_the_kind_is_the_same_from_both_sides(left: str, right: str) -> None:
    assert kinds_of_difference(left, right) == kinds_of_difference(right, left)
    assert bool(kinds_of_difference(left, right)) is (left != right)


@given(st.text(), st.integers(min_value=0), st.sampled_from(" \t\u00a0\u3000\u2009"))
def test_a_blank_more_is_whitespace(text: str, place: int, blank: str) -> None:
    place %= len(text) + 1
    longer = text[:place] + blank + text[place:]
    assert difference(longer, text).kind == "whitespace"


@given(st.text(), st.integers(min_value=0), st.sampled_from("\u200b\u00ad\u2060\ufeff\u200e"))
def test_a_character_more_that_nobody_sees_is_invisible(text: str, place: int, unseen: str) -> None:
    place %= len(text) + 1
    longer = text[:place] + unseen + text[place:]
    assert difference(text, longer).kind == "invisible"


@given(st.text(alphabet="abcdefgh ijkxyz", min_size=1).filter(str.strip))
def test_capitals_are_case(text: str) -> None:
    assert difference(text.upper(), text).kind == "case"


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ("Modelo padrao", "Modelo padrão", ("accent",)),
        (unicodedata.normalize("NFD", "Modelo padrão"), "Modelo padrão", ("invisible",)),
        ("O", "0", ("look-alike",)),
        ("I", "l", ("look-alike",)),
        ("1", "I", ("look-alike",)),
        ("А", "A", ("look-alike",)),
        ("Ornament – Migrated", "Ornament - Migrated", ("look-alike",)),
        ("Ｆrete", "Frete", ("look-alike",)),
        ("modelo padrao ", "Modelo padrão", ("whitespace", "case", "accent")),
        ("Frete", "Envio", ("text",)),
        ("", "Frete", ("text",)),
        ("", " ", ("whitespace",)),
    ],
)
def test_what_tells_two_texts_apart(left: str, right: str, kinds: tuple[str, ...]) -> None:
    assert difference(left, right).kinds == kinds


def test_a_letter_keeps_its_accent() -> None:
    (place,) = difference("pa\u0303o", "pão").places
    assert (place.left, place.right, place.differs_in) == ("a\u0303", "ã", "invisible")


def test_each_place_says_in_what_it_differs() -> None:
    places = difference("modеlo  padrao", "Modelo padrão").places
    assert [(each.left, each.right, each.differs_in) for each in places] == [
        ("m", "M", "case"),
        ("\u0435", "e", "look-alike"),
        (" ", "", "whitespace"),
        ("a", "ã", "accent"),
    ]


@pytest.mark.parametrize(
    ("letter", "key"),
    [
        ("\u00a0", "no-break-space"),
        ("\u200b", "zero-width-space"),
        ("\u205f", "other-blank"),
        ("\u2063", "other-unseen"),
        ("а", "cyrillic-small"),
        ("Ο", "greek-capital"),
        ("0", "digit-zero"),
        ("O", "letter-capital-o"),
        ("7", "digit"),
        ("ã", "latin-small"),
        ("\u0303", "combining"),
        ("字", "other-letter"),
        ("$", "sign"),
    ],
)
def test_a_character_has_a_name(letter: str, key: str) -> None:
    assert name_of(letter).key == key


@given(st.characters())
def test_every_character_has_a_name(letter: str) -> None:
    assert name_of(letter).key
