"""Small dialogs: questions that the window asks without stopping, and the last line of defence.

A question is for a yes, a name, a file, or where a file is to go. Whatever nothing else caught is logged,
and said in a dialog.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets  # what is named by them is made later: see ARCHITECTURE.md
from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QObject,
    QSignalBlocker,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QListView,
    QToolButton,
    QWidget,
)

from listo.core.errors import InputError
from listo.core.texts import Texts, language_of
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import CrashError
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.widgets import parts
from listo.ui.worker_client import Task, WorkerClient

if TYPE_CHECKING:
    from listo.core.storage.types import Decision
    from listo.core.worker.results import ReadDecisions


def ask_to(parent: QWidget, question: str, agree: str, then: Callable[[], None]) -> QtWidgets.QMessageBox:
    """Ask whether to do something; `agree` stands on the button that does it, the other one is Cancel."""
    box = _message_box(question, parent)
    box.setIcon(QtWidgets.QMessageBox.Icon.Question)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(agree, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel))
    box.accepted.connect(then)
    box.open()
    return box


def ask_name(
    parent: QWidget, title: str, label: str, name: str, then: Callable[[str], None]
) -> QtWidgets.QInputDialog:
    """Ask for a name; `name` stands there to begin with. Nothing happens for an empty one."""
    dialog = QtWidgets.QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(parts.literal(label))
    dialog.setTextValue(name)
    dialog.textValueSelected.connect(lambda text: then(text.strip()) if text.strip() else None)
    dialog.open()
    return dialog


def ask_file(
    parent: QWidget, title: str, then: Callable[[Path], None], *, filters: str = "", save_as: str = ""
) -> QtWidgets.QFileDialog:
    """Ask for a file to open, or with `save_as` for where to save one of that name."""
    dialog = _file_dialog(parent, title)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    if filters:
        dialog.setNameFilter(filters)
    if save_as:
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(save_as).suffix.lstrip("."))
        dialog.selectFile(save_as)
    else:
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_files(
    parent: QWidget, title: str, then: Callable[[list[Path]], object], filters: Sequence[str] = ()
) -> QtWidgets.QFileDialog:
    """Ask for any number of files to open."""
    dialog = _file_dialog(parent, title)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFiles)
    if filters:
        dialog.setNameFilters(filters)
        dialog.setOption(
            QtWidgets.QFileDialog.Option.HideNameFilterDetails
        )  # ten endings are more than is seen whole
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()
    return dialog


def ask_where(
    parent: QWidget, title: str, kind: str, proposed: Path, then: Callable[[Path], None]
) -> QtWidgets.QFileDialog:
    """Let the person choose where a file goes; `kind` is the words for what it is (`Spreadsheet`)."""
    dialog = _file_dialog(parent, title)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.AnyFile)
    # Whether a file may be replaced is asked after the worker has said that it is not the original.
    dialog.setOption(QtWidgets.QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.setNameFilter(f"{kind} (*{proposed.suffix})")
    dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    dialog.open()
    return dialog


def ask_to_replace(
    parent: QWidget, target: Path, question: str, then: Callable[[], None]
) -> QtWidgets.QMessageBox:
    """Ask before a file that is there is replaced."""
    there = QCoreApplication.translate("Questions", "“{name}” is already there.")
    box = _message_box(there.format(name=target.name), parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QtWidgets.QMessageBox.Icon.Question)
    box.setInformativeText(parts.literal(question))
    words = QCoreApplication.translate("Questions", "Replace")
    replace = box.addButton(words, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel))  # Enter loses nothing
    replace.clicked.connect(lambda _checked: then())
    box.open()
    return box


def _message_box(sentence: str, parent: QWidget | None) -> QtWidgets.QMessageBox:
    """Return a box that says a sentence, letter for letter."""
    box = QtWidgets.QMessageBox(parent)
    box.setWindowTitle("Listo")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    return box


_FILE_NAME, _FILE_SIZE, _KIND_OF_FILE, _FILE_TIME = range(4)
"""The columns of QFileSystemModel: of a file its name, size and kind, and when it was changed."""

_FILE_ICONS = {
    "backButton": "chevron-left",
    "forwardButton": "chevron-right",
    "toParentButton": "chevron-up",
    "newFolderButton": "folder",
    "listModeButton": "list",
    "detailModeButton": "table",
}
"""Our icons by the names of Qt's buttons, whose own are black in the dark too."""

_MOST_PLACES = 240
"""Pixels for the list of places at most, whatever somebody's home folder is called; by eye."""


