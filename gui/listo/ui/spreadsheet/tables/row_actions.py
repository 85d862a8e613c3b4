"""What can be done with whole rows, the same in the menus and by the keys of both tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QTableView


class RowActions(QObject):
    """Delete rows (Ctrl+-), add one like the current row or an empty one (Ctrl++).

    `rows` says which of Excel's rows are selected, `None` standing for one that is not here yet.
    """

    deleteRequested = Signal(tuple)
    insertRequested = Signal(object)
    """Excel's number of the row to copy, None for an empty one."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._rows: tuple[int, ...] = ()
        for keys, slot in ((("Ctrl+-",), self.delete), (("Ctrl++", "Ctrl+="), self._on_like)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), table)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(slot)

    def set_rows(self, rows: Sequence[int | None]) -> None:
        """Say which rows are selected; where one is not known none can be acted on."""
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
        menu.addAction(self.tr("Add an empty row")).triggered.connect(lambda: self.insertRequested.emit(None))
        delete = menu.addAction(self.tr("Delete %Ln row(s)", "", len(self._rows)))
        delete.setShortcut(QKeySequence("Ctrl+-"))
        delete.triggered.connect(self.delete)

    def delete(self) -> None:
        """Ask for the selected rows to be deleted."""
        if self._rows:
            self.deleteRequested.emit(self._rows)

    def _on_like(self) -> None:
        if self._rows:
            self.insertRequested.emit(self._rows[0])
