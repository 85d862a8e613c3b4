"""From four exports to a saved mapping without errors, in the real window with a real mouse and keyboard.

With `LISTO_PICTURES=folder` a numbered picture of each step is written there; with
`LISTO_PICTURES_LANG=en_US.UTF-8` in another language, with `LISTO_SCHEME=dark` in the other scheme.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

import builders_amazon as build
from drafting_stores import make_store
from listo.core.checks.engine import run
from listo.core.file_kinds import identify, open_file, references_of
from listo.core.skus.options import Options
from listo.core.wizard_state import STEPS
from x_screen import ListoWindow, needs_a_screen, open_screen, running

PICTURES = os.environ.get("LISTO_PICTURES")
FILE_LIST = Path(__file__).resolve().parent / "file_list_window.py"
NAMES = ("amazon", "products", "skus", "product_fields")
READY = "tab.overview.skus.states.ready"

pytestmark = needs_a_screen


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    with open_screen() as environment:
        yield {**environment, "LANG": os.environ.get("LISTO_PICTURES_LANG", "pt_BR.UTF-8")}


class Story:
    """What a person does who has exports and no mapping."""

    def __init__(self, screen: dict[str, str], folder: Path) -> None:
        self.screen, self.store = screen, make_store(10, products=12)
        self.files = [folder / f"{name}.xlsx" for name in NAMES]
        for name, path in zip(NAMES, self.files, strict=True):
            build.save(getattr(self.store, name), path)
        self.draft, self.copy = folder / "draft.xlsx", folder / "copy.xlsx"
        self._pictures = count(1)
        self.listo = ListoWindow(screen)

    def picture(self, name: str) -> None:
        if PICTURES:
            path = Path(PICTURES) / f"{next(self._pictures):02}-{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            self.listo.take_picture(path)

    def drag_files(self) -> None:
        command = [sys.executable, str(FILE_LIST), *map(str, self.files)]
        with running(command, env=self.screen, stdout=-1) as files:
            assert files.stdout is not None
            places = [tuple(map(int, files.stdout.readline().split())) for _ in self.files]
            for number, start in enumerate(places, 1):
                self.listo.devices.drag((start[0], start[1]), self.listo.where("at(tab)"))
                self.listo.wait("window.overlay.isVisible() and len(window.overlay._cards)")
                self.listo.devices.let_go()
                self.listo.wait(f"tab.overview and len(tab.overview.files) == {number}")
                self.listo.wait_until_settled()

    def begin(self) -> None:
        listo = self.listo
        listo.do("tab.files._area.ensureWidgetVisible(tab.files.draft.begin)")
        self.picture("no-mapping-yet")
        listo.press("at(tab.files.draft.begin)")
        listo.wait("tab.pages.is_drafting and tab.pages.draft._asked_before()")
        self.picture("for-which-categories")
        listo.press("at(tab.pages.draft._asked_before().all)")
        self.name(self.draft)
        listo.wait("tab.overview.mapping and tab.pages.draft.card.isVisible() and tab.strip.isVisible()")
        listo.wait_until_settled()
        self.picture("the-first-question")

    def name(self, target: Path) -> None:
        """Type where to save into the dialog that comes."""
        listo = self.listo
        listo.wait("dialog and editor.objectName() == 'fileNameEdit' and dialog.isActiveWindow()")
        listo.key("ctrl+a")
        listo.type(str(target))
        listo.wait(f"editor.text() == {str(target)!r}")
        listo.key("Return")
        listo.wait("not dialog")

    def answer(self) -> None:
        """Answer by the mouse, undo by the key, leave for later, go back; then the others by a key."""
        listo, page = self.listo, "tab.pages.draft"
        first = listo.see(f"{page}.card.shown")
        listo.press(f"at({page}.card.buttons[0])")
        listo.wait(f"{page}.view.answered == ({first!r},)")
        listo.wait_until_settled()
        listo.key("ctrl+z")
        listo.wait(f"{page}.view.answered == () and {page}.card.shown == {first!r}")
        listo.wait_until_settled()
        listo.press(f"at({page}.card.skip)")
        listo.wait(f"{page}.view.skipped == 1 and {page}.card.shown != {first!r}")
        listo.wait_until_settled()
        self.answer_all()
        self.picture("every-question-is-answered")
        listo.press(f"at({page}.look.next_open())")
        listo.wait(f"{page}.view.look[0].is_done and {page}.look.next_open().hasFocus()")
        listo.key("ctrl+Return")
        listo.wait(f"sum(group.is_done for group in {page}.view.look) == 2")
        listo.key("alt+Left")
        listo.wait(f"{page}.card.isVisible() and {page}.card.given.isVisible()")
        listo.wait_until_settled()
        self.picture("an-answer-looked-at-again")
        listo.press(f"at({page}.card.go_on)")
        listo.wait(f"{page}.ending.isVisible()")

    def answer_all(self) -> None:
        listo, page = self.listo, "tab.pages.draft"
        before = listo.see(READY)
        kinds = set()
        while open_ones := listo.see(f"[one.id for one in {page}.view.questions]"):
            listo.wait(f"{page}.card.shown == {open_ones[0]!r}")
            has_guess = listo.see(f"{page}.card.has_guess")
            at_hand = "buttons[0]" if has_guess else "other"
            listo.wait(f"{page}.card.{at_hand}.hasFocus()")
            listo.wait_until_settled()
            kind = open_ones[0].partition("/")[0]
            if kind not in kinds:
                self.picture(f"asked-for-the-{kind}")
            kinds.add(kind)
            if has_guess:
                listo.key("1")
            else:
                listo.press(f"at({page}.card.buttons[0])")
            listo.wait(f"{open_ones[0]!r} in {page}.view.answered")
            listo.wait_until_settled()
        assert kinds >= {"attribute", "value"}
        assert listo.see(READY) > before

    def follow_the_path(self) -> None:
        listo = self.listo
        listo.press("at(tab.pages.draft.go_on)")
        listo.wait("tab.step == 'problems'")
        listo.wait_until_settled()
        assert listo.see("tab.overview.counts['error']") == 0
        self.picture("problems")
        for step in ("skus", "send"):
            listo.press(f"cell(tab.sidebar.steps, {STEPS.index(step)})")
            listo.wait(f"tab.step == {step!r}")
            listo.wait_until_settled()
            self.picture(step)
        assert listo.see(f"{READY} == tab.overview.skus.states.total")
        listo.do("tab.send.area.ensureWidgetVisible(tab.send.copy.save)")
        listo.press("at(tab.send.copy.save)")
        self.name(self.copy)
        listo.wait("tab.overview.saved_to")
        listo.wait_until_settled()
        self.picture("saved")


def test_four_exports_become_a_mapping_without_errors(screen: dict[str, str], tmp_path: Path) -> None:
    story = Story(screen, tmp_path)
    try:
        story.drag_files()
        story.begin()
        story.answer()
        story.follow_the_path()
    finally:
        story.listo.kill()
    opened = open_file(story.copy)
    assert opened.mapping is not None
    references = references_of(identify(getattr(story.store, name)) for name in NAMES)
    options = Options(covers={"values.xlsx": frozenset({"*"})})
    found = run(opened.mapping, references, options=options).findings
    assert [each for each in found if each.severity == "error"] == []
    assert len(opened.mapping) > 70
    assert all(opened.mapping.column("AmazonValue"))
