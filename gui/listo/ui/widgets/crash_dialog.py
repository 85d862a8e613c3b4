"""The last line of defence: whatever nothing else caught is logged, and said in a dialog."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

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
        logger.error("not caught: %s", details)
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
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Listo")
    box.setText(
        QCoreApplication.translate("CrashDialog", "Something went wrong in Listo. Your work is stored.")
    )
    told = QCoreApplication.translate(
        "CrashDialog",
        "You can continue. If it happens again, close Listo and open it again. The log is at {path}.",
    )
    box.setInformativeText(told.format(path=log))
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
