"""All that is open: values that a job replaces, and the sheet at work, which it changes in place.

In numbers it is the overview, which every change is answered with. Beside it is what was decided before
about the text of a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from listo.core.checks.context import CheckContext
from listo.core.checks.findings import Findings, Tally
from listo.core.checks.incremental import IncrementalChecker
from listo.core.checks.types import Finding, Report
from listo.core.edits.history import CellEdit, History, RowEdit, UndoStep
from listo.core.edits.operations import Differences, apply_step, text_at, undo_step
from listo.core.edits.rebase import RowFingerprints
from listo.core.gc_pause import gc_paused
from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.readiness.model import EXPORTS, CodeCount, Export
from listo.core.readiness.readiness import Readiness, missing_exports
from listo.core.readiness.rules import FINDING_OF
from listo.core.references.files import References
from listo.core.references.sku_weights import SkuWeights
from listo.core.reports.model import ORDER, SEVERITIES
from listo.core.skus.options import Options
from listo.core.storage.types import ChosenLayout, Decision, SessionProgress, SessionSubject
from listo.core.texts import fold_for_search
from listo.core.vocabulary.categories import parse_ids
from listo.core.wizard_state import WizardFacts, WizardState, step_statuses
from listo.core.workbooks.model import RowProgress, Workbook, makes_new_workbook
from listo.core.worker.file_cards import SessionFile, coverage_view
from listo.core.worker.results import (
    CoverageView,
    Doubt,
    IssueGroup,
    Overview,
    SkuCounts,
    Unlock,
    WizardView,
)

_JUDGED_AT_ONCE = 20_000
"""SKUs: so many are judged before the findings are shown, in a quarter of a second; more afterwards."""

_FIRST = ("sheet-empty", "column-missing", "column-duplicated")
"""What is wrong with the sheet as a whole comes before what single rows hold up."""

_VALUES: tuple[Column, ...] = ("VTEXValue", "AmazonValue")

_NAMES: Mapping[str, Column] = {name: name for name in COLUMNS}


@dataclass(frozen=True, slots=True)
class PreviousWork:
    """Work that is to be taken up again on a new reading of its file."""

    session: int
    subject: SessionSubject
    history: History
    saved_to: Path | None
    fingerprints: RowFingerprints
    layout: ChosenLayout | None = None
    shop: str = ""
    options: Options = field(default_factory=Options)
    lost_steps: int = 0


class WorkingSheet:
    """The sheet as it stands, what is wrong with it, and where it differs from the file.

    A step changes all three in place, so that it costs no more than what it touches.
    """

    def __init__(
        self,
        original: MappingSheet,
        sheet: MappingSheet,
        history: History,
        references: References,
        progress: RowProgress | None,
        options: Options | None = None,
        weights: SkuWeights | None = None,
    ) -> None:
        """Check a sheet that stands where that history led; what `progress` raises stops it.

        By `weights`, what each SKU is worth, the order goes in which to work.
        """
        self.original, self.references, self.weights = original, references, weights
        self.options = options or Options()
        """What the person said of the integration."""
        self.checked = IncrementalChecker(
            sheet, references, options=self.options, reasons=history.reasons(), progress=progress
        )
        products = references.products
        self.trade_policies = products.trade_policies_in_use if products else ()
        self.has_kits = any(products.kits) if products else False
        self.differences = Differences(original, sheet)
        self._coverage: tuple[CheckContext, Collection[int], CoverageView] | None = None
        self.readiness: Readiness | None = None
        """What becomes of each SKU, kept right with each step; None until they are judged."""
        self._original_readiness: Readiness | None = None
        if products and len(products) <= _JUDGED_AT_ONCE:
            self.judge_skus()

    @cached_property
    def missing_exports(self) -> tuple[Export, ...]:
        """The exports of specifications that are not there; to look whether they name SKUs takes 7 ms."""
        missing = missing_exports(self.references)
        return tuple(export for export in EXPORTS if export in missing)

    @property
    def has_skus(self) -> bool:
        """Whether there is an export of products."""
        return bool(self.references.vtex_products)

    def judge_skus(self) -> Readiness | None:
        """Return what becomes of each SKU, judged now if it was not; None without an export of products."""
        if self.readiness is None and self.has_skus:
            weights = self.weights.weights if self.weights else None
            self.readiness = Readiness(self.sheet, self.references, self.options, weights)
        return self.readiness

    def judge_original(self) -> Readiness:
        """Return what became of each SKU before anything was mended."""
        if self._original_readiness is None:
            self._original_readiness = Readiness(self.original, self.references, self.options)
        return self._original_readiness

    @property
    def coverage(self) -> CoverageView:
        """For which categories each Amazon file is; looked up again only where that may have changed."""
        context, categories = self.checked.context, self.checked.categories
        known = self._coverage
        if known is None or known[0] is not context or known[1] != categories:
            known = self._coverage = context, categories, coverage_view(context, categories)
        return known[2]

    @property
    def sheet(self) -> MappingSheet:
        """The sheet as it stands."""
        return self.checked.sheet

    def make(
        self,
        step: UndoStep,
        progress: RowProgress | None = None,
        counted: Callable[[], None] | None = None,
    ) -> None:
        """Make a step; where `progress` raises, nothing has changed.

        `counted` is called once it is known what becomes of the SKUs, before all else is.
        """
        self._change(step, apply_step, undo_step, forward=True, progress=progress, counted=counted)

    def undo(
        self,
        step: UndoStep,
        progress: RowProgress | None = None,
        counted: Callable[[], None] | None = None,
    ) -> None:
        """Take back the step that was made last, likewise."""
        self._change(step, undo_step, apply_step, forward=False, progress=progress, counted=counted)

    def _change(
        self,
        step: UndoStep,
        change: Callable[[MappingSheet, UndoStep], None],
        unchange: Callable[[MappingSheet, UndoStep], None],
        *,
        forward: bool,
        progress: RowProgress | None,
        counted: Callable[[], None] | None,
    ) -> None:
        rows = set(step.touched_rows())
        change(self.sheet, step)
        # Where very much hangs on a cell, to look for cycles of objects took a third of the time.
        with gc_paused(ages=False):
            try:
                if self.readiness is not None:
                    self.readiness.update(rows)
                    if counted:
                        counted()
                self.checked.recheck(rows, progress)
            except BaseException:
                unchange(self.sheet, step)
                if self.readiness is not None:
                    self.readiness.update(rows)
                raise
            self.differences.update(rows)
        self.checked.ignore_all(
            {ignore.finding: ignore.after if forward else ignore.before for ignore in step.ignores}
        )


@dataclass(frozen=True)
class OpenMapping:
    """The mapping sheet that is worked on: as the file says it, and as it stands now with what is wrong.

    `rebased_from` is the history that is stored, and what its rows said, where this one is what is left of it
    on a file that changed; should the file change again before anything else does, it is that which counts.
    `layout` is how the person said that the sheet is laid out, `shop` whose it is. `lost_steps` could not be
    read any more; they stay stored until something is changed. `damaged_parts` are those of the copy saved
    last, which are so in the file itself.
    """

    session: int
    subject: SessionSubject
    workbook: Workbook
    work: WorkingSheet
    history: History
    saved_to: Path | None = None
    file_changed: bool = False
    dropped: tuple[CellEdit, ...] = ()
    dropped_rows: tuple[RowEdit, ...] = ()
    rebased_from: tuple[History, RowFingerprints] | None = None
    layout: ChosenLayout | None = None
    shop: str = ""
    doubts: tuple[Doubt, ...] = ()
    lost_steps: int = 0
    damaged_parts: tuple[str, ...] = ()

    @property
    def previous(self) -> PreviousWork:
        """What is needed to take the work up again."""
        history, fingerprints = self.rebased_from or (self.history, self.fingerprints)
        return PreviousWork(
            self.session,
            self.subject,
            history,
            self.saved_to,
            fingerprints,
            self.layout,
            self.shop,
            self.work.options,
            self.lost_steps,
        )

    @property
    def fingerprints(self) -> RowFingerprints:
        """What the rows that the history touches say in the file."""
        return RowFingerprints.of(self.original, self.history.steps)

    def fingerprints_of(self, step: UndoStep) -> RowFingerprints:
        """Return what the rows that a step touches say in the file."""
        return RowFingerprints.of(self.original, (step,))

    @property
    def original(self) -> MappingSheet:
        """The sheet as the file says it."""
        return self.work.original

    @property
    def sheet(self) -> MappingSheet:
        """The sheet as it stands."""
        return self.work.sheet

    @property
    def findings(self) -> Findings:
        """What is wrong, but for what was left as it is."""
        return self.work.checked.findings

    @property
    def ignored(self) -> Findings:
        """What was left as it is."""
        return self.work.checked.ignored

    @property
    def reasons(self) -> Mapping[tuple[str, int | None, str | None, str], str]:
        """Why it was left."""
        return self.work.checked.reasons

    @property
    def report(self) -> Report:
        """What is wrong, put together as one report each time."""
        return self.work.checked.report

    @property
    def changes(self) -> tuple[CellEdit, ...]:
        """The cells that differ from the file."""
        return tuple(self.work.differences.cells())

    @property
    def progress(self) -> SessionProgress:
        """How far the work is."""
        return SessionProgress(len(self.findings), len(self.work.differences))


@dataclass(frozen=True, slots=True)
class State:
    """What is open; `revision` is another one after every change."""

    files: tuple[SessionFile, ...] = ()
    mapping: OpenMapping | None = None
    revision: int = 0


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
        groups=groups_of(mapping.findings, mapping.work.readiness),
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
        trade_policy=mapping.work.options.trade_policy or "",
        trade_policies=mapping.work.trade_policies,
        kits=mapping.work.options.kits,
        has_kits=mapping.work.has_kits,
        ean=mapping.work.options.ean,
        category_ids=checked.category_ids,
        coverage=mapping.work.coverage,
        draftable=_draftable(mapping),
        skus=sku_counts(mapping.work),
        makes_new_workbook=makes_new_workbook(mapping.workbook),
        is_copy_current=_saved_mark(wizard, mapping) == mapping.history.mark(),
        doubts=mapping.doubts,
        lost_steps=mapping.lost_steps,
        damaged_parts=mapping.damaged_parts,
        wizard=wizard_view(wizard, mapping),
    )


def wizard_view(wizard: WizardState, mapping: OpenMapping | None) -> WizardView:
    """Return where the person is on the path."""
    return WizardView(wizard, step_statuses(wizard, wizard_facts(wizard, mapping)))


def wizard_facts(wizard: WizardState, mapping: OpenMapping | None) -> WizardFacts:
    """Return what the path needs to know of the work."""
    if mapping is None:
        return WizardFacts()
    counts = sku_counts(mapping.work).states
    return WizardFacts(
        has_mapping=True,
        file_questions=sum(scope.is_doubtful for scope in mapping.work.coverage.files),
        doubts=len(mapping.doubts),
        issue_types=tuple(group.code for group in groups_of(mapping.findings, mapping.work.readiness)),
        problems=len(mapping.findings),
        changes=len(mapping.work.differences),
        saved=_saved_mark(wizard, mapping),
        now=mapping.history.mark(),
        skus_ready=counts.ready if counts else 0,
        skus_sent=counts.total - counts.not_sent if counts else 0,
    )


def _saved_mark(wizard: WizardState, mapping: OpenMapping) -> str | None:
    """Return which state of the work was saved; empty where a version saved it that kept no mark."""
    return wizard.saved or ("" if mapping.saved_to else None)


def sku_counts(work: WorkingSheet) -> SkuCounts:
    """Return what becomes of the SKUs, in numbers."""
    if not work.has_skus:
        return SkuCounts()
    told = work.missing_exports
    if work.readiness is None:
        return SkuCounts(None, is_due=True, missing=told)
    return SkuCounts(work.readiness.numbers.skus, missing=told)


def groups_of(findings: Findings, readiness: Readiness | None = None) -> tuple[IssueGroup, ...]:
    """Return the types of issue in the order to work through them.

    What is wrong with the sheet as a whole comes first, then by how many SKUs a type alone holds up, which
    is what the person is told (where SKUs have weights, these alone count), then in the best order of
    mending, then by severity and how many there are.
    """
    counted = readiness.numbers.by_code if readiness else ()
    unlocks = _unlocks(findings.codes(), counted)
    ranks = _ranks(counted)
    groups = [_group(code, findings.tally(code), unlocks.get(code)) for code in findings.codes()]
    weighed = any(one.weight is not None for one in counted)
    return tuple(sorted(groups, key=lambda group: (*_rank(group, ranks, weighed=weighed), *_place(group))))


def _unlocks(codes: Iterable[str], counted: Iterable[CodeCount]) -> dict[str, Unlock]:
    """Return what hangs on each type of issue; several that lead to one reason are told as that."""
    by_reason: dict[str, list[str]] = {}
    for code in codes:
        by_reason.setdefault(FINDING_OF.get(code, code), []).append(code)
    return {
        code: Unlock(one.skus, one.alone, one.then_free, tuple(each for each in of_it if each != code))
        for one in counted
        for of_it in (by_reason.get(one.code, ()),)
        for code in of_it
    }


def _ranks(counted: Iterable[CodeCount]) -> dict[str, int]:
    """Return where each reason stands that sets SKUs free once it is mended after those before it."""
    freeing, free = [], 0
    for one in counted:
        freeing += [one.code] if one.then_free > free else []
        free = one.then_free
    return {code: place for place, code in enumerate(freeing)}


def _draftable(mapping: OpenMapping) -> int:
    """Return of how many categories without rows the rows can be drafted, as an Amazon file is for them.

    Where it is for none of them but may be, which a draft asks first, these are all.
    """
    coverage, view = mapping.work.checked.context.coverage, mapping.work.coverage
    lacking = [finding.value for finding in mapping.findings.of("category-unmapped")]
    covered = sum(bool(coverage.of(each)) for each in lacking)
    if covered or not lacking:
        return covered
    numbers = sorted(parse_ids(lacking))
    is_asked = any(
        scope.is_doubtful or (scope.said is None and coverage.likely(place, numbers))
        for place, scope in enumerate(view.files)
    )
    return len(lacking) if is_asked else 0


def _rank(group: IssueGroup, ranks: Mapping[str, int], *, weighed: bool) -> tuple[int, int, int]:
    if group.code in _FIRST:
        return 0, 0, _FIRST.index(group.code)
    place = ranks.get(FINDING_OF.get(group.code, group.code))
    alone = group.unlock.alone if group.unlock and not weighed else 0
    return (2, 0, 0) if place is None else (1, -alone, place)


def _group(code: str, tally: Tally, unlock: Unlock | None = None) -> IssueGroup:
    """Return a group; where its findings differ, it is as severe as the worst and errs as most of them do."""
    error_ids = sorted((-count, error_id) for error_id, count in tally.error_ids.items() if count)
    return IssueGroup(
        code=code,
        severity=next(severity for severity in SEVERITIES if tally.severities[severity]),
        error_id=error_ids[0][1] if error_ids else None,
        count=tally.count,
        with_suggestion=tally.with_suggestion,
        with_safe_fix=tally.with_safe_fix,
        unlock=unlock,
        certain=tally.proposals["sure"],
        likely=tally.proposals["likely"],
    )


def _place(group: IssueGroup) -> tuple[int, int, int]:
    return SEVERITIES.index(group.severity), -group.count, ORDER.get(group.code, len(ORDER))


@dataclass(frozen=True, slots=True)
class StepDecisions:
    """What a step decided, and what was kept `earlier` about the same."""

    step: UndoStep
    decisions: tuple[Decision, ...]
    earlier: tuple[Decision, ...]


_ByText = tuple[dict[str, str], dict[str, str]]
"""What was chosen for a text as it stands, and for what it has in common with texts alike."""

_Chosen = dict[tuple[str, str], _ByText]
"""The same by column and attribute."""


@dataclass(frozen=True, slots=True)
class DecisionMemory:
    """The decisions for one shop, by what they are about; each by its letters too, for texts alike."""

    shop: str = ""
    _by_vtex_value: _Chosen = field(default_factory=dict)
    _by_said: _Chosen = field(default_factory=dict)

    @classmethod
    def of(cls, shop: str, decisions: Iterable[Decision]) -> DecisionMemory:
        """Return what these decisions, the latest first, say for later ones."""
        return cls(shop).with_more(reversed(tuple(decisions)))

    def with_more(self, decisions: Iterable[Decision]) -> DecisionMemory:
        """Return the memory with further decisions, the latest last."""
        by_value, by_said = _copied(self._by_vtex_value), _copied(self._by_said)
        for one in decisions:
            for by, text in ((by_value, one.vtex_value), (by_said, one.said)):
                if text:
                    exact, alike = by.setdefault((one.column, one.attribute), ({}, {}))
                    exact[text] = alike[fold_for_search(text)] = one.chosen
        return replace(self, _by_vtex_value=by_value, _by_said=by_said)

    def chosen(self, mapping: OpenMapping, finding: Finding) -> str | None:
        """Return what was chosen for the text of a finding, where that is right here and not there yet.

        What stood in VTEXValue counts more than what stood in the cell itself, and the very text more than
        one that differs in case and accents alone.
        """
        about = _about(mapping, finding.row, finding.column) if self else None
        if about is None:
            return None
        row, column, attribute, vtex_value = about
        found, by_said = None, self._by_said.get((column, attribute))
        if by_vtex_value := self._by_vtex_value.get((column, attribute)):
            found = _found(by_vtex_value, vtex_value)
        if not found and by_said:
            found = _found(by_said, clean(text_at(mapping.sheet, row, column)))
        if not found or found == finding.value:
            return None
        texts = dict(_cleaned(mapping.sheet, row))
        return found if mapping.work.checked.context.is_accepted(column, texts, found) else None

    def chosen_for(self, attribute: str, vtex_value: str) -> str | None:
        """Return what was chosen in AmazonValue for a value of VTEX, by the attribute's name in the feed."""
        of_attribute = self._by_vtex_value.get(("AmazonValue", attribute))
        return _found(of_attribute, vtex_value) if of_attribute else None

    def __bool__(self) -> bool:
        """Return whether anything is remembered."""
        return bool(self._by_vtex_value or self._by_said)


