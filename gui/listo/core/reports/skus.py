"""What becomes of SKUs, as something to hand on: text for a terminal, CSV, and a workbook to work with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

import listo
from listo.core.checks.types import Report
from listo.core.mapping.sheet import MappingSheet
from listo.core.readiness.model import CodeCount, Note, SkuResult, SkuState
from listo.core.readiness.readiness import Readiness
from listo.core.reports.files import ListColumn, write_lists
from listo.core.reports.model import Document, Reference, say_uncovered
from listo.core.reports.text import Paper
from listo.core.reports.texts import (
    ReportTexts,
    say_counts,
    say_note,
    say_reason,
    say_short,
    say_state,
    with_name,
)
from listo.core.texts import Language
from listo.core.workbooks.atomic_write import refuse_overwrite, write_atomically
from listo.core.workbooks.model import RowProgress
from listo.core.workbooks.xlsx.writer import PlainValue, SheetLayout, WorkbookWriter

if TYPE_CHECKING:
    from listo.core.catalogue.entries import AdminPage

STATE_SIGNS: dict[SkuState, str] = {
    "ready": "✓",
    "blocked": "●",
    "at-risk": "▲",
    "unknown": "?",
    "not-sent": "–",
}
"""What stands for each state beside its words."""

_COLOURS: dict[SkuState, str] = {"ready": "right", "blocked": "error", "at-risk": "warning"}

_CODES_SHOWN = 12
"""Kinds of reason: with the lines around them they are in sight in 24 lines."""

_SKUS_SHOWN = 5
"""SKUs in a text that were not asked for, as many as a report shows rows of a problem."""

_NOTES_SHOWN = 5
"""Notes on the files in a text; there may be one for each of 100,000 SKUs."""

_WIDTHS = {
    "sku": 14, "product": 14, "name": 40, "sheet-category": 26, "store-category": 14, "global-category": 14,
    "state": 16, "first-reason": 40, "reasons": 70, "rows": 18, "codes": 40,
}  # fmt: skip
_SENT_WIDTHS = {"sku": 14, "name": 40, "attribute": 28, "vtex-value": 30, "sent-value": 30, "row": 8}
_CODE_WIDTHS = {"first-reason": 46, "skus": 12, "alone": 16, "then-free": 24, "weight": 14}


@dataclass(frozen=True)
class SkuDocument:
    """What is told of SKUs: all of `readiness` in numbers, and those at `places` one by one.

    `file` is the name of the mapping file, `sheet` what stands in it. `is_asked` says that the places were
    chosen by the person. `weighed_by` is the header of the weights, empty where there are none. `page` is the
    page of the Admin that sends the products, None where it was not said.
    """

    file: str
    sheet: MappingSheet
    readiness: Readiness
    places: Sequence[int]
    language: Language
    references: tuple[Reference, ...] = ()
    is_asked: bool = False
    weighed_by: str = ""
    page: AdminPage | None = None

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What is odd about the files, and what the page of the Admin asks of them besides."""
        return self.readiness.notes_for(self.page)

    @cached_property
    def about(self) -> Document:
        """What a report says of the files."""
        readiness = self.readiness
        coverage, uncovered = readiness.coverage, readiness.uncovered_categories
        report = Report((), (), (), coverage, uncovered, readiness.category_ids)
        return Document(self.file, self.sheet, report, self.language, self.references)

    @property
    def results(self) -> Iterator[SkuResult]:
        """The SKUs one by one."""
        return map(self.readiness.result_at, self.places)


# As a text


def render_skus(document: SkuDocument, *, width: int | None = None, colour: bool = False) -> str:
    """Return the numbers, the order in which to work, and SKUs: those asked for, else the first held up."""
    return _TextWriter(document, Paper(width, colour)).write()


