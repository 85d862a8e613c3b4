"""The lists of messages that were looked up: pasted lines or files, so that they can be looked at again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from listo.core import paths
from listo.core.settings.tokens import looks_secret
from listo.core.storage.database import expect, now, open_database, query, transaction, whole, wipe
from listo.core.storage.store import FILE_NAME, fold_for_search

_COLUMNS = "id, changed, text, files, messages, kinds"


@dataclass(frozen=True, slots=True)
class Lookup:
    """One list: pasted text, or the files that it came from; how many messages of how many kinds it held.

    `changed` is UTC in ISO form.
    """

    number: int
    changed: str
    text: str
    files: tuple[Path, ...]
    messages: int
    kinds: int

    @property
    def name(self) -> str:
        """What to call it: the first file's name, else the first line."""
        return self.files[0].name if self.files else next(iter(self.text.splitlines()), "")


class Lookups:
    """A connection to the lists in the database of saved work. Several processes may each have one.

    What a method has written when it returns is on disk. Every method raises InputError
    `file-not-writable` where the disk refuses.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the database at `path`, else in the person's data folder; see `open_database`."""
        self._path = path or paths.data_folder() / FILE_NAME
        self._db, self.damaged = open_database(self._path)
        """`damaged` is where an unreadable database was put aside on opening, else None."""

    def close(self) -> None:
        """Close the connection; the lists are of no use afterwards."""
        self._db.close()

    def keep(self, number: int | None, text: str, files: Sequence[Path], messages: int, kinds: int) -> int:
        """Keep a list and return its number; a line that holds what looks like a token or key is left out.

        It takes the place of the one of that `number`, if it is still there, and of those that hold the same.
        """
        held = (_without_secrets(text), json.dumps([str(file) for file in files]))
        with self._writing() as db:
            db.execute("DELETE FROM lookup WHERE id = ? OR text = ? AND files = ?", (number, *held))
            values = (number, now(), *held, messages, kinds)
            made = db.execute(f"INSERT INTO lookup ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", values)
        assert made.lastrowid is not None  # an INSERT of one row always tells
        return made.lastrowid

    def recent(self, text: str = "") -> tuple[Lookup, ...]:
        """Return the lists, the last looked at first, that hold every word of `text` in text or file names.

        Letters match without regard to case and accents.
        """
        words = fold_for_search(text).split()
        statement = f"SELECT {_COLUMNS} FROM lookup ORDER BY changed DESC, id DESC"
        found = whole(query(self._db, self._path, statement), _lookup)
        return tuple(lookup for lookup in found if _holds(lookup, words))

    def forget(self, number: int | None) -> None:
        """Delete one list, or all where None, for good: from the log and the safety copies too."""
        with self._writing() as db:
            if number is None:
                db.execute("DELETE FROM lookup")
            else:
                db.execute("DELETE FROM lookup WHERE id = ?", (number,))
        wipe(self._db, self._path, everything=number is None)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with transaction(self._db, self._path):
            yield self._db


def _without_secrets(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not looks_secret(line))


def _lookup(number: Any, changed: Any, text: Any, files: Any, messages: Any, kinds: Any) -> Lookup:
    expect(str, changed, text)
    expect(int, number, messages, kinds)
    return Lookup(number, changed, text, tuple(map(Path, json.loads(files))), messages, kinds)


def _holds(lookup: Lookup, words: Sequence[str]) -> bool:
    if not words:
        return True
    searched = fold_for_search("\n".join([lookup.text, *map(str, lookup.files)]))
    return all(word in searched for word in words)
