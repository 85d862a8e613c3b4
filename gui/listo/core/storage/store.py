"""The saved work of this machine: what was opened, every change made, and the state of the window."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain, groupby
from pathlib import Path
from typing import Any, TypeVar

from listo.core.edits.history import CellEdit, FindingKey, History, IgnoreEdit, RowEdit, UndoStep
from listo.core.edits.rebase import RowFingerprints, RowTexts
from listo.core.errors import InputError
from listo.core.mapping.sheet import COLUMNS, Column
from listo.core.skus.options import Options
from listo.core.storage.database import (
    Database,
    back_up,
    expect,
    now,
    query,
    whole,
    wipe,
)
from listo.core.storage.tables import Decisions
from listo.core.storage.types import (
    ChosenLayout,
    FileMark,
    SessionProgress,
    SessionSubject,
    SessionSummary,
    StoredSession,
)
from listo.core.texts import fold_for_search
from listo.core.vocabulary.marketplaces import country_code

_SUMMARY = "id, kind, path, created, changed, problems, changed_cells, saved_to"

_NO_WORK = ("language", "tab", "geometry", "hints-read", "shop")
"""The keys of the state that tell nothing of what was worked on: they outlive *Delete all*."""

_MOST_SINGLE = 1_000
"""Edits of a step: where there are more, many are kept in one text, which takes a third of the time.

