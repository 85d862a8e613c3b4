"""The window's first row: its tabs, recent work, help and the language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from listo.core.texts import LANGUAGES, Language
from listo.ui import language, style
from listo.ui.language import Translated
from listo.ui.tabs import TABS, key_of


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
        self._make_keys()
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
        """Leave the words beside the icons of Recent and Help out where the window is too narrow for them."""
        layout = self.layout()
        assert layout is not None
        for shown in (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for tool in (self.recent, self.help):
                tool.setToolButtonStyle(shown)
            layout.invalidate()
            if layout.sizeHint().width() <= self.width():
                return

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_keys(self) -> None:
        for place in range(self.tabs.count()):
            key = QShortcut(QKeySequence(key_of(place)), self)
            key.activated.connect(partial(self.tabs.setCurrentIndex, place))

    def _retranslate(self) -> None:
        for place, spec in enumerate(TABS):
            self.tabs.setTabText(place, spec.title())
            self.tabs.setTabToolTip(place, key_of(place))
        self.tabs.setAccessibleName(self.tr("What Listo does"))
        self.recent.setText(self.tr("Recent"))
        self.recent.setToolTip(self.tr("Continue earlier work (Ctrl+R)"))
        self.help.setText(self.tr("Help"))
        self.help.setToolTip(self.tr("What can I do here? (F1)"))
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
