"""Which language a person's words are in, told by those that only one language has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import cast, get_args

from listo.core.texts import LANGUAGES, Language
from listo.core.vocabulary.glossary import Kind, glossary
from listo.core.vocabulary.wording import words_of


def language_of_words(texts: Iterable[str]) -> Language | None:
    """Return the language of most texts that are words of one language alone; None if there is no such."""
    counts = Counter(language for text in texts if (language := _only_language(text)))
    return max(counts, key=lambda each: (counts[each], -LANGUAGES.index(each)), default=None)


def _only_language(text: str) -> Language | None:
    found = {language for kind in get_args(Kind) for language in _languages(text, kind)} & {*LANGUAGES}
    return cast(Language, found.pop()) if len(found) == 1 else None


def _languages(text: str, kind: Kind) -> Iterator[str]:
    for sense in glossary(kind).senses(words_of(text)):
        yield from sense.languages
