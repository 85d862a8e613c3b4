"""Words that a person reads: one term for one thing, numbers and plurals by language, US spelling."""

from __future__ import annotations

import ast
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from listo.core.texts import LANGUAGES, Language, Texts

ROOT = Path(__file__).resolve().parent.parent
RESOURCES, CODE = ROOT / "resources", ROOT / "gui" / "listo"
BOOKS = ("checks", "readiness", "reports", "settings", "texts")
"""What the core says beside the answers of the catalogue."""

NOT_SAID: dict[Language, dict[str, str]] = {
    "en": {
        r"authoris|colour|recognis|behaviour|cancell(?:ed|ing)|organis|licence\b|favour|\bcentre\b|neighbour"
        r"|catalogue\b|labell|analyse|\bgrey\b": "the spelling of the United States",
        r"\btick(?:ed|s)? off|\buntick": "check off",
        r"set aside|\bskipped for now": "left as it is",
        r"\bmend": "fix, corrected",
        r"\b(?:Amazon’s|its) shops\b": "Amazon’s stores",
        r"\bour (?:reading|guess)\b|\bwe assume\b": "what it means for the reader",
    },
    "pt": {
        r"\bà mão\b": "manualmente",
        r"infração de marca|violação de marca|uso abusivo de marca": "uso indevido de marca registrada",
        r"arquivos? de Excel|arquivos? excel\b|planilha do Excel|pastas? de trabalho": "arquivo do Excel",
        r"etiqueta de idioma": "tag de idioma",
        r"escolhas (?:guardadas|lembradas)": "escolhas salvas",
        r"deix\w+ como (?:está|estão)(?=$|[.,;]? *(?:de propósito|por ora))": "ignorar por ora",
        r"Próximo tipo$": "Próximo tipo de problema (Tipo is a column)",
        r"\bbusc[aoáeu]|\bbusqu|pesquis": "procurar (of what one fetches: obter)",
        r"\bgrav(?:a|e|o)\w*": "salvar",
        r"ficheiro|deletar|\btela cheia de": "arquivo, excluir",
        r"\bum produto próprio\b": "um produto no catálogo dela (ASIN)",
        r"leitura nossa|suposição nossa": "what it means for the reader",
    },
    "es": {
        r"plantilla de mapeo(?! en blanco)|toda la plantilla|mi plantilla\b|plantilla que (?:subes|cargas)": (
            "hoja de mapeo"
        ),
        r"\bfletes?\b": "envío",
        r"transportadora|\bfleteros?\b": "transportista",
        r"soporte (?:al|de|a los) vendedor(?:es)?\b": "Atención al colaborador comercial",
        r"\bun producto propio\b": "un producto en su catálogo (ASIN)",
        r"\ba mano\b": "manualmente",
        r"lectura nuestra|suposición nuestra": "what it means for the reader",
        r"pestaña \*\*Modelo de envío": "Plantillas de envío",
        r"elecciones (?:guardadas|recordadas)": "opciones guardadas",
        r"\bañad(?:e|a|o|ir)\b": "agregar",
        r"\bustedes?\b": "tú",
        r"\bfichero|computadora|ordenador": "archivo, equipo",
        r"\brellen[ao]": "completar",
        r"\blocaliz|salvar\b": "buscar, guardar",
    },
}
"""By language what is not said (regular expressions), with what is: resources/README.md has the words."""

NO_TEXT_FOR_PEOPLE = {"keywords", "_about"}
"""Parts of the texts that are read by nobody: people type as they like."""

QUOTED = (
    "termos de busca",  # Amazon's name for a field
    "Como deletar uma coleção",  # the title of an article of VTEX's
)
"""What is named as it is on the screens of others."""

MARKED_PLURAL = re.compile(r"\w\((?:s|es|e|a|n|is|ões|as|os)\)|(?<!ã)\(1\)")
NAMED = re.compile(r"https?://\S+|`[^`]*`|\{[^}]*\}|@[a-z-]+|" + "|".join(QUOTED), re.IGNORECASE)
VTEX_WORDS = re.compile("“[^”]*”")
"""What the answers of the catalogue quote."""
BARE_COUNT = re.compile(r"%n\b")

PLACES = {
    "row",
    "first",
    "last",
    "line",
    "place",
    "number",
    "day",
    "year",
    "month",
    "hour",
    "index",
    "column",
}
"""What a number in a sentence names by its place: Excel's rows have no separators."""
COUNTED = re.compile(r"\.(?:count|total|cells|rows|skus|times|explained|changed_cells)$")
"""Attributes in the code that hold a count."""


