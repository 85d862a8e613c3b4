"""The guided path as a state machine: where the person is, what is done, what is left. It draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeGuard, TypeVar, get_args

__all__ = [
    "ADMIN_STEPS",
    "FILES_TO_ADD",
    "STEPS",
    "AdminStep",
    "DraftState",
    "GivenAnswer",
    "Step",
    "StepCondition",
    "StepStatus",
    "WizardFacts",
    "WizardState",
    "is_open",
    "step_statuses",
]

T = TypeVar("T")

Step = Literal["files", "columns", "problems", "skus", "send"]
STEPS: tuple[Step, ...] = get_args(Step)
"""From the dropped files to what is to be done in the Admin."""

FILES_TO_ADD = ("amazon-values", "vtex-products", "vtex-specifications")
"""What checks may need that a file can bring, in the order in which it is offered."""

_FORMER: Mapping[str, Step] = {"review": "send", "save": "send", "afterwards": "send"}
"""The steps that were kept up to version 0.1.0 and are no more, each with the one that holds it now."""

AdminStep = Literal["upload", "reprocess", "look-again"]
ADMIN_STEPS: tuple[AdminStep, ...] = get_args(AdminStep)
"""What is to be done in VTEX's Admin, to be ticked off: bring the corrections there, send the SKUs, look."""

StepCondition = Literal["done", "to-do", "not-needed", "closed"]
"""`not-needed` asks for nothing and can be gone to all the same; `closed` cannot be gone to yet."""


class WizardFacts(NamedTuple):
    """What the path needs to know of the work.

    `has_mapping` says that there is a sheet to work on, `file_questions` of how many files it is not known
    for which categories they are, `doubts` how many things about its layout need a decision. `issue_types`
    are the codes with problems left, in the order to work through them, `problems` how many problems that
    are; `changes` is in how much the sheet differs from the file. `saved` tells what state of the work was
    saved last and `now` which it is in; both are marks that are only compared.
    `skus_sent` is how many SKUs would be sent, as far as that is known, `skus_ready` how many are ready.
    """

    has_mapping: bool = False
    doubts: int = 0
    issue_types: tuple[str, ...] = ()
    problems: int = 0
    changes: int = 0
    saved: str | None = None
    now: str = ""
    file_questions: int = 0
    skus_ready: int = 0
    skus_sent: int = 0

    @property
    def is_saved(self) -> bool:
        """Whether a copy was saved, of this state or an earlier one."""
        return self.saved is not None

    @property
    def is_up_to_date(self) -> bool:
        """Whether the copy that was saved last holds all that was done."""
        return self.saved == self.now


def is_open(step: Step, facts: WizardFacts) -> bool:
    """Return whether one can go to a step."""
    return step == "files" or facts.has_mapping


class GivenAnswer(NamedTuple):
    """An answer to a question of a draft, None to leave out what it is about.

    `mark` tells the state of the work after it, see `WizardFacts`: after an undo it counts no more.
    `is_step` says that it changed the sheet.
    """

    mark: str
    id: str
    text: str | None
    is_step: bool


