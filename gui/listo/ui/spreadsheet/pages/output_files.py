"""What the step *Send to VTEX* writes: the corrected copy, with what will be in it; and reports.

Of each it asks where it goes, and says where it is then; another process prints the PDF of a report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from listo.core.errors import InputError
from listo.core.texts import Language
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import Deletion, Overview
from listo.ui import style
from listo.ui.language import Translated
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.dialogs import ask_to_replace, ask_where
from listo.ui.widgets.parts import FlowLayout
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:
    from listo.core.worker.saving import ReportFormat
    from listo.ui.printing import PrintJobs

OpenPrinter = Callable[[], "WorkerClient[PrintJobs]"]
"""Gives the client of a process that prints."""

_FORMATS: dict[ReportFormat, str] = {"pdf": "file", "html": "globe", "xlsx": "table"}
"""The reports in the order in which they are offered, each with its icon."""

Line = tuple[str, style.ColourRole, str]
"""An icon, its colour's role, and the sentence."""


class CopySummary(Translated, QWidget):
    """Which cells change, what happens to rows, and what becomes of everything else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._deletion: Deletion | None = None
        self._box = parts.column(gap=style.SPACE)
        self.setLayout(self._box)

    def update_to(self, overview: Overview, deletion: Deletion | None) -> None:
        """Take what the work is now, and, once that is known, what saving makes of deleted rows."""
        self._overview, self._deletion = overview, deletion
        self._fill()

    def text(self) -> str:
        """Return the sentences."""
        return "\n".join(sentence for _icon, _role, sentence in self._lines())

    def _fill(self) -> None:
        parts.empty(self._box)
        for icon, role, sentence in self._lines():
            words = parts.label(selectable=True)
            words.setText(sentence)
            picture = parts.picture(icon, role)
            inside = parts.row(picture, words, gap=12)
            inside.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
            inside.setStretch(1, 1)
            line = QWidget()
            line.setLayout(inside)
            self._box.addWidget(line)

    def _lines(self) -> Iterator[Line]:
        overview = self._overview
        if overview is None or overview.mapping is None:
            return
        yield from self._changes(overview)
        if overview.makes_new_workbook:
            yield self._new_workbook(overview.mapping.suffix)
        else:
            yield "check", "accent", self.tr("Everything else is the same as in your file.")

    def _changes(self, overview: Overview) -> Iterator[Line]:
        cells = overview.changed_cells - overview.rows_in - overview.rows_out
        if cells:
            yield "edit", "accent", self.tr("%Ln cell(s) changed", "", cells)
        if overview.rows_in:
            yield "plus", "accent", self.tr("%Ln row(s) added below the last one", "", overview.rows_in)
        if overview.rows_out:
            yield self._deleted(overview.rows_out)

    def _deleted(self, rows: int) -> Line:
        if self._deletion is None:
            return "trash", "accent", self.tr("%Ln row(s) deleted", "", rows)
        if not self._deletion.obstacles:
            return "trash", "accent", self.tr("%Ln row(s) deleted; the rows below move up", "", rows)
        emptied = self.tr(
            "%Ln deleted row(s) stay as empty rows: if the rows below moved up, this would no longer"
            " fit in your file: {things}. Open the copy in Excel and delete the empty rows there before you"
            " upload it.",
            "",
            rows,
        )
        return (*parts.SEVERITY_ICONS["warning"], emptied.format(things=self._things(self._deletion)))

    def _things(self, deletion: Deletion) -> str:
        names = {
            "formulas": self.tr("formulas"),
            "merged": self.tr("merged cells"),
            "links": self.tr("links"),
            "tables": self.tr("tables"),
            "comments": self.tr("comments"),
            "drawings": self.tr("pictures and shapes"),
            "names": self.tr("named cells"),
            "charts": self.tr("charts"),
            "pivots": self.tr("pivot tables"),
            "other": self.tr("settings of the sheet"),
        }
        return QLocale().createSeparatedList([names[thing] for thing in deletion.obstacles])

    def _new_workbook(self, suffix: str) -> Line:
        sentence = self.tr(
            "The copy is a new Excel workbook (.xlsx), because Listo does not write {suffix} files."
            " All sheets are in it with their texts, numbers and dates. Not "
            "in it: formatting, column widths, pictures,"
            " comments, macros, and formulas, which become the values that they show."
        )
        return (*parts.SEVERITY_ICONS["warning"], sentence.format(suffix=suffix.lower()))

    def _retranslate(self) -> None:
        self._fill()


class CopySection(Translated, QWidget):
    """What will be in the copy and one button; after saving, where the copy is."""

    copySaved = Signal(object)
    """The Overview after saving."""
    fileChanged = Signal()
    """Nothing was saved: the original is not the file any more that was read."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._overview: Overview | None = None
        self.title, self.sentence = parts.label("section"), parts.label()
        self.lines = CopySummary()
        self.save = parts.button("primary", "save")
        self.saved = parts.frame("card")
        self._saved_picture = parts.picture("check", "accent")
        self.saved_to = parts.label(selectable=True)
        self.open, self.show_folder = parts.button("quiet", "link-out"), parts.button("quiet", "folder")
        self._build()
        self.save.clicked.connect(self._ask_for_name)
        self.open.clicked.connect(self._on_open)
        self.show_folder.clicked.connect(self._on_show_folder)
        self._retranslate()

    def _build(self) -> None:
        buttons = parts.row(self.open, self.show_folder, None, gap=4)
        inside = parts.row(self._saved_picture, self.saved_to, gap=12)
        inside.setStretch(1, 1)
        inside.setAlignment(self._saved_picture, Qt.AlignmentFlag.AlignTop)
        card = parts.column(inside, buttons, gap=4)
        card.setContentsMargins(16, 12, 12, 8)
        self.saved.setLayout(card)
        words = parts.column(self.sentence, self.lines, gap=8)
        self.setLayout(parts.column(self.title, words, parts.row(self.save, None), self.saved, gap=12))

    def update_to(self, overview: Overview) -> None:
        """Take what the work is now."""
        self._overview = overview
        self.lines.update_to(overview, None)
        self._retranslate()

    def refresh(self) -> None:
        """Ask for what is told here alone."""
        if self._overview is not None and self._overview.rows_out:
            self._work.start(Jobs.deletion).on_success(self.show_deletion)

    def show_deletion(self, deletion: Deletion) -> None:
        """Say what saving will make of the deleted rows, unless they are others by now."""
        if self._overview is not None and len(deletion.rows) == self._overview.rows_out:
            self.lines.update_to(self._overview, deletion)

    def is_up_to_date(self) -> bool:
        """Return whether there is a copy and it holds every change."""
        return self._overview is not None and self._overview.is_copy_current

    def _ask_for_name(self) -> None:
        # The word goes into the name: mapping-corrected.xlsx
        self._work.start(Jobs.proposed_name, self.tr("corrected")).on_success(self._ask_where)

    def _ask_where(self, proposed: Path) -> None:
        """Let the person choose where the copy goes; the name that is proposed stands already."""
        words = self.tr("Save the corrected copy"), self.tr("Spreadsheet")
        ask_where(self, *words, proposed, lambda target: self.save_to(target, overwrite=False))

    def save_to(self, target: Path, *, overwrite: bool) -> None:
        """Have the copy saved; another file is replaced only where the person said so."""
        request = self._work.start(Jobs.save, target, overwrite)
        request.on_success(self.copySaved.emit).on_failure(partial(self._on_refused, target))

    def _on_refused(self, target: Path, error: object) -> bool:
        code = error.code if isinstance(error, InputError) else ""
        if code == "file-exists":
            question = self.tr("Replace it with the corrected copy?")
            ask_to_replace(self, target, question, lambda: self.save_to(target, overwrite=True))
        elif code == "file-changed-while-reading":
            self.fileChanged.emit()
        return code in ("file-exists", "file-changed-while-reading")

    def _copy(self) -> Path | None:
        return self._overview.saved_to if self._overview else None

    def _on_open(self) -> None:
        if (copy := self._copy()) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _on_show_folder(self) -> None:
        if (copy := self._copy()) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy.parent)))

    # -- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        overview, saved = self._overview, self._copy()
        changes = overview.changed_cells if overview else 0
        self.title.setText(self.tr("The corrected copy"))
        self.sentence.setText(self._sentence(overview))
        self.lines.setVisible(changes > 0)
        self.save.setEnabled(changes > 0)
        self.save.setText(self.tr("Save the copy again…") if saved else self.tr("Save the copy…"))
        self.open.setText(self.tr("Open"))
        self.show_folder.setText(self.tr("Show in folder"))
        self.saved.setVisible(saved is not None)
        said = (self._saved_sentence(saved), self._damaged_parts(), self._held_up())
        self.saved_to.setText("\n".join(filter(None, said)))
        self._show_how_it_stands()

    def _show_how_it_stands(self) -> None:
        """Draw the copy green only where it holds every change and nothing is left that holds SKUs up."""
        up_to_date = self.is_up_to_date()
        style.set_role(self.save, "" if up_to_date else "primary")
        style.set_icon(self.save, "save", "text" if up_to_date else "on-accent")
        is_clear = up_to_date and self._overview is not None and self._overview.is_all_clear
        style.set_role(self.saved, "right-card" if is_clear else "card" if up_to_date else "warning-card")
        right: tuple[str, style.ColourRole] = ("right-solid", "right") if is_clear else ("check", "accent")
        style.set_icon(self._saved_picture, *(right if up_to_date else parts.SEVERITY_ICONS["warning"]))

    def _saved_sentence(self, saved: Path | None) -> str:
        if saved is None:
            return ""
        if self.is_up_to_date():
            return self.tr("Saved as {path}").format(path=saved)
        return self.tr("Saved as {path}, but without your latest changes").format(path=saved)

    def _damaged_parts(self) -> str:
        parts_of_copy = self._overview.damaged_parts if self._overview else ()
        sentence = self.tr(
            "%Ln part(s) of your file were damaged already, and are damaged in the copy too: {names}."
            " Everything else was tested and is sound.",
            "",
            len(parts_of_copy),
        )
        return sentence.format(names=", ".join(parts_of_copy)) if parts_of_copy else ""

    def _held_up(self) -> str:
        states = self._overview.skus.states if self._overview else None
        held_up = states.held_up if states else 0
        return self.tr("With it, %Ln SKU(s) are still held up.", "", held_up) if held_up else ""

    def _sentence(self, overview: Overview | None) -> str:
        if overview is None or overview.mapping is None or not overview.changed_cells:
            return self.tr("There is nothing to save yet: you have not changed anything.")
        sentence = self.tr("Your file “{name}” stays as it is. In the copy:")
        return sentence.format(name=overview.mapping.name)


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
        buttons = FlowLayout()
        for button in self.buttons.values():
            buttons.addWidget(button)
        self.setLayout(parts.column(self.title, self.hint, buttons, self.made, gap=12))

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
