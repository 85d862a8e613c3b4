"""A second start hands its files to the first window; whatever else talks to that is not listened to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from listo.ui.single_instance import SingleInstance, address_for

pytestmark = pytest.mark.slow  # each test starts a process
TESTS = Path(__file__).resolve().parent.parent

_SECOND = """
import sys
from pathlib import Path
from listo.ui import single_instance
from timeouts import TIMEOUT_S
single_instance._PATIENCE_S = TIMEOUT_S
instance = single_instance.SingleInstance(Path(sys.argv[1]))
print(instance.begin([Path(name) for name in sys.argv[2:]]))
instance.close()
"""


def second_start(database: Path, *files: str, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _SECOND, str(database), *files]
    paths = os.pathsep.join([str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.Popen(  # type: ignore[call-overload]
        command, text=True, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": paths}, **options
    )


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "listo.sqlite3"


@pytest.fixture
def first(qapp, database: Path) -> Iterator[SingleInstance]:
    instance = SingleInstance(database)
    assert instance.begin([])
    instance.listen()
    yield instance
    instance.close()


def answer_of(qtbot, process: subprocess.Popen[str]) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None)
    return process.communicate()[0].strip()


def test_the_first_window_gets_the_files_by_their_whole_path(qtbot, first, database, tmp_path):
    came: list[tuple[Path, ...]] = []
    first.came.connect(came.append)
    odd = os.fsdecode(b"n\xe3o \xf0\x9f\x98\x80.xlsx") if sys.platform == "linux" else "não.xlsx"
    assert answer_of(qtbot, second_start(database, "Calçados.xlsx", odd, cwd=tmp_path)) == "False"
    assert answer_of(qtbot, second_start(database)) == "False"
    assert came == [(tmp_path / "Calçados.xlsx", tmp_path / odd), ()]


def test_starts_at_once_all_reach_the_first(qtbot, first, database):
    came: list[tuple[Path, ...]] = []
    first.came.connect(came.append)
    starts = [second_start(database, f"/{number}.xlsx") for number in range(3)]
    assert [answer_of(qtbot, start) for start in starts] == ["False"] * 3
    assert sorted(came) == [(Path(f"/{number}.xlsx"),) for number in range(3)]


def test_once_the_first_is_closed_the_next_is_the_first(qtbot, first, database):
    first.close()
    assert answer_of(qtbot, second_start(database)) == "True"


def test_a_socket_that_a_killed_window_left_is_in_nobodys_way(qtbot, database, tmp_path):
    Path(address_for(tmp_path)).touch()
    instance = SingleInstance(database)
    assert instance.begin([])
    instance.listen()
    assert answer_of(qtbot, second_start(database)) == "False"
    instance.close()


@pytest.mark.parametrize(
    "said",
    [
        b"\x80\x04cos\nsystem\n(S'true'\ntR.",
        b"",
        b"[]",
        json.dumps({"files": [1], "token": ""}).encode(),
        json.dumps({"files": "/etc"}).encode(),
    ],
)
def test_what_is_no_start_is_not_listened_to(qtbot, first, database, said):
    came: list[tuple[Path, ...]] = []
    first.came.connect(came.append)
    with Client(address_for(database.parent)) as stranger:
        stranger.send_bytes(said)
        assert answer_of(qtbot, second_start(database)) == "False"
        with pytest.raises(EOFError):
            stranger.recv_bytes()
    assert came == [()]


def test_who_connects_and_says_nothing_holds_up_no_other(qtbot, first, database):
    came: list[tuple[Path, ...]] = []
    first.came.connect(came.append)
    silent = [Client(address_for(database.parent)) for _ in range(3)]
    assert answer_of(qtbot, second_start(database, "/a.xlsx")) == "False"
    assert came == [(Path("/a.xlsx"),)]
    first.close()
    for stranger in silent:
        stranger.close()


def test_a_place_too_deep_for_a_socket_is_no_obstacle(qapp, tmp_path, monkeypatch):
    deep = tmp_path.joinpath(*["a folder with a long name"] * 6)
    deep.mkdir(parents=True)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    if sys.platform != "win32":
        assert address_for(deep) == ""
    instance = SingleInstance(deep / "listo.sqlite3")
    assert instance.begin([])
    instance.listen()
    instance.close()
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    assert address_for(deep)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no file")
def test_nobody_else_may_talk_to_it(first, database):
    assert Path(address_for(database.parent)).stat().st_mode & 0o077 == 0
