"""A changed copy of a text file: records without an edit keep every byte."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import BinaryIO, NamedTuple

from listo.core.workbooks.csv import (
    MARKS,
    any_field_length,
    layout_of,
    lines_of,
    reader_of,
)
from listo.core.workbooks.model import Cell, Workbook

_LINE_END = re.compile(r"(?:\r\n|\r|\n)\Z")
_BLOCK = 4_096


def write_text_copy(
    workbook: Workbook, target: BinaryIO, edits: Mapping[Cell, str], without: Collection[int] = ()
) -> None:
    """Write the text file `workbook` with `edits` to `target`: same encoding, delimiter and line ends.

    The records of the rows `without` (from 0) are left out.

    A text that the file's encoding cannot hold makes it UTF-8 with a mark, which Excel reads. Raises OSError.
    """
    text, errors = _text(workbook)
    encoding, mark = workbook.encoding, MARKS.get(workbook.encoding, b"") if workbook.byte_order_mark else b""
    if not _can_hold(encoding, edits.values()):
        encoding, mark, errors = "utf-8", MARKS["utf-8"], "strict"
    target.write(mark)
    block: list[str] = []
    for record in _records(text, workbook, edits, without):
        block.append(record)
        if len(block) == _BLOCK:
            target.write("".join(block).encode(encoding, errors))
            block.clear()
    target.write("".join(block).encode(encoding, errors))


def _text(workbook: Workbook) -> tuple[str, str]:
    """Return the file's text, decoded so that bytes which are no text come out again as they were."""
    data = workbook.path.read_bytes()
    if workbook.byte_order_mark:
        data = data.removeprefix(MARKS[workbook.encoding])
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


def _records(
    text: str, workbook: Workbook, edits: Mapping[Cell, str], without: Collection[int]
) -> Iterator[str]:
    wanted: dict[int, dict[int, str]] = defaultdict(dict)
    for cell, new in edits.items():
        wanted[cell.row][cell.column] = new
    start = layout_of(text).start
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
    if wanted and not _LINE_END.search(record):
        yield workbook.line_end
    for missing in range(number + 1, max(wanted, default=-1) + 1):
        yield _changed("", [], wanted.get(missing, {}), workbook.delimiter) + workbook.line_end


class _Field(NamedTuple):
    """One value as it stands in the record, and whether quotes are around it."""

    raw: str
    quoted: bool


def _changed(record: str, values: list[str], texts: Mapping[int, str], delimiter: str) -> str:
    found = _LINE_END.search(record)
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