def _copied(chosen: _Chosen) -> _Chosen:
    return {about: (dict(exact), dict(alike)) for about, (exact, alike) in chosen.items()}


def _found(chosen: _ByText, text: str) -> str | None:
    """Return what was chosen for a text, else for one that differs in case and accents alone."""
    exact, alike = chosen
    found = alike.get(fold_for_search(text)) if text else None  # hardly ever: and what is exact is alike too
    return found and (exact.get(text) or found)


def best_suggestion(memory: DecisionMemory, mapping: OpenMapping, finding: Finding) -> str | None:
    """Return the first of `suggestions`, else the finding's safe fix; None where there is neither."""
    return memory.chosen(mapping, finding) or (
        finding.suggestions[0] if finding.suggestions else finding.safe_fix
    )


def suggestions(memory: DecisionMemory, mapping: OpenMapping, finding: Finding) -> tuple[str, ...]:
    """Return what to put in a finding's cell, best first: what was chosen before comes before all."""
    remembered = memory.chosen(mapping, finding)
    known = finding.suggestions
    return (remembered, *(each for each in known if each != remembered)) if remembered else known


def decisions_of(mapping: OpenMapping, step: UndoStep) -> tuple[Decision, ...]:
    """Return what a step that is about to be made decides, each decision once.

    Only a text that stands where something is wrong is a decision.
    """
    if mapping.subject.kind != "mapping":
        return ()
    made = (_decision(mapping, edit) for edit in step.edits)
    unique = {replace(one, chosen=""): one for one in made if one is not None}
    return tuple(unique.values())


