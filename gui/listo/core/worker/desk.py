"""What every job works with: the open files, the sheet at work, and the store that keeps each change."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from listo.core.edits.history import History, Step
from listo.core.errors import InputError
from listo.core.file_kinds import references_of
from listo.core.mapping.sheet import MappingSheet
from listo.core.storage.store import Store
from listo.core.wizard_state import WizardState
from listo.core.worker.answers import facts_of, overview_of
from listo.core.worker.facts import Progress
from listo.core.worker.files import KeptFile, Reader, with_marketplaces_compared, with_what_they_add
from listo.core.worker.remembering import Decided, Memory
from listo.core.worker.results import Overview
from listo.core.worker.state import OpenMapping, State, Work

SHOP = "shop"
"""Under which key the store keeps whose sheet was worked on last."""


class Desk:
    """The state of things, taken by a job only once the store has it on disk."""

    def __init__(self, store: Store | None = None) -> None:
        """Use that store, else the one in the person's data folder (raises InputError as Store does)."""
        self._store = store or Store()
        self._damaged_store = self._store.damaged
        self._reader = Reader()
        self._memory = Memory()
        self._decided: dict[int, Decided] = {}  # by the step itself: it is not known from its likes
        self._journey = WizardState()
        # Not from 0: what the window remembers of a process that died must be older than this.
        self._state = State(revision=time.time_ns() // 1_000_000)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def overview(self, _progress: Progress) -> Overview:
        """Return where the work stands."""
        return self._overview()

    def _recall(self, shop: str) -> None:
        """Remember what was decided for that shop."""
        self._memory = Memory.of(shop, self._store.decisions.of(shop))

    def _mapping(self) -> OpenMapping:
        if self._state.mapping is None:
            raise InputError("session-not-found", file="")
        return self._state.mapping

    def _work_on(
        self,
        original: MappingSheet,
        sheet: MappingSheet,
        history: History,
        files: Iterable[KeptFile],
        progress: Progress,
        trade_policy: str = "",
    ) -> Work:
        progress("checking", 0, 0)
        told = partial(progress, "checking")
        return Work(original, sheet, history, references_of(files), told, trade_policy)

    # ---------------------------------------------------------------- steps

    def _make(self, progress: Progress, step: Step, also: Callable[[], None] | None = None) -> Overview:
        """Make a new step; `also` is kept before it."""
        mapping = self._mapping()
        if not step:
            return self._overview()
        changed = replace(mapping, history=mapping.history.with_step(step))
        position = mapping.history.position

        def keep(session: int) -> None:
            if also:
                also()
            fingerprints = changed.fingerprints_of(step)
            self._store.record(session, position, step, changed.progress, fingerprints)

        return self._carry_out(progress, step, changed, keep, forward=True)

    def _move(
        self,
        progress: Progress,
        step: Step | None,
        history: History,
        *,
        forward: bool,
        also: Callable[[], None] | None = None,
    ) -> Overview:
        """Go to another place in the history by taking a step back or making it again."""
        if step is None:
            return self._overview()
        changed = replace(self._mapping(), history=history)

        def keep(session: int) -> None:
            if also:
                also()
            self._store.move(session, history.position, changed.progress)

        return self._carry_out(progress, step, changed, keep, forward=forward)

    def _carry_out(
        self,
        progress: Progress,
        step: Step,
        changed: OpenMapping,
        keep: Callable[[int], None],
        *,
        forward: bool,
    ) -> Overview:
        """Change the sheet at work and keep that; where it cannot be kept, the sheet is as it was."""
        progress("checking", 0, 0)
        work, told = changed.work, partial(progress, "checking")
        there, back = (work.make, work.undo) if forward else (work.undo, work.make)
        there(step, told)
        try:
            kept = self._kept(changed, self._state.files, partial(self._rebase, changed, keep))
        except BaseException:
            back(step)
            raise
        return self._went_on(replace(kept, basis=None))

    def _rebase(self, changed: OpenMapping, keep: Callable[[int], None], session: int) -> None:
        """Keep a change; and the whole history with it where the stored one is that of another file."""
        keep(session)
        if changed.basis:
            self._store.set_history(session, changed.history, changed.progress, changed.fingerprints)

    # ---------------------------------------------------------------- the state

    def _change(self, mapping: OpenMapping, keep: Callable[[int], None]) -> Overview:
        return self._went_on(self._kept(mapping, self._state.files, keep))

    def _kept(
        self, mapping: OpenMapping, files: Iterable[KeptFile], keep: Callable[[int], None]
    ) -> OpenMapping:
        """Store a change; where the session was forgotten meanwhile, store the work as a new one."""
        try:
            keep(mapping.session)
        except InputError as error:
            if error.code != "session-not-found":
                raise
            return replace(mapping, session=self._stored_anew(mapping, files), basis=None)
        return mapping

    def _stored_anew(self, mapping: OpenMapping, files: Iterable[KeptFile]) -> int:
        session = self._store.create(
            mapping.subject, reference_paths(files), mapping.progress, mapping.history, mapping.fingerprints
        )
        self._store.set_layout(session, mapping.shape)
        self._store.set_shop(session, mapping.shop)
        self._store.set_trade_policy(session, mapping.work.trade_policy, mapping.progress)
        self._store.set_wizard_state(session, self._journey.to_json())
        if mapping.saved_to:
            self._store.set_saved(session, mapping.saved_to)
        return session

    def _take(
        self, files: Iterable[KeptFile], mapping: OpenMapping | None, journey: WizardState | None = None
    ) -> Overview:
        """Make what a job built the state of things; from here on nothing can fail."""
        own = self._store.countries(mapping.shop if mapping else "")
        told = with_marketplaces_compared(with_what_they_add(files), own)
        self._state = State(told, mapping, self._state.revision + 1)
        self._travelled(journey or (self._journey if mapping else WizardState()))
        return self._overview()

    def _went_on(self, mapping: OpenMapping) -> Overview:
        """Take up a change of the work alone."""
        self._state = State(self._state.files, mapping, self._state.revision + 1)
        self._travelled(self._journey)
        return self._overview()

    def _travelled(self, journey: WizardState) -> None:
        """Take up where the person is now, as far as the work allows, and keep it."""
        mapping = self._state.mapping
        before, self._journey = self._journey, journey.adapted_to(facts_of(journey, mapping))
        if mapping is not None and self._journey != before:
            with suppress(InputError):  # no work is lost with it
                self._store.set_wizard_state(mapping.session, self._journey.to_json())

    def _overview(self) -> Overview:
        damaged, self._damaged_store = self._damaged_store, None
        return overview_of(self._state, self._journey, damaged)


def reference_paths(files: Iterable[KeptFile]) -> list[Path]:
    """Return the files that the mapping sheet is checked against."""
    return [file.path for file in files if file.is_reference]
