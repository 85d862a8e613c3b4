"""Saved work: kept, found again, forgotten for good, and safe from crashes, damage and other versions."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.edits.history import CellEdit, FindingKey, History, IgnoreEdit, RowEdit, UndoStep
from listo.core.edits.rebase import RowFingerprints
from listo.core.errors import InputError
from listo.core.mapping.sheet import COLUMNS
from listo.core.skus.options import Options
from listo.core.storage import store as store_module
from listo.core.storage.database import MEMORY, MIGRATIONS, open_database
from listo.core.storage.store import Store
from listo.core.storage.types import ChosenLayout, Decision, FileMark, SessionProgress, SessionSubject

DATA = Path(__file__).parent / "data"
STEP = UndoStep(
    (CellEdit(2, "Type", "variation", "Variation"), CellEdit(3, "VTEXValue", "10/12", "10-12", "date"))
)
OTHER_STEP = UndoStep((CellEdit(4, "AmazonValue", "", "Blue", None, "error"),))

TEXTS = ("212", "", "Information", "Cor", "Color", "Azul", "Blue")
ROWS_AND_FINDINGS = UndoStep(
    (),
    (RowEdit(3, False, TEXTS, {"VTEXValue": "date"}), RowEdit(9, True, TEXTS)),
    (IgnoreEdit(FindingKey("type-case", 4, "Type", "variation"), None, "later"),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "listo.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with closing(Store(path)) as store:
        yield store


def subject(name: str = "/lojas/Mapeamento São Paulo.xlsx") -> SessionSubject:
    return SessionSubject("mapping", Path(name), FileMark(1234, 5678), "Planilha1", 2)


def everything_on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_a_session_comes_back_as_it_was(path: Path) -> None:
    with closing(Store(path)) as store:
        session = store.create(subject(), [Path("a.xlsm"), Path("b.xlsx")], SessionProgress(9, 0))
        store.record(session, 0, STEP, SessionProgress(7, 2))
        store.record(session, 1, OTHER_STEP, SessionProgress(6, 3))
        store.move(session, 1, SessionProgress(7, 2))
        store.set_saved(session, Path("out.xlsx"))
    with closing(Store(path)) as store:
        stored = store.load(session)
    assert stored.subject == subject()
    assert stored.references == (Path("a.xlsm"), Path("b.xlsx"))
    assert stored.history == History((STEP, OTHER_STEP), 1)
    assert stored.summary.progress == SessionProgress(7, 2)
    assert stored.summary.saved_to == Path("out.xlsx")


def test_a_new_step_replaces_those_that_were_undone(store: Store) -> None:
    session = store.create(subject(), (), SessionProgress(0, 0), History((STEP, STEP, STEP), 1))
    store.record(session, 1, OTHER_STEP, SessionProgress(0, 0))
    assert store.load(session).history == History((STEP, OTHER_STEP), 2)


def test_an_empty_step_is_kept(store: Store) -> None:
    session = store.create(subject(), (), SessionProgress(0, 0), History((UndoStep(()), STEP), 2))
    assert store.load(session).history == History((UndoStep(()), STEP), 2)


def test_references_and_subject_can_change(store: Store) -> None:
    session = store.create(subject(), [Path("a")])
    store.set_references(session, [Path("b"), Path("a")], SessionProgress(1, 1))
    moved = SessionSubject("mapping", Path("/elsewhere.xlsx"), FileMark(1, 2), "Other", None)
    store.set_subject(session, moved, SessionProgress(2, 2))
    stored = store.load(session)
    assert stored.references == (Path("b"), Path("a"))
    assert stored.subject == moved


def test_recent_is_the_last_worked_on_first_and_searchable_without_accents(store: Store) -> None:
    first = store.create(subject("/um/Calçados.xlsx"))
    second = store.create(subject("/dois/Calças São Paulo.xlsx"))
    store.create(SessionSubject("sample", Path("sample.xlsx"), FileMark(0, 0), "S", 1))
    store.record(first, 0, STEP, SessionProgress(1, 2))
    lines = store.recent()
    assert {line.session for line in lines} == {first, second}
    assert [line.changed for line in lines] == sorted((line.changed for line in lines), reverse=True)
    assert [line.session for line in store.recent("calcas PAULO")] == [second]
    assert store.recent("bolsas") == ()


def test_opening_a_file_again_leaves_no_untouched_sessions_behind(store: Store) -> None:
    untouched = store.create(subject())
    worked_on = store.create(subject())
    store.record(worked_on, 0, STEP, SessionProgress(0, 2))
    newest = store.create(subject())
    assert {line.session for line in store.recent()} == {worked_on, newest}
    assert untouched not in (worked_on, newest)


def test_there_is_one_session_on_the_sample_at_most(store: Store) -> None:
    for folder in ("/one/bundle", "/another"):
        sample = store.create(SessionSubject("sample", Path(folder, "mapping.xlsx"), FileMark(0, 0), "S", 1))
        store.record(sample, 0, STEP, SessionProgress(0, 2))
    assert [line.session for line in store.recent(kind="sample")] == [sample]


@pytest.mark.parametrize("method", ["record", "move", "load", "set_saved"])
def test_a_forgotten_session_is_said_to_be_so(store: Store, method: str) -> None:
    session = store.create(subject())
    store.forget(session)
    arguments: dict[str, tuple[object, ...]] = {
        "record": (0, STEP, SessionProgress(0, 0)),
        "move": (0, SessionProgress(0, 0)),
        "load": (),
        "set_saved": (Path("x"),),
    }
    with pytest.raises(InputError) as error:
        getattr(store, method)(session, *arguments[method])
    assert error.value.code == "session-not-found"


def test_a_number_is_never_used_again(store: Store) -> None:
    session = store.create(subject())
    store.forget(None)
    assert store.create(subject()) > session


@pytest.fixture
def leaving_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have SQLite leave what is deleted where it lies, as it does unless it is built otherwise."""
    connect = sqlite3.connect

    def connect_leaving(*given: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(*given, **named)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_leaving)


