"""Which page of the Admin sends the products: said once, kept, and followed by all answers.

Apart from the tab, which only has to know when it changed.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from listo.core.catalogue.entries import PAGES, AdminPage, get_common
from listo.core.texts import Language
from listo.ui.widgets import parts
from listo.ui.widgets.tab import WindowState

_KEPT = "admin-page"


class PageChoice(QWidget):
    """A short question with four answers, of which *not said* is the first."""

    changed = Signal()

    def __init__(self, state: WindowState, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._question, self.choice = parts.label("quiet", wraps=False), QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._question.setBuddy(self.choice)
        self.setLayout(parts.row(self._question, self.choice))
        self.set_language(language)
        self.choice.currentIndexChanged.connect(self._on_chosen)

    def page(self) -> AdminPage | None:
        """Return the page that was chosen, now or in an earlier session."""
        kept = self._state.get_state(_KEPT)
        return next((page for page in PAGES if page == kept), None)

    def set_language(self, language: Language) -> None:
        """Ask in another language; what is chosen stays chosen."""
        phrases = get_common(language).phrases
        self._question.setText(phrases["page-question"])
        self.choice.setAccessibleName(phrases["page-question"])
        chosen = self.page()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(phrases["page-not-said"], None)
            for page in PAGES:
                self.choice.addItem(phrases[f"page-{page}"], page)
            self.choice.setCurrentIndex(PAGES.index(chosen) + 1 if chosen else 0)

    def _on_chosen(self) -> None:
        self._state.set_state(_KEPT, self.choice.currentData())
        self.changed.emit()
