"""What is open and where the person is: one object that every job works with, and one way to change it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from listo.core.checks.types import Finding
from listo.core.edits.history import History, UndoStep
from listo.core.errors import InputError
from listo.core.file_kinds import references_of
from listo.core.mapping.sheet import MappingSheet
from listo.core.skus.options import Options
from listo.core.storage.database import Leases
from listo.core.storage.store import Store
from listo.core.wizard_state import WizardState
from listo.core.worker.file_cards import (
    SessionFile,
    reference_paths,
    with_added_checks,
    with_marketplaces_compared,
)
from listo.core.worker.protocol import CountsReporter, Progress
from listo.core.worker.results import CellBlock, Overview, RowQuery
from listo.core.worker.sheet_view import ProblemLine, RowOrder, problem_lines
from listo.core.worker.state import (
    DecisionMemory,
    OpenMapping,
    State,
    WorkingSheet,
    overview_of,
    sku_counts,
    wizard_facts,
)

_BETWEEN_TRIES = 0.05
"""Seconds between two tries to have a session that another process has: nobody feels it after a wait."""

Keep = Callable[[int], None]
"""Stores a change, under the number of its session in the store."""


class Session:
    """The open files, the sheet at work, and the store; jobs read it, and change it by `commit` alone.

    `memory` are the decisions for the shop at hand, `wizard` is where the person is, `row_order` is in which
    order the rows of the sheet are looked at.
    """

    def __init__(self, store: Store | None = None) -> None:
        """Use that store, else the one in the person's data folder (raises InputError as Store does)."""
        self.store = store or Store()
        self.memory = DecisionMemory()
        self.wizard = WizardState()
        self.row_order = RowOrder()
        self._lines: dict[str, tuple[int, Sequence[ProblemLine]]] = {}
        # Not from 0: what the window remembers of a process that died must be older than this.
        self.state = State(revision=time.time_ns() // 1_000_000)
        self._damaged_store = self.store.damaged
        self._leases = Leases(self.store.leases)

    def close(self) -> None:
        """Close the store, and let another process have the session."""
        self.store.close()
        self._leases.close()

    def lease(self, session: int, progress: Progress) -> None:
        """Have a session for this process alone; where another works on it, or still stores, wait for that.

        It is this process's until another one is at work; `progress` raises CancelledError to stop waiting.
        """
        while not self._leases.take(session):
            progress("waiting", 0, 0)
            time.sleep(_BETWEEN_TRIES)

    @property
    def mapping(self) -> OpenMapping:
        """The sheet at work. Raises InputError `session-not-found` where there is none."""
        if self.state.mapping is None:
            raise InputError("session-not-found", file="")
        return self.state.mapping

    def overview(self) -> Overview:
        """Return where the work stands."""
        damaged, self._damaged_store = self._damaged_store, None
        return overview_of(self.state, self.wizard, damaged)

    def rows_shown(self, code: str | None, query: RowQuery) -> Sequence[int]:
        """Return Excel's numbers of the rows of the sheet at work to show; see `RowOrder.shown`."""
        return self.row_order.shown(self.mapping, self.state.revision, code, query)

    def rows_of(self, block: CellBlock) -> Sequence[int]:
        """Return the rows among which a block was selected; none where the sheet changed since."""
        current = block.revision == self.state.revision
        return self.rows_shown(block.code, block.rows) if current else ()

    def problem_lines(self, code: str) -> Sequence[ProblemLine]:
        """Return the rows that the problems of a type are about, in the order in which they are shown."""
        revision, lines = self._lines.get(code, (-1, ()))
        if revision != self.state.revision:
            lines = problem_lines(self.mapping, code)
            self._lines[code] = self.state.revision, lines
        return lines

    def problems_at(self, code: str, places: Iterable[tuple[int, int]]) -> Sequence[Finding]:
        """Return the findings at some places, (first, last) in `problem_lines`, each once."""
        lines = self.problem_lines(code)
        some = (line.finding for first, last in places for line in lines[max(first, 0) : last + 1])
        return list({id(finding): finding for finding in some}.values())

    def recall(self, shop: str) -> None:
        """Remember what was decided for that shop."""
        self.memory = DecisionMemory.of(shop, self.store.decisions.of(shop))

    def check(
        self,
        original: MappingSheet,
        sheet: MappingSheet,
        history: History,
        progress: Progress,
        *,
        files: Iterable[SessionFile] | None = None,
        options: Options | None = None,
    ) -> WorkingSheet:
        """Return a sheet checked against the references among those files, else as the one at work is.

        `options` are what the person said, where it is not what they said of the sheet at work.
        """
        progress("checking", 0, 0)
        work = self.state.mapping.work if self.state.mapping else None
        there = self.state.files if files is None else tuple(files)
        # The same object where it can be: what was joined of the exports belongs to it.
        references = self.mapping.work.references if files is None else references_of(there)
        said = options if options is not None else work.options if work else Options()
        weights = next((file.sku_weights for file in reversed(there) if file.sku_weights), None)
        return WorkingSheet(
            original, sheet, history, references, partial(progress, "checking"), said, weights
        )

    # ---------------------------------------------------------------- the one way to change it

    def commit(
        self,
        mapping: OpenMapping | None,
        keep: Keep | None = None,
        *,
        files: tuple[SessionFile, ...] | None = None,
        wizard: WizardState | None = None,
    ) -> Overview:
        """Have a change stored by `keep`, and only then make it the state of things.

        `files` and `wizard` stay as they are where none are given; without a sheet the path begins anew.
        Where the session was forgotten meanwhile, the work is stored as a new one. What `keep` raises
        changes nothing.
        """
        if mapping is not None and keep is not None:
            mapping = self._kept(mapping, keep, files, wizard)
        return self._adopt(mapping, files, wizard)

    def _kept(
        self,
        mapping: OpenMapping,
        keep: Keep,
        files: tuple[SessionFile, ...] | None = None,
        wizard: WizardState | None = None,
    ) -> OpenMapping:
        try:
            with self.store.one_change():
                keep(mapping.session)
        except InputError as error:
            if error.code != "session-not-found":
                raise
            session = self._stored_anew(
                mapping, self.state.files if files is None else files, wizard or self.wizard
            )
            return replace(mapping, session=session, rebased_from=None)
        return mapping

    def _stored_anew(self, mapping: OpenMapping, files: Iterable[SessionFile], wizard: WizardState) -> int:
        with self.store.one_change():
            session = self.store.create(
                mapping.subject,
                reference_paths(files),
                mapping.progress,
                mapping.history,
                mapping.fingerprints,
            )
            self.store.set_layout(session, mapping.layout)
            self.store.set_shop(session, mapping.shop)
            self.store.set_options(session, mapping.work.options, mapping.progress)
            self.store.set_wizard_state(session, wizard.to_json())
            if mapping.saved_to:
                self.store.set_saved(session, mapping.saved_to)
        return session

    def _adopt(
        self,
        mapping: OpenMapping | None,
        files: tuple[SessionFile, ...] | None = None,
        wizard: WizardState | None = None,
    ) -> Overview:
        """Make what was kept the state of things; from here on nothing can fail."""
        if files is not None:
            own = self.store.countries(mapping.shop if mapping else "")
            files = with_marketplaces_compared(with_added_checks(files), own)
        self._hold(mapping)
        self.state = State(self.state.files if files is None else files, mapping, self.state.revision + 1)
        self.set_wizard(wizard or (self.wizard if mapping else WizardState()))
        return self.overview()

    def _hold(self, mapping: OpenMapping | None) -> None:
        """Have the session at work for this process alone, and no other: a new one is nobody else's yet."""
        if mapping is not None:
            self._leases.take(mapping.session)
        self._leases.give_back_others(mapping.session if mapping else None)

    def set_wizard(self, wizard: WizardState) -> None:
        """Take up where the person is now, as far as the work allows, and keep it."""
        mapping = self.state.mapping
        before, self.wizard = self.wizard, wizard.adapted_to(wizard_facts(wizard, mapping))
        if mapping is not None and self.wizard != before:
            with suppress(InputError):  # no work is lost with it
                self.store.set_wizard_state(mapping.session, self.wizard.to_json())

    # ---------------------------------------------------------------- steps of undo

    def make_step(
        self, progress: Progress, step: UndoStep, also: Callable[[], None] | None = None
    ) -> Overview:
        """Make a new step; `also` is kept before it."""
        mapping = self.mapping
        if not step:
            return self.overview()
        changed = replace(mapping, history=mapping.history.with_step(step))
        position = mapping.history.position

        def keep(session: int) -> None:
            fingerprints = changed.fingerprints_of(step)
            self.store.record(session, position, step, changed.progress, fingerprints)

        return self._carry_out(progress, step, changed, keep, also, forward=True)

    def move_in_history(
        self,
        progress: Progress,
        step: UndoStep | None,
        history: History,
        *,
        forward: bool,
        also: Callable[[], None] | None = None,
    ) -> Overview:
        """Go to another place in the history by taking a step back or making it again."""
        if step is None:
            return self.overview()
        changed = replace(self.mapping, history=history)

        def keep(session: int) -> None:
            self.store.move(session, history.position, changed.progress)

        return self._carry_out(progress, step, changed, keep, also, forward=forward)

    def _carry_out(
        self,
        progress: Progress,
        step: UndoStep,
        changed: OpenMapping,
        keep: Keep,
        also: Callable[[], None] | None,
        *,
        forward: bool,
    ) -> Overview:
        """Change the sheet at work and keep that; where it cannot be kept, the sheet is as it was."""
        progress("checking", 0, 0)
        work, report = changed.work, partial(progress, "checking")
        there, back = (work.make, work.undo) if forward else (work.undo, work.make)

        def tell_counts() -> None:
            if isinstance(progress, CountsReporter):
                progress.tell_counts(sku_counts(work))

        there(step, report, tell_counts)
        try:
            keep_all = partial(self._keep_step, changed, keep, also)
            kept = self._kept(replace(changed, rebased_from=None, lost_steps=0), keep_all)
            if also and kept.session != changed.session:  # what it decided went back with the lost session
                also()
        except BaseException:
            back(step)
            raise
        return self._adopt(kept)

    def _keep_step(
        self, changed: OpenMapping, keep: Keep, also: Callable[[], None] | None, session: int
    ) -> None:
        """Keep a change, and the whole history in its place where the stored one is that of another file.

        All of it is one transaction: after a cut there is the step with what it decided, or nothing of it.
        """
        with self.store.one_change():
            if also:
                also()
            if changed.rebased_from:
                self.store.set_history(session, changed.history, changed.progress, changed.fingerprints)
            else:
                keep(session)
