"""The jobs that write: the corrected copy, and reports of the work."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Literal

import platformdirs

from listo.core import resources
from listo.core.checks.findings import finding_key
from listo.core.errors import InputError
from listo.core.mapping.sheet import edits_for_file
from listo.core.paths import is_folder, is_there
from listo.core.reports.files import write_into, write_report
from listo.core.reports.model import Corrections, Document, IssueSkus, Reference
from listo.core.storage.types import FileMark
from listo.core.texts import Language
from listo.core.workbooks.atomic_write import refuse_overwrite
from listo.core.workbooks.model import Cell, Workbook
from listo.core.workbooks.write import write_copy
from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS
from listo.core.workbooks.xlsx.remove_rows import Obstacle, obstacles
from listo.core.worker.file_cards import SessionFile
from listo.core.worker.protocol import Progress
from listo.core.worker.results import Deletion, Overview
from listo.core.worker.session import Session
from listo.core.worker.state import OpenMapping, groups_of, sku_counts

_KEPT_SUFFIXES = {"xlsx": (".xlsx", ".xlsm"), "csv": (".csv", ".txt", ".tsv")}

ReportFormat = Literal["html", "xlsx", "pdf"]


class SavingJobs:
    """Jobs that write files; the original is never one of them. See `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def proposed_name(self, word: str, suffix: str) -> Path:
        """Return where a corrected copy, or a report of that suffix, may go; `word` is put into the name."""
        return _propose_name(self._session.mapping.workbook, word, suffix)

    def deletion(self, rows: Iterable[int] | None) -> Deletion:
        """Return what saving will make of rows that are deleted, or (None) of those that are already.

        Raises InputError where the file cannot be read any more.
        """
        mapping = self._session.mapping
        wanted = mapping.work.differences.rows_out if rows is None else sorted(set(rows))
        return Deletion(tuple(wanted), _obstacles(mapping, _rows_of_file(mapping, wanted)))

    def save(self, progress: Progress, target: Path, overwrite: bool) -> Overview:
        """Write a copy of the workbook with all changes; never over the original.

        Rows that were deleted are taken out, or emptied as `deletion` says. The Overview says where the copy
        was written, and which parts are damaged in it as they are in the original. Raises InputError:
        `file-changed-while-reading` where the original is not as it was read, `file-is-original`,
        `file-exists`, `file-not-writable`.
        """
        mapping = self._session.mapping
        if FileMark.of(mapping.subject.path) != mapping.subject.mark:
            raise InputError("file-changed-while-reading", file=mapping.subject.path.name)
        going = _rows_of_file(mapping, mapping.work.differences.rows_out)
        edits = _edits_of_file(mapping)
        if _obstacles(mapping, going):
            edits |= _emptied(mapping, going)
            going = set()
        damaged: list[str] = []
        written = write_copy(
            mapping.workbook,
            target,
            {mapping.sheet.name: edits},
            overwrite=overwrite,
            sources=[file.path for file in self._session.state.files],
            without={mapping.sheet.name: going},
            progress=partial(progress, "saving"),
            inherits=damaged.extend,
        )
        wizard = self._session.wizard.saved_as(mapping.history.mark())

        def keep(session: int) -> None:
            self._session.store.set_wizard_state(session, wizard.to_json())
            self._session.store.set_saved(session, saved_to=written)

        saved = replace(mapping, saved_to=written, damaged_parts=tuple(damaged))
        return self._session.commit(saved, keep, wizard=wizard)

    def report(
        self, progress: Progress, target: Path, form: ReportFormat, language: Language, overwrite: bool
    ) -> Path:
        """Write a report of how the work stands, and return where it is; it changes nothing."""
        mapping, files = self._session.mapping, self._session.state.files
        document = document_of(mapping, files, language)
        sources = [mapping.subject.path, *(file.path for file in files)]
        sources += [mapping.saved_to] if mapping.saved_to else []
        return write_document(document, target, form, sources, overwrite, progress)


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


def _edits_of_file(mapping: OpenMapping) -> dict[Cell, str]:
    """Return what cells of the file are to say; rows that came follow the last one of the file."""
    return {**edits_for_file(mapping.original, mapping.work.differences.cells()), **_rows_in(mapping)}


def _rows_in(mapping: OpenMapping) -> dict[Cell, str]:
    sheet, original = mapping.sheet, mapping.original
    last = max((original.header.row or 0, *original.row_numbers[-1:]))
    filled = [row for row in mapping.work.differences.rows_in if any(sheet.row(sheet.index_of(row)))]
    return {
        Cell(last + place, original.header.places[name]): text
        for place, row in enumerate(filled)
        for name in sheet.present()
        if (text := sheet.column(name)[sheet.index_of(row)])
    }


def _rows_of_file(mapping: OpenMapping, rows: Iterable[int]) -> set[int]:
    """Return the places (from 0) in the file of rows that are in it."""
    return {row - 1 for row in rows if mapping.original.has_row(row)}


def _emptied(mapping: OpenMapping, places: Iterable[int]) -> dict[Cell, str]:
    """Return edits that leave nothing of rows, by their places in the file, in the columns of the sheet."""
    columns = mapping.original.header.places.values()
    return {Cell(place, column): "" for place in places for column in columns}


# -------------------------------------------------------------------- a name for the copy


def _propose_name(workbook: Workbook, word: str, suffix: str = "") -> Path:
    """Return where to save a corrected copy: `mapping-{word}.xlsx`, with a number where that is taken.

    With a `suffix` (`.pdf`) it is the name of something else that is made of the workbook.
    """
    folder, suffix = _folder(workbook.path.parent), suffix or _suffix(workbook)
    stem = re.sub(rf"-{re.escape(word)}(-\d+)?$", "", workbook.path.stem) or workbook.path.stem
    names = (f"{stem}-{word}{'' if number == 1 else f'-{number}'}{suffix}" for number in count(1))
    return next(folder / name for name in names if not is_there(folder / name))


def _suffix(workbook: Workbook) -> str:
    kept = _KEPT_SUFFIXES.get(workbook.format, (".xlsx",))
    own = workbook.path.suffix.lower()
    return own if own in kept else kept[0]


def _folder(beside: Path) -> Path:
    """Return the original's folder; the person's documents where that is ours or cannot be written to."""
    ours = resources.root() in (beside, *beside.parents)
    if not ours and os.access(beside, os.W_OK):
        return beside
    documents = platformdirs.user_documents_path()
    return documents if is_folder(documents) else Path.home()


def document_of(mapping: OpenMapping, files: Sequence[SessionFile], language: Language) -> Document:
    """Return the report of how the work stands: what is left, and what was corrected."""
    references = (file for file in files if file.is_reference)
    differences, copy = mapping.work.differences, mapping.saved_to.name if mapping.saved_to else None
    groups, counts = groups_of(mapping.findings, mapping.work.readiness), sku_counts(mapping.work)
    return Document(
        file=mapping.subject.path.name,
        sheet=mapping.sheet,
        report=mapping.report,
        language=language,
        references=tuple(Reference(file.path.name, str(file.card.kind)) for file in references),
        corrections=Corrections(
            mapping.changes,
            copy,
            rows_out=tuple(differences.rows_out),
            rows_in=len(differences.rows_in),
            damaged_parts=mapping.damaged_parts,
        ),
        left=tuple((finding, mapping.reasons[finding_key(finding)]) for finding in mapping.ignored),
        skus=counts.states,
        missing_exports=counts.missing,
        held_up={
            group.code: IssueSkus(group.unlock.skus, group.unlock.alone) for group in groups if group.unlock
        },
        order=tuple(group.code for group in groups),
    )


def write_document(
    document: Document,
    target: Path,
    form: ReportFormat,
    sources: Sequence[Path],
    overwrite: bool,
    progress: Progress,
) -> Path:
    """Write a report and return where it is; of a PDF, what is to be printed, in a temporary file.

    Raises InputError as `write_report` does; for a PDF, what forbids to write `target`.
    """
    saving = partial(progress, "saving")
    if form != "pdf":
        return write_report(document, target, form, sources=sources, overwrite=overwrite, progress=saving)
    refuse_overwrite(target, sources, overwrite=overwrite)
    return _to_print(document, saving)


def _to_print(document: Document, progress: Callable[[int, int], None]) -> Path:
    """Write the report to a temporary file that nobody else can read."""
    handle, name = tempfile.mkstemp(prefix="listo-", suffix=".html")
    try:
        with os.fdopen(handle, "wb") as file:
            write_into(document, file, "html", progress)
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)
