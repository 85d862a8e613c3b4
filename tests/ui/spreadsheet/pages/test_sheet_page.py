"""The whole sheet with marks: its rows, what is said of a cell, the way from one problem to the next."""

from __future__ import annotations

from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk import Desk
from fake_worker import FakeJobs, FakeKind
from listo.core.edits.history import Edit
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import LANGUAGES
from listo.core.worker.results import ALL_ROWS
from listo.ui import style
from listo.ui.language import WindowLanguage
from listo.ui.spreadsheet.tables.sheet_table import ColumnFilterCard, SheetDelegate, SheetModel, SheetRole
from listo.ui.spreadsheet.tables.table_edits import CellEditor
from listo.ui.spreadsheet.tables.table_parts import FIRST_CELL
from window_looks import cut_headings


class SheetDesk(Desk):
    """A desk with the whole sheet in view."""

    @property
    def sheet(self):
        return self.tab.sheet

    def here(self) -> tuple[int, str] | None:
        return self.sheet.current_cell()

    def key(self, key, held=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.sheet.table, key, held)
        self.settle()


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    kinds = [
        FakeKind("blank", "error", "AmazonValue", (17, 900)),
        FakeKind("case", "warning", "Type", (17, 40), ()),
    ]
    desk = SheetDesk(qtbot, FakeJobs(kinds))
    desk.work()
    desk.tab.problems.switch.sheet.click()
    desk.settle()
    return desk


def test_the_switch_shows_the_cell_of_the_problem_at_hand(desk):
    assert desk.sheet.isVisible()
    assert desk.here() == (17, "AmazonValue")
    assert desk.sheet.table.hasFocus()
    assert desk.sheet.model.rowCount() == 1234
    assert "does not take" in desk.sheet.message.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_smallest_window_every_column_is_in_sight(qtbot, qapp, language):
    style.apply(qapp, dark=False)
    desk = SheetDesk(qtbot, FakeJobs([FakeKind("blank", "error", "AmazonValue", (17,))], rows=36))
    spoken = WindowLanguage(language, desk.tab)
    desk.tab.resize(900, 552)
    desk.work()
    desk.tab.problems.switch.sheet.click()
    desk.settle()
    table = desk.sheet.table
    assert table.verticalScrollBar().maximum() > 0
    letter = table.fontMetrics().averageCharWidth()  # whatever font there is
    assert table.horizontalScrollBar().maximum() < letter
    assert cut_headings(table) == ""
    spoken.set_language("en")


def test_the_widths_follow_the_words_of_another_language_unless_a_person_gave_them(desk, monkeypatch):
    table = desk.sheet.table
    monkeypatch.setattr(SheetModel, "tr", lambda _model, _words: "Excel's number of the row")
    table.retranslate()
    assert cut_headings(table) == ""
    table.setColumnWidth(1, 333)
    table.retranslate()
    assert table.columnWidth(1) == 333


def test_what_is_said_of_a_cell_is_cut_with_dots_and_whole_in_the_tip(desk):
    message, long = desk.sheet.message, "Words of a sentence that says what is wrong. " * 12
    message.say(long)
    lines = message.text().splitlines()
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert message.toolTip() == message.accessibleName() == long
    desk.tab.resize(900, 552)
    desk.settle()
    assert len(message.text().splitlines()) == 3
    message.say("Short.")
    assert (message.text(), message.toolTip()) == ("Short.", "")


def test_where_no_problem_is_in_the_rows_f8_says_so(qtbot, qapp):
    desk = SheetDesk(qtbot, FakeJobs([FakeKind("sku", "error", None, (None,))], rows=36))
    desk.work()
    desk.tab.navigation.show_in_sheet()
    desk.settle()
    assert desk.sheet.message.text() == ""
    desk.sheet.find_next(1)
    desk.settle()
    assert "None of the problems" in desk.sheet.message.text()
    desk.sheet.table.go_to(3, "Type")
    assert desk.sheet.message.text() == ""


def test_f8_goes_from_problem_to_problem_and_shift_f8_back(desk):
    seen = []
    for _ in range(2):
        desk.key(Qt.Key.Key_F8)
        seen.append(desk.here())
    assert seen == [(40, "Type"), (900, "AmazonValue")]
    desk.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert desk.here() == (40, "Type")


def test_rows_far_away_come_when_they_are_gone_to(desk):
    desk.sheet.table.go_to(1000, "Type")
    desk.qtbot.waitUntil(lambda: desk.sheet.model.peek(1000) is not None)
    assert desk.sheet.table.current_row().row == 1002


def test_only_one_kind_is_listed_and_what_is_mended_leaves_the_list(desk):
    place = next(i for i in range(desk.sheet.filter.count()) if desk.sheet.filter.itemData(i) == "case")
    desk.sheet.filter.activated.emit(place)
    desk.settle()
    assert [desk.sheet.model.peek(row).row for row in range(desk.sheet.model.rowCount())] == [17, 40]
    desk.sheet.model.editRequested.emit(Edit(17, "Type", "Variation"))
    desk.settle()
    assert [desk.sheet.model.peek(row).row for row in range(desk.sheet.model.rowCount())] == [40]


