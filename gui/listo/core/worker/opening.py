"""The jobs that open files: each is taken for what it is, and work that was begun is taken up again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from listo.core import resources
from listo.core.edits.history import History
from listo.core.edits.rebase import RowFingerprints, rebase_history
from listo.core.errors import InputError
from listo.core.file_kinds import OpenedFile
from listo.core.mapping.layout import apply_layout, find_mapping
from listo.core.mapping.sheet import MappingSheet
from listo.core.references.vtex_export import normalize_number
from listo.core.storage.types import ChosenLayout, FileMark, SessionKind, SessionProgress, SessionSubject
from listo.core.wizard_state import WizardState
from listo.core.worker.desk import SHOP, Desk, reference_paths
from listo.core.worker.facts import Progress
from listo.core.worker.files import KeptFile, ReadFile, read_file, set_aside
from listo.core.worker.layouts import doubts_about, found_again
from listo.core.worker.results import FileCard, FileState, Overview
from listo.core.worker.state import Former, OpenMapping


class Opening(Desk):
    """Jobs that read files."""

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
        former = Former(
            session, stored.subject, stored.history, stored.summary.saved_to,
            stored.fingerprints, stored.layout, stored.shop, stored.trade_policy,
        )  # fmt: skip
        mapping = self._taken_up(read, former, (read.kept, *references), progress)
        if mapping.subject != stored.subject or mapping.progress != stored.summary.progress:
            self._store.set_subject(session, mapping.subject, mapping.progress)
        self._recall(mapping.shop)
        return self._take((read.kept, *references), mapping, WizardState.from_json(stored.wizard_state))

    def file_state(self, _progress: Progress) -> FileState:
        """Return whether the mapping file is still as it was read."""
        subject = self._mapping().subject
        try:
            return "same" if FileMark.of(subject.path) == subject.mark else "changed"
        except InputError:
            return "gone"

    def take_up_new_file(self, progress: Progress) -> Overview:
        """Read the mapping file again as it is now, and keep the changes that still fit.

        Rows that moved are found again by what they say. What does not fit any more stands in the Overview.
        Raises InputError: `file-not-found`, `not-a-mapping` and what reading raises.
        """
        mapping = self._mapping()
        read = read_file(mapping.subject.path, progress)
        files = tuple(read.kept if each.path == read.kept.path else each for each in self._state.files)
        again = self._taken_up(read, mapping.former, files, progress)
        return self._take(files, self._kept(again, files, partial(self._keep_reading, again, files)))

    def remove(self, progress: Progress, path: Path) -> Overview:
        """Take a file out again; the work on a mapping sheet stays in its session."""
        files = tuple(file for file in self._state.files if file.path != path)
        mapping = self._state.mapping
        if mapping is None or mapping.subject.path == path:
            return self._take(files, None)
        return self._take(files, self._against(mapping, files, progress))

    def set_trade_policy(self, progress: Progress, policy: str) -> Overview:
        """Say which trade policy is used for Amazon, so that the SKUs are checked for it; empty: not said."""
        mapping, files = self._mapping(), self._state.files
        told = normalize_number(policy.strip())
        work = self._work_on(mapping.original, mapping.sheet, mapping.history, files, progress, told)
        changed = replace(mapping, work=work)
        keep = partial(self._store.set_trade_policy, policy=told, progress=changed.progress)
        return self._change(changed, keep)

    def _open(
        self, progress: Progress, read: list[ReadFile], open_before: Iterable[KeptFile], kind: SessionKind
    ) -> Overview:
        mappings = [file for file in read if file.opened and file.opened.mapping]
        files = _joined(open_before, read, mappings)
        if mappings:
            before, now = self._state.mapping, self._new_mapping(mappings[-1], files, kind, progress)
            goes_on = before is not None and before.session == now.session
            return self._take(files, now, self._journey if goes_on else WizardState())
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
        work = self._work_on(original, original.copy(), History(), files, progress)
        session = self._store.create(
            subject, reference_paths(files), SessionProgress(len(work.checked.findings), 0)
        )
        shop = self._store.get_state(SHOP, "") if kind == "mapping" else ""
        if shop:
            self._store.set_shop(session, shop)
        self._recall(shop)
        return OpenMapping(
            session,
            subject,
            opened.workbook,
            work,
            History(),
            shop=shop,
            doubts=doubts_about(opened.workbook, original, None),
        )

    def _taken_up(
        self, read: ReadFile, former: Former, files: Iterable[KeptFile], progress: Progress
    ) -> OpenMapping:
        """Return the work as it was, on the file as it says now."""
        opened, subject = _usable(read, former.subject.kind)
        shape, original = _laid_out(opened, former)
        again = rebase_history(original, former.history, former.fingerprints)
        return OpenMapping(
            session=former.session,
            subject=replace(subject, sheet=original.name, header_row=original.header.row),
            workbook=opened.workbook,
            work=self._work_on(original, again.sheet, again.history, files, progress, former.trade_policy),
            history=again.history,
            saved_to=former.saved_to,
            file_changed=subject.mark != former.subject.mark,
            dropped=again.dropped,
            dropped_rows=again.dropped_rows,
            basis=None
            if _is_stored(again.history, original, former)
            else (former.history, former.fingerprints),
            shape=shape,
            doubts=doubts_about(opened.workbook, original, shape),
            shop=former.shop,
        )

    def _keep_reading(self, mapping: OpenMapping, files: tuple[KeptFile, ...], session: int) -> None:
        self._store.set_subject(session, mapping.subject, mapping.progress)
        self._store.set_references(session, reference_paths(files), mapping.progress)

    def _against(self, mapping: OpenMapping, files: tuple[KeptFile, ...], progress: Progress) -> OpenMapping:
        """Return the work with the sheet checked against other references."""
        policy = mapping.work.trade_policy
        work = self._work_on(mapping.original, mapping.sheet, mapping.history, files, progress, policy)
        checked = replace(mapping, work=work)
        paths = reference_paths(files)
        keep = partial(self._store.set_references, references=paths, progress=checked.progress)
        return self._kept(checked, files, keep)


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


def _is_stored(history: History, original: MappingSheet, former: Former) -> bool:
    """Return whether a history and what its rows say in the file are just what is stored."""
    now, then = RowFingerprints.of(original, history.steps), former.fingerprints
    said = all(then.rows.get(row) == texts for row, texts in now.rows.items())
    return history == former.history and said and now.header_row == then.header_row


def _laid_out(opened: OpenedFile, former: Former) -> tuple[ChosenLayout | None, MappingSheet]:
    """Return the sheet laid out as the person said, and how; where that cannot be any more, as recognised."""
    shape = found_again(opened.workbook, former.shape) if former.shape else None
    if shape is not None:
        sheet = apply_layout(opened.workbook, shape.sheet, shape.header_row, shape.places)
        if sheet is not None:  # not: if there is anything in it
            return shape, sheet
    return None, _mapping_in(opened, former.subject.sheet)
