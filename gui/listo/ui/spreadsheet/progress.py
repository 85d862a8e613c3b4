"""What is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from listo.core.worker.facts import JobFacts
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts

_PATIENCE_MS = 250
"""What takes less is over before one has read that it is going on."""


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