@pytest.mark.usefixtures("leaving_sqlite")
@pytest.mark.parametrize("everything", [True, False])
def test_what_is_forgotten_is_nowhere_on_the_disk(
    request: pytest.FixtureRequest, path: Path, everything: bool
) -> None:
    store, secret = request.getfixturevalue("store"), "Zq7-unmistakable-text"
    session = store.create(subject(f"/{secret}.xlsx"), [Path(secret)])
    store.record(session, 0, UndoStep((CellEdit(2, "Type", secret, secret * 300),)), SessionProgress(0, 1))
    path.with_name("listo.before-2.sqlite3").write_text(secret)
    path.with_name("listo.damaged-2026.sqlite3").write_text(secret)
    assert secret.encode() in everything_on_disk(path)
    store.forget(None if everything else session)
    assert secret.encode() not in everything_on_disk(path)
    assert store.recent() == ()


def test_the_state_of_the_window_is_kept(path: Path) -> None:
    with closing(Store(path)) as store:
        assert store.get_state("tab") is None
        assert store.get_state("tab", 7) == 7
        store.set_state("tab", {"name": "ção", "size": [1, 2]})
        store.set_state("gone", 1)
        store.set_state("gone", None)
    with closing(Store(path)) as store:
        assert store.get_state("tab") == {"name": "ção", "size": [1, 2]}
        assert store.get_state("gone") is None


def test_the_default_place_is_the_persons_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LISTO_HOME", str(tmp_path / "new" / "home"))
    Store().close()
    assert (tmp_path / "new" / "home" / "listo.sqlite3").is_file()


def test_two_stores_see_each_others_work(path: Path, store: Store) -> None:
    with closing(Store(path)) as other:
        session = other.create(subject())
        store.set_state("a", 1)
        assert store.load(session).subject == subject()
        assert other.get_state("a") == 1


# ---------------------------------------------------------------- two that work on one session


