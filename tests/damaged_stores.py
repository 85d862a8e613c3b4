"""Databases of saved work damaged in every way: none may end the program, and each opens in the end.

    python tests/damaged_stores.py [--stores 1000] [--seed 1]

Bytes are flipped, pages exchanged and cut off, rows given values of other kinds, tables and columns dropped,
versions mistaken. Then everything is asked and written that the window and the worker ask and write; the only
error that may come is an InputError.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable
from contextlib import closing, suppress
from itertools import chain
from pathlib import Path

from listo.core.edits.history import CellEdit, FindingKey, History, IgnoreEdit, RowEdit, UndoStep
from listo.core.edits.rebase import RowFingerprints
from listo.core.errors import InputError
from listo.core.mapping.sheet import COLUMNS
from listo.core.settings.types import Settings
from listo.core.skus.options import Options
from listo.core.storage.database import FILE_NAME
from listo.core.storage.store import Store
from listo.core.storage.tables import Lookups, Profiles
from listo.core.storage.types import ChosenLayout, Decision, FileMark, SessionProgress, SessionSubject
from listo.core.wizard_state import WizardState

STEP = UndoStep(
    (CellEdit(2, "Type", "variation", "Variation"),),
    (RowEdit(3, False, ("x",) * len(COLUMNS), {}),),
    (IgnoreEdit(FindingKey("type-case", 4, "Type", "variation"), None, "later"),),
)
MANY = UndoStep(tuple(CellEdit(row, "Type", "variation", "Variation") for row in range(2, 1200)))
"""A step that is kept in blocks, not edit by edit."""

NONE = SessionProgress(0, 0)
VALUES = (None, -1, 2**62, 0.5, "", "{", "[]", "[1]", '{"a": 1}', "null", "ção", b"\xff\x00", "x" * 5000)


def make(path: Path) -> None:
    """Make a database with something of everything."""
    with (
        closing(Store(path)) as store,
        closing(Lookups(path)) as lookups,
        closing(Profiles(path)) as profiles,
    ):
        for number in range(4):
            subject = SessionSubject("mapping", Path(f"/{number}.xlsx"), FileMark(1, 1), "S", 1)
            one, many = (dict.fromkeys(rows, ("x",) * 7) for rows in ([2], range(3, 1200)))
            history = History((STEP, MANY, STEP), 2)
            session = store.create(subject, [Path("a.xlsm")], NONE, history, RowFingerprints(one, 1))
            store.set_wizard_state(session, WizardState().to_json())
            store.set_layout(session, ChosenLayout("S", 1, {"Type": 0}, ("Type",)))
            store.set_options(session, Options("2", "sent"), NONE)
            store.record(session, 2, MANY, NONE, RowFingerprints(many, 1))
            lookups.keep(None, f"SEM GTIN {number}", [Path("b.csv")], 2, 1)
            profiles.save(f"Loja {number}", Settings(seller_id="A3", marketplace="BR"))
            store.decisions.keep([Decision("Loja 1", "AmazonValue", "color", "Preto", str(number), "Black")])
        store.decisions.keep_options("Loja 1", Options("2"))
        store.set_state("geometry", "x" * 99)
        store.back_up()


def damage(path: Path, chance: random.Random) -> str:
    """Damage a database, and say how."""
    way = chance.choice(("bytes", "bytes", "pages", "cut", "values", "values", "shape", "log", "rows"))
    if way in ("bytes", "pages", "cut"):
        path.write_bytes(_damaged(bytearray(path.read_bytes()), way, chance))
    elif way == "log":
        Path(f"{path}-wal").write_bytes(chance.randbytes(chance.choice((0, 31, 5000))))
    else:
        with closing(sqlite3.connect(path)) as db, suppress(sqlite3.Error):
            for _ in range(chance.randrange(1, 6)):
                db.execute(*_statement(db, way, chance))
            db.commit()
    return way


def _damaged(data: bytearray, way: str, chance: random.Random) -> bytes:
    if way == "cut":
        return bytes(data[: chance.randrange(len(data))])
    for _ in range(chance.choice((1, 3, 60))):
        if way == "bytes":
            data[chance.randrange(len(data))] = chance.randrange(256)
        else:
            one, other = (4096 * chance.randrange(len(data) // 4096) for _ in range(2))
            data[one : one + 4096] = data[other : other + 4096]
    return bytes(data)


def _statement(db: sqlite3.Connection, way: str, chance: random.Random) -> tuple[str, tuple[object, ...]]:
    names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    table = chance.choice([name for (name,) in names])
    column = chance.choice([row[1] for row in db.execute(f"PRAGMA table_info({table})")])
    if way == "values":
        some = f"WHERE abs(random()) % 3 < {chance.randrange(1, 4)}"
        return f'UPDATE OR IGNORE {table} SET "{column}" = ? {some}', (chance.choice(VALUES),)
    if way == "rows":
        return f"DELETE FROM {table} WHERE abs(random()) % 3 < ?", (chance.randrange(1, 3),)
    statements = (
        f'ALTER TABLE {table} DROP COLUMN "{column}"',
        f"DROP TABLE {table}",
        f"ALTER TABLE {table} ADD COLUMN odd TEXT",
        f"PRAGMA user_version = {chance.choice((-1, 0, 1, 3, 5, 99, 2**31 - 1))}",
        "PRAGMA application_id = 77",
    )
    return chance.choice(statements), ()


def use(path: Path) -> Counter[str]:
    """Do all that the window and the worker do with a store, and count the InputErrors by their code."""
    refused: Counter[str] = Counter()
    try:
        store = Store(path)
    except InputError as error:
        return Counter({error.code: 1})
    with closing(store):
        for ask in chain(_asked(store), _asked_of_others(path)):
            try:
                ask()
            except InputError as error:
                refused[error.code] += 1
    return refused


def _asked(store: Store) -> Iterable[object]:
    yield store.recent
    with suppress(InputError):
        for line in store.recent():
            yield lambda session=line.session: _go_on(store, session)
    yield lambda: store.get_state("geometry")
    yield lambda: store.decisions.of()
    yield lambda: store.decisions.options("Loja 1")
    yield lambda: store.countries("Loja 1")
    yield lambda: store.set_state("tab", "lookup")
    yield lambda: store.decisions.keep([Decision("S", "Type", "", "", "a", "b")])
    yield store.back_up


def _go_on(store: Store, session: int) -> None:
    stored = store.load(session)
    WizardState.from_json(stored.wizard_state)
    if stored.lost_steps:
        store.set_history(session, stored.history, NONE, stored.fingerprints)
    store.record(session, stored.history.position, STEP, NONE)
    assert store.load(session).history.position == stored.history.position + 1


def _asked_of_others(path: Path) -> Iterable[object]:
    with suppress(InputError), closing(Lookups(path)) as lookups, closing(Profiles(path)) as profiles:
        yield lookups.recent
        yield lambda: lookups.keep(None, "SEM EAN", (), 1, 1)
        yield profiles.all
        yield lambda: profiles.save("Loja", Settings())
        yield lambda: lookups.forget(None)


def main(stores: int, seed: int) -> None:
    """Damage so many databases, use each, and say what came of it."""
    chance, refused, ways = random.Random(seed), Counter[str](), Counter[str]()
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # a disk would be waited for, and not tested
    folder = Path(tempfile.mkdtemp(prefix="listo-damaged-", dir=memory))
    (folder / "sound").mkdir()
    make(folder / "sound" / FILE_NAME)
    for _ in range(stores):
        place = Path(shutil.copytree(folder / "sound", folder / "one"))
        ways[damage(place / FILE_NAME, chance)] += 1
        refused += use(place / FILE_NAME)
        use(place / FILE_NAME)
        shutil.rmtree(place)
    shutil.rmtree(folder)
    print(f"{stores} databases damaged, {dict(ways)}; refused in a sentence: {dict(refused)}; nothing else")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Damage databases of saved work, and use them.")
    parser.add_argument("--stores", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    main(**vars(parser.parse_args()))