class DraftState(NamedTuple):
    """How far a draft is: its categories (None: all), what was answered, skipped, looked through.

    Questions go by their ids, `looked` are groups of likely rows.
    """

    categories: tuple[int, ...] | None = None
    answers: tuple[GivenAnswer, ...] = ()
    skipped: tuple[str, ...] = ()
    looked: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return this as plain JSON."""
        return {
            "categories": None if self.categories is None else list(self.categories),
            "answers": [list(each) for each in self.answers],
            "skipped": list(self.skipped),
            "looked": list(self.looked),
        }

    @classmethod
    def from_json(cls, kept: object) -> DraftState | None:
        """Return what was kept, None where that is no draft; what is damaged is left out."""
        if not isinstance(kept, dict):
            return None
        numbers = _of_kind(list, kept.get("categories"))
        categories = None if numbers is None else tuple(each for each in numbers if isinstance(each, int))
        answers = [GivenAnswer(*each) for each in _listed(kept, "answers") if _is_answer(each)]
        skipped, looked = (
            tuple(each for each in _listed(kept, name) if isinstance(each, str))
            for name in ("skipped", "looked")
        )
        return cls(categories, tuple(answers), skipped, looked)


def _listed(kept: Mapping[str, Any], name: str) -> list[object]:
    return _of_kind(list, kept.get(name)) or []


def _is_answer(kept: object) -> TypeGuard[tuple[str, str, str | None, bool]]:
    if not isinstance(kept, list) or len(kept) != len(GivenAnswer._fields):
        return False
    mark, its_id, text, is_step = kept
    return (
        isinstance(mark, str)
        and mark.partition(":")[0].isdecimal()
        and isinstance(is_step, bool)
        and isinstance(its_id, str)
        and isinstance(text, str | None)
    )


class WizardState(NamedTuple):
    """Where the person is.

    `issue_type` is the code of the problems at hand, `row` and `column` the cell; they are kept while another
    step is shown. `met` are all issue types that were ever there, in the order in which they came: those that
    are left no more are done. `checklist` are the steps in the Admin that are done. `saved` marks the state
    of the work that was saved last, see `WizardFacts`. `draft` is how far a draft is, where there
    is one.
    """

    step: Step = "files"
    issue_type: str | None = None
    row: int | None = None
    column: str | None = None
    met: tuple[str, ...] = ()
    checklist: tuple[AdminStep, ...] = ()
    saved: str | None = None
    draft: DraftState | None = None

    # ---------------------------------------------------------------- from step to step

    def go(self, step: Step, facts: WizardFacts) -> WizardState:
        """Go to a step, where it is open."""
        return self._replace(step=step).adapted_to(facts) if is_open(step, facts) else self

    def on(self, facts: WizardFacts) -> WizardState:
        """Go to the next step that is open and asks for something; stay at the end."""
        later = STEPS[STEPS.index(self.step) + 1 :]
        return self._first(later, facts)

    def back(self, facts: WizardFacts) -> WizardState:
        """Go to the step before, likewise; stay at the beginning."""
        earlier = STEPS[: STEPS.index(self.step)]
        return self._first(tuple(reversed(earlier)), facts)

    def _first(self, steps: tuple[Step, ...], facts: WizardFacts) -> WizardState:
        asking = {"columns": facts.doubts, "skus": facts.skus_sent}
        step = next((step for step in steps if is_open(step, facts) and asking.get(step, 1)), None)
        return self if step is None else self.go(step, facts)

    # ---------------------------------------------------------------- from issue type to issue type

    def look_at(
        self, issue_type: str | None, row: int | None = None, column: str | None = None
    ) -> WizardState:
        """Take problems of a type in hand, and perhaps a cell of them."""
        return self._replace(issue_type=issue_type, row=row, column=column)

    def next_issue_type(self, facts: WizardFacts, direction: Literal[-1, 1] = 1) -> WizardState:
        """Take the next type that is left in hand, after the last the first; with -1 the one before."""
        types = facts.issue_types
        if not types:
            return self.look_at(None)
        if self.issue_type not in types:
            return self.look_at(types[0 if direction > 0 else -1])
        return self.look_at(types[(types.index(self.issue_type) + direction) % len(types)])

    # ---------------------------------------------------------------- keeping up with the work

    def adapted_to(self, facts: WizardFacts) -> WizardState:
        """Return where the person is after the work changed: never at a step that is not open.

        A type that is mended stays in hand, so that what became of it can be seen; at first there is one.
        """
        met = (*self.met, *(code for code in facts.issue_types if code not in self.met))
        now = self._replace(met=met, step=self._nearest_open(facts))
        first = now.step == "problems" and now.issue_type is None and facts.issue_types
        return now.look_at(facts.issue_types[0]) if first else now

    def _nearest_open(self, facts: WizardFacts) -> Step:
        until_here = STEPS[: STEPS.index(self.step) + 1]
        return next(step for step in reversed(until_here) if is_open(step, facts))

    def saved_as(self, mark: str) -> WizardState:
        """Note which state of the work was saved; with another copy than before the Admin is begun anew."""
        is_another = self.saved is not None and self.saved != mark
        return self._replace(saved=mark, checklist=() if is_another else self.checklist)

    def tick(self, step: AdminStep, done: bool = True) -> WizardState:
        """Tick a step in the Admin off, or not."""
        ticked = {*self.checklist, step} if done else {*self.checklist} - {step}
        return self._replace(checklist=tuple(each for each in ADMIN_STEPS if each in ticked))

    # ---------------------------------------------------------------- as it is kept

    def to_json(self) -> dict[str, Any]:
        """Return this as plain JSON; its keys are those of earlier versions, which read it too."""
        return {
            "step": self.step,
            "kind": self.issue_type,
            "row": self.row,
            "column": self.column,
            "met": list(self.met),
            "ticks": list(self.checklist),
            "saved": self.saved,
            **({"draft": self.draft.to_json()} if self.draft else {}),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> WizardState:
        """Return what was kept; what another version wrote and is not known here is left out."""
        there = kept.get("step")
        now = _FORMER.get(there, there) if isinstance(there, str) else None
        step: Step = next((each for each in STEPS if each == now), STEPS[0])
        ticks, met = _of_kind(list, kept.get("ticks")) or (), _of_kind(list, kept.get("met")) or ()
        checklist = tuple(each for each in ADMIN_STEPS if each in ticks)
        row, texts = _of_kind(int, kept.get("row")), ("kind", "column", "saved")
        kind, column, saved = (_of_kind(str, kept.get(name)) for name in texts)
        known = tuple(each for each in met if isinstance(each, str))
        draft = DraftState.from_json(kept.get("draft"))
        return cls(step, kind, row, column, known, checklist, saved, draft)


def _of_kind(kind: type[T], kept: object) -> T | None:
    """Return what was kept where it is of that kind: what is damaged is left out."""
    return kept if isinstance(kept, kind) else None


class StepStatus(NamedTuple):
    """A step as it is shown: whether the person is there, and how many things of how many are done.

    What is counted: types of issue, SKUs that are ready, steps in the Admin once one can begin with them.
    """

    step: Step
    condition: StepCondition
    here: bool
    done: int = 0
    total: int = 0


def step_statuses(state: WizardState, facts: WizardFacts) -> tuple[StepStatus, ...]:
    """Return how all steps stand, in their order."""
    return tuple(_status(step, state, facts) for step in STEPS)


def _status(step: Step, state: WizardState, facts: WizardFacts) -> StepStatus:
    here = state.step == step
    if not is_open(step, facts):
        return StepStatus(step, "closed", here)
    if step == "columns" and not facts.doubts:
        return StepStatus(step, "not-needed", here)
    done, total = _count(step, state, facts)
    return StepStatus(step, "done" if _is_done(step, state, facts) else "to-do", here, done, total)


def _is_done(step: Step, state: WizardState, facts: WizardFacts) -> bool:
    match step:
        case "files":
            return facts.has_mapping and not facts.file_questions
        case "problems":
            return not facts.issue_types
        case "skus":
            return 0 < facts.skus_sent == facts.skus_ready
        case "send":
            return state.checklist == ADMIN_STEPS and (facts.is_up_to_date or not facts.is_saved)
    return False


def _count(step: Step, state: WizardState, facts: WizardFacts) -> tuple[int, int]:
    match step:
        case "problems":
            met = {*state.met, *facts.issue_types}
            return len(met) - len(facts.issue_types), len(met)
        case "skus":
            return facts.skus_ready, facts.skus_sent
        case "files":
            return 0, facts.file_questions
        case "columns":
            return 0, facts.doubts
        case "send" if facts.is_saved or state.checklist:
            return len(state.checklist), len(ADMIN_STEPS)
    return 0, 0
