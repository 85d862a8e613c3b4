"""The whole window: files dropped on it, mended, taken back, saved; closed, opened again, gone on with."""

from __future__ import annotations

from PySide6.QtCore import Qt

from listo.core.mapping.layout import find_mapping
from listo.core.workbooks.read import read_workbook
from listo.core.worker.jobs import Jobs
from listo.ui.recent_dialog import RecentDialog
from listo.ui.tabs import SPREADSHEET
from user_actions import choose_name, files_held, hover, leave, samples


def test_a_sheet_is_dropped_mended_saved_and_found_again(start, tmp_path, qtbot):
    mapping, values = samples(tmp_path)
    before = mapping.read_bytes()
    program = start()
    tab = program.tab
    program.drop(mapping)
    alone = program.found()
    assert tab.overview.mapping == mapping
    program.drop(values)
    assert {card.kind for card in tab.overview.files} == {"mapping", "amazon-values"}
    found = program.found()
    assert set(found) > set(alone)

    tab.files.go_on.click()
    tab.problems.show_issue_type("amazon-value-case")
    program.settle()
    tab.problems.table.setFocus()
    program.press(Qt.Key.Key_Return)
    assert tab.problems.group().count == found["amazon-value-case"] - 1
    tab.problems.bar.history.undo.click()
    program.settle()
    assert program.found() == found
    tab.problems.section().use_all.click()
    program.settle()
    assert "amazon-value-case" not in program.found()

    tab.go_to("send")
    copy = tmp_path / "mapping outubro é corrected.xlsx"
    choose_name(qtbot, tab, copy)
    program.settle()
    assert tab.overview.saved_to == copy
    assert mapping.read_bytes() == before
    saved = find_mapping(read_workbook(copy))
    assert saved is not None
    assert saved.column("AmazonValue").count("XL") > 0
    program.close()

    again = start()
    assert again.window.current() is SPREADSHEET
    again.window.show_recent()
    dialog = again.window.findChild(RecentDialog)
    session = open_first(qtbot, again, dialog)
    assert session == again.tab.overview.session
    assert again.tab.overview.mapping == mapping
    assert again.tab.overview.changed_cells == found["amazon-value-case"]
    assert again.tab.overview.saved_to == copy
    assert again.tab.overview.undo is not None


def open_first(qtbot, program, dialog) -> int:
    """Go on with the topmost work of the dialog, and return its number."""
    qtbot.waitUntil(lambda: bool(dialog.items()))
    session = dialog.items()[0].of.session
    dialog.list.setCurrentRow(0)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: program.tab.overview is not None)
    program.settle()
    return session


def test_while_files_are_over_the_window_it_says_what_each_is(start, tmp_path, qtbot):
    program = start()
    held = files_held(samples(tmp_path))
    assert hover(program.window, held, program.window.rect().center())
    assert program.window.overlay.isVisible()
    leave(program.window)
    assert not program.window.overlay.isVisible()
    with qtbot.waitSignal(program.window.client.start(Jobs.recent).succeeded):
        pass  # whatever the drag asked for is answered by then


def test_a_file_that_cannot_be_used_loses_nothing_else(start, tmp_path):
    mapping, _values = samples(tmp_path)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(mapping.read_bytes()[:500])
    program = start()
    program.drop(mapping)
    found = program.found()
    program.drop(broken)
    assert [card.path for card in program.tab.overview.files if card.error] == [broken]
    assert program.found() == found
    program.tab.files.remove(broken)
    program.settle()
    assert [card.path for card in program.tab.overview.files] == [mapping]
