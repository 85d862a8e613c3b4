"""Reading any workbook that people send."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

from listo.core.errors import InputError
from listo.core.gc_pause import gc_paused
from listo.core.workbooks.detect import Format, detect_format
from listo.core.workbooks.model import ChooseColumns, RowProgress, TooLargeError, Workbook, too_large
from listo.core.workbooks.xlsx.fast_reader import read_fast


def read_workbook(
    path: Path, *, progress: RowProgress | None = None, choose: ChooseColumns | None = None
) -> Workbook:
    """Return the file's sheets as text, whatever its format and whatever its name says.

    What `choose` chooses of a sheet is read alone where that is quicker, else all of it. `progress` is told
    every 2,000 rows how many rows are read of how many known so far; what it raises (CancelledError) comes
    through. Raises InputError: file-not-found, file-not-readable, file-not-a-spreadsheet, file-damaged,
    file-encrypted, file-too-large, file-changed-while-reading.
    """
    name = path.name or str(path)
    try:
        before = _state(path)
        with gc_paused():
            workbook = _read(path, progress, choose)
        after = _state(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError("file-not-found", file=name) from error
    except OSError as error:
        raise InputError("file-not-readable", file=name) from error
    except TooLargeError as error:
        raise too_large(path, error.args[0]) from error
    except MemoryError as error:
        raise too_large(path, before[0]) from error
    if before != after:
        raise InputError("file-changed-while-reading", file=name)
    return workbook


def _state(path: Path) -> tuple[int, int, int]:
    try:
        status = path.stat()
    except ValueError as error:  # a name that no file can have
        raise FileNotFoundError(str(path)) from error
    if stat.S_ISDIR(status.st_mode):
        raise InputError("file-not-a-spreadsheet", file=path.name or str(path))
    if not stat.S_ISREG(status.st_mode):  # a device or a pipe may never end
        raise OSError(os.strerror(0), str(path))
    return status.st_size, status.st_mtime_ns, status.st_ino


def _read(path: Path, progress: RowProgress | None, choose: ChooseColumns | None) -> Workbook:
    format_ = detect_format(path)
    if format_ == "csv":
        from listo.core.workbooks.csv import read_csv

        return read_csv(path, progress, choose)
    workbook = _read_spreadsheet(path, format_, progress, choose)
    return replace(workbook, digest=digest_of(path)) if format_ == "xlsx" else workbook


def _read_spreadsheet(
    path: Path, format_: Format, progress: RowProgress | None, choose: ChooseColumns | None
) -> Workbook:
    tables = read_fast(path, progress, choose) if format_ == "xlsx" else None
    if tables is not None:
        return Workbook(path, format_, tables)
    from listo.core.workbooks.calamine_reader import read_spreadsheet

    return read_spreadsheet(path, format_, progress)


def digest_of(path: Path) -> bytes:
    """Return the SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
