"""The database of saved work: opened for several processes, old ones brought up, damaged ones put aside.

Its tables stand here as the small steps that led to them. `session.finished` is no longer used.

A lease is what only one process at a time may hold: the opening of the database, the window, each session. It
is a lock that the system keeps on one byte of a file: what the file holds does not matter, and the lock dies
with its process, so that there is never a stale one.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from listo.core import paths
from listo.core.errors import InputError
from listo.core.paths import keep_private, private_opener

WINDOW = 0
"""The lease of the window; a session is leased by its number, which begins at 1."""

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""How systems say that another process holds a byte (POSIX leaves the choice; EDEADLK is Windows')."""

_BETWEEN_TRIES = 0.02
"""Seconds between two tries for a lease: nobody feels it, and fifty tries a second cost nothing."""


class Leases:
    """The leases that this process holds on a file; another object for the same file would lose them."""

    def __init__(self, path: Path) -> None:
        """Use that file, made if need be; where it cannot be, there is nobody to share with either."""
        self._file = _opened(path)
        self._held: set[int] = set()

    def take(self, number: int) -> bool:
        """Return whether this process holds that lease from now on, or held it before."""
        if number not in self._held and not _lock(self._file, number):
            return False
        self._held.add(number)
        return True

    def give_back(self, number: int) -> None:
        """Let another process have that lease."""
        if number in self._held:
            self._held.discard(number)
            _unlock(self._file, number)

    def give_back_others(self, number: int | None) -> None:
        """Let other processes have all leases but that one."""
        for other in self._held - {number}:
            self.give_back(other)

    def close(self) -> None:
        """Give back all."""
        if self._file is not None:
            os.close(self._file)
        self._file = None
        self._held.clear()


@contextmanager
def leased(path: Path, patience: float) -> Iterator[None]:
    """Keep other processes out. Raises TimeoutError where one is in for longer than `patience` seconds."""
    leases, end = Leases(path), time.monotonic() + patience
    try:
        while not leases.take(WINDOW):
            if time.monotonic() > end:
                raise TimeoutError(errno.ETIMEDOUT, "held by another process", path.name)
            time.sleep(_BETWEEN_TRIES)
        yield
    finally:
        leases.close()


def _opened(path: Path) -> int | None:
    with suppress(OSError):  # read-only, full, or something that is no file
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int | None, number: int) -> bool:
        if file is None:
            return True
        os.lseek(file, number, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno not in _TAKEN
        return True

    def _unlock(file: int | None, number: int) -> None:
        if file is not None:
            os.lseek(file, number, os.SEEK_SET)
            with suppress(OSError):
                msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: int | None, number: int) -> bool:
        """Return whether the byte is ours now; also where the file's system knows no locks."""
        if file is None:
            return True
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, number)
        except OSError as error:
            return error.errno not in _TAKEN
        return True

    def _unlock(file: int | None, number: int) -> None:
        if file is not None:
            with suppress(OSError):
                fcntl.lockf(file, fcntl.LOCK_UN, 1, number)


FILE_NAME = "listo.sqlite3"
"""Of the database of saved work, in the person's data folder."""

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

_VERSION_7 = (
    """CREATE TABLE edit_block (
        session INTEGER NOT NULL,
        step INTEGER NOT NULL,
        part TEXT NOT NULL,
        number INTEGER NOT NULL,
        edits TEXT NOT NULL,
        PRIMARY KEY (session, step, part, number),
        FOREIGN KEY (session, step) REFERENCES step ON DELETE CASCADE
    )""",
    """CREATE TABLE anchor_block (
        id INTEGER PRIMARY KEY,
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        first INTEGER NOT NULL,
        anchors TEXT NOT NULL
    )""",
    "CREATE INDEX anchor_block_by_first ON anchor_block (session, first)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _VERSION_1,
    _VERSION_2,
    _VERSION_3,
    _VERSION_4,
    _VERSION_5,
    _VERSION_6,
    _VERSION_7,
)
"""The statements that lead from version n to n + 1, at index n. Released ones never change."""


_BUSY_TIMEOUT = 10.0
"""Seconds to wait for another process that is just writing: 100,000 changed cells take it 0.2 s."""

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

T = TypeVar("T")


_KEPT_BACKUPS = 3
"""Days of backups: a damage that is seen on Monday may be of Friday."""

MEMORY = Path(":memory:")
"""In place of a file, where there is none that could be written: what is kept is gone with its process."""


class _DamagedError(Exception):
    """The file is no database, or not a sound one, or not one of ours."""


def open_database(path: Path, migrations: Migrations = MIGRATIONS) -> tuple[sqlite3.Connection, Path | None]:
    """Return a connection to the database at `path`, made or brought up to date if need be.

    The second value is where a database was put aside that is damaged or no version of ours, None where there
    was none. Raises InputError: `session-newer` (nothing was changed), `file-not-writable`.
    """
    if path == MEMORY:
        return _open_sound(path, migrations), None
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


