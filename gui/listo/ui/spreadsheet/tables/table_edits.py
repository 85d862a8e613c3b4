"""What a person changes in the tables: a cell, with the values it may say, and whole rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRect, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from listo.core.mapping.sheet import Column
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import ModelIndex

_SHOWN = 12
"""Values of the list that are in sight at once."""

_LEAST_WIDTH = 220
"""So that a value can be read, and the list of those that are accepted, also where the cell is narrow."""


class CellEditor(Translated, parts.LineEdit):
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
        """Offer further values below those that are offered; to what is typed by now, those that fit it."""
        self.set_values(self.values(), others)
        if self.hasFocus() and self.isModified() and self.text():
            completer = self.completer()
            completer.setCompletionPrefix(self.text())
            if completer.completionCount():
                completer.complete()

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


class CellEditorDelegate(QStyledItemDelegate):
    """Makes editors; one that opens asks for the values that its cell may say."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def open_editor(self, parent: QWidget, row: int, column: str, first: Sequence[str]) -> CellEditor:
        """Return an editor that offers these values first, then those that the worker knows."""
        editor = self._make_editor(parent, row, column, first)
        self._work.start(Jobs.accepted_values, row, column).on_success(partial(_add_values, editor))
        return editor

    def open_editor_of_new(
        self, parent: QWidget, texts: Sequence[str], column: str, first: Sequence[str]
    ) -> CellEditor:
        """Return such an editor for a cell of a row of seven texts that is not in the sheet yet."""
        editor = self._make_editor(parent, 0, column, first)
        self._work.start(Jobs.accepted_in, texts, column).on_success(partial(_add_values, editor))
        return editor

    def _make_editor(self, parent: QWidget, row: int, column: str, first: Sequence[str]) -> CellEditor:
        editor = CellEditor(parent, row, column)
        editor.set_values(first)
        editor.picked.connect(lambda: self._on_picked(editor))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        viewport = editor.parentWidget()
        room = viewport.width() if viewport else option.rect.right()
        area = QRect(option.rect)
        area.setWidth(min(room, max(area.width(), _LEAST_WIDTH)))
        area.moveLeft(max(0, min(area.left(), room - area.width())))
        editor.setGeometry(area)

    def _on_picked(self, editor: CellEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _add_values(editor: CellEditor, values: tuple[str, ...]) -> None:
    if isValid(editor):  # the person may be done already
        editor.add_values(values)


class RowActions(QObject):
    """Deletes rows (Ctrl+-), adds one like the current row or an empty one (Ctrl++)."""

    rowAdded = Signal()
    """A row is being put in below the last one."""

    def __init__(self, work: Work, table: QTableView) -> None:
        super().__init__(table)
        self._work = work
        self._rows: tuple[int, ...] = ()
        for keys, slot in ((("Ctrl+-",), self.delete), (("Ctrl++", "Ctrl+="), self._on_like)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), table)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(slot)

    def set_rows(self, rows: Sequence[int | None]) -> None:
        """Say which of Excel's rows are selected; with one that is not here yet (None) none is acted on."""
        known = tuple(dict.fromkeys(row for row in rows if row is not None))
        self._rows = known if len(known) == len(set(rows)) else ()

    def add_to(self, menu: QMenu) -> None:
        """Put what can be done into a menu."""
        if not self._rows:
            return
        menu.addSeparator()
        like = menu.addAction(self.tr("Add a row like this one"))
        like.setShortcut(QKeySequence("Ctrl++"))
        like.triggered.connect(self._on_like)
        menu.addAction(self.tr("Add an empty row")).triggered.connect(lambda: self.insert({}))
        delete = menu.addAction(self.tr("Delete %Ln row(s)", "", len(self._rows)))
        delete.setShortcut(QKeySequence("Ctrl+-"))
        delete.triggered.connect(self.delete)

    def delete(self) -> None:
        """Have the selected rows deleted."""
        if self._rows:
            self._work.change(Jobs.delete_rows, self._rows)

    def insert(self, texts: Mapping[Column, str]) -> None:
        """Have a row put in with these texts, an empty one where there are none."""
        self._work.change(Jobs.insert_row, texts=texts or None)
        self.rowAdded.emit()

    def _on_like(self) -> None:
        if self._rows:
            self._work.change(Jobs.insert_row, like=self._rows[0])
            self.rowAdded.emit()
