"""The names that people and VTEX's own articles give to the seven columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from listo.core.mapping.sheet import COLUMNS, Column

SPECIFIC: frozenset[Column] = frozenset(
    {"VTEXSpecification", "AmazonSpecification", "VTEXValue", "AmazonValue"},
)
"""The columns whose names no other kind of file has."""

_SPELLINGS: Mapping[Column, str] = {
    "CategoryID": """
        category; category code; category number; id category; vtex category; vtex category id
        global category; global category id; id global category; vtex global category; vtex global category id
        categoria; categoria id; código categoria; id categoria; categoria vtex; id categoria vtex
        categoria global; id categoria global; categoria global vtex; id categoria global vtex""",
    "VariationTheme": """
        theme; theme variation; variation; variations theme; variation themes
        tema; tema variação; tema variações; tema variación; tema variaciones""",
    "Type": "kind; types; tipo; tipos",
    "VTEXSpecification": """
        vtex spec; vtex specs; vtex specifications; vtex specification name; specification vtex
        vtex field; vtex field name; vtex attribute; vtex attribute name
        especificação vtex; especificações vtex; especificación vtex; especificaciones vtex
        campo vtex; atributo vtex; nome campo vtex; nombre campo vtex""",
    "AmazonSpecification": """
        amazon spec; amazon specs; amazon specifications; amazon specification name; specification amazon
        amazon field; amazon field name; amazon attribute; amazon attribute name
        especificação amazon; especificações amazon; especificación amazon; especificaciones amazon
        campo amazon; atributo amazon; nome atributo amazon; nombre atributo amazon""",
    "VTEXValue": "vtex values; value vtex; vtex value name; vtex field value; valor vtex; valores vtex",
    "AmazonValue": "amazon values; value amazon; amazon value name; valor amazon; valores amazon",
}

_LINKS = frozenset(
    {"da", "das", "de", "del", "do", "dos", "em", "en", "la", "las", "na", "no", "of", "the", "in"}
)
"""Words that people put between the others: `ID da categoria`, `Valor en Amazon`."""

_LIKENESS = 88.0
"""How alike (0 to 100) a slip of the pen is: one letter mistaken in `VTEXValue`, of nine, leaves 88.9."""


def match_headers(texts: Sequence[str]) -> list[Column | None]:
    """Return for each cell of a row the column that it names, None where it names none."""
    return [_known().get(_folded(text)) if text else None for text in texts]


def may_name_columns(texts: Sequence[str]) -> bool:
    """Return whether a row can name one of the `SPECIFIC` columns: quick, for rows of a thousand cells."""
    plain = unicodedata.normalize("NFKD", "".join(texts)).casefold()
    return _SPECIFIC_WORD.search(plain) is not None


def match_misspelt_headers(texts: Sequence[str]) -> list[Column | None]:
    """Return the same for a row known to be the header, where slips (`AmazonSpecfication`) count too."""
    exact = match_headers(texts)
    free = [column for column in COLUMNS if column not in exact]
    return [
        column or (_nearest(_folded(text), free) if text.strip() else None)
        for text, column in zip(texts, exact, strict=True)
    ]


_WORDS = re.compile(r"[^\W_]+")
_SPECIFIC_WORD = re.compile("|".join(r"[\W_]*".join(word) for word in ("vtex", "amazon")))


@cache
def _known() -> dict[str, Column]:
    known = {_folded(column): column for column in COLUMNS}
    for column, spellings in _SPELLINGS.items():
        for line in spellings.splitlines():
            known |= {_folded(spelling): column for spelling in line.split(";") if spelling.strip()}
    return known


def _nearest(folded: str, columns: Sequence[Column]) -> Column | None:
    from rapidfuzz import fuzz

    likeness = {column: fuzz.ratio(folded, _folded(column)) for column in columns}
    best = max(likeness, key=likeness.__getitem__, default=None)
    return best if best and likeness[best] >= _LIKENESS else None


def _folded(text: str) -> str:
    """Return the letters and digits alone, without case, accents, and the words that only link others."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return "".join(word for word in _WORDS.findall(plain) if word not in _LINKS)
