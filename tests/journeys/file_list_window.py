"""A window of its own process with a list of files to drag from, as a file manager has one.

Run with the files as arguments; it prints where each one's line is on the screen, one a line, as `x y`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QTimer, QUrl
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListWidget, QListWidgetItem


class FileList(QListWidget):
    """The files given, each to be dragged, alone or with others that are selected."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__()
        self._paths = paths
        self._told = False
        self.addItems([path.name for path in paths])
        self.setDragEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:  # noqa: N802 - Qt's name
        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(str(self._paths[self.row(item)])) for item in items])
        return held

    def event(self, event: QEvent) -> bool:
        """Tell the places once, when the window is activated: its manager has then put it where it stays."""
        if event.type() == QEvent.Type.WindowActivate and not self._told:
            self._told = True
            QTimer.singleShot(0, self._tell_places)
        return super().event(event)

    def _tell_places(self) -> None:
        for row in range(self.count()):
            place = self.viewport().mapToGlobal(self.visualItemRect(self.item(row)).center())
            sys.stdout.write(f"{place.x()} {place.y()}\n")
        sys.stdout.flush()


def main() -> int:
    app = QApplication([])
    files = FileList([Path(name) for name in sys.argv[1:]])
    files.setWindowTitle("Files to drag")
    files.setGeometry(0, 0, 300, 200)
    files.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
