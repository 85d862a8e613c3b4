"""Messages as they come in: the field that they are pasted into, and what the worker has to say of them.

The field grows with them. Many are explained, and held against the open sheet where there is one. Of what was
asked of the worker only the last counts; the tab need not know that an answer may come for what nobody asks
any more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QMimeData, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from listo.core.texts import Texts
from listo.core.worker.jobs import Jobs
from listo.ui.language import Translated
from listo.ui.widgets import parts
from listo.ui.worker_client import Task, WorkerClient

if TYPE_CHECKING:
    from listo.core.catalogue.message_groups import ErrorGroup
    from listo.core.readiness.model import SkuResult
    from listo.core.worker.results import MessageComparison, SkuDetails

R = TypeVar("R")

_MOST_LINES = 6
"""A longer text scrolls, so that the answer below keeps its room."""
_FEWER_LINES, _LOW = 3, 560
"""As many in a window that is lower than so many pixels."""
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
        self.textChanged.connect(self._paint_at_once)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._retranslate()

    def sizeHint(self) -> QSize:
        needed, most = max(1, round(self.document().size().height())), self._most_lines()
        around = self.height() - self.viewport().height() if self.isVisible() else _FRAME
        margin = round(self.document().documentMargin())
        around += margin if needed > most else 2 * margin + 2  # no half of a line that is below
        lines = min(needed, most)
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + around)

    def fit(self) -> None:
        """Take the room that the text needs; scroll only what is longer than the field may grow."""
        longer = self.document().size().height() > self._most_lines()
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(on if longer else off)
        self.updateGeometry()

    def _paint_at_once(self) -> None:
        """Paint what was typed before all that it leads to, unless there is no room for it yet."""
        if self.sizeHint().height() <= self.height():
            self.viewport().repaint()

    def _most_lines(self) -> int:
        return _FEWER_LINES if self.window().height() < _LOW else _MOST_LINES

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


class OwnSheetBar(Translated, QFrame):
    """What the open sheet says to messages: what becomes of the SKU of one, how many of a list it explains.

    `has_skus` tells whether a sheet with SKUs is open; without one nothing is asked and nothing shown.
    """

    skuRequested = Signal(str)
    skuFound = Signal(str)
    """What was asked about names a SKU of the open files, and what becomes of it is said."""
    messagesRequested = Signal(str, object)
    """A heading, and the messages to list below it."""

    def __init__(
        self,
        client: WorkerClient[Jobs],
        texts: Texts,
        has_skus: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._client, self._texts, self._has_skus = client, texts, has_skus
        self._asked = 0
        self._again: Callable[[], None] | None = None
        self._result: SkuResult | None = None
        self._found: MessageComparison | None = None
        self.words = parts.label(selectable=True)
        self.show_sku, self.show_left = parts.button("link", "arrow-right"), parts.button("link", "list")
        self.show_waiting = parts.button("link", "list")
        self._build()
        self._retranslate()

    def _build(self) -> None:
        buttons = parts.row(self.show_sku, self.show_left, self.show_waiting, None, gap=16)
        inside = parts.column(self.words, buttons, gap=4)
        inside.setContentsMargins(16, 10, 16, 10)
        self.setLayout(inside)
        self.show_sku.clicked.connect(self._on_sku)
        self.show_left.clicked.connect(self._on_left)
        self.show_waiting.clicked.connect(self._on_waiting)

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language."""
        self._texts = texts
        self._retranslate()

    # -- asking -----------------------------------------------------------------------------------

    def clear(self) -> None:
        """Say nothing."""
        self._asked += 1
        self._again = self._result = self._found = None
        self._retranslate()

    def ask_sku(self, text: str) -> None:
        """Say what becomes of the SKU that a text is or names, where the export has it."""
        self._ask(lambda: self._follow(self._client.start(Jobs.find_sku, text), self._on_sku_found))

    def ask_messages(self, text: str, files: Sequence[Path]) -> None:
        """Say how many of the messages in a text, or in files, the open files explain."""
        paths = tuple(files)
        self._ask(
            lambda: self._follow(
                self._client.start(Jobs.compare_files, paths)
                if paths
                else self._client.start(Jobs.compare_text, text),
                self._on_compared,
            )
        )

    def ask_again(self) -> None:
        """Ask the same once more: the sheet may have been corrected meanwhile."""
        if self._again is not None:
            self._ask(self._again)

    def _ask(self, ask: Callable[[], None]) -> None:
        self.clear()
        self._again = ask
        if self._has_skus():
            ask()

    def _follow(self, task: Task[R], use: Callable[[R], None]) -> None:
        """Have an answer used, unless something else was asked meanwhile."""
        asked = self._asked
        task.on_success(lambda answer: use(answer) if asked == self._asked else None)

    def _on_sku_found(self, sku: str | None) -> None:
        if sku is not None:
            self._follow(self._client.start(Jobs.sku_details, sku), self._on_details)

    def _on_details(self, details: SkuDetails) -> None:
        self._result = result = details.result
        self._retranslate()
        if result is not None:
            self.skuFound.emit(result.sku)

    def _on_compared(self, found: MessageComparison | None) -> None:
        self._found = found
        self._retranslate()

    # -- words ------------------------------------------------------------------------------------

    def _on_sku(self) -> None:
        if self._result is not None:
            self.skuRequested.emit(self._result.sku)

    def _on_left(self) -> None:
        if self._found is not None:
            self.messagesRequested.emit(self.tr("Not explained by your files"), self._found.left)

    def _on_waiting(self) -> None:
        if self._found is not None:
            self.messagesRequested.emit(self.tr("Explained, and still to fix"), self._found.waiting)

    def _retranslate(self) -> None:
        found, result = self._found, self._result
        self.setVisible(found is not None or result is not None)
        self.show_sku.setVisible(result is not None)
        self.show_left.setVisible(found is not None and bool(found.left))
        self.show_waiting.setVisible(found is not None and bool(found.waiting))
        if result is not None:
            self.words.setText(self._of_sku(result))
            self.show_sku.setText(self.tr("Show SKU {sku}").format(sku=result.sku))
        if found is not None:
            self.words.setText(self._of_messages(found))
            left = found.total - found.explained
            self.show_left.setText(self.tr("Show the %Ln not explained", "", left))
            waiting = found.explained - found.cleared
            self.show_waiting.setText(self.tr("Show the %Ln still to fix", "", waiting))

    def _of_sku(self, result: SkuResult) -> str:
        from listo.core.reports.texts import say_reason, say_state

        said = self.tr("In your open files, SKU {sku}: {state}.")
        told = said.format(sku=result.sku, state=say_state(self._texts, result.state))
        return " ".join([told, *(say_reason(self._texts, reason) for reason in result.reasons[:1])])

    def _of_messages(self, found: MessageComparison) -> str:
        say = QLocale().toString
        numbers = {"explained": say(found.explained), "total": say(found.total)}
        told = [self.tr("Your files explain {explained} of {total} messages.").format(**numbers)]
        if found.cleared:
            told.append(self.tr("%Ln of them you have fixed already.", "", found.cleared))
        if left := found.total - found.explained:
            told.append(self.tr("They do not explain %Ln.", "", left))
        if found.without_sku:
            told.append(self.tr("%Ln name no SKU of your export.", "", found.without_sku))
        return " ".join(told)
