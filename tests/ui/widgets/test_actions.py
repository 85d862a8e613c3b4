"""The list of all actions: every one is done by a page or told as a key, and is found in three languages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import listo.ui
from listo.ui import style
from listo.ui.language import WindowLanguage
from listo.ui.tabs import TABS
from listo.ui.widgets.actions import ACTIONS, ActionsDialog, BoundAction, actions_of, bind

PAGES = {page for tab in TABS for page in tab.pages} | {"everywhere"}


@pytest.fixture
def page(qtbot, qapp):
    style.apply(qapp, dark=False)
    made = QWidget()
    qtbot.addWidget(made)
    qtbot.show(made)
    return made


def chosen(page: QWidget, typed: str) -> tuple[ActionsDialog, list[str]]:
    """Return the list after something was typed, and the names of what is done through it."""
    done: list[str] = []
    dialog = ActionsDialog(page, ACTIONS, lambda action: done.append(action.spec.name))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.open()
    QTest.keyClicks(dialog.search, typed)
    return dialog, done


def test_every_action_belongs_to_a_page_that_the_help_shows():
    assert {spec.page for spec in ACTIONS} == PAGES
    told = [spec for page in PAGES for _title, specs in actions_of((page,)) for spec in specs]
    assert {spec.name for spec in told} == {spec.name for spec in ACTIONS if spec.keys}


def test_every_name_is_one_and_no_page_gives_a_key_twice():
    assert max(Counter(spec.name for spec in ACTIONS).values()) == 1
    keys = Counter((spec.page, key) for spec in ACTIONS for key in spec.keys)
    assert max(keys.values()) == 1


def test_every_action_is_bound_by_a_page_or_read_by_hand():
    code = "\n".join(
        file.read_text(encoding="utf-8") for file in Path(listo.ui.__file__).parent.rglob("*.py")
    )
    families = ("step-", "language-")
    for spec in ACTIONS:
        bound = code.count(f'"{spec.name}"') > 1
        assert spec.by_hand or bound or spec.name.startswith(families), spec.name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("desfazer", "undo"),
        ("deshacer", "undo"),
        ("UNDO", "undo"),
        ("licencas", "about"),
        ("salvar copia", "step-send"),
        ("guardar", "step-send"),
        ("onde obter", "get-files"),
        ("ctrl+q", "quit"),
    ],
)
def test_an_action_is_found_by_what_one_wants_to_do_in_any_language(page, typed, name):
    done: list[bool] = []
    bind(page, name, lambda: done.append(True))
    dialog, heard = chosen(page, typed)
    assert dialog.shown()[0].name == name
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert heard == [name]


def test_what_cannot_be_done_now_stands_below_and_is_not_chosen(page):
    bind(page, "redo", lambda: None, lambda: False)
    bind(page, "undo", lambda: None)
    dialog, done = chosen(page, "do")
    names = [spec.name for spec in dialog.shown()]
    assert names.index("undo") < names.index("redo")
    dialog.list.setCurrentRow(names.index("redo"))
    dialog.list.itemClicked.emit(dialog.list.item(names.index("redo")))
    QApplication.processEvents()
    assert done == []


def test_what_begins_so_in_another_language_stands_above_what_only_holds_the_words(page):
    for name in ("other-view", "step-problems"):
        bind(page, name, lambda: None)
    dialog, _heard = chosen(page, "ir a problemas")
    assert [spec.name for spec in dialog.shown()][:2] == ["step-problems", "other-view"]


def test_the_arrows_move_in_the_list_while_one_types(page):
    for name in ("undo", "redo"):
        bind(page, name, lambda: None)
    dialog, done = chosen(page, "")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert done == ["redo"]


def test_nothing_fits(page):
    dialog, _done = chosen(page, "xyzzy")
    assert dialog.list.isHidden()
    assert not dialog._none.isHidden()


def test_the_list_speaks_the_language_of_the_window(page):
    spoken = WindowLanguage("pt")
    bind(page, "undo", lambda: None)
    dialog, _done = chosen(page, "")
    assert dialog.list.item(0).text() == "Desfazer"
    spoken.deleteLater()
    WindowLanguage("en").deleteLater()


def test_a_key_does_it_while_the_keyboard_is_in_the_page(page):
    done: list[str] = []
    action = bind(page, "redo", lambda: done.append("redo"))
    assert isinstance(action, BoundAction)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert done == ["redo"]
