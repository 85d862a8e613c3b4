"""One finding as the cells of a line: where it is, what stands there, what to put, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from listo.core.catalogue import entries
from listo.core.checks.headers import column_letter
from listo.core.checks.messages import say, with_name, with_names
from listo.core.checks.types import Finding
from listo.core.mapping.sheet import COLUMNS, Column
from listo.core.reports.model import Document, ReportSection
from listo.core.reports.texts import ReportTexts


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What is told of one finding; all texts are as they stand, nothing is drawn or escaped.

    `row` is Excel's number, None for the whole sheet. `column` is the header with the column's letter
    (`G`) in `letter`, both empty where the finding is about no one cell. `others` are the further rows
    that it stands for, as in `18–40, 52`. `cells` are the texts of its row by column, the category
    with its name.
    """

    row: int | None
    letter: str
    column: str
    value: str
    suggestions: tuple[str, ...]
    message: str
    others: str
    others_count: int
    cells: Mapping[Column, str]

    @property
    def context(self) -> str:
        """The row in one line: its category, then what is mapped to what."""
        at = self.cells.get
        field = _mapped(at("VTEXSpecification", ""), at("AmazonSpecification", ""))
        value = _mapped(at("VTEXValue", ""), at("AmazonValue", ""))
        said = (at("CategoryID", ""), at("VariationTheme", ""), at("Type", ""), field, value)
        return " · ".join(part for part in said if part.strip())


def _mapped(vtex: str, amazon: str) -> str:
    return f"{vtex or '–'} → {amazon or '–'}" if vtex or amazon else ""


class RowBuilder:
    """Makes the rows of one document."""

    def __init__(self, document: Document, texts: ReportTexts) -> None:
        self._sheet, self._texts = document.sheet, texts
        places = document.sheet.header.places
        self._letters = {str(name): column_letter(place) for name, place in places.items()}

    def row(self, finding: Finding) -> FindingRow:
        """Return the row of a finding."""
        return FindingRow(
            row=finding.row,
            letter=self._letters.get(finding.column or "", ""),
            column=finding.column or "",
            value=finding.value,
            suggestions=finding.suggestions,
            message=say(self._texts.texts, finding),
            others=", ".join(self._ranges(finding)),
            others_count=finding.also_rows_total,
            cells=self._cells(finding.row),
        )

    def _ranges(self, finding: Finding) -> Iterator[str]:
        for first, last in find_ranges(finding.also_rows):
            yield str(first) if first == last else f"{first}–{last}"
        if finding.also_rows_total > len(finding.also_rows):
            yield self._texts.say("more", count=finding.also_rows_total - len(finding.also_rows))

    def _cells(self, row: int | None) -> Mapping[Column, str]:
        """Return the texts of a data row by column; nothing for the header or the whole sheet."""
        try:
            texts = self._sheet.row(self._sheet.index_of(row)) if row is not None else ()
        except KeyError:
            return {}
        cells = dict(zip(COLUMNS, texts, strict=False))
        if "CategoryID" in cells:
            cells["CategoryID"] = with_name(cells["CategoryID"], self._texts.texts.language)
        return cells

    def answers(self, section: ReportSection) -> tuple[str, ...]:
        """Return what VTEX would answer to a kind of problem, each with the names of its first finding."""
        said = (self._answer(section, error_id) for error_id in section.error_ids)
        return tuple(dict.fromkeys(answer for answer in said if answer))

    def _answer(self, section: ReportSection, error_id: str) -> str:
        message = entries.get_screen_message(error_id, self._texts.texts.language) or ""
        first = next(finding for finding in section.findings if finding.error_id == error_id)
        return with_names(message, first, self._cells(first.row))


def find_ranges(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of neighbouring numbers, in order."""
    numbers = sorted(rows)
    start = 0
    for place, number in enumerate(numbers, start=1):
        if place == len(numbers) or numbers[place] != number + 1:
            yield numbers[start], number
            start = place


def describe_needs(document: Document, texts: ReportTexts) -> Iterator[tuple[str, str, int]]:
    """Yield what is missing, what it would tell, and how many checks wait for it."""
    for need, count in document.needs.items():
        is_column = skipped_for(need) == "column"
        missing = texts.say("missing.column", need=texts.need(need)) if is_column else texts.need(need)
        tells = texts.say("would-tell.column" if is_column else f"would-tell.{need}")
        yield missing[:1].upper() + missing[1:], tells, count


def skipped_for(need: str) -> str:
    """Return what a need asks for: a `file`, a `column` of a file, or the trade `policy`."""
    if need.startswith("column-"):
        return "column"
    return "policy" if need == "trade-policy" else "file"
