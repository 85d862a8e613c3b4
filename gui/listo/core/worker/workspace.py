"""What the worker process holds, and everything that it can be asked to do with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from listo.core.catalogue.message_groups import ErrorGroup, MessageLine, split_lines
from listo.core.settings.shipping import read_template
from listo.core.settings.types import CategoryTemplate
from listo.core.storage.types import SessionSummary
from listo.core.workbooks.read import read_workbook
from listo.core.worker.changing import Changing
from listo.core.worker.explaining import explain, lines_in
from listo.core.worker.facts import Progress
from listo.core.worker.opening import Opening
from listo.core.worker.recalling import Recalling
from listo.core.worker.results import RecentSession
from listo.core.worker.saving import Saving
from listo.core.worker.shaping import Shaping
from listo.core.worker.showing import Showing
from listo.core.worker.travelling import Travelling


class Workspace(Opening, Shaping, Showing, Changing, Recalling, Saving, Travelling):
    """The open files, the mapping sheet under repair, and the store that keeps every change.

    Each takes a `Progress` first. Whatever it raises, InputError or CancelledError,
    it leaves everything as it was: what comes next is built beside what is, or taken back, and counts only
    once the store has it on disk. Jobs that need an open mapping sheet raise InputError `session-not-found`
    where there is none.
    """

    # ---------------------------------------------------------------- messages

    def explain_text(self, progress: Progress, text: str) -> tuple[ErrorGroup, ...]:
        """Return the messages in a text by the error that they are, what holds up most SKUs first."""
        return explain(split_lines(text), progress)

    def explain_files(self, progress: Progress, paths: Iterable[Path]) -> tuple[ErrorGroup, ...]:
        """Return the messages in files likewise. Raises InputError for a file that cannot be read."""
        lines: list[MessageLine] = []
        for path in paths:
            workbook = read_workbook(path, progress=partial(progress, "reading"))
            lines += lines_in(workbook)
        return explain(lines, progress)

    # ---------------------------------------------------------------- settings

    def amazon_template(self, progress: Progress, path: Path) -> CategoryTemplate:
        """Return what a category template says of the seller's account; nothing is opened or kept.

        Raises InputError: what reading raises, `reference-not-recognised` for another spreadsheet.
        """
        return read_template(path, partial(progress, "reading"))

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


def _recent(line: SessionSummary) -> RecentSession:
    return RecentSession(
        session=line.session,
        name=line.path.name,
        path=line.path,
        changed=line.changed,
        problems=line.progress.problems,
        changed_cells=line.progress.changed_cells,
        file_exists=line.path.exists(),
    )
