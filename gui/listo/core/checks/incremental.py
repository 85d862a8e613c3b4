"""What is wrong with a sheet that is worked on: after a change only what it concerns is looked at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, cast

from listo.core.checks.context import CheckContext
from listo.core.checks.engine import FAILED, USED, find, report, runnable_checks, words_of
from listo.core.checks.findings import Findings, KeyTuple, finding_key, sort_key
from listo.core.checks.row_groups import RowGroups, keys_of, merged
from listo.core.checks.types import Check, Finding, Need, Report, SheetCheck, TextCheck
from listo.core.checks.view import RowKey, SheetView, Source
from listo.core.gc_pause import gc_paused
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.references.files import References
from listo.core.skus.options import CategoryReading, Options
from listo.core.vocabulary import categories
from listo.core.workbooks.model import RowProgress

_MOST_FOLLOWED = 2_000
"""Rows: where more changed at once, looking at the whole sheet is no slower.

Measured with 20,000 rows of 20 categories: 232 ms to follow 2,000 rows, 222 ms for all; of 2,000
categories 62 and 132 ms.
"""

_MOST_MOVED = 64
"""Rows: where more came or went at once, copying the whole sheet is no slower.

Measured: 20,000 rows are copied in 0.8 ms, 100,000 in 9 ms; one row takes 0.015 and 0.1 ms.
"""

_MANY_IGNORED = 2_000
"""Findings: where more are ignored at once, putting all in order anew takes less time.

Measured with 20,000 findings: one by one 22 ms for 2,000 and 45 ms for 4,000, all anew 40 to 70 ms.
"""

_MOST_EARLIER = 2
"""States of the sheet: that before the last large change, and that after the one that was taken back.

To look at what is certain makes two such changes and takes both back. What was found in 100,000 rows takes
some 40 MB for each 100,000 findings.
"""

_LANGUAGE_COLUMNS: tuple[Column, ...] = ("VTEXSpecification", "VTEXValue")
"""The columns that tell the person's language."""


class _Looked(NamedTuple):
    """A sheet as it was looked at, and all that was made of it."""

    seen: MappingSheet
    reasons: Mapping[KeyTuple, str]
    context: CheckContext
    plan: _Plan
    categories: Counter[str]
    empty: Report
    findings: Findings
    ignored: Findings
    row_groups: dict[tuple[Source, ...], RowGroups]
    moves: Mapping[tuple[Source, ...], int]
    words: Sequence[str]
    blank_rows: Sequence[int]


