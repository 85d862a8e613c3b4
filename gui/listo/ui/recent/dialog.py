"""The list of earlier work: search it, open one and go on where it stood, delete one or all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QEvent, QLocale, QSize, Qt, QTimeZone, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from listo.core.jobs.model import RecentSession
from listo.ui import style
from listo.ui.runner import Runner

_SESSION = Qt.ItemDataRole.UserRole


class RecentDialog(QDialog):
    """Lists the stored sessions, the latest first; the store itself is the worker's."""

    resumeRequested = Signal(int, object)
    """The session to go on with, and where its file is now if it was moved (a Path or None)."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.textChanged.connect(self.refresh)
        self.list = QListWidget()
        self.list.setIconSize(QSize(style.ICON_SIZE, style.ICON_SIZE))
        self.list.itemActivated.connect(lambda _item: self._open())
        self.list.currentItemChanged.connect(lambda *_: self._show_what_can_be_done())
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty.setProperty("role", "quiet")
        self.open_button, self.delete, self.delete_all, self._close = (QPushButton() for _ in range(4))
        self._lay_out()
        self._connect()
        self._retranslate()
        self.resize(620, 480)

    def refresh(self) -> None:
        """Ask the worker for the sessions that fit what is searched for."""
        task = self._runner.start("recent", text=self.search.text().strip())
        task.succeeded.connect(self._on_recent)

    def sessions(self) -> list[RecentSession]:
        """Return the sessions that are listed."""
        return [self.list.item(row).data(_SESSION) for row in range(self.list.count())]

    def _lay_out(self) -> None:
        for button, role in (
            (self.open_button, "primary"),
            (self.delete_all, "quiet"),
            (self.delete, "quiet"),
        ):
            button.setProperty("role", role)
        whole = style.margins(QVBoxLayout(self), horizontal=3, gap=1.5)
        for part in (self._title, self.search, self.list, self._empty):
            whole.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete_all)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.open_button)
        whole.addLayout(buttons)
        self.open_button.setDefault(True)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._open)
        self.delete.clicked.connect(self._delete)
        self.delete_all.clicked.connect(self._delete_all)
        self._close.clicked.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Delete, self.list, self._delete)

    def _on_recent(self, found: Sequence[RecentSession]) -> None:
        self.list.clear()
        for session in found:
            item = QListWidgetItem(self._words(session))
            item.setIcon(style.icon("table" if session.file_exists else "warning", "text"))
            item.setToolTip(str(session.path))
            item.setData(_SESSION, session)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._show_what_can_be_done()

    def _words(self, session: RecentSession) -> str:
        facts = [_moment(session.changed), str(session.path.parent)]
        if session.changed_cells:
            facts.insert(1, self.tr("%Ln correction(s)", "", session.changed_cells))
        facts.insert(1, self.tr("%Ln problem(s) left", "", session.problems))
        if not session.file_exists:
            facts.append(self.tr("the file was moved"))
        return f"{session.name}\n" + "  ·  ".join(facts)

    def _current(self) -> RecentSession | None:
        item = self.list.currentItem()
        return item.data(_SESSION) if item else None

    def _show_what_can_be_done(self) -> None:
        session = self._current()
        self.open_button.setEnabled(session is not None)
        self.delete.setEnabled(session is not None)
        self.delete_all.setEnabled(self.list.count() > 0)
        moved = session is not None and not session.file_exists
        self.open_button.setText(self.tr("Point to the file…") if moved else self.tr("Go on with it"))

    def _open(self) -> None:
        session = self._current()
        if session is None:
            return
        where = None if session.file_exists else self._ask_where(session)
        if session.file_exists or where:
            self.resumeRequested.emit(session.session, where)
            self.accept()

    def _ask_where(self, session: RecentSession) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Where is {name} now?").format(name=session.name))
        return Path(name) if name else None

    def _delete(self) -> None:
        session = self._current()
        if session is not None:
            self._forget(session.session)

    def _delete_all(self) -> None:
        question = self.tr("Delete all stored work? Your own files stay as they are.")
        answer = QMessageBox.question(self, "Listo", question)
        if answer == QMessageBox.StandardButton.Yes:
            self._forget(None)

    def _forget(self, session: int | None) -> None:
        task: Any = self._runner.start("forget", session=session)
        task.succeeded.connect(lambda _left: self.refresh())

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Recent work"))
        self._title.setText(self.tr("Recent work"))
        self.search.setPlaceholderText(self.tr("Search by file or folder"))
        self.search.setAccessibleName(self.tr("Search by file or folder"))
        self.list.setAccessibleName(self.tr("Recent work"))
        self._empty.setText(
            self.tr("Nothing here yet. What you check is stored on this machine only, and found here again.")
        )
        self.delete.setText(self.tr("Delete"))
        self.delete_all.setText(self.tr("Delete all…"))
        self._close.setText(self.tr("Close"))
        self._show_what_can_be_done()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _moment(changed: str) -> str:
    """Return a stored moment (UTC, ISO) as the person's clock and language write it."""
    moment = QDateTime.fromString(changed[:19], Qt.DateFormat.ISODate)
    moment.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)
