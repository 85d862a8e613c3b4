"""*Understand an error* while a sheet with SKUs is open: what its files say to SKUs, messages, lists."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fake_stores import Explaining, FakeLookups, FakeState
from fake_worker import FakeClient
from listo.core.readiness.model import Reason, SkuCategory, SkuResult
from listo.core.texts import Texts
from listo.core.worker.results import MessageComparison, SkuDetails, ToldMessage
from listo.ui.lookup import LookupTab

MESSAGE = (
    "Value (Azul) from the mapping spreadsheet is not an attribute/specification value supported by Amazon"
)
AZUL = Reason("amazon-value-not-accepted", "blocked", None, 5, "AmazonValue", "Cor", "Color", "Azul")
HELD = SkuResult("13002", "1", "Camiseta", SkuCategory(212, 9, 212), "blocked", reasons=(AZUL,))


class Judging(Explaining):
    """A worker with an open sheet that has one SKU, and one opinion of every list."""

    found: MessageComparison | None = MessageComparison(
        340, 312, 301, 5, (ToldMessage(MESSAGE, "13002", None),), (ToldMessage(MESSAGE, "13009", None),)
    )

    def find_sku(self, text: str) -> str | None:
        return "13002" if "13002" in text else None

    def sku_details(self, sku: str) -> SkuDetails:
        return SkuDetails(1, HELD)

    def compare_text(self, text: str) -> MessageComparison | None:
        return self.found


class Desk:
    """The tab, with or without a sheet that is open."""

    def __init__(self, qtbot: Any, *, has_skus: bool) -> None:
        self.qtbot, self.client = qtbot, FakeClient(Judging())
        self.tab = LookupTab(Texts("en"), self.client, FakeState(), FakeLookups(), has_skus=lambda: has_skus)
        self.shown: list[str] = []
        self.tab.skuRequested.connect(self.shown.append)
        self.tab.resize(1120, 690)
        qtbot.show(self.tab)

    def paste(self, text: str) -> None:
        tab = self.tab
        tab.input.setPlainText(text)
        self.qtbot.waitUntil(
            lambda: not (tab._later.isActive() or tab._look.isActive() or tab.request.is_open())
        )

    def asked(self) -> set[str]:
        return {job for job, _ in self.client.started} - {"explain_text"}


@pytest.fixture
def desk(qtbot: Any) -> Desk:
    return Desk(qtbot, has_skus=True)


def many() -> str:
    return "\n".join(f"SKU {13000 + place}: {MESSAGE}" for place in range(12))


@pytest.mark.parametrize("text", ["13002", f"SKU 13002: {MESSAGE}"])
def test_a_sku_of_the_open_export_is_told_and_shown(desk: Desk, text: str) -> None:
    desk.paste(text)
    desk.qtbot.waitUntil(desk.tab.own.isVisible)
    assert desk.tab.own.words.text().startswith(
        "In your open files, SKU 13002: Held up. Amazon does not accept"
    )
    desk.tab.own.show_sku.click()
    assert desk.shown == ["13002"]


@pytest.mark.parametrize("text", ["13002", "SKU 13002"])
def test_no_error_is_named_for_the_number_of_a_sku(desk: Desk, text: str) -> None:
    tab = desk.tab
    tab.input.setPlainText(text)
    assert tab.panel.list.count() == 0, "before the files have answered, too"
    desk.paste(text)
    desk.qtbot.waitUntil(tab.own.isVisible)
    assert tab.pages.currentWidget() is tab.start
    tab.set_texts(Texts("pt"))
    assert tab.pages.currentWidget() is tab.start
    assert not tab._says.isVisible()
    assert tab.input.toPlainText() == text


def test_a_message_that_names_a_sku_keeps_its_answer(desk: Desk) -> None:
    desk.paste(f"SKU 13002: {MESSAGE}")
    desk.qtbot.waitUntil(desk.tab.own.isVisible)
    assert desk.tab.pages.currentWidget() is not desk.tab.start


def test_nothing_is_said_of_what_is_no_sku_nor_of_what_stood_there_before(desk: Desk) -> None:
    desk.paste("13002")
    desk.qtbot.waitUntil(desk.tab.own.isVisible)
    desk.paste("token expired")
    assert not desk.tab.own.isVisible()
    desk.paste("13002")
    desk.qtbot.waitUntil(desk.tab.own.isVisible)
    desk.tab.leave()
    assert not desk.tab.own.isVisible()


def test_a_list_is_held_against_the_files(desk: Desk) -> None:
    desk.paste(many())
    desk.qtbot.waitUntil(desk.tab.own.isVisible)
    said = desk.tab.own.words.text()
    assert said.startswith("Your files explain 312 of 340 messages. 301 of them you have fixed already.")
    assert "They do not explain 28." in said
    desk.tab.own.show_left.click()
    told = desk.tab.told
    assert (told.isVisible(), told.title.text()) == (True, "Not explained by your files")
    assert told.list.item(0).text() == f"SKU 13002: {MESSAGE}"
    errors = desk.tab.panel.list
    assert errors.isVisible()  # it may be but one error, beside whose answer no list stands
    QTest.mouseClick(
        errors.viewport(),
        Qt.MouseButton.LeftButton,
        pos=errors.visualItemRect(errors.item(0)).center(),
    )
    assert not told.isVisible()
    assert desk.tab.answer.isVisible()
    desk.tab.own.show_waiting.click()
    QTest.keyClick(told.list, Qt.Key.Key_Return)
    assert desk.shown == ["13009"]


def test_the_list_is_asked_again_when_the_person_comes_back(desk: Desk) -> None:
    desk.paste(many())
    desk.qtbot.waitUntil(desk.tab.own.isVisible)
    desk.client.jobs.found = MessageComparison(340, 312, 312)
    desk.tab.hide()
    desk.tab.show()
    desk.qtbot.waitUntil(lambda: "312 of them" in desk.tab.own.words.text())
    assert not desk.tab.own.show_waiting.isVisible()


def test_without_a_sheet_nothing_is_asked(qtbot: Any) -> None:
    desk = Desk(qtbot, has_skus=False)
    desk.paste("13002")
    desk.paste(many())
    assert desk.asked() == set()
    assert not desk.tab.own.isVisible()
