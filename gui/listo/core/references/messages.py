"""Texts to explain: Amazon's processing report, and any list of messages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from listo.core.references.names import fold_header, normalize_value
from listo.core.workbooks.csv import BYTE_ORDER_MARKS
from listo.core.workbooks.model import Table, Workbook

_LAST_HEADER_ROW = 60
"""How far down the table of errors is looked for: below sums and advice, within 20 rows where known."""

_ERROR = re.compile(r"\b(err\w*|fehler\w*|bledu|fel\w*|fout\w*|エラー\w*)")
_MAY_BE_OF_ERRORS = re.compile("err|fel|fehler|fout|bledu|エラー")
_CODE = re.compile(r"\b(cod\w*|code\w*|kod\w*|コード)")
_MESSAGE = re.compile(
    r"\b(messag\w*|mensa\w*|meldung\w*|fehlermeldung\w*|fehlerbeschreibung|komunikat\w*|bericht\w*)"
)
_SKU = re.compile(r"\bsku\b")
_COUNT = re.compile(r"\b(numero|number|anzahl|nombre|count|liczba|antal|aantal|quantidade)\b")

_HEADING = re.compile(
    r"mensa\w*|messag\w*|err(or|o)\w*|descri\w*|detail\w*|detalhe\w*|detalle\w*|de|del|do|of"
)

_FEWEST_WORDS = 3
"""Words of a message: with 2 a heading counts as one, with 4 `Invalid seller id` does not."""

_LEAST_SHARE = 0.6
"""Share of a column's cells that read like messages: with 0.8 a list of three with a heading is none."""

_LEAST_SHARE_HEADED = 0.3
"""The same below a heading such as `Error`: with 0 any such column counts, with 0.6 short ones do not."""

_MOST_COLUMNS = 2
"""Columns of a list of messages without a heading, the SKU beside: with 1 such lists are not read."""

_CELLS_TO_JUDGE_BY = 300
"""Cells that a column is judged by: a share of them is right to 0.03, and 100,000 need not be read twice."""

_LETTERS_TO_JUDGE_BY = 10_000
"""Letters that a cell is judged by: more than any message has, where a cell may hold 60 million."""

_BEGINS_JSON = re.compile(r"\s*[\[{]")
"""What a list of Amazon's issues begins with, where it is written as programs hand it out."""

_LEAST_LETTERS = 0.5
"""Share of letters in a message: half, for numbers, codes and links in it have others."""


