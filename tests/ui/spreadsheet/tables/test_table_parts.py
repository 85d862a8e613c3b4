"""How a cell's text is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from listo.core.checks.engine import run
from listo.core.checks.types import example
from listo.core.references.files import References
from listo.core.texts import Texts
from listo.ui.spreadsheet.tables.table_parts import fill_room, fitting, message_of, visible_whitespace
from listo.ui.widgets.parts import LONGEST_SHOWN, label, literal


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


@pytest.mark.parametrize("letters", [10_000, 3_000_000])
def test_of_a_text_longer_than_a_page_the_beginning_is_shown_and_the_sentence_ends(qapp, letters):
    sheet, text = example().sheet(), "azul " * (letters // 5)
    sheet.set_text(0, "CategoryID", text)
    [finding] = [one for one in run(sheet, References()).findings if one.code == "category-not-a-number"]
    said = message_of(Texts("en"), finding)
    assert "azul azul" in said
    assert said[-1] == "."
    assert len(said) < 1_000
    assert len(visible_whitespace(text)) <= 2_000
    shown = label()
    shown.setText(text)
    assert shown.text() == literal(text) == text[: LONGEST_SHOWN - 1].rstrip() + "…"


def test_where_room_is_short_the_widest_columns_give_way():
    least = dict.fromkeys(range(3), 50)
    assert fill_room({0: 100, 1: 90, 2: 300}, least, 400) == {0: 100, 1: 90, 2: 210}
    assert fill_room({0: 100, 1: 90, 2: 300}, least, 240) == {0: 80, 1: 80, 2: 80}
    assert fill_room({0: 100, 1: 90, 2: 300}, {0: 50, 1: 85, 2: 50}, 240) == {0: 77, 1: 85, 2: 77}
    assert fill_room({0: 100, 1: 90, 2: 300}, least, 100) == least
    assert fill_room({0: 100, 1: 90, 2: 300}, least, 520) == {0: 110, 1: 100, 2: 310}