def _decision(mapping: OpenMapping, edit: CellEdit) -> Decision | None:
    if not edit.after.strip() or not _is_wrong(mapping, edit):
        return None
    about = _about(mapping, edit.row, edit.column)
    if about is None:
        return None
    _, column, attribute, vtex_value = about
    said = clean(edit.before)
    if said == edit.after or not (said or vtex_value):
        return None
    return Decision(mapping.shop, column, attribute, vtex_value, said, edit.after)


def _is_wrong(mapping: OpenMapping, edit: CellEdit) -> bool:
    return any(finding.column == edit.column for finding in mapping.findings.in_row(edit.row))


def _about(mapping: OpenMapping, row: int | None, column: str | None) -> tuple[int, Column, str, str] | None:
    """Return row, column, attribute and VTEX value of a data cell; None where it is none."""
    name, sheet = _NAMES.get(column or ""), mapping.sheet
    index = None if row is None else sheet.find_row(row)
    if name is None or row is None or index is None:
        return None
    attribute = vtex_value = ""
    if name in _VALUES:
        context = mapping.work.checked.context
        attribute = context.feed_name(clean(sheet.column("AmazonSpecification")[index]))
    if name == "AmazonValue":
        vtex_value = clean(sheet.column("VTEXValue")[index])
    return row, name, attribute, vtex_value


def _cleaned(sheet: MappingSheet, row: int) -> Iterator[tuple[Column, str]]:
    texts = sheet.row(sheet.index_of(row))
    return ((name, clean(text)) for name, text in zip(COLUMNS, texts, strict=True))
