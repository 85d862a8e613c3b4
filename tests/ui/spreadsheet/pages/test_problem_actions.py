"""What can be done about problems: ignoring them, rows that go and come, undo and redo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from desk import Desk
from fake_worker import FakeJobs, FakeKind, kinds, replace
from listo.core.edits.history import FindingKey, StepSummary
from listo.ui import style
from listo.ui.spreadsheet.pages.problem_actions import IgnoreDialog
from listo.ui.spreadsheet.tables.problems_model import SUGGESTION_COLUMN
from listo.ui.spreadsheet.tables.table_edits import CellEditor

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


@pytest.fixture
def lacking(qtbot, qapp):
    style.apply(qapp, dark=False)
    absent = FakeKind("mandatory-attribute-missing", "error", None, tuple(range(17, 29)), (), None)
    desk = Desk(qtbot, FakeJobs([absent]))
    desk.work()
    return desk


def test_where_a_row_is_missing_a_button_shows_and_adds_it_in_place(lacking):
    lacking.press(Qt.Key.Key_Down)
    lacking.tab.problems.bar.add.click()
    lacking.settle()
    card = lacking.section.missing_rows
    assert card.isVisible()
    assert card.model.rowCount() == 1
    assert card.scope.currentText() == "Only this problem: 1 row(s)"
    card.model.setData(card.model.index(0, 2), "Material")
    card.add.click()
    lacking.settle()
    row = ("212", "", "Information", "Material", "Color", "", "")
    assert lacking.client.asked("add_rows") == [{"rows": (row,), "revision": 0}]
    assert not card.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support (raise|grabbing)")
def test_all_rows_that_are_missing_are_added_at_once_and_an_answer_holds_for_all_alike(lacking):
    lacking.section.add_all.click()
    lacking.settle()
    card = lacking.section.missing_rows
    assert card.add.text() == "Add 12 row(s)"
    assert "12" in card.hint.text()
    card.table.setCurrentIndex(card.model.index(3, 2))
    QTest.keyClick(card.table, Qt.Key.Key_F2)
    editor = card.table.findChild(CellEditor)
    editor.setText("Cor")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    lacking.qtbot.waitUntil(lambda: card.model.index(0, 2).data() == "Cor")
    card.table.setCurrentIndex(card.model.index(5, 0))
    QTest.keyClick(card.table, Qt.Key.Key_Space)
    assert card.add.text() == "Add 11 row(s)"
    card.add.click()
    lacking.settle()
    [call] = lacking.client.asked("add_rows")
    assert len(call["rows"]) == 11
    assert {row[3] for row in call["rows"]} == {"Cor"}
    assert lacking.tab.overview.rows == 1234 + 11


def test_the_rows_of_one_category_are_added_alone(lacking):
    lacking.section.add_all.click()
    lacking.settle()
    card = lacking.section.missing_rows
    said = [card.scope.itemText(place) for place in range(card.scope.count())]
    assert said == ["All: 12 row(s)", "Category 213: 6 row(s)", "Category 212: 6 row(s)"]
    card.scope.setCurrentIndex(2)
    card.scope.activated.emit(2)
    card.add.click()
    lacking.settle()
    assert {row[0] for row in lacking.client.asked("add_rows")[0]["rows"]} == {"212"}


def test_nothing_is_added_where_it_is_cancelled_and_a_row_has_its_own_button(lacking):
    model, table = lacking.section.model, lacking.table
    index = model.index(2, SUGGESTION_COLUMN)
    place = table.delegate.use_area(table.visualRect(index), model.peek(2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    lacking.settle()
    card = lacking.section.missing_rows
    assert card.model.rowCount() == 1
    card.cancel.click()
    assert not card.isVisible()
    assert lacking.client.asked("add_rows") == []


@pytest.mark.parametrize("width", [900, 1920])
def test_the_button_stands_beside_the_sentence_that_says_what_is_wrong(lacking, width):
    lacking.tab.resize(width, 690)
    lacking.settle()
    model, table = lacking.section.model, lacking.table
    index = model.index(2, SUGGESTION_COLUMN)
    cell = table.visualRect(index)
    button = table.delegate.use_area(cell, model.peek(2))
    said = table.fontMetrics().horizontalAdvance(index.data())
    assert button.left() >= cell.left() + min(said, cell.width() // 2)
    assert button.right() <= cell.left() + said + button.width() + 120
    assert button.right() <= cell.right()


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


def test_what_can_be_undone_takes_no_line_of_the_foot(desk):
    """Undo says in words what it would do where these have room, and in its tip and aloud everywhere."""
    bar, undo = desk.tab.problems.bar, desk.tab.problems.bar.history.undo
    change = StepSummary(80_000, "AmazonValue", "Algodón orgánico")
    said = set()
    for width in range(900, 1400, 20):
        desk.tab.resize(width, 600)
        bar.history.update_to(desk.tab.overview)
        QCoreApplication.processEvents()
        place = bar.next.mapTo(desk.tab, QPoint())
        bar.history.update_to(replace(desk.tab.overview, undo=change))
        QCoreApplication.processEvents()
        assert bar.next.mapTo(desk.tab, QPoint()) == place
        assert bar.history.sizeHint().width() <= bar.history.whole_width()
        assert "Algod" in undo.toolTip()
        assert "Algod" in undo.accessibleName()
        said.add(undo.text())
    assert said == {"", undo.accessibleName()}
