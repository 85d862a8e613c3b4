"""Earlier work in one list: search it, open one and go on where it stood, delete one or all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from listo.core.paths import is_there
from listo.core.storage.tables import Lookup, Profile
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import RecentSession
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts
from listo.ui.widgets.dialogs import ask_file, ask_to
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:
    from listo.core.storage.tables import Lookups, Profiles

RecentKind = Literal["spreadsheet", "lookup", "store"]

_ITEM = Qt.ItemDataRole.UserRole
_KINDS: tuple[RecentKind | None, ...] = (None, "spreadsheet", "lookup", "store")
_ICONS: dict[RecentKind, str] = {"spreadsheet": "table", "lookup": "search", "store": "settings"}


_BESIDE_WORDS = style.ICON_SIZE + 110
"""Pixels of the dialog beside the words of a line: the icon, the room around it, margins, a scroll bar."""

_BETWEEN = "  ·  "


@dataclass(frozen=True, slots=True)
class RecentItem:
    """What there is to go on with; `of` is what the store keeps of it, `changed` is UTC in ISO form.

    `missing` is the first file that is not where it was, if one is not.
    """

    kind: RecentKind
    name: str
    changed: str
    of: RecentSession | Lookup | Profile
    where: Path | None = None
    missing: Path | None = None


class RecentDialog(Translated, QDialog):
    """Lists what is kept, the latest first; the worker lists and deletes the work on spreadsheets.

    `opening` are the names of files that the worker is opening: it lists the others once it has done that.
    """

    sessionChosen = Signal(int, object)
    """The session to go on with, and where its file is now if it was moved (a Path or None)."""
    lookupChosen = Signal(object, object)
    """The Lookup to look at again, and where its files are now."""
    storeChosen = Signal(str)
    storeForgotten = Signal(str)

    def __init__(
        self,
        client: WorkerClient[Jobs],
        lookups: Lookups,
        profiles: Profiles,
        parent: QWidget | None = None,
        *,
        opening: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._client, self._lookups, self._profiles = client, lookups, profiles
        self._title = parts.label("section", wraps=False)
        self.opening, self._names_opening = parts.label(), tuple(opening)
        self.search = parts.LineEdit(clearButtonEnabled=True)
        self.kinds = parts.ComboBox()
        self.list = QListWidget()
        self.list.setIconSize(QSize(style.ICON_SIZE, style.ICON_SIZE))
        self._empty = parts.label("quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_button, self.delete = parts.button("primary"), parts.button("quiet", "trash")
        self.delete_all, self._close = parts.button("quiet"), parts.button()
        self.choices = parts.button("link")
        self._sessions: tuple[RecentSession, ...] = ()
        self._lay_out()
        self._retranslate()
        self._connect()
        self.resize(680, 500)
        self.search.setFocus()
        if opening:
            self._show()

    def refresh(self) -> None:
        """Ask for what fits what is searched for."""
        self._client.start(Jobs.recent, self.search.text().strip()).on_success(self._on_recent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the lines anew: Qt cuts none that have a break."""
        super().resizeEvent(event)
        for place, item in enumerate(self.items()):
            self.list.item(place).setText(self._words(item))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.list.isVisible():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def items(self) -> list[RecentItem]:
        """Return what is listed."""
        return [self.list.item(row).data(_ITEM) for row in range(self.list.count())]

    def _lay_out(self) -> None:
        whole = style.margins(QVBoxLayout(self), horizontal=3, gap=1.5)
        whole.addLayout(parts.row(self._title, None, self.choices))
        whole.addLayout(parts.row(parts.grow(self.search), self.kinds))
        whole.addWidget(self._opening_card())
        whole.addWidget(self.list)
        whole.addWidget(self._empty, 1)
        whole.addLayout(parts.row(self.delete_all, self.delete, None, self._close, self.open_button))
        self.open_button.setDefault(True)

    def _opening_card(self) -> QWidget:
        self._card = parts.frame("well")
        inside = parts.row(parts.picture("table", "accent"), parts.grow(self.opening), gap=12)
        inside.setContentsMargins(12, 10, 12, 10)
        self._card.setLayout(inside)
        self._card.setVisible(bool(self._names_opening))
        return self._card

    def _connect(self) -> None:
        self.search.textChanged.connect(self.refresh)
        self.kinds.currentIndexChanged.connect(lambda _: self._show())
        self.list.itemActivated.connect(lambda _item: self._open())
        self.list.currentItemChanged.connect(lambda *_: self._show_what_can_be_done())
        self.open_button.clicked.connect(self._open)
        self.delete.clicked.connect(self._delete)
        self.delete_all.clicked.connect(self._delete_all)
        self._close.clicked.connect(self.reject)
        shortcut = QShortcut(QKeySequence.StandardKey.Delete, self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._delete)

    # -- showing ---------------------------------------------------------------------------------

    def _on_recent(self, found: Sequence[RecentSession]) -> None:
        self._sessions = tuple(found)
        self._names_opening = ()
        self._card.hide()
        self._show()

    def _show(self) -> None:
        """List what is there; the line stays the one that it was."""
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        items = _in_order(self._found())
        for item in items:
            line = QListWidgetItem(self._words(item))
            line.setIcon(style.icon("warning" if item.missing else _ICONS[item.kind]))
            line.setToolTip(parts.literal(str(item.where or item.name)))
            line.setData(_ITEM, item)
            self.list.addItem(line)
        self.list.setCurrentRow(min(row, len(items) - 1))
        self.list.setVisible(bool(items))
        self._empty.setVisible(not items and not self._names_opening)
        self._show_what_can_be_done()

    def _found(self) -> list[RecentItem]:
        text, kind = self.search.text().strip(), _KINDS[max(self.kinds.currentIndex(), 0)]
        words = text.casefold().split()
        stores = (one for one in self._profiles.all() if all(word in one.name.casefold() for word in words))
        items = [
            *map(_of_session, self._sessions),
            *map(_of_lookup, self._lookups.recent(text)),
            *map(_of_store, stores),
        ]
        return [item for item in items if kind in (None, item.kind)]

    def _words(self, item: RecentItem) -> str:
        metrics, room = self.list.fontMetrics(), self.width() - _BESIDE_WORDS
        facts = [_moment(item.changed), *self._facts(item)]
        moved = [self.tr("the file was moved")] if item.missing else []
        folder = []
        if item.where is not None:  # its end tells more than its beginning
            left = room - metrics.horizontalAdvance(_BETWEEN.join((*facts, "", *moved)))
            folder = [metrics.elidedText(str(item.where.parent), Qt.TextElideMode.ElideLeft, left)]
        name = metrics.elidedText(item.name, Qt.TextElideMode.ElideMiddle, room)
        return f"{name}\n{_BETWEEN.join((*facts, *filter(None, folder), *moved))}"

    def _facts(self, item: RecentItem) -> list[str]:
        match item.of:
            case RecentSession(problems=problems, changed_cells=changed):
                facts = [self.tr("%Ln problem(s) left", "", problems)]
                return [*facts, self.tr("%Ln correction(s)", "", changed)] if changed else facts
            case Lookup(messages=messages, kinds=kinds):
                return [
                    self.tr("%Ln message(s)", "", messages),
                    self.tr("%Ln different error(s)", "", kinds),
                ]
        return [self.tr("settings of a store")]

    def _current(self) -> RecentItem | None:
        line = self.list.currentItem()
        return line.data(_ITEM) if line else None

    def _show_what_can_be_done(self) -> None:
        item = self._current()
        self.open_button.setEnabled(item is not None)
        self.delete.setEnabled(item is not None)
        self.delete_all.setEnabled(any(one.kind != "store" for one in self.items()))
        moved = item is not None and item.missing is not None
        self.open_button.setText(self.tr("Find the file…") if moved else self.tr("Continue"))

    # -- opening ---------------------------------------------------------------------------------

    def _open(self) -> None:
        item = self._current()
        if item is None:
            return
        if item.missing is None:
            self._go_on(item, None)
        else:
            self._ask_where(item, item.missing)

    def _go_on(self, item: RecentItem, found: Path | None) -> None:
        """Hand on what to go on with; `found` is where the missing file is now."""
        match item.of:
            case RecentSession(session=session):
                self.sessionChosen.emit(session, found)
            case Lookup(files=files):
                self.lookupChosen.emit(item.of, tuple(found if f == item.missing else f for f in files))
            case Profile(name=name):
                self.storeChosen.emit(name)
        self.accept()

    def _ask_where(self, item: RecentItem, missing: Path) -> None:
        title = self.tr("Where is {name} now?").format(name=missing.name)
        ask_file(self, title, lambda path: self._go_on(item, path))

    # -- deleting --------------------------------------------------------------------------------

    def _delete(self) -> None:
        item = self._current()
        if item is None:
            return
        match item.of:
            case RecentSession(session=session):
                self._forget_sessions(session)
            case Lookup(number=number):
                self._lookups.forget(number)
                self._show()
            case Profile(name=name):
                question = self.tr("Delete what Listo has stored about {name}? This cannot be undone.")
                ask_to(self, question.format(name=name), self.tr("Delete"), lambda: self._forget_store(name))

    def _forget_store(self, name: str) -> None:
        self.storeForgotten.emit(name)
        self._show()

    def _delete_all(self) -> None:
        question = self.tr(
            "Delete all stored work on spreadsheets and messages? Your own files stay as they are, and so do "
            "the settings of your stores."
        )
        choices = QCheckBox(self.tr("Delete the remembered choices too"))
        box = ask_to(self, question, self.tr("Delete"), lambda: self._forget_all(choices=choices.isChecked()))
        box.setCheckBox(choices)

    def _forget_all(self, *, choices: bool) -> None:
        self._lookups.forget(None)
        if choices:
            self._client.start(Jobs.forget_decision, None)
        self._forget_sessions(None)

    def _forget_sessions(self, session: int | None) -> None:
        self._client.start(Jobs.forget, session).on_success(lambda _left: self.refresh())

    # -- words -----------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Recent work"))
        self._title.setText(self.tr("Recent work"))
        self.search.setPlaceholderText(self.tr("Search by file, folder, message or store"))
        self.search.setAccessibleName(self.tr("Search by file, folder, message or store"))
        self.kinds.setAccessibleName(self.tr("What to list"))
        self._name_kinds()
        self.list.setAccessibleName(self.tr("Recent work"))
        self._empty.setText(
            self.tr(
                "Nothing here yet. Your work is stored on this computer only, and you find it here again."
            )
        )
        opening = self.tr("Being opened: {names}. Earlier spreadsheets are listed as soon as that is done.")
        self.opening.setText(opening.format(names=", ".join(self._names_opening)))
        self.choices.setText(self.tr("Remembered choices…"))
        self.delete.setText(self.tr("Delete"))
        self.delete_all.setText(self.tr("Delete all…"))
        self._close.setText(self.tr("Close"))
        self._show_what_can_be_done()

    def _name_kinds(self) -> None:
        names = (self.tr("All work"), self.tr("Spreadsheets"), self.tr("Messages"), self.tr("Stores"))
        if not self.kinds.count():
            self.kinds.addItems(list(names))
        for place, name in enumerate(names):
            self.kinds.setItemText(place, name)


def _of_session(session: RecentSession) -> RecentItem:
    """Return a spreadsheet that was worked on."""
    missing = None if session.file_exists else session.path
    return RecentItem("spreadsheet", session.name, session.changed, session, session.path, missing)


def _of_lookup(lookup: Lookup) -> RecentItem:
    """Return a list of messages that was looked up."""
    missing = next((file for file in lookup.files if not is_there(file)), None)
    return RecentItem("lookup", lookup.name, lookup.changed, lookup, next(iter(lookup.files), None), missing)


def _of_store(store: Profile) -> RecentItem:
    """Return a store whose settings are kept."""
    return RecentItem("store", store.name, store.changed, store)


def _in_order(items: Sequence[RecentItem]) -> list[RecentItem]:
    """Return the items, the last touched first."""
    return sorted(items, key=lambda item: item.changed, reverse=True)


def _moment(changed: str) -> str:
    """Return a stored moment (UTC, ISO) as the person's clock and language write it."""
    at = QDateTime.fromString(changed[:19], Qt.DateFormat.ISODate)
    at.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
    return QLocale().toString(at.toLocalTime(), QLocale.FormatType.ShortFormat)
