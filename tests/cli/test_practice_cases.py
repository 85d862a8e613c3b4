"""The practice sheets of the study material: exactly what is expected, and no error or warning besides."""

from __future__ import annotations

import json
from typing import Any

import pytest

from listo import cli
from study_material import SHARED, needs_shared

PRACTICE = SHARED / "data" / "practice"


def cases() -> list[dict[str, Any]]:
    listed = PRACTICE / "cases.json"
    every: list[dict[str, Any]] = json.loads(listed.read_text(encoding="utf-8")) if listed.is_file() else []
    return every


@needs_shared
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["case"])
def test_practice_case(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    folder = PRACTICE / case["case"]
    arguments = [text if text.startswith("--") else str(folder / text) for text in case["args"]]
    status = cli.main(["check", str(folder / "mapping.xlsx"), *arguments, "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    told = [one for one in findings if one["code"] not in case["tolerate"]]
    places = [[one["code"], one["row"], one["column"]] for one in told if one["row"] or one["column"]]
    values = [[one["code"], one["value"]] for one in told if one["row"] is None and one["column"] is None]
    whole = [[code, None, None] for code, value in values if not value]
    assert sorted(places + whole, key=str) == sorted(case["expect"], key=str)
    assert sorted(each for each in values if each[1]) == sorted(case["expect_values"])
    assert status == (1 if findings else 0)
