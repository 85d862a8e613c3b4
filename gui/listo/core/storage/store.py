"""The saved work of this machine: what was opened, every change made, and the state of the window."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from listo.core import paths
from listo.core.edits import History, RowFingerprints, Step
from listo.core.errors import InputError
from listo.core.mapping.sheet import Column
from listo.core.storage.database import now, open_database, transaction, wipe
from listo.core.storage.decisions import Decisions
from listo.core.storage.model import FileMark, SessionLine, Shape, Standing, StoredSession, Subject
from listo.core.storage.steps import insert_step, steps_of
from listo.core.vocabulary.marketplaces import country_code

FILE_NAME = "listo.sqlite3"

_LINE = "id, kind, path, created, changed, problems, changed_cells, saved_to"

_LATER = "anchored_header, shape, journey, shop, trade_policy"


class Store:
    """A connection to the database of saved work. Several processes may each have one.

    What a method has written when it returns is on disk. Every method raises InputError:
    `file-not-writable` where the disk refuses, `session-not-found` where that session was forgotten.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the database at `path`, else in the person's data folder; see `open_database`."""
        self._path = path or _usual_path()
        self._db, self.damaged = open_database(self._path)
        """`damaged` is where an unreadable database was put aside on opening, else None."""
        self.decisions = Decisions(self._db, self._path)

    def close(self) -> None:
        """Close the connection; the store is of no use afterwards."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with transaction(self._db, self._path):
            yield self._db

    # ---------------------------------------------------------------- a session's life

    def create(
        self,
        subject: Subject,
        references: Iterable[Path] = (),
        standing: Standing = Standing(0, 0),  # noqa: B008 - frozen
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
            session = _insert_session(db, subject, standing)
            _insert_references(db, session, references)
            _insert_history(db, session, history, fingerprints)
        return session

    def record(
        self,
        session: int,
        position: int,
        step: Step,
        standing: Standing,
        fingerprints: RowFingerprints | None = None,
    ) -> None:
        """Keep a new step made at that undo position; the steps that could be made again there go.

        `fingerprints` are what the rows that it touches say in the file.
        """
        with self._writing() as db:
            _touch(db, session, standing, position + 1)
            db.execute("DELETE FROM step WHERE session = ? AND number >= ?", (session, position))
            insert_step(db, session, position, step)
            _insert_fingerprints(db, session, fingerprints)

    def set_history(
        self, session: int, history: History, standing: Standing, fingerprints: RowFingerprints
    ) -> None:
        """Keep another history in place of the one that was kept: the same on a file that changed."""
        with self._writing() as db:
            _touch(db, session, standing, history.position)
            db.execute("DELETE FROM step WHERE session = ?", (session,))
            db.execute("DELETE FROM anchor WHERE session = ?", (session,))
            _insert_history(db, session, history, fingerprints)

    def move(self, session: int, position: int, standing: Standing) -> None:
        """Keep that undo or redo led to that position."""
        with self._writing() as db:
            _touch(db, session, standing, position)

    def set_references(self, session: int, references: Iterable[Path], standing: Standing) -> None:
        """Keep which reference files the work goes against."""
        with self._writing() as db:
            _touch(db, session, standing)
            db.execute("DELETE FROM reference WHERE session = ?", (session,))
            _insert_references(db, session, references)

    def set_subject(self, session: int, subject: Subject, standing: Standing) -> None:
        """Keep that the work goes on with another reading of the file."""
        with self._writing() as db:
            _touch(db, session, standing)
            assignments = "path = ?, name = ?, size = ?, mtime_ns = ?, sheet = ?, header_row = ?"
            _update(db, session, assignments, _subject_values(subject))

    def set_shape(self, session: int, shape: Shape | None) -> None:
        """Keep how the person said that the sheet is laid out; None: as it is recognised."""
        kept = None if shape is None else [shape.sheet, shape.header_row, dict(shape.places), shape.header]
        with self._writing() as db:
            _update(db, session, "shape = ?", (kept and json.dumps(kept),))

    def set_journey(self, session: int, journey: Mapping[str, Any]) -> None:
        """Keep where the person is on the way, as whatever JSON can hold; it is no change of the work."""
        with self._writing() as db:
            _update(db, session, "journey = ?", (json.dumps(journey),))

    def set_shop(self, session: int, shop: str) -> None:
        """Keep whose sheet it is."""
        with self._writing() as db:
            _update(db, session, "shop = ?", (shop,))

    def set_trade_policy(self, session: int, policy: str, standing: Standing) -> None:
        """Keep which trade policy the person uses for Amazon."""
        with self._writing() as db:
            _touch(db, session, standing)
            _update(db, session, "trade_policy = ?", (policy,))

    def set_saved(self, session: int, saved_to: Path) -> None:
        """Keep where the corrected copy was saved."""
        with self._writing() as db:
            _update(db, session, "saved_to = ?, changed = ?", (str(saved_to), now()))

    def load(self, session: int) -> StoredSession:
        """Return everything that is kept of a session, as of one moment."""
        with self._writing() as db:
            columns = f"{_LINE}, size, mtime_ns, sheet, header_row, position, {_LATER}"
            row = db.execute(f"SELECT {columns} FROM session WHERE id = ?", (session,)).fetchone()
            if row is None:
                raise InputError("session-not-found", file="")
            references, steps = _references(db, session), steps_of(db, session)
            anchored = _fingerprints(db, session)
        line = _line(row[:8])
        size, mtime_ns, sheet, header_row, position, *later = row[8:]
        anchored_header, shape, journey, shop, trade_policy = later
        return StoredSession(
            line=line,
            subject=Subject(line.kind, line.path, FileMark(size, mtime_ns), sheet, header_row),
            references=references,
            history=History(steps, position),
            fingerprints=RowFingerprints(anchored, anchored_header),
            shape=_shape(*json.loads(shape)) if shape else None,
            journey=json.loads(journey) if journey else {},
            shop=shop,
            trade_policy=trade_policy,
        )

    # ---------------------------------------------------------------- all sessions

    def recent(self, text: str = "", kind: str = "mapping") -> tuple[SessionLine, ...]:
        """Return the sessions of a kind, the last worked on first, whose path holds every word of `text`.

        Letters match without regard to case and accents.
        """
        rows = self._db.execute(
            f"SELECT {_LINE} FROM session WHERE kind = ? ORDER BY changed DESC, id DESC", (kind,)
        ).fetchall()
        words = folded(text).split()
        lines = (_line(row) for row in rows)
        return tuple(line for line in lines if all(word in folded(str(line.path)) for word in words))

    def forget(self, session: int | None) -> None:
        """Delete one session, or all where None, for good: from the log and the safety copies too."""
        with self._writing() as db:
            if session is None:
                db.execute("DELETE FROM session")
            else:
                db.execute("DELETE FROM session WHERE id = ?", (session,))
        wipe(self._db, self._path)

    # ---------------------------------------------------------------- the stores of the person

    def countries(self, shop: str = "") -> frozenset[str]:
        """Return where the person sells, as the kept settings tell: of that shop, else of all."""
        rows = self._db.execute("SELECT name, settings FROM profile").fetchall()
        told = {name: country_code(json.loads(kept).get("marketplace") or "") for name, kept in rows}
        of_shop = told.get(shop)
        return frozenset({of_shop} if of_shop else filter(None, told.values()))

    # ---------------------------------------------------------------- the window's state

    def get_state(self, key: str, default: Any = None) -> Any:
        """Return the value kept under that key, else `default`."""
        row = self._db.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return default if row is None else json.loads(row[0])

    def set_state(self, key: str, value: Any) -> None:
        """Keep a value (whatever JSON can hold) under that key; None deletes it."""
        with self._writing() as db:
            if value is None:
                db.execute("DELETE FROM state WHERE key = ?", (key,))
            else:
                db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, json.dumps(value)))


def _usual_path() -> Path:
    try:
        return paths.data_folder() / FILE_NAME
    except OSError as error:
        raise InputError("file-not-writable", file=FILE_NAME) from error


def folded(text: str) -> str:
    """Return a text as it is searched: without regard to case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _shape(sheet: str, header_row: int, places: dict[Column, int], header: Iterable[str] = ()) -> Shape:
    return Shape(sheet, header_row, places, tuple(header))


