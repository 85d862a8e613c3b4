"""Where the work stands, in numbers: what every change of it is answered with."""

from __future__ import annotations

from pathlib import Path

from listo.core.checks.findings import Findings, Tally
from listo.core.reports.model import ORDER, SEVERITIES
from listo.core.wizard_state import WizardFacts, WizardState, step_statuses
from listo.core.workbooks.model import makes_new_workbook
from listo.core.worker.results import IssueGroup, Overview, WizardView
from listo.core.worker.state import OpenMapping, State


def overview_of(state: State, wizard: WizardState, damaged_store: Path | None = None) -> Overview:
    """Return where the work stands."""
    cards = tuple(file.card for file in state.files)
    mapping = state.mapping
    if mapping is None:
        nothing = dict.fromkeys(SEVERITIES, 0)
        return Overview(
            None, state.revision, cards, None, "", None, 0, (), nothing, (), (), None, None, 0,
            damaged_store=damaged_store, wizard=wizard_view(wizard, None),
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
        ignored=len(mapping.ignored),
        shop=mapping.shop,
        trade_policy=mapping.work.trade_policy,
        trade_policies=mapping.work.trade_policies,
        makes_new_workbook=makes_new_workbook(mapping.workbook),
        doubts=mapping.doubts,
        wizard=wizard_view(wizard, mapping),
    )


def wizard_view(wizard: WizardState, mapping: OpenMapping | None) -> WizardView:
    """Return where the person is on the path."""
    return WizardView(wizard, step_statuses(wizard, wizard_facts(wizard, mapping)))


def wizard_facts(wizard: WizardState, mapping: OpenMapping | None) -> WizardFacts:
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
        saved=wizard.saved or saved,
        now=mapping.history.mark(),
    )


def groups_of(findings: Findings) -> tuple[IssueGroup, ...]:
    """Return the types of issue in the order to work through them: severity, then how many there are."""
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
