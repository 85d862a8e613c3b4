"""The window's first row: its tabs, recent work, help and the language; and what the help says.

Below it stands a hint, until it is read. The help is of every key, where to get the files, and about Listo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Literal

from PySide6 import QtCore, QtWidgets  # what is named by them is made later: see ARCHITECTURE.md
from PySide6.QtCore import QEvent, QSize, Qt, Signal, qVersion
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QDesktopServices,
    QFocusEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from listo import __version__
from listo.core import paths, resources
from listo.core.texts import LANGUAGES, Language, Texts
from listo.ui import language, style
from listo.ui.language import Translated
from listo.ui.tabs import FIRST_SHOWN, TABS, KeyHelp, TabSpec, key_of, keys_of_tabs, tab_of
from listo.ui.widgets import parts
from listo.ui.widgets.actions import actions_of
from listo.ui.widgets.parts import WindowState

HelpPage = Literal["tab", "keys", "files", "about"]
"""The pages of the help, in their order."""

_HELP_PAGES: tuple[HelpPage, ...] = ("tab", "keys", "files", "about")

_HELP_SIZE = 720, 560
"""Pixels: the longest page of keys scrolls, the others are read whole; it fits in the smallest window."""

_KEY_WIDTH = 150
"""Pixels: the longest keys of most pages fit, so that what they do begins at one place; by eye."""

_LICENSES, _LICENSE_PAGE = "licenses", "LICENSES.txt"
"""The resources that a bundle has beyond a checkout: packaging/licenses.py collects them."""

_READ = "hints-read"
"""What the hints that were read are kept by."""


class HeaderBar(Translated, QFrame):
    """Tabs on the left, Recent, help and language on the right."""

    languageChosen = Signal(str)

    def __init__(self, spoken: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.tabs = _Tabs()
        for spec in TABS:
            self.tabs.addTab(style.icon(spec.icon), "")
        self.recent = self._tool("clock")
        self.help = self._tool("help")
        self.language = self._tool("globe")
        self._build_languages(spoken)
        self._lay_out()
        self._retranslate()

    def show_language(self, spoken: Language) -> None:
        """Show which language is spoken now."""
        self.language.setText(spoken.upper())
        for action in self._languages.actions():
            action.setChecked(action.data() == spoken)

    def _tool(self, icon: str) -> QToolButton:
        tool = QToolButton()
        tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tool.setIconSize(QSize(style.ICON_SIZE, style.ICON_SIZE))
        tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        style.set_icon(tool, icon)
        return tool

    def _build_languages(self, spoken: Language) -> None:
        menu = QMenu(self)
        self._languages = QActionGroup(self)
        for one in LANGUAGES:
            action = QAction(language.NAMES[one], menu, checkable=True)
            action.setData(one)
            action.triggered.connect(partial(self.languageChosen.emit, one))
            self._languages.addAction(action)
            menu.addAction(action)
        self.language.setMenu(menu)
        self.language.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_language(spoken)

    def _lay_out(self) -> None:
        row = style.margins(QHBoxLayout(self), horizontal=1.5, vertical=0, gap=0.5)
        row.addWidget(self.tabs)
        row.addStretch(1)
        for tool in (self.recent, self.help, self.language):
            row.addWidget(tool)

    def _fit(self) -> None:
        """Where the window is too narrow, leave out the words of Recent and Help, then the globe too."""
        layout = self.layout()
        assert layout is not None
        whole, icon = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for tools, spoken in ((whole, whole), (icon, whole), (icon, Qt.ToolButtonStyle.ToolButtonTextOnly)):
            for tool in (self.recent, self.help):
                tool.setToolButtonStyle(tools)
            self.language.setToolButtonStyle(spoken)
            layout.invalidate()
            if layout.sizeHint().width() <= self.width():
                break
        layout.activate()  # at once: else the first picture has them where there was no room

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _retranslate(self) -> None:
        for place, spec in enumerate(TABS):
            self.tabs.setTabText(place, spec.title())
            self.tabs.setTabToolTip(place, key_of(place))
        self.tabs.setAccessibleName(self.tr("What Listo does"))
        self.recent.setText(self.tr("Recent"))
        self.recent.setToolTip(self.tr("Continue earlier work (Ctrl+R)"))
        self.help.setText(self.tr("Help"))
        self.help.setToolTip(self.tr("What can I do here? (F1; all actions: Ctrl+K)"))
        self.language.setToolTip(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language"))
        self.recent.setAccessibleName(self.recent.text())
        self.help.setAccessibleName(self.help.text())
        if self.isVisible():  # else it has its width later
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            for place, spec in enumerate(TABS):
                self.tabs.setTabIcon(place, style.icon(spec.icon))
        super().changeEvent(event)


class _Tabs(QTabBar):
    """A tab bar that shows its focus only to those who came by key."""

    def __init__(self) -> None:
        super().__init__(drawBase=False, expanding=False)
        self.setIconSize(QSize(style.ICON_SIZE, style.ICON_SIZE))
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._show_focus(by_key)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_focus(False)
        super().focusOutEvent(event)

    def _show_focus(self, shown: bool) -> None:
        self.setProperty("keyboard", shown)
        self.style().unpolish(self)
        self.style().polish(self)


class HintLine(Translated, QFrame):
    """Says what a tab is good for, until the person has read it."""

    def __init__(self, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "hint")
        self._state = state
        self._tab: TabSpec[Any] = FIRST_SHOWN
        self._words = parts.label()
        self.more, self.read = parts.button("link"), parts.button("quiet", "check")
        self.read.clicked.connect(lambda: self.put_away(self._tab))
        row = parts.row(parts.picture("info-solid", "accent"), parts.grow(self._words), self.more, self.read)
        self.setLayout(style.margins(row, horizontal=3, vertical=0.5, gap=1.5))
        self._retranslate()

    def show_tab(self, tab: TabSpec[Any]) -> None:
        """Show the hint of a tab, unless it was read."""
        self._tab = tab
        self._words.setText(tab.hint())
        self.setVisible(tab not in self._put_away())

    def text(self) -> str:
        """Return the hint shown, empty when none is."""
        return "" if self.isHidden() else self._words.text()

    def put_away(self, tab: TabSpec[Any]) -> None:
        """Stop showing the hint of a tab: the person has read it, or begun."""
        read = self._put_away()
        if tab not in read:
            self._state.set_state(_READ, [spec.key for spec in (*read, tab)])
        if tab is self._tab:
            self.hide()

    def _put_away(self) -> list[TabSpec[Any]]:
        kept = self._state.get_state(_READ, [])
        specs = map(tab_of, kept if isinstance(kept, list) else ())
        return [spec for spec in specs if spec is not None]

    def _retranslate(self) -> None:
        self._words.setText(self._tab.hint())
        self.more.setText(self.tr("How it works"))
        self.read.setText(self.tr("Got it"))


class HelpDialog(QDialog):
    """Says what the tab is for and how it is used, and the rest on pages beside it."""

    def __init__(
        self, tab: TabSpec[Any], texts: Texts, parent: QWidget | None = None, page: HelpPage = "tab"
    ) -> None:
        super().__init__(parent)
        self._made_for, self._texts = tab, texts
        self.setWindowTitle(self.tr("Help"))
        self.pages = QtWidgets.QTabWidget()
        self.pages.setDocumentMode(True)
        makers: dict[HelpPage, tuple[str, Callable[[], QVBoxLayout]]] = {
            "tab": (tab.title(), self._about_tab),
            "keys": (self.tr("All keys"), self._all_keys),
            "files": (self.tr("Where to get the files"), self._where_to_get),
            "about": (self.tr("About Listo"), self._about),
        }
        for name in _HELP_PAGES:
            title, make = makers[name]
            self.pages.addTab(parts.scrolled(style.margins(make(), horizontal=2, gap=1.5)), title)
        self.pages.setCurrentIndex(_HELP_PAGES.index(page))
        buttons = QtWidgets.QDialogButtonBox(QtWidgets.QDialogButtonBox.StandardButton.Close)
        buttons.button(QtWidgets.QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        whole = parts.column(self.pages, buttons, gap=12)
        whole.setContentsMargins(16, 12, 16, 16)
        self.setLayout(whole)
        self.resize(*_HELP_SIZE)

    def words(self) -> str:
        """Return all that is said."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    # -- the tab, and the keys ---------------------------------------------------------------------

    def _about_tab(self) -> QVBoxLayout:
        tab = self._made_for
        column = parts.column(_label(tab.title(), "section"))
        for sentence in tab.help():
            column.addWidget(_label(sentence))
        self._add_keys(column, (*_keys_of(tab), (self.tr("Everywhere"), self._keys_everywhere())))
        return column

    def _all_keys(self) -> QVBoxLayout:
        column = parts.column()
        self._add_keys(column, ((self.tr("Everywhere"), self._keys_everywhere()), *_keys_of(*TABS)))
        return column

    def _add_keys(self, column: QVBoxLayout, pages: Iterable[tuple[str, tuple[KeyHelp, ...]]]) -> None:
        for title, keys in pages:
            column.addWidget(_label(title, "strong"))
            column.addLayout(_table(keys))
        column.addStretch(1)

    def _keys_everywhere(self) -> tuple[KeyHelp, ...]:
        ((_title, specs),) = actions_of(("everywhere",))
        return (keys_of_tabs(), *((spec.key_words(), spec.words()) for spec in specs))

    # -- where to get the files --------------------------------------------------------------------

    def _where_to_get(self) -> QVBoxLayout:
        column = parts.column()
        for title, text in self._files():
            column.addWidget(_label(title, "strong"))
            column.addWidget(_label(text))
        column.addStretch(1)
        return column

    def _files(self) -> tuple[tuple[str, str], ...]:
        names = {
            "mapping": self.tr("Your mapping sheet"),
            "amazon-values": self.tr("Amazon’s accepted values"),
            "vtex-products": self.tr("Your products and SKUs"),
            "vtex-specifications": self.tr("Your specifications"),
            "messages": self.tr("The errors"),
        }
        return tuple((name, self._texts.say(f"source.{kind}")) for kind, name in names.items())

    # -- about -------------------------------------------------------------------------------------

    def _about(self) -> QVBoxLayout:
        column = parts.column(
            _label(f"Listo {__version__}", "section"),
            _label(self.tr("It works without a network and without an account.")),
        )
        folders = (
            (self.tr("Your stored work"), paths.data_folder),
            (self.tr("The log"), paths.log_folder),
        )
        for title, folder in folders:
            column.addWidget(_label(title, "strong"))
            column.addLayout(self._folder(title, folder))
        column.addWidget(_label(self.tr("Licenses"), "strong"))
        column.addWidget(_label(self.tr("Listo has the MIT license. It brings along:")))
        column.addLayout(_table(tuple(_packages())))
        if (page := resources.root() / _LICENSES / _LICENSE_PAGE).is_file():
            texts = parts.button("link", "file")
            texts.setText(self.tr("Read the licenses"))
            texts.clicked.connect(lambda: QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(page))))
            column.addLayout(parts.row(texts, None))
        copy = parts.button("", "copy")
        copy.setText(self.tr("Copy these facts"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(_facts()))
        column.addLayout(parts.row(copy, None))
        column.addStretch(1)
        return column

    def _folder(self, title: str, folder: Callable[[], Path]) -> QVBoxLayout:
        try:
            path = folder()
        except OSError as error:  # the folder of a disk that is full, or no longer there
            return parts.column(_label(str(error), "quiet"))
        show = parts.button("link", "folder")
        show.setText(str(path))
        show.setAccessibleName(f"{title}: {path}")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(path))))
        return parts.column(parts.row(show, None))


