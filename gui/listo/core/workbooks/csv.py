"""Text files of values: comma, semicolon, tab or bar between them, in any usual encoding.

Reads them, and writes a changed copy in which records without an edit keep every byte.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from listo.core.errors import InputError
from listo.core.workbooks.model import (
    MOST_BYTES,
    ROWS_BETWEEN_REPORTS,
    ROWS_TO_CHOOSE_BY,
    Cell,
    CellKind,
    ChooseColumns,
    CodedTexts,
    ColumnBuilder,
    ColumnChoice,
    RowProgress,
    Table,
    Workbook,
    too_large,
)
from listo.core.workbooks.number_formats import ERROR_TEXTS

MOST_RECORDS = 5_000_000
"""Five times what a sheet of Excel's holds: 1 GB of memory at ten columns of words, measured."""

_SAMPLE = 100
"""Lines by which the delimiter is told, in 0.2 ms; of the text files at hand five tell it, measured."""

_CANDIDATES = ("\t", ";", "|", ",")  # of two that fit equally well, the one rarer in prose comes first

_LEAST_SHARE = 0.5
"""Of records as wide as most: with fewer it is no table; in the text files at hand 98 % are, measured."""

_COMMAS_OF_A_HEADER = 3
"""A header of four columns: one or two commas without a blank stand in numbers, such as 1,234,567."""

_TABS_OF_COLUMNS = 3
"""Tabs in one line that part columns, however uneven the others: Amazon's report of one error has four."""

BYTE_ORDER_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
"""The marks at the start of a file that tell its encoding."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_LAST_LINE_END = re.compile(r"(?:\r\n|\r|\n)\Z")
_NO_DELIMITER = "\x1f"  # ASCII's unit separator, which no text holds
_AFTER_ALL = "\0"  # a line that no text file has: one that holds it is refused
_SEPARATOR_LINE = re.compile(r"\"?sep=(.)\"?[;,\t|]*(?:\r\n|\r|\n|$)", re.IGNORECASE)

# Reading


class Decoded(NamedTuple):
    """A text file's text and how its bytes became it."""

    text: str
    encoding: str
    byte_order_mark: bool


class Dialect(NamedTuple):
    """How a text file is laid out: `delimiter` is empty for one column; `start` is where records begin."""

    delimiter: str
    line_end: str
    start: int


def read_csv(
    path: Path, progress: RowProgress | None = None, choose: ChooseColumns | None = None
) -> Workbook:
    """Return the text file as a workbook of one sheet. Raises InputError and what `progress` raises."""
    if (size := path.stat().st_size) > MOST_BYTES:
        raise too_large(path, size)
    data = path.read_bytes()
    decoded = decode(data)
    if decoded.encoding.startswith("utf-16") and len(data) % 2:
        raise InputError("file-damaged", file=path.name)  # it ends within a letter
    if "\0" in decoded.text:
        raise InputError("file-not-a-spreadsheet", file=path.name)
    dialect = dialect_of(decoded.text)
    records = _counted(path, decoded.text, dialect, progress)
    table = _table(
        path.stem, records, lambda first: choose(Workbook(path, "csv", (first,))) if choose else None
    )
    return Workbook(
        path, "csv", (table,), decoded.encoding, dialect.delimiter, dialect.line_end, decoded.byte_order_mark
    )


def decode(data: bytes) -> Decoded:
    """Return the text: by its mark, else UTF-8 if it is that throughout, else Windows' Western encoding."""
    for encoding, mark in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding, True)
    for encoding in ("utf-8", "cp1252"):
        try:
            return Decoded(data.decode(encoding), encoding, False)
        except UnicodeDecodeError:
            continue
    return Decoded(data.decode("latin-1"), "latin-1", False)


