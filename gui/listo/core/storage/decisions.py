"""What a person chose once, kept for the next sheet of the same shop."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from listo.core.errors import InputError
from listo.core.skus.options import Options
from listo.core.storage.database import expect, now, query, transaction, whole, wipe
from listo.core.storage.types import Decision

_KEY = 'shop, "column", attribute, vtex_value, said'
_SAME = 'shop = ? AND "column" = ? AND attribute = ? AND vtex_value = ? AND said = ?'


class Decisions:
    """The decisions in the database of saved work, and what was said of each shop's integration.

    What a method has written when it returns is on disk. Every method raises InputError
    `file-not-writable` where the disk refuses.
    """

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        """Use an open database; `path` is where it is."""
        self._db, self._path = db, path

    def of(self, shop: str | None = None) -> tuple[Decision, ...]:
        """Return the decisions for one shop, of all shops where None; the latest first."""
        of_shop = ("", ()) if shop is None else (" WHERE shop = ?", (shop,))
        statement = f"SELECT {_KEY}, chosen, id, changed FROM decision{of_shop[0]}"
        rows = query(self._db, self._path, f"{statement} ORDER BY changed DESC, id DESC", of_shop[1])
        return tuple(whole(rows, _decision))

    def keep(self, decisions: Iterable[Decision]) -> None:
        """Keep decisions, each in place of an earlier one about the same."""
        moment = now()
        with self._writing() as db:
            db.executemany(
                f"INSERT INTO decision ({_KEY}, chosen, changed) VALUES (?, ?, ?, ?, ?, ?, ?)"
                f" ON CONFLICT ({_KEY}) DO UPDATE SET chosen = excluded.chosen, changed = excluded.changed",
                ((*_key(one), one.chosen, moment) for one in decisions),
            )

    def replaced_by(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Return what is kept about the same as these, which would take its place."""
        statement = f"SELECT {_KEY}, chosen, id, changed FROM decision WHERE {_SAME}"
        rows = (row for one in decisions for row in query(self._db, self._path, statement, _key(one)))
        return tuple(whole(rows, _decision))

    def undo(self, decisions: Iterable[Decision], earlier: Iterable[Decision]) -> None:
        """Take decisions back that are kept just as they are given, and keep what was there `earlier`."""
        gone = {_key(one): one.chosen for one in decisions}
        with self._writing() as db:
            dropped = {
                key
                for key, chosen in gone.items()
                if db.execute(f"DELETE FROM decision WHERE {_SAME} AND chosen = ?", (*key, chosen)).rowcount
            }
            db.executemany(
                f"INSERT INTO decision ({_KEY}, chosen, changed) VALUES (?, ?, ?, ?, ?, ?, ?)",
                ((*_key(one), one.chosen, one.changed) for one in earlier if _key(one) in dropped),
            )

    def edit(self, number: int, chosen: str) -> None:
        """Have another text chosen. Raises InputError `decision-not-found`."""
        with self._writing() as db:
            changed = db.execute(
                "UPDATE decision SET chosen = ?, changed = ? WHERE id = ?", (chosen, now(), number)
            )
            if changed.rowcount == 0:
                raise InputError("decision-not-found", file="")

    def forget(self, number: int | None) -> None:
        """Delete one decision for good, from the log and the safety copies too.

        Where None, all of them go, and what was said of each shop's integration.
        """
        with self._writing() as db:
            if number is None:
                db.execute("DELETE FROM decision")
                db.execute("DELETE FROM shop_options")
            else:
                db.execute("DELETE FROM decision WHERE id = ?", (number,))
        wipe(self._db, self._path, everything=number is None)

    def options(self, shop: str) -> Options:
        """Return what was said of a shop's integration; `covers` are as the keeper named the files."""
        statement = "SELECT options FROM shop_options WHERE shop = ?"
        rows = query(self._db, self._path, statement, (shop,))
        return next(whole(rows, lambda kept: Options.from_json(json.loads(kept))), Options())

    def keep_options(self, shop: str, options: Options) -> None:
        """Keep what was said of a shop's integration, in place of what was said before."""
        with self._writing() as db:
            if options:
                values = (shop, json.dumps(options.to_json()), now())
                db.execute("INSERT OR REPLACE INTO shop_options VALUES (?, ?, ?)", values)
            else:
                db.execute("DELETE FROM shop_options WHERE shop = ?", (shop,))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with transaction(self._db, self._path):
            yield self._db


def _decision(*row: Any) -> Decision:
    expect(str, *row[:6], row[7])
    expect(int, row[6])
    return Decision(*row)


def _key(one: Decision) -> tuple[str, ...]:
    return (one.shop, one.column, one.attribute, one.vtex_value, one.said)