def _subject_values(subject: Subject) -> tuple[object, ...]:
    mark = (subject.mark.size, subject.mark.mtime_ns)
    return (str(subject.path), subject.path.name, *mark, subject.sheet, subject.header_row)


def _insert_session(db: sqlite3.Connection, subject: Subject, standing: Standing) -> int:
    made = now()
    cursor = db.execute(
        "INSERT INTO session (kind, created, changed, path, name, size, mtime_ns, sheet, header_row,"
        " problems, changed_cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (subject.kind, made, made, *_subject_values(subject), standing.problems, standing.changed_cells),
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
        insert_step(db, session, number, step)
    db.execute("UPDATE session SET position = ? WHERE id = ?", (history.position, session))
    _insert_fingerprints(db, session, fingerprints)


def _insert_fingerprints(db: sqlite3.Connection, session: int, fingerprints: RowFingerprints | None) -> None:
    """Keep what rows say in the file."""
    if fingerprints is not None:
        rows = ((session, row, json.dumps(texts)) for row, texts in fingerprints.rows.items())
        db.executemany("INSERT OR REPLACE INTO anchor VALUES (?, ?, ?)", rows)
        values = (fingerprints.header_row, session)
        db.execute("UPDATE session SET anchored_header = ? WHERE id = ?", values)


def _touch(db: sqlite3.Connection, session: int, standing: Standing, position: int | None = None) -> None:
    values = (now(), standing.problems, standing.changed_cells)
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


def _fingerprints(db: sqlite3.Connection, session: int) -> dict[int, tuple[str, ...]]:
    rows = db.execute("SELECT row, texts FROM anchor WHERE session = ?", (session,))
    return {row: tuple(json.loads(texts)) for row, texts in rows}


def _line(row: tuple[Any, ...]) -> SessionLine:
    session, kind, path, created, changed, problems, changed_cells, saved_to = row
    return SessionLine(
        session=session,
        kind=kind,
        path=Path(path),
        created=created,
        changed=changed,
        standing=Standing(problems, changed_cells),
        saved_to=Path(saved_to) if saved_to else None,
    )