def dialect_of(text: str) -> Dialect:
    """Return what stands between values and between lines; the same text gives the same answer always."""
    declared = _SEPARATOR_LINE.match(text)
    start = declared.end() if declared else 0
    delimiter = declared[1] if declared else _delimiter_of(text)
    return Dialect(delimiter, _line_end_of(text), start)


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
    if not best and any(line.count("\t") >= _TABS_OF_COLUMNS for line in lines):
        return "\t"
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
    return (share, width) if width > 1 and share >= _LEAST_SHARE else (0.0, 0)


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


def _table(name: str, records: Iterator[list[str]], choose: Callable[[Table], ColumnChoice | None]) -> Table:
    """Return all that the records say, or the columns that are chosen by the first of them."""
    rows: list[list[str]] = []
    kinds: dict[Cell, CellKind] = {}
    known: dict[str, str] = {}

    def add(some: Iterable[list[str]]) -> None:
        for number, record in enumerate(some, len(rows)):
            rows.append(list(map(known.setdefault, record, record)))  # one text kept of many alike
            if not ERROR_TEXTS.isdisjoint(record):
                kinds.update(_errors(number, record))

    add(islice(records, ROWS_TO_CHOOSE_BY))
    chosen = choose(Table(name, rows))
    columns = _columns(chosen, chain(rows, records)) if chosen else None
    add(records)  # none is left where columns were chosen
    while rows and not any(rows[-1]):
        rows.pop()
    return Table(name, rows, kinds, columns=columns)


def _columns(chosen: ColumnChoice, records: Iterator[list[str]]) -> dict[int, CodedTexts]:
    """Return some columns by place, without the records that are empty."""
    width = 1 + max(chosen.places)
    columns = {place: ColumnBuilder(_as_they_are) for place in chosen.places}
    below = islice(records, chosen.first_row, None)
    while some := list(islice(below, ROWS_BETWEEN_REPORTS)):
        filled = [
            each if len(each) >= width else [*each, *[""] * (width - len(each))] for each in some if any(each)
        ]
        for place, column in columns.items():
            column.take([each[place] for each in filled])
    return {place: column.texts() for place, column in columns.items()}


def _as_they_are(texts: Sequence[str]) -> list[str]:
    return list(texts)


def _counted(path: Path, text: str, dialect: Dialect, progress: RowProgress | None) -> Iterator[list[str]]:
    """Yield the records and tell how many they are. Raises InputError."""
    total = text.count("\n", dialect.start) or text.count("\r", dialect.start)
    for number, record in enumerate(_whole_records(path, text, dialect)):
        if number % ROWS_BETWEEN_REPORTS == 0 and progress:
            progress(number, max(number, total))
        if number >= MOST_RECORDS:
            raise too_large(path, path.stat().st_size)
        yield record


def _whole_records(path: Path, text: str, dialect: Dialect) -> Iterator[list[str]]:
    """Yield the records. Raises InputError quote-not-closed where the last one swallowed lines."""
    lines = chain(lines_of(text, dialect.start), (_AFTER_ALL,))
    reader = csv.reader(lines, delimiter=dialect.delimiter or _NO_DELIMITER)
    before = 0
    with any_field_length():
        for record in reader:
            if record and record[-1].endswith(_AFTER_ALL):
                if record != [_AFTER_ALL]:
                    yield _last(path, record, before + 1 + (dialect.start > 0))
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


# Writing


def write_csv_copy(
    workbook: Workbook, target: BinaryIO, edits: Mapping[Cell, str], without: Collection[int] = ()
) -> None:
    """Write the text file `workbook` with `edits` to `target`: same encoding, delimiter and line ends.

    The records of the rows `without` (from 0) are left out.

    A text that the file's encoding cannot hold makes it UTF-8 with a mark, which Excel reads. Raises OSError.
    """
    text, errors = _text(workbook)
    encoding, mark = (
        workbook.encoding,
        BYTE_ORDER_MARKS.get(workbook.encoding, b"") if workbook.byte_order_mark else b"",
    )
    if not _can_hold(encoding, edits.values()):
        encoding, mark, errors = "utf-8", BYTE_ORDER_MARKS["utf-8"], "strict"
    target.write(mark)
    for record in _copied_records(text, workbook, edits, without):
        target.write(record.encode(encoding, errors))


