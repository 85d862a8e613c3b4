"""How a cell's text is drawn."""

from __future__ import annotations

import pytest

from listo.ui.spreadsheet.tables.table_parts import visible_whitespace


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
