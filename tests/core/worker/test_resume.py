"""Whatever is done, in whatever order: all that is shown agrees, can be taken back, and outlives a kill."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from openpyxl import Workbook

from listo.core import resources
from listo.core.checks.engine import run
from listo.core.checks.findings import finding_key
from listo.core.checks.types import Finding
from listo.core.edits.history import Edit, FindingKey
from listo.core.edits.operations import Differences
from listo.core.edits.rebase import rebase_history
from listo.core.errors import InputError
from listo.core.file_kinds import references_of
from listo.core.mapping.cell_text import is_blank
from listo.core.mapping.layout import apply_layout
from listo.core.mapping.sheet import COLUMNS, Column, MappingSheet
from listo.core.storage.store import Store
from listo.core.wizard_state import ADMIN_STEPS
from listo.core.workbooks.read import read_workbook
from listo.core.worker.jobs import Jobs
from listo.core.worker.results import FindQuery, Overview
from listo.core.worker.state import OpenMapping

VALUES = resources.root() / "samples" / "amazon-values.xlsx"
TEXTS: dict[Column, list[str]] = {
    "CategoryID": ["212", "300", "166", "99000001", " 212", "x"],
    "VariationTheme": ["SizeColor", "", "sizecolor", "Size"],
    "Type": ["Variation", "Information", "variation"],
    "VTEXSpecification": ["Cor", "Tamanho", "COR"],
    "AmazonSpecification": ["Color", "Size", "color_name", "Sabor"],
    "VTEXValue": ["Azul", "Preto", "P", "azul", ""],
    "AmazonValue": ["Blue", "Black", "black", "Bleu", "S", " Blue", "", "#N/A"],
}
PRODUCTS = [
    ["_SkuId", "_ProductId", "_ActiveSku", "_GlobalCategoryId", "_SkuEan", "_CategoryId"],
    ["1", "10", "YES", "212", "7891000315507", "7"],
    ["2", "11", "YES", "300", "7891000315508", "8"],
]
FIELDS = [
    ["_SkuId", "_SKUReferenceCode", "_FieldId", "_FieldName", "_SpecificationValue"],
    ["1", "a", "20", "Cor", "Azul"],
    ["2", "b", "21", "Tamanho", "P"],
]
OTHER_SHEET = "Outra"
AS_THEY_ARE: dict[Column, int] = {name: place for place, name in enumerate(COLUMNS)}
LAYOUTS: list[dict[Column, int] | None] = [
    None,
    {name: place for name, place in AS_THEY_ARE.items() if name != "Type"},
    {**AS_THEY_ARE, "VTEXValue": 6, "AmazonValue": 5},
]

TOLD_ONCE = ("session", "revision", "file_changed", "dropped", "dropped_rows")

columns = st.sampled_from(COLUMNS)
numbers = st.integers(0, 30)
texts = st.sampled_from(sorted({text for choice in TEXTS.values() for text in choice}))
likely_row = st.tuples(*(st.sampled_from(TEXTS[name][:2]) for name in COLUMNS))
any_row = st.tuples(*(st.sampled_from(TEXTS[name]) for name in COLUMNS))
file_rows = st.lists(likely_row | any_row | st.just(("",) * 7), min_size=1, max_size=7)
reasons = st.sampled_from(["", "as the store has it", "ask Ana"])


def quiet(stage: str, done: int, total: int) -> None:
    """Go on without looking."""


def write(path: Path, sheets: dict[str, Iterable[Sequence[str]]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


@cache
def other_files() -> dict[str, bytes]:
    """Return the files to check against, as they are on disk."""
    with tempfile.TemporaryDirectory() as folder:
        products = write(Path(folder) / "p.xlsx", {"Sheet": PRODUCTS})
        fields = write(Path(folder) / "f.xlsx", {"Sheet": FIELDS})
        paths = {"values.xlsx": VALUES, "products.xlsx": products, "fields.xlsx": fields}
        return {name: path.read_bytes() for name, path in paths.items()}


class MappingFile:
    """The mapping file on disk, which somebody else changes too; an eighth column tells its rows apart."""

    def __init__(self, path: Path, rows: list[tuple[str, ...]]) -> None:
        self.path = path
        self.name = "Planilha1"
        self.columns = list(COLUMNS)
        self.above = 0
        self.last = 0
        self.rows = [self._named(row) for row in rows]
        self.others = [("300", "", "Information", "Marca", "Brand", "Una", "Una"), *rows[:2]]
        self.moment = 1_700_000_000
        self.write()

    def _named(self, row: tuple[str, ...]) -> dict[str, str]:
        self.last += 1
        return {**dict(zip(COLUMNS, row, strict=True)), "id": f"row {self.last}"}

    def write(self) -> None:
        order = [*self.columns, "id"]
        rows = [order, *([row[name] for name in order] for row in self.rows)]
        write(self.path, {self.name: [*[[]] * self.above, *rows], OTHER_SHEET: [COLUMNS, *self.others]})
        self.moment += 10
        os.utime(self.path, (self.moment, self.moment))

    def change(self, how: str, place: int, row: tuple[str, ...]) -> None:
        """Change the file as a person might in Excel."""
        at = place % len(self.rows) if self.rows else 0
        match how:
            case "insert":
                self.rows.insert(at, self._named(row))
            case "append":
                self.rows.append(self._named(row))
            case "delete":
                del self.rows[at : at + 1]
            case "sort":
                self.rows.sort(key=lambda each: [each[name] for name in (*COLUMNS[place % 7 :], "id")])
            case "cell" if self.rows:
                self.rows[at][COLUMNS[place % 7]] = row[place % 7]
            case "columns":
                self.columns.append(self.columns.pop(place % 7))
            case "rename":
                self.name = "Outro nome" if self.name == "Planilha1" else "Planilha1"
            case "titles":
                self.above = 3 - self.above
        self.write()

    def id_of(self, row: int) -> str:
        """Return what tells a row of the file from the others, by Excel's number."""
        return self.rows[row - 2 - self.above]["id"]


