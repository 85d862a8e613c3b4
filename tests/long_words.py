"""A language that nobody speaks, 40 % longer than English: what it cuts, a fourth language would too."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

from listo.core.texts import Texts
from listo.ui.language import all_translators

LONGER = 0.4
"""Of English: what Portuguese, Spanish and German take where a text is a word or two."""

_KEPT = re.compile(r"\{[^}]*\}|%L?n|<[^>]*>|&\w+;|https?://\S+|\(\*[^)]*\)|\s|[^\w\s]")
"""What is put in, marks up or is read by Qt, and what stands between words."""


def lengthen(text: str) -> str:
    """Return a text whose words are longer, with all that is put into it or marks it as it was."""
    parts, done = [], 0
    for kept in _KEPT.finditer(text):
        parts += [_longer(text[done : kept.start()]), kept[0]]
        done = kept.end()
    return "".join((*parts, _longer(text[done:])))


def _longer(word: str) -> str:
    """Return a word with more of its own last letters, as in a language of long endings."""
    return word + word[-1:] * math.ceil(len(word) * LONGER) if word.isalpha() and len(word) > 1 else word


class LongWords(QTranslator):
    """Says the window's English words longer; of the plural forms the one that fits, from `plurals`."""

    def __init__(self, plurals: QTranslator) -> None:
        super().__init__()
        self._plurals = plurals

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Return that it has words: Qt asks no empty one."""
        return False

    def translate(self, context: str, source: str, comment: str | None = None, count: int = -1) -> str:
        """Return the words for a source text."""
        said = self._plurals.translate(context, source, comment, count) if count >= 0 else ""
        return lengthen(said or source)


@contextmanager
def long_words(patch: Callable[[type, str, object], None]) -> Iterator[None]:
    """Have the window and the core's sentences speak it; `patch` sets an attribute for the test."""
    fill = Texts.fill

    def fill_longer(texts: Texts, text: str | Mapping[str, str], fields: Mapping[str, object]) -> str:
        longer = (
            lengthen(text) if isinstance(text, str) else {case: lengthen(one) for case, one in text.items()}
        )
        return fill(texts, longer, fields)

    patch(Texts, "fill", fill_longer)
    translator = LongWords(all_translators()[0])
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
