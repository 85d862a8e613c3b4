"""The practice sheets and the faults of real files in the study material: exactly what is expected, no more.

Besides information and what a case tolerates. The twins of these cases are not at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from listo import cli
from study_material import SHARED, needs_shared

FOLDERS = (SHARED / "data" / "practice-v2", SHARED / "data" / "cases-real")


def cases() -> Iterator[Any]:
    for folder in FOLDERS:
        listed = folder / "cases.json"
        for case in json.loads(listed.read_text(encoding="utf-8")) if listed.is_file() else []:
            yield pytest.param(folder / case["case"], case, id=case["case"])


def run(folder: Path, case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> tuple[int, Any]:
    files = {one.name for one in folder.iterdir()}
    arguments = [str(folder / text) if text in files else text for text in case["args"]]
    status = cli.main(["check", str(folder / "mapping.xlsx"), *arguments, "--format", "json"])
    return status, json.loads(capsys.readouterr().out)


@needs_shared
@pytest.mark.parametrize(("folder", "case"), list(cases()))
def test_case(folder: Path, case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    status, document = run(folder, case, capsys)
    expected = {code for code, *_ in (*case["expect"], *case["expect_values"])}
    told = [
        one
        for one in document["findings"]
        if one["code"] not in case["tolerate"] and (one["severity"] != "info" or one["code"] in expected)
    ]
    places = [[one["code"], one["row"], one["column"]] for one in told if one["row"] or one["column"]]
    values = [[one["code"], one["value"]] for one in told if one["row"] is None and one["column"] is None]
    by_value = [each for each in values if each in case["expect_values"]]
    whole = [[code, None, None] for code, value in values if [code, value] not in by_value]
    assert sorted(places + whole, key=str) == sorted(case["expect"], key=str)
    assert sorted(by_value) == sorted(case["expect_values"])
    assert status == (1 if any(one["severity"] != "info" for one in document["findings"]) else 0)
    at = {(one["row"], one["column"]): one for one in told}
    for row, column in case.get("no_safe_fix", ()):
        assert at[row, column]["safe_fix"] is None
    for code, row, column, suggestion in case.get("suggests", ()):
        assert at[row, column]["code"] == code
        assert suggestion in at[row, column]["suggestions"]


@needs_shared
def test_vtex_s_marks_are_read_under_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    _, document = run(FOLDERS[1] / "vtex-optional", {"args": ["--against", "values.xlsx"]}, capsys)
    lacking = [one for one in document["findings"] if one["code"] == "mandatory-attribute-missing"]
    assert [(one["value"], one["severity"]) for one in lacking] == [("Size", "error")]
    assert document["coverage"] == [
        {"file": "values.xlsx", "product_types": ["Shirts"], "categories": [212], "how": "general"}
    ]


def messages() -> list[dict[str, Any]]:
    listed = FOLDERS[1] / "explain.jsonl"
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    return [json.loads(line) for line in lines if line.strip()]


@needs_shared
@pytest.mark.parametrize("case", messages(), ids=lambda case: case["text"][:40])
def test_real_message(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["explain", case["text"], "--format", "json"])
    [result] = json.loads(capsys.readouterr().out)["results"]
    told = [match["error_id"] for match in result["matches"]]
    assert told
    assert told[0] in case["accept"]
