"""Damaged stores open or say why not, three days have a copy, and what is kept is the person's alone."""

from __future__ import annotations

import logging
import os
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import damaged_stores
from listo.core import paths
from listo.core.errors import InputError
from listo.core.settings.tokens import looks_secret
from listo.core.settings.types import Settings
from listo.core.storage import database
from listo.core.storage.store import Store
from listo.core.storage.tables import Lookups, Profiles
from listo.core.storage.types import Decision
from listo.core.worker.process import log_handler


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "listo.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    damaged_stores.make(path)
    with closing(Store(path)) as store:
        yield store


@pytest.mark.slow
def test_no_damage_ends_in_anything_but_a_sentence(tmp_path: Path) -> None:
    """`tests/damaged_stores.py` does it to a thousand."""
    (tmp_path / "sound").mkdir()
    damaged_stores.make(tmp_path / "sound" / "listo.sqlite3")
    chance = random.Random(5)
    for number in range(30):
        one = Path(shutil.copytree(tmp_path / "sound", tmp_path / str(number))) / "listo.sqlite3"
        damaged_stores.damage(one, chance)
        damaged_stores.use(one)


# ---------------------------------------------------------------- daily copies


def days(path: Path) -> list[str]:
    return [copy.name for copy in database.backups(path)]


def test_three_days_have_a_copy_and_each_day_one(path: Path, store: Store, monkeypatch) -> None:
    for copy in database.backups(path):
        copy.unlink()
    for day in (1, 1, 2, 3, 4):
        database.back_up(store._db, path, date(2026, 11, day))
    assert days(path) == [f"listo.backup-2026-11-0{day}.sqlite3" for day in (4, 3, 2)]
    assert not list(path.parent.glob("*.part*"))


def test_nothing_kept_makes_no_copy_that_could_push_out_a_good_one(path: Path) -> None:
    with closing(Store(path)) as store:
        store.set_state("tab", "lookup")
        store.back_up()
    assert days(path) == []


def test_a_copy_brings_everything_back_while_others_have_the_store_open(path: Path, store: Store) -> None:
    (backup,) = store.backups()
    shutil.copy(backup, path.parent / "mine")
    with closing(Lookups(path)) as lookups, closing(Profiles(path)) as profiles:
        store.forget(None)
        lookups.forget(None)
        profiles.forget(None)
        assert store.backups() == []
        store.restore(path.parent / "mine")
        assert len(store.recent()) == len(lookups.recent()) == len(profiles.all()) == 4
        profiles.save("Loja", Settings())
    (line, *_) = store.recent()
    assert store.load(line.session).history.position == 3


def test_a_copy_of_an_earlier_version_is_brought_up_to_date(path: Path, store: Store) -> None:
    old = path.parent / "old"
    with closing(sqlite3.connect(old)) as db:
        script = Path(__file__).parent / "data" / "version-1.sql"
        db.executescript(script.read_text(encoding="utf-8"))
    store.restore(old)
    assert store.get_state("language") == "pt"
    store.decisions.keep([Decision("S", "Type", "", "", "a", "b")])


@pytest.mark.parametrize(
    ("content", "code"), [(b"junk" * 999, "store-damaged"), (b"", "store-damaged"), (None, "session-newer")]
)
def test_a_copy_that_is_not_sound_changes_nothing(path: Path, store: Store, content, code: str) -> None:
    copy = path.parent / "copy"
    if content is None:
        with closing(sqlite3.connect(copy)) as db:
            db.execute("PRAGMA user_version = 999")
    else:
        copy.write_bytes(content)
    if content == b"":
        copy.write_bytes(store.backups()[0].read_bytes()[:9000])
    with pytest.raises(InputError, match=code):
        store.restore(copy)
    assert len(store.recent()) == 4


# ---------------------------------------------------------------- for the person alone


private = pytest.mark.skipif(sys.platform == "win32", reason="a profile of Windows is private by itself")


def modes(folder: Path) -> set[str]:
    return {oct(each.stat().st_mode & 0o777) for each in folder.rglob("*") if each.is_file()}


@private
def test_folders_and_files_are_the_persons_alone_those_already_there_too(tmp_path: Path, monkeypatch) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("LISTO_HOME", str(home))
    (home / "log").mkdir(parents=True, mode=0o755)
    before = os.umask(0o022)
    try:
        for old in ("listo.sqlite3", "listo.damaged-1.sqlite3", "log/listo.log"):
            (home / old).touch()
            (home / old).chmod(0o644)
        with closing(Store()) as store, closing(Profiles()) as profiles:
            profiles.save("Loja", Settings())
            store.back_up()
            with closing(log_handler("listo.log", 99)) as log:
                for number in range(9):
                    log.emit(logging.LogRecord("x", logging.INFO, "", 1, f"{number}" * 50, None, None))
            assert modes(home) == {"0o600"}
            assert {f.stat().st_mode & 0o777 for f in (home, home / "log")} == {0o700}
            assert {"listo.sqlite3-wal", "listo.log.1"} <= {each.name for each in home.rglob("*")}
    finally:
        os.umask(before)


