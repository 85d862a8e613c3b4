"""Find and replace over a column: the count is seen before anything changes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from listo.core.mapping.sheet import COLUMNS
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import FindQuery, Matches
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.parts import FlowLayout

_TYPING_REST_MS = 150
"""How long typing rests before cells are counted: longer than between two letters of one word."""


class FindPanel(Translated, QWidget):
    """What to find, what to put there, in which column; Enter goes to the next match, Esc closes."""

    cellRequested = Signal(int, str)
    """Excel's row and the column of a match to show."""
    closed = Signal()

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._matches: Matches | None = None
        self._next = 0
        self.search_text, self.replacement, self.column = QLineEdit(), QLineEdit(), QComboBox()
        self.whole, self.match_case = QCheckBox(), QCheckBox()
        self.count = parts.label("quiet", wraps=False)
        self.replace, self.go = parts.button("primary"), parts.button()
        self._close = parts.button("quiet", "close")
        self._typing_rest = QTimer(self, singleShot=True, interval=_TYPING_REST_MS)
        self._build()
        self._connect()
        self._retranslate()
        self.hide()

    def _build(self) -> None:
        self.column.addItem("", "")
        for name in COLUMNS:
            self.column.addItem(name, name)
        self.match_case.setChecked(True)
        above = parts.row(self.search_text, self.replacement, self.column, self._close)
        above.setStretch(0, 1)
        above.setStretch(1, 1)
        below = FlowLayout(gap=16, last_right=True)
        for group in ((self.whole, 8, self.match_case), (self.count, 4, self.go, self.replace)):
            box = QWidget()
            box.setLayout(parts.row(*group))
            below.addWidget(box)
        inside = parts.column(above, below)
        inside.setContentsMargins(12, 10, 12, 10)
        card = parts.frame("card")
        card.setLayout(inside)
        whole = parts.column(card)
        whole.setContentsMargins(24, 16, 24, 0)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.search_text.textChanged.connect(self._on_changed)
        self.replacement.textChanged.connect(self._say)
        for box in (self.whole, self.match_case):
            box.toggled.connect(self._on_changed)
        self.column.currentIndexChanged.connect(self._on_changed)
        self._typing_rest.timeout.connect(self._count)
        self.go.clicked.connect(self.go_to_next)
        self.search_text.returnPressed.connect(self.go_to_next)
        self.replacement.returnPressed.connect(self._on_replace)
        self.replace.clicked.connect(self._on_replace)
        self._close.clicked.connect(self.close_panel)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._matches is None:  # counting stopped when it went out of sight
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._typing_rest.stop()

    def open_for(self, text: str, column: str) -> None:
        """Show the panel, to find what stands in a cell of that column (empty: all columns)."""
        self.column.setCurrentIndex(max(0, self.column.findData(column)))
        if text:
            self.search_text.setText(text)
        self.show()
        self.search_text.setFocus()
        self.search_text.selectAll()
        self.refresh()

    def close_panel(self) -> None:
        """Hide the panel."""
        self.hide()
        self.closed.emit()

    def query(self) -> FindQuery:
        """Return what is looked for."""
        return FindQuery(
            self.search_text.text(),
            self.column.currentData(),
            whole=self.whole.isChecked(),
            match_case=self.match_case.isChecked(),
        )

    def refresh(self) -> None:
        """Count again, because the sheet or the search changed."""
        if not self.isHidden():
            self._on_changed()

    def _on_changed(self) -> None:
        self._matches, self._next = None, 0
        if self.search_text.text():
            self._typing_rest.start()
        else:
            self._typing_rest.stop()
        self._say()

    def _count(self) -> None:
        query = self.query()
        self._work.start(Jobs.find, query).on_success(partial(self._show_matches, query))

    def _show_matches(self, query: FindQuery, matches: Matches) -> None:
        """Say how many there are, if that is still what is looked for."""
        if query == self.query() and self.search_text.text():
            self._matches = matches
            self._say()

    def go_to_next(self) -> None:
        """Show the next match in the sheet; after the last of those that are known comes the first."""
        cells = self._matches.cells if self._matches else ()
        if cells:
            row, column = cells[self._next % len(cells)]
            self._next += 1
            self.cellRequested.emit(row, column)

    def _on_replace(self) -> None:
        if self.replace.isEnabled():
            self._work.change(Jobs.replace, self.query(), self.replacement.text())

    def _say(self) -> None:
        found = self._matches.total if self._matches else 0
        self.count.setText(self._words())
        self.replace.setEnabled(found > 0 and self.search_text.text() != self.replacement.text())
        self.replace.setText(self.tr("Replace in %Ln cell(s)", "", found) if found else self.tr("Replace"))
        self.go.setEnabled(found > 0)

    def _words(self) -> str:
        if not self.search_text.text():
            return ""
        if self._matches is None:
            return "…"
        found = self._matches.total
        return self.tr("In %Ln cell(s)", "", found) if found else self.tr("In no cell")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.search_text.setPlaceholderText(self.tr("Find"))
        self.search_text.setAccessibleName(self.tr("Find"))
        self.replacement.setPlaceholderText(self.tr("Replace with"))
        self.replacement.setAccessibleName(self.tr("Replace with"))
        self.column.setItemText(0, self.tr("All columns"))
        self.column.setAccessibleName(self.tr("In which column"))
        self.whole.setText(self.tr("Whole cell"))
        self.match_case.setText(self.tr("Match capitals"))
        self.go.setText(self.tr("Find next"))
        self.go.setToolTip(self.tr("Enter: show the next place in the whole sheet"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        self._say()
