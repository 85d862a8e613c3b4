"""What a person does with a window in the process of the test: drag and drop files, wait, choose a name."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo, QMimeData, QPoint, QPointF, Qt, QUrl, QVersionNumber
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from listo.core import resources

_BUTTON, _KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def samples(folder: Path) -> tuple[Path, Path]:
    """Copy the sample mapping sheet and Amazon values, under names as people give them."""
    mapping, values = folder / "mapping outubro é.xlsx", folder / "valores amazon.xlsx"
    shutil.copy(resources.root() / "samples" / "mapping.xlsx", mapping)
    shutil.copy(resources.root() / "samples" / "amazon-values.xlsx", values)
    return mapping, values


def files_held(paths: Iterable[Path]) -> QMimeData:
    """Return what a file manager gives along when these files are dragged."""
    held = QMimeData()
    held.setUrls(urls := [QUrl.fromLocalFile(str(path)) for path in paths])
    held.setText("\n".join(url.toString() for url in urls))  # which every field of text would take
    return held


def hover(target: QWidget, held: QMimeData, at: QPoint) -> bool:
    """Drag what is held to a place over the widget; return whether it would be taken."""
    place: Any = at if QLibraryInfo.version() < QVersionNumber(6, 12) else QPointF(at)  # Qt changed its mind
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, held, _BUTTON, _KEYS)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        move = QDragMoveEvent(place, Qt.DropAction.CopyAction, held, _BUTTON, _KEYS)
        QApplication.sendEvent(target, move)
    return enter.isAccepted()


def leave(target: QWidget) -> None:
    """Drag what is held out of the widget again."""
    QApplication.sendEvent(target, QDragLeaveEvent())


def drop(target: QWidget, paths: Iterable[Path]) -> bool:
    """Drag files over the middle of the widget and let go; return whether they were taken."""
    held, at = files_held(paths), target.rect().center()
    if not hover(target, held, at):
        return False
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, held, _BUTTON, _KEYS)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def settle(qtbot: Any, tab: Any) -> None:
    """Wait until everything that the spreadsheet tab asked for is there."""
    page = tab.problems
    about_to = (page._makes_more, page._looks)
    qtbot.waitUntil(lambda: not tab.work.jobs() and not any(timer.isActive() for timer in about_to))


def choose_name(qtbot: Any, tab: Any, target: Path) -> None:
    """Press the save button once it can be pressed, put a name into the dialog and press its Save."""
    settle(qtbot, tab)
    qtbot.waitUntil(tab.send.copy.save.isEnabled)
    tab.send.copy.save.click()
    qtbot.waitUntil(lambda: _open_dialog(tab) is not None)
    dialog = _open_dialog(tab)
    assert dialog is not None
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.setText(str(target))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _open_dialog(tab) is None)


def _open_dialog(tab: QWidget) -> QDialog | None:
    found = tab.findChildren(QFileDialog)
    return next((dialog for dialog in found if dialog.isVisible()), None)