def test_a_kind_of_the_sidebar_filters_the_sheet(desk):
    desk.tab.sidebar.issueTypeChosen.emit("case")
    desk.settle()
    assert desk.sheet.filter.currentData() == "case"
    assert desk.sheet.model.rowCount() == 2


def test_a_cell_is_edited_where_it_stands(desk):
    QTest.keyClick(desk.sheet.table, Qt.Key.Key_F2)
    editor = desk.sheet.table.findChild(CellEditor)
    assert editor.values() == ["Blue"]
    editor.setText("Teal")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.client.asked("apply")))
    desk.settle()
    assert desk.client.asked("apply") == [{"edits": (Edit(17, "AmazonValue", "Teal"),)}]
    index = desk.sheet.model.index(15, FIRST_CELL + COLUMNS.index("AmazonValue"))
    assert index.data() == "Teal"
    assert index.data(SheetRole.CHANGED)
    assert desk.here() == (17, "AmazonValue")


def test_the_suggestion_is_one_press_away_and_delete_empties(desk):
    assert desk.sheet.use.text() == "Use “Blue”"
    desk.sheet.use.click()
    desk.settle()
    desk.sheet.table.go_to(3, "VTEXValue")
    desk.key(Qt.Key.Key_Delete)
    assert [call["edits"] for call in desk.client.asked("apply")] == [
        (Edit(17, "AmazonValue", "Blue"),),
        (Edit(5, "VTEXValue", ""),),
    ]


def test_back_to_the_kind_of_the_cell_at_its_row(desk):
    desk.key(Qt.Key.Key_F8)
    desk.sheet.show_issue_type.click()
    desk.settle()
    assert desk.tab.problems.isVisible()
    assert desk.tab.problems.code == "case"
    assert desk.current_row() == 40


def test_f6_changes_between_the_views(desk):
    desk.key(Qt.Key.Key_F6)
    assert desk.tab.problems.isVisible()
    QTest.keyClick(desk.table, Qt.Key.Key_F6)
    desk.settle()
    assert desk.sheet.isVisible()


def test_what_is_wrong_is_spoken(desk):
    index = desk.sheet.model.index(15, FIRST_CELL + COLUMNS.index("AmazonValue"))
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("AmazonValue: Azul")
    assert "does not take" in spoken
    assert "does not take" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_undo_stays_in_the_sheet(desk):
    desk.sheet.use.click()
    desk.settle()
    desk.sheet.history.undo.click()
    desk.settle()
    assert desk.sheet.isVisible()
    QApplication.processEvents()
    assert "does not take" in desk.sheet.message.text()


# ---------------------------------------------------------------- a sheet as in Excel

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def rows_shown(desk) -> list[int]:
    desk.settle()
    found = map(desk.sheet.model.peek, range(desk.sheet.model.rowCount()))
    return [row.row for row in found if row]


def open_filter(desk, column: str) -> ColumnFilterCard:
    desk.sheet.table.go_to(0, column)
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    return next(card for card in desk.sheet.findChildren(ColumnFilterCard) if card.isVisible())


def test_the_search_has_the_room_that_nothing_else_needs(desk):
    desk.tab.resize(900, 600)
    desk.settle()
    search, below = desk.sheet.search, desk.sheet.table.width()
    shared = below - desk.sheet.count.width() - desk.sheet.filter.width()
    assert search.width() >= min(shared - 40, search.maximumWidth())


def test_what_is_typed_is_searched_in_all_columns_and_any_case(desk):
    desk.sheet.model.editRequested.emit(Edit(5, "VTEXSpecification", "Âmbar"))
    desk.settle()
    QTest.keyClicks(desk.sheet.search, "AMBAR")
    desk.qtbot.waitUntil(lambda: rows_shown(desk) == [5])
    assert desk.sheet.count.text().startswith("1 of 1,234")
    desk.sheet.clear.click()
    desk.settle()
    assert desk.sheet.model.rowCount() == 1234
    assert desk.sheet.search.text() == ""
    assert desk.sheet.clear.isHidden()


def test_a_column_is_filtered_by_its_values_with_the_keyboard_alone(desk):
    for row, text in ((3, "Rosa"), (4, "Verde")):
        desk.sheet.model.editRequested.emit(Edit(row, "VTEXValue", text))
        desk.settle()
    card = open_filter(desk, "VTEXValue")
    desk.settle()
    assert [card.values.item(row).text() for row in range(3)] == ["Azul   1,232", "Rosa   1", "Verde   1"]
    card.none.click()
    card.values.item(1).setCheckState(Qt.CheckState.Checked)
    QTest.keyClick(card.values, Qt.Key.Key_Return)
    assert rows_shown(desk) == [3]
    card = open_filter(desk, "VTEXValue")
    desk.settle()
    QTest.keyClicks(card.search, "ver")
    QTest.keyClick(card.search, Qt.Key.Key_Return)
    assert rows_shown(desk) == [4]
    card = open_filter(desk, "VTEXValue")
    card.clear.click()
    desk.settle()
    assert desk.sheet.model.rowCount() == 1234


