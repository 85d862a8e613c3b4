"""What will be in the corrected copy, line by line, before it is saved."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QWidget

from listo.core.worker.model import Deletion, Overview
from listo.ui import style
from listo.ui.widgets import parts

Line = tuple[str, style.Role, str]
"""An icon, its colour's role, and the sentence."""


class CopyLines(QWidget):
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
            yield "check", "right", self.tr("Everything else is the same as in your file.")

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

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)
