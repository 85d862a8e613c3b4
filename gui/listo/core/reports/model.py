"""What a report is made of, whatever it becomes: its sections, and each finding as the cells of a line.

A line says where the finding is, what stands there, what to put and what is wrong; the sentences are made
when it is written.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import listo
from listo.core.catalogue import entries
from listo.core.catalogue.entries import Severity
from listo.core.checks.findings import CHECKS, grades_of
from listo.core.checks.rows import column_letter
from listo.core.checks.types import Finding, Report, SheetCheck
from listo.core.edits.history import CellEdit
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.reports.texts import ReportTexts, say, with_name, with_names
from listo.core.texts import Language

if TYPE_CHECKING:  # a report without SKUs loads nothing of what becomes of them
    from listo.core.readiness.model import Export, StateCounts

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The worst first."""

ORDER = {check.code: place for place, check in enumerate(CHECKS)}
"""The places of the checks, to put kinds of problem in order that are equal otherwise."""

_OF_SKUS = frozenset(
    check.code for check in CHECKS if isinstance(check, SheetCheck) and check.within == "references"
)
"""The checks of which nothing of the sheet counts: the value of their findings is a SKU."""

_OF_WHAT_LACKS = frozenset(check.code for check in CHECKS if check.names_what_lacks)
"""The checks whose findings have a value that is in no cell, and should be."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A file that the sheet was checked against: its name, and its kind as in the texts `kind.…`."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """The cells that were changed. `copy` is the file that holds them, None while nothing is saved.

    `rows_out` are the rows that were deleted, by Excel's numbers in the file as it was; `rows_in` counts
    those that were added.

    `findings_are_left` says that the findings are those of the sheet with the corrections in it; else
    they are those of the file as it was. `damaged_parts` are damaged in the copy as they are in the file.
    """

    cells: tuple[CellEdit, ...]
    copy: str | None = None
    findings_are_left: bool = True
    rows_out: tuple[int, ...] = ()
    rows_in: int = 0
    damaged_parts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything was changed."""
        return bool(self.cells or self.rows_out or self.rows_in)


@dataclass(frozen=True, slots=True)
class ReportSection:
    """All findings of one check, by row; as severe as the worst of them.

    `error_ids` are the errors that they lead to, the most frequent first.
    """

    code: str
    severity: Severity
    error_ids: tuple[str, ...]
    findings: tuple[Finding, ...]


class IssueSkus(NamedTuple):
    """How many SKUs bear a type of issue, and how many are held up by it alone."""

    skus: int
    alone: int


