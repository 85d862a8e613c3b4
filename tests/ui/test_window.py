"""The window around the tabs: what goes where, what it remembers, what it says at the start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QMimeData, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QWidget

from desk import make_pages
from fake_stores import Explaining, Templates
from fake_worker import FakeClient, FakeJobs, kinds, replace
from listo import __version__
from listo.core import texts
from listo.core.errors import InputError
from listo.core.settings.types import CategoryTemplate, Settings
from listo.core.storage.store import Store
from listo.core.storage.tables import Lookups, Profiles
from listo.core.texts import LocalNumber, Texts
from listo.core.worker.results import FileCard
from listo.ui import header, language, main_window, style, tabs
from listo.ui.header import HelpDialog
from listo.ui.language import WindowLanguage
from listo.ui.main_window import MainWindow
from listo.ui.recent_dialog import RecentDialog
from listo.ui.tabs import LOOKUP, SETTINGS, SPREADSHEET, TABS, TabSpec
from listo.ui.widgets.actions import ActionsDialog
from listo.ui.widgets.parts import Tab, key_text
from user_actions import drop, files_held, hover, leave

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

    def get_ready(self) -> None: ...

    def identify(self, paths: tuple[Path, ...]) -> tuple[FileCard, ...]:
        return tuple(self._card(path) for path in paths)

    def find_sku(self, text: str) -> str | None:
        return text if text == "13002" else None

    def _card(self, path: Path) -> FileCard:
        kind: Any = KINDS.get(path.stem.split()[0])
        return FileCard(path, kind, error=None if kind else InputError("file-damaged", file=path.name))


class WindowClient(FakeClient):
    """Holds what the spreadsheet tab asks for: it is tested elsewhere."""

    def __init__(self) -> None:
        super().__init__(Working(CategoryTemplate(("Entrega",))))  # type: ignore[arg-type]
        self.held |= {"open", "sample", "recent", "resume"}
        self.closed = False
        self.window_was_there = True

    def close(self) -> None:
        self.closed = True
        self.window_was_there = self.parent().isVisible()


class Desk:
    """One start of the window."""

    def __init__(self, qtbot, language="en") -> None:
        self.qtbot = qtbot
        self.store = Store()
        self.client = WindowClient()
        spoken = WindowLanguage(language)
        stores = (Profiles, Lookups, self.client)
        self.window = MainWindow(self.store, *stores, spoken, self.store.has_profiles)  # type: ignore[arg-type]
        for one in (spoken, self.client):
            one.setParent(self.window)
        qtbot.show(self.window)

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


def test_the_window_comes_to_the_front_with_the_question_that_is_open(start, qtbot):
    desk = start()
    other = QWidget()
    qtbot.show(other)
    desk.window.come_forward()
    qtbot.waitUntil(desk.window.isActiveWindow)
    question = QDialog(desk.window)
    question.setModal(True)
    qtbot.show(question)
    desk.window.showMinimized()
    qtbot.activate(other)
    desk.window.come_forward()
    qtbot.waitUntil(question.isActiveWindow)
    assert not desk.window.isMinimized()


def test_a_tab_is_made_when_it_is_first_shown(start):
    desk = start()
    assert set(desk.window._built) == {SPREADSHEET.key}
    desk.key(Qt.Key.Key_1)
    assert set(desk.window._built) == {SPREADSHEET.key, LOOKUP.key}
    assert desk.window.pages.currentWidget() is desk.window.tab(LOOKUP)
    desk.key(Qt.Key.Key_3)
    assert desk.window.pages.currentWidget() is desk.window.tab(SETTINGS)
    desk.key(Qt.Key.Key_2)
    assert desk.window.pages.currentWidget() is desk.window.tab(SPREADSHEET)


def test_it_is_out_of_sight_while_it_waits_for_what_is_kept(start):
    desk = start()
    desk.close()
    assert desk.client.closed
    assert not desk.client.window_was_there


def test_what_it_remembers(start):
    desk = start()
    desk.window.resize(900, 650)  # the screen that tests have is 800 wide
    desk.key(Qt.Key.Key_3)
    desk.window.header.languageChosen.emit("pt")
    desk.close()
    assert desk.client.closed
    again = start(again_language(desk))
    assert again.window.current() is SETTINGS
    assert (again.window.width(), again.window.height()) == (900, 650)


@pytest.mark.parametrize(("kept", "shown"), [(0, LOOKUP), (1, SPREADSHEET), (2, SETTINGS)])
def test_what_older_versions_kept_by_index_is_read(start, kept, shown):
    store = Store()
    store.set_state("tab", kept)
    store.set_state("hints-read", [0, kept])
    store.close()
    desk = start()
    assert desk.window.current() is shown
    read = {LOOKUP, shown}
    for spec in TABS:
        desk.window.show_tab(spec)
        assert bool(desk.window.hint.text()) == (spec not in read), spec.key
    unread = next(spec for spec in TABS if spec not in read)
    desk.window.show_tab(unread)
    desk.window.hint.read.click()
    assert desk.store.get_state("tab") == unread.key
    assert set(desk.store.get_state("hints-read")) == {spec.key for spec in (*read, unread)}


@pytest.mark.parametrize("kept", [None, 3, -1, "", "gone", 1.5, [0]])
def test_a_tab_that_is_not_known_is_none(start, kept):
    store = Store()
    store.set_state("tab", kept)
    store.set_state("hints-read", [kept, "gone"])
    store.close()
    desk = start()
    assert desk.window.current() is SPREADSHEET
    assert desk.window.hint.text()


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


class Notes(Tab):
    """One more tab, as little as one can be."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []
        self.language, self.finished = "", False

    def set_texts(self, texts: Texts) -> None:
        self.language = texts.language

    def open_files(self, paths: Sequence[Path]) -> None:
        self.files += paths

    def finish(self) -> None:
        self.finished = True