def texts_of_window(language: Language) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of what the window says; English is in the sources, its plurals in a list."""
    for context in ET.parse(RESOURCES / "translations" / f"listo_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            found = message.find("translation")
            assert found is not None
            forms = [form.text or "" for form in found.iter("numerusform")] or [found.text or ""]
            yield from ((str(context.findtext("name")), form) for form in forms)


def english_sources() -> Iterator[tuple[str, str]]:
    for context in ET.parse(RESOURCES / "translations" / "listo_pt.ts").getroot().iter("context"):
        for message in context.iter("message"):
            if message.get("numerus") != "yes":
                yield str(context.findtext("name")), message.findtext("source") or ""


def texts_of(place: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of all texts in a value of JSON."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, below in value.items():
            if key not in NO_TEXT_FOR_PEOPLE:
                yield from texts_of(f"{place}.{key}", below)
    elif isinstance(value, list):
        for below in value:
            yield from texts_of(place, below)


def texts_of_book(book: str, language: Language) -> Iterator[tuple[str, str]]:
    path = RESOURCES / book / f"{language}.json"
    yield from texts_of(book, json.loads(path.read_text(encoding="utf-8")))


def all_texts(language: Language) -> Iterator[tuple[str, str]]:
    yield from texts_of_window(language)
    if language == "en":
        yield from english_sources()
    for book in BOOKS:
        yield from texts_of_book(book, language)
    for path in sorted((RESOURCES / "errors").glob(f"*.{language}.json")):
        yield from texts_of(path.name, json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_thing_is_called_by_one_word(language):
    said = [
        (place, wrong, instead, text)
        for place, text in all_texts(language)
        for wrong, instead in NOT_SAID[language].items()
        if re.search(wrong, NAMED.sub("", text), re.IGNORECASE)
    ]
    assert said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_finding_and_replacing_alone_is_localizar_in_portuguese(language):
    """Excel's words for its own dialog; whatever else one looks for is *procurar*."""
    if language == "pt":
        said = [place for place, text in all_texts(language) if re.search("localiz", text, re.IGNORECASE)]
        assert set(said) == {"Actions", "FindPanel"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_leaves_the_plural_to_the_reader(language):
    said = [
        (place, text)
        for place, text in all_texts(language)
        if MARKED_PLURAL.search(VTEX_WORDS.sub("", text) if ".json" in place else text)
    ]
    assert said == []


def test_counts_have_the_separators_of_the_language():
    """`%n` writes 1234 as it is, `%Ln` as the person's language does."""
    sources = ET.parse(RESOURCES / "translations" / "listo_pt.ts").getroot().iter("source")
    assert [source.text for source in sources if BARE_COUNT.search(source.text or "")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_a_form_of_its_own_that_counts(language):
    path = RESOURCES / "translations" / f"listo_{language}.ts"
    for message in ET.parse(path).getroot().iter("message"):
        if message.get("numerus") == "yes":
            forms = [form.text or "" for form in message.iter("numerusform")]
            source = message.findtext("source") or ""
            assert len(forms) == 2, source
            assert all("%Ln" in form or "%Ln" not in source for form in forms[1:]), source


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("book", BOOKS)
def test_a_number_in_a_sentence_has_the_separators_of_the_language(language, book):
    texts = Texts(language)
    for place, text in texts_of_book(book, language):
        blanks = set(re.findall(r"\{(\w+)\}", text)) - PLACES
        said = texts.fill(text, {**dict.fromkeys(PLACES, 1), **dict.fromkeys(blanks, 12345)})
        assert "12345" not in said, place
        assert not blanks or ("12,345" if language == "en" else "12.345") in said, place


def bare_counts(path: Path) -> Iterator[str]:
    """Yield where a file puts a count into words as Python writes it, without separators."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FormattedValue):
            written = [node.value]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "str":
            written = node.args
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
        ):
            written = [keyword.value for keyword in node.keywords]
        else:
            continue
        for value in written:
            words = ast.unparse(value)
            if words.startswith(("len(", "sum(")) or COUNTED.search(words):
                yield f"{path.name}:{value.lineno}: {words}"


def test_no_code_that_speaks_writes_a_count_without_separators():
    folders = (CODE / "ui", CODE / "cli", CODE / "core" / "reports")
    found = [one for folder in folders for path in folder.rglob("*.py") for one in bare_counts(path)]
    assert found == []