class IncrementalChecker:
    """A sheet and what the checks find in it.

    The sheet is the caller's to change; `recheck` then makes the findings those of the sheet as it is,
    just as if all checks had run anew.
    """

    def __init__(
        self,
        sheet: MappingSheet,
        references: References,
        *,
        options: Options | None = None,
        reasons: Mapping[Any, str] | None = None,
        progress: RowProgress | None = None,
    ) -> None:
        """Run all checks; what `progress` raises stops them, see `run`.

        `reasons` are the findings to ignore, with why; see `ignore`.
        """
        self.sheet = sheet
        self.reasons: dict[KeyTuple, str] = {**(reasons or {})}
        """Why each ignored finding is ignored; some may not be there any more, or not yet again."""
        self._references, self._options = references, options or Options()
        self._earlier: list[_Looked] = []
        self._blank_rows: Sequence[int] = ()
        self._plan = _Plan(())
        self._row_groups: dict[tuple[Source, ...], RowGroups] = {}
        self._begin(progress)

    @property
    def report(self) -> Report:
        """Return the findings that are not ignored as one report, put together anew each time."""
        return report(self.findings, self._plan.checks, self.context, self.categories)

    @property
    def categories(self) -> frozenset[int]:
        """The categories of the sheet: those with a row that says of which value it is."""
        return categories.parse_ids(self._categories)

    @property
    def category_ids(self) -> CategoryReading:
        """What CategoryID holds; the same reading as the context's, with the counts of the sheet as it is."""
        return self.context.reading_of(self.categories)

    @property
    def checks_run(self) -> tuple[str, ...]:
        """Return the codes of the checks that said something, see `Report`."""
        return self._empty.checks_run

    @property
    def checks_skipped(self) -> tuple[tuple[str, Need], ...]:
        """Return the checks that could not, and what each lacks."""
        return self._empty.checks_skipped

    def recheck(self, rows: Iterable[int], progress: RowProgress | None = None) -> None:
        """Take up what changed in those rows, by Excel's numbers: other texts, rows that came or went.

        What changed in the header is seen without being told. Where much changed, all checks run, and
        what `progress` raises stops them: the findings stay those of the sheet as it was looked at last.
        """
        looked_at = set(rows)
        if len(looked_at) > _MOST_FOLLOWED:
            self._look_at_all(progress)
            return
        changed = self._changed(looked_at)
        if (changed or self._seen.header != self.sheet.header) and not self._follow(changed):
            self._begin(progress)

    def ignore(self, key: KeyTuple, reason: str | None) -> None:
        """Ignore a finding, for a reason that may be empty; with None restore it.

        It comes back behind the other findings of its check in the same place.
        """
        if reason is None:
            self.reasons.pop(key, None)
        else:
            self.reasons[key] = reason
        there, home = (self.ignored, self.findings) if reason is None else (self.findings, self.ignored)
        for finding in [each for each in there.in_row(key[1]) if finding_key(each) == key]:
            there.remove(finding)
            home.add(finding)

    def ignore_all(self, reasons: Mapping[KeyTuple, str | None]) -> None:
        """Do so with several findings; with very many all are put in order anew, which is quicker."""
        if len(reasons) <= _MANY_IGNORED:
            for key, reason in reasons.items():
                self.ignore(key, reason)
            return
        self.reasons.update({key: reason for key, reason in reasons.items() if reason is not None})
        for key in [key for key, reason in reasons.items() if reason is None]:
            self.reasons.pop(key, None)
        self._split((*self.findings, *self.ignored))

    def _split(self, found: Iterable[Finding]) -> None:
        """Count what was found, but for what is ignored."""
        counted: list[Finding] = []
        ignored: list[Finding] = []
        if not self.reasons:
            counted += found
            found = ()
        for finding in found:
            (ignored if finding_key(finding) in self.reasons else counted).append(finding)
        self.findings, self.ignored = Findings(counted), Findings(ignored)

    def _look_at_all(self, progress: RowProgress | None) -> None:
        """Run all checks, or take up what they found when the sheet said the very same: that is undo."""
        now = _Looked(
            self._seen,
            {**self.reasons},
            self.context,
            self._plan,
            self._categories,
            self._empty,
            self.findings,
            self.ignored,
            self._row_groups,
            {within: groups.moves for within, groups in self._row_groups.items()},
            self._words,
            self._blank_rows,
        )
        known = next((each for each in self._earlier if self._is_as(each)), None)
        if known is None:
            self._begin(progress)
        else:
            self._take_up(known)
        others = [each for each in self._earlier if each is not known]
        self._earlier = [now, *others][:_MOST_EARLIER]

    def _is_as(self, earlier: _Looked) -> bool:
        """Return whether the sheet says what it said then, and the same is ignored."""
        alike = earlier.reasons == self.reasons and earlier.seen.says_the_same(self.sheet)
        return alike and not earlier.findings.of(FAILED)

    def _take_up(self, state: _Looked) -> None:
        self._seen, self.context, self._plan = state.seen, state.context, state.plan
        self._categories, self._empty, self._words = state.categories, state.empty, state.words
        self._blank_rows = state.blank_rows
        self.findings, self.ignored, self._row_groups = state.findings, state.ignored, state.row_groups
        # What several states have in common may have been moved on by another one meanwhile.
        moved = [within for within, groups in self._row_groups.items() if groups.moves != state.moves[within]]
        view = SheetView(self.sheet, self.context.reading)
        self._row_groups |= {within: _grouped(within, self._plan, view) for within in moved}

    def _begin(self, progress: RowProgress | None) -> None:
        with gc_paused():
            self._check_all(progress)

    def _check_all(self, progress: RowProgress | None) -> None:
        sheet = self.sheet.copy()
        texts = words_of(sheet)
        context = CheckContext(self._references, self._options, texts)
        view = SheetView(sheet, context.reading)
        counted = view.categories()
        context.categories = categories.parse_ids(counted)
        plan = _Plan(runnable_checks(sheet, context))
        is_first = not self._plan.checks
        changed = None if is_first else self._changed_columns(sheet, view.blank_rows, context, texts)
        same = () if changed is None else self._unconcerned(changed)
        found = [each for code in same for one in self._lists for each in one.of(code)]
        found += find([check for check in plan.checks if check.code not in same], view, context, progress)
        self.context, self._plan, self._categories = context, plan, counted
        self._empty = report((), plan.checks, context, ())
        self._split(found)
        kept = () if changed is None else [one for one in self._row_groups if self._stays(one, changed)]
        self._row_groups = {
            within: self._row_groups[within] if within in kept else _grouped(within, plan, view)
            for within in plan.by_group
        }
        self._blank_rows = view.blank_rows
        """The blank rows, by Excel's numbers."""
        self._words, self._seen = texts, sheet
        """The sheet as it was looked at last."""

    def _changed_columns(
        self, sheet: MappingSheet, blank: Sequence[int], context: CheckContext, words: Sequence[str]
    ) -> Collection[Column] | None:
        """Return the columns in which texts changed; None where all else that counts is not as it was."""
        seen = self._seen
        alike = seen.header == sheet.header and seen.row_numbers == sheet.row_numbers and not sheet.merged
        if not alike or self._blank_rows != blank or self.findings.of(FAILED):
            return None
        if words != self._words or not self.context.holds_for(context.categories):
            return None
        changed = {name for name in COLUMNS if seen.column(name) != sheet.column(name)}
        return changed | {name for (_, name), _ in seen.kinds.items() ^ sheet.kinds.items()}

    def _unconcerned(self, changed: Collection[Column]) -> Collection[str]:
        """Return the checks of texts that find what they found where nothing but those columns changed."""
        used = USED if self.context.skus else ()
        return {
            check.code
            for check in self._plan.checks
            if isinstance(check, TextCheck)
            and not {*check.columns, *check.also_reads, check.marks, *used}.intersection(changed)
            and not (check.by_coverage and "CategoryID" in changed)
        }

    def _stays(self, within: tuple[Source, ...], changed: Collection[Column]) -> bool:
        """Return whether the same rows belong together still; what is made of large groups is made anew."""
        derived = self.context.derived
        read = {derived[source][0] if source in derived else source for source in within}
        return not self._row_groups[within].has_large and read.isdisjoint(changed)

    # ---------------------------------------------------------------- following a change

    def _follow(self, changed: Mapping[int, frozenset[Column]]) -> bool:
        """Make the findings right by looking at little; say whether that was possible."""
        if self.findings.of(FAILED) or self._language_changes(changed):
            return False
        before, after = self._view(self._seen, changed), self._view(self.sheet, changed)
        counted = self._categories - before.categories() + after.categories()
        if not self.context.holds_for(categories.parse_ids(counted)):
            return False
        self._categories = counted
        self._blank_rows = _moved(self._blank_rows, before.blank_rows, after.blank_rows)
        renewed = [
            *self._renew_header(changed),
            *self._renew(self._plan.of_rows, changed, after),
            *self._renew_whole_sheet(changed),
            *self._renew_grouped(changed, before, after),
        ]
        self._remember(changed)
        return not any(finding.code == FAILED for finding in renewed)

    def _changed(self, rows: Iterable[int]) -> dict[int, frozenset[Column]]:
        """Return for each row the columns whose cell is another one; all where the row came or went."""
        changed = {row: _differing(_cells(self._seen, row), _cells(self.sheet, row)) for row in rows}
        return {row: columns for row, columns in changed.items() if columns}

    def _language_changes(self, changed: Mapping[int, Collection[Column]]) -> bool:
        """Return whether the sheet is now in another language, on which suggestions everywhere depend."""
        if not any(column in columns for columns in changed.values() for column in _LANGUAGE_COLUMNS):
            return False
        texts = words_of(self.sheet)
        if texts == self._words:
            return False
        if CheckContext(self._references, self._options, texts).language != self.context.language:
            return True
        self._words = texts
        return False

    def _view(self, sheet: MappingSheet, rows: Iterable[int]) -> SheetView:
        return SheetView(sheet.select_rows(sorted(rows)), self.context.reading)

    def _renew_header(self, changed: Mapping[int, Collection[Column]]) -> list[Finding]:
        came_or_went = any(self._seen.has_row(row) != self.sheet.has_row(row) for row in changed)
        if self._seen.header == self.sheet.header and not came_or_went:
            return []
        return self._renew_all(self._plan.of_header)

    def _renew_whole_sheet(self, changed: Mapping[int, Collection[Column]]) -> list[Finding]:
        return self._renew_all([check for check in self._plan.of_sheet if _concerned(check, changed)])

    def _renew_all(self, checks: Sequence[Check]) -> list[Finding]:
        gone = [each for check in checks for one in self._lists for each in one.of(check.code)]
        view = SheetView(self.sheet, self.context.reading)
        return self._replace(gone, find(checks, view, self.context) if checks else [])

    def _renew_grouped(
        self, changed: Mapping[int, Collection[Column]], before: SheetView, after: SheetView
    ) -> list[Finding]:
        """Look again at the rows that belong together with those that changed, then or now."""
        found: list[Finding] = []
        for within, checks in self._plan.by_group.items():
            was, is_now = keys_of(within, before), keys_of(within, after)
            self._row_groups[within].move(before, after)
            views: dict[frozenset[RowKey], list[SheetView]] = {}
            for check in checks:
                concerned = self._concerned_in_groups(check, changed)
                keys = frozenset(keys[row] for row in concerned for keys in (was, is_now) if row in keys)
                found += self._renew_groups(check, self._row_groups[within], keys, concerned, views)
        return found

    def _concerned_in_groups(self, check: Check, changed: Mapping[int, Collection[Column]]) -> list[int]:
        """Return the rows of which a check may say something else now, or about other SKUs."""
        used = USED if self.context.skus and check.concerns == "row" else ()
        return _concerned(check, changed, used)

    def _renew_groups(
        self,
        check: SheetCheck,
        groups: RowGroups,
        keys: frozenset[RowKey],
        concerned: Sequence[int],
        views: dict[frozenset[RowKey], list[SheetView]],
    ) -> list[Finding]:
        """Look again at groups of rows; `views` are those of the checks before, for the same keys."""
        if not concerned:
            return []
        is_told = bool(check.asks or check.follows)
        found = {key: groups.large(key, self.sheet, self.context.reading) for key in keys if is_told}
        large = {key: group for key, group in found.items() if group is not None}
        small = merged(groups.of(key) for key in keys if key not in large)
        if not is_told or keys not in views:
            # A check that says what it `asks` asks for no more.
            views[keys] = [self._view(self.sheet, small), *cast(list[SheetView], list(large.values()))]
        rows = merged([small, *map(groups.of, large)])
        gone = [each for one in self._lists for each in one.among(check.code, rows)]
        gone += [each for one in self._lists for each in one.at(check.code, concerned)]
        unique = list({id(each): each for each in gone}.values())
        return self._replace(
            unique, [each for view in views[keys] for each in find([check], view, self.context)]
        )

    def _renew(self, checks: Sequence[Check], rows: Collection[int], view: SheetView) -> list[Finding]:
        gone = [each for check in checks for one in self._lists for each in one.at(check.code, rows)]
        return self._replace(gone, find(checks, view, self.context)) if rows else []

    def _replace(self, gone: Iterable[Finding], found: list[Finding]) -> list[Finding]:
        before, now = map(_by_sort_key, _of_other_places(list(gone), found))
        changed = [key for key in {**before, **now} if before.get(key) != now.get(key)]
        for finding in (each for key in changed for each in before.get(key, ())):
            self._list_of(finding).remove(finding)
        for finding in (each for key in changed for each in now.get(key, ())):
            self._list_of(finding).add(finding)
        return found

    @property
    def _lists(self) -> tuple[Findings, Findings]:
        return self.findings, self.ignored

    def _list_of(self, finding: Finding) -> Findings:
        return self.ignored if self.reasons and finding_key(finding) in self.reasons else self.findings

    def _remember(self, rows: Collection[int]) -> None:
        """Remember the rows as they are now."""
        self._seen.header = self.sheet.header
        moved = [row for row in rows if self._seen.has_row(row) != self.sheet.has_row(row)]
        if len(moved) > _MOST_MOVED:
            self._seen = self.sheet.copy()
            return
        for row in moved:
            self._copy_row(row)
        for row in (row for row in rows if self.sheet.has_row(row)):
            index, there = self.sheet.index_of(row), self._seen.index_of(row)
            for name in COLUMNS:
                self._seen.set_text(there, name, self.sheet.column(name)[index], self.sheet.kind(index, name))

    def _copy_row(self, row: int) -> None:
        if self._seen.has_row(row):
            self._seen.remove_row(row)
        else:
            self._seen.insert_row(row, self.sheet.row(self.sheet.index_of(row)))


