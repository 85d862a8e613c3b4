"""The steps of a session in the database: a line each, with its cells, rows and findings below it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from listo.core.edits import CellEdit, FindingKey, IgnoreEdit, RowEdit, Step
from listo.core.storage.database import now


def insert_step(db: sqlite3.Connection, session: int, number: int, step: Step) -> None:
    """Write a step under its number; to be called inside a transaction."""
    db.execute("INSERT INTO step VALUES (?, ?, ?)", (session, number, now()))
    place = (session, number)
    cells = (
        (*place, i, e.row, e.column, e.before, e.before_kind, e.after, e.after_kind)
        for i, e in enumerate(step.edits)
    )
    db.executemany("INSERT INTO cell_edit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", cells)
    rows = (
        (*place, i, e.row, e.came, json.dumps(e.texts), json.dumps(dict(e.kinds)))
        for i, e in enumerate(step.rows)
    )
    db.executemany("INSERT INTO row_edit VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    ignores = (
        (*place, i, *ignore.finding, ignore.before, ignore.after) for i, ignore in enumerate(step.ignores)
    )
    db.executemany("INSERT INTO leave VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ignores)


def steps_of(db: sqlite3.Connection, session: int) -> tuple[Step, ...]:
    """Return the steps of a session in their order."""
    numbers = db.execute("SELECT number FROM step WHERE session = ? ORDER BY number", (session,))
    cells = _by_step(db, "cell_edit", 'row, "column", before, after, before_kind, after_kind', session)
    rows = _by_step(db, "row_edit", "row, came, texts, kinds", session)
    ignores = _by_step(db, "leave", 'code, row, "column", value, before, after', session)
    return tuple(
        Step(
            tuple(CellEdit(*each) for each in cells.get(number, ())),
            tuple(_row_edit(*each) for each in rows.get(number, ())),
            tuple(IgnoreEdit(FindingKey(*each[:4]), *each[4:]) for each in ignores.get(number, ())),
        )
        for (number,) in numbers.fetchall()
    )


def _by_step(
    db: sqlite3.Connection, table: str, columns: str, session: int
) -> dict[int, list[tuple[Any, ...]]]:
    query = f"SELECT step, {columns} FROM {table} WHERE session = ? ORDER BY step, number"
    rows: Iterator[tuple[Any, ...]] = db.execute(query, (session,))
    return {step: [row[1:] for row in of_step] for step, of_step in groupby(rows, key=lambda row: row[0])}


def _row_edit(row: int, came: int, texts: str, kinds: str) -> RowEdit:
    return RowEdit(row, bool(came), tuple(json.loads(texts)), json.loads(kinds))