Measured with 100,000 cells: 0.19 s one by one, 0.06 s in texts; of 1,000 it is 2 ms.
"""

_BLOCK = 10_000
"""Edits that are kept in one text: 0.6 MB, and twice as many at once are no quicker."""

_COLUMNS_OF: Mapping[str, str] = {
    "cell_edit": 'row, "column", before, after, before_kind, after_kind',
    "row_edit": "row, came, texts, kinds",
    "leave": 'code, row, "column", value, before, after',
}
"""The tables of the parts of a step, each with what tells an edit, in the order of its fields."""

_ADDED_LATER = "anchored_header, shape, journey, shop, trade_policy, options"

_Row = TypeVar("_Row")
_Rows = list[tuple[Any, ...]]


class Store(Database):
    """The database with all that is kept of the work.

    Every method raises InputError: `file-not-writable` where the disk refuses, `session-not-found` where that
    session was forgotten.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the database at `path`, else in the person's data folder; see `open_database`."""
        super().__init__(path)
        self.decisions = Decisions(self._db, self.path)
        self._seen: dict[int, tuple[object, ...]] = {}
        """What each session was like when it was last read or written here: see `_seen_in`."""

    @contextmanager
    def one_change(self) -> Iterator[None]:
        """Make all that is written inside, decisions too, one change: on disk as a whole or not at all."""
        seen = dict(self._seen)
        try:
            with self._writing():
                yield
        except BaseException:
            self._seen = seen
            raise

    @contextmanager
    def _changing(self, session: int) -> Iterator[sqlite3.Connection]:
        """Change a session that is as it was last seen here. Raises InputError `session-changed`."""
        with self.one_change(), self._writing() as db:
            if self._seen.get(session, now_seen := _seen_in(db, session)) != now_seen:
                raise InputError("session-changed", file="")
            yield db
            self._seen[session] = _seen_in(db, session)

    # ---------------------------------------------------------------- a session's life

    def create(
        self,
        subject: SessionSubject,
        references: Iterable[Path] = (),
        progress: SessionProgress = SessionProgress(0, 0),  # noqa: B008 - frozen
        history: History = History(),  # noqa: B008 - frozen
        fingerprints: RowFingerprints | None = None,
    ) -> int:
        """Begin a session and return its number, which is never used again.

        Earlier sessions on the same file in which nothing was changed give way to it, and so does any
        earlier work on the sample.
        """
        with self._writing() as db:
            db.execute(
                "DELETE FROM session WHERE kind = ? AND (kind = 'sample' OR path = ?"
                " AND NOT EXISTS (SELECT 1 FROM step WHERE step.session = session.id))",
                (subject.kind, str(subject.path)),
            )
            session = _insert_session(db, subject, progress)
            _insert_references(db, session, references)
            _insert_history(db, session, history, fingerprints)
            self._seen[session] = _seen_in(db, session)
        return session

    def record(
        self,
        session: int,
        position: int,
        step: UndoStep,
        progress: SessionProgress,
        fingerprints: RowFingerprints | None = None,
    ) -> None:
        """Keep a new step made at that undo position; the steps that could be made again there go.

        `fingerprints` are what the rows that it touches say in the file. Raises InputError `session-changed`
        where the session does not stand at that position.
        """
        with self._changing(session) as db:
            _refuse_elsewhere(db, session, position)
            _touch(db, session, progress, position + 1)
            _delete_steps(db, session, position)
            _insert_step(db, session, position, step)
            _insert_fingerprints(db, session, fingerprints)

    def set_history(
        self, session: int, history: History, progress: SessionProgress, fingerprints: RowFingerprints
    ) -> None:
        """Keep another history in place of the one that was kept: the same on a file that changed."""
        with self._changing(session) as db:
            _touch(db, session, progress, history.position)
            _delete_steps(db, session, 0)
            for table in ("anchor", "anchor_block"):
                db.execute(f"DELETE FROM {table} WHERE session = ?", (session,))
            _insert_history(db, session, history, fingerprints)

    def move(self, session: int, position: int, progress: SessionProgress) -> None:
        """Keep that undo or redo led to that position."""
        with self._changing(session) as db:
            _touch(db, session, progress, position)

    def set_references(self, session: int, references: Iterable[Path], progress: SessionProgress) -> None:
        """Keep which reference files the work goes against."""
        with self._changing(session) as db:
            _touch(db, session, progress)
            db.execute("DELETE FROM reference WHERE session = ?", (session,))
            _insert_references(db, session, references)

    def set_subject(self, session: int, subject: SessionSubject, progress: SessionProgress) -> None:
        """Keep that the work goes on with another reading of the file."""
        with self._changing(session) as db:
            _touch(db, session, progress)
            assignments = "path = ?, name = ?, size = ?, mtime_ns = ?, sheet = ?, header_row = ?"
            _update(db, session, assignments, _subject_values(subject))

    def set_layout(self, session: int, layout: ChosenLayout | None) -> None:
        """Keep how the person said that the sheet is laid out; None: as it is recognised."""
        kept = layout and [layout.sheet, layout.header_row, dict(layout.places), layout.header]
        with self._writing() as db:
            _update(db, session, "shape = ?", (kept and json.dumps(kept),))

    def set_wizard_state(self, session: int, wizard_state: Mapping[str, Any]) -> None:
        """Keep where the person is on the way, as whatever JSON can hold; it is no change of the work."""
        with self._writing() as db:
            _update(db, session, "journey = ?", (json.dumps(wizard_state),))

    def set_shop(self, session: int, shop: str) -> None:
        """Keep whose sheet it is."""
        with self._writing() as db:
            _update(db, session, "shop = ?", (shop,))

    def set_options(self, session: int, options: Options, progress: SessionProgress) -> None:
        """Keep what the person said of the integration."""
        said = json.dumps(options.to_json()) if options else None
        with self._changing(session) as db:
            _touch(db, session, progress)
            _update(db, session, "trade_policy = ?, options = ?", (options.trade_policy or "", said))

    def set_saved(self, session: int, saved_to: Path) -> None:
        """Keep where the corrected copy was saved."""
        with self._changing(session) as db:
            _update(db, session, "saved_to = ?, changed = ?", (str(saved_to), now()))

    def load(self, session: int) -> StoredSession:
        """Return everything that is kept of a session, as of one moment.

        Raises InputError `session-damaged` where what is kept of it makes no sense.
        """
        with self._writing() as db:
            columns = f"{_SUMMARY}, size, mtime_ns, sheet, header_row, position, {_ADDED_LATER}"
            row = db.execute(f"SELECT {columns} FROM session WHERE id = ?", (session,)).fetchone()
            if row is None:
                raise InputError("session-not-found", file="")
            references, (steps, stored) = _references(db, session), _steps_of(db, session)
            anchored = _fingerprints(db, session)
            self._seen[session] = _seen_in(db, session)
        try:
            return _stored(row, references, steps, stored, anchored)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise InputError("session-damaged", file="") from error

    # ---------------------------------------------------------------- all sessions

    def recent(self, text: str = "", kind: str = "mapping") -> tuple[SessionSummary, ...]:
        """Return the sessions of a kind, the last worked on first, whose path holds every word of `text`.

        Letters match without regard to case and accents.
        """
        statement = f"SELECT {_SUMMARY} FROM session WHERE kind = ? ORDER BY changed DESC, id DESC"
        rows = query(self._db, self.path, statement, (kind,))
        words = fold_for_search(text).split()
        found = whole(rows, _summary)
        return tuple(one for one in found if all(word in fold_for_search(str(one.path)) for word in words))

    def forget(self, session: int | None) -> None:
        """Delete one session, or all where None, for good: from the log and the safety copies too."""
        with self._writing() as db:
            if session is None:
                db.execute("DELETE FROM session")
                marks = ", ".join("?" * len(_NO_WORK))
                db.execute(f"DELETE FROM state WHERE key NOT IN ({marks})", _NO_WORK)
            else:
                db.execute("DELETE FROM session WHERE id = ?", (session,))
        wipe(self._db, self.path, everything=session is None)

    def back_up(self) -> None:
        """Keep a copy of today, if there is none yet and anything to keep. Raises InputError."""
        kept = ("session", "profile", "lookup", "decision")
        if any(query(self._db, self.path, f"SELECT 1 FROM {table} LIMIT 1") for table in kept):
            back_up(self._db, self.path, date.today())

    def restore(self, backup: Path) -> None:
        """Put what a daily copy holds in the place of everything."""
        super().restore(backup)
        self._seen.clear()

    # ---------------------------------------------------------------- the stores of the person

    def countries(self, shop: str = "") -> frozenset[str]:
        """Return where the person sells, as the kept settings tell: of that shop, else of all."""
        rows = query(self._db, self.path, "SELECT name, settings FROM profile")
        told = dict(whole(rows, _country_of))
        of_shop = told.get(shop)
        return frozenset({of_shop} if of_shop else filter(None, told.values()))


