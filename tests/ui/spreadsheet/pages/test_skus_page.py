"""The step *Your SKUs* and the strip: each SKU found, sorted, copied and led back to its row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desk import Desk
from fake_worker import FakeJobs, FakeTexts, kinds, replace
from listo.core.errors import InputError
from listo.core.readiness.model import Note, Reason, SentValue, SkuCategory, SkuResult, StateCounts
from listo.core.texts import LANGUAGES
from listo.core.worker.results import SkuCounts, Unlock
from listo.ui.language import WindowLanguage
from listo.ui.spreadsheet.tables.skus_table import SkusColumn
from window_looks import cut_headings

SHIRT = SkuCategory(212, 9, 212)
BLUE = Reason("amazon-value-not-accepted", "blocked", None, 5, "AmazonValue", "Cor", "Color", "Azul")
NO_ROW = Reason("value-unmapped", "blocked", None, None, None, "Tamanho", "Size", "GG")
SENT = (SentValue("Color", "Azul", "Azul", 5), SentValue("Material", "Algodão", "Cotton", 8))
RESULTS = (
    SkuResult("101", "1", "Camiseta Azul", SHIRT, "blocked", reasons=(BLUE, NO_ROW), sends=SENT),
    SkuResult("102", "1", "Camiseta Preta", SHIRT, "ready", sends=SENT[1:]),
    SkuResult("103", "2", "Tênis", SkuCategory(187, 9, 187), "ready", is_unchecked=True),
    SkuResult("104", "3", "Boné", SHIRT, "unknown", needs=("vtex-sku-specifications",)),
    SkuResult(
        "105",
        "3",
        "Velho",
        SkuCategory(None, 9, 212),
        "not-sent",
        reasons=(Reason("sku-inactive", "not-sent"),),
    ),
    SkuResult("106", "3", "Boina", SHIRT, "at-risk", reasons=(Reason("ean-restricted", "at-risk"),)),
)
FIRST_TO_DO = ["101", "106", "104", "102", "103", "105"]
"""Their order by state: held up, at risk, not known, ready, not sent; within one as in the export."""
COUNTS = SkuCounts(StateCounts(6, 2, 1, 1, 1, 1, 1))


@pytest.fixture
def desk(qtbot: Any) -> Desk:
    desk = Desk(qtbot, FakeJobs(kinds(2), skus=COUNTS, results=RESULTS))
    desk.open()
    desk.tab.go_to("skus")
    desk.settle()
    return desk


def shown(desk: Desk) -> list[str]:
    model = desk.tab.skus.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def settle(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: not desk.tab.skus._pause.isActive())
    desk.settle()


def click_heading(desk: Desk, column: int) -> None:
    header = desk.tab.skus.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 10, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(desk)


def choose(desk: Desk, row: int) -> None:
    desk.tab.skus.table.go_to(row)
    desk.settle()


def said(desk: Desk) -> list[str]:
    """Return the words of the reasons that the preview gives."""
    lines = [desk.tab.skus.preview.reasons.itemAt(n).widget() for n in range(len(RESULTS[0].reasons))]
    return [
        label.text()
        for line in lines
        for label in line.findChildren(type(desk.tab.skus.title))
        if label.text()
    ]


def test_each_sku_has_its_state_and_first_reason_in_words(desk):
    model = desk.tab.skus.model
    told = [[model.index(row, column).data() for column in (1, 2, 3, 4)] for row in range(6)]
    assert told[0] == ["Camiseta Azul", "212 · Shirts & Tops", "Held up", "Amazon does not accept a value"]
    assert told[2][2:] == ["Not known", "A file is missing to tell"]
    assert told[3][2:] == ["Ready", ""]
    assert told[4][2:] == ["Ready", "No Amazon file for its category"]


def test_what_is_held_up_comes_first_and_the_heading_says_by_what_they_are_sorted(desk):
    header = desk.tab.skus.table.horizontalHeader()
    assert shown(desk) == FIRST_TO_DO
    assert desk.tab.skus.model.headerData(header.sortIndicatorSection(), Qt.Orientation.Horizontal) == "State"
    assert header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
    click_heading(desk, 3)
    assert shown(desk) == ["105", "102", "103", "104", "106", "101"]


def test_the_lines_are_asked_for_once_and_not_again(desk):
    assert len(desk.client.asked("sku_page")) == 1
    desk.tab.go_to("problems")
    desk.tab.go_to("skus")
    desk.settle()
    assert len(desk.client.asked("sku_page")) == 1


def test_in_the_smallest_window_number_state_and_reason_are_whole(qtbot, desk):
    table = desk.tab.skus.table
    desk.tab.resize(900, 552)
    desk.settle()
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
    assert sum(table.columnWidth(column) for column in range(5)) <= table.viewport().width()
    for column, beside in ((0, 20), (3, 48), (4, 20)):
        texts = [str(desk.tab.skus.model.index(row, column).data()) for row in range(6)]
        widest = max(map(table.fontMetrics().horizontalAdvance, texts))
        assert table.columnWidth(column) >= widest + beside, texts
    headings = [table.columnWidth(column) for column in (1, 2)]
    assert min(headings) > table.fontMetrics().horizontalAdvance("Category")


def test_with_long_reasons_and_narrow_room_nothing_is_wider_than_the_table(desk, monkeypatch):
    table = desk.tab.skus.table
    monkeypatch.setattr(
        desk.tab.skus.model, "texts_of", lambda _: ("9" * 20, "n" * 60, "c" * 60, "s", "r" * 90)
    )
    for width in (900, 1000, 1400):
        desk.tab.resize(width, 552)
        table.fit_columns()
        assert sum(table.columnWidth(column) for column in range(5)) <= table.viewport().width()


def test_a_category_of_the_store_has_the_name_that_the_store_gives_it(desk):
    model = desk.tab.skus.model
    model.set_categories({212: "Minhas camisas"}, is_global=False)
    assert [model.index(row, 2).data() for row in (0, 4, 5)] == [
        "212 · Minhas camisas",
        "187",
        "212 · Shirts & Tops",
    ]


def test_one_sku_is_shown_beside_with_what_is_sent_and_in_gray_what_lacks(desk):
    preview = desk.tab.skus.preview
    assert preview.title.text() == "101 · Camiseta Azul"
    assert preview.state.text() == "Held up"
    assert any("row 5" in words for words in said(desk))
    lines = [[preview.table.item(row, column).text() for column in range(4)] for row in range(3)]
    assert lines[:2] == [["Color", "Azul", "Azul", "5"], ["Material", "Algodão", "Cotton", "8"]]
    assert lines[2] == ["Size", "GG", "A value has no row", ""]
    sent, lacking = (preview.table.item(row, 0).foreground().color() for row in (0, 2))
    assert sent != lacking
    choose(desk, 4)
    assert "not checked" in preview.meaning.text()
    choose(desk, 2)
    assert "SKU specifications" in preview.meaning.text()
    choose(desk, 5)
    assert preview.meaning.text().startswith("VTEX does not send it")


def test_they_are_searched_filtered_and_sorted(desk):
    page = desk.tab.skus
    QTest.keyClicks(page.search, "camiseta")
    settle(desk)
    assert shown(desk) == ["101", "102"]
    assert page.found.text() == "2 SKU(s)"
    page.search.clear()
    page.filter.setCurrentIndex(2)
    settle(desk)
    assert shown(desk) == ["101", "106"]
    page.filter.setCurrentIndex(0)
    settle(desk)
    for expected in (["Boina", "Boné"], ["Velho", "Tênis"]):
        click_heading(desk, 1)
        assert [page.model.index(row, 1).data() for row in (0, 1)] == expected


def test_a_search_that_fits_nothing_says_so(desk):
    QTest.keyClicks(desk.tab.skus.search, "xyz")
    settle(desk)
    assert desk.tab.skus.found.text() == "No SKU fits this search."
    assert desk.tab.skus.preview.result is None


def test_the_selected_lines_are_copied_and_so_is_each_value(desk):
    table, preview = desk.tab.skus.table, desk.tab.skus.preview
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["101", "106"]
    choose(desk, 0)
    preview.table.setCurrentCell(1, 2)
    QTest.keyClick(preview.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Cotton"
    preview.copy.click()
    assert QGuiApplication.clipboard().text() == "Color\tAzul\nMaterial\tCotton"


def test_one_goes_to_the_row_with_a_click_or_a_key(desk, monkeypatch):
    asked: list[tuple[int, str]] = []
    monkeypatch.setattr(desk.tab.sheet, "go_to_cell", lambda *cell: asked.append(cell))
    QTest.keyClick(desk.tab.skus.table, Qt.Key.Key_Return)
    assert asked == [(5, "AmazonValue")]
    assert (desk.tab.step, desk.tab.view) == ("problems", "sheet")
    desk.tab.go_to("skus")
    desk.settle()
    desk.tab.skus.preview.table.setCurrentCell(1, 0)
    QTest.keyClick(desk.tab.skus.preview.table, Qt.Key.Key_Return)
    assert asked[1:] == [(8, "AmazonValue")]


def test_a_sku_is_shown_whatever_was_searched_before(desk):
    page = desk.tab.skus
    QTest.keyClicks(page.search, "camiseta")
    settle(desk)
    desk.tab.go_to("problems")
    desk.tab.show_sku("104")
    settle(desk)
    assert (desk.tab.step, page.table.current_sku(), page.search.text()) == ("skus", "104", "")
    assert page.preview.result is RESULTS[3]


def test_the_strip_counts_and_leads_to_the_skus_of_a_number(desk):
    strip = desk.tab.strip
    assert strip.isVisible()
    assert strip.words() == "2 ready, 1 of them without Amazon’s values, 2 held up, 1 not sent, 1 not known"
    assert strip.accessibleName() == strip.words()
    strip.numbers["not-sent"].click()
    settle(desk)
    assert shown(desk) == ["105"]
    desk.tab.go_to("files")
    assert not strip.isVisible()


def test_the_strip_goes_with_each_change(desk):
    desk.tab.go_to("problems")
    desk.settle()
    desk.jobs.skus = SkuCounts(StateCounts(6, 4, 0, 1, 0, 1, 0))
    desk.table.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.tab.strip.words() == "4 ready, 1 held up, 1 not sent"


def test_the_strip_shows_early_what_a_change_leads_to_and_takes_it_back_where_it_fails(qtbot, desk):
    desk.tab.go_to("problems")
    desk.settle()
    before = desk.tab.strip.words()
    desk.client.held.add("apply")
    desk.table.setFocus()
    QTest.keyClick(desk.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.client.asked("apply")))
    task = next(task for task in desk.client.tasks if task.request.job == "apply")
    task.counted.emit(SkuCounts(StateCounts(6, 4, 0, 1, 0, 1, 0)))
    assert desk.tab.strip.words() == "4 ready, 1 held up, 1 not sent"
    task.failed.emit(InputError("file-not-writable", file="listo.sqlite3"))
    assert desk.tab.strip.words() == before


def test_what_is_odd_about_the_exports_is_told_on_demand(qtbot, desk):
    assert not desk.tab.skus.remarks.isVisible()
    notes = (Note("product-without-skus", times=3), Note("sku-replaced", "<b>101</b>"))
    other = Desk(qtbot, FakeJobs(kinds(1), skus=COUNTS, results=RESULTS, notes=notes))
    other.open()
    other.tab.go_to("skus")
    other.settle()
    assert other.tab.skus.remarks.text() == "2 remark(s)"
    box = other.tab.skus.show_remarks()
    assert box.text().splitlines() == [
        "3 rows of the export of products name no SKU.",
        "",
        "SKU <b>101</b> stands in the exports more than once with different contents; the last one counts.",
    ]
    assert box.textFormat() == Qt.TextFormat.PlainText


def test_without_an_export_the_strip_and_the_page_say_which_file_would_show_it(qtbot):
    desk = Desk(qtbot, FakeJobs(kinds(1)))
    desk.open()
    desk.tab.go_to("skus")
    desk.settle()
    assert "export of products and SKUs" in desk.tab.strip.words()
    assert "export of products and SKUs" in desk.tab.skus.lacking.text()
    assert not desk.client.asked("sku_page")
    desk.tab.skus.add.click()
    assert desk.tab.step == "files"


def test_many_skus_are_judged_after_the_sheet_is_there(qtbot):
    desk = Desk(qtbot, FakeJobs(kinds(1), skus=SkuCounts(is_due=True), judged=COUNTS, results=RESULTS))
    desk.client.held.add("judge_skus")
    desk.tab.open_files([Path("/x/mapping.xlsx")])
    qtbot.waitUntil(lambda: bool(desk.client.asked("judge_skus")))
    desk.tab.go_to("skus")
    assert desk.tab.strip.words() == "Counting your SKUs…"
    assert not desk.tab.skus.add.isVisible()
    desk.client.held.clear()
    task = next(task for task in desk.client.tasks if task.request.job == "judge_skus")
    task.succeeded.emit(desk.jobs.judge_skus())
    qtbot.waitUntil(lambda: bool(shown(desk)))
    assert shown(desk) == FIRST_TO_DO
    assert desk.tab.strip.words().startswith("2 ready")


def test_the_kinds_say_how_many_skus_they_unlock(qtbot):
    class Unlocking(FakeJobs):
        def _group(self, kind):
            group = super()._group(kind)
            unlock = Unlock(9, 5, 5) if kind.code == "kind-0" else Unlock(4, 0, 7)
            return group and replace(group, unlock=unlock)

    desk = Desk(qtbot, Unlocking(kinds(2), skus=COUNTS))
    desk.work()
    model = desk.tab.issue_types
    assert [model.unlock_words(item.group) for item in model.items] == [
        "+5 SKU(s)",
        "4 SKU(s), with other kinds",
    ]
    assert desk.section.heading.unlock.text() == "+5 SKU(s)"
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "as far as is known now" in spoken


def test_the_widths_follow_the_words_of_another_language(desk, qtbot):
    spoken, model, table = WindowLanguage("en", desk.tab), desk.tab.skus.model, desk.tab.skus.table
    for language in LANGUAGES:
        spoken.set_language(language)
        desk.tab.set_texts(FakeTexts(language))
        desk.settle()
        said = max((model.index(row, SkusColumn.STATE).data() for row in range(model.rowCount())), key=len)
        room = table.columnWidth(SkusColumn.STATE)
        assert room >= table.fontMetrics().horizontalAdvance(said) + 16 + 8 + 9, language
        assert cut_headings(table) == ""
    spoken.set_language("en")


# What Product Publication asks of titles


class Kept(dict):
    """A window's state that lasts as long as the test."""

    def get_state(self, key, default=None):
        return self.get(key, default)

    def set_state(self, key, value):
        self[key] = value


