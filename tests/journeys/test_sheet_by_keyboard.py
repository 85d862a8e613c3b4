"""The whole sheet as in Excel, in the real window by a real keyboard alone: found, sorted, pasted, undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from x_screen import ListoWindow, needs_a_screen, open_screen

pytestmark = [needs_a_screen, pytest.mark.slow]


@pytest.fixture
def listo() -> Iterator[ListoWindow]:
    with open_screen() as screen:
        window = ListoWindow(screen)
        try:
            yield window
        finally:
            window.kill()


def choose(listo: ListoWindow, typed: str) -> None:
    """Do what the list of all actions offers first for what is typed."""
    listo.key("ctrl+k")
    listo.wait("dialog is not None and dialog.search.hasFocus()")
    listo.type(typed)
    listo.wait(f"dialog.search.text() == {typed!r}")
    listo.key("Return")
    listo.wait("dialog is None and window.isActiveWindow()")


def test_blocks_are_copied_and_pasted_and_rows_sorted_by_keys(listo):
    choose(listo, "abrir o exemplo")
    listo.wait("tab.overview is not None")
    listo.wait_until_settled()
    choose(listo, "ir a problemas")
    listo.wait("tab.step == 'problems'")
    listo.key("F6")
    listo.wait("tab.view == 'sheet' and tab.sheet.table.hasFocus()")
    listo.wait_until_settled()
    listo.key("ctrl+Home", "Right", "Right", "Right", "Right", "Right", "Right")
    listo.key("shift+Right", "shift+Down")
    listo.wait("tab.sheet.table.block() is not None and tab.sheet.table.block().bottom == 1")
    listo.key("ctrl+c")
    assert listo.wait("copied").count("\t") == 2
    listo.key("Down", "Down", "Down", "ctrl+v")
    listo.wait("tab.overview.undo is not None")
    listo.wait_until_settled()
    assert listo.see("tab.overview.undo.cells") > 1
    listo.key("ctrl+z")
    listo.wait("tab.overview.undo is None")
    listo.wait_until_settled()
    listo.key("alt+Down")
    listo.wait("popup is not None")
    listo.wait_until_settled()
    listo.key("Escape")
    listo.wait("popup is None")
    listo.key("ctrl+shift+f")
    listo.wait("tab.sheet.search.hasFocus()")
    listo.type("azul")
    listo.wait("tab.sheet.model.rows.text == 'azul' and tab.sheet.model.rowCount() < tab.overview.rows")
    choose(listo, "mostrar todas")
    listo.wait("tab.sheet.model.rowCount() == tab.overview.rows")
    listo.key("ctrl+q")
    listo.end()
    assert listo.process.returncode == 0
