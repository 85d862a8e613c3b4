"""What is changed in the tables: a cell with values to choose from, and whole rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desk import Desk
from fake_worker import FakeJobs, kinds
from listo.core.edits.history import Edit
from listo.ui import style
from listo.ui.spreadsheet.tables.table_edits import CellEditor

POPUP = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support (raise|grabbing)")
"""What the platform without a screen says of a list that pops up."""
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    desk = Desk(qtbot, FakeJobs(kinds(3)))
    desk.work()
    return desk


def editor_of(table) -> CellEditor:
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(CellEditor)
    assert editor is not None
    return editor


def actions(menu: QMenu) -> dict[str, object]:
    return {action.text(): action for action in menu.actions()}


def test_the_editor_offers_the_suggestions_and_then_what_is_accepted(desk):
    editor = editor_of(desk.table)
    desk.settle()
    assert desk.client.asked("accepted_values") == [{"row": 17, "column": "AmazonValue"}]
    assert editor.values() == ["Blue", "Light Blue", "Navy", "Black", "White"]


@POPUP
def test_what_is_typed_filters_the_list_and_one_key_picks(desk):
    editor = editor_of(desk.table)
    desk.settle()
    editor.clear()
    QTest.keyClicks(editor, "hit")
    popup = editor.completer().popup()
    desk.qtbot.waitUntil(popup.isVisible)
    assert [editor.completer().completionModel().index(0, 0).data()] == ["White"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.client.asked("apply")))
    desk.settle()
    assert desk.client.asked("apply") == [{"edits": (Edit(17, "AmazonValue", "White"),)}]


@POPUP
def test_one_enter_ends_also_below_an_open_list(desk):
    editor = editor_of(desk.table)
    desk.settle()
    editor.clear()
    QTest.keyClicks(editor, "Whit")
    popup = editor.completer().popup()
    desk.qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.client.asked("apply")))
    desk.settle()
    assert desk.client.asked("apply") == [{"edits": (Edit(17, "AmazonValue", "Whit"),)}]


@POPUP
def test_the_list_is_wide_enough_to_be_read(desk):
    editor = editor_of(desk.table)
    assert editor.width() >= 200
    assert editor.geometry().right() < desk.table.viewport().width()


@POPUP
def test_down_shows_all_values(desk):
    editor = editor_of(desk.table)
    desk.settle()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.completer().completionModel().rowCount() == 5
    assert editor.completer().popup().isVisible()
    editor.completer().popup().hide()


@POPUP
def test_the_list_opens_for_what_is_typed_before_its_values_come(desk):
    desk.client.held.add("accepted_values")
    editor = editor_of(desk.table)
    task = desk.client.tasks[-1]
    editor.clear()
    QTest.keyClicks(editor, "hit")
    popup = editor.completer().popup()
    assert not popup.isVisible()
    task.succeeded.emit(("Black", "White"))
    assert popup.isVisible()
    offered = editor.completer().completionModel()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == ["White"]
    popup.hide()


@POPUP
def test_the_list_does_not_open_by_itself_where_nothing_is_typed(desk):
    desk.client.held.add("accepted_values")
    editor = editor_of(desk.table)
    desk.client.tasks[-1].succeeded.emit(("Black", "White"))
    assert not editor.completer().popup().isVisible()


def test_values_that_come_late_for_an_editor_that_is_gone_are_nothing(desk):
    desk.client.held.add("accepted_values")
    editor = editor_of(desk.table)
    task = desk.client.tasks[-1]
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.table.findChild(CellEditor) is None)
    task.succeeded.emit(("Black",))


def test_rows_are_deleted_by_key_and_added_from_the_menu(desk):
    assert not desk.tab.problems.bar.delete.isVisible()
    QTest.keyClick(desk.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(desk.table, Qt.Key.Key_Minus, _CONTROL)
    desk.settle()
    assert desk.client.asked("delete_rows") == [{"rows": (17, 18)}]
    menu = desk.table.choice_menu(0)
    actions(menu)["Add a row like this one"].trigger()
    desk.settle()
    assert desk.client.asked("insert_row") == [{"like": 20}]
    assert desk.tab.sheet.isVisible()
    desk.qtbot.waitUntil(lambda: desk.tab.sheet.table.currentIndex().row() == 1234)


def test_rows_of_the_whole_sheet_likewise(desk):
    desk.tab.navigation.show_in_sheet()
    desk.settle()
    desk.tab.sheet.table.go_to(5, "Type")
    menu = desk.tab.sheet.table.menu()
    assert "Delete 1 row" in " ".join(actions(menu)).replace("(s)", "")
    QTest.keyClick(desk.tab.sheet.table, Qt.Key.Key_Minus, _CONTROL)
    desk.settle()
    assert desk.client.asked("delete_rows") == [{"rows": (7,)}]
