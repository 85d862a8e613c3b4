"""The page that sends: what is left comes first, then each change, the copy, and what to do in the Admin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk import Desk
from fake_worker import FakeJobs, FakeKind, kinds
from listo.core.readiness.model import StateCounts
from listo.core.worker.results import CategoryToReprocess, Reprocess, SkuCounts
from listo.ui import style

HELD_UP = SkuCounts(StateCounts(total=803, ready=412, blocked=380, at_risk=11))
READY = SkuCounts(StateCounts(total=412, ready=412))
SKIPPED = (("a", "amazon-values"), ("b", "amazon-values"), ("c", "vtex-products"))


class Kept:
    """What the window remembers, for one test."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.asked: list[str] = []

    def get_state(self, key: str, default: Any = None) -> Any:
        self.asked.append(key)
        return self.values.get(key, default)

    def set_state(self, key: str, value: Any) -> None:
        self.values[key] = value


def make(qtbot: Any, qapp: Any, found: list[FakeKind], state: Kept | None = None, **more: Any) -> Desk:
    style.apply(qapp, dark=False)
    desk = Desk(qtbot, FakeJobs(found, **more), state)
    desk.open()
    return desk


@pytest.fixture
def desk(qtbot, qapp):
    return make(qtbot, qapp, kinds(3), skipped=SKIPPED)


def change_two(desk: Desk) -> None:
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)


def send(desk: Desk) -> Any:
    desk.tab.go_to("send")
    desk.settle()
    return desk.tab.send


def save(desk: Desk, folder: Path, name: str = "copy.xlsx") -> None:
    desk.tab.send.copy.save_to(folder / name, overwrite=True)
    desk.settle()


def role(frame: Any) -> str:
    return str(frame.property("role"))


# -- what is left comes first


def test_what_is_left_and_what_it_holds_up_comes_before_all_else(qtbot, qapp):
    desk = make(qtbot, qapp, kinds(3), skus=HELD_UP)
    page = send(desk)
    problems = sum(desk.tab.overview.counts.values())
    assert page.remaining.words.text() == (
        f"3 kind(s) with {problems} problem(s) are left; 391 SKU(s) are held up."
    )
    others = (page.changes, page.copy, page.admin, page.report)
    top = page.remaining.mapTo(page, page.remaining.rect().bottomLeft()).y()
    assert all(top <= other.mapTo(page, other.rect().topLeft()).y() for other in others if other.isVisible())


def test_from_what_is_left_one_gets_to_the_problems_and_to_the_skus(qtbot, qapp):
    desk = make(qtbot, qapp, kinds(3), skus=HELD_UP)
    page = send(desk)
    page.remaining.look.click()
    assert desk.tab.step == "problems"
    page = send(desk)
    page.remaining.skus.click()
    assert desk.tab.step == "skus"


def test_without_an_export_no_sku_is_spoken_of(desk):
    page = send(desk)
    assert "SKU" not in page.remaining.words.text()
    assert page.remaining.skus.isHidden()


def test_skus_that_no_problem_of_the_sheet_holds_up_are_told_too(qtbot, qapp):
    page = send(make(qtbot, qapp, [], skus=HELD_UP))
    assert page.remaining.words.text() == "No problem is left in the sheet, but 391 SKU(s) are held up."
    assert role(page.remaining.frame) == "error-card"
    assert page.remaining.look.isHidden()
    assert page.remaining.skus.isVisible()


@pytest.mark.parametrize(
    ("found", "more", "is_green"),
    [
        (kinds(2), {"skus": HELD_UP}, False),
        ([], {"skus": HELD_UP}, False),
        (kinds(2), {"skus": READY}, False),
        ([], {"skus": SkuCounts(StateCounts(total=5, ready=4, unknown=1))}, False),
        ([], {"skus": SkuCounts(StateCounts(total=5, ready=5, ready_unchecked=2))}, False),
        ([], {"skus": READY, "skipped": SKIPPED}, False),
        ([], {"skus": READY}, True),
    ],
)
def test_nothing_is_green_until_nothing_is_left_to_say(qtbot, qapp, tmp_path, found, more, is_green):
    desk = make(qtbot, qapp, found, edited={(17, "AmazonValue"): "Blue"}, **more)
    save(desk, tmp_path)
    page = send(desk)
    assert page.copy.is_up_to_date()
    drawn = [role(page.remaining.frame), role(page.copy.saved)]
    assert drawn == ["right-card"] * 2 if is_green else "right-card" not in drawn


def test_while_skus_are_being_counted_not_all_is_clear(desk):
    now = replace(desk.tab.overview, groups=(), checks_skipped=())
    assert now.is_all_clear
    assert not replace(now, skus=SkuCounts(is_due=True)).is_all_clear


