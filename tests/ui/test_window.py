"""The window around the tabs: what goes where, what it remembers, what it says at the start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fake_runner import FakeRunner, FakeTask
from fake_shelves import Explaining, Templates
from hands import drop, files_held, hover, leave
from listo.core.errors import InputError
from listo.core.settings import Settings, Template
from listo.core.storage.lookups import Lookups
from listo.core.storage.profiles import Profiles
from listo.core.storage.store import Store
from listo.core.worker.model import FileCard
from listo.ui import style
from listo.ui.dialogs.help import HelpDialog
from listo.ui.language import WindowLanguage
from listo.ui.main_window import LOOKUP, SETTINGS, SPREADSHEET, MainWindow

COR = (
    "Specification (Cor) from the mapping spreadsheet was not found in the product or SKU specification "
    "in your VTEX catalog"
)
KINDS = {
    "mapping": "mapping",
    "template": "amazon-values",
    "messages": "messages",
    "report": "processing-report",
    "products": "vtex-products",
}


class Working(Explaining, Templates):
    """The worker's jobs that the window itself asks for; what a file is, its name tells."""

    def tell(self, paths: tuple[Path, ...]) -> tuple[FileCard, ...]:
        return tuple(self._card(path) for path in paths)

    def _card(self, path: Path) -> FileCard:
        kind: Any = KINDS.get(path.stem.split()[0])
        return FileCard(path, kind, error=None if kind else InputError("file-damaged", file=path.name))


class WindowRunner(FakeRunner):
    """Holds what the spreadsheet tab asks for: it is tested elsewhere."""

    def __init__(self) -> None:
        super().__init__(Working(Template(("Entrega",))))  # type: ignore[arg-type]
        self.held |= {"open", "sample", "recent", "resume"}
        self.closed = False

    def start(self, job: str, /, **arguments: Any) -> FakeTask:
        if job in self.held:
            self.started.append((job, arguments))
            self.tasks.append(FakeTask(None, self))
            return self.tasks[-1]
        return super().start(job, **arguments)

    def close(self) -> None:
        self.closed = True


