"""A report as a file, written whole or not at all, and never over what a person gave.

The one to work with is a workbook of plain text, one line a finding, to filter and to sort.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, islice
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, get_args

from listo.core.mapping.cell_text import draw_invisible, is_all_visible
from listo.core.mapping.sheet import Column
from listo.core.reports.html import render_html
from listo.core.reports.model import (
    Document,
    FindingRow,
    ReportSection,
    RowBuilder,
    describe_needs,
    say_uncovered,
)
from listo.core.reports.texts import SEVERITY_SIGNS, ReportTexts, say_counts
from listo.core.workbooks.atomic_write import refuse_overwrite, write_atomically
from listo.core.workbooks.model import MOST_ROWS, RowProgress
from listo.core.workbooks.xlsx.writer import PRINTED, PlainValue, SheetLayout, WorkbookWriter

_EVERY = 500
"""Lines between two reports of progress: 10 ms of work, so that a stop is heeded at once."""
_SUMMARY_WIDTHS = (22, 44, 40, 50, 56, 10, 14)
"""Characters: short words in one line, sentences in three to five, all of it as wide as a large screen."""

_LINE_HEIGHT = 15.5
"""Points; programs other than Excel do not make a row as high as its text needs."""
_BESIDE: tuple[Column, ...] = ("VTEXSpecification", "AmazonSpecification", "VTEXValue")
"""What else of its row stands beside a finding, to filter by."""


class ListColumn(NamedTuple):
    """A column of a list: its header's text, and how wide it is in characters: as most values need."""

    head: str
    width: int


def write_xlsx(document: Document, target: BinaryIO, progress: RowProgress) -> None:
    """Write the report as a workbook. Raises OSError, and what `progress` raises."""
    title = ReportTexts(document.language).say("title", file=document.file)
    with WorkbookWriter(target, title, f"Listo {document.version}") as workbook:
        _Writer(document, workbook, progress).write(title)


class _Writer:
    """Fills the sheets of one workbook."""

    def __init__(self, document: Document, workbook: WorkbookWriter, progress: RowProgress) -> None:
        self._document, self._workbook, self._progress = document, workbook, progress
        self._texts = ReportTexts(document.language)
        self._say = self._texts.say
        self._rows = RowBuilder(document, self._texts)

    def write(self, title: str) -> None:
        self._summary(title)
        self._not_checked()
        self._corrections()
        self._problems()
        self._left()

    # -- the sheets

    def _summary(self, title: str) -> None:
        of_skus = ("skus", "alone") if self._document.held_up else ()
        heads = ("severity", "problem", "fix", "why", "answer", *of_skus)
        layout = SheetLayout(_SUMMARY_WIDTHS, texts="wrapped", is_list=False)
        with self._workbook.sheet(self._say("sheet.summary"), layout) as sheet:
            sheet.add([title], "title")
            sheet.add([])
            for fact in self._facts():
                sheet.add(fact, height=_height(fact))
            sheet.add([])
            sheet.add([self._say(f"head.{head}") for head in heads], "head")
            for section in map(self._section, self._document.sections):
                sheet.add(section, height=_height(section))

    def _facts(self) -> Iterator[tuple[str, PlainValue]]:
        document, say = self._document, self._say
        yield say("fact.file"), document.file
        yield say("fact.sheet"), document.sheet.name
        yield say("fact.rows"), str(self._texts.number(len(document.sheet)))
        yield say("fact.moment"), self._texts.moment(document.made)
        yield say("fact.made-by"), f"Listo {document.version}"
        for number, one in enumerate(document.references):
            kind = self._texts.kind_of_file(one.kind)
            yield "" if number else say("against"), f"{one.name} – {kind}"
        if reading := self._texts.reading(document.report.category_ids):
            yield "", reading
        yield "", self._verdict()
        if (skus := document.skus) is not None:
            yield say("skus.total", count=skus.total), say_counts(skus, self._texts)

    def _verdict(self) -> str:
        report = self._document.report
        ran = len(report.checks_run)
        key = "nothing-ran" if not ran else "ran" if report.findings else "none"
        said = [self._say(key, count=ran)]
        if report.checks_skipped:
            said.append(self._say("not-ran", count=len(report.checks_skipped)))
        said.append(say_uncovered(self._document, self._texts))
        return " ".join(filter(None, said))

    def _section(self, section: ReportSection) -> Sequence[PlainValue]:
        number = len(section.findings)
        title, why, fix = (
            self._texts.title(section.code, number),
            self._texts.why(section.code),
            self._texts.fix(section.code),
        )
        return (
            self._severity(section),
            title,
            fix,
            why,
            "\n".join(self._rows.answers(section)),
            *self._document.held_up.get(section.code, ()),
        )

    def _severity(self, section: ReportSection) -> str:
        return f"{SEVERITY_SIGNS[section.severity]} {self._texts.severity(section.severity)}"

    def _problems(self) -> None:
        widths = {
            "severity": 20, "problem": 46, "row": 8, "column": 22, "value": 28, "use": 28, "grade": 12,
            "message": 60, "sku": 14, "missing": 28, "other-suggestions": 34, "others": 20, "category": 30,
            "marked": 28,
        }  # fmt: skip
        columns = [ListColumn(self._say(f"head.{head}"), width) for head, width in widths.items()]
        columns += [ListColumn(name, 22) for name in _BESIDE]
        printed = list(widths).index("message") + 1
        self._lists(self._say("sheet.problems"), columns, self._lines(), printed)

    def _lines(self) -> Iterator[Sequence[PlainValue]]:
        for section in self._document.sections:
            severity, title = self._severity(section), self._texts.title(section.code, len(section.findings))
            for finding in section.findings:
                yield severity, title, *_line(self._rows.row(finding))

    def _left(self) -> None:
        widths = {"row": 8, "column": 22, "value": 28, "message": 60, "reason": 40}
        columns = [ListColumn(self._say(f"head.{head}"), width) for head, width in widths.items()]
        lines = ((self._rows.row(finding), reason) for finding, reason in self._document.left)
        if self._document.left:
            told = ((each.row, each.column, each.value, each.message, reason) for each, reason in lines)
            self._lists(self._say("sheet.left"), columns, told)

    def _corrections(self) -> None:
        columns = [
            ListColumn(self._say(f"head.{head}"), width)
            for head, width in (("row", 8), ("column", 24), ("before", 48), ("after", 48))
        ]
        cells = self._document.corrections.cells
        lines = ((cell.row, cell.column, cell.before, cell.after) for cell in cells)
        if cells:
            self._lists(self._say("sheet.corrections"), columns, lines)

    def _not_checked(self) -> None:
        columns = [
            ListColumn(self._say(f"head.{head}"), width)
            for head, width in (("missing", 60), ("would-tell", 90))
        ]
        lines = list(describe_needs(self._document, self._texts))
        nothing = [(self._say("not-checked.nothing"),)]
        self._lists(self._say("sheet.not-checked"), columns, lines or nothing)

    def _lists(
        self,
        name: str,
        columns: Sequence[ListColumn],
        lines: Iterable[Sequence[PlainValue]],
        printed: int = PRINTED,
    ) -> None:
        write_lists(self._workbook, name, columns, lines, self._progress, printed)


