"""What the window says at its foot, while there is something to say: one line, and the notice of an expiry.

The notice says that the authorisation of a store ends soon, once the window is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from listo.core.texts import Texts
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts

if TYPE_CHECKING:
    from listo.core.storage.tables import Profile

_AFTER_THE_FIRST_PICTURE_MS = 60
"""Reading the stores' settings before the first picture would delay it; later nobody waits for it."""


class NoticeLine(Translated, QFrame):
    """Says a sentence until it is closed, its time is over or another comes; `button` acts on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._picture = parts.label(wraps=False)
        self._picture.setFixedSize(style.ICON_SIZE, style.ICON_SIZE)
        self._words = parts.label()
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self._close = QPushButton()
        self._close.setProperty("role", "quiet")
        style.set_icon(self._close, "close")
        self._close.clicked.connect(self.hide)
        row = style.margins(QHBoxLayout(self), horizontal=2, vertical=0.5, gap=1.5)
        for part in (self._picture, self._words, self.button, self._close):
            row.addWidget(part)
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self.hide)
        self._retranslate()
        self.hide()

    def say(
        self, sentence: str, *, role: style.ColourRole = "accent", button: str = "", milliseconds: int = 0
    ) -> None:
        """Show a sentence, for so long where that is said, with a button where something can be done."""
        name = {"warning": "warning-solid", "error": "error-solid", "right": "right-solid"}.get(
            role, "info-solid"
        )
        style.set_icon(self._picture, name, role)
        self._words.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.show()
        self._end.start(milliseconds) if milliseconds else self._end.stop()
        parts.announce(self, sentence)

    def text(self) -> str:
        """Return the sentence shown, empty when none is."""
        return "" if self.isHidden() else self._words.text()

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))


class ExpiryNotice(QObject):
    """Says it on the line until the person closes that or looks; `store` is whose authorisation ends."""

    def __init__(
        self, line: NoticeLine, stores: Callable[[], Iterable[Profile]], texts: Callable[[], Texts]
    ) -> None:
        super().__init__(line)
        self._line, self._stores, self._texts = line, stores, texts
        self.store = ""
        self.soon = QTimer(self, singleShot=True, interval=_AFTER_THE_FIRST_PICTURE_MS)
        self.soon.timeout.connect(self.say)

    def say_soon(self) -> None:
        """Say it after the first picture, unless it was said."""
        if not self.store:
            self.soon.start()

    def say(self) -> None:
        """Say whose authorisation ends first, if one ends soon or has ended."""
        first = first_expiry(self._stores(), date.today(), self._texts())
        if first:
            self.store, sentence = first
            self._line.say(sentence, role="warning", button=self.tr("Show"))

    def say_again(self) -> None:
        """Say it in another language, if it is still said."""
        said = bool(self.store and self._line.text())
        self._line.hide()
        if said:
            self.say()


def first_expiry(stores: Iterable[Profile], today: date, texts: Texts) -> tuple[str, str] | None:
    """Return the store whose authorisation ends first, or ended, and the sentence that says so.

    None where nothing ends soon.
    """
    if not (known := list(stores)):  # as most have none: what judges settings takes 50 ms to load
        return None
    from listo.core.settings.messages import say_notice
    from listo.core.settings.tokens import token_state

    tokens = [(token_state(one.settings, today), one.name) for one in known]
    ending = [(token, name) for token, name in tokens if token.state in ("soon", "expired")]
    if not ending:
        return None
    token, name = min(ending, key=lambda pair: pair[0].days_left or 0)
    said = say_notice(token, name, texts)
    return (name, said) if said else None
