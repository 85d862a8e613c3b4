"""The tab with a runner that answers at once: what is asked of the worker, and what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from desk import MAPPING, Desk
from fake_worker import FakeJobs, FakeKind, FakeTexts, kinds
from listo.core.edits.history import Edit
from listo.core.errors import InputError
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import CrashError
from listo.ui import style
from listo.ui.spreadsheet.pages.file_card import FileCardView
from listo.ui.spreadsheet.tables.problems_model import SUGGESTION_COLUMN
from listo.ui.spreadsheet.tables.problems_table import share
from listo.ui.spreadsheet.tables.table_layout import visible_whitespace


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    skipped = (("a", "amazon-values"), ("b", "amazon-values"), ("c", "vtex-products"))
    return Desk(qtbot, FakeJobs(kinds(3), skipped=skipped))


def test_the_tab_invites_and_only_files_is_open(desk):
    assert not desk.tab.files.go_on.isVisible()
    assert [state.open for state in desk.tab.sidebar.steps.model().rows] == [
        True,
        False,
        False,
        False,
        False,
        False,
    ]
    desk.tab.go_to("save")
    assert desk.tab.step == "files"


def test_each_file_becomes_a_card_and_a_bad_one_says_why_and_can_be_taken_out(desk):
    desk.open("amazon-values.xlsm", "notes.pdf")
    cards = desk.tab.files.findChildren(FileCardView)
    assert [card.card.path.name for card in cards] == ["mapping.xlsx", "amazon-values.xlsm", "notes.pdf"]
    words = [label.text() for label in cards[2].findChildren(QLabel)]
    assert any("is not a spreadsheet" in word for word in words)
    cards[2].findChild(QPushButton).click()
    desk.settle()
    assert desk.runner.jobs("remove") == [{"path": Path("/x/notes.pdf")}]
    assert len(desk.tab.overview.files) == 2


def test_it_tells_when_a_sheet_is_open(desk):
    with desk.qtbot.waitSignal(desk.tab.opened):
        desk.tab.open_files([MAPPING])


def test_after_opening_enter_goes_to_the_problems(desk):
    desk.open()
    assert desk.tab.files.go_on.isVisible()
    desk.tab.files.go_on.click()
    assert desk.tab.step == "problems"


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


def test_enter_uses_the_suggestion_and_the_next_problem_has_the_keyboard(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    assert desk.runner.jobs("apply") == [{"edits": (Edit(17, "AmazonValue", "Blue"),)}]
    assert desk.count() == 11
    assert desk.current_row() == 18
    assert desk.table.hasFocus()


def test_entering_quickly_never_uses_a_row_twice(desk):
    desk.work()
    for _ in range(3):
        QTest.keyClick(desk.table, Qt.Key.Key_Return)
    desk.settle()
    assert [arguments["edits"][0].row for arguments in desk.runner.jobs("apply")] == [17, 18, 19]
    assert desk.count() == 9


def test_the_button_in_the_row_works_with_the_mouse(desk):
    desk.work()
    index = desk.tab.problems.model.index(2, SUGGESTION_COLUMN)
    cell = desk.table.visualRect(index)
    place = desk.table.delegate.use_area(cell, desk.tab.problems.model.peek(2)).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
    assert desk.runner.jobs("apply") == [{"edits": (Edit(19, "AmazonValue", "Blue"),)}]


def test_a_click_beside_the_button_changes_nothing(desk):
    desk.work()
    cell = desk.table.visualRect(desk.tab.problems.model.index(2, SUGGESTION_COLUMN))
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(4, 4))
    assert desk.runner.jobs("apply") == []


def test_the_other_suggestions_are_in_a_menu(desk):
    desk.work()
    menu = desk.table.choice_menu(0)
    assert [action.text() for action in menu.actions()[:3]] == ["Blue", "Light Blue", "Navy"]
    menu.actions()[2].trigger()
    desk.settle()
    assert desk.runner.jobs("apply") == [{"edits": (Edit(17, "AmazonValue", "Navy"),)}]


def test_f2_edits_the_cell_concerned_by_hand(desk):
    desk.work()
    QTest.keyClick(desk.table, Qt.Key.Key_F2)
    editor = desk.table.findChild(QLineEdit)
    editor.setText("Teal")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.runner.jobs("apply")))
    desk.settle()
    assert desk.runner.jobs("apply") == [{"edits": (Edit(17, "AmazonValue", "Teal"),)}]
    assert desk.current_row() == 18


def test_control_enter_in_the_editor_is_for_all_alike(desk):
    desk.work()
    QTest.keyClick(desk.table, Qt.Key.Key_F2)
    editor = desk.table.findChild(QLineEdit)
    editor.setText("Teal")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.runner.jobs("apply_alike") == [{"row": 17, "column": "AmazonValue", "text": "Teal"}]
    assert desk.runner.jobs("apply") == []


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
    assert desk.runner.jobs("apply_suggestions") == [{"code": "kind-1"}]


def test_several_selected_rows_are_mended_together(desk):
    desk.work()
    QTest.keyClick(desk.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(desk.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.tab.problems.bar.use_alike.text() == "Use for the 3 selected"
    desk.press(Qt.Key.Key_Return)
    call = {"code": "kind-0", "places": ((0, 2),), "text": None, "revision": 0}
    assert desk.runner.jobs("apply_chosen") == [call]
    assert desk.count() == 9
    assert desk.table.chosen_count() == 1


def test_what_is_typed_is_for_all_selected_rows(desk):
    desk.work()
    QTest.keyClick(desk.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk.table, Qt.Key.Key_F2)
    editor = desk.table.findChild(QLineEdit)
    editor.setText("Teal")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.runner.jobs("apply_chosen")))
    desk.settle()
    assert desk.runner.jobs("apply_chosen")[0]["text"] == "Teal"
    assert desk.count() == 0


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


def test_undo_goes_to_the_kind_that_it_brings_back(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.tab.problems.show_issue_type("kind-2")
    desk.settle()
    desk.tab.work.undo()
    desk.settle()
    assert desk.tab.problems.code == "kind-0"


def test_kinds_are_walked_with_the_keyboard(desk):
    desk.work()
    desk.qtbot.waitUntil(lambda: desk.tab.isActiveWindow())
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
    assert desk.runner.jobs("revert") == [{"cells": ((17, "AmazonValue"),)}]
    assert desk.tab.review.model.rowCount() == 1


def test_saving_proposes_a_name_and_shows_where_it_is(desk, tmp_path):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.tab.go_to("save")
    desk.tab.save.save.click()
    desk.settle()
    dialog = desk.tab.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("mapping-corrected.xlsx")
    dialog.fileSelected.emit(str(tmp_path / "copy.xlsx"))
    dialog.close()
    desk.settle()
    assert desk.runner.jobs("save") == [{"target": tmp_path / "copy.xlsx", "overwrite": False}]
    assert str(tmp_path) in desk.tab.save.saved_to.text()
    assert desk.tab.save.go_on.isVisible()


def test_a_copy_that_lacks_the_latest_changes_says_so(desk, tmp_path):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.tab.save.save_to(tmp_path / "copy.xlsx", overwrite=False)
    desk.settle()
    assert desk.tab.save.is_up_to_date()
    desk.tab.go_to("problems")
    desk.settle()
    desk.press(Qt.Key.Key_Return)
    assert not desk.tab.save.is_up_to_date()
    assert "latest" in desk.tab.save.saved_to.text()
    desk.tab.save.save_to(tmp_path / "copy.xlsx", overwrite=True)
    desk.settle()
    assert desk.tab.save.is_up_to_date()


def test_over_the_original_is_refused_with_a_sentence(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.tab.save.save_to(MAPPING, overwrite=True)
    desk.settle()
    assert "never changes" in desk.tab.banner.text()
    assert desk.tab.banner.isVisible()


def test_a_name_that_is_taken_is_asked_about(desk, tmp_path):
    (tmp_path / "copy.xlsx").write_bytes(b"mine")
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.tab.go_to("save")
    desk.tab.save.save_to(tmp_path / "copy.xlsx", overwrite=False)
    desk.settle()
    box = desk.tab.findChild(QMessageBox)
    replace = next(button for button in box.buttons() if button.text() == "Replace")
    replace.click()
    desk.settle()
    assert desk.runner.jobs("save")[-1] == {"target": tmp_path / "copy.xlsx", "overwrite": True}
    assert desk.tab.overview.saved_to == tmp_path / "copy.xlsx"


def test_an_edit_that_fails_leaves_the_row_to_be_tried_again(desk):
    desk.work()
    desk.runner.errors["apply"] = InputError("file-changed-while-reading", file="mapping.xlsx")
    desk.press(Qt.Key.Key_Return)
    assert "mapping.xlsx" in desk.tab.banner.text()
    desk.table.go_to(0)
    desk.press(Qt.Key.Key_Return)
    assert desk.count() == 11
    assert desk.tab.banner.text() == ""


def test_after_a_crash_the_work_is_opened_again(desk):
    desk.work()
    desk.runner.errors["apply"] = CrashError("died", "exit status 9")
    desk.press(Qt.Key.Key_Return)
    assert desk.runner.jobs("resume") == [{"session": 1}]
    assert "back" in desk.tab.banner.text()


def test_a_second_crash_in_a_row_is_not_tried_again(desk):
    desk.work()
    desk.runner.errors.update(apply=CrashError("died", ""), resume=CrashError("died", ""))
    desk.press(Qt.Key.Key_Return)
    assert len(desk.runner.jobs("resume")) == 1
    assert "Recent" in desk.tab.banner.text()


def test_opening_shows_progress_and_can_be_cancelled(desk):
    desk.runner.held.add("open")
    desk.tab.open_files([MAPPING])
    task = desk.runner.tasks[-1]
    task.progressed.emit("reading", 12_000, 100_000)
    busy = desk.tab.files.zone.busy
    desk.qtbot.waitUntil(busy.isVisible)
    assert "12,000" in busy.words.text()
    with desk.qtbot.waitSignal(desk.tab.noticeRequested):
        busy.cancel.click()
    assert task.was_cancelled
    assert not busy.isVisible()
    assert desk.tab.overview is None


def test_the_language_changes_at_once(desk):
    desk.work()
    desk.tab.set_texts(FakeTexts("pt"))
    QApplication.sendEvent(desk.tab, QEvent(QEvent.Type.LanguageChange))
    assert desk.tab.problems.heading.badge.text() != "Stops the product"


def test_a_tab_that_goes_away_hears_no_more(desk, qtbot):
    desk.open()
    desk.runner.held.add("undo")
    task = desk.runner.start(Jobs.undo)
    assert desk.tab.work.jobs() == []
    task.succeeded.emit(desk.workspace.overview())


def test_a_check_that_another_tab_asks_for_is_shown_at_the_row_in_question(qtbot, qapp):
    desk = Desk(qtbot, FakeJobs(kinds(3)))
    desk.open()
    desk.tab.show_checks(("no-such", "kind-1"), {"specification": "cor"})
    desk.settle()
    assert (desk.tab.step, desk.tab.problems.code) == ("problems", "kind-1")
    assert desk.current_row() == 18


def test_a_check_asked_for_before_there_is_a_file_is_shown_once_there_is_one(desk):
    desk.tab.show_checks(("kind-2",), {})
    assert desk.tab.step == "files"
    desk.open()
    desk.settle()
    assert (desk.tab.step, desk.tab.problems.code) == ("problems", "kind-2")


def test_a_check_that_found_nothing_says_so(desk):
    desk.open()
    with desk.qtbot.waitSignal(desk.tab.noticeRequested) as said:
        desk.tab.show_checks(("no-such",), {})
    assert "no problem" in said.args[0]


def test_work_that_the_runner_opened_again_is_drawn_anew(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.workspace.revision = 0
    desk.runner.resumed.emit(desk.workspace.overview())
    desk.settle()
    assert desk.tab.problems.model.revision == 0
    assert desk.tab.problems.model.rowCount() == 11


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Blue", "Blue"),
        (" Blue", "␣Blue"),
        ("Blue  Sky ", "Blue␣␣Sky␣"),
        ("a\u00a0b", "a␣b"),
        ("a\u200bb", "a¦b"),
    ],
)
def test_wrong_blanks_are_seen(text, seen):
    assert visible_whitespace(text) == seen


def test_widths_are_shared_and_the_cell_concerned_is_never_cut():
    assert share({1: 100, 2: 100}, {1: 72, 2: 72}, 1, 400) == {1: 100, 2: 100}
    assert share({1: 100, 2: 172, 4: 172}, {1: 72, 2: 72, 4: 72}, 1, 344) == {1: 100, 2: 122, 4: 122}


def test_where_there_is_no_room_the_least_telling_columns_go():
    wanted, least = dict.fromkeys(range(1, 8), 100), dict.fromkeys(range(1, 8), 72)
    assert set(share(wanted, least, 7, 460)) == {1, 2, 4, 5, 6, 7}
    assert set(share(wanted, least, 3, 200)) == {3, 7}
    assert share(wanted, least, 3, 200)[3] == 100
