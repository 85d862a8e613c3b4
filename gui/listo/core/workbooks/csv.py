"""Text files of values: comma, semicolon, tab or bar between them, in any usual encoding."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from listo.core.errors import InputError
from listo.core.workbooks.detect import MOST_BYTES, too_large
from listo.core.workbooks.model import Cell, CellKind, Table, Workbook
from listo.core.workbooks.shown import ERROR_TEXTS

Progress = Callable[[int, int], None]

MOST_ROWS = 5_000_000
_STEP = 2_000
_SAMPLE = 100
_CANDIDATES = ("\t", ";", "|", ",")  # of two that fit equally well, the one rarer in prose comes first

_COMMAS_OF_A_HEADER = 3

MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
"""The marks at the start of a file that tell its encoding."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_NO_DELIMITER = "\x1f"
_AFTER_ALL = "\0"  # a line that no text file has: one that holds it is refused
_SEPARATOR_LINE = re.compile(r"\"?sep=(.)\"?[;,\t|]*(?:\r\n|\r|\n|$)", re.IGNORECASE)


class Decoded(NamedTuple):
    """A text file's text and how its bytes became it."""

    text: str
    encoding: str
    byte_order_mark: bool


class Layout(NamedTuple):
    """How a text file is laid out: `delimiter` is empty for one column; `start` is where records begin."""

    delimiter: str
    line_end: str
    start: int


def read_delimited(path: Path, progress: Progress | None = None) -> Workbook:
    """Return the text file as a workbook of one sheet. Raises InputError and what `progress` raises."""
    if (size := path.stat().st_size) > MOST_BYTES:
        raise too_large(path, size)
    data = path.read_bytes()
    decoded = decode(data)
    if decoded.encoding.startswith("utf-16") and len(data) % 2:
        raise InputError("file-damaged", file=path.name)  # it ends within a letter
    if "\0" in decoded.text:
        raise InputError("file-not-a-spreadsheet", file=path.name)
    layout = layout_of(decoded.text)
    table = _table(path, decoded.text, layout, progress)
    return Workbook(
        path, "csv", (table,), decoded.encoding, layout.delimiter, layout.line_end, decoded.byte_order_mark
    )


def decode(data: bytes) -> Decoded:
    """Return the text: by its mark, else UTF-8 if it is that throughout, else Windows' Western encoding."""
    for encoding, mark in MARKS.items():
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding, True)
    for encoding in ("utf-8", "cp1252"):
        try:
            return Decoded(data.decode(encoding), encoding, False)
        except UnicodeDecodeError:
            continue
    return Decoded(data.decode("latin-1"), "latin-1", False)


def layout_of(text: str) -> Layout:
    """Return what stands between values and between lines; the same text gives the same answer always."""
    declared = _SEPARATOR_LINE.match(text)
    start = declared.end() if declared else 0
    delimiter = declared[1] if declared else _delimiter_of(text)
    return Layout(delimiter, _line_end_of(text), start)


def _line_end_of(text: str) -> str:
    found = _LINE_END.search(text)
    return found[0] if found else "\r\n"


def _delimiter_of(text: str) -> str:
    lines = list(islice(lines_of(text), _SAMPLE))
    best, most = "", (0.0, 0)
    for delimiter in _CANDIDATES:
        fit = _fit(lines, delimiter)
        if fit > most:
            best, most = delimiter, fit
    return best or _delimiter_in_header(next(filter(str.strip, lines), ""))


def _delimiter_in_header(line: str) -> str:
    """Return what parts the first line where the others are too uneven to tell; few commas could be prose."""
    parting = (mark for mark in _CANDIDATES if mark in line and f"{mark} " not in line)
    return next((mark for mark in parting if mark != "," or line.count(",") >= _COMMAS_OF_A_HEADER), "")


def _fit(lines: list[str], delimiter: str) -> tuple[float, int]:
    """Say which part of the records has the usual width, and that width; nothing for a single column."""
    widths = Counter(len(record) for record in _records(lines, delimiter) if any(record))
    if not widths:
        return (0.0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    share = count / widths.total()
    return (share, width) if width > 1 and share >= 0.5 else (0.0, 0)


def lines_of(text: str, start: int = 0) -> Iterator[str]:
    """Return the lines of `text` from `start` with their ends, cut only where a spreadsheet cuts them."""
    return io.StringIO(text[start:], newline="")


@contextmanager
def any_field_length() -> Iterator[None]:
    """Let the csv reader take fields of any length while this lasts."""
    before = csv.field_size_limit(2**31 - 1)  # the largest that Windows takes
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _records(lines: list[str], delimiter: str) -> list[list[str]]:
    with any_field_length():
        return list(reader_of(iter(lines), delimiter))


def reader_of(lines: Iterator[str], delimiter: str) -> Iterator[list[str]]:
    """Return the records of `lines`; one column is read as if parted by a mark that text never holds."""
    return csv.reader(lines, delimiter=delimiter or _NO_DELIMITER)


def _table(path: Path, text: str, layout: Layout, progress: Progress | None) -> Table:
    rows: list[list[str]] = []
    kinds: dict[Cell, CellKind] = {}
    known: dict[str, str] = {}
    total = text.count("\n", layout.start) or text.count("\r", layout.start)
    for number, record in enumerate(_whole_records(path, text, layout)):
        rows.append(list(map(known.setdefault, record, record)))  # one text kept of many alike
        if not ERROR_TEXTS.isdisjoint(record):
            kinds.update(_errors(number, record))
        if number % _STEP == 0 and progress:
            progress(number, max(number, total))
        if number >= MOST_ROWS:
            raise too_large(path, path.stat().st_size)
    while rows and not any(rows[-1]):
        rows.pop()
    return Table(path.stem, rows, kinds)


def _whole_records(path: Path, text: str, layout: Layout) -> Iterator[list[str]]:
    """Yield the records. Raises InputError quote-not-closed where the last one swallowed lines."""
    lines = chain(lines_of(text, layout.start), (_AFTER_ALL,))
    reader = csv.reader(lines, delimiter=layout.delimiter or _NO_DELIMITER)
    before = 0
    with any_field_length():
        for record in reader:
            if record and record[-1].endswith(_AFTER_ALL):
                if record != [_AFTER_ALL]:
                    yield _last(path, record, before + 1 + (layout.start > 0))
                return
            before = reader.line_num
            yield record


def _last(path: Path, record: list[str], line: int) -> list[str]:
    """Return the record that begins in that line of the file and in whose last value a quote stays open."""
    *others, value = record
    value = value.removesuffix(_AFTER_ALL)
    if len(value.rstrip().splitlines()) > 1:
        line += sum(len(_LINE_END.findall(other)) for other in others)
        raise InputError("quote-not-closed", file=path.name, line=str(line))
    return [*others, value]


def _errors(number: int, record: list[str]) -> dict[Cell, CellKind]:
    return {Cell(number, place): "error" for place, value in enumerate(record) if value in ERROR_TEXTS}
