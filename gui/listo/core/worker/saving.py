"""The jobs that write: the corrected copy, and reports of the work."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from listo.core.errors import InputError
from listo.core.storage.types import FileMark
from listo.core.texts import Language
from listo.core.workbooks.write import write_copy
from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS
from listo.core.workbooks.xlsx.remove_rows import Obstacle, obstacles
from listo.core.worker import reporting
from listo.core.worker.desk import Desk
from listo.core.worker.facts import Progress
from listo.core.worker.mending import all_for_file, emptied, rows_out
from listo.core.worker.naming import propose_name
from listo.core.worker.reporting import ReportFormat
from listo.core.worker.results import Deletion, Overview
from listo.core.worker.state import OpenMapping


class Saving(Desk):
    """Jobs that write files; the original is never one of them."""

    def proposed_name(self, _progress: Progress, word: str = "corrected", suffix: str = "") -> Path:
        """Return where a corrected copy, or a report of that suffix, may go; `word` is put into the name."""
        return propose_name(self._mapping().workbook, word, suffix)

    def deletion(self, _progress: Progress, rows: Iterable[int] | None = None) -> Deletion:
        """Return what saving will make of rows that are deleted, or (None) of those that are already.

        Raises InputError where the file cannot be read any more.
        """
        mapping = self._mapping()
        wanted = mapping.work.differences.rows_out if rows is None else sorted(set(rows))
        return Deletion(tuple(wanted), _obstacles(mapping, rows_out(mapping, wanted)))

    def save(self, progress: Progress, target: Path, overwrite: bool) -> Overview:
        """Write a copy of the workbook with all changes; never over the original.

        Rows that were deleted are taken out, or emptied as `deletion` says. The Overview says where the copy
        was written. Raises InputError: `file-changed-while-reading` where the original is not as it was read,
        `file-is-original`, `file-exists`, `file-not-writable`.
        """
        mapping = self._mapping()
        if FileMark.of(mapping.subject.path) != mapping.subject.mark:
            raise InputError("file-changed-while-reading", file=mapping.subject.path.name)
        going = rows_out(mapping, mapping.work.differences.rows_out)
        edits = all_for_file(mapping)
        if _obstacles(mapping, going):
            edits |= emptied(mapping, going)
            going = set()
        written = write_copy(
            mapping.workbook,
            target,
            {mapping.sheet.name: edits},
            overwrite=overwrite,
            sources=[file.path for file in self._state.files],
            without={mapping.sheet.name: going},
            progress=partial(progress, "saving"),
        )
        self._journey = replace(self._journey, saved=mapping.history.mark())
        return self._change(replace(mapping, saved_to=written), partial(self._keep_saved, written))

    def _keep_saved(self, written: Path, session: int) -> None:
        self._store.set_wizard_state(session, self._journey.to_json())
        self._store.set_saved(session, saved_to=written)

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


def _obstacles(mapping: OpenMapping, places: Collection[int]) -> tuple[Obstacle, ...]:
    path = mapping.subject.path
    try:
        return obstacles(mapping.workbook, mapping.sheet.name, places)
    except FileNotFoundError as error:
        raise InputError("file-not-found", file=path.name) from error
    except OSError as error:
        raise InputError("file-not-readable", file=path.name) from error
    except PACKAGE_ERRORS as error:
        raise InputError("file-changed-while-reading", file=path.name) from error