class _TextWriter:
    """Puts a document on paper."""

    def __init__(self, document: SkuDocument, paper: Paper) -> None:
        self._document, self._paper = document, paper
        self._texts = ReportTexts(document.language)
        self._say = self._texts.say

    def write(self) -> str:
        self._heading()
        if not self._document.is_asked:
            self._order()
        self._skus()
        self._remarks()
        return "\n".join(self._paper.lines) + "\n"

    def _heading(self) -> None:
        about, counts = self._document.about, self._document.readiness.numbers.skus
        rows = self._say("rows", count=len(about.sheet))
        self._paper.put(
            self._say("heading", file=about.file, sheet=about.sheet.name, rows=rows), role="strong"
        )
        for one in about.references:
            kind = self._texts.kind_of_file(one.kind)
            self._paper.put(self._say("with", file=one.name, kind=kind), "  ", "quiet", hang="  ")
        if reading := self._texts.reading(about.report.category_ids):
            self._paper.put(reading, "  ", "quiet", hang="  ")
        self._paper.gap()
        told = f"{self._say('skus.total', count=counts.total)}: {say_counts(counts, self._texts)}"
        self._paper.put(told, role="strong")
        if counts.total and not (counts.blocked or counts.at_risk):
            self._paper.put(self._say("skus.nothing-held"), role="right")

    def _order(self) -> None:
        numbers, column = self._document.readiness.numbers, self._document.weighed_by
        if numbers.by_code:
            self._paper.gap()
            self._paper.put(self._say("skus.order-weight" if column else "skus.order", column=column))
        for one in numbers.by_code[:_CODES_SHOWN]:
            self._paper.put(self._code(one), "  ", hang="    ")
        if len(numbers.by_code) > _CODES_SHOWN:
            more = self._say("more", count=len(numbers.by_code) - _CODES_SHOWN)
            self._paper.put(f"… {more}", "  ", "quiet")
        if numbers.not_sent_by_code:
            self._paper.gap()
            self._paper.put(self._say("skus.not-sent-head"))
        for code, count in numbers.not_sent_by_code.items():
            told = self._say("skus.total", count=count)
            self._paper.put(f"– {say_short(self._texts.texts, code)}: {told}", "  ", hang="    ")

    def _code(self, one: CodeCount) -> str:
        parts = [
            self._say("skus.total", count=one.skus),
            self._say("skus.alone", count=one.alone),
            self._say("skus.then-free", count=one.then_free),
        ]
        if one.weight is not None:
            parts.append(self._say("skus.weight", weight=_plain(one.weight, self._texts)))
        return f"{say_short(self._texts.texts, one.code)}: {' · '.join(parts)}"

    def _skus(self) -> None:
        document = self._document
        places = document.places if document.is_asked else document.places[:_SKUS_SHOWN]
        if not places:
            if document.is_asked:
                self._paper.gap()
                self._paper.put(self._say("skus.none-like-that"))
            return
        self._paper.gap()
        if not document.is_asked:
            self._paper.put(self._say("skus.shown"))
        for place in places:
            self._sku(document.readiness.result_at(place))
        if len(document.places) > len(places):
            more = self._say("skus.more", count=len(document.places) - len(places))
            self._paper.put(f"… {more}", "  ", "quiet")

    def _sku(self, result: SkuResult) -> None:
        texts, state = self._texts.texts, result.state
        where = self._say("skus.category", category=_category(result, self._texts.texts.language))
        known = [f"SKU {result.sku}", result.name, where if result.category.sheet else ""]
        head = f"{STATE_SIGNS[state]} {' · '.join(filter(None, known))}  [{say_state(texts, state)}]"
        self._paper.put(head, "  ", _COLOURS.get(state, "quiet"), hang="    ")
        for reason in result.reasons:
            self._paper.put(f"– {say_reason(texts, reason)}", "      ", hang="  ")
        for need in result.needs:
            told = self._say("skus.needs", need=self._say(f"skus.need.{need}"))
            self._paper.put(f"– {told}", "      ", hang="  ")
        if result.is_unchecked:
            self._paper.put(f"– {self._say('skus.unchecked')}", "      ", "quiet", hang="  ")
        for sent in result.sends if self._document.is_asked else ():
            self._paper.put(
                f"→ {self._say('skus.sent-value', **sent._asdict())}", "      ", "quiet", hang="  "
            )

    def _remarks(self) -> None:
        document = self._document
        self._paper.gap()
        if unknown := document.readiness.numbers.skus.unknown:
            names = [self._say(f"skus.need.{export}") for export in document.readiness.missing]
            self._paper.put(
                f"– {self._say('skus.not-known', count=unknown, need=' + '.join(names))}", hang="  "
            )
        notes = document.notes
        for note in notes[:_NOTES_SHOWN]:
            self._paper.put(f"– {say_note(self._texts.texts, note)}", hang="  ")
        if len(notes) > _NOTES_SHOWN:
            self._paper.put(f"… {self._say('more', count=len(notes) - _NOTES_SHOWN)}", role="quiet")
        if uncovered := say_uncovered(document.about, self._texts):
            self._paper.put(f"– {uncovered} {self._say('uncovered.option')}", hang="  ")
        self._paper.put(f"– {self._say('skus.not-predicted')}", hang="  ")


def _plain(weight: float, texts: ReportTexts) -> str:
    """Return a sum of weights as a whole number of the language: what they order needs no fractions."""
    return str(texts.number(round(weight)))


def _category(result: SkuResult, language: Language) -> str:
    """Return the category whose rows are the SKU's, with its name where it is a global one."""
    number = result.category.sheet
    if number is None:
        return ""
    is_global = number == result.category.global_id
    return with_name(str(number), language) if is_global else str(number)


# As a table


def sku_heads(texts: ReportTexts) -> list[str]:
    """Return the headers of a table of SKUs."""
    return [texts.say(f"head.{head}") for head in _WIDTHS]


