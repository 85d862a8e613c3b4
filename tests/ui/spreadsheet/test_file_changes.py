"""A mapping file that changes on disk."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

import sku_files
from desk import Desk
from fake_worker import FakeJobs, RealClient, kinds
from listo.core.edits.history import CellEdit, Edit
from listo.core.errors import InputError
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.spreadsheet.file_changes import ComparisonDialog, DroppedEditsDialog, FileWatcher


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    return Desk(qtbot, FakeJobs(kinds(3)))


@pytest.fixture
def watch(qtbot, tmp_path):
    made = FileWatcher()
    made._quiet.setInterval(20)  # milliseconds: nothing is written in strokes here
    (tmp_path / "mapping.xlsx").write_bytes(b"one")
    made.watch(tmp_path / "mapping.xlsx")
    yield made
    made.watch(None)


def test_a_file_that_is_replaced_is_noticed_each_time(watch, qtbot, tmp_path):
    for text in (b"two two", b"three three three"):
        with qtbot.waitSignal(watch.changed):
            (tmp_path / "new").write_bytes(text)
            (tmp_path / "new").replace(tmp_path / "mapping.xlsx")


def test_a_file_that_is_written_in_place_or_away_for_a_while_is_noticed(watch, qtbot, tmp_path):
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "mapping.xlsx").write_bytes(b"longer")
    (tmp_path / "mapping.xlsx").unlink()
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "mapping.xlsx").write_bytes(b"longer than before")


def test_a_changed_file_that_is_taken_away_then_is_told_once(watch, qtbot, tmp_path):
    path = tmp_path / "mapping.xlsx"
    with qtbot.assertNotEmitted(watch.gone), qtbot.waitSignal(watch._quiet.timeout):
        path.unlink()  # as programs do that save in several strokes
    with qtbot.waitSignal(watch.changed):
        path.write_bytes(b"two two")
    with qtbot.waitSignal(watch.gone):
        path.unlink()
    with qtbot.assertNotEmitted(watch.gone), qtbot.waitSignal(watch._quiet.timeout):
        (tmp_path / "other.xlsx").write_bytes(b"x")
    with qtbot.waitSignal(watch.changed):
        path.write_bytes(b"two two")


def test_a_new_file_that_is_gone_is_offered_no_more(desk):
    desk.work()
    changes = desk.tab.file_changes
    changes._watcher.gone.emit()
    assert not desk.tab.banner.isVisible()  # that it was there was not said
    changes._watcher.changed.emit()
    changes._watcher.gone.emit()
    assert "no longer where it was" in desk.tab.banner.text()
    assert not any(button.isVisible() for button in desk.tab.banner.buttons())
    changes._watcher.changed.emit()
    desk.tab.banner.buttons()[-1].click()
    changes._watcher.gone.emit()
    assert not desk.tab.banner.isVisible()


def test_other_files_of_the_folder_are_no_news(watch, qtbot, tmp_path):
    with qtbot.assertNotEmitted(watch.changed), qtbot.waitSignal(watch._quiet.timeout):
        (tmp_path / "other.xlsx").write_bytes(b"x")


def test_the_new_file_is_taken_up_and_what_no_longer_fits_is_listed(desk):
    desk.work()
    desk.jobs.after_reading = {
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
    assert desk.client.asked("reload_file") == [{}]
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


def test_how_much_damage_took_of_what_was_stored_is_said(desk):
    desk.work()
    desk.jobs.after_reading = {"lost_steps": 2}
    desk.tab.file_changes.say()
    desk.tab.banner.buttons()[0].click()
    desk.settle()
    assert "the last 2 change" in desk.tab.banner.text()


def test_going_on_with_mine_only_closes_the_line(desk):
    desk.work()
    desk.tab.file_changes.say()
    desk.tab.banner.buttons()[1].click()
    assert not desk.tab.banner.isVisible()
    assert desk.client.asked("reload_file") == []


def test_saving_over_a_changed_original_offers_the_same(desk, tmp_path):
    desk.work()
    desk.press(Qt.Key.Key_Return)
    desk.client.errors["save"] = InputError("file-changed-while-reading", file="mapping.xlsx")
    desk.tab.send.copy.save_to(tmp_path / "copy.xlsx", overwrite=False)
    desk.settle()
    assert len(desk.tab.banner.buttons()) == 2


# Another version of it


@pytest.fixture
def at_work(qtbot, qapp, listo_home, tmp_path):
    style.apply(qapp, dark=False)
    files = sku_files.write_store(tmp_path, 90)
    with closing(Jobs()) as jobs:
        desk = Desk(qtbot, RealClient(jobs))
        desk.tab.open_files(files)
        desk.settle()
        desk.tab.work.change(Jobs.apply, [Edit(sku_files.AZUL, "AmazonValue", "Blue")])
        desk.settle()
        yield desk


def compared(desk, path):
    desk.tab.compare_with(path)
    desk.settle()
    (dialog,) = desk.tab.findChildren(ComparisonDialog)
    return dialog


def lines(dialog):
    table = dialog.table
    cells = range(table.columnCount())
    return [tuple(table.item(row, cell).text() for cell in cells) for row in range(table.rowCount())]


def test_two_versions_are_compared_and_the_skus_come_first(at_work):
    dialog = compared(at_work, at_work.tab.overview.mapping)
    assert "SKUs before" in dialog.words.text()
    assert dialog.kinds.checkedButton() is dialog.kinds.buttons()[-1]
    assert dialog.kinds.checkedButton().text() == "15 SKU(s) change state"
    azul = [line[3] for line in lines(dialog)]
    assert len(azul) == 15
    assert all("Azul" in name for name in azul)
    assert {line[1:3] for line in lines(dialog)} == {("Held up", "Ready")}
    assert {line[4] for line in lines(dialog)} == {"Fixed: Amazon does not accept a value"}
    changed = dialog.kinds.buttons()[2]
    QTest.mouseClick(changed, Qt.MouseButton.LeftButton)
    row = str(sku_files.AZUL)
    assert lines(dialog) == [(row, "212 · Cor · Color · Azul", "Azul", "Blue")]
    assert not dialog.kinds.buttons()[0].isEnabled()


def test_what_is_no_version_is_said(at_work, tmp_path):
    at_work.tab.compare_with(tmp_path / "not there.xlsx")
    at_work.settle()
    assert "not there.xlsx" in at_work.tab.banner.text()
    assert not at_work.tab.findChildren(ComparisonDialog)
