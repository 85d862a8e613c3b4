"""Recent: spreadsheets, lists of messages and stores, found, opened and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox

from fake_stores import FakeProfiles
from fake_worker import FakeClient
from listo.core.settings.types import Settings
from listo.core.storage.tables import Lookups
from listo.core.worker.results import RecentSession
from listo.ui import style
from listo.ui.recent_dialog import RecentDialog


class Sessions:
    """The worker's jobs on stored work."""

    def __init__(self, folder: Path) -> None:
        (folder / "mapping.xlsx").touch()
        changed = "2026-11-21T10:00:00.000+00:00"
        self.kept = [
            RecentSession(1, "mapping.xlsx", folder / "mapping.xlsx", changed, 12, 3, True),
            RecentSession(2, "outubro.xlsx", folder / "outubro.xlsx", changed, 1, 0, False),
        ]

    def recent(self, text: str = "") -> tuple[RecentSession, ...]:
        return tuple(one for one in self.kept if text.casefold() in str(one.path).casefold())

    choices = 3

    def forget_decision(self, number: int | None) -> tuple[()]:
        assert number is None
        self.choices = 0
        return ()

    def forget(self, session: int | None) -> tuple[RecentSession, ...]:
        self.kept = [one for one in self.kept if session not in (None, one.session)]
        return tuple(self.kept)


class Desk:
    def __init__(self, qtbot, tmp_path: Path, lookups: Lookups) -> None:
        self.sessions = Sessions(tmp_path)
        self.lookups, self.profiles = lookups, FakeProfiles(Loja=Settings(seller_id="A3"))
        self.client = FakeClient(self.sessions)  # type: ignore[arg-type]
        self.dialog = RecentDialog(self.client, lookups, self.profiles)  # type: ignore[arg-type]
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.refresh()
        qtbot.show(self.dialog)
        self.qtbot = qtbot
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: all(task.is_over for task in self.client.tasks))

    def names(self) -> list[str]:
        return [work.name for work in self.dialog.items()]

    def choose(self, name: str) -> None:
        self.dialog.list.setCurrentRow(self.names().index(name))

    def heard(self, signal) -> list[tuple]:
        told: list[tuple] = []
        signal.connect(lambda *what: told.append(what))
        return told

    def answer(self) -> None:
        box = self.dialog.findChild(QMessageBox)
        next(one for one in box.buttons() if "Delete" in one.text()).click()
        self.settle()


@pytest.fixture
def desk(qtbot, qapp, tmp_path):
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    style.apply(qapp, dark=False)
    lookups = Lookups()
    lookups.keep(None, "SEM GTIN\nSEM GTIN", (), 2, 1)
    lookups.keep(None, "", [tmp_path / "erros.csv"], 900, 12)
    (tmp_path / "erros.csv").touch()
    yield Desk(qtbot, tmp_path, lookups)
    lookups.close()


def test_the_keyboard_begins_at_the_search_and_goes_on_to_the_list(desk):
    assert desk.dialog.search.hasFocus()
    QTest.keyClick(desk.dialog.search, Qt.Key.Key_Down)
    assert desk.dialog.list.hasFocus()


def test_all_kinds_are_listed_the_last_touched_first(desk):
    names = desk.names()
    assert set(names) == {"mapping.xlsx", "outubro.xlsx", "SEM GTIN", "erros.csv", "Loja"}
    changed = [work.changed for work in desk.dialog.items()]
    assert changed == sorted(changed, reverse=True)
    texts = [desk.dialog.list.item(row).text() for row in range(5)]
    assert "900" in texts[names.index("erros.csv")]
    assert "moved" in texts[names.index("outubro.xlsx")]


def test_searching_finds_files_messages_and_stores(desk):
    for words, found in (("gtin", ["SEM GTIN"]), ("outubro", ["outubro.xlsx"]), ("loja", ["Loja"])):
        desk.dialog.search.setText(words)
        desk.settle()
        assert desk.names() == found
    desk.dialog.search.setText("nothing of that name")
    desk.settle()
    assert desk.dialog._empty.isVisible()
    assert not desk.dialog.open_button.isEnabled()


