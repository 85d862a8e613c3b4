"""All that is open, as one value: a job builds the next one and the workspace takes it or leaves it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from listo.core.checks import Finding, Report
from listo.core.fixes import CellEdit, History, count_differences, differences
from listo.core.jobs.files import KeptFile
from listo.core.sessions import Standing, Subject
from listo.core.sheets import MappingSheet
from listo.core.workbooks import Workbook


@dataclass(frozen=True, slots=True)
class Former:
    """Work that is to be taken up again on a new reading of its file."""

    session: int
    subject: Subject
    history: History
    saved_to: Path | None


@dataclass(frozen=True)
class OpenMapping:
    """The mapping sheet that is worked on: as the file says it, and as it stands now with what is wrong."""

    session: int
    subject: Subject
    workbook: Workbook
    original: MappingSheet
    sheet: MappingSheet
    history: History
    report: Report
    saved_to: Path | None = None
    file_changed: bool = False
    dropped: tuple[CellEdit, ...] = ()

    @property
    def former(self) -> Former:
        """What is needed to take the work up again."""
        return Former(self.session, self.subject, self.history, self.saved_to)

    @cached_property
    def by_code(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each check, by row."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.report.findings:
            found[finding.code].append(finding)
        return {code: tuple(findings) for code, findings in found.items()}

    @cached_property
    def by_row(self) -> Mapping[int, tuple[Finding, ...]]:
        """The findings of each row, by Excel's number."""
        found: defaultdict[int, list[Finding]] = defaultdict(list)
        for finding in self.report.findings:
            if finding.row is not None:
                found[finding.row].append(finding)
        return {row: tuple(findings) for row, findings in found.items()}

    @cached_property
    def changes(self) -> tuple[CellEdit, ...]:
        """The cells that differ from the file."""
        return differences(self.original, self.sheet)

    @cached_property
    def standing(self) -> Standing:
        """How far the work is."""
        return Standing(len(self.report.findings), count_differences(self.original, self.sheet))


@dataclass(frozen=True, slots=True)
class State:
    """What the workspace holds; `revision` is another one after every change."""

    files: tuple[KeptFile, ...] = ()
    mapping: OpenMapping | None = None
    revision: int = 0
