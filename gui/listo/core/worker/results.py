"""What a worker tells the window: small, picklable answers; the sheet itself stays with the worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from listo.core.edits.history import CellEdit, RowEdit, StepSummary
from listo.core.errors import InputError
from listo.core.mapping.layout import MappingLayout
from listo.core.readiness.model import (
    Export,
    Note,
    Reason,
    SkuChange,
    SkuLine,
    SkuOrder,
    SkuResult,
    SkuState,
    StateCounts,
)
from listo.core.texts import Language
from listo.core.wizard_state import FILES_TO_ADD, StepStatus, WizardState

if TYPE_CHECKING:  # what reads files and checks them is loaded when it is needed
    from listo.core.catalogue.entries import Severity
    from listo.core.checks.findings import Grade
    from listo.core.checks.types import Finding
    from listo.core.coverage.model import CoverageWay
    from listo.core.drafting.model import CategoryToFind, Question
    from listo.core.file_kinds import FileKind
    from listo.core.mapping.compare import RowDifference, RowDifferenceKind
    from listo.core.mapping.sheet import Column
    from listo.core.skus.options import CategoryReading, Ean, Kits
    from listo.core.storage.types import Decision
    from listo.core.workbooks.xlsx.remove_rows import Obstacle

FileState = Literal["same", "changed", "gone"]
"""Whether a file is as it was when it was read."""


@dataclass(frozen=True, slots=True)
class FileCard:
    """A dropped file and what it was taken for; `error` says why it cannot be used.

    `details` are facts to show (`sheet`, `rows`, `marketplace`, `timestamp`, `attributes` …), as
    text or numbers in text. Of Amazon's values `days` is how old they are, once that is too old, and
    `elsewhere` the marketplaces that were expected where they are for another. `adds` are the codes of the
    checks that this file made possible.
    """

    path: Path
    kind: FileKind | None
    details: Mapping[str, str] = field(default_factory=dict)
    adds: tuple[str, ...] = ()
    error: InputError | None = None


@dataclass(frozen=True, slots=True)
class FileScope:
    """For which of the sheet's categories an Amazon file is.

    `covered` are those that it covers, by the way in which that is known; `likely` those that it may be for
    though nothing says so. `said` is what the person answered, as it stands in CategoryID or `*`; None where
    they did not. `is_doubtful` says that they should be asked. `product_types` are the file's, `kinds` the
    global categories by whose names these can be told, where each has one and there is anything to ask.
    """

    file: Path
    product_types: tuple[str, ...] = ()
    kinds: tuple[int | None, ...] = ()
    covered: Mapping[CoverageWay, tuple[int, ...]] = field(default_factory=dict)
    likely: tuple[int, ...] = ()
    said: frozenset[str] | None = None
    is_doubtful: bool = False

    @property
    def categories(self) -> tuple[int, ...]:
        """All that it covers, in order."""
        return tuple(sorted({number for numbers in self.covered.values() for number in numbers}))


@dataclass(frozen=True, slots=True)
class CoverageView:
    """For which categories the Amazon files are: the sheet's categories, and those that none is for.

    `names` are what the store calls its own categories, where CategoryID holds these.
    """

    categories: tuple[int, ...] = ()
    files: tuple[FileScope, ...] = ()
    uncovered: tuple[int, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)

    def scope_of(self, path: Path) -> FileScope | None:
        """Return for what a file is; None where it is none of Amazon's."""
        return next((scope for scope in self.files if scope.file == path), None)


Doubt = Literal["several-sheets", "columns-missing", "columns-doubtful", "columns-twice"]
"""Why a person should look at which sheet, header row and columns it is."""


@dataclass(frozen=True, slots=True)
class WizardView:
    """Where the person is on the path, and all its steps with what is done and what is left."""

    state: WizardState
    steps: tuple[StepStatus, ...]