CHANGES = ["insert", "append", "delete", "sort", "cell", "columns", "rename", "titles"]


class Working(RuleBasedStateMachine):
    @initialize(rows=file_rows, values=st.booleans())
    def begin(self, rows: list[tuple[str, ...]], values: bool) -> None:
        self.folder = Path(tempfile.mkdtemp())
        for name, content in other_files().items():
            (self.folder / name).write_bytes(content)
        self.file = MappingFile(self.folder / "mapping.xlsx", rows)
        self.jobs = self.open_workspace()
        against = [self.folder / "values.xlsx"] if values else []
        self.now = self.jobs.open(quiet, [self.file.path, *against])
        self.now = self.jobs.set_shop(quiet, "Norte")
        self.saved = 0

    def open_workspace(self) -> Jobs:
        return Jobs(Store(self.folder / "listo.sqlite3"))

    @property
    def mapping(self) -> OpenMapping:
        mapping = self.jobs.session.state.mapping
        assert mapping is not None
        return mapping

    def row(self, number: int) -> int:
        """Return Excel's number of a row of the sheet, the header's among them."""
        there = [self.mapping.original.header.row or 1, *self.mapping.sheet.row_numbers]
        return there[number % len(there)]

    def column(self, name: Column) -> Column:
        return name if self.mapping.sheet.has(name) else "AmazonValue"

    # ---------------------------------------------------------------- mending

    @rule(edits=st.lists(st.tuples(numbers, columns, texts), min_size=1, max_size=3))
    def apply(self, edits: list[tuple[int, Column, str]]) -> None:
        wanted = [Edit(self.row(number), self.column(name), text) for number, name, text in edits]
        self.now = self.jobs.apply(quiet, wanted)

    @rule(number=numbers, name=columns, text=texts)
    def apply_alike(self, number: int, name: Column, text: str) -> None:
        self.now = self.jobs.apply_alike(quiet, self.row(number), self.column(name), text)

    @precondition(lambda self: self.now.groups)
    @rule(number=numbers)
    def apply_suggestions(self, number: int) -> None:
        group = self.now.groups[number % len(self.now.groups)]
        self.now = self.jobs.apply_suggestions(quiet, group.code)

    @precondition(lambda self: self.now.groups)
    @rule(number=numbers, first=numbers, text=st.none() | texts)
    def apply_chosen(self, number: int, first: int, text: str | None) -> None:
        group = self.now.groups[number % len(self.now.groups)]
        places = [(first % group.count, first % group.count + 1)]
        self.now = self.jobs.apply_chosen(quiet, group.code, places, text, self.now.revision)

    @rule()
    def apply_safe(self) -> None:
        self.now = self.jobs.apply_safe(quiet)
        assert sum(group.with_safe_fix for group in self.now.groups) == 0

    @rule(text=texts, name=columns | st.just(""), whole=st.booleans(), new=texts)
    def replace(self, text: str, name: str, whole: bool, new: str) -> None:
        wanted = FindQuery(text, name, whole)
        found = self.jobs.find(quiet, wanted)
        assert found.total == len(found.cells)
        self.now = self.jobs.replace(quiet, wanted, new)

    @rule(cells=st.lists(st.tuples(numbers, columns | st.just("")), max_size=4))
    def revert(self, cells: list[tuple[int, str]]) -> None:
        there = sorted({*self.mapping.sheet.row_numbers, *self.mapping.original.row_numbers, 1})
        places = [(there[number % len(there)], name) for number, name in cells]
        self.now = self.jobs.revert(quiet, places)

    @rule(some=st.lists(numbers, min_size=1, max_size=2))
    def delete_rows(self, some: list[int]) -> None:
        self.now = self.jobs.delete_rows(quiet, [self.row(number) for number in some])

    @rule(like=st.none() | numbers)
    def insert_row(self, like: int | None) -> None:
        self.now = self.jobs.insert_row(quiet, None if like is None else self.row(like))

    # ---------------------------------------------------------------- leaving as it is

    @precondition(lambda self: len(self.mapping.findings) > 0)
    @rule(number=numbers, reason=reasons)
    def leave(self, number: int, reason: str) -> None:
        found = list(self.mapping.findings)
        key = FindingKey(*finding_key(found[number % len(found)]))
        self.now = self.jobs.ignore(quiet, [key], reason)
        assert self.mapping.reasons[key] == reason

    @precondition(lambda self: self.now.groups)
    @rule(number=numbers, reason=reasons)
    def leave_kind(self, number: int, reason: str) -> None:
        code = self.now.groups[number % len(self.now.groups)].code
        self.now = self.jobs.ignore_type(quiet, code, reason)
        assert all(group.code != code for group in self.now.groups)

    @precondition(lambda self: self.now.ignored)
    @rule(some=st.lists(numbers, min_size=1, max_size=3))
    def take_up(self, some: list[int]) -> None:
        left = list(self.mapping.ignored)
        keys = [FindingKey(*finding_key(left[number % len(left)])) for number in some]
        self.now = self.jobs.restore(quiet, keys)
        assert not {*keys} & {finding_key(each) for each in self.mapping.ignored}

    # ---------------------------------------------------------------- back and forth

    @rule()
    def undo(self) -> None:
        before = self.now
        self.now = self.jobs.undo(quiet)
        assert self.now.redo == (before.undo or before.redo)

    @rule()
    def redo(self) -> None:
        before = self.now
        self.now = self.jobs.redo(quiet)
        assert self.now.undo == (before.redo or before.undo)

    @rule()
    def take_all_back_and_make_it_again(self) -> None:
        before, sheet, count = self.now, content(self.mapping.sheet), 0
        while self.now.undo:
            self.now = self.jobs.undo(quiet)
            count += 1
        assert content(self.mapping.sheet) == content(self.mapping.original)
        assert (self.now.changed_cells, self.now.ignored) == (0, 0)
        self.everything_agrees()
        for _ in range(count):
            self.now = self.jobs.redo(quiet)
        assert content(self.mapping.sheet) == sheet
        agree(replace(self.now, wizard=before.wizard), before)  # kinds were met on the way

    # ---------------------------------------------------------------- files, columns, the path

    @rule(name=st.sampled_from(["values.xlsx", "products.xlsx", "fields.xlsx"]))
    def add_or_remove_a_reference(self, name: str) -> None:
        path = self.folder / name
        if any(card.path == path for card in self.now.files):
            self.now = self.jobs.remove(quiet, path)
        else:
            self.now = self.jobs.open(quiet, [path])

    @rule(policy=st.sampled_from(["", "1", "2"]))
    def set_trade_policy(self, policy: str) -> None:
        self.now = self.jobs.set_trade_policy(quiet, policy)

    @rule(covers=st.sampled_from([None, [], ["212"], ["*"]]))
    def say_for_which_categories_a_file_is(self, covers: list[str] | None) -> None:
        self.now = self.jobs.set_covers(quiet, self.folder / "values.xlsx", covers)

    @rule(ids=st.sampled_from([None, "global", "store"]), kits=st.sampled_from([None, "not-sent"]))
    def say_what_is_sent(self, ids: Any, kits: Any) -> None:
        self.jobs.set_kits(quiet, kits)
        self.now = self.jobs.set_category_ids(quiet, ids)

    @rule(layout=st.sampled_from(LAYOUTS))
    def lay_out(self, layout: dict[Column, int] | None) -> None:
        if layout is None:
            self.now = self.jobs.reset_layout(quiet)
        else:
            self.now = self.jobs.set_layout(quiet, self.file.name, self.file.above + 1, layout)

    @rule(to=st.sampled_from(["on", "back", "problems", "send"]), tick=st.booleans(), done=st.booleans())
    def travel(self, to: Any, tick: bool, done: bool) -> None:
        self.jobs.go(quiet, to)
        self.jobs.next_issue_type(quiet)
        if tick:
            self.jobs.tick(quiet, "upload", done)
        self.now = self.jobs.overview(quiet)

    @rule()
    def save(self) -> None:
        self.saved += 1
        target = self.folder / f"saved {self.saved}.xlsx"
        self.now = self.jobs.save(quiet, target, False)
        assert self.now.saved_to == target
        header = self.mapping.original.header
        book = read_workbook(target)
        written = apply_layout(book, self.now.sheet, header.row or 0, header.places)
        assert written is not None
        assert filled(written) == filled(self.mapping.sheet), (filled(written), filled(self.mapping.sheet))
        assert written.header.texts[:7] == self.mapping.sheet.header.texts[:7]
        other = book.table(self.file.name if self.now.sheet == OTHER_SHEET else OTHER_SHEET)
        assert other == self.mapping.workbook.table(other.name if other else "")

    @rule()
    def forget(self) -> None:
        self.jobs.forget(quiet, self.now.session)

    @rule(
        changes=st.lists(st.tuples(st.sampled_from(CHANGES), numbers, any_row), min_size=1, max_size=3),
        by_opening=st.booleans(),
        killed=st.booleans(),
    )
    def the_file_changes(
        self, changes: list[tuple[str, int, tuple[str, ...]]], by_opening: bool, killed: bool
    ) -> None:
        before, ids = self.wishes(), {row["id"]: dict(row) for row in self.file.rows}
        for change in changes:
            self.file.change(*change)
        assert self.jobs.file_state(quiet) == "changed"
        with pytest.raises(InputError, match="file-changed-while-reading"):
            self.jobs.save(quiet, self.folder / "no.xlsx", True)
        if killed and self.is_stored():
            self.start_anew()
        elif by_opening:
            self.now = self.jobs.open(quiet, [self.file.path])
        else:
            self.now = self.jobs.reload_file(quiet)
        assert self.now.file_changed
        assert self.jobs.file_state(quiet) == "same"
        self.no_other_row_was_changed(before, ids)

    def wishes(self) -> dict[str, set[tuple[str, str]]]:
        """Return what is to stand in the cells of each row of the file."""
        found: dict[str, set[tuple[str, str]]] = {}
        if self.mapping.layout is not None or self.now.sheet == OTHER_SHEET:
            return {}
        for edit in self.mapping.changes:
            if edit.row != self.mapping.original.header.row:
                found.setdefault(self.file.id_of(edit.row), set()).add((edit.column, edit.after))
        return found

    def no_other_row_was_changed(
        self, before: dict[str, set[tuple[str, str]]], old: dict[str, dict[str, str]]
    ) -> None:
        now = {row["id"]: row for row in self.file.rows}
        for name, wanted in self.wishes().items():
            from_others = {one for other in alike(now[name], old) for one in before.get(other, ())}
            assert wanted <= before.get(name, set()) | from_others

    # ---------------------------------------------------------------- what holds at any time

    def is_stored(self) -> bool:
        return any(line.session == self.now.session for line in self.jobs.session.store.recent())

    @rule()
    def kill(self) -> None:
        if not self.is_stored():
            return
        before, pages = self.now, self.pages()
        self.start_anew()
        agree(self.now, before)
        assert self.pages() == pages

    def start_anew(self) -> None:
        assert self.now.session is not None
        killed, self.jobs = self.jobs, self.open_workspace()
        killed.close()
        revision = self.now.revision
        self.now = self.jobs.resume(quiet, self.now.session)
        assert self.now.revision > revision

    def pages(self) -> list[Any]:
        shown = self.jobs.sheet_page(quiet, 0, 1000)
        rows = [(row.row, row.cells, row.changed) for row in shown.rows]
        left, changes = (
            self.jobs.ignored_page(quiet, 0, 1000),
            self.jobs.changes_page(quiet, 0, 1000),
        )
        problems = [self.jobs.problem_page(quiet, group.code, 0, 1000).problems for group in self.now.groups]
        return [sorted(page, key=str) for page in (left.problems, *problems)] + [changes.changes, rows]

    @invariant()
    def everything_agrees(self) -> None:
        if not hasattr(self, "jobs"):
            return
        self.findings_are_those_of_a_fresh_look()
        self.numbers_are_those_of_the_findings()
        self.differences_are_those_of_a_fresh_look()

    def findings_are_those_of_a_fresh_look(self) -> None:
        mapping, files = self.mapping, self.jobs.session.state.files
        anew = run(mapping.sheet.copy(), references_of(files), options=mapping.work.options)
        reasons = mapping.history.reasons()
        assert mapping.reasons == reasons
        assert in_order(mapping.findings) == in_order(
            f for f in anew.findings if finding_key(f) not in reasons
        )
        assert in_order(mapping.ignored) == in_order(f for f in anew.findings if finding_key(f) in reasons)
        assert (self.now.checks_run, self.now.checks_skipped) == (anew.checks_run, anew.checks_skipped)
        coverage = self.now.coverage
        assert (self.now.category_ids, coverage.uncovered) == (anew.category_ids, anew.uncovered_categories)
        told = {(one.file, one.how): one.categories for one in anew.coverage if one.how}
        assert told == {
            (scope.file.name, how): numbers
            for scope in coverage.files
            for how, numbers in scope.covered.items()
        }

    def numbers_are_those_of_the_findings(self) -> None:
        found = list(self.mapping.findings)
        now = self.jobs.overview(quiet)
        agree(now, self.now)
        assert {group.code: group.count for group in now.groups} == Counter(each.code for each in found)
        assert Counter(now.counts) + Counter() == Counter(each.severity for each in found)
        assert (now.ignored, now.rows) == (len(list(self.mapping.ignored)), len(self.mapping.sheet))
        begun = self.mapping.saved_to or now.wizard.state.saved is not None or now.wizard.state.checklist
        assert now.wizard.steps[4].total == (len(ADMIN_STEPS) if begun else 0)

    def differences_are_those_of_a_fresh_look(self) -> None:
        mapping = self.mapping
        kept, anew = mapping.work.differences, Differences(mapping.original, mapping.sheet)
        assert list(kept.cells()) == list(anew.cells())
        assert (kept.rows_in, kept.rows_out) == (anew.rows_in, anew.rows_out)
        assert self.now.changed_cells == len(anew)
        assert (self.now.rows_in, self.now.rows_out) == (len(anew.rows_in), len(anew.rows_out))
        assert content(
            rebase_history(mapping.original, mapping.history, mapping.fingerprints).sheet
        ) == content(mapping.sheet)

    def teardown(self) -> None:
        if hasattr(self, "jobs"):
            self.kill()
            self.jobs.close()
            shutil.rmtree(self.folder)