def test_a_change_is_recorded_only_onto_the_step_that_it_was_made_on(path: Path, store: Store) -> None:
    session = store.create(subject())
    store.record(session, 0, STEP, SessionProgress(7, 2))
    with closing(Store(path)) as other:
        other.load(session)
        other.record(session, 1, OTHER_STEP, SessionProgress(6, 3))
        changes = (
            lambda: store.record(session, 1, STEP, SessionProgress(0, 0)),
            lambda: store.move(session, 0, SessionProgress(0, 0)),
            lambda: store.set_history(session, History(), SessionProgress(0, 0), RowFingerprints({})),
            lambda: store.set_references(session, [], SessionProgress(0, 0)),
        )
        for change in changes:
            with pytest.raises(InputError, match="session-changed"):
                change()
        assert other.load(session).history == History((STEP, OTHER_STEP), 2)
        assert store.load(session).history == History((STEP, OTHER_STEP), 2)
        store.move(session, 1, SessionProgress(7, 2))
        with pytest.raises(InputError, match="session-changed"):
            other.record(session, 2, STEP, SessionProgress(0, 0))


def test_a_step_is_not_recorded_at_another_position(store: Store) -> None:
    session = store.create(subject())
    for position in (1, 5):
        with pytest.raises(InputError, match="session-changed"):
            store.record(session, position, STEP, SessionProgress(0, 0))
    assert store.load(session).history == History()


def test_what_is_one_change_is_kept_as_a_whole_or_not_at_all(path: Path, store: Store) -> None:
    session = store.create(subject())

    def edit(position: int) -> None:
        with store.one_change():
            store.decisions.keep([decision("Pretto", "Black")])
            store.record(session, position, STEP, SessionProgress(0, 0))

    with pytest.raises(InputError, match="session-changed"):
        edit(3)
    assert store.decisions.of() == ()
    edit(0)
    with closing(Store(path)) as other:
        assert other.load(session).history == History((STEP,), 1)
        assert len(other.decisions.of()) == 1


SPOILT = (
    ("DELETE FROM step WHERE number = 1", 3),
    ("DELETE FROM step WHERE number = 3", 1),
    ("UPDATE cell_edit SET row = 'two' WHERE step = 2", 2),
    ("""UPDATE cell_edit SET "column" = 'Nothing' WHERE step = 1""", 3),
    ("UPDATE cell_edit SET after = x'ff' WHERE step = 1", 3),
    ("DELETE FROM cell_edit WHERE step = 2 AND number = 0", 2),
    ("UPDATE row_edit SET texts = '[1, 2' WHERE step = 3", 1),
    ("UPDATE row_edit SET texts = '[]' WHERE step = 3", 1),
    ("UPDATE leave SET code = x'07' WHERE step = 3", 1),
    ("UPDATE session SET position = 6", 2),
)
IN_BLOCKS = (
    ("UPDATE edit_block SET edits = '[1, 2' WHERE step = 2", 2),
    ("UPDATE edit_block SET edits = '[1]' WHERE step = 1", 3),
    ("UPDATE edit_block SET edits = x'ff' WHERE step = 1", 3),
    ("UPDATE edit_block SET edits = '{\"a\": 1}' WHERE step = 3", 1),
    ("UPDATE edit_block SET number = 'one' WHERE step = 2 AND number = 1", 2),
    ("DELETE FROM edit_block WHERE step = 2 AND number = 0", 2),
    ("DELETE FROM step WHERE number = 1", 3),
)


@pytest.mark.parametrize(("statement", "lost"), SPOILT)
def test_a_history_with_a_gap_opens_as_far_as_it_is_whole(path: Path, statement: str, lost: int) -> None:
    opens_as_far_as_it_is_whole(path, statement, lost)


