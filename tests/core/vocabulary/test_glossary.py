"""The glossary holds together, and tells languages apart."""

from __future__ import annotations

import pytest

from listo.core import resources
from listo.core.vocabulary.glossary import NUMBER, detect_language, singularize, split_words, stem

FOLDER = resources.root() / "vocabulary" / "glossary"
FILES = {path.stem: resources.read_json(f"vocabulary/glossary/{path.name}") for path in FOLDER.glob("*.json")}
KEYS = {"_about", "kind", "subject", "inflected", "mixture", "blend", "basic", "for", "concepts"}
KEYS_OF_CONCEPTS = {"en", "pt", "es", "de", "near", "parts", "weight", "scale", "kinds", "short"}


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
            assert {file.get("mixture"), file.get("blend"), *file.get("basic", ())} - {None} <= known

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
        assert detect_language(texts) == language


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
def test_singular(several: str, one: str) -> None:
    assert singularize(several) == singularize(one) or singularize(several) == one


@pytest.mark.parametrize("form", ["vermelho", "vermelha", "vermelhos", "vermelhas", "vermelhinho"])
def test_number_gender_and_smallness_do_not_matter(form: str) -> None:
    assert stem(form) == stem("vermelho")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AzulMarinho", ("azul", "marinho")),
        ("10,50cm", ("10.5", "cm")),
        ("1.000,50 ml", ("1000.5", "ml")),
        ("1,234,567.80", ("1234567.8",)),
        ("1.2.3", ("1.2.3",)),
        ("1.000 ml", ("1000", "ml")),
        ("7 1/2", ("7.5",)),
        ('10"', ("10", "inches")),
        ("Women's", ("womens",)),
        ("5% elastano, 95% algodão", ("algodao", "elastano")),
        ("Elastano 5% Algodão 95%", ("algodao", "elastano")),
        ("Poliéster 60%, Algodão 40%", ("poliester", "algodao")),
        ("Algodão 95%, elastano", ("algodao",)),
        ("Camiseta 100% algodão", ("algodao",)),
        ("> 60 %", ("60",)),
        ("00", ("00",)),
    ],
)
def test_cut_into_words(text: str, words: tuple[str, ...]) -> None:
    assert split_words(text) == words
