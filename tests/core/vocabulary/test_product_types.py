"""Which product type a global category is about: an answer where it is certain, else none."""

from __future__ import annotations

import pytest

from listo.core.vocabulary import categories, product_types

SHIRTS, CLOTHING, SHOES, PANTS, APPAREL = 212, 1604, 187, 204, 166


@pytest.mark.parametrize(
    ("category", "types", "told"),
    [
        (SHIRTS, ("SHIRT", "SHOES"), "SHIRT"),
        (SHOES, ("SHIRT", "SHOES"), "SHOES"),
        (SHOES, ("shirt", "shoes", "pants"), "shoes"),
        (PANTS, ("SHIRT", "PANTS"), "PANTS"),
        (SHIRTS, ("Clothing", "Shoes"), "Clothing"),
        (SHOES, ("Sapatos", "Roupas"), "Sapatos"),
        (SHIRTS, ("Health", "Clothing"), "Clothing"),
    ],
)
def test_a_name_that_is_a_product_type(category: int, types: tuple[str, ...], told: str) -> None:
    assert product_types.find_product_type(category, types) == told


@pytest.mark.parametrize(
    ("category", "types"),
    [
        (SHIRTS, ("SHIRT",)),  # nothing to choose
        (SHIRTS, ("SHIRT", "TOP")),  # names both
        (SHIRTS, ("SHIRT", "SWEATER")),  # where sweaters belong is not known: here, perhaps
        (SHOES, ("SHOES", "BOOT")),  # boots are shoes
        (SHIRTS, ("SHIRT", "CLOTHING")),  # one stands above the other
        (APPAREL, ("SHIRT", "SHOES")),  # says neither
        (99_000_001, ("SHIRT", "SHOES")),
    ],
)
def test_no_answer_is_better_than_a_wrong_one(category: int, types: tuple[str, ...]) -> None:
    assert product_types.find_product_type(category, types) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("SAUTE_FRY_PAN", "Sauté fry pans"), ("DRESS", "Dresses"), ("BABY", "Babies"), ("SHOES", "shoe")],
)
def test_spellings_of_one_product_type(one: str, other: str) -> None:
    assert product_types.normalize_product_type(one) == product_types.normalize_product_type(other)


def test_an_answer_is_always_in_the_name_of_the_category_or_above() -> None:
    types = ("SHIRT", "SHOES", "PANTS", "DRESS", "SKIRT")
    for category in categories.all_ids():
        if told := product_types.find_product_type(category, types):
            above = " ".join(categories.path(category, "en")).lower()
            assert told.lower().rstrip("s") in above
