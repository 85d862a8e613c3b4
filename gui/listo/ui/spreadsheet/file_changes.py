"""What is done when the mapping file changes on disk while it is worked on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from listo.core.edits.history import CellEdit
from listo.core.paths import is_there
from listo.core.worker.results import Overview
from listo.ui import style
from listo.ui.spreadsheet.progress import Banner
from listo.ui.spreadsheet.tables.table_parts import visible_whitespace
from listo.ui.widgets import parts

_QUIET_MS = 600
"""How long nothing may happen before the file is looked at: programs save in several strokes."""

_MOST_SHOWN = 1000
"""Nobody reads more of them one by one; the list to copy holds them all."""


class FileWatcher(QObject):
    """Watches one file, by name: one that is put in its place is noticed too.

    The folder is watched as well, because a file that was replaced is not watched any more.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._mark: tuple[int, int] | None = None
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._watcher.fileChanged.connect(self._quiet.start)
        self._watcher.directoryChanged.connect(self._quiet.start)
        self._quiet.timeout.connect(self._look)

    def watch(self, path: Path | None) -> None:
        """Watch that file as it is now, in place of what was watched."""
        self._quiet.stop()
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._path, self._mark = path, _mark_of(path)
        self._add()

    def _add(self) -> None:
        """Watch the file, again where it was replaced, and its folder."""
        if self._path is None:
            return
        known = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [str(path) for path in (self._path, self._path.parent) if is_there(path)]
        if new := [path for path in wanted if path not in known]:
            self._watcher.addPaths(new)

    def _look(self) -> None:
        self._add()
        now = _mark_of(self._path)
        if now is not None and now != self._mark:
            self._mark = now
            self.changed.emit()


def _mark_of(path: Path | None) -> tuple[int, int] | None:
    """Return what tells one state of the file from another, None where it is not there."""
    try:
        status = path.stat() if path is not None else None
    except OSError:
        return None
    return status and (status.st_size, status.st_mtime_ns)


class DroppedEditsDialog(QDialog):
    """Lists them: the cell, what it was expected to say, and what it was to say then."""

    def __init__(self, dropped: Sequence[CellEdit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dropped = dropped
        self.table = QTableWidget(min(len(dropped), _MOST_SHOWN), 4)
        self.copy_list, self.close_button = parts.button("", "copy"), parts.button("primary")
        title, words = parts.label("section"), parts.label("quiet")
        title.setText(self.tr("%Ln correction(s) left out", "", len(dropped)))
        words.setText(
            self.tr(
                "The new file has other texts in these cells, so your corrections were not applied to them."
            )
        )
        self.setWindowTitle(title.text())
        self.copy_list.setText(self.tr("Copy the list"))
        self.close_button.setText(self.tr("Close"))
        self._fill()
        whole = parts.column(
            title, words, self.table, parts.row(self.copy_list, None, self.close_button), gap=12
        )
        whole.setContentsMargins(24, 20, 24, 20)
        self.setLayout(whole)
        self.copy_list.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.resize(640, 420)

    def _fill(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().setVisible(False)
        self.table.setHorizontalHeaderLabels(self._headings())
        self.table.setAccessibleName(self.windowTitle())
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(
            1, self.fontMetrics().horizontalAdvance("AmazonSpecification") + 3 * style.SPACE
        )
        for row, edit in enumerate(self._dropped[:_MOST_SHOWN]):
            for column, text in enumerate(_cells(edit)):
                self.table.setItem(row, column, QTableWidgetItem(visible_whitespace(text)))

    def _headings(self) -> list[str]:
        return [self.tr("Row"), self.tr("Column"), self.tr("It said"), self.tr("You wanted")]

    def _on_copy(self) -> None:
        lines = [self._headings(), *(_cells(edit) for edit in self._dropped)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))


def _cells(edit: CellEdit) -> tuple[str, str, str, str]:
    return str(edit.row), edit.column, edit.before, edit.after


class FileChanges(QObject):
    """Says that the file changed and offers to take up the new one; says what became of the corrections."""

    reloadRequested = Signal()

    def __init__(self, banner: Banner, parent: QWidget) -> None:
        super().__init__(parent)
        self._banner, self._window = banner, parent
        self._watcher = FileWatcher(self)
        self._watcher.changed.connect(self.say)
        self._watched: object = None

    def follow(self, overview: Overview | None, *, fresh: bool) -> None:
        """Watch the file of the work; `fresh` where it was just read."""
        path = overview.mapping if overview else None
        if fresh or path != self._watched:
            self._watched = path
            self._watcher.watch(path)

    def say(self) -> None:
        """Say that the file changed, and what can be done."""
        self._banner.say(
            self.tr("Your file was changed by another program. Your corrections are kept here."),
            severe=False,
            actions=(
                (self.tr("Use the new file"), self.reloadRequested.emit),
                (self.tr("Continue with mine"), self._banner.hide),
            ),
        )

    def say_what_fits(self, overview: Overview) -> None:
        """Say which corrections are lost or fit no more, after stored work or a changed file was read."""
        if overview.lost_steps:
            self._banner.say(
                self.tr(
                    "What was stored of this work is damaged: the last %Ln change(s) cannot be read any more."
                    " All that came before is here.",
                    "",
                    overview.lost_steps,
                )
            )
        elif overview.dropped:
            self._say_dropped(overview)
        elif overview.file_changed:
            self._banner.say(
                self.tr("The file has changed in the meantime. All your corrections still fit."), severe=False
            )

    def _say_dropped(self, overview: Overview) -> None:
        fitting = self.tr("%Ln changed cell(s) still fit", "", overview.changed_cells)
        lost = self.tr("%Ln correction(s) no longer fit and were left out", "", len(overview.dropped))
        self._banner.say(
            self.tr("The file has changed in the meantime: {fitting}, {lost}.").format(
                fitting=fitting, lost=lost
            ),
            severe=False,
            actions=(
                (self.tr("Show them"), lambda: DroppedEditsDialog(overview.dropped, self._window).open()),
            ),
        )
