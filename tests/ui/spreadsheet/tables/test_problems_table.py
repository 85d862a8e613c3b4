"""The table of problems: its keys, its buttons, and the widths of its columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desk import Desk
from fake_worker import FakeJobs, FakeKind, kinds
from listo.core.edits.history import Edit
from listo.core.texts import LANGUAGES, Texts
from listo.ui import style
from listo.ui.language import WindowLanguage
from listo.ui.spreadsheet.tables.problems_model import OF_A_LIST, SUGGESTION_COLUMN, TO_LEAVE
from listo.ui.spreadsheet.tables.problems_table import _PAD, share
from listo.ui.spreadsheet.tables.table_parts import bold_metrics
from window_looks import cut_headings


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    skipped = (("a", "amazon-values"), ("b", "amazon-values"), ("c", "vtex-products"))
    return Desk(qtbot, FakeJobs(kinds(3), skipped=skipped))


def test_enter_uses_the_suggestion_and_the_next_problem_has_the_keyboard(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    assert desk.client.asked("apply") == [{"edits": (Edit(17, "AmazonValue", "Blue"),)}]
    assert desk.count() == 11
    assert desk.current_row() == 18
    assert desk.table.hasFocus()


def test_entering_quickly_never_uses_a_row_twice(desk):
    desk.work()
    for _ in range(3):
        QTest.keyClick(desk.table, Qt.Key.Key_Return)
    desk.settle()
    assert [arguments["edits"][0].row for arguments in desk.client.asked("apply")] == [17, 18, 19]
    assert desk.count() == 9


def test_the_button_in_the_row_works_with_the_mouse(desk):
    desk.work()
    index = desk.section.model.index(2, SUGGESTION_COLUMN)
    cell = desk.table.visualRect(index)
    place = desk.table.delegate.use_area(cell, desk.section.model.peek(2)).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
    assert desk.client.asked("apply") == [{"edits": (Edit(19, "AmazonValue", "Blue"),)}]


def test_a_click_beside_the_button_changes_nothing(desk):
    desk.work()
    cell = desk.table.visualRect(desk.section.model.index(2, SUGGESTION_COLUMN))
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(4, 4))
    assert desk.client.asked("apply") == []


def test_the_other_suggestions_are_in_a_menu(desk):
    desk.work()
    menu = desk.table.choice_menu(0)
    assert [action.text() for action in menu.actions()[:3]] == ["Blue", "Light Blue", "Navy"]
    menu.actions()[2].trigger()
    desk.settle()
    assert desk.client.asked("apply") == [{"edits": (Edit(17, "AmazonValue", "Navy"),)}]


def test_f2_edits_the_cell_concerned_by_hand(desk):
    desk.work()
    QTest.keyClick(desk.table, Qt.Key.Key_F2)
    editor = desk.table.findChild(QLineEdit)
    editor.setText("Teal")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.client.asked("apply")))
    desk.settle()
    assert desk.client.asked("apply") == [{"edits": (Edit(17, "AmazonValue", "Teal"),)}]
    assert desk.current_row() == 18


def test_enter_edits_where_nothing_is_suggested_and_changes_nothing_by_itself(qtbot, qapp):
    desk = Desk(qtbot, FakeJobs([FakeKind("cell-date", rows=(17, 18), suggestions=())]))
    desk.work()
    desk.press(Qt.Key.Key_Return)
    editor = desk.table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.settle()
    assert desk.client.asked("apply") == []
    assert desk.current_row() == 17


def test_f8_goes_on_also_from_a_cell_that_is_edited(qtbot, qapp):
    jobs = FakeJobs([FakeKind(f"kind-{n}", rows=(17 + n,), suggestions=()) for n in range(2)])
    desk = Desk(qtbot, jobs)
    desk.work()
    desk.press(Qt.Key.Key_Return)
    assert desk.table.findChild(QLineEdit) is not None
    desk.tab.problems.decide(1)
    desk.settle()
    assert desk.tab.problems.code == "kind-1"
    assert desk.table.hasFocus()
    assert desk.client.asked("apply") == []


def test_control_enter_in_the_editor_is_for_all_alike(desk):
    desk.work()
    QTest.keyClick(desk.table, Qt.Key.Key_F2)
    editor = desk.table.findChild(QLineEdit)
    editor.setText("Teal")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.client.asked("apply_alike") == [{"row": 17, "column": "AmazonValue", "text": "Teal"}]
    assert desk.client.asked("apply") == []


def test_several_selected_rows_are_mended_together(desk):
    desk.work()
    QTest.keyClick(desk.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(desk.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.tab.problems.bar.use_alike.text() == "Use for the 3 selected"
    desk.press(Qt.Key.Key_Return)
    call = {"code": "kind-0", "places": ((0, 2),), "text": None, "revision": 0}
    assert desk.client.asked("apply_chosen") == [call]
    assert desk.count() == 9
    assert desk.table.chosen_count() == 1


def test_what_is_typed_is_for_all_selected_rows(desk):
    desk.work()
    QTest.keyClick(desk.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk.table, Qt.Key.Key_F2)
    editor = desk.table.findChild(QLineEdit)
    editor.setText("Teal")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.client.asked("apply_chosen")))
    desk.settle()
    assert desk.client.asked("apply_chosen")[0]["text"] == "Teal"
    assert desk.count() == 0


def test_widths_are_shared_and_the_cell_concerned_is_never_cut():
    assert share({1: 100, 2: 100}, {1: 72, 2: 72}, 1, 400) == {1: 100, 2: 100}
    assert share({1: 100, 2: 172, 4: 172}, {1: 72, 2: 72, 4: 72}, 1, 344) == {1: 100, 2: 122, 4: 122}


def test_where_there_is_no_room_the_least_telling_columns_go():
    wanted, least = dict.fromkeys(range(1, 8), 100), dict.fromkeys(range(1, 8), 72)
    assert set(share(wanted, least, 7, 460)) == {2, 3, 4, 5, 6, 7}
    assert set(share(wanted, least, 3, 200)) == {3, 7}
    assert share(wanted, least, 3, 200)[3] == 100


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("amazon-value-not-accepted", "choose from the list"),
        ("cell-date", "type the right text"),
        ("category-known-defect", ""),
    ],
)
def test_without_a_suggestion_it_says_as_the_fix_does(qtbot, qapp, code, said):
    desk = Desk(qtbot, FakeJobs([FakeKind(code, rows=(17, 18), suggestions=())]))
    desk.work()
    assert desk.table.itemDelegate().by_hand(desk.section.model.first()) == said


def test_what_is_chosen_from_a_list_is_what_the_fixes_say():
    texts = Texts("en")
    fixes = {code: texts.check(code, "fix", count=1) for code in OF_A_LIST}
    assert all(fix.startswith("Choose") for fix in fixes.values()), fixes


def test_what_can_be_left_is_what_the_fixes_say():
    fixes = {code: Texts("en").check(code, "fix", count=1) for code in TO_LEAVE}
    assert all("nothing to do" in fix or "can leave it" in fix for fix in fixes.values()), fixes


def test_the_words_of_an_empty_cell_and_of_one_without_suggestion_are_not_cut(qtbot, qapp, monkeypatch):
    monkeypatch.setattr("fake_worker.cells_of", lambda row, value="": ("703", "", "", "Cor", "Color", "", ""))
    desk = Desk(qtbot, FakeJobs([FakeKind("type-missing", column="Type", rows=(17, 18), suggestions=())]))
    desk.tab.resize(900, 600)
    desk.work()
    advance, model = bold_metrics(desk.table).horizontalAdvance, desk.section.model
    assert model.cell(0).data() == ""
    assert desk.table.columnWidth(model.cell(0).column()) >= advance(desk.table.delegate.empty_words()) + _PAD
    said = desk.table.delegate.by_hand(model.first())
    assert desk.table.delegate.wanted_width(model.first(), "") >= advance(said)


def test_the_widths_follow_the_words_of_another_language(desk):
    spoken = WindowLanguage("en", desk.tab)
    desk.work()
    for language in LANGUAGES:
        spoken.set_language(language)
        QApplication.processEvents()
        problem, delegate = desk.section.model.first(), desk.table.delegate
        assert delegate.span >= delegate.wanted_width(problem, desk.section.model.grade_words(problem))
        assert cut_headings(desk.table) == ""
    spoken.set_language("en")
