"""The database of saved work: opened for several processes, old ones brought up, damaged ones put aside.

Its tables stand here as the small steps that led to them. `session.finished` is no longer used.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from listo.core.errors import InputError

_VERSION_1 = (
    """CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        path TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        sheet TEXT NOT NULL,
        header_row INTEGER,
        problems INTEGER NOT NULL,
        changed_cells INTEGER NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        saved_to TEXT,
        finished INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX session_by_change ON session (changed)",
    """CREATE TABLE reference (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        number INTEGER NOT NULL,
        path TEXT NOT NULL,
        PRIMARY KEY (session, number)
    ) WITHOUT ROWID""",
    """CREATE TABLE step (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        number INTEGER NOT NULL,
        made TEXT NOT NULL,
        PRIMARY KEY (session, number)
    ) WITHOUT ROWID""",
    """CREATE TABLE cell_edit (
        session INTEGER NOT NULL,
        step INTEGER NOT NULL,
        number INTEGER NOT NULL,
        row INTEGER NOT NULL,
        "column" TEXT NOT NULL,
        before TEXT NOT NULL,
        before_kind TEXT,
        after TEXT NOT NULL,
        after_kind TEXT,
        PRIMARY KEY (session, step, number),
        FOREIGN KEY (session, step) REFERENCES step ON DELETE CASCADE
    ) WITHOUT ROWID""",
    "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

_VERSION_2 = (
    """CREATE TABLE profile (
        name TEXT PRIMARY KEY,
        settings TEXT NOT NULL,
        changed TEXT NOT NULL
    ) WITHOUT ROWID""",
)

_VERSION_3 = (
    """CREATE TABLE lookup (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        changed TEXT NOT NULL,
        text TEXT NOT NULL,
        files TEXT NOT NULL,
        messages INTEGER NOT NULL,
        kinds INTEGER NOT NULL
    )""",
)

_VERSION_4 = (
    """CREATE TABLE row_edit (
        session INTEGER NOT NULL,
        step INTEGER NOT NULL,
        number INTEGER NOT NULL,
        row INTEGER NOT NULL,
        came INTEGER NOT NULL,
        texts TEXT NOT NULL,
        kinds TEXT NOT NULL,
        PRIMARY KEY (session, step, number),
        FOREIGN KEY (session, step) REFERENCES step ON DELETE CASCADE
    ) WITHOUT ROWID""",
    """CREATE TABLE leave (
        session INTEGER NOT NULL,
        step INTEGER NOT NULL,
        number INTEGER NOT NULL,
        code TEXT NOT NULL,
        row INTEGER,
        "column" TEXT,
        value TEXT NOT NULL,
        before TEXT,
        after TEXT,
        PRIMARY KEY (session, step, number),
        FOREIGN KEY (session, step) REFERENCES step ON DELETE CASCADE
    ) WITHOUT ROWID""",
    """CREATE TABLE anchor (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        row INTEGER NOT NULL,
        texts TEXT NOT NULL,
        PRIMARY KEY (session, row)
    ) WITHOUT ROWID""",
    "ALTER TABLE session ADD COLUMN anchored_header INTEGER",
    "ALTER TABLE session ADD COLUMN shape TEXT",
    "ALTER TABLE session ADD COLUMN journey TEXT",
    "ALTER TABLE session ADD COLUMN shop TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE decision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        shop TEXT NOT NULL,
        "column" TEXT NOT NULL,
        attribute TEXT NOT NULL,
        vtex_value TEXT NOT NULL,
        said TEXT NOT NULL,
        chosen TEXT NOT NULL,
        changed TEXT NOT NULL,
        UNIQUE (shop, "column", attribute, vtex_value, said)
    )""",
)

_VERSION_5 = ("ALTER TABLE session ADD COLUMN trade_policy TEXT NOT NULL DEFAULT ''",)

_VERSION_6 = (
    "ALTER TABLE session ADD COLUMN options TEXT",
    """CREATE TABLE shop_options (
        shop TEXT PRIMARY KEY,
        options TEXT NOT NULL,
        changed TEXT NOT NULL
    ) WITHOUT ROWID""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _VERSION_1,
    _VERSION_2,
    _VERSION_3,
    _VERSION_4,
    _VERSION_5,
    _VERSION_6,
)
"""The statements that lead from version n to n + 1, at index n. Released ones never change."""