def _country_of(name: str, settings: str) -> tuple[str, str | None]:
    return name, country_code(json.loads(settings).get("marketplace") or "")


def _layout(
    sheet: str, header_row: int, places: dict[Column, int], header: Iterable[str] = ()
) -> ChosenLayout:
    expect(str, sheet, *places, *header)
    expect(int, header_row, *places.values())
    return ChosenLayout(sheet, header_row, places, tuple(header))


def _subject_values(subject: SessionSubject) -> tuple[object, ...]:
    mark = (subject.mark.size, subject.mark.mtime_ns)
    return (str(subject.path), subject.path.name, *mark, subject.sheet, subject.header_row)


def _insert_session(db: sqlite3.Connection, subject: SessionSubject, progress: SessionProgress) -> int:
    made = now()
    cursor = db.execute(
        "INSERT INTO session (kind, created, changed, path, name, size, mtime_ns, sheet, header_row,"
        " problems, changed_cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (subject.kind, made, made, *_subject_values(subject), progress.problems, progress.changed_cells),
    )
    assert cursor.lastrowid is not None  # an INSERT of one row always tells
    return cursor.lastrowid


def _insert_references(db: sqlite3.Connection, session: int, references: Iterable[Path]) -> None:
    rows = ((session, number, str(path)) for number, path in enumerate(references))
    db.executemany("INSERT INTO reference VALUES (?, ?, ?)", rows)


