"""Text files of values: comma, semicolon, tab or bar between them, in any usual encoding.

Reads them, and writes a changed copy in which records without an edit keep every byte.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from listo.core.errors import InputError
from listo.core.workbooks.model import (
    BLOCK,
    MOST_BYTES,
    ROWS_BETWEEN_REPORTS,
    ROWS_TO_CHOOSE_BY,
    Cell,
    CellKind,
    ChooseColumns,
    CodedTexts,
    ColumnBuilder,
    ColumnChoice,
    Room,
    RowProgress,
    Table,
    Workbook,
    too_large,
)
from listo.core.workbooks.number_formats import ERROR_TEXTS

MOST_TEXT = MOST_BYTES // 2
"""Bytes of a text file: as many cells as in a workbook, without their markup."""

MOST_RECORDS = 5_000_000
"""Nearly five times what a sheet of Excel's holds: empty ones are counted in 1.8 s, measured."""

MOST_VALUES = 1 << 20
"""Values of one record: 64 times the columns of Excel's; in 0.5 s and 120 MB, measured."""

_SAMPLE = 100
"""Lines by which the delimiter is told, in 0.2 ms; of the text files at hand five tell it, measured."""

_SAMPLE_LETTERS = 1 << 18
"""Of them, at most: 100 lines of 2,600 letters, or eight of as many as a cell of Excel's holds; in 50 ms."""

_BYTES_OF_A_KEY = 100
"""What a dictionary takes for a text and its value, measured with a million."""

_HANDLERS = {"utf-8": "surrogateescape", "utf-16-le": "surrogatepass", "utf-16-be": "surrogatepass"}
"""How bytes that are no text become text from which they come out again as they were."""

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
_SEPARATOR_LINE = re.compile(r"\"?sep=([^\"\r\n])\"?[;,\t|]*(?:\r\n|\r|\n|$)", re.IGNORECASE)

# Reading


class Decoded(NamedTuple):
    """How a text file's bytes become text, and how many lines end in it."""

    encoding: str
    byte_order_mark: bool
    lines: int


class Dialect(NamedTuple):
    """How a text file is laid out: `delimiter` is empty for one column.

    `has_line` is whether the first line is no record, but says the delimiter.
    """

    delimiter: str
    line_end: str
    has_line: bool


def read_csv(
    path: Path, progress: RowProgress | None = None, choose: ChooseColumns | None = None
) -> Workbook:
    """Return the text file as a workbook of one sheet. Raises InputError and what `progress` raises."""
    if (size := path.stat().st_size) > MOST_TEXT:
        raise too_large(path, size)
    decoded = _decoded(path)
    if decoded.encoding.startswith("utf-16") and size % 2:
        raise InputError("file-damaged", file=path.name)  # it ends within a letter
    with _opened(path, decoded.encoding, decoded.byte_order_mark) as text:
        dialect = dialect_of(text.read(_SAMPLE_LETTERS))
    room = Room(size)
    with _opened(path, decoded.encoding, decoded.byte_order_mark) as text:
        records = _counted(_Records(path, text, dialect), decoded.lines, progress)
        table = _table(
            path.stem,
            records,
            room,
            lambda first: choose(Workbook(path, "csv", (first,))) if choose else None,
        )
    return Workbook(
        path, "csv", (table,), decoded.encoding, dialect.delimiter, dialect.line_end, decoded.byte_order_mark
    )


def _decoded(path: Path) -> Decoded:
    """Return the encoding: by its mark, else UTF-8 if it is that throughout, else Windows' Western one.

    Raises InputError file-not-a-spreadsheet where a letter is none.
    """
    with path.open("rb") as file:
        start = file.read(max(map(len, BYTE_ORDER_MARKS.values())))
    for encoding, mark in BYTE_ORDER_MARKS.items():
        if start.startswith(mark):
            return Decoded(encoding, True, _lines_in(path, encoding, len(mark), "replace"))
    for encoding in ("utf-8", "cp1252"):
        try:
            return Decoded(encoding, False, _lines_in(path, encoding, 0, "strict"))
        except UnicodeDecodeError:
            continue
    return Decoded("latin-1", False, _lines_in(path, "latin-1", 0, "strict"))


