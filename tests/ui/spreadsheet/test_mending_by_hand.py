"""The ways to mend by hand: values to choose from, leaving, rows that go and come, find and replace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desk import Desk
from fake_worker import FakeJobs, FakeKind, kinds
from listo.core.edits.history import Edit, FindingKey
from listo.core.worker.results import FindQuery
from listo.ui import style
from listo.ui.spreadsheet.pages.problem_actions import IgnoreDialog
from listo.ui.spreadsheet.tables.table_edits import CellEditor

POPUP = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support (raise|grabbing)")
"""What the platform without a screen says of a list that pops up."""
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    desk = Desk(qtbot, FakeJobs(kinds(3)))
    desk.work()
    desk.qtbot.waitUntil(desk.tab.isActiveWindow)
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
    assert desk.runner.jobs("accepted_values") == [{"row": 17, "column": "AmazonValue"}]
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
    desk.qtbot.waitUntil(lambda: bool(desk.runner.jobs("apply")))
    desk.settle()
    assert desk.runner.jobs("apply") == [{"edits": (Edit(17, "AmazonValue", "White"),)}]


@POPUP
def test_one_enter_ends_also_below_an_open_list(desk):
    editor = editor_of(desk.table)
    desk.settle()
    editor.clear()
    QTest.keyClicks(editor, "Whit")
    popup = editor.completer().popup()
    desk.qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.runner.jobs("apply")))
    desk.settle()
    assert desk.runner.jobs("apply") == [{"edits": (Edit(17, "AmazonValue", "Whit"),)}]


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


def test_values_that_come_late_for_an_editor_that_is_gone_are_nothing(desk):
    desk.runner.held.add("accepted_values")
    editor = editor_of(desk.table)
    task = desk.runner.tasks[-1]
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.table.findChild(CellEditor) is None)
    task.succeeded.emit(("Black",))


def test_a_problem_is_left_with_a_reason_counted_and_taken_up_again(desk):
    desk.tab.problems.bar.ignore.click()
    dialog = desk.tab.findChild(IgnoreDialog)
    dialog.reason.setText("not sold any more")
    dialog.ignore.click()
    desk.settle()
    call = {"code": "kind-0", "places": ((0, 0),), "reason": "not sold any more", "revision": 0}
    assert desk.runner.jobs("ignore_chosen") == [call]
    assert desk.count() == 11
    assert desk.tab.problems.heading.ignored.isVisible()
    desk.tab.problems.heading.ignored.click()
    desk.settle()
    review = desk.tab.review
    assert review.ignored_table.isVisible()
    assert review.ignored_model.index(0, 3).data() == "not sold any more"
    QTest.keyClick(review.ignored_table, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.runner.jobs("restore") == [{"findings": (FindingKey("kind-0", 17, "AmazonValue", "Azul"),)}]
    assert desk.tab.overview.ignored == 0
    assert not review.ignored_table.isVisible()


def test_all_of_a_kind_are_left_at_once(desk):
    QTest.keyClick(desk.table, Qt.Key.Key_L, _CONTROL)
    dialog = desk.tab.findChild(IgnoreDialog)
    dialog.whole_issue_type.click()
    dialog.ignore.click()
    desk.settle()
    assert desk.runner.jobs("ignore_type") == [{"code": "kind-0", "reason": ""}]
    assert desk.tab.problems.ending.isVisible()


def test_rows_are_deleted_by_key_and_added_from_the_menu(desk):
    assert not desk.tab.problems.bar.delete.isVisible()
    QTest.keyClick(desk.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(desk.table, Qt.Key.Key_Minus, _CONTROL)
    desk.settle()
    assert desk.runner.jobs("delete_rows") == [{"rows": (17, 18)}]
    menu = desk.table.choice_menu(0)
    actions(menu)["Add a row like this one"].trigger()
    desk.settle()
    assert desk.runner.jobs("insert_row") == [{"like": 20}]
    assert desk.tab.sheet.isVisible()
    desk.qtbot.waitUntil(lambda: desk.tab.sheet.table.currentIndex().row() == 1234)


def test_where_a_whole_row_is_wrong_a_button_deletes_it(qtbot, qapp):
    style.apply(qapp, dark=False)
    twice = FakeKind("row-duplicate", "warning", None, (17, 18, 19), (), None)
    desk = Desk(qtbot, FakeJobs([twice]))
    desk.work()
    bar = desk.tab.problems.bar
    assert not bar.edit.isVisible()
    QTest.keyClick(desk.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "2" in bar.delete.text()
    bar.delete.click()
    desk.settle()
    assert desk.runner.jobs("delete_rows") == [{"rows": (17, 18)}]


def test_where_a_row_is_missing_a_button_adds_it_and_shows_it(qtbot, qapp):
    style.apply(qapp, dark=False)
    absent = FakeKind("mandatory-attribute-missing", "error", None, (17, 18), (), None)
    desk = Desk(qtbot, FakeJobs([absent]))
    desk.work()
    desk.tab.problems.bar.add.click()
    desk.settle()
    known = {"CategoryID": "212", "Type": "Information", "AmazonSpecification": ""}
    assert desk.runner.jobs("insert_row") == [{"texts": known}]
    assert desk.tab.sheet.isVisible()


def test_rows_of_the_whole_sheet_likewise(desk):
    desk.tab.navigation.show_in_sheet()
    desk.settle()
    desk.tab.sheet.table.go_to(5, "Type")
    menu = desk.tab.sheet.table.menu()
    assert "Delete 1 row" in " ".join(actions(menu)).replace("(s)", "")
    QTest.keyClick(desk.tab.sheet.table, Qt.Key.Key_Minus, _CONTROL)
    desk.settle()
    assert desk.runner.jobs("delete_rows") == [{"rows": (7,)}]


def test_what_is_wrong_in_a_cell_of_the_sheet_is_left(desk):
    desk.tab.navigation.show_in_sheet()
    desk.settle()
    desk.tab.sheet.ignore.click()
    desk.tab.findChild(IgnoreDialog).ignore.click()
    desk.settle()
    key = FindingKey("kind-0", 17, "AmazonValue", "Azul")
    assert desk.runner.jobs("ignore") == [{"findings": (key,), "reason": ""}]


def test_find_counts_before_it_replaces(desk):
    QTest.keyClick(desk.table, Qt.Key.Key_H, _CONTROL)
    panel = desk.tab.find_panel
    assert panel.isVisible()
    assert panel.search_text.hasFocus()
    assert (panel.search_text.text(), panel.column.currentData()) == ("Azul", "AmazonValue")
    desk.qtbot.waitUntil(lambda: "12" in panel.count.text())
    assert desk.runner.jobs("replace") == []
    panel.replacement.setText("Blue")
    desk.qtbot.waitUntil(panel.replace.isEnabled)
    QTest.keyClick(panel.replacement, Qt.Key.Key_Return)
    desk.settle()
    wanted = FindQuery("Azul", "AmazonValue")
    assert desk.runner.jobs("replace") == [{"wanted": wanted, "text": "Blue"}]
    desk.qtbot.waitUntil(lambda: panel.count.text() == "In no cell")
    QTest.keyClick(panel.search_text, Qt.Key.Key_Escape)
    assert not panel.isVisible()


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
