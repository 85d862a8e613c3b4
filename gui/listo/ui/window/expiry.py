"""The notice that the authorisation of a store ends soon, said once the window is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from listo.core.texts import Texts
from listo.ui.widgets.notice_line import NoticeLine

if TYPE_CHECKING:
    from listo.core.storage.profiles import Profile, Profiles

_AFTER_THE_FIRST_PICTURE_MS = 60
"""Reading the stores' settings before the first picture would delay it; later nobody waits for it."""


class ExpiryNotice(QObject):
    """Says it on the line until the person closes that or looks; `store` is whose authorisation ends."""

    def __init__(
        self, line: NoticeLine, profiles: Callable[[], Profiles], texts: Callable[[], Texts]
    ) -> None:
        super().__init__(line)
        self._line, self._profiles, self._texts = line, profiles, texts
        self.store = ""
        self.soon = QTimer(self, singleShot=True, interval=_AFTER_THE_FIRST_PICTURE_MS)
        self.soon.timeout.connect(self.say)

    def say_soon(self) -> None:
        """Say it after the first picture, unless it was said."""
        if not self.store:
            self.soon.start()

    def say(self) -> None:
        """Say whose authorisation ends first, if one ends soon or has ended."""
        first = first_expiry(self._profiles().all(), date.today(), self._texts())
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
    from listo.core.settings.messages import say_notice
    from listo.core.settings.tokens import token_state

    tokens = [(token_state(one.settings, today), one.name) for one in stores]
    ending = [(token, name) for token, name in tokens if token.state in ("soon", "expired")]
    if not ending:
        return None
    token, name = min(ending, key=lambda pair: pair[0].days_left or 0)
    said = say_notice(token, name, texts)
    return (name, said) if said else None
