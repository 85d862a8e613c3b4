"""Everything that the window may ask of its worker: by these methods it asks, and here they are done.

The window loads this module for the names, arguments and answers of the jobs; what does them is loaded in the
process beside it, where a `Jobs` is made.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from listo.core.worker.protocol import Progress, job

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import Literal

    from listo.core.catalogue.entries import AdminPage
    from listo.core.catalogue.message_groups import ErrorGroup
    from listo.core.checks.findings import Grade
    from listo.core.edits.history import Edit, FindingKey
    from listo.core.mapping.sheet import Column
    from listo.core.settings.types import CategoryTemplate
    from listo.core.skus.options import CategoryIds, Ean, Kits
    from listo.core.storage.store import Store
    from listo.core.storage.types import Decision
    from listo.core.texts import Language
    from listo.core.wizard_state import AdminStep, Step
    from listo.core.worker.decisions import DecisionJobs, OptionJobs, WizardJobs
    from listo.core.worker.drafts import DraftJobs
    from listo.core.worker.edits import EditJobs
    from listo.core.worker.files import FileJobs, LayoutJobs
    from listo.core.worker.queries import Direction, QueryJobs
    from listo.core.worker.results import (
        AskedQuestion,
        CellBlock,
        CellPosition,
        ChangesPage,
        ColumnValues,
        CorrectionsPage,
        CoverageView,
        Deletion,
        DraftView,
        FileCard,
        FileState,
        FindQuery,
        IgnoredPage,
        LayoutView,
        Matches,
        MessageComparison,
        MessageRows,
        MissingRows,
        Overview,
        ProblemPage,
        ReadDecisions,
        RecentSession,
        Reprocess,
        RowQuery,
        SheetPage,
        SkuDetails,
        SkuNotes,
        SkuPage,
        SkuQuery,
        VersionComparison,
        WizardView,
    )
    from listo.core.worker.saving import ReportFormat, SavingJobs
    from listo.core.worker.session import Session
    from listo.core.worker.skus import SkuFormat, SkuJobs


_FOR_FILES = (
    "python_calamine",
    "rapidfuzz.process",
    "listo.core.worker.edits",
    "listo.core.worker.explain",
    "listo.core.worker.files",
    "listo.core.worker.queries",
    "listo.core.worker.saving",
    "listo.core.worker.skus",
)
"""What is slow to load of that which the first file needs."""


class Jobs:
    """The jobs on the open files, the mapping sheet under repair, and the store that keeps every change.

    Each takes a `Progress` first. Whatever it raises, InputError or CancelledError, it leaves everything as
    it was: what comes next is built beside what is, or taken back, and counts only once the store has it on
    disk. Jobs that need an open mapping sheet raise InputError `session-not-found` where there is none.
    """

    def __init__(self, store: Store | None = None) -> None:
        """Use that store, else the one in the person's data folder (raises InputError as Store does)."""
        from listo.core.storage.store import Store

        self._store = store or Store()

    @cached_property
    def session(self) -> Session:
        """What is open, and where the person is."""
        from listo.core.worker.session import Session

        return Session(self._store)

    @cached_property
    def _decisions(self) -> DecisionJobs:
        from listo.core.worker.decisions import DecisionJobs

        return DecisionJobs(self.session)

    @cached_property
    def _drafts(self) -> DraftJobs:
        from listo.core.worker.drafts import DraftJobs

        return DraftJobs(self.session, self._files, self._options, self._edits)

    @cached_property
    def _edits(self) -> EditJobs:
        from listo.core.worker.edits import EditJobs

        return EditJobs(self.session)

    @cached_property
    def _files(self) -> FileJobs:
        from listo.core.worker.files import FileJobs

        return FileJobs(self.session)

    @cached_property
    def _layout(self) -> LayoutJobs:
        from listo.core.worker.files import LayoutJobs

        return LayoutJobs(self.session)

    @cached_property
    def _options(self) -> OptionJobs:
        from listo.core.worker.decisions import OptionJobs

        return OptionJobs(self.session)

    @cached_property
    def _queries(self) -> QueryJobs:
        from listo.core.worker.queries import QueryJobs

        return QueryJobs(self.session)

    @cached_property
    def _saving(self) -> SavingJobs:
        from listo.core.worker.saving import SavingJobs

        return SavingJobs(self.session)

    @cached_property
    def _skus(self) -> SkuJobs:
        from listo.core.worker.skus import SkuJobs

        return SkuJobs(self.session)

    @cached_property
    def _wizard(self) -> WizardJobs:
        from listo.core.worker.decisions import WizardJobs

        return WizardJobs(self.session)

    def close(self) -> None:
        """Close the store."""
        if "session" in vars(self):
            self.session.close()
        else:
            self._store.close()

    @job(quiet=True, needs_session=False)
    def get_ready(self, progress: Progress) -> None:
        """Load what reads and checks files: 0.15 s and 10 MB, while the person still chooses them."""
        for name in _FOR_FILES:
            with suppress(ImportError):  # the job that needs it says so
                import_module(name)

    @job(quiet=True)
    def overview(self, progress: Progress) -> Overview:
        """Return where the work stands."""
        return self.session.overview()

    # ---------------------------------------------------------------- files

    @job(needs_session=False)
    def identify(self, progress: Progress, paths: Iterable[Path]) -> tuple[FileCard, ...]:
        """Return what each file is, by what stands in it, and open none of them."""
        return self._files.identify(progress, paths)

    @job(
        long=True,
        makes_sheet=True,
        not_kept="Closing is how one gets out of a file that is too large; it lies where it lay.",
    )
    def open(self, progress: Progress, paths: Iterable[Path]) -> Overview:
        """Read files and take each for what it is.

        A mapping sheet becomes the one worked on, in a new session; of several the last. The same file
        once more is read afresh, and the changes that still fit are kept. References join those that
        are open. A file that cannot be used gets a card that says why, and changes nothing else.
        """
        return self._files.open(progress, paths)

    @job(
        long=True,
        makes_sheet=True,
        needs_session=False,
        not_kept="Nothing of the person's is in it yet, and it is opened again by the same button.",
    )
    def sample(self, progress: Progress) -> Overview:
        """Open the sample that comes with the program, in place of everything."""
        return self._files.sample(progress)

    @job(
        long=True,
        makes_sheet=True,
        needs_session=False,
        not_kept="What it keeps is how the file is now, which is found out again with every resume.",
    )
    def resume(self, progress: Progress, session: int, path: Path | None = None) -> Overview:
        """Open a session again where it stood, in place of everything.

        `path` is where the mapping file is now, if it was moved. Changes that find another text in
        their cell are left out and stand in the Overview. Raises InputError: `session-not-found`,
        `file-not-found`, `not-a-mapping` and what reading raises.
        """
        return self._files.resume(progress, session, path)

    @job()
    def file_state(self, progress: Progress) -> FileState:
        """Return whether the mapping file is still as it was read."""
        return self._files.file_state()

    @job(
        long=True,
        makes_sheet=True,
        not_kept="What it keeps is how the file is now, which is found out again with every resume.",
    )
    def reload_file(self, progress: Progress) -> Overview:
        """Read the mapping file again as it is now, and keep the changes that still fit.

        Rows that moved are found again by what they say. What does not fit any more stands in the Overview.
        Raises InputError: `file-not-found`, `not-a-mapping` and what reading raises.
        """
        return self._files.reload_file(progress)

    @job(kept=True, long=True)
    def remove(self, progress: Progress, path: Path) -> Overview:
        """Take a file out again; the work on a mapping sheet stays in its session."""
        return self._files.remove(progress, path)

    @job(kept=True)
    def set_trade_policy(self, progress: Progress, policy: str) -> Overview:
        """Say which trade policy is used for Amazon, so that the SKUs are checked for it; empty: not said."""
        return self._options.set_trade_policy(progress, policy)

    @job(kept=True)
    def set_kits(self, progress: Progress, kits: Kits | None) -> Overview:
        """Say whether kits are sent; None: not said."""
        return self._options.set_kits(progress, kits)

    @job(kept=True)
    def set_ean(self, progress: Progress, ean: Ean | None) -> Overview:
        """Say whether Amazon asks this seller for barcodes, or grants an exemption; None: not said."""
        return self._options.set_ean(progress, ean)

    @job(kept=True)
    def set_category_ids(self, progress: Progress, ids: CategoryIds | None) -> Overview:
        """Say what CategoryID holds; None: as the exports tell it."""
        return self._options.set_category_ids(progress, ids)

    @job(kept=True)
    def set_covers(self, progress: Progress, file: Path, categories: Collection[str] | None) -> Overview:
        """Say for which categories an Amazon file is besides those that their names tell.

        They are as they stand in CategoryID, or `*` for all; none where it is for no other. None: take the
        answer back.
        """
        return self._options.set_covers(progress, file, categories)

    # ---------------------------------------------------------------- a draft

    @job(quiet=True)
    def draft_coverage(self, progress: Progress, covers: Mapping[Path, Collection[str]]) -> CoverageView:
        """Return for which of the categories in use the Amazon files are, before there is a sheet.

        `covers` is what the person said of files, as in `set_covers`.
        """
        return self._drafts.draft_coverage(covers)

    @job(kept=True, long=True, makes_sheet=True)
    def begin_draft(
        self,
        progress: Progress,
        target: Path,
        language: Language,
        covers: Mapping[Path, Collection[str]],
        overwrite: bool,
    ) -> Overview:
        """Draft a mapping sheet from the files that are open, write it, and open it.

        `language` is that of what is said, `covers` what the person said of files, as in `set_covers`. Raises
        InputError: `reference-missing`, `nothing-to-draft`, `file-is-original`, `file-exists`,
        `file-not-writable`.
        """
        return self._drafts.begin_draft(progress, target, language, covers, overwrite)

    @job(kept=True)
    def add_draft(self, progress: Progress, language: Language) -> Overview:
        """Draft the rows of the categories in use that have none, as one step of undo.

        `language` is that of what is said. Raises InputError `reference-missing`.
        """
        return self._drafts.add_draft(progress, language)

    @job(quiet=True)
    def draft_view(self, progress: Progress) -> DraftView:
        """Return what of the draft is open, and what else is to be told of it."""
        return self._drafts.draft_view()

    @job(quiet=True)
    def draft_question(self, progress: Progress, question: str) -> AskedQuestion | None:
        """Return a question of the draft as it is asked, answered or not; None where it is none."""
        return self._drafts.draft_question(question)

    @job(kept=True)
    def answer_question(self, progress: Progress, question: str, text: str | None) -> Overview:
        """Answer a question of the draft, None to leave out what it is about; its rows follow, as one step.

        What the person changed in the sheet stays as it is. Raises InputError `answer-not-accepted`.
        """
        return self._drafts.answer_question(progress, question, text)

    @job(kept=True)
    def undo_answer(self, progress: Progress) -> Overview:
        """Take back the last answer to a question of the draft, or the last step where that came later."""
        return self._drafts.undo_answer(progress)

    @job(kept=True, quiet=True)
    def skip_question(self, progress: Progress, question: str) -> DraftView:
        """Ask a question of the draft after all others."""
        return self._drafts.skip_question(question)

    @job(kept=True, quiet=True)
    def look_through(self, progress: Progress, group: str, done: bool = True) -> DraftView:
        """Tick a group of likely rows off as looked through, or not."""
        return self._drafts.look_through(group, done)

    # ---------------------------------------------------------------- which column is which

    @job(quiet=True)
    def layout(
        self, progress: Progress, sheet: str | None = None, header_row: int | None = None
    ) -> LayoutView:
        """Return how the sheet at work is laid out, and what in that is doubtful.

        With `sheet` or `header_row` (Excel's number) what another choice would be.
        """
        return self._layout.layout(sheet, header_row)

    @job(kept=True, long=True, makes_sheet=True)
    def set_layout(
        self, progress: Progress, sheet: str, header_row: int, places: Mapping[Column, int]
    ) -> Overview:
        """Take the sheet as laid out so; the changes that still fit are kept.

        `places` gives each column's place, from 0. Raises InputError: `sheet-not-found`, `not-a-mapping`
        where that is no layout that the sheet can have.
        """
        return self._layout.set_layout(progress, sheet, header_row, places)

    @job(kept=True, long=True, makes_sheet=True)
    def reset_layout(self, progress: Progress) -> Overview:
        """Take the sheet as it is recognised."""
        return self._layout.reset_layout(progress)

    # ---------------------------------------------------------------- what is looked at

    @job(quiet=True)
    def problem_page(self, progress: Progress, code: str, start: int, limit: int) -> ProblemPage:
        """Return the problems of one type from `start` (from 0) on, at most `limit`."""
        return self._queries.problem_page(code, start, limit)

    @job(quiet=True)
    def ignored_page(self, progress: Progress, start: int, limit: int) -> IgnoredPage:
        """Return the problems that were left as they are from `start` on, at most `limit`."""
        return self._queries.ignored_page(start, limit)

    @job(quiet=True)
    def sheet_page(
        self,
        progress: Progress,
        start: int,
        limit: int,
        code: str | None = None,
        rows: RowQuery | None = None,
    ) -> SheetPage:
        """Return the sheet's data rows from the one of index `start` on, at most `limit`.

        With a `code`, of those rows only that have such a problem; any problem where it is empty. `rows` says
        which of these, and in which order; that order holds, whatever is changed, until another is asked for.
        """
        return self._queries.sheet_page(start, limit, code, rows)

    @job(quiet=True)
    def column_values(
        self, progress: Progress, column: str, rows: RowQuery | None = None, part: str = ""
    ) -> ColumnValues:
        """Return what a column says in the rows that all filters but its own let through.

        `part` keeps to values that hold it, in any case.
        """
        return self._queries.column_values(column, rows, part)

    @job(quiet=True)
    def copy_block(self, progress: Progress, block: CellBlock) -> str:
        """Return the texts of a block as spreadsheet programs take them from the clipboard."""
        return self._queries.copy_block(block)

    @job(quiet=True)
    def changes_page(self, progress: Progress, start: int, limit: int) -> ChangesPage:
        """Return in what the sheet differs from the file from `start` on, at most `limit`."""
        return self._queries.changes_page(start, limit)

    @job()
    def compare_version(self, progress: Progress, path: Path) -> VersionComparison:
        """Return how the sheet at work differs by meaning from another version, and which SKUs that changes.

        Raises InputError: `not-a-mapping` and what reading raises.
        """
        return self._queries.compare_version(progress, path)

    @job(quiet=True)
    def find_next(
        self,
        progress: Progress,
        row: int,
        column: str,
        direction: Direction,
        code: str | None = None,
        rows: RowQuery | None = None,
    ) -> CellPosition | None:
        """Return where the next problem is in the rows that `sheet_page` shows, or the one before.

        `direction` 0 asks for the place of that very cell. None where there is nothing.
        """
        return self._queries.find_next(row, column, direction, code, rows)

    @job(quiet=True)
    def index_of(self, progress: Progress, code: str, row: int, column: str) -> int:
        """Return where in the list that `problem_page` shows the problem of that cell stands."""
        return self._queries.index_of(code, row, column)

    @job(quiet=True)
    def message_rows(
        self, progress: Progress, codes: Collection[str], captured: Mapping[str, str], limit: int = 5
    ) -> MessageRows:
        """Return the rows that an error's message is about, the first `limit` of them in full.

        `codes` are the checks that can find its cause, `captured` what it names, by field.
        """
        return self._queries.message_rows(codes, captured, limit)

    @job(quiet=True)
    def next_decision(
        self, progress: Progress, code: str, place: int, direction: Literal[-1, 1]
    ) -> tuple[int, int | None] | None:
        """Return (index in the list of that type, Excel's row) of the next problem that is decided apart.

        Problems alike are one decision, and so are rows that belong together; None where there is no more.
        """
        return self._queries.next_decision(code, place, direction)

    @job(quiet=True)
    def accepted_values(self, progress: Progress, row: int, column: str) -> tuple[str, ...]:
        """Return what may stand in a cell, in the order of the references; empty where that is not known.

        Themes, types, attributes, the values of the row's attribute, fields and the values of its field.
        """
        return self._queries.accepted_values(row, column)

    @job(quiet=True)
    def accepted_in(self, progress: Progress, texts: Sequence[str], column: str) -> tuple[str, ...]:
        """Return what may stand in a cell of a row of seven texts that is not in the sheet, likewise."""
        return self._queries.accepted_in(texts, column)

    @job(quiet=True)
    def find(self, progress: Progress, wanted: FindQuery) -> Matches:
        """Return how many cells hold what is to be replaced, and the first of them."""
        return self._queries.find(wanted)

    # ---------------------------------------------------------------- what becomes of each SKU

    @job(quiet=True)
    def judge_skus(self, progress: Progress) -> Overview:
        """Judge what becomes of each SKU, where the Overview says that it is due."""
        return self._skus.judge_skus()

    @job(quiet=True)
    def sku_page(self, progress: Progress, query: SkuQuery, start: int, limit: int) -> SkuPage:
        """Return the SKUs that are asked for from `start` (from 0) on, at most `limit`; none until judged."""
        return self._skus.sku_page(query, start, limit)

    @job(quiet=True)
    def sku_details(self, progress: Progress, sku: str) -> SkuDetails:
        """Return all that is known of what becomes of one SKU; `13737p` is 13737."""
        return self._skus.sku_details(sku)

    @job(quiet=True)
    def sku_index(self, progress: Progress, sku: str, query: SkuQuery) -> int | None:
        """Return where a SKU stands in the list that `sku_page` shows, None where it is not in it."""
        return self._skus.sku_index(sku, query)

    @job(quiet=True)
    def sku_notes(self, progress: Progress, page: AdminPage | None = None) -> SkuNotes:
        """Return what is odd about the exports, and what a page of the Admin asks of titles besides."""
        return self._skus.sku_notes(page)

    @job(quiet=True)
    def find_sku(self, progress: Progress, text: str) -> str | None:
        """Return the SKU of the export that a text is, or that a message in it names; None without one."""
        return self._skus.find_sku(text)

    @job()
    def export_skus(
        self, progress: Progress, target: Path, form: SkuFormat, query: SkuQuery, overwrite: bool
    ) -> Path | None:
        """Write the SKUs that are asked for, and what would be sent of each; return where the file is.

        None without an export of products. Raises InputError: `file-is-original`, `file-exists`,
        `file-not-writable`.
        """
        return self._skus.export_skus(progress, target, form, query, overwrite)

    # ---------------------------------------------------------------- edits, each one step of undo

    @job(kept=True)
    def apply(self, progress: Progress, edits: Iterable[Edit]) -> Overview:
        """Change cells; what is chosen for a wrong text is remembered."""
        return self._edits.apply(progress, edits)

    @job(kept=True)
    def apply_alike(self, progress: Progress, row: int, column: str, text: str) -> Overview:
        """Put `text` into that cell and all to which the same decision fits."""
        return self._edits.apply_alike(progress, row, column, text)

    @job(kept=True)
    def apply_suggestions(self, progress: Progress, code: str) -> Overview:
        """Put the best suggestion into the cells of every problem of that type."""
        return self._edits.apply_suggestions(progress, code)

    @job(kept=True)
    def apply_chosen(
        self,
        progress: Progress,
        code: str,
        places: Iterable[tuple[int, int]],
        text: str | None,
        revision: int,
    ) -> Overview:
        """Put `text` (where None the best suggestion of each) into the cells of some problems of that type.

        `places` are (first, last) among those that `problem_page` showed at that `revision`; nothing changes
        where it is another one by now.
        """
        return self._edits.apply_chosen(progress, code, places, text, revision)

    @job(kept=True)
    def apply_safe(self, progress: Progress) -> Overview:
        """Make every safe fix, and those that become possible by it."""
        return self._edits.apply_safe(progress)

    @job()
    def corrections_page(
        self, progress: Progress, grade: Grade, start: int, limit: int, revision: int
    ) -> CorrectionsPage:
        """Return the cells that `apply_corrections` would change from `start` on, at most `limit`."""
        return self._edits.corrections_page(progress, grade, start, limit, revision)

    @job(kept=True)
    def apply_corrections(
        self,
        progress: Progress,
        grade: Grade,
        without: Collection[tuple[int, str]] = (),
        *,
        revision: int,
    ) -> Overview:
        """Put in every suggestion at least that sure, whatever its type, and what becomes certain by that.

        Not in the cells (row, column) of `without`; nothing changes where the `revision` is another by now.
        """
        return self._edits.apply_corrections(progress, grade, without, revision)

    @job(kept=True)
    def replace(self, progress: Progress, wanted: FindQuery, text: str) -> Overview:
        """Put `text` in the place of what is found, in all cells."""
        return self._edits.replace(progress, wanted, text)

    @job(kept=True)
    def paste_block(self, progress: Progress, block: CellBlock, text: str) -> Overview:
        """Put what a spreadsheet program copied into a block, and below the last row into rows that it adds.

        Where the block is so many times as large, it is repeated. Nothing changes where the block was
        selected at another revision.
        """
        return self._edits.paste_block(progress, block, text)

    @job(kept=True)
    def fill_down(self, progress: Progress, block: CellBlock) -> Overview:
        """Repeat the first line of a block in the others; into a single line that above it. Else as above."""
        return self._edits.fill_down(progress, block)

    @job(kept=True)
    def empty_blocks(self, progress: Progress, blocks: Sequence[CellBlock]) -> Overview:
        """Empty all cells of some blocks."""
        return self._edits.empty_blocks(progress, blocks)

    @job(kept=True)
    def revert(self, progress: Progress, cells: Iterable[tuple[int, str]]) -> Overview:
        """Take cells (row, column) back to what the file says; an empty column means the row."""
        return self._edits.revert(progress, cells)

    @job(kept=True)
    def delete_rows(self, progress: Progress, rows: Iterable[int]) -> Overview:
        """Take data rows out, by Excel's numbers; the others keep their numbers until the copy is saved."""
        return self._edits.delete_rows(progress, rows)

    @job(kept=True)
    def delete_rows_of(self, progress: Progress, code: str) -> Overview:
        """Take out the rows of all problems of that type, which are about whole rows."""
        return self._edits.delete_rows_of(progress, code)

    @job(kept=True)
    def insert_row(
        self, progress: Progress, like: int | None = None, texts: Mapping[Column, str] | None = None
    ) -> Overview:
        """Put a row in below the last one: a copy of the row `like`, or an empty one, with these texts."""
        return self._edits.insert_row(progress, like, texts)

    @job(quiet=True)
    def missing_rows(self, progress: Progress, code: str) -> MissingRows:
        """Return the rows that the problems of that type lack, with what is known of them and proposed."""
        return self._edits.missing_rows(code)

    @job(kept=True)
    def add_rows(self, progress: Progress, rows: Iterable[Sequence[str]], *, revision: int) -> Overview:
        """Put rows of seven texts in below the last one; nothing where the `revision` is another by now."""
        return self._edits.add_rows(progress, rows, revision)

    @job(kept=True)
    def ignore(self, progress: Progress, findings: Iterable[FindingKey], reason: str = "") -> Overview:
        """Leave problems as they are: they are counted apart from now on, and listed with the reason."""
        return self._edits.ignore(progress, findings, reason)

    @job(kept=True)
    def ignore_type(self, progress: Progress, code: str, reason: str = "") -> Overview:
        """Leave all problems of that type as they are."""
        return self._edits.ignore_type(progress, code, reason)

    @job(kept=True)
    def ignore_chosen(
        self, progress: Progress, code: str, places: Iterable[tuple[int, int]], reason: str, revision: int
    ) -> Overview:
        """Leave some problems of that type as they are; `places` and `revision` as in `apply_chosen`."""
        return self._edits.ignore_chosen(progress, code, places, reason, revision)

    @job(kept=True)
    def restore(self, progress: Progress, findings: Iterable[FindingKey]) -> Overview:
        """Count problems that were left as they are among the others again."""
        return self._edits.restore(progress, findings)

    @job(kept=True)
    def undo(self, progress: Progress) -> Overview:
        """Take back the last step, and what it decided; nothing changes where there is none."""
        return self._edits.undo(progress)

    @job(kept=True)
    def redo(self, progress: Progress) -> Overview:
        """Make the step again that was last taken back; nothing changes where there is none."""
        return self._edits.redo(progress)

    # ---------------------------------------------------------------- what is remembered for a shop

    @job(kept=True)
    def set_shop(self, progress: Progress, shop: str) -> Overview:
        """Say whose sheet it is: what was decided for that shop is proposed from now on.

        The next sheets are taken to be of the same shop.
        """
        return self._decisions.set_shop(progress, shop)

    @job(needs_session=False)
    def decisions(self, progress: Progress, text: str = "", shop: str | None = None) -> tuple[Decision, ...]:
        """Return the decisions of a shop, of all where None, that hold every word of `text`; latest first."""
        return self._decisions.decisions(text, shop)

    @job(kept=True, needs_session=False)
    def edit_decision(self, progress: Progress, number: int, chosen: str) -> tuple[Decision, ...]:
        """Have another text proposed from now on. Raises InputError `decision-not-found`."""
        return self._decisions.edit_decision(number, chosen)

    @job(kept=True, needs_session=False)
    def forget_decision(self, progress: Progress, number: int | None) -> tuple[Decision, ...]:
        """Delete one decision, or all of all shops where None, for good; return those that are left."""
        return self._decisions.forget_decision(number)

    @job(needs_session=False)
    def export_decisions(self, progress: Progress, target: Path, shop: str | None, overwrite: bool) -> int:
        """Write the decisions of a shop, of all where None, as a TOML file; return how many there are.

        Raises InputError: `file-exists`, `file-not-writable`.
        """
        return self._decisions.export_decisions(target, shop, overwrite)

    @job(needs_session=False)
    def read_decisions(self, progress: Progress, path: Path, shop: str | None) -> ReadDecisions:
        """Return what such a file says, held against what is kept; nothing of it is kept yet.

        Those of a file of one shop are taken for `shop`, where that is given, whatever the file calls it.
        Raises InputError: `file-not-found`, `file-not-readable`, `decisions-not-readable`.
        """
        return self._decisions.read_decisions(path, shop)

    @job(kept=True, needs_session=False)
    def take_decisions(self, progress: Progress, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Keep decisions, each in place of an earlier one about the same; return all that are kept then."""
        return self._decisions.take_decisions(decisions)

    # ---------------------------------------------------------------- the copy, and reports

    @job()
    def proposed_name(self, progress: Progress, word: str = "corrected", suffix: str = "") -> Path:
        """Return where a corrected copy, or a report of that suffix, may go; `word` is put into the name."""
        return self._saving.proposed_name(word, suffix)

    @job(quiet=True)
    def deletion(self, progress: Progress, rows: Iterable[int] | None = None) -> Deletion:
        """Return what saving will make of rows that are deleted, or (None) of those that are already.

        Raises InputError where the file cannot be read any more.
        """
        return self._saving.deletion(rows)

    @job(kept=True, long=True)
    def save(self, progress: Progress, target: Path, overwrite: bool) -> Overview:
        """Write a copy of the workbook with all changes; never over the original.

        Rows that were deleted are taken out, or emptied as `deletion` says. The Overview says where the copy
        was written. Raises InputError: `file-changed-while-reading` where the original is not as it was read,
        `file-is-original`, `file-exists`, `file-not-writable`.
        """
        return self._saving.save(progress, target, overwrite)

    @job()
    def report(
        self, progress: Progress, target: Path, form: ReportFormat, language: Language, overwrite: bool
    ) -> Path:
        """Write a report of how the work stands, and return where it is; it changes nothing.

        A PDF is printed elsewhere: for it, the path is that of the HTML to print, in a temporary file that
        is the caller's to delete. Raises InputError: `file-is-original`, `file-exists`, `file-not-writable`.
        """
        return self._saving.report(progress, target, form, language, overwrite)

    @job(quiet=True)
    def to_reprocess(self, progress: Progress) -> Reprocess:
        """Return the categories that the changes concern, and which of their SKUs can go through by now."""
        return self._wizard.to_reprocess()

    # ---------------------------------------------------------------- where the person is

    @job(kept=True, quiet=True)
    def go(self, progress: Progress, to: Step | Literal["on", "back"]) -> WizardView:
        """Go to a step, to the next or to the one before; stay where that is not open."""
        return self._wizard.go(to)

    @job(kept=True, quiet=True)
    def look_at(
        self, progress: Progress, issue_type: str | None, row: int | None = None, column: str | None = None
    ) -> WizardView:
        """Take problems of a type in hand, and perhaps a cell of them."""
        return self._wizard.look_at(issue_type, row, column)

    @job(kept=True, quiet=True)
    def next_issue_type(self, progress: Progress, direction: Literal[-1, 1] = 1) -> WizardView:
        """Take the next type that is left in hand, or with -1 the one before."""
        return self._wizard.next_issue_type(direction)

    @job(kept=True, quiet=True)
    def tick(self, progress: Progress, step: AdminStep, done: bool = True) -> WizardView:
        """Tick a step in the Admin off, or not."""
        return self._wizard.tick(step, done)

    # ---------------------------------------------------------------- stored work

    @job(needs_session=False)
    def recent(self, progress: Progress, text: str = "") -> tuple[RecentSession, ...]:
        """Return the stored sessions, the last worked on first, whose path holds every word of `text`."""
        return self._files.recent(text)

    @job(kept=True, needs_session=False)
    def forget(self, progress: Progress, session: int | None) -> tuple[RecentSession, ...]:
        """Delete a session, or all where None, for good; return those that are left.

        What is open stays open; it is stored again, as a new session, with the next change to it.
        """
        return self._files.forget(session)

    @job(quiet=True, needs_session=False, not_kept="It is done at the next start of the day.")
    def back_up(self, progress: Progress) -> None:
        """Keep a copy of today of all that is stored, unless there is one."""
        self._store.back_up()

    # ---------------------------------------------------------------- messages and settings

    @job(needs_session=False)
    def explain_text(self, progress: Progress, text: str) -> tuple[ErrorGroup, ...]:
        """Return the messages in a text by the error that they are, what holds up most SKUs first."""
        from listo.core.worker.explain import explain_text

        return explain_text(text, progress)

    @job(needs_session=False)
    def explain_files(self, progress: Progress, paths: Iterable[Path]) -> tuple[ErrorGroup, ...]:
        """Return the messages in files likewise. Raises InputError for a file that cannot be read."""
        from listo.core.worker.explain import explain_files

        return explain_files(paths, progress)

    @job()
    def compare_text(self, progress: Progress, text: str) -> MessageComparison | None:
        """Return what the open files say to the messages in a text; None where no SKUs are judged."""
        return self._skus.compare_text(text, progress)

    @job()
    def compare_files(self, progress: Progress, paths: Iterable[Path]) -> MessageComparison | None:
        """Return what they say to the messages in files. Raises InputError for one that cannot be read."""
        return self._skus.compare_files(paths, progress)

    @job(needs_session=False)
    def amazon_template(self, progress: Progress, path: Path) -> CategoryTemplate:
        """Return what a category template says of the seller's account; nothing is opened or kept.

        Raises InputError: what reading raises, `reference-not-recognised` for another spreadsheet.
        """
        from listo.core.settings.shipping import read_template

        return read_template(path, partial(progress, "reading"))
