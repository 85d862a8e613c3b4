"""The last line: something went wrong in Listo itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def trouble_dialog(details: str, log: Path, parent: QWidget | None = None) -> QMessageBox:
    """Return a dialog that says that nothing is lost, where the log is, and lets the details be copied."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Listo")
    box.setText(QCoreApplication.translate("Trouble", "Something went wrong in Listo. Your work is stored."))
    told = QCoreApplication.translate(
        "Trouble",
        "You can continue. If it happens again, close Listo and open it again. The log is at {path}.",
    )
    box.setInformativeText(told.format(path=log))
    copy = box.addButton(
        QCoreApplication.translate("Trouble", "Copy the details"), QMessageBox.ButtonRole.ActionRole
    )
    copy.clicked.disconnect()  # copying does not close the dialog
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    go_on = box.addButton(
        QCoreApplication.translate("Trouble", "Continue"), QMessageBox.ButtonRole.AcceptRole
    )
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
