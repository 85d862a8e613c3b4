"""What the tab says of its jobs: what is being done, how far it is, a way to stop it, and what failed.

What failed stands in a sentence above the page, with what can be done about it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QWidget

from listo.core.errors import InputError
from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import JobFacts
from listo.core.worker.results import Overview
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

_PATIENCE_MS = 250
"""What takes less is over before one has read that it is going on."""

Action = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


class BusyPanel(Translated, QFrame):
    """Words, a bar and *Cancel*, `wide` beside each other; seen only when the work takes a while."""

    begun = Signal()
    """It is seen from now on."""
    ended = Signal()

    def __init__(self, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._done, self._total = "", 0, 0
        self.words = parts.label("quiet")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedHeight(6)
        self.cancel = parts.button("quiet", "close")
        self.words.setWordWrap(not wide)
        self._lay_out(wide=wide)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._appear)
        self.hide()
        self._retranslate()

    def _lay_out(self, *, wide: bool) -> None:
        if wide:
            self.words.setMinimumWidth(self.words.fontMetrics().horizontalAdvance("M" * 18))
            line = parts.row(self.words, self._bar, self.cancel, gap=16)
            line.setStretch(1, 1)
            self.setLayout(line)
        else:
            self.setLayout(parts.column(self.words, self._bar, parts.row(None, self.cancel)))

    def _appear(self) -> None:
        self.show()
        self.begun.emit()

    def begin(self) -> None:
        """Say that work has begun."""
        self.progress("", 0, 0)
        self._timer.start()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Show how far it is; a total of 0 means unknown."""
        self._stage, self._done, self._total = stage, done, total
        self._bar.setRange(0, 1000 if total else 0)
        self._bar.setValue(int(1000 * done / total) if total else 0)
        self._retranslate()

    def end(self) -> None:
        """Hide the panel."""
        self._timer.stop()
        self.hide()
        self.ended.emit()

    def _retranslate(self) -> None:
        self.words.setText(self._sentence())
        self._bar.setAccessibleName(self.words.text())
        self.cancel.setText(self.tr("Cancel"))

    def _sentence(self) -> str:
        stages = {
            "reading": self.tr("Reading…"),
            "checking": self.tr("Checking…"),
            "saving": self.tr("Saving…"),
            "waiting": self.tr("Another window of Listo still has this work. Waiting until it is closed…"),
        }
        words = stages.get(self._stage, self.tr("One moment…"))
        if not self._total:
            return words
        say = QLocale().toString
        numbers = self.tr("{done} of {total}").format(done=say(self._done), total=say(self._total))
        return f"{words} {numbers}"


class WorkProgress(QObject):
    """Shows what takes long in `files_panel` while the files are looked at, all else in `panel`."""

    def __init__(
        self, work: Work, panel: BusyPanel, files_panel: BusyPanel, on_files: Callable[[], bool]
    ) -> None:
        super().__init__(panel)
        self._work, self._panel, self._files_panel, self._on_files = work, panel, files_panel, on_files
        for busy in (panel, files_panel):
            busy.cancel.clicked.connect(work.cancel)
            work.progressed.connect(busy.progress)
        work.begun.connect(self._on_begun)
        work.ended.connect(self._on_ended)

    def _on_begun(self, job: JobFacts) -> None:
        if job.long and self._on_files():
            self._files_panel.begin()
        elif not job.quiet:
            self._panel.begin()

    def _on_ended(self) -> None:
        if not any(request.facts.long for request in self._work.pending):
            self._files_panel.end()
        if not self._work.pending:
            self._panel.end()


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
