"""A sentence above the page, with what can be done about it; first of all where a job failed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QWidget

from listo.core.errors import InputError
from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Overview
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

Action = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


class Banner(Translated, QWidget):
    """Says what went wrong and what to do, until it is closed or the next thing works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = parts.frame("error-card")
        self._words = parts.label(selectable=True)
        self._picture = parts.picture("warning-solid", "warning")
        self._close = parts.button("quiet", "close")
        self._close.clicked.connect(self.hide)
        self._actions = parts.row()
        inside = parts.row(self._picture, parts.grow(self._words), self._actions, self._close, gap=12)
        inside.setContentsMargins(16, 8, 8, 8)
        self._card.setLayout(inside)
        whole = parts.row(self._card)
        whole.setContentsMargins(24, 16, 24, 0)
        self.setLayout(whole)
        self.hide()
        self._retranslate()

    def say(self, sentence: str, *, severe: bool = True, actions: Sequence[Action] = ()) -> None:
        """Show a sentence, and have a screen reader speak it."""
        self._offer(actions)
        style.set_role(self._card, "error-card" if severe else "warning-card")
        style.set_icon(self._picture, *parts.SEVERITY_ICONS["error" if severe else "warning"])
        self._words.setText(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _offer(self, actions: Sequence[Action]) -> None:
        parts.empty(self._actions)
        for words, slot in actions:
            button = parts.button()
            button.setObjectName("action")
            button.setText(words)
            button.clicked.connect(slot)
            self._actions.addWidget(button)

    def buttons(self) -> list[QPushButton]:
        """Return the buttons that stand beside the sentence."""
        return self.findChildren(QPushButton, "action")

    def text(self) -> str:
        """Return the sentence that is shown, empty when none is."""
        return self._words.text() if not self.isHidden() else ""

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))


class FailureReporter(QObject):
    """Says what did not work and that nothing is lost; after a crash, has the work opened again.

    `texts` gives the core's sentences in the language of now.
    """

    recovered = Signal(object)
    """The Overview of the work that was opened again."""

    def __init__(self, work: Work, banner: Banner, texts: Callable[[], Texts]) -> None:
        super().__init__(banner)
        self._work, self._banner, self._texts = work, banner, texts
        self._recovering = False
        work.failed.connect(self._on_failed)

    def _on_failed(self, error: object) -> None:
        session = self._work.overview.session if self._work.overview else None
        if isinstance(error, InputError):
            self._banner.say(self._texts().input_error(error))
        elif self._recovering or session is None:
            self._recovering = False
            self._banner.say(
                self.tr("Something went wrong in Listo. Your work is stored; open it again from Recent.")
            )
        else:
            self._recover(session)

    def _recover(self, session: int) -> None:
        self._recovering = True
        self._banner.say(
            self.tr("Something went wrong in Listo. Your work is safe; it is being opened again…")
        )
        self._work.start(Jobs.resume, session).on_success(self._on_recovered)

    def _on_recovered(self, overview: Overview) -> None:
        self._recovering = False
        self.recovered.emit(overview)
        self._banner.say(self.tr("Something went wrong in Listo. Your work is back as it was."), severe=False)
