"""The page of one issue type: what it says, its end, and the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk import Desk
from fake_worker import FakeJobs, FakeKind, kinds
from listo.ui import style


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    skipped = (("a", "amazon-values"), ("b", "amazon-values"), ("c", "vtex-products"))
    return Desk(qtbot, FakeJobs(kinds(3), skipped=skipped))


def test_the_page_says_what_where_and_what_vtex_would_answer(desk):
    desk.work()
    heading = desk.tab.problems.heading
    assert heading.title.text() == "12 cells: kind 0"
    assert heading.position.text() == "1 of 3"
    assert heading.badge.text() == "Stops the product"
    assert "VTEX said so of Azul in Cor" in heading.answer.text()
    assert not heading.why.isVisible()
    heading.why_button.click()
    assert heading.why.isVisible()


def test_all_alike_and_all_suggestions(desk):
    desk.work()
    assert desk.tab.problems.bar.use_alike.text() == "“Blue” for every “Azul”"
    desk.tab.problems.bar.use_alike.click()
    desk.settle()
    assert desk.count() == 0
    desk.tab.problems.step(1)
    desk.settle()
    desk.tab.problems.bar.use_all.click()
    desk.settle()
    assert desk.client.asked("apply_suggestions") == [{"code": "kind-1"}]


def test_a_kind_that_is_done_says_so_and_enter_goes_on(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ending = desk.tab.problems.ending
    assert ending.isVisible()
    assert ending.go_on.hasFocus()
    assert "kind-0" in [kind.group.code for kind in desk.tab.issue_types.items]
    ending.go_on.click()
    desk.settle()
    assert desk.tab.problems.code == "kind-1"
    assert desk.table.hasFocus()


def test_kinds_are_walked_with_the_keyboard(desk):
    desk.work()
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.tab.problems.code == "kind-1"
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.tab.problems.code == "kind-0"


def test_the_end_says_what_ran_and_what_did_not(qtbot, qapp):
    skipped = (("a", "amazon-values"), ("c", "vtex-products"))
    desk = Desk(qtbot, FakeJobs([FakeKind("one", rows=(5,))], skipped=skipped))
    desk.work()
    desk.press(Qt.Key.Key_Return)
    ending = desk.tab.problems.ending
    assert "28" in ending.title.text()
    assert "2" in ending.words.text()
    assert ending.add_missing.isVisible()
    ending.add_missing.click()
    assert desk.tab.step == "files"


def test_problems_of_the_whole_sheet_are_lines(qtbot, qapp):
    desk = Desk(qtbot, FakeJobs([FakeKind("whole", column=None, rows=(None, None))]))
    desk.work()
    assert desk.tab.problems.lines.isVisible()
    assert not desk.table.isVisible()


def test_what_was_not_checked_counts_only_what_the_person_can_add(desk):
    desk.open()
    assert desk.tab.problems.addable == 2


def test_in_the_smallest_window_every_word_above_the_rows_is_seen(desk):
    desk.tab.resize(900, 506)
    desk.work()
    page = desk.tab.problems
    page.heading.show_answer("What VTEX says of it, in two lines of such a window. " * 3)
    page.heading.show_unlock("36 SKUs, together with other kinds of problem", "")
    assert page.layout().totalMinimumHeightForWidth(page.width()) <= page.height()
    assert page.layout().totalMinimumSize().width() <= page.width()
