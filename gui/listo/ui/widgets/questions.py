"""Small questions that the window asks without stopping: a yes, a name, a file, where a file is to go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
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
    dialog = _file_dialog(parent, title, then)
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


def ask_where(
    parent: QWidget, title: str, kind: str, proposed: Path, then: Callable[[Path], None]
) -> QFileDialog:
    """Let the person choose where a file goes; `kind` is the words for what it is (`Spreadsheet`)."""
    dialog = _file_dialog(parent, title, then)
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
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    there = QCoreApplication.translate("Questions", "“{name}” is already there.")
    box.setText(there.format(name=target.name))
    box.setInformativeText(question)
    words = QCoreApplication.translate("Questions", "Replace")
    replace = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    replace.clicked.connect(lambda _checked: then())
    box.open()
    return box


def _file_dialog(parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return dialog