def query(
    connection: sqlite3.Connection, path: Path, statement: str, values: tuple[object, ...] = ()
) -> list[tuple[Any, ...]]:
    """Return the rows of a SELECT. Raises InputError `file-not-writable`, `store-damaged`."""
    with _as_input_error(path):
        return connection.execute(statement, values).fetchall()


def whole(rows: Iterable[tuple[Any, ...]], make: Callable[..., T]) -> Iterator[T]:
    """Yield what `make` makes of each row, but for rows that damage has left without sense."""
    for row in rows:
        with suppress(TypeError, ValueError, KeyError, AttributeError):
            yield make(*row)


def expect(kind: type, *values: object) -> None:
    """Raise TypeError where a value is not of that kind: SQLite keeps anything in any column."""
    if not all(isinstance(value, kind) for value in values):
        raise TypeError(kind)


class Database:
    """A connection to the database of saved work, with the state of the window. Several may each have one.

    What a method has written when it returns is on disk. Every method raises InputError `file-not-writable`
    where the disk refuses.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the database at `path`, else in the person's data folder; see `open_database`."""
        self.path = path or _default_path()
        self._db, self.damaged = open_database(self.path)
        """`damaged` is where an unreadable database was put aside on opening, else None."""

    def close(self) -> None:
        """Close the connection; it is of no use afterwards."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with transaction(self._db, self.path):
            yield self._db

    @property
    def leases(self) -> Path:
        """The file on which the window and the sessions are leased; see `Leases`."""
        return self.path.with_suffix(".leases")

    def backups(self) -> list[Path]:
        """Return the daily copies, the latest first."""
        return backups(self.path)

    def restore(self, backup: Path) -> None:
        """Put what a daily copy holds in the place of everything; see the function of that name."""
        restore(self._db, self.path, backup)

    def has_profiles(self) -> bool:
        """Return whether the settings of any store are kept."""
        return bool(query(self._db, self.path, "SELECT 1 FROM profile LIMIT 1"))

    def get_state(self, key: str, default: Any = None) -> Any:
        """Return the value kept under that key, else `default`."""
        rows = query(self._db, self.path, "SELECT value FROM state WHERE key = ?", (key,))
        return next(whole(rows, json.loads), default)

    def set_state(self, key: str, value: Any) -> None:
        """Keep a value (whatever JSON can hold) under that key; None deletes it."""
        with self._writing() as db:
            if value is None:
                db.execute("DELETE FROM state WHERE key = ?", (key,))
            else:
                db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, json.dumps(value)))


def _default_path() -> Path:
    try:
        return paths.data_folder() / FILE_NAME
    except OSError as error:
        raise InputError("file-not-writable", file=FILE_NAME) from error


def wipe(connection: sqlite3.Connection, path: Path, *, everything: bool = False) -> None:
    """Let nothing remain of what was deleted: in the log, copies, and after `everything` in free pages.

    Raises InputError `file-not-writable` where the disk refuses, or another process still reads in the log.
    """
    with _as_input_error(path):
        for copy in safety_copies(path):
            for part in (copy, Path(f"{copy}-wal"), Path(f"{copy}-shm")):
                part.unlink(missing_ok=True)
        if everything:
            connection.execute("VACUUM")
        (is_held, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_held:  # SQLite says so in a row alone, once it has waited
            raise InputError("file-not-writable", file=path.name)


def back_up(connection: sqlite3.Connection, path: Path, today: date) -> None:
    """Keep a copy of today beside the database, unless there is one; the last three stay.

    Raises InputError `file-not-writable`.
    """
    copy = path.with_name(f"{path.stem}.backup-{today.isoformat()}{path.suffix}")
    if path == MEMORY or copy.exists():
        return
    with _as_input_error(path):
        _copy_to(connection, copy)
        for old in backups(path)[_KEPT_BACKUPS:]:
            old.unlink(missing_ok=True)


def backups(path: Path) -> list[Path]:
    """Return the daily copies of a database, the latest first."""
    return sorted(path.parent.glob(f"{path.stem}.backup-*{path.suffix}"), reverse=True)


def restore(
    connection: sqlite3.Connection, path: Path, backup: Path, migrations: Migrations = MIGRATIONS
) -> None:
    """Put what a backup holds in the place of all that is in the database.

    Raises InputError: `session-newer`, `file-not-writable`, `store-damaged` where the backup is not sound.
    """
    with _as_input_error(path), closing(sqlite3.connect(backup)) as source:
        try:
            _refuse_newer(source, backup, len(migrations))
            _refuse_damaged(source)
            _refuse_foreign(source, migrations)
        except (_DamagedError, sqlite3.DatabaseError) as error:
            raise InputError("store-damaged", file=backup.name) from error
        source.backup(connection)
        _migrate(connection, path, migrations)


def copy_readable(path: Path, folder: Path) -> None:
    """Copy a database that cannot be written, with its log, into another folder, as far as it can be read."""
    for name in (path.name, f"{path.name}-wal"):
        with suppress(OSError):
            shutil.copyfile(path.with_name(name), folder / name)
            keep_private(folder / name)


def now() -> str:
    """Return this moment as the database keeps it: UTC, in ISO form, so that texts sort as times."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def safety_copies(path: Path) -> list[Path]:
    """Return the copies that were kept for safety: before a migration, damaged ones, and daily ones."""
    kinds = ("before", "damaged", "backup")
    return [copy for kind in kinds for copy in path.parent.glob(f"{path.stem}.{kind}-*")]


