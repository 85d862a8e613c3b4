"""The jobs that change the sheet at work; each is one step of undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from listo.core.checks.findings import finding_key
from listo.core.edits.history import Edit, FindingKey, IgnoreEdit, Step
from listo.core.edits.operations import (
    can_edit,
    free_row,
    merge_steps,
    prepare,
    prepare_removal,
    prepare_return,
    prepare_row,
    safe_edits,
)
from listo.core.mapping.sheet import COLUMNS, Column
from listo.core.storage.types import Decision
from listo.core.worker.answers import MOST_AT_ONCE
from listo.core.worker.desk import Desk
from listo.core.worker.facts import Progress
from listo.core.worker.mending import alike, chosen, suggested
from listo.core.worker.remembering import Decided, decided
from listo.core.worker.replacing import places, replacements
from listo.core.worker.results import FindQuery, Matches, Overview

_ROUNDS = 20
"""More than any chain of safe fixes on one cell; a bound, in case two checks should disagree for ever."""


class Changing(Desk):
    """Jobs that mend, and take back."""

    def apply(self, progress: Progress, edits: Iterable[Edit]) -> Overview:
        """Change cells, as one step of undo; what is chosen for a wrong text is remembered."""
        return self._decide(progress, prepare(self._mapping().sheet, edits))

    def apply_alike(self, progress: Progress, row: int, column: str, text: str) -> Overview:
        """Put `text` into that cell and all to which the same decision fits; see `mending.alike`."""
        mapping = self._mapping()
        edits = (Edit(*cell, text) for cell in alike(mapping, row, column))
        return self._decide(progress, prepare(mapping.sheet, edits))

    def apply_suggestions(self, progress: Progress, code: str) -> Overview:
        """Put the best suggestion into the cells of every finding of that code, as one step."""
        mapping = self._mapping()
        return self._make(progress, prepare(mapping.sheet, suggested(mapping, self._memory, code)))

    def apply_chosen(
        self,
        progress: Progress,
        code: str,
        places: Iterable[tuple[int, int]],
        text: str | None,
        revision: int,
    ) -> Overview:
        """Put `text` (where None the best suggestion of each) into the cells of some problems of that code.

        `places` are (first, last) among those that `page` showed at that `revision`; nothing changes
        where it is another one by now.
        """
        if revision != self._state.revision:
            return self._overview()
        mapping = self._mapping()
        step = prepare(mapping.sheet, chosen(mapping, self._memory, code, places, text))
        return self._make(progress, step) if text is None else self._decide(progress, step)

    def apply_safe(self, progress: Progress) -> Overview:
        """Make every safe fix, and those that become possible by it, as one step."""
        return self._make(progress, self._safe_fixes(progress))

    def find(self, _progress: Progress, wanted: FindQuery) -> Matches:
        """Return how many cells hold what is to be replaced, and the first of them."""
        found = tuple(places(self._mapping(), wanted))
        return Matches(self._state.revision, len(found), found[:MOST_AT_ONCE])

    def replace(self, progress: Progress, wanted: FindQuery, text: str) -> Overview:
        """Put `text` in the place of what is found, in all cells, as one step."""
        mapping = self._mapping()
        return self._decide(progress, prepare(mapping.sheet, replacements(mapping, wanted, text)))

    def revert(self, progress: Progress, cells: Iterable[tuple[int, str]]) -> Overview:
        """Take cells (row, column) back to what the file says, as one step; an empty column means the row."""
        mapping = self._mapping()
        return self._make(progress, prepare_return(mapping.original, mapping.sheet, cells))

    # ---------------------------------------------------------------- rows

    def delete_rows(self, progress: Progress, rows: Iterable[int]) -> Overview:
        """Take data rows out, by Excel's numbers; the others keep their numbers until the copy is saved."""
        return self._make(progress, prepare_removal(self._mapping().sheet, rows))

    def insert_row(
        self, progress: Progress, like: int | None = None, texts: Mapping[Column, str] | None = None
    ) -> Overview:
        """Put a row in below the last one: a copy of the row `like`, or an empty one, with these texts."""
        mapping = self._mapping()
        sheet = mapping.sheet
        there = like is not None and sheet.has_row(like)
        copied = sheet.row(sheet.index_of(like)) if like is not None and there else ("",) * len(COLUMNS)
        row = {**dict(zip(COLUMNS, copied, strict=True)), **(texts or {})}
        number = free_row(mapping.original, sheet, mapping.history.moved_rows())
        return self._make(progress, prepare_row(number, tuple(row[name] for name in COLUMNS)))

    # ---------------------------------------------------------------- findings left as they are

    def leave(self, progress: Progress, findings: Iterable[FindingKey], reason: str = "") -> Overview:
        """Leave findings as they are: they are counted apart from now on, and listed with the reason."""
        reasons = self._mapping().reasons
        unique = dict.fromkeys(findings)
        ignores = (IgnoreEdit(FindingKey(*key), reasons.get(key), reason) for key in unique)
        return self._make(progress, Step(ignores=tuple(each for each in ignores if each.before != reason)))

    def leave_kind(self, progress: Progress, code: str, reason: str = "") -> Overview:
        """Leave all findings of that code as they are."""
        found = self._mapping().findings.of(code)
        return self.leave(progress, [FindingKey(*finding_key(finding)) for finding in found], reason)

    def leave_chosen(
        self,
        progress: Progress,
        code: str,
        places: Iterable[tuple[int, int]],
        reason: str,
        revision: int,
    ) -> Overview:
        """Leave some problems of that code as they are; `places` and `revision` as in `apply_chosen`."""
        if revision != self._state.revision:
            return self._overview()
        found = self._mapping().findings.of(code)
        some = (finding for first, last in places for finding in found[max(first, 0) : last + 1])
        return self.leave(progress, [FindingKey(*finding_key(finding)) for finding in some], reason)

    def take_up(self, progress: Progress, findings: Iterable[FindingKey]) -> Overview:
        """Count findings that were left among the others again."""
        reasons = self._mapping().reasons
        known = (FindingKey(*key) for key in dict.fromkeys(findings) if key in reasons)
        return self._make(progress, Step(ignores=tuple(IgnoreEdit(key, reasons[key], None) for key in known)))

    # ---------------------------------------------------------------- back and forth

    def undo(self, progress: Progress) -> Overview:
        """Take back the last step, and what it decided; nothing changes where there is none."""
        mapping = self._mapping()
        step = mapping.history.to_undo()
        made = self._decided_by(step)
        also = partial(self._store.decisions.undo, made.decisions, made.earlier) if made else None
        answer = self._move(progress, step, mapping.history.undone(), forward=False, also=also)
        if made:
            self._recall(mapping.shop)
        return answer

    def redo(self, progress: Progress) -> Overview:
        """Make the step again that was last taken back; nothing changes where there is none."""
        mapping = self._mapping()
        step = mapping.history.to_redo()
        made = self._decided_by(step)
        also = partial(self._keep_decided, made.step, made.decisions) if made else None
        answer = self._move(progress, step, mapping.history.redone(), forward=True, also=also)
        if made:
            self._recall(mapping.shop)
        return answer

    def _decided_by(self, step: Step | None) -> Decided | None:
        """Return what that very step decided since the program was started."""
        found = self._decided.get(id(step))
        return found if found and found.step is step else None

    def _decide(self, progress: Progress, step: Step) -> Overview:
        """Make a step by which the person decided something to be remembered."""
        decisions = decided(self._mapping(), step)
        if not decisions:
            return self._make(progress, step)
        answer = self._make(progress, step, partial(self._keep_decided, step, decisions))
        self._memory = self._memory.with_more(decisions)
        return answer

    def _keep_decided(self, step: Step, decisions: tuple[Decision, ...]) -> None:
        """Keep what a step decides, and for undo what that takes the place of."""
        earlier = self._store.decisions.replaced_by(decisions)
        self._store.decisions.keep(decisions)
        self._decided[id(step)] = Decided(step, decisions, earlier)

    def _safe_fixes(self, progress: Progress) -> Step:
        """Return every safe fix as one step, found out on the sheet itself, which is as it was afterwards."""
        work, told, rounds = self._mapping().work, partial(progress, "checking"), list[Step]()
        try:
            for _ in range(_ROUNDS):
                edits = safe_edits(work.checked.findings)
                step = prepare(work.sheet, (e for e in edits if can_edit(work.sheet, e.row, e.column)))
                if not step:
                    break
                work.make(step, told)
                rounds.append(step)
        finally:
            for step in reversed(rounds):
                work.undo(step)
        return merge_steps(rounds)
