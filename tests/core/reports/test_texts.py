"""The texts of reports, in three languages."""

from __future__ import annotations

import json
import re

import pytest

from listo.core import resources
from listo.core.texts import LANGUAGES, LocalNumber


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_are_the_same_in_every_language(language):
    def shape(texts):
        return {
            key: (type(text), sorted(set(re.findall(r"\{\w+\}", json.dumps(text)))))
            for key, text in texts.items()
        }

    def read(name):
        return json.loads((resources.root() / "reports" / f"{name}.json").read_text(encoding="utf-8"))

    assert shape(read(language)) == shape(read("en"))


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "1,234 12,345"), ("pt", "1.234 12.345"), ("es", "1234 12.345")]
)
def test_numbers_are_written_as_the_language_does(language, shown):
    assert f"{LocalNumber(1234, language)} {LocalNumber(12345, language)}" == shown
    assert LocalNumber(1, language) == 1