_BUSY_TIMEOUT = 10.0
"""Seconds to wait for another process that is just writing: 100,000 changed cells take it 1.7 s."""

_ENVIRONMENT_ERRORS = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

Migrations = tuple[tuple[str, ...], ...]


class _DamagedError(Exception):
    """The file is no database, or not a sound one."""


def open_database(path: Path, migrations: Migrations = MIGRATIONS) -> tuple[sqlite3.Connection, Path | None]:
    """Return a connection to the database at `path`, made or brought up to date if need be.

    The second value is where a damaged database was put aside, None where there was none. Raises
    InputError: `session-newer` (nothing was changed), `file-not-writable`.
    """
    with _as_input_error(path), _locked(path):
        try:
            return _open_sound(path, migrations), None
        except _DamagedError:
            aside = _move_aside(path)
            return _open_sound(path, migrations), aside


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Make the statements inside all or none; committed and safe on disk when it ends without an error.

    Inside another one it is a part of that. Raises InputError `file-not-writable` where the disk is full,
    read-only or held by another program.
    """
    if connection.in_transaction:
        yield
        return
    with _as_input_error(path), _all_or_none(connection):
        yield


def wipe(connection: sqlite3.Connection, path: Path) -> None:
    """Let nothing remain of what was deleted, neither in the log nor in the safety copies."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for copy in safety_copies(path):
        with suppress(FileNotFoundError):
            copy.unlink()


def now() -> str:
    """Return this moment as the database keeps it: UTC, in ISO form, so that texts sort as times."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def safety_copies(path: Path) -> list[Path]:
    """Return the copies of the database that were kept for safety: before a migration, and damaged ones."""
    return [*path.parent.glob(f"{path.stem}.before-*"), *path.parent.glob(f"{path.stem}.damaged-*")]


@contextmanager
def _as_input_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError("file-not-writable", file=path.name) from error
    except sqlite3.OperationalError as error:
        if _primary(error) in _ENVIRONMENT_ERRORS:
            raise InputError("file-not-writable", file=path.name) from error
        raise


def _primary(error: sqlite3.Error) -> int:
    """Return SQLite's error code without what narrows it down; 0 where Python raised the error itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep other processes from opening, migrating or putting aside at the same time.

    The lock is SQLite's own, on an empty file: it works alike on every system and dies with its holder.
    """
    lock_file = path.with_suffix(".lock")
    with closing(sqlite3.connect(lock_file, timeout=_BUSY_TIMEOUT, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _open_sound(path: Path, migrations: Migrations) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT, isolation_level=None)
    try:
        _refuse_newer(connection, path, len(migrations))
        _refuse_damaged(connection)
        _configure(connection)
        _migrate(connection, path, migrations)
        connection.execute("PRAGMA foreign_keys = ON")  # not before: a migration may rebuild a table
    except sqlite3.DatabaseError as error:
        connection.close()
        if _primary(error) in _DAMAGED:
            raise _DamagedError from error
        raise
    except (InputError, _DamagedError):
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _refuse_newer(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    if _version(connection) > newest:
        raise InputError("session-newer", file=path.name)


def _refuse_damaged(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise _DamagedError


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a loss of power
    connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten


def _migrate(connection: sqlite3.Connection, path: Path, migrations: Migrations) -> None:
    version = _version(connection)
    if 0 < version < len(migrations):
        _back_up(connection, path.with_name(f"{path.stem}.before-{len(migrations)}{path.suffix}"))
    for number, statements in enumerate(migrations[version:], version + 1):
        with _all_or_none(connection):
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def _back_up(connection: sqlite3.Connection, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as target:
        connection.backup(target)


@contextmanager
def _all_or_none(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite may have rolled back by itself
            connection.execute("ROLLBACK")
        raise


def _move_aside(path: Path) -> Path:
    """Move a damaged database and what belongs to it away, and return its new place."""
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    aside = path.with_name(f"{path.stem}.damaged-{now}{path.suffix}")
    path.replace(aside)
    for part in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{path}{part}").replace(f"{aside}{part}")
    return aside
