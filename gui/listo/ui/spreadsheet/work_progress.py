"""Where it is seen that the worker is at work, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from listo.core.worker.facts import JobFacts
from listo.ui.spreadsheet.path_pages import PathPages
from listo.ui.spreadsheet.progress import BusyPanel
from listo.ui.spreadsheet.work import Work


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

    def _on_begun(self, job: JobFacts) -> None:
        if job.long and self._pages.step == "files":
            self._pages.files.zone.set_busy(busy=True)
        elif not job.quiet:
            self._panel.begin()

    def _on_ended(self) -> None:
        if not any(request.facts.long for request in self._work.pending):
            self._pages.files.zone.set_busy(busy=False)
        if not self._work.pending:
            self._panel.end()
