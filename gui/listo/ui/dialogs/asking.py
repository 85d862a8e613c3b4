"""Small questions that the window asks without stopping: a yes, a name, a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget


def ask_to(parent: QWidget, question: str, agree: str, then: Callable[[], None]) -> QMessageBox:
    """Ask whether to do something; `agree` stands on the button that does it, the other one is Cancel."""
    box = QMessageBox(QMessageBox.Icon.Question, "Listo", question, parent=parent)
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
    dialog.setLabelText(label)
    dialog.setTextValue(name)
    dialog.textValueSelected.connect(lambda text: then(text.strip()) if text.strip() else None)
    dialog.open()
    return dialog


def ask_file(
    parent: QWidget, title: str, then: Callable[[Path], None], *, filters: str = "", save_as: str = ""
) -> QFileDialog:
    """Ask for a file to open, or with `save_as` for where to save one of that name."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if filters:
        dialog.setNameFilter(filters)
    if save_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(save_as).suffix.lstrip("."))
        dialog.selectFile(save_as)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog
