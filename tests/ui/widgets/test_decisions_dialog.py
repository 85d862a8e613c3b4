"""What was chosen before: marked where it is proposed; seen, searched, edited and forgotten in one place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from desk import Desk
from fake_worker import FakeJobs, kinds
from listo.core.storage.types import Decision
from listo.core.worker.results import ReadDecisions
from listo.ui import style
from listo.ui.spreadsheet.tables.problems_model import SUGGESTION_COLUMN
from listo.ui.widgets.dialogs import DecisionsDialog

KEPT = [
    Decision("Loja A", "AmazonValue", "color", "Preto", "preto", "Black", 1),
    Decision("Loja A", "AmazonValue", "color", "Azul", "azul", "Blue", 2),
    Decision("Loja B", "Type", "", "", "variacao", "Variation", 3),
]


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    jobs = FakeJobs(kinds(2), shop="Loja A", kept=list(KEPT), remembered="Blue")
    desk = Desk(qtbot, jobs)
    desk.work()
    return desk


@pytest.fixture
def dialog(desk) -> DecisionsDialog:
    desk.tab.problems.decisions.click()
    opened = desk.tab.findChild(DecisionsDialog)
    desk.qtbot.waitUntil(lambda: len(opened.decisions()) == 2)
    return opened


def numbers(dialog: DecisionsDialog) -> list[int]:
    return [decision.id for decision in dialog.decisions()]


def test_what_was_chosen_last_time_is_said_where_it_is_proposed(desk):
    index = desk.section.model.index(0, SUGGESTION_COLUMN)
    assert "as you chose last time" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "as you chose last time" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_those_of_this_store_are_listed_and_searched_and_all_on_demand(desk, dialog):
    assert numbers(dialog) == [1, 2]
    dialog.search.setText("azul")
    desk.qtbot.waitUntil(lambda: numbers(dialog) == [2])
    dialog.search.clear()
    dialog.all_shops.click()
    desk.qtbot.waitUntil(lambda: numbers(dialog) == [1, 2, 3])


def test_one_is_edited_in_its_place_and_one_forgotten(desk, dialog):
    dialog.table.item(0, 3).setText("Dark Black")
    desk.qtbot.waitUntil(lambda: dialog.decisions()[0].chosen == "Dark Black")
    assert desk.client.asked("edit_decision") == [{"number": 1, "chosen": "Dark Black"}]
    dialog.table.selectRow(1)
    dialog.forget.click()
    desk.qtbot.waitUntil(lambda: numbers(dialog) == [1])


def test_an_empty_text_is_no_choice(desk, dialog):
    dialog.table.item(0, 3).setText(" ")
    desk.qtbot.waitUntil(lambda: dialog.table.item(0, 3).text() == "Black")
    assert desk.client.asked("edit_decision") == []


def test_all_are_forgotten_after_asking(desk, dialog):
    dialog.forget_all.click()
    box = dialog.findChild(QMessageBox)
    next(button for button in box.buttons() if button.text() == "Forget all").click()
    desk.qtbot.waitUntil(lambda: numbers(dialog) == [])
    assert dialog.empty.isVisible()
    assert not dialog.forget.isEnabled()
    assert not dialog.exporting.isEnabled()
    assert dialog.title.height() <= dialog.title.sizeHint().height()  # the room is where the table was


def test_whose_sheet_it_is_can_be_said(desk, dialog):
    dialog.shop.setText("Loja B")
    dialog.shop.editingFinished.emit()
    desk.qtbot.waitUntil(lambda: numbers(dialog) == [3])
    desk.settle()
    assert desk.tab.overview.shop == "Loja B"


def test_closing_it_asks_for_the_suggestions_anew(desk, dialog):
    before = len(desk.client.asked("problem_page"))
    dialog.close_button.click()
    desk.qtbot.waitUntil(lambda: len(desk.client.asked("problem_page")) == before + 2)
    assert [call["code"] for call in desk.client.asked("problem_page")[before:]] == ["kind-0", "kind-1"]


def test_choices_are_exported_and_that_is_said(desk, dialog, tmp_path):
    dialog.export_to(tmp_path / "choices.toml")
    desk.qtbot.waitUntil(lambda: not dialog.said.isHidden())
    assert dialog.said.text().startswith("2 ")
    assert desk.client.asked("export_decisions")[-1]["shop"] == "Loja A"


def test_new_choices_are_taken_and_conflicts_shown_and_asked(desk, dialog, tmp_path):
    file = tmp_path / "choices.toml"
    file.write_text("x")
    dialog.import_from(file)
    desk.qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is not None)
    box = dialog.findChild(QMessageBox)
    assert "Black" in box.text()
    assert "Jet Black" in box.text()
    desk.qtbot.waitUntil(lambda: 9 in numbers(dialog))
    assert {one.chosen for one in dialog.decisions()} == {"Black", "Blue", "Purple"}
    next(each for each in box.buttons() if each.text().startswith("Use")).click()
    desk.qtbot.waitUntil(lambda: "Jet Black" in {one.chosen for one in dialog.decisions()})


def test_a_file_with_nothing_new_is_said_so(dialog):
    dialog._on_read(ReadDecisions((), 2, ()))
    assert dialog.said.text() == "Nothing in the file is new."


def test_a_file_that_cannot_be_used_is_said(desk, dialog, tmp_path):
    dialog.import_from(tmp_path / "none.toml")
    desk.qtbot.waitUntil(lambda: not dialog.said.isHidden())
    assert "none.toml" in dialog.said.text()