def sku_line(result: SkuResult, texts: ReportTexts) -> list[str]:
    """Return the texts of a SKU under these headers."""
    words, reasons = texts.texts, result.reasons
    rows = sorted({reason.row for reason in reasons if reason.row is not None})
    return [
        result.sku,
        result.product,
        result.name,
        _category(result, words.language),
        str(result.category.store or ""),
        str(result.category.global_id or ""),
        say_state(words, result.state),
        say_short(words, reasons[0].code) if reasons else "",
        " ".join(say_reason(words, reason) for reason in reasons),
        ", ".join(map(str, rows)),
        ", ".join(dict.fromkeys(reason.code for reason in reasons)),
    ]


def render_sku_csv(document: SkuDocument) -> Iterator[str]:
    """Yield a table of SKUs as CSV (RFC 4180), a line each; no text begins as a formula does."""
    texts = ReportTexts(document.language)
    yield _csv_line(sku_heads(texts))
    for result in document.results:
        yield _csv_line(sku_line(result, texts))


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([f"'{cell}" if cell[:1] in _FORMULA_SIGNS and cell else cell for cell in cells])
    return line.getvalue()


_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet program take a text for a formula. Source: OWASP, CSV injection."""


def write_skus(
    document: SkuDocument,
    target: Path,
    form: Literal["csv", "xlsx"],
    *,
    sources: Iterable[Path] = (),
    overwrite: bool = False,
    progress: RowProgress | None = None,
) -> Path:
    """Write the SKUs to `target` and return it; `sources` are the files that they are from.

    Raises InputError: file-is-original, file-exists (unless `overwrite`), file-not-writable; and what
    `progress` raises. Nothing is left behind then.
    """
    kept, tell = tuple(sources), progress or _nobody_asks

    def write(file: BinaryIO) -> None:
        if form == "xlsx":
            _write_xlsx(document, file, tell)
            return
        file.write(_BYTE_ORDER_MARK)
        for number, line in enumerate(render_sku_csv(document)):
            tell(number, len(document.places))
            file.write(line.encode("utf-8", errors="replace"))

    return write_atomically(target, write, lambda: refuse_overwrite(target, kept, overwrite=overwrite))


_BYTE_ORDER_MARK = "\ufeff".encode()
"""By it Excel knows that a file of CSV is in UTF-8."""


def _nobody_asks(_done: int, _total: int) -> None:
    pass


def _write_xlsx(document: SkuDocument, target: BinaryIO, progress: RowProgress) -> None:
    """Write the order of work, the SKUs, and what would be sent of each as a workbook."""
    title = ReportTexts(document.language).say("skus.title", file=document.file)
    with WorkbookWriter(target, title, f"Listo {listo.__version__}") as workbook:
        _WorkbookFiller(document, workbook, progress).write(title)


class _WorkbookFiller:
    """Fills the sheets of one workbook."""

    def __init__(self, document: SkuDocument, workbook: WorkbookWriter, progress: RowProgress) -> None:
        self._document, self._workbook, self._progress = document, workbook, progress
        self._texts = ReportTexts(document.language)

    def write(self, title: str) -> None:
        self._summary(title)
        lines = (sku_line(result, self._texts) for result in self._document.results)
        self._list("skus", _WIDTHS, lines)
        self._list("sent", _SENT_WIDTHS, self._sent())

    def _summary(self, title: str) -> None:
        document, texts = self._document, self._texts
        numbers = document.readiness.numbers
        layout = SheetLayout(list(_CODE_WIDTHS.values()), texts="wrapped", is_list=False)
        with self._workbook.sheet(texts.say("sheet.summary"), layout) as sheet:
            sheet.add([title], "title")
            sheet.add([say_counts(numbers.skus, texts)])
            for remark in filter(
                None,
                (texts.reading(document.about.report.category_ids), say_uncovered(document.about, texts)),
            ):
                sheet.add([remark])
            for note in document.notes[:_NOTES_SHOWN]:
                sheet.add([say_note(texts.texts, note)])
            sheet.add([texts.say("skus.not-predicted")])
            sheet.add([])
            heads = [head for head in _CODE_WIDTHS if head != "weight" or document.weighed_by]
            sheet.add([texts.say(f"head.{head}") for head in heads], "head")
            for one in numbers.by_code:
                weight: list[PlainValue] = [round(one.weight)] if one.weight is not None else []
                short = say_short(texts.texts, one.code)
                sheet.add([short, one.skus, one.alone, one.then_free, *weight])

    def _sent(self) -> Iterator[Sequence[PlainValue]]:
        for result in self._document.results:
            for sent in result.sends:
                yield result.sku, result.name, sent.attribute, sent.vtex_value, sent.value, sent.row

    def _list(self, name: str, widths: dict[str, int], lines: Iterable[Sequence[PlainValue]]) -> None:
        columns = [ListColumn(self._texts.say(f"head.{head}"), width) for head, width in widths.items()]
        write_lists(self._workbook, self._texts.say(f"sheet.{name}"), columns, lines, self._progress)
