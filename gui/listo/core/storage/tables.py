"""The tables of saved work beside the sessions: messages looked up, settings of stores, what was decided."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listo.core import paths
from listo.core.errors import InputError
from listo.core.skus.options import Options
from listo.core.storage.database import FILE_NAME, expect, now, open_database, query, transaction, whole, wipe
from listo.core.storage.types import Decision
from listo.core.texts import fold_for_search

if TYPE_CHECKING:  # the first picture of the window waits for no rules of the settings
    from listo.core.settings.types import Settings

_LOOKUP = "id, changed, text, files, messages, kinds"
_KEY = 'shop, "column", attribute, vtex_value, said'
_SAME = 'shop = ? AND "column" = ? AND attribute = ? AND vtex_value = ? AND said = ?'


class _Table:
    """A table of an open database; `path` is where that is."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = db, path

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with transaction(self._db, self._path):
            yield self._db


class _Opened(_Table):
    """A table with a connection of its own."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the database at `path`, else in the person's data folder; see `open_database`."""
        path = path or paths.data_folder() / FILE_NAME
        db, self.damaged = open_database(path)
        """`damaged` is where an unreadable database was put aside on opening, else None."""
        super().__init__(db, path)

    def close(self) -> None:
        """Close the connection; the table is of no use afterwards."""
        self._db.close()


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


class Lookups(_Opened):
    """A connection to the lists in the database of saved work. Several processes may each have one.

    What a method has written when it returns is on disk. Every method raises InputError
    `file-not-writable` where the disk refuses.
    """

    def keep(self, number: int | None, text: str, files: Sequence[Path], messages: int, kinds: int) -> int:
        """Keep a list and return its number; a line that holds what looks like a token or key is left out.

        It takes the place of the one of that `number`, if it is still there, and of those that hold the same.
        """
        held = (_without_secrets(text), json.dumps([str(file) for file in files]))
        with self._writing() as db:
            db.execute("DELETE FROM lookup WHERE id = ? OR text = ? AND files = ?", (number, *held))
            values = (number, now(), *held, messages, kinds)
            made = db.execute(f"INSERT INTO lookup ({_LOOKUP}) VALUES (?, ?, ?, ?, ?, ?)", values)
        assert made.lastrowid is not None  # an INSERT of one row always tells
        return made.lastrowid

    def recent(self, text: str = "") -> tuple[Lookup, ...]:
        """Return the lists, the last looked at first, that hold every word of `text` in text or file names.

        Letters match without regard to case and accents.
        """
        words = fold_for_search(text).split()
        statement = f"SELECT {_LOOKUP} FROM lookup ORDER BY changed DESC, id DESC"
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


def _without_secrets(text: str) -> str:
    from listo.core.settings.tokens import looks_secret

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


@dataclass(frozen=True, slots=True)
class Profile:
    """One store: its name, its settings, and when they were last changed (UTC in ISO form)."""

    name: str
    settings: Settings
    changed: str


class Profiles(_Opened):
    """A connection to the profiles in the database of saved work. Several processes may each have one.

    What a method has written when it returns is on disk. Every method raises InputError
    `file-not-writable` where the disk refuses, and those that take a name `profile-not-found`.
    """

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
        from listo.core.settings.files import document_of

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


def _refuse_secret_name(name: str) -> None:
    from listo.core.settings.tokens import looks_secret

    if looks_secret(name):
        raise InputError("secret-refused", file="", field="name")


def _profile(name: Any, kept: Any, changed: Any) -> Profile:
    from listo.core.settings.files import settings_of

    expect(str, name, changed)
    return Profile(name, settings_of(json.loads(kept)).settings, changed)


class Decisions(_Table):
    """The decisions in the database of saved work, and what was said of each shop's integration.

    What a method has written when it returns is on disk. Every method raises InputError
    `file-not-writable` where the disk refuses.
    """

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


def _decision(*row: Any) -> Decision:
    expect(str, *row[:6], row[7])
    expect(int, row[6])
    return Decision(*row)


def _key(one: Decision) -> tuple[str, ...]:
    return (one.shop, one.column, one.attribute, one.vtex_value, one.said)
