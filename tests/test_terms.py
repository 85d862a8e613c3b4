"""One word for one thing, in each language: what no text for people says, and what it says instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from listo.core import resources
from listo.core.texts import LANGUAGES, Language

BRITISH = r"authoris|colour|cancelled|cancelling|recognis|organis|behaviour|\bcentre\b|\blicence"

NOT_SAID: dict[Language, dict[str, str]] = {
    "en": {BRITISH: "the spelling of the United States"},
    "pt": {
        r"\bà mão\b": "manualmente",
        r"infração de marca|violação de marca": "uso indevido de marca registrada",
        r"arquivo de Excel|planilha do Excel": "arquivo do Excel",
        r"etiqueta de idioma": "tag de idioma",
        r"escolhas guardadas": "escolhas salvas",
        r"(?<!ã)\(1\)": "singular and plural",
        r"Próximo tipo$": "Próximo tipo de problema (Tipo is a column)",
    },
    "es": {
        r"plantilla de mapeo(?! en blanco)": "hoja de mapeo",
        r"plantilla que (subes|cargas)": "hoja de mapeo",
        r"\bfletes?\b": "envío",
        r"transportadora": "transportista",
        r"soporte al vendedor": "Atención al colaborador comercial",
        r"pestaña \*\*Modelo de envío": "Plantillas de envío",
        r"elecciones guardadas": "opciones guardadas",
        r"\(1\)": "singular and plural",
    },
}
"""By language what is not said (regular expressions), with what is."""

NO_TEXT_FOR_PEOPLE = {"keywords", "_about"}
"""Parts of the texts that are read by nobody: people type as they like."""

FOLDERS = ("checks", "settings", "texts", "reports", "readiness")


def said(language: Language) -> Iterator[tuple[str, str]]:
    """Yield every text of the resources in a language, with where it stands."""
    root = resources.root()
    files = [*sorted((root / "errors").glob(f"*.{language}.json"))]
    files += [root / folder / f"{language}.json" for folder in FOLDERS]
    for path in files:
        texts = _texts(json.loads(path.read_text("utf-8")))
        yield from ((f"{path.parent.name}/{path.name}", text) for text in texts)
    translations = root / "translations" / f"listo_{language}.ts"
    parts = ("translation", "source") if language == "en" else ("translation",)
    yield from ((translations.name, text) for part in parts for text in _translations(translations, part))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in NO_TEXT_FOR_PEOPLE:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield re.sub(r"@[a-z-]+", "", value)


def _translations(path: Path, part: str) -> Iterator[str]:
    for each in ElementTree.parse(path).iter(part):
        yield from (text for text in each.itertext() if text.strip())


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_word_for_one_thing(language: Language) -> None:
    found = [
        (where, wrong, instead, text)
        for where, text in said(language)
        for wrong, instead in NOT_SAID[language].items()
        if re.search(wrong, text, re.IGNORECASE)
    ]
    assert not found
