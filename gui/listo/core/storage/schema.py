"""The tables of the database, as the small steps that led to them.

`session.finished` is no longer used.
"""

from __future__ import annotations

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

MIGRATIONS: tuple[tuple[str, ...], ...] = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4, _VERSION_5)
"""The statements that lead from version n to n + 1, at index n. Released ones never change."""
