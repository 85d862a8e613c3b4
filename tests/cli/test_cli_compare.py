"""`listo compare`: what is told of two versions of a sheet, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import builders_amazon as build
from listo import cli
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import LANGUAGES
from sku_files import ROWS, SHIRTS, write_mapping, write_store

WINE = (SHIRTS, "SizeColor", "Variation", "Cor", "Color", "Vinho", "Red")
RIGHT = [(*row[:6], {"m": "M", "Azul": "Blue"}.get(row[6], row[6])) for row in ROWS if row[5] != "Branco"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of 60 SKUs, and a second sheet with corrections, a row less and a row more."""
    place: Path = tmp_path_factory.mktemp("store")
    write_store(place, 60)
    write_mapping(place / "new.xlsx", [*RIGHT, WINE])
    return place


def run(capsys: pytest.CaptureFixture[str], *arguments: object, status: int) -> str:
    assert cli.main(["compare", *map(str, arguments)]) == status
    out = capsys.readouterr()
    assert (out.err == "") == (status != 2)
    return out.err if status == 2 else out.out


def against(folder: Path) -> Sequence[object]:
    files = [folder / f"{name}.xlsx" for name in ("products", "skus", "shirts")]
    return [part for each in files for part in ("--against", each)]


def test_json_of_rows(folder, capsys):
    told = json.loads(run(capsys, folder / "mapping.xlsx", folder / "new.xlsx", "--format", "json", status=1))
    assert told["old"] == {"file": "mapping.xlsx", "sheet": "Planilha1", "header_row": 1, "rows": 9}
    assert (told["equal"], told["skus"], told["columns"]) == (False, None, None)
    assert told["counts"] == {"added": 1, "removed": 1, "changed": 1, "spelling": 1, "moved": 0}
    rows = {one["kind"]: one for one in told["rows"]}
    assert (rows["changed"]["old_row"], rows["changed"]["columns"]) == (5, ["AmazonValue"])
    assert (rows["added"]["old_row"], rows["added"]["before"]) == (None, None)
    assert rows["added"]["after"] == list(WINE)
    assert rows["removed"]["before"][5] == "Branco"


def test_json_of_skus(folder, capsys):
    more = [*against(folder), "--format", "json"]
    told = json.loads(run(capsys, folder / "mapping.xlsx", folder / "new.xlsx", *more, status=1))
    for which in ("old", "new"):
        by_itself = folder / ("mapping.xlsx" if which == "old" else "new.xlsx")
        cli.main(["skus", str(by_itself), *map(str, against(folder)), "--format", "json"])
        judged = json.loads(capsys.readouterr().out)
        assert told["skus"][which] == judged["skus"]
    changes = {one["sku"]: (one["old"], one["new"]) for one in told["skus"]["changed"]}
    gained = sum(new == "ready" for _, new in changes.values())
    lost = sum(old == "ready" for old, _ in changes.values())
    assert gained > 0
    assert lost > 0
    assert told["skus"]["new"]["ready"] - told["skus"]["old"]["ready"] == gained - lost


def test_equal_in_meaning(folder, tmp_path, capsys):
    other = write_mapping(tmp_path / "other.xlsx", [(f" {row[0]}", *row[1:]) for row in reversed(ROWS)])
    told = run(capsys, folder / "mapping.xlsx", other, "--lang", "en", status=0)
    assert "mean the same" in told
    assert "9 rows differ only in spelling" in told
    same = run(capsys, folder / "mapping.xlsx", folder / "mapping.xlsx", "--lang", "en", status=0)
    assert "say the same" in same


def test_a_spelling_that_changes_skus_is_no_equal(folder, tmp_path, capsys):
    """VTEX tells `m` from `M`, so where SKUs become ready by it the sheets are not alike."""
    other = write_mapping(tmp_path / "other.xlsx", [(*row[:6], row[6].upper()) for row in ROWS])
    assert run(capsys, folder / "mapping.xlsx", other, status=0)
    assert run(capsys, folder / "mapping.xlsx", other, *against(folder), status=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_there_in_each_language(folder, tmp_path, capsys, language):
    book = build.workbook(build.table("Sheet", [[*COLUMNS[1:], "CategoryID"], [*WINE[1:], SHIRTS]]))
    turned = build.save(book, tmp_path / "turned.xlsx")
    for other in (folder / "new.xlsx", turned):
        more = [*against(folder), "--lang", language]
        told = run(capsys, folder / "mapping.xlsx", other, *more, status=1)
        assert "Vinho" in told
        assert "{" not in told


def test_what_cannot_be_compared(folder, tmp_path, capsys):
    mapping = folder / "mapping.xlsx"
    assert "none.xlsx" in run(capsys, mapping, tmp_path / "none.xlsx", status=2)
    assert "products.xlsx" in run(capsys, mapping, folder / "products.xlsx", status=2)
    told = run(capsys, mapping, mapping, "--against", folder / "skus.xlsx", "--lang", "en", status=2)
    assert "export of products" in told
    assert "NEW" in run(capsys, mapping, status=2)
