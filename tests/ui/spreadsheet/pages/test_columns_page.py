"""The step that asks which column is which."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QScrollArea

from desk import Desk
from fake_worker import FakeJobs, kinds, replace
from listo.core.mapping.layout import MappingLayout
from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.results import LayoutView
from listo.ui import style
from listo.ui.spreadsheet.pages.columns_page import column_letters
from listo.ui.spreadsheet.pages.draft_question import QuestionCard

PLACES = {name: place for place, name in enumerate(COLUMNS) if name != "Type"}
ROWS = (("Title", "", "", "", "", "", "", "Note"), ("Category", "", "Tipo?", "", "", "", "", ""))


def layout(sheet: str = "Planilha1", header_row: int = 1, **places: int) -> MappingLayout:
    return MappingLayout(sheet, False, header_row, places or PLACES, ("CategoryID",), (), 1234)


@pytest.fixture
def desk(qtbot, qapp):
    style.apply(qapp, dark=False)
    sheets = (layout(), layout("Antiga"))
    view = LayoutView(0, sheets, layout(), ("columns-missing", "columns-doubtful"), ROWS, by_person=False)
    jobs = FakeJobs(kinds(2), doubts=("columns-missing",))
    jobs.shapes = {
        (None, None): view,
        ("Antiga", None): replace(view, layout=layout("Antiga", CategoryID=7)),
        ("Planilha1", 2): replace(view, layout=layout("Planilha1", 2)),
    }
    desk = Desk(qtbot, jobs)
    desk.open()
    return desk


def test_what_is_doubtful_is_asked_before_the_problems(desk):
    desk.tab.files.go_on.click()
    desk.settle()
    assert desk.tab.step == "columns"
    page = desk.tab.columns
    assert [name for name, choice in page.choices.items() if choice.mark.isVisible()] == [
        "CategoryID",
        "Type",
    ]
    assert "Type" in page.warning.text()
    assert page.choices["CategoryID"].combo.hasFocus()


def test_a_column_is_pointed_to_and_the_layout_is_taken(desk):
    desk.tab.go_to("columns")
    desk.settle()
    page = desk.tab.columns
    page.choices["Type"].choose(2)
    page.choices["Type"].changed.emit()
    assert page.warning.text() == ""
    assert page.preview.horizontalHeaderItem(2).text() == "C\nType"
    page.use.click()
    desk.settle()
    call = {"sheet": "Planilha1", "header_row": 1, "places": {**PLACES, "Type": 2}}
    assert desk.client.asked("set_layout") == [call]
    assert desk.tab.step == "problems"


def test_another_sheet_and_another_header_row_are_proposals_of_their_own(desk):
    desk.tab.go_to("columns")
    desk.settle()
    page = desk.tab.columns
    page.sheet.setCurrentIndex(1)
    page.sheet.activated.emit(1)
    desk.settle()
    assert page.indexes() == {"CategoryID": 7}
    page.sheet.setCurrentIndex(0)
    page.header_row.setValue(2)
    desk.settle()
    assert desk.client.asked("layout")[-1] == {"sheet": "Planilha1", "header_row": 2}
    assert "Tipo?" in page.choices["Type"].combo.itemText(3)


def test_no_choice_that_the_page_scrolls_under_is_changed_by_the_wheel(desk, qapp):
    """Whoever scrolls a page goes over its choices, and would change one unseen."""
    desk.tab.go_to("columns")
    desk.settle()
    desk.qtbot.waitUntil(lambda: desk.tab.findChild(QuestionCard) is not None)  # the last page that is made
    scrolled = [
        choice for area in desk.tab.findChildren(QScrollArea) for choice in area.findChildren(QComboBox)
    ]
    assert {each.combo for each in desk.tab.columns.choices.values()} <= set(scrolled)
    assert desk.tab.findChild(QuestionCard).other in scrolled
    for choice in scrolled:
        before = choice.currentIndex()
        middle = QPointF(choice.rect().center())
        modes = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        wheel = QWheelEvent(middle, choice.mapToGlobal(middle), QPoint(), QPoint(0, -120), *modes, False)
        qapp.sendEvent(choice, wheel)
        assert choice.currentIndex() == before
        assert not wheel.isAccepted()


def test_one_column_cannot_be_two(desk):
    desk.tab.go_to("columns")
    desk.settle()
    page = desk.tab.columns
    page.choices["Type"].choose(0)
    page.choices["Type"].changed.emit()
    assert not page.use.isEnabled()
    assert "twice" in page.warning.text()


def test_columns_are_lettered_as_in_spreadsheets():
    assert [column_letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip
