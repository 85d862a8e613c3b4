"""Where it is seen that the worker is at work, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from listo.ui.spreadsheet.path_pages import PathPages
from listo.ui.spreadsheet.progress import BusyPanel
from listo.ui.spreadsheet.work import Work

_LONG = frozenset({"open", "remove", "resume", "sample", "save", "take_up_new_file", "set_shape"})
_ROWS = frozenset({"page", "sheet_page", "changes", "left"})
_PLACES = frozenset({"spot", "place", "sought", "find"})
_FACTS = frozenset({"accepted_values", "shape", "deletion", "to_reprocess"})
_TELLING = frozenset({"go", "look_at", "tick"})
_UNSEEN = _ROWS | _PLACES | _FACTS | _TELLING
"""Jobs that bring what is looked at or keep where the person is: no progress bar is shown for them."""


class WorkProgress(QObject):
    """Shows what takes long in the drop zone while the files are looked at, else in `panel`."""

    def __init__(self, work: Work, panel: BusyPanel, pages: PathPages) -> None:
        super().__init__(panel)
        self._work, self._panel, self._pages = work, panel, pages
        for busy in (panel, pages.files.zone.busy):
            busy.cancelRequested.connect(work.cancel)
            work.progressed.connect(busy.progress)
        work.begun.connect(self._on_begun)
        work.ended.connect(self._on_ended)

    def _on_begun(self, job: str) -> None:
        if job in _LONG and self._pages.step == "files":
            self._pages.files.zone.set_busy(busy=True)
        elif job not in _UNSEEN:
            self._panel.begin()

    def _on_ended(self) -> None:
        jobs = self._work.jobs()
        if _LONG.isdisjoint(jobs):
            self._pages.files.zone.set_busy(busy=False)
        if not jobs:
            self._panel.end()
