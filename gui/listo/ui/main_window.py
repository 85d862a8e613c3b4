"""The window: it holds the three tabs, and passes on what one of them has to say to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from listo.core.texts import Language, Texts
from listo.core.worker.model import FileCard
from listo.ui.dropping import LOOKUP, SETTINGS, SPREADSHEET, files_in, is_store, tab_for
from listo.ui.language import WindowLanguage, known
from listo.ui.runner import Runner
from listo.ui.widgets.drop_overlay import DropOverlay
from listo.ui.widgets.header import HeaderBar
from listo.ui.widgets.hint_line import HintLine
from listo.ui.widgets.notice_line import NoticeLine
from listo.ui.window_state import WindowState

if TYPE_CHECKING:  # what a tab is made of is loaded when the tab is first shown
    from listo.core.storage.lookups import Lookup, Lookups
    from listo.core.storage.profiles import Profiles
    from listo.ui.lookup import LookupTab
    from listo.ui.settings import SettingsTab
    from listo.ui.spreadsheet import SpreadsheetTab

__all__ = ["LOOKUP", "SETTINGS", "SPREADSHEET", "MainWindow"]

_NOTICE_MS = 8000
_AFTER_THE_FIRST_PICTURE_MS = 60

Tab = TypeVar("Tab", bound=QWidget)


class MainWindow(QMainWindow):
    """Builds and connects, little else.

    `state` keeps geometry, tab and language; `open_profiles` and `open_lookups` open what is kept of the
    settings of stores and of lists of messages, when they are first needed.
    """

    def __init__(
        self,
        state: WindowState,
        open_profiles: Callable[[], Profiles],
        open_lookups: Callable[[], Lookups],
        runner: Runner,
        language: WindowLanguage,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Listo")
        self.setMinimumSize(900, 600)
        self.setAcceptDrops(True)
        self._state, self.runner, self.language = state, runner, language
        self._open_profiles, self._open_lookups = open_profiles, open_lookups
        self._built: dict[int, Any] = {}
        self._telling: Any = None
        self._due_store = ""
        self._going_on = False
        self.header = HeaderBar(language.texts.language)
        self.hint = HintLine(state)
        self.notice = NoticeLine()
        self._notice_end = QTimer(self, singleShot=True, interval=_NOTICE_MS)
        self._notice_end.timeout.connect(self.notice.hide)
        self._due_soon = QTimer(self, singleShot=True, interval=_AFTER_THE_FIRST_PICTURE_MS)
        self._due_soon.timeout.connect(self.say_what_is_due)
        self._lay_out()
        self.overlay = DropOverlay(self)
        self._connect()
        self._make_keys()
        self._restore()

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        for _tab in (LOOKUP, SPREADSHEET, SETTINGS):
            self.pages.addWidget(QWidget())
        middle = QWidget()
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.hint)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.notice)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.header.tabChosen.connect(self._on_tab_chosen)
        self.header.languageChosen.connect(self._on_language_chosen)
        self.header.recentRequested.connect(self.show_recent)
        self.header.helpRequested.connect(self.show_help)
        self.hint.helpRequested.connect(self.show_help)
        self.notice.followed.connect(self._show_authorisation)
        self.language.changed.connect(self._on_language_changed)
        self.runner.resumed.connect(lambda _overview: self.say(self.tr("Your work was opened again.")))

    def _make_keys(self) -> None:
        for key, slot in (
            (QKeySequence.StandardKey.Open, self.choose_files),
            (QKeySequence("Ctrl+R"), self.show_recent),
            (QKeySequence.StandardKey.HelpContents, self.show_help),
        ):
            QShortcut(key, self, slot)

    def _restore(self) -> None:
        geometry = self._state.get_state("geometry")
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            self.resize(1120, 740)
        tab = self._state.get_state("tab", SPREADSHEET)
        self.show_tab(tab if tab in (LOOKUP, SPREADSHEET, SETTINGS) else SPREADSHEET)

    # -- the tabs, each made when it is first needed ------------------------------------------------

    @cached_property
    def lookup(self) -> LookupTab:
        """*Find an error*."""
        from listo.ui.lookup import LookupTab

        tab = LookupTab(self.language.texts, self.runner, self._state, self.lookups)
        tab.checkRequested.connect(self._on_check_requested)
        tab.settingsRequested.connect(self._on_settings_requested)
        return self._put(LOOKUP, tab)

    @cached_property
    def spreadsheet(self) -> SpreadsheetTab:
        """*Check my spreadsheet*."""
        from listo.ui.spreadsheet import SpreadsheetTab

        tab = SpreadsheetTab(self.runner, self.language.texts, answer=_message_of, state=self._state)
        tab.noticeRequested.connect(self.say)
        tab.lookupRequested.connect(self._on_lookup_requested)
        tab.begun.connect(lambda: self.hint.put_away(SPREADSHEET))
        if self._going_on:
            QTimer.singleShot(0, tab.go_on)
        return self._put(SPREADSHEET, tab)

    @cached_property
    def settings(self) -> SettingsTab:
        """*Check my settings*."""
        from listo.ui.settings import SettingsTab

        tab = SettingsTab(self.language.texts, self.runner, self.profiles)
        tab.lookupRequested.connect(self._on_lookup_requested)
        return self._put(SETTINGS, tab)

    def _put(self, place: int, tab: Tab) -> Tab:
        """Show the tab where nothing stood so far."""
        shown = self.pages.currentIndex()
        empty = self.pages.widget(place)
        self.pages.insertWidget(place, tab)
        if empty is not None:
            self.pages.removeWidget(empty)
            empty.deleteLater()
        self.pages.setCurrentIndex(shown)
        self._built[place] = tab
        return tab

    def _tab(self, place: int) -> QWidget:
        return (lambda: self.lookup, lambda: self.spreadsheet, lambda: self.settings)[place]()

    @cached_property
    def profiles(self) -> Profiles:
        """The settings of the stores."""
        return self._open_profiles()

    @cached_property
    def lookups(self) -> Lookups:
        """The lists of messages that were looked up."""
        return self._open_lookups()

    # -- what can be asked of the window ----------------------------------------------------------

    def show_tab(self, tab: int) -> None:
        """Show a tab: LOOKUP, SPREADSHEET or SETTINGS."""
        self._tab(tab)
        self.header.tabs.setCurrentIndex(tab)
        self.pages.setCurrentIndex(tab)
        self.hint.show_tab(tab)

    def go_on(self) -> None:
        """Take up the spreadsheet that was open last, once its tab is shown."""
        self._going_on = True
        if "spreadsheet" in self.__dict__:
            self.spreadsheet.go_on()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take files as if they had been dropped: look what they are, and bring each to its tab."""
        for path in filter(is_store, paths):
            self._open_store_file(path)
        tables = [path for path in paths if not is_store(path)]
        if tables:
            task = self.runner.start("tell", paths=tuple(tables))
            task.succeeded.connect(self._on_told)
            task.failed.connect(lambda _error: self._open_in_spreadsheet(tables))

    def choose_files(self) -> None:
        """Ask for files and open them."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open files"))
        self.open_files([Path(name) for name in names])

    def show_recent(self) -> None:
        """Show earlier work to go on with."""
        from listo.ui.dialogs.recent import RecentDialog

        if SETTINGS in self._built:
            self.settings.keep()
        dialog = RecentDialog(self.runner, self.lookups, self.profiles, self)
        dialog.sessionChosen.connect(self._on_session_chosen)
        dialog.lookupChosen.connect(self._on_kept_lookup_chosen)
        dialog.storeChosen.connect(self._on_store_chosen)
        dialog.storeForgotten.connect(self._on_store_forgotten)
        dialog.choices.clicked.connect(self._on_choices_requested)
        dialog.refresh()
        dialog.open()

    def _on_choices_requested(self) -> None:
        self.spreadsheet.show_decisions()

    def show_help(self) -> None:
        """Say what can be done on the tab that is shown."""
        from listo.ui.dialogs.help import HelpDialog

        HelpDialog(self.pages.currentIndex(), self).open()

    def say(self, sentence: str) -> None:
        """Show a sentence at the foot of the window for a while."""
        self.notice.say(sentence)
        self._notice_end.start()

    # -- the authorisation that ends soon ---------------------------------------------------------

    def say_what_is_due(self, today: date | None = None) -> None:
        """Say that an authorisation ends soon, until the person closes it or looks."""
        from listo.ui.settings.due import notice_due

        due = notice_due(self.profiles.all(), today or date.today(), self.language.texts)
        if due:
            self._due_store = due[0]
            self._notice_end.stop()
            self.notice.say(due[1], role="warning", button=self.tr("Show"))

    def _show_authorisation(self) -> None:
        self.notice.hide()
        self.settings.choose_store(self._due_store)
        self._on_settings_requested("authorized_on")

    # -- one tab to another -----------------------------------------------------------------------

    def _on_tab_chosen(self, tab: int) -> None:
        self.show_tab(tab)
        self._state.set_state("tab", tab)

    def _on_language_chosen(self, language: str) -> None:
        spoken = known(language)
        if spoken:
            self._state.set_state("language", spoken)
            self.language.set_language(spoken)

    def _on_language_changed(self, texts: Texts) -> None:
        self.header.show_language(texts.language)
        for tab in self._built.values():
            tab.set_texts(texts)
        due = bool(self._due_store and self.notice.text())
        self.notice.hide()
        if due:
            self.say_what_is_due()

    def _on_lookup_requested(self, error_id: str) -> None:
        self.lookup.show_error(error_id)
        self.show_tab(LOOKUP)

    def _on_check_requested(self, codes: Sequence[str], captured: Mapping[str, str]) -> None:
        self.show_tab(SPREADSHEET)
        self.spreadsheet.show_checks(tuple(codes), dict(captured))

    def _on_settings_requested(self, code: str) -> None:
        self.show_tab(SETTINGS)
        self.settings.show_field(code)

    def _on_session_chosen(self, session: int, where: Path | None) -> None:
        self.show_tab(SPREADSHEET)
        self.spreadsheet.resume(session, where)

    def _on_kept_lookup_chosen(self, lookup: Lookup, files: Sequence[Path]) -> None:
        self.show_tab(LOOKUP)
        if files:
            self.lookup.open_files(files, lookup.number)
        else:
            self.lookup.open_text(lookup.text, lookup.number)

    def _on_store_chosen(self, name: str) -> None:
        self.show_tab(SETTINGS)
        self.settings.choose_store(name)

    def _on_store_forgotten(self, name: str) -> None:
        if SETTINGS in self._built:
            self.settings.forget_store(name)
        else:
            self.profiles.forget(name)

    def _on_told(self, cards: Sequence[FileCard]) -> None:
        shown = self.pages.currentIndex()
        by_tab: dict[int, list[Path]] = {}
        for card in cards:
            by_tab.setdefault(tab_for(card.kind, shown), []).append(card.path)
        if LOOKUP in by_tab:
            self.lookup.open_files(by_tab[LOOKUP])
            self.show_tab(LOOKUP)
        self._open_in_spreadsheet(by_tab.get(SPREADSHEET, []))
        for path in by_tab.get(SETTINGS, []):
            self.show_tab(SETTINGS)
            self.settings.compare_with(path)

    def _open_in_spreadsheet(self, paths: Sequence[Path]) -> None:
        if paths:
            self.show_tab(SPREADSHEET)
            self.spreadsheet.open_files(list(paths))

    def _open_store_file(self, path: Path) -> None:
        self.show_tab(SETTINGS)
        self.settings.import_file(path)

    # -- drag and drop ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = files_in(event.mimeData())
        if not paths:
            event.ignore()
            return
        event.acceptProposedAction()
        self.overlay.show_files(paths, self.pages.currentIndex())
        tables = tuple(path for path in paths if not is_store(path))
        self._stop_telling()
        if tables:
            self._telling = self.runner.start("tell", paths=tables)
            self._telling.succeeded.connect(self.overlay.tell)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.overlay.hide()
        self._stop_telling()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.overlay.hide()
        event.acceptProposedAction()
        self.open_files(files_in(event.mimeData()))

    def _stop_telling(self) -> None:
        """Let the worker stop looking at files that were taken away again."""
        if self._telling is not None:
            self._telling.cancel()

    # -- Qt's own ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._due_store:
            self._due_soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.overlay.setGeometry(self.rect())
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._due_soon.stop()
        self._state.set_state("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        if SETTINGS in self._built:
            self.settings.finish()
        if SPREADSHEET in self._built:
            self.spreadsheet.finish()
        self.runner.close()
        for kept in ("profiles", "lookups"):
            if kept in self.__dict__:
                self.__dict__.pop(kept).close()
        super().closeEvent(event)


def _message_of(error_id: str, language: Language) -> str | None:
    """Return what VTEX's screen says for an error; the catalogue is loaded when it is first asked."""
    from listo.core import catalogue

    return catalogue.screen_message(error_id, language)
