"""A mapping file that changes on disk, and the place where the person stood."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desk import Desk
from fake_worker import FakeJobs, kinds, replace
from listo.core.edits.history import CellEdit
from listo.core.errors import InputError
from listo.ui import style
from listo.ui.spreadsheet.file_changes import DroppedEditsDialog, FileWatcher


class Kept(dict[str, Any]):
    """What a window keeps."""

    def get_state(self, key: str, default: Any = None) -> Any:
        return self.get(key, default)

    def set_state(self, key: str, value: Any) -> None:
        self[key] = value


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    return Desk(qtbot, FakeJobs(kinds(3)), state=Kept())


@pytest.fixture
def watch(qtbot, tmp_path):
    made = FileWatcher()
    (tmp_path / "mapping.xlsx").write_bytes(b"one")
    made.watch(tmp_path / "mapping.xlsx")
    yield made
    made.watch(None)


def test_a_file_that_is_replaced_is_noticed_each_time(watch, qtbot, tmp_path):
    for text in (b"two two", b"three three three"):
        with qtbot.waitSignal(watch.changed, timeout=10_000):
            (tmp_path / "new").write_bytes(text)
            (tmp_path / "new").replace(tmp_path / "mapping.xlsx")


def test_a_file_that_is_written_in_place_or_away_for_a_while_is_noticed(watch, qtbot, tmp_path):
    with qtbot.waitSignal(watch.changed, timeout=10_000):
        (tmp_path / "mapping.xlsx").write_bytes(b"longer")
    (tmp_path / "mapping.xlsx").unlink()
    with qtbot.waitSignal(watch.changed, timeout=10_000):
        (tmp_path / "mapping.xlsx").write_bytes(b"longer than before")


def test_other_files_of_the_folder_are_no_news(watch, qtbot, tmp_path):
    with qtbot.assertNotEmitted(watch.changed, wait=1500):
        (tmp_path / "other.xlsx").write_bytes(b"x")


def test_the_new_file_is_taken_up_and_what_no_longer_fits_is_listed(desk):
    desk.work()
    desk.workspace.after_reading = {
        "file_changed": True,
        "dropped": (CellEdit(17, "AmazonValue", "Azul", "Blue"),),
    }
    desk.tab.file_changes.say()
    assert [button.text() for button in desk.tab.banner.buttons()] == [
        "Use the new file",
        "Continue with mine",
    ]
    desk.tab.banner.buttons()[0].click()
    desk.settle()
    assert desk.runner.jobs("reload_file") == [{}]
    assert "1 correction" in desk.tab.banner.text()
    desk.tab.banner.buttons()[0].click()
    dialog = desk.tab.findChild(DroppedEditsDialog)
    assert [dialog.table.item(0, column).text() for column in range(4)] == [
        "17",
        "AmazonValue",
        "Azul",
        "Blue",
    ]
    dialog.copy_list.click()
    assert "17\tAmazonValue\tAzul\tBlue" in QGuiApplication.clipboard().text()
    dialog.close_button.click()


def test_going_on_with_mine_only_closes_the_line(desk):
    desk.work()
    desk.tab.file_changes.say()
    desk.tab.banner.buttons()[1].click()
    assert not desk.tab.banner.isVisible()
    assert desk.runner.jobs("reload_file") == []


def test_saving_over_a_changed_original_offers_the_same(desk, tmp_path):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.runner.errors["save"] = InputError("file-changed-while-reading", file="mapping.xlsx")
    desk.tab.save.save_to(tmp_path / "copy.xlsx", overwrite=False)
    desk.settle()
    assert len(desk.tab.banner.buttons()) == 2


def test_the_place_is_told_and_gone_to_again(desk):
    desk.work()
    desk.tab.problems.show_issue_type("kind-1")
    desk.settle()
    desk.table.go_to(4)
    desk.tab.navigation.tracker.flush()
    desk.settle()
    assert desk.workspace.journey.step == "problems"
    assert (desk.workspace.journey.issue_type, desk.workspace.journey.row) == ("kind-1", 22)
    again = Desk(desk.qtbot, replace(desk.workspace, files=()), state=desk.state)
    again.tab.go_on()
    again.settle()
    assert again.runner.jobs("resume") == [{"session": 1, "path": None}]
    assert (again.tab.step, again.tab.problems.code, again.current_row()) == ("problems", "kind-1", 22)


def test_the_whole_sheet_and_a_later_step_are_gone_to_again(desk):
    desk.work()
    desk.tab.navigation.show_in_sheet()
    desk.settle()
    desk.tab.sheet.table.go_to(40, "Type")
    desk.tab.navigation.tracker.flush()
    desk.tab.go_to("review")
    desk.settle()
    again = Desk(desk.qtbot, replace(desk.workspace, files=()), state=desk.state)
    again.tab.go_on()
    again.settle()
    assert (again.tab.step, again.tab.view) == ("review", "sheet")
    again.tab.go_to("problems")
    again.settle()
    again.qtbot.waitUntil(lambda: again.tab.sheet.current_cell() == (42, "Type"))


def test_nothing_is_gone_on_with_where_nothing_was_open(desk):
    desk.tab.go_on()
    assert desk.runner.started == []