@pytest.mark.parametrize(("statement", "lost"), IN_BLOCKS)
def test_a_history_in_blocks_opens_as_far_as_it_is_whole(
    path: Path, statement: str, lost: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_MOST_SINGLE", 0)
    monkeypatch.setattr(store_module, "_BLOCK", 1)
    opens_as_far_as_it_is_whole(path, statement, lost)


def opens_as_far_as_it_is_whole(path: Path, statement: str, lost: int) -> None:
    steps = (STEP, OTHER_STEP, STEP, ROWS_AND_FINDINGS)
    with closing(Store(path)) as store:
        session = store.create(subject(), (), SessionProgress(0, 0), History(steps, 4))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)
    with closing(Store(path)) as store:
        stored = store.load(session)
        whole = 4 if "position" in statement else 4 - lost
        assert (stored.history.steps, stored.lost_steps) == (steps[:whole], lost)
        assert stored.history.position == whole
        store.set_history(session, stored.history, SessionProgress(0, 0), RowFingerprints({}))
        assert store.load(session).lost_steps == 0


# ---------------------------------------------------------------- versions


def released(path: Path, version: int) -> None:
    """Make the database that a released version left behind."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript((DATA / f"version-{version}.sql").read_text(encoding="utf-8"))


def test_a_sample_of_every_released_version_is_kept() -> None:
    assert {file.name for file in DATA.iterdir()} == {f"version-{i + 1}.sql" for i in range(len(MIGRATIONS))}


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_what_a_released_version_kept_is_still_there(path: Path, version: int) -> None:
    released(path, version)
    with closing(Store(path)) as store:
        (line,) = store.recent()
        stored = store.load(line.session)
        assert store.get_state("language") == "pt"
    assert line.path == Path("/lojas/mapeamento.xlsx")
    assert line.progress == SessionProgress(5, 2)
    assert stored.references == (Path("/lojas/valores.xlsm"),)
    assert stored.history.position == 1
    assert stored.history.steps == (STEP, UndoStep((CellEdit(4, "AmazonValue", "Azul", "Blue"),)))


def test_a_database_is_copied_before_it_is_changed(path: Path) -> None:
    released(path, 1)
    migrations = (*MIGRATIONS, ("ALTER TABLE session ADD COLUMN store TEXT",))
    connection, _ = open_database(path, migrations)
    with closing(connection):
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations),)
        assert connection.execute("SELECT store FROM session").fetchone() == (None,)
    with closing(sqlite3.connect(path.with_name(f"listo.before-{len(migrations)}.sqlite3"))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT count(*) FROM cell_edit").fetchone() == (3,)


def test_a_migration_that_fails_leaves_the_database_as_it_was(path: Path) -> None:
    released(path, 1)
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        open_database(path, (*MIGRATIONS, ("DROP TABLE state", "DROP TABLE nothing_of_that_name")))
    with closing(Store(path)) as store:
        assert store.get_state("language") == "pt"


def test_the_work_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(InputError) as error:
        Store(path)
    assert error.value.code == "session-newer"
    assert path.read_bytes() == before


# ---------------------------------------------------------------- damage


@pytest.mark.parametrize("damage", ["text", "pages", "cut"])
def test_a_damaged_database_is_put_aside_and_the_program_goes_on(path: Path, damage: str) -> None:
    with closing(Store(path)) as store:
        for number in range(50):
            session = store.create(subject(f"/{number}.xlsx"))
            store.record(session, 0, STEP, SessionProgress(0, 0))
    sound = path.read_bytes()
    broken = {
        "text": b"this is no database at all" * 100,
        "pages": sound[:4096] + b"\x5a" * (len(sound) - 4096),
        "cut": sound[: len(sound) // 2],
    }[damage]
    path.write_bytes(broken)
    with closing(Store(path)) as store:
        assert store.recent() == ()
        assert store.damaged is not None
        assert store.damaged.read_bytes() == broken
        store.create(subject())
    with closing(Store(path)) as store:
        assert store.damaged is None


def test_a_disk_that_refuses_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        Store(tmp_path / "no such folder" / "listo.sqlite3")
    assert error.value.code == "file-not-writable"


def test_a_full_disk_loses_the_step_and_nothing_else(path: Path) -> None:
    with closing(Store(path)) as store:
        session = store.create(subject())
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        huge = UndoStep((CellEdit(2, "Type", "", "x" * 100_000),))
        with pytest.raises(InputError) as error:
            store.record(session, 0, huge, SessionProgress(0, 1))
        assert error.value.code == "file-not-writable"
        assert store.load(session).history == History()


# ---------------------------------------------------------------- several processes, and kills

_WRITER = """
import sys
from pathlib import Path
from listo.core.edits.history import CellEdit, UndoStep
from listo.core.storage.store import Store
from listo.core.storage.types import FileMark, SessionProgress, SessionSubject

