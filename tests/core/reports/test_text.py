"""The report for a terminal."""

from __future__ import annotations

from listo.core.reports.text import render_text
from report_documents import document


def test_a_terminal_is_never_commanded_by_a_cell():
    text = render_text(document(["\x1b[2J\x07evil\r\n"]), colour=False)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "¦[2J¦evil" in text


def test_lines_are_as_wide_as_the_terminal_and_coloured_only_if_asked():
    narrow = render_text(document(["Azul", "Preto"]), width=60)
    assert max(map(len, narrow.splitlines())) < 60
    assert "\x1b[31m" in render_text(document(["Azul"]), colour=True)


def test_only_the_first_lines_of_a_kind_are_in_the_text():
    text = render_text(document([f"v{number}" for number in range(12)]))
    assert "… 7 more" in text