def _lines_in(path: Path, encoding: str, start: int, errors: str) -> int:
    """Return how many lines end in a text file. Raises UnicodeDecodeError where it is in no such encoding."""
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    feeds = returns = 0
    with path.open("rb") as file:
        file.seek(start)
        while block := file.read(BLOCK):
            text = decoder.decode(block)
            if "\0" in text:
                raise InputError("file-not-a-spreadsheet", file=path.name)
            feeds += text.count("\n")
            returns += text.count("\r")
    decoder.decode(b"", True)
    return feeds or returns


@contextmanager
def _opened(
    path: Path, encoding: str, byte_order_mark: bool, errors: str = "replace"
) -> Iterator[io.TextIOWrapper]:
    """Give a text file's text, in lines with their ends, cut only where a spreadsheet cuts them."""
    with path.open("rb") as file:
        file.seek(len(BYTE_ORDER_MARKS[encoding]) if byte_order_mark else 0)
        with io.TextIOWrapper(file, encoding, errors, newline="") as text:
            yield text


def dialect_of(text: str) -> Dialect:
    """Return what stands between values and between lines; the same text gives the same answer always."""
    declared = _SEPARATOR_LINE.match(text)
    delimiter = declared[1] if declared else _delimiter_of(text)
    return Dialect(delimiter, _line_end_of(text), bool(declared))


def _line_end_of(text: str) -> str:
    found = _LINE_END.search(text)
    return found[0] if found else "\r\n"


def _delimiter_of(text: str) -> str:
    lines = list(islice(io.StringIO(text, newline=""), _SAMPLE))
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


class _Records:
    """The records of a text file, in parts that take little room.

    A part is at most as many records as are reported at once, of little more than a block of text.
    """

    def __init__(self, path: Path, text: io.TextIOWrapper, dialect: Dialect) -> None:
        self._path, self._text = path, text
        self._delimiter = dialect.delimiter or _NO_DELIMITER
        self._above = 1 if dialect.has_line else 0
        """Lines of the file that are read before the records."""
        self._part: list[list[str]] = []
        self._done = self._blocks = 0
        self._last_line = 0
        """Where the last record ended, among the lines of records."""

    def __iter__(self) -> Iterator[list[list[str]]]:
        """Yield the parts. Raises InputError: quote-not-closed, file-too-large."""
        if self._above:
            self._text.readline()
        block = 0
        with any_field_length():
            reader = csv.reader(
                chain(chain.from_iterable(self._read()), (_AFTER_ALL,)), delimiter=self._delimiter
            )
            for record in reader:
                if record and record[-1].endswith(_AFTER_ALL):
                    self._part += self._last(record)
                    break
                self._last_line = reader.line_num
                self._part.append(record)
                if len(self._part) == ROWS_BETWEEN_REPORTS or block != self._blocks:
                    block = self._blocks
                    yield self._given()
        yield self._given()

    def _given(self) -> list[list[str]]:
        self._done += len(self._part)
        if self._done > MOST_RECORDS:
            raise self._too_large()
        part, self._part = self._part, []
        return part

    def _read(self) -> Iterator[list[str]]:
        """Yield the lines by blocks, and refuse a record that has more values than any table has columns."""
        ended, marks = -1, 0
        while lines := self._text.readlines(BLOCK):
            self._blocks += 1
            before, ended = ended, self._done + len(self._part)
            goes_on = before == ended  # nothing ended in the block before
            if not goes_on:
                marks = 0
            marks += sum(line.count(self._delimiter) for line in (lines if goes_on else lines[-1:]))
            if marks > MOST_VALUES:
                raise self._not_closed(self._last_line + 1) if goes_on else self._too_large()
            yield lines

    def _last(self, record: list[str]) -> list[list[str]]:
        """Return the last record if there is one. Raises InputError where it swallowed lines."""
        *others, value = record
        value = value.removesuffix(_AFTER_ALL)
        if len(value.rstrip().splitlines()) > 1:
            raise self._not_closed(
                self._last_line + 1 + sum(len(_LINE_END.findall(other)) for other in others)
            )
        return [[*others, value]] if others or value else []

    def _not_closed(self, line: int) -> InputError:
        return InputError("quote-not-closed", file=self._path.name, line=str(line + self._above))

    def _too_large(self) -> InputError:
        return too_large(self._path, self._path.stat().st_size)


