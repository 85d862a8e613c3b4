"""Every control has a name, every word is seen whole: three languages, two widths, all the tabs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from fake_worker import FakeJobs, kinds
from listo.core.drafting.model import CategoryGuess, CategoryToFind, Question
from listo.core.skus.options import CategoryReading
from listo.core.storage.store import Store
from listo.core.texts import LANGUAGES
from listo.core.wizard_state import DraftState
from listo.core.worker.results import AskedQuestion, CoverageView, DraftView, FileScope, LookGroup
from listo.ui import style
from listo.ui.app import make_window
from listo.ui.main_window import MainWindow
from listo.ui.spreadsheet import SpreadsheetTab
from listo.ui.tabs import LOOKUP, SETTINGS, SPREADSHEET
from long_words import long_words
from window_looks import cut_button, cut_label, cut_words, misspoken, nameless, out_of_reach, shown

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

PRODUCTS = ("Camiseta manga longa com estampa de folhas", "Calça jeans", "Saia")
OPTIONS = ("Burgundy", "Wine", "Dark Red", "A rather long name of a color that nobody would choose")
DRAFT = DraftView(
    0,
    rows=1400,
    sure=1200,
    categories=11,
    questions=(
        Question("category-ids", "category-ids", options=("global", "store"), skus=1234, products=PRODUCTS),
        Question("attribute/Gênero", "attribute", None, "Gênero", "", "", OPTIONS, 9, PRODUCTS, (212, 1604)),
        Question("theme/x", "theme", 212, "", "Color+Size", "", ("Size",), 9, PRODUCTS, (212,)),
        Question("value/x", "value", None, "Cor", "Color", "Vinho tinto", OPTIONS, 1, PRODUCTS, CATEGORIES),
    ),
    answered=("value/y",),
    advice=(Question("constant/x", "constant", None, "", "FabricType", "", (), 120),),
    look=(
        LookGroup("a", "Cor", "Color", tuple((f"Azul {n}", "Blue") for n in range(20)), 90, is_done=False),
        LookGroup("b", "Material da sola", "OuterMaterialType", (("Couro", "Leather"),), 1, is_done=True),
    ),
    coverage=ASKED,
    to_find=(CategoryToFind(7, "Camisetas", 40, PRODUCTS, (CategoryGuess(212, ("camiseta", "manga")),)),),
    left_out=("Peso líquido", "NCM", "Código interno"),
)
"""All that a draft can ask and tell."""


pytestmark = pytest.mark.slow  # each test walks through the whole window, once for each language


@pytest.fixture(params=[*LANGUAGES, "long"])
def window(request, qtbot, qapp, monkeypatch) -> Iterator[MainWindow]:
    style.apply(qapp, dark=False)
    store = Store()
    store.set_state("language", "en" if request.param == "long" else request.param)
    made = make_window(store)
    made.resize(1120, 740)  # the screen that is not there is smaller than most people's
    qtbot.show(made)
    with long_words(monkeypatch.setattr) if request.param == "long" else nullcontext():
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
    yield from drafts(window.tab(SPREADSHEET), files)


def drafts(tab: SpreadsheetTab, files: FakeJobs) -> Iterator[str]:
    """Show a draft with all that it can ask and tell."""
    overview = files.overview()
    draft = replace(overview.wizard, state=overview.wizard.state._replace(draft=DraftState()))
    page = tab.pages.draft
    page.update_to(replace(overview, wizard=draft))
    tab.pages.show_draft()
    page.look.show_groups(DRAFT.look)
    page.view = DRAFT
    page._retranslate()
    for question in DRAFT.questions:
        accepted = ("Black", "White") if question.kind == "value" else ()
        page._show_question(AskedQuestion(0, question, accepted, question.kind == "theme", "Size"))
        yield f"a draft asks for the {question.kind}"
    page._show_question(None)
    yield "a draft is done"


def test_every_control_has_a_name_a_role_and_its_state(window):
    for scene in scenes(window):
        QApplication.processEvents()
        assert [*nameless(window), *misspoken(window)] == [], scene


@pytest.mark.parametrize("size", [(1120, 600), (900, 600), (960, 500)])
def test_no_word_is_cut_off(window, size):
    cut = []
    for scene in scenes(window):
        window.resize(*size)
        cut += [(scene, words) for words in cut_words(window)]
    assert sorted(set(cut)) == [], f"say it shorter or give it more room, where the window is {size} large"


def test_tab_reaches_what_can_be_used(window, qtbot):
    for scene in scenes(window):
        assert out_of_reach(window) == [], scene


def turn_wheel(field: QWidget) -> bool:
    """Turn the wheel a notch over a field that has the keyboard; return whether the field took it."""
    field.setFocus()
    middle = QPointF(field.rect().center())
    modes = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(middle, field.mapToGlobal(middle), QPoint(), QPoint(0, -120), *modes, False)
    QApplication.sendEvent(field, wheel)
    return wheel.isAccepted()


def value_of(field: QWidget) -> object:
    return field.currentIndex() if isinstance(field, QComboBox) else field.text()


@pytest.mark.parametrize("window", ["en"], indirect=True)
def test_the_wheel_scrolls_the_page_and_changes_no_value_of_it(window):
    """Whoever scrolls a page goes over its choices and numbers, and would change one unseen."""
    fields: set[QWidget] = set()
    for scene in scenes(window):
        window.tab(SPREADSHEET).columns.header_row.setRange(1, 9)
        for field in {*window.findChildren(QComboBox), *window.findChildren(QAbstractSpinBox)}:
            fields.add(field)
            before = value_of(field)
            for part in (field, *field.findChildren(QLineEdit)):
                turn_wheel(part)
            assert not turn_wheel(field), (scene, field)
            assert value_of(field) == before, (scene, field)
            assert field.focusPolicy() != Qt.FocusPolicy.WheelFocus, (scene, field)
    assert len(fields) > 20
    assert any(isinstance(each, QSpinBox) for each in fields)


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
    pictures = QListWidget(window)
    item = QListWidgetItem(pictures)
    item.setIcon(style.icon("search"))
    pictures.show()
    button.setCheckable(True)
    QApplication.processEvents()
    assert len(misspoken(window)) == 1