NOTES = TabSpec(
    key="one-more",
    icon="edit",
    title=lambda: "Notes",
    hint=lambda: "Write it down.",
    help=lambda: ("Whatever you write stays here.",),
    make=lambda _host: Notes(),
    takes_in_front=("messages",),
)


def test_one_more_tab_needs_its_own_spec_alone(start, monkeypatch):
    for module in (tabs, main_window, header):
        monkeypatch.setattr(module, "TABS", (*TABS, NOTES))
    desk = start()
    place = len(TABS) + 1
    desk.key(Qt.Key(Qt.Key.Key_0 + place))
    notes = desk.window.built(NOTES)
    assert desk.window.pages.currentWidget() is notes
    assert desk.window.hint.text() == "Write it down."
    desk.window.hint.read.click()
    desk.window.header.languageChosen.emit("es")
    assert notes.language == "es"
    desk.drop("messages.csv")
    assert [path.name for path in notes.files] == ["messages.csv"]
    desk.key(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    words = desk.window.findChild(HelpDialog).words()
    assert "Whatever you write stays here." in words
    assert f"+{place}" in words
    desk.close()
    assert notes.finished
    again = start()
    assert again.window.current() is NOTES
    assert again.window.hint.text() == ""


def test_small_and_large(start):
    desk = start()
    desk.window.resize(100, 100)
    assert (desk.window.width(), desk.window.height()) == (900, 500)
    for tab in (LOOKUP, SPREADSHEET, SETTINGS):
        desk.window.show_tab(tab)
        QApplication.processEvents()
        assert desk.window.width() == 900
        assert desk.window.tab(tab).minimumSizeHint().width() <= 900


def test_two_windows_on_one_database(start):
    first, second = start(), start()
    first.window.show_tab(SETTINGS)
    first.window.tab(SETTINGS).fill({"seller_id": "A3FIRST"})
    first.window.tab(SETTINGS).keep()
    second.window.show_tab(SETTINGS)
    assert second.window.tab(SETTINGS).form.settings().seller_id == "A3FIRST"
    second.window.tab(LOOKUP).input.setPlainText("\n".join([COR] * 9))
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
    assert desk.window.header.tabs.tabText(TABS.index(LOOKUP)) == "Entender um erro"
    assert desk.window.tab(LOOKUP)._title.text() == "Entender um erro"
    assert desk.window.tab(SETTINGS)._title.text() == "Verificar configurações"
    assert desk.window.tab(SETTINGS).form.rows[1]._label.text() == "Marketplace"
    desk.window.header.languageChosen.emit("en")
    QApplication.processEvents()
    assert desk.window.tab(LOOKUP)._title.text() == "Understand an error"


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
    desk.window.tab(SPREADSHEET).opened.emit()
    assert desk.window.hint.text() == ""
    desk.window.show_tab(SETTINGS)
    desk.window.tab(SPREADSHEET).opened.emit()
    assert "Seller ID" in desk.window.hint.text()


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.key)
def test_help_is_about_the_tab(start, tab):
    desk = start()
    desk.window.show_tab(tab)
    desk.key(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    dialog = desk.window.findChild(HelpDialog)
    assert desk.window.header.tabs.tabText(TABS.index(tab)) in dialog.words()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_help_says_every_key_where_to_get_the_files_and_what_listo_is(start):
    desk = start()
    desk.window.show_actions()
    desk.window._show_help_page("about")
    words = desk.window.findChild(HelpDialog).words()
    for key in ("F2", "F6", "F8", "Alt+Right", "Ctrl+Enter", "Ctrl+L", "Ctrl+K", "Ctrl+Q", "Ctrl+H"):
        assert key_text(key) in words, key
    assert "Seller Central: Catalog" in words
    assert __version__ in words
    assert "openpyxl" in words
    assert desk.window.findChild(HelpDialog).pages.currentIndex() == 3


def test_the_list_of_actions_brings_a_tab_to_the_front_and_does_it_there(start):
    desk = start()
    desk.window.show_tab(SETTINGS)
    desk.window.show_tab(LOOKUP)
    desk.key(Qt.Key.Key_K)
    dialog = desk.window.findChild(ActionsDialog)
    QTest.keyClicks(dialog.search, "new store")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.window.current() is SETTINGS)
    desk.qtbot.waitUntil(lambda: desk.window.findChild(QInputDialog) is not None)
    desk.window.findChild(QInputDialog).reject()


