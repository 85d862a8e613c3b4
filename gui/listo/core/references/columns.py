"""The columns of VTEX's exports as lists of text, one text per row; each distinct text is read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from listo.core import resources
from listo.core.references.names import comparable, folded
from listo.core.references.vtex import ExportColumn, VtexExport

_NUMBER = re.compile(r"\d{1,18}")
_DECIMALS = re.compile(r"[.,]0+$")
_INTEGRATED = re.compile(r"(\d+)\s*p", re.IGNORECASE)

Texts = Sequence[str | None]
"""The texts of a column; None in the rows of an export that does not have the column."""

Columns = Mapping[ExportColumn, Texts]

_Value = TypeVar("_Value")


_IDS: frozenset[ExportColumn] = frozenset({"sku-id", "product-id"})


def read_columns(export: VtexExport, wanted: Iterable[ExportColumn]) -> dict[ExportColumn, list[str]]:
    """Return those of the wanted columns that an export has, without its blank rows."""
    places = {column: export.places[column] for column in wanted if column in export.places}
    width = 1 + max(places.values(), default=0)
    rows: Sequence[Sequence[str]] = export.table.rows[export.header_row + 1 :]
    if any(len(row) < width for row in rows):
        rows = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in rows]
    rows = [row for row in rows if any(row)]
    columns = {column: _clean([row[place] for row in rows]) for column, place in places.items()}
    return columns | {column: list(map(identity, columns[column])) for column in _IDS & columns.keys()}


def joined(parts: Sequence[Columns]) -> Columns:
    """Return the columns of several exports, one below the other."""
    if len(parts) == 1:
        return parts[0]
    names = dict.fromkeys(name for part in parts for name in part)
    return {name: [text for part in parts for text in _texts(part, name)] for name in names}


def _texts(part: Columns, name: ExportColumn) -> Texts:
    length = len(next(iter(part.values()), ()))
    return part.get(name) or [None] * length


def each_read(texts: Texts, read: Callable[[str], _Value]) -> list[_Value | None]:
    """Return what each text says; None where the export does not have the column."""
    known: dict[str | None, _Value | None] = {t: read(t) for t in dict.fromkeys(texts) if t is not None}
    return [known.get(text) for text in texts]


def _clean(texts: list[str]) -> list[str]:
    untidy = {text: comparable(text) for text in dict.fromkeys(texts)}
    untidy = {text: after for text, after in untidy.items() if text != after}
    return [untidy.get(text, text) for text in texts] if untidy else texts


def identity(text: str) -> str:
    """Return the id of a SKU or product: `13737p` (as integrated SKUs are listed) and `13737.0` are 13737."""
    if text.isdigit():
        return text
    found = _INTEGRATED.fullmatch(text)
    return found[1] if found else _DECIMALS.sub("", text)


def plain_number(text: str) -> str:
    """Return an id as it is compared: a number without the zeros before it."""
    return text.lstrip("0") or "0" if text.isdigit() else text.casefold()


def category_number(text: str) -> int | None:
    """Return the id of a category in `166`, `166.0` or `166 - Hats`; None where there is none."""
    found = _NUMBER.match(text)
    return (int(found[0]) or None) if found else None


def yes_or_no(text: str) -> bool | None:
    """Return what a word of an export means, None where it is neither of the two."""
    word = folded(text)
    return True if word in _words()["yes"] else False if word in _words()["no"] else None


def holds_several(field_type: str) -> bool:
    """Return whether a field of that type can have several values at once."""
    return folded(field_type) in _words()["several-values"]


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = resources.read_json("vocabulary/vtex-words.json")
    return words
