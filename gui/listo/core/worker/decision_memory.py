"""Decisions remembered: what a step decided, and what was decided before about the text of a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from listo.core.checks.types import Finding
from listo.core.edits.history import CellEdit, UndoStep
from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.storage.types import Decision
from listo.core.texts import fold_for_search
from listo.core.worker.state import OpenMapping

_VALUES: tuple[Column, ...] = ("VTEXValue", "AmazonValue")

_About = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class StepDecisions:
    """What a step decided, and what was kept `earlier` about the same."""

    step: UndoStep
    decisions: tuple[Decision, ...]
    earlier: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class DecisionMemory:
    """The decisions for one shop, by what they are about; each by its letters too, for texts alike."""

    shop: str = ""
    _by_vtex_value: Mapping[_About, str] = field(default_factory=dict)
    _by_said: Mapping[_About, str] = field(default_factory=dict)

    @classmethod
    def of(cls, shop: str, decisions: Iterable[Decision]) -> DecisionMemory:
        """Return what these decisions, the latest first, say for later ones."""
        memory = cls(shop, {}, {})
        return memory.with_more(reversed(tuple(decisions)))

    def with_more(self, decisions: Iterable[Decision]) -> DecisionMemory:
        """Return the memory with further decisions, the latest last."""
        by_value, by_said = dict(self._by_vtex_value), dict(self._by_said)
        for one in decisions:
            for form in filter(None, _forms(one.vtex_value)):
                by_value[one.column, one.attribute, form] = one.chosen
            for form in filter(None, _forms(one.said)):
                by_said[one.column, one.attribute, form] = one.chosen
        return replace(self, _by_vtex_value=by_value, _by_said=by_said)

    def chosen(self, mapping: OpenMapping, finding: Finding) -> str | None:
        """Return what was chosen for the text of a finding, where that is right here and not there yet.

        What stood in VTEXValue counts more than what stood in the cell itself, and the very text more than
        one that differs in case and accents alone.
        """
        about = _about(mapping, finding.row, finding.column) if self else None
        if about is None:
            return None
        column, attribute, vtex_value, said = about
        looked_up = ((self._by_vtex_value, vtex_value), (self._by_said, said))
        known = (by.get((column, attribute, form)) for by, text in looked_up for form in _forms(text))
        found = next(filter(None, known), None)
        if not found or found == finding.value:
            return None
        texts = dict(_cleaned(mapping.sheet, finding.row or 0))
        return found if mapping.work.checked.context.is_accepted(column, texts, found) else None

    def chosen_for(self, attribute: str, vtex_value: str) -> str | None:
        """Return what was chosen in AmazonValue for a value of VTEX, by the attribute's name in the feed."""
        known = (self._by_vtex_value.get(("AmazonValue", attribute, form)) for form in _forms(vtex_value))
        return next(filter(None, known), None)

    def __bool__(self) -> bool:
        """Return whether anything is remembered."""
        return bool(self._by_vtex_value or self._by_said)


def _forms(text: str) -> tuple[str, str]:
    """Return a text as it stands, and what it has in common with texts alike."""
    # The mark keeps what has it in common with "ab" apart from what says "ab".
    return text, f"\0{fold_for_search(text)}" if text else ""


def suggestions(memory: DecisionMemory, mapping: OpenMapping, finding: Finding) -> tuple[str, ...]:
    """Return what to put in a finding's cell, best first: what was chosen before comes before all."""
    remembered = memory.chosen(mapping, finding)
    known = finding.suggestions
    return (remembered, *(each for each in known if each != remembered)) if remembered else known


def decisions_of(mapping: OpenMapping, step: UndoStep) -> tuple[Decision, ...]:
    """Return what a step that is about to be made decides, each decision once.

    Only a text that stands where something is wrong is a decision.
    """
    if mapping.subject.kind != "mapping":
        return ()
    made = (_decision(mapping, edit) for edit in step.edits)
    unique = {replace(one, chosen=""): one for one in made if one is not None}
    return tuple(unique.values())


def _decision(mapping: OpenMapping, edit: CellEdit) -> Decision | None:
    if not edit.after.strip() or not _is_wrong(mapping, edit):
        return None
    about = _about(mapping, edit.row, edit.column)
    if about is None:
        return None
    column, attribute, vtex_value, _ = about
    said = clean(edit.before)
    if said == edit.after or not (said or vtex_value):
        return None
    return Decision(mapping.shop, column, attribute, vtex_value, said, edit.after)


def _is_wrong(mapping: OpenMapping, edit: CellEdit) -> bool:
    return any(finding.column == edit.column for finding in mapping.findings.in_row(edit.row))


def _about(mapping: OpenMapping, row: int | None, column: str | None) -> tuple[Column, str, str, str] | None:
    """Return column, attribute, VTEX value and text of a data cell; None where it is none."""
    name = next((each for each in COLUMNS if each == column), None)
    if name is None or row is None or not mapping.sheet.has_row(row):
        return None
    texts = dict(_cleaned(mapping.sheet, row))
    context = mapping.work.checked.context
    attribute = context.feed_name(texts["AmazonSpecification"]) if name in _VALUES else ""
    vtex_value = texts["VTEXValue"] if name == "AmazonValue" else ""
    return name, attribute, vtex_value, texts[name]


def _cleaned(sheet: MappingSheet, row: int) -> Iterator[tuple[Column, str]]:
    texts = sheet.row(sheet.index_of(row))
    return ((name, clean(text)) for name, text in zip(COLUMNS, texts, strict=True))
