"""Reading any workbook that people send; its kind is told by what it holds, not by its name."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

from listo.core.errors import InputError
from listo.core.gc_pause import gc_paused
from listo.core.paths import reachable
from listo.core.workbooks.archive import (
    COMPOUND_FILE,
    MOST_OF_A_PART,
    DamagedError,
    read_member,
    refuse_bombs,
    stream_names,
)
from listo.core.workbooks.model import (
    MOST_BYTES,
    ChooseColumns,
    Format,
    RowProgress,
    TooLargeError,
    Workbook,
    too_large,
)
from listo.core.workbooks.xlsx.fast_reader import read_fast
from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS, TYPES, Package

_FIRST_BYTES = 4_096
"""How much is looked at: a block of a disk, with more blanks before markup than anybody leaves."""

_SPREADSHEET_TYPE = re.compile(
    r"spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template|addin)\.macroEnabled\.main"
)
_ZIP = b"PK"
_NO_SPREADSHEET = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"{\\rtf", b"\x1f\x8b", b"Rar!")
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<head", b"<body", b"<style", b"<div")
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def detect_format(path: Path) -> Format:
    """Return the kind of spreadsheet that `path` is.

    Raises InputError (file-not-a-spreadsheet, file-encrypted, file-too-large, file-damaged) and OSError.
    """
    with path.open("rb") as file:
        start = file.read(_FIRST_BYTES)
    if start.startswith(COMPOUND_FILE):
        return _compound_format(path)
    if start.startswith(_ZIP) and start[2:4] in (b"\x03\x04", b"\x05\x06"):
        return _package_format(path)
    if _is_text(start):
        return "csv"
    raise InputError("file-not-a-spreadsheet", file=path.name)


def main_type_of(path: Path) -> str:
    """Return the content type of what the package `path` is about. Raises PACKAGE_ERRORS and OSError."""
    with zipfile.ZipFile(path) as archive:
        return Package(archive).main_type()


def _is_text(start: bytes) -> bool:
    if start.startswith(_TEXT_MARKS[1:]):
        return True
    start = start.removeprefix(_TEXT_MARKS[0])
    if start.startswith(_NO_SPREADSHEET) or b"\0" in start:
        return False
    return not start.lstrip().lower().startswith(_MARKUP)


def _compound_format(path: Path) -> Format:
    if (size := path.stat().st_size) > MOST_BYTES:
        raise too_large(path, size)
    try:
        names = stream_names(path)
    except DamagedError as error:
        raise InputError("file-damaged", file=path.name) from error
    if "encryptedpackage" in names:
        raise InputError("file-encrypted", file=path.name)
    if "workbook" in names or "book" in names:
        return "xls"
    raise InputError("file-not-a-spreadsheet", file=path.name)


def _package_format(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            refuse_bombs(archive, path)
            found = _spreadsheet_in(archive, path)
    except TooLargeError as error:
        raise too_large(path, error.args[0]) from error
    except PACKAGE_ERRORS as error:
        raise InputError("file-damaged", file=path.name) from error
    except OSError as error:
        # EINVAL: a place before the beginning, by the archive's word; or a drive of Windows that is gone
        if error.errno != errno.EINVAL or getattr(error, "winerror", None):
            raise
        raise InputError("file-damaged", file=path.name) from error
    if found is None:
        raise InputError("file-not-a-spreadsheet", file=path.name)
    return found


def _spreadsheet_in(archive: zipfile.ZipFile, path: Path) -> Format | None:
    package = Package(archive)
    if package.member(TYPES):
        type_ = package.main_type()
        return "xlsb" if "sheet.binary" in type_ else "xlsx" if _SPREADSHEET_TYPE.search(type_) else None
    if b"opendocument.spreadsheet" not in _read_or_nothing(archive, "mimetype"):
        return None
    if b"encryption-data" in _read_or_nothing(archive, "META-INF/manifest.xml"):
        raise InputError("file-encrypted", file=path.name)
    return "ods"


def _read_or_nothing(archive: zipfile.ZipFile, name: str) -> bytes:
    return read_member(archive, name, MOST_OF_A_PART) if name in archive.namelist() else b""


def read_workbook(
    path: Path, *, progress: RowProgress | None = None, choose: ChooseColumns | None = None
) -> Workbook:
    """Return the file's sheets as text, whatever its format and whatever its name says.

    What `choose` chooses of a sheet is read alone where that is quicker, else all of it. `progress` is told
    every 2,000 rows how many rows are read of how many known so far; what it raises (CancelledError) comes
    through. Raises InputError: file-not-found, file-not-readable, file-not-a-spreadsheet, file-damaged,
    file-encrypted, file-too-large, file-changed-while-reading.
    """
    name, path = path.name or str(path), reachable(path)
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
    is_whole = all(table.columns is None for table in workbook.tables)  # of a part no copy is made
    return replace(workbook, digest=digest_of(path)) if format_ == "xlsx" and is_whole else workbook


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
