"""The report to work with: a workbook of plain text, one line a finding, to filter and to sort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, count, islice
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from listo.core.reports.html import needs_of
from listo.core.reports.lines import Line, Teller
from listo.core.reports.marks import drawn, is_plain
from listo.core.reports.model import Document, Kind
from listo.core.reports.text import SHAPES
from listo.core.reports.words import Words
from listo.core.sheets import Column

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MOST_ROWS = 1_000_000
"""Lines of one sheet; Excel holds some more."""
_LONGEST_TEXT = 32_767
"""Characters that a cell of Excel holds."""
_EVERY = 500
"""Lines between two reports of progress."""
_COLOURS = {"error": "#B42318", "warning": "#8A5A00", "info": "#0B6BCB"}

# Nothing that stands in somebody's cell may become a formula, a link or a number.
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

_SUMMARY_WIDTHS = (22, 44, 10, 40, 50, 56)
_LINE_HEIGHT = 15.5
"""Points; programs other than Excel do not make a row as high as its text needs."""
_PRINTED_COLUMNS = 7
"""More in the width of a page could not be read."""

_BESIDE: tuple[Column, ...] = ("VTEXSpecification", "AmazonSpecification", "VTEXValue")
"""What else of its row stands beside a finding, to filter by."""

Progress = Callable[[int, int], None]
Value = str | int | None


class _Column(NamedTuple):
    """A column of a list: its header's text, and how wide it is in characters."""

    head: str
    width: int


def write_xlsx(document: Document, target: BinaryIO, progress: Progress) -> None:
    """Write the report as a workbook. Raises OSError, and what `progress` raises."""
    import xlsxwriter

    workbook = xlsxwriter.Workbook(target, _OPTIONS)
    _Writer(document, workbook, progress).write()
    workbook.close()


class _Writer:
    """Fills the sheets of one workbook."""

    def __init__(self, document: Document, workbook: Workbook, progress: Progress) -> None:
        self._document, self._workbook, self._progress = document, workbook, progress
        self._words = Words(document.language)
        self._say = self._words.say
        self._teller = Teller(document, self._words)
        self._formats = _formats(workbook)

    def write(self) -> None:
        title = self._say("title", file=self._document.file)
        self._workbook.set_properties({"title": title, "author": f"Listo {self._document.version}"})
        self._summary(title)
        self._problems()
        self._corrections()
        self._not_checked()

    # -- the sheets

    def _summary(self, title: str) -> None:
        sheet = self._sheet(self._say("sheet.summary"))
        for place, width in enumerate(_SUMMARY_WIDTHS):
            sheet.set_column(place, place, width, self._formats["wrapped"])
        _put(sheet, 0, (title,), self._formats["title"])
        rows = count(2)
        for row, fact in zip(rows, self._facts(), strict=False):  # which leaves a row free at the end
            sheet.set_row(row, _LINE_HEIGHT * _lines_of(fact, _SUMMARY_WIDTHS))
            _put(sheet, row, fact)
        heads = ("severity", "problem", "count", "fix", "why", "answer")
        _put(sheet, next(rows), [self._say(f"head.{head}") for head in heads], self._formats["head"])
        for row, kind in zip(rows, self._document.kinds, strict=False):
            values = self._kind(kind)
            sheet.set_row(row, _LINE_HEIGHT * _lines_of(values, _SUMMARY_WIDTHS))
            _put(sheet, row, values)

    def _facts(self) -> Iterator[tuple[str, Value]]:
        document, say = self._document, self._say
        yield say("fact.file"), document.file
        yield say("fact.sheet"), document.sheet.name
        yield say("fact.rows"), str(self._words.number(len(document.sheet)))
        yield say("fact.moment"), self._words.moment(document.made)
        yield say("fact.made-by"), f"Listo {document.version}"
        for number, one in enumerate(document.references):
            kind = self._words.kind_of_file(one.kind)
            yield "" if number else say("against"), f"{one.name} – {kind}"
        yield "", self._verdict()

    def _verdict(self) -> str:
        report = self._document.report
        ran = len(report.checks_run)
        key = "nothing-ran" if not ran else "ran" if report.findings else "none"
        said = [self._say(key, count=ran)]
        if report.checks_skipped:
            said.append(self._say("not-ran", count=len(report.checks_skipped)))
        return " ".join(said)

    def _kind(self, kind: Kind) -> Sequence[Value]:
        number = len(kind.findings)
        title, why, fix = (
            self._words.title(kind.code, number),
            self._words.why(kind.code),
            self._words.fix(kind.code),
        )
        return (self._severity(kind), title, number, fix, why, "\n".join(self._teller.answers(kind)))

    def _severity(self, kind: Kind) -> str:
        return f"{SHAPES[kind.severity]} {self._words.severity(kind.severity)}"

    def _problems(self) -> None:
        widths = {
            "severity": 20, "problem": 46, "row": 8, "column": 22, "value": 28, "use": 28, "message": 60,
            "other-suggestions": 34, "others": 20, "category": 30, "marked": 28,
        }  # fmt: skip
        columns = [_Column(self._say(f"head.{head}"), width) for head, width in widths.items()]
        columns += [_Column(name, 22) for name in _BESIDE]
        self._lists(self._say("sheet.problems"), columns, self._lines())

    def _lines(self) -> Iterator[Sequence[Value]]:
        for kind in self._document.kinds:
            severity, title = self._severity(kind), self._words.title(kind.code, len(kind.findings))
            for finding in kind.findings:
                yield severity, title, *_line(self._teller.line(finding))

    def _corrections(self) -> None:
        columns = [
            _Column(self._say(f"head.{head}"), width)
            for head, width in (("row", 8), ("column", 24), ("before", 48), ("after", 48))
        ]
        cells = self._document.corrections.cells
        lines = ((cell.row, cell.column, cell.before, cell.after) for cell in cells)
        if cells:
            self._lists(self._say("sheet.corrections"), columns, lines)

    def _not_checked(self) -> None:
        columns = [
            _Column(self._say(f"head.{head}"), width)
            for head, width in (("missing", 60), ("would-tell", 90), ("checks", 14))
        ]
        lines = list(needs_of(self._document, self._words))
        nothing = [(self._say("not-checked.nothing"),)]
        self._lists(self._say("sheet.not-checked"), columns, lines or nothing)

    # -- lists

    def _lists(self, name: str, columns: Sequence[_Column], lines: Iterable[Sequence[Value]]) -> None:
        """Write lines to a sheet, and to further ones where it is full."""
        waiting = iter(lines)
        for number in count(1):
            some = islice(waiting, _MOST_ROWS)
            first = next(some, None)
            if first is None and number > 1:
                return
            self._list(name if number == 1 else f"{name} {number}", columns, first, some)

    def _list(
        self,
        name: str,
        columns: Sequence[_Column],
        first: Sequence[Value] | None,
        rest: Iterable[Sequence[Value]],
    ) -> None:
        sheet = self._sheet(name)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width, self._formats["plain"])
        sheet.set_row(0, 2 * _LINE_HEIGHT)
        _put(sheet, 0, [column.head for column in columns], self._formats["head"])
        last = 0
        for last, line in enumerate(chain([first], rest) if first else (), start=1):
            _put(sheet, last, line)
            if last % _EVERY == 0:
                self._progress(last, 0)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, max(last, 1), min(len(columns), _PRINTED_COLUMNS) - 1)

    def _sheet(self, name: str) -> Worksheet:
        sheet = self._workbook.add_worksheet(name)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&F&R&P / &N")
        return sheet


