"""The jobs that change the sheet at work; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import cast

from listo.core.checks.findings import Grade, finding_key, grade_of
from listo.core.checks.types import Finding
from listo.core.edits.history import Edit, FindingKey, IgnoreEdit, UndoStep
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
from listo.core.mapping.cell_text import clean
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.storage.types import Decision
from listo.core.worker.protocol import Progress
from listo.core.worker.queries import replacements
from listo.core.worker.results import (
    CellBlock,
    Correction,
    CorrectionsPage,
    FindQuery,
    MissingRow,
    MissingRows,
    Overview,
)
from listo.core.worker.session import Session
from listo.core.worker.sheet_view import empty_step, fill_step, paste_step, read_block
from listo.core.worker.state import (
    DecisionMemory,
    OpenMapping,
    StepDecisions,
    best_suggestion,
    decisions_of,
)

_EMPTY: Mapping[str, str] = dict.fromkeys(COLUMNS, "")

_AT_LEAST: Mapping[Grade, tuple[Grade, ...]] = {
    "sure": ("sure",),
    "likely": ("sure", "likely"),
    "guess": ("sure", "likely", "guess"),
}

_ROUNDS = 20
"""Rounds of safe fixes: more than any chain on one cell, a bound should two checks disagree for ever."""


class EditJobs:
    """Jobs that mend, and take back, each explained at the method of its name in `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[int, StepDecisions] = {}  # by the step itself: it is not known from its likes
        self._tried: tuple[tuple[object, ...], UndoStep] | None = None
        self._previewed: tuple[UndoStep, tuple[Correction, ...]] | None = None

    def apply(self, progress: Progress, edits: Iterable[Edit]) -> Overview:
        """Change cells, as one step of undo; what is chosen for a wrong text is remembered."""
        return self.decide(progress, prepare(self._session.mapping.sheet, edits))

    def apply_alike(self, progress: Progress, row: int, column: str, text: str) -> Overview:
        """Put `text` into that cell and all to which the same decision fits; see `_same_cells`."""
        mapping = self._session.mapping
        edits = (Edit(*cell, text) for cell in _same_cells(mapping, row, column))
        return self.decide(progress, prepare(mapping.sheet, edits))

    def apply_suggestions(self, progress: Progress, code: str) -> Overview:
        """Put the best suggestion into the cells of every finding of that code, as one step."""
        mapping = self._session.mapping
        return self._session.make_step(
            progress, prepare(mapping.sheet, _suggested(mapping, self._session.memory, code))
        )

    def apply_chosen(
        self,
        progress: Progress,
        code: str,
        places: Iterable[tuple[int, int]],
        text: str | None,
        revision: int,
    ) -> Overview:
        """Put `text` (where None the best suggestion of each) into the cells of some problems of that code.

        `places` are (first, last) among those that `problem_page` showed at that `revision`; nothing changes
        where it is another one by now.
        """
        if revision != self._session.state.revision:
            return self._session.overview()
        mapping, found = self._session.mapping, self._session.problems_at(code, places)
        step = prepare(mapping.sheet, _chosen(mapping, self._session.memory, found, text))
        return self._session.make_step(progress, step) if text is None else self.decide(progress, step)

    def apply_safe(self, progress: Progress) -> Overview:
        """Make every safe fix, and those that become possible by it, as one step."""
        return self._session.make_step(progress, self._safe_fixes(progress))

    def replace(self, progress: Progress, wanted: FindQuery, text: str) -> Overview:
        """Put `text` in the place of what is found, in all cells, as one step."""
        mapping = self._session.mapping
        return self.decide(progress, prepare(mapping.sheet, replacements(mapping, wanted, text)))

    def revert(self, progress: Progress, cells: Iterable[tuple[int, str]]) -> Overview:
        """Take cells (row, column) back to what the file says, as one step; an empty column means the row."""
        mapping = self._session.mapping
        return self._session.make_step(progress, prepare_return(mapping.original, mapping.sheet, cells))

    # ---------------------------------------------------------------- blocks of cells

    def paste_block(self, progress: Progress, block: CellBlock, text: str) -> Overview:
        """Put what a spreadsheet program copied into a block, as one step; see `paste_step`."""
        rows = self._session.rows_of(block)
        step = paste_step(self._session.mapping, rows, block, read_block(text)) if rows else UndoStep()
        return self._session.make_step(progress, step)

    def fill_down(self, progress: Progress, block: CellBlock) -> Overview:
        """Repeat the first line of a block in the others, as one step; see `fill_step`."""
        step = fill_step(self._session.mapping.sheet, self._session.rows_of(block), block)
        return self._session.make_step(progress, step)

    def empty_blocks(self, progress: Progress, blocks: Sequence[CellBlock]) -> Overview:
        """Empty all cells of some blocks, as one step."""
        rows = self._session.rows_of(blocks[0]) if blocks else ()
        return self._session.make_step(progress, empty_step(self._session.mapping.sheet, rows, blocks))

    # ---------------------------------------------------------------- rows

    def delete_rows(self, progress: Progress, rows: Iterable[int]) -> Overview:
        """Take data rows out, by Excel's numbers; the others keep their numbers until the copy is saved."""
        return self._session.make_step(progress, prepare_removal(self._session.mapping.sheet, rows))

    def delete_rows_of(self, progress: Progress, code: str) -> Overview:
        """Take out the rows of all findings of that code, as `delete_rows` does."""
        found = self._session.mapping.findings.of(code)
        return self.delete_rows(progress, [each.row for each in found if each.row is not None])

    def insert_row(
        self, progress: Progress, like: int | None, texts: Mapping[Column, str] | None
    ) -> Overview:
        """Put a row in below the last one: a copy of the row `like`, or an empty one, with these texts."""
        mapping = self._session.mapping
        sheet = mapping.sheet
        there = like is not None and sheet.has_row(like)
        copied = sheet.row(sheet.index_of(like)) if like is not None and there else ("",) * len(COLUMNS)
        row = {**dict(zip(COLUMNS, copied, strict=True)), **(texts or {})}
        number = free_row(mapping.original, sheet, mapping.history.moved_rows())
        return self._session.make_step(progress, prepare_row(number, tuple(row[name] for name in COLUMNS)))

    def missing_rows(self, code: str) -> MissingRows:
        """Return the rows that the problems of that code lack."""
        mapping = self._session.mapping
        found = MissingRowFinder(mapping, self._session.memory)
        every = [
            (place, row) for place, each in enumerate(mapping.findings.of(code)) for row in found.of(each)
        ]
        places, rows = tuple(place for place, _ in every), tuple(row for _, row in every)
        return MissingRows(self._session.state.revision, code, rows, places)

    def add_rows(self, progress: Progress, rows: Iterable[Sequence[str]], revision: int) -> Overview:
        """Put rows of seven texts in below the last one, as one step; none at another revision."""
        if revision != self._session.state.revision:
            return self._session.overview()
        mapping = self._session.mapping
        first = free_row(mapping.original, mapping.sheet, mapping.history.moved_rows())
        steps = [prepare_row(number, texts) for number, texts in enumerate(rows, first)]
        return self._session.make_step(progress, UndoStep(rows=tuple(r for step in steps for r in step.rows)))

    # ---------------------------------------------------------------- problems left as they are

    def ignore(self, progress: Progress, findings: Iterable[FindingKey], reason: str) -> Overview:
        """Leave findings as they are: they are counted apart from now on, and listed with the reason."""
        reasons = self._session.mapping.reasons
        unique = dict.fromkeys(findings)
        ignores = (IgnoreEdit(FindingKey(*key), reasons.get(key), reason) for key in unique)
        return self._session.make_step(
            progress, UndoStep(ignores=tuple(each for each in ignores if each.before != reason))
        )

    def ignore_type(self, progress: Progress, code: str, reason: str) -> Overview:
        """Leave all findings of that code as they are."""
        found = self._session.mapping.findings.of(code)
        return self.ignore(progress, [FindingKey(*finding_key(finding)) for finding in found], reason)

    def ignore_chosen(
        self,
        progress: Progress,
        code: str,
        places: Iterable[tuple[int, int]],
        reason: str,
        revision: int,
    ) -> Overview:
        """Leave some problems of that code as they are; `places` and `revision` as in `apply_chosen`."""
        if revision != self._session.state.revision:
            return self._session.overview()
        some = self._session.problems_at(code, places)
        return self.ignore(progress, [FindingKey(*finding_key(finding)) for finding in some], reason)

    def restore(self, progress: Progress, findings: Iterable[FindingKey]) -> Overview:
        """Count findings that were left among the others again."""
        reasons = self._session.mapping.reasons
        known = (FindingKey(*key) for key in dict.fromkeys(findings) if key in reasons)
        return self._session.make_step(
            progress, UndoStep(ignores=tuple(IgnoreEdit(key, reasons[key], None) for key in known))
        )

    # ---------------------------------------------------------------- back and forth

    def undo(self, progress: Progress) -> Overview:
        """Take back the last step, and what it decided; nothing changes where there is none."""
        mapping = self._session.mapping
        step = mapping.history.to_undo()
        made = self._decided_by(step)
        also = partial(self._session.store.decisions.undo, made.decisions, made.earlier) if made else None
        answer = self._session.move_in_history(
            progress, step, mapping.history.undone(), forward=False, also=also
        )
        if made:
            self._session.recall(mapping.shop)
        return answer

    def redo(self, progress: Progress) -> Overview:
        """Make the step again that was last taken back; nothing changes where there is none."""
        mapping = self._session.mapping
        step = mapping.history.to_redo()
        made = self._decided_by(step)
        also = partial(self._keep_decided, made.step, made.decisions) if made else None
        answer = self._session.move_in_history(
            progress, step, mapping.history.redone(), forward=True, also=also
        )
        if made:
            self._session.recall(mapping.shop)
        return answer

    def _decided_by(self, step: UndoStep | None) -> StepDecisions | None:
        """Return what that very step decided since the program was started."""
        found = self._made.get(id(step))
        return found if found and found.step is step else None

    def decide(self, progress: Progress, step: UndoStep, also: Callable[[], None] | None = None) -> Overview:
        """Make a step by which the person decided something to be remembered; `also` is kept with it."""
        decisions = decisions_of(self._session.mapping, step)
        if not decisions:
            return self._session.make_step(progress, step, also)

        def keep() -> None:
            self._keep_decided(step, decisions)
            if also:
                also()

        answer = self._session.make_step(progress, step, keep)
        self._session.memory = self._session.memory.with_more(decisions)
        return answer

    def _keep_decided(self, step: UndoStep, decisions: tuple[Decision, ...]) -> None:
        """Keep what a step decides, and for undo what that takes the place of."""
        earlier = self._session.store.decisions.replaced_by(decisions)
        self._session.store.decisions.keep(decisions)
        self._made[id(step)] = StepDecisions(step, decisions, earlier)

    def _safe_fixes(self, progress: Progress) -> UndoStep:
        """Return every safe fix as one step."""
        work = self._session.mapping.work

        def edits() -> Iterable[Edit]:
            found = safe_edits(work.checked.findings)
            return (each for each in found if can_edit(work.sheet, each.row, each.column))

        return self._in_rounds(progress, edits)

    # ---------------------------------------------------------------- what is certain, what is likely

    def corrections_page(
        self, progress: Progress, grade: Grade, start: int, limit: int, revision: int
    ) -> CorrectionsPage:
        """Return some of the cells that `apply_corrections` would change, by row."""
        now = self._session.state.revision
        if revision != now:
            return CorrectionsPage(now, grade, start, 0, ())
        step = self._corrected(progress, grade, frozenset())
        if self._previewed is None or self._previewed[0] is not step:
            self._previewed = step, self._corrections(step)
        found = self._previewed[1]
        return CorrectionsPage(now, grade, start, len(found), found[start : start + limit])

    def apply_corrections(
        self, progress: Progress, grade: Grade, without: Collection[tuple[int, str]], revision: int
    ) -> Overview:
        """Put in all suggestions at least that sure, as one step, but for the cells `without`.

        Nothing changes at another revision.
        """
        if revision != self._session.state.revision:
            return self._session.overview()
        step = self._corrected(progress, grade, frozenset(without))
        return self._session.make_step(progress, step)

    def _corrections(self, step: UndoStep) -> tuple[Correction, ...]:
        """Return the cells that would be changed, each with the first check that asks for it."""
        mapping, edits = self._session.mapping, step.edits
        codes = {(edit.row, edit.column): "" for edit in edits}
        for code in mapping.findings.codes():
            for finding in mapping.findings.of(code):
                for row in (finding.row, *finding.also_rows):
                    if codes.get((row, finding.column), code) == "":  # type: ignore[arg-type]
                        codes[row, finding.column] = code  # type: ignore[index]
        ordered = sorted(edits, key=lambda edit: (edit.row, COLUMNS.index(edit.column)))
        return tuple(
            Correction(codes[edit.row, edit.column], edit.row, edit.column, edit.before, edit.after)
            for edit in ordered
        )

    def _corrected(self, progress: Progress, grade: Grade, without: Collection[tuple[int, str]]) -> UndoStep:
        """Return the step with all suggestions at least that sure, and what becomes certain by it.

        It is found out once where they are looked at first: of 100,000 cells that takes seconds.
        """
        asked = self._session.state.revision, self._session.memory, grade, without
        if self._tried is None or self._tried[0] != asked:
            self._tried = asked, self._try_corrections(progress, grade, without)
        return self._tried[1]

    def _try_corrections(
        self, progress: Progress, grade: Grade, without: Collection[tuple[int, str]]
    ) -> UndoStep:
        mapping, memory = self._session.mapping, self._session.memory
        wanted = iter((_AT_LEAST[grade],))

        def edits() -> Iterable[Edit]:
            now = next(wanted, _AT_LEAST["sure"])
            found = (f for f in mapping.findings if grade_of(f) in now)
            return (e for e in _chosen(mapping, memory, found, None) if (e.row, e.column) not in without)

        return self._in_rounds(progress, edits)

    def _in_rounds(self, progress: Progress, edits: Callable[[], Iterable[Edit]]) -> UndoStep:
        """Return what edits make, and those that become possible by them, as one step.

        It is found out on the sheet itself, which is as it was afterwards.
        """
        work, report, rounds = self._session.mapping.work, partial(progress, "checking"), list[UndoStep]()
        try:
            for _ in range(_ROUNDS):
                step = prepare(work.sheet, edits())
                if not step:
                    break
                work.make(step, report)
                rounds.append(step)
        finally:
            for step in reversed(rounds):
                work.undo(step)
        return merge_steps(rounds)


class MissingRowFinder:
    """Tells of findings that rows are missing which these are, as far as the sheet and its files tell.

    A value goes to Amazon as the sheet says it elsewhere, else as what was chosen before or is suggested;
    an attribute that a category lacks is mapped as another category maps it.
    """

    def __init__(self, mapping: OpenMapping, memory: DecisionMemory) -> None:
        self._mapping, self._memory = mapping, memory
        self._context = mapping.work.checked.context

    def of(self, finding: Finding) -> Iterator[MissingRow]:
        """Yield the rows that a finding says are missing; none where it says something else."""
        match finding.code:
            case "value-unmapped" if finding.row is not None:
                like = self._mapping.sheet.row(self._mapping.sheet.index_of(finding.row))
                yield self._of_value({**_named(like), "VTEXValue": finding.value, "AmazonValue": ""})
            case "mandatory-attribute-missing":
                known = {"CategoryID": finding.arguments["category"], "Type": "Information"}
                yield from self._of_attribute(known, finding.value)
            case "theme-incomplete":
                known = {"CategoryID": finding.arguments["category"], "Type": "Variation"}
                known["VariationTheme"] = finding.value
                for name in finding.arguments["missing"].split(", "):
                    yield from self._of_attribute(known, name)

    def _of_value(self, texts: Mapping[str, str]) -> MissingRow:
        proposed = self._values_for(texts)
        about = {"attribute": texts["AmazonSpecification"], "vtex": texts["VTEXValue"]}
        asked = Finding("value-unmapped", "error", None, 0, "AmazonValue", "", about, proposed)
        is_free = not self._context.accepted_texts("AmazonValue", _complete(texts))
        grade: Grade | None = "likely" if is_free and proposed else grade_of(asked)
        best = proposed[0] if grade in ("sure", "likely") else ""
        return MissingRow(_in_order({**texts, "AmazonValue": best}), ("AmazonValue",), proposed, grade)

    def _values_for(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        """Return what AmazonValue could say for a VTEXValue, best first."""
        name, value = texts["AmazonSpecification"], clean(texts["VTEXValue"])
        if not value:
            return ()
        context, row = self._context, _complete(texts)
        said = self._said.get((context.feed_name(clean(name)), value), ())
        chosen = self._memory.chosen_for(context.feed_name(clean(name)), value)
        key = context.coverage.key(texts["CategoryID"])
        suggested = context.suggest_values(clean(name), value, key)
        known = (*said, *((chosen,) if chosen else ()), *suggested)
        fitting = [each for each in dict.fromkeys(known) if context.is_accepted("AmazonValue", row, each)]
        is_free = not context.accepted_texts("AmazonValue", row)
        return tuple(fitting) or ((value,) if is_free else ())

    @cached_property
    def _said(self) -> Mapping[tuple[str, str], Collection[str]]:
        """By attribute and VTEXValue, what the sheet says in AmazonValue."""
        sheet, found = self._mapping.sheet, dict[tuple[str, str], dict[str, None]]()
        columns = (sheet.column(name) for name in ("AmazonSpecification", "VTEXValue", "AmazonValue"))
        for name, value, amazon in dict.fromkeys(zip(*columns, strict=True)):
            if clean(value) and clean(amazon):
                said = found.setdefault((self._context.feed_name(clean(name)), clean(value)), {})
                said.setdefault(clean(amazon))
        return found

    def _of_attribute(self, known: Mapping[str, str], name: str) -> Iterator[MissingRow]:
        """Yield the rows by which another category maps an attribute, else one with all of it open."""
        mapped = self._mapped.get(self._context.feed_name(name), ())
        for specification, value in mapped:
            texts = {**_EMPTY, **known, "AmazonSpecification": name, "VTEXSpecification": specification}
            made = self._of_value({**texts, "VTEXValue": value})
            yield replace(made, open=("VTEXSpecification", "VTEXValue", "AmazonValue"))
        if not mapped:
            texts = {**_EMPTY, **known, "AmazonSpecification": name}
            yield MissingRow(_in_order(texts), ("VTEXSpecification", "VTEXValue", "AmazonValue"))

    @cached_property
    def _mapped(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """By attribute, the field and values of the category that has most rows for it."""
        sheet, found = self._mapping.sheet, dict[str, dict[str, dict[tuple[str, str], None]]]()
        names: tuple[Column, ...] = ("CategoryID", "AmazonSpecification", "VTEXSpecification", "VTEXValue")
        for category, attribute, field, value in dict.fromkeys(zip(*map(sheet.column, names), strict=True)):
            if clean(field) and clean(value):
                of_category = found.setdefault(self._context.feed_name(clean(attribute)), {})
                of_category.setdefault(clean(category), {})[clean(field), clean(value)] = None
        most = {name: max(every.values(), key=dict.__len__) for name, every in found.items()}
        return {name: tuple(rows) for name, rows in most.items()}


def _named(texts: Sequence[str]) -> dict[str, str]:
    return dict(zip(map(str, COLUMNS), texts, strict=True))


def _complete(texts: Mapping[str, str]) -> dict[Column, str]:
    return {name: clean(texts[name]) for name in COLUMNS}


def _in_order(texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(texts[name] for name in COLUMNS)


def _same_cells(mapping: OpenMapping, row: int, column: str) -> Iterator[tuple[int, str]]:
    """Yield the cells that the same decision fits as the one in that row and column, that one first.

    They hold the same text in the same column, have the same AmazonSpecification, and a finding of the
    same code; where a finding stands for several rows, those of them that hold the same text.
    """
    yield row, column
    here = [finding for finding in mapping.findings.in_row(row) if finding.column == column]
    if not here or row == mapping.sheet.header.row or not can_edit(mapping.sheet, row, column):
        return
    for finding in here:
        yield from _holding(mapping.sheet, finding.also_rows, finding)
        for other in mapping.findings.of(finding.code):
            if other.value == finding.value and _same_attribute(mapping.sheet, finding, other):
                yield from _own_cell(mapping.sheet, other)


def _suggested(mapping: OpenMapping, memory: DecisionMemory, code: str) -> Iterator[Edit]:
    """Yield the best suggestion of every finding of that code, for each cell that it stands for."""
    yield from _chosen(mapping, memory, mapping.findings.of(code), None)


def _chosen(
    mapping: OpenMapping, memory: DecisionMemory, findings: Iterable[Finding], text: str | None
) -> Iterator[Edit]:
    """Yield a text, or where None the best suggestion of each, for all cells that findings stand for."""
    sheet = mapping.sheet
    for finding in findings:
        wanted = best_suggestion(memory, mapping, finding) if text is None else text
        if wanted is None or not (column := finding.column):
            continue
        rows = finding.also_rows if finding.row is None else (finding.row, *finding.also_rows)
        for row in rows:
            if _text(sheet, row, column) == finding.value:
                yield Edit(row, column, wanted)


def _own_cell(sheet: MappingSheet, finding: Finding) -> Sequence[tuple[int, str]]:
    """Return the finding's cell, if there is one and it holds what the finding is about."""
    return () if finding.row is None else _holding(sheet, [finding.row], finding)


def _holding(sheet: MappingSheet, rows: Iterable[int], finding: Finding) -> Sequence[tuple[int, str]]:
    """Return the cells of those rows in the finding's column that hold its value."""
    column, value = finding.column, finding.value
    return [(row, column) for row in rows if column and _text(sheet, row, column) == value]


def _same_attribute(sheet: MappingSheet, one: Finding, other: Finding) -> bool:
    return _text(sheet, one.row, "AmazonSpecification") == _text(sheet, other.row, "AmazonSpecification")


def _text(sheet: MappingSheet, row: int | None, column: str | None) -> str | None:
    """Return the text of a cell, None where the sheet has no such cell."""
    if row is None or column not in sheet.header.places:
        return None
    name = cast(Column, column)
    if row == sheet.header.row:
        return sheet.header_text(name)
    index = sheet.find_row(row)
    return None if index is None else sheet.column(name)[index]
