"""The practice sheets of the study material: exactly what is expected, and no error or warning besides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from listo.core import checks
from listo.core.references import References, read_amazon_values
from listo.core.sheets import find_mapping
from listo.core.workbooks import read_workbook
from shared import SHARED, needs_shared

PRACTICE = SHARED / "data" / "practice"
WITHOUT_EXPORTS = ("specs-", "products-")


def cases() -> list[dict[str, Any]]:
    listed = PRACTICE / "cases.json"
    every = json.loads(listed.read_text(encoding="utf-8")) if listed.is_file() else []
    return [case for case in every if not case["case"].startswith(WITHOUT_EXPORTS)]


def references(folder: Path, arguments: list[str]) -> References:
    files = [folder / argument for argument in arguments if not argument.startswith("--")]
    return References(read_amazon_values(read_workbook(file)) for file in files)


@needs_shared
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["case"])
def test_practice_case(case: dict[str, Any]) -> None:
    folder = PRACTICE / case["case"]
    sheet = find_mapping(read_workbook(folder / "mapping.xlsx"))
    assert sheet is not None
    found = checks.run(sheet, references(folder, case["args"])).findings
    places = [[one.code, one.row, one.column] for one in found]
    expected = case["expect"]
    assert [place for place in expected if place not in places] == []
    assert [one for one, place in zip(found, places, strict=True) if place not in expected] == []
