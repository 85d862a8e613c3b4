"""What a person may have meant: the accepted texts nearest to what they wrote."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

MOST = 5
_LEAST_LIKENESS = 60.0
"""How alike (0 to 100) two folded texts must be to be worth showing."""


def suggest(value: str, accepted: Sequence[str]) -> tuple[str, ...]:
    """Return at most five of the accepted texts, best first: those that differ only in case, accents
    and blanks, then the nearest in spelling; empty where none is near.
    """
    from rapidfuzz import fuzz, process

    choices = tuple(accepted)
    nearest = process.extract(
        folded(value), _folded_all(choices), scorer=fuzz.ratio, limit=MOST, score_cutoff=_LEAST_LIKENESS
    )
    return tuple(choices[place] for _, _, place in nearest)


def folded(text: str) -> str:
    """Return a text without case, accents, blanks and signs, to compare it with others."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in decomposed if letter.isalnum()) or decomposed


@lru_cache(maxsize=512)
def _folded_all(texts: tuple[str, ...]) -> list[str]:
    return [folded(text) for text in texts]
