"""The faults of real files in the study material: exactly what is expected besides information."""

from __future__ import annotations

import json
from typing import Any

import pytest

from listo import cli
from study_material import SHARED, needs_shared

REAL = SHARED / "data" / "cases-real"


OF_COVERAGE = ("vtex-optional", "one-type-other-category", "label-twice")
"""Held by the tests of coverage."""


def cases() -> list[dict[str, Any]]:
    listed = REAL / "cases.json"
    every: list[dict[str, Any]] = json.loads(listed.read_text(encoding="utf-8")) if listed.is_file() else []
    return [case for case in every if case["case"] not in OF_COVERAGE]


@needs_shared
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["case"])
def test_real_case(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    folder = REAL / case["case"]
    arguments = [text if text.startswith("--") else str(folder / text) for text in case["args"]]
    cli.main(["check", str(folder / "mapping.xlsx"), *arguments, "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    expected = [tuple(one) for one in case["expect"]]
    told = [
        (one["code"], one["row"], one["column"])
        for one in findings
        if one["code"] not in case["tolerate"]
        and (one["severity"] != "info" or (one["code"], one["row"], one["column"]) in expected)
    ]
    assert sorted(told, key=str) == sorted(expected, key=str)
    valued = [[one["code"], one["value"]] for one in findings]
    assert all(one in valued for one in case["expect_values"])
    for row, column in case.get("no_safe_fix", ()):
        assert all(
            one["safe_fix"] is None for one in findings if (one["row"], one["column"]) == (row, column)
        )
    for code, row, column, suggestion in case.get("suggests", ()):
        [one] = [one for one in findings if (one["code"], one["row"], one["column"]) == (code, row, column)]
        assert suggestion in one["suggestions"]


LATER = ("The product_id provided", "This ASIN has GTIN codes")
"""Parts of messages that the catalogue cannot place yet; it may not answer them with another error."""


def messages() -> list[dict[str, Any]]:
    listed = REAL / "explain.jsonl"
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    return [json.loads(line) for line in lines if line.strip()]


@needs_shared
@pytest.mark.parametrize("case", messages(), ids=lambda case: case["text"][:40])
def test_real_message(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["explain", case["text"], "--format", "json"])
    [result] = json.loads(capsys.readouterr().out)["results"]
    told = [match["error_id"] for match in result["matches"]]
    assert told or any(part in case["text"] for part in LATER)
    assert set(told[:1]) <= set(case["accept"])
