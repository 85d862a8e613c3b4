"""Markup in every place that a stranger's text can come to, and what tells whether Qt obeys it.

`OpenedFiles` hears of every opening of a file, whoever in this process does it, in C++ too.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QTextEdit, QWidget

BAIT = "bait.png"
MARKUP = (
    f"<img src={BAIT}>",
    f'<img src="{BAIT}"> <a href="https://example.com">x</a>',
    "<img src='\\\\203.0.113.1\\share\\x.png'>",
    f"<b>bold</b><img src={BAIT}>",
    f"<html><img src={BAIT}>",
    f"&lt;<img src={BAIT}>",
)
"""As it may stand in a cell; 203.0.113.1 is an address that stands for none, by RFC 5737."""

_TIPS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole)
_MOST_ROWS = 60
_IN_OPEN = 0x20
"""From Linux' inotify.h."""


class OpenedFiles:
    """Hears by Linux' inotify when a file is opened."""

    def __init__(self, file: Path) -> None:
        self._system = ctypes.CDLL(None, use_errno=True)
        self._heard = self._system.inotify_init1(os.O_NONBLOCK)
        assert self._system.inotify_add_watch(self._heard, os.fsencode(file), _IN_OPEN) >= 0

    def count(self) -> int:
        """Return how often it was opened since this was asked last."""
        try:
            return len(os.read(self._heard, 65536)) // struct.calcsize("iIII")
        except BlockingIOError:
            return 0

    def close(self) -> None:
        os.close(self._heard)


def obeyed(root: QWidget) -> list[str]:
    """Return where under a widget markup of a stranger would be obeyed, having shown every tip there."""
    found = []
    for place, text in (*tips_of(root), *rich_texts(root)):
        if QtGui.Qt.mightBeRichText(text):
            QLabel(text).grab()  # which is what Qt's tips are
            if "<img" in text or ("example.com" in text and "<a" in text):
                found.append(f"{place}: {text}")
    return found


def rich_texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what labels and pages take for rich, with where it stands."""
    for label in root.findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText:
            yield _name(label), label.text()
    for page in root.findChildren(QTextEdit):
        yield _name(page), page.toHtml()


def tips_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what may be shown as a tip: of widgets, actions, and every cell and heading of every model."""
    for widget in (root, *root.findChildren(QWidget)):
        for text in (widget.toolTip(), widget.whatsThis(), widget.statusTip()):
            yield _name(widget), text
    for action in root.findChildren(QAction):
        for text in (action.toolTip(), action.whatsThis(), action.statusTip()):
            yield _name(action), text
    for view in (*root.findChildren(QAbstractItemView), *root.findChildren(QComboBox)):
        if (model := view.model()) is not None:
            yield from ((_name(view), text) for text in _tips_of(model))


def _tips_of(model: QAbstractItemModel) -> Iterator[str]:
    rows, columns = min(model.rowCount(), _MOST_ROWS), _columns(model)
    cells = [model.index(row, column) for row in range(rows) for column in range(columns)]
    for role in _TIPS:
        yield from (str(model.data(cell, role) or "") for cell in cells)
        for way, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
            yield from (str(model.headerData(section, way, role) or "") for section in range(count))


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()  # PySide lacks that of lists


def texts_of(root: QWidget) -> str:
    """Return all that models and labels under a widget say, to see that the markup is there at all."""
    said = [label.text() for label in root.findChildren(QLabel)]
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(min(model.rowCount(), _MOST_ROWS) if model else 0):
            said += [str(model.index(row, c, QModelIndex()).data()) for c in range(_columns(model))]
    return "\n".join(said)


def _name(thing: QObject) -> str:
    return f"{type(thing).__name__} {thing.objectName()}".strip()


def network_of_qt() -> list[str]:
    """Return the parts of Qt in this process that could connect to another machine; on Linux."""
    if sys.platform != "linux":
        return []
    maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
    return sorted({line.rpartition("/")[2] for line in maps.splitlines() if "Qt6Network" in line})
