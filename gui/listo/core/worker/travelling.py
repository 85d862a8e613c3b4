"""The jobs of the path: where the person goes, and what is to be done once the copy is saved."""

from __future__ import annotations

from typing import Literal

from listo.core.wizard_state import AdminStep, Step, WizardState
from listo.core.worker.answers import facts_of, way_of
from listo.core.worker.desk import Desk
from listo.core.worker.facts import Progress
from listo.core.worker.reprocessing import to_reprocess
from listo.core.worker.results import Reprocess, WizardView


class Travelling(Desk):
    """Jobs that change nothing but where the person is; pages stay what they are."""

    def go(self, _progress: Progress, to: Step | Literal["on", "back"]) -> WizardView:
        """Go to a step, to the next or to the one before; stay where that is not open."""
        facts = facts_of(self._journey, self._state.mapping)
        if to == "on":
            return self._be(self._journey.on(facts))
        return self._be(self._journey.back(facts) if to == "back" else self._journey.go(to, facts))

    def look_at(
        self, _progress: Progress, kind: str | None, row: int | None = None, column: str | None = None
    ) -> WizardView:
        """Take problems of a kind in hand, and perhaps a cell of them."""
        return self._be(self._journey.look_at(kind, row, column))

    def next_kind(self, _progress: Progress, by: Literal[-1, 1] = 1) -> WizardView:
        """Take the next kind that is left in hand, or with -1 the one before."""
        return self._be(self._journey.next_issue_type(facts_of(self._journey, self._state.mapping), by))

    def tick(self, _progress: Progress, step: AdminStep, done: bool = True) -> WizardView:
        """Tick a step in the Admin off, or not."""
        return self._be(self._journey.tick(step, done))

    def to_reprocess(self, _progress: Progress) -> Reprocess:
        """Return the categories that the changes concern, and of which SKUs that are active."""
        return to_reprocess(self._mapping())

    def _be(self, journey: WizardState) -> WizardView:
        self._travelled(journey)
        return way_of(self._journey, self._state.mapping)