@dataclass(frozen=True)
class Document:
    """One report: `file` is the name of the mapping file, `sheet` what stands in it now.

    `left` are the findings that were left as they are, each with its reason; `report` has all others.
    `skus` counts the SKUs by what becomes of them, None where no export tells; `missing_exports` would tell
    of those that are not known, `held_up` is what hangs on a type of issue. `order` are the types in the
    order to work through them, where it is known; else that is by severity.
    """

    file: str
    sheet: MappingSheet
    report: Report
    language: Language
    references: tuple[Reference, ...] = ()
    corrections: Corrections = Corrections(())
    left: tuple[tuple[Finding, str], ...] = ()
    skus: StateCounts | None = None
    missing_exports: tuple[Export, ...] = ()
    held_up: Mapping[str, IssueSkus] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    made: dt.datetime = field(default_factory=dt.datetime.now)
    version: str = listo.__version__

    @cached_property
    def sections(self) -> tuple[ReportSection, ...]:
        """The kinds of problem, in the order to work through them."""
        by_code: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            by_code.setdefault(finding.code, []).append(finding)
        sections = group_sections({code: tuple(findings) for code, findings in by_code.items()})
        places = {code: place for place, code in enumerate(self.order)}
        return tuple(sorted(sections, key=lambda section: places.get(section.code, len(places))))

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, the worst first."""
        counted = Counter(finding.severity for finding in self.report.findings)
        return {severity: counted[severity] for severity in SEVERITIES}

    @cached_property
    def needs(self) -> Mapping[str, int]:
        """What is missing, and how many checks did not run for the lack of it."""
        return Counter(need for _code, need in self.report.checks_skipped)


def group_sections(by_code: Mapping[str, tuple[Finding, ...]]) -> tuple[ReportSection, ...]:
    """Return the kinds of problem: by severity, then the most frequent first, then as the checks stand."""
    kinds = [_section(code, findings) for code, findings in by_code.items()]
    return tuple(sorted(kinds, key=_place))


def _section(code: str, findings: tuple[Finding, ...]) -> ReportSection:
    return ReportSection(code, _worst(findings), _error_ids(findings), findings)


def _place(section: ReportSection) -> tuple[int, int, int]:
    return SEVERITIES.index(section.severity), -len(section.findings), ORDER.get(section.code, len(ORDER))


def _worst(findings: Iterable[Finding]) -> Severity:
    there = {finding.severity for finding in findings}
    return next(severity for severity in SEVERITIES if severity in there)


def _error_ids(findings: Iterable[Finding]) -> tuple[str, ...]:
    counted = Counter(finding.error_id for finding in findings if finding.error_id)
    return tuple(error_id for error_id, _ in counted.most_common())


_MOST_CATEGORIES = 30
"""How many categories a sentence names before it says how many more there are: what a line or two hold."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What is told of one finding; all texts are as they stand, nothing is drawn or escaped.

    `row` is Excel's number, None for the whole sheet. `column` is the header, empty where the finding is
    about no one cell; `letter` is the column's (`G`), empty where the sheet does not have it. `value` is what
    stands in that cell; else `sku` or `missing` may say what it is about: a SKU, or what is in no cell and
    should be. `others` are the further rows that it stands for, as in `18–40, 52`. `grade` says how sure the
    first suggestion is. `cells` are the texts of its row by column, the category with its name.
    """

    row: int | None
    letter: str
    column: str
    value: str
    sku: str
    missing: str
    suggestions: tuple[str, ...]
    message: str
    others: str
    others_count: int
    cells: Mapping[Column, str]
    grade: str = ""

    @property
    def offers(self) -> tuple[str, ...]:
        """The suggestions, with how sure the first one is."""
        graded = (f"{each} ({self.grade})" for each in self.suggestions[:1])
        return (*graded, *self.suggestions[1:])

    @property
    def context(self) -> str:
        """The rest of the row in one line: its category, then what is mapped to what; … is the value."""
        texts: dict[str, str] = {str(name): text for name, text in self.cells.items()}
        texts[self.column] = "…" if self.column in _MAPPED else ""
        at = texts.get
        field = _mapped(at("VTEXSpecification", ""), at("AmazonSpecification", ""))
        value = _mapped(at("VTEXValue", ""), at("AmazonValue", ""))
        said = (at("CategoryID", ""), at("VariationTheme", ""), at("Type", ""), field, value)
        return " · ".join(part for part in said if part.strip())


_MAPPED = ("VTEXSpecification", "AmazonSpecification", "VTEXValue", "AmazonValue")
"""The columns of which each is told beside the one that it is mapped to."""


def _mapped(vtex: str, amazon: str) -> str:
    return f"{vtex or '–'} → {amazon or '–'}" if vtex or amazon else ""


class RowBuilder:
    """Makes the rows of one document."""

    def __init__(self, document: Document, texts: ReportTexts) -> None:
        self._sheet, self._report, self._texts = document.sheet, document.report, texts
        places = document.sheet.header.places
        self._letters = {str(name): column_letter(place) for name, place in places.items()}

    def row(self, finding: Finding) -> FindingRow:
        """Return the row of a finding."""
        return FindingRow(
            row=finding.row,
            letter=self._letters.get(finding.column or "", ""),
            column=finding.column or "",
            value=finding.value if finding.column in self._letters else "",
            sku=finding.value if finding.code in _OF_SKUS else "",
            missing=finding.value if finding.code in _OF_WHAT_LACKS else "",
            suggestions=finding.suggestions,
            message=say(self._texts.texts, finding),
            others=", ".join(self._ranges(finding)),
            others_count=finding.also_rows_total,
            cells=self._cells(finding.row),
            grade=next((self._texts.say(f"grade.{each}") for each in grades_of(finding)), ""),
        )

    def is_in_cell(self, finding: Finding) -> bool:
        """Return whether a finding is about one cell, of a column that the sheet has."""
        return finding.column in self._letters

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
            text, language = cells["CategoryID"], self._texts.texts.language
            cells["CategoryID"] = with_name(text, language, self._report.store_categories)
        return cells

    def says_only_which_skus(self, section: ReportSection) -> bool:
        """Return whether the sentences of a section say one thing of several SKUs, as its title does."""
        if section.code not in _OF_SKUS or len(section.findings) == 1:
            return False
        said = (say(self._texts.texts, replace(one, value="")) for one in section.findings)
        first = next(said)
        return all(sentence == first for sentence in said)

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


def describe_needs(document: Document, texts: ReportTexts) -> Iterator[tuple[str, str]]:
    """Yield what is missing, and what it would tell: of SKUs that are not known first, then of the sheet."""
    for export in document.missing_exports:
        unknown = document.skus.unknown if document.skus else 0
        if unknown:
            yield _as_sentence(texts.say(f"skus.need.{export}")), texts.say("would-tell.skus", count=unknown)
    for need in document.needs:
        is_column = skipped_for(need) == "column"
        missing = texts.say("missing.column", need=texts.need(need)) if is_column else texts.need(need)
        yield _as_sentence(missing), texts.say("would-tell.column" if is_column else f"would-tell.{need}")


def _as_sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def say_uncovered(document: Document, texts: ReportTexts) -> str:
    """Return the sentence on the categories that no Amazon file covers; empty where there are none."""
    numbers = document.report.uncovered_categories
    named = ", ".join(map(str, numbers[:_MOST_CATEGORIES]))
    if len(numbers) > _MOST_CATEGORIES:
        named = f"{named}, {texts.say('more', count=len(numbers) - _MOST_CATEGORIES)}"
    return texts.say("uncovered", count=len(numbers), categories=named) if numbers else ""


def skipped_for(need: str) -> str:
    """Return what a need asks for: a `file`, a `column` of a file, the trade `policy`, or what of `kits`."""
    if need.startswith("column-"):
        return "column"
    return {"trade-policy": "policy", "kits": "kits"}.get(need, "file")
