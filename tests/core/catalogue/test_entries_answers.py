"""What a person reads about an error."""

from __future__ import annotations

from listo.core.catalogue import entries
from listo.core.catalogue.entries import make_answer


def test_a_page_missing_in_the_readers_language_says_which_it_is_in():
    entry = entries.get_entry("order-catalog-unauthorized-channel")
    titles = [link.title for link in make_answer(entry, {}, "en").links]
    assert any(title.endswith("(in Portuguese)") for title in titles)


def test_captured_names_are_put_in():
    entry = entries.get_entry("map-specification-not-in-catalog")
    answer = make_answer(entry, {"specification": " Cor "}, "en")
    assert "maps “Cor”" in answer.meaning
    assert "“Cor”" in answer.steps[0]


def test_marked_names_and_paths_stand_between_asterisks():
    entry = entries.get_entry("map-specification-not-in-catalog")
    answer = make_answer(entry, {"specification": "Cor"}, "en", marked=True)
    assert "maps **Cor**" in answer.meaning
    assert "**Marketplace > Connections > Products**" in answer.afterwards


def test_without_names_the_plain_meaning_is_said():
    entry = entries.get_entry("match-attribute-divergence")
    whole = {"attribute": "color", "vtex_value": "Azul", "amazon_value": "Blue"}
    plain = entries.get_text(entry.id, "en").meaning_plain
    assert make_answer(entry, {}, "en").meaning == plain
    assert make_answer(entry, {"attribute": "color"}, "en").meaning == plain
    assert "“Azul”" in make_answer(entry, whole, "en").meaning


def test_braces_in_a_captured_name_are_left_alone():
    entry = entries.get_entry("map-value-not-accepted")
    assert "“{sku}”" in make_answer(entry, {"value": "{sku}"}, "en").meaning


def test_the_page_decides_how_to_reprocess_and_the_era_is_told():
    product = make_answer(entries.get_entry("map-size-not-accepted"), {}, "pt")
    stock = make_answer(entries.get_entry("inv-invalid-seller-id"), {}, "pt")
    assert "Marketplace > Conexões > Produtos" in product.afterwards
    assert "Marketplace > Conexões > Estoque" in stock.afterwards
    assert "Amazon Listing" in product.note
    assert not stock.note
