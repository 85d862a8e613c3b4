"""The path as it is shown: each step, whether it is done, and how much of it is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from listo.core.journey.facts import Facts
from listo.core.journey.path import ADMIN_STEPS, STEPS, Journey, Step, is_open

StationState = Literal["done", "to-do", "not-needed", "closed"]
"""`not-needed` asks for nothing and can be gone to all the same; `closed` cannot be gone to yet."""


@dataclass(frozen=True, slots=True)
class Station:
    """A step: its state, whether the person is there, and how many things of how many in all are done.

    What is counted: kinds of problem, changes to review (as `total`), and steps in the Admin.
    """

    step: Step
    state: StationState
    here: bool
    done: int = 0
    total: int = 0


def stations(journey: Journey, facts: Facts) -> tuple[Station, ...]:
    """Return all steps in their order."""
    return tuple(_station(step, journey, facts) for step in STEPS)


def _station(step: Step, journey: Journey, facts: Facts) -> Station:
    here = journey.step == step
    if not is_open(step, facts):
        return Station(step, "closed", here)
    if step == "columns" and not facts.doubts:
        return Station(step, "not-needed", here)
    done, total = _count(step, journey, facts)
    return Station(step, "done" if _is_done(step, journey, facts) else "to-do", here, done, total)


def _is_done(step: Step, journey: Journey, facts: Facts) -> bool:
    match step:
        case "files":
            return facts.has_mapping
        case "problems":
            return not facts.kinds
        case "review" | "save":
            return facts.is_up_to_date
        case "afterwards":
            return journey.ticks == ADMIN_STEPS
    return False


def _count(step: Step, journey: Journey, facts: Facts) -> tuple[int, int]:
    match step:
        case "problems":
            met = {*journey.met, *facts.kinds}
            return len(met) - len(facts.kinds), len(met)
        case "review":
            return 0, facts.changes
        case "columns":
            return 0, facts.doubts
        case "afterwards":
            return len(journey.ticks), len(ADMIN_STEPS)
    return 0, 0