def _file_dialog(parent: QWidget, title: str) -> QtWidgets.QFileDialog:
    """Return a dialog that says in the window's words what Qt leaves in English, or calls otherwise."""
    dialog = QtWidgets.QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    label, translate = QtWidgets.QFileDialog.DialogLabel, QCoreApplication.translate
    dialog.setLabelText(label.LookIn, translate("Questions", "Look in:"))
    dialog.setLabelText(label.FileName, translate("Questions", "File name:"))
    dialog.setLabelText(label.FileType, translate("Questions", "Files of type:"))
    dialog.setLabelText(label.Reject, translate("Questions", "Cancel"))
    dialog.setNameFilter(translate("Questions", "All files (*)"))
    if (
        dialog.directory() == QtCore.QDir.current()
    ):  # no file was asked for yet: that folder is nobody's choice
        dialog.setDirectory(_first_folder())
    if files := dialog.findChild(QtWidgets.QTreeView):  # Qt's own dialog, where the system has none
        _set_up_files(files.header())
        for name, icon in _FILE_ICONS.items():
            if button := dialog.findChild(QToolButton, name):
                style.set_icon(button, icon)
        if places := dialog.findChild(QListView, "sidebar"):
            wanted = places.sizeHintForColumn(0) + 2 * places.frameWidth() + style.SPACE
            places.setMinimumWidth(min(wanted, _MOST_PLACES))
    return dialog


def _set_up_files(header: QHeaderView) -> None:
    """Leave no heading, size or day cut: the names have the room that is left."""
    header.hideSection(_KIND_OF_FILE)  # a folder is a "Folder" there in every language
    header.setStretchLastSection(False)
    header.setSectionResizeMode(_FILE_NAME, QHeaderView.ResizeMode.Stretch)
    for column in (_FILE_SIZE, _FILE_TIME):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)


def _first_folder() -> str:
    """Return where a browser puts what it fetches, as exports and templates are; else the home folder."""
    downloads = QtCore.QStandardPaths.writableLocation(
        QtCore.QStandardPaths.StandardLocation.DownloadLocation
    )
    return downloads if Path(downloads).is_dir() else QtCore.QDir.homePath()


logger = logging.getLogger("listo")