def _insert_history(
    db: sqlite3.Connection, session: int, history: History, fingerprints: RowFingerprints | None
) -> None:
    for number, step in enumerate(history.steps):
        _insert_step(db, session, number, step)
    db.execute("UPDATE session SET position = ? WHERE id = ?", (history.position, session))
    _insert_fingerprints(db, session, fingerprints)


def _insert_fingerprints(db: sqlite3.Connection, session: int, fingerprints: RowFingerprints | None) -> None:
    """Keep what rows say in the file, in place of what was kept of them."""
    if fingerprints is None:
        return
    rows = [*fingerprints.rows.items()]
    if len(rows) > _MOST_SINGLE:
        _insert_many_fingerprints(db, session, rows)
    else:
        single = ((session, row, json.dumps(texts)) for row, texts in rows)
        db.executemany("INSERT OR REPLACE INTO anchor VALUES (?, ?, ?)", single)
    values = (fingerprints.header_row, session)
    db.execute("UPDATE session SET anchored_header = ? WHERE id = ?", values)


def _insert_many_fingerprints(
    db: sqlite3.Connection, session: int, rows: Sequence[tuple[int, RowTexts]]
) -> None:
    """Keep them in blocks: the last block tells what a row says, and a row by itself more than all blocks."""
    single = {row for (row,) in db.execute("SELECT row FROM anchor WHERE session = ?", (session,))}
    gone = ((session, row) for row in single.intersection(row for row, _ in rows))
    db.executemany("DELETE FROM anchor WHERE session = ? AND row = ?", gone)
    blocks = [(session, some[0][0], json.dumps(some)) for _, some in _in_blocks(rows)]
    db.executemany("DELETE FROM anchor_block WHERE session = ? AND first = ? AND anchors = ?", blocks)
    db.executemany("INSERT INTO anchor_block (session, first, anchors) VALUES (?, ?, ?)", blocks)


def _insert_step(db: sqlite3.Connection, session: int, number: int, step: UndoStep) -> None:
    """Write a step under its number; to be called inside a transaction."""
    db.execute("INSERT INTO step VALUES (?, ?, ?)", (session, number, now()))
    cells = step.edits
    rows = [(e.row, e.came, json.dumps(e.texts), json.dumps(dict(e.kinds))) for e in step.rows]
    ignores = [(*ignore.finding, ignore.before, ignore.after) for ignore in step.ignores]
    for part, edits in (("cell_edit", cells), ("row_edit", rows), ("leave", ignores)):
        place = (session, number)
        if len(edits) > _MOST_SINGLE:
            values = ((*place, part, first, json.dumps(some)) for first, some in _in_blocks(edits))
            db.executemany("INSERT INTO edit_block VALUES (?, ?, ?, ?, ?)", values)
        elif edits:
            columns = f"session, step, number, {_COLUMNS_OF[part]}"
            marks = ", ".join("?" * (3 + len(edits[0])))
            single = ((*place, i, *edit) for i, edit in enumerate(edits))
            db.executemany(f"INSERT INTO {part} ({columns}) VALUES ({marks})", single)


def _in_blocks(rows: Sequence[_Row]) -> Iterator[tuple[int, Sequence[_Row]]]:
    """Yield rows in blocks, each with the place of its first one."""
    return ((first, rows[first : first + _BLOCK]) for first in range(0, len(rows), _BLOCK))


def _seen_in(db: sqlite3.Connection, session: int) -> tuple[object, ...]:
    """Return what tells that a session is as it was: when it was changed, where it stands, how many steps."""
    query = (
        "SELECT changed, position, (SELECT count(*) FROM step WHERE session = id) FROM session WHERE id = ?"
    )
    row: tuple[object, ...] | None = db.execute(query, (session,)).fetchone()
    if row is None:
        raise InputError("session-not-found", file="")
    return row


def _refuse_elsewhere(db: sqlite3.Connection, session: int, position: int) -> None:
    if _seen_in(db, session)[1] != position:
        raise InputError("session-changed", file="")


