"""Two versions of a sheet by meaning, held against what was done to the first to get the second."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core.mapping.compare import Comparison, _longest_run, compare_sheets
from listo.core.mapping.sheet import COLUMNS, Header, MappingSheet

BLUE = ("212", "Color", "Variation", "Cor", "Color", "Azul", "Blue")
RED = ("212", "Color", "Variation", "Cor", "Color", "Vermelho", "Red")
COTTON = ("212", "", "Information", "Material", "Material", "Algodão", "Cotton")


def sheet(*rows: Sequence[str], columns: Sequence[str] = COLUMNS) -> MappingSheet:
    header = Header(1, {each: columns.index(each) for each in COLUMNS}, tuple(columns))
    texts = {name: [row[at] for row in rows] for at, name in enumerate(COLUMNS)}
    return MappingSheet("Mapping", header, list(range(2, 2 + len(rows))), texts)


def told(comparison: Comparison) -> list[tuple[str, int | None, int | None]]:
    return [(row.kind, row.old_row, row.new_row) for row in comparison.rows]


def test_equal_sheets():
    found = compare_sheets(sheet(BLUE, RED), sheet(BLUE, RED))
    assert found.is_equal
    assert not found.rows


def test_rows_that_came_went_and_changed():
    navy = (*BLUE[:-1], "Navy")
    found = compare_sheets(sheet(BLUE, RED), sheet(COTTON, navy))
    assert told(found) == [("added", None, 2), ("changed", 2, 3), ("removed", 3, None)]
    assert found.rows[1].columns == ("AmazonValue",)
    assert (found.rows[1].before, found.rows[1].after) == (BLUE, navy)
    assert found.counts == {"added": 1, "removed": 1, "changed": 1, "spelling": 0, "moved": 0}
    assert not found.is_equal


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (0, "212.0"), (0, " 0212"), (1, "COLOR"), (2, "variation"), (3, "cor"), (5, "Azul\u00a0"),
        (5, "Ázul"), (6, "blue"), (6, "Blue "),
    ],
)  # fmt: skip
def test_other_letters_for_the_same(column, text):
    other = (*BLUE[:column], text, *BLUE[column + 1 :])
    found = compare_sheets(sheet(BLUE), sheet(other))
    assert told(found) == [("spelling", 2, 2)]
    assert found.rows[0].columns == (COLUMNS[column],)
    assert found.is_equal


@pytest.mark.parametrize("column", range(6))
def test_another_row_where_one_of_the_first_six_cells_differs(column):
    other = (*BLUE[:column], "7", *BLUE[column + 1 :])
    assert told(compare_sheets(sheet(BLUE), sheet(other))) == [("added", None, 2), ("removed", 2, None)]


def test_a_row_that_moved():
    found = compare_sheets(sheet(BLUE, RED, COTTON), sheet(RED, COTTON, BLUE))
    assert told(found) == [("moved", 2, 4)]
    assert found.is_equal


def test_a_row_that_moved_and_changed():
    navy = (*BLUE[:-1], "Navy")
    (row,) = compare_sheets(sheet(BLUE, RED, COTTON), sheet(RED, COTTON, navy)).rows
    assert (row.kind, row.is_moved) == ("changed", True)


def test_rows_put_in_before_others_move_none():
    assert told(compare_sheets(sheet(BLUE, RED), sheet(COTTON, BLUE, RED))) == [("added", None, 2)]


def test_columns_in_another_order():
    order = (*COLUMNS[1:], COLUMNS[0])
    found = compare_sheets(sheet(BLUE), sheet(BLUE, columns=order))
    assert found.is_equal
    assert (found.old_columns, found.new_columns) == (COLUMNS, order)


def test_equal_rows_belong_together_before_others_of_the_same():
    """Both are about `Azul`: that of the two which is there still is not what changed."""
    navy = (*BLUE[:-1], "Navy")
    found = compare_sheets(sheet(BLUE, navy), sheet(navy, (*BLUE[:-1], "Sky")))
    assert told(found) == [("moved", 3, 2), ("changed", 2, 3)]


def test_blank_rows_are_none():
    blank = ("", " ", "", "", "", "\u200b", "")
    assert not compare_sheets(sheet(BLUE, blank, RED), sheet(blank, BLUE, RED)).rows


cells = st.sampled_from(["", "1", "a", "A", "á", "b "])
rows = st.lists(st.tuples(*[cells] * 7), max_size=8)


@given(rows, rows)
def test_what_is_told_makes_the_new_of_the_old(old, new):
    """Whatever the sheets: the old without what went, changed as told and with what came, is the new."""
    found = compare_sheets(sheet(*old), sheet(*new))
    by_kind = {kind: [row for row in found.rows if row.kind == kind] for kind in found.counts}
    texts = [row for row in old if any(cell.strip() for cell in row)]
    for row in found.rows:
        if row.before:
            texts.remove(row.before)
        if row.after:
            texts.append(row.after)
    assert sorted(texts) == sorted(row for row in new if any(cell.strip() for cell in row))
    assert not any(row.columns for row in by_kind["moved"])
    assert all("AmazonValue" in row.columns for row in by_kind["changed"])


@given(rows, rows)
def test_the_other_way_round(old, new):
    """What came on the way there goes on the way back."""
    there = compare_sheets(sheet(*old), sheet(*new)).counts
    back = compare_sheets(sheet(*new), sheet(*old)).counts
    assert (there["added"], there["removed"]) == (back["removed"], back["added"])
    assert there["changed"] == back["changed"]
    assert there["moved"] == back["moved"] or there["spelling"] != 0 or there["changed"] != 0


@given(st.permutations(range(7)))
def test_what_stays_is_a_longest_run(numbers):
    stays = sorted(_longest_run(numbers))
    kept = [numbers[place] for place in stays]
    assert kept == sorted(kept)
    assert len(kept) == _longest_by_trying(numbers)


def _longest_by_trying(numbers: Sequence[int]) -> int:
    best = [1] * len(numbers)
    for at, number in enumerate(numbers):
        best[at] = 1 + max((best[earlier] for earlier in range(at) if numbers[earlier] < number), default=0)
    return max(best, default=0)
