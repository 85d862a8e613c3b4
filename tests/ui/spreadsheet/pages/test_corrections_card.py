"""What is certain or likely, above the problems: put right at once, looked at before, or a part left out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk import Desk
from fake_worker import FakeJobs, FakeKind
from listo.ui import style


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    kinds = [
        FakeKind("case", "error", "AmazonValue", (17, 18, 19), grade="sure"),
        FakeKind("alike", "error", "VTEXValue", (20, 21), grade="likely"),
        FakeKind("other", "error", "Type", (22,)),
    ]
    desk = Desk(qtbot, FakeJobs(kinds))
    desk.work()
    return desk


@pytest.fixture
def card(desk):
    return desk.tab.problems.corrections


def test_what_is_certain_is_counted_and_applied_at_once(desk, card):
    assert card.certain.words.text() == "3 correction(s) are certain."
    assert card.certain.apply.text() == "Apply all 3"
    card.certain.apply.click()
    desk.settle()
    assert desk.client.asked("apply_corrections") == [{"grade": "sure", "without": (), "revision": 0}]
    assert desk.count("case") == 0
    assert not card.certain.isVisible()
    assert card.likely.words.text() == "2 correction(s) are likely."


def test_the_likely_ones_are_applied_together_with_the_certain(desk, card):
    assert card.likely.words.text() == "2 more are likely."
    assert card.likely.apply.text() == "Apply all 5"
    card.likely.apply.setFocus()
    card.likely.apply.click()
    desk.settle()
    assert desk.client.asked("apply_corrections") == [{"grade": "likely", "without": (), "revision": 0}]
    assert not card.isVisible()
    assert desk.tab.problems.code == "other"
    desk.qtbot.waitUntil(lambda: desk.table is not None and desk.table.hasFocus())


def test_they_are_looked_at_first_and_some_are_left_out(desk, card):
    card.certain.look.setFocus()
    card.certain.look.click()
    desk.settle()
    desk.qtbot.waitUntil(card.table.hasFocus)
    said = [[card.model.index(row, column).data() for column in (1, 2, 3)] for row in range(3)]
    assert said == [["AmazonValue", "Azul", "Blue"]] * 3
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    QTest.keyClick(card.table, Qt.Key.Key_Space)
    assert card.certain.apply.text() == "Apply 2"
    card.certain.apply.click()
    desk.settle()
    [call] = desk.client.asked("apply_corrections")
    assert call["without"] == ((18, "AmazonValue"),)
    assert desk.count("case") == 1


def test_what_is_looked_at_is_closed_by_a_change_and_the_other_way_about(desk, card):
    card.certain.look.click()
    desk.settle()
    card.likely.look.click()
    desk.settle()
    assert not card.certain.look.isChecked()
    assert card.model.rowCount() == 5
    desk.press(Qt.Key.Key_Return)
    assert not card.table.isVisible()
    assert not card.likely.look.isChecked()