def alike(row: dict[str, str], others: dict[str, dict[str, str]]) -> list[str]:
    """Return which rows say the same but for one cell at most."""
    return [
        name for name, other in others.items() if sum(row[column] != other[column] for column in COLUMNS) <= 1
    ]


def agree(one: Overview, other: Overview) -> None:
    """Say in what two overviews differ, but for what is told once; files count in any order."""
    told = [{field.name: getattr(each, field.name) for field in fields(each)} for each in (one, other)]
    for each in told:
        each["files"] = sorted(each["files"], key=lambda card: card.path)
    pairs = ((name, (told[0][name], told[1][name])) for name in told[0] if name not in TOLD_ONCE)
    differing = {name: pair for name, pair in pairs if pair[0] != pair[1]}
    assert not differing, differing


def content(sheet: MappingSheet) -> object:
    header = {name: sheet.header_text(name) for name in sheet.present()}
    rows = [sheet.row(index) for index in range(len(sheet))]
    return header, tuple(sheet.row_numbers), rows, dict(sheet.kinds)


def filled(sheet: MappingSheet) -> list[tuple[str, ...]]:
    """Return the rows that say anything."""
    rows = (sheet.row(index) for index in range(len(sheet)))
    return [row for row in rows if not all(map(is_blank, row))]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings so that those of one place, which come back behind one another, can be compared."""
    return sorted(findings, key=lambda each: (each.row or 0, each.code, str(each.column), str(each)))


Working.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
TestWorking = pytest.mark.slow(Working.TestCase)
