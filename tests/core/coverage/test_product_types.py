"""Which product type a category is about: an answer where its name says it beyond doubt, else none.

Measured over the 261 pairs of `product_type_pairs.tsv`, which were judged from the names alone before the
program was asked, those of five real templates among them. At the first asking it was right in 57 of the 58
answers that it gave (precision 0.983) and gave 57 of the 69 that it could have given (recall 0.826). What was
wrong was mended in the rules, and nine types of the templates came into the table: 1.000 and 0.971 now.
All that it says over the 5,583 categories was read through as well: for the 30 product types of those
templates (20 answers), and for 208 other types (240 answers). The three that were wrong there, Portuguese
words that are English ones too (`Pastas`, `Máscaras`, `Skate`), are ruled out since.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from listo.core.coverage import product_types
from listo.core.coverage.product_types import lineage_of, lineage_of_name, says_another_type, told_type
from listo.core.vocabulary import categories

SHIRTS, CLOTHING, SHOES, PANTS, APPAREL, BOOKS = 212, 1604, 187, 204, 166, 784
MEASURING, CHAIR_ACCESSORIES = 3475, 7248
VEHICLE_PARTS, WATERCRAFT_PARTS, ANCHORS = 5613, 3391, 3189
FILES = {
    "SHIRT": ("SHIRT",),
    "EYEWEAR": ("sunglasses",),
    "FOOD": ("FOOD_STORAGE_CONTAINER",),
    "SPOON": (
        "measuringcup", "foodslicer", "spoon", "foodmasher", "manualfoodmillgrinder", "bladedfoodpeeler",
        "placemat", "kitchenknife", "drinkcoaster", "foodstoragecontainer", "tray", "foodstrainer", "skewer",
        "bottleopener", "electricfoodmillgrinder", "foodgrater", "scissors", "butterdish", "basket",
        "corepitremover",
    ),
    "AUTO": ("accessories", "autooil", "autoaccessorymisc", "autobattery", "autopart", "wiper", "parts"),
}  # fmt: skip
"""The product types that stand in one file together, as in five real templates."""


def pairs() -> list[tuple[int, str, tuple[str, ...], str, bool]]:
    """Return category, its name, the types of the file, the type in question, and whether it is right."""
    path = Path(__file__).parents[2] / "data" / "product_type_pairs.tsv"
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(int(i), name, FILES.get(file, (t,)), t, answer == "yes") for i, name, file, t, answer in lines]


def test_it_is_right_whenever_it_speaks_and_speaks_nearly_always() -> None:
    judged = pairs()
    assert len(judged) >= 150
    said = [(told_type(lineage_of(number), types) == one, right) for number, _, types, one, right in judged]
    right, wrong = said.count((True, True)), said.count((True, False))
    assert wrong == 0
    assert right / sum(right for _, right in said) >= 0.95


@pytest.mark.slow
def test_it_is_silent_over_the_whole_tree_but_for_a_few() -> None:
    """A template is for few of the 5,583 categories; one more than a person has read is one too many."""
    said = {
        name: sum(told_type(lineage_of(each), types) is not None for each in categories.all_ids())
        for name, types in FILES.items()
    }
    assert said == {"SHIRT": 1, "EYEWEAR": 1, "FOOD": 1, "SPOON": 15, "AUTO": 2}


@pytest.mark.parametrize(
    ("category", "types", "told"),
    [
        (SHIRTS, ("SHIRT", "SHOES"), "SHIRT"),
        (SHIRTS, ("SHIRT",), "SHIRT"),
        (SHOES, ("SHIRT", "SHOES"), "SHOES"),
        (SHOES, ("shirt", "shoes", "pants"), "shoes"),
        (PANTS, ("SHIRT", "PANTS"), "PANTS"),
        (SHOES, ("Sapatos", "Roupas"), "Sapatos"),
        (SHIRTS, ("SHIRT", "CLOTHING"), "SHIRT"),
        (CHAIR_ACCESSORIES, ("CHAIR",), None),
        (BOOKS, ("ABIS_BOOK",), "ABIS_BOOK"),
    ],
)
def test_a_name_that_is_a_product_type(category: int, types: tuple[str, ...], told: str | None) -> None:
    assert told_type(lineage_of(category), types) == told


@pytest.mark.parametrize(
    ("category", "types"),
    [
        (SHIRTS, ("SHIRT", "TOP")),  # names both
        (SHIRTS, ("SHIRT", "SWEATER")),  # sweaters are in it too, perhaps
        (SHOES, ("SHOES", "BOOT")),  # boots are shoes
        (APPAREL, ("SHIRT", "SHOES")),  # says neither
        (SHIRTS, ("Clothing", "Shoes")),  # stands above: of clothing, not just that
        (MEASURING, ("measuringcup", "spoon")),  # cups and spoons
        (99_000_001, ("SHIRT", "SHOES")),
    ],
)
def test_no_answer_is_better_than_a_wrong_one(category: int, types: tuple[str, ...]) -> None:
    assert told_type(lineage_of(category), types) is None


def test_a_portuguese_word_that_is_an_english_one_says_nothing() -> None:
    by_name = {categories.name(each, "en"): each for each in categories.all_ids()}
    assert told_type(lineage_of(by_name["Briefcases"]), ["PASTA"]) is None
    assert told_type(lineage_of_name("Pastas"), ["PASTA"]) is None
    assert told_type(lineage_of_name("Máscaras"), ["MASCARA"]) is None


def test_a_store_s_category_is_understood_by_its_own_name() -> None:
    assert told_type(lineage_of_name("Shoes"), ["SHOES", "SHIRT"]) == "SHOES"
    assert told_type(lineage_of_name("Sapatos"), ["SHOES", "SHIRT"]) == "SHOES"
    assert told_type(lineage_of_name("Shirt"), ["SHIRT"]) == "SHIRT"
    assert told_type(lineage_of_name("Coleção nova"), ["SHIRT"]) is None
    assert lineage_of_name(" ") == []


def test_what_contradicts_a_file_of_one_type() -> None:
    assert says_another_type(lineage_of(BOOKS), ["SHIRT"])
    assert not says_another_type(lineage_of(SHIRTS), ["SHIRT"])
    assert not says_another_type(lineage_of_name("Coleção nova"), ["SHIRT"])


@pytest.mark.parametrize(
    ("kind", "category", "is_in", "is_elsewhere"),
    [
        ("clothing", SHIRTS, True, False),
        ("Clothing", BOOKS, False, True),
        ("AutoAccessory", 899, True, False),
        ("AutoAccessory", VEHICLE_PARTS, True, False),
        ("AutoAccessory", WATERCRAFT_PARTS, False, True),
        ("AutoAccessory", ANCHORS, False, True),
        ("Shoes", SHOES, True, False),
        ("somethingelse", BOOKS, False, False),
    ],
)
def test_a_kind_of_flat_file_has_its_part_of_the_tree(
    kind: str, category: int, is_in: bool, is_elsewhere: bool
) -> None:
    lineage = lineage_of(category)
    assert product_types.is_in_kind(lineage, kind) is is_in
    assert product_types.is_of_another_kind(lineage, kind) is is_elsewhere


@pytest.mark.parametrize(
    ("tab", "category", "named"),
    [
        ("Shirts & Tops", SHIRTS, True),
        ("Camisetas e tops", SHIRTS, True),
        ("Shirts", SHIRTS, True),
        ("Clothing", SHIRTS, False),
        ("Clothing", CLOTHING, True),
        ("Vehicle Maintenance, Care & Dec", 913, True),  # cut at 31 letters
    ],
)
def test_a_tab_is_the_category_s_whose_own_name_it_bears(tab: str, category: int, named: bool) -> None:
    assert product_types.is_named_so(lineage_of(category), tab) is named


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SAUTE_FRY_PAN", "Sauté fry pans"),
        ("DRESS", "Dresses"),
        ("BABY", "Babies"),
        ("SHOES", "shoe"),
        ("NECKTIE", "Neckties"),
        ("KNIFE", "Knives"),
        ("SCARF", "Scarves"),
        ("GLOVE", "Gloves"),
    ],
)
def test_spellings_of_one_product_type(one: str, other: str) -> None:
    assert product_types.form(one) == product_types.form(other)
