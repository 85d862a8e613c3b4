"""Has reports made: by the worker, and the PDF then by a process that prints and goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from listo.core.errors import InputError
from listo.core.texts import Language
from listo.core.worker.jobs import Jobs
from listo.ui.spreadsheet.pages.report_panel import ReportPanel
from listo.ui.spreadsheet.work import Work
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:
    from listo.core.worker.reporting import ReportFormat
    from listo.ui.printing import PrintJobs


class Reporting(QObject):
    """Between the panel and the jobs.

    `language` tells in which language to report, `open_printer` gives the client of the printing process.
    """

    failed = Signal(str)
    """What did not work, as a sentence."""

    def __init__(
        self,
        panel: ReportPanel,
        work: Work,
        language: Callable[[], Language],
        open_printer: Callable[[], WorkerClient[PrintJobs]] | None = None,
    ) -> None:
        super().__init__(panel)
        self._panel, self._work, self._language = panel, work, language
        self._open_printer = open_printer or partial(_printer, self)
        self._printings: list[tuple[WorkerClient[PrintJobs], Path]] = []
        panel.nameWanted.connect(self._on_name_wanted)
        panel.reportRequested.connect(self._on_requested)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def _on_name_wanted(self, form: ReportFormat) -> None:
        # The word goes into the name: mapping-report.pdf
        named = partial(self._panel.ask_where, form)
        self._work.start(Jobs.proposed_name, self.tr("report"), f".{form}").on_success(named)

    def _on_requested(self, target: Path, form: ReportFormat, overwrite: bool) -> None:
        made = partial(self._print, target) if form == "pdf" else self._panel.show_made
        report = self._work.start(Jobs.report, target, form, self._language(), overwrite)
        report.on_success(made).on_failure(partial(self._on_refused, target, form))

    def _on_refused(self, target: Path, form: ReportFormat, error: object) -> bool:
        exists = isinstance(error, InputError) and error.code == "file-exists"
        if exists:
            self._panel.ask_to_replace(form, target)
        return exists

    def _print(self, target: Path, source: Path) -> None:
        """Print the HTML in `source`, which is deleted afterwards in any case."""
        from listo.ui.printing import PrintJobs

        printing = self._open_printer(), source
        self._printings.append(printing)
        printed = self._work.follow(printing[0].start(PrintJobs.print_report, source, target))
        printed.on_success(self._panel.show_made).on_failure(self._on_not_printed)
        # Later: the client is still busy with telling how the job ended.
        printed.ended.connect(lambda: QTimer.singleShot(0, self, partial(_end, *printing)))

    def _on_not_printed(self, error: object) -> bool:
        crashed = not isinstance(error, InputError)
        if crashed:
            self.failed.emit(
                self.tr("The PDF could not be made. Your work is safe; make the HTML report instead.")
            )
        return crashed

    def close(self) -> None:
        """End every print that is under way, and leave nothing behind."""
        for printer, source in self._printings:
            printer.close()
            source.unlink(missing_ok=True)


def _end(printer: WorkerClient[PrintJobs], source: Path) -> None:
    """Let the printing process go, which takes it a moment that the window need not wait for."""
    printer.retire()
    source.unlink(missing_ok=True)


def _printer(parent: QObject) -> WorkerClient[PrintJobs]:
    from listo.ui.printing import PrintJobs

    return WorkerClient(PrintJobs, parent)