class Desk:
    """One start of the window."""

    def __init__(self, qtbot, language="en") -> None:
        self.qtbot = qtbot
        self.store = Store()
        self.runner = WindowRunner()
        spoken = WindowLanguage(language)
        self.window = MainWindow(self.store, Profiles, Lookups, self.runner, spoken)  # type: ignore[arg-type]
        for one in (spoken, self.runner):
            one.setParent(self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def key(self, key, held=Qt.KeyboardModifier.ControlModifier) -> None:
        QTest.keyClick(self.window, key, held)

    def drop(self, *names: str) -> None:
        assert drop(self.window, [Path("/x") / name for name in names])
        QApplication.processEvents()

    def close(self) -> None:
        self.window.close()
        self.store.close()


@pytest.fixture
def start(qtbot, qapp) -> Iterator[Any]:
    style.apply(qapp, dark=False)
    started: list[Desk] = []

    def begin(language="en") -> Desk:
        started.append(Desk(qtbot, language))
        return started[-1]

    yield begin
    for desk in started:
        desk.close()
    WindowLanguage("en").deleteLater()


# ---------------------------------------------------------------- tabs


def test_a_tab_is_made_when_it_is_first_shown(start):
    desk = start()
    assert set(desk.window._built) == {SPREADSHEET}
    desk.key(Qt.Key.Key_1)
    assert set(desk.window._built) == {SPREADSHEET, LOOKUP}
    assert desk.window.pages.currentWidget() is desk.window.lookup
    desk.key(Qt.Key.Key_3)
    assert desk.window.pages.currentWidget() is desk.window.settings
    desk.key(Qt.Key.Key_2)
    assert desk.window.pages.currentWidget() is desk.window.spreadsheet


def test_what_it_remembers(start):
    desk = start()
    desk.window.resize(900, 650)  # the screen that tests have is 800 wide
    desk.key(Qt.Key.Key_3)
    desk.window.header.languageChosen.emit("pt")
    desk.close()
    assert desk.runner.closed
    again = start(again_language(desk))
    assert again.window.pages.currentIndex() == SETTINGS
    assert (again.window.width(), again.window.height()) == (900, 650)


def again_language(desk: Desk) -> str:
    store = Store()
    language = store.get_state("language")
    store.close()
    assert language == "pt"
    return language


def test_a_place_on_a_screen_that_is_gone_does_not_hide_the_window(start, qtbot):
    desk = start()
    desk.window.move(30_000, 20_000)
    desk.close()
    again = start()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    seen = again.window.frameGeometry().intersected(screen)
    assert seen.width() >= 200
    assert seen.height() >= 200
    assert isinstance(seen, QRect)


def test_small_and_large(start):
    desk = start()
    desk.window.resize(100, 100)
    assert (desk.window.width(), desk.window.height()) == (900, 600)
    for tab in (LOOKUP, SPREADSHEET, SETTINGS):
        desk.window.show_tab(tab)
        QApplication.processEvents()
        assert desk.window.width() == 900
        assert desk.window._tab(tab).minimumSizeHint().width() <= 900


def test_two_windows_on_one_database(start):
    first, second = start(), start()
    first.window.show_tab(SETTINGS)
    first.window.settings.fill({"seller_id": "A3FIRST"})
    first.window.settings.keep()
    second.window.show_tab(SETTINGS)
    assert second.window.settings.form.settings().seller_id == "A3FIRST"
    second.window.lookup.input.setPlainText("\n".join([COR] * 9))
    second.qtbot.waitUntil(lambda: bool(second.window.lookups.recent()))
    assert first.window.lookups.recent()[0].messages == 9
    first.close()
    second.window.header.languageChosen.emit("es")


# ---------------------------------------------------------------- language


def test_the_language_changes_at_once_in_every_tab(start):
    desk = start()
    for tab in (LOOKUP, SETTINGS, SPREADSHEET):
        desk.window.show_tab(tab)
    desk.window.header.languageChosen.emit("pt")
    QApplication.processEvents()
    assert desk.window.header.tabs.tabText(LOOKUP) == "Entender um erro"
    assert desk.window.lookup._title.text() == "Entender um erro"
    assert desk.window.settings._title.text() == "Verificar configurações"
    assert desk.window.settings.form.rows[1]._label.text() == "Marketplace"
    desk.window.header.languageChosen.emit("en")
    QApplication.processEvents()
    assert desk.window.lookup._title.text() == "Find an error"


# ---------------------------------------------------------------- hints and help


def test_a_hint_is_read_once_for_each_tab(start):
    desk = start()
    assert "mapping sheet" in desk.window.hint.text()
    desk.window.hint.read.click()
    assert desk.window.hint.text() == ""
    desk.key(Qt.Key.Key_1)
    assert "Paste" in desk.window.hint.text()
    desk.close()
    again = start()
    again.window.show_tab(SPREADSHEET)
    assert again.window.hint.text() == ""
    again.window.show_tab(SETTINGS)
    assert "Seller ID" in again.window.hint.text()


def test_the_hint_to_drop_a_sheet_goes_once_one_is_open(start):
    desk = start()
    desk.window.spreadsheet.begun.emit()
    assert desk.window.hint.text() == ""
    desk.window.show_tab(SETTINGS)
    desk.window.spreadsheet.begun.emit()
    assert "Seller ID" in desk.window.hint.text()


@pytest.mark.parametrize("tab", [LOOKUP, SPREADSHEET, SETTINGS])
def test_help_is_about_the_tab(start, tab):
    desk = start()
    desk.window.show_tab(tab)
    desk.key(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    dialog = desk.window.findChild(HelpDialog)
    assert desk.window.header.tabs.tabText(tab) in dialog.words()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# ---------------------------------------------------------------- what is due


def keep_store(days_ago: int) -> None:
    profiles = Profiles()
    authorised = date.today() - timedelta(days=days_ago)
    profiles.save("Loja", Settings(authorized_on=authorised.isoformat()))
    profiles.close()


def test_an_authorisation_that_ends_soon_is_said_at_the_start(start, qtbot):
    keep_store(360)
    desk = start()
    qtbot.waitUntil(lambda: bool(desk.window.notice.text()))
    assert "5 days" in desk.window.notice.text()
    desk.window.header.languageChosen.emit("es")
    assert "5 días" in desk.window.notice.text()
    desk.window.notice._follow.click()
    assert desk.window.pages.currentIndex() == SETTINGS
    field = desk.window.settings.form.editors()["authorized_on"]
    assert desk.window.focusWidget() is field
    assert desk.window.notice.text() == ""


def test_one_that_ends_later_is_not(start, qtbot):
    keep_store(30)
    desk = start()
    qtbot.waitUntil(lambda: not desk.window._due_soon.isActive())
    assert desk.window.notice.text() == ""


# ---------------------------------------------------------------- files


def test_each_file_goes_to_its_tab(start):
    desk = start()
    desk.drop("mapping.xlsx", "template.xlsm", "products.xlsx", "broken.xlsx")
    assert desk.window.pages.currentIndex() == SPREADSHEET
    (opened,) = desk.runner.jobs("open")
    assert [path.name for path in opened["paths"]] == [
        "mapping.xlsx",
        "template.xlsm",
        "products.xlsx",
        "broken.xlsx",
    ]
    desk.drop("messages.csv", "report.xlsm")
    assert desk.window.pages.currentIndex() == LOOKUP
    assert [path.name for path in desk.runner.jobs("explain_files")[0]["paths"]] == [
        "messages.csv",
        "report.xlsm",
    ]


def test_a_template_is_compared_with_where_the_settings_are_in_front(start):
    desk = start()
    desk.window.show_tab(SETTINGS)
    held = files_held([Path("/x/template.xlsm"), Path("/x/mapping.xlsx")])
    assert hover(desk.window, held, desk.window.rect().center())
    QApplication.processEvents()
    assert "compare your settings" in desk.window.overlay.text()
    leave(desk.window)
    desk.drop("template.xlsm")
    assert desk.window.pages.currentIndex() == SETTINGS
    assert desk.window.settings.form.settings().amazon_template == "/x/template.xlsm"
    assert desk.runner.jobs("open") == []


def test_the_settings_of_a_store_are_taken_over(start, tmp_path):
    (tmp_path / "loja.toml").write_text('seller_id = "A3TESTSELLERO"\n')
    desk = start()
    assert drop(desk.window, [tmp_path / "loja.toml"])
    assert desk.window.pages.currentIndex() == SETTINGS
    assert desk.window.settings.form.settings().seller_id == "A3TESTSELLERO"


def test_a_folder_stands_for_the_tables_in_it(start, tmp_path):
    for name in ("mapping.xlsx", "~$mapping.xlsx", ".hidden.csv", "photo.png", "messages.CSV"):
        (tmp_path / name).touch()
    (tmp_path / "empty").mkdir()
    desk = start()
    assert hover(desk.window, files_held([tmp_path]), desk.window.rect().center())
    QApplication.processEvents()
    lines = desk.window.overlay.text().splitlines()
    assert [line.split()[0] for line in lines] == ["mapping.xlsx", "messages.CSV"]
    assert hover(desk.window, files_held([tmp_path / "empty"]), desk.window.rect().center())
    assert "a folder without tables" in desk.window.overlay.text()
    leave(desk.window)


def test_what_will_happen_is_said_of_each_and_of_more_than_six(start):
    desk = start()
    names = ["mapping.xlsx", "template.xlsm", "messages.csv", "report.xlsm", "products.xlsx", "broken.xlsx"]
    held = files_held([Path("/x") / name for name in [*names, "loja.toml", "mapping 2.xlsx"]])
    desk.runner.held.add("tell")
    assert hover(desk.window, held, desk.window.rect().center())
    assert desk.window.overlay.isVisible()
    assert "looking at it" in desk.window.overlay.text()
    desk.runner.tasks[-1].succeeded.emit(desk.runner.workspace.tell(tuple(Path("/x") / n for n in names)))
    said = desk.window.overlay.text().splitlines()
    assert said[0].endswith("check it")
    assert said[5].endswith("cannot be used")
    assert "2" in said[6]
    leave(desk.window)
    assert not desk.window.overlay.isVisible()
    assert desk.runner.tasks[-1].was_cancelled


def test_text_and_web_addresses_are_refused(start):
    desk = start()
    words, page = QMimeData(), QMimeData()
    words.setText("SEM GTIN")
    page.setUrls([QUrl("https://example.com/mapping.xlsx")])
    for held in (words, page):
        assert not hover(desk.window, held, desk.window.rect().center())
        assert not desk.window.overlay.isVisible()


# ---------------------------------------------------------------- from tab to tab


def test_from_an_error_to_the_settings_and_back(start):
    desk = start()
    desk.window.show_tab(LOOKUP)
    desk.window.lookup.settingsRequested.emit("seller-id-malformed")
    assert desk.window.pages.currentIndex() == SETTINGS
    assert desk.window.focusWidget() is desk.window.settings.form.editors()["seller_id"]
    desk.window.settings.lookupRequested.emit("map-value-not-accepted")
    assert desk.window.pages.currentIndex() == LOOKUP
    assert desk.window.lookup.panel.results()[0].error_id == "map-value-not-accepted"


def test_from_an_error_to_the_spreadsheet(start):
    desk = start()
    desk.window.lookup.input.setPlainText(COR)
    desk.window.lookup.answer.offers[0].click()
    assert desk.window.pages.currentIndex() == SPREADSHEET
    assert desk.window.spreadsheet.sought[1] == ("Cor",)
