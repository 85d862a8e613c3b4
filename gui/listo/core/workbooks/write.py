"""A changed copy of a workbook, written whole or not at all, and never over the original."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from listo.core.errors import InputError
from listo.core.gc_pause import gc_paused
from listo.core.workbooks.atomic_write import (
    flush_folder,
    follow_links,
    put_in_place,
    refuse_overwrite,
    temporary_beside,
)
from listo.core.workbooks.calamine_reader import sheet_values
from listo.core.workbooks.csv import write_csv_copy
from listo.core.workbooks.model import (
    MOST_ROWS,
    Cell,
    CellKind,
    Edits,
    RowProgress,
    Table,
    Workbook,
    is_too_long,
    reference,
)
from listo.core.workbooks.number_formats import ERROR_TEXTS
from listo.core.workbooks.read import digest_of, main_type_of, read_workbook
from listo.core.workbooks.xlsx.new import write_new_copy
from listo.core.workbooks.xlsx.package import PACKAGE_ERRORS
from listo.core.workbooks.xlsx.remove_rows import write_without_rows
from listo.core.workbooks.xlsx.save import ChangedMembers, write_xlsx_copy
from listo.core.workbooks.xlsx.verify import damaged_members, is_verified

Rows = Mapping[str, Collection[int]]

_EXCEL_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam"))
_TEXT_SUFFIXES = frozenset((".csv", ".txt", ".tsv", ".tab"))
_OTHER_SUFFIXES = frozenset((".xls", ".xlt", ".ods", ".ots", ".fods", ".xlsb"))


def write_copy(
    workbook: Workbook,
    target: Path,
    edits: Edits,
    *,
    overwrite: bool = False,
    sources: Iterable[Path] = (),
    without: Rows | None = None,
    progress: RowProgress | None = None,
    inherits: Callable[[tuple[str, ...]], object] | None = None,
) -> Path:
    """Write a copy of `workbook` with the texts of `edits` in it to `target`, and return the path written.

    `edits` gives for the name of a sheet the new text of each cell; a cell with a formula loses it.
    Excel's XML formats and text files keep everything else as it is; the older and foreign formats
    become a new `.xlsx` of the same texts, numbers and dates. The suffix follows what the copy is.
    The copy is read back before it takes the target's place; `progress` hears of that reading.
    Neither the original nor any of the `sources` is ever written over. `without` names rows (from 0) by
    sheet that are not to be in the copy; `edits` count the rows as if they were. See `obstacles`.
    `inherits` is told which parts of a package are damaged in the copy as they are in the original; all
    others were unpacked, and parsed where they are XML.

    Raises InputError: text-too-long, table-header, file-is-original, file-exists (unless `overwrite`),
    file-not-writable, file-not-found, file-changed-while-reading; and what `progress` raises. Nothing is
    left behind then.
    """
    _refuse_folder(target)
    final = _with_fitting_suffix(workbook, target)
    kept = tuple(sources)
    _refuse_overwrite(workbook, final, kept, overwrite)
    needed = {name: _needed(workbook, name, cells) for name, cells in edits.items()}
    _refuse_too_much(workbook, needed)
    told = _teller(progress, workbook)
    told(0)
    try:
        final = follow_links(final)
        with temporary_beside(final) as temporary, gc_paused():
            written = _write(workbook, temporary, needed)
            verified = written if written and _is_verified(workbook, temporary, written, told) else None
            if verified is None:
                _verify_by_reading(workbook, temporary, needed, progress)
            shortened = _take_rows_out(workbook, temporary, without or {})
            damaged = _damaged(workbook, temporary, verified.sheets if verified and not shortened else ())
            _refuse_overwrite(workbook, final, kept, overwrite)
            put_in_place(temporary, final)
        flush_folder(final.parent)
    except OSError as error:
        raise InputError("file-not-writable", file=final.name) from error
    if inherits:
        inherits(damaged)
    return final


def _teller(progress: RowProgress | None, workbook: Workbook) -> Callable[[float], None]:
    """Return what tells `progress` of a part of the whole as of so many rows."""
    rows = sum(len(table.rows) for table in workbook.tables)
    return lambda part: progress(round(part * rows), rows) if progress else None


def _needed(workbook: Workbook, name: str, cells: Mapping[Cell, str]) -> Mapping[Cell, str]:
    """Leave out what stands there already, so that an unneeded edit costs no formula."""
    table = next((table for table in workbook.tables if table.name == name), None)
    if table is None:
        raise KeyError(name)
    return {cell: text for cell, text in cells.items() if table.text(*cell) != text or cell in table.kinds}


def _refuse_too_much(workbook: Workbook, edits: Edits) -> None:
    """Excel would cut off longer texts and further rows; a text file may hold any."""
    for cells in edits.values() if workbook.format != "csv" else ():
        for cell, text in cells.items():
            if cell.row >= MOST_ROWS:
                raise InputError("too-many-rows", file=workbook.path.name)
            if is_too_long(text):
                raise InputError("text-too-long", file=workbook.path.name, cell=reference(cell))


# Where the copy goes


def _refuse_folder(target: Path) -> None:
    """A name for the copy is not made up beside a folder, a pipe or a device."""
    try:
        is_another = target.exists() and not target.is_file()
    except OSError:  # too long a name, or a folder that may not be looked into
        is_another = True
    if is_another:
        raise InputError("file-not-writable", file=target.name or str(target))


def _with_fitting_suffix(workbook: Workbook, target: Path) -> Path:
    fitting = _fitting_suffixes(workbook)
    suffix = target.suffix.lower()
    if suffix in fitting:
        return target
    if suffix in _EXCEL_SUFFIXES | _TEXT_SUFFIXES | _OTHER_SUFFIXES:
        return target.with_suffix(fitting[0])
    return target.with_name(target.name + fitting[0])


def _fitting_suffixes(workbook: Workbook) -> tuple[str, ...]:
    """Return the suffixes under which the copy can be opened, the usual one first."""
    if workbook.format == "csv":
        usual = ".txt" if workbook.delimiter == "\t" else ".csv"
        return (usual, *_TEXT_SUFFIXES)
    if workbook.format != "xlsx":
        return (".xlsx",)
    type_ = _main_type(workbook)
    # Excel opens neither kind under the other's name.
    if "macroEnabled" in type_:
        return (".xltm",) if "template" in type_ else (".xlsm",)
    return (".xltx",) if "template" in type_ else (".xlsx",)


def _main_type(workbook: Workbook) -> str:
    try:
        return main_type_of(workbook.path)
    except FileNotFoundError as error:
        raise InputError("file-not-found", file=workbook.path.name) from error
    except OSError as error:
        raise InputError("file-not-readable", file=workbook.path.name) from error
    except PACKAGE_ERRORS as error:
        raise InputError("file-changed-while-reading", file=workbook.path.name) from error


def _refuse_overwrite(workbook: Workbook, target: Path, sources: Iterable[Path], overwrite: bool) -> None:
    try:
        if target.exists() and target.samefile(workbook.path):
            raise InputError("file-is-original", file=target.name)
        refuse_overwrite(target, sources, overwrite=overwrite)
    except FileNotFoundError as error:  # the original: `target` is there
        raise InputError("file-not-found", file=workbook.path.name) from error
    except (OSError, ValueError) as error:
        raise InputError("file-not-writable", file=target.name) from error
    if target.exists() and not target.is_file():  # a pipe or a device would be replaced by a file
        raise InputError("file-not-writable", file=target.name)


# How it gets there


def _write(workbook: Workbook, temporary: Path, edits: Edits) -> ChangedMembers | None:
    """Write the copy, and return what can be looked into where it was spliced from the original."""
    try:
        with temporary.open("xb") as file:
            written = _write_as(workbook, file, edits)
            file.flush()
            os.fsync(file.fileno())
        return written
    except FileNotFoundError as error:
        if workbook.path.exists():
            raise
        raise InputError("file-not-found", file=workbook.path.name) from error
    except PACKAGE_ERRORS as error:
        raise InputError("file-damaged", file=workbook.path.name) from error


def _take_rows_out(workbook: Workbook, temporary: Path, rows: Rows) -> bool:
    """Put in its place the same without those rows, once that is known to be right; say if there are any."""
    going = {name: numbers for name, numbers in rows.items() if numbers}
    if not going:
        return False
    before = read_workbook(temporary)
    named = {_name_in(before, workbook, name): numbers for name, numbers in going.items()}
    with temporary_beside(temporary) as shorter:
        with shorter.open("xb") as file:
            _write_without_rows(before, file, named)
            file.flush()
            os.fsync(file.fileno())
        if not _holds_what_is_left(read_workbook(shorter), before, named):
            raise InputError("file-not-writable", file=workbook.path.name)
        shorter.replace(temporary)
    return True


def _write_without_rows(copy: Workbook, file: BinaryIO, rows: Rows) -> None:
    if copy.format == "csv":
        write_csv_copy(copy, file, {}, without=set(rows[copy.tables[0].name]))
    else:
        write_without_rows(copy.path, file, rows)


def _name_in(copy: Workbook, workbook: Workbook, name: str) -> str:
    """Return what a sheet is called in the copy, where Excel may not take its name."""
    place = next(place for place, table in enumerate(workbook.tables) if table.name == name)
    return copy.tables[place].name


def _write_as(workbook: Workbook, file: BinaryIO, edits: Edits) -> ChangedMembers | None:
    if workbook.format == "xlsx":
        return write_xlsx_copy(workbook.path, file, edits)
    if workbook.format == "csv":
        write_csv_copy(workbook, file, edits.get(workbook.tables[0].name, {}))
    else:
        write_new_copy(workbook, sheet_values(workbook.path), file, edits)
    return None


# Whether it is right


def _is_verified(
    workbook: Workbook, temporary: Path, written: ChangedMembers, told: Callable[[float], None]
) -> bool:
    """Say whether the copy is right beyond doubt: the file as it was read, with the edits in it."""
    return is_verified(workbook.path, temporary, written, told) and workbook.digest == digest_of(
        workbook.path
    )


def _damaged(workbook: Workbook, temporary: Path, sound: Collection[str]) -> tuple[str, ...]:
    """Return the parts of the copy that are damaged as they are in the original.

    Raises InputError where one is damaged in the copy alone. Those in `sound` are known not to be.
    """
    if workbook.format != "xlsx":
        return ()
    damaged = damaged_members(temporary, sound)
    if damaged and not set(damaged).issubset(damaged_members(workbook.path)):
        raise InputError("file-not-writable", file=workbook.path.name)
    return damaged


def _verify_by_reading(
    workbook: Workbook, temporary: Path, edits: Edits, progress: RowProgress | None
) -> None:
    try:
        copy = read_workbook(temporary, progress=progress)
    except InputError as error:  # which would name the temporary
        raise InputError("file-not-writable", file=workbook.path.name) from error
    if _holds(copy, workbook, edits):
        return
    if _holds(read_workbook(workbook.path), workbook, {}):
        raise InputError("file-not-writable", file=workbook.path.name)
    raise InputError("file-changed-while-reading", file=workbook.path.name)


def _holds(copy: Workbook, workbook: Workbook, edits: Edits) -> bool:
    # Dates of a format that was given up are stored as dates, and may read in another order.
    dates_move = copy.format != workbook.format
    return len(copy.tables) >= len(workbook.tables) and all(
        _same(found, table, edits.get(table.name, {}), dates_move)
        for found, table in zip(copy.tables, workbook.tables, strict=False)
    )


def _same(found: Table, table: Table, edits: Mapping[Cell, str], dates_move: bool) -> bool:
    changed = _by_row(edits)
    open_ = _by_row({cell: "" for cell, kind in table.kinds.items() if kind == "date"} if dates_move else {})
    for number in range(max(len(found.rows), len(table.rows), 1 + max(changed, default=-1))):
        texts, wanted = _row(found, number), _row(table, number)
        if (texts is not wanted and texts != wanted) or number in changed:
            wanted = _with_texts(wanted, changed.get(number, {}))
            left_out = open_.get(number, {}).keys() - changed.get(number, {}).keys()
            blanks = dict.fromkeys(left_out, "")
            if _trimmed(_with_texts(texts, blanks)) != _trimmed(_with_texts(wanted, blanks)):
                return False
    return found.kinds == _kinds(table, edits)


def _by_row(cells: Mapping[Cell, str]) -> dict[int, dict[int, str]]:
    rows: dict[int, dict[int, str]] = {}
    for cell, text in cells.items():
        rows.setdefault(cell.row, {})[cell.column] = text
    return rows


def _row(table: Table, number: int) -> Sequence[str]:
    return table.rows[number] if number < len(table.rows) else ()


def _with_texts(row: Sequence[str], texts: Mapping[int, str]) -> list[str]:
    cells = [*row, *[""] * (1 + max(texts, default=-1) - len(row))]
    for column, text in texts.items():
        cells[column] = text
    return cells


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _kinds(table: Table, edits: Mapping[Cell, str]) -> dict[Cell, CellKind]:
    kinds = {cell: kind for cell, kind in table.kinds.items() if cell not in edits}
    return kinds | {cell: "error" for cell, text in edits.items() if text in ERROR_TEXTS}


def _rows_left(workbook: Workbook, rows: Rows) -> Iterator[list[list[str]]]:
    """Yield the texts of each sheet that a copy without those rows must hold."""
    for table in workbook.tables:
        going = set(rows.get(table.name, ()))
        yield [[*row] for number, row in enumerate(table.rows) if number not in going]


def _holds_what_is_left(copy: Workbook, before: Workbook, rows: Rows) -> bool:
    """Return whether a copy says just what the file before it did, but for those rows."""
    found = ([[*row] for row in table.rows] for table in copy.tables)
    pairs = zip(found, _rows_left(before, rows), strict=False)
    return len(copy.tables) == len(before.tables) and all(
        _without_empty(a) == _without_empty(b) for a, b in pairs
    )


def _without_empty(rows: list[list[str]]) -> list[list[str]]:
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows
