"""The whole window: files dropped on it, mended, taken back, saved; closed, opened again, gone on with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from hands import choose_name, drop, files_held, hover, leave, samples, settle
from listo.core.mapping.layout import find_mapping
from listo.core.storage.store import Store
from listo.core.workbooks.read import read_workbook
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.app import make_window
from listo.ui.main_window import MainWindow
from listo.ui.tabs import SPREADSHEET
from listo.ui.window.recent_dialog import RecentDialog


class Listo:
    """One start of the program."""

    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self.store = Store()
        self.window: MainWindow = make_window(self.store)
        qtbot.show(self.window)

    @property
    def tab(self):
        return self.window.tab(SPREADSHEET)

    def settle(self) -> None:
        settle(self.qtbot, self.tab)

    def drop(self, *paths) -> None:
        before = self.tab.overview
        assert drop(self.window, paths)
        self.qtbot.waitUntil(lambda: self.tab.overview is not before)
        self.settle()

    def press(self, key, held=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.tab.problems.table, key, held)
        self.settle()

    def found(self) -> dict[str, int]:
        return {group.code: group.count for group in self.tab.overview.groups}

    def close(self) -> None:
        self.window.close()
        self.store.close()


@pytest.fixture
def start(qtbot, qapp):
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    style.apply(qapp, dark=False)
    started = []

    def begin() -> Listo:
        started.append(Listo(qtbot))
        return started[-1]

    yield begin
    for listo in started:
        listo.close()


def test_a_sheet_is_dropped_mended_saved_and_found_again(start, tmp_path, qtbot):
    mapping, values = samples(tmp_path)
    before = mapping.read_bytes()
    listo = start()
    tab = listo.tab
    listo.drop(mapping)
    alone = listo.found()
    assert tab.overview.mapping == mapping
    listo.drop(values)
    assert {card.kind for card in tab.overview.files} == {"mapping", "amazon-values"}
    found = listo.found()
    assert set(found) > set(alone)

    tab.files.go_on.click()
    tab.problems.show_issue_type("amazon-value-case")
    listo.settle()
    tab.problems.table.setFocus()
    listo.press(Qt.Key.Key_Return)
    assert tab.problems.group().count == found["amazon-value-case"] - 1
    tab.problems.bar.history.undo.click()
    listo.settle()
    assert listo.found() == found
    tab.problems.bar.use_all.click()
    listo.settle()
    assert "amazon-value-case" not in listo.found()

    tab.go_to("save")
    copy = tmp_path / "mapping outubro é corrected.xlsx"
    choose_name(qtbot, tab, copy)
    listo.settle()
    assert tab.overview.saved_to == copy
    assert mapping.read_bytes() == before
    saved = find_mapping(read_workbook(copy))
    assert saved is not None
    assert saved.column("AmazonValue").count("XL") > 0
    listo.close()

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


def open_first(qtbot, listo, dialog) -> int:
    """Go on with the topmost work of the dialog, and return its number."""
    qtbot.waitUntil(lambda: bool(dialog.items()))
    session = dialog.items()[0].of.session
    dialog.list.setCurrentRow(0)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: listo.tab.overview is not None)
    listo.settle()
    return session


def test_while_files_are_over_the_window_it_says_what_each_is(start, tmp_path, qtbot):
    listo = start()
    held = files_held(samples(tmp_path))
    assert hover(listo.window, held, listo.window.rect().center())
    assert listo.window.overlay.isVisible()
    leave(listo.window)
    assert not listo.window.overlay.isVisible()
    with qtbot.waitSignal(listo.window.client.start(Jobs.recent).succeeded):
        pass  # whatever the drag asked for is answered by then


def test_a_file_that_cannot_be_used_loses_nothing_else(start, tmp_path):
    mapping, _values = samples(tmp_path)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(mapping.read_bytes()[:500])
    listo = start()
    listo.drop(mapping)
    found = listo.found()
    listo.drop(broken)
    assert [card.path for card in listo.tab.overview.files if card.error] == [broken]
    assert listo.found() == found
    listo.tab.files.remove(broken)
    listo.settle()
    assert [card.path for card in listo.tab.overview.files] == [mapping]
