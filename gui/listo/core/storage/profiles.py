"""The settings of several stores, each a profile under its own name. No secret is ever written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from listo.core import paths
from listo.core.errors import InputError
from listo.core.settings.files import document_of, settings_of
from listo.core.settings.tokens import looks_secret
from listo.core.settings.types import Settings
from listo.core.storage.database import expect, now, open_database, query, transaction, whole, wipe
from listo.core.storage.store import FILE_NAME


@dataclass(frozen=True, slots=True)
class Profile:
    """One store: its name, its settings, and when they were last changed (UTC in ISO form)."""

    name: str
    settings: Settings
    changed: str


class Profiles:
    """A connection to the profiles in the database of saved work. Several processes may each have one.

    What a method has written when it returns is on disk. Every method raises InputError
    `file-not-writable` where the disk refuses, and those that take a name `profile-not-found`.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the database at `path`, else in the person's data folder; see `open_database`."""
        self._path = path or paths.data_folder() / FILE_NAME
        self._db, self.damaged = open_database(self._path)
        """`damaged` is where an unreadable database was put aside on opening, else None."""

    def close(self) -> None:
        """Close the connection; the profiles are of no use afterwards."""
        self._db.close()

    def all(self) -> tuple[Profile, ...]:
        """Return every profile, the last changed first."""
        statement = "SELECT name, settings, changed FROM profile ORDER BY changed DESC, name"
        return tuple(whole(query(self._db, self._path, statement), _profile))

    def load(self, name: str) -> Profile:
        """Return one profile."""
        statement = "SELECT name, settings, changed FROM profile WHERE name = ?"
        found = next(whole(query(self._db, self._path, statement, (name,)), _profile), None)
        if found is None:
            raise InputError("profile-not-found", file="", name=name)
        return found

    def save(self, name: str, settings: Settings) -> None:
        """Keep the settings under a name, in place of what was there.

        Raises InputError `secret-refused`, and writes nothing, where a value or the name looks like a
        token, password or key.
        """
        _refuse_secret_name(name)
        kept = json.dumps(document_of(settings), ensure_ascii=False)
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO profile VALUES (?, ?, ?)", (name, kept, now()))

    def rename(self, name: str, new_name: str) -> None:
        """Give a profile another name; raises InputError `profile-exists` where that one is taken."""
        _refuse_secret_name(new_name)
        try:
            with self._writing() as db:
                changed = db.execute("UPDATE profile SET name = ? WHERE name = ?", (new_name, name))
        except sqlite3.IntegrityError as error:
            raise InputError("profile-exists", file="", name=new_name) from error
        if changed.rowcount == 0:
            raise InputError("profile-not-found", file="", name=name)

    def forget(self, name: str | None) -> None:
        """Delete one profile, or all where None, for good: from the log and the safety copies too."""
        with self._writing() as db:
            if name is None:
                db.execute("DELETE FROM profile")
            else:
                db.execute("DELETE FROM profile WHERE name = ?", (name,))
        wipe(self._db, self._path, everything=name is None)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with transaction(self._db, self._path):
            yield self._db


def _refuse_secret_name(name: str) -> None:
    if looks_secret(name):
        raise InputError("secret-refused", file="", field="name")


def _profile(name: Any, kept: Any, changed: Any) -> Profile:
    expect(str, name, changed)
    return Profile(name, settings_of(json.loads(kept)).settings, changed)
