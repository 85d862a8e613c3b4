"""One start of Listo in the process of the test, its worker in one of its own as always."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from listo.core.storage.store import Store
from listo.ui.app import make_window
from listo.ui.main_window import MainWindow
from listo.ui.spreadsheet.tables.table_edits import CellEditor
from listo.ui.tabs import SPREADSHEET
from qtbot import Bot
from user_actions import drop, settle


class Program:
    """The window on its store, and what a person does in the spreadsheet tab."""

    def __init__(self, qtbot: Bot) -> None:
        self.qtbot = qtbot
        self.store = Store()
        self.window: MainWindow = make_window(self.store)
        self.window.resize(1120, 740)  # the screen that is not there is smaller than most people's
        qtbot.show(self.window)

    @property
    def tab(self) -> Any:
        """The spreadsheet tab."""
        return self.window.tab(SPREADSHEET)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(is_so)

    def settle(self) -> None:
        """Wait until everything that the spreadsheet tab asked for is there."""
        settle(self.qtbot, self.tab)

    def drop(self, *paths: Path) -> None:
        """Drop files on the window, and wait until they are read."""
        before = self.tab.overview
        assert drop(self.window, paths)
        self.until(lambda: self.tab.overview is not before)
        self.settle()

    def show_issue_type(self, code: str) -> None:
        """Show the problems of one type, and give their table the keyboard."""
        self.tab.problems.show_issue_type(code)
        self.settle()
        self.tab.problems.table.setFocus()

    def press(self, key: Qt.Key) -> None:
        """Strike a key in the table of problems."""
        QTest.keyClick(self.tab.problems.table, key)
        self.settle()

    def type_into_the_cell(self, table: QAbstractItemView, text: str) -> None:
        """Edit the current cell of a table."""
        QTest.keyClick(table, Qt.Key.Key_F2)
        editor = table.findChild(CellEditor)
        self.settle()
        editor.setText(text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.until(lambda: table.findChild(CellEditor) is None)
        self.settle()

    def found(self) -> dict[str, int]:
        """Return how many problems of each type there are."""
        return {group.code: group.count for group in self.tab.overview.groups}

    def close(self) -> None:
        """Close the window, and what it kept its things in."""
        self.window.close()
        self.store.close()
