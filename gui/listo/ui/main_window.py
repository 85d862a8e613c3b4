"""The window: it holds the three tabs, and passes on what one of them has to say to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from listo.core.jobs.model import FileCard
from listo.core.texts import Texts
from listo.ui.dialogs.help import HelpDialog
from listo.ui.language import WindowLanguage, known
from listo.ui.lookup import LookupTab
from listo.ui.recent import RecentDialog
from listo.ui.runner import Runner
from listo.ui.settings import SettingsTab, Stores
from listo.ui.widgets.drop_overlay import DropOverlay
from listo.ui.widgets.header import Header
from listo.ui.widgets.notice import NoticeLine
from listo.ui.wizard import SpreadsheetTab

LOOKUP, SPREADSHEET, SETTINGS = range(3)
_FOR_LOOKUP = ("messages", "processing-report")
_NOTICE_MS = 8000


class State(Protocol):
    """Where the window's own state is kept from one start to the next."""

    def get_state(self, key: str, default: Any = None) -> Any:
        """Return what was kept under a key."""

    def set_state(self, key: str, value: Any) -> None:
        """Keep a value (of JSON's kinds) under a key."""


class MainWindow(QMainWindow):
    """Builds and connects, little else; `state` keeps geometry, tab and language."""

    def __init__(self, state: State, stores: Stores, runner: Runner, language: WindowLanguage) -> None:
        super().__init__()
        self.setWindowTitle("Listo")
        self.setMinimumSize(900, 600)
        self.setAcceptDrops(True)
        self._state, self.runner, self.language = state, runner, language
        self.header = Header(language.texts.language)
        self.lookup = LookupTab(language.texts, runner)
        self.spreadsheet = SpreadsheetTab(runner, language.texts, answer=self.lookup.message_of)
        self.settings = SettingsTab(language.texts, runner, stores)
        self.notice = NoticeLine()
        self._notice_end = QTimer(self, singleShot=True, interval=_NOTICE_MS)
        self._notice_end.timeout.connect(self.notice.hide)
        self._lay_out()
        self.overlay = DropOverlay(self)
        self._connect()
        self._make_keys()
        self._restore()
        self._say_what_is_due()

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        for tab in (self.lookup, self.spreadsheet, self.settings):
            self.pages.addWidget(tab)
        middle = QWidget()
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.notice)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.header.tabChosen.connect(self._on_tab_chosen)
        self.header.languageChosen.connect(self._on_language_chosen)
        self.header.recentRequested.connect(self.show_recent)
        self.header.helpRequested.connect(self.show_help)
        self.language.changed.connect(self._on_language_changed)
        self.spreadsheet.noticeRequested.connect(self.say)
        self.spreadsheet.lookupRequested.connect(self._on_lookup_requested)
        self.lookup.checkRequested.connect(self._on_check_requested)
        self.lookup.settingsRequested.connect(self._on_settings_requested)
        self.settings.lookupRequested.connect(self._on_lookup_requested)
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

    def _say_what_is_due(self) -> None:
        """Say at the start that an authorisation ends soon, until the person closes it or looks."""
        due = self.settings.due()
        if due:
            self.notice.say(due, role="warning", button=self.tr("Show"))
            self.notice.followed.connect(self._show_authorisation)

    def _show_authorisation(self) -> None:
        self.notice.hide()
        self._on_settings_requested("authorized_on")

    # -- what can be asked of the window ----------------------------------------------------------

    def show_tab(self, tab: int) -> None:
        """Show a tab: LOOKUP, SPREADSHEET or SETTINGS."""
        self.header.tabs.setCurrentIndex(tab)
        self.pages.setCurrentIndex(tab)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take files as if they had been dropped: look what they are, and bring each to its tab."""
        if paths:
            task = self.runner.start("tell", paths=tuple(paths))
            task.succeeded.connect(self._on_told)
            task.failed.connect(lambda _error: self._open_in_spreadsheet(paths))

    def choose_files(self) -> None:
        """Ask for files and open them."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open files"))
        self.open_files([Path(name) for name in names])

    def show_recent(self) -> None:
        """Show earlier work to go on with."""
        dialog = RecentDialog(self.runner, self)
        dialog.resumeRequested.connect(self._on_resume_requested)
        dialog.refresh()
        dialog.open()

    def show_help(self) -> None:
        """Say what can be done on the tab that is shown."""
        HelpDialog(self.pages.currentIndex(), self).open()

    def say(self, sentence: str) -> None:
        """Show a sentence at the foot of the window for a while."""
        self.notice.say(sentence)
        self._notice_end.start()

    # -- one tab to another -----------------------------------------------------------------------

    def _on_tab_chosen(self, tab: int) -> None:
        self.pages.setCurrentIndex(tab)
        self._state.set_state("tab", tab)

    def _on_language_chosen(self, language: str) -> None:
        spoken = known(language)
        if spoken:
            self._state.set_state("language", spoken)
            self.language.set_language(spoken)

    def _on_language_changed(self, texts: Texts) -> None:
        self.header.show_language(texts.language)
        for tab in (self.lookup, self.spreadsheet, self.settings):
            tab.set_texts(texts)

    def _on_lookup_requested(self, error_id: str) -> None:
        self.lookup.show_error(error_id)
        self.show_tab(LOOKUP)

    def _on_check_requested(self, codes: Sequence[str], captured: Mapping[str, str]) -> None:
        self.show_tab(SPREADSHEET)
        self.spreadsheet.show_checks(tuple(codes), dict(captured))

    def _on_settings_requested(self, code: str) -> None:
        self.show_tab(SETTINGS)
        self.settings.show_field(code)

    def _on_resume_requested(self, session: int, where: Path | None) -> None:
        self.show_tab(SPREADSHEET)
        self.spreadsheet.resume(session, where)

    def _on_told(self, cards: Sequence[FileCard]) -> None:
        messages = [card.path for card in cards if card.kind in _FOR_LOOKUP]
        others = [card.path for card in cards if card.kind not in _FOR_LOOKUP]
        if messages:
            self.lookup.open_files(messages)
            self.show_tab(LOOKUP)
        self._open_in_spreadsheet(others)

    def _open_in_spreadsheet(self, paths: Sequence[Path]) -> None:
        if paths:
            self.show_tab(SPREADSHEET)
            self.spreadsheet.open_files(list(paths))

    # -- drag and drop ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = _files(event.mimeData())
        if not paths:
            event.ignore()
            return
        event.acceptProposedAction()
        self.overlay.show_files(paths)
        self.runner.start("tell", paths=tuple(paths)).succeeded.connect(self.overlay.tell)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.overlay.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.overlay.hide()
        event.acceptProposedAction()
        self.open_files(_files(event.mimeData()))

    # -- Qt's own ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.overlay.setGeometry(self.rect())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.notice.hide()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._state.set_state("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.settings.close_stores()
        self.runner.close()
        super().closeEvent(event)


def _files(data: QMimeData) -> list[Path]:
    """Return the local files that are dragged; text and web addresses are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