def _counted(
    records: Iterable[list[list[str]]], total: int, progress: RowProgress | None
) -> Iterator[list[list[str]]]:
    """Yield the parts again, and tell how many records they are."""
    done = 0
    for part in records:
        if progress:
            progress(done, max(done, total))
        done += len(part)
        yield part


class _Rows:
    """The rows of a table, each text kept once, and which of their cells are errors."""

    def __init__(self, room: Room) -> None:
        self.rows: list[list[str]] = []
        self.kinds: dict[Cell, CellKind] = {}
        self._room = room
        self._known: dict[str, str] = {}

    def take(self, part: Iterable[list[str]]) -> None:
        """Add records. Raises TooLargeError where all of them take too much room."""
        keep, before = self._known.setdefault, len(self._known)
        added = [list(map(keep, record, record)) for record in part]
        new = len(self._known) - before
        self._room.take_bytes(sum(map(sys.getsizeof, islice(reversed(self._known), new))))
        self._room.take_bytes(sum(map(sys.getsizeof, added)) + new * _BYTES_OF_A_KEY)
        if not self._known.keys().isdisjoint(ERROR_TEXTS):
            for number, record in enumerate(added, len(self.rows)):
                if not ERROR_TEXTS.isdisjoint(record):
                    self.kinds.update(_errors(number, record))
        self.rows += added


def _table(
    name: str,
    parts: Iterator[list[list[str]]],
    room: Room,
    choose: Callable[[Table], ColumnChoice | None],
) -> Table:
    """Return all that the records say, or the columns that are chosen by the first of them."""
    found = _Rows(room)
    while len(found.rows) < ROWS_TO_CHOOSE_BY and (part := next(parts, None)) is not None:
        found.take(part)
    rows = found.rows
    chosen = choose(Table(name, rows[:ROWS_TO_CHOOSE_BY]))
    if chosen:
        columns = _columns(chosen, chain([rows], parts), room)
        del rows[ROWS_TO_CHOOSE_BY:]
    else:
        columns = None
        for part in parts:
            found.take(part)
    while rows and not any(rows[-1]):
        rows.pop()
    return Table(name, rows, found.kinds, columns=columns)


def _columns(chosen: ColumnChoice, parts: Iterable[list[list[str]]], room: Room) -> dict[int, CodedTexts]:
    """Return some columns by place, without the records that are empty."""
    width = 1 + max(chosen.places)

    def as_they_are(texts: Sequence[str]) -> list[str]:
        room.take_bytes(sum(map(sys.getsizeof, texts)))
        return list(texts)

    columns = {place: ColumnBuilder(as_they_are) for place in chosen.places}
    above = chosen.first_row
    for part in parts:
        below, above = islice(part, above, None), max(0, above - len(part))
        filled = [
            each if len(each) >= width else [*each, *[""] * (width - len(each))]
            for each in below
            if any(each)
        ]
        for place, column in columns.items():
            column.take([each[place] for each in filled])
    return {place: column.texts() for place, column in columns.items()}


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
    errors = _HANDLERS.get(workbook.encoding, "strict")
    encoding, mark, written = workbook.encoding, b"", errors
    if workbook.byte_order_mark:
        mark = BYTE_ORDER_MARKS[encoding]
    if not _can_hold(encoding, edits.values()):
        encoding, mark, written = "utf-8", BYTE_ORDER_MARKS["utf-8"], "strict"
    target.write(mark)
    with _opened(workbook.path, workbook.encoding, workbook.byte_order_mark, errors) as text:
        for record in _copied_records(text, workbook, edits, without):
            target.write(record.encode(encoding, written))


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
    text: io.TextIOWrapper, workbook: Workbook, edits: Mapping[Cell, str], without: Collection[int]
) -> Iterator[str]:
    wanted: dict[int, dict[int, str]] = defaultdict(dict)
    for cell, new in edits.items():
        wanted[cell.row][cell.column] = new
    first = text.readline()
    is_record = not _SEPARATOR_LINE.match(first)
    if not is_record:
        yield first
    taken = _Taken(chain((first,) if first and is_record else (), text))
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
