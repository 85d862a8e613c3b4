"""Keys that do something wherever in a page the keyboard is, and how they are written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Key = str | QKeySequence.StandardKey


def bind(page: QWidget, *keys: tuple[Key, Callable[[], object]]) -> None:
    """Have each key do its work while the keyboard is in the page or in anything on it."""
    for key, slot in keys:
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)


def key_text(key: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
