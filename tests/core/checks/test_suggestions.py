"""What is suggested for what sellers write: the pairs of the list, and what must never be offered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from listo.core.checks import context
from listo.core.checks.context import CheckContext
from listo.core.checks.engine import run
from listo.core.checks.suggestions import (
    MOST,
    Candidates,
    likeness,
    nearly_spelled,
    suggest,
    suggest_names,
    suggest_themes,
)
from listo.core.checks.types import example
from listo.core.references.files import References
from listo.core.references.model import AmazonValues, Attribute
from listo.core.skus.options import Options
from listo.core.vocabulary.meanings import find_subjects

DATA = Path(__file__).parents[2] / "data"
LISTS: dict[str, list[str]] = json.loads((DATA / "suggestion_lists.json").read_text(encoding="utf-8"))
OF_NAMES = ("attribute", "attribute-label", "type")
COLOURS = ("Beige", "Black", "Blue", "Brown", "Green", "Grey", "Multicolor", "Red", "Silver", "White")

Pair = tuple[str, str, str, str]


def pairs(name: str) -> Iterator[Pair]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            attribute, accepted, typed, meant = line.split("\t")
            yield attribute, accepted, typed, meant


def suggested(attribute: str, accepted: str, typed: str) -> tuple[str, ...]:
    if accepted == "theme":
        return suggest_themes(typed, LISTS[accepted])
    if accepted in OF_NAMES:
        return suggest_names(typed, LISTS[accepted])
    return suggest(typed, LISTS[accepted], attribute=attribute)


class TestPairs:
    @pytest.mark.parametrize(
        ("name", "least"), [("suggestion_pairs.tsv", 300), ("suggestion_held_out.tsv", 100)]
    )
    def test_the_right_one_comes_first_or_soon(self, name: str, least: int) -> None:
        every = list(pairs(name))
        answers = [(suggested(*pair[:3]), pair[3]) for pair in every]
        first = sum(found[:1] == (meant,) for found, meant in answers) / len(every)
        soon = sum(meant in found[:3] for found, meant in answers) / len(every)
        print(f"{name}: {len(every)} pairs, {first:.1%} first, {soon:.1%} in the first three")
        assert len(every) >= least
        assert first >= 0.90
        assert soon >= 0.98

    def test_every_meant_value_is_in_its_list(self) -> None:
        wrong = [
            pair
            for name in ("pairs", "held_out")
            for pair in pairs(f"suggestion_{name}.tsv")
            if pair[3] not in LISTS[pair[1]]
        ]
        assert wrong == []

    def test_an_accepted_value_suggests_itself(self) -> None:
        found = {(name, text): suggest(text, texts)[:1] for name, texts in LISTS.items() for text in texts}
        assert {pair: best for pair, best in found.items() if best != (pair[1],)} == {}

    def test_the_order_of_the_list_changes_nothing_that_differs_in_meaning(self) -> None:
        assert suggest("Azul", COLOURS)[0] == suggest("Azul", COLOURS[::-1])[0] == "Blue"


class TestNoWildGuesses:
    @pytest.mark.parametrize("typed", ["xyz", "qwertz", "123", "?", "", "   ", "XPTO-2000", "Camiseta", "38"])
    def test_nothing_is_offered_where_nothing_is_near(self, typed: str) -> None:
        assert suggest(typed, COLOURS) == ()

    @pytest.mark.parametrize(
        ("typed", "accepted"),
        [
            ("Preto", ("Petrol", "Prints")),
            ("Prata", ("Print", "Pasta")),
            ("Rosa", ("Rosewood", "Rough")),
            ("38", ("39", "380", "83")),
            ("10 cm", ("12 cm", "10 in")),
            ("2 anos", ("3 Years", "12 Years")),
            ("Largo", ("Large", "Larger")),
            ("GG", ("G", "L", "M")),
        ],
    )
    def test_no_likeness_in_letters_where_the_meaning_is_another(
        self, typed: str, accepted: tuple[str, ...]
    ) -> None:
        assert suggest(typed, accepted) == ()

    def test_at_most_five(self) -> None:
        assert len(suggest("Blue", [f"Blue {number}" for number in range(20)])) == MOST

    def test_of_very_many_that_are_as_alike_those_in_the_same_case_come_first(self) -> None:
        others = [f"zyqwv{letter}k" for letter in "abcdefghijklmnopqrstu"]
        assert suggest("ZYQWVXK", [*others, "ZYQWVVK"])[0] == "ZYQWVVK"

    def test_an_empty_list_has_nothing_to_offer(self) -> None:
        assert suggest("Azul", ()) == ()


class TestMeaning:
    def test_the_language_of_the_list_does_not_matter(self) -> None:
        for blue in ("Blue", "Blau", "Azul"):
            assert suggest("azuis", ("Rot", blue, "Verde"))[0] == blue

    def test_a_colour_with_a_shade_before_the_colour_alone(self) -> None:
        shades = ("Red", "Blue", "Navy Blue", "Dark Blue", "Navy")
        assert suggest("Azul escuro", shades)[:1] == ("Dark Blue",)
        assert set(suggest("Azul marinho", shades)[:2]) == {"Navy Blue", "Navy"}

    def test_of_four_letters_one_slip_is_forgiven_and_of_three_none(self) -> None:
        assert suggest("Qlue", COLOURS) == ("Blue",)
        assert suggest("Qlxe", COLOURS) == suggest("Rqd", COLOURS) == ()

    @pytest.mark.parametrize(
        ("typed", "accepted", "offered"),
        [("Ferro", ("Zinc", "Metal"), ("Metal",)), ("Vinho", ("Scarlet", "Red"), ("Red",))],
    )
    def test_what_shares_only_a_more_general_word_is_not_offered(self, typed, accepted, offered) -> None:
        assert suggest(typed, accepted) == offered

    def test_sister_shades_come_after(self) -> None:
        assert suggest("Vinho", ("Red", "Blue", "Burgundy")) == ("Burgundy", "Red")

    def test_the_attribute_tells_which_sense_is_meant(self) -> None:
        both = ("Rose", "Pink", "Jasmine")
        assert suggest("Rosa", both, attribute="Color")[0] == "Pink"
        assert suggest("Rosa", ("Rose", "Jasmine"), attribute="Scent") == ("Rose",)

    def test_a_list_in_letters_and_in_words(self) -> None:
        both = ("Small", "S", "Large", "L")
        assert suggest("G", both) == ("L", "Large")
        assert suggest("Grande", both) == ("Large", "L")

    @pytest.mark.parametrize(
        ("typed", "first"), [("GGG", "XXL"), ("Extra Extra Grande", "Extra Extra Large")]
    )
    def test_an_abbreviation_is_answered_by_one_and_words_by_words(self, typed: str, first: str) -> None:
        assert suggest(typed, ["Extra Extra Large", "XXL"])[0] == first
        assert suggest(typed, ["XXL", "Extra Extra Large"])[0] == first

    def test_ambiguous_sizes_by_the_language_of_the_sheet(self) -> None:
        sizes = Candidates(("L", "XL", "XXL", "3XL"), find_subjects("Size"))
        assert sizes.nearest("XG", "es")[:1] == ("XL",)
        assert sizes.nearest("XG", "pt")[:1] == ("XXL",)

    def test_signs_tell_twins_apart(self) -> None:
        assert suggest("V Neck", ("V-Neck", "V Neck"))[0] == "V Neck"
        assert suggest("A+", ("A++", "A", "A+"))[0] == "A+"

    def test_names_of_machines_and_abbreviations_in_brackets(self) -> None:
        assert suggest("PVC", ("Plastic", "Polyvinyl Chloride (PVC)"))[0] == "Polyvinyl Chloride (PVC)"
        assert suggest("GG", ("x_l", "l", "7x_l")) == ("x_l",)

    def test_the_larger_share_counts(self) -> None:
        mixed = ("Cotton", "Spandex", "Polyester")
        assert suggest("5% elastano, 95% algodão", mixed)[0] == "Cotton"
        assert suggest("Algodão 30% Poliéster 70%", mixed)[0] == "Polyester"

    def test_many_colours_are_several_colours(self) -> None:
        assert suggest("Preto, branco e vermelho", COLOURS)[0] == "Multicolor"
        assert suggest("Azul/Branco", COLOURS)[0] == "Blue"

    @pytest.mark.parametrize("typed", ["10cm", "10 cm", "10,0 CM", "10 centímetros", "0,1 m", "100 mm"])
    def test_lengths_in_every_unit(self, typed: str) -> None:
        assert suggest(typed, ("1 cm", "10 cm", "10 in", "100 cm"))[0] == "10 cm"


class TestAttributes:
    @pytest.mark.parametrize(("field", "best"), [("Tamanho", "XXL"), ("Talla", "XL")])
    def test_a_run_tells_the_language_of_the_sheet(self, field: str, best: str) -> None:
        sizes = Attribute("size_name", "Size", ("size_name",), {"": ("L", "XL", "XXL")})
        values = AmazonValues(generation=2, attributes=(sizes,))
        row = {
            "AmazonSpecification": "Size",
            "VTEXSpecification": field,
            "VTEXValue": "XG",
            "AmazonValue": "XG",
        }
        options = Options(covers={"": frozenset({"*"})})
        found = run(example(row).sheet(), References((values,)), options=options).findings
        assert [(one.code, one.suggestions[0]) for one in found] == [("amazon-value-not-accepted", best)]

    def test_the_knowledge_names_the_attribute(self) -> None:
        colour = Attribute("color_name", "Farbe", ("Farbe", "color_name"), {"": ("Rose", "Pink")})
        values = AmazonValues(generation=2, attributes=(colour,), product_types=("SHIRT",))
        context = CheckContext(References((values,)))
        assert context.suggest_values("color_name", "Rosa", context.coverage.key("212"))[0] == "Pink"
        assert context.suggest_values("color_name", "Rosa", context.coverage.key("187")) == ()


def test_a_value_is_held_against_the_list_of_its_attribute_in_any_case() -> None:
    size = Attribute("Size", "Size", ("Size",), {"": ("S", "M")})
    values = AmazonValues(generation=3, attributes=(size,))
    context = CheckContext(References((values,)), Options(covers={"": frozenset({"*"})}))
    cells = {"CategoryID": "212", "AmazonSpecification": "SIZE"}
    assert context.is_accepted("AmazonValue", cells, "S")
    assert not context.is_accepted("AmazonValue", cells, "XG")
    assert context.is_accepted("AmazonValue", {**cells, "AmazonSpecification": "Voltage"}, "XG")


def test_a_cell_as_long_as_excel_takes_is_like_nothing_but_itself():
    text = ("Azul, vermelho (claro) 10 cm; " * 1_100)[:32_766]
    assert suggest(text, ["Azul", "Blue", "Red"], attribute="Color") == ()
    assert suggest(text, ["Azul", text.upper()]) == (text.upper(),)
    assert nearly_spelled(text, ["Azul", text[:-2]]) == ()
    assert likeness("Azul", text, "Color") == 0.0
    assert suggest_names(text, ["Color", "Size"]) == ()


def test_each_attribute_has_the_error_that_vtex_shows_for_it():
    checked = CheckContext(References())
    wrong = {
        name: checked.value_error(name)
        for name in ("Size", "Color", "TargetGender", "Department", "Material")
    }
    assert wrong == {
        "Size": "map-size-not-accepted",
        "Color": "map-color-not-accepted",
        "TargetGender": "map-targetgender-not-accepted",
        "Department": "map-material-or-department-not-accepted",
        "Material": "map-material-or-department-not-accepted",
    }
    assert checked.value_error("SizeMap") == "map-sizemap-not-accepted"
    assert checked.value_error("Voltage") == "map-value-not-accepted"
    absent = {
        name: checked.mandatory_error(name) for name in ("Color", "TargetGender", "Department", "Author")
    }
    assert absent == {
        "Color": "attr-color-missing",
        "TargetGender": "attr-targetgender-mandatory",
        "Department": "attr-targetgender-mandatory",
        "Author": "map-author-missing",
    }
    assert checked.mandatory_error("Voltage") == "asin-missing-attributes"


@pytest.mark.parametrize("maker", ["Manufacturer", "Hersteller", "Fabricante"])
def test_words_that_are_known_are_no_slip_for_another(maker):
    assert suggest_names("FabricType", (maker, "Material", "Color")) == ("Material",)


@pytest.mark.parametrize(
    ("value", "other", "is_slip"),
    [
        ("Estampa A", "Estampa B", False),
        ("Modelo 1001", "Modelo 1002", False),
        ("Estanpa A", "Estampa A", True),
    ],
)
def test_another_number_or_letter_that_stands_alone_is_no_slip(value: str, other: str, is_slip: bool) -> None:
    assert nearly_spelled(value, [other]) == ((other,) if is_slip else ())


def test_names_are_likened_as_names():
    assert likeness("Gênero", "Gender", None) == 1.0
    assert likeness("Gênero", "Color", None) == 0.0


@pytest.mark.parametrize("remembered", [0, 99])
def test_however_many_suggestions_are_remembered_they_are_the_same(monkeypatch, remembered):
    monkeypatch.setattr(context, "_MOST_SUGGESTED", remembered)
    values = AmazonValues(generation=3, attributes=(Attribute("color", "Color", (), {"": COLOURS}),))
    sheet = example(AmazonSpecification="Color", AmazonValue="Azul").sheet()
    found = run(sheet, References([values]), options=Options(covers={"": frozenset({"*"})})).findings
    assert [one.suggestions for one in found if one.code == "amazon-value-not-accepted"] == [("Blue",)]
