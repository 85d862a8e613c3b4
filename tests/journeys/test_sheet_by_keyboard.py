"""By a real keyboard alone: from an error to a saved copy and the settings, and the sheet as in Excel."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from listo.core import resources
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


MESSAGE = (
    "Value (Azul) from the mapping spreadsheet is not an attribute/specification value supported by Amazon"
)
MOST_TABS = 60
"""More often no one strikes Tab on a page: it goes round."""


def tab_to(listo: ListoWindow, there: str) -> None:
    """Strike Tab until the keyboard is there."""
    for _stroke in range(MOST_TABS):
        if listo.see(there):
            return
        before = listo.see("id(editor)")
        listo.key("Tab")
        listo.wait(f"id(editor) != {before}")
    raise AssertionError(f"Tab does not come to {there}")


def type_path(listo: ListoWindow, path: Path) -> None:
    """Type a file into the dialog that asks for one."""
    listo.wait("dialog and editor.objectName() == 'fileNameEdit' and dialog.isActiveWindow()")
    listo.key("ctrl+a")
    listo.type(str(path))
    listo.wait(f"editor.text() == {str(path)!r}")
    listo.key("Return")
    listo.wait("dialog is None and window.isActiveWindow()")


def test_from_an_error_to_a_saved_copy_and_the_settings(listo, tmp_path):
    for name in ("mapping.xlsx", "amazon-values.xlsx"):
        shutil.copy(resources.root() / "samples" / name, tmp_path / name)
    listo.key("ctrl+1")
    listo.wait("window.current().key == 'lookup'")
    listo.key("ctrl+f")
    listo.wait("editor is window._built[window.current().key].input")
    listo.type(MESSAGE)
    listo.wait("window._built[window.current().key].answer.isVisible()")
    open_files(listo, tmp_path)
    mend(listo)
    save(listo, tmp_path / "corrected.xlsx")
    assert (tmp_path / "corrected.xlsx").exists()
    compare_settings(listo)
    listo.key("ctrl+q")
    listo.end()
    assert listo.process.returncode == 0


def open_files(listo: ListoWindow, folder: Path) -> None:
    listo.key("ctrl+o")
    type_path(listo, folder / "mapping.xlsx")
    listo.wait("tab.overview and tab.overview.mapping")
    listo.wait_until_settled()
    listo.key("ctrl+o")
    type_path(listo, folder / "amazon-values.xlsx")
    listo.wait("len(tab.overview.files) == 2")
    listo.wait_until_settled()
    choose(listo, "go to problems")
    listo.wait("tab.step == 'problems' and tab.problems.table.hasFocus()")
    listo.wait_until_settled()


def mend(listo: ListoWindow) -> None:
    """Use a suggestion, take it back and use it again, go to the next decision, and leave that as it is."""
    listo.wait("tab.problems.table.current_problem() is not None")
    listo.key("Return")
    listo.wait("tab.overview.changed_cells == 1")
    listo.wait_until_settled()
    listo.key("ctrl+z")
    listo.wait("tab.overview.changed_cells == 0")
    listo.wait_until_settled()
    listo.key("ctrl+shift+z")
    listo.wait("tab.overview.changed_cells == 1")
    listo.wait_until_settled()
    listo.key("F8")
    listo.wait("tab.problems.table.hasFocus() and tab.problems.table.current_problem() is not None")
    listo.wait_until_settled()
    listo.key("ctrl+l")
    listo.wait("dialog and dialog.reason.hasFocus()")
    listo.type("later")
    listo.key("Return")
    listo.wait("dialog is None and tab.overview.ignored == 1")
    listo.wait_until_settled()


def save(listo: ListoWindow, copy: Path) -> None:
    """Save the copy, and check off that it is uploaded."""
    choose(listo, "go to send")
    listo.wait("tab.step == 'send'")
    listo.wait_until_settled()
    tab_to(listo, "tab.send.copy.save.hasFocus()")
    listo.key("space")
    type_path(listo, copy)
    listo.wait("tab.overview.saved_to and tab.send.copy.is_up_to_date()")
    listo.wait_until_settled()
    tab_to(listo, "tab.send.admin.steps['upload'].box.hasFocus()")
    listo.key("space")
    listo.wait("'upload' in tab.navigation.tracker.state.checklist")
    listo.wait_until_settled()


def compare_settings(listo: ListoWindow) -> None:
    """Type the two Seller IDs, which differ in their last character."""
    listo.key("ctrl+3")
    listo.wait("window.current().key == 'settings'")
    listo.wait("window._built[window.current().key].form.isVisible()")
    for text in ("A3TESTSELLER0", "A3TESTSELLERO"):
        tab_to(listo, "editor.inherits('QLineEdit') and editor.text() == '' and not editor.isReadOnly()")
        listo.type(text)
        listo.wait(f"editor.text() == {text!r}")
