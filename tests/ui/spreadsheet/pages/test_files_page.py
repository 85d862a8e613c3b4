"""The page of the files: what each was taken for, what it adds and lacks, and the trade policy."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desk import Desk
from fake_worker import FakeJobs, FakeTexts, kinds
from listo.core.worker.results import FileCard
from listo.ui.spreadsheet.pages.file_card import FileCardView, lacking


@pytest.fixture
def desk(qtbot: Any) -> Desk:
    return Desk(qtbot, FakeJobs(kinds(2), trade_policies=("1", "2")))


def said(qtbot: Any, card: FileCard, missing: Counter[str] | None = None) -> str:
    view = FileCardView(card, FakeTexts("en"), missing)
    qtbot.addWidget(view)
    return "\n".join(label.text() for label in view.findChildren(QLabel))


def card(kind: Any, **details: str) -> FileCard:
    return FileCard(Path("/x/file.xlsx"), kind, details, adds=("a", "b"))


def test_a_card_says_what_the_file_is_and_what_it_adds(qtbot: Any) -> None:
    words = said(qtbot, card("vtex-products", rows="1200"))
    assert "VTEX export: products and SKUs · 1,200 row(s)" in words
    assert "Makes 2 more check(s) possible" in words


def test_a_template_that_is_old_or_from_elsewhere_is_told(qtbot: Any) -> None:
    words = said(qtbot, card("amazon-values", days="120", elsewhere="amazon.com.br"))
    assert "It is 120 day(s) old" in words
    assert "for another marketplace than amazon.com.br" in words
    assert "day(s)" not in said(qtbot, card("amazon-values", marketplace="amazon.com.br"))


def test_the_columns_that_an_export_lacks_are_named(qtbot: Any) -> None:
    skipped = (
        *(("ean-missing", "column-ean"), ("ean-invalid", "column-ean")),
        *(("sku-inactive", "column-sku-active"), ("x", "column-field-name"), ("y", "amazon-values")),
    )
    products = card("vtex-products")
    missing = lacking(products, skipped)
    assert missing == {"column-ean": 2, "column-sku-active": 1}
    words = said(qtbot, products, missing)
    assert "3 check(s) cannot run, because this export does not have: “EAN/UPC” and “Active SKU”" in words
    assert lacking(card("vtex-sku-specifications"), skipped) == {"column-field-name": 1}
    assert not lacking(card("amazon-values"), skipped)


def test_a_mapping_sheet_that_is_not_worked_on_says_so(qtbot: Any) -> None:
    assert "working on “other.xlsx”" in said(qtbot, card("mapping", instead="other.xlsx"))


def test_the_cards_stay_as_they_are_while_cells_change(desk: Desk) -> None:
    desk.work()
    before = desk.tab.files.findChildren(FileCardView)
    desk.press(Qt.Key.Key_Return)
    assert desk.client.asked("apply")
    assert desk.tab.files.findChildren(FileCardView) == before
    desk.open("notes.pdf")
    assert len(desk.tab.files.findChildren(FileCardView)) > len(before)


def test_the_page_is_shown_from_its_top_once_files_are_read(desk: Desk) -> None:
    desk.open()
    bar = desk.tab.files._area.verticalScrollBar()
    bar.setRange(0, 100)
    bar.setValue(60)  # as Qt does where the keyboard passes to a button further below
    desk.tab.files.focus_first()
    assert bar.value() == 0
    assert desk.tab.files.go_on.hasFocus()


def test_a_trade_policy_is_chosen_from_those_of_the_export(desk: Desk) -> None:
    choice = desk.tab.files.choices.trade_policy
    assert choice.isHidden()
    desk.open()
    assert choice.isVisible()
    assert [choice.choice.itemText(place) for place in range(choice.choice.count())] == ["1", "2"]
    assert choice.choice.currentText() == ""
    choice.choice.textActivated.emit("2")
    desk.settle()
    assert desk.client.asked("set_trade_policy") == [{"policy": "2"}]
    assert choice.choice.currentText() == "2"


def test_a_trade_policy_can_be_typed_and_one_that_is_nowhere_is_told(desk: Desk) -> None:
    desk.open()
    choice = desk.tab.files.choices.trade_policy
    line = choice.choice.lineEdit()
    line.setFocus()
    QTest.keyClicks(line, "9")
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.settle()
    assert desk.client.asked("set_trade_policy") == [{"policy": "9"}]
    warning = next(label for label in choice.findChildren(QLabel) if "No active SKU" in label.text())
    assert warning.isVisible()
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.settle()
    assert desk.client.asked("set_trade_policy")[-1] == {"policy": ""}
    assert not warning.isVisible()


def test_a_check_that_waits_for_the_trade_policy_counts_as_one_to_be_had(desk: Desk) -> None:
    desk.jobs.skipped = (("sku-outside-trade-policy", "trade-policy"),)
    desk.open()
    assert not desk.tab.sidebar.unchecked.isHidden()
