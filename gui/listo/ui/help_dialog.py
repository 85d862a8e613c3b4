"""The help: what a tab is for, every key of every page, where to get the files, and about Listo itself."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from listo import __version__
from listo.core import paths, resources
from listo.ui import style
from listo.ui.tabs import TABS, KeyHelp, TabSpec, keys_of_tabs
from listo.ui.widgets import parts
from listo.ui.widgets.actions import actions_of

HelpPage = Literal["tab", "keys", "files", "about"]
"""The pages of the help, in their order."""

_PAGES: tuple[HelpPage, ...] = ("tab", "keys", "files", "about")

_SIZE = 720, 560
"""Pixels: the longest page of keys scrolls, the others are read whole; it fits in the smallest window."""

_KEY_WIDTH = 150
"""Pixels: the longest keys of most pages fit, so that what they do begins at one place; by eye."""


class HelpDialog(QDialog):
    """Says what the tab is for and how it is used, and the rest on pages beside it."""

    def __init__(self, tab: TabSpec[Any], parent: QWidget | None = None, page: HelpPage = "tab") -> None:
        super().__init__(parent)
        self._made_for = tab
        self.setWindowTitle(self.tr("Help"))
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        makers: dict[HelpPage, tuple[str, Callable[[], QVBoxLayout]]] = {
            "tab": (tab.title(), self._about_tab),
            "keys": (self.tr("All keys"), self._all_keys),
            "files": (self.tr("Where to get the files"), self._where_to_get),
            "about": (self.tr("About Listo"), self._about),
        }
        for name in _PAGES:
            title, make = makers[name]
            self.pages.addTab(parts.scrolled(style.margins(make(), horizontal=2, gap=1.5)), title)
        self.pages.setCurrentIndex(_PAGES.index(page))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        whole = parts.column(self.pages, buttons, gap=12)
        whole.setContentsMargins(16, 12, 16, 16)
        self.setLayout(whole)
        self.resize(*_SIZE)

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
        return (
            (
                self.tr("Your mapping sheet"),
                self.tr(
                    "The workbook that you filled in and uploaded under Marketplace > Connections > Settings "
                    "(in older Admins Marketplace > Integrations > Settings), gear on the Amazon card, "
                    "Upload mapping template. VTEX’s blank template is in its help article on Amazon."
                ),
            ),
            (
                self.tr("Amazon’s accepted values"),
                self.tr(
                    "In Seller Central: Catalog > Add Products via Upload > Download spreadsheet. Choose "
                    "your categories and your marketplace."
                ),
            ),
            (
                self.tr("Your products and SKUs"),
                self.tr(
                    "In the VTEX Admin: Catalog > Products and SKUs > Export > Products and SKUs. The link "
                    "comes by e-mail and works for 24 hours."
                ),
            ),
            (
                self.tr("Your specifications"),
                self.tr(
                    "In the same menu: Export > SKU specifications, and Export > Product specifications."
                ),
            ),
            (
                self.tr("The errors"),
                self.tr(
                    "In the VTEX Admin: Marketplace > Connections > Products, filter by Amazon, and copy the "
                    "messages or export the list. From Amazon: the processing report of an upload."
                ),
            ),
        )

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
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
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
    """Yield the packages that Listo needs, and those that they need, each with its version and license."""
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
    lines = (f"Listo {__version__}", f"Qt {qVersion()}", f"Python {platform.python_version()}")
    return "\n".join((*lines, platform.platform(), str(resources.root())))
