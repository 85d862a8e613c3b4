"""Names of attributes in the XML feed and in templates."""

from __future__ import annotations

from listo.core.vocabulary import attributes


def test_names_of_attributes_in_the_feed() -> None:
    assert attributes.feed_name("color_name") == "Color"
    assert attributes.feed_name("color") == "Color"
    assert attributes.feed_name("Color") == "Color"
    assert attributes.feed_name("mfg_minimum") == "MinimumManufacturerAgeRecommended"
    assert attributes.feed_name("fabricolor") is None
    assert attributes.fields("Size")[0] == "size_name"
    assert attributes.fields("Fabricolor") == ()
