"""The real window with an inspector in it: asked over stdin, it says where things are and how they stand.

Run in a process of its own, by `window_process.py`. Each line that comes in is JSON, `{"see": expression}` or
`{"do": statement}` in Python's words, with the names of `Inspector.names`; each is answered by one line,
`{"value": ...}` or `{"error": ...}`. It looks and tells; what presses and types is the test.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from listo.__main__ import main as listo
from listo.core.edits.history import Edit
from listo.core.worker.jobs import Jobs
from listo.ui.main_window import MainWindow
from listo.ui.spreadsheet.tables.problems_model import SUGGESTION_COLUMN, ProblemRole
from listo.ui.spreadsheet.tables.problems_table import ProblemsTable
from listo.ui.tabs import SPREADSHEET


class Inspector(QObject):
    """Answers in the window's own thread, between two events, as the screen stands just then."""

    _asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, Any] = {}
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._asked.emit(line)

    def _answer(self, line: str) -> None:
        question = json.loads(line)
        try:
            if "do" in question:
                exec(question["do"], self.names())
                answer = json.dumps({"value": None})
            else:
                answer = json.dumps({"value": eval(question["see"], self.names())}, default=str)
        except Exception as error:  # noqa: BLE001 - whatever it is, who asked must know
            answer = json.dumps({"error": f"{type(error).__name__}: {error}"})
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()

    def names(self) -> dict[str, Any]:
        """Return what a question can speak of."""
        window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
        return {
            "window": window,
            "Jobs": Jobs,
            "tab": window.tab(SPREADSHEET) if window else None,
            "dialog": QApplication.activeModalWidget(),
            "popup": QApplication.activePopupWidget(),
            "editor": QApplication.focusWidget(),
            "copied": QApplication.clipboard().text(),
            "kept": self.kept,
            "Edit": Edit,
            "Path": Path,
            "at": at,
            "cell": cell,
            "use": lambda row: use(window.tab(SPREADSHEET).problems.table, row),
            "picture": picture,
        }


def at(widget: QWidget) -> tuple[int, int]:
    """Return where on the screen the middle of a widget is; it must be there to be pressed."""
    if not (widget.isVisible() and widget.isEnabled()):
        raise LookupError("not to be pressed now")
    return _seen(widget, widget.rect().center())


def cell(view: QAbstractItemView, row: int, column: int = 0) -> tuple[int, int]:
    """Return where on the screen the middle of a cell is, or of a line of a list."""
    place = view.visualRect(view.model().index(row, column))
    if not view.viewport().rect().contains(place.center()):
        raise LookupError("not in sight")
    return _seen(view.viewport(), place.center())


def use(table: ProblemsTable, row: int) -> tuple[int, int]:
    """Return where on the screen a problem's *Use* is drawn."""
    index = table.model().index(row, SUGGESTION_COLUMN)
    area = table.delegate.use_area(table.visualRect(index), index.data(ProblemRole.PROBLEM))
    return _seen(table.viewport(), area.center())


def _seen(widget: QWidget, point: QPoint) -> tuple[int, int]:
    """Return the point on the screen, if what is on top there is this widget or a part of it."""
    place = widget.mapToGlobal(point)
    top = QApplication.widgetAt(place)
    if top is None or not (top is widget or widget.isAncestorOf(top)):
        raise LookupError("something else lies over it")
    return place.x(), place.y()


def picture(path: str) -> bool:
    """Save what the screen shows where the window is, with whatever lies over it."""
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    area = window.geometry()
    screen = QGuiApplication.primaryScreen()
    return screen.grabWindow(0, area.x(), area.y(), area.width(), area.height()).save(path)


def main() -> int:
    """Open the window with the files that were given, and answer until it is closed."""
    inspector = Inspector()
    status = listo(sys.argv[1:])
    inspector.deleteLater()
    return status