def test_a_column_is_sorted_by_the_arrow_in_its_heading_and_once_more_as_it_was(desk):
    desk.sheet.model.editRequested.emit(Edit(900, "VTEXValue", "Zebra"))
    desk.settle()
    header = desk.sheet.table.header
    column = FIRST_CELL + COLUMNS.index("VTEXValue")
    right = header.sectionViewportPosition(column) + header.sectionSize(column)
    for first in (900, 2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right - 9, 20))
        card = next(card for card in desk.sheet.findChildren(ColumnFilterCard) if card.isVisible())
        card.down.click()
        assert rows_shown(desk)[0] == first
    assert desk.sheet.model.rows == ALL_ROWS


def test_a_block_is_copied_pasted_filled_down_and_emptied(desk):
    clipboard = QApplication.clipboard()
    desk.sheet.table.go_to(0, "VTEXValue")
    desk.key(Qt.Key.Key_Right, SHIFT)
    desk.key(Qt.Key.Key_Down, SHIFT)
    desk.key(Qt.Key.Key_C, CONTROL)
    assert clipboard.text() == "Azul\tAzul\nAzul\tAzul\n"
    clipboard.setText("um\tone\r\ndois\ttwo\r\n")
    desk.key(Qt.Key.Key_V, CONTROL)
    assert desk.jobs.edited[3, "AmazonValue"] == "two"
    assert len(desk.jobs.past) == 1
    desk.key(Qt.Key.Key_D, CONTROL)
    assert desk.jobs.edited[3, "AmazonValue"] == "one"
    desk.key(Qt.Key.Key_X, CONTROL)
    assert clipboard.text() == "um\tone\num\tone\n"
    assert desk.jobs.edited[2, "VTEXValue"] == ""
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.jobs.edited[2, "VTEXValue"] == "um"


def test_a_row_and_a_column_are_selected_as_a_whole(desk):
    desk.sheet.table.go_to(4, "Type")
    desk.key(Qt.Key.Key_Space, SHIFT)
    block = desk.sheet.table.block()
    assert (block.top, block.bottom, block.left, block.right) == (4, 4, 0, 6)
    desk.sheet.table.go_to(4, "Type")
    desk.key(Qt.Key.Key_Space, CONTROL)
    block = desk.sheet.table.block()
    assert (block.top, block.bottom, block.left, block.right) == (0, 1233, 2, 2)
    desk.sheet.table.go_to(4, "")
    block = desk.sheet.table.block()
    assert (block.top, block.left, block.right) == (4, 0, 6)


class Kept(dict):
    """A window's state that lasts as long as the test."""

    def get_state(self, key, default=None):
        return self.get(key, default)

    def set_state(self, key, value):
        self[key] = value


def test_the_widths_that_a_person_gave_are_kept(desk, qtbot):
    table, state = desk.sheet.table, Kept()
    table._state = state
    table.setColumnWidth(3, 222)
    desk.qtbot.waitUntil(lambda: bool(state))
    table.forget_widths()
    table.setColumnWidth(3, 90)
    table._fit_once()
    assert table.columnWidth(3) == 222
    table.fit_again()
    assert table.columnWidth(3) != 222
    assert state["sheet-widths"] is None


class CountingDelegate(SheetDelegate):
    """Keeps in mind which rows are drawn."""

    drawn: ClassVar[set[int]] = set()

    def paint(self, painter, option, index):
        self.drawn.add(index.row())
        super().paint(painter, option, index)


def test_a_row_further_draws_the_rows_that_come_and_no_others(desk):
    table, drawn = desk.sheet.table, CountingDelegate.drawn
    table.setItemDelegate(CountingDelegate(desk.tab.work, table))
    table.scrollToTop()
    desk.qtbot.waitUntil(lambda: 0 in drawn)
    in_sight, bar = len(drawn), table.verticalScrollBar()

    def drew_few() -> bool:  # not at first, where the page has just come
        drawn.clear()
        bar.setValue(bar.value() + 1)
        QApplication.processEvents()
        return 0 < len(drawn) < in_sight // 2

    desk.qtbot.waitUntil(drew_few)


def test_a_letter_typed_where_nothing_can_be_typed_asks_no_row_for_its_text(desk):
    model = desk.sheet.model
    first = model.index(0, FIRST_CELL)
    assert str(first.data()).startswith("2")
    assert model.match(first, Qt.ItemDataRole.DisplayRole, "2") == []
