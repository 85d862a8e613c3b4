"""Where a file is to go, and whether one that is there may be replaced: asked without stopping the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def ask_where(
    parent: QWidget, title: str, kind: str, proposed: Path, then: Callable[[Path], None]
) -> QFileDialog:
    """Let the person choose where a file goes; `kind` is the words for what it is (`Spreadsheet`)."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    # Whether a file may be replaced is asked after the worker has said that it is not the original.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.setNameFilter(f"{kind} (*{proposed.suffix})")
    dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog


def ask_to_replace(parent: QWidget, target: Path, question: str, then: Callable[[], None]) -> QMessageBox:
    """Ask before a file that is there is replaced."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    there = QCoreApplication.translate("Saving", "“{name}” is already there.")
    box.setText(there.format(name=target.name))
    box.setInformativeText(question)
    words = QCoreApplication.translate("Saving", "Replace")
    replace = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    replace.clicked.connect(lambda _checked: then())
    box.open()
    return box