def write_lists(
    workbook: WorkbookWriter,
    name: str,
    columns: Sequence[ListColumn],
    lines: Iterable[Sequence[PlainValue]],
    progress: RowProgress,
    printed: int = PRINTED,
) -> None:
    """Write lines to a sheet, and to further ones where it is full. Raises what `progress` raises.

    `printed` is how many of the columns are printed.
    """
    waiting = iter(lines)
    layout = SheetLayout([column.width for column in columns], printed=printed)
    for number in count(1):
        some = list(islice(waiting, 1))
        if not some and number > 1:
            return
        rest = chain(some, islice(waiting, MOST_ROWS - 2))
        with workbook.sheet(name if number == 1 else f"{name} {number}", layout) as sheet:
            sheet.add([column.head for column in columns], "head", height=2 * _LINE_HEIGHT)
            for place, line in enumerate(rest):
                sheet.add(line)
                if place % _EVERY == 0:
                    progress(place, 0)


def _line(line: FindingRow) -> Sequence[PlainValue]:
    best, *others = line.suggestions or (None,)
    return (
        line.row,
        f"{line.column} ({line.letter})" if line.letter else line.column,
        line.value,
        best,
        line.grade or None,
        line.message,
        line.sku,
        line.missing,
        " · ".join(filter(None, others)),
        line.others,
        _beside(line, "CategoryID"),
        None if is_all_visible(line.value) else draw_invisible(line.value),
        *(_beside(line, name) for name in _BESIDE),
    )


def _beside(line: FindingRow, name: Column) -> str:
    """Return another text of the row; the finding's own stands already."""
    return "" if name == line.column else line.cells.get(name, "")


def _height(values: Sequence[PlainValue]) -> float:
    """Return about how high a row of the summary must be, in points, for the longest of its cells."""
    texts = zip(map(str, values), _SUMMARY_WIDTHS, strict=False)
    lines = (sum(1 + len(line) // width for line in text.split("\n")) for text, width in texts)
    return _LINE_HEIGHT * max(lines)


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
