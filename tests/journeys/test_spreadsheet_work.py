"""The spreadsheet tab with the real worker process: open, mend, take back, save, take up again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from listo.core.mapping.layout import find_mapping
from listo.core.texts import Texts
from listo.core.workbooks.read import read_workbook
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.spreadsheet import SpreadsheetTab
from listo.ui.worker_client import WorkerClient
from user_actions import choose_name, samples, settle


class Sitting:
    """One start of the program, as far as this tab is concerned."""

    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self.client = WorkerClient(Jobs, resume=Jobs.resume)
        self.tab = SpreadsheetTab(self.client, Texts("en"))
        self.tab.resize(1120, 690)
        qtbot.show(self.tab)

    def settle(self) -> None:
        settle(self.qtbot, self.tab)

    def recent(self):
        with self.qtbot.waitSignal(self.client.start(Jobs.recent).succeeded) as answer:
            pass
        return answer.args[0]

    def show_issue_type(self, code: str) -> None:
        self.tab.go_to("problems")
        self.tab.problems.show_issue_type(code)
        self.settle()

    def end(self) -> None:
        self.tab.close()
        self.client.close()


@pytest.fixture
def sit(qtbot, qapp):
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    style.apply(qapp, dark=False)
    sittings = []

    def begin() -> Sitting:
        sittings.append(Sitting(qtbot))
        return sittings[-1]

    yield begin
    for sitting in sittings:
        sitting.end()


def amazon_values(path):
    sheet = find_mapping(read_workbook(path))
    assert sheet is not None
    return sheet.column("AmazonValue")


def test_from_the_files_to_the_copy_and_back_again(sit, tmp_path, qtbot):
    mapping, values = samples(tmp_path)
    before = mapping.read_bytes()
    sitting = sit()
    tab = sitting.tab
    tab.open_files([values, mapping, tmp_path / "not there.xlsx"])
    sitting.settle()
    assert [card.kind for card in tab.overview.files if card.error is None] == ["amazon-values", "mapping"]
    found = {group.code: group.count for group in tab.overview.groups}

    sitting.show_issue_type("amazon-value-case")
    tab.problems.table.setFocus()
    QTest.keyClick(tab.problems.table, Qt.Key.Key_Return)
    sitting.settle()
    assert tab.problems.group().count == found["amazon-value-case"] - 1
    tab.work.undo()
    sitting.settle()
    assert {group.code: group.count for group in tab.overview.groups} == found
    tab.problems.section().use_all.click()
    sitting.settle()
    assert tab.problems.section("amazon-value-case").is_done
    assert tab.problems.section("amazon-value-case").done_words.isVisible()
    assert tab.problems.code != "amazon-value-case"

    tab.go_to("send")
    sitting.settle()
    assert tab.send.changes.model.rowCount() == tab.overview.changed_cells == found["amazon-value-case"]

    choose_name(qtbot, tab, mapping)
    sitting.settle()
    assert mapping.read_bytes() == before
    assert tab.overview.saved_to is None
    copy = tmp_path / "copy.xlsx"
    choose_name(qtbot, tab, copy)
    sitting.settle()
    assert tab.overview.saved_to == copy
    assert amazon_values(mapping).count("XL") < amazon_values(copy).count("XL")
    assert mapping.read_bytes() == before
    sitting.end()

    later = sit()
    session = later.recent()[0]
    assert session.name == mapping.name
    later.tab.resume(session.session)
    later.settle()
    assert later.tab.step == "send"
    assert later.tab.overview.changed_cells == found["amazon-value-case"]
    assert later.tab.overview.saved_to == copy
    assert later.tab.problems.bar.history.undo.isEnabled()


def test_over_the_original_is_refused_in_the_page(sit, tmp_path, qtbot):
    mapping, values = samples(tmp_path)
    sitting = sit()
    sitting.tab.open_files([mapping, values])
    sitting.settle()
    sitting.tab.work.change(Jobs.apply_safe)
    sitting.settle()
    sitting.tab.send.copy.save_to(mapping, overwrite=True)
    sitting.settle()
    assert mapping.name in sitting.tab.banner.text()


def test_the_worker_dies_and_the_work_goes_on(sit, tmp_path):
    mapping, values = samples(tmp_path)
    sitting = sit()
    tab = sitting.tab
    tab.open_files([mapping, values])
    sitting.settle()
    sitting.show_issue_type("amazon-value-case")
    tab.problems.section().use_all.click()
    sitting.settle()
    changed = tab.overview.changed_cells
    tab.work.change(Jobs.apply_safe)
    sitting.client._worker.kill()
    sitting.settle()
    assert "back as it was" in tab.banner.text() or tab.banner.text() == ""
    assert tab.overview.changed_cells >= changed
    sitting.show_issue_type(tab.overview.groups[0].code)
    assert tab.problems.section().model.rowCount() > 0


def test_the_sample_can_be_tried(sit):
    sitting = sit()
    sitting.tab.load_sample()
    sitting.settle()
    assert sitting.tab.overview.mapping.name == "mapping.xlsx"
    for kind in list(sitting.tab.issue_types.items):
        sitting.show_issue_type(kind.group.code)
        section = sitting.tab.problems.section()
        problems = [section.model.peek(row) for row in range(section.model.rowCount())]
        assert sum(problem.beside is None for problem in problems) == kind.group.count
        assert section.heading.title.text()
