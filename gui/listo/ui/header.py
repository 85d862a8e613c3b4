"""The window's first row: its tabs, recent work, help and the language; below it a hint, until it is read."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)

from listo.core.texts import LANGUAGES, Language
from listo.ui import language, style
from listo.ui.language import Translated
from listo.ui.tabs import FIRST_SHOWN, TABS, TabSpec, key_of, tab_of
from listo.ui.widgets import parts
from listo.ui.widgets.tab import WindowState

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
                return

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
