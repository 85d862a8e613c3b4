"""Blanks and characters that nobody sees."""

from __future__ import annotations

from listo.core.mapping.whitespace import clean, draw_invisible, is_blank, on_one_line


def test_what_cannot_be_seen_is_set_right():
    assert clean(" a  b\u00a0c\u200b\n") == "a b c"
    assert is_blank("\u00a0\u200b ")
    assert not is_blank("\u200b.")


def test_what_cannot_be_seen_is_drawn():
    assert draw_invisible(" a  b\u00a0c\u200b\n") == "␣a␣␣b␣c¦↵"
    assert draw_invisible("São José – 10/12") == "São José – 10/12"
    assert on_one_line("a  b\u00a0\tc\n") == "a  b\u00a0⇥c↵"
