"""Run the checks over a mapping sheet: each distinct text is judged once, then its rows are found."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from listo.core import paths
from listo.core.checks.context import CheckContext
from listo.core.checks.findings import CHECKS, sort_key
from listo.core.checks.types import (
    MOST_ALSO_ROWS,
    MOST_ALSO_SKUS,
    Check,
    Finding,
    Need,
    PlacedVerdict,
    Report,
    SheetCheck,
    TextCheck,
    Verdict,
)
from listo.core.checks.view import UNREADABLE, RowKey, SheetView, Source
from listo.core.gc_pause import gc_paused
from listo.core.mapping.sheet import Column, MappingSheet
from listo.core.references.files import References
from listo.core.skus.options import Options
from listo.core.vocabulary import categories
from listo.core.workbooks.model import RowProgress

if TYPE_CHECKING:  # the catalogue is loaded where an error is explained
    from listo.core.catalogue.entries import Severity

FAILED = "check-failed"
"""The code of the finding that a check of ours could not be carried out; no fault of the sheet."""

USED: tuple[Column, ...] = ("CategoryID", "VTEXSpecification", "VTEXValue")
"""The columns that tell which SKUs use a row."""

_ROWS_OF_A_LANGUAGE = 1_000
"""How many rows are read to tell the person's language: 7 ms for as many texts, where 100,000 take 0.8 s."""

_OF_EMPTY_CELLS: Mapping[str, Column] = {
    "category-missing": "CategoryID",
    "type-theme-mismatch": "VariationTheme",
    "type-missing": "Type",
    "vtex-specification-missing": "VTEXSpecification",
    "amazon-specification-missing": "AmazonSpecification",
    "vtex-value-missing": "VTEXValue",
    "amazon-value-missing": "AmazonValue",
}
"""The checks that tell that a cell is empty, and the column of that cell."""

logger = logging.getLogger(__name__)


def run(
    sheet: MappingSheet,
    references: References,
    *,
    options: Options | None = None,
    progress: RowProgress | None = None,
) -> Report:
    """Return all that the checks find in the sheet with the references that are there.

    `progress` is called with how many groups of checks are done and how many there are; what it
    raises stops the run. A check that fails becomes a finding of its own, and the run goes on.
    """
    with gc_paused():
        context = CheckContext(references, options, words_of(sheet))
        view = SheetView(sheet, context.reading)
        context.categories = categories.parse_ids(view.told_categories())
        runnable = runnable_checks(sheet, context)
        found = find(runnable, view, context, progress)
        return report(sorted(found, key=sort_key), runnable, context, context.categories)


def runnable_checks(sheet: MappingSheet, context: CheckContext) -> list[Check]:
    """Return the checks that have the references and the columns that they need."""
    able = [check for check in CHECKS if context.meets(check.needs)]
    return [check for check in able if all(map(sheet.has, check.columns))]


def find(
    checks: Iterable[Check], view: SheetView, context: CheckContext, progress: RowProgress | None = None
) -> list[Finding]:
    """Return what those checks find in what they get to see of a sheet; those of one place in order."""
    groups = _groups(checks)
    findings: list[Finding] = []
    for done, group in enumerate(groups):
        if progress:
            progress(done, len(groups))
        findings += _findings(group, view, context)
        findings += _in_merged_cells(group, view, context)
        if isinstance(group[0], TextCheck):
            view.forget_combinations()
    if progress:
        progress(len(groups), len(groups))
    return findings


def report(
    findings: Iterable[Finding],
    runnable: Iterable[Check],
    context: CheckContext,
    categories_there: Collection[int],
) -> Report:
    """Return findings, in order, with which checks made them, which could not, and what files cover."""
    return Report(
        tuple(findings),
        tuple(check.code for check in runnable),
        _skipped(context),
        context.coverage.files(categories_there),
        context.coverage.uncovered(categories_there),
        context.reading_of(categories_there),
        context.names_of_store(categories_there),
    )