def test_recent_says_what_is_being_opened(start):
    desk = start()
    desk.drop("mapping outubro.xlsx")
    desk.qtbot.waitUntil(lambda: bool(desk.client.asked("open")))
    desk.window.show_recent()
    dialog = desk.window.findChild(RecentDialog)
    assert "mapping outubro.xlsx" in dialog.opening.text()
    assert dialog._card.isVisible()
    dialog._on_recent(())
    assert dialog._card.isHidden()


def test_ctrl_q_closes_the_window(start):
    desk = start()
    desk.key(Qt.Key.Key_Q)
    assert not desk.window.isVisible()
    assert desk.client.closed


# ---------------------------------------------------------------- the authorisation that ends


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
    desk.window.notice.button.click()
    assert desk.window.current() is SETTINGS
    field = desk.window.tab(SETTINGS).form.editors()["authorized_on"]
    assert desk.window.focusWidget() is field
    assert desk.window.notice.text() == ""


def test_one_that_ends_later_is_not(start, qtbot):
    keep_store(30)
    desk = start()
    qtbot.waitUntil(lambda: not desk.window.expiry.soon.isActive())
    assert desk.window.notice.text() == ""


# ---------------------------------------------------------------- the person's country


@pytest.mark.parametrize(
    ("country", "written"),
    [("es_MX", "1,045 10,450"), ("es_CO", "1.045 10.450"), ("es_ES", "1045 10.450")],
)
def test_the_sentences_of_the_core_write_numbers_as_the_window_does(start, monkeypatch, country, written):
    monkeypatch.setattr(texts, "_GROUPS", dict(texts._GROUPS))
    monkeypatch.setattr(language, "_locale_of", lambda _language: QLocale(country))
    start("es")
    assert f"{LocalNumber(1045, 'es')} {LocalNumber(10450, 'es')}" == written
    assert f"{QLocale().toString(1045)} {QLocale().toString(10450)}" == written


@pytest.mark.parametrize(
    ("spoken", "words"), [("pt", "Todos os arquivos (*)"), ("es", "Todos los archivos (*)")]
)
def test_a_dialog_for_files_calls_them_as_the_window_does(start, spoken, words):
    desk = start(spoken)
    desk.window.choose_files()
    dialog = desk.window.findChild(QFileDialog)
    assert dialog.nameFilters() == [words]
    dialog.close()


# ---------------------------------------------------------------- how large it is


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1920, 1080), (1120, 740)),
        ((1366, 728), (1120, 688)),
        ((1024, 768), (1024, 728)),
        ((960, 540), (960, 500)),
        ((800, 480), (900, 500)),
    ],
)
def test_at_first_the_window_is_no_larger_than_its_screen(start, monkeypatch, screen, size):
    class Screen:
        def availableSize(self) -> QSize:  # noqa: N802 - Qt's name
            return QSize(*screen)

    monkeypatch.setattr(MainWindow, "screen", lambda _window: Screen())
    window = start().window
    assert (window.width(), window.height()) == size


# ---------------------------------------------------------------- files


