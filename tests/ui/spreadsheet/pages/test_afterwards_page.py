"""The page after saving: what to tick off, and what to reprocess."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from desk import Desk
from fake_worker import FakeJobs, kinds
from listo.core.worker.results import CategoryToReprocess, Reprocess
from listo.ui import style


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    desk = Desk(qtbot, FakeJobs(kinds(2)))
    desk.open()
    return desk


def test_after_saving_the_steps_are_ticked_and_counted(desk, tmp_path):
    desk.tab.problems.bar.use_all.click()
    desk.settle()
    desk.tab.go_to("afterwards")
    assert desk.tab.step != "afterwards"
    desk.tab.save.save_to(tmp_path / "copy.xlsx", overwrite=False)
    desk.settle()
    desk.tab.save.go_on.click()
    page = desk.tab.afterwards
    assert desk.tab.step == "afterwards"
    assert "copy.xlsx" in page.steps["upload"].words.text()
    for line in page.steps.values():
        line.box.click()
    desk.settle()
    assert desk.tab.sidebar.steps.model().rows[-1].done


def test_what_to_reprocess_is_listed_and_copied(desk, tmp_path):
    found = (CategoryToReprocess("212", 3, 2, ("10", "11")), CategoryToReprocess("300", 1, 1, ("7",)))
    desk.jobs.reprocess = Reprocess(found, 3)
    desk.tab.save.save_to(tmp_path / "copy.xlsx", overwrite=False)
    desk.settle()
    desk.tab.go_to("afterwards")
    desk.settle()
    page = desk.tab.afterwards
    assert page.which.isVisible()
    assert page.lines.text().splitlines()[0].startswith("212 · 2 SKU")
    page.copy_list.click()
    assert QGuiApplication.clipboard().text() == "10\n11\n7"
