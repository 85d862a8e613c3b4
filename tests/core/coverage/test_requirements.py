"""What files ask together: an attribute goes by several names, and what any of the files takes is taken."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders_amazon as build
from listo.core.coverage.requirements import FilePart, Requirements
from listo.core.references.files import References, read_amazon_values
from listo.core.references.model import AmazonValues, Attribute, AttributeNames
from listo.core.references.names import family, normalize_value, strip_selectors


def asked(*files: AmazonValues, types: Sequence[str] = ()) -> Requirements:
    """Return what files ask together, of these product types file by file, of any where none is given."""
    return Requirements(
        [
            FilePart(values, AttributeNames(values.attributes), types[place] if types else "")
            for place, values in enumerate(files)
        ]
    )


def only(requirements: Requirements, name: str) -> Attribute:
    [(_, attribute)] = requirements.meant(name)
    return attribute


CUT_DOWN = asked(read_amazon_values(build.cut_down()))
UNIFIED = asked(read_amazon_values(build.generation_3("de")))
EARLY = asked(read_amazon_values(build.generation_1()))


@pytest.mark.parametrize("name", ["Color", "color_name", "color#1.value", build.path("color")])
@pytest.mark.parametrize("requirements", [CUT_DOWN, UNIFIED, EARLY])
def test_colour_goes_by_every_name_in_every_generation(requirements: Requirements, name: str) -> None:
    assert family(only(requirements, name).key) in ("color_name", "color")
    assert requirements.spelling(name) == "Color"


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
    assert only(UNIFIED, name).key == key


@pytest.mark.parametrize("name", ["", "Fabricolor", "Author", "Colour"])
def test_what_no_attribute_is_called(name: str) -> None:
    assert CUT_DOWN.meant(name) == ()
    assert CUT_DOWN.right_name(name) is None
    assert CUT_DOWN.spelling(name) == name


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
    assert CUT_DOWN.meant(name) == ()
    assert CUT_DOWN.right_name(name) == spelled
    assert CUT_DOWN.meant(spelled) != ()


def test_a_right_name_is_its_own_spelling() -> None:
    assert CUT_DOWN.right_name("color_name") == "color_name"


def test_ids_of_another_generation_are_known_in_any_case() -> None:
    assert UNIFIED.right_name("COLOR_NAME") == "color_name"


def test_the_feeds_spelling_is_suggested_else_the_label() -> None:
    assert UNIFIED.spelling(build.KEYS_3[4]) == "Size"
    assert UNIFIED.spelling(build.KEYS_3[1]) == "Produkttyp"
    assert "Color" in UNIFIED.spellings
    assert asked().spelling("color_name") == "Color"


def test_two_workbooks_take_together_what_either_takes() -> None:
    both = asked(read_amazon_values(build.cut_down()), read_amazon_values(build.generation_3("de")))
    size = both.accepted("Size")
    assert size is not None
    assert {"S", "XS", "7X-Large"} <= set(size.texts)
    assert both.accepted("size_name").texts == size.texts  # type: ignore[union-attr]
    assert both.themes == ("SizeColor", "COLOR", "SIZE/COLOR")
    assert both.deprecated_themes == ("COLOR_NAME",)


def test_what_vtex_fills_itself_need_not_be_mapped() -> None:
    values = read_amazon_values(build.generation_3("de"))
    sent = {one.key for one in values.attributes if one.is_sent_by_integration}
    assert {build.KEYS_3[0], build.KEYS_3[1], build.KEYS_3[5]} <= sent
    assert build.KEYS_3[2] not in sent
    assert Attribute("Title", "Title", ("Title",)).is_sent_by_integration
    assert not Attribute("Department", "Department", ("Department",)).is_sent_by_integration
    assert not {family(key) for key in sent} & {i for one in UNIFIED.required for i in one.identities}


def test_needs() -> None:
    assert References().needs() == frozenset()
    assert References([read_amazon_values(build.cut_down())]).needs() == {"amazon-values"}


def test_numbered_twins_are_one_attribute_and_as_required_as_the_first() -> None:
    bullet = only(UNIFIED, "BulletPoint")
    assert set(bullet.required.values()) == {"required"}
    names = AttributeNames(read_amazon_values(build.generation_3("de")).attributes)
    assert list(names.families).count(family(bullet.key)) == 1


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
    CUT_DOWN.right_name(text)


@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=12))
def test_every_label_resolves(labels: list[str]) -> None:
    attributes = tuple(Attribute(key=label, label=label, names=(label,)) for label in labels)
    requirements = asked(AmazonValues(generation=2, attributes=attributes))
    assert all(requirements.meant(label) for label in labels)


# What several files, labels and product types have in common


def listed(key: str, label: str, *values: str, **more: Any) -> Attribute:
    return Attribute(key, label, (label, key), {"": values} if values else {}, **more)


def file_of(*attributes: Attribute, **more: Any) -> AmazonValues:
    return AmazonValues(generation=more.pop("generation", 3), attributes=attributes, **more)


def test_two_attributes_of_one_label_are_both_meant() -> None:
    width, depth = listed("item_width.unit", "Unit", "Inches"), listed("item_depth.unit", "Unit", "Feet")
    requirements = asked(file_of(width, depth))
    accepted = requirements.accepted("Unit")
    assert accepted is not None
    assert accepted.texts == ("Inches", "Feet")
    assert requirements.accepted("item_depth.unit").texts == ("Feet",)  # type: ignore[union-attr]
    assert asked(file_of(width, listed("item_depth.unit", "Unit"))).accepted("Unit") is None


def test_a_value_is_deprecated_only_where_no_file_has_it_plain() -> None:
    old = file_of(listed("color_name", "Color", "Blue", "Navy", deprecated=frozenset({"Navy"})))
    for other, is_deprecated in (
        (file_of(listed("color", "Farbe", "Red", "Navy")), False),
        (file_of(listed("color", "Farbe", "Red")), True),
    ):
        accepted = asked(old, other).accepted("Color")
        assert accepted is not None
        assert accepted.has("Navy")
        assert accepted.is_deprecated("Navy") is is_deprecated
        assert accepted.current(accepted.texts)[0] == "Blue"
    assert asked(old, file_of(listed("color", "Farbe"))).accepted("Color") is None


def test_a_deprecated_value_in_another_case_leads_to_it_only_if_there_is_no_other() -> None:
    accepted = asked(
        file_of(listed("color", "Color", "NAVY", "Navy", deprecated=frozenset({"NAVY"})))
    ).accepted("Color")
    assert accepted is not None
    assert accepted.in_other_case("navy") == ("Navy",)
    old = asked(file_of(listed("color", "Color", "Navy", deprecated=frozenset({"Navy"})))).accepted("Color")
    assert old is not None
    assert old.in_other_case("navy") == ("Navy",)


def test_only_the_lists_and_themes_of_the_type_that_counts() -> None:
    values = file_of(
        Attribute("fit", "Fit", ("fit",), {"SHIRT": ("Slim",), "SHOES": ("Wide",)}),
        Attribute("variation_theme#1.name", "Theme", (), {"SHIRT": ("SIZE",), "SHOES": ("COLOR",)}),
        product_types=("SHIRT", "SHOES"),
        themes=("SIZE", "COLOR"),
    )
    shirt, any_type = asked(values, types=["SHIRT"]), asked(values)
    assert shirt.accepted("Fit").texts == ("Slim",)  # type: ignore[union-attr]
    assert any_type.accepted("Fit").texts == ("Slim", "Wide")  # type: ignore[union-attr]
    assert (shirt.themes, any_type.themes) == (("SIZE",), ("SIZE", "COLOR"))
    assert shirt.is_theme("SIZE")
    assert not shirt.is_theme("COLOR")


@pytest.mark.parametrize(
    ("generation", "level", "types", "hard"),
    [
        (3, "required", ["SHIRT"], True),
        (3, "required", [], True),
        (3, "conditional", ["SHIRT"], None),
        (1, "may-be-required", ["SHIRT"], False),
        (2, "may-be-required", [], False),
        (2, "required", ["SHIRT"], False),
    ],
)
def test_what_is_required_is_hard_only_where_the_file_means_it(
    generation: int, level: str, types: list[str], hard: bool | None
) -> None:
    one = listed("fabric_type", "Fabric Type", required={"": level})
    values = file_of(one, generation=generation, product_types=("SHIRT", "SHOES"))
    assert [each.is_hard for each in asked(values, types=types).required] == ([] if hard is None else [hard])


def test_vtex_s_workbook_requires_of_the_tab_that_counts_alone() -> None:
    one = listed("Size", "Size", "S", required={"Shirts": "required"}, product_types=("Shirts",))
    other = listed("Color", "Color", "Red", required={"Shoes": "required"}, product_types=("Shoes",))
    values = file_of(one, other, generation=0, product_types=("Shirts", "Shoes"))
    assert [each.spelling for each in asked(values, types=["Shirts"]).required] == ["Size"]
    assert asked(values).required == ()
    assert asked(values).accepted("Color") is not None


def test_the_same_attribute_is_required_once_and_as_hard_as_any_file_has_it() -> None:
    early = file_of(listed("color_name", "Color", required={"": "may-be-required"}), generation=2)
    newer = file_of(listed("color", "Farbe", required={"": "required"}))
    [required] = asked(early, newer).required
    assert (required.spelling, required.is_hard) == ("Color", True)
    assert asked(early, newer).identities("color_name") & required.identities


def test_nothing_is_asked_where_no_file_covers() -> None:
    nothing = asked()
    assert not nothing
    assert (nothing.required, nothing.themes, nothing.spellings) == ((), (), ())
    assert nothing.accepted("Color") is None
    assert nothing.is_theme("SizeColor")
    assert nothing.theme("sizecolor") == "SizeColor"
