"""The work on a mapping sheet as a report to hand on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from listo.core.checks.findings import finding_key
from listo.core.reports.model import Corrections, Document, Reference
from listo.core.reports.writer import write_into, write_report
from listo.core.texts import Language
from listo.core.workbooks.atomic_write import refuse_overwrite
from listo.core.worker.file_cards import SessionFile
from listo.core.worker.protocol import Progress
from listo.core.worker.state import OpenMapping

ReportFormat = Literal["html", "xlsx", "pdf"]


def document_of(mapping: OpenMapping, files: Sequence[SessionFile], language: Language) -> Document:
    """Return the report of how the work stands: what is left, and what was corrected."""
    references = (file for file in files if file.is_reference)
    differences, copy = mapping.work.differences, mapping.saved_to.name if mapping.saved_to else None
    return Document(
        file=mapping.subject.path.name,
        sheet=mapping.sheet,
        report=mapping.report,
        language=language,
        references=tuple(Reference(file.path.name, str(file.card.kind)) for file in references),
        corrections=Corrections(
            mapping.changes, copy, rows_out=tuple(differences.rows_out), rows_in=len(differences.rows_in)
        ),
        left=tuple((finding, mapping.reasons[finding_key(finding)]) for finding in mapping.ignored),
    )


def write(
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
