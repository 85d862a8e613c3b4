"""What covers a category: told, confirmed, general, alone; and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from listo.core.coverage.model import ALL_CATEGORIES, Coverage, Covering, FileCoverage
from listo.core.coverage.product_types import lineage_of_name
from listo.core.references.files import References
from listo.core.references.model import AmazonValues

SHIRTS, SHOES, BOOKS, BAGS = 212, 187, 784, 3032


def file(name: str, *types: str, **more: Any) -> AmazonValues:
    generation = more.pop("generation", 3)
    return AmazonValues(generation, (), product_types=types, file=f"/folder/{name}", **more)


SHIRT = file("shirt.xlsm", "SHIRT")
CLOTHES = file("clothes.xlsm", "SHIRT", "SHOES")
WORKBOOK = file("vtex.xlsx", "Shirts", "Livros", generation=0)
PARTS = file("parts.xlsm", "parts", "wiper", generation=1, kind="autoaccessory")


def coverage(*files: AmazonValues, **more: Any) -> Coverage:
    return Coverage(References(files), **more)


def of(found: Coverage, category: int | str) -> list[tuple[int, str, str]]:
    return [(one.file, one.product_type, one.how) for one in found.of(str(category))]


def test_a_name_tells_the_type_and_only_that_type_counts() -> None:
    found = coverage(CLOTHES)
    assert of(found, SHIRTS) == [(0, "SHIRT", "told")]
    assert of(found, SHOES) == [(0, "SHOES", "told")]
    assert of(found, BOOKS) == []


def test_a_kind_of_flat_file_covers_its_part_of_the_tree() -> None:
    assert of(coverage(PARTS), 899) == [(0, "", "told")]
    assert of(coverage(PARTS), SHIRTS) == []


@pytest.mark.parametrize("name", ["/folder/clothes.xlsm", "clothes.xlsm"])
def test_what_the_person_says_adds_to_what_is_told(name: str) -> None:
    found = coverage(CLOTHES, covers={name: frozenset({"784", "187"})})
    assert of(found, BOOKS) == [(0, "", "confirmed")]
    assert of(found, SHOES) == [(0, "SHOES", "told")]
    assert of(found, BAGS) == []
    assert of(coverage(CLOTHES, covers={"other.xlsm": frozenset({"784"})}), BOOKS) == []


def test_for_all_categories_is_for_those_that_are_none_too() -> None:
    found = coverage(SHIRT, covers={"shirt.xlsm": frozenset({ALL_CATEGORIES})})
    assert of(found, BOOKS) == of(found, "abc") == of(found, "") == [(0, "SHIRT", "confirmed")]
    assert of(coverage(SHIRT), "abc") == []


def test_vtex_s_workbook_is_for_all_and_a_tab_for_the_category_that_it_names() -> None:
    found = coverage(WORKBOOK)
    assert of(found, SHIRTS) == [(0, "Shirts", "general")]
    assert of(found, BOOKS) == [(0, "Livros", "general")]
    assert of(found, BAGS) == of(found, "") == [(0, "", "general")]
    confirmed = coverage(WORKBOOK, covers={"vtex.xlsx": frozenset({"3032"})})
    assert of(confirmed, BAGS) == [(0, "", "confirmed")]


def test_one_category_and_one_type_belong_together_unless_a_name_contradicts() -> None:
    odd = file("kurta.xlsm", "KURTA")
    assert of(coverage(odd, lone=SHIRTS), SHIRTS) == []
    lineage = lambda _: lineage_of_name("Coleção nova")  # noqa: E731
    assert of(coverage(odd, lone=7, lineage=lineage), 7) == [(0, "KURTA", "alone")]
    assert of(coverage(odd, lineage=lineage), 7) == []
    assert of(coverage(SHIRT, lone=BOOKS), BOOKS) == []
    assert of(coverage(CLOTHES, lone=7, lineage=lineage), 7) == []
    auto = file("auto.xlsm", "gadget", generation=1, kind="autoaccessory")
    assert of(coverage(auto, lone=BOOKS), BOOKS) == []


def test_the_names_are_those_that_the_sheet_s_reading_gives() -> None:
    found = coverage(CLOTHES, lineage={7: lineage_of_name("Sapatos"), 212: []}.__getitem__)
    assert of(found, 7) == [(0, "SHOES", "told")]
    assert of(found, 212) == []


def test_a_key_is_what_is_covered_alike() -> None:
    found = coverage(CLOTHES, SHIRT, covers={"shirt.xlsm": frozenset({"784"})})
    assert found.key("212") == found.key("0212") != found.key("187")
    assert found.key("9999") == ""
    assert not found.requirements("")
    assert found.requirements(found.key("784"))
    assert found.of("784") == (Covering(1, "SHIRT", "confirmed"),)


def test_what_may_be_asked_is_near_and_says_nothing_else() -> None:
    uniforms, dresses = 2306, 2271
    found = coverage(CLOTHES)
    assert found.likely(0, [SHIRTS, uniforms, dresses, BOOKS]) == (uniforms,)
    assert coverage(file("kurta.xlsm", "KURTA")).likely(0, [SHIRTS, uniforms]) == ()
    clothing, apparel, shoes, kitchen, instruments = 1604, 166, 187, 638, 54
    asked = [clothing, apparel, shoes, kitchen, instruments]
    assert coverage(SHIRT).likely(0, asked) == (apparel, clothing)
    assert coverage(file("kitchen.xlsm", "SPOON", "SCISSORS")).likely(0, asked) == (kitchen,)


def test_what_each_file_covers_by_way_and_what_none_does() -> None:
    found = coverage(CLOTHES, WORKBOOK, file("bags.xlsm", "BAG"), covers={"clothes.xlsm": frozenset({"784"})})
    types = ("SHIRT", "SHOES")
    assert found.files([784, 212, 187]) == (
        FileCoverage("clothes.xlsm", types, (187, 212), "told"),
        FileCoverage("clothes.xlsm", types, (784,), "confirmed"),
        FileCoverage("vtex.xlsx", ("Shirts", "Livros"), (187, 212, 784), "general"),
        FileCoverage("bags.xlsm", ("BAG",)),
    )
    assert found.uncovered([784, 212]) == ()
    assert coverage(CLOTHES).uncovered([784, 212, 100]) == (100, 784)
    assert coverage().uncovered([784, 212]) == ()
