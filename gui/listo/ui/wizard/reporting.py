"""Has reports made: by the worker, and the PDF then by a process that prints and goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from listo.core.texts import Language
from listo.ui.runner import Runner
from listo.ui.wizard.report_panel import ReportPanel

if TYPE_CHECKING:
    from listo.core.jobs.reporting import ReportFormat


class Reporting(QObject):
    """Between the panel and the jobs.

    `start` begins a job of the worker, `wait` shows that one runs elsewhere; both return what says `ended`.
    `language` tells in which language to report, `open_printer` gives the printing process's runner.
    """

    def __init__(
        self,
        panel: ReportPanel,
        start: Callable[..., Any],
        wait: Callable[[str, Any, Callable[[Any], None]], Any],
        language: Callable[[], Language],
        open_printer: Callable[[], Any] | None = None,
    ) -> None:
        super().__init__(panel)
        self._panel, self._start, self._wait, self._language = panel, start, wait, language
        self._open_printer = open_printer or partial(_printer, self)
        self._printing: tuple[Any, Path] | None = None
        self._form: ReportFormat = "html"
        panel.nameWanted.connect(self._on_name_wanted)
        panel.reportRequested.connect(self._on_requested)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def ask_to_replace(self, target: Path) -> None:
        """Ask whether the report that was just to be made may take the place of a file."""
        self._panel.ask_to_replace(self._form, target)

    def _on_name_wanted(self, form: ReportFormat) -> None:
        # The word goes into the name: mapping-report.pdf
        named = partial(self._panel.ask_where, form)
        self._start("proposed_name", named, word=self.tr("report"), suffix=f".{form}")

    def _on_requested(self, target: Path, form: ReportFormat, overwrite: bool) -> None:
        self._form = form
        then = partial(self._print, target) if form == "pdf" else self._panel.show_made
        awaited = self._start(
            "report", then, target=target, form=form, language=self._language(), overwrite=overwrite
        )
        awaited.target = target

    def _print(self, target: Path, source: Path) -> None:
        """Print the HTML in `source`, which is deleted then, whatever comes of it."""
        printer = self._open_printer()
        self._printing = printer, source
        task = printer.start("print_report", source=source, target=target)
        awaited = self._wait("print_report", task, self._panel.show_made)
        awaited.target = target
        # Later: the runner is still busy with telling how the job ended.
        awaited.ended.connect(lambda: QTimer.singleShot(0, self, self.close))

    def close(self) -> None:
        """End the printing, if there is any, and leave nothing behind."""
        if self._printing is not None:
            printer, source = self._printing
            self._printing = None
            printer.close()
            source.unlink(missing_ok=True)


def _printer(parent: QObject) -> Runner:
    from listo.ui.printing import Printer

    return Runner(parent, open_workspace=Printer)