def _keys_of(*tabs: TabSpec[Any]) -> Iterator[tuple[str, tuple[KeyHelp, ...]]]:
    """Yield the words for each page of these tabs that has keys, and its keys."""
    for tab in tabs:
        for title, specs in actions_of(tab.pages):
            if specs:
                yield title, tuple((spec.key_words(), spec.words()) for spec in specs)


def _label(text: str, role: str = "") -> QLabel:
    label = parts.label(role)
    label.setText(text)
    label.setMaximumWidth(style.READING_WIDTH)
    return label


def _table(rows: tuple[KeyHelp, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * style.SPACE)
    grid.setVerticalSpacing(style.SPACE // 2)
    grid.setColumnMinimumWidth(0, _KEY_WIDTH)
    grid.setColumnStretch(1, 1)
    for row, (key, meaning) in enumerate(rows):
        shown = _label(key, "quiet")
        shown.setWordWrap(False)
        grid.addWidget(shown, row, 0)
        grid.addWidget(_label(meaning), row, 1)
    return grid


def _packages() -> Iterator[tuple[str, str]]:
    """Yield what a bundle brings; else the packages that Listo needs, and those that they need.

    Each with its version and license.
    """
    if (listed := resources.root() / _LICENSES / "index.json").is_file():
        for part in resources.read_json(f"{_LICENSES}/{listed.name}"):
            yield f"{part['name']} {part['version']}", part["license"]
        return
    from importlib import metadata  # loads what reads mails: 10 ms, at the start, for a page of the help

    for name in sorted(_needed("listo") - {"listo"}, key=str.casefold):
        about = metadata.metadata(name).json
        named = about.get("license_expression") or about.get("license") or _classified(about)
        yield f"{about['name']} {about['version']}", str(named).splitlines()[0]


def _classified(about: Mapping[str, str | list[str]]) -> str:
    """Return the license that a package names among its classifiers."""
    found = [line.split(" :: ")[-1] for line in about.get("classifier", ()) if line.startswith("License")]
    return ", ".join(found) or "?"


def _needed(package: str) -> set[str]:
    """Return a package and all that is needed with it, of those that are here."""
    from importlib import metadata

    found, open_ones = set[str](), [package]
    while open_ones:
        name = open_ones.pop()
        try:
            needs = metadata.requires(name) or ()
        except metadata.PackageNotFoundError:  # not for this system, or not told in a bundle
            continue
        found.add(name)
        names = (need.partition(";") for need in needs)
        wanted = {_name(need) for need, _, when in names if "extra" not in when}
        open_ones += sorted(wanted - found)
    return found


def _name(need: str) -> str:
    """Return the name of the package that a requirement such as `openpyxl>=3.1` is about."""
    return "".join(c if c.isalnum() or c in "-_." else " " for c in need).split()[0].lower()


def _facts() -> str:
    """Return what helps who is asked for help."""
    import platform

    lines = (f"Listo {__version__}", f"Qt {qVersion()}", f"Python {platform.python_version()}")
    return "\n".join((*lines, platform.platform(), str(resources.root())))