def words_of(sheet: MappingSheet) -> Sequence[str]:
    """Return the first texts in the person's own words."""
    columns = (sheet.column("VTEXSpecification"), sheet.column("VTEXValue"))
    return tuple(dict.fromkeys(text for column in columns for text in column[:_ROWS_OF_A_LANGUAGE]))


def _skipped(context: CheckContext) -> tuple[tuple[str, Need], ...]:
    """Return the checks that lack a reference, each with the first one that it lacks."""
    unable = [check for check in CHECKS if not context.meets(check.needs)]
    return tuple(
        (check.code, next(need for need in check.needs if need not in context.met)) for check in unable
    )


def _groups(checks: Iterable[Check]) -> list[list[Check]]:
    """Return the checks so that those of texts that read the same columns stand together."""
    by_texts: dict[tuple[Source, ...], list[Check]] = {}
    others: list[list[Check]] = []
    for check in checks:
        if isinstance(check, TextCheck):
            by_texts.setdefault(check.reads, []).append(check)
        else:
            others.append([check])
    return [*others, *by_texts.values()]


_Judged = tuple[TextCheck, Mapping[RowKey, Verdict]]
"""A check, and what it says of the combinations of texts that it finds wrong."""


def _findings(group: Sequence[Check], view: SheetView, context: CheckContext) -> Iterator[Finding]:
    """Yield what checks that read the same columns find."""
    judged: list[_Judged] = []
    reads: tuple[Source, ...] = ()
    for check in group:
        try:
            if isinstance(check, SheetCheck) and check.within == "references":
                yield from context.once(check.code, partial(_of_sheet, check, view, context))
            elif isinstance(check, SheetCheck):
                yield from _of_sheet(check, view, context)
            elif isinstance(check, TextCheck):
                reads, coverage = _told_apart(check, view)
                judged.append((check, dict(_verdicts(check, reads, coverage, view, context))))
        except Exception:
            logger.exception("the check %s failed", check.code)
            yield Finding(FAILED, "warning", None, None, None, "", {"check": check.code, "log": _log()})
    if judged := [one for one in judged if one[1]]:
        yield from _in_rows(reads, judged, view, context)


def _of_sheet(check: SheetCheck, view: SheetView, context: CheckContext) -> list[Finding]:
    """Return what a check finds; of one that follows rows, what it tells again is the same finding again."""
    if not check.follows:
        return [_placed(check, found, view, context) for found in check.find(view, context)]
    before, now = view.placed.get(check.code, {}), {}
    for found in check.find(view, context):
        known = before.get(id(found)) if found.skus is not None else None
        now[id(found)] = known or (found, _placed(check, found, view, context))
    view.placed[check.code] = now
    return [finding for _, finding in now.values()]


def _in_merged_cells(group: Sequence[Check], view: SheetView, context: CheckContext) -> Iterator[Finding]:
    """Yield what a check says of cells that are empty only as they are merged with one above.

    All other checks take such a cell for what it shows. What is proposed is that text, and no other.
    """
    for check in group:
        if not isinstance(check, TextCheck) or check.code not in _OF_EMPTY_CELLS:
            continue
        empty = _OF_EMPTY_CELLS[check.code]
        for position in view.merged(empty):
            key = tuple("" if source == empty else view.cleaned(source)[position] for source in check.reads)
            verdict = None if UNREADABLE in key else check.judge(context, *key)
            if verdict:
                shown = (view.cleaned(empty)[position],) if check.marks == empty else ()
                texts = tuple(view.cleaned(name)[position] for name in USED) if context.skus else ()
                place = _Place(view.number(position), check.marks, view.text(position, check.marks))
                skus = _skus(check, texts, context) if texts else None
                verdict = replace(verdict, suggestions=shown, safe_fix=None)
                yield _finding(check, verdict, place, context, skus)


def _log() -> str:
    """Return where the log is, for the person who reports the failure."""
    try:
        return str(paths.log_folder())
    except OSError:
        return "—"


