"""What the delegates of both tables share: a cell's editor, filled with what the cell may say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from listo.ui.spreadsheet.tables.cell_editor import CellEditor
from listo.ui.spreadsheet.tables.paged_model import Index

_LEAST_WIDTH = 220
"""So that a value can be read, and the list of those that are accepted, also where the cell is narrow."""


class EditingDelegate(QStyledItemDelegate):
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
