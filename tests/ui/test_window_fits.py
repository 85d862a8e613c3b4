"""Every control has a name, every word is seen whole: three languages, two widths, all the tabs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from fake_worker import FakeJobs, kinds
from listo.core.skus.sheet_skus import CategoryReading
from listo.core.storage.store import Store
from listo.core.texts import LANGUAGES
from listo.core.worker.results import CoverageView, FileScope
from listo.ui import style
from listo.ui.app import make_window
from listo.ui.main_window import MainWindow
from listo.ui.tabs import LOOKUP, SETTINGS, SPREADSHEET
from window_looks import cut_button, cut_label, cut_words, nameless, out_of_reach, shown

MESSAGE = (
    "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU specification "
    "in your VTEX catalog"
)
FILLED = {
    "seller_id": "A3TESTSELLER0",
    "seller_id_at_amazon": "A3TESTSELLERO",
    "shipping_type_name": "Modelo padrão ",
    "shipping_type_name_at_amazon": ("Modelo padrão",),
    "marketplace": "BR",
    "authorized_on": "2026-01-14",
    "affiliate_id": "AMZ",
    "default_zip": "1",
    "dont_send_price": True,
}
CATEGORIES = (100, 178, 187, 188, 201, 212, 267, 328, 784, 1604, 5322)
ASKED = CoverageView(
    CATEGORIES,
    (
        FileScope(
            Path("/x/shirt-values.xlsm"),
            ("SHIRT",),
            (212,),
            {"told": (212,)},
            (1604, 5322),
            is_doubtful=True,
        ),
        FileScope(
            Path("/x/values.xlsm"),
            ("KURTA", "SARI", "SALWAR_SUIT_SET", "LEHENGA_CHOLI_SET"),
            is_doubtful=True,
        ),
    ),
    CATEGORIES,
)
"""Two templates of which nobody said for which categories they are."""


pytestmark = pytest.mark.slow  # each test walks through the whole window, once for each language


@pytest.fixture(params=LANGUAGES)
def window(request, qtbot, qapp) -> Iterator[MainWindow]:
    style.apply(qapp, dark=False)
    store = Store()
    store.set_state("language", request.param)
    made = make_window(store)
    qtbot.show(made)
    yield made
    made.close()
    store.close()


def scenes(window: MainWindow) -> Iterator[str]:
    """Bring one page after the other to the front."""
    window.show_tab(LOOKUP)
    yield "areas"
    window.tab(LOOKUP).show_area("products-mapping")
    yield "an area"
    window.tab(LOOKUP).input.setPlainText(MESSAGE)
    yield "an answer"
    window.tab(LOOKUP).input.setPlainText(f"{MESSAGE}\n{MESSAGE.replace('Cor', 'Tamanho')}\nno such thing")
    yield "groups"
    window.tab(LOOKUP).panel.choose(1)
    yield "what is not known"
    window.show_tab(SETTINGS)
    yield "empty settings"
    window.tab(SETTINGS).fill(FILLED)
    for row in window.tab(SETTINGS).form.rows:
        row._where.click()
    window.tab(SETTINGS).form.token._how.click()
    yield "settings"
    window.show_tab(SPREADSHEET)
    yield "files"
    files = FakeJobs(kinds(1), has_kits=True, ean="exempt", category_ids=CategoryReading("store", 3, 80, 9))
    files.trade_policies, files.coverage = ("1", "2"), ASKED
    files.open((Path("/x/mapping.xlsx"), *(scope.file for scope in ASKED.files)))
    page = window.tab(SPREADSHEET).files
    page.set_overview(files.overview())
    yield "files that are asked about"
    files.set_covers(ASKED.files[0].file, ["1604", "5322"])
    page.set_overview(files.set_covers(ASKED.files[1].file, []))
    page.uncovered.itemAt(0).widget().unfold.click()
    yield "files that were asked about"


def test_every_control_has_a_name(window):
    for scene in scenes(window):
        QApplication.processEvents()
        assert nameless(window) == [], scene


@pytest.mark.parametrize("width", [1120, 900])
def test_no_word_is_cut_off(window, width):
    cut = []
    for scene in scenes(window):
        window.resize(width, 600)
        cut += [(scene, words) for words in cut_words(window)]
    assert sorted(set(cut)) == [], f"say it shorter or give it more room, where the window is {width} wide"


def test_tab_reaches_what_can_be_used(window, qtbot):
    for scene in scenes(window):
        assert out_of_reach(window) == [], scene


def test_these_tests_would_notice(window):
    window.show_tab(LOOKUP)
    window.tab(LOOKUP).input.setPlainText(MESSAGE)
    QApplication.processEvents()
    words = max(shown(window, [QLabel]), key=lambda label: len(label.text()))
    words.setFixedHeight(10)
    button = window.tab(LOOKUP).answer.offers[0]
    button.setFixedWidth(30)
    QApplication.processEvents()
    assert cut_label(words)
    assert cut_button(button)
