"""All that is open: values that a job replaces, and the sheet at work, which it changes in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from listo.core.checks.findings import Findings
from listo.core.checks.incremental import IncrementalChecker
from listo.core.checks.types import Report
from listo.core.edits.history import CellEdit, History, RowEdit, UndoStep
from listo.core.edits.operations import Differences, apply_step, undo_step
from listo.core.edits.rebase import RowFingerprints
from listo.core.mapping.sheet import MappingSheet
from listo.core.references.lookup import References
from listo.core.skus.options import Options
from listo.core.storage.types import ChosenLayout, SessionProgress, SessionSubject
from listo.core.workbooks.model import RowProgress, Workbook
from listo.core.worker.file_cards import SessionFile
from listo.core.worker.results import Doubt


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
    trade_policy: str = ""


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
        trade_policy: str = "",
    ) -> None:
        """Check a sheet that stands where that history led; what `progress` raises stops it."""
        self.original = original
        self.trade_policy = trade_policy
        """The trade policy used for Amazon, empty where the person has not said."""
        self.checked = IncrementalChecker(
            sheet,
            references,
            options=Options(trade_policy=trade_policy or None),
            reasons=history.reasons(),
            progress=progress,
        )
        self.trade_policies = references.products.trade_policies_in_use if references.products else ()
        self.differences = Differences(original, sheet)

    @property
    def sheet(self) -> MappingSheet:
        """The sheet as it stands."""
        return self.checked.sheet

    def make(self, step: UndoStep, progress: RowProgress | None = None) -> None:
        """Make a step; where `progress` raises, nothing has changed."""
        self._change(step, apply_step, undo_step, forward=True, progress=progress)

    def undo(self, step: UndoStep, progress: RowProgress | None = None) -> None:
        """Take back the step that was made last, likewise."""
        self._change(step, undo_step, apply_step, forward=False, progress=progress)

    def _change(
        self,
        step: UndoStep,
        change: Callable[[MappingSheet, UndoStep], None],
        unchange: Callable[[MappingSheet, UndoStep], None],
        *,
        forward: bool,
        progress: RowProgress | None,
    ) -> None:
        rows = set(step.touched_rows())
        change(self.sheet, step)
        try:
            self.checked.recheck(rows, progress)
        except BaseException:
            unchange(self.sheet, step)
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
    `layout` is how the person said that the sheet is laid out, `shop` whose it is.
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
            self.work.trade_policy,
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
