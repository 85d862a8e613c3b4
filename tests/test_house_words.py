"""Words that a person reads: one term for one thing, numbers and plurals by language, US spelling."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "resources"
LANGUAGES = ("en", "pt", "es")
BOOKS = ("checks", "readiness", "reports", "settings", "texts")
"""What the core says beside the answers of the catalogue, which have their own tests."""

SPELLED = {
    "en": (
        r"authoris|colour|recognis|behaviour|cancelled|organis|licence\b|favour|\bcentre\b|neighbour"
        r"|\btick(?:ed|s)? off|\buntick"
    ),
    "pt": r"à mão|escolhas lembradas|deixar como está|arquivos? excel\b|uso abusivo de marca",
    "es": (
        r"plantilla de mapeo|toda la plantilla|mi plantilla\b|elecciones recordadas|\bañad(?:e|a|o|ir)\b"
        r"|\bustedes?\b|\bfleteros?\b|\bfichero|\brellen[ao]"
    ),
}
"""What is said otherwise in that language: resources/README.md has the words."""

MARKED_PLURAL = re.compile(r"\w\((?:s|es|e|a|n|is|ões|as|os)\)")
NAMED = re.compile(r"https?://\S+|`[^`]*`|\{[^}]*\}")
BARE_COUNT = re.compile(r"%n\b")


def texts_of_window(language: str) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of what the window says; English stands in the sources, its plurals in a list."""
    for context in ET.parse(ROOT / "translations" / f"listo_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            found = message.find("translation")
            assert found is not None
            forms = [form.text or "" for form in found.iter("numerusform")] or [found.text or ""]
            yield from ((str(context.findtext("name")), form) for form in forms)


def english_sources() -> Iterator[tuple[str, str]]:
    for context in ET.parse(ROOT / "translations" / "listo_pt.ts").getroot().iter("context"):
        for message in context.iter("message"):
            if message.get("numerus") != "yes":
                yield str(context.findtext("name")), message.findtext("source") or ""


def texts_of_book(book: str, language: str) -> Iterator[tuple[str, str]]:
    def walk(place: str, value: object) -> Iterator[tuple[str, str]]:
        if isinstance(value, str):
            yield place, value
        elif isinstance(value, dict):
            for key, below in value.items():
                yield from walk(f"{place}.{key}", below)
        elif isinstance(value, list):
            for below in value:
                yield from walk(place, below)

    yield from walk(book, json.loads((ROOT / book / f"{language}.json").read_text(encoding="utf-8")))


def all_texts(language: str) -> Iterator[tuple[str, str]]:
    yield from texts_of_window(language)
    if language == "en":
        yield from english_sources()
    for book in BOOKS:
        yield from texts_of_book(book, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_thing_is_called_by_one_word(language):
    wrong = re.compile(SPELLED[language], re.IGNORECASE)
    said = [(place, text) for place, text in all_texts(language) if wrong.search(NAMED.sub("", text))]
    assert said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_leaves_the_plural_to_the_reader(language):
    said = [(place, text) for place, text in all_texts(language) if MARKED_PLURAL.search(text)]
    assert said == []


def test_counts_have_the_separators_of_the_language():
    """`%n` writes 1234 as it is, `%Ln` as the person's language does."""
    sources = ET.parse(ROOT / "translations" / "listo_pt.ts").getroot().iter("source")
    assert [source.text for source in sources if BARE_COUNT.search(source.text or "")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_a_form_of_its_own_that_counts(language):
    path = ROOT / "translations" / f"listo_{language}.ts"
    for message in ET.parse(path).getroot().iter("message"):
        if message.get("numerus") == "yes":
            forms = [form.text or "" for form in message.iter("numerusform")]
            source = message.findtext("source") or ""
            assert len(forms) == 2, source
            assert all("%Ln" in form or "%Ln" not in source for form in forms[1:]), source