@dataclass(frozen=True, slots=True)
class CategoryToReprocess:
    """A category that the changes concern: its text, how many of its rows, and of which SKUs.

    `skus` counts those that can go through by now, None without an export that tells; `sku_ids` are the
    first of them.
    """

    category: str
    rows: int
    skus: int | None = None
    sku_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reprocess:
    """What to send again once the corrections are in the Admin: the categories by how many SKUs they hold.

    `skus` counts the SKUs of all categories, None without an export that tells; a category without any is
    left out then. `held_up` counts those that the changes concern and that are held up all the same.
    `is_all` says that the changes concern every category of the sheet.
    """

    categories: tuple[CategoryToReprocess, ...]
    skus: int | None
    held_up: int = 0
    is_all: bool = False


@dataclass(frozen=True, slots=True)
class Unlock:
    """What hangs on a type of issue, as far as is known now.

    `skus` is how many SKUs that would be sent bear it, `alone` how many are held up by it alone,
    `then_free` how many are held up by nothing once it and all types before it are mended. `others` are the
    codes of the types that must be mended together with it.
    """

    skus: int
    alone: int
    then_free: int
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """All findings of one check: how many, how many have a suggestion, how many one safe fix.

    `certain` and `likely` count those whose best suggestion is that sure; it is only a guess for the others.
    `unlock` is what becomes of SKUs once they are mended, None where no SKU hangs on them or none is known.
    """

    code: str
    severity: Severity
    error_id: str | None
    count: int
    with_suggestion: int
    with_safe_fix: int
    unlock: Unlock | None = None
    certain: int = 0
    likely: int = 0


