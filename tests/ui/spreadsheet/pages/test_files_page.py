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
from listo.core.checks.findings import CHECKS
from listo.core.wizard_state import FILES_TO_ADD
from listo.core.worker.results import CoverageView, FileCard, FileScope
from listo.ui.spreadsheet.pages.file_card import FileCardView, lacking, needs_a_look
from listo.ui.spreadsheet.pages.files_page import needs_of_checks


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


def test_a_mapping_sheet_without_rows_says_so_and_is_to_be_looked_at(qtbot: Any) -> None:
    empty, full = card("mapping", rows="0"), card("mapping", rows="1")
    assert "There are no rows in it." in said(qtbot, empty)
    assert "There are no rows in it." not in said(qtbot, full)
    assert needs_a_look(empty)
    assert not needs_a_look(full)


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
    assert desk.tab.files.choices.isHidden()
    desk.open()
    choice = desk.tab.files.choices.trade_policy
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


# ---------------------------------------------------------------- passed by, and as chips


def drop_files(desk: Desk, *names: str) -> None:
    desk.tab.open_files([Path("/x") / name for name in names])
    desk.settle()


def chips(desk: Desk) -> list[str]:
    return [chip.text() for chip in desk.tab.chips.chips if not chip.isHidden()]


def test_the_files_are_passed_by_where_all_is_clear(desk: Desk) -> None:
    drop_files(desk, "mapping.xlsx", "values.xlsx")
    assert desk.tab.step == "problems"
    assert chips(desk) == ["mapping.xlsx", "values.xlsx"]
    assert desk.tab.chips.isVisible()
    desk.tab.chips.chips[0].click()
    assert desk.tab.step == "files"
    assert not desk.tab.chips.isVisible()


def test_a_file_added_to_the_sheet_at_hand_leaves_the_person_where_they_are(desk: Desk) -> None:
    drop_files(desk, "mapping.xlsx")
    desk.tab.go_to("skus")
    drop_files(desk, "values.xlsx")
    assert desk.tab.step == "skus"
    assert chips(desk) == ["mapping.xlsx", "values.xlsx"]


@pytest.mark.parametrize("name", ["notes.pdf", "values.xlsx"])
def test_the_page_is_shown_where_a_file_asks_for_it(desk: Desk, name: str) -> None:
    desk.jobs.coverage = CoverageView((212,), (FileScope(Path("/x/values.xlsx"), is_doubtful=True),))
    desk.jobs.coverage = desk.jobs.coverage if name == "values.xlsx" else CoverageView()
    drop_files(desk, "mapping.xlsx", name)
    assert desk.tab.step == "files"


def test_a_question_that_stays_open_calls_nobody_back(desk: Desk) -> None:
    drop_files(desk, "mapping.xlsx", "notes.pdf")
    desk.tab.go_to("problems")
    drop_files(desk, "values.xlsx")
    assert desk.tab.step == "problems"


def test_a_file_that_is_taken_out_leaves_the_person_on_the_page(desk: Desk) -> None:
    desk.open("values.xlsx")
    desk.tab.files.remove(Path("/x/values.xlsx"))
    desk.settle()
    assert desk.tab.step == "files"


def test_chips_that_find_no_room_are_counted(desk: Desk) -> None:
    drop_files(desk, "mapping.xlsx", *(f"a-long-name-of-values-{number}.xlsx" for number in range(5)))
    desk.tab.resize(900, 500)
    desk.qtbot.waitUntil(lambda: len(chips(desk)) < 5)
    left = 6 - len(chips(desk))
    assert desk.tab.chips.more.text() == f"{left} more file(s)"
    assert desk.tab.chips.add.geometry().right() < desk.tab.chips.width()


def test_where_to_get_each_file_stands_with_its_menu_path(desk: Desk) -> None:
    def words() -> str:
        return "\n".join(label.text() for label in desk.tab.files.findChildren(QLabel))

    desk.qtbot.waitUntil(lambda: "Upload mapping template" in words())
    assert "Catalog > Add Products via Upload > Download spreadsheet" in words()


def test_as_many_checks_need_a_file_as_is_said():
    counted = Counter(need for check in CHECKS for need in map(str, check.needs))
    assert needs_of_checks() == Counter({file: counted[file] for file in FILES_TO_ADD})


def test_tab_comes_to_the_chips_before_the_button_that_adds(desk: Desk) -> None:
    desk.work()
    desk.open("amazon-values.xlsx")
    desk.tab.go_to("problems")
    chips, stop = desk.tab.chips, desk.tab.chips.chips[0]
    came = [stop]
    while stop is not chips.add:
        stop = stop.nextInFocusChain()
        came.append(stop)
    assert [one for one in came if one.focusPolicy() & Qt.FocusPolicy.TabFocus] == [
        *chips.chips,
        chips.more,
        chips.add,
    ]
