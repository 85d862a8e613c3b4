"""Find and replace: counted before anything changes, and shown in the sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk import Desk
from fake_worker import FakeJobs, kinds
from listo.core.worker.results import FindQuery
from listo.ui import style

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    desk = Desk(qtbot, FakeJobs(kinds(3)))
    desk.work()
    return desk


def test_find_counts_before_it_replaces(desk):
    QTest.keyClick(desk.table, Qt.Key.Key_H, _CONTROL)
    panel = desk.tab.find_panel
    assert panel.isVisible()
    assert panel.search_text.hasFocus()
    assert (panel.search_text.text(), panel.column.currentData()) == ("Azul", "AmazonValue")
    desk.qtbot.waitUntil(lambda: "12" in panel.count.text())
    assert desk.client.asked("replace") == []
    panel.replacement.setText("Blue")
    desk.qtbot.waitUntil(panel.replace.isEnabled)
    QTest.keyClick(panel.replacement, Qt.Key.Key_Return)
    desk.settle()
    wanted = FindQuery("Azul", "AmazonValue")
    assert desk.client.asked("replace") == [{"wanted": wanted, "text": "Blue"}]
    desk.qtbot.waitUntil(lambda: panel.count.text() == "In no cell")
    QTest.keyClick(panel.search_text, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_find_looks_in_all_columns_and_any_case(desk):
    QTest.keyClick(desk.table, Qt.Key.Key_F, _CONTROL)
    panel = desk.tab.find_panel
    assert (panel.search_text.text(), panel.column.currentData()) == ("Azul", "")
    assert not panel.match_case.isChecked()


def test_find_counts_again_when_it_comes_back_into_sight(desk):
    desk.tab.find_and_replace()
    desk.tab.hide()
    desk.tab.show()
    desk.qtbot.waitUntil(lambda: "12" in desk.tab.find_panel.count.text())


def test_the_places_that_were_found_are_shown_in_the_sheet(desk):
    desk.tab.find_and_replace()
    desk.qtbot.waitUntil(lambda: desk.tab.find_panel.go.isEnabled())
    seen = []
    for _ in range(2):
        desk.tab.find_panel.go.click()
        desk.settle()
        seen.append(desk.tab.sheet.current_cell())
    assert seen == [(17, "AmazonValue"), (18, "AmazonValue")]
    assert desk.tab.find_panel.isVisible()


def test_nothing_is_replaced_by_itself_or_where_nothing_is_sought(desk):
    desk.tab.find_and_replace()
    panel = desk.tab.find_panel
    panel.replacement.setText("Azul")
    desk.qtbot.waitUntil(panel.go.isEnabled)
    assert not panel.replace.isEnabled()
    panel.search_text.clear()
    assert panel.count.text() == ""
    assert not panel.go.isEnabled()
