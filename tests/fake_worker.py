"""A worker that answers at once and in this process, for tests of the window alone."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from listo.core.catalogue.entries import AdminPage
from listo.core.catalogue.message_groups import ErrorGroup
from listo.core.checks.types import Finding
from listo.core.edits.history import Edit, FindingKey, StepSummary
from listo.core.errors import CancelledError, InputError
from listo.core.mapping.sheet import COLUMNS, Column, Header, MappingSheet
from listo.core.readiness.model import Note, SkuLine, SkuResult
from listo.core.settings.types import CategoryTemplate
from listo.core.skus.options import CategoryIds, CategoryReading, Ean, Kits
from listo.core.storage.types import Decision
from listo.core.texts import Language, Texts
from listo.core.wizard_state import AdminStep, Step, WizardFacts, WizardState, step_statuses
from listo.core.workbooks.xlsx.remove_rows import Obstacle
from listo.core.worker.protocol import JobFacts, Request, facts_of
from listo.core.worker.results import (
    ALL_ROWS,
    CellBlock,
    CellChange,
    CellPosition,
    ChangesPage,
    ColumnValues,
    Correction,
    CorrectionsPage,
    CoverageView,
    Deletion,
    Doubt,
    FileCard,
    FileState,
    FindQuery,
    IgnoredPage,
    IgnoredProblem,
    IssueGroup,
    LayoutView,
    Matches,
    MessageRows,
    MissingRow,
    MissingRows,
    Overview,
    Problem,
    ProblemPage,
    ReadDecisions,
    RecentSession,
    Reprocess,
    RowQuery,
    SheetPage,
    SheetRow,
    SkuCounts,
    SkuDetails,
    SkuNotes,
    SkuPage,
    SkuQuery,
    WizardView,
)
from listo.core.worker.saving import ReportFormat
from listo.core.worker.sheet_view import ordered, read_block, texts_of, values_of, write_block
from listo.ui.worker_client import Task

NO_FACTS = JobFacts()


class FakeTask(Task[Any]):
    """A task that does its work by itself, or runs until the test ends it where there is none."""

    def __init__(
        self,
        work: Callable[[], object] | None,
        parent: QObject,
        name: str = "",
        facts: JobFacts = NO_FACTS,
        given: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(parent, Request(0, name, given or {}), facts, lambda _task: None)
        self._work = work
        self.was_cancelled = self.is_over = False
        if work is not None:
            soon = QTimer(self)  # a shot of its own would go off when the task is gone with its window
            soon.setSingleShot(True)
            soon.timeout.connect(self.finish)
            soon.start()

    def finish(self) -> None:
        if self.was_cancelled:
            return
        try:
            answer = self._work() if self._work else None
        except InputError as error:
            self.failed.emit(error)
        except CancelledError:
            self.cancelled.emit()
        else:
            self.succeeded.emit(answer)
        self.is_over = True

    def cancel(self) -> None:
        self.was_cancelled = True
        self._work = None
        self.cancelled.emit()


@dataclass
class FakeKind:
    """One kind of problem: which cells are concerned, and what is suggested for each."""

    code: str
    severity: str = "error"
    column: str | None = "AmazonValue"
    rows: tuple[int | None, ...] = ()
    suggestions: tuple[str, ...] = ("Blue",)
    error_id: str | None = "map-value-not-accepted"
    grade: Literal["sure", "likely", "guess"] = "guess"


def cells_of(row: int | None, value: str = "Azul") -> tuple[str, ...]:
    if row is None:
        return ()
    return ("212", "SizeColor", "Variation", "Cor", "Color", value, value)


_FIRST_TO_DO = ("blocked", "at-risk", "unknown", "ready", "not-sent")


def _line(one: SkuResult) -> SkuLine:
    first = one.reasons[0].code if one.reasons else ""
    return SkuLine(one.sku, one.product, one.name, one.category, one.state, one.is_unchecked, first)


@dataclass
class FakeJobs:
    """The jobs of a worker on a made-up sheet: those of `Jobs` without their progress."""

    kinds: list[FakeKind]
    skipped: tuple[tuple[str, str], ...] = ()
    rows: int = 1234
    edited: dict[tuple[int, str], str] = field(default_factory=dict)
    undone: list[dict[tuple[int, str], str]] = field(default_factory=list)
    past: list[dict[tuple[int, str], str]] = field(default_factory=list)
    last: list[StepSummary] = field(default_factory=list)
    files: tuple[FileCard, ...] = ()
    revision: int = 0
    saved_to: Path | None = None
    values: tuple[str, ...] = ("Black", "Blue", "White")
    ignored: dict[FindingKey, str] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    doubts: tuple[Doubt, ...] = ()
    journey: WizardState = field(default_factory=WizardState)
    saved_as: str | None = None
    shop: str = ""
    kept: list[Decision] = field(default_factory=list)
    remembered: str | None = None
    obstacles: tuple[Obstacle, ...] = ()
    trade_policy: str = ""
    kits: Kits | None = None
    has_kits: bool = False
    ean: Ean | None = None
    category_ids: CategoryReading | None = None
    coverage: CoverageView = field(default_factory=CoverageView)
    trade_policies: tuple[str, ...] = ()
    reprocess: Reprocess = Reprocess((), None)  # noqa: RUF009 - frozen
    after_reading: dict[str, Any] = field(default_factory=dict)
    skus: SkuCounts = SkuCounts()  # noqa: RUF009 - frozen
    judged: SkuCounts = SkuCounts()  # noqa: RUF009 - frozen
    results: tuple[SkuResult, ...] = ()
    notes: tuple[Note, ...] = ()
    brand_not_first: str = ""

    def open(self, paths: tuple[Path, ...]) -> Overview:
        self.files += tuple(self._card(path) for path in paths)
        return self.overview()

    def _card(self, path: Path) -> FileCard:
        if not path.suffix.startswith(".xls"):
            return FileCard(path, None, error=InputError("file-not-a-spreadsheet", file=path.name))
        if "values" in path.name:
            details = {"attributes": "187", "marketplace": "Brasil", "timestamp": "2026-10-02"}
            return FileCard(path, "amazon-values", details, adds=("a", "b", "c"))
        return FileCard(path, "mapping", {"sheet": "Planilha1", "rows": str(self.rows)})

    def get_ready(self) -> None: ...

    def identify(self, paths: tuple[Path, ...]) -> tuple[FileCard, ...]:
        return tuple(map(self._card, paths))

    def file_state(self) -> FileState:
        return "same"

    def sample(self) -> Overview:
        return self.open((Path("/samples/mapping.xlsx"), Path("/samples/amazon-values.xlsx")))

    def resume(self, session: int, path: Path | None = None) -> Overview:
        return self.sample()

    def reload_file(self) -> Overview:
        return replace(self.overview(), **self.after_reading)

    shapes: dict[tuple[str | None, int | None], LayoutView] = field(default_factory=dict)

    def layout(self, sheet: str | None = None, header_row: int | None = None) -> LayoutView:
        return replace(self.shapes[sheet, header_row], revision=self.revision)

    def set_layout(self, sheet: str, header_row: int, places: dict[Column, int]) -> Overview:
        self.doubts = ()
        return self._rebuild()

    def reset_layout(self) -> Overview:
        return self._rebuild()

    def remove(self, path: Path) -> Overview:
        self.files = tuple(card for card in self.files if card.path != path)
        return self.overview()

    def overview(self) -> Overview:
        mapping = next((card.path for card in self.files if card.kind == "mapping"), None)
        groups = tuple(filter(None, map(self._group, self.kinds))) if mapping else ()
        counts = {s: sum(g.count for g in groups if g.severity == s) for s in ("error", "warning", "info")}
        return Overview(
            session=1,
            revision=self.revision,
            files=self.files,
            mapping=mapping,
            sheet="Planilha1",
            header_row=1,
            rows=self.rows,
            groups=groups,
            counts=counts,
            checks_run=tuple(f"check-{n}" for n in range(28)),
            checks_skipped=self.skipped,
            undo=self._change(self.past),
            redo=self._change(self.undone),
            changed_cells=len(self.edited) + len(self.deleted),
            rows_out=len(self.deleted),
            makes_new_workbook=mapping is not None and mapping.suffix in (".xls", ".ods"),
            trade_policy=self.trade_policy,
            kits=self.kits,
            has_kits=self.has_kits,
            ean=self.ean,
            category_ids=self.category_ids,
            coverage=self.coverage,
            trade_policies=self.trade_policies,
            ignored=len(self.ignored),
            doubts=self.doubts,
            shop=self.shop,
            wizard=self.wizard(mapping is not None, groups),
            saved_to=self.saved_to,
            is_copy_current=self.saved_to is not None and self.saved_as == str(self.edited),
            skus=self.skus,
        )

    def wizard(self, has_mapping: bool, groups: tuple[IssueGroup, ...]) -> WizardView:
        questions = sum(scope.is_doubtful for scope in self.coverage.files)
        facts = WizardFacts(
            has_mapping,
            len(self.doubts),
            tuple(group.code for group in groups),
            sum(group.count for group in groups),
            len(self.edited),
            self.saved_as,
            str(self.edited),
            questions,
        )
        self.journey = self.journey.adapted_to(facts)
        return WizardView(self.journey, step_statuses(self.journey, facts))

    def _moved(self, journey: WizardState) -> WizardView:
        self.journey = journey
        return self.overview().wizard

    def go(self, to: Step | Literal["on", "back"]) -> WizardView:
        assert to not in ("on", "back")
        return self._moved(self.journey._replace(step=to))

    def look_at(
        self, issue_type: str | None, row: int | None = None, column: str | None = None
    ) -> WizardView:
        return self._moved(self.journey.look_at(issue_type, row, column))

    def next_issue_type(self, direction: Literal[-1, 1] = 1) -> WizardView:
        facts = WizardFacts(issue_types=tuple(kind.code for kind in self.kinds if self._left(kind)))
        return self._moved(self.journey.next_issue_type(facts, direction))

    def tick(self, step: AdminStep, done: bool = True) -> WizardView:
        return self._moved(self.journey.tick(step, done))

    def decisions(self, text: str = "", shop: str | None = None) -> tuple[Decision, ...]:
        shown = (one for one in self.kept if shop in (None, one.shop))
        return tuple(one for one in shown if text.casefold() in f"{one.said} {one.chosen}".casefold())

    def edit_decision(self, number: int, chosen: str) -> tuple[Decision, ...]:
        self.kept = [replace(one, chosen=chosen) if one.id == number else one for one in self.kept]
        return tuple(self.kept)

    def forget_decision(self, number: int | None) -> tuple[Decision, ...]:
        self.kept = [one for one in self.kept if number not in (None, one.id)]
        return tuple(self.kept)

    def export_decisions(self, target: Path, shop: str | None, overwrite: bool) -> int:
        target.write_text("choices")
        return len(self.decisions("", shop))

    def read_decisions(self, path: Path, shop: str | None) -> ReadDecisions:
        if not path.exists():
            raise InputError("file-not-found", file=path.name)
        mine = self.kept[0]
        new = replace(mine, said="roxo", chosen="Purple", id=9)
        return ReadDecisions((new,), 1, ((mine, replace(mine, chosen="Jet Black")),))

    def take_decisions(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        for one in decisions:
            self.kept = [*(each for each in self.kept if each.id != one.id), one]
        return tuple(self.kept)

    def set_shop(self, shop: str) -> Overview:
        self.shop = shop
        return self._rebuild()

    def set_trade_policy(self, policy: str) -> Overview:
        self.trade_policy = policy
        return self._rebuild()

    def set_kits(self, kits: Kits | None) -> Overview:
        self.kits = kits
        return self._rebuild()

    def set_ean(self, ean: Ean | None) -> Overview:
        self.ean = ean
        return self._rebuild()

    def set_category_ids(self, ids: CategoryIds | None) -> Overview:
        reading = self.category_ids or CategoryReading("unknown")
        self.category_ids = replace(reading, reading=ids or "both", by="person" if ids else "exports")
        return self._rebuild()

    def set_covers(self, file: Path, categories: Collection[str] | None) -> Overview:
        said = None if categories is None else frozenset(categories)
        self.coverage = replace(
            self.coverage,
            files=tuple(
                replace(
                    scope,
                    said=said,
                    is_doubtful=said is None,
                    covered={"confirmed": tuple(sorted(self._numbers(said or ())))} if said else {},
                )
                if scope.file == file
                else scope
                for scope in self.coverage.files
            ),
        )
        there = {number for scope in self.coverage.files for number in scope.categories}
        left = tuple(number for number in self.coverage.categories if number not in there)
        self.coverage = replace(self.coverage, uncovered=left)
        return self._rebuild()

    def _numbers(self, said: Collection[str]) -> Collection[int]:
        return self.coverage.categories if "*" in said else [int(each) for each in said]

    def judge_skus(self) -> Overview:
        self.skus = self.judged
        return self.overview()

    def _asked(self, query: SkuQuery) -> list[SkuResult]:
        found = [one for one in self.results if not query.states or one.state in query.states]
        found = [one for one in found if query.text.casefold() in f"{one.sku} {one.name}".casefold()]
        if query.order == "state":
            found.sort(key=lambda one: _FIRST_TO_DO.index(one.state), reverse=query.descending)
        elif query.order != "export":
            found.sort(key=lambda one: str(getattr(one, query.order)), reverse=query.descending)
        return found

    def sku_page(self, query: SkuQuery, start: int, limit: int) -> SkuPage:
        found = self._asked(query)
        return SkuPage(self.revision, start, len(found), tuple(map(_line, found[start : start + limit])))

    def sku_details(self, sku: str) -> SkuDetails:
        found = next((one for one in self.results if one.sku == sku), None)
        return SkuDetails(self.revision, found, self.brand_not_first)

    def sku_index(self, sku: str, query: SkuQuery) -> int | None:
        return next((place for place, one in enumerate(self._asked(query)) if one.sku == sku), None)

    def sku_notes(self, page: AdminPage | None = None) -> SkuNotes:
        return SkuNotes(self.revision, len(self.notes), self.notes)

    def find_sku(self, text: str) -> str | None:
        return next((one.sku for one in self.results if one.sku in text), None)

    def deletion(self, rows: tuple[int, ...] | None = None) -> Deletion:
        return Deletion(tuple(sorted(self.deleted if rows is None else rows)), self.obstacles)

    def to_reprocess(self) -> Reprocess:
        return self.reprocess

    def _change(self, steps: list[dict[tuple[int, str], str]]) -> StepSummary | None:
        if not steps:
            return None
        texts = set(steps[-1].values())
        column = next(iter(steps[-1]))[1]
        return StepSummary(len(steps[-1]), column, next(iter(texts)) if len(texts) == 1 else "")

    def _left(self, kind: FakeKind) -> list[int | None]:
        gone = self.deleted | {key.row for key in self.ignored if key.code == kind.code}
        gone |= {row for row, column in self.edited if column == kind.column}
        return [row for row in kind.rows if row is None or row not in gone]

    def _group(self, kind: FakeKind) -> IssueGroup | None:
        left = len(self._left(kind))
        fixable = left if kind.suggestions and kind.column else 0
        certain = fixable if kind.grade == "sure" else 0
        likely = fixable if kind.grade == "likely" else 0
        numbers = (left, fixable, 0, None, certain, likely)
        return IssueGroup(kind.code, kind.severity, kind.error_id, *numbers) if left else None  # type: ignore[arg-type]

    def problem_page(self, code: str, start: int, limit: int) -> ProblemPage:
        kind = next(kind for kind in self.kinds if kind.code == code)
        left = self._left(kind)
        problems = tuple(self._problem(kind, row) for row in left[start : start + limit])
        return ProblemPage(self.revision, code, start, len(left), problems)

    def _problem(self, kind: FakeKind, row: int | None) -> Problem:
        cells = cells_of(row)
        value = cells[COLUMNS.index(kind.column)] if row and kind.column else ""  # type: ignore[arg-type]
        arguments = {"attribute": "Color", "category": "212"}
        finding = Finding(
            kind.code,
            kind.severity,  # type: ignore[arg-type]
            kind.error_id,
            row,
            kind.column,
            value,
            arguments,
            kind.suggestions,
        )
        return Problem(finding, cells, self.remembered, (kind.grade,) * len(kind.suggestions))

    def next_decision(
        self, code: str, place: int, direction: Literal[-1, 1]
    ) -> tuple[int, int | None] | None:
        left = self._left(next(kind for kind in self.kinds if kind.code == code))
        found = place + direction
        return (found, left[found]) if 0 <= found < len(left) else None

    def _corrected(self, grade: str) -> list[Correction]:
        places = [
            (row, kind)
            for kind in self.kinds
            if kind.grade in ("sure", grade) and kind.column and kind.suggestions
            for row in self._left(kind)
            if row is not None
        ]
        return [
            Correction(kind.code, row, kind.column, "Azul", kind.suggestions[0])  # type: ignore[arg-type]
            for row, kind in sorted(places, key=lambda place: place[0])
        ]

    def corrections_page(
        self, grade: Literal["sure", "likely", "guess"], start: int, limit: int, revision: int
    ) -> CorrectionsPage:
        found = self._corrected(grade)
        return CorrectionsPage(self.revision, grade, start, len(found), tuple(found[start : start + limit]))

    def apply_corrections(
        self,
        grade: Literal["sure", "likely", "guess"],
        without: Collection[tuple[int, str]] = (),
        *,
        revision: int,
    ) -> Overview:
        wanted = [one for one in self._corrected(grade) if (one.row, one.column) not in without]
        return self._do({(one.row, str(one.column)): one.after for one in wanted})

    def delete_rows_of(self, code: str) -> Overview:
        kind = next(kind for kind in self.kinds if kind.code == code)
        return self.delete_rows(tuple(row for row in self._left(kind) if row is not None))

    def message_rows(
        self, codes: Collection[str], captured: Mapping[str, str], limit: int = 5
    ) -> MessageRows:
        found = [kind for code in codes for kind in self.kinds if kind.code == code and self._left(kind)]
        problem = (found[0].code, found[0].rows[0] or 0, 0) if found else None
        name = next(iter(captured.values()), "")
        said = (name,) if name in cells_of(1) else ()
        rows = [row for kind in found for row in self._left(kind) if row] if said or not name else []
        shown = tuple(SheetRow(row, cells_of(row), {}, ()) for row in rows[:limit])
        missing = tuple(need for code, need in self.skipped if code in codes)
        column = COLUMNS[cells_of(1).index(name)] if said else ""
        return MessageRows(
            name, column, said, len(rows), 0 if missing else len(rows), shown, missing, problem
        )

    def apply(self, edits: tuple[Edit, ...]) -> Overview:
        return self._do({(edit.row, edit.column): edit.text for edit in edits})

    def _do(self, step: dict[tuple[int, str], str]) -> Overview:
        self.past.append(step)
        self.undone.clear()
        return self._rebuild()

    def _rebuild(self) -> Overview:
        self.edited = {place: text for step in self.past for place, text in step.items()}
        self.revision += 1
        return self.overview()

    def apply_alike(self, row: int, column: str, text: str) -> Overview:
        kind = next(k for k in self.kinds if k.column == column and row in self._left(k))
        return self._do({(left, column): text for left in self._left(kind) if left is not None})

    def apply_suggestions(self, code: str) -> Overview:
        kind = next(kind for kind in self.kinds if kind.code == code)
        return self._do(
            {(r, str(kind.column)): kind.suggestions[0] for r in self._left(kind) if r is not None}
        )

    def apply_chosen(
        self, code: str, places: tuple[tuple[int, int], ...], text: str | None, revision: int
    ) -> Overview:
        kind = next(kind for kind in self.kinds if kind.code == code)
        left = self._left(kind)
        rows = [row for first, last in places for row in left[first : last + 1] if row is not None]
        return self._do({(row, str(kind.column)): text or kind.suggestions[0] for row in rows})

    def apply_safe(self) -> Overview:
        return self.overview()

    def undo(self) -> Overview:
        self.undone.append(self.past.pop())
        return self._rebuild()

    def redo(self) -> Overview:
        self.past.append(self.undone.pop())
        return self._rebuild()

    def changes_page(self, start: int, limit: int) -> ChangesPage:
        places = sorted(self.edited, key=lambda place: (COLUMNS.index(place[1]), place[0]))  # type: ignore[arg-type]
        found = [CellChange(row, column, "Azul", self.edited[row, column]) for row, column in places]
        return ChangesPage(self.revision, start, len(found), tuple(found[start : start + limit]))

    def accepted_values(self, row: int, column: str) -> tuple[str, ...]:
        return self.values

    def ignore(self, findings: tuple[FindingKey, ...], reason: str = "") -> Overview:
        self.ignored.update(dict.fromkeys(findings, reason))
        return self._rebuild()

    def ignore_type(self, code: str, reason: str = "") -> Overview:
        kind = next(kind for kind in self.kinds if kind.code == code)
        rows = [row for row in self._left(kind) if row is not None]
        return self.ignore(tuple(self._key(kind, row) for row in rows), reason)

    def ignore_chosen(
        self, code: str, places: tuple[tuple[int, int], ...], reason: str, revision: int
    ) -> Overview:
        kind = next(kind for kind in self.kinds if kind.code == code)
        rows = [row for first, last in places for row in self._left(kind)[first : last + 1] if row]
        return self.ignore(tuple(self._key(kind, row) for row in rows), reason)

    def _key(self, kind: FakeKind, row: int) -> FindingKey:
        finding = self._problem(kind, row).finding
        return FindingKey(finding.code, finding.row, finding.column, finding.value)

    def ignored_page(self, start: int, limit: int) -> IgnoredPage:
        known = {kind.code: kind for kind in self.kinds}
        found = [
            IgnoredProblem(self._problem(known[key.code], key.row).finding, cells_of(key.row), reason)
            for key, reason in self.ignored.items()
        ]
        return IgnoredPage(self.revision, start, len(found), tuple(found[start : start + limit]))

    def restore(self, findings: tuple[FindingKey, ...]) -> Overview:
        for key in findings:
            self.ignored.pop(key)
        return self._rebuild()

    def delete_rows(self, rows: tuple[int, ...]) -> Overview:
        self.deleted.update(rows)
        return self._rebuild()

    def insert_row(self, like: int | None = None, texts: Mapping[Column, str] | None = None) -> Overview:
        self.rows += 1
        return self._rebuild()

    def missing_rows(self, code: str) -> MissingRows:
        kind = next(kind for kind in self.kinds if kind.code == code)
        left = [row for row in self._left(kind) if row is not None]
        known = ("", "Information", "", "Color", "", "")
        asked: tuple[Column, ...] = ("VTEXSpecification", "VTEXValue", "AmazonValue")
        rows = tuple(MissingRow((str(212 + row % 2), *known), asked) for row in left)
        return MissingRows(self.revision, code, rows, tuple(range(len(rows))))

    def add_rows(self, rows: Sequence[Sequence[str]], *, revision: int) -> Overview:
        self.rows += len(rows)
        return self._rebuild()

    def accepted_in(self, texts: Sequence[str], column: str) -> tuple[str, ...]:
        return self.values

    def find(self, wanted: FindQuery) -> Matches:
        found = tuple(self._found(wanted))
        return Matches(self.revision, len(found), found[:1000])

    def _found(self, wanted: FindQuery) -> Iterator[tuple[int, str]]:
        for kind in self.kinds:
            for row in self._left(kind):
                place = COLUMNS.index(kind.column)  # type: ignore[arg-type]
                if row and wanted.column in ("", kind.column) and wanted.text in cells_of(row)[place]:
                    yield row, str(kind.column)

    def replace(self, wanted: FindQuery, text: str) -> Overview:
        return self._do(dict.fromkeys(self._found(wanted), text))

    # The whole sheet has the rows 2 to `rows` + 1.

    def _rows_shown(self, code: str | None) -> list[int]:
        if code is None:
            return list(range(2, self.rows + 2))
        return sorted({row for kind in self._of(code) for row in self._left(kind) if row})

    def _of(self, code: str | None) -> list[FakeKind]:
        return [kind for kind in self.kinds if not code or kind.code == code]

    def sheet_page(
        self, start: int, limit: int, code: str | None = None, rows: RowQuery | None = None
    ) -> SheetPage:
        shown = self._rows_let_through(code, rows)
        page = tuple(self._sheet_row(row) for row in shown[start : start + limit])
        return SheetPage(self.revision, start, len(shown), page)

    def _rows_let_through(self, code: str | None, rows: RowQuery | None) -> list[int]:
        shown = self._rows_shown(code)
        if rows is None or replace(rows, number=0) == ALL_ROWS:
            return shown
        return [row for row in ordered(self._sheet(), rows) if row in set(shown)]

    def _sheet(self) -> MappingSheet:
        numbers = self._rows_shown(None)
        cells = [self._sheet_row(row).cells for row in numbers]
        columns = {name: [line[place] for line in cells] for place, name in enumerate(COLUMNS)}
        return MappingSheet("Planilha1", Header(1, {}, ()), numbers, columns)

    def column_values(self, column: str, rows: RowQuery | None = None, part: str = "") -> ColumnValues:
        return values_of(
            self._sheet(), next(name for name in COLUMNS if name == column), rows or ALL_ROWS, part
        )

    def copy_block(self, block: CellBlock) -> str:
        rows = self._rows_let_through(block.code, block.rows)
        return write_block(texts_of(self._sheet(), rows, block))

    def paste_block(self, block: CellBlock, text: str) -> Overview:
        rows = self._rows_let_through(block.code, block.rows)
        lines = read_block(text)
        return self.apply(
            tuple(
                Edit(row, COLUMNS[block.left + place], cell)
                for row, line in zip(rows[block.top :], lines, strict=False)
                for place, cell in enumerate(line)
            )
        )

    def fill_down(self, block: CellBlock) -> Overview:
        rows = self._rows_let_through(block.code, block.rows)
        first = self._sheet_row(rows[block.top]).cells
        places = range(block.left, block.right + 1)
        below = rows[block.top + 1 : block.bottom + 1]
        return self.apply(tuple(Edit(row, COLUMNS[place], first[place]) for row in below for place in places))

    def empty_blocks(self, blocks: Sequence[CellBlock]) -> Overview:
        rows = self._rows_let_through(blocks[0].code, blocks[0].rows)
        cells = (
            (row, COLUMNS[place])
            for block in blocks
            for row in rows[block.top : block.bottom + 1]
            for place in range(block.left, block.right + 1)
        )
        return self.apply(tuple(Edit(*cell, "") for cell in cells))

    def _sheet_row(self, row: int) -> SheetRow:
        kinds = [kind for kind in self.kinds if row in self._left(kind)]
        findings = tuple(self._problem(kind, row).finding for kind in kinds)
        cells = [
            self.edited.get((row, name), text) for name, text in zip(COLUMNS, cells_of(row), strict=True)
        ]
        changed = tuple(name for name in COLUMNS if (row, name) in self.edited)
        return SheetRow(row, tuple(cells), {}, changed, findings)

    def find_next(
        self,
        row: int,
        column: str,
        direction: int,
        code: str | None = None,
        rows: RowQuery | None = None,
    ) -> CellPosition | None:
        shown = self._rows_let_through(code, rows)
        if direction == 0:
            return CellPosition(self.revision, shown.index(row), row, column) if row in shown else None
        places = [
            (other, COLUMNS.index(kind.column))  # type: ignore[arg-type]
            for kind in self._of(code)
            for other in self._left(kind)
            if other
        ]
        here = (row, COLUMNS.index(column) if column else -1)  # type: ignore[arg-type]
        ahead = sorted(
            (place for place in places if (place > here) == (direction > 0) and place != here),
            reverse=direction < 0,
        )
        if not ahead:
            return None
        found, at = ahead[0]
        return CellPosition(self.revision, shown.index(found), found, COLUMNS[at])

    def index_of(self, code: str, row: int, column: str) -> int:
        return next(sum((other or 0) < row for other in self._left(kind)) for kind in self._of(code))

    def revert(self, cells: tuple[tuple[int, str], ...]) -> Overview:
        self.past = [{p: t for p, t in step.items() if p not in cells} for step in self.past]
        self.past = [step for step in self.past if step]
        return self._rebuild()

    def proposed_name(self, word: str = "corrected", suffix: str = "") -> Path:
        mapping = self.overview().mapping
        assert mapping is not None
        return mapping.with_name(f"{mapping.stem}-{word}{suffix or mapping.suffix}")

    def report(self, target: Path, form: ReportFormat, language: Language, overwrite: bool) -> Path:
        target.write_text("a report")
        return target

    def save(self, target: Path, overwrite: bool) -> Overview:
        if target == self.overview().mapping:
            raise InputError("file-is-original", file=target.name)
        if target.exists() and not overwrite:
            raise InputError("file-exists", file=target.name)
        target.write_bytes(b"saved")
        self.saved_to, self.saved_as = target, str(self.edited)
        return self.overview()

    def recent(self, text: str = "") -> tuple[RecentSession, ...]:
        return ()

    def forget(self, session: int | None) -> tuple[RecentSession, ...]:
        return ()

    def explain_text(self, text: str) -> tuple[ErrorGroup, ...]:
        return ()

    def explain_files(self, paths: tuple[Path, ...]) -> tuple[ErrorGroup, ...]:
        return ()

    def amazon_template(self, path: Path) -> CategoryTemplate:
        return CategoryTemplate(())


def arguments_of(job: Callable[..., Any]) -> list[tuple[str, object, object]]:
    """Return what a job can be given, each with its kind and default: all but `self` and the progress."""
    _self, *parameters = inspect.signature(job).parameters.values()
    return [(one.name, one.kind, one.default) for one in parameters if "Progress" not in str(one.annotation)]


class FakeClient(QObject):
    """Answers the jobs from an object that has some of them; those in `held` run until the test ends them.

    What is asked for must fit the real job, and so must what stands in for it here.
    """

    resumed = Signal(object)

    def __init__(self, jobs: Any) -> None:
        super().__init__()
        self.jobs = jobs
        self.started: list[tuple[str, dict[str, Any]]] = []
        self.held: set[str] = set()
        self.errors: dict[str, object] = {}
        self.tasks: list[FakeTask] = []

    def start(self, job: Callable[..., Any], /, *arguments: Any, **named: Any) -> FakeTask:
        name, facts = job.__name__, facts_of(job)
        bound = inspect.signature(job).bind(None, None, *arguments, **named)
        given = dict(list(bound.arguments.items())[2:])
        self.started.append((name, given))
        work = None if name in self.held else self._work(job, name, given)
        error = self.errors.pop(name, None)
        task = FakeTask(None if error else work, self, name, facts, given)
        if error:
            QTimer.singleShot(0, task, lambda: task.failed.emit(error))
        self.tasks.append(task)
        return task

    def _work(self, job: Callable[..., Any], name: str, given: dict[str, Any]) -> Callable[[], object]:
        fake = getattr(type(self.jobs), name)
        assert arguments_of(fake) == arguments_of(job), f"what stands in for {name} takes something else"
        return lambda: getattr(self.jobs, name)(**given)

    def asked(self, name: str) -> list[dict[str, Any]]:
        return [arguments for job, arguments in self.started if job == name]


class RealClient(FakeClient):
    """Has the real jobs done, in this process."""

    def _work(self, job: Callable[..., Any], name: str, given: dict[str, Any]) -> Callable[[], object]:
        return lambda: job(self.jobs, lambda *_: None, **given)


class FakeTexts(Texts):
    """The core's sentences without those of the checks, which are made up from the code."""

    def check(self, code: str, part: str, /, **fields: object) -> str:
        words = code.replace("-", " ")
        if part == "title":
            return f"{fields['count']} cells: {words}"
        if part == "message":
            return f"Amazon does not take “{fields['value']}” for {fields.get('attribute', 'this')}."
        return f"{part}: {words}. Amazon compares letter by letter with its list for this attribute."


def kinds(count: int, rows: int = 12) -> list[FakeKind]:
    """Return several kinds of problem, of each severity, the later ones smaller."""
    severities = ("error", "warning", "info")
    return [
        FakeKind(
            f"kind-{n}-of-problem-with-a-rather-long-name" if n % 5 == 4 else f"kind-{n}",
            severities[n % 3],
            COLUMNS[6 - n % 7],
            tuple(range(17 + n, 17 + n + rows)),
            ("Blue", "Light Blue", "Navy") if n % 2 == 0 else ("Blue",),
        )
        for n in range(count)
    ]


__all__ = [
    "FakeClient",
    "FakeJobs",
    "FakeKind",
    "FakeTask",
    "FakeTexts",
    "RealClient",
    "cells_of",
    "kinds",
    "replace",
]
