"""The jobs that write: the corrected copy, and reports of the work."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from listo.core.errors import InputError
from listo.core.jobs import reporting
from listo.core.jobs.desk import Desk
from listo.core.jobs.mending import for_file
from listo.core.jobs.model import Overview, Progress
from listo.core.jobs.naming import propose_name
from listo.core.jobs.reporting import ReportFormat
from listo.core.sessions import FileMark
from listo.core.texts import Language


class Saving(Desk):
    """Jobs that write files; the original is never one of them."""

    def proposed_name(self, _progress: Progress, word: str = "corrected", suffix: str = "") -> Path:
        """Return where a corrected copy, or a report of that suffix, may go; `word` is put into the name."""
        return propose_name(self._mapping().workbook, word, suffix)

    def save(self, progress: Progress, target: Path, overwrite: bool) -> Overview:
        """Write a copy of the workbook with the changed cells; never over the original.

        The Overview says where it was written. Raises InputError: `file-changed-while-reading` where the
        original is not as it was read, `file-is-original`, `file-exists`, `file-not-writable`.
        """
        from listo.core.workbooks import write_copy

        mapping = self._mapping()
        if FileMark.of(mapping.subject.path) != mapping.subject.mark:
            raise InputError("file-changed-while-reading", file=mapping.subject.path.name)
        edits = {mapping.sheet.name: for_file(mapping.sheet, mapping.changes)}
        sources = [file.path for file in self._state.files]
        told = partial(progress, "saving")
        written = write_copy(
            mapping.workbook, target, edits, overwrite=overwrite, sources=sources, progress=told
        )
        return self._change(
            replace(mapping, saved_to=written), partial(self._store.set_saved, saved_to=written)
        )

    def report(
        self, progress: Progress, target: Path, form: ReportFormat, language: Language, overwrite: bool
    ) -> Path:
        """Write a report of how the work stands, and return where it is; it changes nothing.

        A PDF is printed elsewhere: for it, the path is that of the HTML to print, in a temporary file that
        is the caller's to delete. Raises InputError: `file-is-original`, `file-exists`, `file-not-writable`.
        """
        mapping, files = self._mapping(), self._state.files
        document = reporting.document_of(mapping, files, language)
        sources = [mapping.subject.path, *(file.path for file in files)]
        sources += [mapping.saved_to] if mapping.saved_to else []
        return reporting.write(document, target, form, sources, overwrite, progress)