store = Store(Path(sys.argv[1]))
session = store.create(SessionSubject("mapping", Path(sys.argv[2]), FileMark(1, 1), "S", 1))
print(session, flush=True)
for number in range(int(sys.argv[3])):
    edits = tuple(CellEdit(row, "Type", "", str(number)) for row in range(20))
    store.record(session, number, UndoStep(edits), SessionProgress(0, number))
    print(number, flush=True)
store.close()
"""


def writer(path: Path, name: str, steps: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITER, str(path), name, str(steps)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


@pytest.mark.slow
def test_a_kill_loses_no_acknowledged_step(path: Path) -> None:
    chance = random.Random(20261121)
    for number in range(6):
        with writer(path, f"/{number}.xlsx", 100_000) as process:
            assert process.stdout is not None
            session = int(process.stdout.readline())
            for _ in range(chance.randrange(1, 60)):
                process.stdout.readline()
            process.kill()
            acknowledged = [int(line) for line in process.stdout.read().split("\n")[:-1]]
        with closing(Store(path)) as store:
            assert store.damaged is None
            history = store.load(session).history
        assert len(history.steps) == history.position
        assert all(len(step.edits) == 20 for step in history.steps)
        assert history.position > max(acknowledged, default=0)


@pytest.mark.slow
def test_processes_that_start_and_write_at_the_same_time_do_not_hinder_each_other(path: Path) -> None:
    processes = [writer(path, f"/{number}.xlsx", 20) for number in range(3)]
    outputs = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    with closing(Store(path)) as store:
        for session, *steps in outputs:
            assert store.load(int(session)).history.position == len(steps) == 20


def test_rows_findings_and_the_way_come_back_from_the_version_that_began_to_keep_them(path: Path) -> None:
    for version in (4, 7):  # which began to keep very many of them in blocks
        path.unlink(missing_ok=True)
        released(path, version)
        rows_findings_and_the_way_come_back(path)


def rows_findings_and_the_way_come_back(path: Path) -> None:
    with closing(Store(path)) as store:
        (line,), (sample,) = store.recent(), store.recent(kind="sample")
        stored, other = store.load(line.session), store.load(sample.session)
        (decision,) = store.decisions.of("Loja São Paulo")
    assert (stored.wizard_state, stored.shop) == ({"step": "review", "kind": "type-case"}, "Loja São Paulo")
    assert stored.layout == ChosenLayout("Planilha1", 2, {"CategoryID": 0, "Type": 2})
    assert other.history.steps == (ROWS_AND_FINDINGS,)
    assert other.fingerprints == RowFingerprints({3: TEXTS}, 1)
    assert (decision.vtex_value, decision.said, decision.chosen) == ("Preto", "Pretto", "Black")


def test_what_was_said_comes_back_from_each_version_that_kept_any_of_it(path: Path) -> None:
    for version in (4, 5, 6, 7):
        path.unlink(missing_ok=True)
        released(path, version)
        with closing(Store(path)) as store:
            (line,) = store.recent()
            stored, shop = store.load(line.session), store.decisions.options("Loja São Paulo")
        assert stored.options.trade_policy == (None if version == 4 else "2")
        if version < 6:
            assert (stored.options.covers, shop) == ({}, Options())
        else:
            assert stored.options.kits == "not-sent"
            assert stored.options.covers == {"/lojas/valores.xlsm": {"212", "784"}}
            assert shop == Options(trade_policy="2", covers={"SHIRT": frozenset({"212", "784"})})


# ---------------------------------------------------------------- of a session, of a shop


SAID = Options(
    "2", "not-sent", "exempt", "store", {"/lojas/valores.xlsm": frozenset({"*"}), "b": frozenset()}
)


def test_what_is_said_of_the_integration_is_kept_with_the_session(path: Path) -> None:
    with closing(Store(path)) as store:
        session = store.create(subject())
        assert store.load(session).options == Options()
        store.set_options(session, SAID, SessionProgress(4, 2))
    with closing(Store(path)) as store:
        assert store.load(session).options == SAID
        assert store.load(session).summary.progress == SessionProgress(4, 2)
        store.set_options(session, Options(), SessionProgress(4, 2))
        assert store.load(session).options == Options()


def test_what_is_said_is_kept_for_the_shop_until_all_is_forgotten(store: Store) -> None:
    store.decisions.keep_options("Norte", SAID)
    assert (store.decisions.options("Norte"), store.decisions.options("Sul")) == (SAID, Options())
    store.decisions.keep_options("Norte", Options(ean="exempt"))
    store.decisions.keep_options("Sul", SAID)
    store.decisions.keep_options("Sul", Options())
    assert store.decisions.options("Norte") == Options(ean="exempt")
    assert store.decisions.options("Sul") == Options()
    store.decisions.forget(None)
    assert store.decisions.options("Norte") == Options()


def test_what_another_version_said_and_is_not_known_here_is_left_out() -> None:
    kept = {"kits": "perhaps", "ean": "exempt", "category_ids": "both", "colour": "blue"}
    assert Options.from_json(kept) == Options(ean="exempt")


def test_a_history_on_a_changed_file_takes_the_place_of_the_old_one(store: Store) -> None:
    session = store.create(subject())
    store.record(session, 0, STEP, SessionProgress(7, 2), RowFingerprints({2: TEXTS}, 1))
    moved = UndoStep((CellEdit(12, "Type", "variation", "Variation"),))
    store.set_history(
        session, History((moved, OTHER_STEP), 1), SessionProgress(8, 1), RowFingerprints({12: TEXTS}, 11)
    )
    stored = store.load(session)
    assert stored.history == History((moved, OTHER_STEP), 1)
    assert stored.fingerprints == RowFingerprints({12: TEXTS}, 11)


def test_what_a_row_says_in_the_file_is_kept_once_as_it_was_told_last(store: Store) -> None:
    session = store.create(subject())
    store.record(session, 0, STEP, SessionProgress(7, 2), RowFingerprints({2: TEXTS}, 1))
    store.record(session, 1, OTHER_STEP, SessionProgress(7, 2), RowFingerprints({2: ("",) * 7, 4: TEXTS}, 1))
    assert store.load(session).fingerprints == RowFingerprints({2: ("",) * 7, 4: TEXTS}, 1)


a_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
a_cell = st.builds(
    CellEdit,
    st.integers(1, 6),
    st.sampled_from(COLUMNS),
    a_text,
    a_text,
    st.sampled_from([None, "date"]),
    st.sampled_from([None, "error"]),
)
a_row = st.tuples(*[a_text] * 7)
a_row_edit = st.builds(
    RowEdit, st.integers(1, 6), st.booleans(), a_row, st.sampled_from([{}, {"VTEXValue": "date"}])
)
a_key = st.builds(
    FindingKey, st.just("type-case"), st.none() | st.integers(1, 6), st.none() | st.just("Type"), a_text
)
an_ignore = st.builds(IgnoreEdit, a_key, st.none() | a_text, st.none() | a_text)
a_step = st.builds(
    UndoStep, *(st.lists(each, max_size=5).map(tuple) for each in (a_cell, a_row_edit, an_ignore))
)


@given(
    st.lists(
        st.tuples(a_step, st.dictionaries(st.integers(1, 6), a_row, max_size=5), st.sampled_from([0, 2, 99])),
        max_size=6,
    ),
    st.sampled_from([1, 2, 99]),
    st.integers(0, 6),
)
def test_few_and_very_many_edits_come_back_as_they_were_made(
    made: list[tuple[UndoStep, dict[int, tuple[str, ...]], int]], block: int, undone: int
) -> None:
    rows: dict[int, tuple[str, ...]] = {}
    with pytest.MonkeyPatch.context() as patch, closing(Store(MEMORY)) as store:
        patch.setattr(store_module, "_BLOCK", block)
        session = store.create(subject())
        for position, (step, of_file, single) in enumerate(made):
            patch.setattr(store_module, "_MOST_SINGLE", single)
            store.record(session, position, step, SessionProgress(0, 0), RowFingerprints(of_file, 1))
            rows |= of_file
            stored = store.load(session)
            assert stored.history == History(tuple(step for step, *_ in made[: position + 1]), position + 1)
            assert stored.fingerprints == RowFingerprints(rows, 1)
        back = min(undone, len(made))
        store.move(session, back, SessionProgress(0, 0))
        store.record(session, back, OTHER_STEP, SessionProgress(0, 0))
        assert store.load(session).history.steps == (*(step for step, *_ in made[:back]), OTHER_STEP)
        store.set_history(session, History(), SessionProgress(0, 0), RowFingerprints({}))
        assert (store.load(session).history, store.load(session).fingerprints.rows) == (History(), {})


def test_the_way_and_the_layout_are_kept_with_the_session(store: Store) -> None:
    session = store.create(subject())
    assert (store.load(session).wizard_state, store.load(session).layout, store.load(session).shop) == (
        {},
        None,
        "",
    )
    store.set_wizard_state(session, {"step": "problems", "ticks": ["upload"]})
    store.set_layout(session, ChosenLayout("P", 3, {"Type": 1}))
    store.set_shop(session, "Norte")
    stored = store.load(session)
    assert stored.wizard_state == {"step": "problems", "ticks": ["upload"]}
    assert (stored.layout, stored.shop) == (ChosenLayout("P", 3, {"Type": 1}), "Norte")
    store.set_layout(session, None)
    assert store.load(session).layout is None


def decision(said: str, chosen: str, shop: str = "Norte", vtex_value: str = "") -> Decision:
    return Decision(shop, "AmazonValue", "color", vtex_value, said, chosen)


def told(store: Store, shop: str | None = None) -> set[tuple[str, str, str]]:
    return {(one.shop, one.said, one.chosen) for one in store.decisions.of(shop)}


def test_the_last_decision_about_a_text_counts_and_each_shop_has_its_own(store: Store) -> None:
    store.decisions.keep([decision("Pretto", "Blue"), decision("Azull", "Blue")])
    store.decisions.keep([decision("Pretto", "Black"), decision("Pretto", "Grey", "Sul")])
    assert told(store, "Norte") == {("Norte", "Pretto", "Black"), ("Norte", "Azull", "Blue")}
    assert told(store) == told(store, "Norte") | {("Sul", "Pretto", "Grey")}
    assert store.decisions.of("Norte")[0].said in ("Pretto", "Azull")


def test_a_decision_is_taken_back_only_as_it_was_taken(store: Store) -> None:
    store.decisions.keep([decision("Pretto", "Black")])
    store.decisions.undo([decision("Pretto", "Grey")], ())
    assert told(store) == {("Norte", "Pretto", "Black")}
    store.decisions.undo([decision("Pretto", "Black")], ())
    assert told(store) == set()


def test_a_decision_can_be_changed_and_forgotten_for_good(path: Path, store: Store) -> None:
    store.decisions.keep([decision("segredo-um", "Black"), decision("segredo-dois", "Blue")])
    first = next(one for one in store.decisions.of() if one.said == "segredo-um")
    store.decisions.edit(first.id, "Grey")
    assert ("Norte", "segredo-um", "Grey") in told(store)
    store.decisions.forget(first.id)
    assert told(store) == {("Norte", "segredo-dois", "Blue")}
    with pytest.raises(InputError) as caught:
        store.decisions.edit(first.id, "x")
    assert caught.value.code == "decision-not-found"
    store.decisions.forget(None)
    assert b"segredo" not in everything_on_disk(path)


def test_a_folder_that_cannot_be_made_is_said_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("LISTO_HOME", str(tmp_path / "file" / "folder"))
    with pytest.raises(InputError, match="file-not-writable"):
        Store()
