"""The corrected copy: what is said to be in it before there is one, and how it is saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desk import MAPPING, Desk
from fake_worker import FakeClient, FakeJobs, kinds
from listo.core.worker.results import Deletion, Overview
from listo.ui.spreadsheet.pages.output_files import CopySection
from listo.ui.spreadsheet.work import Work


@pytest.fixture
def desk(qtbot: Any) -> Desk:
    return Desk(qtbot, FakeJobs(kinds(2)))


def overview(name: str = "mapping.xlsx", **changes: Any) -> Overview:
    jobs = FakeJobs([])
    jobs.open((Path("/x") / name,))
    return replace(jobs.overview(), **changes)


def section_alone(qtbot: Any) -> CopySection:
    page = CopySection(Work(FakeClient(FakeJobs([]))))
    qtbot.addWidget(page)
    return page


def said(qtbot: Any, **changes: Any) -> str:
    page = section_alone(qtbot)
    page.update_to(overview(**changes))
    assert page.save.isEnabled() == bool(changes.get("changed_cells"))
    return page.sentence.text() + "\n" + (page.lines.text() if page.lines.isVisibleTo(page) else "")


def test_nothing_changed_is_nothing_to_save(qtbot: Any) -> None:
    assert said(qtbot).strip() == "There is nothing to save yet: you have not changed anything."


def test_cells_and_rows_are_counted_apart(qtbot: Any) -> None:
    words = said(qtbot, changed_cells=6, rows_in=2, rows_out=1)
    assert "3 cell(s) changed" in words
    assert "2 row(s) added below the last one" in words
    assert "1 row(s) deleted" in words
    assert words.endswith("Everything else is the same as in your file.")


def test_parts_that_were_damaged_already_are_named_beside_where_the_copy_is(qtbot: Any) -> None:
    page = section_alone(qtbot)
    page.update_to(overview(saved_to=Path("/x/copy.xlsx")))
    assert "damaged" not in page.saved_to.text()
    page.update_to(overview(saved_to=Path("/x/copy.xlsx"), damaged_parts=("xl/media/image1.png",)))
    assert "damaged in the copy too: xl/media/image1.png." in page.saved_to.text()


def test_rows_alone_can_be_saved(qtbot: Any) -> None:
    words = said(qtbot, changed_cells=1, rows_out=1)
    assert "cell" not in words


def test_a_kind_of_file_that_is_not_written_becomes_a_new_workbook(qtbot: Any) -> None:
    words = said(qtbot, name="mapping.xls", changed_cells=1)
    assert "new Excel workbook (.xlsx), because Listo does not write .xls files" in words
    assert "Everything else" not in words


def test_rows_that_are_emptied_are_told_of_with_the_reason(desk: Desk) -> None:
    desk.work()
    desk.jobs.deleted = {17, 18}
    desk.jobs.obstacles = ("formulas", "charts")
    desk.tab.work.changed.emit(desk.jobs.overview())
    assert desk.client.asked("deletion") == []
    desk.tab.go_to("send")
    desk.settle()
    words = desk.tab.send.copy.lines.text()
    assert "2 deleted row(s) stay as empty rows" in words
    assert "formulas and charts" in words
    desk.jobs.obstacles = ()
    desk.tab.work.changed.emit(desk.jobs.overview())
    desk.settle()
    assert "2 row(s) deleted; the rows below move up" in desk.tab.send.copy.lines.text()


def test_what_was_told_of_other_rows_is_not_shown(qtbot: Any) -> None:
    page = section_alone(qtbot)
    page.update_to(overview(changed_cells=1, rows_out=1))
    page.show_deletion(Deletion((4, 5), ("merged",)))
    assert "empty" not in page.lines.text()


def test_saving_proposes_a_name_and_shows_where_it_is(desk, tmp_path):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.tab.go_to("send")
    desk.tab.send.copy.save.click()
    desk.settle()
    dialog = desk.tab.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("mapping-corrected.xlsx")
    dialog.fileSelected.emit(str(tmp_path / "copy.xlsx"))
    dialog.close()
    desk.settle()
    assert desk.client.asked("save") == [{"target": tmp_path / "copy.xlsx", "overwrite": False}]
    assert str(tmp_path) in desk.tab.send.copy.saved_to.text()
    assert desk.tab.send.admin.card.isEnabled()


def test_a_copy_that_lacks_the_latest_changes_says_so(desk, tmp_path):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.tab.send.copy.save_to(tmp_path / "copy.xlsx", overwrite=False)
    desk.settle()
    assert desk.tab.send.copy.is_up_to_date()
    desk.tab.go_to("problems")
    desk.settle()
    desk.press(Qt.Key.Key_Return)
    assert not desk.tab.send.copy.is_up_to_date()
    assert "latest" in desk.tab.send.copy.saved_to.text()
    desk.tab.send.copy.save_to(tmp_path / "copy.xlsx", overwrite=True)
    desk.settle()
    assert desk.tab.send.copy.is_up_to_date()


def test_over_the_original_is_refused_with_a_sentence(desk):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.tab.send.copy.save_to(MAPPING, overwrite=True)
    desk.settle()
    assert "never changes" in desk.tab.banner.text()
    assert desk.tab.banner.isVisible()


def test_a_name_that_is_taken_is_asked_about(desk, tmp_path):
    (tmp_path / "copy.xlsx").write_bytes(b"mine")
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.tab.go_to("send")
    desk.tab.send.copy.save_to(tmp_path / "copy.xlsx", overwrite=False)
    desk.settle()
    box = desk.tab.findChild(QMessageBox)
    replace = next(button for button in box.buttons() if button.text() == "Replace")
    replace.click()
    desk.settle()
    assert desk.client.asked("save")[-1] == {"target": tmp_path / "copy.xlsx", "overwrite": True}
    assert desk.tab.overview.saved_to == tmp_path / "copy.xlsx"
