"""The fixes that need no decision: exactly one right answer follows from the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from listo.core.edits.editing import apply_step, can_edit, copy_of, prepare
from listo.core.edits.model import CellEdit, Edit, Step
from listo.core.mapping.sheet import Column, MappingSheet

_ROUNDS = 20
"""More than any chain of fixes on one cell; a bound, in case two checks should disagree for ever."""


class Mendable(Protocol):
    """As much of a finding as this needs."""

    @property
    def row(self) -> int | None: ...  # noqa: D102
    @property
    def column(self) -> str | None: ...  # noqa: D102
    @property
    def safe_fix(self) -> str | None: ...  # noqa: D102


class Findings(Protocol):
    """As much of a report as this needs."""

    @property
    def findings(self) -> Iterable[Mendable]: ...  # noqa: D102


_Report = TypeVar("_Report", bound=Findings)


def safe_edits(findings: Iterable[Mendable]) -> tuple[Edit, ...]:
    """Return the safe fixes of those findings, each cell at most once: the first finding of a cell counts."""
    edits: dict[tuple[int, str], Edit] = {}
    for finding in findings:
        if finding.row is not None and finding.column is not None and finding.safe_fix is not None:
            place = (finding.row, finding.column)
            edits.setdefault(place, Edit(*place, finding.safe_fix))
    return tuple(edits.values())


def mend_safely(
    sheet: MappingSheet, report: _Report, check: Callable[[MappingSheet], _Report]
) -> tuple[MappingSheet, Step, _Report]:
    """Apply safe fixes, check again, and so on until none remains, on a copy of `sheet`.

    `report` is what `check` says of `sheet` as it is. Returns the mended copy, all of it as one step,
    and what is left.
    """
    mended, rounds = copy_of(sheet), []
    for _ in range(_ROUNDS):
        wanted = [edit for edit in safe_edits(report.findings) if can_edit(mended, edit.row, edit.column)]
        step = prepare(mended, wanted)
        if not step.edits:
            break
        apply_step(mended, step)
        rounds.append(step)
        report = check(mended)
    return mended, as_one(rounds), report


def as_one(steps: Iterable[Step]) -> Step:
    """Return the step that does what those steps do one after the other."""
    first: dict[tuple[int, Column], CellEdit] = {}
    last: dict[tuple[int, Column], str] = {}
    for step in steps:
        for edit in step.edits:
            first.setdefault((edit.row, edit.column), edit)
            last[(edit.row, edit.column)] = edit.after
    whole = (
        CellEdit(edit.row, edit.column, edit.before, last[place], edit.before_kind)
        for place, edit in first.items()
    )
    return Step(tuple(edit for edit in whole if edit.before != edit.after or edit.before_kind))