def test_one_kind_alone(desk):
    for place, found in ((1, 2), (2, 2), (3, 1), (0, 5)):
        desk.dialog.kinds.setCurrentIndex(place)
        assert len(desk.names()) == found


def test_going_on_with_each(desk, tmp_path):
    sessions = desk.heard(desk.dialog.sessionChosen)
    lookups = desk.heard(desk.dialog.lookupChosen)
    stores = desk.heard(desk.dialog.storeChosen)
    for name in ("mapping.xlsx", "SEM GTIN", "erros.csv", "Loja"):
        desk.choose(name)
        desk.dialog.open_button.click()
        desk.dialog.show()
    assert sessions == [(1, None)]
    assert [(lookup.messages, files) for lookup, files in lookups] == [
        (2, ()),
        (900, (tmp_path / "erros.csv",)),
    ]
    assert stores == [("Loja",)]


def test_a_file_that_was_moved_is_pointed_to(desk, tmp_path):
    (tmp_path / "elsewhere.xlsx").touch()
    sessions = desk.heard(desk.dialog.sessionChosen)
    desk.choose("outubro.xlsx")
    assert desk.dialog.open_button.text() == "Find the file…"
    desk.dialog.open_button.click()
    dialog = desk.dialog.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.setText(str(tmp_path / "elsewhere.xlsx"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(sessions))
    assert sessions == [(2, tmp_path / "elsewhere.xlsx")]


def test_one_is_deleted_by_key(desk):
    desk.choose("mapping.xlsx")
    desk.qtbot.activate(desk.dialog)
    desk.dialog.list.setFocus()
    QTest.keyClick(desk.dialog.list, Qt.Key.Key_Delete)
    desk.settle()
    assert "mapping.xlsx" not in desk.names()
    desk.choose("SEM GTIN")
    desk.dialog.delete.click()
    assert "SEM GTIN" not in desk.names()
    assert len(desk.lookups.recent()) == 1


def test_a_store_is_deleted_after_a_question(desk):
    told = desk.heard(desk.dialog.storeForgotten)
    desk.choose("Loja")
    desk.dialog.delete.click()
    assert told == []
    desk.answer()
    assert told == [("Loja",)]


def test_deleting_all_leaves_the_stores(desk):
    desk.dialog.delete_all.click()
    desk.answer()
    assert desk.names() == ["Loja"]
    assert not desk.dialog.delete_all.isEnabled()
    assert desk.sessions.choices == 3


def test_deleting_all_takes_the_choices_too_where_the_person_says_so(desk):
    desk.dialog.delete_all.click()
    desk.dialog.findChild(QMessageBox).checkBox().click()
    desk.answer()
    assert desk.names() == ["Loja"]
    assert desk.sessions.choices == 0


def test_a_long_message_and_a_deep_folder_fit_into_the_dialog(qtbot, desk, tmp_path):
    folder = tmp_path.joinpath(*["planilhas da loja de roupas"] * 5)
    folder.mkdir(parents=True)
    path = folder / "mapeamento.xlsx"
    path.touch()
    desk.lookups.keep(None, "A especificação (Cor) preenchida na planilha não foi encontrada " * 3, (), 9, 2)
    desk.sessions.kept.append(
        RecentSession(3, path.name, path, "2026-11-21T10:00:00.000+00:00", 12345, 678, True)
    )
    desk.dialog.refresh()
    desk.settle()
    qtbot.waitUntil(lambda: path.name in desk.names())
    qtbot.waitUntil(lambda: not desk.dialog.list.horizontalScrollBar().isVisible())
    told = [desk.dialog.list.item(place).text() for place in range(desk.dialog.list.count())]
    assert any("…" in text.split("\n")[0] for text in told)
    assert any("…" in text and text.endswith("loja de roupas") for text in told)
