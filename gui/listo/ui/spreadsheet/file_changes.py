"""What is done when the mapping file changes on disk while it is worked on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from listo.core.worker.model import Overview
from listo.ui.spreadsheet.banner import Banner
from listo.ui.spreadsheet.dropped_dialog import DroppedDialog
from listo.ui.spreadsheet.file_watch import FileWatch


class FileChanges(QObject):
    """Says that the file changed and offers to take up the new one; says what became of the corrections."""

    takeUpRequested = Signal()

    def __init__(self, banner: Banner, parent: QWidget) -> None:
        super().__init__(parent)
        self._banner, self._window = banner, parent
        self._watch = FileWatch(self)
        self._watch.changed.connect(self.say)
        self._watched: object = None

    def follow(self, overview: Overview | None, *, fresh: bool) -> None:
        """Watch the file of the work; `fresh` where it was just read."""
        path = overview.mapping if overview else None
        if fresh or path != self._watched:
            self._watched = path
            self._watch.watch(path)

    def say(self) -> None:
        """Say that the file changed, and what can be done."""
        self._banner.say(
            self.tr("Your file was changed by another program. Your corrections are kept here."),
            severe=False,
            actions=(
                (self.tr("Use the new file"), self.takeUpRequested.emit),
                (self.tr("Continue with mine"), self._banner.hide),
            ),
        )

    def say_what_fits(self, overview: Overview) -> None:
        """Say which corrections still fit after a changed file was read again."""
        if overview.dropped:
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
            actions=((self.tr("Show them"), lambda: DroppedDialog(overview.dropped, self._window).open()),),
        )
