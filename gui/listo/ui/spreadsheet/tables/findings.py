"""What the models and pages ask of a finding: its message, what to put in its cell, what tells it apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from listo.core.edits.history import FindingKey
from listo.core.mapping.sheet import COLUMNS, Column
from listo.core.texts import Texts

if TYPE_CHECKING:
    from listo.core.checks.types import Finding
    from listo.core.worker.results import Problem

FindingMessage = Callable[["Finding"], str]
"""Gives the sentence that says what is wrong, in the language of the window."""


def message_of(texts: Texts, finding: Finding) -> str:
    """Return the sentence that says what is wrong."""
    from listo.core.checks.messages import say

    return say(texts, finding)


def fill_names(message: str, problem: Problem | None) -> str:
    """Return a message of VTEX with the names of a problem in its blanks."""
    from listo.core.checks.messages import with_names

    cells = dict(zip(COLUMNS, problem.cells, strict=False)) if problem else {}
    return with_names(message, problem.finding if problem else None, cells)


def best_suggestion(finding: Finding) -> str | None:
    """Return what to put in the cell unless the person knows better, or None where nothing is proposed."""
    if finding.column is None or finding.row is None:
        return None
    return next(iter(finding.suggestions), finding.safe_fix)


def all_suggestions(finding: Finding) -> tuple[str, ...]:
    """Return everything that is proposed for the cell, the best first, each once."""
    best = best_suggestion(finding)
    return () if best is None else tuple(dict.fromkeys((best, *finding.suggestions)))


def key_of(finding: Finding) -> FindingKey:
    """Return what tells this finding from all others."""
    return FindingKey(finding.code, finding.row, finding.column, finding.value)


def missing_row(finding: Finding | None) -> dict[Column, str]:
    """Return what is known of a row that is missing; empty where the finding is about something else."""
    if finding is None or finding.code != "mandatory-attribute-missing":
        return {}
    return {
        "CategoryID": finding.arguments["category"],
        "Type": "Information",
        "AmazonSpecification": finding.value,
    }
