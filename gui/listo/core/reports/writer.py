"""A report as a file: written whole or not at all, and never over what a person gave."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from listo.core.reports.html import render_html
from listo.core.reports.model import Document
from listo.core.reports.xlsx import write_xlsx
from listo.core.workbooks.atomic_write import refuse_overwrite, write_atomically
from listo.core.workbooks.model import RowProgress

FileFormat = Literal["html", "xlsx"]
FORMATS: tuple[FileFormat, ...] = get_args(FileFormat)


def write_report(
    document: Document,
    target: Path,
    form: FileFormat,
    *,
    sources: Iterable[Path] = (),
    overwrite: bool = False,
    progress: RowProgress | None = None,
) -> Path:
    """Write a report to `target` and return it; `sources` are the files that it is about.

    Raises InputError: file-is-original, file-exists (unless `overwrite`), file-not-writable; and what
    `progress` raises; it is called with how many parts are written and how many there are (0: unknown).
    Nothing is left behind then.
    """
    kept = tuple(sources)

    def write(file: BinaryIO) -> None:
        write_into(document, file, form, progress or _nobody_asks)

    return write_atomically(target, write, lambda: refuse_overwrite(target, kept, overwrite=overwrite))


def write_into(document: Document, file: BinaryIO, form: FileFormat, progress: RowProgress) -> None:
    """Write a report to an open file. Raises OSError, and what `progress` raises."""
    if form == "xlsx":
        write_xlsx(document, file, progress)
        return
    for number, part in enumerate(render_html(document)):
        progress(number, 0)
        file.write(part.encode("utf-8", errors="replace"))


def _nobody_asks(_done: int, _total: int) -> None:
    pass