def test_beside_the_copy_stands_how_many_skus_are_held_up_with_it(qtbot, qapp, tmp_path):
    desk = make(qtbot, qapp, kinds(3), skus=HELD_UP)
    change_two(desk)
    save(desk, tmp_path)
    assert "391 SKU(s) are still held up" in desk.tab.send.copy.saved_to.text()


# -- the changes


def test_a_change_can_be_taken_back(desk):
    change_two(desk)
    page = send(desk)
    table = page.changes.table
    assert page.changes.model.rowCount() == 2
    QTest.keyClick(table, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.client.asked("revert") == [{"cells": ((17, "AmazonValue"),)}]
    assert page.changes.model.rowCount() == 1


def test_with_nothing_changed_there_is_no_list_and_nothing_to_save(desk):
    page = send(desk)
    assert not page.changes.lists.isVisible()
    assert not page.copy.isVisible()
    assert not page.admin.isVisible()
    for words in (page.changes.title, page.changes.summary):
        assert words.height() < 2 * words.sizeHint().height()


def test_a_long_list_leaves_room_for_the_copy(qtbot, qapp):
    edited = {(row, "AmazonValue"): "Blue" for row in range(2, 500)}
    desk = make(qtbot, qapp, kinds(1), edited=edited)
    page = send(desk)
    for height in (500, 640):
        desk.tab.resize(1120, height)
        qtbot.waitUntil(lambda: page.changes.lists.height() <= page.height() * 0.42)
        assert page.changes.table.verticalScrollBar().maximum() > 0
    desk.tab.resize(1800, 1000)
    qtbot.waitUntil(lambda: page.copy.mapTo(page, page.copy.pos()).x() > page.changes.geometry().right())


# -- the steps in the Admin


def test_after_saving_the_steps_are_ticked_and_counted(desk, tmp_path):
    change_two(desk)
    page = send(desk)
    assert not page.admin.card.isEnabled()
    save(desk, tmp_path)
    assert desk.tab.step == "send"
    assert "copy.xlsx" in page.admin.steps["upload"].words.text()
    for line in page.admin.steps.values():
        line.box.click()
    desk.settle()
    assert desk.tab.sidebar.steps.model().rows[-1].done


def test_the_words_of_a_step_tick_too_once_it_is_open(desk, tmp_path):
    change_two(desk)
    page = send(desk)
    words = page.admin.steps["upload"].words
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert not page.admin.steps["upload"].box.isChecked()
    save(desk, tmp_path)
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.client.asked("tick") == [{"step": "upload", "done": True}]


@pytest.mark.parametrize(
    ("page", "upload", "again"),
    [
        (None, "Upload mapping template", "Reprocess SKU"),
        ("spreadsheet", "Upload mapping template", "Reprocess SKU"),
        ("amazon-listing", "Marketplace &gt; Connections &gt; Amazon Listing", "Save and send"),
        ("product-publication", "Marketplace &gt; Amazon &gt; Product Publication", "Save and send"),
    ],
)
def test_the_steps_are_those_of_the_admin_that_the_person_has(qtbot, qapp, page, upload, again):
    state = Kept()
    state.set_state("admin-page", page)
    desk = make(qtbot, qapp, kinds(2), state)
    change_two(desk)
    steps = send(desk).admin.steps
    assert upload in steps["upload"].words.text()
    assert again in steps["reprocess"].words.text()


FOUND = Reprocess((CategoryToReprocess("212", 3, 2, ("10", "11")),), 2)


@pytest.mark.parametrize("page", ["spreadsheet", "amazon-listing"])
@pytest.mark.parametrize(
    ("found", "lists"), [(FOUND, True), (Reprocess((CategoryToReprocess("212", 3),), None), False)]
)
def test_the_steps_speak_of_a_list_below_only_where_one_is(qtbot, qapp, tmp_path, page, found, lists):
    state = Kept()
    state.set_state("admin-page", page)
    desk = make(qtbot, qapp, kinds(2), state)
    change_two(desk)
    desk.jobs.reprocess = found
    admin = send(desk).admin
    said = [line.words.text() for line in admin.steps.values()]
    assert any("listed below" in words for words in said) == (lists and page != "spreadsheet")
    assert not any("…" in words for words in said)
    save(desk, tmp_path)
    said = [line.words.text() for line in admin.steps.values()]
    assert any("listed below" in words for words in said) == lists
    assert any("use what you corrected" in words for words in said) != lists


def test_the_copy_is_named_once_it_is_saved(desk, tmp_path):
    change_two(desk)
    words = send(desk).admin.steps["upload"].words
    assert words.text().startswith("Upload the corrected copy: ")
    save(desk, tmp_path)
    assert words.text().startswith("Upload “copy.xlsx”: ")


def test_a_newer_admin_needs_no_copy_and_what_is_said_here_is_kept(qtbot, qapp):
    state = Kept()
    desk = make(qtbot, qapp, kinds(2), state)
    change_two(desk)
    admin = send(desk).admin
    assert not admin.card.isEnabled()
    admin.page.choice.setCurrentIndex(3)
    assert state.get_state("admin-page") == "product-publication"
    assert admin.card.isEnabled()
    for line in admin.steps.values():
        line.box.click()
    desk.settle()
    assert desk.tab.sidebar.steps.model().rows[-1].done


def test_what_is_said_of_the_admin_elsewhere_is_followed_when_the_page_is_shown(qtbot, qapp):
    state = Kept()
    desk = make(qtbot, qapp, kinds(2), state)
    change_two(desk)
    state.set_state("admin-page", "amazon-listing")
    admin = send(desk).admin
    assert admin.page.choice.currentData() == "amazon-listing"
    assert "Amazon Listing" in admin.steps["upload"].words.text()


def test_a_window_that_is_closed_asks_what_was_kept_no_more(qtbot, qapp):
    """Qt tells it of another language all the same, as a next window brings one; its store is closed then."""
    state = Kept()
    desk = make(qtbot, qapp, kinds(2), state)
    page = send(desk)
    page.admin.page.choice.setCurrentIndex(2)
    desk.tab.close()
    state.asked.clear()
    QApplication.sendEvent(page.admin, QEvent(QEvent.Type.LanguageChange))
    assert state.asked == []
    assert page.admin.page.choice.currentData() == "amazon-listing"


def test_scrolling_over_the_choice_of_the_admin_scrolls_the_page_and_chooses_nothing(qtbot, qapp):
    state = Kept()
    desk = make(qtbot, qapp, kinds(2), state)
    change_two(desk)
    choice = send(desk).admin.page.choice
    at, none = QPointF(choice.rect().center()), Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    down = QPoint(0, -120)
    wheel = QWheelEvent(
        at, QPointF(choice.mapToGlobal(at)), QPoint(), down, Qt.MouseButton.NoButton, none, phase, False
    )
    QApplication.sendEvent(choice, wheel)
    assert not wheel.isAccepted()
    assert choice.currentIndex() == 0
    assert "admin-page" not in state.values


# -- what to reprocess


def reprocess(desk: Desk, folder: Path, found: Reprocess) -> Any:
    change_two(desk)
    desk.jobs.reprocess = found
    save(desk, folder)
    send(desk)
    return desk.tab.send.admin


def test_what_to_reprocess_is_listed_and_copied(desk, tmp_path):
    found = (CategoryToReprocess("212", 3, 2, ("10", "11")), CategoryToReprocess("300", 1, 1, ("7",)))
    admin = reprocess(desk, tmp_path, Reprocess(found, 3, held_up=9))
    assert admin.which.isVisible()
    assert "3 SKU(s)" in admin.which_words.text()
    assert admin.lines.text().splitlines()[0].startswith("212 · ")
    assert admin.lines.text().splitlines()[0].endswith(" · 2 SKU(s)")
    assert "9 more SKU(s)" in admin.held_up.text()
    admin.copy_list.click()
    assert QGuiApplication.clipboard().text() == "10\n11\n7"


def test_where_all_are_held_up_by_something_else_no_list_says_0(desk, tmp_path):
    admin = reprocess(desk, tmp_path, Reprocess((), 0, held_up=9))
    assert "9 SKU(s)" in admin.which_words.text()
    assert not admin.lines.isVisible()
    assert not admin.held_up.isVisible()
    assert not admin.copy_list.isVisible()


def test_where_no_sku_uses_a_change_that_is_said(desk, tmp_path):
    admin = reprocess(desk, tmp_path, Reprocess((), 0))
    assert admin.which_words.text().startswith("None of the SKUs")
    assert not admin.lines.isVisible()


def test_without_an_export_the_categories_are_told_or_all(desk, tmp_path):
    found = (CategoryToReprocess("212", 3), CategoryToReprocess("300", 1))
    admin = reprocess(desk, tmp_path, Reprocess(found, None))
    assert [line.rpartition(" · ")[2] for line in admin.lines.text().splitlines()] == [
        "3 row(s) changed",
        "1 row(s) changed",
    ]
    admin.copy_list.click()
    assert QGuiApplication.clipboard().text() == "212\n300"
    many = tuple(CategoryToReprocess(str(number), 1) for number in range(1, 30))
    desk.jobs.reprocess = Reprocess(many, None, is_all=True)
    admin.refresh()
    desk.settle()
    assert "every category" in admin.which_words.text()
    assert not admin.lines.isVisible()
