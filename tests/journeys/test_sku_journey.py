"""SKUs in the real window with a real mouse and keyboard, in three languages, up to a cleared list.

With `LISTO_PICTURES=folder` a numbered picture of each step is written there, as by `test_real_journey`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

import sku_files
from listo.core.wizard_state import STEPS
from x_screen import ListoWindow, needs_a_screen, open_screen

COUNT = 90
PICTURES = os.environ.get("LISTO_PICTURES")
TERRITORIES = {"en": "en_US.UTF-8", "pt": "pt_BR.UTF-8", "es": "es_MX.UTF-8"}
MESSAGE = "SKU {}: Value (Azul) from the mapping spreadsheet is not an attribute value supported by Amazon"
STATES = "tab.overview.skus.states"

pytestmark = needs_a_screen


@pytest.fixture(params=sorted(TERRITORIES))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def listo(language: str) -> Iterator[ListoWindow]:
    with open_screen() as environment:
        window = ListoWindow({**environment, "LANG": TERRITORIES[language]})
        try:
            yield window
        finally:
            window.kill()


class Story:
    """What a person does about the SKUs of a store."""

    def __init__(self, listo: ListoWindow, language: str, folder: Path) -> None:
        self.listo, self.language = listo, language
        self.files = [str(path) for path in sku_files.write_store(folder, COUNT)]
        self._pictures = count(1)

    def picture(self, name: str) -> None:
        if PICTURES:
            path = Path(PICTURES) / f"{self.language}-{next(self._pictures):02}-{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            self.listo.take_picture(path)

    def open(self, files: list[str]) -> None:
        self.listo.do(f"tab.open_files([Path(one) for one in {files!r}])")
        self.listo.wait(f"tab.overview and len(tab.overview.files) >= {len(files)}")
        self.listo.wait_until_settled()

    def copied(self, text: str) -> None:
        self.listo.do(
            f"from PySide6.QtGui import QGuiApplication; QGuiApplication.clipboard().setText({text!r})"
        )

    def go_to(self, step: str) -> None:
        self.listo.press(f"cell(tab.sidebar.steps, {STEPS.index(step)})")  # type: ignore[arg-type]
        self.listo.wait(f"tab.step == {step!r}")
        self.listo.wait_until_settled()

    # -- one thing after the other ----------------------------------------------------------------

    def without_exports(self) -> None:
        self.open(self.files[:2])
        self.go_to("problems")
        self.listo.wait("tab.strip.isVisible() and tab.strip.add.isVisible()")
        self.picture("without-exports")
        self.listo.press("at(tab.strip.add)")
        self.listo.wait("tab.step == 'files'")
        self.open(self.files)
        self.listo.wait(f"{STATES} and {STATES}.total == {COUNT}")

    def press_a_number(self) -> None:
        self.go_to("problems")
        self.picture("problems")
        self.listo.press("at(tab.strip.numbers['held-up'])")
        self.listo.wait(f"tab.step == 'skus' and tab.skus.model.rowCount() == {STATES}.held_up")
        self.listo.wait_until_settled()
        self.picture("held-up")

    def search_and_sort(self) -> None:
        listo = self.listo
        listo.key("ctrl+f")
        listo.wait("tab.skus.search.hasFocus()")
        listo.type("azul")
        listo.wait("not tab.skus._pause.isActive() and tab.skus.query().text == 'azul'")
        listo.wait_until_settled()
        listo.wait(
            "all('Azul' in tab.skus.model.index(n, 1).data() for n in range(tab.skus.model.rowCount()))"
        )
        listo.key("Return", "Down")
        listo.wait("tab.skus.table.hasFocus() and tab.skus.table.currentIndex().row() == 1")
        listo.wait("tab.skus.preview.result.sku == tab.skus.table.current_sku()")
        self.picture("searched")

    def go_to_the_row(self) -> None:
        listo = self.listo
        listo.key("Return")
        listo.wait("tab.view == 'sheet' and tab.sheet.current_cell()[0] == 5")
        listo.wait_until_settled()
        self.picture("its-row")
        listo.key("F2")
        listo.wait("getattr(editor, 'column', '') == 'AmazonValue'")
        listo.key("ctrl+a")
        listo.type("Blue")
        listo.key("Return")
        listo.wait("tab.overview.changed_cells == 1")
        listo.wait_until_settled()

    def paste_a_sku(self) -> None:
        self.go_to("send")
        self.copied("13002")
        self.listo.key("ctrl+v")
        self.listo.wait("tab.step == 'skus' and tab.skus.table.current_sku() == '13002'")
        self.listo.wait_until_settled()
        self.listo.wait("tab.skus.preview.result.sku == '13002'")
        self.picture("pasted")

    def compare_messages(self) -> None:
        listo = self.listo
        self.copied("\n".join(MESSAGE.format(13000 + place) for place in range(24)))
        listo.key("ctrl+v")
        listo.wait("not tab.isVisible()")
        bar = "window.pages.currentWidget().own"
        listo.wait(f"{bar}._found is not None")
        assert listo.see(f"[{bar}._found.total, {bar}._found.explained, {bar}._found.cleared]") == [24, 6, 6]
        self.picture("compared")
        listo.press(f"at({bar}.show_left)")
        listo.wait("window.pages.currentWidget().told.list.count() == 18")
        self.picture("not-explained")
        listo.key("Return")
        listo.wait("tab.isVisible() and tab.step == 'skus' and tab.skus.table.current_sku() == '13003'")


def test_skus_are_found_led_to_their_rows_and_cleared(
    listo: ListoWindow, language: str, tmp_path: Path
) -> None:
    story = Story(listo, language, tmp_path)
    story.without_exports()
    story.press_a_number()
    story.search_and_sort()
    story.go_to_the_row()
    story.paste_a_sku()
    story.compare_messages()
