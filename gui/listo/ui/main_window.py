"""The window: it holds the tabs, and brings files, earlier work and notices to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from listo.core.texts import LANGUAGES, Texts
from listo.core.worker.jobs import Jobs
from listo.ui.drop_overlay import DropOverlay, files_in, is_store
from listo.ui.header import HeaderBar, HelpDialog, HelpPage, HintLine
from listo.ui.language import WindowLanguage, known_language
from listo.ui.tabs import (
    FIRST_SHOWN,
    LOOKUP,
    SETTINGS,
    SPREADSHEET,
    TABS,
    T,
    TabSpec,
    action_of,
    tab_for,
    tab_of,
)
from listo.ui.widgets.actions import ACTIONS, ActionsDialog, BoundAction, bind
from listo.ui.widgets.dialogs import ask_files
from listo.ui.widgets.notices import ExpiryNotice, NoticeLine
from listo.ui.widgets.parts import WindowState
from listo.ui.worker_client import Task, WorkerClient

if TYPE_CHECKING:
    from listo.core.storage.tables import Lookup, Lookups, Profile, Profiles
    from listo.core.worker.results import FileCard

_FIRST_SIZE = QSize(1120, 740)
"""A sheet's columns beside the steps; smaller screens have it smaller."""
_LEAST_SIZE = QSize(900, 500)
"""What a desktop shows of 1920 x 1080 at twice the size, without its own bars: 960 x 540 less a panel."""
_TITLE_BAR = 40
"""Pixels, those of Windows and GNOME with air; how high it is, is known only once the window is shown."""
_NOTICE_MS = 8000
"""A notice of a line or two is read twice in it, and it hides nothing."""


