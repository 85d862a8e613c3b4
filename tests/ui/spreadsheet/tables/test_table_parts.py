"""How a cell's text is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from listo.ui.spreadsheet.tables.table_parts import fitting, visible_whitespace


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Blue", "Blue"),
        (" Blue", "␣Blue"),
        ("Blue  Sky ", "Blue␣␣Sky␣"),
        ("a\u00a0b", "a␣b"),
        ("a\u200bb", "a¦b"),
    ],
)
def test_wrong_blanks_are_seen(text, seen):
    assert visible_whitespace(text) == seen


@pytest.mark.parametrize("text", ["One of many words. " * 40, "x" * 900, "short", "", "two\nlines"])
def test_what_does_not_fit_on_the_lines_ends_with_dots_and_nothing_is_wider(qapp, text):
    font = QFont()
    lines = fitting(text, font, 300, 3)
    assert len(lines) <= 3
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 300 for line in lines)
    is_cut = len(text) > 400
    assert lines == [] or lines[-1].endswith("…") == is_cut
    if not is_cut:
        assert lines == text.splitlines()
