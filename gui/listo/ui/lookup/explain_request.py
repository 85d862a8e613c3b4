"""Having many messages explained by the worker: only the last request counts.

Apart from the tab, which need not know that an answer may come for what nobody asks any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from listo.core.worker.jobs import Jobs
from listo.ui.worker_client import Task, WorkerClient

if TYPE_CHECKING:
    from listo.core.catalogue.message_groups import ErrorGroup


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
