"""A report to hand on: which of the three, where it goes and where it is; another process prints the PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from listo.core.errors import InputError
from listo.core.texts import Language
from listo.core.worker.jobs import Jobs
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.questions import ask_to_replace, ask_where
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:
    from listo.core.worker.reports import ReportFormat
    from listo.ui.printing import PrintJobs

OpenPrinter = Callable[[], "WorkerClient[PrintJobs]"]
"""Gives the client of a process that prints."""

_FORMATS: dict[ReportFormat, str] = {"pdf": "file", "html": "globe", "xlsx": "table"}
"""The reports in the order in which they are offered, each with its icon."""


class ReportPanel(Translated, QWidget):
    """Three buttons, and once a report is made, a line that leads to it."""

    failed = Signal(str)
    """What did not work, as a sentence."""

    def __init__(
        self,
        work: Work,
        language: Language,
        open_printer: OpenPrinter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self.language = language
        self._open_printer = open_printer or partial(_printer, self)
        self._prints: list[tuple[WorkerClient[PrintJobs], Path]] = []
        self._made: Path | None = None
        self.title, self.hint = parts.label("section"), parts.label()
        self.buttons = {form: parts.button("", icon) for form, icon in _FORMATS.items()}
        self.made = parts.frame("right-card")
        self.made_words = parts.label(selectable=True)
        self.open, self.show_folder = parts.button("quiet", "link-out"), parts.button("quiet", "folder")
        self._build()
        for form, button in self.buttons.items():
            button.clicked.connect(partial(self._ask_for_name, form))
        self.open.clicked.connect(self._on_open)
        self.show_folder.clicked.connect(self._on_show_folder)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close_printers)
        self._retranslate()

    def _build(self) -> None:
        self.hint.setMaximumWidth(style.READING_WIDTH)
        words = parts.grow(self.made_words)
        card = parts.row(parts.picture("right-solid", "right"), words, self.open, self.show_folder, gap=12)
        card.setContentsMargins(16, 8, 8, 8)
        self.made.setLayout(card)
        self.made.hide()
        buttons: list[QPushButton] = list(self.buttons.values())
        self.setLayout(parts.column(self.title, self.hint, parts.row(*buttons, None), self.made, gap=12))

    # -- from the button to the report ----------------------------------------------------------------

    def _ask_for_name(self, form: ReportFormat) -> None:
        # The word goes into the name: mapping-report.pdf
        request = self._work.start(Jobs.proposed_name, self.tr("report"), f".{form}")
        request.on_success(partial(self._ask_where, form))

    def _ask_where(self, form: ReportFormat, proposed: Path) -> None:
        """Let the person choose where the report goes; the name that is proposed stands already."""
        words = self.tr("Make a report"), self.tr("Report")
        ask_where(self, *words, proposed, lambda target: self.make(target, form, overwrite=False))

    def make(self, target: Path, form: ReportFormat, *, overwrite: bool) -> None:
        """Have a report made; one that is there is replaced only where the person said so."""
        made = partial(self._print, target) if form == "pdf" else self.show_made
        request = self._work.start(Jobs.report, target, form, self.language, overwrite)
        request.on_success(made).on_failure(partial(self._on_refused, target, form))

    def _on_refused(self, target: Path, form: ReportFormat, error: object) -> bool:
        exists = isinstance(error, InputError) and error.code == "file-exists"
        if exists:
            question = self.tr("Replace it with the report?")
            ask_to_replace(self, target, question, lambda: self.make(target, form, overwrite=True))
        return exists

    def _print(self, target: Path, source: Path) -> None:
        """Print the HTML in `source`, which is deleted afterwards in any case."""
        from listo.ui.printing import PrintJobs

        printer = self._open_printer()
        self._prints.append((printer, source))
        request = self._work.follow(printer.start(PrintJobs.print_report, source, target))
        request.on_success(self.show_made).on_failure(self._on_not_printed)
        # Later: the client is still busy with telling how the job ended.
        request.ended.connect(lambda: QTimer.singleShot(0, self, partial(_end, printer, source)))

    def _on_not_printed(self, error: object) -> bool:
        crashed = not isinstance(error, InputError)
        if crashed:
            self.failed.emit(
                self.tr("The PDF could not be made. Your work is safe; make the HTML report instead.")
            )
        return crashed

    def close_printers(self) -> None:
        """End every print that is under way, and leave nothing behind."""
        for printer, source in self._prints:
            printer.close()
            source.unlink(missing_ok=True)

    def show_made(self, path: Path) -> None:
        """Say where the report is."""
        self._made = path
        self.made.show()
        self._retranslate()

    def forget(self) -> None:
        """Hide the line about a report: it belongs to other work."""
        self._made = None
        self.made.hide()

    def _on_open(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _on_show_folder(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.parent)))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Make a report"))
        self.hint.setText(
            self.tr("To share: what was found, what was corrected, and what could not be checked.")
        )
        words = {
            "pdf": self.tr("To print (PDF)…"),
            "html": self.tr("To read (HTML)…"),
            "xlsx": self.tr("To work with (Excel)…"),
        }
        for form, button in self.buttons.items():
            button.setText(words[form])
        self.open.setText(self.tr("Open"))
        self.show_folder.setText(self.tr("Show in folder"))
        if self._made is not None:
            made = self.tr("The report is in “{folder}”, named “{name}”.")
            self.made_words.setText(made.format(folder=self._made.parent, name=self._made.name))


def _end(printer: WorkerClient[PrintJobs], source: Path) -> None:
    """Let the printing process go, which takes it a moment that the window need not wait for."""
    printer.retire()
    source.unlink(missing_ok=True)


def _printer(parent: QObject) -> WorkerClient[PrintJobs]:
    from listo.ui.printing import PrintJobs

    return WorkerClient(PrintJobs, parent)
