"""Messages as they come in: the field that they are pasted into, and having many explained by the worker.

The field grows with them. Of what was asked of the worker only the last counts; the tab need not know that
an answer may come for what nobody asks any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from listo.core.worker.jobs import Jobs
from listo.ui.language import Translated
from listo.ui.worker_client import Task, WorkerClient

if TYPE_CHECKING:
    from listo.core.catalogue.message_groups import ErrorGroup

_MOST_LINES = 6
"""A longer text scrolls, so that the answer below keeps its room in the lowest window (600)."""
_FRAME = 12
"""What the style draws around the text, until the field is shown and can be measured."""


class MessageInput(Translated, QPlainTextEdit):
    """Plain text of one line at first and six at the most; files dropped on it go to the window."""

    left = Signal()
    """The person wants to go on to the results (arrow down on the last line, or Enter on a single one)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.fit)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._retranslate()

    def sizeHint(self) -> QSize:
        needed = max(1, round(self.document().size().height()))
        around = self.height() - self.viewport().height() if self.isVisible() else _FRAME
        margin = round(self.document().documentMargin())
        around += margin if needed > _MOST_LINES else 2 * margin + 2  # no half of a line that is below
        lines = min(needed, _MOST_LINES)
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + around)

    def fit(self) -> None:
        """Take the room that the text needs; scroll only what is longer than the field may grow."""
        longer = self.document().size().height() > _MOST_LINES
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(on if longer else off)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alone = "\n" not in self.toPlainText()
        at_end = self.textCursor().blockNumber() == self.document().blockCount() - 1
        if (alone and event.matches(QKeySequence.StandardKey.InsertParagraphSeparator)) or (
            at_end and event.matches(QKeySequence.StandardKey.MoveToNextLine)
        ):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Paste the message, or type a few words or an error number"))
        self.setAccessibleName(self.tr("Error message"))


class ExplainRequest(QObject):
    """Asks one thing at a time; asking again, or `drop`, stops what is under way."""

    answered = Signal(object)
    """The groups of messages."""
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, client: WorkerClient[Jobs], parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._task: Task[tuple[ErrorGroup, ...]] | None = None

    def ask_text(self, text: str) -> None:
        """Have the messages of a text explained."""
        self.drop()
        self._follow(self._client.start(Jobs.explain_text, text))

    def ask_files(self, paths: Sequence[Path]) -> None:
        """Have the messages in files explained."""
        self.drop()
        self._follow(self._client.start(Jobs.explain_files, tuple(paths)))

    def drop(self) -> None:
        """Ask nothing any more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def is_open(self) -> bool:
        """Return whether an answer is still awaited."""
        return self._task is not None

    def _follow(self, task: Task[tuple[ErrorGroup, ...]]) -> None:
        self._task = task
        task.on_progress(lambda _stage, done, total: self._on_progressed(task, done, total))
        task.on_success(lambda groups: self._on_ended(task, self.answered, groups))
        task.on_failure(lambda error: self._on_ended(task, self.failed, error))

    def _on_progressed(self, task: Task[tuple[ErrorGroup, ...]], done: int, total: int) -> None:
        if task is self._task:
            self.progressed.emit(done, total)

    def _on_ended(self, task: Task[tuple[ErrorGroup, ...]], told: SignalInstance, what: object) -> None:
        """Pass on how a task ended, if it is the one that counts."""
        if task is self._task:
            self._task = None
            told.emit(what)
