"""What a report is made of, whatever it becomes; the sentences are made when it is written."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import listo
from listo.core.catalogue.entries import Severity
from listo.core.checks.registry import CHECKS
from listo.core.checks.types import Finding, Report
from listo.core.edits.history import CellEdit
from listo.core.mapping.sheet import MappingSheet
from listo.core.texts import Language

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The worst first."""

ORDER = {check.code: place for place, check in enumerate(CHECKS)}
"""The places of the checks, to put kinds of problem in order that are equal otherwise."""


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
    they are those of the file as it was.
    """

    cells: tuple[CellEdit, ...]
    copy: str | None = None
    findings_are_left: bool = True
    rows_out: tuple[int, ...] = ()
    rows_in: int = 0

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


@dataclass(frozen=True)
class Document:
    """One report: `file` is the name of the mapping file, `sheet` what stands in it now.

    `left` are the findings that were left as they are, each with its reason; `report` has all others.
    """

    file: str
    sheet: MappingSheet
    report: Report
    language: Language
    references: tuple[Reference, ...] = ()
    corrections: Corrections = Corrections(())
    left: tuple[tuple[Finding, str], ...] = ()
    made: dt.datetime = field(default_factory=dt.datetime.now)
    version: str = listo.__version__

    @cached_property
    def sections(self) -> tuple[ReportSection, ...]:
        """The kinds of problem, in the order to work through them."""
        by_code: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            by_code.setdefault(finding.code, []).append(finding)
        return group_sections({code: tuple(findings) for code, findings in by_code.items()})

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
