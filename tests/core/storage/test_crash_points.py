"""The writes of one edit, cut after each of them, and a disk that is full or fails at each of them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

import story_files
from failing_disk import FULL, IO_WRITE, FailingDisk, failing_disk, files_of, library
from listo.core.edits.history import Edit
from listo.core.errors import InputError
from listo.core.storage import store as store_module
from listo.core.storage.store import Store
from listo.core.worker.jobs import Jobs

pytestmark = pytest.mark.slow  # an edit has some twenty writes, and the store is opened after each


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FailingDisk]:
    """Give a disk that fails where it is told to, and see that nothing is written where it should not be."""
    monkeypatch.chdir(tmp_path)
    sqlite = library()
    if sqlite is None:
        pytest.skip("this Python's SQLite cannot be reached")
    with failing_disk(sqlite) as disk:
        yield disk
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith("-shm")] == []


@pytest.fixture(autouse=True)
def many_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep many cells in blocks, as more than a thousand are."""
    monkeypatch.setattr(store_module, "_MOST_SINGLE", 5)
    monkeypatch.setattr(store_module, "_BLOCK", 5)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    template = story_files.write_template(tmp_path / "template.xlsx")
    return [story_files.write_mapping(tmp_path / "mapping.xlsx"), template]


def quiet(*_: object) -> None:
    """Hear of no progress."""


EDITS = (
    lambda jobs: jobs.apply(quiet, [Edit(10, "AmazonValue", "Turquoise")]),
    lambda jobs: jobs.apply(quiet, [Edit(row, "AmazonValue", f"Value {row}") for row in range(3, 16)]),
    lambda jobs: jobs.undo(quiet),
    lambda jobs: jobs.delete_rows(quiet, [7]),
)
"""One cell, many, those back again, and a row; the first three also change what is remembered."""


def begun(folder: Path, files: list[Path], edits: int) -> Jobs:
    """Return jobs on a new store in which so many edits were made."""
    folder.mkdir()
    jobs = Jobs(Store(folder / "listo.sqlite3"))
    jobs.open(quiet, files)
    jobs.set_shop(quiet, "Loja")
    for edit in EDITS[:edits]:
        edit(jobs)
    return jobs


def kept(folder: Path) -> tuple[object, ...]:
    """Return what is found by whoever opens the store anew: the history, and what is remembered."""
    with closing(Store(folder / "listo.sqlite3")) as store:
        assert store.damaged is None
        (line,) = store.recent()
        stored = store.load(line.session)
        assert stored.lost_steps == 0
        said = {(one.said, one.chosen) for one in store.decisions.of()}
        return stored.history, stored.summary.progress, stored.fingerprints, frozenset(said)


def written(folder: Path, contents: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def test_the_shim_sees_the_writes_that_python_makes(disk: FailingDisk, tmp_path: Path) -> None:
    with closing(Store(tmp_path / "listo.sqlite3")) as store:
        before = disk.count
        store.set_state("tab", "lookup")
        assert disk.count > before
        disk.at = disk.count + 1
        with pytest.raises(InputError, match="file-not-writable"):
            store.set_state("tab", "settings")
        disk.at = None
        assert store.get_state("tab") == "lookup"


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_cut_after_any_write_an_edit_is_there_as_a_whole_or_not_at_all(
    disk: FailingDisk, files: list[Path], tmp_path: Path, number: int
) -> None:
    folder, cuts = tmp_path / "home", list[dict[str, bytes]]()
    with closing(begun(folder, files, number)) as jobs:
        before = kept(written(tmp_path / "before", files_of(folder)))
        disk.on_write = lambda _count: cuts.append(files_of(folder))
        EDITS[number](jobs)
        disk.on_write = None
        acknowledged = files_of(folder)
    after = kept(written(tmp_path / "after", acknowledged))
    assert before != after
    assert after[-1], "what was decided is kept with the edit"
    assert len(cuts) > 2
    found = [kept(written(tmp_path / f"cut {place}", cut)) for place, cut in enumerate(cuts)]
    turned = found.index(after) if after in found else len(found)
    assert found == [before] * turned + [after] * (len(found) - turned)


@pytest.mark.parametrize("code", [FULL, IO_WRITE])
@pytest.mark.parametrize("number", range(len(EDITS)))
def test_a_disk_that_fails_at_any_write_loses_nothing_acknowledged(
    disk: FailingDisk, files: list[Path], tmp_path: Path, number: int, code: int
) -> None:
    reached = 0
    for at in range(1, 1000):
        folder = tmp_path / f"home {at}"
        with closing(begun(folder, files, number)) as jobs:
            sheet, before = jobs.sheet_page(quiet, 0, 99).rows, kept(folder)
            disk.at, disk.code, start = disk.count + at, code, disk.count
            done = False
            with suppress(InputError):
                EDITS[number](jobs)
                done = True
            reached, failed, disk.at = disk.count - start, disk.count >= start + at, None
            if done:
                assert kept(folder) != before
            else:
                assert kept(folder) == before
                assert jobs.sheet_page(quiet, 0, 99).rows == sheet
                EDITS[number](jobs)  # and it goes on where the disk does
                assert kept(folder) != before
        if not failed:
            break
    assert reached > 2


def test_what_comes_after_what_failed_is_kept(disk: FailingDisk, files: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "home"
    with closing(begun(folder, files, 1)) as jobs:
        disk.at = disk.count + 1
        for _ in range(3):
            with pytest.raises(InputError, match="file-not-writable"):
                EDITS[1](jobs)
        disk.at = None
        EDITS[3](jobs)
        history = kept(folder)[0]
    assert len(history.steps) == history.position == 2
    assert isinstance(library(), ctypes.CDLL)
