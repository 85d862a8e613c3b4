"""The guided path, with its worker: every word is seen whole, every control has a name and is in reach."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

import sku_files
from listo.core.catalogue.entries import PAGES
from listo.core.storage.store import Store
from listo.core.texts import LANGUAGES
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.app import make_window
from listo.ui.main_window import MainWindow
from listo.ui.tabs import LOOKUP, SPREADSHEET
from long_words import long_words
from user_actions import choose_name, samples, settle
from window_looks import cut_words, misspoken, nameless, out_of_reach

SIZES = ((1120, 600), (900, 600), (960, 500))
"""The last is what a desktop shows of 1920 x 1080 at twice the size, without its own bars."""
MESSAGE = "Value (Azul) from the mapping spreadsheet is not an attribute value supported by Amazon"


@pytest.fixture(params=[*LANGUAGES, "long"])
def window(request, qtbot, qapp, monkeypatch) -> Iterator[MainWindow]:
    style.apply(qapp, dark=False)
    store = Store()
    store.set_state("language", "en" if request.param == "long" else request.param)
    made = make_window(store)
    made.setObjectName(request.param)
    made.show_tab(SPREADSHEET)
    qtbot.show(made)
    with long_words(monkeypatch.setattr) if request.param == "long" else nullcontext():
        yield made
    made.close()
    store.close()


def scenes(window: MainWindow, folder: Path, qtbot) -> Iterator[str]:
    """Walk the whole path, and stop wherever there is something new to see."""
    tab = window.tab(SPREADSHEET)
    tab.open_files(list(samples(folder)))
    settle(qtbot, tab)
    yield "files"
    for step in ("columns", "problems"):
        tab.go_to(step)
        settle(qtbot, tab)
        yield step
    tab.problems.table.selectAll()
    yield "several problems"
    for _kind in range(3):
        tab.problems.step(1)
        settle(qtbot, tab)
        yield f"kind {tab.problems.code}"
    tab.find_and_replace()
    tab.find_panel.search_text.setText("a")
    tab.find_panel.replacement.setText("b")
    qtbot.waitUntil(tab.find_panel.go.isEnabled)
    settle(qtbot, tab)
    yield "find and replace"
    tab.find_panel.close_panel()
    tab.file_changes.say()
    yield "the file changed"
    tab.banner.hide()
    tab.problems.section().use_all.click()
    settle(qtbot, tab)
    tab.work.change(Jobs.ignore_type, tab.problems.code)
    settle(qtbot, tab)
    yield "some done"
    tab.navigation.show_in_sheet()
    settle(qtbot, tab)
    yield "whole sheet"
    tab.go_to("send")
    settle(qtbot, tab)
    yield "send"
    tab.send.changes.ignored.click()
    settle(qtbot, tab)
    yield "left as it is"
    choose_name(qtbot, tab, folder / "corrected.xlsx")
    settle(qtbot, tab)
    yield "saved"
    for page in PAGES:
        tab.send.admin.page.choice.setCurrentIndex(PAGES.index(page) + 1)
        settle(qtbot, tab)
        yield f"steps with {page}"


def test_on_the_whole_path_nothing_is_cut_off_nameless_or_out_of_reach(window, qtbot, tmp_path):
    wrong = []
    for scene in scenes(window, tmp_path, qtbot):
        for size in SIZES:
            window.resize(*size)
            settle(qtbot, window.tab(SPREADSHEET))
            words = cut_words(window, with_headings=window.objectName() != "long")
            wrong += [f"{scene} at {size}: {cut}" for cut in words]
        wrong += [f"{scene}: {one}" for one in (*nameless(window), *misspoken(window), *out_of_reach(window))]
    assert not wrong, "\n".join(wrong)


def sku_scenes(window: MainWindow, folder: Path, qtbot) -> Iterator[str]:
    """Stop wherever there is something new to see of SKUs."""
    tab = window.tab(SPREADSHEET)
    files = sku_files.write_store(folder, 200)
    for given, name in (
        (files[:2], "without exports"),
        (files[2:3], "some known"),
        (files[3:], "all known"),
    ):
        tab.open_files(given)
        settle(qtbot, tab)
        tab.go_to("skus")
        settle(qtbot, tab)
        yield f"SKUs {name}"
    for sku in ("13002", "13003", "13005", "13007", "13010", "13049"):
        tab.show_sku(sku)
        settle(qtbot, tab)
        yield f"SKU {sku}"
    tab.work.change(Jobs.apply_safe)
    tab.go_to("send")
    settle(qtbot, tab)
    yield "what holds SKUs up before sending"
    choose_name(qtbot, tab, folder / "corrected.xlsx")
    settle(qtbot, tab)
    yield "SKUs to reprocess"
    tab.go_to("problems")
    settle(qtbot, tab)
    yield "what the kinds unlock"
    lookup = window.show_tab(LOOKUP)
    for text in ("13002", "\n".join(f"SKU {13000 + place}: {MESSAGE}" for place in range(9))):
        lookup.open_text(text)
        qtbot.waitUntil(lookup.own.isVisible)
        yield f"{len(text)} letters looked up"
    lookup.own.show_left.click()
    yield "messages that are not explained"


def test_all_that_is_said_of_skus_is_seen_whole_named_and_in_reach(window, qtbot, tmp_path):
    wrong = []
    for scene in sku_scenes(window, tmp_path, qtbot):
        for size in SIZES:
            window.resize(*size)
            settle(qtbot, window.tab(SPREADSHEET))
            words = cut_words(window, with_headings=window.objectName() != "long")
            wrong += [f"{scene} at {size}: {cut}" for cut in words]
        wrong += [f"{scene}: {one}" for one in (*nameless(window), *misspoken(window), *out_of_reach(window))]
    assert not wrong, "\n".join(wrong)
