"""An attribute goes by several names; all resolve, and none that is not one."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders_amazon as build
from listo.core.references.detection import read_amazon_values
from listo.core.references.lookup import References
from listo.core.references.model import AmazonValues, Attribute
from listo.core.references.names import family, normalize_value, strip_selectors

CUT_DOWN = References([read_amazon_values(build.cut_down())])
UNIFIED = References([read_amazon_values(build.generation_3("de"))])
EARLY = References([read_amazon_values(build.generation_1())])


@pytest.mark.parametrize("name", ["Color", "color_name", "color#1.value", build.path("color")])
@pytest.mark.parametrize("references", [CUT_DOWN, UNIFIED, EARLY])
def test_colour_goes_by_every_name_in_every_generation(references: References, name: str) -> None:
    attribute = references.attribute(name)
    assert attribute is not None
    assert family(attribute.key) in ("color_name", "color")
    assert references.attribute_spelling(name) == "Color"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Farbe", build.KEYS_3[2]),
        ("ColorMap", build.KEYS_3[3]),
        ("color_map", build.KEYS_3[3]),
        ("color#1.standardized_values#1", build.KEYS_3[3]),
        ("Size", build.KEYS_3[4]),
        ("shirt_size", build.KEYS_3[4]),
        ("BulletPoint", build.KEYS_3[5]),
        ("bullet_point2", build.KEYS_3[5]),
        ("bullet_point#2.value", build.KEYS_3[5]),
        ("VariationTheme", build.KEYS_3[7]),
        ("TeamName", build.KEYS_3[8]),
        ("team_name", build.KEYS_3[8]),
    ],
)
def test_names_of_the_unified_template(name: str, key: str) -> None:
    attribute = UNIFIED.attribute(name)
    assert attribute is not None
    assert attribute.key == key


@pytest.mark.parametrize("name", ["", "Fabricolor", "Author", "Colour"])
def test_what_no_attribute_is_called(name: str) -> None:
    assert CUT_DOWN.attribute(name) is None
    assert CUT_DOWN.attribute_ignoring_case(name) is None
    assert CUT_DOWN.attribute_spelling(name) == name


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("tARGETgENDER", "TargetGender"),
        ("color", "Color"),
        ("COLOR", "Color"),
        ("COLOR_NAME", "color_name"),
        ("size", "Size"),
        ("minimummanufacturerageRecommended", "MinimumManufacturerAgeRecommended"),
    ],
)
def test_a_name_in_another_case_is_told_from_a_right_one(name: str, spelled: str) -> None:
    assert CUT_DOWN.attribute(name) is None
    found = CUT_DOWN.attribute_ignoring_case(name)
    assert found is not None
    assert found[1] == spelled
    assert CUT_DOWN.attribute(spelled) == found[0]


def test_a_right_name_is_its_own_spelling() -> None:
    found = CUT_DOWN.attribute_ignoring_case("color_name")
    assert found is not None
    assert found[1] == "color_name"


def test_ids_of_another_generation_are_known_in_any_case() -> None:
    found = UNIFIED.attribute_ignoring_case("COLOR_NAME")
    assert found is not None
    assert found[1] == "color_name"


def test_the_feeds_spelling_is_suggested_else_the_label() -> None:
    assert UNIFIED.attribute_spelling(build.KEYS_3[4]) == "Size"
    assert UNIFIED.attribute_spelling(build.KEYS_3[1]) == "Produkttyp"
    assert "Color" in UNIFIED.spellings
    assert References().attribute_spelling("color_name") == "Color"


def test_two_workbooks_take_together_what_either_takes() -> None:
    both = References([read_amazon_values(build.cut_down()), read_amazon_values(build.generation_3("de"))])
    size = both.attribute("Size")
    assert size is not None
    assert {"S", "XS", "7X-Large"} <= set(size.accepted())
    assert both.attribute("size_name") == size
    assert both.themes == ("SizeColor", "COLOR", "SIZE/COLOR")
    assert both.deprecated_themes == ("COLOR_NAME",)


def test_what_vtex_fills_itself_need_not_be_mapped() -> None:
    sent = {one.key for one in UNIFIED.attributes if one.is_sent_by_integration}
    assert {build.KEYS_3[0], build.KEYS_3[1], build.KEYS_3[5]} <= sent
    assert build.KEYS_3[2] not in sent
    assert Attribute("Title", "Title", ("Title",)).is_sent_by_integration
    assert not Attribute("Department", "Department", ("Department",)).is_sent_by_integration


def test_needs() -> None:
    assert References().needs() == frozenset()
    assert CUT_DOWN.needs() == {"amazon-values"}


def test_numbered_twins_are_one_attribute_and_as_required_as_the_first() -> None:
    bullet = UNIFIED.attribute("BulletPoint")
    assert bullet is not None
    assert set(bullet.required.values()) == {"required"}
    assert [one.key for one in UNIFIED.attributes].count(bullet.key) == 1


def test_references_travel_between_processes() -> None:
    values = read_amazon_values(build.generation_3())
    assert pickle.loads(pickle.dumps(values)) == values


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (build.path("color"), "color"),
        (build.path("color", "#1.standardized_values#1"), "color.standardized_values"),
        ("neck[marketplace_id=X]#1.neck_style[language_tag=en_US]#2.value", "neck.neck_style"),
        ("unit_count[marketplace_id=X]#1.type[language_tag=en_US].value", "unit_count.type"),
        (
            "other_product_image_locator_3[marketplace_id=X]#1.media_location",
            "other_product_image_locator.media_location",
        ),
        ("bullet_point5", "bullet_point"),
        ("::record_action", "::record_action"),
        ("amzn1.volt.ca.product_id_type", "amzn1.volt.ca.product_id_type"),
    ],
)
def test_the_family_of_a_path(key: str, expected: str) -> None:
    assert family(key) == expected


@given(st.text())
def test_any_text_can_be_a_name(text: str) -> None:
    assert normalize_value(normalize_value(text)) == normalize_value(text)
    assert strip_selectors(strip_selectors(text)) == strip_selectors(text)
    assert family(text) is not None
    CUT_DOWN.attribute_ignoring_case(text)


@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=12))
def test_every_label_resolves(labels: list[str]) -> None:
    attributes = tuple(Attribute(key=label, label=label, names=(label,)) for label in labels)
    references = References([AmazonValues(generation=2, attributes=attributes)])
    assert all(references.attribute(label) is not None for label in labels)
