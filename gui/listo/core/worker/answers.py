"""What the window gets to see of the state: small pages, never the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from listo.core.checks.findings import Findings, Tally, finding_key
from listo.core.checks.types import Finding
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.reports.model import ORDER, SEVERITIES
from listo.core.wizard_state import WizardFacts, WizardState, step_statuses
from listo.core.workbooks.model import CellKind, makes_new_workbook
from listo.core.worker.remembering import Memory, suggestions
from listo.core.worker.results import (
    CellChange,
    ChangesPage,
    IgnoredPage,
    IgnoredProblem,
    IssueGroup,
    Overview,
    Problem,
    ProblemPage,
    SheetPage,
    SheetRow,
    WizardView,
)
from listo.core.worker.seeking import rows_shown
from listo.core.worker.state import OpenMapping, State

MOST_AT_ONCE = 1000
"""Rows of a page at most: unpickling more would be felt in the window."""


def overview_of(state: State, journey: WizardState, damaged_store: Path | None = None) -> Overview:
    """Return where the work stands."""
    cards = tuple(file.card for file in state.files)
    mapping = state.mapping
    if mapping is None:
        nothing = dict.fromkeys(SEVERITIES, 0)
        return Overview(
            None, state.revision, cards, None, "", None, 0, (), nothing, (), (), None, None, 0,
            damaged_store=damaged_store, wizard=way_of(journey, None),
        )  # fmt: skip
    undo, redo = mapping.history.changes()
    severities = mapping.findings.severities()
    checked, differences = mapping.work.checked, mapping.work.differences
    return Overview(
        session=mapping.session,
        revision=state.revision,
        files=cards,
        mapping=mapping.subject.path,
        sheet=mapping.sheet.name,
        header_row=mapping.sheet.header.row,
        rows=len(mapping.sheet),
        groups=groups_of(mapping.findings),
        counts={severity: severities[severity] for severity in SEVERITIES},
        checks_run=checked.checks_run,
        checks_skipped=checked.checks_skipped,
        undo=undo,
        redo=redo,
        changed_cells=len(differences),
        saved_to=mapping.saved_to,
        file_changed=mapping.file_changed,
        dropped=mapping.dropped,
        damaged_store=damaged_store,
        dropped_rows=mapping.dropped_rows,
        rows_in=len(differences.rows_in),
        rows_out=len(differences.rows_out),
        ignored=len(mapping.left),
        shop=mapping.shop,
        trade_policy=mapping.work.trade_policy,
        trade_policies=mapping.work.trade_policies,
        makes_new_workbook=makes_new_workbook(mapping.workbook),
        doubts=mapping.doubts,
        wizard=way_of(journey, mapping),
    )


def way_of(journey: WizardState, mapping: OpenMapping | None) -> WizardView:
    """Return where the person is on the path."""
    return WizardView(journey, step_statuses(journey, facts_of(journey, mapping)))


def facts_of(journey: WizardState, mapping: OpenMapping | None) -> WizardFacts:
    """Return what the path needs to know of the work."""
    if mapping is None:
        return WizardFacts()
    saved = "" if mapping.saved_to else None  # by a version that kept no mark
    return WizardFacts(
        has_mapping=True,
        doubts=len(mapping.doubts),
        issue_types=tuple(group.code for group in groups_of(mapping.findings)),
        problems=len(mapping.findings),
        changes=len(mapping.work.differences),
        saved=journey.saved or saved,
        now=mapping.history.mark(),
    )


def groups_of(findings: Findings) -> tuple[IssueGroup, ...]:
    """Return the kinds of problem in the order to work through them: severity, then how many there are."""
    return tuple(sorted((_group(code, findings.tally(code)) for code in findings.codes()), key=_place))


def _group(code: str, tally: Tally) -> IssueGroup:
    """Return a group; where its findings differ, it is as severe as the worst and errs as most of them do."""
    error_ids = sorted((-count, error_id) for error_id, count in tally.error_ids.items() if count)
    return IssueGroup(
        code=code,
        severity=next(severity for severity in SEVERITIES if tally.severities[severity]),
        error_id=error_ids[0][1] if error_ids else None,
        count=tally.count,
        with_suggestion=tally.with_suggestion,
        with_safe_fix=tally.with_safe_fix,
    )


def _place(group: IssueGroup) -> tuple[int, int, int]:
    return SEVERITIES.index(group.severity), -group.count, ORDER.get(group.code, len(ORDER))


def page_of(state: State, memory: Memory, code: str, start: int, limit: int) -> ProblemPage:
    """Return some of the problems of one kind; none where that kind is mended."""
    mapping = state.mapping
    if mapping is None:
        return ProblemPage(state.revision, code, start, 0, ())
    findings = mapping.findings.of(code)
    problems = tuple(_problem(mapping, memory, finding) for finding in findings[_range(start, limit)])
    return ProblemPage(state.revision, code, start, len(findings), problems)


def _problem(mapping: OpenMapping, memory: Memory, finding: Finding) -> Problem:
    remembered = memory.chosen(mapping, finding)
    if remembered:
        finding = replace(finding, suggestions=suggestions(memory, mapping, finding))
    return Problem(finding, _cells(mapping.sheet, finding.row), remembered)


def left_page_of(state: State, start: int, limit: int) -> IgnoredPage:
    """Return some of the findings that were left as they are, by row, each with its reason."""
    mapping = state.mapping
    if mapping is None:
        return IgnoredPage(state.revision, start, 0, ())
    shown = tuple(mapping.left)[_range(start, limit)]
    problems = tuple(
        IgnoredProblem(finding, _cells(mapping.sheet, finding.row), mapping.reasons[finding_key(finding)])
        for finding in shown
    )
    return IgnoredPage(state.revision, start, len(mapping.left), problems)


def changes_page_of(state: State, start: int, limit: int) -> ChangesPage:
    """Return some of the changes: rows that went and came, then the cells that differ from the file."""
    mapping = state.mapping
    if mapping is None:
        return ChangesPage(state.revision, start, 0, ())
    wanted = _range(start, limit)
    shown = tuple(islice(_changes(mapping), wanted.start, wanted.stop))
    return ChangesPage(state.revision, start, len(mapping.work.differences), shown)


def _changes(mapping: OpenMapping) -> Iterator[CellChange]:
    differences = mapping.work.differences
    for row in differences.rows_out:
        yield CellChange(row, "", "", "", "row-out", _cells(mapping.original, row))
    for row in differences.rows_in:
        yield CellChange(row, "", "", "", "row-in", _cells(mapping.sheet, row))
    yield from (CellChange(c.row, c.column, c.before, c.after) for c in differences.cells())


def sheet_page_of(state: State, start: int, limit: int, code: str | None = None) -> SheetPage:
    """Return some rows of the whole sheet, with what was found and changed in each.

    `code` says which rows: see `seeking.rows_shown`.
    """
    mapping = state.mapping
    if mapping is None:
        return SheetPage(state.revision, start, 0, ())
    shown = rows_shown(mapping, code)
    rows = tuple(_sheet_row(mapping, row) for row in shown[_range(start, limit)])
    return SheetPage(state.revision, start, len(shown), rows)


def _sheet_row(mapping: OpenMapping, row: int) -> SheetRow:
    texts = mapping.sheet.row(mapping.sheet.index_of(row))
    changed = _changed_columns(mapping.sheet, mapping.original, row)
    findings = tuple(mapping.findings.in_row(row))
    return SheetRow(row, texts, _codes(findings), changed, findings)


def _changed_columns(now: MappingSheet, then: MappingSheet, row: int) -> tuple[Column, ...]:
    """Return the columns whose cell differs from the file; in a row that came, those that say anything."""
    new, is_new = _contents(now, row), not then.has_row(row)
    if is_new:
        return tuple(name for name, (text, _) in zip(COLUMNS, new, strict=True) if text)
    old = _contents(then, row)
    return tuple(name for name, a, b in zip(COLUMNS, new, old, strict=True) if a != b) if new != old else ()


def _contents(sheet: MappingSheet, row: int) -> list[tuple[str, CellKind | None]]:
    index = sheet.index_of(row)
    kinds = sheet.kinds_of(index) if sheet.kinds else {}
    return [(text, kinds.get(name)) for name, text in zip(COLUMNS, sheet.row(index), strict=True)]


def _codes(findings: Iterable[Finding]) -> Mapping[str, tuple[str, ...]]:
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for finding in findings:
        codes[finding.column or ""].append(finding.code)
    return {column: tuple(found) for column, found in codes.items()}


def _range(start: int, limit: int) -> slice:
    return slice(max(start, 0), max(start, 0) + min(limit, MOST_AT_ONCE))


def _cells(sheet: MappingSheet, row: int | None) -> tuple[str, ...]:
    """Return the seven texts of a row by Excel's number, the header's too; nothing for another row."""
    if row is None:
        return ()
    if row == sheet.header.row:
        return tuple(sheet.header_text(name) if sheet.has(name) else "" for name in COLUMNS)
    try:
        return sheet.row(sheet.index_of(row))
    except KeyError:
        return ()
