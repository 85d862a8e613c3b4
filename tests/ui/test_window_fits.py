"""Every control has a name, every word is seen whole: three languages, two widths, all three tabs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QTabBar,
    QWidget,
)

from listo.core.sessions import Store
from listo.core.texts import LANGUAGES
from listo.ui import style
from listo.ui.app import make_window
from listo.ui.main_window import LOOKUP, SETTINGS, SPREADSHEET, MainWindow

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QTabBar, QProgressBar)
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


@pytest.fixture(params=LANGUAGES)
def window(request, qtbot, qapp) -> Iterator[MainWindow]:
    style.apply(qapp, dark=False)
    store = Store()
    store.set_state("language", request.param)
    made = make_window(store)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    store.close()


def scenes(window: MainWindow) -> Iterator[str]:
    """Bring one page after the other to the front."""
    window.show_tab(LOOKUP)
    yield "areas"
    window.lookup.show_area("products-mapping")
    yield "an area"
    window.lookup.input.setPlainText(MESSAGE)
    yield "an answer"
    window.lookup.input.setPlainText(f"{MESSAGE}\n{MESSAGE.replace('Cor', 'Tamanho')}\nno such thing")
    yield "groups"
    window.lookup.panel.choose(1)
    yield "what is not known"
    window.show_tab(SETTINGS)
    yield "empty settings"
    window.settings.fill(FILLED)
    for row in window.settings.form.rows:
        row._where.click()
    window.settings.form.token._how.click()
    yield "settings"
    window.show_tab(SPREADSHEET)
    yield "files"


def shown(window: MainWindow, kinds: Any) -> list[QWidget]:
    return [one for kind in kinds for one in window.findChildren(kind) if one.isVisible()]


def test_every_control_has_a_name(window):
    nameless = []
    for scene in scenes(window):
        QApplication.processEvents()
        for control in shown(window, CONTROLS):
            interface = QAccessible.queryAccessibleInterface(control)
            name = interface.text(QAccessible.Text.Name) or interface.text(QAccessible.Text.Value)
            if not name and control.objectName() != "qt_spinbox_lineedit":
                nameless.append((scene, repr(control), repr(control.parent())))
    assert nameless == []


@pytest.mark.parametrize("width", [1120, 900])
def test_no_word_is_cut_off(window, width):
    cut = []
    for scene in scenes(window):
        window.resize(width, 600)
        for _pass in range(3):  # what grows in height may bring a scroll bar, which takes width
            QApplication.processEvents()
        cut += [(scene, words) for words in map(cut_label, shown(window, [QLabel])) if words]
        cut += [(scene, words) for words in map(cut_button, shown(window, [QAbstractButton])) if words]
        cut += [(scene, words) for words in map(cut_tabs, shown(window, [QTabBar])) if words]
        cut += [(scene, words) for words in map(scrolls_sideways, shown(window, [QScrollArea])) if words]
    assert sorted(set(cut)) == []


def cut_label(label: QLabel) -> str:
    """Return the words of a label that has not the room that they need; empty where all is well."""
    if not label.text() or label.toolTip() or label.pixmap().width() > 0:
        return ""
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return f"{label.text()} (high {label.height()} of {needed})" if label.height() < needed else ""
    needed = label.sizeHint().width()
    return f"{label.text()} (wide {label.width()} of {needed})" if label.width() < needed else ""


def cut_button(button: QAbstractButton) -> str:
    if not button.text() or button.width() >= button.sizeHint().width():
        return ""
    needed = QFontMetrics(button.font()).horizontalAdvance(button.text())
    return f"{button.text()} (wide {button.width()} of {needed})"


def cut_tabs(tabs: QTabBar) -> str:
    return f"tabs (wide {tabs.width()})" if tabs.width() < tabs.sizeHint().width() else ""


def scrolls_sideways(area: QScrollArea) -> str:
    bar = area.horizontalScrollBar()
    return f"{area!r} scrolls sideways" if bar.maximum() > 0 else ""


def test_tab_reaches_what_can_be_used(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for scene in scenes(window):
        QApplication.processEvents()
        reached = focus_chain(window)
        wanted = [
            one
            for one in shown(window, (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit))
            if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert [repr(one) for one in wanted if one not in reached and not in_table(one)] == [], scene


def focus_chain(window: MainWindow) -> set[QWidget]:
    """Return what the Tab key comes by, from the window on, until it is back."""
    first = window.nextInFocusChain()
    chain, widget = {first}, first.nextInFocusChain()
    while widget not in chain:
        chain.add(widget)
        widget = widget.nextInFocusChain()
    return chain


def in_table(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QAbstractItemView)


def test_these_tests_would_notice(window):
    window.show_tab(LOOKUP)
    window.lookup.input.setPlainText(MESSAGE)
    QApplication.processEvents()
    words = max(shown(window, [QLabel]), key=lambda label: len(label.text()))
    words.setFixedHeight(10)
    button = window.lookup.answer.offers[0]
    button.setFixedWidth(30)
    QApplication.processEvents()
    assert cut_label(words)
    assert cut_button(button)
