"""A cell's text as it is drawn, with its wrong blanks visible, and the field in which it is edited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from listo.ui import style
from listo.ui.spreadsheet.tables.paged_model import Index

_BLANKS = re.compile(r"^\s+|\s+$|\s{2,}|[\u00a0\u2007\u202f]")
_MOST_DRAWN = 2000
"""Letters of a line: more are never in sight, and a cell of 32,000 would take 10 ms to cut."""

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")

_SHOWN = 12
"""Values of the list that are in sight at once."""

_LEAST_WIDTH = 220
"""So that a value can be read, and the list of those that are accepted, also where the cell is narrow."""


def visible_whitespace(text: str) -> str:
    """Return a cell's text with the blanks that are wrong drawn (`␣`), and what has no width as `¦`."""
    drawn = _INVISIBLE.sub("¦", text)
    return _BLANKS.sub(lambda found: "␣" * len(found[0]), drawn)


def draw_line(painter: QPainter, area: QRect, text: str) -> None:
    """Draw a text on one line, cut where there is no room for all of it."""
    line = text[:_MOST_DRAWN].replace("\n", " ⏎ ")
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class CellEditor(QLineEdit):
    """A line with a list of values below it, filtered by what is typed wherever it stands in them.

    Down opens the list with all of them. `row` is Excel's number of the cell's row, `column` its name.
    """

    picked = Signal()
    """A value of the list was taken: nothing is left to be typed."""

    def __init__(self, parent: QWidget, row: int, column: str) -> None:
        super().__init__(parent)
        self.row, self.column = row, column
        self._values = QStringListModel(self)
        completer = QCompleter(self._values, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN)
        completer.activated.connect(lambda _text: QTimer.singleShot(0, self, self.picked.emit))
        self.setCompleter(completer)
        self._open = self.addAction(
            style.icon("chevron-down", "quiet"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._open.triggered.connect(self.show_all)
        self._open.setVisible(False)
        self._retranslate()

    def set_values(self, first: Sequence[str], others: Sequence[str] = ()) -> None:
        """Offer these values, each once, in this order."""
        values = list(dict.fromkeys((*first, *others)))
        self._values.setStringList(values)
        self._open.setVisible(bool(values))

    def add_values(self, others: Sequence[str]) -> None:
        """Offer further values below those that are offered."""
        self.set_values(self.values(), others)

    def values(self) -> list[str]:
        """Return the values that are offered."""
        return self._values.stringList()

    def show_all(self) -> None:
        """Open the list with every value."""
        completer = self.completer()
        completer.setCompletionPrefix("")
        if completer.completionCount():
            completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if event.key() == Qt.Key.Key_Down and popup is not None and not popup.isVisible():
            self.show_all()
            return
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ends and popup is not None and popup.isVisible() and not popup.currentIndex().isValid():
            popup.hide()  # the open list hands Enter over past the delegate, which waits for it
            QTimer.singleShot(0, self, self.picked.emit)
            return
        super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("New text for {column}").format(column=self.column))
        self._open.setToolTip(self.tr("Accepted values (Down)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class CellEditorDelegate(QStyledItemDelegate):
    """Makes editors; one that opens asks for the values that its cell may say."""

    valuesWanted = Signal(object)
    """A CellEditor that can take values as long as it is open."""

    def open_editor(self, parent: QWidget, row: int, column: str, first: Sequence[str]) -> CellEditor:
        """Return an editor that offers these values first, then those that the worker knows."""
        editor = CellEditor(parent, row, column)
        editor.set_values(first)
        editor.picked.connect(lambda: self._on_picked(editor))
        self.valuesWanted.emit(editor)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        viewport = editor.parentWidget()
        room = viewport.width() if viewport else option.rect.right()
        area = QRect(option.rect)
        area.setWidth(min(room, max(area.width(), _LEAST_WIDTH)))
        area.moveLeft(max(0, min(area.left(), room - area.width())))
        editor.setGeometry(area)

    def _on_picked(self, editor: CellEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
