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

from PySide6.QtCore import QCoreApplication, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QWidget

from listo.ui.widgets import parts


def ask_to(parent: QWidget, question: str, agree: str, then: Callable[[], None]) -> QMessageBox:
    """Ask whether to do something; `agree` stands on the button that does it, the other one is Cancel."""
    box = _message_box(question, parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(agree, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.accepted.connect(then)
    box.open()
    return box


def ask_name(parent: QWidget, title: str, label: str, name: str, then: Callable[[str], None]) -> QInputDialog:
    """Ask for a name; `name` stands there to begin with. Nothing happens for an empty one."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(parts.literal(label))
    dialog.setTextValue(name)
    dialog.textValueSelected.connect(lambda text: then(text.strip()) if text.strip() else None)
    dialog.open()
    return dialog


def ask_file(
    parent: QWidget, title: str, then: Callable[[Path], None], *, filters: str = "", save_as: str = ""
) -> QFileDialog:
    """Ask for a file to open, or with `save_as` for where to save one of that name."""
    dialog = _file_dialog(parent, title)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    if filters:
        dialog.setNameFilter(filters)
    if save_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(save_as).suffix.lstrip("."))
        dialog.selectFile(save_as)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_files(
    parent: QWidget, title: str, then: Callable[[list[Path]], object], filters: Sequence[str] = ()
) -> QFileDialog:
    """Ask for any number of files to open."""
    dialog = _file_dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    if filters:
        dialog.setNameFilters(filters)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()
    return dialog


def ask_where(
    parent: QWidget, title: str, kind: str, proposed: Path, then: Callable[[Path], None]
) -> QFileDialog:
    """Let the person choose where a file goes; `kind` is the words for what it is (`Spreadsheet`)."""
    dialog = _file_dialog(parent, title)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    # Whether a file may be replaced is asked after the worker has said that it is not the original.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.setNameFilter(f"{kind} (*{proposed.suffix})")
    dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    dialog.open()
    return dialog


def ask_to_replace(parent: QWidget, target: Path, question: str, then: Callable[[], None]) -> QMessageBox:
    """Ask before a file that is there is replaced."""
    there = QCoreApplication.translate("Questions", "“{name}” is already there.")
    box = _message_box(there.format(name=target.name), parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setInformativeText(parts.literal(question))
    words = QCoreApplication.translate("Questions", "Replace")
    replace = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    replace.clicked.connect(lambda _checked: then())
    box.open()
    return box


def _message_box(sentence: str, parent: QWidget | None) -> QMessageBox:
    """Return a box that says a sentence, letter for letter."""
    box = QMessageBox(parent)
    box.setWindowTitle("Listo")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    return box


def _file_dialog(parent: QWidget, title: str) -> QFileDialog:
    """Return a dialog that says in the language of the window what Qt's own translations leave in English."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    label, translate = QFileDialog.DialogLabel, QCoreApplication.translate
    dialog.setLabelText(label.LookIn, translate("Questions", "Look in:"))
    dialog.setLabelText(label.FileName, translate("Questions", "File name:"))
    dialog.setLabelText(label.FileType, translate("Questions", "Files of type:"))
    dialog.setLabelText(label.Reject, translate("Questions", "Cancel"))
    return dialog


logger = logging.getLogger("listo")


class CrashHandler(QObject):
    """Catches whatever nothing else caught, in any thread: logs it, and tells the person once at a time."""

    _caught = Signal(str)

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        self._shown: QMessageBox | None = None  # kept, else it would go while no window is its parent
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


def crash_dialog(details: str, log: Path, parent: QWidget | None = None) -> QMessageBox:
    """Return a dialog that says that nothing is lost, where the log is, and lets the details be copied."""
    said = QCoreApplication.translate("CrashDialog", "Something went wrong in Listo. Your work is stored.")
    box = _message_box(said, parent)
    box.setIcon(QMessageBox.Icon.Warning)
    told = QCoreApplication.translate(
        "CrashDialog",
        "You can continue. If it happens again, close Listo and open it again. The log is at {path}.",
    )
    box.setInformativeText(parts.literal(told.format(path=log)))
    copy = box.addButton(
        QCoreApplication.translate("CrashDialog", "Copy the details"), QMessageBox.ButtonRole.ActionRole
    )
    copy.clicked.disconnect()  # copying does not close the dialog
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    go_on = box.addButton(
        QCoreApplication.translate("CrashDialog", "Continue"), QMessageBox.ButtonRole.AcceptRole
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
