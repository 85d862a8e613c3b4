"""What the window gets to see of the state: small pages, never the sheet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from listo.core.checks import Finding
from listo.core.jobs.model import (
    CellChange,
    ChangesPage,
    Group,
    Overview,
    Page,
    Problem,
    SheetPage,
    SheetRow,
)
from listo.core.jobs.seeking import rows_shown
from listo.core.jobs.state import OpenMapping, State
from listo.core.reports.model import SEVERITIES, Kind, kinds_of
from listo.core.sheets import COLUMNS, Column, MappingSheet

MOST_AT_ONCE = 1000
"""Rows of a page at most: unpickling more would be felt in the window."""


def overview_of(state: State, damaged_store: Path | None = None) -> Overview:
    """Return where the work stands."""
    cards = tuple(file.card for file in state.files)
    mapping = state.mapping
    if mapping is None:
        nothing = dict.fromkeys(SEVERITIES, 0)
        return Overview(
            None, state.revision, cards, None, "", None, 0, (), nothing, (), (), None, None, 0,
            damaged_store=damaged_store,
        )  # fmt: skip
    undo, redo = mapping.history.changes()
    severities = Counter(finding.severity for finding in mapping.report.findings)
    return Overview(
        session=mapping.session,
        revision=state.revision,
        files=cards,
        mapping=mapping.subject.path,
        sheet=mapping.sheet.name,
        header_row=mapping.sheet.header.row,
        rows=len(mapping.sheet),
        groups=groups_of(mapping.by_code),
        counts={severity: severities[severity] for severity in SEVERITIES},
        checks_run=mapping.report.checks_run,
        checks_skipped=mapping.report.checks_skipped,
        undo=undo,
        redo=redo,
        changed_cells=mapping.standing.changed_cells,
        saved_to=mapping.saved_to,
        file_changed=mapping.file_changed,
        dropped=mapping.dropped,
        damaged_store=damaged_store,
    )


def groups_of(by_code: Mapping[str, tuple[Finding, ...]]) -> tuple[Group, ...]:
    """Return the kinds of problem in the order to work through them: severity, then how many there are."""
    return tuple(map(_group, kinds_of(by_code)))


def _group(kind: Kind) -> Group:
    """Return a group; where its findings differ, it is as severe as the worst and errs as most of them do."""
    return Group(
        code=kind.code,
        severity=kind.severity,
        error_id=kind.error_ids[0] if kind.error_ids else None,
        count=len(kind.findings),
        with_suggestion=sum(
            1 for finding in kind.findings if finding.suggestions and finding.row is not None
        ),
        with_safe_fix=sum(1 for finding in kind.findings if finding.safe_fix is not None),
    )


def page_of(state: State, code: str, start: int, limit: int) -> Page:
    """Return some of the problems of one kind; none where that kind is mended."""
    mapping = state.mapping
    findings = mapping.by_code.get(code, ()) if mapping else ()
    shown = findings[_range(start, limit)]
    problems = tuple(Problem(finding, _cells(mapping.sheet, finding.row)) for finding in shown if mapping)
    return Page(state.revision, code, start, len(findings), problems)


def changes_page_of(state: State, start: int, limit: int) -> ChangesPage:
    """Return some of the cells that differ from the file."""
    changes = state.mapping.changes if state.mapping else ()
    shown = (CellChange(c.row, c.column, c.before, c.after) for c in changes[_range(start, limit)])
    return ChangesPage(state.revision, start, len(changes), tuple(shown))


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
    now, then = mapping.sheet, mapping.original
    index = now.index_of(row)
    changed = (name for name in now.present() if _is_changed(now, then, row, name))
    findings = mapping.by_row.get(row, ())
    return SheetRow(row, now.row(index), _codes(findings), tuple(changed), findings)


def _is_changed(now: MappingSheet, then: MappingSheet, row: int, name: Column) -> bool:
    """Return whether a cell differs from the file; in a row that was put in, whether it says anything."""
    at = now.index_of(row)
    text, kind = now.column(name)[at], now.kind(at, name)
    if not then.has_row(row):
        return bool(text)
    before = then.index_of(row)
    return (text, kind) != (then.column(name)[before], then.kind(before, name))


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