def _line(line: Line) -> Sequence[Value]:
    best, *others = line.suggestions or (None,)
    return (
        line.row,
        f"{line.column} ({line.letter})" if line.letter else line.column,
        line.value,
        best,
        line.message,
        " · ".join(filter(None, others)),
        line.others,
        line.cells.get("CategoryID", ""),
        None if is_plain(line.value) else drawn(line.value),
        *(line.cells.get(name, "") for name in _BESIDE),
    )


def _lines_of(values: Iterable[Value], widths: Iterable[int]) -> int:
    """Return about how many lines the longest of some cells takes."""
    texts = zip(map(str, values), widths, strict=False)
    return max(sum(1 + len(line) // width for line in text.split("\n")) for text, width in texts)


def _put(sheet: Worksheet, row: int, values: Iterable[Value], form: Format | None = None) -> None:
    """Write a row: numbers of ours as numbers, whatever else as text."""
    for column, value in enumerate(values):
        if isinstance(value, int):
            sheet.write_number(row, column, value, form)
        elif value:
            _put_text(sheet, row, column, value, form)


def _put_text(sheet: Worksheet, row: int, column: int, text: str, form: Format | None) -> None:
    text = text.encode("utf-8", errors="replace").decode("utf-8")  # half of a pair cannot be written
    if len(text) > _LONGEST_TEXT // 2:  # a letter may count twice
        text = text[: _LONGEST_TEXT // 2 - 1] + "…"
    if text.startswith("<r>"):  # which would be taken for the markup of formatted text, and not escaped
        sheet.write_rich_string(row, column, text[0], text[1], text[2:], *([form] if form else []))
    else:
        sheet.write_string(row, column, text, form)


def _formats(workbook: Workbook) -> dict[str, Format]:
    looks: dict[str, dict[str, object]] = {
        "title": {"bold": True, "font_size": 16},
        "head": {"bold": True, "bottom": 1, "valign": "top", "text_wrap": True},
        "plain": {"valign": "top", "num_format": "@"},
        "wrapped": {"valign": "top", "num_format": "@", "text_wrap": True},
        "number": {"valign": "top", "align": "left", "num_format": "0"},
    }
    return {name: workbook.add_format(look) for name, look in looks.items()}