@dataclass(frozen=True, slots=True)
class ReportedError:
    """One line of a processing report: Amazon's error code, its text, and how often it came (0: not said)."""

    code: str
    message: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One error of a processing report, of one SKU where that is said, else of `count` records."""

    code: str
    message: str
    sku: str = ""
    count: int = 1


def read_report_lines(workbook: Workbook) -> tuple[ReportLine, ...]:
    """Return the errors of a processing report, SKU by SKU; of the sums, those that no SKU is named for."""
    found = [line for table in workbook.tables for line in _lines_of_report(table)]
    named = {line.code for line in found if line.sku}
    return tuple(line for line in found if line.sku or line.code not in named)


def _lines_of_report(table: Table) -> Iterator[ReportLine]:
    """Yield the errors of every table of errors in a sheet: a sum by code, and a list by SKU below it."""
    row = 0
    while row < len(table.rows):
        places = _report_columns(table.rows[row])
        row += 1
        if places is None:
            continue
        sku = _sku_column(table.rows[row - 1])
        for error in _reported(table, row, *places):
            yield ReportLine(error.code, error.message, _cell(table, row, sku), max(error.count, 1))
            row += 1


def _sku_column(header: Sequence[str]) -> int | None:
    return next((place for place, text in enumerate(header) if text and _SKU.search(fold_header(text))), None)


def _cell(table: Table, row: int, column: int | None) -> str:
    return "" if column is None else table.text(row, column).strip()


def read_report(workbook: Workbook) -> tuple[ReportedError, ...]:
    """Return the errors by code of a processing report; empty where the workbook holds none."""
    for table in workbook.tables:
        for row, cells in enumerate(islice(table.rows, _LAST_HEADER_ROW)):
            if places := _report_columns(cells):
                return tuple(_reported(table, row + 1, *places))
    return ()


def is_report(workbook: Workbook) -> bool:
    """Return whether a sheet has the table of errors of a processing report."""
    return any(
        _report_columns(cells) for table in workbook.tables for cells in islice(table.rows, _LAST_HEADER_ROW)
    )


def read_json(workbook: Workbook) -> str:
    """Return all the text of a file that begins as JSON does; empty for any other. Raises OSError.

    As a table it is cut at its commas and ends of line, which part nothing in JSON.
    """
    first = next((row for table in workbook.tables for row in table.rows if any(row)), ())
    if not workbook.encoding or not _BEGINS_JSON.match("".join(first)):
        return ""
    written = workbook.path.read_bytes()
    if workbook.byte_order_mark:
        written = written.removeprefix(BYTE_ORDER_MARKS[workbook.encoding])
    return written.decode(workbook.encoding, "replace")


def read_messages(workbook: Workbook) -> tuple[str, ...]:
    """Return the cells of a workbook that is a list of messages; empty where it is something else."""
    tables = [table for table in workbook.tables if table.rows]
    found = [text for table in tables for text in _messages_in(table, workbook.delimiter)]
    return tuple(found)


def _report_columns(cells: Sequence[str]) -> tuple[int, int, int | None] | None:
    """Return where the code, the message and the count stand in a header, None where it is none."""
    if not _MAY_BE_OF_ERRORS.search(unicodedata.normalize("NFKD", "\n".join(cells)).casefold()):
        return None  # quick, for rows of a thousand cells
    texts = [fold_header(cell.replace("-", " ").replace("_", " ")) if cell else "" for cell in cells]
    of_errors = [(place, text) for place, text in enumerate(texts) if text and _ERROR.search(text)]
    code, message = _first(of_errors, _CODE), _first(of_errors, _MESSAGE)
    if code is None or message is None or code == message or sum(map(bool, texts)) < 3:
        return None
    return code, message, _first(of_errors, _COUNT)


def _first(texts: Sequence[tuple[int, str]], wanted: re.Pattern[str]) -> int | None:
    return next((place for place, text in texts if wanted.search(text)), None)


def _reported(
    table: Table, first: int, code: int, message: int, count: int | None
) -> Iterator[ReportedError]:
    for row in range(first, len(table.rows)):
        text, number = table.text(row, message).strip(), table.text(row, code).strip()
        if not number or not text:
            break
        times = table.text(row, count).strip() if count is not None else ""
        yield ReportedError(number, text, int(times) if times.isdecimal() else 0)


def _messages_in(table: Table, delimiter: str) -> list[str]:
    columns = _columns(table)
    headed = max((cells[1:] for cells in columns if _is_heading(cells[0])), key=_share, default=[])
    if _share(headed) >= _LEAST_SHARE_HEADED:
        return headed
    if delimiter and len({len(row) for row in table.rows if any(row)}) > 1:
        columns = [[delimiter.join(row).strip() for row in table.rows if any(row)]]
    cells = max(columns if len(columns) <= _MOST_COLUMNS else (), key=_share, default=[])
    return [text for text in cells if _looks_like_message(text)] if _share(cells) >= _LEAST_SHARE else []


def _columns(table: Table) -> list[list[str]]:
    """Return the filled cells of every column that has some."""
    width = max((len(row) for row in table.rows), default=0)
    columns = (
        [c for row in table.rows if len(row) > place and (c := row[place].strip())] for place in range(width)
    )
    return [cells for cells in columns if cells]


def _is_heading(text: str) -> bool:
    """Return whether a text is a header over messages: `Error`, `Mensagem de erro`."""
    words = fold_header(text).split()
    return 0 < len(words) <= _FEWEST_WORDS and all(_HEADING.fullmatch(word) for word in words)


def _share(cells: Sequence[str]) -> float:
    """Return what part of the first cells reads like a message."""
    first = cells[:_CELLS_TO_JUDGE_BY]
    return sum(map(_looks_like_message, first)) / len(first) if first else 0.0


def _looks_like_message(text: str) -> bool:
    """Return whether a text reads like a sentence: some words, letters for the most part."""
    plain = normalize_value(text[:_LETTERS_TO_JUDGE_BY])
    words = [word for word in plain.split() if any(letter.isalpha() for letter in word)]
    return len(words) >= _FEWEST_WORDS and sum(map(str.isalpha, plain)) >= _LEAST_LETTERS * len(plain)
