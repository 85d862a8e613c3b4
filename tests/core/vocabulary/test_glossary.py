"""The glossary holds together, and tells languages apart."""

from __future__ import annotations

import pytest

from listo.core import resources
from listo.core.vocabulary.glossary import NUMBER, detect_language

FOLDER = resources.root() / "vocabulary" / "glossary"
FILES = {path.stem: resources.read_json(f"vocabulary/glossary/{path.name}") for path in FOLDER.glob("*.json")}
KEYS = {"_about", "kind", "subject", "inflected", "mixture", "blend", "for", "concepts"}
KEYS_OF_CONCEPTS = {"en", "pt", "es", "de", "near", "parts", "weight", "scale"}


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