@contextmanager
def _as_input_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError("file-not-writable", file=path.name) from error
    except sqlite3.DatabaseError as error:
        if _primary(error) in _ENVIRONMENT_ERRORS:
            raise InputError("file-not-writable", file=path.name) from error
        if _primary(error) in _DAMAGED:
            raise InputError("store-damaged", file=path.name) from error
        raise


def _primary(error: sqlite3.Error) -> int:
    """Return SQLite's error code without what narrows it down; 0 where Python raised the error itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep other processes from opening, migrating or putting aside at the same time."""
    with leased(path.with_suffix(".lock"), _BUSY_TIMEOUT):
        yield


def _open_sound(path: Path, migrations: Migrations) -> sqlite3.Connection:
    _make_private(path)
    connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT, isolation_level=None)
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")  # damage is no reason to raise
    try:
        _refuse_unsound(connection, path, migrations)
        _configure(connection)
        _migrate(connection, path, migrations)
        connection.execute("PRAGMA foreign_keys = ON")  # not before: a migration may rebuild a table
        with _all_or_none(connection):  # raises where the file can be read and not written
            pass
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.DatabaseError) and _primary(error) in _DAMAGED:
            raise _DamagedError from error
        raise
    return connection


def _make_private(path: Path) -> None:
    """Make the file so that only the person can read it; what SQLite lays beside it is then like it.

    One that is there is not opened: to close it would take the locks from the other connections of this
    process, and another process would then delete the log that they write to. Source: SQLite, "How To Corrupt
    An SQLite Database File", 2.2.
    """
    if path != MEMORY:
        with suppress(OSError):  # it is there; else SQLite says what is wrong
            os.close(private_opener(str(path), os.O_RDWR | os.O_CREAT | os.O_EXCL))
        for file in path.parent.glob(f"{path.stem}.*"):
            keep_private(file)


def _refuse_unsound(connection: sqlite3.Connection, path: Path, migrations: Migrations) -> None:
    """Raise _DamagedError for what is no sound database of ours, InputError for one of a newer version."""
    try:
        _refuse_newer(connection, path, len(migrations))
        _refuse_damaged(connection)
        _refuse_foreign(connection, migrations)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # the latter: of a damaged name
        if isinstance(error, sqlite3.Error) and _primary(error) in _ENVIRONMENT_ERRORS:
            raise
        raise _DamagedError from error


def _refuse_foreign(connection: sqlite3.Connection, migrations: Migrations) -> None:
    """Raise _DamagedError where the tables are not just those of the version that the file says it is."""
    version = _version(connection)
    if version < 0:
        raise _DamagedError
    with closing(sqlite3.connect(MEMORY)) as ours:
        for statement in (each for statements in migrations[:version] for each in statements):
            ours.execute(statement)
        if _shape(connection) != _shape(ours):
            raise _DamagedError


def _shape(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """Return what a database consists of: the columns of each table; triggers and views have none."""
    things = connection.execute(
        "SELECT name FROM sqlite_master WHERE type <> 'index' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    columns = "SELECT name FROM pragma_table_info(?)"
    return {name: frozenset(row[0] for row in connection.execute(columns, (name,))) for (name,) in things}


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
        _copy_to(connection, path.with_name(f"{path.stem}.before-{len(migrations)}{path.suffix}"))
    if version == len(migrations):
        return
    with _all_or_none(connection):  # one for all: a new database has them all, and each waits for the disk
        for statements in migrations[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _copy_to(connection: sqlite3.Connection, copy: Path) -> None:
    """Copy a database as a whole or not at all."""
    draft = copy.with_suffix(".part")
    draft.unlink(missing_ok=True)
    _make_private(draft)
    with closing(sqlite3.connect(draft)) as target:
        connection.backup(target)
    draft.replace(copy)


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
    keep_private(aside)
    return aside