@pytest.mark.parametrize(("page", "is_told"), [("product-publication", True), ("amazon-listing", False)])
def test_a_title_without_its_brand_is_told_beside_the_sku_for_one_page_alone(qtbot, page, is_told):
    state = Kept()
    state.set_state("admin-page", page)
    desk = Desk(qtbot, FakeJobs(kinds(2), skus=COUNTS, results=RESULTS, brand_not_first="Listo"), state)
    desk.open()
    desk.tab.go_to("skus")
    desk.settle()
    choose(desk, 0)
    remark = desk.tab.skus.preview.remark
    assert remark.isVisible() is is_told
    assert ("“Listo”" in remark.text()) is is_told
    assert desk.client.asked("sku_notes") == [{"page": page}]


def test_the_page_that_is_said_elsewhere_is_followed_when_the_skus_are_shown_again(qtbot):
    state = Kept()
    desk = Desk(qtbot, FakeJobs(kinds(2), skus=COUNTS, results=RESULTS, brand_not_first="Listo"), state)
    desk.open()
    desk.tab.go_to("skus")
    desk.settle()
    choose(desk, 0)
    assert not desk.tab.skus.preview.remark.isVisible()
    desk.tab.go_to("problems")
    state.set_state("admin-page", "product-publication")
    desk.tab.go_to("skus")
    desk.settle()
    assert desk.tab.skus.preview.remark.isVisible()
    assert desk.client.asked("sku_notes")[-1] == {"page": "product-publication"}
