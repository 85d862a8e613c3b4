"""Whatever is the matter with the stored work, the window opens, says so in one sentence, and works."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from listo.core.settings.types import Settings
from listo.core.storage.database import MIGRATIONS
from listo.core.storage.store import Store
from listo.core.storage.tables import Profiles
from listo.core.worker.jobs import Jobs
from listo.ui.app import Application

pytestmark = pytest.mark.slow  # each test starts the worker


def filled(database: Path) -> None:
    with closing(Profiles(database)) as profiles:
        profiles.save("Loja Sul", Settings(seller_id="A3"))


def execute(*statements: str) -> Callable[[Path], None]:
    def spoil(database: Path) -> None:
        with closing(sqlite3.connect(database)) as db:
            for statement in statements:
                db.execute(statement)
            db.commit()

    return spoil


def put_folder(name: str) -> Callable[[Path], None]:
    def spoil(database: Path) -> None:
        database.with_name(name).unlink(missing_ok=True)
        database.with_name(name).mkdir()

    return spoil


def write(name: str, junk: bytes = b"junk" * 999) -> Callable[[Path], None]:
    return lambda database: database.with_name(name).write_bytes(junk) and None


NAME = "listo.sqlite3"
ASIDE = {
    "text in its place": write(NAME),
    "a foreign database": execute("DROP TABLE state", "CREATE TABLE songs (title TEXT)"),
    "of no version, and not empty": execute("PRAGMA user_version = 0"),
    "of a version below all": execute("PRAGMA user_version = -3"),
    "older than it says": execute("ALTER TABLE session DROP COLUMN trade_policy"),
    "newer than it says": execute(f"PRAGMA user_version = {len(MIGRATIONS) - 1}"),
    "with a trigger": execute("CREATE TRIGGER t AFTER INSERT ON state BEGIN DELETE FROM session; END"),
}
LEFT = {
    "of a newer version": ("newer", execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")),
    "a folder in its place": ("cannot write", put_folder(NAME)),
    "a folder for its log": ("cannot write", put_folder(f"{NAME}-wal")),
}
NO_MATTER = {
    "junk in the lock": write("listo.lock"),
    "junk in the leases": write("listo.leases"),
    "a folder for the lock": put_folder("listo.lock"),
    "broken state": execute("INSERT OR REPLACE INTO state VALUES ('geometry', '5'), ('hints-read', '7')"),
    "state without sense": execute("INSERT OR REPLACE INTO state VALUES ('language', '{'), ('tab', x'ff')"),
    "rows without sense": execute(
        "UPDATE profile SET settings = '[]'",
        "INSERT INTO lookup VALUES (1, x'00', 'a', '[', 'many', 2)",
        "INSERT INTO decision VALUES (1, x'00', 'a', 'b', 'c', 'd', 'e', 'f')",
    ),
}


@pytest.fixture
def begin(qtbot, qapp, listo_home: Path) -> Iterator[Callable[[Callable[[Path], None]], Application]]:
    """Give what spoils a store that holds something, and opens the window on it."""
    begun: list[Application] = []

    def spoil_and_begin(spoil: Callable[[Path], None]) -> Application:
        filled(listo_home / NAME)
        spoil(listo_home / NAME)
        begun.append(Application(()))
        begun[-1].begin()
        return begun[-1]

    yield spoil_and_begin
    for application in begun:
        application.window.close()
        application.end()
        application.window.deleteLater()
        application.deleteLater()


def works(qtbot, application: Application) -> None:
    """See that what the window keeps can be kept, and that the worker works."""
    window = application.window
    assert window.isVisible()
    window.profiles.save("Loja Norte", Settings(seller_id="B4"))
    assert "Loja Norte" in [one.name for one in window.profiles.all()]
    window.lookups.keep(None, "SEM GTIN", (), 1, 1)
    answered: list[object] = []
    window.client.start(Jobs.recent).on_success(answered.append)
    qtbot.waitUntil(lambda: answered == [()])


@pytest.mark.parametrize("what", ASIDE)
def test_what_is_no_sound_store_of_ours_is_put_aside(begin, qtbot, listo_home, what):
    application = begin(ASIDE[what])
    (aside,) = listo_home.glob("listo.damaged-*.sqlite3")
    assert aside.name in application.window.notice.text()
    works(qtbot, application)


@pytest.mark.parametrize("what", LEFT)
def test_what_cannot_be_used_is_left_and_the_window_works_for_this_run(begin, qtbot, listo_home, what):
    words, spoil = LEFT[what]
    application = begin(spoil)
    assert words in application.window.notice.text()
    temporary = application._store.path.parent
    assert temporary != listo_home
    if "log" in what:
        assert [one.name for one in application.window.profiles.all()] == ["Loja Sul"]
    works(qtbot, application)
    application.window.close()
    application.end()
    assert not temporary.exists()


@pytest.mark.parametrize("what", NO_MATTER)
def test_what_does_not_matter_is_not_even_said(begin, qtbot, what):
    application = begin(NO_MATTER[what])
    assert application.window.notice.text() == ""
    works(qtbot, application)


def test_with_no_room_anywhere_the_window_opens(begin, monkeypatch):
    monkeypatch.setattr("listo.core.paths.move_home_to_temporary", lambda: None)
    application = begin(put_folder(NAME))
    assert "cannot write" in application.window.notice.text()
    application.window.profiles.save("Loja", Settings())
    assert application.window.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="a file of that name cannot be made a folder there")
def test_a_data_folder_that_is_a_file_stops_nothing(begin, qtbot, listo_home, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("LISTO_HOME", str(tmp_path / "file"))
    application = begin(lambda _database: None)
    assert "cannot write" in application.window.notice.text()
    works(qtbot, application)


def test_the_copy_of_the_last_day_is_offered_and_brought_back(begin, qtbot, listo_home):
    with closing(Store(listo_home / NAME)) as store:
        filled(listo_home / NAME)
        store.back_up()
    application = begin(write(NAME))
    window = application.window
    assert window.profiles.all() == ()
    box = window.findChild(QMessageBox)
    next(each for each in box.buttons() if "Bring" in each.text()).click()
    assert [one.name for one in window.profiles.all()] == ["Loja Sul"]
    works(qtbot, application)
