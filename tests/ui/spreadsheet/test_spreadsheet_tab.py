"""The tab with a client that answers at once: what is asked of the worker, and what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from desk import MAPPING, Desk
from fake_worker import FakeJobs, FakeTexts, kinds
from listo.core.errors import InputError
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import CrashError
from listo.core.worker.results import ColumnFilter
from listo.ui import style
from listo.ui.spreadsheet.pages.file_card import FileCardView


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
    ]
    desk.tab.go_to("send")
    assert desk.tab.step == "files"


def test_each_file_becomes_a_card_and_a_bad_one_says_why_and_can_be_taken_out(desk):
    desk.open("amazon-values.xlsm", "notes.pdf")
    cards = desk.tab.files.findChildren(FileCardView)
    assert [card.card.path.name for card in cards] == ["mapping.xlsx", "amazon-values.xlsm", "notes.pdf"]
    words = [label.text() for label in cards[2].findChildren(QLabel)]
    assert any("is not a spreadsheet" in word for word in words)
    cards[2].findChild(QPushButton).click()
    desk.settle()
    assert desk.client.asked("remove") == [{"path": Path("/x/notes.pdf")}]
    assert len(desk.tab.overview.files) == 2


def test_it_tells_when_a_sheet_is_open(desk):
    with desk.qtbot.waitSignal(desk.tab.opened):
        desk.tab.open_files([MAPPING])


def test_after_opening_enter_goes_to_the_problems(desk):
    desk.open()
    assert desk.tab.files.go_on.isVisible()
    desk.tab.files.go_on.click()
    assert desk.tab.step == "problems"


def test_undo_goes_to_the_kind_that_it_brings_back(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.tab.problems.show_issue_type("kind-2")
    desk.settle()
    desk.tab.work.undo()
    desk.settle()
    assert desk.tab.problems.code == "kind-0"


def test_an_edit_that_fails_leaves_the_row_to_be_tried_again(desk):
    desk.work()
    desk.client.errors["apply"] = InputError("file-changed-while-reading", file="mapping.xlsx")
    desk.press(Qt.Key.Key_Return)
    assert "mapping.xlsx" in desk.tab.banner.text()
    desk.table.go_to(0)
    desk.press(Qt.Key.Key_Return)
    assert desk.count() == 11
    assert desk.tab.banner.text() == ""


def test_after_a_crash_the_work_is_opened_again(desk):
    desk.work()
    desk.client.errors["apply"] = CrashError("died", "exit status 9")
    desk.press(Qt.Key.Key_Return)
    assert desk.client.asked("resume") == [{"session": 1}]
    assert "back" in desk.tab.banner.text()


def test_a_second_crash_in_a_row_is_not_tried_again(desk):
    desk.work()
    desk.client.errors.update(apply=CrashError("died", ""), resume=CrashError("died", ""))
    desk.press(Qt.Key.Key_Return)
    assert len(desk.client.asked("resume")) == 1
    assert "Recent" in desk.tab.banner.text()


def test_opening_shows_progress_and_can_be_cancelled(desk):
    desk.client.held.add("open")
    desk.tab.open_files([MAPPING])
    task = desk.client.tasks[-1]
    task.progressed.emit("reading", 12_000, 100_000)
    busy = desk.tab.files.zone.busy
    desk.qtbot.waitUntil(busy.isVisible)
    assert "12,000" in busy.words.text()
    with desk.qtbot.waitSignal(desk.tab.noticeRequested):
        busy.cancel.click()
    assert task.was_cancelled
    assert not busy.isVisible()
    assert desk.tab.overview is None


def test_the_key_that_saves_elsewhere_leads_to_where_the_copy_is_saved(desk):
    QTest.keyClick(desk.tab, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.tab.step == "files"  # nothing is there to save yet
    desk.work()
    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.tab.step == "send"


def test_the_language_changes_at_once(desk):
    desk.work()
    desk.tab.set_texts(FakeTexts("pt"))
    QApplication.sendEvent(desk.tab, QEvent(QEvent.Type.LanguageChange))
    assert desk.section.heading.badge.text() != "Stops the product"


def test_a_tab_that_goes_away_hears_no_more(desk, qtbot):
    desk.open()
    desk.client.held.add("undo")
    task = desk.client.start(Jobs.undo)
    assert desk.tab.work.jobs() == []
    task.succeeded.emit(desk.jobs.overview())


def test_another_sheet_begins_with_its_problems_by_kind(desk):
    desk.work()
    desk.tab.navigation.show_in_sheet()
    desk.settle()
    desk.tab.open_files([Path("/x/other.csv")])  # none that is a mapping sheet
    desk.settle()
    assert desk.tab.view == "sheet"
    desk.jobs.files = ()  # the sheet that comes takes the place of the one before
    desk.tab.open_files([Path("/x/mapping-of-another-store.xlsx")])
    desk.settle()
    assert desk.tab.overview.mapping == Path("/x/mapping-of-another-store.xlsx")
    assert (desk.tab.step, desk.tab.view) == ("problems", "issue-types")


def test_before_there_is_a_sheet_it_is_asked_for_with_the_reason(desk):
    with desk.qtbot.waitSignal(desk.tab.noticeRequested) as said:
        desk.tab.show_checks(("kind-1",), {"specification": "Cor"})
    assert said.args[0].startswith("Drop your mapping sheet")
    assert desk.tab.step == "files"


def test_what_an_error_names_is_shown_in_the_sheet_and_no_other_row(qtbot, qapp):
    desk = Desk(qtbot, FakeJobs(kinds(3)))
    desk.open()
    desk.tab.show_checks(("no-such", "kind-1"), {"specification": "Cor"})
    desk.settle()
    assert (desk.tab.step, desk.tab.view) == ("problems", "sheet")
    only = ColumnFilter("VTEXSpecification", values=("Cor",))
    assert desk.tab.sheet.model.rows.filters == (only,)
    assert desk.tab.sheet.current_cell() == (18, "VTEXSpecification")
    assert desk.tab.banner.text() == ""


def test_rows_that_no_check_could_judge_say_which_file_would_tell(qtbot, qapp):
    desk = Desk(qtbot, FakeJobs(kinds(3), skipped=(("kind-1", "vtex-specifications"),)))
    desk.open()
    desk.tab.show_checks(("kind-1",), {"specification": "Cor"})
    desk.settle()
    assert "These rows say “Cor”" in desk.tab.banner.text()
    assert "VTEX’s export of specifications" in desk.tab.banner.text()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    desk.tab.banner.buttons()[0].click()
    assert desk.tab.step == "files"
    desk.tab.findChild(QFileDialog).close()


def test_a_name_that_no_row_says_is_said(desk):
    desk.open()
    with desk.qtbot.waitSignal(desk.tab.noticeRequested) as said:
        desk.tab.show_checks(("kind-1",), {"specification": "Vinho"})
    assert said.args[0] == "No row of your sheet says “Vinho”."


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
    desk.jobs.revision = 0
    desk.client.resumed.emit(desk.jobs.overview())
    desk.settle()
    assert desk.section.model.revision == 0
    assert desk.section.model.rowCount() == 11
