"""The page of all changes, each with a way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk import Desk
from fake_worker import FakeJobs, kinds
from listo.ui import style


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    skipped = (("a", "amazon-values"), ("b", "amazon-values"), ("c", "vtex-products"))
    return Desk(qtbot, FakeJobs(kinds(3), skipped=skipped))


def test_a_change_can_be_taken_back_in_the_review(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    desk.tab.go_to("review")
    desk.settle()
    table = desk.tab.review.table
    assert desk.tab.review.model.rowCount() == 2
    QTest.keyClick(table, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.client.asked("revert") == [{"cells": ((17, "AmazonValue"),)}]
    assert desk.tab.review.model.rowCount() == 1


def test_with_nothing_changed_the_words_stand_together_on_top(desk):
    desk.work()
    desk.tab.go_to("review")
    desk.settle()
    assert not desk.tab.review.lists.isVisible()
    for words in (desk.tab.review.title, desk.tab.review.summary):
        assert words.height() < 2 * words.sizeHint().height()
