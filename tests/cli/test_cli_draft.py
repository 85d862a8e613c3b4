"""`listo draft`: the sheet that it writes, what it tells and asks, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

import builders_amazon as build
from drafting_stores import make_store
from listo import cli
from listo.core.mapping.sheet import COLUMNS
from listo.core.texts import LANGUAGES

FILES = ("amazon", "products", "skus", "product_fields")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place: Path = tmp_path_factory.mktemp("store")
    store = make_store(7, products=12)
    for name in FILES:
        build.save(getattr(store, name), place / f"{name}.xlsx")
    return place


def against(folder: Path, *names: str) -> list[str]:
    named = [part for name in names or FILES for part in ("--against", str(folder / f"{name}.xlsx"))]
    return [*named, *(["--covers", "amazon.xlsx=*"] if not names or "amazon" in names else [])]


def run(capsys: pytest.CaptureFixture[str], *arguments: str, status: int) -> str:
    assert cli.main(["draft", *arguments, "--lang", "en"]) == status
    out = capsys.readouterr()
    assert (out.err == "") == (status != 2)
    assert status != 2 or out.err.count("\n") == 1
    return out.err if status == 2 else out.out


def test_the_sheet_and_what_is_told_of_it(folder, tmp_path, capsys):
    target = tmp_path / "draft.xlsx"
    told = json.loads(run(capsys, *against(folder), "--output", str(target), "--format", "json", status=1))
    sheet = openpyxl.load_workbook(target).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == list(COLUMNS)
    assert {type(row[0]) for row in rows[1:]} == {int}
    assert len(told["rows"]) == len(rows) - 1
    for one in told["rows"]:
        written = rows[one["row"] - 1]
        assert (one["category"], one["field"], one["attribute"], one["vtex_value"], one["value"] or None) == (
            written[0], *written[3:],
        )  # fmt: skip
        assert (one["grade"], one["how"]) in {("sure", "silent"), ("likely", "look"), ("guess", "open")}
    assert {one["how"] for one in told["rows"]} == {"silent", "look", "open"}
    assert told["questions"][0].keys() >= {
        "id", "kind", "category", "field", "attribute", "value", "options", "skus", "products",
    }  # fmt: skip
    assert (
        sum(value for state, value in told["skus"].items() if state not in ("total", "ready_unchecked"))
        == (told["skus"]["total"])
    )


def test_answered_it_asks_no_more(folder, tmp_path, capsys):
    target, answers = str(tmp_path / "draft.xlsx"), tmp_path / "answers.json"
    told = json.loads(run(capsys, *against(folder), "--output", target, "--format", "json", status=1))
    given = {each["id"]: each["options"][0] for each in told["questions"] if each["kind"] != "constant"}
    answers.write_text(json.dumps(given), encoding="utf-8")
    more = [*against(folder), "--output", target, "--force", "--answers", str(answers), "--format", "json"]
    after = json.loads(run(capsys, *more, status=0))
    assert {each["kind"] for each in after["questions"]} <= {"constant"}
    assert all(row["value"] for row in after["rows"])


def test_an_older_mapping_counts(folder, tmp_path, capsys):
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    run(capsys, *against(folder), "--output", str(first), status=1)
    told = run(capsys, *against(folder), "--from", str(first), "--output", str(second), status=1)
    assert "category-ids" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_there_in_each_language(folder, tmp_path, capsys, language):
    arguments = [*against(folder), "--output", str(tmp_path / "draft.xlsx"), "--lang", language]
    assert cli.main(["draft", *arguments]) == 1
    out = capsys.readouterr().out
    assert "value/" in out
    assert "category-ids" in out
    assert "{" not in out


@pytest.mark.parametrize(
    ("missing", "word"),
    [("products", "products and SKUs"), ("amazon", "Amazon category template")],
)
def test_what_is_missing_is_said(folder, tmp_path, capsys, missing, word):
    there = [name for name in FILES if name != missing]
    assert word in run(capsys, *against(folder, *there), "--output", str(tmp_path / "d.xlsx"), status=2)


def test_without_specifications_nothing_is_drafted(folder, tmp_path, capsys):
    arguments = against(folder, "amazon", "products")
    assert "specifications" in run(capsys, *arguments, "--output", str(tmp_path / "d.xlsx"), status=2)
    assert not (tmp_path / "d.xlsx").exists()


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"x": 3}', '{"category-ids": "perhaps"}', '{"x": ["a"]}', "[" * 100_000],
)
def test_answers_that_cannot_be_used(folder, tmp_path, capsys, content):
    answers = tmp_path / "answers.json"
    answers.write_text(content, encoding="utf-8")
    arguments = [*against(folder), "--output", str(tmp_path / "d.xlsx"), "--answers", str(answers)]
    assert "answers.json" in run(capsys, *arguments, status=2)
    assert not (tmp_path / "d.xlsx").exists()


def test_no_file_is_written_over_unasked(folder, tmp_path, capsys):
    target = tmp_path / "draft.xlsx"
    target.write_bytes(b"mine")
    assert "--force" in run(capsys, *against(folder), "--output", str(target), status=2)
    assert target.read_bytes() == b"mine"
    run(capsys, *against(folder), "--output", str(target), "--force", status=1)
    source = folder / "products.xlsx"
    before = source.read_bytes()
    run(capsys, *against(folder), "--output", str(source), "--force", status=2)
    assert source.read_bytes() == before


def test_usage(folder, tmp_path, capsys):
    assert "--output" in run(capsys, *against(folder), status=2)
    missing = [
        *against(folder),
        "--output",
        str(tmp_path / "d.xlsx"),
        "--answers",
        str(tmp_path / "none.json"),
    ]
    assert "none.json" in run(capsys, *missing, status=2)
    assert ".xlsx" in run(capsys, *against(folder), "--output", str(tmp_path / "d.csv"), status=2)
    assert "--sheet" in run(capsys, *against(folder), "--output", "d.xlsx", "--sheet", "x", status=2)