def _stored(
    row: tuple[Any, ...],
    references: tuple[Path, ...],
    steps: tuple[UndoStep, ...],
    stored: int,
    anchored: dict[int, RowTexts],
) -> StoredSession:
    """Return a session from its row and what belongs to it; `stored` is how many steps there were."""
    summary = _summary(*row[:8])
    size, mtime_ns, sheet, header_row, position, *later = row[8:]
    anchored_header, layout, wizard_state, shop, trade_policy, options = later
    expect(int, size, mtime_ns, position, header_row or 0, anchored_header or 0)
    expect(str, sheet, shop, trade_policy)
    if position < 0:
        raise ValueError(position)
    said = {**_object(options), "trade_policy": trade_policy}
    return StoredSession(
        summary=summary,
        subject=SessionSubject(summary.kind, summary.path, FileMark(size, mtime_ns), sheet, header_row),
        references=references,
        history=History(steps, min(position, len(steps))),
        lost_steps=max(stored, position) - len(steps),
        fingerprints=RowFingerprints(anchored, anchored_header),
        layout=_layout(*json.loads(layout)) if layout else None,
        wizard_state=_object(wizard_state),
        shop=shop,
        options=Options.from_json(said),
    )


def _object(kept: str | None) -> dict[str, Any]:
    """Return what was kept as an object of JSON, none where nothing was."""
    found = json.loads(kept) if kept else {}
    expect(dict, found)
    return {**found}


def _delete_steps(db: sqlite3.Connection, session: int, first: int) -> None:
    """Delete the steps from that one on, parts too whose step is missing in a damaged history."""
    for table in (*_COLUMNS_OF, "edit_block"):
        db.execute(
            f"DELETE FROM {table} WHERE session = ? AND step NOT BETWEEN 0 AND ?", (session, first - 1)
        )
    db.execute("DELETE FROM step WHERE session = ? AND number NOT BETWEEN 0 AND ?", (session, first - 1))


def _steps_of(db: sqlite3.Connection, session: int) -> tuple[tuple[UndoStep, ...], int]:
    """Return the steps of a session as far as they are whole, in their order, and how many there were."""
    found = db.execute("SELECT number FROM step WHERE session = ? ORDER BY number", (session,))
    numbers = [number for (number,) in found.fetchall()]
    cells, rows, ignores = (_by_step(db, part, session) for part in _COLUMNS_OF)
    steps: list[UndoStep] = []
    for place, number in enumerate(numbers):
        parts = (each.get(number, []) for each in (cells, rows, ignores))
        step = _step(*parts) if number == place else None
        if step is None:
            break
        steps.append(step)
    return tuple(steps), max((number for number in numbers if isinstance(number, int)), default=-1) + 1


def _step(cells: _Rows, rows: _Rows, ignores: _Rows) -> UndoStep | None:
    """Return a step as it was kept; None where a part of it is missing or is not what was written."""
    if any([row[0] for row in part] != [*range(len(part))] for part in (cells, rows, ignores)):
        return None
    try:
        return UndoStep(
            tuple(_cell_edit(*each) for _, *each in cells),
            tuple(_row_edit(*each) for _, *each in rows),
            tuple(_ignore_edit(*each) for _, *each in ignores),
        )
    except (TypeError, ValueError, AttributeError):
        return None


def _by_step(db: sqlite3.Connection, part: str, session: int) -> dict[int, _Rows]:
    """Return the edits of a kind by their step, each with its number in that step before its columns."""
    query = f"SELECT step, number, {_COLUMNS_OF[part]} FROM {part} WHERE session = ? ORDER BY step, number"
    rows: Iterator[tuple[Any, ...]] = db.execute(query, (session,))
    found = {step: [row[1:] for row in of_step] for step, of_step in groupby(rows, key=lambda row: row[0])}
    query = "SELECT step, number, edits FROM edit_block WHERE session = ? AND part = ? ORDER BY step, number"
    for step, number, edits in db.execute(query, (session, part)):
        found.setdefault(step, []).extend(_of_block(number, edits))
    return found


