"""The tab itself: it brings the pages, the worker and the person's steps together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from listo.core.texts import Language, Texts
from listo.core.wizard_state import STEPS, Step
from listo.core.worker.jobs import Jobs
from listo.core.worker.protocol import JobFacts
from listo.ui.spreadsheet.file_changes import ComparisonDialog, FileChanges
from listo.ui.spreadsheet.navigation import Navigation, PageStack
from listo.ui.spreadsheet.pages.draft_page import offers_of
from listo.ui.spreadsheet.pages.file_card import FileChips
from listo.ui.spreadsheet.pages.files_page import addable, needs_of_checks, questions
from listo.ui.spreadsheet.progress import Banner, BusyPanel, FailureReporter, SkuStrip, WorkProgress
from listo.ui.spreadsheet.sidebar import IssueTypesModel, Sidebar
from listo.ui.spreadsheet.work import Work
from listo.ui.widgets import parts
from listo.ui.widgets.actions import bind
from listo.ui.widgets.dialogs import DecisionsDialog, ask_file
from listo.ui.widgets.parts import Tab, WindowState
from listo.ui.worker_client import WorkerClient

if TYPE_CHECKING:  # what is not seen at the start is loaded after it
    from listo.core.worker.results import MessageRows, Overview, VersionComparison
    from listo.ui.spreadsheet.pages.columns_page import ColumnsPage
    from listo.ui.spreadsheet.pages.output_files import OpenPrinter
    from listo.ui.spreadsheet.pages.problem_actions import FindPanel, View
    from listo.ui.spreadsheet.pages.problems_page import AnswerLookup, ProblemsPage
    from listo.ui.spreadsheet.pages.send_page import SendPage
    from listo.ui.spreadsheet.pages.sheet_page import WholeSheetPage
    from listo.ui.spreadsheet.pages.skus_page import SkusPage

_LOW = 520
"""Pixels: lower than in a window of 900 x 600, where the rows of a problem keep room below the files."""


def _no_answer(_error_id: str, _language: Language) -> str | None:
    return None


def _load_findings(job: JobFacts) -> None:
    """Load what the first rows of a sheet bring while it is read, not when they come: it takes 8 ms."""
    if job.makes_sheet:
        import listo.core.checks.types  # noqa: F401


class SpreadsheetTab(Tab):
    """*Check my spreadsheet*, from the dropped files to the saved copy.

    `answer` gives what VTEX would say for an error id, where that is known. Every change of the
    work comes as an Overview from the worker; the pages draw it and keep nothing else. `state` is where it
    is kept where the person is.
    """

    noticeRequested = Signal(str)
    lookupRequested = Signal(str)
    opened = Signal()
    """A mapping sheet is open."""

    def __init__(
        self,
        client: WorkerClient[Jobs],
        texts: Texts,
        parent: QWidget | None = None,
        *,
        answer: AnswerLookup = _no_answer,
        needs: Callable[[], Counter[str]] = needs_of_checks,
        open_printer: OpenPrinter | None = None,
        state: WindowState | None = None,
    ) -> None:
        super().__init__(parent)
        self._client, self._texts, self._needs = client, texts, needs
        self.requested_checks: tuple[tuple[str, ...], Mapping[str, str]] = ((), {})
        """Codes of checks that another tab asks for, and what its error names, by field."""
        self.work = Work(client, self)
        self.issue_types = IssueTypesModel(self._title_of, self)
        self.sidebar, self.banner, self.busy = Sidebar(self.issue_types, self), Banner(self), BusyPanel()
        self.chips, self.strip = FileChips(texts, self), SkuStrip(self)
        self.pages = PageStack(
            self.work,
            self.issue_types,
            texts,
            answer=answer,
            needs=needs,
            open_printer=open_printer,
            state=state,
            parent=self,
        )
        self.files = self.pages.files
        self.navigation = Navigation(self.pages, self.sidebar, self.work, state)
        self.file_changes = FileChanges(self.banner, self)
        self._lay_out()
        self._connect_work()
        self._connect_pages()
        self._connect_keys()
        self.go_to("files")

    # -- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.sidebar.add_footer(self.busy)
        side = parts.column(self.banner, self.chips, self.strip, self.pages, gap=0)
        side.setStretch(3, 1)
        whole = parts.row(self.sidebar, side, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect_work(self) -> None:
        self._client.resumed.connect(self._on_recovered)
        self.work.begun.connect(_load_findings)
        self.work.changed.connect(self._on_changed)
        self.work.cancelled.connect(self._on_cancelled)
        self.work.counted.connect(self.strip.show_counts)
        for ended_without in (self.work.failed, self.work.cancelled):
            ended_without.connect(self._show_counts_as_before)
        WorkProgress(self.work, self.busy, self.files.zone.busy, lambda: self.step == "files")
        failures = FailureReporter(self.work, self.banner, lambda: self._texts)
        failures.recovered.connect(self._on_recovered)

    def _connect_pages(self) -> None:
        self.file_changes.reloadRequested.connect(self._on_reload)
        self.files.filesChosen.connect(self.open_files)
        self.files.zone.sample.clicked.connect(self.load_sample)
        self.files.opened.connect(self._on_files)
        self.files.removed.connect(self._on_removed)
        self.files.compare.clicked.connect(self.compare)
        self.chips.filesWanted.connect(lambda: self.go_to("files"))
        self.chips.addRequested.connect(self.files.choose)
        self.pages.stepShown.connect(self._show_strip)
        self.pages.made.connect(self._connect_page)
        self.strip.groupChosen.connect(self.navigation.show_group)
        self.strip.addRequested.connect(lambda: self.go_to("files"))

    def _connect_page(self, name: str, page: Any) -> None:
        """Connect a page that was just made."""
        match name:
            case "find_panel":
                page.closed.connect(self._show_strip)
            case "problems":
                page.lookupRequested.connect(self.lookupRequested)
                page.decisions.clicked.connect(self.show_decisions)
            case "columns":
                page.layoutTaken.connect(self._on_layout_taken)
            case "skus":
                page.said.connect(self.noticeRequested)
            case "draft":
                page.begun.connect(self._on_drafted)
            case "send":
                page.copy.copySaved.connect(self._on_saved)
                page.copy.fileChanged.connect(self.file_changes.say)
                page.report.failed.connect(self.banner.say)

    def _connect_keys(self) -> None:
        work, steps = self.work, self.navigation
        bind(self, "undo", self.undo, self._can_undo)
        bind(self, "redo", work.redo, lambda: bool(work.overview and work.overview.redo))
        bind(self, "other-view", steps.show_other_view, lambda: self.step == "problems")
        bind(self, "find", self.find_text, lambda: self.step in ("problems", "skus"))
        bind(self, "replace", self.find_and_replace, lambda: self.step == "problems")
        bind(self, "sample", self.load_sample, anywhere=True)
        bind(self, "compare", self.compare, self._has_mapping, anywhere=True)
        bind(self, "draft", self.draft, lambda: bool(offers_of(self.overview)), anywhere=True)
        bind(self, "choices", self.show_decisions, anywhere=True)
        for step in STEPS:
            can = partial(steps.can_go_to, step)
            bind(self, f"step-{step}", partial(self.go_to, step), can, anywhere=True)

    # -- what the window asks -----------------------------------------------------------------------

    @property
    def overview(self) -> Overview | None:
        """The work as the worker told it last."""
        return self.work.overview

    @property
    def problems(self) -> ProblemsPage:
        """The problems by type."""
        return self.pages.problems

    @property
    def sheet(self) -> WholeSheetPage:
        """The problems in the whole sheet."""
        return self.pages.sheet

    @property
    def find_panel(self) -> FindPanel:
        """Find and replace, above the problems."""
        return self.pages.find_panel

    @property
    def columns(self) -> ColumnsPage:
        """Which column of the file is which."""
        return self.pages.columns

    @property
    def skus(self) -> SkusPage:
        """What becomes of each SKU."""
        return self.pages.skus

    @property
    def send(self) -> SendPage:
        """What was changed, the copy, and what to do with it."""
        return self.pages.send

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.pages.step

    @property
    def view(self) -> View:
        """How the problems are shown."""
        return self.pages.view

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take files as if they had been dropped here: each is recognised by what is in it."""
        if paths:
            if not self.navigation.can_go_to("problems"):
                self.go_to("files")
            self.files.open_files(paths)

    def load_sample(self) -> None:
        """Open the sample that comes with the program."""
        self.files.open_sample()

    def draft(self) -> None:
        """Go on with the draft that was begun, else begin one with the files that are open."""
        if "go-on" in offers_of(self.overview):
            self.pages.draft.resume()
        else:
            self.go_to("files")
            self.pages.draft.begin()

    def compare(self) -> None:
        """Compare the sheet with another version of it, which the person chooses."""
        ask_file(self, self.tr("Another version of the sheet"), self.compare_with)

    def compare_with(self, path: Path) -> None:
        """Show how the sheet differs from another version."""
        self.work.start(Jobs.compare_version, path).on_success(self._show_comparison)

    def _show_comparison(self, found: VersionComparison) -> None:
        self.banner.hide()
        ComparisonDialog(found, self._texts, self).open()

    def _has_mapping(self) -> bool:
        return self.overview is not None and self.overview.mapping is not None

    def undo(self) -> None:
        """Take the last step back; in a draft, the last answer."""
        (self.pages.draft.take_back if self.pages.is_drafting else self.work.undo)()

    def _can_undo(self) -> bool:
        if self.pages.is_drafting:
            return self.pages.draft.can_take_back()
        return self.overview is not None and self.overview.undo is not None

    def resume(self, session: int, path: Path | None = None) -> None:
        """Go on with stored work; `path` is where its file is now, if it was moved."""
        self.work.start(Jobs.resume, session, path).on_success(self._on_resumed)

    def go_on(self) -> None:
        """Open the work again that was open last, where it stood; nothing where there was none."""
        session = self.navigation.open_session()
        if session is not None and self.overview is None and not self.work.jobs():
            self.resume(session)

    def opening(self) -> tuple[str, ...]:
        """Return the names of the files that are being opened."""
        return tuple(map(self._name_opening, self.work.opening()))

    def _name_opening(self, path: Path | None) -> str:
        return path.name if path else self.tr("your last spreadsheet")

    def show_checks(self, codes: tuple[str, ...], captured: Mapping[str, str]) -> None:
        """Show the rows that say what an error names, or what these checks found; once there is a file."""
        self.requested_checks = (codes, captured)
        if self.navigation.can_go_to("problems"):
            self._show_requested_checks()
        else:
            self.go_to("files")
            self.noticeRequested.emit(
                self.tr("Drop your mapping sheet, and Listo shows where this error comes from in it.")
            )

    def _show_requested_checks(self) -> None:
        (codes, captured), self.requested_checks = self.requested_checks, ((), {})
        self.go_to("problems")
        if codes:
            self.work.start(Jobs.message_rows, codes, captured, 1).on_success(self._on_rows_found)

    def _on_rows_found(self, found: MessageRows) -> None:
        if found.texts and found.rows:
            self.navigation.show_rows(found.column, found.texts, found.rows[0].row)
            self._say_what_is_missing(found)
        elif found.name:
            self.noticeRequested.emit(self.tr("No row of your sheet says “{name}”.").format(name=found.name))
        elif found.problem is None:
            self.noticeRequested.emit(self.tr("Your spreadsheet has no problem of that kind."))
        else:
            self.navigation.show_problem(*found.problem)

    def _say_what_is_missing(self, found: MessageRows) -> None:
        """Say that the rows are only where a name stands, where no check could say more of them."""
        files = [self._texts.say(f"need.{need}") for need in found.missing_files]
        if files and not found.at_fault:
            said = self.tr(
                "These rows say “{name}”. To tell whether anything is wrong with it, Listo needs {files}."
            ).format(name=found.name, files=QLocale().createSeparatedList(files))
            self.banner.say(said, severe=False, actions=((self.tr("Add the file…"), self.ask_for_files),))

    def ask_for_files(self) -> None:
        """Ask for files to open, on the page that says where to get them."""
        self.go_to("files")
        self.files.choose()

    def show_decisions(self) -> None:
        """Show what was chosen before and is proposed again."""
        shop = self.overview.shop if self.overview and self.overview.mapping else None
        dialog = DecisionsDialog(self._client, shop, self)
        dialog.shopChosen.connect(lambda name: self._on_shop_chosen(dialog, name))
        dialog.finished.connect(self._look_again)
        dialog.open()

    def _on_shop_chosen(self, dialog: DecisionsDialog, name: str) -> None:
        self.work.change(Jobs.set_shop, name)
        dialog.refresh()

    def _look_again(self) -> None:
        """Ask for the problems again: other suggestions may come first now."""
        self.problems.forget_rows()
        if self.overview is not None and self.overview.mapping:
            self.problems.update_to(self.overview)

    def set_texts(self, texts: Texts) -> None:
        """Speak the core's sentences in another language, at once."""
        self._texts = texts
        self.pages.set_texts(texts)
        self.chips.set_texts(texts)

    def show_sku(self, sku: str) -> None:
        """Show what becomes of a SKU of the open export."""
        self.navigation.show_sku(sku)

    def _show_strip(self) -> None:
        """Show the files above all but their step; how many SKUs are ready, in a draft and from the
        problems on.

        Find and replace takes the place of the files, and on a low screen what is below has it.
        """
        finds = self.step == "problems" and not self.find_panel.isHidden()
        has_room = self.height() >= _LOW and not finds
        self.chips.setVisible((self.pages.is_drafting or self.step != "files") and has_room)
        has_mapping = self._has_mapping()
        is_counting = self.pages.is_drafting or STEPS.index(self.step) >= STEPS.index("problems")
        self.strip.setVisible(has_mapping and is_counting)

    def _title_of(self, code: str, count: int) -> str:
        return self._texts.check(code, "title", count=count)

    def go_to(self, step: Step) -> None:
        """Show that step's page."""
        self.navigation.go_to(step)

    def find_text(self) -> None:
        """Find what the cell at hand says, in all columns; among the SKUs, go to their search."""
        if self.step == "problems":
            self._open_find_panel(everywhere=True)
        elif self.step == "skus":
            self.skus.focus_search()

    def find_and_replace(self) -> None:
        """Replace in the column of the cell at hand: what is right in another one is to stay."""
        if self.step == "problems":
            self._open_find_panel(everywhere=False)

    def _open_find_panel(self, *, everywhere: bool) -> None:
        self.pages.open_find_panel(everywhere=everywhere)
        self._show_strip()

    def focus_first(self) -> None:
        self.pages.focus_first()

    def finish(self) -> None:
        """Keep where the person stands: the window closes."""
        self.navigation.tracker.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_strip()

    def hideEvent(self, event: QHideEvent) -> None:
        self.navigation.tracker.stop()
        super().hideEvent(event)

    # -- what the worker answers --------------------------------------------------------------------

    def _on_files(self, overview: Overview) -> None:
        """Go on where all is clear; a person who adds a file to the sheet at hand stays where they are."""
        before = self.overview
        same_sheet = before is not None and before.mapping == overview.mapping
        self._begin(overview)
        if self.requested_checks[0] and self.navigation.can_go_to("problems"):
            self._show_requested_checks()
        elif overview.mapping is None or questions(overview) - (questions(before) if same_sheet else set()):
            self._show_files()
        elif not same_sheet:
            self.navigation.choose_view("issue-types")  # whatever part of the sheet before was looked at last
            self.go_to("columns" if overview.doubts else "problems")
            self.pages.focus_first()  # what had the keyboard on the page of the files is gone
        elif self.step == "files":
            self._show_files()

    def _on_removed(self, overview: Overview) -> None:
        self._begin(overview)
        self._show_files()

    def _show_files(self) -> None:
        self.go_to("files")
        self.files.focus_first()

    def _on_drafted(self, overview: Overview) -> None:
        self._begin(overview)
        self.navigation.show_draft()

    def _on_resumed(self, overview: Overview) -> None:
        self._begin(overview)
        self.navigation.return_to(overview)
        self.file_changes.say_what_fits(overview)

    def _on_layout_taken(self, overview: Overview) -> None:
        self._begin(overview)
        self.go_to("columns" if self.step == "columns" and overview.doubts else "problems")
        self.file_changes.say_what_fits(overview)

    def _on_reload(self) -> None:
        self.navigation.tracker.flush()
        self.work.start(Jobs.reload_file).on_success(self._on_resumed)

    def _on_recovered(self, overview: Overview) -> None:
        self.pages.forget_rows()
        self._take(overview, fresh=False)

    def _on_changed(self, overview: Overview) -> None:
        before = self._counts()
        self.banner.hide()
        self._take(overview, fresh=False)
        if not self.pages.is_drafting:
            self._show_what_appeared(before, self._counts())

    def _counts(self) -> dict[str, int]:
        return {group.code: group.count for group in self.overview.groups} if self.overview else {}

    def _show_what_appeared(self, before: dict[str, int], now: dict[str, int]) -> None:
        """Go to the issue type that an undo brought back, if the one at hand was not touched by it."""
        grown = [code for code, count in now.items() if count > before.get(code, 0)]
        touched = now.get(self.problems.code, 0) != before.get(self.problems.code, 0)
        if not grown or self.problems.code in grown:
            return
        if not touched and self.view == "issue-types":
            self.problems.show_issue_type(grown[0])
        elif len(now) > len(before):
            self.noticeRequested.emit(
                self.tr("New: {title}").format(title=self.issue_types.title_of(grown[0]))
            )

    def _on_saved(self, overview: Overview) -> None:
        self.banner.hide()
        self._take(overview, fresh=False)
        self.go_to("send")
        self.send.show_saved()

    def _show_counts_as_before(self) -> None:
        """Take back what the strip showed of a change that was not to be."""
        if self.work.overview is not None:
            self.strip.show_counts(self.work.overview.skus)

    def _on_cancelled(self) -> None:
        self.noticeRequested.emit(self.tr("Stopped. Everything is as it was."))

    def _begin(self, overview: Overview) -> None:
        """Show work on other files, or on files that were read again."""
        self.banner.hide()
        self.pages.forget_rows()
        self._take(overview, fresh=True)
        if overview.mapping is not None:
            self.opened.emit()

    def _take(self, overview: Overview, *, fresh: bool) -> None:
        self.work.overview = overview
        self.navigation.take(overview)
        self.file_changes.follow(overview, fresh=fresh)
        self.problems.addable = addable(overview, self._needs)
        self.sidebar.set_addable(self.problems.addable)
        self.strip.show_counts(overview.skus)
        self.chips.show_files(overview.files)
        self.pages.take(overview, fresh=fresh)
        self._show_strip()
        self.navigation.mark_position()
        if overview.skus.is_due and Jobs.judge_skus.__name__ not in self.work.jobs():
            self.work.start(Jobs.judge_skus).on_success(self._on_judged)

    def _on_judged(self, overview: Overview) -> None:
        """Take up what becomes of the SKUs, and the order in which to mend by it."""
        if self.step == "files":
            self.issue_types.begin(overview.groups, overview.wizard.state.met)
        self._take(overview, fresh=False)