@private
def test_a_folder_that_others_use_too_stays_theirs(tmp_path: Path, monkeypatch) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    monkeypatch.setenv("LISTO_HOME", str(shared))
    paths.data_folder()
    assert shared.stat().st_mode & 0o7777 == 0o1777


def in_files(path: Path, text: bytes) -> list[str]:
    return [file.name for file in path.parent.iterdir() if file.is_file() and text in file.read_bytes()]


def test_after_delete_all_nothing_is_left_in_files_free_pages_or_copies(path: Path, store: Store) -> None:
    secret = b"unmistakable"
    text = secret.decode()
    with closing(sqlite3.connect(path)) as db:  # as a version before secure_delete left it
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("INSERT INTO lookup VALUES (77, '2026', ?, '[]', 1, 1)", (text * 3000,))
        db.commit()
        db.execute("DELETE FROM lookup WHERE id = 77")
        db.commit()
    store.decisions.keep([Decision("S", "Type", "", "", text, text)])
    store.set_state("ticks", {f"map-value {text}": [1]})
    store.set_state("language", "pt")
    database.back_up(store._db, path, date(2026, 1, 1))
    assert in_files(path, secret)
    with closing(Lookups(path)) as lookups:
        lookups.forget(None)
        store.decisions.forget(None)
        store.forget(None)
    assert in_files(path, secret) == []
    assert (store.recent(), store.decisions.of(), store.get_state("ticks")) == ((), (), None)
    assert store.get_state("language") == "pt"


def test_what_another_process_still_reads_is_not_said_to_be_gone(path: Path, monkeypatch) -> None:
    secret = b"unmistakable"
    monkeypatch.setattr(database, "_BUSY_TIMEOUT", 0.0)
    with closing(Store(path)) as store, closing(sqlite3.connect(path)) as other:
        store.decisions.keep([Decision("S", "Type", "", "", secret.decode(), "x")])
        other.execute("BEGIN")
        other.execute("SELECT * FROM decision").fetchall()
        with pytest.raises(InputError, match="file-not-writable"):
            store.decisions.forget(None)
        other.execute("ROLLBACK")
        store.decisions.forget(None)
        assert in_files(path, secret) == []


def test_a_store_that_is_closed_leaves_no_log_beside_it(path: Path, store: Store) -> None:
    with closing(Store(path)) as other:
        store.set_state("ticks", {"a": [1]})
        other.set_state("ticks", {"b": [2]})
        store.close()
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(f"{path.name}-")] == []


@pytest.mark.parametrize(
    "line",
    [
        "password: hunter2",
        'senha = "segredo"',
        '{"user": "ana", "password":"x1"}',
        "contraseña: gato",
        "API key: 12345",
        "https://ana:gato@loja.example.com/x",
        "Authorization: Basic YW5hOmdhdG8=",
        "PWD=gato",
    ],
)
def test_a_line_that_looks_like_a_password_is_not_kept(path: Path, line: str) -> None:
    with closing(Lookups(path)) as lookups:
        lookups.keep(None, f"SEM GTIN\n{line}\nSEM EAN", (), 3, 1)
        assert [one.text for one in lookups.recent()] == ["SEM GTIN\nSEM EAN"]


@pytest.mark.parametrize(
    "line",
    [
        "Senha inválida",
        "Your password has expired",
        "Typing: error",
        "https://ana@loja.example.com:443/x",
        "Palavra-chave: azul",
        "12:30 @ loja",
    ],
)
def test_a_line_that_only_speaks_of_one_is(line: str) -> None:
    assert not looks_secret(line)


def raising(value: str) -> Callable[[], None]:
    def fail() -> None:
        try:
            {}[value]
        except KeyError as error:
            raise ValueError(f"cannot read {value}") from error

    return fail


def test_a_log_says_what_went_wrong_and_where_and_no_cell(listo_home: Path) -> None:
    log = logging.Logger("one")
    handler = log_handler("one.log", 9999)
    log.addHandler(handler)
    try:
        raising("-".join(["Azul", "da", "loja"]))()
    except ValueError:
        log.exception("the job %s failed", "apply")
    handler.close()
    said = (listo_home / "log" / "one.log").read_text(encoding="utf-8")
    assert "Azul-da" not in said
    assert said.count("builtins.") == 2
    assert "builtins.KeyError" in said
    assert f'{Path(__file__).name}", line' in said
    assert "the job apply failed" in said