class CrashHandler(QObject):
    """Catches whatever nothing else caught, in any thread: logs it, and tells the person once at a time."""

    _caught = Signal(str)

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        self._shown: QtWidgets.QMessageBox | None = (
            None  # kept, else it would go while no window is its parent
        )
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        qInstallMessageHandler(_log_qt)

    def stop(self) -> None:
        """Give back the hooks."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        logger.error("not caught", exc_info=error)
        self._caught.emit(details)

    def _tell(self, details: str) -> None:
        if self._shown is None:
            self._shown = crash_dialog(details, self._log, QApplication.activeWindow())
            self._shown.finished.connect(self._on_read)
            self._shown.open()

    def _on_read(self) -> None:
        self._shown = None


def crash_dialog(details: str, log: Path, parent: QWidget | None = None) -> QtWidgets.QMessageBox:
    """Return a dialog that says that nothing is lost, where the log is, and lets the details be copied."""
    said = QCoreApplication.translate("CrashDialog", "Something went wrong in Listo. Your work is stored.")
    box = _message_box(said, parent)
    box.setIcon(QtWidgets.QMessageBox.Icon.Warning)
    told = QCoreApplication.translate(
        "CrashDialog",
        "You can continue. If it happens again, close Listo and open it again. The log is at {path}.",
    )
    box.setInformativeText(parts.literal(told.format(path=log)))
    copy = box.addButton(
        QCoreApplication.translate("CrashDialog", "Copy the details"),
        QtWidgets.QMessageBox.ButtonRole.ActionRole,
    )
    copy.clicked.disconnect()  # copying does not close the dialog
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    go_on = box.addButton(
        QCoreApplication.translate("CrashDialog", "Continue"), QtWidgets.QMessageBox.ButtonRole.AcceptRole
    )
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_qt(kind: QtMsgType, _context: object, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.INFO), "%s", message)


_CALM_MS = 150
"""Fast typing asks for the list once and not with each letter, and it still seems to come at once."""
_MOST_CONFLICTS = 8
"""Choices that differ in a question: more would be higher than a small screen."""
_CHOSEN = 3
"""The column of what was chosen, the one that can be edited."""
_DECISION = Qt.ItemDataRole.UserRole


class DecisionsDialog(Translated, QDialog):
    """Lists the decisions of the store at hand, or of all; the one that is chosen can be edited in its place.

    `shop` is whose sheet is open; without an open sheet `shop` is None and all are listed.
    """

    shopChosen = Signal(str)
    """Whose sheet it is; the list is of that store when it is asked for anew."""

    def __init__(self, client: WorkerClient[Jobs], shop: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._client, self._shop = client, shop
        self.title, self.hint = parts.label("section"), parts.label("quiet")
        self.search, self.shop = parts.LineEdit(clearButtonEnabled=True), parts.LineEdit(shop or "")
        self.shop_name = parts.label(wraps=False)
        self.all_shops = QtWidgets.QCheckBox()
        self.table = QtWidgets.QTableWidget(0, 5)
        self.empty = parts.label("quiet")
        self.forget, self.forget_all = parts.button("quiet", "trash"), parts.button("quiet")
        self.importing, self.exporting = parts.button("quiet"), parts.button("quiet")
        self.said = parts.label("quiet")
        self.close_button = parts.button("primary")
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._build()
        self._connect()
        self._retranslate()
        self.resize(820, 520)
        self.refresh()

    def _build(self) -> None:
        self.shop_name.setBuddy(self.shop)
        shop = parts.row(self.shop_name, self.shop)
        self.shop.setMaximumWidth(280)
        self._shop_row = QWidget()
        self._shop_row.setLayout(shop)
        self._shop_row.setVisible(self._shop is not None)
        self.all_shops.setVisible(self._shop is not None)
        self._set_up_table()
        above = parts.row(self.search, self.all_shops)
        above.setStretch(0, 1)
        ways = (self.forget, self.forget_all, self.importing, self.exporting)
        foot = parts.row(*ways, None, self.close_button)
        self.said.hide()
        head = parts.column(self.title, self.hint, gap=4)
        whole = parts.column(head, self._shop_row, above, self.table, self.empty, self.said, foot, gap=12)
        for place in (3, 4):  # the table, or that nothing is kept yet in its place
            whole.setStretch(place, 1)
        whole.setContentsMargins(24, 20, 24, 20)
        self.setLayout(whole)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _set_up_table(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setVisible(False)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in range(4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._calm.start)
        self._calm.timeout.connect(self.refresh)
        self.all_shops.toggled.connect(self.refresh)
        self.shop.editingFinished.connect(self._on_shop)
        self.table.itemChanged.connect(self._on_edited)
        self.table.itemSelectionChanged.connect(self._show_what_can_be_done)
        self.forget.clicked.connect(self._on_forget)
        self.forget_all.clicked.connect(self._on_forget_all)
        self.importing.clicked.connect(self._on_import)
        self.exporting.clicked.connect(self._on_export)
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Delete, self.table, self._on_forget)

    def refresh(self) -> None:
        """Ask for the decisions that fit what is searched for."""
        shop = None if self.all_shops.isChecked() else self._shop
        self._client.start(Jobs.decisions, self.search.text().strip(), shop).on_success(self._on_decisions)

    def decisions(self) -> list[Decision]:
        """Return the decisions that are listed."""
        items = (self.table.item(row, 0) for row in range(self.table.rowCount()))
        return [item.data(_DECISION) for item in items if item is not None]

    def _on_decisions(self, found: Sequence[Decision]) -> None:
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(found))
            for row, decision in enumerate(found):
                for column, text in enumerate(self._texts(decision)):
                    self.table.setItem(row, column, self._item(decision, column, text))
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.selectRow(0)
        self._show_what_can_be_done()

    def _texts(self, decision: Decision) -> tuple[str, ...]:
        where = " · ".join(part for part in (decision.column, decision.attribute) if part)
        return where, decision.vtex_value, decision.said, decision.chosen, decision.shop

    def _item(self, decision: Decision, column: int, text: str) -> QtWidgets.QTableWidgetItem:
        item = QtWidgets.QTableWidgetItem(text)
        item.setData(_DECISION, decision)
        item.setToolTip(parts.literal(text))
        if column != _CHOSEN:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        return item

    def _current(self) -> Decision | None:
        item = self.table.item(self.table.currentRow(), 0)
        return item.data(_DECISION) if item else None

    def _show_what_can_be_done(self) -> None:
        self.forget.setEnabled(self._current() is not None)
        self.forget_all.setEnabled(self.table.rowCount() > 0)
        self.exporting.setEnabled(bool(self.table.rowCount() or self.search.text()))

    def _on_edited(self, item: QtWidgets.QTableWidgetItem) -> None:
        decision: Decision = item.data(_DECISION)
        chosen = item.text().strip()
        if item.column() == _CHOSEN and chosen and chosen != decision.chosen:
            self._change(self._client.start(Jobs.edit_decision, decision.id, chosen))
        else:
            self.refresh()

    def _on_forget(self) -> None:
        decision = self._current()
        if decision is not None:
            self._forget(decision.id)

    def _on_forget_all(self) -> None:
        question = self.tr("Forget everything that was chosen, for all stores? Your files stay as they are.")
        ask_to(self, question, self.tr("Forget all"), lambda: self._forget(None))

    def _listed_shop(self) -> str | None:
        return None if self.all_shops.isChecked() else self._shop

    def _on_export(self) -> None:
        name = f"{parts.file_name(self._listed_shop() or '') or 'listo'}.toml"
        ask_file(self, self.tr("Export"), self.export_to, filters="*.toml", save_as=name)

    def export_to(self, path: Path) -> None:
        """Write the choices that are listed without a search to a file that the person chose."""
        task = self._client.start(Jobs.export_decisions, path, self._listed_shop(), overwrite=True)
        task.on_success(lambda count: self._say(self.tr("%Ln choice(s) exported.", "", count)))
        task.on_failure(self._say_error)

    def _on_import(self) -> None:
        ask_file(self, self.tr("Import"), self.import_from, filters="*.toml")

    def import_from(self, path: Path) -> None:
        """Take up what a file says; where something else is kept, only if the person says so."""
        task = self._client.start(Jobs.read_decisions, path, self._listed_shop())
        task.on_success(self._on_read).on_failure(self._say_error)

    def _on_read(self, read: ReadDecisions) -> None:
        count = len(read.new)
        nothing = "" if read.conflicts else self.tr("Nothing in the file is new.")
        self._say(self.tr("%Ln new choice(s) imported.", "", count) if count else nothing)
        if read.new:
            self._change(self._client.start(Jobs.take_decisions, read.new))
        if read.conflicts:
            theirs = tuple(told for _, told in read.conflicts)
            ask_to(
                self,
                self._conflicts(read.conflicts),
                self.tr("Use those of the file"),
                lambda: self._change(self._client.start(Jobs.take_decisions, theirs)),
            )

    def _conflicts(self, conflicts: Sequence[tuple[Decision, Decision]]) -> str:
        lines = [
            self.tr("“{value}”: you chose “{mine}”, the file says “{theirs}”").format(
                value=mine.vtex_value or mine.said, mine=mine.chosen, theirs=theirs.chosen
            )
            for mine, theirs in conflicts[:_MOST_CONFLICTS]
        ]
        more = ["…"] if len(conflicts) > _MOST_CONFLICTS else []
        asked = self.tr("The file says something else than you chose for %Ln text(s).", "", len(conflicts))
        return "\n".join((asked, *lines, *more))

    def _say_error(self, error: InputError | CrashError) -> None:
        if isinstance(error, InputError):
            self._say(Texts(language_of(QLocale().name())).input_error(error))
        else:
            self._say(self.tr("Something went wrong in Listo. Your choices are as they were."))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _on_shop(self) -> None:
        name = self.shop.text().strip()
        if self._shop is not None and name != self._shop:
            self._shop = name
            self.shopChosen.emit(name)

    def _forget(self, number: int | None) -> None:
        self._change(self._client.start(Jobs.forget_decision, number))

    def _change(self, task: Task[tuple[Decision, ...]]) -> None:
        task.on_success(lambda _left: self.refresh()).on_failure(lambda _error: self.refresh())

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Remembered choices"))
        self.title.setText(self.tr("Remembered choices"))
        self.hint.setText(
            self.tr("What you chose once is suggested first next time. It stays on this computer.")
        )
        self.shop_name.setText(self.tr("This sheet is of the store"))
        self.shop.setAccessibleName(self.tr("This sheet is of the store"))
        self.shop.setPlaceholderText(self.tr("any name"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.all_shops.setText(self.tr("All stores"))
        self.table.setAccessibleName(self.tr("Remembered choices"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Where"), self.tr("In VTEX"), self.tr("It said"), self.tr("You chose"), self.tr("Store")]
        )
        self.empty.setText(
            self.tr("Nothing here yet. What you choose while fixing problems is remembered here.")
        )
        self.forget.setText(self.tr("Forget"))
        self.forget_all.setText(self.tr("Forget all…"))
        self.importing.setText(self.tr("Import…"))
        self.exporting.setText(self.tr("Export…"))
        self.close_button.setText(self.tr("Close"))