def _told_apart(check: TextCheck, view: SheetView) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """Return what tells rows apart for a check, and what it is to know besides: the same of all rows.

    Most often all categories are covered alike, and then a combination less is to be looked for.
    """
    if not check.by_coverage or view.coverage_of_all is None:
        return check.reads, ()
    return check.reads[:-1], (view.coverage_of_all,)


def _verdicts(
    check: TextCheck,
    reads: tuple[Source, ...],
    coverage: tuple[str, ...],
    view: SheetView,
    context: CheckContext,
) -> Iterator[tuple[RowKey, Verdict]]:
    must_be_read = len(check.columns)
    keys = (
        view.distinct(reads) if check.asked_of is None else view.among(reads, check.asked_of(view, context))
    )
    for key in keys:
        if UNREADABLE not in key[:must_be_read] and (verdict := check.judge(context, *key, *coverage)):
            yield key, verdict


def _placed(check: Check, found: PlacedVerdict, view: SheetView, context: CheckContext) -> Finding:
    skus = found.skus
    if skus is None and found.row is not None and context.skus:
        texts = view.row_texts(found.row, USED)
        skus = _skus(check, texts, context) if texts else None
    place = _Place(found.row, found.column, found.value, found.also_rows)
    return _finding(check, found.verdict, place, context, skus, found)


def _in_rows(
    columns: tuple[Source, ...],
    judged: Sequence[_Judged],
    view: SheetView,
    context: CheckContext,
) -> Iterator[Finding]:
    """Yield a finding for every row that holds one of the texts found wrong."""
    used = [view.cleaned(name) for name in USED] if context.skus else ()
    wanted = judged[0][1].keys() if len(judged) == 1 else {key for _, wrong in judged for key in wrong}
    for position, key in view.rows_of(columns, wanted):
        row = view.number(position)
        texts = tuple(column[position] for column in used)
        for check, verdicts in judged:
            if (verdict := verdicts.get(key)) is None:
                continue
            place = _Place(row, check.marks, view.text(position, check.marks))
            skus = _skus(check, texts, context) if texts and verdict.skus is None else verdict.skus
            yield _finding(check, verdict, place, context, skus)


def _skus(check: Check, texts: RowKey, context: CheckContext) -> int | None:
    """Return how many SKUs a finding concerns, given the texts of its row that SKUs go by."""
    category, *of_value = texts
    if check.concerns == "category":
        return context.skus_of_category(category)
    return context.skus_of_row(category, *of_value)


class _Place(NamedTuple):
    """Where something was found, and what stands there."""

    row: int | None
    column: Column | None
    value: str
    also_rows: Sequence[int] = ()


def _finding(
    check: Check,
    verdict: Verdict,
    place: _Place,
    context: CheckContext,
    skus: int | None,
    several: PlacedVerdict | None = None,
) -> Finding:
    also_skus = several.also_skus if several else ()
    return Finding(
        check.code,
        _severity(check, verdict, skus),
        verdict.error_id or check.error_id,
        place.row,
        place.column,
        place.value,
        _arguments(verdict, context),
        verdict.suggestions,
        verdict.safe_fix,
        tuple(place.also_rows[:MOST_ALSO_ROWS]),
        len(place.also_rows),
        skus,
        tuple(also_skus[:MOST_ALSO_SKUS]),
        max(len(also_skus), several.also_skus_total if several else 0),
    )


def _severity(check: Check, verdict: Verdict, skus: int | None) -> Severity:
    """Return how severe it is: what rests on exports or Amazon's values stops nothing that no SKU uses."""
    return "info" if check.needs and skus == 0 else verdict.severity or check.severity


def _arguments(verdict: Verdict, context: CheckContext) -> Mapping[str, str]:
    """Return what fills the message; a category of the store's bears the name that it has there."""
    category = verdict.arguments.get("category")
    name = context.name_of_category(category) if category else None
    return verdict.arguments if name is None else {**verdict.arguments, "category-name": name}
