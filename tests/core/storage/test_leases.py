"""Leases and locks: one process at a time, whatever the file holds, at once free where it was killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from listo.core.storage.database import FILE_NAME, Leases, leased
from listo.core.storage.store import Store
from listo.core.storage.tables import Lookups, Profiles

_HOLDER = """
import sys
from pathlib import Path
from listo.core.storage.database import Leases
leases = Leases(Path(sys.argv[1]))
print(leases.take(int(sys.argv[2])), flush=True)
sys.stdin.read()
"""


@contextmanager
def holder(path: Path, number: int) -> Iterator[subprocess.Popen[str]]:
    """Have another process take a lease; it is killed in the end."""
    command = [sys.executable, "-c", _HOLDER, str(path), str(number)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


@pytest.mark.slow
@pytest.mark.parametrize("junk", [b"", b"this is no lock, but somebody's text\n" * 9])
def test_a_lease_is_for_one_process_and_free_once_that_is_killed(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "listo.leases"
    path.write_bytes(junk)
    with holder(path, 7) as other, closing(Leases(path)) as leases:
        assert not leases.take(7)
        assert leases.take(8)
        other.kill()
        other.wait()
        assert leases.take(7)
    assert path.read_bytes() == junk


@pytest.mark.slow
def test_what_is_given_back_another_process_may_have(tmp_path: Path) -> None:
    path = tmp_path / "listo.leases"
    with closing(Leases(path)) as leases:
        for number in (1, 2, 3):
            assert leases.take(number)
        leases.give_back_others(2)
        with holder(path, 1), holder(path, 3):
            assert not leases.take(1)
            assert leases.take(2)


@pytest.mark.slow
def test_whoever_waits_too_long_hears_so(tmp_path: Path) -> None:
    path = tmp_path / "listo.lock"
    with holder(path, 0), pytest.raises(TimeoutError), leased(path, 0.0):
        raise AssertionError("not reached")


@pytest.mark.parametrize("there", ["folder", "no folder"])
def test_where_no_file_can_be_there_is_nobody_to_share_with(tmp_path: Path, there: str) -> None:
    path = tmp_path / "listo.leases"
    if there == "folder":
        path.mkdir()
    else:
        path = tmp_path / "nowhere" / "listo.leases"
    with closing(Leases(path)) as leases:
        assert leases.take(1)
        leases.give_back(1)


_PASSER_BY = """
import sys
from pathlib import Path
from listo.core.storage.store import Store
store = Store(Path(sys.argv[1]))
print(store.get_state("tab"))
store.close()
"""


def pass_by(path: Path) -> str:
    """Have another process open the store and close it again; return what it found there."""
    command = [sys.executable, "-c", _PASSER_BY, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.slow
def test_a_further_connection_of_a_process_takes_no_lock_from_the_first(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    with closing(Store(path)) as store, closing(Lookups(path)), closing(Profiles(path)):
        store.set_state("tab", "spreadsheet")
        assert pass_by(path) == "spreadsheet"  # the last to close deletes the log: it was not the last
        store.set_state("tab", "lookup")
        assert pass_by(path) == "lookup"
    assert pass_by(path) == "lookup"