def test_each_file_goes_to_its_tab(start):
    desk = start()
    desk.drop("mapping.xlsx", "template.xlsm", "products.xlsx", "broken.xlsx")
    assert desk.window.current() is SPREADSHEET
    (opened,) = desk.client.asked("open")
    assert [path.name for path in opened["paths"]] == [
        "mapping.xlsx",
        "template.xlsm",
        "products.xlsx",
        "broken.xlsx",
    ]
    desk.drop("messages.csv", "report.xlsm")
    assert desk.window.current() is LOOKUP
    assert [path.name for path in desk.client.asked("explain_files")[0]["paths"]] == [
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
    assert desk.window.current() is SETTINGS
    assert desk.window.tab(SETTINGS).form.settings().amazon_template == "/x/template.xlsm"
    assert desk.client.asked("open") == []


def test_the_settings_offer_the_files_of_amazon_that_a_sheet_is_checked_with(start):
    desk = start()
    jobs = FakeJobs(kinds(1))
    cards = (
        FileCard(Path("/x/mapping.xlsx"), "mapping"),
        FileCard(Path("/x/template.xlsm"), "amazon-values"),
        FileCard(Path("/x/broken.xlsm"), "amazon-values", error=InputError("file-damaged")),
    )
    assert desk.window.open_templates() == []
    desk.window.show_tab(SPREADSHEET).work.overview = replace(jobs.sample(), files=cards)
    desk.window.show_tab(SETTINGS)
    offers = desk.window.tab(SETTINGS).form.template.offers
    assert [use.text() for use in offers] == ["Use “template.xlsm”"]


def test_no_line_to_type_in_keeps_a_dropped_file_from_the_window(start):
    desk = start()
    for each in (LOOKUP, SPREADSHEET, SETTINGS):
        desk.window.show_tab(each)
    make_pages(desk.window.tab(SPREADSHEET))
    held = files_held([Path("/x/template.xlsm")])
    takers = [each for each in desk.window.findChildren(QWidget) if each.acceptDrops()]
    assert takers
    for each in takers:
        hover(each, held, each.rect().center())
        assert desk.window.overlay.isVisible(), each
        leave(desk.window)


def test_the_settings_of_a_store_are_taken_over(start, tmp_path):
    (tmp_path / "loja.toml").write_text('seller_id = "A3TESTSELLERO"\n')
    desk = start()
    assert drop(desk.window, [tmp_path / "loja.toml"])
    assert desk.window.current() is SETTINGS
    assert desk.window.tab(SETTINGS).form.settings().seller_id == "A3TESTSELLERO"


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
    desk.client.held.add("identify")
    assert hover(desk.window, held, desk.window.rect().center())
    assert desk.window.overlay.isVisible()
    assert "looking at it" in desk.window.overlay.text()
    (looks,) = (task for task in desk.client.tasks if task.request.job == "identify")
    assert desk.client.asked("get_ready") == [{}]  # while the person still holds them
    looks.succeeded.emit(desk.client.jobs.identify(tuple(Path("/x") / n for n in names)))
    said = desk.window.overlay.text().splitlines()
    assert said[0].endswith("check it")
    assert said[5].endswith("cannot be used")
    assert "2" in said[6]
    blank = FileCard(Path("/x/mapping.xlsx"), "mapping", {"rows": "0"})
    desk.window.overlay.show_kinds([blank])
    assert desk.window.overlay.text().splitlines()[0].endswith("a mapping sheet without rows")
    leave(desk.window)
    assert not desk.window.overlay.isVisible()
    assert looks.was_cancelled


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
    desk.window.tab(LOOKUP).settingsRequested.emit("seller-id-malformed")
    assert desk.window.current() is SETTINGS
    assert desk.window.focusWidget() is desk.window.tab(SETTINGS).form.editors()["seller_id"]
    desk.window.tab(SETTINGS).lookupRequested.emit("map-value-not-accepted")
    assert desk.window.current() is LOOKUP
    assert desk.window.tab(LOOKUP).panel.results()[0].error_id == "map-value-not-accepted"


def test_from_an_error_to_the_spreadsheet(start):
    desk = start()
    desk.window.tab(LOOKUP).input.setPlainText(COR)
    desk.window.tab(LOOKUP).answer.offers[0].click()
    assert desk.window.current() is SPREADSHEET
    assert desk.window.tab(SPREADSHEET).requested_checks[1] == {"specification": "Cor"}


# ---------------------------------------------------------------- what is pasted where no field is


def paste(desk, text):
    QGuiApplication.clipboard().setText(text)
    desk.window.setFocus()
    desk.key(Qt.Key.Key_V)


def test_a_message_that_is_pasted_anywhere_is_looked_up(start):
    desk = start()
    paste(desk, "token expired")
    assert desk.window.current() is LOOKUP
    assert desk.window.tab(LOOKUP).input.toPlainText() == "token expired"
    assert desk.window.focusWidget() is desk.window.tab(LOOKUP).input


def test_a_sku_that_is_pasted_anywhere_is_shown(start, qtbot, monkeypatch):
    desk = start()
    shown = []
    monkeypatch.setattr(desk.window, "has_skus", lambda: True)
    monkeypatch.setattr(desk.window.tab(SPREADSHEET), "show_sku", shown.append)
    desk.key(Qt.Key.Key_3)
    paste(desk, " 13002 ")
    qtbot.waitUntil(lambda: shown == ["13002"])
    assert desk.window.current() is SPREADSHEET
    paste(desk, "99999")
    qtbot.waitUntil(lambda: desk.window.current() is LOOKUP)
    assert shown == ["13002"]
    assert desk.window.tab(LOOKUP).input.toPlainText() == "99999"
