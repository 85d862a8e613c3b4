"""The steps of the path, and how one goes from one to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from listo.core.journey.facts import Facts

Step = Literal["files", "columns", "problems", "review", "save", "afterwards"]
STEPS: tuple[Step, ...] = get_args(Step)
"""From the dropped files to what is to be done in the Admin."""

AdminStep = Literal["upload", "reprocess", "look-again"]
ADMIN_STEPS: tuple[AdminStep, ...] = get_args(AdminStep)
"""What is to be done in VTEX's Admin once a copy is saved, to be ticked off."""


def is_open(step: Step, facts: Facts) -> bool:
    """Return whether one can go to a step."""
    if step == "afterwards":
        return facts.has_mapping and facts.is_saved
    return step == "files" or facts.has_mapping


@dataclass(frozen=True, slots=True)
class Journey:
    """Where the person is.

    `kind` is the code of the problems at hand, `row` and `column` the cell; they are kept while another step
    is shown. `met` are all kinds of problem that were ever there, in the order in which they came: those that
    are left no more are done. `ticks` are the steps in the Admin that are done. `saved` marks the state of
    the work that was saved last, see `Facts`.
    """

    step: Step = "files"
    kind: str | None = None
    row: int | None = None
    column: str | None = None
    met: tuple[str, ...] = ()
    ticks: tuple[AdminStep, ...] = ()
    saved: str | None = None

    # ---------------------------------------------------------------- from step to step

    def go(self, step: Step, facts: Facts) -> Journey:
        """Go to a step, where it is open."""
        return replace(self, step=step).keeping_up(facts) if is_open(step, facts) else self

    def on(self, facts: Facts) -> Journey:
        """Go to the next step that is open and asks for something; stay at the end."""
        later = STEPS[STEPS.index(self.step) + 1 :]
        return self._first(later, facts)

    def back(self, facts: Facts) -> Journey:
        """Go to the step before, likewise; stay at the beginning."""
        earlier = STEPS[: STEPS.index(self.step)]
        return self._first(tuple(reversed(earlier)), facts)

    def _first(self, steps: tuple[Step, ...], facts: Facts) -> Journey:
        wanted = (step for step in steps if is_open(step, facts) and (step != "columns" or facts.doubts))
        step = next(wanted, None)
        return self if step is None else self.go(step, facts)

    # ---------------------------------------------------------------- from kind to kind

    def look_at(self, kind: str | None, row: int | None = None, column: str | None = None) -> Journey:
        """Take problems of a kind in hand, and perhaps a cell of them."""
        return replace(self, kind=kind, row=row, column=column)

    def next_kind(self, facts: Facts, by: Literal[-1, 1] = 1) -> Journey:
        """Take the next kind that is left in hand, after the last the first; with -1 the one before."""
        if not facts.kinds:
            return self.look_at(None)
        if self.kind not in facts.kinds:
            return self.look_at(facts.kinds[0 if by > 0 else -1])
        return self.look_at(facts.kinds[(facts.kinds.index(self.kind) + by) % len(facts.kinds)])

    # ---------------------------------------------------------------- keeping up with the work

    def keeping_up(self, facts: Facts) -> Journey:
        """Return where the person is after the work changed: never at a step that is not open.

        A kind that is mended stays in hand, so that what became of it can be seen; at first there is one.
        """
        met = (*self.met, *(kind for kind in facts.kinds if kind not in self.met))
        now = replace(self, met=met, step=self._nearest_open(facts))
        first = now.step == "problems" and now.kind is None and facts.kinds
        return now.look_at(facts.kinds[0]) if first else now

    def _nearest_open(self, facts: Facts) -> Step:
        until_here = STEPS[: STEPS.index(self.step) + 1]
        return next(step for step in reversed(until_here) if is_open(step, facts))

    def tick(self, step: AdminStep, done: bool = True) -> Journey:
        """Tick a step in the Admin off, or not."""
        ticked = {*self.ticks, step} if done else {*self.ticks} - {step}
        return replace(self, ticks=tuple(each for each in ADMIN_STEPS if each in ticked))

    # ---------------------------------------------------------------- as it is kept

    def kept(self) -> dict[str, Any]:
        """Return this as plain JSON."""
        return {
            "step": self.step,
            "kind": self.kind,
            "row": self.row,
            "column": self.column,
            "met": list(self.met),
            "ticks": list(self.ticks),
            "saved": self.saved,
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Journey:
        """Return what was kept; what another version wrote and is not known here is left out."""
        step: Step = next((each for each in STEPS if each == kept.get("step")), STEPS[0])
        ticks = tuple(each for each in ADMIN_STEPS if each in kept.get("ticks", ()))
        place = kept.get("kind"), kept.get("row"), kept.get("column")
        return cls(step, *place, tuple(kept.get("met", ())), ticks, kept.get("saved"))