class _Plan:
    """The checks by how far a change reaches in them."""

    def __init__(self, checks: Sequence[Check]) -> None:
        self.checks = checks
        of_sheets = [check for check in checks if isinstance(check, SheetCheck)]
        self.of_header = [check for check in of_sheets if check.within == "header"]
        self.of_sheet = [check for check in of_sheets if check.within == "sheet"]
        self.of_rows = [
            check
            for check in checks
            if isinstance(check, TextCheck) or (isinstance(check, SheetCheck) and check.within == "row")
        ]
        self.by_group: dict[tuple[Source, ...], list[SheetCheck]] = {}
        for check in of_sheets:
            if isinstance(check.within, tuple):
                self.by_group.setdefault(check.within, []).append(check)


def _grouped(within: tuple[Source, ...], plan: _Plan, view: SheetView) -> RowGroups:
    checks = plan.by_group[within]
    asked = dict.fromkeys(asked for check in checks for asked in check.asks)
    return RowGroups(within, asked, view, dict.fromkeys(one for check in checks for one in check.follows))


def _moved(rows: Sequence[int], gone: Sequence[int], come: Sequence[int]) -> Sequence[int]:
    """Return rows, in order, without those that are gone, and with those that came."""
    return rows if gone == come else sorted({*rows}.difference(gone).union(come))


