"""The real templates, where the study material is at hand; they are never part of the project."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from listo.core.references.files import detect_kind, read_amazon_values
from listo.core.references.model import AmazonValues, AttributeNames
from listo.core.references.names import family
from listo.core.workbooks.read import read_workbook
from study_material import SHARED, needs_shared

FACTS = {
    "gen1-ae-autoaccessory.xlsm": "WAMS_Flat.File.AutoAccessory.ae.xlsm",
    "gen2-de-spoon.xlsm": "elstrauss_SPOON_etc_DE.xlsm",
    "gen2-us-eyewear.xlsx": "krispydan_the-frame_amazon-template_US_EYEWEAR.xlsx",
    "gen3-de-food-storage.xlsm": "elstrauss_FOOD_STORAGE_CONTAINER_DE.xlsm",
    "gen3-us-shirt.xlsm": "nt204_SHIRT.xlsm",
}
LEVELS = {
    "Required": "required",
    "Pflichtfeld": "required",
    "Erforderlich": "required",
    "Conditionally Required": "conditional",
    "Bedingt erforderlich": "conditional",
    "Recommended": "recommended",
    "Empfohlen": "recommended",
    "Preferred": "recommended",
    "Bevorzugt": "recommended",
    "Optional": "optional",
}

pytestmark = needs_shared


@cache
def values_of(name: str) -> AmazonValues:
    book = read_workbook(SHARED / "data" / "amazon-templates" / name)
    assert detect_kind(book) == "amazon-values"
    return read_amazon_values(book)


@cache
def facts_of(name: str) -> dict[str, Any]:
    layouts = json.loads((SHARED / "domain" / "amazon-template-layouts.json").read_text(encoding="utf-8"))
    return next(facts for facts in layouts["files"] if facts["file"] == FACTS[name])


@cache
def themes_of(name: str) -> tuple[set[str], set[str]]:
    """Return the themes on offer, and the deprecated ones, as the study found them."""
    themes = json.loads((SHARED / "domain" / "amazon-variation-themes.json").read_text(encoding="utf-8"))
    ours = [one for one in themes["templates"] if one["file"] == FACTS[name]]
    offered = {theme for one in ours for theme in one.get("themes", one.get("active", ()))}
    return offered, {theme for one in ours for theme in one.get("deprecated", ())} - offered


@pytest.mark.parametrize("name", FACTS)
def test_what_the_templates_are(name: str) -> None:
    values, facts = values_of(name), facts_of(name)
    settings = facts["settings"]
    assert values.generation == facts["generation"]
    assert values.marketplace == settings.get("primaryMarketplaceId", "").removeprefix("amzn1.mp.o.")
    assert values.language == settings.get("contentLanguageTag", "")
    in_template = [a for a in values.attributes if a.label != a.key or "#" in a.key]
    assert len(values.attributes) >= facts["template_columns"] >= len(in_template) * 0.95


@pytest.mark.parametrize("name", FACTS)
def test_every_line_of_the_definitions_is_understood(name: str) -> None:
    values, stated = values_of(name), facts_of(name)["data_definitions"]["required_counts"]
    wanted = dict.fromkeys(LEVELS.values(), 0)
    for word, count in stated.items():
        wanted[LEVELS[word]] += count
    found = Counter(level for one in values.attributes for level in set(one.required.values()))
    found["required"] += found.pop("may-be-required", 0)
    assert all(found[level] >= count for level, count in wanted.items())
    assert found["required"] - wanted["required"] <= 12  # a line for several numbered attributes


@pytest.mark.parametrize("name", FACTS)
def test_the_themes_are_those_that_were_found(name: str) -> None:
    values, (offered, deprecated) = values_of(name), themes_of(name)
    assert offered <= set(values.themes)
    assert len(deprecated) == len(values.deprecated_themes)
    assert not any("(" in theme for theme in (*values.themes, *values.deprecated_themes))


@pytest.mark.parametrize("name", FACTS)
def test_every_attribute_resolves_by_its_names(name: str) -> None:
    values = values_of(name)
    names = AttributeNames(values.attributes)
    for attribute in values.attributes:
        assert family(attribute.key) in names.find(attribute.label)
        assert all(names.find(each) for each in attribute.names)


def test_conditional_lists_are_united() -> None:
    shirt = AttributeNames(values_of("gen3-us-shirt.xlsm").attributes)
    [collar], [size] = map(shirt.find, ("Collar Style", "Size"))
    assert len(shirt.attribute(collar).accepted()) >= 29
    assert shirt.attribute(size).spellings()["7x_l"] == "7X-Large"


def test_deprecated_themes_are_told_apart() -> None:
    values = values_of("gen3-de-food-storage.xlsm")
    assert (len(values.themes), len(values.deprecated_themes)) == (8, 108)
    assert "FARBE/GRÖSSE" in values.themes


def test_shipping_templates_and_accounts() -> None:
    values = values_of("gen3-us-shirt.xlsm")
    assert values.shipping_templates == ("Migrated Template",)
    assert values.account.startswith("A")
