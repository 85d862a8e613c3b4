"""The glossary holds together, and texts are read with it as people mean them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listo.core import resources
from listo.core.vocabulary.glossary import NUMBER, Glossary, fillers, glossary, singular, stem
from listo.core.vocabulary.languages import language_of_words
from listo.core.vocabulary.meanings import (
    Context,
    Reading,
    is_understood,
    readings,
    subjects_of,
)
from listo.core.vocabulary.wording import words_of

FOLDER = resources.root() / "vocabulary" / "glossary"
FILES = {path.stem: resources.read_json(f"vocabulary/glossary/{path.name}") for path in FOLDER.glob("*.json")}
KEYS = {"_about", "kind", "subject", "inflected", "mixture", "blend", "for", "concepts"}
KEYS_OF_CONCEPTS = {"en", "pt", "es", "de", "near", "parts", "weight", "scale"}


def best(text: str, **context: object) -> dict[str, float]:
    found = readings(text, Context(**context))  # type: ignore[arg-type]
    return dict(found[0].weights) if found else {}


class TestFiles:
    @pytest.mark.parametrize("name", sorted(FILES))
    def test_every_key_is_known(self, name: str) -> None:
        file = FILES[name]
        assert file.keys() <= KEYS
        assert {key for entry in file["concepts"].values() for key in entry} <= KEYS_OF_CONCEPTS

    def test_every_concept_has_one_place(self) -> None:
        names = [(file["kind"], name) for file in FILES.values() for name in file["concepts"]]
        assert sorted(names) == sorted(set(names))

    def test_what_concepts_refer_to_exists(self) -> None:
        for file in FILES.values():
            known = {
                name
                for other in FILES.values()
                if other["kind"] == file["kind"]
                for name in other["concepts"]
            }
            named = [
                part
                for entry in file["concepts"].values()
                for each in (*entry.get("near", ()), *entry.get("parts", ()))
                for part in each.split("+")
            ]
            assert {part for part in named if not part.startswith(NUMBER)} <= known
            assert {file.get("mixture"), file.get("blend")} - {None} <= known

    def test_no_word_is_written_twice_for_one_concept(self) -> None:
        twice = [
            (name, language)
            for file in FILES.values()
            for name, entry in file["concepts"].items()
            for language in ("en", "pt", "es", "de")
            if len(entry.get(language, ())) != len({*entry.get(language, ())})
        ]
        assert twice == []

    def test_there_are_enough_colours(self) -> None:
        assert len(FILES["colours"]["concepts"]) >= 60


class TestWords:
    @pytest.mark.parametrize(
        ("several", "one"),
        [
            ("azuis", "azul"),
            ("botoes", "botao"),
            ("mujeres", "mujer"),
            ("marrons", "marrom"),
            ("girls", "girl"),
            ("gris", "gris"),
        ],
    )
    def test_singular(self, several: str, one: str) -> None:
        assert singular(several) == singular(one) or singular(several) == one

    @pytest.mark.parametrize("form", ["vermelho", "vermelha", "vermelhos", "vermelhas", "vermelhinho"])
    def test_number_gender_and_smallness_do_not_matter(self, form: str) -> None:
        assert stem(form) == stem("vermelho")

    def test_boys_and_girls_are_not_of_one_stem(self) -> None:
        assert best("Meninas") != best("Meninos")

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("AzulMarinho", ("azul", "marinho")),
            ("10,50cm", ("10.5", "cm")),
            ("1.000 ml", ("1000", "ml")),
            ("7 1/2", ("7.5",)),
            ('10"', ("10", "inches")),
            ("Women's", ("womens",)),
            ("5% elastano, 95% algodão", ("algodao", "elastano")),
            ("> 60 %", ("60",)),
            ("00", ("00",)),
        ],
    )
    def test_cut_into_words(self, text: str, words: tuple[str, ...]) -> None:
        assert words_of(text) == words


class TestReadings:
    def test_the_longest_phrase_is_read(self) -> None:
        assert best("azul marinho") == {"navy": 1.0}
        assert best("azul escuro").keys() == {"blue", "dark"}

    def test_small_words_say_nothing_unless_they_are_alone(self) -> None:
        assert best("Cor: azul") == {"blue": 1.0}
        assert best("Cor") != {}
        assert "cor" in fillers()

    def test_a_general_word_beside_its_shade_says_nothing(self) -> None:
        assert best("azul navy") == {"navy": 1.0}

    def test_ambiguous_words_have_a_reading_for_each_sense(self) -> None:
        found = {next(iter(reading.weights)) for reading in readings("M", Context())}
        assert {"medium", "meters", "months", "male"} <= found

    def test_the_attribute_comes_first(self) -> None:
        assert best("rosa", subjects=subjects_of("Color")) == {"pink": 1.0}
        assert best("rosa", subjects=subjects_of("Scent")) == {"rose flower": 1.0}

    @pytest.mark.parametrize(
        ("attribute", "subject"),
        [
            ("Cor", "colour"),
            ("ColorMap", "colour"),
            ("lens_color", "colour"),
            ("Talla", "size"),
            ("Material externo", "material"),
            ("Farbe", "colour"),
        ],
    )
    def test_what_values_an_attribute_has(self, attribute: str, subject: str) -> None:
        assert subject in subjects_of(attribute)

    def test_slips_are_forgiven_to_people_alone(self) -> None:
        assert best("vermelo") == {"~vermelo": 1.0}
        assert Reading({"red": 1.0}, pytest.approx(0.886, abs=0.01)) in readings(
            "vermelo", Context(forgiving=True)
        )

    def test_what_is_understood(self) -> None:
        assert is_understood("2 camisas azuis de algodão", "values") is True
        assert is_understood("azul xpto", "values") is False

    def test_the_same_length_in_another_unit(self) -> None:
        centimetres = {frozenset(r.weights) for r in readings("10 cm", Context())}
        millimetres = {frozenset(r.weights) for r in readings("100 mm", Context())}
        assert centimetres & millimetres == {frozenset({"#100", "length"})}

    @given(st.text(max_size=40))
    def test_any_text_can_be_read(self, text: str) -> None:
        for reading in readings(text, Context(forgiving=True)):
            assert reading.weights
            assert 0 < reading.certainty <= 1
            assert all(weight > 0 for weight in reading.weights.values())

    @pytest.mark.parametrize("kind", ["values", "names"])
    def test_every_word_of_the_glossary_is_understood(self, kind: str) -> None:
        book: Glossary = glossary(kind)  # type: ignore[arg-type]
        assert [word for word in book.words() if not book.senses((word,))] == []


class TestLanguages:
    @pytest.mark.parametrize(
        ("texts", "language"),
        [
            (["Cor", "Tamanho", "Azul", "Vermelho"], "pt"),
            (["Talla", "Rojo", "Azul"], "es"),
            (["Colour", "Sizes", "Wine red"], "en"),
            (["212", "xyz"], None),
            ([], None),
        ],
    )
    def test_the_language_of_most_words(self, texts: list[str], language: str | None) -> None:
        assert language_of_words(texts) == language