def _of_block(first: Any, edits: Any) -> _Rows:
    """Return the edits of a block with their numbers; of a damaged one what can be no part of a step."""
    try:
        expect(int, first)
        return [(number, *edit) for number, edit in enumerate(json.loads(edits), first)]
    except (TypeError, ValueError):
        return [(None,)]


def _cell_edit(row: Any, column: Any, before: Any, after: Any, before_kind: Any, after_kind: Any) -> CellEdit:
    texts = (column, before, after, before_kind or "", after_kind or "")
    expect(int, row)
    expect(str, *texts)
    if column not in COLUMNS:
        raise ValueError(column)
    return CellEdit(row, column, before, after, before_kind, after_kind)


def _row_edit(row: Any, came: Any, texts: Any, kinds: Any) -> RowEdit:
    cells, kind_by_column = json.loads(texts), json.loads(kinds)
    expect(int, row)
    expect(str, *cells, *kind_by_column, *kind_by_column.values())
    if len(cells) != len(COLUMNS):
        raise ValueError(texts)
    return RowEdit(row, bool(came), tuple(cells), kind_by_column)


def _ignore_edit(code: Any, row: Any, column: Any, value: Any, before: Any, after: Any) -> IgnoreEdit:
    expect(int, row or 0)
    expect(str, code, column or "", value, before or "", after or "")
    return IgnoreEdit(FindingKey(code, row, column, value), before, after)


def _touch(
    db: sqlite3.Connection, session: int, progress: SessionProgress, position: int | None = None
) -> None:
    values = (now(), progress.problems, progress.changed_cells)
    if position is None:
        _update(db, session, "changed = ?, problems = ?, changed_cells = ?", values)
    else:
        assignments = "changed = ?, problems = ?, changed_cells = ?, position = ?"
        _update(db, session, assignments, (*values, position))


def _update(db: sqlite3.Connection, session: int, assignments: str, values: tuple[object, ...]) -> None:
    changed = db.execute(f"UPDATE session SET {assignments} WHERE id = ?", (*values, session))
    if changed.rowcount == 0:
        raise InputError("session-not-found", file="")


def _references(db: sqlite3.Connection, session: int) -> tuple[Path, ...]:
    rows = db.execute("SELECT path FROM reference WHERE session = ? ORDER BY number", (session,))
    return tuple(Path(path) for (path,) in rows)


def _fingerprints(db: sqlite3.Connection, session: int) -> dict[int, RowTexts]:
    blocks = db.execute("SELECT anchors FROM anchor_block WHERE session = ? ORDER BY id", (session,))
    found = dict(chain.from_iterable(whole(blocks, _fingerprints_of_block)))
    rows = db.execute("SELECT row, texts FROM anchor WHERE session = ?", (session,))
    return found | dict(whole(rows, _fingerprint))


def _fingerprints_of_block(anchors: Any) -> list[tuple[int, RowTexts]]:
    return [_fingerprint_of(row, cells) for row, cells in json.loads(anchors)]


def _fingerprint(row: Any, texts: Any) -> tuple[int, RowTexts]:
    return _fingerprint_of(row, json.loads(texts))


def _fingerprint_of(row: Any, cells: Any) -> tuple[int, RowTexts]:
    expect(int, row)
    expect(str, *cells)
    return row, tuple(cells)


def _summary(
    session: Any,
    kind: Any,
    path: Any,
    created: Any,
    changed: Any,
    problems: Any,
    changed_cells: Any,
    saved_to: Any,
) -> SessionSummary:
    expect(str, kind, path, created, changed, saved_to or "")
    expect(int, session, problems, changed_cells)
    return SessionSummary(
        session=session,
        kind=kind,
        path=Path(path),
        created=created,
        changed=changed,
        progress=SessionProgress(problems, changed_cells),
        saved_to=Path(saved_to) if saved_to else None,
    )