@dataclass(frozen=True, slots=True)
class SkuCounts:
    """What becomes of the SKUs of the exports, in numbers.

    `states` is None until they are judged, which a job does after the sheet was opened where there are many:
    `is_due` says so. `missing` are the exports without which not all is known; without an export of products
    there are no SKUs.
    """

    states: StateCounts | None = None
    is_due: bool = False
    missing: tuple[Export, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """Where the work on one mapping sheet stands.

    `revision` grows with every change, over a new process too: a page belongs to one revision. `undo` and
    `redo` are the steps that those would take, None where there is none. `changed_cells` counts the
    cells that differ from the file. `groups` come in the order to work through them.

    Rows that went and came as a whole are counted by `rows_out` and `rows_in`, and among the `changed_cells`
    once each. `left` counts the findings that were left as they are, which no other number counts. `shop` is
    whose sheet it is, for what is remembered. `trade_policy` is the one used for Amazon, empty where the
    person has not said; `trade_policies` are those of the export, the one with the most active SKUs first.
    `kits`, `ean` are what the person said, `has_kits` whether the export has any. `category_ids` is what
    CategoryID holds, `coverage` for which categories the Amazon files are, `draftable` how many of the
    categories without rows an Amazon file is, or may be, for.
    `skus` is what becomes of the SKUs by now.
    `makes_new_workbook` says that a copy of this kind of file can only be made as a new Excel workbook,
    `is_copy_current` that the copy saved last holds every change.

    After `resume`: `file_changed` says that the mapping file is not as it was, and `dropped` are the
    changes that found another text in their cell (`before` is the text that they expected);
    `dropped_rows` are rows that were to go and say something else now. `lost_steps` counts the changes that
    stood in a damaged part of what is stored.
    `damaged_parts` are the parts that are damaged in the copy just saved, as they are in the file.
    `damaged_store` is where an unreadable database of saved work was put aside, until the next job.
    """

    session: int | None
    revision: int
    files: tuple[FileCard, ...]
    mapping: Path | None
    sheet: str
    header_row: int | None
    rows: int
    groups: tuple[IssueGroup, ...]
    counts: Mapping[Severity, int]
    checks_run: tuple[str, ...]
    checks_skipped: tuple[tuple[str, str], ...]
    undo: StepSummary | None
    redo: StepSummary | None
    changed_cells: int
    saved_to: Path | None = None
    file_changed: bool = False
    dropped: tuple[CellEdit, ...] = ()
    damaged_store: Path | None = None
    dropped_rows: tuple[RowEdit, ...] = ()
    rows_in: int = 0
    rows_out: int = 0
    ignored: int = 0
    shop: str = ""
    trade_policy: str = ""
    trade_policies: tuple[str, ...] = ()
    kits: Kits | None = None
    has_kits: bool = False
    ean: Ean | None = None
    category_ids: CategoryReading | None = None
    coverage: CoverageView = field(default_factory=CoverageView)
    draftable: int = 0
    skus: SkuCounts = SkuCounts()
    makes_new_workbook: bool = False
    is_copy_current: bool = False
    doubts: tuple[Doubt, ...] = ()
    lost_steps: int = 0
    damaged_parts: tuple[str, ...] = ()
    wizard: WizardView = WizardView(WizardState(), ())

    @property
    def is_all_clear(self) -> bool:
        """Whether no problem is left, no SKU is held up, and nothing that would tell of more is missing."""
        states = self.skus.states
        is_open = self.checks_skipped or self.coverage.uncovered or self.skus.is_due
        is_held = states is not None and (states.held_up or states.unknown or states.ready_unchecked)
        return not (self.groups or is_open or is_held)

    @property
    def checks_in_effect(self) -> frozenset[str]:
        """The checks that ran on anything, without those of Amazon's files that are for no category."""
        coverage = self.coverage
        idle = coverage.files and len(coverage.uncovered) == len(coverage.categories) > 0
        of_amazon = (code for card in self.files if card.kind == "amazon-values" for code in card.adds)
        return frozenset(self.checks_run).difference(of_amazon if idle else ())


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding with the seven texts of its row, in the template's order (empty for a whole-sheet one).

    `remembered` is what was chosen for the same text before; it is the first suggestion then. `grades` are
    how sure the suggestions are, in their order.

    Where a finding is about several rows, each of them comes as one of these: `beside` is Excel's number of
    such a row that is not the finding's own. `opens` says that the first of its rows is this one, `marked`
    which cells to look at besides the one concerned.
    """

    finding: Finding
    cells: tuple[str, ...]
    remembered: str | None = None
    grades: tuple[Grade, ...] = ()
    beside: int | None = None
    opens: bool = True
    marked: tuple[Column, ...] = ()

    @property
    def row(self) -> int | None:
        """Excel's number of the row that is shown."""
        return self.finding.row if self.beside is None else self.beside


@dataclass(frozen=True, slots=True)
class IgnoredProblem:
    """One finding that was left as it is, with the texts of its row; the reason may be empty."""

    finding: Finding
    cells: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class IgnoredPage:
    """Some of the findings that were left as they are, by row, from `start` on, and how many there are."""

    revision: int
    start: int
    total: int
    problems: tuple[IgnoredProblem, ...]


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """Some of a group's problems, from `start` on, and how many there are in all, rows beside them included.

    `columns` are those of all of the group's cells, where there are several.
    """

    revision: int
    code: str
    start: int
    total: int
    problems: tuple[Problem, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A row that the sheet lacks: its seven texts as far as they are known or proposed, and what is open.

    `open` are the columns that a person has to say or agree to, `proposed` what AmazonValue could say, best
    first; the first of them stands in `texts` where its `grade` is more than a guess.
    """

    texts: tuple[str, ...]
    open: tuple[Column, ...]
    proposed: tuple[str, ...] = ()
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class MissingRows:
    """The rows that the problems of a type lack, in the order of the problems; `places` are theirs.

    Each of `places` is the index, in the list that `problem_page` shows, of the problem that a row is for.
    """

    revision: int
    code: str
    rows: tuple[MissingRow, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell that a certain or likely suggestion would change, and for what check's sake."""

    code: str
    row: int
    column: Column
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """Some of the cells that `apply_corrections` would change from `start` on, and how many there are."""

    revision: int
    grade: Grade
    start: int
    total: int
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class LayoutView:
    """How the sheet is laid out, or would be: for the step that asks about it.

    `sheets` are all sheets of the file with what each may be; `layout` is the one that is looked at, and
    `doubts` what in it needs a decision. `preview` are the first rows of that sheet, from Excel's row 1.
    `by_person` says that a person chose it already.
    """

    revision: int
    sheets: tuple[MappingLayout, ...]
    layout: MappingLayout
    doubts: tuple[Doubt, ...]
    preview: tuple[tuple[str, ...], ...]
    by_person: bool


@dataclass(frozen=True, slots=True)
class FindQuery:
    """What is looked for: a text, in one column or (empty) in all.

    `whole` asks for cells that hold just this, else it may be a part; `code` keeps to the cells that have a
    finding of that check. An empty text is found in empty cells only.
    """

    text: str
    column: str = ""
    whole: bool = False
    match_case: bool = True
    code: str | None = None


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """Which cells of a column are let through: those that hold `contains`, in any case.

    And that say one of the `values`; where that is None, whatever they say.
    """

    column: str
    contains: str = ""
    values: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class RowQuery:
    """Which rows of the sheet are shown, and in which order.

    Every word of `text` stands in one of the row's cells, in any case; every filter lets the row through.
    `sorted_by` is a column, empty for the order of the sheet. `number` tells one asking from the next.
    """

    text: str = ""
    filters: tuple[ColumnFilter, ...] = ()
    sorted_by: str = ""
    descending: bool = False
    number: int = 0


ALL_ROWS = RowQuery()
"""Every row, as they stand in the sheet."""


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """What a column says, sorted, each with how many rows say it: the first of `total` values."""

    column: str
    total: int
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CellBlock:
    """A block of cells as it is selected, `bottom` and `right` included.

    Rows by their places among those that `code` and `rows` show at that `revision`, columns by theirs in
    `COLUMNS`.
    """

    revision: int
    code: str | None
    rows: RowQuery
    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Deletion:
    """What saving makes of deleted rows: without `obstacles` they are taken out, and those below move up.

    Else the rows stay where they are and their seven cells are emptied: something in the file would point
    to the wrong rows otherwise.
    """

    rows: tuple[int, ...]
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """Where something was found: how many cells, and the first of them as (row, column)."""

    revision: int
    total: int
    cells: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that differs from the file: what the file says and what it will say.

    Or a whole row that went or came, as `kind` says: the column is empty then, and `cells` are its texts.
    """

    row: int
    column: str
    before: str
    after: str
    kind: Literal["cell", "row-out", "row-in"] = "cell"
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Some of the changes from `start` on: rows that went, rows that came, changed cells by column and row.

    Answer of the job `changes(start, limit)`; the job `revert(cells)` takes (row, column) pairs back
    to the file's texts, as one step of undo; with an empty column, the whole row.
    """

    revision: int
    start: int
    total: int
    changes: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of the whole-sheet view: Excel's number, its seven texts, and what was found in it.

    `codes` are the codes of the findings by column, under `""` those of the row as a whole;
    `changed` are the columns whose cell differs from the file. `findings` are all of the row's.
    """

    row: int
    cells: tuple[str, ...]
    codes: Mapping[str, tuple[str, ...]]
    changed: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageRows:
    """The rows of the sheet that an error's message is about.

    `name` is what it names, `column` where that stands in the sheet and `texts` how it is written there; all
    empty where it names nothing that a sheet says, and no text where no row says it. `rows` are the first of
    `total` rows, those first in which a check of the message finds something: that many are `at_fault`.
    `missing` is what the checks need that could not run. `problem` is the first that these checks found, by
    code, row and its index in the list of its type.
    """

    name: str
    column: str
    texts: tuple[str, ...]
    total: int
    at_fault: int
    rows: tuple[SheetRow, ...]
    missing: tuple[str, ...] = ()
    problem: tuple[str, int, int] | None = None

    @property
    def missing_files(self) -> tuple[str, ...]:
        """What is missing that the person can add as a file."""
        return tuple(need for need in FILES_TO_ADD if need in self.missing)


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Some of the sheet's data rows, from the one of index `start` on, and how many there are in all."""

    revision: int
    start: int
    total: int
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class CellPosition:
    """A place in the whole-sheet view: where its row stands in the list, Excel's number, and the column.

    `column` is empty where the row as a whole is meant.
    """

    revision: int
    index: int
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class SkuQuery:
    """Which SKUs a table shows, and in what order; what is left out is not asked.

    `states` are the states that they may have. Every word of `text` is looked for in id, product, name,
    category and reasons, these two as they are said in `language`.
    """

    states: tuple[SkuState, ...] = ()
    text: str = ""
    order: SkuOrder = "export"
    descending: bool = False
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class SkuPage:
    """Some of the SKUs that a query asks for, from `start` on, and how many there are in all."""

    revision: int
    start: int
    total: int
    lines: tuple[SkuLine, ...]


@dataclass(frozen=True, slots=True)
class SkuDetails:
    """All that is known of what becomes of one SKU; None where the export has none of that id.

    `brand_not_first` is its brand where its names do not begin with it, else empty.
    """

    revision: int
    result: SkuResult | None
    brand_not_first: str = ""


@dataclass(frozen=True, slots=True)
class SkuNotes:
    """What is odd about the exports and changes no result: how much in all, and the first of it."""

    revision: int
    total: int = 0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class LookGroup:
    """Likely rows of a draft, to be looked through: a field, its attribute, pairs of VTEX and Amazon value.

    `rows` counts them in all categories.
    """

    key: str
    field: str
    attribute: str
    pairs: tuple[tuple[str, str], ...]
    rows: int
    is_done: bool


@dataclass(frozen=True, slots=True)
class DraftView:
    """What of a draft is open, and what else is to be told of it.

    Of its `rows` those that are `sure` went in silently. `questions` are those to answer, what unlocks most
    SKUs first, the `skipped` ones at the end; of many the first alone, and `more` tells how many come after
    them. `answered` are the ids of those that were, the earliest first.
    `advice` are required attributes that no field answers, `coverage` for which of the categories in use the
    Amazon files are, `to_find` SKUs without a global category. `left_out` are fields that are mapped to
    nothing somewhere.
    """

    revision: int
    rows: int = 0
    sure: int = 0
    categories: int = 0
    questions: tuple[Question, ...] = ()
    more: int = 0
    skipped: int = 0
    answered: tuple[str, ...] = ()
    advice: tuple[Question, ...] = ()
    look: tuple[LookGroup, ...] = ()
    coverage: CoverageView = CoverageView()
    to_find: tuple[CategoryToFind, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of a draft, all that it accepts (empty: any text), and its answer if it was answered."""

    revision: int
    question: Question
    accepted: tuple[str, ...]
    is_answered: bool
    answer: str | None


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """How the sheet at work differs by meaning from another version of it, which is taken for the older.

    `counts` tells how many rows differ in each way, `rows` are the first of each. `columns` are those of the
    sheet at work where the other version has them otherwise. `states` is what becomes of the SKUs by the one
    and by the other, None without an export that tells; `changes` are the first of the `changed` SKUs.
    """

    path: Path
    is_equal: bool
    counts: Mapping[RowDifferenceKind, int]
    rows: tuple[RowDifference, ...]
    columns: tuple[str, ...] = ()
    states: tuple[StateCounts, StateCounts] | None = None
    changed: int = 0
    changes: tuple[SkuChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDecisions:
    """What a file of decisions says, of which nothing is kept yet.

    `new` are about what nothing is kept of, `same` counts those that are kept already. `conflicts` are pairs
    of what is kept and what the file says of the same.
    """

    new: tuple[Decision, ...]
    same: int
    conflicts: tuple[tuple[Decision, Decision], ...]


@dataclass(frozen=True, slots=True)
class ToldMessage:
    """A message of the Admin's list and what the files say to it.

    `reasons` are those of the SKU before anything was mended that the message is about, none where the files
    do not explain it; `is_cleared` says that none of them is left.
    """

    text: str
    sku: str
    error_id: str | None
    reasons: tuple[Reason, ...] = ()
    is_cleared: bool = False


@dataclass(frozen=True, slots=True)
class MessageComparison:
    """The Admin's list of messages against what the open files say.

    Of `total` messages `explained` follow from the files, of these `cleared` no longer, since something was
    mended. `left` are the first of those that the files do not explain, `waiting` the first of those that
    they explain still; `without_sku` counts the messages that name no SKU of the export.
    """

    total: int
    explained: int
    cleared: int
    without_sku: int = 0
    left: tuple[ToldMessage, ...] = ()
    waiting: tuple[ToldMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class RecentSession:
    """One line of Recent: the file's name, where it is, when it was last worked on (UTC), how far."""

    session: int
    name: str
    path: Path
    changed: str
    problems: int
    changed_cells: int
    file_exists: bool
