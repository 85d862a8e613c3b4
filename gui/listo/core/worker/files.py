"""The jobs that open files, each taken for what it is, and ask where the mapping sheet stands in its file.

Work that was begun is taken up again. The step *Columns* asks which sheet, header row and column is which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from listo.core import resources
from listo.core.edits.history import History
from listo.core.edits.rebase import RowFingerprints, rebase_history
from listo.core.errors import InputError
from listo.core.file_kinds import OpenedFile
from listo.core.mapping.cell_text import is_blank
from listo.core.mapping.layout import (
    LAST_HEADER_ROW,
    MappingLayout,
    apply_layout,
    find_layout,
    find_layouts,
    find_mapping,
    find_table,
)
from listo.core.mapping.sheet import Column, MappingSheet
from listo.core.paths import is_there
from listo.core.references.model import AmazonValues
from listo.core.skus.options import Options
from listo.core.storage.types import (
    ChosenLayout,
    FileMark,
    SessionKind,
    SessionProgress,
    SessionSubject,
    SessionSummary,
)
from listo.core.wizard_state import WizardState
from listo.core.workbooks.model import Table, Workbook
from listo.core.worker.decisions import SHOP, recall_files, recalled
from listo.core.worker.file_cards import (
    FileReader,
    ReadFile,
    SessionFile,
    read_file,
    reference_paths,
    set_aside,
)
from listo.core.worker.protocol import Progress
from listo.core.worker.results import Doubt, FileCard, FileState, LayoutView, Overview, RecentSession
from listo.core.worker.session import Session
from listo.core.worker.state import OpenMapping, PreviousWork

_PREVIEW_ROWS = 20
"""Rows that are shown, among which the header is chosen: titles above it are fewer in any file we know."""
_PREVIEW_COLUMNS = 40
_LONGEST = 200
"""Columns, and letters of a cell: enough to know a sheet by; all of it is at most 160 kB to hand over."""


class LayoutJobs:
    """Jobs that show how the sheet is taken to be laid out, and change that; see `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def layout(self, sheet: str | None, header_row: int | None) -> LayoutView:
        """Return how the sheet at work is laid out, and what in that is doubtful.

        With `sheet` or `header_row` (Excel's number) what another choice would be.
        """
        mapping = self._session.mapping
        offered = find_layouts(mapping.workbook)
        table = find_table(mapping.workbook, sheet or mapping.sheet.name)
        chosen = sheet is None and header_row is None
        layout = _as_it_is(mapping, table) if chosen else find_layout(table, header_row)
        return LayoutView(
            revision=self._session.state.revision,
            sheets=offered,
            layout=layout,
            doubts=tuple(doubts_of(offered, layout)),
            preview=_preview(table),
            by_person=chosen and mapping.layout is not None,
        )

    def set_layout(
        self, progress: Progress, sheet: str, header_row: int, places: Mapping[Column, int]
    ) -> Overview:
        """Take the sheet as laid out so; the changes that still fit are kept.

        `places` gives each column's place, from 0. Raises InputError: `sheet-not-found`, `not-a-mapping`
        where that is no layout that the sheet can have.
        """
        mapping = self._session.mapping
        table = find_table(mapping.workbook, sheet)
        original = apply_layout(mapping.workbook, sheet, header_row, places)
        if original is None:
            raise InputError("not-a-mapping", file=mapping.subject.path.name)
        chosen = ChosenLayout(original.name, header_row, dict(places), tuple(table.rows[header_row - 1]))
        return self._lay_out(progress, mapping, original, chosen)

    def reset_layout(self, progress: Progress) -> Overview:
        """Take the sheet as it is recognised."""
        mapping = self._session.mapping
        original = find_mapping(mapping.workbook)
        assert original is not None  # it was opened as one
        return self._lay_out(progress, mapping, original, None)

    def _lay_out(
        self, progress: Progress, mapping: OpenMapping, original: MappingSheet, chosen: ChosenLayout | None
    ) -> Overview:
        # The rows are where they were: only what stands in a column may be something else.
        again = rebase_history(original, mapping.history, RowFingerprints({}, mapping.original.header.row))
        work = self._session.check(original, again.sheet, again.history, progress)
        changed = replace(
            mapping,
            subject=replace(mapping.subject, sheet=original.name, header_row=original.header.row),
            work=work,
            history=again.history,
            dropped=again.dropped,
            dropped_rows=again.dropped_rows,
            layout=chosen,
            rebased_from=None,
            doubts=doubts_about(mapping.workbook, original, chosen),
        )
        return self._session.commit(changed, partial(self._keep, changed))

    def _keep(self, mapping: OpenMapping, session: int) -> None:
        self._session.store.set_layout(session, mapping.layout)
        self._session.store.set_subject(session, mapping.subject, mapping.progress)
        self._session.store.set_history(session, mapping.history, mapping.progress, mapping.fingerprints)


def _as_it_is(mapping: OpenMapping, table: Table) -> MappingLayout:
    """Return the layout that is worked with."""
    header = mapping.original.header
    recognised = find_layout(table, header.row)
    if mapping.layout is None:
        return recognised
    return replace(
        recognised,
        header_row=header.row,
        places=header.places,
        doubtful=(),
        twice=(),
        rows=len(mapping.original),
    )


def _preview(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the first rows of a sheet as they stand in the file; long texts are cut."""
    rows = table.rows[:_PREVIEW_ROWS]
    return tuple(tuple(text[:_LONGEST] for text in row[:_PREVIEW_COLUMNS]) for row in rows)


def doubts_about(workbook: Workbook, sheet: MappingSheet, chosen: ChosenLayout | None) -> tuple[Doubt, ...]:
    """Return what about the layout of the sheet at work needs a decision; nothing once there is one."""
    if chosen is not None or sheet.header.row is None:
        return ()
    offered = find_layouts(workbook)
    return tuple(doubts_of(offered, next(each for each in offered if each.sheet == sheet.name)))


def doubts_of(offered: Sequence[MappingLayout], layout: MappingLayout) -> Iterator[Doubt]:
    """Yield what is doubtful about a layout, among those that the sheets of a workbook offer."""
    if sum(bool(each.rows and not each.hidden) for each in offered) > 1:
        yield "several-sheets"
    if layout.missing:
        yield "columns-missing"
    if layout.doubtful:
        yield "columns-doubtful"
    if layout.twice:
        yield "columns-twice"


def find_again(workbook: Workbook, chosen: ChosenLayout) -> ChosenLayout | None:
    """Return the layout that a person gave, as far as it stands elsewhere in the file as it is now.

    The columns are found by their headers. None where those are not all there, each once, and of a sheet
    that is gone where the headers were not kept.
    """
    there = workbook.table(chosen.sheet)
    if not chosen.header:
        return chosen if there else None
    found = (_moved(table, chosen) for table in ((there,) if there else workbook.tables))
    return next((each for each in found if each), None)


def _moved(table: Table, chosen: ChosenLayout) -> ChosenLayout | None:
    rows = table.rows[:LAST_HEADER_ROW]
    if _reads(rows, chosen):
        return replace(chosen, sheet=table.name)
    for number, texts in enumerate(rows, 1):
        if places := _places(texts, chosen):
            return ChosenLayout(table.name, number, places, tuple(texts))
    return None


def _reads(rows: Sequence[Sequence[str]], chosen: ChosenLayout) -> bool:
    """Return whether the header stands where it stood."""
    return any(tuple(texts) == chosen.header for texts in rows[chosen.header_row - 1 : chosen.header_row])


def _places(texts: Sequence[str], chosen: ChosenLayout) -> Mapping[Column, int] | None:
    """Return where in that row the headers of the columns stand; None where it is not that header."""
    wanted = {
        name: chosen.header[place] for name, place in chosen.places.items() if place < len(chosen.header)
    }
    known = len(wanted) == len(chosen.places)
    if known and all(not is_blank(text) and list(texts).count(text) == 1 for text in wanted.values()):
        return {name: list(texts).index(text) for name, text in wanted.items()}
    return None


class FileJobs:
    """Jobs that read files, and those on stored work; see `Jobs`."""

    def __init__(self, session: Session) -> None:
        self._session, self._store = session, session.store
        self._reader = FileReader()

    def identify(self, progress: Progress, paths: Iterable[Path]) -> tuple[FileCard, ...]:
        """Return what each file is, by what stands in it, and open none of them."""
        return self._reader.identify(paths, progress)

    def open(self, progress: Progress, paths: Iterable[Path]) -> Overview:
        """Read files and take each for what it is."""
        read = self._reader.read(paths, progress)
        self._reader.forget()
        return self._open(progress, read, self._session.state.files, "mapping")

    def sample(self, progress: Progress) -> Overview:
        """Open the sample that comes with the program, in place of everything."""
        samples = resources.root() / "samples"
        paths = (samples / "mapping.xlsx", samples / "amazon-values.xlsx")
        return self._open(progress, self._reader.read(paths, progress), (), "sample")

    def resume(self, progress: Progress, session: int, path: Path | None) -> Overview:
        """Open a session again where it stood, in place of everything."""
        self._session.lease(session, progress)
        stored = self._store.load(session)
        read = read_file(path or stored.subject.path, progress)
        references = [file.kept for file in self._reader.read(stored.references, progress)]
        previous = PreviousWork(
            session, stored.subject, stored.history, stored.summary.saved_to,
            stored.fingerprints, stored.layout, stored.shop, stored.options, stored.lost_steps,
        )  # fmt: skip
        files = (read.kept, *references)
        mapping = self._rebased(read, previous, files, progress)
        if mapping.subject != stored.subject or mapping.progress != stored.summary.progress:
            self._store.set_subject(session, mapping.subject, mapping.progress)
        self._session.recall(mapping.shop)
        wizard = WizardState.from_json(stored.wizard_state)
        return self._session.commit(mapping, files=files, wizard=wizard)

    def file_state(self) -> FileState:
        """Return whether the mapping file is still as it was read."""
        subject = self._session.mapping.subject
        try:
            return "same" if FileMark.of(subject.path) == subject.mark else "changed"
        except InputError:
            return "gone"

    def reload_file(self, progress: Progress) -> Overview:
        """Read the mapping file again as it is now, and keep the changes that still fit."""
        mapping, files = self._session.mapping, self._session.state.files
        read = read_file(mapping.subject.path, progress)
        files = tuple(read.kept if each.path == read.kept.path else each for each in files)
        return self._take_up_again(read, mapping.previous, files, progress)

    def remove(self, progress: Progress, path: Path) -> Overview:
        """Take a file out again; the work on a mapping sheet stays in its session."""
        files = tuple(file for file in self._session.state.files if file.path != path)
        mapping = self._session.state.mapping
        return self._check_against(
            files, None if mapping and mapping.subject.path == path else mapping, progress
        )

    def recent(self, text: str) -> tuple[RecentSession, ...]:
        """Return the stored sessions, the last worked on first, whose path holds every word of `text`."""
        return tuple(_recent(summary) for summary in self._store.recent(text))

    def forget(self, session: int | None) -> tuple[RecentSession, ...]:
        """Delete a session, or all where None, for good; return those that are left."""
        self._store.forget(session)
        return self.recent("")

    # ---------------------------------------------------------------- the sheet at work

    def _open(
        self, progress: Progress, read: list[ReadFile], open_before: Iterable[SessionFile], kind: SessionKind
    ) -> Overview:
        mappings, current = _mappings_in(read), self._session.state.mapping
        if current and kind == "mapping":
            mappings = [file for file in mappings if _rows_of(file) or file.kept.path == current.subject.path]
        files = _joined(open_before, read, mappings)
        if not mappings:
            return self._check_against(files, current, progress)
        if current and kind == "mapping" and current.subject.path == mappings[-1].kept.path:
            return self._take_up_again(mappings[-1], current.previous, files, progress)
        return self._begin(mappings[-1], files, kind, progress)

    def _begin(
        self, read: ReadFile, files: tuple[SessionFile, ...], kind: SessionKind, progress: Progress
    ) -> Overview:
        """Work on a sheet in a new session."""
        opened, subject = _usable(read, kind)
        original = _mapping_in(opened, None)
        shop = self._store.get_state(SHOP, "") if kind == "mapping" else ""
        kept = self._store.decisions.options(shop) if kind == "mapping" else Options()
        options = recalled(Options(), kept, _amazon_values(files))
        work = self._session.check(
            original, original.copy(), History(), progress, files=files, options=options
        )
        at_first = SessionProgress(len(work.checked.findings), 0)
        session = self._store.create(subject, reference_paths(files), at_first)
        if shop:
            self._store.set_shop(session, shop)
        if options:
            self._store.set_options(session, options, at_first)
        self._session.recall(shop)
        doubts = doubts_about(opened.workbook, original, None)
        mapping = OpenMapping(session, subject, opened.workbook, work, History(), shop=shop, doubts=doubts)
        return self._session.commit(mapping, files=files, wizard=WizardState())

    def _take_up_again(
        self, read: ReadFile, previous: PreviousWork, files: tuple[SessionFile, ...], progress: Progress
    ) -> Overview:
        """Go on with the work at hand on a new reading of its file."""
        known = replace(previous, options=self._with_files_recalled(previous, files))
        mapping = self._rebased(read, known, files, progress)

        def keep(session: int) -> None:
            self._store.set_subject(session, mapping.subject, mapping.progress)
            self._keep_references(session, mapping, files)

        return self._session.commit(mapping, keep, files=files)

    def _check_against(
        self, files: tuple[SessionFile, ...], mapping: OpenMapping | None, progress: Progress
    ) -> Overview:
        """Go on with the work at hand, its sheet checked against other references."""
        if mapping is None:
            return self._session.commit(None, files=files)
        options = self._with_files_recalled(mapping.previous, files)
        work = self._session.check(
            mapping.original, mapping.sheet, mapping.history, progress, files=files, options=options
        )
        checked = replace(mapping, work=work)
        keep = partial(self._keep_references, mapping=checked, files=files)
        return self._session.commit(checked, keep, files=files)

    def _with_files_recalled(self, work: PreviousWork, files: Iterable[SessionFile]) -> Options:
        """Return what the person said, and for which categories files are that they said it of before."""
        if work.subject.kind != "mapping":
            return work.options
        return recall_files(work.options, self._store.decisions.options(work.shop), _amazon_values(files))

    def _keep_references(self, session: int, mapping: OpenMapping, files: Iterable[SessionFile]) -> None:
        self._store.set_references(session, reference_paths(files), mapping.progress)
        self._store.set_options(session, mapping.work.options, mapping.progress)

    def _rebased(
        self, read: ReadFile, previous: PreviousWork, files: Iterable[SessionFile], progress: Progress
    ) -> OpenMapping:
        """Return the work as it was, on the file as it says now."""
        opened, subject = _usable(read, previous.subject.kind)
        layout, original = _laid_out(opened, previous)
        again = rebase_history(original, previous.history, previous.fingerprints)
        stored = _is_stored(again.history, original, previous) and not previous.lost_steps
        options = previous.options
        return OpenMapping(
            session=previous.session,
            subject=replace(subject, sheet=original.name, header_row=original.header.row),
            workbook=opened.workbook,
            work=self._session.check(
                original, again.sheet, again.history, progress, files=files, options=options
            ),
            history=again.history,
            saved_to=previous.saved_to,
            file_changed=subject.mark != previous.subject.mark,
            dropped=again.dropped,
            dropped_rows=again.dropped_rows,
            rebased_from=None if stored else (previous.history, previous.fingerprints),
            layout=layout,
            doubts=doubts_about(opened.workbook, original, layout),
            shop=previous.shop,
            lost_steps=previous.lost_steps,
        )


def _recent(summary: SessionSummary) -> RecentSession:
    return RecentSession(
        session=summary.session,
        name=summary.path.name,
        path=summary.path,
        changed=summary.changed,
        problems=summary.progress.problems,
        changed_cells=summary.progress.changed_cells,
        file_exists=is_there(summary.path),
    )


def _mappings_in(read: Iterable[ReadFile]) -> list[ReadFile]:
    """Return the mapping sheets that can be worked on, those without rows first: the last one counts.

    A file with nothing in it at all, not even a header, may be any file that did not arrive.
    """
    found = (file for file in read if file.opened and file.opened.mapping is not None)
    with_header = [file for file in found if _mapping_of(file).header.row is not None]
    return sorted(with_header, key=lambda file: _rows_of(file) > 0)


def _mapping_of(read: ReadFile) -> MappingSheet:
    assert read.opened is not None
    assert read.opened.mapping is not None
    return read.opened.mapping


def _rows_of(read: ReadFile) -> int:
    return len(_mapping_of(read))


def _joined(
    open_before: Iterable[SessionFile], read: list[ReadFile], mappings: list[ReadFile]
) -> tuple[SessionFile, ...]:
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


def _amazon_values(files: Iterable[SessionFile]) -> list[AmazonValues]:
    return [file.amazon_values for file in files if file.amazon_values is not None]


def _usable(read: ReadFile, kind: SessionKind) -> tuple[OpenedFile, SessionSubject]:
    """Return what a mapping file holds, and the session's subject. Raises InputError `not-a-mapping`."""
    path = read.kept.path
    if read.opened is None or read.mark is None or read.opened.mapping is None:
        raise InputError("not-a-mapping", file=path.name)
    sheet = read.opened.mapping
    return read.opened, SessionSubject(kind, path, read.mark, sheet.name, sheet.header.row)


def _mapping_in(opened: OpenedFile, name: str | None) -> MappingSheet:
    """Return the sheet of that name if the file still has it as a mapping sheet, else the one it has."""
    assert opened.mapping is not None
    if name is None or name == opened.mapping.name or opened.workbook.table(name) is None:
        return opened.mapping
    named = find_mapping(opened.workbook, name)
    return opened.mapping if named is None else named


def _is_stored(history: History, original: MappingSheet, previous: PreviousWork) -> bool:
    """Return whether a history and what its rows say in the file are just what is stored."""
    now, then = RowFingerprints.of(original, history.steps), previous.fingerprints
    said = all(then.rows.get(row) == texts for row, texts in now.rows.items())
    return history == previous.history and said and now.header_row == then.header_row


def _laid_out(opened: OpenedFile, previous: PreviousWork) -> tuple[ChosenLayout | None, MappingSheet]:
    """Return the sheet laid out as the person said, and how; where that cannot be any more, as recognised."""
    chosen = find_again(opened.workbook, previous.layout) if previous.layout else None
    if chosen is not None:
        sheet = apply_layout(opened.workbook, chosen.sheet, chosen.header_row, chosen.places)
        if sheet is not None:  # not: if there is anything in it
            return chosen, sheet
    return None, _mapping_in(opened, previous.subject.sheet)
