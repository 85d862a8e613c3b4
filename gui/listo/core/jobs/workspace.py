"""What the worker process holds, and everything that it can be asked to do with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from listo.core import catalogue, checks, configuration, resources
from listo.core.catalogue import Group, Line
from listo.core.checks import Report
from listo.core.configuration import Template
from listo.core.errors import InputError
from listo.core.fixes import (
    Edit,
    History,
    Step,
    apply_step,
    copy_of,
    mend_safely,
    prepare,
    prepare_return,
    replay,
    take_back,
)
from listo.core.intake import Opened, references_of
from listo.core.jobs import reporting
from listo.core.jobs.answers import changes_page_of, overview_of, page_of, sheet_page_of
from listo.core.jobs.explaining import explain, lines_in
from listo.core.jobs.files import (
    KeptFile,
    Reader,
    ReadFile,
    read_file,
    set_aside,
    with_what_they_add,
)
from listo.core.jobs.mending import alike, chosen, for_file, suggested
from listo.core.jobs.model import (
    ChangesPage,
    FileCard,
    Overview,
    Page,
    Progress,
    RecentSession,
    SheetPage,
    Spot,
)
from listo.core.jobs.naming import propose_name
from listo.core.jobs.reporting import ReportFormat
from listo.core.jobs.seeking import Way, spot
from listo.core.jobs.state import Former, OpenMapping, State
from listo.core.sessions import FileMark, SessionKind, SessionLine, Standing, Store, Subject
from listo.core.sheets import MappingSheet, find_mapping
from listo.core.texts import Language
from listo.core.workbooks import read_workbook


class Workspace:
    """The open files, the mapping sheet under repair, and the store that keeps every change.

    Each method named in `JOBS` takes a `Progress` first. It builds what comes next beside what is,
    and takes it only once the store has it on disk: whatever is raised before, InputError or
    CancelledError, leaves everything as it was. Jobs that need an open mapping sheet raise InputError
    `session-not-found` where there is none.
    """

    JOBS = (
        "overview",
        "tell",
        "open",
        "sample",
        "resume",
        "remove",
        "page",
        "sheet_page",
        "spot",
        "changes",
        "apply",
        "apply_alike",
        "apply_suggestions",
        "apply_chosen",
        "apply_safe",
        "revert",
        "undo",
        "redo",
        "proposed_name",
        "save",
        "report",
        "recent",
        "forget",
        "explain_text",
        "explain_files",
        "amazon_template",
    )

    def __init__(self, store: Store | None = None) -> None:
        """Use that store, else the one in the person's data folder (raises InputError as Store does)."""
        self._store = store or Store()
        self._damaged_store = self._store.damaged
        self._reader = Reader()
        # Not from 0: what the window remembers of a process that died must be older than this.
        self._state = State(revision=time.time_ns() // 1_000_000)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    # ---------------------------------------------------------------- messages

    def explain_text(self, progress: Progress, text: str) -> tuple[Group, ...]:
        """Return the messages in a text by the error that they are, what holds up most SKUs first."""
        return explain(catalogue.lines_of(text), progress)

    def explain_files(self, progress: Progress, paths: Iterable[Path]) -> tuple[Group, ...]:
        """Return the messages in files likewise. Raises InputError for a file that cannot be read."""
        lines: list[Line] = []
        for path in paths:
            workbook = read_workbook(path, progress=partial(progress, "reading"))
            lines += lines_in(workbook)
        return explain(lines, progress)

    # ---------------------------------------------------------------- files

    def overview(self, _progress: Progress) -> Overview:
        """Return where the work stands."""
        return self._overview()

    def tell(self, progress: Progress, paths: Iterable[Path]) -> tuple[FileCard, ...]:
        """Return what each file is, by what stands in it, and open none of them."""
        return self._reader.tell(paths, progress)

    def open(self, progress: Progress, paths: Iterable[Path]) -> Overview:
        """Read files and take each for what it is.

        A mapping sheet becomes the one worked on, in a new session; of several the last. The same file
        once more is read afresh, and the changes that still fit are kept. References join those that
        are open. A file that cannot be used gets a card that says why, and changes nothing else.
        """
        read = self._reader.read(paths, progress)
        self._reader.forget()
        return self._open(progress, read, self._state.files, "mapping")

    def sample(self, progress: Progress) -> Overview:
        """Open the sample that comes with the program, in place of everything."""
        samples = resources.root() / "samples"
        paths = (samples / "mapping.xlsx", samples / "amazon-values.xlsx")
        return self._open(progress, self._reader.read(paths, progress), (), "sample")

    def resume(self, progress: Progress, session: int, path: Path | None = None) -> Overview:
        """Open a session again where it stood, in place of everything.

        `path` is where the mapping file is now, if it was moved. Changes that find another text in
        their cell are left out and stand in the Overview. Raises InputError: `session-not-found`,
        `file-not-found`, `not-a-mapping` and what reading raises.
        """
        stored = self._store.load(session)
        read = read_file(path or stored.subject.path, progress)
        references = [file.kept for file in self._reader.read(stored.references, progress)]
        former = Former(session, stored.subject, stored.history, stored.line.saved_to)
        mapping = self._taken_up(read, former, (read.kept, *references), progress)
        if mapping.subject != stored.subject or mapping.standing != stored.line.standing:
            self._store.set_subject(session, mapping.subject, mapping.standing)
        return self._take((read.kept, *references), mapping)

    def remove(self, progress: Progress, path: Path) -> Overview:
        """Take a file out again; the work on a mapping sheet stays in its session."""
        files = tuple(file for file in self._state.files if file.path != path)
        mapping = self._state.mapping
        if mapping is None or mapping.subject.path == path:
            return self._take(files, None)
        return self._take(files, self._against(mapping, files, progress))

    def _open(
        self, progress: Progress, read: list[ReadFile], open_before: Iterable[KeptFile], kind: SessionKind
    ) -> Overview:
        mappings = [file for file in read if file.opened and file.opened.mapping]
        files = _joined(open_before, read, mappings)
        if mappings:
            return self._take(files, self._new_mapping(mappings[-1], files, kind, progress))
        mapping = self._state.mapping
        return self._take(files, mapping and self._against(mapping, files, progress))

    def _new_mapping(
        self, read: ReadFile, files: tuple[KeptFile, ...], kind: SessionKind, progress: Progress
    ) -> OpenMapping:
        current = self._state.mapping
        if current and kind == "mapping" and current.subject.path == read.kept.path:
            again = self._taken_up(read, current.former, files, progress)
            return self._kept(again, files, partial(self._keep_reading, again, files))
        opened, subject = _usable(read, kind)
        original = _mapping_in(opened, None)
        report = self._check(original, files, progress)
        standing = Standing(len(report.findings), 0)
        session = self._store.create(subject, _reference_paths(files), standing)
        return OpenMapping(session, subject, opened.workbook, original, copy_of(original), History(), report)

    def _taken_up(
        self, read: ReadFile, former: Former, files: Iterable[KeptFile], progress: Progress
    ) -> OpenMapping:
        """Return the work as it was, on the file as it says now."""
        opened, subject = _usable(read, former.subject.kind)
        original = _mapping_in(opened, former.subject.sheet)
        again = replay(original, former.history)
        return OpenMapping(
            session=former.session,
            subject=replace(subject, sheet=original.name, header_row=original.header.row),
            workbook=opened.workbook,
            original=original,
            sheet=again.sheet,
            history=again.history,
            report=self._check(again.sheet, files, progress),
            saved_to=former.saved_to,
            file_changed=subject.mark != former.subject.mark,
            dropped=again.dropped,
        )

    def _keep_reading(self, mapping: OpenMapping, files: tuple[KeptFile, ...], session: int) -> None:
        self._store.set_subject(session, mapping.subject, mapping.standing)
        self._store.set_references(session, _reference_paths(files), mapping.standing)

    def _against(self, mapping: OpenMapping, files: tuple[KeptFile, ...], progress: Progress) -> OpenMapping:
        """Return the work with the sheet checked against other references."""
        checked = replace(mapping, report=self._check(mapping.sheet, files, progress))
        paths = _reference_paths(files)
        keep = partial(self._store.set_references, references=paths, standing=checked.standing)
        return self._kept(checked, files, keep)

    # ---------------------------------------------------------------- what the window shows

    def page(self, _progress: Progress, code: str, start: int, limit: int) -> Page:
        """Return the problems of one kind from `start` (from 0) on, at most `limit`."""
        return page_of(self._state, code, start, limit)

    def sheet_page(self, _progress: Progress, start: int, limit: int, code: str | None = None) -> SheetPage:
        """Return the sheet's data rows from the one of index `start` on, at most `limit`.

        With a `code`, of those rows only that have such a problem; any problem where it is empty.
        """
        return sheet_page_of(self._state, start, limit, code)

    def spot(
        self, _progress: Progress, row: int, column: str, way: Way, code: str | None = None
    ) -> Spot | None:
        """Return where the next problem is in the rows that `sheet_page` shows, or the one before."""
        found = spot(self._mapping(), row, column, way, code)
        return found and Spot(self._state.revision, *found)

    def changes(self, _progress: Progress, start: int, limit: int) -> ChangesPage:
        """Return the cells that differ from the file from `start` on, at most `limit`."""
        return changes_page_of(self._state, start, limit)

    # ---------------------------------------------------------------- mending

    def apply(self, progress: Progress, edits: Iterable[Edit]) -> Overview:
        """Change cells, as one step of undo."""
        return self._make(progress, prepare(self._mapping().sheet, edits))

    def apply_alike(self, progress: Progress, row: int, column: str, text: str) -> Overview:
        """Put `text` into that cell and all to which the same decision fits; see `mending.alike`."""
        mapping = self._mapping()
        edits = (Edit(*cell, text) for cell in alike(mapping, row, column))
        return self._make(progress, prepare(mapping.sheet, edits))

    def apply_suggestions(self, progress: Progress, code: str) -> Overview:
        """Put the best suggestion into the cells of every finding of that code, as one step."""
        mapping = self._mapping()
        return self._make(progress, prepare(mapping.sheet, suggested(mapping, code)))

    def apply_chosen(
        self,
        progress: Progress,
        code: str,
        places: Iterable[tuple[int, int]],
        text: str | None,
        revision: int,
    ) -> Overview:
        """Put `text` (where None the best suggestion of each) into the cells of some problems of that code.

        `places` are (first, last) among those that `page` showed at that `revision`; nothing changes
        where it is another one by now.
        """
        if revision != self._state.revision:
            return self._overview()
        mapping = self._mapping()
        return self._make(progress, prepare(mapping.sheet, chosen(mapping, code, places, text)))

    def apply_safe(self, progress: Progress) -> Overview:
        """Make every safe fix, and those that become possible by it, as one step."""
        mapping = self._mapping()
        sheet, step, report = mend_safely(
            mapping.sheet, mapping.report, lambda sheet: self._check(sheet, self._state.files, progress)
        )
        return self._record(mapping, step, sheet, report)

    def revert(self, progress: Progress, cells: Iterable[tuple[int, str]]) -> Overview:
        """Take cells (row, column) back to what the file says, as one step."""
        mapping = self._mapping()
        return self._make(progress, prepare_return(mapping.original, mapping.sheet, cells))

    def undo(self, progress: Progress) -> Overview:
        """Take back the last step; nothing changes where there is none."""
        mapping = self._mapping()
        return self._move(progress, mapping.history.to_undo(), take_back, mapping.history.undone())

    def redo(self, progress: Progress) -> Overview:
        """Make the step again that was last taken back; nothing changes where there is none."""
        mapping = self._mapping()
        return self._move(progress, mapping.history.to_redo(), apply_step, mapping.history.redone())

    def _make(self, progress: Progress, step: Step) -> Overview:
        mapping = self._mapping()
        if not step.edits:
            return self._overview()
        sheet = copy_of(mapping.sheet)
        apply_step(sheet, step)
        return self._record(mapping, step, sheet, self._check(sheet, self._state.files, progress))

    def _record(self, mapping: OpenMapping, step: Step, sheet: MappingSheet, report: Report) -> Overview:
        if not step.edits:
            return self._overview()
        position = mapping.history.position
        changed = replace(mapping, sheet=sheet, history=mapping.history.having_made(step), report=report)
        return self._change(
            changed, partial(self._store.record, position=position, step=step, standing=changed.standing)
        )

    def _move(
        self,
        progress: Progress,
        step: Step | None,
        carry_out: Callable[[MappingSheet, Step], None],
        history: History,
    ) -> Overview:
        if step is None:
            return self._overview()
        mapping, sheet = self._mapping(), copy_of(self._mapping().sheet)
        carry_out(sheet, step)
        report = self._check(sheet, self._state.files, progress)
        changed = replace(mapping, sheet=sheet, history=history, report=report)
        return self._change(
            changed, partial(self._store.move, position=history.position, standing=changed.standing)
        )

    def _change(self, mapping: OpenMapping, keep: Callable[[int], None]) -> Overview:
        return self._take(self._state.files, self._kept(mapping, self._state.files, keep))

    # ---------------------------------------------------------------- saving

    def proposed_name(self, _progress: Progress, word: str = "corrected", suffix: str = "") -> Path:
        """Return where a corrected copy, or a report of that suffix, may go; `word` is put into the name."""
        return propose_name(self._mapping().workbook, word, suffix)

    def save(self, progress: Progress, target: Path, overwrite: bool) -> Overview:
        """Write a copy of the workbook with the changed cells; never over the original.

        The Overview says where it was written. Raises InputError: `file-changed-while-reading` where the
        original is not as it was read, `file-is-original`, `file-exists`, `file-not-writable`.
        """
        from listo.core.workbooks import write_copy

        mapping = self._mapping()
        if FileMark.of(mapping.subject.path) != mapping.subject.mark:
            raise InputError("file-changed-while-reading", file=mapping.subject.path.name)
        edits = {mapping.sheet.name: for_file(mapping.sheet, mapping.changes)}
        told = partial(progress, "saving")
        written = write_copy(mapping.workbook, target, edits, overwrite=overwrite, progress=told)
        return self._change(
            replace(mapping, saved_to=written), partial(self._store.set_saved, saved_to=written)
        )

    # ---------------------------------------------------------------- settings

    def amazon_template(self, progress: Progress, path: Path) -> Template:
        """Return what a category template says of the seller's account; nothing is opened or kept.

        Raises InputError: what reading raises, `reference-not-recognised` for another spreadsheet.
        """
        return configuration.read_template(path, partial(progress, "reading"))

    def report(
        self, progress: Progress, target: Path, form: ReportFormat, language: Language, overwrite: bool
    ) -> Path:
        """Write a report of how the work stands, and return where it is; it changes nothing.

        A PDF is printed elsewhere: for it, the path is that of the HTML to print, in a temporary file that
        is the caller's to delete. Raises InputError: `file-is-original`, `file-exists`, `file-not-writable`.
        """
        mapping, files = self._mapping(), self._state.files
        document = reporting.document_of(mapping, files, language)
        sources = [mapping.subject.path, *(file.path for file in files)]
        sources += [mapping.saved_to] if mapping.saved_to else []
        return reporting.write(document, target, form, sources, overwrite, progress)

    # ---------------------------------------------------------------- stored work

    def recent(self, _progress: Progress, text: str = "") -> tuple[RecentSession, ...]:
        """Return the stored sessions, the last worked on first, whose path holds every word of `text`."""
        return tuple(_recent(line) for line in self._store.recent(text))

    def forget(self, progress: Progress, session: int | None) -> tuple[RecentSession, ...]:
        """Delete a session, or all where None, for good; return those that are left.

        What is open stays open; it is stored again, as a new session, with the next change to it.
        """
        self._store.forget(session)
        return self.recent(progress)

    def _kept(
        self, mapping: OpenMapping, files: Iterable[KeptFile], keep: Callable[[int], None]
    ) -> OpenMapping:
        """Store a change; where the session was forgotten meanwhile, store the work as a new one."""
        try:
            keep(mapping.session)
        except InputError as error:
            if error.code != "session-not-found":
                raise
            paths = _reference_paths(files)
            session = self._store.create(mapping.subject, paths, mapping.standing, mapping.history)
            return replace(mapping, session=session)
        return mapping

    # ---------------------------------------------------------------- the state

    def _mapping(self) -> OpenMapping:
        if self._state.mapping is None:
            raise InputError("session-not-found", file="")
        return self._state.mapping

    def _check(self, sheet: MappingSheet, files: Iterable[KeptFile], progress: Progress) -> Report:
        progress("checking", 0, 0)
        return checks.run(sheet, references_of(files), progress=partial(progress, "checking"))

    def _take(self, files: Iterable[KeptFile], mapping: OpenMapping | None) -> Overview:
        """Make what a job built the state of things; from here on nothing can fail."""
        self._state = State(with_what_they_add(files), mapping, self._state.revision + 1)
        return self._overview()

    def _overview(self) -> Overview:
        damaged, self._damaged_store = self._damaged_store, None
        return overview_of(self._state, damaged)


def _joined(
    open_before: Iterable[KeptFile], read: list[ReadFile], mappings: list[ReadFile]
) -> tuple[KeptFile, ...]:
    """Return the files after others came: the mapping sheet that counts, and the references, old and new.

    A card that only says why a file could not be used has been read by then, and goes.
    """
    again = {file.kept.path for file in read}
    staying = [
        file
        for file in open_before
        if file.path not in again and (file.is_reference or (file.card.kind == "mapping" and not mappings))
    ]
    others = [file.kept.path for file in mappings[:-1]]
    coming = [
        set_aside(file.kept, mappings[-1].kept.path) if file.kept.path in others else file.kept
        for file in read
    ]
    return (*staying, *coming)


def _usable(read: ReadFile, kind: SessionKind) -> tuple[Opened, Subject]:
    """Return what a mapping file holds, and the session's subject. Raises InputError `not-a-mapping`."""
    path = read.kept.path
    if read.opened is None or read.mark is None or read.opened.mapping is None:
        raise InputError("not-a-mapping", file=path.name)
    sheet = read.opened.mapping
    return read.opened, Subject(kind, path, read.mark, sheet.name, sheet.header.row)


def _mapping_in(opened: Opened, name: str | None) -> MappingSheet:
    """Return the sheet of that name if the file still has it as a mapping sheet, else the one it has."""
    assert opened.mapping is not None
    if name is None or name == opened.mapping.name or opened.workbook.table(name) is None:
        return opened.mapping
    return find_mapping(opened.workbook, name) or opened.mapping


def _reference_paths(files: Iterable[KeptFile]) -> list[Path]:
    return [file.path for file in files if file.is_reference]


def _recent(line: SessionLine) -> RecentSession:
    return RecentSession(
        session=line.session,
        name=line.path.name,
        path=line.path,
        changed=line.changed,
        problems=line.standing.problems,
        changed_cells=line.standing.changed_cells,
        file_exists=line.path.exists(),
    )
