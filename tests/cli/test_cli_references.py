"""Files that a sheet is held against are read by two processes as by one."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

import pytest

import builders_amazon as build
from listo.cli import arguments
from listo.cli.arguments import read_references
from listo.core.errors import InputError


def export(place: Path, number: int) -> Path:
    rows = [["SKU ID", "Active SKU", "EAN/UPC"], [str(number), "yes", "7891000315507"]]
    return build.save(build.workbook(build.table("Sheet", rows)), place / f"{number}.xlsx")


@pytest.fixture
def any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arguments, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(arguments, "_cores", lambda: 2)


def ids(paths: list[Path]) -> list[str]:
    read = read_references(paths)
    assert [one.path for one in read] == paths
    return [sku or "" for one in read if one.vtex_products for sku in one.vtex_products.texts("sku-id")]


@pytest.mark.usefixtures("any_size")
def test_they_come_in_the_order_in_which_they_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [export(Path(), number) for number in range(8)]
    assert ids(paths) == list("01234567")


@pytest.mark.usefixtures("any_size")
def test_the_second_process_takes_those_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [export(tmp_path, number) for number in range(2)]
    second = arguments._SecondReader

    def first_of_all(*given: object) -> arguments._SecondReader:
        reader = second(*given)  # type: ignore[arg-type]
        reader._thread.join()
        return reader

    monkeypatch.setattr(arguments, "_SecondReader", first_of_all)
    monkeypatch.setattr(arguments, "read_reference", None)  # nothing is left for this process
    assert ids(paths) == ["0", "1"]


@pytest.mark.usefixtures("any_size")
def test_a_second_process_that_ends_loses_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arguments, "serve", ends_at_once)
    assert ids([export(tmp_path, number) for number in range(4)]) == list("0123")


def ends_at_once(connection: Connection, folder: Path) -> None:
    """Take one file and read it not."""
    connection.recv()


@pytest.mark.usefixtures("any_size")
@pytest.mark.parametrize("wrong", [0, 3])
def test_a_file_that_is_of_no_use_is_said_so(tmp_path: Path, wrong: int) -> None:
    paths = [export(tmp_path, number) for number in range(4)]
    paths[wrong].write_bytes(b"")
    with pytest.raises(InputError) as caught:
        read_references(paths)
    assert caught.value.arguments["file"] == paths[wrong].name


def test_little_is_read_by_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arguments, "_SecondReader", None)
    assert ids([export(tmp_path, number) for number in range(3)]) == list("012")
