"""What CategoryID holds, as the exports tell it or the person does."""

from __future__ import annotations

import pytest

from listo.core.skus.options import CategoryReading, Pair
from listo.core.skus.sheet_skus import read_categories

GLOBAL, STORE, EITHER, NEITHER = Pair(212, 9), Pair(999, 7), Pair(212, 7), Pair(998, 8)
SHEET = {212, 7}


@pytest.mark.parametrize(
    ("sent", "reading"),
    [
        ({GLOBAL: 5}, "global"),
        ({EITHER: 5}, "global"),
        ({STORE: 5}, "store"),
        ({STORE: 5, EITHER: 9}, "store"),
        ({NEITHER: 5}, "unknown"),
        ({}, "unknown"),
        ({GLOBAL: 21, STORE: 1}, "global"),
        ({GLOBAL: 20, STORE: 1}, "both"),
        ({GLOBAL: 1, STORE: 21}, "store"),
        ({GLOBAL: 3, STORE: 3}, "both"),
    ],
)
def test_the_skus_tell_what_category_id_holds(sent: dict[Pair, int], reading: str) -> None:
    assert read_categories(sent, SHEET).reading == reading


def test_the_counts_are_told_and_the_person_counts_more() -> None:
    assert read_categories({GLOBAL: 4, STORE: 2, EITHER: 1, NEITHER: 8}, SHEET, "store") == CategoryReading(
        "store", 4, 2, 1, "person"
    )


@pytest.mark.parametrize(
    ("reading", "pair", "category"),
    [
        ("global", EITHER, 212),
        ("global", STORE, None),
        ("store", EITHER, 7),
        ("store", GLOBAL, None),
        ("both", EITHER, 212),
        ("both", STORE, 7),
        ("both", NEITHER, None),
        ("unknown", EITHER, None),
    ],
)
def test_under_which_id_the_rows_of_a_sku_stand(reading: str, pair: Pair, category: int | None) -> None:
    assert CategoryReading(reading).category_of(pair, SHEET) == category
