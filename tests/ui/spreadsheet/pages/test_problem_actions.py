"""What can be done about problems: ignoring them, rows that go and come, undo and redo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk import Desk
from fake_worker import FakeJobs, FakeKind, kinds
from listo.core.edits.history import FindingKey
from listo.ui import style
from listo.ui.spreadsheet.pages.problem_actions import IgnoreDialog

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    desk = Desk(qtbot, FakeJobs(kinds(3)))
    desk.work()
    return desk


def test_a_problem_is_left_with_a_reason_counted_and_taken_up_again(desk):
    desk.tab.problems.bar.ignore.click()
    dialog = desk.tab.findChild(IgnoreDialog)
    dialog.reason.setText("not sold any more")
    dialog.ignore.click()
    desk.settle()
    call = {"code": "kind-0", "places": ((0, 0),), "reason": "not sold any more", "revision": 0}
    assert desk.client.asked("ignore_chosen") == [call]
    assert desk.count() == 11
    assert desk.tab.problems.ignored.isVisible()
    desk.tab.problems.ignored.click()
    desk.settle()
    review = desk.tab.send.changes
    assert review.ignored_table.isVisible()
    assert review.ignored_model.index(0, 3).data() == "not sold any more"
    QTest.keyClick(review.ignored_table, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.client.asked("restore") == [{"findings": (FindingKey("kind-0", 17, "AmazonValue", "Azul"),)}]
    assert desk.tab.overview.ignored == 0
    assert not review.ignored_table.isVisible()


def test_all_of_a_kind_are_left_at_once(desk):
    QTest.keyClick(desk.table, Qt.Key.Key_L, _CONTROL)
    dialog = desk.tab.findChild(IgnoreDialog)
    dialog.whole_issue_type.click()
    dialog.ignore.click()
    desk.settle()
    assert desk.client.asked("ignore_type") == [{"code": "kind-0", "reason": ""}]
    assert desk.tab.problems.section("kind-0").is_done
    assert desk.tab.problems.section("kind-0").done_words.isVisible()


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
    assert desk.client.asked("delete_rows") == [{"rows": (17, 18)}]


def test_where_a_row_is_missing_a_button_adds_it_and_shows_it(qtbot, qapp):
    style.apply(qapp, dark=False)
    absent = FakeKind("mandatory-attribute-missing", "error", None, (17, 18), (), None)
    desk = Desk(qtbot, FakeJobs([absent]))
    desk.work()
    desk.tab.problems.bar.add.click()
    desk.settle()
    known = {"CategoryID": "212", "Type": "Information", "AmazonSpecification": ""}
    assert desk.client.asked("insert_row") == [{"texts": known}]
    assert desk.tab.sheet.isVisible()


def test_what_is_wrong_in_a_cell_of_the_sheet_is_left(desk):
    desk.tab.navigation.show_in_sheet()
    desk.settle()
    desk.tab.sheet.ignore.click()
    desk.tab.findChild(IgnoreDialog).ignore.click()
    desk.settle()
    key = FindingKey("kind-0", 17, "AmazonValue", "Azul")
    assert desk.client.asked("ignore") == [{"findings": (key,), "reason": ""}]


def test_undo_and_redo_say_what_they_would_do(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Blue" in desk.tab.problems.bar.history.undo.text()
    desk.tab.problems.bar.history.undo.click()
    desk.settle()
    assert desk.count() == 12
    assert not desk.tab.problems.bar.history.undo.isEnabled()
    assert desk.tab.problems.bar.history.redo.isEnabled()
    desk.tab.work.redo()
    desk.settle()
    assert desk.count() == 0
