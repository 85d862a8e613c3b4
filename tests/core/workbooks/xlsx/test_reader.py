"""Amazon's real category templates: read whole, and the same by either way of reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from listo.core.workbooks.read import read_workbook
from study_material import SHARED, needs_shared

TEMPLATES = sorted(SHARED.glob("data/amazon-templates/*.xls?"))

pytestmark = [needs_shared, pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)]


def test_a_template_is_read_whole(path: Path):
    workbook = read_workbook(path)
    assert workbook.format == "xlsx"
    assert len(workbook.tables) >= 8
    assert sum(len(table.rows) for table in workbook.tables) > 500
    assert any(table.hidden for table in workbook.tables)


def test_reading_cell_by_cell_gives_the_same(path: Path, monkeypatch):
    usual = read_workbook(path)
    monkeypatch.setattr("listo.core.workbooks.xlsx.reader._area", lambda data: None)
    for ours, theirs in zip(read_workbook(path).tables, usual.tables, strict=True):
        assert ours.name == theirs.name
        assert ours.kinds == theirs.kinds
        for number in range(max(len(ours.rows), len(theirs.rows))):
            width = max(len(ours.rows[number]), len(theirs.rows[number]))
            for column in range(width):
                assert ours.text(number, column).strip() == theirs.text(number, column).strip()