def _of_other_places(
    gone: Sequence[Finding], found: Sequence[Finding]
) -> tuple[Iterable[Finding], Iterable[Finding]]:
    """Return those of two lots of findings in whose places not all are the very same in both."""
    here, there = set(map(id, gone)), set(map(id, found))
    places = {(each.row, each.column) for each in gone if id(each) not in there}
    places |= {(each.row, each.column) for each in found if id(each) not in here}
    if not places:
        return (), ()
    gone, found = ([each for each in lot if (each.row, each.column) in places] for lot in (gone, found))
    return gone, found


def _by_sort_key(findings: Iterable[Finding]) -> dict[tuple[int, int, int], list[Finding]]:
    """Return findings by their place; those of one place stay in the order in which they came."""
    places: dict[tuple[int, int, int], list[Finding]] = {}
    for finding in findings:
        places.setdefault(sort_key(finding), []).append(finding)
    return places


def _concerned(
    check: Check, changed: Mapping[int, Collection[Column]], more: Collection[Column] = ()
) -> list[int]:
    """Return the rows in which something changed that the check reads, or one of `more` columns."""
    reads = {*check.columns, *check.also_reads, *more}
    return [row for row, columns in changed.items() if not reads.isdisjoint(columns)]


def _cells(sheet: MappingSheet, row: int) -> tuple[tuple[str, object], ...] | None:
    """Return what the cells of a row hold, None where there is no such row."""
    if not sheet.has_row(row):
        return None
    index = sheet.index_of(row)
    return tuple((sheet.column(name)[index], sheet.kind(index, name)) for name in COLUMNS)


def _differing(
    one: tuple[tuple[str, object], ...] | None, other: tuple[tuple[str, object], ...] | None
) -> frozenset[Column]:
    if one is None or other is None:
        return frozenset(COLUMNS if one is not other else ())
    return frozenset(name for name, a, b in zip(COLUMNS, one, other, strict=True) if a != b)