class MainWindow(QMainWindow):
    """Builds and connects, little else.

    `state` keeps geometry, tab and language; `open_profiles` and `open_lookups` open what is kept of the
    settings of stores and of lists of messages, when they are first needed; `has_profiles` tells whether any
    of the first are kept. To its tabs it is a `TabHost`.
    """

    closing = Signal()
    """It is hidden from here on, while what was changed is still being stored."""

    def __init__(
        self,
        state: WindowState,
        open_profiles: Callable[[], Profiles],
        open_lookups: Callable[[], Lookups],
        client: WorkerClient[Jobs],
        language: WindowLanguage,
        has_profiles: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.setWindowTitle("Listo")
        self.setMinimumSize(_LEAST_SIZE)
        self.setAcceptDrops(True)
        self.state, self.client, self.language = state, client, language
        self._open_profiles, self._open_lookups = open_profiles, open_lookups
        self._has_profiles = has_profiles
        self.goes_on = False
        self._built: dict[str, Any] = {}
        self._identification: Task[tuple[FileCard, ...]] | None = None
        middle = QWidget(self)
        self.header = HeaderBar(language.texts.language, middle)
        self.hint = HintLine(state, middle)
        self.pages = QStackedWidget(middle)
        self.notice = NoticeLine(middle)
        self.expiry = ExpiryNotice(self.notice, self._kept_profiles, lambda: self.texts)
        self._lay_out(middle)
        self.overlay = DropOverlay(self)
        self._make_keys()
        self._restore()
        self._connect()  # not before: what is only shown again is not kept anew, which waits for the disk

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self, middle: QWidget) -> None:
        for _spec in TABS:
            self.pages.addWidget(QWidget())
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.hint)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.notice)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.header.tabs.currentChanged.connect(self._on_tab_chosen)
        self.header.languageChosen.connect(self._on_language_chosen)
        self.header.recent.clicked.connect(self.show_recent)
        self.header.help.clicked.connect(self.show_help)
        self.hint.more.clicked.connect(self.show_help)
        self.notice.button.clicked.connect(self._show_authorisation)
        self.language.changed.connect(self._on_language_changed)
        self.client.resumed.connect(lambda _overview: self.say(self.tr("Your work was opened again.")))

    def _make_keys(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "actions": self.show_actions,
            "open": self.choose_files,
            "recent": self.show_recent,
            "help": self.show_help,
            "get-files": partial(self._show_help_page, "files"),
            "about": partial(self._show_help_page, "about"),
            "quit": self.close,
        }
        slots |= {f"language-{one}": partial(self._on_language_chosen, one) for one in LANGUAGES}
        for name, slot in slots.items():
            bind(self, name, slot)
        for place, spec in enumerate(TABS):
            BoundAction(action_of(spec, place), self, partial(self._go_to_tab, place))

    def _go_to_tab(self, place: int) -> None:
        """Bring a tab to the front by its key, and the keyboard into it: its own keys work from there."""
        self.header.tabs.setCurrentIndex(place)
        self.tab(TABS[place]).focus_first()

    def _restore(self) -> None:
        geometry = self.state.get_state("geometry")
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(str(geometry).encode()))):
            room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
            self.resize(_FIRST_SIZE.boundedTo(room).expandedTo(_LEAST_SIZE))
        self.show_tab(tab_of(self.state.get_state("tab")) or FIRST_SHOWN)

    # -- the tabs, each made when it is first needed ------------------------------------------------

    def tab(self, spec: TabSpec[T]) -> T:
        """Return a tab, made if it is not yet."""
        if spec.key not in self._built:
            self._built[spec.key] = self._put(TABS.index(spec), spec.make(self))
        tab: T = self._built[spec.key]
        return tab

    def _put(self, place: int, tab: T) -> T:
        """Show the tab where nothing stood so far."""
        shown = self.pages.currentIndex()
        empty = self.pages.widget(place)
        self.pages.insertWidget(place, tab)
        if empty is not None:
            self.pages.removeWidget(empty)
            empty.deleteLater()
        self.pages.setCurrentIndex(shown)
        return tab

    def built(self, spec: TabSpec[T]) -> T | None:
        """Return a tab if it was made."""
        return self._built.get(spec.key)

    def current(self) -> TabSpec[Any]:
        """Return which tab is in front."""
        return TABS[self.pages.currentIndex()]

    @property
    def texts(self) -> Texts:
        """What the core says, in the language that is spoken now."""
        return self.language.texts

    @cached_property
    def profiles(self) -> Profiles:
        """The settings of the stores."""
        return self._open_profiles()

    def _kept_profiles(self) -> Sequence[Profile]:
        """Return the settings of the stores; where there are none, 1.3 MB are not loaded to read them."""
        return self.profiles.all() if self._has_profiles() else ()

    @cached_property
    def lookups(self) -> Lookups:
        """The lists of messages that were looked up."""
        return self._open_lookups()

    # -- what can be asked of the window ----------------------------------------------------------

    def show_tab(self, spec: TabSpec[T]) -> T:
        """Bring a tab to the front and return it."""
        tab, place = self.tab(spec), TABS.index(spec)
        self.header.tabs.setCurrentIndex(place)
        self.pages.setCurrentIndex(place)
        self.hint.show_tab(spec)
        return tab

    def go_on(self) -> None:
        """Take up the spreadsheet that was open last, once its tab is shown."""
        self.goes_on = True
        if (tab := self.built(SPREADSHEET)) is not None:
            tab.go_on()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take files as if they had been dropped: look what they are, and bring each to its tab."""
        stores = [path for path in paths if is_store(path)]
        if stores:
            self.show_tab(SETTINGS).open_files(stores)
        tables = [path for path in paths if not is_store(path)]
        if tables:
            task = self.client.start(Jobs.identify, tuple(tables)).on_success(self._on_identified)
            task.on_failure(lambda _error: self.show_tab(FIRST_SHOWN).open_files(tables))

    def come_forward(self) -> None:
        """Come to the front, with the question that is open, if one is."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        for window in (self, QApplication.activeModalWidget()):
            if window is not None:
                window.show()
                window.raise_()
                window.activateWindow()

    def choose_files(self) -> None:
        """Ask for files and open them."""
        self.client.start(Jobs.get_ready)
        ask_files(self, self.tr("Open files"), self.open_files)

    def show_recent(self) -> None:
        """Show earlier work to go on with."""
        from listo.ui.recent_dialog import RecentDialog

        if (settings := self.built(SETTINGS)) is not None:
            settings.keep()
        sheets = self.built(SPREADSHEET)
        opening = sheets.opening() if sheets is not None else ()
        dialog = RecentDialog(self.client, self.lookups, self.profiles, self, opening=opening)
        dialog.sessionChosen.connect(self._on_session_chosen)
        dialog.lookupChosen.connect(self._on_kept_lookup_chosen)
        dialog.storeChosen.connect(self._on_store_chosen)
        dialog.storeForgotten.connect(self._on_store_forgotten)
        dialog.choices.clicked.connect(lambda: self.tab(SPREADSHEET).show_decisions())
        dialog.refresh()
        dialog.open()

    def show_help(self) -> None:
        """Say what can be done on the tab that is shown."""
        self._show_help_page("tab")

    def _show_help_page(self, page: HelpPage) -> None:
        dialog = HelpDialog(self.current(), self.texts, self, page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_actions(self) -> None:
        """Show all that can be done, to be searched by what one wants to do."""
        tabs = (action_of(spec, place) for place, spec in enumerate(TABS))
        ActionsDialog(self, (*tabs, *ACTIONS), self._do).open()

    def _do(self, action: BoundAction) -> None:
        """Do what was chosen in the list; where it is done on a tab that is out of sight, show that first."""
        for spec in TABS:
            tab = self.built(spec)
            if tab is not None and (tab is action.page or tab.isAncestorOf(action.page)):
                self.show_tab(spec)
        action.trigger()

    def say(self, sentence: str) -> None:
        """Show a sentence at the foot of the window for a while."""
        self.notice.say(sentence, milliseconds=_NOTICE_MS)

    def put_hint_away(self, spec: TabSpec[Any]) -> None:
        """Show the hint of a tab no more: the person has begun."""
        self.hint.put_away(spec)

    def has_sheet(self) -> bool:
        """Return whether a mapping sheet is open."""
        tab = self.built(SPREADSHEET)
        return tab is not None and tab.overview is not None and tab.overview.mapping is not None

    def has_skus(self) -> bool:
        """Return whether a sheet is open of whose SKUs is known what becomes of them."""
        tab = self.built(SPREADSHEET)
        return tab is not None and tab.overview is not None and tab.overview.skus.states is not None

    def open_templates(self) -> Sequence[Path]:
        """Return the files of Amazon's that are open to check a sheet with."""
        tab = self.built(SPREADSHEET)
        cards = tab.overview.files if tab is not None and tab.overview is not None else ()
        return [card.path for card in cards if card.kind == "amazon-values" and card.error is None]

    def look_for(self, text: str) -> None:
        """Show the SKU that a text is, where the open export has it; else look it up as a message."""
        if any(map(str.isspace, text)) or not self.has_skus():
            self._look_up(text)
            return
        found = self.client.start(Jobs.find_sku, text)
        found.on_success(partial(self._show_sku, text)).on_failure(lambda _error: self._show_sku(text, None))

    def _show_sku(self, text: str, sku: str | None) -> None:
        if sku is None:
            self._look_up(text)
        else:
            self.show_tab(SPREADSHEET).show_sku(sku)

    def _look_up(self, text: str) -> None:
        lookup = self.show_tab(LOOKUP)
        lookup.open_text(text)
        lookup.input.setFocus()  # else it falls to the first field of the tab, where keys choose a page

    # -- what the person chose, here or in Recent ---------------------------------------------------

    def _on_tab_chosen(self, place: int) -> None:
        self.show_tab(TABS[place])
        self.state.set_state("tab", TABS[place].key)

    def _show_authorisation(self) -> None:
        self.notice.hide()
        self.tab(SETTINGS).choose_store(self.expiry.store)
        self.show_tab(SETTINGS).show_field("authorized_on")

    def _on_language_chosen(self, language: str) -> None:
        spoken = known_language(language)
        if spoken:
            self.state.set_state("language", spoken)
            self.language.set_language(spoken)

    def _on_language_changed(self, texts: Texts) -> None:
        self.header.show_language(texts.language)
        for tab in self._built.values():
            tab.set_texts(texts)
        self.expiry.say_again()

    def _on_session_chosen(self, session: int, where: Path | None) -> None:
        self.show_tab(SPREADSHEET).resume(session, where)

    def _on_kept_lookup_chosen(self, lookup: Lookup, files: Sequence[Path]) -> None:
        tab = self.show_tab(LOOKUP)
        if files:
            tab.open_files(files, lookup.number)
        else:
            tab.open_text(lookup.text, lookup.number)

    def _on_store_chosen(self, name: str) -> None:
        self.show_tab(SETTINGS).choose_store(name)

    def _on_store_forgotten(self, name: str) -> None:
        if (settings := self.built(SETTINGS)) is not None:
            settings.forget_store(name)
        else:
            self.profiles.forget(name)

    def _on_identified(self, cards: Sequence[FileCard]) -> None:
        shown = self.current()
        tabs = {card.path: tab_for(card.kind, shown) for card in cards}
        for spec in TABS:
            paths = [path for path, tab in tabs.items() if tab is spec]
            if paths:
                self.show_tab(spec).open_files(paths)

    # -- drag and drop ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = files_in(event.mimeData())
        if not paths:
            event.ignore()
            return
        event.acceptProposedAction()
        self.overlay.show_files(paths, self.current())
        tables = tuple(path for path in paths if not is_store(path))
        self._stop_identifying()
        if tables:
            self._identification = self.client.start(Jobs.identify, tables).on_success(
                self.overlay.show_kinds
            )
            self.client.start(Jobs.get_ready)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.overlay.hide()
        self._stop_identifying()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.overlay.hide()
        event.acceptProposedAction()
        self.open_files(files_in(event.mimeData()))

    def _stop_identifying(self) -> None:
        """Let the worker stop looking at files that were taken away again."""
        if self._identification is not None:
            self._identification.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is pasted where nothing else does: files, a SKU or a message."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        pasted = QGuiApplication.clipboard().mimeData()
        if paths := files_in(pasted):
            self.open_files(paths)
        elif text := pasted.text().strip():
            self.look_for(text)

    # -- Qt's own ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.expiry.say_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.overlay.setGeometry(self.rect())
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.expiry.soon.stop()
        self.state.set_state("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        for tab in self._built.values():
            tab.finish()
        self.closing.emit()
        self.hide()  # until all is kept it may be a while, in which the window could not answer
        self.client.close()
        for kept in ("profiles", "lookups"):
            if kept in self.__dict__:
                self.__dict__.pop(kept).close()
        super().closeEvent(event)
