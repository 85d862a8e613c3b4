"""Global categories, by id."""

from __future__ import annotations

from listo.core.vocabulary import categories


def test_the_categories_that_vtex_knows() -> None:
    assert categories.is_known(166)
    assert categories.is_known(504634)
    assert not categories.is_known(0)
    assert not categories.is_known(10)
    assert categories.name(2985, "en") == "Outdoor Grills"
    assert categories.name(2985, "pt") == "Churrasqueiras externas"
    assert categories.name(2985, "es") == "Barbacoas"
    assert categories.name(10, "pt") is None


def test_a_category_without_a_name_in_a_language_has_its_english_one() -> None:
    assert categories.name(543689, "pt") == "Flashlights"


def test_the_way_from_the_top() -> None:
    assert categories.path(3, "en") == ("Animals & Pet Supplies", "Pet Supplies", "Bird Supplies")
    assert categories.path(10, "en") == ()
