"""Blanks and characters that nobody sees; accents that were read in the wrong encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.mapping.cell_text import (
    clean,
    draw_invisible,
    is_all_visible,
    is_blank,
    meant_by,
    on_one_line,
    repair,
)


def test_what_cannot_be_seen_is_set_right():
    assert clean(" a  b\u00a0c\u200b\n") == "a b c"
    assert is_blank("\u00a0\u200b ")
    assert not is_blank("\u200b.")


@given(st.text("a \u00a0\u200b\nç.", max_size=6))
def test_all_can_be_seen_where_nothing_is_drawn(text):
    assert is_all_visible(text) is (draw_invisible(text) == text)


def test_what_cannot_be_seen_is_drawn():
    assert draw_invisible(" a  b\u00a0c\u200b\n") == "␣a␣␣b␣c¦↵"
    assert draw_invisible("São José – 10/12") == "São José – 10/12"
    assert on_one_line("a  b\u00a0\tc\n") == "a  b\u00a0⇥c↵"


WORDS = (
    "Gênero", "Algodão", "Tamanho único", "GÊNERO", "Áreas", "À vista", "Coleção Inverno", "Pé", "Maçã",
    "AVÓ", "Niño",
    "Año", "¿Cuál?", "Nº 38", "Poliéster – 50 %", "“Básico”", "Índigo", "CAFÉ", "Lã", "Français",
)  # fmt: skip


def garbled(text: str, codec: str) -> str:
    """Return a text as a program shows it that takes its UTF-8 for another encoding."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "mac_roman", "cp850", "cp437"])
@pytest.mark.parametrize("text", WORDS)
def test_what_was_read_in_another_encoding_is_put_right(text: str, codec: str) -> None:
    mended = repair(garbled(text, codec))
    assert mended is not None
    assert (mended.text, mended.is_certain) == (text, True)


@pytest.mark.parametrize("text", ["Gênero", "Coleção"])
def test_what_was_read_wrongly_again_is_put_right_too(text: str) -> None:
    twice = garbled(garbled(text, "cp1252"), "cp1252")
    mended = repair(twice)
    assert mended is not None
    assert (mended.text, mended.is_certain) == (text, True)


@pytest.mark.parametrize(
    "text",
    [*WORDS, "LÃ®", "LÃ\u00a0MERINO", "“MAÇÃ”", "IRMÃ…", "ÂMBAR", "CÂMBIO", "3×½", "10×\u00a020", "Größe",
     "Blå", "Å", "R$ 5 – R$ 7", "√2", "Ø 10 mm", "ROMÃ – DOCE", "½", "5¬", "ÔÇ", "", "Male", "日本",
     "P Â… M", "XÂ\x8dL"],
)  # fmt: skip
def test_a_right_text_is_left_alone(text: str) -> None:
    assert repair(text) is None


@given(st.text(alphabet=st.characters(categories=("L", "N", "Zs", "Po", "Pd"), max_codepoint=0x24F)))
def test_any_text_is_looked_at_without_a_fault(text: str) -> None:
    mended = repair(text)
    assert mended is None or mended.text != text


@pytest.mark.parametrize(
    ("text", "mended"), [("GÃªnero é", "Gênero é"), ("GÃªnero é de LÃ®", "Gênero é de LÃ®")]
)
def test_a_garbled_word_beside_a_right_one_is_offered_and_not_certain(text: str, mended: str) -> None:
    found = repair(text)
    assert found is not None
    assert (found.text, found.is_certain) == (mended, False)


@pytest.mark.parametrize("text", ["G\ufffdnero", "G\ufffd\ufffdnero", "Gï¿½nero"])
def test_a_lost_letter_is_never_certain(text: str) -> None:
    mended = repair(text)
    assert mended is not None
    assert not mended.is_certain
    assert meant_by(mended.text, ("Gênero", "genero", "Tamanho", "Género")) == ("Gênero", "Género")


def test_a_text_longer_than_a_cell_may_be_is_not_put_right():
    assert repair("GÃªnero " * 4_000) is not None
    assert repair("GÃªnero " * 5_000) is None