def _text(workbook: Workbook) -> tuple[str, str]:
    """Return the file's text, decoded so that bytes which are no text come out again as they were."""
    data = workbook.path.read_bytes()
    if workbook.byte_order_mark:
        data = data.removeprefix(BYTE_ORDER_MARKS[workbook.encoding])
    errors = {"utf-8": "surrogateescape", "utf-16-le": "surrogatepass", "utf-16-be": "surrogatepass"}
    handler = errors.get(workbook.encoding, "strict")
    return data.decode(workbook.encoding, handler), handler


def _can_hold(encoding: str, texts: Iterable[str]) -> bool:
    try:
        for text in texts:
            text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


class _Taken:
    """Lines on their way to the csv reader, which takes several for a record that breaks inside quotes."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._taken.append(line)
            yield line

    def record(self) -> str:
        """Return what was taken since the last time."""
        record = "".join(self._taken)
        self._taken.clear()
        return record


def _copied_records(
    text: str, workbook: Workbook, edits: Mapping[Cell, str], without: Collection[int]
) -> Iterator[str]:
    wanted: dict[int, dict[int, str]] = defaultdict(dict)
    for cell, new in edits.items():
        wanted[cell.row][cell.column] = new
    start = dialect_of(text).start
    yield text[:start]
    taken = _Taken(lines_of(text, start))
    number, record = -1, "\n"
    with any_field_length():
        for number, values in enumerate(reader_of(iter(taken), workbook.delimiter)):
            record = taken.record()
            if number in wanted:
                record = _changed(record, values, wanted.pop(number), workbook.delimiter)
            if number not in without:
                yield record
    if wanted and not _LAST_LINE_END.search(record):
        yield workbook.line_end
    for missing in range(number + 1, max(wanted, default=-1) + 1):
        yield _changed("", [], wanted.get(missing, {}), workbook.delimiter) + workbook.line_end


class _Field(NamedTuple):
    """One value as it stands in the record, and whether quotes are around it."""

    raw: str
    quoted: bool


def _changed(record: str, values: list[str], texts: Mapping[int, str], delimiter: str) -> str:
    found = _LAST_LINE_END.search(record)
    end = found[0] if found else ""
    fields = _fields(record.removesuffix(end), delimiter)
    if [_value(field) for field in fields] != (values or [""]):  # quotes in odd places: write it anew
        fields = [_Field(_written(value, delimiter), False) for value in values]
    fields += [_Field("", False)] * (max(texts, default=0) + 1 - len(fields))
    for column, text in texts.items():
        fields[column] = _Field(_written(text, delimiter, fields[column].quoted), False)
    return delimiter.join(field.raw for field in fields) + end


def _fields(record: str, delimiter: str) -> list[_Field]:
    if not delimiter:
        return [_Field(record, record.startswith('"'))]
    mark = re.escape(delimiter)
    pattern = re.compile(rf'((")(?:[^"]|"")*"[^{mark}]*|[^{mark}]*)(?:{mark}|\Z)')
    fields: list[_Field] = []
    position = 0
    while position <= len(record):
        found = pattern.match(record, position)
        if found is None:
            return []
        fields.append(_Field(found[1], bool(found[2])))
        position = found.end(1) + 1
    return fields


def _value(field: _Field) -> str:
    if not field.quoted:
        return field.raw
    inside, _, after = field.raw[1:].rpartition('"')
    return inside.replace('""', '"') + after


def _written(text: str, delimiter: str, quoted: bool = False) -> str:
    needs = quoted or any(mark in text for mark in (delimiter or '"', '"', "\r", "\n"))
    return '"' + text.replace('"', '""') + '"' if needs else text
