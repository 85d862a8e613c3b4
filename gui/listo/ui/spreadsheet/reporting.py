"""Has reports made: by the worker, and the PDF then by a process that prints and goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from listo.core.errors import InputError
from listo.core.texts import Language
from listo.ui.runner import Runner
from listo.ui.spreadsheet.pages.report_panel import ReportPanel
from listo.ui.spreadsheet.work import Work

if TYPE_CHECKING:
    from listo.core.worker.reporting import ReportFormat


class Reporting(QObject):
    """Between the panel and the jobs.

    `language` tells in which language to report, `open_printer` gives the printing process's runner.
    """

    failed = Signal(str)
    """What did not work, as a sentence."""

    def __init__(
        self,
        panel: ReportPanel,
        work: Work,
        language: Callable[[], Language],
        open_printer: Callable[[], Any] | None = None,
    ) -> None:
        super().__init__(panel)
        self._panel, self._work, self._language = panel, work, language
        self._open_printer = open_printer or partial(_printer, self)
        self._printings: list[tuple[Any, Path]] = []
        panel.nameWanted.connect(self._on_name_wanted)
        panel.reportRequested.connect(self._on_requested)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def _on_name_wanted(self, form: ReportFormat) -> None:
        # The word goes into the name: mapping-report.pdf
        named = partial(self._panel.ask_where, form)
        self._work.start("proposed_name", named, word=self.tr("report"), suffix=f".{form}")

    def _on_requested(self, target: Path, form: ReportFormat, overwrite: bool) -> None:
        self._work.start(
            "report",
            partial(self._print, target) if form == "pdf" else self._panel.show_made,
            otherwise=partial(self._on_refused, target, form),
            target=target,
            form=form,
            language=self._language(),
            overwrite=overwrite,
        )

    def _on_refused(self, target: Path, form: ReportFormat, error: object) -> bool:
        exists = isinstance(error, InputError) and error.code == "file-exists"
        if exists:
            self._panel.ask_to_replace(form, target)
        return exists

    def _print(self, target: Path, source: Path) -> None:
        """Print the HTML in `source`, which is deleted afterwards in any case."""
        printing = self._open_printer(), source
        self._printings.append(printing)
        task = printing[0].start("print_report", source=source, target=target)
        printed = self._work.follow("print_report", task, self._panel.show_made, self._on_not_printed)
        # Later: the runner is still busy with telling how the job ended.
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


def _end(printer: Any, source: Path) -> None:
    """Let the printing process go, which takes it a moment that the window need not wait for."""
    printer.retire()
    source.unlink(missing_ok=True)


def _printer(parent: QObject) -> Runner:
    from listo.ui.printing import Printer

    return Runner(parent, open_workspace=Printer)
